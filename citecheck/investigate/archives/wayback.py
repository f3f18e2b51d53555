"""The Internet Archive's Wayback Machine: which requests to make and how its answers are to be read.

Replay finds and fetches in one request and is cheap; the index (CDX) costs the archive seconds and is asked
second. The availability API is never asked: it says "nothing" of pages that are archived.

What an answer means hangs on one header: with `Memento-Datetime` (RFC 7089) the archived page speaks, with
whatever status it had; without it the archive itself does. Sources: the recorded exchanges of the `wayback`
client (EDGI), the CDX server's documentation, RFC 7089.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from urllib.parse import quote, unquote

from citecheck.investigate.addresses import surt_key, without_default_port, without_fragment
from citecheck.investigate.index_table import read_table, untimed
from citecheck.model import Capture, Failure, FailureKind, Outcome

HOST = "web.archive.org"
REPLAY = f"https://{HOST}/web/"
INDEX = f"https://{HOST}/cdx/search/cdx"
NEWEST = "20991231235959"
"""A date past every capture: the archive redirects to the newest one."""
YEARS_AROUND = 3
"""First index query: so many years on each side of the citation's date, for wide queries time out."""
PREFIX_YEARS = 5
INDEX_ROWS = 200
PREFIX_ROWS = 50
RAW = "id_"
"""Flag for the bytes as captured: no banner, no rewritten links, the only form to look for words in."""
NOT_ASKED = (FailureKind.BUDGET, FailureKind.OFFLINE, FailureKind.NOT_RECORDED, FailureKind.FORBIDDEN)
"""Failures of our own making: the archive was not asked."""
_EXCLUDED = (b"accesscontrolexception", b"has been excluded", b"blocked site error")
TAKEN_OUT = "The owner of the site has had it taken out of the archive."
_FIELDS = "timestamp,original,statuscode,mimetype,digest,length"


