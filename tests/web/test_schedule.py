"""Politeness as the servers see it, and what one host's trouble means for its other links."""

from __future__ import annotations

import asyncio
import time

import pytest

from citecheck.model import Capture, Failure, FailureKind, Fetch, Outcome, Purpose
from citecheck.web.canary import GROUP
from citecheck.web.fetcher import Web
from tests.servers import Loopback, closed_port, delayed, page, raw, redirect, reset, sequence, silent
from tests.web.asking import ask, ask_all, failure_of, page_of, quick

SLACK = 0.03
"""Seconds by which a busy machine may make the server see two requests closer than they were sent."""


def test_starts_on_one_host_keep_their_distance(server: Loopback) -> None:
    server.put("", "", delayed(0.01, page()))
    fetches = [Fetch(f"http://{host}.example/{number}") for number in range(6) for host in "ab"]
    ask_all(quick(server, host_interval=0.1), fetches)
    for host in ("a.example", "b.example"):
        assert len(server.paths(host)) == 6
        assert min(server.gaps(host)) >= 0.1 - SLACK
        assert server.most_in_flight[host] == 1


def test_more_places_on_a_host_never_shorten_the_interval(server: Loopback) -> None:
    server.put("", "", delayed(0.25, page()))
    settings = quick(server, host_interval=0.1, host_concurrency=3)
    ask_all(settings, [Fetch(f"https://a.example/{number}") for number in range(6)])
    assert min(server.gaps("a.example")) >= 0.1 - SLACK
    assert 2 <= server.most_in_flight["a.example"] <= 3


def test_redirects_and_tries_wait_their_turn_too(server: Loopback) -> None:
    server.put("a.example", "/1", redirect("/2"))
    server.put("a.example", "/2", sequence(page("x", status=503), page()))
    page_of(ask(quick(server, host_interval=0.1), "http://a.example/1"))
    assert server.paths("a.example") == ["/1", "/2", "/2"]
    assert min(server.gaps("a.example")) >= 0.1 - SLACK


def test_the_cap_holds_over_all_hosts(server: Loopback) -> None:
    flying, most = 0, 0

    async def slow(talk: object) -> bool:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        await asyncio.sleep(0.03)
        flying -= 1
        return await page()(talk)  # type: ignore[arg-type]

    server.put("", "", slow)
    ask_all(quick(server, concurrency=4), [Fetch(f"http://h{number}.example/") for number in range(20)])
    assert most == 4


def test_a_waiting_host_holds_no_shared_place(server: Loopback) -> None:
    """One place for all: while `slow.example` waits for its interval, the other hosts are asked."""
    server.put("", "", page())
    slow = [Fetch(f"http://slow.example/{number}") for number in range(3)]
    quickly = [Fetch(f"http://h{number}.example/") for number in range(10)]
    ask_all(quick(server, concurrency=1, host_interval=0.3), [*slow, *quickly])
    third = [seen.at for seen in server.seen if seen.host == "slow.example"][1]
    assert all(seen.at < third for seen in server.seen if seen.host.startswith("h"))


def test_the_most_loaded_host_comes_first(server: Loopback) -> None:
    server.put("", "", delayed(0.01, page()))
    few = [Fetch(f"http://h{number}.example/") for number in range(6)]
    many = [Fetch(f"http://big.example/{number}") for number in range(6)]
    ask_all(quick(server, concurrency=1), [*few, *many])
    order = [seen.host for seen in server.seen]
    assert order[1:5] == ["big.example"] * 4


def test_equal_questions_are_asked_once(server: Loopback) -> None:
    server.put("a.example", "/", delayed(0.05, page()))
    server.put("b.example", "", redirect("http://a.example/"))
    fetches = [Fetch("http://a.example/"), *(Fetch(f"http://b.example/{n}") for n in range(3))] * 2
    outcomes = ask_all(quick(server), fetches)
    assert {page_of(outcome).status for outcome in outcomes} == {200}
    assert len(server.paths("a.example")) == 1
    assert len(server.paths("b.example")) == 3


def test_retry_after_is_a_floor_for_the_host(server: Loopback) -> None:
    busy = page("wait", status=429, headers={"Retry-After": "1"})
    server.put("a.example", "/busy", sequence(busy, page()))
    server.put("a.example", "", page())
    began = time.monotonic()
    outcomes = ask_all(quick(server), [Fetch("http://a.example/busy"), Fetch("http://a.example/other")])
    assert [page_of(outcome).status for outcome in outcomes] == [200, 200]
    assert sorted(server.paths("a.example")) == ["/busy", "/busy", "/other"]
    assert time.monotonic() - began >= 1
    assert server.gaps("a.example")[0] >= 1 - SLACK


