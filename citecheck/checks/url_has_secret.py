"""The address holds a password, a token or a signature.

## What it means

A user name with password, an access token or a signed parameter is part of the
address.

## Why it matters

Whoever reads the book can use it, and such addresses often stop working within
hours.

## Example

`https://files.example/report.pdf?token=…`. No output shows the value: it reads
`REDACTED-` and eight characters, the same for the same value.

## What to do

Cite the page's public address. Withdraw the password or token, since it has
been in a manuscript.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, link_finding
from citecheck.model import Audit, Finding, Severity
from citecheck.redaction import has_secret

ID = "url-has-secret"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit):
        readings = [at.link.repair.raw, at.check.url, *(one.url for one in at.link.repair.candidates)]
        if any(has_secret(url) for url in readings):
            message = "The address holds a password, a token or a signature"
            advice = "Cite the page's public address, and withdraw the password or token."
            yield link_finding(ID, SEVERITY, at, message, advice)
