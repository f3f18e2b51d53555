"""A short form (*ibid.*, *op. cit.*, *Там же*, *ebd.*) that points to nothing.

## What it means

The note refers to a source named before, and no earlier note names one that it
could mean.

## Why it matters

The reader cannot tell what is cited.

## Example

Note 1 reads "Ibid., p. 12", or note 30 reads "Smith, op. cit." and no earlier
note cites Smith.

## What to do

Write the reference out in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import folded, problems
from citecheck.model import Audit, CitationKind, Finding, Severity

ID = "short-form-unresolved"
SEVERITY = Severity.WARNING
ADVICE = "Write the reference out in full."


def check(audit: Audit) -> Iterator[Finding]:
    told = set()
    for finding in problems(audit, ID, SEVERITY, ADVICE):
        told.add(finding.note_id)
        yield finding
    for note in audit.extraction.parsed.notes:
        lost = [
            one for one in note.citations if one.kind is CitationKind.SHORT_FORM and one.antecedent is None
        ]
        if lost and note.id not in told:
            words = lost[0].span.of(note.text)
            yield Finding(
                check=ID,
                severity=SEVERITY,
                message=f"“{words}” points to no source named before.",
                advice=ADVICE,
                line=note.line,
                note=note.number,
                note_id=note.id,
                evidence={"short_form": words},
                subject=folded(note.text),
            )
