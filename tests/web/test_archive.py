"""The archive has a queue, limits and manners of its own."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise

from citecheck.model import Fetch, Hop, Outcome, Purpose
from citecheck.web.fetcher import Web
from tests.servers import Loopback, closed_port, delayed, page, redirect, reset, sequence
from tests.web.asking import ask, ask_all, failure_of, page_of, quick

HOST = "web.archive.org"
CAPTURE = f"https://{HOST}/web/20180101000000id_/http://a.example/"
SLACK = 0.03
MEMENTO = {"Memento-Datetime": "Mon, 01 Jan 2018 00:00:00 GMT"}


def index(number: int = 0) -> Fetch:
    return Fetch(f"https://{HOST}/cdx/search/cdx?url=a.example/{number}", Purpose.INDEX)


def replay(number: int = 0) -> Fetch:
    return Fetch(f"{CAPTURE}{number}", Purpose.REPLAY)


def path_of(fetch: Fetch) -> str:
    return fetch.url.removeprefix(f"https://{HOST}")


def test_the_index_is_asked_a_third_as_often(server: Loopback) -> None:
    server.put(HOST, "", page())
    fetches = [question(number) for number in range(3) for question in (index, replay)]
    ask_all(quick(server, archive_interval=0.1), fetches)
    assert min(server.gaps(HOST)) >= 0.1 - SLACK
    asked = [seen.at for seen in server.seen if "/cdx/" in seen.path]
    assert min(later - earlier for earlier, later in pairwise(asked)) >= 0.3 - SLACK


def test_the_archive_has_places_of_its_own(server: Loopback) -> None:
    server.put("slow.example", "", delayed(0.4, page()))
    server.put(HOST, "", page())

    async def run() -> float:
        async with Web(quick(server, concurrency=1)) as web:
            began = time.monotonic()
            slow = asyncio.ensure_future(web.fetch(Fetch("http://slow.example/")))
            await asyncio.sleep(0.05)
            await web.fetch(replay())
            passed = time.monotonic() - began
            await slow
            return passed

    assert asyncio.run(run()) < 0.4


def test_archived_and_closest_redirects_are_walked_inside_the_archive(server: Loopback) -> None:
    nearest = CAPTURE.replace("20180101000000", "20180203040506")
    archived = nearest.replace("a.example/", "a.example/new")
    server.put(HOST, path_of(Fetch(CAPTURE)), redirect(nearest, 302))
    server.put(HOST, path_of(Fetch(nearest)), redirect(archived, 301, MEMENTO))
    server.put(HOST, path_of(Fetch(archived)), page("<p>Then", headers=MEMENTO))
    capture = page_of(ask(quick(server), CAPTURE, Purpose.REPLAY))
    assert capture.hops == (Hop(CAPTURE, 302, nearest), Hop(nearest, 301, archived))
    assert capture.final_url == archived
    assert capture.header("memento-datetime") == MEMENTO["Memento-Datetime"]


def test_an_archived_redirect_out_of_the_archive_is_not_followed(server: Loopback) -> None:
    server.put(HOST, "", redirect("http://a.example/living", 301, MEMENTO))
    capture = page_of(ask(quick(server), CAPTURE, Purpose.REPLAY))
    assert (capture.status, capture.header("location")) == (301, "http://a.example/living")
    assert server.paths("a.example") == []


def test_an_archived_error_is_no_reason_to_try_again(server: Loopback) -> None:
    for status in (429, 503):
        server.seen.clear()
        server.put(HOST, "", page("x", status=status, headers={**MEMENTO, "Retry-After": "7200"}))
        assert page_of(ask(quick(server), CAPTURE, Purpose.REPLAY)).status == status
        assert len(server.seen) == 1


def test_a_busy_index_is_tried_again_but_never_after_a_429(server: Loopback) -> None:
    server.put(HOST, path_of(index(1)), sequence(page("x", status=504), page("[]")))
    server.put(HOST, path_of(index(2)), page("x", status=429))
    first, second = ask_all(quick(server), [index(1), index(2)])
    assert page_of(first).body == b"[]"
    assert page_of(second).status == 429
    assert server.paths(HOST).count(path_of(index(2))) == 1


def test_after_a_429_the_archive_is_left_alone_for_a_while(server: Loopback) -> None:
    server.put(HOST, "", sequence(page("x", status=429), page("<p>Again", headers=MEMENTO)))

    async def run() -> tuple[list[Outcome], str | None]:
        async with Web(quick(server, archive_pause=0.4)) as web:
            first = await web.fetch(replay(0))
            rest = await asyncio.gather(*(web.fetch(replay(number)) for number in range(1, 4)))
            return [first, *rest], web.archive_trouble

    outcomes, trouble = asyncio.run(run())
    assert [page_of(outcome).status for outcome in outcomes] == [429, 200, 200, 200]
    assert server.gaps(HOST)[0] >= 0.4 - SLACK
    assert trouble is None


def test_an_archive_that_keeps_refusing_is_no_longer_asked(server: Loopback) -> None:
    mapping = ((HOST, None, "127.0.0.1", closed_port()),)

    async def run() -> tuple[list[Outcome], Web]:
        async with Web(quick(server, connect_to=(*mapping, *server.connect_to), archive_pause=0.1)) as web:
            return list(await asyncio.gather(*(web.fetch(replay(number)) for number in range(20)))), web

    outcomes, web = asyncio.run(run())
    assert web.archive_trouble is not None
    assert web.trouble is None, "the rest of the run goes on"
    assert web.requests <= 6
    assert "no longer asked" in failure_of(outcomes[-1]).detail


def test_links_to_the_archive_in_notes_keep_to_its_limits(server: Loopback) -> None:
    server.put(HOST, "", page(headers=MEMENTO))
    fetches = [Fetch(f"{CAPTURE}{number}") for number in range(3)]
    ask_all(quick(server, archive_interval=0.1, host_interval=0), [*fetches, replay(7)])
    assert min(server.gaps(HOST)) >= 0.1 - SLACK


def test_the_archives_trouble_does_not_count_for_the_network(server: Loopback) -> None:
    server.put(HOST, "", reset)
    server.put("", "", page())

    async def run() -> Web:
        async with Web(quick(server)) as web:
            await asyncio.gather(*(web.fetch(replay(number)) for number in range(12)))
            return web

    assert asyncio.run(run()).trouble is None
