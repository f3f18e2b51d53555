"""One answer as the rules see it: its words, its mark-up, where it ended up. Computed only when asked for,
for most answers are settled by their status and length."""

from __future__ import annotations

import re
from functools import cached_property

from citecheck.investigate.addresses import host_of, split, without_fragment
from citecheck.model import Capture, MarkKind, Seen

HEAD = 200_000
"""Bytes of mark-up in which markers are looked for; they stand at the beginning."""
CHARACTERS = 60_000
"""Characters of text that are counted: pages past that are far from thin."""
LINES = 200
"""Lines in which a statement is looked for."""
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"\s+")
_GLUED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
GLUED_LETTERS_A_WORD = 2
"""Chinese and Japanese write no spaces; two characters make about one word."""
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

    @property
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
        """The first headings of first rank."""
        if self.text is not None:
            marks = [mark for mark in self.text.marks if mark.kind is MarkKind.HEADING and mark.spans]
            first = [mark for mark in marks if mark.detail.lower().lstrip("h") in ("", "1")]
            if first:
                return tuple(_plain(mark.spans[0].of(self.text.content)) for mark in first[:2])
        return tuple(_plain(one) for one in self._between("h1", 2))

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
        """How many words are visible."""
        return len(_WORD.findall(self.content)) + len(_GLUED.findall(self.content)) // GLUED_LETTERS_A_WORD

    @cached_property
    def distinct(self) -> int:
        """How many different words are visible."""
        words = {word.lower() for word in _WORD.findall(self.content)}
        return len(words) + len(set(_GLUED.findall(self.content)))

    @cached_property
    def signed(self) -> bool:
        """Whether the page names an author or a date of publication, as an article does and no error page."""
        if self.text is not None and (self.text.metadata.author or self.text.metadata.published):
            return True
        return any(mark in self.markup for mark in (b"article:published_time", b'"datepublished"'))

    @cached_property
    def hidden(self) -> bool:
        """Whether search engines are told to leave the page out."""
        at = self.markup.find(b"noindex")
        return at >= 0 and b"robots" in self.markup[max(0, at - 120) : at]

    @cached_property
    def scripted(self) -> bool:
        """Whether only scripts can fill the page: scripts, and next to nothing to read."""
        return self.words <= SHELL_WORDS and b"<script" in self.markup and self._has_mount

    @property
    def _has_mount(self) -> bool:
        return any(mark in self.markup for mark in _MOUNTS)

    def _between(self, tag: str, most: int) -> list[str]:
        """Contents of the first elements `tag`, found in the bytes themselves."""
        found: list[str] = []
        body, lower, at = self.capture.body[:HEAD], self.markup, 0
        while len(found) < most and (at := lower.find(b"<" + tag.encode(), at)) >= 0:
            start = lower.find(b">", at)
            end = lower.find(b"</" + tag.encode(), start)
            if start < 0 or end < 0:
                break
            found.append(body[start + 1 : end].decode("utf-8", "replace"))
            at = end
        return found


SHELL_WORDS = 30
"""Words of "please enable JavaScript" and a name: a shell has no more to read."""
_MOUNTS = (b'id="root"', b'id="app"', b'id="__next"', b'id="__nuxt"', b"<app-root", b"id=root", b"<noscript")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _TAG.sub(" ", text)).strip()
