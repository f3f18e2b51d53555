"""What is reported: findings, and the audit they are taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from citecheck.model.citation import Extraction
from citecheck.model.link_check import LinkCheck
from citecheck.model.match import QuoteCheck


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    UNKNOWN = "unknown"
    """Could not be settled. Reported; fails a run only on demand."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why a finding is accepted, by whom, until when (ISO date or `None`)."""

    reason: str
    by: str | None = None
    until: str | None = None
    inline: bool = False
    """By an ignore in the manuscript itself, not by a baseline."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What, where, on what evidence, and what to do next."""

    check: str
    severity: Severity
    message: str
    advice: str
    line: int
    note: int | None = None
    note_id: str | None = None
    evidence: Mapping[str, object] = field(default_factory=dict)
    """JSON values only."""
    subject: str = ""
    """What the fingerprint is made of (contract 4): canonical URL, else folded words."""
    fingerprint: str = ""
    accepted: Accepted | None = None


class Mode(StrEnum):
    LIVE = "live"
    REPLAY = "replay"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Run:
    """How an audit went."""

    mode: Mode
    complete: bool
    """False where a budget was spent or the network failed before the end."""
    started: datetime
    finished: datetime
    requests: int = 0
    bytes: int = 0
    settings: Mapping[str, object] = field(default_factory=dict)
    trouble: str | None = None
    """Why the run could not check (network or archive down), else `None`."""
    path: str = ""
    """The manuscript's path as given, for annotations of a repository; empty where there is none."""
    baseline: bool = False
    """Whether a baseline was given, so that what it does not hold is new."""
    language: str | None = None
    """Language of reports for people; `None` for the manuscript's own."""


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything a report says. Same evidence, same audit, same bytes."""

    extraction: Extraction
    links: tuple[LinkCheck, ...]
    """One for each of `extraction.links`, same order."""
    quotes: tuple[QuoteCheck, ...]
    """In order of `quotation`; names and quotations without a note are left out."""
    findings: tuple[Finding, ...]
    run: Run
    version: str
    generated: datetime
