"""A marker points to a note that is not there.

## What it means

The text calls a note by its number, and no note with that number was found.

## Why it matters

A statement stands without its source.

## Example

"… as the Union had promised.80" and notes 79 and 81, but no note 80.

## What to do

Look into an earlier version of the manuscript and put the note back, or take
the marker out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import problems
from citecheck.model import Audit, Finding, Severity

ID = "note-missing"
SEVERITY = Severity.ERROR
ADVICE = "Put the note back from an earlier version, or take the marker out."


def check(audit: Audit) -> Iterator[Finding]:
    yield from problems(audit, ID, SEVERITY, ADVICE)
