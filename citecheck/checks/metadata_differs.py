"""Title, author or year in the note do not agree with the page's own.

## What it means

The page names its own title, author or date of publication, and the note gives
something else. Titles are not compared across languages, where a translated one
is no mistake; names are, in whatever script and transliteration they are given.
A person or a day that the page itself shows as the note has it is no
difference, whatever its mark-up says.

## Why it matters

The note may describe another source than the one its address leads to.

## Example

The note says "2017", the page says that it was published on 2018-10-12.

## What to do

Open the page and compare; correct the note, or its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from citecheck.checks._common import cited, link_finding
from citecheck.checks._described import differences
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "metadata-differs"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.OK, LinkStatus.MOVED):
        if at.note is None or at.link.citation is None or at.check.drifted:
            continue
        citation = at.note.citations[at.link.citation]
        page = at.check.metadata
        if page.title is None:
            page = replace(page, title=at.check.title)
        host = urlsplit(at.check.final_url or at.check.url).netloc
        faults = [
            fault
            for fault in differences(citation, page, at.note.text, audit.extraction.parsed.language, host)
            if fault.what not in at.check.borne_out
        ]
        if faults:
            shown = {one.what: {"note": one.printed, "page": one.own} for one in faults}
            told = "; ".join(f"{one.what}: note “{one.printed}”, page “{one.own}”" for one in faults)
            message = f"The page does not agree with the note about its {told}"
            advice = "Open the page and compare; correct the note, or its address."
            yield link_finding(ID, SEVERITY, at, message, advice, differs=shown)
