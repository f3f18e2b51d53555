"""Lists of sources without numbers, told by their heading and by their entries.

Most entries of such a list begin with a name and bear a year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, Span, Text
from citecheck.parse.words import cites, is_notes_title, is_references_title
from citecheck.patterns import late

LONGEST_TITLE = 60
"""Characters of a line that may be the heading of a list."""
MOST_TITLES = 5
"""Headings that are tried, the last first."""
LEAST = 2
"""Entries that make a list."""
SHARE = 0.6
"""Of the paragraphs under the heading at least so many begin with a name and bear a year."""
PARTICLE = 4
"""Letters of a word in lower case with which a family name may begin (`van`, `von`)."""
OFTEN_EMPTY = 4
"""Empty lines for every so many lines of text part the entries."""
LONGEST_ENTRY = 3_000
SHORTEST = 15
"""Characters of the shortest entry that is known by what it cites alone."""
LABEL_WORDS = 4
"""Words by which such an entry is shown."""
NAME_REACH = 60
"""Characters before a bracket in which the author it goes with stands: `Smith and Jones (1999)`."""
EARLY = 3
"""In the first third of an entry a year is that of the source; else its last one is."""

_YEAR = r"(?<![\d/.\-–])((?:1[5-9]|20)\d\d)([a-kабв](?![^\W\d_]))?(?![\d/]|[.\-–]\d)"
YEAR = late(_YEAR)
NAME = late(r"[^\W\d_](?:[^\W\d_]|['’\-‐](?=[^\W\d_])){1,40}")
_BRACKETED_YEAR = late(r"[(\[]\s?((?:1[5-9]|20)\d\d)([a-kабв](?![^\W\d_]))?")
_NO_YEAR = (
    r"\b(?:n\.\s?d\.|s\.\s?[da]\.|o\.\s?J\.|б\.\s?г\.|b\.\s?[dr]\."
    r"|in press|forthcoming|im Erscheinen|à paraître|w druku|в печати|у друці)"
)
"""What stands in place of the year where there is none (APA 7, 9.14; DIN ISO 690; GOST 7.0.5)."""
_UNDATED = late(_NO_YEAR)
_BRACKETED_UNDATED = late(rf"[(\[]\s?({_NO_YEAR})")
WHEN = late(rf"{_YEAR}|{_NO_YEAR}")
"""A year, its letter in group 2, or what stands in its place."""
_ADDRESS = late(r"(?:https?://|www\.|doi\.org)\S+|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}")
_BULLET = late(r"[ \t]*(?:[-*+•–—][ \t]+)?")
_NUMBERED = late(r"[ \t]*(?:\[\d{1,3}\]|\d{1,3}[.)])[ \t]")


class Entry(NamedTuple):
    """One entry of a list: where it stands and what calls it."""

    span: Span
    names: tuple[str, ...]
    """Family names at its head, folded; the first is the one it is called by."""
    years: tuple[str, ...]
    """Its year first, with its letter (`1999a`), then other years in it."""
    label: str


def is_hint(mark: Mark) -> bool:
    """Whether a mark says of a paragraph that it is an entry (by its style), and not what calls it."""
    return mark.kind is MarkKind.REFERENCE and not mark.key


def sections_of(text: Text) -> list[Span]:
    """What stands under each heading of a list of sources, up to the next heading of its order or above.

    Paragraphs in the style of entries make such a section without a heading.
    """
    content = text.content
    headings = [mark for mark in text.marks if mark.kind is MarkKind.HEADING]
    starts = [mark.spans[0].start for mark in headings]
    found: list[Span] = []
    for begin in titles_of(content):
        own = bisect_right(starts, begin - 1) - 1
        end = len(content)
        if own >= 0 and not content[headings[own].spans[-1].end : begin].strip():
            below = [mark for mark in headings[own + 1 :] if mark.detail <= headings[own].detail]
            if below and content[begin : below[0].spans[0].start].strip("# \n"):
                end = below[0].spans[0].start
        found.append(Span(begin, end))
    styled = [mark for mark in text.marks if is_hint(mark)]
    if styled:
        begin = content.rfind("\n", 0, styled[0].spans[0].start) + 1
        if not any(span.start <= begin < span.end for span in found):
            found = sorted([*found, Span(begin, styled[-1].spans[-1].end)])
    return found


def entries_of(content: str, sections: Sequence[Span]) -> list[Entry]:
    """Entries of the last list of sources in a text, empty where there is none.

    `sections`: what stands under each heading of such a list.
    """
    for section in reversed(sections[-MOST_TITLES:]):
        blocks = list(_blocks(content, section))
        named = [_entry(content, block) for block in blocks]
        listed = _listed(named)
        blocks, named = blocks[:listed], named[:listed]
        entries = [entry for entry in named if entry]
        numbered = sum(_NUMBERED.match(content, block.start) is not None for block in blocks)
        if len(entries) >= max(LEAST, SHARE * len(blocks)) and numbered <= len(blocks) / 2:
            both = zip(named, blocks, strict=True)
            return [one for entry, block in both if (one := entry or _untold(content, block))]
    return []


def entry_of(content: str, block: Span) -> Entry:
    """A paragraph of a list as an entry; one without a name at its head or without a year has none."""
    return _entry(content, block) or Entry(block, (), (), "")


def _listed(named: Sequence[Entry | None]) -> int:
    """How many paragraphs belong to the list: what follows it without a heading is left out."""
    best = score = place = 0
    for at, entry in enumerate(named, 1):
        score += 1 if entry else -1
        if entry and score >= best:
            best, place = score, at
    return place


def _untold(content: str, block: Span) -> Entry | None:
    """An entry among others that begins with a title, or says no year: nothing calls it by name and year."""
    text = block.of(content).strip()
    if len(text) > LONGEST_ENTRY or len(text) < SHORTEST or not cites().search(text):
        return None
    start = block.start + block.of(content).index(text[0])
    words = " ".join(text.split()[:LABEL_WORDS]).strip(".,:;")
    return Entry(Span(start, start + len(text)), (), (), words)


def titles_of(content: str) -> Iterator[int]:
    """Offsets after the headings of lists of sources."""
    start = 0
    for line in content.splitlines(keepends=True):
        if len(line) <= LONGEST_TITLE and line.strip() and is_references_title(line.strip()):
            yield start + len(line)
        start += len(line)


def _blocks(content: str, section: Span) -> Iterator[Span]:
    """Paragraphs under a heading: parted by empty lines, by hanging indents, or one a line."""
    lines: list[Span] = []
    at, tail = section.start, section.of(content)
    for line in tail.splitlines(keepends=True):
        if len(line) <= LONGEST_TITLE and is_notes_title(line.strip()) and line.strip():
            break
        if line.lstrip().startswith("#") and line.strip("# \r\n"):
            if section.end == len(content):
                break
            at += len(line)
            continue
        lines.append(Span(at, at + len(line)))
        at += len(line)
    texts = [span for span in lines if span.of(content).strip()]
    if not texts:
        return
    empty = sum(texts[0].start < span.start < texts[-1].start for span in lines) - len(texts) + 2
    if empty > len(texts) / OFTEN_EMPTY:
        yield from _parted(content, lines)
        return
    indents = [_indent(content, span) for span in texts]
    least = min(indents)
    hanging = any(indent > least for indent in indents)
    begin = texts[0]
    for place, span in enumerate(texts[1:], 1):
        begins = indents[place] == least if hanging else _entry(content, span) is not None
        if begins:
            yield Span(begin.start, texts[place - 1].end)
            begin = span
    yield Span(begin.start, texts[-1].end)


def _parted(content: str, lines: Sequence[Span]) -> Iterator[Span]:
    begin = -1
    for span in lines:
        if span.of(content).strip():
            begin = span.start if begin < 0 else begin
        elif begin >= 0:
            yield Span(begin, span.start)
            begin = -1
    if begin >= 0:
        yield Span(begin, lines[-1].end)


def _indent(content: str, span: Span) -> int:
    line = span.of(content)
    return len(line) - len(line.lstrip())


def _entry(content: str, block: Span) -> Entry | None:
    """What a paragraph is as an entry, `None` where no name stands at its head or no year in it."""
    bullet = _BULLET.match(content, block.start, block.end)
    start = bullet.end() if bullet else block.start
    end = block.end
    while end > start and content[end - 1].isspace():
        end -= 1
    text = content[start:end]
    if not text or len(text) > LONGEST_ENTRY:
        return None
    if not text[0].isupper() and len(text.split(maxsplit=1)[0]) > PARTICLE:
        return None
    dated = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    bracketed = _BRACKETED_YEAR.search(dated)
    years = [found.group(1) + (found.group(2) or "") for found in YEAR.finditer(dated)]
    undated = _UNDATED.search(dated)
    head = _BRACKETED_UNDATED.search(dated)
    if head and not (bracketed and bracketed.start() < head.start()):
        bracketed, first = head, closed_up(head.group(1))  # a later year is that of the visit
    elif bracketed:
        first = bracketed.group(1) + (bracketed.group(2) or "")
    elif years:
        early = YEAR.search(dated, 0, max(len(text) // EARLY, NAME_REACH))
        first = years[0] if early else years[-1]
    elif undated:
        first = closed_up(undated.group())
    else:
        return None
    names = _names(text, bracketed.start() if bracketed else len(text))
    if not names:
        return None
    others = [year for year in years if year != first]
    return Entry(Span(start, end), tuple(map(folded, names)), (first, *others), f"{names[0]} {first}")


def _names(text: str, end: int) -> list[str]:
    """Family names at the head of an entry: the first word, and other names before the year."""
    head = text[: min(end, 150)]
    capital = [found for found in NAME.finditer(head) if found.group()[0].isupper()]
    if not capital or capital[0].start() > 12:
        return []
    return [found.group() for found in capital[:8]]


def closed_up(year: str) -> str:
    """A year, or what stands in its place, in one spelling (`n. d.` as `n.d.`).

    >>> closed_up("n. d."), closed_up("1999a")
    ('n.d.', '1999a')
    """
    return re.sub(r"(?<=\.)\s+", "", year)


def folded(name: str) -> str:
    """A name as it is compared."""
    return name.casefold().replace("’", "'").replace("ё", "е")
