"""One answer as the rules see it: its words, its mark-up, where it ended up. Computed only when asked for,
for most answers are settled by their status and length."""

from __future__ import annotations

import codecs
import re
from functools import cached_property
from html import unescape
from urllib.parse import urljoin

from citecheck.investigate.addresses import host_of, split, without_fragment, words_of
from citecheck.investigate.counting import count_distinct, count_words
from citecheck.investigate.folding import folded, key_of, without_quoted
from citecheck.investigate.missing import CODES, hints_missing, says_missing
from citecheck.investigate.shell import jump_of, refresh_of
from citecheck.investigate.titles import is_host_name, parts_of
from citecheck.model import Capture, MarkKind, Seen

HEAD = 200_000
"""Bytes of mark-up in which markers are looked for; they stand at the beginning."""
CHARACTERS = 12_000
"""Characters of text that are looked at: some 2,000 words, and no rule asks for more than 600."""
LINES = 200
"""Lines in which a statement is looked for."""
_LANGUAGE = re.compile(rb"<html[^<>]{0,200}\slang\s*=\s*[\"']?([a-z]{2,3}(?:-[a-z0-9]{1,8})*)")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([a-z0-9_-]{2,30})")
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"\s+")
HTML = ("", "text/html", "application/xhtml+xml")


class Page:
    """A capture with its text, if it has any, and what the note calls the source."""

    def __init__(self, asked: str, capture: Capture, seen: Seen, cited: str | None = None) -> None:
        self.asked = asked
        self.capture = capture
        self.cited = cited or ""
        self.text = seen.page
        self.final = without_fragment(capture.final_url)
        self.redirected = bool(capture.hops)

    @cached_property
    def html(self) -> bool:
        return self.capture.media_type in HTML

    @cached_property
    def host(self) -> str:
        """Host the answer came from."""
        return host_of(self.final)

    @cached_property
    def path(self) -> str:
        """Path the answer came from, lower case."""
        parts = split(self.final)
        return parts.path.lower() if parts else ""

    @cached_property
    def markup(self) -> bytes:
        """Beginning of the body in lower case."""
        return self.capture.body[:HEAD].lower()

    @cached_property
    def title(self) -> str:
        """Title of the page, white space folded; empty where it has none."""
        title = self.text.metadata.title if self.text else None
        return _plain(title if title is not None else " ".join(self._between("title", 1)))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The first headings of the highest rank that the page has."""
        if self.text is not None:
            marks = [mark for mark in self.text.marks if mark.kind is MarkKind.HEADING and mark.spans]
            first = [mark for mark in marks if mark.detail.lower().lstrip("h") in ("", "1")]
            if first or marks:
                return tuple(_plain(mark.spans[0].of(self.text.content)) for mark in (first or marks)[:2])
        ranks = (self._between(rank, 2) for rank in ("h1", "h2", "h3"))
        return tuple(_plain(one) for one in next(filter(None, ranks), ()))

    @cached_property
    def content(self) -> str:
        return self.text.content[:CHARACTERS] if self.text else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The first lines of visible text that hold anything."""
        lines = (line.strip() for line in self.content.split("\n", 4 * LINES)[: 4 * LINES])
        return tuple(line for line in lines if line)[:LINES]

    @cached_property
    def words(self) -> int:
        """How many words are visible; of a page that could not be read, as many as its size lets expect."""
        if self.text is None:
            return len(self.capture.body) // BYTES_A_WORD
        return count_words(self.content)

    @cached_property
    def distinct(self) -> int:
        """How many different words are visible."""
        return count_distinct(self.content)

    @cached_property
    def prose(self) -> int:
        """Words of running text: lines long enough to be sentences, statements that the page is not there
        aside."""
        return self.prose_without(())

    def prose_without(self, phrases: tuple[str, ...]) -> int:
        """The same without lines that hold one of `phrases`: a notice's own, however long they are."""
        counted = ((count_words(line), line) for line in self.lines)
        return sum(
            words
            for words, line in counted
            if words >= PROSE_LINE and not hints_missing(line) and not _holds(line, phrases)
        )

    @cached_property
    def said(self) -> str:
        """What the page says in its own voice, folded: lines short enough for a notice, nothing quoted, no
        headline."""
        lines = (without_quoted(line) for line in self.lines if not self._is_headline(line))
        return folded("\n".join(line for line in lines if len(line.split()) <= NOTICE_LINE))

    def _is_headline(self, line: str) -> bool:
        """Whether a line is the page's own, long heading, which its title repeats."""
        return line in self.headings and line in self.title and len(line.split()) >= HEADLINE

    @cached_property
    def buttons(self) -> tuple[str, ...]:
        """Lines of a few words, folded: buttons, entries of menus."""
        return tuple(folded(line) for line in self.lines if len(line.split()) <= BUTTON_WORDS)

    @cached_property
    def names(self) -> frozenset[str]:
        """Title, its parts and the first headings, as keys."""
        named = [self.title, *parts_of(self.title), *self.headings]
        return frozenset(key_of(one) for one in named if one)

    @cached_property
    def signed(self) -> bool:
        """Whether the page names an author or a date of publication, as an article does and no error page."""
        if self.text is not None and (self.text.metadata.author or self.text.metadata.published):
            return True
        return any(mark in self.markup for mark in (b"article:published_time", b'"datepublished"'))

    @cached_property
    def promised(self) -> bool:
        """Whether title or heading share a word with the address that was asked for, or with what the note
        calls the source: an error page knows neither. The number of an error does not count, nor does what
        the site is called, nor a statement that there is no such page: *article* is a word of addresses."""
        known = (words_of(self.asked) | set(key_of(self.cited).split())) - CODES
        parts = (*parts_of(self.title), *self.headings)
        named = (part for part in parts if not (is_host_name(part, self.host) or says_missing(part)))
        words = " ".join(map(key_of, named)).split()
        return any(len(word) >= TELLING and word in known for word in words)

    @cached_property
    def hidden(self) -> bool:
        """Whether search engines are told to leave the page out."""
        at = self.markup.find(b"noindex")
        return at >= 0 and b"robots" in self.markup[max(0, at - 120) : at]

    def bears(self, mark: bytes) -> bool:
        """Whether `mark` stands in the mark-up, quoted in either way, and, if it is more than words, not in
        the text of a page that is about such marks."""
        mark = mark.replace(b"'", b'"')
        if mark not in self._quoted:
            return False
        return mark.replace(b" ", b"").isalpha() or mark.decode() not in self._visible

    @cached_property
    def _quoted(self) -> bytes:
        return self.markup.replace(b"'", b'"')

    @cached_property
    def _visible(self) -> str:
        return self.content.lower().replace("'", '"')

    @cached_property
    def language(self) -> str:
        """The language that the mark-up names, empty where it names none."""
        named = _LANGUAGE.search(self.markup[:4096])
        return named[1].decode() if named else ""

    @cached_property
    def scripted(self) -> bool:
        """Whether only scripts can fill the page: scripts, and next to nothing to read."""
        scripts = self.words <= SHELL_WORDS and b"<script" in self.markup
        return scripts and (self.words == 0 or self._has_mount)

    @cached_property
    def empty(self) -> bool:
        """Whether there is nothing at all: no word, no title, nothing embedded."""
        if self.words or self.title or self.capture.truncated:
            return False
        if not self.capture.body.strip():
            return True
        if not self.html or self.forwards_to:
            return False
        return not any(mark in self.markup for mark in _EMBEDDED)

    @cached_property
    def forwards_to(self) -> str | None:
        """Where a page without a text of its own sends its readers by `meta refresh`, or one without a word
        by a script, if anywhere."""
        if self.words > SHELL_WORDS:
            return None
        refresh = refresh_of(self.capture.body[:HEAD])
        if refresh:
            return urljoin(self.final, unescape(refresh[1].decode(self._charset, "replace")))
        return None if self.words else jump_of(self.capture.body[:HEAD], self.final)

    @property
    def _has_mount(self) -> bool:
        return any(mark in self._quoted for mark in _MOUNTS)

    @cached_property
    def _charset(self) -> str:
        """Encoding of the mark-up: UTF-8 where it is, else as header or page say."""
        try:
            self.capture.body[:HEAD].decode("utf-8")
        except UnicodeDecodeError as error:
            if error.start < len(self.capture.body[:HEAD]) - 4:
                named = _CHARSET.search((self.capture.header("content-type") or "").lower().encode())
                named = named or _CHARSET.search(self.markup[:4096])
                return _known(named[1].decode() if named else "cp1252")
        return "utf-8"

    def _between(self, tag: str, most: int) -> list[str]:
        """Contents of the first elements `tag`, found in the bytes themselves."""
        found: list[str] = []
        body, lower, at = self.capture.body[:HEAD], self.markup, 0
        while len(found) < most and (at := lower.find(b"<" + tag.encode(), at)) >= 0:
            start = lower.find(b">", at)
            end = lower.find(b"</" + tag.encode(), start)
            if start < 0 or end < 0:
                break
            found.append(unescape(body[start + 1 : end].decode(self._charset, "replace")))
            at = end
        return found


