"""The vocabulary as types (design.md 3): frozen values that every stage takes and gives; nothing else.

What a manuscript holds is loaded at once; what its links and quotations turn out to be, when it is asked
for: who only reads text needs none of it, and to make those types takes as long as to parse thirty notes.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from citecheck.model.citation import (
    SOUND_STEPS,
    Antecedent,
    Candidate,
    Citation,
    CitationKind,
    Extraction,
    Link,
    Marker,
    Note,
    NoteKind,
    Parsed,
    Problem,
    Quotation,
    QuotationKind,
    Repair,
    Step,
)
from citecheck.model.text import (
    Described,
    Lines,
    Manuscript,
    Mark,
    MarkKind,
    Metadata,
    Span,
    Text,
    blanked,
    by_place,
    merged,
    spans_without,
)

if TYPE_CHECKING:
    from citecheck.model.capture import Capture, Exchange, Failure, FailureKind, Fetch, Hop, Outcome, Purpose
    from citecheck.model.finding import Accepted, Audit, Finding, Mode, Run, Severity
    from citecheck.model.link_check import (
        ArchiveCheck,
        ArchiveState,
        Ask,
        Case,
        Compare,
        LinkCheck,
        LinkStatus,
        Seen,
        Suggestion,
    )
    from citecheck.model.match import Alignment, Difference, DifferenceKind, Flag, QuoteCheck, Source, Verdict
    from citecheck.model.reason import REASONS, Reason, phrase
else:
    _LATER = {
        "capture": ("Capture", "Exchange", "Failure", "FailureKind", "Fetch", "Hop", "Outcome", "Purpose"),
        "finding": ("Accepted", "Audit", "Finding", "Mode", "Run", "Severity"),
        "link_check": (
            "ArchiveCheck",
            "ArchiveState",
            "Ask",
            "Case",
            "Compare",
            "LinkCheck",
            "LinkStatus",
            "Seen",
            "Suggestion",
        ),
        "match": ("Alignment", "Difference", "DifferenceKind", "Flag", "QuoteCheck", "Source", "Verdict"),
        "reason": ("REASONS", "Reason", "phrase"),
    }
    _HOMES = {name: module for module, names in _LATER.items() for name in names}

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found


__all__ = [
    "REASONS",
    "SOUND_STEPS",
    "Accepted",
    "Alignment",
    "Antecedent",
    "ArchiveCheck",
    "ArchiveState",
    "Ask",
    "Audit",
    "Candidate",
    "Capture",
    "Case",
    "Citation",
    "CitationKind",
    "Compare",
    "Described",
    "Difference",
    "DifferenceKind",
    "Exchange",
    "Extraction",
    "Failure",
    "FailureKind",
    "Fetch",
    "Finding",
    "Flag",
    "Hop",
    "Lines",
    "Link",
    "LinkCheck",
    "LinkStatus",
    "Manuscript",
    "Mark",
    "MarkKind",
    "Marker",
    "Metadata",
    "Mode",
    "Note",
    "NoteKind",
    "Outcome",
    "Parsed",
    "Problem",
    "Purpose",
    "Quotation",
    "QuotationKind",
    "QuoteCheck",
    "Reason",
    "Repair",
    "Run",
    "Seen",
    "Severity",
    "Source",
    "Span",
    "Step",
    "Suggestion",
    "Text",
    "Verdict",
    "blanked",
    "by_place",
    "merged",
    "phrase",
    "spans_without",
]
