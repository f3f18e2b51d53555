"""Every fault that a server may have becomes a value; none ends a run, none takes longer than its limit."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from typing import Any

import pytest

from citecheck.model import Capture, Failure, FailureKind, Fetch, Outcome, Purpose
from citecheck.web import WebSettings
from citecheck.web.fetcher import Web
from tests.servers import (
    Answer,
    Loopback,
    babbling,
    closed_port,
    closing,
    drip,
    endless,
    garbage,
    page,
    raw,
    redirect,
    reset,
    sequence,
    short,
    silent,
    unanswering,
)
from tests.servers.answers import message
from tests.servers.certificates import Fault
from tests.web.asking import ask, ask_all, failure_of, page_of, quick

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MANY = b"".join(b"X-Header-%d: value\r\n" % number for number in range(10_000))
ZEROS = gzip.compress(bytes(20_000_000))

FAULTS: dict[str, tuple[Answer, int | FailureKind]] = {
    "answers never": (silent, FailureKind.TIMEOUT),
    "reset at once": (reset, FailureKind.RESET),
    "closed without a word": (closing, FailureKind.RESET),
    "body shorter than announced": (short(), 200),
    "headers drip": (drip(HEAD + b"\r\n" * 2, 0.1), FailureKind.TIMEOUT),
    "body drips": (drip(b"x" * 400, 0.01, head=HEAD + b"Content-Length: 400\r\n\r\n"), 200),
    "endless body": (endless(HEAD + b"\r\n", b"<p>more</p>" * 1000), 200),
    "endless slow body": (endless(HEAD + b"\r\n", b"x", tail=0.05), 200),
    "endless headers": (endless(HEAD, b"X: y\r\n" * 100), FailureKind.TOO_LARGE),
    "200 kB header": (raw(HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n"), FailureKind.TOO_LARGE),
    "10,000 headers": (raw(HEAD + MANY + b"Content-Length: 0\r\n\r\n"), FailureKind.TOO_LARGE),
    "bad bytes in headers": (raw(HEAD + b"X: \x00\x01\r\n\r\n"), FailureKind.PROTOCOL),
    "two lengths": (
        raw(HEAD + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"),
        FailureKind.PROTOCOL,
    ),
    "not HTTP": (garbage, FailureKind.PROTOCOL),
    "status 999": (page("no", status=999), 999),
    "redirect without a place": (raw(message(302, b"", {})), 302),
    "redirect to javascript": (redirect("javascript:alert(1)"), FailureKind.FORBIDDEN),
    "redirect to ftp": (redirect("ftp://files.example/x"), FailureKind.FORBIDDEN),
    "redirect to a file": (redirect("file:///etc/passwd"), FailureKind.FORBIDDEN),
    "redirect to a private address": (redirect("http://10.0.0.1/"), FailureKind.FORBIDDEN),
    "redirect to another port": (redirect("http://a.example:22/"), FailureKind.FORBIDDEN),
    "redirect to nonsense": (redirect("http://[::1"), FailureKind.INVALID),
    "redirect to itself": (redirect("/page"), FailureKind.REDIRECT_LOOP),
    "gzip that is none": (page(b"plain", headers={"Content-Encoding": "gzip"}), FailureKind.PROTOCOL),
    "brotli unasked": (page(b"\x0b\x02\x80abc", headers={"Content-Encoding": "br"}), FailureKind.PROTOCOL),
    "zstandard unasked": (page(b"(\xb5/\xfd", headers={"Content-Encoding": "zstd"}), FailureKind.PROTOCOL),
    "three codings": (page(b"", headers={"Content-Encoding": "gzip, gzip, gzip"}), FailureKind.PROTOCOL),
    "gone, body undecodable": (page(b"x", status=404, headers={"Content-Encoding": "br"}), 404),
    "gzip bomb": (page(ZEROS, headers={"Content-Encoding": "gzip"}), 200),
    "bomb in a bomb": (page(gzip.compress(ZEROS), headers={"Content-Encoding": "gzip, gzip"}), 200),
    "deflate bomb": (page(zlib.compress(bytes(20_000_000)), headers={"Content-Encoding": "deflate"}), 200),
    "bad charset": (page("<p>x", kind="text/html; charset=bogus-8"), 200),
}
CUT = {
    "body shorter than announced",
    "body drips",
    "endless body",
    "endless slow body",
    "gone, body undecodable",
    "gzip bomb",
    "bomb in a bomb",
    "deflate bomb",
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_values(name: str, server: Loopback) -> None:
    answer, expected = FAULTS[name]
    server.put("a.example", "/page", answer)
    began = time.monotonic()
    outcome = ask(quick(server, timeout=0.5, retries=1), "http://a.example/page")
    assert time.monotonic() - began < 4
    if isinstance(expected, int):
        capture = page_of(outcome)
        assert capture.status == expected
        assert capture.truncated is (name in CUT)
        assert len(capture.body) <= 5_000_000
    else:
        failure = failure_of(outcome)
        assert failure.kind is expected, failure
        assert failure.detail


CERTIFICATES = {
    Fault.EXPIRED: "expired",
    Fault.OTHER_NAME: "another host name",
    Fault.UNKNOWN_AUTHORITY: "authority is not trusted",
}


@pytest.mark.parametrize("fault", CERTIFICATES)
def test_a_certificate_fault_is_read_past_and_told(fault: Fault, server: Loopback) -> None:
    server.certificate("a.example", fault)
    server.put("a.example", "/", page("<p>There", headers={"Set-Cookie": "a=b"}))
    capture = page_of(ask(quick(server), "https://a.example/"))
    assert (capture.status, capture.body) == (200, b"<p>There")
    assert CERTIFICATES[fault] in (capture.tls_fault or "")
    assert len(server.seen) == 1


def test_a_good_certificate_is_no_fault(server: Loopback) -> None:
    server.put("a.example", "/", page())
    capture = page_of(ask(quick(server), "https://a.example/"))
    assert capture.tls_fault is None
    assert server.seen[0].secure


def test_verification_is_taken_up_again_after_a_redirect(server: Loopback) -> None:
    server.certificate("bad.example", Fault.EXPIRED)
    server.certificate("worse.example", Fault.OTHER_NAME)
    server.put("bad.example", "/", redirect("https://worse.example/"))
    server.put("worse.example", "/", page())
    capture = page_of(ask(quick(server), "https://bad.example/"))
    assert "expired" in (capture.tls_fault or "")
    assert [hop.url for hop in capture.hops] == ["https://bad.example/"]


def test_plain_http_behind_a_tls_port_is_a_tls_failure(server: Loopback) -> None:
    with babbling(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        settings = quick(server, connect_to=(("", 443, "127.0.0.1", port),))
        failure = failure_of(ask(settings, "https://a.example/"))
    assert (failure.kind, failure.detail) == (FailureKind.TLS, "no secure connection could be agreed on")


def test_refused_and_dropped_connections_differ(server: Loopback) -> None:
    refused = quick(server, connect_to=(("", 80, "127.0.0.1", closed_port()),))
    assert failure_of(ask(refused, "http://a.example/")).kind is FailureKind.REFUSED
    with unanswering() as port:
        dropped = quick(server, connect_to=(("", 80, "127.0.0.1", port),), connect_timeout=0.3)
        began = time.monotonic()
        assert failure_of(ask(dropped, "http://a.example/")).kind is FailureKind.TIMEOUT
        assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:99999/",
        "http://xn--a.example/",
        "http://[::1",
        "http://",
        "http:///path",
        "https://exa mple.example/",
        "http://a.example:port/",
        "http://a..example/",
        "http://\u2024.example/",
        "http://" + "a" * 300 + ".example/",
        "ftp://a.example/",
        "file:///etc/passwd",
        "JavaScript:alert(1)",
        "data:text/html,x",
        " http",
        "",
        "http://a.example/\x00",
        "http://a.exam\tple/\n",
        "http://a.example/\ud800",
    ],
)
def test_damaged_addresses_never_raise(url: str, server: Loopback) -> None:
    outcome = ask(quick(server), url)
    assert isinstance(outcome, (Failure, Capture))
    if isinstance(outcome, Failure):
        assert outcome.kind in (FailureKind.INVALID, FailureKind.FORBIDDEN, FailureKind.DNS), outcome


def test_a_failing_try_is_followed_by_another(server: Loopback) -> None:
    for index, first in enumerate([reset, closing, short(), page("busy", status=503), page("x", status=429)]):
        server.put("a.example", f"/{index}", sequence(first, page("<p>Here")))
        capture = page_of(ask(quick(server), f"http://a.example/{index}"))
        assert (capture.status, capture.attempts, capture.truncated) == (200, 2, False)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_final_statuses_are_asked_once(status: int, server: Loopback) -> None:
    server.put("a.example", "/", page("no", status=status))
    assert page_of(ask(quick(server), "http://a.example/")).status == status
    assert len(server.seen) == 1


def test_tries_are_limited(server: Loopback) -> None:
    server.put("a.example", "/", page("no", status=500))
    capture = page_of(ask(quick(server), "http://a.example/"))
    assert (capture.status, capture.attempts, len(server.seen)) == (500, 3, 3)
    server.put("b.example", "/", reset)
    failure = failure_of(ask(quick(server, retries=0), "http://b.example/"))
    assert (failure.kind, failure.attempts, len(server.paths("b.example"))) == (FailureKind.RESET, 1, 1)


def both_looks(settings: WebSettings, url: str) -> Outcome:
    """A first look and the second one that confirms it, in one run."""

    async def run() -> Outcome:
        async with Web(settings) as web:
            await web.fetch(Fetch(url))
            return await web.fetch(Fetch(url, Purpose.SECOND_LOOK))

    return asyncio.run(run())


@pytest.mark.parametrize("answer", [page("no", status=500), page("no", status=503), reset, closing])
def test_a_second_look_that_meets_the_same_trouble_has_confirmed_it(answer: Answer, server: Loopback) -> None:
    server.put("a.example", "/", answer)
    both_looks(quick(server), "http://a.example/")
    assert len(server.seen) == 4


@pytest.mark.parametrize("first", [[page("no", status=404)], [page("no", status=500)] * 2])
def test_a_second_look_that_meets_new_trouble_tries_further(first: list[Answer], server: Loopback) -> None:
    server.put("a.example", "/", sequence(*first, page("x", status=502), page("<p>Back")))
    assert page_of(both_looks(quick(server, retries=1), "http://a.example/")).body == b"<p>Back"


def test_a_bad_link_does_not_harm_the_others(server: Loopback) -> None:
    answers: list[Any] = [answer for answer, _ in FAULTS.values()]
    for index, answer in enumerate(answers):
        server.put(f"bad{index}.example", "/", answer)
    server.put("good.example", "", page("<p>Good"))
    bad = [Fetch(f"http://bad{index}.example/") for index in range(len(answers))]
    good = [Fetch(f"http://good.example/{index}") for index in range(20)]
    outcomes = ask_all(quick(server, timeout=0.5, retries=0), [*bad, *good])
    assert [page_of(outcome).body for outcome in outcomes[len(bad) :]] == [b"<p>Good"] * 20
