"""The domain is for sale, parked or taken over.

## What it means

The address answers with a page of a domain dealer or of somebody who has taken
over the name.

## Why it matters

The note now sends readers to advertising, or worse, to a text its author never
saw.

## Example

`http://small-paper.example/archive/12` shows "This domain may be for sale".

## What to do

Replace the address by the archived copy and do not leave it clickable. Where
there is no copy, keep the source in words and take the address out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, not_there, sentence
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-parked"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.PARKED):
        yield not_there(ID, at, f"The domain no longer belongs to the source. {sentence(at.check.reason)}")
