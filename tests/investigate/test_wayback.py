"""How the archive's answers are read: whoever speaks, it is never mistaken for somebody else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from citecheck.investigate.archives.wayback import (
    Answer,
    index_url,
    nearest_url,
    parse_replay_url,
    parse_timestamp,
    prefix_url,
    read_index,
    read_replay,
    replay_url,
    timestamp_for,
)
from tests.investigate.evidence import answer, cdx

URL = "https://a.example/r?a=1&b=2"
HEAD = '["urlkey","timestamp","original","mimetype","statuscode","digest","length"]'


def outcome(given: Any) -> Any:
    return answer("https://web.archive.org/web/2014id_/https://a.example/r", given).outcome


REPLAYS: list[tuple[str, Any, Answer]] = [
    ("a memento", {"headers": {"memento-datetime": "Fri, 02 May 2014 10:11:12 GMT"}}, Answer.MEMENTO),
    ("an archived 404", {"status": 404, "headers": {"memento-datetime": "x"}}, Answer.MEMENTO),
    ("an archived 429", {"status": 429, "headers": {"memento-datetime": "x"}}, Answer.MEMENTO),
    ("none", 404, Answer.NEVER),
    ("busy", 429, Answer.SILENT),
    ("trouble", 503, Answer.SILENT),
    ("gateway", 504, Answer.SILENT),
    ("refused page without a word", 403, Answer.SILENT),
    (
        "excluded, page",
        {"status": 200, "body": "<p>This URL has been excluded."},
        Answer.EXCLUDED,
    ),
    (
        "excluded, 403",
        {"status": 403, "body": "AdministrativeAccessControlException: x"},
        Answer.EXCLUDED,
    ),
    (
        "excluded, header",
        {"status": 403, "headers": {"x-archive-wayback-runtime-error": "RobotAccessControlException: x"}},
        Answer.EXCLUDED,
    ),
    ("a page of the archive's own", {"status": 200, "body": "<p>Welcome"}, Answer.SILENT),
    ("refused connection", "refused", Answer.SILENT),
    ("time-out", "timeout", Answer.SILENT),
    ("budget", "budget", Answer.NOT_ASKED),
    ("offline", "offline", Answer.NOT_ASKED),
    ("not recorded", "not-recorded", Answer.NOT_ASKED),
]


@pytest.mark.parametrize(("given", "said"), [row[1:] for row in REPLAYS], ids=[row[0] for row in REPLAYS])
def test_who_speaks_in_a_replay(given: Any, said: Answer) -> None:
    assert read_replay(outcome(given))[0] is said


@pytest.mark.parametrize("body", ["[]", "", "\n", f"[{HEAD}]"])
def test_an_empty_index_has_many_forms(body: str) -> None:
    index = read_index(outcome({"body": body}))
    assert index.answer is Answer.NEVER
    assert index.rows == ()


@pytest.mark.parametrize(
    "given", [429, 503, "timeout", {"body": "<html>busy</html>"}, {"body": '{"message": 1}'}]
)
def test_no_answer_is_not_an_empty_index(given: Any) -> None:
    assert read_index(outcome(given)).answer is Answer.SILENT


def test_rows_are_cleaned() -> None:
    body = f"""[{HEAD},
      ["k","20140101000000","http://a.example:80/r","text/html","200","D","12"],
      ["k","20140101000000","http://a.example:80/r","text/html","200","D","12"],
      ["k","20140201000000","mailto:x@a.example","text/html","200","D","12"],
      ["k","2014","http://a.example/r","text/html","200","D","12"],
      ["k","20140301000000","http://a.example/r","unk","-","-","-","more"],
      [], ["org%2Carchive%29%2F+19980109140106%21"]]"""
    index = read_index(outcome({"body": body}))
    assert [(row.timestamp, row.status, row.length) for row in index.rows] == [
        ("20140101000000", 200, 12),
        ("20140301000000", None, 0),
    ]
    assert index.resume_key == "org%2Carchive%29%2F+19980109140106%21"


def test_the_plain_form_is_read_too() -> None:
    body = "com,cnn)/ 20010410213930 http://www.cnn.com:80/ text/html 200 YTEQ 12942\n\ncom%2Ccnn%29%2F+2001"
    index = read_index(outcome({"body": body}))
    assert [row.timestamp for row in index.rows] == ["20010410213930"]


def test_an_excluded_index() -> None:
    fault = "org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error"
    assert read_index(outcome({"status": 403, "body": fault})).answer is Answer.EXCLUDED


def test_requests_are_what_the_archive_expects() -> None:
    assert timestamp_for(date(2014, 5, 1)) == "20140501120000"
    assert replay_url(URL + "#x", "20140501120000") == f"https://web.archive.org/web/20140501120000id_/{URL}"
    index = index_url(URL, date(2014, 5, 1))
    assert "url=https:%2F%2Fa.example%2Fr%3Fa%3D1%26b%3D2" in index
    assert "from=2011&to=2017" in index
    assert "resolveRevisits=true" in index
    nearest = nearest_url(URL, date(2014, 5, 1))
    assert "closest=20140501120000&sort=closest" in nearest
    prefix = prefix_url("https://a.example/rep", None)
    assert "matchType=prefix&collapse=urlkey&filter=statuscode:200" in prefix


@pytest.mark.parametrize(
    ("url", "place"),
    [
        (
            "https://web.archive.org/web/20140502101112/http://a.example/b?c=d",
            ("20140502101112", "http://a.example/b?c=d"),
        ),
        (
            "https://web.archive.org/web/20140502101112if_/http://a.example/b",
            ("20140502101112", "http://a.example/b"),
        ),
        ("http://web.archive.org/web/2014*/http://a.example/b", ("2014", "http://a.example/b")),
        ("https://web.archive.org/web/*/http://a.example/b", ("", "http://a.example/b")),
        (
            "https://web.archive.org/web/20140502101112/http:/a.example/b",
            ("20140502101112", "http://a.example/b"),
        ),
        ("https://web.archive.org/web/20140502101112/a.example/b", ("20140502101112", "http://a.example/b")),
        (
            "https://arquivo.pt/wayback/20140502101112/http://a.example/b",
            ("20140502101112", "http://a.example/b"),
        ),
        (
            "https://arquivo.pt/noFrame/replay/20140502101112/http://a.example/",
            ("20140502101112", "http://a.example/"),
        ),
        ("https://web.archive.org/details/book", None),
    ],
)
def test_archive_addresses_are_taken_apart(url: str, place: tuple[str, str] | None) -> None:
    assert parse_replay_url(url) == place


def test_timestamps() -> None:
    assert parse_timestamp("2014") == datetime(2014, 1, 1, tzinfo=UTC)
    assert parse_timestamp("20140231000000") is None
    assert parse_timestamp("x") is None
    assert read_index(outcome(cdx())).answer is Answer.NEVER