class Answer(StrEnum):
    """Who spoke, and what it amounts to."""

    MEMENTO = "memento"
    """The archived page."""
    NEVER = "never"
    """The archive says that it holds none."""
    EXCLUDED = "excluded"
    """The owner has had the site taken out."""
    SILENT = "silent"
    """The archive was asked and gave no usable answer."""
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Row:
    """One capture in the index."""

    timestamp: str
    """14 digits, UTC."""
    original: str
    status: int | None = None
    """`None` where the index has none (a repeated capture)."""
    media_type: str = ""
    digest: str = ""
    length: int = 0

    @property
    def when(self) -> datetime:
        return parse_timestamp(self.timestamp) or datetime(1996, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Index:
    """An index answer as read."""

    answer: Answer
    rows: tuple[Row, ...] = ()
    resume_key: str | None = None
    reason: str = ""


def timestamp_for(wanted: date | None) -> str:
    """The 14 digits to ask for: noon of the day wanted, the newest capture without one."""
    return f"{wanted.year:04}{wanted.month:02}{wanted.day:02}120000" if wanted else NEWEST


def parse_timestamp(digits: str) -> datetime | None:
    """The moment that up to 14 digits name, `None` where they name none."""
    if not digits.isdigit() or not 4 <= len(digits) <= 14:
        return None
    full = digits + "00000101000000"[len(digits) :]
    try:
        return datetime.strptime(full, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def replay_url(url: str, timestamp: str) -> str:
    """Where the capture of `url` nearest to `timestamp` is fetched from."""
    return f"{REPLAY}{timestamp}{RAW}/{without_fragment(url)}"


def people_url(url: str, timestamp: str) -> str:
    """The same capture for people, with the archive's banner."""
    return f"{REPLAY}{timestamp}/{without_fragment(url)}"


def parse_replay_url(url: str) -> tuple[str, str] | None:
    """Timestamp and original of a replay address, of this or of another archive of its dialect.

    >>> parse_replay_url("https://web.archive.org/web/20140502101112id_/http://a.example/b")
    ('20140502101112', 'http://a.example/b')
    """
    markers = [marker for marker in ("/web/", "/wayback/", "/replay/") if marker in url]
    for marker in sorted(markers, key=url.find):  # a copy of a copy has two
        _, found, rest = url.partition(marker)
        if found and _SCHEME_INSIDE.match(rest):  # without a timestamp: the newest capture
            return "", without_default_port(_mend(rest))
        stamp, slash, original = rest.partition("/")
        digits = stamp.rstrip("_abcdefghijklmnopqrstuvwxyz*")
        if found and slash and (digits.isdigit() or not digits) and original:
            return digits, without_default_port(_mend(original))
    return None


_SCHEME_INSIDE = re.compile(r"https?(?::/|%3a)", re.IGNORECASE)


def _mend(original: str) -> str:
    """The original with its scheme whole: servers and editors fold `http://` inside a path to `http:/`, or
    encode it like a value."""
    if re.match(r"https?%3a%2f", original, re.IGNORECASE):
        original = unquote(original)
    for scheme in ("http", "https"):
        if original.lower().startswith(f"{scheme}:/") and not original.lower().startswith(f"{scheme}://"):
            return f"{scheme}://{original[len(scheme) + 2 :]}"
    return original if "://" in original[:12] else f"http://{original}"


def index_url(url: str, wanted: date | None) -> str:
    """The index query around the date wanted; without one, the last captures that were pages."""
    query = [("url", without_fragment(url)), ("output", "json"), ("fl", _FIELDS)]
    query += [("collapse", "digest"), ("resolveRevisits", "true")]
    if wanted:
        query += _years(wanted, YEARS_AROUND)
        return _query([*query, ("limit", str(INDEX_ROWS))])
    return _query([*query, ("filter", "statuscode:200"), ("limit", str(-PREFIX_ROWS))])


def nearest_url(url: str, wanted: date) -> str:
    """The index query without bounds, nearest first. `closest` and `sort` go together: alone, `closest`
    reads one block of the index only (`CDXServer.java`)."""
    query = [("url", without_fragment(url)), ("output", "json"), ("fl", _FIELDS)]
    query += [("filter", "statuscode:200"), ("closest", timestamp_for(wanted)), ("sort", "closest")]
    return _query([*query, ("limit", str(PREFIX_ROWS))])


def prefix_url(prefix: str, wanted: date | None) -> str:
    """The index query for every page whose address begins with `prefix`."""
    query = [("url", without_fragment(prefix)), ("matchType", "prefix"), ("collapse", "urlkey")]
    query += [("filter", "statuscode:200"), ("fl", "original,timestamp,mimetype")]
    if wanted:
        query += _years(wanted, PREFIX_YEARS)
    return _query([*query, ("limit", str(PREFIX_ROWS)), ("output", "json")])


def _years(wanted: date, around: int) -> tuple[tuple[str, str], ...]:
    """Bounds in whole years, within what four digits can say."""
    first, last = max(1, wanted.year - around), min(9999, wanted.year + around)
    return ("from", f"{first:04}"), ("to", f"{last:04}")


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    return f"{INDEX}?" + "&".join(f"{name}={quote(value, safe=':,!-')}" for name, value in pairs)


def read_replay(outcome: Outcome) -> tuple[Answer, str]:
    """Who spoke in a replay, and a sentence for people."""
    if isinstance(outcome, Failure):
        return _read_failure(outcome)
    if outcome.header("memento-datetime") is not None:
        return Answer.MEMENTO, ""
    if outcome.status in (403, 404) and _led_elsewhere(outcome):
        return Answer.MEMENTO, ""
    if _is_exclusion(outcome):
        return Answer.EXCLUDED, TAKEN_OUT
    if outcome.status == 404:
        return Answer.NEVER, "The archive holds no copy."
    return Answer.SILENT, _silence(outcome)


def _led_elsewhere(outcome: Capture) -> bool:
    """Whether a captured redirect led to another address: the archive then speaks of that one."""
    places = [parse_replay_url(url) for url in (outcome.url, outcome.final_url)]
    return None not in places and len({surt_key(place[1]) for place in places if place}) == 2


def read_index(outcome: Outcome) -> Index:
    """The rows of an index answer. No row at all is `[]` or an empty body; both are met."""
    if isinstance(outcome, Failure):
        answer, reason = _read_failure(outcome)
        return Index(answer, reason=reason)
    if _is_exclusion(outcome):
        return Index(Answer.EXCLUDED, reason=TAKEN_OUT)
    if outcome.status != 200:
        return Index(Answer.SILENT, reason=_silence(outcome))
    table = read_table(outcome.body)
    rows, resume_key = _rows(table or [])
    if rows:
        return Index(Answer.MEMENTO, rows, resume_key)
    # What was cut, or holds lines without a time, says nothing of what there is.
    if table is None or outcome.truncated or any(map(untimed, table[1:])):
        return Index(Answer.SILENT, reason="The archive's index gave an answer that cannot be read.")
    return Index(Answer.NEVER, rows, resume_key)


def _rows(table: list[list[str]]) -> tuple[tuple[Row, ...], str | None]:
    if not table:
        return (), None
    names, resume_key = table[0], None
    rows: dict[tuple[str, str], Row] = {}
    for cells in table[1:]:
        if len(cells) == 1:
            resume_key = cells[0]
        row = _row(dict(zip(names, cells, strict=False)))
        if row is not None:
            rows.setdefault((row.timestamp, row.original), row)
    return tuple(rows.values()), resume_key


def _row(cells: dict[str, str]) -> Row | None:
    """A capture; `None` for what is none: `mailto:`, cut rows, empty ones."""
    timestamp, original = cells.get("timestamp", ""), cells.get("original", "")
    if len(timestamp) != 14 or parse_timestamp(timestamp) is None:
        return None
    if not original.lower().startswith(("http://", "https://")):
        return None
    status, length = cells.get("statuscode", "-"), cells.get("length", "-")
    return Row(
        timestamp,
        without_default_port(original),
        int(status) if status.isdigit() else None,
        cells.get("mimetype", "").lower(),
        cells.get("digest", ""),
        int(length) if length.isdigit() else 0,
    )


def _is_exclusion(capture: Capture) -> bool:
    fault = (capture.header("x-archive-wayback-runtime-error") or "").lower()
    if "accesscontrol" in fault:
        return True
    if capture.status not in (200, 403, 451):
        return False
    head = capture.body[:65_536].lower()
    return any(mark in head for mark in _EXCLUDED)


def _read_failure(failure: Failure) -> tuple[Answer, str]:
    if failure.kind in NOT_ASKED:
        if failure.kind is FailureKind.BUDGET and failure.detail:
            return Answer.NOT_ASKED, f"The archive was not asked: {failure.detail}."
        return Answer.NOT_ASKED, _UNASKED.get(failure.kind, "The archive was not asked.")
    return Answer.SILENT, f"The archive did not answer ({failure.kind.value})."


_UNASKED = {
    FailureKind.BUDGET: "The budget was spent before the archive could be asked.",
    FailureKind.OFFLINE: "The archive was not asked: the run is offline.",
    FailureKind.NOT_RECORDED: "The archive's answer is not in the recording.",
}


def _silence(capture: Capture) -> str:
    if capture.status == 429:
        return "The archive asked to be left alone for a while (429)."
    return f"The archive did not answer usably ({capture.status})."
