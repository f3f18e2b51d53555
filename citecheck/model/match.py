"""Where and how a quotation was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from citecheck.model.reason import Reason
from citecheck.model.text import Span
from citecheck.model.travel import travels


class Verdict(StrEnum):
    """Contract 3, table of verdicts."""

    VERBATIM = "verbatim"
    NEAR = "near"
    MODIFIED = "modified"
    PARTIAL = "partial"
    ALTERED = "altered"
    NOT_FOUND = "not-found"
    CONSISTENT = "consistent"
    NUMBER_DIFFERS = "number-differs"
    CHECK = "check"
    CANNOT_VERIFY = "cannot-verify"
    NOT_CHECKABLE = "not-checkable"

    @property
    def located(self) -> bool:
        """Whether a passage of the page is shown for it."""
        return self not in (Verdict.NOT_FOUND, Verdict.CANNOT_VERIFY, Verdict.NOT_CHECKABLE)


class DifferenceKind(StrEnum):
    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    WORD = "word"
    TYPOGRAPHY = "typography"


class Flag(StrEnum):
    STOPS_EARLY = "stops-early"
    ELSEWHERE = "elsewhere"
    SECOND_HAND = "second-hand"
    TRANSLATED = "translated"
    REORDERED = "reordered"
    POSSIBLE_OCR = "possible-ocr"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not equal; one side is empty where words were left out or put in."""

    kind: DifferenceKind
    quoted: str
    found: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a quotation was found in a page's text, and how it differs."""

    verdict: Verdict
    reason: Reason
    score: float | None = None
    """0 to 1, comparable within one kind of verdict; `None` where nothing was located."""
    span: Span | None = None
    """Outer bounds in the page's text."""
    found: str | None = None
    """The page's own words there."""
    prefix: str = ""
    suffix: str = ""
    """Up to 32 characters on each side of what was found."""
    fragments: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
    flags: tuple[Flag, ...] = ()
    quote_language: str | None = None
    page_language: str | None = None
    page: int | None = None
    """Page of a paged source on which the passage begins, counted from the file's first."""
    last_page: int | None = None
    """The page on which it ends."""
    page_labels: tuple[str, ...] = ()
    """Numbers printed on these pages, first to last; empty strings where unknown."""
    page_count: int | None = None
    """Pages of the source."""
    text_fragment: str | None = None
    """`#:~:text=…` that opens a browser at the passage."""
    terms: tuple[tuple[str, str], ...] = ()
    """Across languages: terms that met, quotation's beside page's."""


@dataclass(frozen=True, slots=True)
class Source:
    """The page a quotation was compared with."""

    url: str
    where: str
    """`live`, `archive` or `file`."""
    datetime: datetime | None = None
    """Of the capture; `None` for a living page or a file."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The answer about one quotation of the manuscript."""

    quotation: int
    """Index among the manuscript's quotations."""
    alignment: Alignment
    source: Source | None = None
    drifted: bool = False
    """Found in the archived copy, no longer on the living page."""


travels(Alignment, Difference)
