"""Addresses that break off or are damaged, looked for in the archive's index by their beginning.

What is found is a suggestion. Only the title that the note gives, or the quotation, on a capture of it makes
it more (no earlier tool was found that repairs citations this way; liveness research, 3.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.investigate.addresses import split, surt_key, without_fragment, words_of
from citecheck.investigate.archived import look_up
from citecheck.investigate.archives import ARCHIVES
from citecheck.investigate.archives.wayback import Row
from citecheck.investigate.captures import distance
from citecheck.investigate.drift import confirmed_by
from citecheck.investigate.evidence import Evidence
from citecheck.investigate.folding import key_of
from citecheck.model import ArchiveCheck, Case, Fetch, Purpose, Suggestion
from citecheck.redaction import has_secret

LEAST_PATH = 4
"""Characters of path that a beginning must have, slash included: less names half a site."""
MOST_TRIED = 2
"""Captures fetched to confirm an address."""
TRUNCATED = "truncated"
DOUBTFUL = ("doubtful", TRUNCATED)


@dataclass(frozen=True, slots=True)
class Recovered:
    """An address that begins like the printed one, and what speaks for it."""

    suggestion: Suggestion
    archive: ArchiveCheck | None
    """Its capture, once confirmed."""
    pages: tuple[Fetch, ...] = ()


def wants_recovery(case: Case) -> bool:
    """Whether the printed address is known to break off, or can be read in several ways."""
    return len(case.candidates) > 1 or any(problem in DOUBTFUL for problem in case.problems)


def breaks_off(case: Case) -> bool:
    """Whether the printed address lacks its end; a page that answers at what is left may be another."""
    return TRUNCATED in case.problems


def beginning_of(case: Case) -> str | None:
    """The part of the address that is beyond doubt, `None` where that is too little to look for.

    A final hyphen may be the line's own; where readings differ, what they share is beyond doubt.
    """
    readings = [without_fragment(url) for url in case.candidates[:3]]
    shared = _common_beginning(min(readings), max(readings)) if readings else ""
    shared = shared.rstrip("-\u00ad‐.,;:)]}/… ") if TRUNCATED in case.problems else shared
    parts = split(shared)
    if parts is None or len(parts.path) < LEAST_PATH:
        return None
    return shared


def _common_beginning(one: str, other: str) -> str:
    """What two strings share from the start; of the first and last in order, what all between share too."""
    length = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    return one[: min(len(one), len(other)) if length is None else length]


def recover(case: Case, url: str, evidence: Evidence) -> Recovered | None:
    """The address most likely meant, `None` where the index names none or too many."""
    beginning = beginning_of(case)
    archive = ARCHIVES.get(case.archive)
    if beginning is None or archive is None or has_secret(url):
        return None
    seen = evidence.fetch(Fetch(archive.prefix_url(beginning, case.wanted), Purpose.INDEX))
    rows = _ranked(archive.read_index(seen.outcome).rows, beginning, case)
    if not rows:
        return None
    for row in rows[:MOST_TRIED]:
        found = look_up(row.original, case, evidence, deep=False)
        page = found.copies[0].seen.page if found.held else None
        by = confirmed_by(case.title, case.quotations, page)
        if by is not None:
            suggestion = Suggestion(row.original, "archive-prefix", by)
            return Recovered(suggestion, found.check, tuple(copy.fetch for copy in found.copies))
    if len(rows) > 1 and _score(rows[0], case)[0] == _score(rows[1], case)[0]:
        return None
    return Recovered(Suggestion(rows[0].original, "archive-prefix", None), None)


def _ranked(rows: Sequence[Row], beginning: str, case: Case) -> list[Row]:
    """Other addresses with that beginning, each once, likeliest first."""
    key = surt_key(beginning)
    asked = {surt_key(url) for url in case.candidates}
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (_score(row, case), row.original)):
        own = surt_key(row.original)
        if own.startswith(key) and own not in asked:
            found.setdefault(own, row)
    return list(found.values())


def _score(row: Row, case: Case) -> tuple[int, int, int]:
    """Words of the cited title in the address first, then the date, then brevity; less is better."""
    cited = {word for word in key_of(case.title or "").split() if len(word) > 3}
    common = len(cited & words_of(row.original))
    return -common, distance(row.when, case.wanted)[0].days, len(row.original)
