"""The table that `extract` shows: notes with what they cite, lost notes where they are called.

Off a terminal nothing is coloured and no line is broken, so that the table is written as it is: rich takes
as long for it as the parsing of a chapter.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, east_asian_width

from citecheck.model import Citation, CitationKind, Extraction, Link, Marker, Note
from citecheck.redaction import redact
from citecheck.report.places import Places
from citecheck.report.safe import visible
from citecheck.report.words import FALLBACK, words_in

if TYPE_CHECKING:
    from rich.text import Text as Styled

Where = Callable[[int], str]
"""A line of the text as read → its place for people."""
Line = list[tuple[str, str]]
"""A line in pieces, each with its style."""
LONGEST_TITLE, SOURCES = 72, 3
"""Characters of a title, and citations of a note that are shown."""
TAB = 8
"""Columns between two stops."""


class Row(NamedTuple):
    """A note, or a call whose note is lost."""

    note: str
    place: str
    called: str
    told: list[Line]
    """Sources, addresses, what is the matter."""


HEAD = Row("note", "place", "called", [[("source, URL, repairs", "")]])


def show_extraction(found: Extraction) -> None:
    """Notes with place, marker, citation, URL, repairs and problems; lost notes where they are called."""
    where = _where(found)
    rows, below = list(_rows(found, where)), list(_below(found, where))
    if sys.stdout.isatty():
        _show_coloured(rows, below)
    else:
        sys.stdout.write("".join(f"{line.rstrip()}\n" for line in _plain(rows, below)))


def _rows(found: Extraction, where: Where) -> Iterator[Row]:
    called = {marker.note_id: marker for marker in found.parsed.markers if marker.note_id}
    lost = [marker for marker in found.parsed.markers if marker.note_id is None]
    missing = [problem for problem in found.parsed.problems if problem.check == "note-missing"]
    ids = {(problem.line, problem.note): problem.note_id for problem in missing}
    for note in found.parsed.notes:
        marker = called.get(note.id)
        while lost and marker is not None and lost[0].span.start < marker.span.start:
            yield _lost(lost.pop(0), ids, where)
        at = where(marker.line) if marker else "–"
        yield Row(visible(_shown_id(note)), _place(note, where), at, _told(note, found))
    for marker in lost:
        yield _lost(marker, ids, where)


def _below(found: Extraction, where: Where) -> Iterator[Line]:
    """Addresses outside the notes, what is the matter with the notes as a whole, how many there are."""
    for link in found.links:
        if link.note_id is None:
            yield [(f"outside notes, {where(link.line)}: ", ""), *_link(link)]
    for problem in found.parsed.problems:
        yield [(f"{where(problem.line)}: ", "yellow"), (visible(redact(problem.message)), "yellow")]
    for why in found.manuscript.text.warnings:
        yield [(f"The file: {visible(why)}", "yellow")]
    yield [(_counts(found), "bold")]


def _plain(rows: list[Row], below: list[Line]) -> Iterator[str]:
    note, place, called = (max(map(_columns, column)) for column in list(zip(HEAD, *rows, strict=True))[:3])
    for row in (HEAD, *rows):
        before = f"{_filled(row.note, -note)} {_filled(row.place, place)} {_filled(row.called, called)} "
        for line in row.told:
            for text in _texts(line):
                yield before + text
                before = " " * (note + place + called + 3)
    for line in below:
        yield from _texts(line)


def _texts(line: Line) -> list[str]:
    """What a line says; an address as printed may go over several."""
    return "".join(text for text, _ in line).expandtabs(TAB).split("\n")


def _columns(text: str) -> int:
    """Columns of a terminal that `text` takes: letters of Chinese and the like two, what stands over others
    none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(sign) in "WF" else not combining(sign) for sign in text)


def _filled(text: str, columns: int) -> str:
    """`text` filled up to so many columns; negative: at its left."""
    missing = " " * (abs(columns) - _columns(text))
    return text + missing if columns > 0 else missing + text


def _show_coloured(rows: list[Row], below: list[Line]) -> None:
    from rich.table import Table

    from citecheck.cli.tables import console

    out = console()
    table = Table(title=None, box=None, pad_edge=False, header_style="bold", collapse_padding=True)
    table.add_column("note", justify="right", no_wrap=True)
    table.add_column("place", no_wrap=True)
    table.add_column("called", no_wrap=True)
    table.add_column("source, URL, repairs", overflow="fold", ratio=1)
    for row in rows:
        table.add_row(*(_styled([[(text, "")]]) for text in row[:3]), _styled(row.told))
    out.print(table)
    for line in below:
        out.print(_styled([line]))


