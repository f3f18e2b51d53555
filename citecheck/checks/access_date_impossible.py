"""The date of access cannot be right.

## What it means

The note says that the page was visited on a day that is still to come, before
the page was published by its own account, or on a date that does not exist.

## Why it matters

The date says which version of the page was meant, and the archived copy is
chosen by it.

## Example

"(accessed 31 June 2018)", or an access in 2015 to a page published in 2018.

## What to do

Correct the date; where it is not known, take the date of your own check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from citecheck.checks._common import folded
from citecheck.model import Audit, Citation, Finding, LinkCheck, LinkStatus, Note, Severity

ID = "access-date-impossible"
SEVERITY = Severity.WARNING
ADVICE = "Correct the date, or give the date of your own check."
_EITHER_ORDER = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d{2})")
"""A date whose day and month can be exchanged: it is one, though nobody knows which (05/06/2019)."""


def check(audit: Audit) -> Iterator[Finding]:
    checks = _checks_by_citation(audit)
    for note in audit.extraction.parsed.notes:
        for index, citation in enumerate(note.citations):
            fault = _fault(citation, checks.get((note.id, index)), audit.generated.date())
            if fault:
                yield _finding(note, citation, fault)


def _checks_by_citation(audit: Audit) -> dict[tuple[str, int], LinkCheck]:
    """The answer about the first address of each citation."""
    found: dict[tuple[str, int], LinkCheck] = {}
    for link, answer in zip(audit.extraction.links, audit.links, strict=True):
        if link.note_id is not None and link.citation is not None:
            found.setdefault((link.note_id, link.citation), answer)
    return found


def _fault(citation: Citation, answer: LinkCheck | None, today: date) -> str | None:
    """What is wrong with the access date, in words; `None` where nothing is."""
    printed = citation.accessed
    if printed is None:
        return None
    if not _is_date(printed):
        if _EITHER_ORDER.fullmatch(printed):
            return None
        return f"“{printed}” is not a date"
    if printed > today.isoformat()[: len(printed)]:
        return f"The date of access, {printed}, lies in the future"
    published = _published(answer)
    if published and not _before_or_equal(published, printed):
        return f"The date of access, {printed}, lies before the page's publication on {published}"
    return None


def _published(answer: LinkCheck | None) -> str | None:
    """The date that the cited page itself gives, where the page itself was read."""
    if answer is None or answer.status not in (LinkStatus.OK, LinkStatus.MOVED) or answer.drifted:
        return None
    dates = [day for day in (answer.metadata.published, *answer.metadata.dates) if day and _is_date(day)]
    return min(dates, default=None)


def _before_or_equal(earlier: str, later: str) -> bool:
    """Compared as exactly as both dates are given: `2018` is not after `2018-03`; clocks differ by a day."""
    if len(earlier) == len(later) == len("2018-03-01"):
        earlier = (date.fromisoformat(earlier) - timedelta(days=1)).isoformat()
    exact = min(len(earlier), len(later))
    return earlier[:exact] <= later[:exact]


def _is_date(text: str) -> bool:
    """`2018`, `2018-10` or `2018-10-12`, and such a day exists."""
    padded = text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text
    try:
        return len(padded) == 10 and bool(date.fromisoformat(padded))
    except ValueError:
        return False


def _finding(note: Note, citation: Citation, fault: str) -> Finding:
    return Finding(
        check=ID,
        severity=SEVERITY,
        message=f"{fault}.",
        advice=ADVICE,
        line=note.line,
        note=note.number,
        note_id=note.id,
        evidence={"accessed": citation.accessed},
        subject=folded(note.text),
    )
