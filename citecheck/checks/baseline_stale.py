"""An accepted finding that no longer occurs, or whose date has passed.

## What it means

The baseline accepts a finding that this audit does not have any more, or
accepts it until a day that has passed.

## Why it matters

A baseline that is never tidied hides the next problem of the same kind.

## Example

An entry for a dead link "until 2026-06-30", read in July.

## What to do

`citecheck baseline prune` removes entries that no longer occur. Decide anew
about those whose date has passed.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model import Audit, Finding, Severity

ID = "baseline-stale"
SEVERITY = Severity.INFO


def check(audit: Audit) -> Iterator[Finding]:
    """Nothing: a baseline is compared once every finding has its fingerprint, so `accept` reports these."""
    yield from ()