def _styled(lines: Iterable[Line]) -> Styled:
    from rich.text import Text as Styled

    return Styled("\n").join(Styled.assemble(*line) for line in lines)


def _told(note: Note, found: Extraction) -> list[Line]:
    told: list[Line] = [[(f"{visible(note.label)}, {visible(note.file)}", "")]] if note.file else []
    told += [[(line, "")] for line in _source(note).split("\n")]
    told += _links(found.by_note.get(note.id, ()))
    flags = [word for word, on in (("continued", note.continued), ("breaks off", note.truncated)) if on]
    if flags:
        told.append([(", ".join(flags), "yellow")])
    return told


def _shown_id(note: Note) -> str:
    """A note's id, which is the sign itself where it bears one."""
    return note.label if note.label and not any(map(str.isalnum, note.label)) else note.id


def _lost(marker: Marker, ids: Mapping[tuple[int, int | None], str | None], where: Where) -> Row:
    """`ids`: of the lost notes, by the line and number of their call: a number may return in a chapter."""
    own = ids.get((marker.line, marker.number))
    label = visible(own if own and ":" in own else marker.label or str(marker.number))
    return Row(label, "–", where(marker.line), [[("lost: called, but not there", "red")]])


def _source(note: Note) -> str:
    """The citations in short, one a line; the note's beginning where it cites nothing by name."""
    lines = [line for one in note.citations if (line := _cited(one, note))]
    more = f"\nand {len(lines) - SOURCES} more" if len(lines) > SOURCES else ""
    return "\n".join(lines[:SOURCES]) + more if lines else visible(redact(_cut(note.text)))


def _cited(citation: Citation, note: Note) -> str:
    """Author, title, year and page, a long title cut; a short form as it is written, with the note of what it
    stands for; what has neither author nor title as it is written, too."""
    own, title, page = citation.span.of(note.text), citation.title, citation.locator
    if citation.kind is CitationKind.SHORT_FORM or not (citation.author or title):
        source = citation.antecedent if "@" not in own else None
        sure = "" if source is None or source.warning is None else "?"
        return visible(redact(_cut(own)) + (f" → {source.note_id}{sure}" if source else ""))
    told = title is not None and page is not None and title.endswith(page)
    words = [citation.author, title and _cut(title, LONGEST_TITLE), citation.year, None if told else page]
    return visible(redact(", ".join(str(word) for word in words if word)))


def _links(links: Sequence[Link]) -> Iterator[Line]:
    """Addresses of a note; one that is printed again right behind itself, as text and target of a link, is
    shown once."""
    for place, link in enumerate(links):
        if not place or link.url is None or link.url != links[place - 1].url:
            yield _link(link)


def _link(link: Link) -> Line:
    if link.url is None:
        return [(f"no URL: {visible(redact(link.repair.raw))}", "red")]
    line = [(visible(redact(link.url)), "cyan")]
    if link.repair.damaged:
        steps = dict.fromkeys(step.step for step in link.repair.candidates[0].steps)
        line.append((f"  repaired: {', '.join(steps)}", "green"))
    if link.repair.problems:
        line.append((f"  {', '.join(link.repair.problems)}", "yellow"))
    return line


def _counts(found: Extraction) -> str:
    parsed = found.parsed
    repaired = sum(link.repair.damaged for link in found.links)
    counts = (
        (len(parsed.notes), "note"),
        (len(parsed.markers), "marker"),
        (len(parsed.quotations), "quotation"),
        (len(found.links), "URL"),
        (len(parsed.problems), "problem"),
    )
    words = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts]
    words[3] += f" ({repaired} repaired)"
    return ", ".join(words)


def _place(note: Note, where: Where) -> str:
    return f"p. {note.page}" if note.page is not None else where(note.line)


def _where(found: Extraction) -> Where:
    """Tells places: `l. 12`, with the file where the manuscript took it in; `paragraph 3` of a Word file."""
    text = found.manuscript.text
    if not found.manuscript.has_lines:
        return Places(found, words_in(FALLBACK))

    def line_of(line: int) -> str:
        file, line = text.located(line)
        return f"{visible(file)} l. {line}" if file else f"l. {line}"

    return line_of


def _cut(text: str, length: int = 100) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
