"""The forms in which an audit is handed over, one module each.

A format is a module with `SUFFIX` and `render(audit, manuscript) -> str | bytes`. What only one format
needs from a third party it imports when it renders; knowing the names of the formats costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from citecheck.model import Audit


class Format(Protocol):
    """What a format module offers."""

    SUFFIX: str
    """Ending of the file's name, with its dot."""

    def render(self, audit: Audit, manuscript: bytes) -> str | bytes:
        """The report; `manuscript` is the file as given, for formats that hand back a copy of it."""
        ...


class _Formats(Mapping[str, Format]):
    """Formats by name, each loaded when it is asked for: who writes JSON alone loads no HTML."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Format:
        return cast(Format, import_module(self._modules[name]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


FORMATS: Mapping[str, Format] = _Formats(
    {
        "terminal": "citecheck.report.terminal",
        "html": "citecheck.report.html",
        "json": "citecheck.report.json_",
        "jsonl": "citecheck.report.jsonl",
        "markdown": "citecheck.report.markdown",
        "csv": "citecheck.report.csv_",
        "xlsx": "citecheck.report.xlsx",
        "docx": "citecheck.report.docx",
        "sarif": "citecheck.report.sarif",
        "github": "citecheck.report.github",
        "gitlab": "citecheck.report.gitlab",
        "junit": "citecheck.report.junit",
    }
)
