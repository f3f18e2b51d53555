"""The changes of a plan written into the bytes of a manuscript, per format."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.errors import UsageMistake
from citecheck.fix.changes import Change, Left
from citecheck.model import Extraction

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXTS = ("text/plain", "text/markdown")


def fixable(media_type: str, name: str) -> None:
    """Raises `UsageMistake` for a format that no corrected copy is made of."""
    if media_type not in (*TEXTS, DOCX):
        raise UsageMistake(
            f"{name}: a corrected copy is made of text, Markdown and DOCX; this is {media_type} "
            "(the HTML report has each reference corrected, to copy)"
        )


def corrected(
    data: bytes, extraction: Extraction, changes: Sequence[Change]
) -> tuple[bytes, tuple[tuple[Change, str], ...]]:
    """A copy of the manuscript `data` with `changes` made, and those that could not be made, with the reason.

    Everything outside the changed stretches stays byte for byte (of a DOCX, in its other parts). Raises
    `UsageMistake` for other formats, `UnreadableInput` for data that cannot be written back.
    """
    manuscript = extraction.manuscript
    fixable(manuscript.media_type, manuscript.name)
    if manuscript.media_type == DOCX:
        from citecheck.fix.docx import corrected_docx  # lxml is loaded where a DOCX comes

        return corrected_docx(data, extraction, changes)
    from citecheck.fix.plain import corrected_text

    return corrected_text(data, manuscript, changes)


def as_left(change: Change, why: str) -> Left:
    """A change that could not be made, as an address that was left."""
    return Left(change.note, change.line, change.before, why)
