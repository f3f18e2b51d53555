"""The JSON documents of the contract (section 3), key by key, in its order.

They are plain dictionaries, ready for `safe.dump`. Everything but `citecheck/repair/1` comes without the
secrets of its URLs: `repair` is a filter, and prints what it was given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from citecheck.report.json_text import Stream
from citecheck.report.pieces import (
    Document,
    candidates_value,
    linked_quotes,
    manuscript_value,
    marker_value,
    note_value,
    problem_value,
    quotation_value,
    time_value,
    url_value,
)
from citecheck.report.redacted import redacted, redacted_audit, redacted_extraction

if TYPE_CHECKING:
    from citecheck.model import (
        Alignment,
        Audit,
        Extraction,
        Finding,
        Link,
        LinkCheck,
        Quotation,
        QuoteCheck,
        Repair,
        Source,
    )


def extract_document(extraction: Extraction) -> Document:
    """`citecheck/extract/1`: what was found in a manuscript."""
    extraction = redacted_extraction(extraction)
    parsed = extraction.parsed
    numbers = {note.id: note.number for note in parsed.notes}
    return {
        "schema": "citecheck/extract/1",
        "manuscript": manuscript_value(extraction.manuscript),
        "notes": [
            note_value(note, numbers) | {"urls": list(map(url_value, extraction.by_note.get(note.id, ())))}
            for note in parsed.notes
        ],
        "markers": [marker_value(marker) for marker in parsed.markers],
        "quotations": [quotation_value(quotation) for quotation in parsed.quotations],
        "outside": [
            url_value(link) | {"line": link.line} for link in extraction.links if link.note_id is None
        ],
        "problems": [problem_value(problem) for problem in parsed.problems],
    }


def repair_document(repair: Repair, extra: Mapping[str, object] | None = None) -> Document:
    """`citecheck/repair/1`: one string repaired. Keys of `extra` come back unchanged after ours."""
    document: Document = {
        "schema": "citecheck/repair/1",
        "raw": repair.raw,
        "url": repair.url,
        "changed": repair.changed,
        "confidence": repair.confidence,
        "candidates": candidates_value(repair.candidates),
        "problems": list(repair.problems),
    }
    return document | {key: value for key, value in (extra or {}).items() if key not in document}


def link_document(check: LinkCheck) -> Document:
    """`citecheck/link/1`: the answer about one link."""
    return _link_check(redacted(check))


def quote_document(identity: str, alignment: Alignment) -> Document:
    """`citecheck/quote/1`: the answer about one quotation, under the id that the asker gave it."""
    return _alignment(identity, redacted(alignment))


def finding_document(finding: Finding) -> Document:
    """`citecheck/finding/1`: one finding, a line of `report.jsonl`."""
    return {"schema": "citecheck/finding/1"} | _finding(redacted(finding))


def report_document(audit: Audit) -> Document:
    """`citecheck/report/1`: a whole audit."""
    document = report_stream(audit)
    return {key: list(one.values) if isinstance(one, Stream) else one for key, one in document.items()}


def report_stream(audit: Audit) -> Document:
    """The same for a book: the values of its longest lists are made as they are written."""
    audit = redacted_audit(audit)
    extraction = audit.extraction
    return {
        "schema": "citecheck/report/1",
        "tool": {"name": "citecheck", "version": audit.version},
        "generated": time_value(audit.generated),
        "run": {
            "mode": audit.run.mode.value,
            "complete": audit.run.complete,
            "started": time_value(audit.run.started),
            "finished": time_value(audit.run.finished),
            "requests": audit.run.requests,
            "bytes": audit.run.bytes,
            "settings": dict(sorted(audit.run.settings.items())),
            "trouble": audit.run.trouble,
        },
        "manuscript": manuscript_value(extraction.manuscript),
        "counts": counts(audit),
        "notes": Stream(_report_notes(audit)),
        "outside": Stream(_report_outside(audit)),
        "findings": Stream(map(_finding, audit.findings)),
    }


def counts(audit: Audit) -> dict[str, int]:
    """How many of each there are; findings that are accepted count under `accepted` alone."""
    from citecheck.model import Severity

    parsed = audit.extraction.parsed
    open_ones = Counter(finding.severity for finding in audit.findings if finding.accepted is None)
    return {
        "notes": len(parsed.notes),
        "markers": len(parsed.markers),
        "quotations": len(parsed.quotations),
        "links": len(audit.links),
        **{severity.value: open_ones[severity] for severity in Severity},
        "accepted": len(audit.findings) - open_ones.total(),
    }


def _report_notes(audit: Audit) -> Iterator[Document]:
    extraction = audit.extraction
    numbers = {note.id: note.number for note in extraction.parsed.notes}
    links: dict[str, list[tuple[Link, LinkCheck]]] = {}
    for link, check in zip(extraction.links, audit.links, strict=True):
        if link.note_id is not None:
            links.setdefault(link.note_id, []).append((link, check))
    quotes: dict[str, list[tuple[Quotation, QuoteCheck]]] = {}
    for quote in audit.quotes:
        quotation = extraction.parsed.quotations[quote.quotation]
        if quotation.note_id is not None:
            quotes.setdefault(quotation.note_id, []).append((quotation, quote))
    for note in extraction.parsed.notes:
        yield note_value(note, numbers) | {
            "urls": [url_value(link) for link, _ in links.get(note.id, ())],
            "links": [_report_link(link, check) for link, check in links.get(note.id, ())],
            "quotations": [_report_quote(quotation, quote) for quotation, quote in quotes.get(note.id, ())],
        }


def _report_outside(audit: Audit) -> Iterator[Document]:
    """Links outside notes, each with the quotations that name it first."""
    extraction = audit.extraction
    quotes = linked_quotes(audit)
    for index, (link, check) in enumerate(zip(extraction.links, audit.links, strict=True)):
        if link.note_id is None:
            tied = {"quotations": [_report_quote(*pair) for pair in quotes[index]]} if index in quotes else {}
            yield _report_link(link, check) | {"line": link.line} | tied


def _report_link(link: Link, check: LinkCheck) -> Document:
    return _link_check(check) | {
        "raw": link.repair.raw,
        "candidates": candidates_value(link.repair.candidates),
    }


def _report_quote(quotation: Quotation, quote: QuoteCheck) -> Document:
    # Counted from 1 in order of place, names and unattributed quotations included.
    return _alignment(str(quote.quotation + 1), quote.alignment) | {
        "exact": quotation.exact,
        "line": quotation.line,
        "source": _source(quote.source),
    }


def _source(source: Source | None) -> Document | None:
    if source is None:
        return None
    return {"url": source.url, "where": source.where, "datetime": time_value(source.datetime)}


def _link_check(check: LinkCheck) -> Document:
    archive, suggestion = check.archive, check.suggestion
    return {
        "schema": "citecheck/link/1",
        "url": check.url,
        "status": check.status.value,
        "code": check.code,
        "reason": check.reason,
        "http_status": check.http_status,
        "final_url": check.final_url,
        "hops": [{"url": hop.url, "status": hop.status, "location": hop.location} for hop in check.hops],
        "title": check.title,
        "checked": time_value(check.checked),
        "attempts": check.attempts,
        "archive": {
            "state": archive.state.value,
            "url": archive.url,
            "datetime": time_value(archive.datetime),
            "days_from_citation": archive.days_from_citation,
            "reason": archive.reason,
        },
        "suggestion": suggestion
        and {
            "url": suggestion.url,
            "evidence": suggestion.evidence,
            "confirmed_by": suggestion.confirmed_by,
        },
        "truncated": check.truncated,
    }


def _alignment(identity: str, alignment: Alignment) -> Document:
    span = alignment.span
    return {
        "schema": "citecheck/quote/1",
        "id": identity,
        "verdict": alignment.verdict.value,
        "score": alignment.score,
        "language": {"quote": alignment.quote_language, "page": alignment.page_language},
        "start": span.start if span else None,
        "end": span.end if span else None,
        "found": alignment.found,
        "prefix": alignment.prefix,
        "suffix": alignment.suffix,
        "fragments": [{"start": one.start, "end": one.end} for one in alignment.fragments],
        "differences": [
            {"kind": one.kind.value, "quoted": one.quoted, "found": one.found}
            for one in alignment.differences
        ],
        "flags": [flag.value for flag in alignment.flags],
        "reason": alignment.reason,
        "code": alignment.reason.code,
        "page": alignment.page,
        "page_label": alignment.page_labels[0] or None if alignment.page_labels else None,
        "text_fragment": alignment.text_fragment,
        **_terms(alignment),
    }


def _terms(alignment: Alignment) -> Document:
    """Across languages, the terms that met; `differences` has what did not."""
    terms = [{"quoted": quoted, "found": found} for quoted, found in alignment.terms]
    return {"terms": terms} if terms else {}


def _finding(finding: Finding) -> Document:
    accepted = finding.accepted
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "note": finding.note,
        "note_id": finding.note_id,
        "line": finding.line,
        "message": finding.message,
        "advice": finding.advice,
        "evidence": dict(finding.evidence),
        "fingerprint": finding.fingerprint,
        "accepted": accepted and {"reason": accepted.reason, "by": accepted.by, "until": accepted.until},
    }
