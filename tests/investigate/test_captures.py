"""Which capture of a history is chosen, and which are its neighbours."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from citecheck.investigate.addresses import exact_key, surt_key
from citecheck.investigate.archives.wayback import Row
from citecheck.investigate.captures import neighbours, ranked

URL = "https://a.example/2014/report"
HISTORIES = json.loads(Path(__file__).with_name("capture_histories.json").read_text("utf-8"))


def rows_of(history: dict[str, Any]) -> list[Row]:
    url = history.get("url", URL)
    return [
        Row(stamp, original or url, status, kind, digest)
        for stamp, original, status, kind, digest in history["rows"]
    ]


@pytest.mark.parametrize("history", HISTORIES, ids=[history["what"] for history in HISTORIES])
def test_the_capture_nearest_the_citation_is_chosen(history: dict[str, Any]) -> None:
    wanted = date.fromisoformat(history["wanted"]) if history["wanted"] else None
    best = ranked(rows_of(history), history.get("url", URL), wanted)
    assert (best[0].timestamp if best else None) == history["best"]
    reversed_rows = ranked(rows_of(history)[::-1], history.get("url", URL), wanted)
    assert (reversed_rows[0].timestamp if reversed_rows else None) == history["best"]


def test_there_are_enough_histories() -> None:
    assert len(HISTORIES) >= 30


VERSIONS = [
    Row("20100101000000", URL, 200, "text/html", "A"),
    Row("20120101000000", URL, 200, "text/html", "B"),
    Row("20140401000000", URL, 200, "text/html", "C"),
    Row("20140901000000", URL, 200, "text/html", "C"),
    Row("20160101000000", URL, 200, "text/html", "D"),
]


def test_neighbours_are_the_next_other_versions_on_both_sides() -> None:
    found = neighbours(VERSIONS, VERSIONS[2].when, URL, date(2014, 5, 1))
    assert [row.timestamp for row in found] == ["20160101000000", "20120101000000"]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.Example.org:80/Report/2014/Final.html", "org,example)/report/2014/final.html"),
        ("https://example.org/report/2014/final.html/", "org,example)/report/2014/final.html"),
        ("http://www2.example.org/a//b/../c", "org,example)/a/c"),
        ("http://example.org/p?b=2&a=1", "org,example)/p?a=1&b=2"),
        ("http://example.org/p?jsessionid=0123456789abcdef0123456789abcdef&a=1", "org,example)/p?a=1"),
        ("http://example.org/a#frag", "org,example)/a"),
        ("http://user:pw@example.org/a", "org,example)/a"),
        ("http://example.org/a?", "org,example)/a"),
        ("http://example.org/a%2Fb", "org,example)/a/b"),
        ("http://bücher.example/ä", "example,xn--bcher-kva)/%c3%a4"),
        ("http://example.org/?utm_source=x", "org,example)/?utm_source=x"),
    ],
)
def test_keys_are_those_of_the_archives_index(url: str, key: str) -> None:
    assert surt_key(url) == key


def test_exact_keys_keep_the_case_of_the_path() -> None:
    assert exact_key("http://www.A.example/Report") == exact_key("https://a.example/Report/")
    assert exact_key("https://a.example/Report") != exact_key("https://a.example/report")
