"""The certificate of the site is at fault.

## What it means

The certificate has expired, was made out to another name, or its chain is
incomplete. The page was then read without trusting it.

## Why it matters

Browsers show readers a full-page warning before the source.

## Example

`https://museum.example` presents a certificate that expired in 2021.

## What to do

Try the address on the site's present name. Where there is no other, say
nothing or cite the archived copy as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, link_finding, sentence
from citecheck.model import Audit, Finding, Severity

ID = "link-tls"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit):
        if at.check.tls_fault:
            message = f"Browsers will warn of this site. {sentence(at.check.tls_fault)}"
            advice = "Look for the site under another name, or cite an archived copy beside the address."
            yield link_finding(ID, SEVERITY, at, message, advice, fault=at.check.tls_fault)
