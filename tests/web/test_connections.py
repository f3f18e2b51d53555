"""What goes over the wire, and over which connection."""

from __future__ import annotations

import asyncio
import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from citecheck.model import FailureKind, Fetch
from citecheck.web import WebSettings
from citecheck.web.target import target_of
from tests.servers import Loopback, page, raw
from tests.servers.answers import message
from tests.web.asking import ask, ask_all, failure_of, page_of, quick


@pytest.mark.parametrize(
    ("url", "authority", "path"),
    [
        ("http://a.example", "a.example", "/"),
        ("http://a.example?", "a.example", "/?"),
        ("http://A.example:8080/a/./b/../c", "a.example:8080", "/a/c"),
        ("http://a.example/a/..", "a.example", "/"),
        ("http://a.example//x", "a.example", "//x"),
        ("http://a.example/a%20b%zz|^[]", "a.example", "/a%20b%zz|^[]"),
        ("http://a.example/ä b?ü=ö|{}`<#x", "a.example", "/%C3%A4%20b?%C3%BC=%C3%B6|{}`%3C"),
        ("http://anna:x@a.example/?q=a@b", "a.example", "/?q=a@b"),
        ("https://a.example:443/x;y=1?z[]=1#top", "a.example", "/x;y=1?z[]=1"),
        ("https://[::1]:8443/", "[::1]:8443", "/"),
        ("http://ＡＢＣ．example/", "abc.example", "/"),
        ("http://faß.example/", "xn--fa-hia.example", "/"),
        ("http://a_b.example./.well-known/x..y/...", "a_b.example.", "/.well-known/x..y/..."),
    ],
)
def test_what_is_asked(url: str, authority: str, path: str) -> None:
    target = target_of(url)
    assert (target.authority, target.path) == (authority, path)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/\tx",
        "http://a.example/x\r\nX-Evil: 1",
        "http://",
        "ftp://a.example/",
        "http://[::1/",
        "http://a.example:x/",
        "http://xn--\N{SNOWMAN}.example/",
        "http://a.example/" + "x" * 70_000,
    ],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of several kinds, all of them trouble
        target_of(url)


def test_a_connection_is_used_again(server: Loopback) -> None:
    server.put("a.example", "", page())
    ask_all(quick(server), [Fetch(f"http://a.example/{index}") for index in range(5)])
    assert {seen.connection for seen in server.seen} == {1}


def test_each_of_many_hosts_is_connected_to_once(server: Loopback) -> None:
    server.fallback = page()
    urls = [f"http://h{host}.example/{number}" for number in range(3) for host in range(100)]
    ask_all(quick(server), [Fetch(url) for url in urls])
    assert len(server.seen) == 300
    assert server.connections == 100


def test_connections_that_wait_leave_files_to_others(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda what: (40, 40))
    server.fallback = page()
    urls = [f"http://h{host}.example/{number}" for number in range(2) for host in range(20)]
    ask_all(quick(server, concurrency=1), [Fetch(url) for url in urls])
    assert server.connections > 20, "no more than ten were kept"


@pytest.mark.parametrize(
    "answer",
    [
        page(headers={"Connection": "close"}),
        raw(message(200, b"short", {"Content-Type": "text/html"}) + message(200, b"evil", {})),
        raw(b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"),
    ],
    ids=["closing", "an answer nobody asked for", "HTTP/1.0"],
)
def test_a_connection_that_is_of_no_more_use_is_not_used_again(server: Loopback, answer: object) -> None:
    server.put("a.example", "/first", answer)  # type: ignore[arg-type]
    server.put("a.example", "/next", page("<p>Next"))
    first, following = ask_all(
        quick(server), [Fetch("http://a.example/first"), Fetch("http://a.example/next")]
    )
    assert page_of(first).status == 200
    assert page_of(following).body == b"<p>Next"
    assert len({seen.connection for seen in server.seen}) == 2


def test_hints_before_the_answer_are_passed_over(server: Loopback) -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n"
    server.put("a.example", "/", raw(hints + message(200, b"<p>Page", {"Content-Type": "text/html"})))
    assert page_of(ask(quick(server), "http://a.example/")).body == b"<p>Page"


def test_a_cookie_that_no_request_can_hold_is_left_out(server: Loopback) -> None:
    moved = message(302, b"", {"Location": "/end", "Set-Cookie": "evil=a\x01b"})
    server.put("a.example", "/", raw(moved))
    server.put("a.example", "/end", page("<p>End"))
    assert page_of(ask(quick(server), "http://a.example/")).body == b"<p>End"
    assert "cookie" not in server.seen[-1].headers


@contextmanager
def tunnels(server: Loopback, status: str = "200 Connection established") -> Iterator[tuple[int, list[str]]]:
    """A proxy that connects to the server's TLS port, whatever host is named; its port and what it heard."""
    heard: list[str] = []
    ready, over = threading.Event(), asyncio.Event()
    ports: list[int] = []
    writers: list[asyncio.StreamWriter] = []

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        heard.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(f"HTTP/1.1 {status}\r\n\r\n".encode())
        if status.startswith("200"):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", server.tls_port)
            writers.append(far_writer)
            ways = pass_on(reader, far_writer), pass_on(far_reader, writer)
            await asyncio.gather(*ways, return_exceptions=True)
        writer.close()

    async def serve() -> None:
        listening = await asyncio.start_server(accept, "127.0.0.1", 0)
        ports.append(listening.sockets[0].getsockname()[1])
        ready.set()
        await over.wait()
        listening.close()
        for writer in writers:
            writer.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)

    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield ports[0], heard
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)
        loop.close()


def test_a_proxy_passes_on_what_is_encrypted(server: Loopback) -> None:
    server.put("a.example", "", page("<p>Through the tunnel"))
    with tunnels(server) as (port, heard):
        settings = WebSettings(
            proxy=f"http://anna:s%3Acret@127.0.0.1:{port}", ca_file=server.ca_file, host_interval=0
        )
        outcomes = ask_all(settings, [Fetch("https://a.example/1"), Fetch("https://a.example/2")])
    assert [page_of(outcome).body for outcome in outcomes] == [b"<p>Through the tunnel"] * 2
    assert [seen.secure for seen in server.seen] == [True, True]
    assert len(heard) == 1, "one tunnel, used twice"
    assert heard[0].startswith("CONNECT a.example:443 HTTP/1.1\r\n")
    assert "Proxy-Authorization: Basic YW5uYTpzOmNyZXQ=" in heard[0]
    assert all("proxy-authorization" not in seen.headers for seen in server.seen)


def test_a_proxy_that_says_no_is_a_refusal(server: Loopback) -> None:
    with tunnels(server, "502 Bad Gateway") as (port, _):
        settings = WebSettings(proxy=f"http://127.0.0.1:{port}", host_interval=0, retries=0)
        failure = failure_of(ask(settings, "https://a.example/"))
    assert (failure.kind, failure.detail) == (FailureKind.REFUSED, "the proxy refused the connection")
