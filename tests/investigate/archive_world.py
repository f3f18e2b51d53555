"""A dead page and an archive with a history, in memory: the planner asks, the stand-in answers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from citecheck.errors import UnreadablePage
from citecheck.investigate import next_step
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
    Outcome,
    Purpose,
    Seen,
)
from citecheck.read.page import read_page
from fixtures.archive_stand_in import HOST, Archived, ArchiveStandIn
from tests.investigate.evidence import WHEN

URL = "https://a.example/2014/report"
MOST_HOPS = 10


class ArchiveWorld:
    """One history: `captures` are rows of timestamp, status, title, text and, where they matter, `to` (a
    redirect), `url` (another address), `type`, `html`, `revisit`."""

    def __init__(self, history: dict[str, Any]) -> None:
        self.history = history
        self.url = history.get("url", URL)
        self.archive = ArchiveStandIn(
            [_capture(row, self.url) for row in history["captures"]], history.get("excluded", ())
        )
        self.asked: list[Fetch] = []
        self._answers: dict[str, Seen] = {}

    def check(self) -> LinkCheck:
        """The planner's answer."""
        wanted = self.history["wanted"]
        case = Case(
            (self.url,),
            printed_hosts=frozenset({urlsplit(self.url).netloc}),
            wanted=date.fromisoformat(wanted) if wanted else None,
            title=self.history.get("title"),
            quotations=tuple(self.history.get("quotations", ())),
            problems=tuple(self.history.get("problems", ())),
        )
        seen: dict[Ask, Seen | bool] = {}
        for _ in range(40):
            step = next_step(case, seen)
            if isinstance(step, LinkCheck):
                return step
            seen |= {ask: self._answer(ask) for ask in step}
        raise AssertionError("the planner does not come to an end")

    def outcome_of(self, url: str) -> Capture:
        """The capture that `url` was answered with."""
        outcome = self._answers[url].outcome
        assert isinstance(outcome, Capture)
        return outcome

    def _answer(self, ask: Ask) -> Seen | bool:
        if isinstance(ask, Compare):
            page = self._answers[ask.page.url].page
            return page is not None and ask.quotation in page.content
        self.asked.append(ask)
        if ask.purpose.value in self.history.get("silent", ()):
            return Seen(Failure(ask.url, FailureKind.TIMEOUT, "", WHEN))
        outcome = self._outcome(ask)
        self._answers[ask.url] = Seen(outcome)
        if isinstance(outcome, Capture) and ask.purpose is not Purpose.INDEX:
            self._answers[ask.url] = _read(outcome)
        return self._answers[ask.url]

    def _outcome(self, ask: Fetch) -> Outcome:
        if not ask.purpose.archive:
            return Capture(ask.url, ask.url, self.history.get("live", 404), WHEN)
        hops: list[Hop] = []
        at = ask.url
        while True:
            answer = self.archive.answer(at)
            target = dict(answer.headers).get("location", "")
            if urlsplit(target).hostname != HOST:
                return Capture(ask.url, at, answer.status, WHEN, answer.headers, answer.body, tuple(hops))
            hops.append(Hop(at, answer.status, target))
            at = target
            if len(hops) > MOST_HOPS:
                return Failure(ask.url, FailureKind.REDIRECT_LOOP, "", WHEN, tuple(hops))


def _read(capture: Capture) -> Seen:
    try:
        kind = capture.header("content-type") or ""
        return Seen(capture, read_page(capture.body, kind, capture.final_url))
    except UnreadablePage as error:
        return Seen(capture, unreadable=str(error))


def _capture(row: dict[str, Any], url: str) -> Archived:
    title, text = row.get("title", ""), row.get("text", "")
    html = row.get("html") or f"<title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(text)}</p>"
    return Archived(
        row.get("url", url),
        datetime.strptime(row["at"], "%Y%m%d%H%M%S").replace(tzinfo=UTC),
        row.get("status", 200),
        row.get("type", "text/html"),
        html.encode(),
        row.get("to"),
        row.get("revisit", False),
    )
