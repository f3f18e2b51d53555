"""A note breaks off before its end.

## What it means

The note's text ends in the middle of a sentence or a bracket, or only a piece
of it is left. Where its address breaks off, `url-truncated` says so instead.

## Why it matters

The reference cannot be found from what is left.

## Example

"57. Address of the President to the" and nothing more.

## What to do

Complete the note from an earlier version of the manuscript.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import folded, problems
from citecheck.model import Audit, Finding, Severity

ID = "note-truncated"
SEVERITY = Severity.WARNING
ADVICE = "Complete the note from an earlier version of the manuscript."


def check(audit: Audit) -> Iterator[Finding]:
    told = {link.note_id for link in audit.extraction.links if "truncated" in link.repair.problems}
    for finding in problems(audit, ID, SEVERITY, ADVICE):
        if finding.note_id not in told:
            told.add(finding.note_id)
            yield finding
    for note in audit.extraction.parsed.notes:
        if note.truncated and note.id not in told:
            message = "The note breaks off before its end."
            yield Finding(
                ID, SEVERITY, message, ADVICE, note.line, note.number, note.id, subject=folded(note.text)
            )
