"""Which capture of a page stands nearest to what was cited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from citecheck.investigate.addresses import ending_of, exact_key, surt_key
from citecheck.investigate.archives.wayback import Row

GOOD = (200, 203, 206, 226)
"""Archived statuses of a page; IABot takes the first three, sandcrawler 226 too."""
_TYPES = {
    "pdf": ("application/pdf",),
    "htm": ("text/html", "application/xhtml+xml"),
    "html": ("text/html", "application/xhtml+xml"),
    "php": ("text/html", "application/xhtml+xml"),
    "asp": ("text/html", "application/xhtml+xml"),
    "aspx": ("text/html", "application/xhtml+xml"),
}
_REVISIT = "warc/revisit"


def right_type(url: str, media_type: str) -> bool:
    """Whether a capture is of the kind that the address promises. A bot check in place of a PDF is not."""
    wanted = _TYPES.get(ending_of(url))
    unknown = media_type in ("", "unk", "-", _REVISIT, "application/octet-stream")
    return wanted is None or unknown or media_type in wanted


def moment_of(wanted: date) -> datetime:
    """Noon of the day: half a day at most from any moment of it."""
    return datetime.combine(wanted, time(12), UTC)


def distance(when: datetime, wanted: date | None) -> tuple[timedelta, bool]:
    """How far a capture is from the date wanted, before it preferred on a tie; the newest without a date."""
    if wanted is None:
        return datetime.max.replace(tzinfo=UTC) - when, False
    moment = moment_of(wanted)
    return abs(when - moment), when > moment


def days_apart(when: datetime, wanted: date | None) -> int | None:
    """Whole days between a capture and the day wanted, in either direction."""
    return abs((when.date() - wanted).days) if wanted else None


def ranked(rows: Sequence[Row], url: str, wanted: date | None) -> tuple[Row, ...]:
    """Usable captures of `url`, best first: a page, of the right type, of exactly this address, nearest in
    time (order of `_cdx_sort_key` in sandcrawler). A capture of another address that shares its index key
    comes last: paths may differ by case alone."""
    usable = [row for row in rows if _usable(row) and surt_key(row.original) == surt_key(url)]
    exact = exact_key(url)

    def order(row: Row) -> tuple[bool, bool, tuple[timedelta, bool], bool, str]:
        return (
            not right_type(url, row.media_type),
            exact_key(row.original) != exact,
            distance(row.when, wanted),
            row.media_type == _REVISIT,
            row.original,
        )

    return tuple(sorted(usable, key=order))


def _usable(row: Row) -> bool:
    return row.status in GOOD or (row.status is None and row.media_type == _REVISIT)


def neighbours(rows: Sequence[Row], chosen: datetime, url: str, wanted: date | None) -> tuple[Row, ...]:
    """Other versions to look into when words are missing in the chosen capture: the last before it and the
    first after it, the nearer one to the date first. Equal bytes are one version."""
    digests = {row.digest for row in rows if row.when == chosen and row.digest}
    others = [row for row in ranked(rows, url, wanted) if row.when != chosen and row.digest not in digests]
    before = max((row for row in others if row.when < chosen), key=lambda row: row.when, default=None)
    after = min((row for row in others if row.when > chosen), key=lambda row: row.when, default=None)
    found = [row for row in (before, after) if row is not None]
    return tuple(sorted(found, key=lambda row: distance(row.when, wanted)))
