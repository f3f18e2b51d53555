"""The page has moved for good; a new address is offered.

## What it means

The address redirects permanently to another page that is not the site's front
page. The same address on `https` instead of `http` is not reported.

## Why it matters

Redirects are switched off one day. The new address lasts longer.

## Example

`http://gov.example/ru/content/7111` redirects (301) to
`https://gov.example/documents/7111`.

## What to do

Open the new address, see that it is the page meant, and put it into the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, link_finding
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-moved"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.MOVED):
        target = at.check.final_url or at.check.url
        message = f"The page has moved permanently to {target}"
        yield link_finding(ID, SEVERITY, at, message, f"Cite the new address: {target}", final_url=target)
