"""What the reading of a DOCX file must remember: of the document as a whole, and of each story in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from citecheck.read.csl import Source
from citecheck.read.docx_fields import Field
from citecheck.read.docx_numbering import NoteNumbers
from citecheck.read.docx_styles import Styles
from citecheck.read.docx_survey import Survey


@dataclass(slots=True)
class Place:
    """Where in the document the reading stands, which decides the numbers of notes."""

    section: int = 0
    page: int = 1
    moves: bool = True
    """Page ends count here; in notes they do not."""


@dataclass(slots=True)
class Called:
    """A note that has been called: `kind` is `footnote` or `endnote`."""

    kind: str
    key: str
    label: str
    page: int
    custom: bool


@dataclass(slots=True)
class Shared:
    """What all stories of a document have in common."""

    styles: Styles
    numbers: Mapping[str, NoteNumbers]
    survey: Survey
    hides: bool
    """Something in the document is hidden."""
    raises: bool
    """Something in it is set above its line."""
    stored_pages: bool
    """The file says where Word ended its pages."""
    cited: Callable[[], Mapping[str, Source]] = dict
    """Sources of Word's list by their tags."""
    place: Place = field(default_factory=Place)
    called: list[Called] = field(default_factory=list)
    """Notes called and not yet read."""
    labels: dict[str, str] = field(default_factory=dict)
    """Labels of the notes called so far, by key."""
    places: dict[str, str] = field(default_factory=dict)
    """Keys of notes by the bookmarks around their calls."""


@dataclass(slots=True)
class Story:
    """A stretch of paragraphs of its own: the document, a note, a text box."""

    targets: Mapping[str, str]
    in_note: bool = False
    fields: list[Field] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes met in the paragraph that is being read."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    """Names of open bookmarks by id."""
    cells: int = 0
    """Cells of tables that are open."""
    hidden: bool = False
    """The style of the paragraph that is being read hides its text."""
    custom: Called | None = None
    """A note whose label is the text that comes next."""
