"""Title, author or year in the note do not agree with the page's own.

## What it means

The page names its own title, author or date of publication, and the note gives
something else. Nothing is compared across languages or scripts, where a
translated title is no mistake.

## Why it matters

The note may describe another source than the one its address leads to.

## Example

The note says "2017", the page says that it was published on 2018-10-12.

## What to do

Open the page and compare; correct the note, or its address.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from citecheck.checks._common import Cited, cited, link_finding
from citecheck.model import Audit, Citation, Finding, LinkStatus, Severity

ID = "metadata-differs"
SEVERITY = Severity.WARNING
WORD_LENGTH = 4
"""Shorter words (articles, prepositions) do not tell titles apart."""
TITLE_WORDS = 3
"""A title of fewer long words is too short to be compared."""
TITLE_SHARE = 0.25
"""A title agrees when at least this share of its long words is in the page's title: site names are
added, subtitles left out, and case endings change, so little is asked for."""
NAME_WORDS = 5
"""A longer author line of a page names an office or several people, and is not compared."""


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit, LinkStatus.OK, LinkStatus.MOVED):
        if at.note is None or at.link.citation is None or at.check.drifted:
            continue
        faults = _faults(at, at.note.citations[at.link.citation], audit.extraction.parsed.language)
        if faults:
            shown = {what: {"note": printed, "page": own} for what, printed, own in faults}
            told = "; ".join(f"{what}: note “{printed}”, page “{own}”" for what, printed, own in faults)
            message = f"The page does not agree with the note about its {told}"
            advice = "Open the page and compare; correct the note, or its address."
            yield link_finding(ID, SEVERITY, at, message, advice, differs=shown)


def _faults(at: Cited, citation: Citation, language: str | None) -> list[tuple[str, str, str]]:
    """What differs: its name, the note's words, the page's words."""
    page = at.check.metadata
    own_title = page.title or at.check.title
    faults = []
    same_language = page.language is not None and page.language == language
    if citation.title and own_title and same_language and not _titles_agree(citation.title, own_title):
        faults.append(("title", citation.title, own_title))
    if citation.author and page.author and not _names_agree(citation.author, page.author):
        faults.append(("author", citation.author, page.author))
    if page.published and not _years_agree(citation, page.published):
        faults.append(("year", str(citation.year), page.published[:4]))
    return faults


def _years_agree(citation: Citation, published: str) -> bool:
    """A year that is only that of the visit says nothing about the source."""
    if citation.year is None or not published[:4].isdigit():
        return True
    printed = str(citation.year)
    return printed == published[:4] or (citation.accessed or "").startswith(printed)


def _titles_agree(printed: str, own: str) -> bool:
    words, others = _stems(printed), _stems(own)
    if len(words) < TITLE_WORDS or len(others) < TITLE_WORDS or _script(printed) != _script(own):
        return True
    return len(words & others) / min(len(words), len(others)) >= TITLE_SHARE


def _names_agree(printed: str, own: str) -> bool:
    """Whether one name is common; only personal names in one script are compared."""
    words, others = _words(printed), _words(own)
    if not words or not 2 <= len(own.split()) <= NAME_WORDS or _script(printed) != _script(own):
        return True
    return (
        bool({word[:WORD_LENGTH] for word in words} & {word[:WORD_LENGTH] for word in others}) or not others
    )


def _words(text: str) -> set[str]:
    """Folded words of three letters and more, accents taken off."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalpha() else "" if unicodedata.combining(c) else " " for c in plain)
    return {word for word in kept.split() if len(word) >= 3}


def _stems(text: str) -> set[str]:
    """Beginnings of long words: endings change with grammar."""
    return {word[: WORD_LENGTH + 1] for word in _words(text) if len(word) >= WORD_LENGTH}


def _script(text: str) -> str:
    """Script of the first letter (`LATIN`, `CYRILLIC`, …), from its Unicode name."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
