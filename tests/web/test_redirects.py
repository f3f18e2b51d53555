"""Redirects are walked by hand: each hop kept, ten at most, cookies for one link only."""

from __future__ import annotations

import pytest

from citecheck.model import FailureKind, Fetch, Hop
from tests.servers import Loopback, page, redirect
from tests.servers.answers import Conversation
from tests.web.asking import ask, ask_all, failure_of, page_of, quick


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_hops_are_kept(status: int, server: Loopback) -> None:
    server.put("a.example", "/old", redirect("https://b.example/new?x=1#part", status))
    server.put("b.example", "/new?x=1", page("<p>New"))
    capture = page_of(ask(quick(server), "http://a.example/old"))
    assert capture.url == "http://a.example/old"
    assert capture.final_url == "https://b.example/new?x=1#part"
    assert capture.hops == (Hop("http://a.example/old", status, "https://b.example/new?x=1#part"),)
    assert capture.body == b"<p>New"


def test_fragments_are_not_sent_and_survive(server: Loopback) -> None:
    server.put("a.example", "/old", redirect("/new"))
    server.put("a.example", "/new", page())
    capture = page_of(ask(quick(server), "http://a.example/old#chapter-2"))
    assert server.paths("a.example") == ["/old", "/new"]
    assert capture.final_url == "http://a.example/new#chapter-2"
    assert page_of(ask(quick(server), "http://a.example/new#x")).final_url == "http://a.example/new#x"


@pytest.mark.parametrize("location", ["new", "./new", "/a/new", "//a.example/a/new", " /a/new "])
def test_relative_places(location: str, server: Loopback) -> None:
    server.put("a.example", "/a/old", redirect(location))
    server.put("a.example", "/a/new", page())
    assert page_of(ask(quick(server), "http://a.example/a/old")).final_url == "http://a.example/a/new"


def test_ten_hops_are_walked_and_no_more(server: Loopback) -> None:
    for number in range(20):
        server.put("a.example", f"/{number}", redirect(f"/{number + 1}"))
    server.put("a.example", "/20", page())
    assert page_of(ask(quick(server), "http://a.example/10")).status == 200
    server.seen.clear()
    failure = failure_of(ask(quick(server), "http://a.example/0"))
    assert failure.kind is FailureKind.REDIRECT_LOOP
    assert len(server.seen) == 11
    assert len(failure.hops) == 11


def test_a_growing_path_ends(server: Loopback) -> None:
    async def grow(talk: Conversation) -> bool:
        return await redirect(talk.path + "/more")(talk)

    server.put("a.example", "", grow)
    assert failure_of(ask(quick(server), "http://a.example/x")).kind is FailureKind.REDIRECT_LOOP
    assert len(server.seen) == 11


def test_a_circle_is_known_when_it_closes(server: Loopback) -> None:
    server.put("a.example", "/1", redirect("/2"))
    server.put("a.example", "/2", redirect("/1"))
    failure = failure_of(ask(quick(server), "http://a.example/1"))
    assert (failure.kind, len(failure.hops), len(server.seen)) == (FailureKind.REDIRECT_LOOP, 2, 2)


async def wants_cookie(talk: Conversation) -> bool:
    if "seen=1" in talk.headers.get("cookie", ""):
        return await page("<p>Welcome")(talk)
    return await redirect(talk.path, headers={"Set-Cookie": "seen=1; Path=/"})(talk)


def test_a_page_that_redirects_to_set_a_cookie(server: Loopback) -> None:
    server.put("a.example", "", wants_cookie)
    links = [Fetch(f"http://a.example/{number}") for number in range(3)]
    for outcome in ask_all(quick(server), links):
        assert page_of(outcome).body == b"<p>Welcome"
    assert len(server.seen) == 6, "each link starts without cookies"


def test_cookies_stay_with_their_host(server: Loopback) -> None:
    server.put("a.example", "/", redirect("http://b.example/", headers={"Set-Cookie": "secret=a"}))
    server.put("b.example", "/", redirect("http://a.example/end", headers={"Set-Cookie": "secret=b"}))
    server.put("a.example", "/end", page())
    page_of(ask(quick(server), "http://a.example/"))
    assert [seen.headers.get("cookie") for seen in server.seen] == [None, None, "secret=a"]


def test_credentials_of_a_url_are_not_sent(server: Loopback) -> None:
    server.put("a.example", "/", page("login", status=401, headers={"WWW-Authenticate": "Basic"}))
    assert page_of(ask(quick(server), "http://anna:abc@a.example/")).status == 401
    assert len(server.seen) == 1
    assert "authorization" not in server.seen[0].headers


def test_who_asks_is_honest(server: Loopback) -> None:
    server.put("a.example", "/", page())
    ask(quick(server, version="1.2", contact="ed@press.example"), "http://a.example/")
    headers = server.seen[0].headers
    assert headers["user-agent"].startswith("citecheck/1.2 (checks citations; mailto:ed@press.example) h11/")
    assert headers["accept-encoding"] == "gzip, deflate"
    for word in ("link", "bot", "crawler", "spider", "mozilla"):
        assert word not in headers["user-agent"].lower()


def test_a_contact_cannot_smuggle_headers(server: Loopback) -> None:
    server.put("a.example", "/", page())
    ask(quick(server, contact="a@b.example)\r\nX-Evil: 1"), "http://a.example/")
    assert "x-evil" not in server.seen[0].headers
