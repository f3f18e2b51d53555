"""Where the text of a page goes on: documents in frames, the full text that a record offers, further parts.

A page of a repository or a journal often holds a summary only, and a page of an office the frame of a PDF.
Who takes such a page for the whole calls a true quotation missing.

Sources: the `citation_*` terms are those of Google Scholar's inclusion guidelines, which journals and
repositories follow (Highwire, OJS, DSpace, EPrints, bepress); `rel=next` is of HTML's link types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.hosts import host_of
from citecheck.model import Reason
from citecheck.read.html_media import SHORT, VIEWERS, WHOLE_TEXT, Media, is_of

OFFERED = (
    "citation_pdf_url",
    "citation_fulltext_html_url",
    "citation_full_html_url",
    "bepress_citation_pdf_url",
    "eprints.document_url",
)
"""Names of `meta` elements that lead to the full text."""
FRAME_ALONE = 150
"""Words beside a frame of the same site, up to which the frame is the page."""
FEW = 3
"""Documents that a short page leads to; with more of them it is a list, and none is *the* text."""
MOST = 10
"""Addresses given, at most."""
DOCUMENT = re.compile(r"(?i)\.(?:pdf|docx?|odt|epub|rtf)\Z")
REPLAYED = re.compile(r"https?://[^/]+(?:/[\w-]+)?/\d{4,14}[a-z_]{0,3}/(?=https?://)")
"""What an archive puts before a page's own address: its links are relative to that."""
PART = re.compile(r"\d{1,3}")


FRAMES = ("frame", "iframe", "embed", "object")
PLAYED = ("video", "audio")
_IN_HEAD = 'meta[name*="citation_" i],meta[name*="document_url" i],link[rel~="next" i],link[type$="/pdf" i]'
_IN_BODY = 'a[rel~="next" i],a[href*=".pdf" i],a[href*=".doc" i],a[href*=".odt" i],a[href*=".epub" i]'


class Leads:
    """What a page's elements lead to, looked at once before its text is taken out of the tree."""

    def __init__(self, tree: LexborHTMLParser, url: str) -> None:
        self._url = url
        own = REPLAYED.sub("", url)
        self._base = _base(tree, own)
        self._media = Media(tree, own)
        self._framed: list[str] = []
        self._frames_of_the_site: list[str] = []
        self._named: dict[str, str] = {}
        self._other_forms: list[str] = []
        self._next: list[str] = []
        if tree.head is not None:
            for element in tree.head.css(_IN_HEAD):
                self._look_in_head(element.tag or "", element.attributes)

    def frame(self, tag: str, given: Mapping[str, str | None]) -> None:
        """Look at one of `FRAMES` or `PLAYED`, before it is taken out."""
        self._media.element(tag, given)
        if tag in PLAYED:
            return
        target = self._target(given.get("src") or given.get("data-src") or given.get("data"))
        inner = _document_in(target)
        if tag == "frame":
            self._framed.append(target)
        elif inner or (given.get("type") or "").lower() == "application/pdf":
            self._framed.append(inner or target)
        elif _is_viewer(target):
            self._framed.append(target)
        elif tag == "iframe" and _site_of(target) == _site_of(self._base):
            self._frames_of_the_site.append(target)

    def further(self, body: LexborNode | None, words: int) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
        """Absolute addresses at which the page's text goes on, and what is to be told of that.

        `body`: of the page; `words`: how many it shows. Both are empty for a page that is all there is.
        """
        linked: list[str] = []
        for element in body.css(_IN_BODY) if body is not None and words < WHOLE_TEXT else ():
            target = self._target(element.attributes.get("href"))
            if "next" in (element.attributes.get("rel") or ""):
                self._go_on(target)
            elif DOCUMENT.search(urlsplit(target).path) and _site_of(target) == _site_of(self._base):
                linked.append(target)
        framed = self._framed + (self._frames_of_the_site if words < FRAME_ALONE else [])
        told, found = [], []
        for code, urls in (
            ("text-framed", framed),
            ("text-offered", self._offered(words, list(dict.fromkeys(linked)))),
            ("text-continued", self._next),
        ):
            others = [one for one in urls if one and one != urldefrag(self._url).url]
            found += others
            if others:
                told.append(Reason(code, url=others[0]))
        asked = [one for one in dict.fromkeys(found) if "://" in one and not _is_viewer(one)]
        return tuple(asked[:MOST]), (*told, *self._media.told(body, words))

    def _target(self, given: str | None) -> str:
        return _joined(self._base, given)

    def _look_in_head(self, tag: str, given: Mapping[str, str | None]) -> None:
        if tag == "meta":
            name = (given.get("name") or "").lower()
            if name in OFFERED:
                self._named.setdefault(name, self._target(given.get("content")))
        elif "next" in (given.get("rel") or "").lower().split():
            self._go_on(self._target(given.get("href")))
        else:
            self._other_forms.append(self._target(given.get("href")))

    def _go_on(self, target: str) -> None:
        if target and _counts_on(self._base, target):
            self._next.append(target)

    def _offered(self, words: int, linked: list[str]) -> list[str]:
        if words >= WHOLE_TEXT:
            return []
        if any(_same_page(target, self._base) for name, target in self._named.items() if "html" in name):
            return []  # the page says that it is the full text
        one_text = words < SHORT and len(linked) <= FEW
        return [*self._named.values(), *self._other_forms, *(linked if one_text else [])]


