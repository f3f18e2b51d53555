"""Answers of the world, written down in a line each, for tables of the planner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from citecheck.investigate import next_step
from citecheck.investigate.archives import wayback
from citecheck.investigate.made_up import sibling_of
from citecheck.model import (
    Ask,
    Capture,
    Case,
    Compare,
    Failure,
    FailureKind,
    Fetch,
    Hop,
    LinkCheck,
    Metadata,
    Purpose,
    Seen,
    Text,
)

WHEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PROSE = " ".join(f"word{number} of a long and quiet text about harbours" for number in range(60))


def html(title: str | None = None, text: str = PROSE, **headers: str) -> dict[str, Any]:
    """A page that answers 200."""
    return {"title": title, "text": text, "headers": headers}


def answer(url: str, given: Mapping[str, Any] | str | int) -> Seen:
    """What `given` says came back: a failure's name, a status, or a page."""
    if isinstance(given, str):
        return Seen(Failure(url, FailureKind(given), "", WHEN))
    page = {"status": given} if isinstance(given, int) else dict(given)
    headers = {"content-type": "text/html"} | {
        k.replace("_", "-"): v for k, v in page.get("headers", {}).items()
    }
    hops, at = [], url
    for status, target in page.get("hops", ()):
        hops.append(Hop(at, status, target))
        at = target
    body = page.get("body", "")
    content = page.get("text", "")
    capture = Capture(
        url,
        at,
        page.get("status", 200),
        WHEN,
        tuple(headers.items()),
        body.encode() if isinstance(body, str) else body,
        tuple(hops),
        truncated=page.get("truncated", False),
        tls_fault=page.get("tls_fault"),
    )
    if page.get("raw"):
        return Seen(capture)
    said = {key: page.get(key) for key in ("title", "author", "published", "language")}
    return Seen(capture, Text(content, metadata=Metadata(**said)))


def memento(stamp: str = "20140502101112", original: str | None = None, **page: Any) -> dict[str, Any]:
    """A capture as the archive gives it; `original` where it led to another address."""
    moment = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    date_line = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
    page.setdefault("text", PROSE)
    page["headers"] = page.get("headers", {}) | {"memento_datetime": date_line}
    if original is not None:
        page["hops"] = [(302, f"https://web.archive.org/web/{stamp}id_/{original}")]
    return page


class World:
    """A web in a dictionary. Asks are answered by URL and purpose; every ask is counted."""

    def __init__(
        self, answers: Mapping[Any, Any], quotations: Mapping[tuple[str, str], bool] | None = None
    ) -> None:
        self.answers = answers
        self.quotations = quotations or {}
        self.asked: list[Ask] = []

    def __call__(self, case: Case) -> LinkCheck:
        """Run the planner to its answer."""
        seen: dict[Ask, Seen | bool] = {}
        for _ in range(40):
            step = next_step(case, seen)
            if isinstance(step, LinkCheck):
                return step
            assert step
            assert not set(step) & set(seen)
            for ask in step:
                self.asked.append(ask)
                seen[ask] = self._answer(ask)
        raise AssertionError("the planner does not come to an end")

    def _answer(self, ask: Ask) -> Seen | bool:
        if isinstance(ask, Compare):
            return self.quotations.get((ask.quotation, ask.page.url), True)
        for key in ((ask.purpose, ask.url), ask.url, ask.purpose):
            if key in self.answers:
                return answer(ask.url, self.answers[key])
        return answer(ask.url, _silence(ask))

    def requests(self, *, archive: bool = False) -> list[str]:
        return [ask.url for ask in self.asked if isinstance(ask, Fetch) and ask.purpose.archive == archive]


def _silence(ask: Fetch) -> Any:
    if ask.purpose is Purpose.REPLAY:
        return 404
    if ask.purpose is Purpose.INDEX:
        return {"body": "[]", "raw": True}
    return 404 if ask.purpose is Purpose.SIBLING else "not-recorded"


def case(*urls: str, **more: Any) -> Case:
    hosts = more.pop("printed", None)
    if hosts is None:
        hosts = {url.split("/")[2].split(":")[0] for url in urls if "://" in url}
    more.setdefault("wanted", date(2014, 5, 1))
    return Case(urls, printed_hosts=frozenset(hosts), **more)


def replay(url: str, wanted: date | None = date(2014, 5, 1)) -> str:
    return wayback.replay_url(url, wayback.timestamp_for(wanted))


def sibling(url: str) -> str:
    address = sibling_of(url)
    assert address is not None
    return address


def cdx(*rows: tuple[str, str, str, str, str]) -> dict[str, Any]:
    """An index answer: timestamp, original, status, type, digest."""
    import json

    table = [
        ["timestamp", "original", "statuscode", "mimetype", "digest", "length"],
        *([*row, "1000"] for row in rows),
    ]
    return {
        "body": json.dumps(table if rows else []),
        "raw": True,
        "headers": {"content_type": "application/json"},
    }
