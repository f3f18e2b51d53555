"""Recorded files: written so that others can read them, read however others write them."""

from __future__ import annotations

import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from citecheck.errors import UnreadableInput, UnwritableOutput
from citecheck.model import Exchange, FailureKind, Purpose
from citecheck.store import Recorder, Replay
from citecheck.store.keys import key_of

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
URL = "https://a.example/page"
LIVE = Purpose.LIVE

EXCHANGES = [
    Exchange(URL, NOW, 503),
    Exchange(URL, NOW, failure=FailureKind.RESET, detail="the connection was cut"),
    Exchange(URL, NOW, 200, (("content-type", "text/html"), ("set-cookie", "a=b")), "<p>né".encode()),
    Exchange("https://b.example/?q=1&q=2", NOW, 999, (), b"", truncated=True),
    Exchange("http://c.example/страница", NOW, 404, (("x", "ä"),), b"no"),
]


def record(path: Path, exchanges: list[Exchange]) -> Path:
    with Recorder(path) as recorder:
        for exchange in exchanges:
            recorder.write(exchange)
    return path


@pytest.mark.parametrize("name", ["run.warc", "run.warc.gz"])
def test_what_was_recorded_is_replayed(name: str, tmp_path: Path) -> None:
    with Replay(record(tmp_path / name, EXCHANGES)) as replay:
        assert [replay.find(URL, LIVE, nth) for nth in range(5)] == [
            *EXCHANGES[:3],
            EXCHANGES[2],
            EXCHANGES[2],
        ]
        assert replay.find(URL + "#part", Purpose.SECOND_LOOK) is not None
        assert replay.find(EXCHANGES[3].url, LIVE) == EXCHANGES[3]
        assert replay.find(EXCHANGES[4].url, LIVE) == EXCHANGES[4]
        assert replay.find("https://a.example/other", LIVE) is None


@pytest.mark.parametrize("name", ["run.warc", "run.warc.gz"])
def test_a_run_that_asked_nobody_can_be_replayed(name: str, tmp_path: Path) -> None:
    """Next week's change is checked against the recording, whatever the book cited before."""
    for folder in ("one", "two"):
        with Replay(record(tmp_path / folder / name, [])) as replay:
            assert replay.find(URL, LIVE) is None
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_others_can_read_it(tmp_path: Path) -> None:
    path = record(tmp_path / "run.warc.gz", EXCHANGES)
    with path.open("rb") as file:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert [kind for kind, _, _ in records] == [
        "warcinfo",
        "response",
        "metadata",
        "response",
        "response",
        "response",
    ]
    assert json.loads(records[2][2]) == {"failure": "reset", "detail": "the connection was cut"}
    assert records[3][1:] == (URL, "<p>né".encode())
    assert gzip.decompress(path.read_bytes()).startswith(b"WARC/1.1\r\n")


def test_equal_runs_give_equal_files(tmp_path: Path) -> None:
    first, second = (record(tmp_path / name, EXCHANGES).read_bytes() for name in ("1.warc", "2.warc"))
    assert first == second


@pytest.mark.parametrize("name", ["run.warc", "run.warc.gz"])
@pytest.mark.parametrize("cut", [1, 10, 30, 60, 100, 150])
def test_a_killed_recording_can_be_replayed_so_far(name: str, cut: int, tmp_path: Path) -> None:
    path = record(tmp_path / name, EXCHANGES[:3])
    path.write_bytes(path.read_bytes()[:-cut])
    with Replay(path) as replay:
        assert replay.find(URL, LIVE) == EXCHANGES[0]


def test_secrets_are_not_recorded(tmp_path: Path) -> None:
    secret = "https://a.example/x?token=sesame"
    exchanges = [
        Exchange(secret, NOW, 302, (("location", secret + "&y"),)),
        Exchange(secret + "&y", NOW, 200),
    ]
    path = record(tmp_path / "run.warc", exchanges)
    assert b"sesame" not in path.read_bytes()
    with Replay(path) as replay:
        found = replay.find(secret, LIVE)
        assert found is not None
        assert replay.find(found.header("location") or "", LIVE) is not None


def written(path: Path, *records: tuple[str, str, Any], version: str = "1.1", compress: bool = True) -> Path:
    """A file by another hand: (type, address, payload and headers)."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=compress, warc_version=version)
        for kind, url, (headers, body) in records:
            http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1") if kind == "response" else None
            made = writer.create_warc_record(
                url, kind, payload=io.BytesIO(body), length=len(body), http_headers=http, warc_content_type=""
            )
            writer.write_record(made)
    return path


def test_bodies_of_other_recorders_are_decoded(tmp_path: Path) -> None:
    packed = gzip.compress(b"<p>Hello")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    headers = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"), ("Content-Type", "text/html")]
    path = written(tmp_path / "x.warc.gz", ("response", URL, (headers, chunked)))
    with Replay(path) as replay:
        found = replay.find(URL, LIVE)
    assert found is not None
    assert (found.body, found.headers) == (b"<p>Hello", (("content-type", "text/html"),))


def test_other_records_are_passed_over(tmp_path: Path) -> None:
    path = written(
        tmp_path / "x.warc",
        ("request", URL, ([], b"GET / HTTP/1.1\r\n\r\n")),
        ("metadata", URL, ([], b"fetchTimeMs: 12\r\n")),
        ("metadata", URL, ([], b'{"failure": "budget"}')),
        ("metadata", URL, ([], b'["failure"]')),
        ("response", f"<{URL}>", ([("Content-Type", "text/plain")], b"text")),
        ("resource", URL, ([], b"not an answer")),
        version="1.0",
        compress=False,
    )
    with Replay(path) as replay:
        found = replay.find(URL, LIVE)
        assert found is not None
        assert found.body == b"text"
        assert replay.find(URL, LIVE, 1) == found


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a WARC file",
        b"\x00" * 1000,
        gzip.compress(b"text", mtime=0),
        b"WARC/1.1\r\n",
        b"PK\x03\x04" + bytes(100),
    ],
)
def test_what_is_no_warc_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.warc"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=r"x\.warc: not a WARC file") as caught:
        Replay(path)
    assert "\n" not in str(caught.value)


def test_missing_and_unwritable_files(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        Replay(tmp_path / "missing.warc")
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        Recorder(tmp_path / "file" / "x.warc")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.example", "http://a.example/"),
        ("HTTP://A.Example/x", "http://a.example/x"),
        ("https://a.example/ä?ö=1", "https://a.example/%C3%A4?%C3%B6=1"),
        ("https://bücher.example:8443/", "https://xn--bcher-kva.example:8443/"),
        ("https://a.example/x#y", "https://a.example/x"),
    ],
)
def test_spellings_of_one_request_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.example/x", "https://a.example/x"),
        ("http://a.example/x", "http://a.example/X"),
        ("http://a.example/x", "http://a.example/x/"),
        ("http://a.example/?a=1&b=2", "http://a.example/?b=2&a=1"),
        ("http://a.example/%2F", "http://a.example//"),
        ("http://a.example/", "http://www.a.example/"),
    ],
)
def test_what_servers_may_tell_apart_has_two(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    "url", ["", "http://[", "mailto:a@b.example", "http://a.example:port/", "\ud800", "http://ä..b/"]
)
def test_damaged_addresses_have_keys_too(url: str) -> None:
    assert isinstance(key_of(url), str)