TELLING = 3
"""Letters or digits of a word that an address and a title share by more than chance."""
PROSE_LINE = 10
"""Words of a line that is running text, at least; entries of menus and notices are shorter."""
HEADLINE = 7
"""Words of a heading that is an article's, at least; notices have shorter ones."""
BUTTON_WORDS = 5
NOTICE_LINE = 25
"""Words of a line that is a notice, at most; longer ones are an article's."""
BYTES_A_WORD = 20
"""Mark-up for each visible word, at most, on pages with any text to speak of."""
SHELL_WORDS = 30
"""Words of "please enable JavaScript" and a name: a shell has no more to read."""
_MOUNTS = (b'id="root"', b'id="app"', b'id="__next"', b'id="__nuxt"', b"<app-root", b"id=root", b"<noscript")


_EMBEDDED = (
    b"<script",
    b"<img",
    b"<frame",
    b"<iframe",
    b"<object",
    b"<embed",
    b"<video",
    b"<audio",
    b"<svg",
    b"<canvas",
    b"<form",
    b"<picture",
    b"<meta http-equiv",
)
"""What a page without a word may show all the same."""


def _known(charset: str) -> str:
    try:
        return codecs.lookup(charset).name
    except LookupError:
        return "cp1252"


def _holds(line: str, phrases: tuple[str, ...]) -> bool:
    return bool(phrases) and any(phrase in folded(line) for phrase in phrases)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _TAG.sub(" ", text)).strip()
