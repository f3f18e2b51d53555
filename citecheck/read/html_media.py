"""Pages whose words are spoken or pictured: recordings, scanned leaves, viewers. What their text lacks may be
said or shown there, and who takes the text for all there is calls a true quotation missing.

Sources: `og:type` of the Open Graph protocol, `twitter:card` of X's cards, types of schema.org; names of
widespread viewers (Mirador, OpenSeadragon, Universal Viewer, Internet Archive's BookReader, PDF.js).
"""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.hosts import host_of, is_below
from citecheck.model import Reason
from citecheck.patterns import late

IN_HEAD = (
    'meta[content^="video." i],meta[content="video" i],meta[content^="music." i],meta[content="player" i]'
)
LINKED_DATA = 'script[type="application/ld+json" i]'
RECORDED = late(
    r'"@type"\s*:\s*(?:\[\s*)?"(?:VideoObject|AudioObject|PodcastEpisode|RadioEpisode|TVEpisode|Movie|Clip)"'
)
WRITTEN = late(r'"@type"\s*:\s*(?:\[\s*)?"(?:\w*Article|\w*Posting|Report|Recipe|Product)"')
"""A page that is an article has its recordings beside its text."""
SOUND = late(r"(?i)\.(?:mp3|mp4|m4a|ogg|oga|ogv|wav|webm|flac|mov)(?:[?#]|\Z)")
PLAYERS = (
    "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "dai.ly", "rutube.ru",
    "soundcloud.com", "spotify.com", "mixcloud.com", "podbean.com", "libsyn.com", "twitch.tv", "tiktok.com",
    "podcasts.apple.com", "podigee.io", "acast.com", "buzzsprout.com", "megaphone.fm", "arte.tv",
)  # fmt: skip
"""Hosts whose pages and frames play recordings."""
VIEWERS = (
    "docs.google.com", "drive.google.com", "view.officeapps.live.com", "issuu.com", "scribd.com",
    "calameo.com", "yumpu.com", "slideshare.net", "fliphtml5.com", "joomag.com", "archive.org",
    "books.google.com", "gallica.bnf.fr", "babel.hathitrust.org", "polona.pl", "e-rara.ch", "anno.onb.ac.at",
    "digitale-sammlungen.de", "delpher.nl", "hemerotecadigital.bne.es", "britishnewspaperarchive.co.uk",
    "newspapers.com", "heinonline.org",
)  # fmt: skip
"""Hosts whose pages and frames show documents that the page's own text does not hold."""
TEXTS = late(
    r"https?://(?:docs\.google\.com/document/|(?:(?!www\.)[\w-]+\.)?archive\.org/(?!details/|stream/))"
)
"""Pages of these hosts that hold their text."""
VIEWING = (
    '#BookReader,[class*="mirador" i],[id*="mirador" i],[class*="openseadragon" i],[id*="openseadragon" i],'
    '[class*="universalviewer" i],[class*="uv-container" i],[data-iiif-manifest],[class*="flipbook" i],'
    '[id*="flipbook" i],[id="viewerContainer"],[data-manifest]'
)
SHORT = 400
"""Words of a page that only leads to a document (a press release, a library's record), and of one whose
player or viewer is what it is there for: of saved pages of the press and of blogs one in 17 of that length
has one, and one in six of longer ones, beside their text."""
FEW_WORDS = 40
"""Words beside a picture, up to which the picture is the page."""
WHOLE_TEXT = 2_500
"""Words of a page that is taken for the full text, whatever it plays or offers: an article or a transcript
has more, a record with its summary and list of sources hardly."""


class Media:
    """What a page plays and shows, looked at before its elements are taken out."""

    def __init__(self, tree: LexborHTMLParser, url: str) -> None:
        host = host_of(url)
        self._viewer = is_of(host, VIEWERS) and not TEXTS.match(url)
        self._recording = is_of(host, PLAYERS)
        self._player = False
        if tree.head is not None:
            self._look_in_head(tree.head)

    def _look_in_head(self, head: LexborNode) -> None:
        data, called = "", False
        for element in head.css(f"{IN_HEAD},{LINKED_DATA}"):
            if element.tag == "script":
                data += element.text()
            else:
                given = element.attributes
                name = given.get("property") or given.get("name") or ""
                called |= name.lower() in ("og:type", "twitter:card")
        if called or (data and RECORDED.search(data)):
            if WRITTEN.search(data):
                self._player = True
            else:
                self._recording = True

    def element(self, tag: str, given: Mapping[str, str | None]) -> None:
        """Look at a frame, a `video` or an `audio`."""
        if tag in ("video", "audio"):
            # A film without controls that plays by itself is a decoration.
            self._player |= "muted" not in given or "controls" in given
            return
        target = given.get("src") or given.get("data-src") or given.get("data") or ""
        kind = (given.get("type") or "").lower()
        self._player |= is_of(host_of(target), PLAYERS) or kind.startswith(("video/", "audio/"))
        self._player |= SOUND.search(target) is not None

    def told(self, body: LexborNode | None, words: int) -> list[Reason]:
        """That words may be spoken or pictured on a page that shows so many `words`."""
        if words >= WHOLE_TEXT:
            return []
        found = []
        if self._recording or (self._player and words < SHORT):
            found.append(Reason("text-spoken"))
        if self._is_pictured(body, words):
            found.append(Reason("text-pictured"))
        return found

    def _is_pictured(self, body: LexborNode | None, words: int) -> bool:
        if self._viewer:
            return True
        if body is None or words >= SHORT:
            return False
        return bool(body.css_first(VIEWING) or (words < FEW_WORDS and body.css_first("img[src]")))


def is_of(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether a host is one of these or below one; of Google's books in every country.

    >>> is_of("www.youtube.com", PLAYERS), is_of("books.google.fr", VIEWERS), is_of("ayoutube.com", PLAYERS)
    (True, True, False)
    """
    if host.startswith("books.google."):
        host = "books.google.com"
    return is_below(host, hosts)
