"""Keys that cite a bibliography in the source itself: `[@doe2019, p. 33]`, `@doe2019 [p. 5]` in Markdown.

Each key that a bibliography knows is a source of its own with as many calls as it has. Calls in the body are
calls like any other; in a note a key is a short form, and what it stands for is known. A key that no
bibliography knows is a short form that points nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citecheck.model import (
    Antecedent,
    Citation,
    CitationKind,
    Described,
    Lines,
    Mark,
    MarkKind,
    Note,
    NoteKind,
    Problem,
    Span,
    Text,
)
from citecheck.parse import citation_words as words
from citecheck.parse.citation_locators import locator_of
from citecheck.parse.segments import is_whole, segments_of
from citecheck.patterns import late

ORIGIN = "bibliography"
"""Origin of the marks of keys and of the sources that they cite."""
GROUP_REACH = 300
"""Characters on either side of a key in which its brackets are looked for."""
LOCATOR_REACH = 80
"""Characters behind a key of a note in which its page stands."""

_PART = re.compile(r";\s*")
_STOP = re.compile(r"[.!?»”\")\]]\s+(?=[^\W\d_])")
_BARE_PAGE = late(r"\W*(\d{1,5}(?:\s?[–—-]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)*)(?!\w)")
_ROMAN_PAGE = late(r"\W*([ivxlc]{1,8}(?:[–—-][ivxlc]{1,8})?)\W*\Z")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a manuscript that are known: as they are written, and the source each stands for."""

    notes: Mapping[str, str]
    """Key with its `@` → id of the source."""
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, notes: Sequence[Note]) -> Keys | None:
        """Those of a manuscript's notes, `None` where it cites by no keys."""
        found = {note.label: note.id for note in notes if is_key(note.label, note.kind)}
        if not found:
            return None
        names = sorted((re.escape(label[1:]) for label in found), key=len, reverse=True)
        any_of = "|".join(names)
        return cls(
            found,
            re.compile(rf"(?<![\w@/])@(?:\{{({any_of})\}}|({any_of})(?![A-Za-z0-9_]|[:.#$%&+?<>~/-]\w))"),
        )


def is_key(label: str, kind: NoteKind) -> bool:
    """Whether a label is the key of a source in a bibliography."""
    return kind is NoteKind.REFERENCE and len(label) > 1 and label[0] == "@"


def without_lost_keys(text: Text) -> tuple[Text, list[Mark]]:
    """The text less the marks of keys that no bibliography knows, and these marks."""
    known = {mark.key for mark in text.marks if mark.kind is MarkKind.REFERENCE}
    lost = [
        mark
        for mark in text.marks
        if mark.kind is MarkKind.MARKER and mark.origin == ORIGIN and mark.key not in known
    ]
    if not lost:
        return text, lost
    gone = set(map(id, lost))
    return replace(text, marks=tuple(mark for mark in text.marks if id(mark) not in gone)), lost


def without_keys(problems: Sequence[Problem], lost: Sequence[Mark]) -> list[Problem]:
    """`problems` less the short forms that are such keys: they are told once."""
    names = tuple(mark.label for mark in lost)
    return [problem for problem in problems if not (names and problem.context.startswith(names))]


def lost_keys(text: Text, lost: Sequence[Mark]) -> Iterator[Problem]:
    """What is to be said of keys without a source: each once, all in one line where nothing was looked in."""
    lines = Lines(text.content)
    first: dict[str, Mark] = {}
    for mark in lost:
        first.setdefault(mark.label, mark)
    where = ", ".join(text.bibliographies)
    why = f"; not found in the manuscript's folder: {', '.join(text.unread)}" if text.unread else ""
    if not where and len(first) > 1 and not any(mark.key for mark in text.marks if mark.origin == ORIGIN):
        mark = lost[0]
        more = f"{len(first) - 1} more key{'s' if len(first) > 2 else ''}"
        message = f"“{mark.label}” and {more} cite a bibliography, and none was read"
        first = {}
        yield _problem(mark, message + why, lines)
    for label, mark in first.items():
        message = f"“{label}” is in no bibliography that was read"
        message += f" ({where})" if where else ""
        yield _problem(mark, message + why, lines)


def _problem(mark: Mark, message: str, lines: Lines) -> Problem:
    line = lines.at(mark.spans[0].start)
    return Problem("short-form-unresolved", message, line, context=mark.label)


