"""The server could not be reached.

## What it means

The name is not known, the connection fails or times out, the server reports a
fault of its own (5xx), or redirects go round in a circle; seen twice. That is
not the same as gone: it may be a bad day.

## Why it matters

The source could not be seen, so nothing is said about it. It never fails a run
unless asked for.

## Example

`http://archive-region.example` does not answer within the time limit, twice.

## What to do

Open it yourself on another day. If it stays dark, cite the archived copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, not_seen
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-unreachable"
SEVERITY = Severity.UNKNOWN


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.UNREACHABLE):
        yield not_seen(ID, at, "The server could not be reached", "Try it again on another day.")
