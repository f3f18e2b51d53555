"""Answers that archives give when they are busy, closed, or half heard: silence is never "never archived"."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from citecheck.investigate import next_step
from citecheck.model import Ask, Capture, Case, Compare, Failure, FailureKind, Fetch, Hop, LinkCheck, Seen
from citecheck.read.page import read_page
from tests.investigate.evidence import WHEN

URL = "https://a.example/2014/report"
TEXT = "The harbour board counted forty lamps on the outer mole in that year, and forty more on the quay."
ANSWERS = json.loads(Path(__file__).with_name("archive_answers.json").read_text("utf-8"))


def _archived(stamp: str, url: str) -> str:
    return f"https://web.archive.org/web/{stamp}id_/{url}"


def _seen(ask: Fetch, given: dict[str, Any]) -> Seen:
    if "failure" in given:
        return Seen(Failure(ask.url, FailureKind(given["failure"]), "", WHEN))
    headers = {"content-type": given.get("type", "text/html"), **given.get("headers", {})}
    body, final, hops = given.get("body", ""), ask.url, []
    if "memento" in given:
        stamp = datetime.strptime(given["memento"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        headers["memento-datetime"] = stamp.strftime("%a, %d %b %Y %H:%M:%S GMT")
        url = given.get("url", URL)
        final = _archived(given["memento"], url)
        headers["link"] = f'<{url}>; rel="original"'
        title = given.get("title", "Not here")
        body = f"<title>{title}</title><h1>{title}</h1><p>{TEXT}</p>"
    at = ask.url
    for status, stamp_to in given.get("via", ()):
        target = _archived(stamp_to, given.get("url", URL))
        hops.append(Hop(at, status, target))
        at = target
    status, raw = given.get("status", 200), body.encode()
    capture = Capture(ask.url, final, status, WHEN, tuple(headers.items()), raw, tuple(hops))
    if given.get("truncated"):
        capture = Capture(
            ask.url, final, status, WHEN, tuple(headers.items()), raw, tuple(hops), truncated=True
        )
    page = read_page(raw, "text/html", final) if ask.purpose.value == "replay" else None
    return Seen(capture, page)


def _check(given: dict[str, Any]) -> LinkCheck:
    case = Case((URL,), printed_hosts=frozenset({"a.example"}), wanted=date(2014, 5, 1))
    seen: dict[Ask, Seen | bool] = {}
    asked = {"replay": 0, "index": 0}
    for _ in range(40):
        step = next_step(case, seen)
        if isinstance(step, LinkCheck):
            return step
        for ask in step:
            assert not isinstance(ask, Compare)
            name = ask.purpose.value
            if name not in asked:
                seen[ask] = Seen(Capture(ask.url, ask.url, 404, WHEN))
                continue
            answers = given[name]
            seen[ask] = _seen(ask, answers[min(asked[name], len(answers) - 1)])
            asked[name] += 1
    raise AssertionError("the planner does not come to an end")


@pytest.mark.parametrize("given", ANSWERS, ids=[given["what"] for given in ANSWERS])
def test_what_an_archive_says_is_read_for_what_it_is(given: dict[str, Any]) -> None:
    archive = _check(given).archive
    assert archive.state.value == given["state"], archive.reason
    if "stamp" in given:
        assert archive.datetime is not None
        assert archive.datetime.strftime("%Y%m%d%H%M%S") == given["stamp"]


def test_there_are_enough_answers() -> None:
    assert len(ANSWERS) >= 30
