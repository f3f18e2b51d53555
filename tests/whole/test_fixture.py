"""The fixture agrees with itself: text, truth and web."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator

from citecheck.model import Exchange, FailureKind
from fixtures.build_warc import write_warc
from fixtures.demo import WEB
from tests.whole.truth import LINES, NOTES, TRUTH, line

TABLE: dict[str, Any] = tomllib.loads((WEB / "web.toml").read_text("utf-8"))
TAIL = "26"
"""The note of which only the end is left, without its number."""
WHEN = datetime(2026, 1, 12, 9, tzinfo=UTC)


def test_notes_stand_where_the_truth_says() -> None:
    for row in TRUTH["notes"]:
        if row["id"] == TAIL:
            assert line(row["line"]).startswith("// ")
        elif row["present"]:
            assert line(row["line"]).startswith(f"{row['id']} "), row["id"]
            assert row["url_raw"] is None or row["url_raw"][:20] in " ".join(LINES[row["line"] - 1 :])
        else:
            assert not any(text.startswith(f"{row['id']} ") for text in LINES)


def test_markers_stand_where_the_truth_says() -> None:
    assert [row["number"] for row in TRUTH["markers"]] == list(range(1, 41))
    for row in TRUTH["markers"]:
        assert str(row["number"]) in line(row["line"]), row


def test_quotations_stand_where_the_truth_says() -> None:
    for row in TRUTH["quotations"]:
        text = re.sub(r"\s+", " ", " ".join(LINES[row["line"] - 1 : row["line"] + 9]))
        assert row["exact"].split()[0] in line(row["line"]), row
        assert " ".join(row["exact"].split()[:3]) in text, row


def test_every_kind_of_damage_is_there() -> None:
    text = "\n".join(LINES)
    assert text.count(f"\n{' ' * 46}\n") >= 5, "pages that end with notes"
    assert text.count(f"\n{' ' * 141}\n") == 3, "notes carried over from the page before"
    for damage in ("1Après", '10"Toutefois', "36USD", "32Orlovka", "203,4", "31/31programmes", "\n12 \n"):
        assert damage in text, damage
    for damage in (
        "http://http://",
        "httpshttps://",
        "news ru",
        "gubemia",
        "rU",
        "obschujju",
        "-.-",
        "muzeia",
        "- tarsk",
    ):
        assert damage in text, damage
    odd = [part for part in re.split(r"\n(?=\S)", text) if part.count('"') % 2]
    assert odd, "a paragraph with an odd number of quotation marks"


def test_every_address_is_invented() -> None:
    rows = [*TABLE["answer"], *TABLE["capture"]]
    hosts = {urlsplit(row["url"]).hostname for row in rows} | {row["name"] for row in TABLE["host"]}
    hosts |= {urlsplit(row["url"]).hostname for row in NOTES.values() if row["url"]}
    assert {host for host in hosts if host and not host.endswith(".example")} == {"10.4.0.12"}


def test_every_page_is_used_and_there() -> None:
    rows = [*TABLE["answer"], *TABLE["capture"], *TABLE["host"]]
    used = {row["file"] for row in rows if "file" in row}
    assert used == {path.name for path in (WEB / "pages").iterdir()}


def test_a_replay_file_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    exchanges = [
        Exchange("http://a.example/", WHEN, 200, (("content-type", "text/html"),), b"<p>One</p>"),
        Exchange("http://a.example/", WHEN, 503, (), b""),
        Exchange("http://b.example/", WHEN, failure=FailureKind.DNS, detail="no such name"),
    ]
    files = [tmp_path / "one.warc", tmp_path / "two.warc"]
    for file in files:
        write_warc(exchanges, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with files[0].open("rb") as stream:
        records = [
            (record.rec_type, record.rec_headers["WARC-Target-URI"], record.content_stream().read())
            for record in ArchiveIterator(stream)
        ]
    assert records == [
        ("response", "http://a.example/", b"<p>One</p>"),
        ("response", "http://a.example/", b""),
        ("metadata", "http://b.example/", b'{"failure": "dns", "detail": "no such name"}'),
    ]
