"""The stand-in speaks the archive's dialect, in the points that an audit relies on."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from fixtures.archive_stand_in import Archived, ArchiveStandIn, key

PAGE = "http://www.a.example/report/2014"
OLD = Archived(PAGE, datetime(2014, 5, 1, 12, tzinfo=UTC), 200, "text/html; charset=utf-8", b"<p>Old</p>")
NEW = Archived(PAGE, datetime(2019, 5, 1, 12, tzinfo=UTC), 404, "text/html", b"<p>Gone</p>")
MOVED = Archived("http://a.example/x", datetime(2015, 1, 1, tzinfo=UTC), 301, "text/html", b"", "/y")
ARCHIVE = ArchiveStandIn([NEW, OLD, MOVED], ["http://secret.example/"])
WEB = "https://web.archive.org"


def replay(stamp: str, url: str = PAGE) -> tuple[int, dict[str, str], bytes]:
    answer = ARCHIVE.answer(f"{WEB}/web/{stamp}id_/{url}")
    return answer.status, dict(answer.headers), answer.body


def index(query: str) -> list[list[str]]:
    answer = ARCHIVE.answer(f"{WEB}/cdx/search/cdx?output=json&{query}")
    assert answer.status == 200
    rows: list[list[str]] = json.loads(answer.body)
    return rows


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("2014", OLD), ("20160101000000", OLD), ("20161231000000", NEW), ("2099", NEW), ("0", OLD)],
)
def test_redirects_to_the_nearest_capture_in_its_own_voice(wanted: str, found: Archived) -> None:
    status, headers, _ = replay(wanted)
    assert status == 302
    assert headers["location"] == f"{WEB}/web/{found.stamp}id_/{found.url}"
    assert "memento-datetime" not in headers


def test_a_capture_answers_as_the_page_did() -> None:
    status, headers, body = replay("20190501120000")
    assert (status, body) == (404, b"<p>Gone</p>")
    assert headers["memento-datetime"] == "Wed, 01 May 2019 12:00:00 GMT"


def test_an_archived_redirect_leads_to_an_archived_page() -> None:
    status, headers, _ = replay("20150101000000", "http://a.example/x")
    assert (status, headers["location"]) == (301, f"{WEB}/web/20150101000000id_/http://a.example/y")
    assert "memento-datetime" in headers


def test_nothing_archived_is_the_archive_speaking() -> None:
    status, headers, _ = replay("2014", "http://b.example/")
    assert status == 404
    assert "memento-datetime" not in headers


def test_excluded_is_said_by_both_paths() -> None:
    for url in (f"{WEB}/web/2014id_/http://secret.example/a", f"{WEB}/cdx/search/cdx?url=secret.example/a"):
        answer = ARCHIVE.answer(url)
        assert answer.status == 403
        assert (
            "AdministrativeAccessControlException" in dict(answer.headers)["x-archive-wayback-runtime-error"]
        )


def test_the_index_lists_filters_and_limits() -> None:
    assert index(f"url={PAGE}&fl=timestamp,statuscode") == [
        ["timestamp", "statuscode"],
        ["20140501120000", "200"],
        ["20190501120000", "404"],
    ]
    assert index(f"url={PAGE}&fl=timestamp&filter=statuscode:200") == [["timestamp"], ["20140501120000"]]
    assert index(f"url={PAGE}&fl=timestamp&filter=!statuscode:200") == [["timestamp"], ["20190501120000"]]
    assert index(f"url={PAGE}&fl=timestamp&from=2018&to=2020") == [["timestamp"], ["20190501120000"]]
    assert index(f"url={PAGE}&fl=timestamp&limit=-1") == [["timestamp"], ["20190501120000"]]
    assert index(f"url={PAGE}&fl=timestamp&closest=2018&sort=closest&limit=1") == [
        ["timestamp"],
        ["20190501120000"],
    ]
    assert index("url=http://b.example/") == []


def test_the_index_finds_what_an_address_begins() -> None:
    rows = index("url=http://a.example/rep&matchType=prefix&collapse=urlkey&fl=original")
    assert rows == [["original"], [PAGE]]
    assert index("url=a.example/rep*&collapse=urlkey&fl=original") == rows


def test_spellings_of_one_address_have_one_key() -> None:
    assert key("http://www.Example.org:80/Report/2014/") == key("https://example.org/report/2014")
    assert key("http://a.example/p?b=2&a=1") == key("http://a.example/p?a=1&b=2")
    assert key("http://a.example/p?a=1") != key("http://a.example/p")
