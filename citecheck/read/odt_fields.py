"""Citations of reference managers in OpenDocument, and Word's fields, which LibreOffice keeps with their
instruction where it does not know them.

So a Word document with citations of a reference manager looks when it has been saved as OpenDocument. The
elements are an extension of LibreOffice's (`field:fieldmark-start`, `-separator`, `-end`).
"""

from __future__ import annotations

from lxml import etree

from citecheck.read.csl import cite, sources_of
from citecheck.read.docx_fields import Field
from citecheck.read.odt_names import NAME
from citecheck.read.odt_state import Story
from citecheck.read.story import Paragraph

FIELD = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
START, END = f"{{{FIELD}}}fieldmark-start", f"{{{FIELD}}}fieldmark-end"
_PARAMETER, _NAME, _VALUE = f"{{{FIELD}}}param", f"{{{FIELD}}}name", f"{{{FIELD}}}value"
_CODE = "vnd.oasis.opendocument.field.code"


def begin(element: etree._Element, paragraph: Paragraph, story: Story) -> None:
    """A field's result begins; its instruction is one of its parameters."""
    field = Field([p.get(_VALUE) or "" for p in element.iter(_PARAMETER) if p.get(_NAME) == _CODE])
    field.show(paragraph.length)
    story.fields.append(field)


def end(element: etree._Element, paragraph: Paragraph, story: Story) -> None:
    """The result of the innermost field ends."""
    if story.fields:
        _finish(story.fields.pop(), paragraph)


def begin_citation(element: etree._Element, paragraph: Paragraph, story: Story) -> None:
    """A reference mark begins, whose name may be a citation of a reference manager."""
    name = element.get(NAME) or ""
    if sources := sources_of(name):
        story.open[name] = (paragraph.length, sources)


def end_citation(element: etree._Element, paragraph: Paragraph, story: Story) -> None:
    """The reference mark of the same name ends."""
    if opened := story.open.pop(element.get(NAME) or "", None):
        cite(paragraph, opened[0], opened[1])


def divide(paragraph: Paragraph, story: Story) -> None:
    """A paragraph ends; open fields go on in the next one."""
    for field in story.fields:
        _finish(field, paragraph)
        field.start = 0


def _finish(field: Field, paragraph: Paragraph) -> None:
    if paragraph.length <= field.start:
        return
    if field.target:
        paragraph.link(field.start, field.target, "field")
    if field.sources:
        cite(paragraph, field.start, field.sources)
