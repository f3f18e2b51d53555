"""An audit of a text as one of a Word file, for tests that go through all formats."""

from __future__ import annotations

from dataclasses import replace

from citecheck.model import Audit
from citecheck.report.docx import MEDIA_TYPE
from tests.fix.word import docx


def in_word(audit: Audit) -> tuple[Audit, bytes]:
    """The audit with its manuscript called a Word file, and a Word file."""
    extraction = audit.extraction
    manuscript = replace(extraction.manuscript, media_type=MEDIA_TYPE)
    return replace(audit, extraction=replace(extraction, manuscript=manuscript)), docx([["A book."]])
