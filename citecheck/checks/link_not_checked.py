"""The address was not asked.

## What it means

A budget was spent, the host asks to wait longer than the run, the run is
offline, the answer is not in the replay file, or the address may not be asked
(a private or reserved network).

## Why it matters

Nothing is known about the link. It counts neither as fine nor as dead.

## Example

An audit with `--max-time 60` ends before the last 12 links.

## What to do

Run again: what is already known is kept, so the next run goes on from there.
An address of a private network is of no use to a reader: cite something
public.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, link_finding, not_seen, sentence
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-not-checked"
SEVERITY = Severity.UNKNOWN
AGAIN = "Run the audit again; what is known is kept."
ADVICE = {
    "offline": "Run the audit without --offline to have it asked.",
    "not-recorded": "Make a new recording: run the audit with the network and --record.",
}
"""By code of the link."""


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.NOT_CHECKED):
        yield not_seen(ID, at, "The address was not asked", ADVICE.get(at.check.code, AGAIN))
    for at in cited(audit, LinkStatus.REFUSED):
        message = f"The address may not be asked. {sentence(at.check.reason)}"
        yield link_finding(ID, SEVERITY, at, message, "Cite an address that is open to the public.")
