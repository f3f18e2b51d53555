"""The cited page is gone.

## What it means

The address answered "not found" (404) or "gone" (410), and did so again on a
second look over a fresh connection. Nothing else is called gone: a busy
server, a refusal or a time-out is not.

## Why it matters

A reader who follows the note finds nothing. Where the web archive holds a good
copy the finding is a warning only, since the note can be saved with one line.

## Example

Note 57 cites `https://press.example/2018/budget.html`, which answers 404. The
archive holds a copy of 2018-10-14, two days after the date of access in the
note.

## What to do

Add the archived copy to the note, beside the original address. Where there is
none, look for the page on the site or by its title; failing that, say in the
note that the page is no longer available.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cited, not_there, sentence
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "link-gone"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.GONE):
        yield not_there(ID, at, f"The page is gone. {sentence(at.check.reason)}")
