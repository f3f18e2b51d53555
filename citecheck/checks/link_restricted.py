"""The page asks for a login or a payment.

## What it means

The address answered 401 or 402, or shows a login or a paywall instead of the
text.

## Why it matters

The page seems to be there, but its text could not be read, so quotations from
it could not be compared.

## Example

`https://journal.example/articles/88` shows the abstract and "Sign in to read".

## What to do

Look it up with your own access. A file at hand can be given to the audit with
`--sources`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, not_seen
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-restricted"
SEVERITY = Severity.UNKNOWN


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.RESTRICTED):
        advice = "Look it up with your own access, or give the file to the audit with --sources."
        yield not_seen(ID, at, "The page asks for a login or a payment", advice)
