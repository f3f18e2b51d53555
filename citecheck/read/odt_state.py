"""What the reading of an OpenDocument text must remember: of each story in it, and of notes that wait."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from citecheck.model import MarkKind
from citecheck.read.csl import Source
from citecheck.read.docx_fields import Field
from citecheck.read.odt_styles import Style
from citecheck.read.story import Draft


@dataclass(slots=True)
class Called:
    """A note that has been called and not yet read; `element` holds its paragraphs."""

    element: etree._Element
    key: str
    label: str
    kind: str
    page: int


@dataclass(slots=True)
class Story:
    """A stretch of paragraphs: the document, a note, a frame."""

    in_note: bool = False
    boxes: list[etree._Element] = field(default_factory=list)
    """Frames met in the paragraph that is being read."""
    open: dict[str, tuple[int, tuple[Source, ...]]] = field(default_factory=dict)
    """Citations of a reference manager that have begun in the paragraph: offset and sources by name."""
    fields: list[Field] = field(default_factory=list)
    """Word's fields that are open."""
    references: bool = False
    """The paragraphs are a list of sources."""
    cells: int = 0
    """Cells of tables that are open."""
    label: str = ""
    """Of the list's item whose first paragraph comes next."""


def mark_of_paragraph(style: Style, story: Story, level: str) -> Draft | None:
    """What a paragraph is as a whole, `None` for running text. `level`: of a heading, else empty."""
    if level:
        return Draft(MarkKind.HEADING, (), detail=level)
    if story.references or (story.fields and any(field.lists for field in story.fields)):
        return Draft(MarkKind.REFERENCE, ())
    return Draft(style.kind, ()) if style.kind else None
