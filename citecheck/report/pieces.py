"""The values that several JSON documents share: manuscript, note, URL, marker, quotation (contract 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from citecheck.model import (
    Antecedent,
    Candidate,
    Citation,
    Lines,
    Link,
    Manuscript,
    Marker,
    Note,
    Problem,
    Quotation,
    Span,
)

if TYPE_CHECKING:
    from citecheck.model import Audit, QuoteCheck

Document = dict[str, object]
"""JSON object; its keys are in the contract's order."""


def manuscript_value(manuscript: Manuscript) -> Document:
    content = manuscript.text.own
    warnings: list[object] = [str(warning) for warning in manuscript.text.warnings]
    files: list[object] = [{"line": line, "path": path} for line, path in manuscript.text.files]
    return {
        "name": manuscript.name,
        "sha256": manuscript.sha256,
        "media_type": manuscript.media_type,
        "encoding": manuscript.encoding,
        "characters": len(content),
        "lines": len(Lines(content.removesuffix("\n"))),
        **({"files": files} if files else {}),
        **({"warnings": warnings} if warnings else {}),
    }


def note_value(note: Note, numbers: Mapping[str, int]) -> Document:
    return {
        "id": note.id,
        "number": note.number,
        "label": note.label,
        "kind": note.kind.value,
        "line": note.line,
        "end_line": note.end_line,
        "page": note.page,
        "chapter": note.chapter,
        "spans": spans_value(note.spans),
        "text": note.text,
        "truncated": note.truncated,
        "continued": note.continued,
        "citations": [citation_value(citation, numbers) for citation in note.citations],
        **({"file": note.file} if note.file else {}),
    }


def citation_value(citation: Citation, numbers: Mapping[str, int]) -> Document:
    return {
        "kind": citation.kind.value,
        "author": citation.author,
        "title": citation.title,
        "year": citation.year,
        "locator": citation.locator,
        "accessed": citation.accessed,
        "antecedent": antecedent_value(citation.antecedent, numbers),
    }


def antecedent_value(antecedent: Antecedent | None, numbers: Mapping[str, int]) -> Document | None:
    if antecedent is None:
        return None
    return {
        "note": numbers.get(antecedent.note_id),
        "note_id": antecedent.note_id,
        "citation": antecedent.citation,
        "warning": antecedent.warning,
    }


def url_value(link: Link) -> Document:
    repair = link.repair
    return {
        "raw": repair.raw,
        "start": link.start,
        "end": link.end,
        "spans": spans_value(link.spans),
        "url": repair.url,
        "changed": repair.changed,
        "confidence": repair.confidence,
        "candidates": candidates_value(repair.candidates),
        "problems": list(repair.problems),
    }


def candidates_value(candidates: Iterable[Candidate]) -> list[Document]:
    return [
        {
            "url": one.url,
            "confidence": one.confidence,
            "steps": [{"step": step.step, "before": step.before, "after": step.after} for step in one.steps],
        }
        for one in candidates
    ]


def marker_value(marker: Marker) -> Document:
    return {
        "number": marker.number,
        "line": marker.line,
        "start": marker.span.start,
        "end": marker.span.end,
        "label": marker.label or str(marker.number),
        "note_id": marker.note_id,
        **({"locator": marker.locator} if marker.locator else {}),
    }


def linked_quotes(audit: Audit) -> dict[int, list[tuple[Quotation, QuoteCheck]]]:
    """Compared quotations that rest on no note, by the index of the first link beside them."""
    found: dict[int, list[tuple[Quotation, QuoteCheck]]] = {}
    for quote in audit.quotes:
        quotation = audit.extraction.parsed.quotations[quote.quotation]
        if quotation.links:
            found.setdefault(quotation.links[0], []).append((quotation, quote))
    return found


def quotation_value(quotation: Quotation) -> Document:
    return {
        "exact": quotation.exact,
        "kind": quotation.kind.value,
        "line": quotation.line,
        "start": quotation.start,
        "end": quotation.end,
        "spans": spans_value(quotation.spans),
        "note": quotation.note,
        "note_id": quotation.note_id,
        "language": quotation.language,
    }


def problem_value(problem: Problem) -> Document:
    return {
        "check": problem.check,
        "note": problem.note,
        "note_id": problem.note_id,
        "line": problem.line,
        "message": problem.message,
    }


def spans_value(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def time_value(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, whole seconds; a time without a zone is taken for UTC."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
