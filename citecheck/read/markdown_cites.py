"""Keys that cite in a Markdown text: `[@doe2019, p. 33; see @roe2020]`, `@doe2019 [p. 5]`, `[-@doe2019]`.

Syntax: https://pandoc.org/MANUAL.html#citation-syntax, which Quarto, R Markdown, Zettlr and Obsidian share.
An `@` says little by itself: people, packages, figures and numbered examples are written with it too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from citecheck.model import Span

LONGEST_SUFFIX = 200
"""Characters behind a key in which its page stands."""
DEEPEST = 50
"""Brackets within brackets that are followed."""

_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|https?://[^\s<>\[\]{}]{1,2000}"
    r"|[\[\]]"
    r"|(?<![\w@/])-@(?=[\w{])|(?<![\w@/.])@(?=[\w{])"
)
_KEY = re.compile(
    r"\{([^{}\s]{1,300})\}"
    r"|((?:url:)?https?://[^\s\[\]{}<>;,]{1,300}[^\s\[\]{}<>;,.:!?)]"
    r"|\w(?:\w|[:.#$%&\-+?<>~/](?=\w)){0,200})"
)
_SIGN = re.compile(r"(?<![\w@/])@(?=[\w{])")
_ASCII = re.compile(r"[A-Za-z0-9_:.#$%&\-+?<>~/]+")
_BARE_PLACE = re.compile(r"[ \t]{0,3}\n?[ \t]{0,3}\[(?![@^-])([^\[\]]{1,200})\](?![(\[:{])")
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]", re.I
)
"""Figures, tables and kin of Quarto and of pandoc-crossref."""
_EXAMPLE = re.compile(r"^ {0,3}\(@([\w-]{1,100})\)[ \t]", re.M)
_LABEL = re.compile(r"\{#([^\s{}]{1,200})|^[ \t#|%]{0,20}label:[ \t]*([^\s]{1,200})", re.M)
"""What figures, sections and kin of the text itself are called by."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PLACE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cited:
    """One key where it stands; `span` holds its `@`, not the sign that suppresses the author."""

    key: str
    span: Span
    suffix: str = ""
    """What the citation says behind the key: a page, a remark."""
    bracketed: bool = False

    @property
    def plain(self) -> bool:
        """Whether it cannot well be anything but the key of a source: it bears a year, or names a place."""
        return _YEAR.search(self.key) is not None or _PLACE.search(self.suffix) is not None


def keys_in(content: str) -> set[str]:
    """Whatever may be a key in a text, so that a library need not be read whole."""
    found: set[str] = set()
    for at in _SIGN.finditer(content):
        key = _KEY.match(content, at.end())
        if key:
            name = key.group(1) or key.group(2)
            head = _ASCII.match(name)
            found |= {name, head.group()} if head else {name}
    return found


def cites_of(
    content: str, regions: Sequence[Span], hidden: Sequence[Span], known: Collection[str]
) -> tuple[list[Cited], list[Cited]]:
    """Citations by a key of `known`, and those by a key that is not, each in order of place.

    `regions`: running text; `hidden`: sorted stretches of it that are code, comments or addresses.
    """
    found: list[Cited] = []
    unknown: list[Cited] = []
    if "@" not in content:
        return found, unknown
    starts = [span.start for span in hidden]
    own = {
        *_EXAMPLE.findall(content),
        *(match.group(1) or match.group(2) for match in _LABEL.finditer(content)),
    }
    for region in regions:
        for cited in _in_region(content, region, known):
            at = bisect_right(starts, cited.span.start) - 1
            if at >= 0 and hidden[at].end > cited.span.start:
                continue
            if cited.key in known:
                found.append(cited)
            elif cited.key not in own and not _CROSS_REFERENCE.match(cited.key):
                unknown.append(cited)
    return found, unknown


def _in_region(content: str, region: Span, known: Collection[str]) -> Iterator[Cited]:
    opened: list[bool] = []  # for each open bracket: whether it opens a citation, not a link
    position = region.start
    while match := _TOKEN.search(content, position, region.end):
        token, position = match.group(), match.end()
        if token == "[":
            if len(opened) < DEEPEST:
                opened.append(content[match.start() - 1 : match.start()] not in ("!", "^"))
        elif token == "]":
            if opened:
                opened.pop()
        elif token.endswith("@") and token[0] != "\\":
            key = _KEY.match(content, position, region.end)
            if key is None:
                continue
            name, end = _name(key, known)
            span = Span(match.end() - 1, end)
            inside = bool(opened) and opened[-1]
            suffix, position = _suffix(content, end, region.end, inside)
            if not inside and suffix:
                opened.append(True)  # its bracket may hold further citations
            yield Cited(name, span, suffix, inside and not _is_link(content, end, region.end))


def _name(key: re.Match[str], known: Collection[str]) -> tuple[str, int]:
    """The key and the offset after it. Words of a script without spaces run on from it: `@doe2019的`."""
    name = key.group(1) or key.group(2)
    if name not in known and key.group(2):
        head = _ASCII.match(name)
        if head and head.group() in known:
            return head.group(), key.start() + len(head.group())
    return name, key.end()


def _suffix(content: str, start: int, end: int, inside: bool) -> tuple[str, int]:
    """What stands behind a key up to the next one, and the offset to go on from."""
    if not inside:
        place = _BARE_PLACE.match(content, start, end)
        if place is None:
            return "", start
        own = place.group(1).partition(";")[0]
        return " ".join(own.split()), place.start(1) + len(own)
    stop = start
    limit = min(end, start + LONGEST_SUFFIX)
    while stop < limit and content[stop] not in ";]@[":
        stop += 1
    return " ".join(content[start:stop].strip(" ,\t\n").split()), start


def _is_link(content: str, start: int, end: int) -> bool:
    """Whether the bracket around a place is the text of a link."""
    close = content.find("]", start, min(end, start + 2 * LONGEST_SUFFIX))
    return close >= 0 and content[close + 1 : close + 2] in ("(", "[") and content[close + 1] != ""