def _base(tree: LexborHTMLParser, url: str) -> str:
    base = tree.css_first("base[href]")
    return _joined(url, base.attributes.get("href")) or url if base is not None else url


def _joined(base: str, target: str | None) -> str:
    """Empty where it is no address of the web. Of a page that was saved only relative ones may be known."""
    try:
        joined = urldefrag(urljoin(base, (target or "").strip())).url
        parts = urlsplit(joined)
    except ValueError:
        return ""
    if not base and not parts.scheme and not parts.netloc:
        return joined
    return joined if parts.scheme in ("http", "https") and parts.hostname else ""


def _document_in(target: str) -> str:
    """The document that an address names by its path, or in a parameter of a viewer.

    >>> _document_in("https://a.example/viewer.html?file=/f/report.pdf"), _document_in("https://a.example/x.pdf?v=2")
    ('https://a.example/f/report.pdf', 'https://a.example/x.pdf?v=2')
    """
    if not target:
        return ""
    parts = urlsplit(target)
    if DOCUMENT.search(parts.path):
        return target
    for _, value in parse_qsl(parts.query)[:MOST]:
        if DOCUMENT.search(value.partition("?")[0].partition("#")[0]):
            return _joined(target, value)
    return ""


def _is_viewer(target: str) -> bool:
    return is_of(host_of(target), VIEWERS)


def _same_page(target: str, base: str) -> bool:
    one, other = urlsplit(target), urlsplit(base)
    return (one.hostname, one.path.rstrip("/")) == (other.hostname, other.path.rstrip("/"))


def _site_of(url: str) -> str:
    """The last two labels of the host: enough to tell a site's own files from those of strangers."""
    return ".".join(host_of(url).split(".")[-2:])


def _counts_on(here: str, there: str) -> bool:
    """Whether `there` is the following part of the text at `here`.

    >>> _counts_on("https://a.example/long", "https://a.example/long?page=2")
    True
    >>> _counts_on("https://a.example/2019/long-3.html", "https://a.example/2019/long-4.html")
    True
    >>> _counts_on("https://a.example/2019/05/a-post", "https://a.example/2019/06/a-later-post")
    False
    """
    numbers = [int(number) for number in PART.findall(there)]
    was = [int(number) for number in PART.findall(here)]
    if PART.sub("", there) == PART.sub("", here) and len(numbers) == len(was):
        changed = [(one, other) for one, other in zip(was, numbers, strict=True) if one != other]
        return len(changed) == 1 and changed[0][1] == changed[0][0] + 1
    stem = re.sub(r"\.\w{2,5}\Z", "", here.rstrip("/"))
    rest = there.removeprefix(stem) if there.startswith(stem) else ""
    return (
        re.fullmatch(r"(?i)[-_/?&]?(?:(?:page|p|part|seite|pagina|s)[-_=/]?)?[12](?:\.\w{2,5})?/?", rest)
        is not None
    )
