"""What several checks need: who cites an address, and how a finding about it, or about a quotation, is made.

A finding belongs to a note that cites, not to an address (contract 4): an editor repairs notes. An address
that one note prints twice is still one finding there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citecheck.model import (
    ArchiveState,
    Audit,
    Difference,
    Finding,
    Flag,
    Link,
    LinkCheck,
    LinkStatus,
    Note,
    Problem,
    Quotation,
    QuoteCheck,
    Severity,
    Verdict,
)
from citecheck.redaction import redact

_LINE = re.compile(r" \(line \d+\)")
SUBJECT_LENGTH = 80
"""Folded characters of a text that make a fingerprint (contract 4)."""


def folded(text: str, *, digits: bool = True) -> str:
    """First letters and digits of `text`, folded: equal after rewrapping and with other marks.

    Without `digits` a note's own number in a sentence does not count.

    >>> folded("L’État —\\ntrans-\\nport 7") == folded("« l'état – transport 7»")
    True
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = (c for c in plain if c.isalpha() or (digits and c.isdigit()))
    return "".join(kept)[:SUBJECT_LENGTH]


@dataclass(frozen=True, slots=True)
class Cited:
    """An address where it is cited: its place, its answer, and the note (`None` outside notes)."""

    link: Link
    check: LinkCheck
    note: Note | None

    @property
    def archived(self) -> bool:
        """Whether a good archived copy can be offered."""
        return self.check.archive.state is ArchiveState.ARCHIVED and bool(self.check.archive.url)


def notes_by_id(audit: Audit) -> dict[str, Note]:
    return {note.id: note for note in audit.extraction.parsed.notes}


def cited(audit: Audit, *statuses: LinkStatus) -> Iterator[Cited]:
    """Every address of the given statuses (or any), once for each note that cites it; once a line outside."""
    notes = notes_by_id(audit)
    seen: set[tuple[str | int, str]] = set()
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        if statuses and check.status not in statuses:
            continue
        place = (link.line if link.note_id is None else link.note_id, link.key or check.url)
        if place not in seen:
            seen.add(place)
            yield Cited(link, check, notes.get(link.note_id) if link.note_id is not None else None)


def link_finding(
    check: str, severity: Severity, at: Cited, message: str, advice: str, **evidence: object
) -> Finding:
    """A finding about the address `at` a note; its URL, status and reason are always part of the evidence."""
    shown: dict[str, object] = {"url": at.check.url, "status": at.check.status.value, "code": at.check.code}
    return Finding(
        check=check,
        severity=severity,
        message=ended(message),
        advice=ended(advice),
        line=at.link.line,
        note=at.note.number if at.note else None,
        note_id=at.link.note_id,
        evidence=shown | archive_evidence(at) | evidence,
        # Redacted first: the hash of a token would give the token away to whoever can guess it.
        subject=redact(at.link.key or at.check.url),
    )


def archive_evidence(at: Cited) -> dict[str, object]:
    archive = at.check.archive
    if not archive.url:
        return {}
    return {
        "archive": archive.url,
        "archived": archive.datetime.date().isoformat() if archive.datetime else None,
    }


def ended(words: str) -> str:
    """`words` with a full stop, unless they end so or with an address, which a full stop would spoil.

    >>> ended("404, twice"), ended("Cite https://a.example/")
    ('404, twice.', 'Cite https://a.example/')
    """
    words = words.strip()
    if not words or words.rstrip("”»")[-1:] in ".!?…" or "://" in words.rpartition(" ")[2]:
        return words
    return words + "."


def sentence(words: str) -> str:
    """`words` as a sentence of its own: a capital first (unless an address is), a full stop last.

    >>> sentence("404, twice"), sentence("the page is blocked.")
    ('404, twice.', 'The page is blocked.')
    """
    words = words.strip()
    return ended(words if "://" in words.partition(" ")[0] else words[:1].upper() + words[1:])


def archive_words(at: Cited) -> str:
    """What the archive holds, as a sentence for people."""
    archive = at.check.archive
    match archive.state:
        case ArchiveState.ARCHIVED:
            when = f" of {archive.datetime.date().isoformat()}" if archive.datetime else ""
            days = archive.days_from_citation
            near = "" if days is None else f", {plural(abs(days), 'day')} from the date of the citation"
            return f"The archive holds a copy{when}{near}."
        case ArchiveState.ARCHIVED_NOT_OK:
            return "The archive holds only error pages of it."
        case ArchiveState.NEVER_ARCHIVED:
            return "The archive never held a copy."
        case ArchiveState.EXCLUDED:
            return "The archive may not show its copies of this site."
        case ArchiveState.NO_ANSWER:
            return "The archive was asked and did not answer: try again later."
        case ArchiveState.NOT_ASKED:
            return "The archive was not asked."


def cite_instead(at: Cited) -> str:
    """Advice for a page that is not there any more."""
    suggestion = at.check.suggestion
    if suggestion is not None:
        how = f", confirmed by its {suggestion.confirmed_by}" if suggestion.confirmed_by else ""
        return f"Another address may hold the source{how}: {suggestion.url}"
    if at.archived:
        return f"Cite the archived copy beside the address: {at.check.archive.url}"
    return (
        "Look for the page under a new address (site search, title in a search engine); "
        "if there is none, say in the note that the page is no longer available."
    )


