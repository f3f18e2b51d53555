"""Notes written down in a line each."""

from __future__ import annotations

from citecheck.model import Citation, CitationKind, Note, NoteKind, Span


def note(
    note_id: str,
    author: str | None = None,
    title: str | None = None,
    year: int | None = None,
    *,
    key: str = "",
) -> Note:
    """A note that cites one work, or the entry of a bibliography under `key`."""
    number = int(note_id.rsplit(":", 1)[-1])
    cited = Citation(CitationKind.PRINT, Span(0, 1), author=author, title=title, year=year)
    kind = NoteKind.REFERENCE if key else NoteKind.FOOTNOTE
    return Note(
        note_id, number, key or str(number), kind, (), "", 1, 1, citations=(cited,) if author or title else ()
    )
