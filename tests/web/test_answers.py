"""What headers and bodies say, without a socket."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from citecheck.hosts import host_of
from citecheck.model import Exchange, Purpose
from citecheck.web.answers import redirect_of, retry_after, wait_before_retry
from citecheck.web.canary import GROUP, Canary
from citecheck.web.decoding import Decoder, Undecodable

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
PACKINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "Gzip, identity": gzip.compress,
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body)),
    "deflate, gzip": lambda body: gzip.compress(zlib.compress(body)),
    "": lambda body: body,
    ", gzip": gzip.compress,
}


def decoded(coding: str, data: bytes, piece: int = 1 << 16, limit: int = 10_000_000) -> Decoder:
    decoder = Decoder(coding, limit)
    for start in range(0, len(data), piece):
        decoder.feed(data[start : start + piece])
        if decoder.full:
            break
    return decoder


@given(some.binary(max_size=300), some.sampled_from(sorted(PACKINGS)), some.integers(1, 50))
def test_a_body_comes_back_whole_in_whatever_pieces(body: bytes, coding: str, piece: int) -> None:
    decoder = decoded(coding, PACKINGS[coding](body), piece)
    assert bytes(decoder.body) == body
    assert decoder.complete
    assert not decoder.full


@given(some.binary(max_size=200), some.sampled_from(["gzip", "deflate", "gzip, deflate"]))
def test_nonsense_is_refused_or_harmless(data: bytes, coding: str) -> None:
    try:
        size = len(decoded(coding, data, limit=1000).body)
    except Undecodable:
        return
    assert size <= 1000


@pytest.mark.parametrize("size", [65_536, 65_537, 131_072, 1_000_000])
def test_sizes_around_a_piece(size: int) -> None:
    body = bytes(size)
    assert bytes(decoded("gzip", gzip.compress(body)).body) == body


def test_headless_deflate_several_members_and_padding() -> None:
    packer = zlib.compressobj(wbits=-15)
    assert bytes(decoded("deflate", packer.compress(b"text") + packer.flush()).body) == b"text"
    assert bytes(decoded("gzip", gzip.compress(b"one ") + gzip.compress(b"two")).body) == b"one two"
    assert bytes(decoded("gzip", gzip.compress(b"text") + bytes(100)).body) == b"text"


def test_a_cut_body_is_known_as_such() -> None:
    decoder = decoded("gzip", gzip.compress(bytes(range(256)) * 100)[:-20])
    assert not decoder.complete


def test_a_bomb_stops_at_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    decoder = decoded("gzip", bomb, limit=1_000_000)
    assert len(decoder.body) == 1_000_000
    assert decoder.full


def answer(**headers: str) -> Exchange:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Exchange("https://a.example/x/y", NOW, 503, named)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("30", 30),
        ("30s", 30),
        ("1m30s", 90),
        ("2m", 120),
        ("1.5", 1),
        ("Mon, 23 Nov 2026 10:00:45 GMT", 45),
        ("Mon, 23 Nov 2026 09:00:00 GMT", 0),
        ("Mon, 23 Nov 2026 11:00:45 +0100", 45),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("9" * 50, 1e9),
        ("Mon, 99 Foo 2026 99:99:99 GMT", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(answer(retry_after=value)) == seconds


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/new report", "https://a.example/new%20report"),
        (" /new\t/report ", "https://a.example/new/report"),
        ("?q=a b", "https://a.example/x/y?q=a%20b"),
    ],
)
def test_a_location_is_read_as_browsers_read_it(location: str, target: str) -> None:
    assert redirect_of(Exchange("https://a.example/x/y", NOW, 301, (("location", location),))) == target


def test_a_date_is_held_against_the_hosts_own_clock() -> None:
    date = "Sun, 01 Jan 2023 00:00:00 GMT"
    assert retry_after(answer(date=date, retry_after="Sun, 01 Jan 2023 00:00:30 GMT")) == 30
    assert retry_after(answer(date="nonsense", retry_after="Mon, 23 Nov 2026 10:00:45 GMT")) == 45


@given(some.text(max_size=60))
def test_no_header_breaks_anything(value: str) -> None:
    exchange = Exchange("https://a.example/x", NOW, 302, (("location", value), ("retry-after", value)))
    retry_after(exchange)
    assert isinstance(redirect_of(exchange), str)
    assert isinstance(host_of(value), str)


def test_waits_grow_and_carry_a_jitter_that_is_no_chance() -> None:
    waits = [wait_before_retry(answer(), Purpose.LIVE, attempt, (1.0, 4.0)) for attempt in range(4)]
    assert waits == [wait_before_retry(answer(), Purpose.LIVE, attempt, (1.0, 4.0)) for attempt in range(4)]
    for wait, base in zip(waits, (1, 4, 4, 4), strict=True):
        assert wait is not None
        assert base <= wait <= base * 1.25
    assert len(set(waits)) == 4


def test_the_canary_needs_nearly_all_of_a_group() -> None:
    def told(dark: set[int], hosts: int = GROUP) -> str | None:
        canary = Canary()
        for number in range(hosts):
            canary.asked(f"h{number}")
        for number in sorted(
            range(hosts), key=lambda number: number not in dark
        ):  # the dark ones answer first
            canary.answered(f"h{number}", dark=number in dark)
        return canary.trouble

    assert told(set(range(10)))
    assert told(set(range(1, 10)))
    assert told(set(range(8))) is None
    assert told(set(range(0, 30, 2)), 30) is None
    assert told(set(range(10, 20)), 30), "a network that dies in the middle"
    assert told(set(range(9)), 9) is None, "too few to tell"
