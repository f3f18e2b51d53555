"""Reading a status line and headers: redirects, waits, whether to try again. Pure."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

from citecheck.model import Exchange, Failure, FailureKind, Outcome, Purpose

MAX_HOPS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})
TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that a moment may change (RFC 9110; design, table "retry")."""
JITTER = 0.25
"""Share of a wait that is added, so that the tries of many links do not fall together."""

HTML_LIMIT = 5_000_000
PDF_LIMIT = 30_000_000
MEDIA_LIMIT = 256_000
"""Pictures, sound and film give no text: enough to see that they are there."""
HOP_LIMIT = 65_536
"""Nobody reads the body of a redirect."""


def body_limit(status: int, content_type: str) -> int:
    """How many decoded bytes of a body are worth having."""
    kind = content_type.split(";")[0].strip().lower()
    if status in REDIRECTS:
        return HOP_LIMIT
    if kind.startswith(("image/", "audio/", "video/", "font/")):
        return MEDIA_LIMIT
    return PDF_LIMIT if kind == "application/pdf" else HTML_LIMIT


def redirect_of(exchange: Exchange) -> str | None:
    """Absolute URL that the answer sends us to, `None` where it does not (no `Location`, or none that can be
    read as a URL)."""
    location = exchange.header("location") if exchange.status in REDIRECTS else None
    if location is None:
        return None
    try:
        return urljoin(urldefrag(exchange.url).url, _written(location))
    except ValueError:
        return location


def _written(location: str) -> str:
    """A `Location` as browsers read it: blanks at its ends, tabs and line ends do not count, blanks inside
    stand for themselves (WHATWG URL, 4.4)."""
    return _DROPPED.sub("", location.strip()).replace(" ", "%20")


_DROPPED = re.compile(r"[\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f]")


def is_memento(exchange: Exchange) -> bool:
    """Whether the archived page speaks, not the archive (RFC 7089)."""
    return exchange.header("memento-datetime") is not None


FOR_EVER = 1e9
"""Seconds, thirty years: what longer waits are taken for."""


def retry_after(exchange: Exchange) -> float | None:
    """Seconds that the host asks to wait, counted from the answer: a number, `30s`, `1m30s` or a date, held
    against the host's own clock where it tells it."""
    value = (exchange.header("retry-after") or "").strip()
    match = re.fullmatch(r"(?:(\d{1,6})m)?(?:(\d{1,60})(?:\.\d{1,60})?s?)?", value.lower())
    if value and match:
        return min(int(match[1] or 0) * 60.0 + int(match[2] or 0), FOR_EVER)
    until = _date(value)
    if until is None:
        return None
    now = _date(exchange.header("date") or "") or exchange.when
    return max(0.0, (until - now).total_seconds())


def _date(text: str) -> datetime | None:
    """An HTTP date (RFC 9110, 5.6.7), `None` for anything else."""
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date


def asked_to_wait(exchange: Exchange) -> float | None:
    """Seconds that an answer asks us to stay away; an archived page once asked others, not us."""
    if exchange.status not in TRY_AGAIN or is_memento(exchange):
        return None
    return retry_after(exchange)


def trouble_of(answer: Outcome | Exchange) -> int | FailureKind | None:
    """The trouble that further tries were spent on: a status that may pass, a cut connection; else `None`."""
    if isinstance(answer, Failure):
        failure: FailureKind | None = answer.kind
    else:
        failure = answer.failure if isinstance(answer, Exchange) else None
        if failure is None:
            return answer.status if answer.status in TRY_AGAIN else None
    return failure if failure is FailureKind.RESET else None


def wait_before_retry(
    exchange: Exchange, purpose: Purpose, attempt: int, waits: tuple[float, ...]
) -> float | None:
    """Seconds before the next try after try number `attempt` (from 0), `None` where another try is no use.

    A host that cannot be connected to is dark, which one more try a second later does not change; an archived
    status is final; an archive's 429 is answered by leaving it alone.
    """
    trouble = trouble_of(exchange)
    if trouble is None or (purpose.archive and (trouble == 429 or is_memento(exchange))):
        return None
    wait = waits[min(attempt, len(waits) - 1)] if waits else 0.0
    return wait * (1 + JITTER * chance(f"{attempt} {exchange.url}"))


def chance(seed: str) -> float:
    """A number from 0 to 1 that looks like chance and is none."""
    return int.from_bytes(hashlib.sha256(seed.encode("utf-8", "replace")).digest()[:4], "big") / 2**32


def whole_seconds(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
