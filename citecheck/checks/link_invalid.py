"""No usable address, even after repair.

## What it means

What is printed as an address cannot be asked: it is not a URL, or of a kind
that is not fetched (`ftp:`, `file:`). Repairs were tried first.

## Why it matters

Nobody can follow it.

## Example

`http:/www .` at the end of a note.

## What to do

Compare with your own records or with the source and write the address out
again.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, link_finding, sentence
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-invalid"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.INVALID):
        message = f"No usable address. {sentence(at.check.reason)}"
        advice = "Compare with your own records or the source and write the address out again."
        yield link_finding(ID, SEVERITY, at, message, advice, raw=at.link.repair.raw)
