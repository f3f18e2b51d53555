"""A manuscript without notes, whose sentences link to their sources, as blogs and news sites print them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.servers import Loopback, page

POST = """\
# What the harbour was promised

The minister told [the paper](http://daily.example/minister) that "no money was ever promised to the harbour".
A week later the ministry [published a statement](http://ministry.example/press) saying:

> The grant of 4.2 million was approved in March and will be paid out before the end of the year.

"Nobody in the harbour office believed a word of it at the time." (http://log.example/entry)

> The tide does not wait for any ministry in this country.

— [Ann Reed](http://reed.example/tide)

As [Ole Berg](http://berg.example/about) once said, "the sea keeps better books than the state does". Much
later the board wrote "we have given up waiting for an answer from the capital", and that was that.
"""
PAGES = {
    "daily.example/minister": "She said that no money was ever promised to the harbour, then or now.",
    "ministry.example/press": "The grant of 4.2 million was approved in May and will be paid out before "
    "the end of the year.",
    "log.example/entry": "Nobody in the harbour office believed a word of it at the time.",
    "reed.example/tide": "The tide does not wait for any ministry in this country.",
    "berg.example/about": "Ole Berg writes about boats and lives in the north with two dogs.",
}
FAST = ["--host-interval", "0", "--archive-interval", "0", "--second-look", "0", "--retries", "0"]
FILLER = "<p>The boats came back in the evening and were tied up along the wall.</p>" * 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "post.md").write_text(POST)
    with Loopback() as server:
        for address, text in PAGES.items():
            host, _, path = address.partition("/")
            body = f"<html lang=en><meta charset=utf-8><title>Harbour</title><p>{text}</p>{FILLER}</html>"
            server.put(host, f"/{path}", page(body.encode()))
        command = [sys.executable, "-m", "citecheck", "audit", "post.md", "-o", "out", "--no-cache", *FAST]
        done = subprocess.run(
            [*command, *server.arguments], cwd=tmp_path, capture_output=True, timeout=120, check=False
        )
        assert done.returncode == 1, done.stderr.decode()
    return tmp_path / "out"


@pytest.fixture
def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    return found


def test_the_page_shows_both_passages_beside_the_address(folder: Path) -> None:
    page = (folder / "report.html").read_text("utf-8")
    place = page[page.index("id=outside") if "id=outside" in page else page.index('id="outside"') :]
    grant = place[place.index("The grant of 4.2 million") :]
    assert (
        grant.index("<del>March</del>")
        < grant.index("<ins>May</ins>")
        < grant.index("ministry.example/press")
    )


def test_quotations_are_compared_with_the_page_that_is_linked_beside_them(report: dict[str, Any]) -> None:
    answers = {
        quote["exact"][:12]: (link["url"], quote["verdict"])
        for link in report["outside"]
        for quote in link.get("quotations", [])
    }
    assert answers == {
        "no money was": ("http://daily.example/minister", "verbatim"),
        "The grant of": ("http://ministry.example/press", "altered"),
        "Nobody in th": ("http://log.example/entry", "verbatim"),
        "The tide doe": ("http://reed.example/tide", "verbatim"),
        # The link is to the man, not to what he said: nothing is said against the quotation.
        "the sea keep": ("http://berg.example/about", "cannot-verify"),
    }


def test_only_what_is_linked_to_nothing_lacks_a_source(report: dict[str, Any]) -> None:
    told = [
        (one["check"], one["evidence"]["quotation"][:8])
        for one in report["findings"]
        if "quote" in one["check"]
    ]
    assert sorted(told) == [
        ("quote-altered", "The gran"),
        ("quote-unattributed", "we have "),
        ("quote-unverified", "the sea "),
    ]
