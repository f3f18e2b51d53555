"""The forms in which an audit is handed over, one module each.

A format is a module with `SUFFIX` and `render(audit, manuscript) -> str | bytes`. What only one format
needs from a third party it imports when it renders, so that knowing the names of the formats costs
nothing.
"""

from __future__ import annotations

from typing import Protocol

from citecheck.model import Audit
from citecheck.report import (
    csv_,
    docx,
    github,
    gitlab,
    html,
    json_,
    jsonl,
    junit,
    markdown,
    sarif,
    terminal,
    xlsx,
)


class Format(Protocol):
    """What a format module offers."""

    SUFFIX: str
    """Ending of the file's name, with its dot."""

    def render(self, audit: Audit, manuscript: bytes) -> str | bytes:
        """The report; `manuscript` is the file as given, for formats that hand back a copy of it."""
        ...


FORMATS: dict[str, Format] = {
    "terminal": terminal,
    "html": html,
    "json": json_,
    "jsonl": jsonl,
    "markdown": markdown,
    "csv": csv_,
    "xlsx": xlsx,
    "docx": docx,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
}
