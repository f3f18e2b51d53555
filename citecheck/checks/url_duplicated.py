"""One source is cited under several spellings of its address.

## What it means

Two notes print addresses that differ (with and without `www.`, a slash at the
end, `http` and `https`, tracking parameters) and lead to the same page.

## Why it matters

Readers take them for two sources; a bibliography lists them twice.

## Example

Note 12 prints `http://www.gov.example/news/`, notes 3 and 40 print
`https://gov.example/news`.

## What to do

Choose one spelling and use it in every note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citecheck.checks._common import Cited, cited, link_finding
from citecheck.model import Audit, Finding, Severity

ID = "url-duplicated"
SEVERITY = Severity.INFO


def check(audit: Audit) -> Iterator[Finding]:
    by_key: dict[str, list[Cited]] = {}
    for at in cited(audit):
        if at.link.key and at.link.url is not None:
            by_key.setdefault(at.link.key, []).append(at)
    for places in by_key.values():
        spellings = Counter(at.link.url or "" for at in places)
        if len(spellings) < 2:
            continue
        usual = spellings.most_common(1)[0][0]  # the first printed, among equals
        for at in places:
            if at.link.url != usual:
                message = f"The same source is cited elsewhere as {usual}"
                advice = "Use one spelling of the address in every note."
                yield link_finding(ID, SEVERITY, at, message, advice, printed=at.link.url, elsewhere=usual)
