"""The site does not let programs in.

## What it means

The site answered with a refusal (403, 429, 451 and the like), a robot test or
a consent wall. The page may well be there for a person with a browser.

## Why it matters

Nobody can say from here whether the page is there. It is reported, and never
called dead.

## Example

`https://bank.example/report` answers 403 with "Checking your browser".

## What to do

Open the link in a browser. If the page is there, accept the finding with "seen
by me" as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, not_seen
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-blocked"
SEVERITY = Severity.UNKNOWN


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.BLOCKED):
        yield not_seen(ID, at, "The site does not let programs in", "Open it in a browser and look yourself.")
