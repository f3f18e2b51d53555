"""A note number is skipped, used twice or not printed.

## What it means

Numbers of notes do not follow one another, or a note has lost its own: it is
then told by its place and by the call above it.

## Why it matters

Often a note has been lost, or two have been run together; cross-references
then point to the wrong one.

## Example

Notes 11, 12, 14.

## What to do

Look at the place in the text. Let the word processor number the notes where it
can.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import problems
from citecheck.model import Audit, Finding, Severity

ID = "numbering-gap"
SEVERITY = Severity.WARNING
ADVICE = "Look at the place: a note may be lost, or two may have been run together."


def check(audit: Audit) -> Iterator[Finding]:
    yield from problems(audit, ID, SEVERITY, ADVICE)