@pytest.mark.parametrize("wait", ["3600", "1h", "Fri, 31 Dec 2100 23:59:59 GMT", "121s"])
def test_nobody_waits_for_hours(wait: str, server: Loopback) -> None:
    server.put("a.example", "/busy", page("wait", status=503, headers={"Retry-After": wait}))
    server.put("a.example", "", page())
    busy, other = ask_all(quick(server), [Fetch("http://a.example/busy"), Fetch("http://a.example/other")])
    if wait == "1h":  # not a form that anybody sends: an ordinary 503
        assert page_of(busy).status == 503
        return
    assert failure_of(busy).kind is FailureKind.BUDGET
    assert "asks to wait" in failure_of(busy).detail
    assert failure_of(other).kind is FailureKind.BUDGET
    assert server.paths("a.example") == ["/busy"]


async def looks(web: Web, urls: list[str]) -> list[Outcome]:
    """First and second looks, as an audit takes them."""

    async def both(url: str) -> Outcome:
        first = await web.fetch(Fetch(url))
        bad = isinstance(first, Failure) or first.status == 404
        return await web.fetch(Fetch(url, Purpose.SECOND_LOOK)) if bad else first

    return await asyncio.gather(*map(both, urls))


def test_links_of_a_dark_host_share_one_look_and_one_second_look(server: Loopback) -> None:
    async def run() -> tuple[list[Outcome], int]:
        dead = ("dead.example", 80, "127.0.0.1", closed_port())
        async with Web(quick(server, connect_to=(dead, *server.connect_to))) as web:
            found = await looks(web, [f"http://dead.example/{number}" for number in range(20)])
            return found, web.requests

    outcomes, requests = asyncio.run(run())
    assert {failure_of(outcome).kind for outcome in outcomes} == {FailureKind.REFUSED}
    assert [outcome.url for outcome in outcomes] == [f"http://dead.example/{number}" for number in range(20)]
    assert requests == 2


def test_a_host_dark_on_one_port_may_answer_on_the_other(server: Loopback) -> None:
    dead = ("a.example", 80, "127.0.0.1", closed_port())
    server.put("a.example", "/", page())
    settings = quick(server, connect_to=(dead, *server.connect_to))
    plain, secure = ask_all(settings, [Fetch("http://a.example/"), Fetch("https://a.example/")])
    assert failure_of(plain).kind is FailureKind.REFUSED
    assert page_of(secure).status == 200


def test_a_host_that_never_says_a_word_is_dark(server: Loopback) -> None:
    server.put("mute.example", "", silent)
    urls = [Fetch(f"http://mute.example/{number}") for number in range(10)]
    outcomes = ask_all(quick(server, timeout=0.3), urls)
    assert {failure_of(outcome).kind for outcome in outcomes} == {FailureKind.TIMEOUT}
    assert len(server.seen) <= 3


def test_a_host_that_cuts_every_connection_is_dark(server: Loopback) -> None:
    server.put("cut.example", "", reset)
    urls = [f"http://cut.example/{number}" for number in range(10)]

    async def run() -> list[Outcome]:
        async with Web(quick(server, retries=0)) as web:
            return await looks(web, urls)

    assert {failure_of(outcome).kind for outcome in asyncio.run(run())} == {FailureKind.RESET}
    assert len(server.seen) <= 6  # of 20: three looks and one to confirm, with what was under way


def test_a_host_that_cuts_first_tries_is_not_dark(server: Loopback) -> None:
    for number in range(6):
        server.put("a.example", f"/{number}", sequence(reset, page("<p>Here")))
    fetches = [Fetch(f"http://a.example/{number}") for number in range(6)]
    assert {page_of(outcome).status for outcome in ask_all(quick(server), fetches)} == {200}


def test_a_slow_page_does_not_darken_its_host(server: Loopback) -> None:
    server.put("a.example", "/0", page())
    server.put("a.example", "", silent)
    urls = [Fetch(f"http://a.example/{number}") for number in range(5)]
    ask_all(quick(server, timeout=1.0, host_concurrency=2), urls)
    assert len(server.seen) == 5


def test_second_looks_come_later_over_fresh_connections(server: Loopback) -> None:
    server.put("a.example", "/", sequence(page("no", status=404), page("<p>Back")))

    async def run() -> Outcome:
        async with Web(quick(server, second_look=0.3)) as web:
            return (await looks(web, ["http://a.example/"]))[0]

    assert page_of(asyncio.run(run())).body == b"<p>Back"
    first, second = server.seen
    assert second.at - first.at >= 0.3
    assert first.connection != second.connection


