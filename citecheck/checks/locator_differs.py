"""The quotation stands on another page than the note says.

## What it means

The source has pages (a PDF, a file at hand), the quotation was found in it,
and on a page that the note does not give.

## Why it matters

A wrong page costs every later reader the search that the note should have
saved.

## Example

The note gives p. 159, the passage is on page 161.

## What to do

Look at the page number printed in the source and correct the note. Numbers
printed on the pages of a PDF count, and their place in the file does, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks._common import notes_by_id, quotation_of, quote_finding
from citecheck.model import Alignment, Audit, Finding, LinkCheck, Note, QuoteCheck, Severity

ID = "locator-differs"
SEVERITY = Severity.WARNING
PAGES = re.compile(
    r"(?i)(?<![^\W\d_])(\d{1,5}|[ivxlc]{1,7})(?:\s?[-–—]\s?(\d{1,5}|[ivxlc]{1,7}))?(?![^\W\d_])"
)
NO_PAGE = re.compile(
    r"(?i)(?:§+|¶+|№|n°|\b(?:sect?|section|chap|ch|chapter|chapitre|art|article|abs|rn|rdnr|rz|para?s?|kap|kapitel|"
    r"col|sp|fol|vol|no|nr|bd|t|гл|глава|ст|статья|стб|абз|л|т|кн|вып|стор|rozdz|ust|§))\.?\s*$"
)
"""What stands before a number that is no page: a section, an article, a column, a volume."""
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
LATER_PAGES = 20_000
"""Roman page numbers are counted from here: page *xii* is not page 12."""


def check(audit: Audit) -> Iterator[Finding]:
    notes = notes_by_id(audit)
    for quote in audit.quotes:
        page, note_id = quote.alignment.page, quotation_of(audit, quote).note_id
        note = notes.get(note_id) if note_id is not None else None
        if page is None or note is None or not quote.alignment.verdict.located:
            continue
        locator = _locator(audit, note, quote)
        if locator and not _names_page(locator, note.text, quote.alignment):
            message = f"The quotation was found on page {_shown(quote.alignment)}; the note gives {locator}"
            advice = "Look at the page number printed in the source and correct the note."
            yield quote_finding(ID, SEVERITY, audit, quote, message, advice, page=page, locator=locator)


def _names_page(locator: str, note: str, found: Alignment) -> bool:
    """Whether the note may mean a page on which the passage stands, as printed or as counted in the file."""
    pages = [] if _is_no_page(locator, note) else _pages(locator)
    counted = set(range(found.page or 1, (found.last_page or found.page or 1) + 1))
    printed = {value for label in found.page_labels if (value := _value(label)) is not None}
    if not pages or any(first <= page <= last for first, last in pages for page in counted | printed):
        return True
    # A file without page numbers may begin inside a volume: then its pages say nothing.
    return (
        not printed and found.page_count is not None and min(first for first, _ in pages) > found.page_count
    )


def _shown(found: Alignment) -> str:
    """The page as printed, and as counted where that is another number."""
    label = found.page_labels[0] if found.page_labels else ""
    return (
        f"{label} (page {found.page} of the file)" if label and label != str(found.page) else str(found.page)
    )


def _is_no_page(locator: str, note: str) -> bool:
    """Whether the note gives the number as that of a section or a volume, every time it gives it."""
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(locator)}(?!\w)", note)]
    return bool(places) and all(NO_PAGE.search(note[max(0, at - 12) : at]) for at in places)


def _value(label: str) -> int | None:
    """Page number as a number, roman ones after all others; `None` for other labels."""
    if label.isascii() and label.isdigit():
        return int(label)
    if not label or any(letter not in ROMAN for letter in label.lower()):
        return None
    values = [ROMAN[letter] for letter in label.lower()]
    return LATER_PAGES + sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _locator(audit: Audit, note: Note, quote: QuoteCheck) -> str | None:
    """Locator of the citation whose source was compared; else the note's only one."""
    for link, answer in zip(audit.extraction.links, audit.links, strict=True):
        if link.note_id == note.id and link.citation is not None and _same_source(answer, quote):
            return note.citations[link.citation].locator
    locators = [one.locator for one in note.citations if one.locator]
    return locators[0] if len(locators) == 1 else None


def _same_source(answer: LinkCheck, quote: QuoteCheck) -> bool:
    return quote.source is not None and quote.source.url in (answer.url, answer.final_url, answer.archive.url)


def _pages(locator: str) -> list[tuple[int, int]]:
    """Ranges of pages: `12-14, 20` gives 12 to 14 and 20; a shortened end (`112–4`) is completed.

    >>> _pages("12-14, 20"), _pages("112–4"), _pages("xii")
    ([(12, 14), (20, 20)], [(112, 114)], [(20012, 20012)])
    """
    ranges = []
    for match in PAGES.finditer(locator):
        if NO_PAGE.search(locator[: match.start()]):
            continue
        first, last = match[1], match[2] or match[1]
        if len(last) < len(first) and last.isdigit():
            last = first[: len(first) - len(last)] + last
        low, high = _value(first), _value(last)
        if low is not None and high is not None:
            ranges.append((low, max(low, high)))
    return ranges