def group_of(content: str, span: Span) -> Span:
    """A key with its brackets and all that stands in them; in the text, with the bracket behind it.

    >>> group_of("it holds [see @doe, p. 3].", Span(14, 18)).of("it holds [see @doe, p. 3].")
    '[see @doe, p. 3]'
    """
    before = content[max(0, span.start - GROUP_REACH) : span.start]
    opening = before.rfind("[")
    after = content[span.end : span.end + GROUP_REACH]
    close = after.find("]")
    if opening >= 0 and "]" not in before[opening:] and "\n\n" not in before[opening:] and close >= 0:
        return Span(span.start - len(before) + opening, span.end + close + 1)
    bare = re.match(r"\s{0,3}\[(?![\^@])[^\[\]]{1,200}\](?![(\[:])", after)
    start = span.start - 1 if before.endswith("-") else span.start
    return Span(start, span.end + bare.end() if bare else span.end)


def place_of(suffix: str) -> str | None:
    """Page or section in what a citation says behind its key, without its word; a number alone is a page.

    >>> place_of("pp. 33–35, and passim"), place_of("chap. 2"), place_of("33"), place_of("who says so")
    ('33–35', '2', '33', None)
    """
    suffix = suffix.replace("--", "–")  # as Markdown and LaTeX write it
    if not suffix.strip():
        return None
    bare = _BARE_PAGE.match(suffix) or _ROMAN_PAGE.match(suffix)
    return bare.group(1) if bare else locator_of(suffix.strip(" ,:[]{}()"))


def parts_of(text: str, keys: Keys) -> list[tuple[Span, re.Match[str] | None]] | None:
    """Stretches of a note's text that hold one citation each, with the key that it cites, if any.

    `None` where the note cites by no key.
    """
    hits = list(keys.pattern.finditer(text))
    if not hits:
        return None
    found: list[tuple[Span, re.Match[str] | None]] = []
    ends = [match.span() for match in _PART.finditer(text)]
    begin = loose = 0
    for end, after in [*ends, (len(text), len(text))]:
        own = [hit for hit in hits if begin <= hit.start() < end]
        if own:
            found += _others(text, loose, begin)
            found += _keyed(text, Span(begin, end), own)
            loose = after
        begin = after
    return found + list(_others(text, loose, len(text)))


def _keyed(
    text: str, part: Span, hits: Sequence[re.Match[str]]
) -> Iterator[tuple[Span, re.Match[str] | None]]:
    start = part.start
    stops = [match.end() for match in _STOP.finditer(text, part.start, hits[0].start())]
    if stops and is_whole(text[part.start : stops[-1]]):
        yield from _others(text, part.start, stops[-1])
        start = stops[-1]
    for place, hit in enumerate(hits):
        end = hits[place + 1].start() if place + 1 < len(hits) else part.end
        yield Span(start, len(text[:end].rstrip(" ,;[("))), hit
        start = end


def _others(text: str, start: int, end: int) -> Iterator[tuple[Span, re.Match[str] | None]]:
    """Citations of a stretch without keys; words that cite nothing are none."""
    stretch = text[start:end]
    if is_whole(stretch):
        for span in segments_of(stretch):
            yield Span(start + span.start, start + span.end), None


def described(note: Note, citations: Sequence[Citation], sources: Mapping[str, Described]) -> list[Citation]:
    """The citations of a source with what its bibliography says of it in place of what was read out of print.

    The pages of an article are no place that a citation points at.
    """
    known = sources.get(note.label)
    if known is None or len(citations) != 1:
        return list(citations)
    return [
        replace(
            citations[0],
            author=known.author,
            title=known.title,
            year=known.year,
            locator=None,
            accessed=citations[0].accessed if known.accessed else None,
        )
    ]


def keyed(note: Note, span: Span, hit: re.Match[str], keys: Keys) -> Citation:
    """A citation by a key: what it stands for is the source of that key."""
    text = note.text
    behind = text[hit.end() : min(span.end, hit.end() + LOCATOR_REACH)].partition("]")[0]
    label = f"@{hit.group(1) or hit.group(2)}"
    return Citation(
        CitationKind.SHORT_FORM,
        span,
        locator=place_of(behind),
        antecedent=Antecedent(keys.notes[label], 0),
        second_hand=words.second_hand().search(span.of(text)) is not None,
    )