def not_there(check: str, at: Cited, message: str, *, severity: Severity = Severity.ERROR) -> Finding:
    """A finding about a page that is not there: a warning where a good archived copy can be offered."""
    severity = Severity.WARNING if at.archived else severity
    return link_finding(check, severity, at, f"{ended(message)} {archive_words(at)}", cite_instead(at))


def plural(count: int, word: str) -> str:
    """`1 day`, `2 days`."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def quotation_of(audit: Audit, quote: QuoteCheck) -> Quotation:
    return audit.extraction.parsed.quotations[quote.quotation]


def quotes(audit: Audit, *verdicts: Verdict) -> Iterator[QuoteCheck]:
    """Answers about quotations with one of the verdicts."""
    return (quote for quote in audit.quotes if quote.alignment.verdict in verdicts)


def flagged(audit: Audit, flag: Flag) -> Iterator[QuoteCheck]:
    """Answers about quotations that carry `flag`."""
    return (quote for quote in audit.quotes if flag in quote.alignment.flags)


def quote_finding(
    check: str,
    severity: Severity,
    audit: Audit,
    quote: QuoteCheck,
    message: str,
    advice: str,
    **evidence: object,
) -> Finding:
    """A finding about a quotation; its words, verdict, passage found and source are part of the evidence."""
    quotation, alignment = quotation_of(audit, quote), quote.alignment
    shown: dict[str, object] = {
        "quotation": quotation.exact,
        "verdict": alignment.verdict.value,
        "found": alignment.found,
        "source": quote.source.url if quote.source else None,
        "code": alignment.reason.code,
        "reason": alignment.reason,
        "differences": [
            {"kind": one.kind.value, "quoted": one.quoted, "found": one.found}
            for one in alignment.differences
        ],
    }
    return Finding(
        check=check,
        severity=severity,
        message=ended(message),
        advice=ended(advice),
        line=quotation.line,
        note=quotation.note,
        note_id=quotation.note_id,
        evidence=shown | evidence,
        subject=folded(quotation.exact),
    )


def source_words(quote: QuoteCheck) -> str:
    """Where the quotation was looked for: `the cited page`, `the archived copy of 2019-04-01`, …"""
    source = quote.source
    if source is None:
        return "the source"
    if source.where == "archive":
        return f"the archived copy of {source.datetime.date()}" if source.datetime else "the archived copy"
    return "the file at hand" if source.where == "file" else "the cited page"


def differences_words(quote: QuoteCheck, *, most: int = 3) -> str:
    """The first differences, those of numbers, negations and names before others."""
    order = {"number": 0, "negation": 1, "name": 2, "word": 3, "typography": 4}
    ranked = sorted(quote.alignment.differences, key=lambda one: order[one.kind.value])
    told = [_difference_words(one) for one in ranked[:most]]
    rest = len(ranked) - most
    return "; ".join(told) + (f"; and {rest} more" if rest > 0 else "")


def _difference_words(one: Difference) -> str:
    if not one.quoted:
        return f"the {one.kind.value} “{one.found}” is left out"
    if not one.found:
        return f"the {one.kind.value} “{one.quoted}” is not in the source"
    return f"the {one.kind.value} is “{one.quoted}” here, “{one.found}” there"


def problems(audit: Audit, check: str, severity: Severity, advice: str) -> Iterator[Finding]:
    """What parsing found wrong under the name `check`, as findings."""
    notes = notes_by_id(audit)
    for problem in audit.extraction.parsed.problems:
        if problem.check == check:
            manuscript = audit.extraction.manuscript
            if not manuscript.has_lines or manuscript.text.lines:
                # Lines of what was read out of a Word file or a PDF are nowhere to be seen; those of a wiki
                # page are others.
                problem = replace(problem, message=_LINE.sub("", problem.message))
            yield problem_finding(problem, severity, advice, notes)


def problem_finding(problem: Problem, severity: Severity, advice: str, notes: dict[str, Note]) -> Finding:
    note = notes.get(problem.note_id) if problem.note_id is not None else None
    # A marker's sentence holds the number of its note, which a note put in before it changes.
    subject = folded(note.text) if note else folded(problem.context, digits=False)
    return Finding(
        check=problem.check,
        severity=severity,
        message=sentence(problem.message),
        advice=advice,
        line=problem.line,
        note=problem.note,
        note_id=problem.note_id,
        evidence={"context": problem.context} if problem.context else {},
        subject=subject,
    )


def not_seen(check: str, at: Cited, message: str, advice: str) -> Finding:
    """A finding about a page that could not be looked at: nothing is called dead, a good copy is offered."""
    if at.archived:
        advice = f"{advice} An archived copy can be cited beside the address: {at.check.archive.url}"
    return link_finding(check, Severity.UNKNOWN, at, f"{message}. {sentence(at.check.reason)}", advice)
