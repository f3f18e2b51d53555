"""The server says "fine", the page says "not found".

## What it means

The address answers with a page (status 200), but the page tells its reader
that what was asked for is not there, or the site sends every unknown path to
the same place.

## Why it matters

Other link checkers pass such an address. For a reader it is as dead as a 404.

## Example

`https://news.example/article/4471` shows "Sorry, this article does not exist",
with status 200.

## What to do

As with a page that is gone: cite the archived copy beside the address, or find
the new address.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, not_there, sentence
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-soft-404"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.SOFT_404):
        yield not_there(
            ID, at, f"The address answers, but not with the page cited. {sentence(at.check.reason)}"
        )