def test_healthy_pages_share_a_connection(server: Loopback) -> None:
    server.put("a.example", "", page())
    ask_all(quick(server), [Fetch(f"https://a.example/{number}") for number in range(5)])
    assert len({seen.connection for seen in server.seen}) == 1
    assert {seen.method for seen in server.seen} == {"GET"}


def test_budgets_leave_the_rest_unasked(server: Loopback) -> None:
    server.put("", "", delayed(0.05, page("x" * 1000)))
    fetches = [Fetch(f"http://a.example/{number}") for number in range(60)]
    for changes, words in (
        ({"max_requests": 3}, "3 requests"),
        ({"max_bytes": 2500}, "2500 bytes"),
        ({"max_time": 0.7}, "0.7 seconds"),
    ):
        server.seen.clear()
        outcomes = ask_all(quick(server, **changes), fetches)
        left = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
        assert 0 < len(server.seen) < 30
        assert len(left) >= 30
        assert {outcome.kind for outcome in left} == {FailureKind.BUDGET}
        assert all(words in outcome.detail for outcome in left)
        assert sum(isinstance(outcome, Capture) for outcome in outcomes) >= 1


def test_nobody_sleeps_past_the_end(server: Loopback) -> None:
    server.put("a.example", "", page("no", status=404))

    async def run() -> list[Outcome]:
        async with Web(quick(server, max_time=0.7, second_look=60)) as web:
            return await looks(web, ["http://a.example/1", "http://a.example/2"])

    began = time.monotonic()
    assert {failure_of(outcome).kind for outcome in asyncio.run(run())} == {FailureKind.BUDGET}
    assert time.monotonic() - began < 10


def test_a_dead_network_stops_the_run(server: Loopback) -> None:
    async def run() -> tuple[list[Outcome], Web]:
        nobody = (("", None, "127.0.0.1", closed_port()),)
        async with Web(quick(server, connect_to=nobody, concurrency=2, second_look=60)) as web:
            found = await looks(web, [f"http://h{number}.example/" for number in range(40)])
            return found, web

    outcomes, web = asyncio.run(run())
    assert "network seems to be down" in (web.trouble or "")
    assert web.requests <= GROUP + 2
    assert failure_of(outcomes[-1]).kind is FailureKind.BUDGET


def test_dead_hosts_that_fail_fast_do_not_look_like_a_dead_network(server: Loopback) -> None:
    """Twelve refused hosts answer at once, long before the slow good ones do."""
    port = closed_port()
    dead = tuple((f"h{number}.example", None, "127.0.0.1", port) for number in range(0, 30, 2))
    server.put("", "", delayed(0.1, page()))

    async def run() -> Web:
        async with Web(quick(server, connect_to=(*dead, *server.connect_to))) as web:
            await looks(web, [f"http://h{number}.example/" for number in range(30)])
            return web

    assert asyncio.run(run()).trouble is None


def test_requests_in_flight_end_with_the_run(server: Loopback) -> None:
    server.put("a.example", "/", silent)

    async def run() -> None:
        async with Web(quick(server)) as web:
            task = asyncio.ensure_future(web.fetch(Fetch("http://a.example/")))
            await asyncio.sleep(0.05)
            task.cancel()

    began = time.monotonic()
    asyncio.run(run())
    assert time.monotonic() - began < 1


def test_a_cancelled_question_frees_its_place(server: Loopback) -> None:
    server.put("a.example", "", delayed(0.02, page()))

    async def run() -> Outcome:
        async with Web(quick(server, host_interval=0.05)) as web:
            tasks = [asyncio.ensure_future(web.fetch(Fetch(f"http://a.example/{n}"))) for n in range(4)]
            await asyncio.sleep(0.03)
            for task in tasks:
                task.cancel()
            return await web.fetch(Fetch("http://a.example/last"))

    assert page_of(asyncio.run(run())).status == 200


def test_raw_bytes_in_a_place_are_read_as_text(server: Loopback) -> None:
    head = "HTTP/1.1 301 Moved\r\nLocation: /страница\r\nContent-Length: 0\r\n\r\n".encode()
    server.put("a.example", "/", raw(head))
    server.put("a.example", "/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0", page("<p>Da"))
    capture = page_of(ask(quick(server), "http://a.example/"))
    assert capture.body == b"<p>Da"
    assert capture.final_url == "http://a.example/страница"
