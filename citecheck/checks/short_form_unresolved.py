"""A short form (*ibid.*, *op. cit.*, *Там же*, *ebd.*) that points to nothing.

## What it means

The note refers to a source named before, and no earlier note names one that it
could mean. Or a key of Markdown (`[@smith2010]`) or LaTeX (`\\cite{smith2010}`)
is in no bibliography that was read: only those in the manuscript's own folder
are.

## Why it matters

The reader cannot tell what is cited.

## Example

Note 1 reads "Ibid., p. 12", or note 30 reads "Smith, op. cit." and no earlier
note cites Smith. A text cites `[@smith2010]`, and its `refs.bib` has only
`smith2001`.

## What to do

Write the reference out in full; correct the key, or name the bibliography that
has it in the front matter (LaTeX: in `\\bibliography`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citecheck.checks._common import folded, problems
from citecheck.model import Audit, CitationKind, Finding, Severity

ID = "short-form-unresolved"
SEVERITY = Severity.WARNING
ADVICE = "Write the reference out in full."
ADVICE_FOR_KEYS = "Correct the key, or name a bibliography in the manuscript's own folder that has it."


def check(audit: Audit) -> Iterator[Finding]:
    told = set()
    keys: list[str] = []
    for finding in problems(audit, ID, SEVERITY, ADVICE):
        told.add(finding.note_id)
        key = str(finding.evidence.get("context", "")) if finding.note_id is None else ""
        keys += [key] if key else []
        yield replace(finding, advice=ADVICE_FOR_KEYS) if key else finding
    for note in audit.extraction.parsed.notes:
        lost = [
            one for one in note.citations if one.kind is CitationKind.SHORT_FORM and one.antecedent is None
        ]
        words = lost[0].span.of(note.text) if lost else ""
        if lost and note.id not in told and not (keys and words.startswith(tuple(keys))):
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
