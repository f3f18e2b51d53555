"""A note that nothing in the text points to.

## What it means

A note was found, and no marker with its number.

## Why it matters

Readers never come to it, and the quotation it belongs to seems to have no
source.

## Example

Note 43 exists; the text goes from marker 42 to marker 44.

## What to do

Find the sentence it belongs to and put the marker back, or delete the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import problems
from citecheck.model import Audit, Finding, Severity

ID = "marker-missing"
SEVERITY = Severity.WARNING
ADVICE = "Find the sentence that the note belongs to and put its marker back."


def check(audit: Audit) -> Iterator[Finding]:
    yield from problems(audit, ID, SEVERITY, ADVICE)
