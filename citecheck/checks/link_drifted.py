"""The page lives, but is no longer the page that was cited.

## What it means

Title and text of the living page differ from the archived copy nearest the
date of the citation. Judged where an archived copy was fetched for another
reason, or everywhere with `--drift`.

## Why it matters

The link works and the reader still does not find the source.

## Example

`https://ministry.example/news` showed a press release in 2018 and shows
today's news now.

## What to do

Cite the archived copy beside the address.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import cite_instead, cited, link_finding, sentence
from citecheck.model import Audit, Finding, Severity

ID = "link-drifted"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit):
        if at.check.drifted:
            message = f"The page is no longer what was cited. {sentence(at.check.drifted)}"
            yield link_finding(ID, SEVERITY, at, message, cite_instead(at), drift=at.check.drifted)
