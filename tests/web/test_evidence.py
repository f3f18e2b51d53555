"""Runs that stop and go on, that are recorded and replayed, that share a store."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from citecheck.model import Exchange, Failure, FailureKind, Fetch, Outcome, Purpose
from citecheck.store import Recorder, Replay, Store
from citecheck.web.exchanges import KEPT
from citecheck.web.fetcher import Web
from citecheck.web.settings import WebSettings
from tests.servers import Loopback, closed_port, delayed, page, redirect, reset, sequence
from tests.servers.certificates import Fault
from tests.web.asking import ask, failure_of, page_of, quick
from tests.web.test_redirects import wants_cookie

SECOND = Purpose.SECOND_LOOK


@pytest.fixture(autouse=True)
def _web(server: Loopback) -> None:
    """Pages of every kind."""
    server.put("a.example", "/good", page("<p>Good"))
    server.put("a.example", "/gone", page("no", status=404))
    server.put("a.example", "/back", sequence(page("no", status=404), page("<p>Back")))
    server.put("a.example", "/busy", sequence(page("x", status=503), reset, page("<p>At last")))
    server.put("a.example", "/moved", redirect("https://b.example/new", 301))
    server.put("a.example", "/alias", redirect("https://b.example/new", 301))
    server.put("b.example", "/new", page("<p>New"))
    server.put("a.example", "/loop", redirect("/loop"))
    server.put("a.example", "/cookie", wants_cookie)
    server.put("a.example", "/waits", page("x", status=503, headers={"Retry-After": "3600"}))
    server.certificate("bad.example", Fault.EXPIRED)
    server.put("bad.example", "/", page("<p>Old certificate"))


URLS = [
    "http://a.example/good",
    "http://a.example/good#part",
    "http://a.example/gone",
    "http://a.example/back",
    "http://a.example/busy",
    "http://a.example/moved",
    "http://a.example/alias",
    "http://a.example/loop",
    "http://a.example/cookie",
    "https://bad.example/",
    "http://dead.example/1",
    "http://dead.example/2",
    "http://10.0.0.1/",
    "http://a.example:22/",
    "ftp://a.example/",
]


def settings_for(server: Loopback, **changes: Any) -> WebSettings:
    dead = ("dead.example", None, "127.0.0.1", closed_port())
    return quick(server, connect_to=(dead, *server.connect_to), **changes)


def both_looks(
    settings: WebSettings, exchanges: Any, urls: Sequence[str] = URLS, **rest: Any
) -> list[Outcome]:
    """First looks, and second ones where the news is bad."""

    async def link(web: Web, url: str) -> list[Outcome]:
        first = await web.fetch(Fetch(url))
        if isinstance(first, Failure) or first.status >= 400:
            return [first, await web.fetch(Fetch(url, SECOND))]
        return [first]

    async def run() -> list[Outcome]:
        async with Web(settings, exchanges, **rest) as web:
            return [
                outcome
                for looks in await asyncio.gather(*(link(web, url) for url in urls))
                for outcome in looks
            ]

    return asyncio.run(run())


def test_a_replay_gives_what_was_recorded_without_a_socket(server: Loopback, tmp_path: Path) -> None:
    with Recorder(tmp_path / "run.warc.gz") as recorder:
        live = both_looks(settings_for(server), None, recorder=recorder)
    asked = len(server.seen)
    for order in (URLS, list(reversed(URLS))):
        with Replay(tmp_path / "run.warc.gz") as replay:
            began = time.monotonic()
            settings = WebSettings(second_look=1000, retry_waits=(1000,), host_interval=1000)
            again = both_looks(settings, replay, order, connect=None)
            assert time.monotonic() - began < 5, "a replay never waits"
            assert sorted(map(_told, again)) == sorted(map(_told, live))
    assert len(server.seen) == asked


def test_a_replay_asks_nobody_for_what_is_missing(server: Loopback, tmp_path: Path) -> None:
    with Recorder(tmp_path / "run.warc") as recorder:
        ask(settings_for(server), "http://a.example/good", recorder=recorder)
    with Replay(tmp_path / "run.warc") as replay:
        missing = failure_of(ask(settings_for(server), "http://a.example/gone", exchanges=replay))
        refused = failure_of(ask(settings_for(server), "http://10.0.0.1/", exchanges=replay))
    assert (missing.kind, refused.kind) == (FailureKind.NOT_RECORDED, FailureKind.FORBIDDEN)
    assert server.paths("a.example") == ["/good"]


def test_a_long_wait_is_replayed_as_one(server: Loopback, tmp_path: Path) -> None:
    with Recorder(tmp_path / "run.warc") as recorder:
        live = ask(settings_for(server), "http://a.example/waits", recorder=recorder)
    with Replay(tmp_path / "run.warc") as replay:
        again = ask(WebSettings(), "http://a.example/waits", exchanges=replay)
    assert failure_of(live).kind is failure_of(again).kind is FailureKind.BUDGET


def test_kept_exchanges_are_recorded_too(server: Loopback, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    with Store(tmp_path / "cache.db", "a book", now) as store:
        live = both_looks(settings_for(server), store)
    server.seen.clear()
    with Store(tmp_path / "cache.db", "a book", now) as store, Recorder(tmp_path / "run.warc") as recorder:
        resumed = both_looks(settings_for(server), store, recorder=recorder)
    assert server.seen == []
    with Replay(tmp_path / "run.warc") as replay:
        replayed = both_looks(WebSettings(), replay)
    assert list(map(_told, live)) == list(map(_told, resumed)) == list(map(_told, replayed))


def test_a_killed_run_asks_nothing_finished_again(server: Loopback, tmp_path: Path) -> None:
    """Every exchange is a point at which a run may die; wherever it does, the rest is asked once."""
    with Store(None, "whole", datetime.now(UTC)) as store:
        whole = both_looks(settings_for(server), store)
    asked = len(server.seen)
    for limit in range(1, asked, 3):
        _reset(server)
        path = tmp_path / f"{limit}.db"
        for budget in (limit, None):
            with Store(path, "a book", datetime.now(UTC)) as store:
                settings = settings_for(server, max_requests=budget, concurrency=1)
                outcomes = both_looks(settings, store)
        assert len(server.seen) == asked
        assert [_gist(outcome) for outcome in outcomes] == [_gist(outcome) for outcome in whole]


def _reset(server: Loopback) -> None:
    server.seen.clear()
    server.put("a.example", "/back", sequence(page("no", status=404), page("<p>Back")))
    server.put("a.example", "/busy", sequence(page("x", status=503), reset, page("<p>At last")))


def _told(outcome: Outcome) -> str:
    """All of it; without the moment where it is a decision of our own, which no file keeps."""
    ours = isinstance(outcome, Failure) and outcome.kind not in KEPT
    return str(replace(outcome, when=datetime.min) if ours else outcome)


def _gist(outcome: Outcome) -> object:
    if isinstance(outcome, Failure):
        return outcome.url, outcome.kind, outcome.detail, outcome.hops
    return outcome.url, outcome.status, outcome.body, outcome.final_url, outcome.hops, outcome.tls_fault


def test_young_evidence_is_not_asked_again(server: Loopback, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    for days, again in ((0, True), (2, False), (3, False), (10, True)):
        moment = now + timedelta(days=days)
        server.seen.clear()
        with Store(tmp_path / "cache.db", "a book", moment) as store:
            ask(settings_for(server), "http://a.example/moved", exchanges=store, clock=lambda m=moment: m)
            store.finish()
        assert bool(server.seen) is again


def test_a_kept_first_look_counts_for_the_second(server: Loopback, tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    began = datetime.now(UTC) - timedelta(hours=1)
    with Store(path, "a book", began) as store:
        store.save(Exchange("http://a.example/gone", began, 404), Purpose.LIVE)
    with Store(path, "a book", datetime.now(UTC)) as store:
        start = time.monotonic()
        both_looks(settings_for(server, second_look=30), store, ["http://a.example/gone"])
    assert time.monotonic() - start < 5
    assert server.paths("a.example") == ["/gone"]


def test_two_runs_ask_each_url_once(server: Loopback, tmp_path: Path) -> None:
    server.put("c.example", "", delayed(0.05, page("<p>C")))
    urls = [f"http://c.example/{number}" for number in range(6)]

    async def run(question: str) -> list[Outcome]:
        with Store(tmp_path / "cache.db", question, datetime.now(UTC)) as store:
            async with Web(settings_for(server), store) as web:
                return await asyncio.gather(*(web.fetch(Fetch(url)) for url in urls))

    async def two() -> list[list[Outcome]]:
        return await asyncio.gather(run("one"), run("two"))

    for outcomes in asyncio.run(two()):
        assert [page_of(outcome).body for outcome in outcomes] == [b"<p>C"] * 6
    assert sorted(server.paths("c.example")) == [f"/{number}" for number in range(6)]


def test_offline_asks_nobody_and_uses_what_is_kept(server: Loopback, tmp_path: Path) -> None:
    with Store(tmp_path / "cache.db", "a book", datetime.now(UTC)) as store:
        ask(settings_for(server), "http://a.example/good", exchanges=store)
        server.seen.clear()
        kept = ask(settings_for(server, offline=True), "http://a.example/good", exchanges=store)
        missing = ask(settings_for(server, offline=True), "http://a.example/gone", exchanges=store)
    assert page_of(kept).body == b"<p>Good"
    assert failure_of(missing).kind is FailureKind.OFFLINE
    assert server.seen == []


def test_a_secret_is_asked_with_and_kept_without(server: Loopback, tmp_path: Path) -> None:
    server.put("s.example", "/x?token=sesame", page("<p>In"))
    path = tmp_path / "run.warc"
    with Recorder(path) as recorder:
        live = ask(settings_for(server), "http://s.example/x?token=sesame", recorder=recorder)
    assert page_of(live).body == b"<p>In"
    assert b"sesame" not in path.read_bytes()
    with Replay(path) as replay:
        assert (
            page_of(ask(WebSettings(), "http://s.example/x?token=sesame", exchanges=replay)).body == b"<p>In"
        )


def test_events_tell_how_far_it_is(server: Loopback) -> None:
    events: list[tuple[str, str]] = []
    ask(settings_for(server), "http://a.example/good", on_event=lambda kind, url: events.append((kind, url)))
    assert events == [("answered", "http://a.example/good")]
