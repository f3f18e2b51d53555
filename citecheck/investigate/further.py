"""Documents and parts that a living page leads to, asked where a quotation is missing on the page itself."""

from __future__ import annotations

import re

from citecheck.investigate.answers import judge
from citecheck.investigate.evidence import Evidence
from citecheck.investigate.live import Answer, live_fetch
from citecheck.investigate.page import Page
from citecheck.model import Capture, Case, Fetch

MOST = 3
"""Addresses asked, a link: the document of a record, or the parts of an article; a book in frames is not read
to its end."""
DOCUMENT = re.compile(r"(?i)pdf|\.docx?\b|\.odt\b|\.epub\b|download")
"""What promises a document: a page of HTML at such an address is a form, a log-in or an apology."""


def read_on(case: Case, answer: Answer, evidence: Evidence) -> tuple[tuple[Fetch, ...], bool]:
    """The pages at which the text of `answer` goes on and that could be read, until all quotations are found;
    and whether one of them has all.

    Nothing is said of the link by them: a document that is not there leaves the page as good as it is.
    """
    page = answer.seen.page
    left = list(page.further) if page else []
    asked: list[Fetch] = []
    read: list[Fetch] = []
    for url in left:  # grows: a part names the next one
        fetch = live_fetch(url, case)
        if fetch == answer.fetch or fetch in asked:
            continue
        if len(asked) == MOST:
            break
        asked.append(fetch)
        seen = evidence.fetch(fetch)
        if seen.page is None or not isinstance(seen.outcome, Capture):
            continue
        look = judge(url, seen, case.title)
        if not look.good or look.suspicion or (DOCUMENT.search(url) and Page(url, seen.outcome, seen).html):
            continue
        read.append(fetch)
        if all(evidence.holds(case.quotations, fetch)):
            return tuple(read), True
        left += seen.page.further
    return tuple(read), False
