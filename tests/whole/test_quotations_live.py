"""One audit with every tie of a quotation to its note, in French and in Russian."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fixtures.archive_stand_in import Archived, ArchiveStandIn
from tests.servers import Loopback, page
from tests.servers.answers import Conversation, message

FAST = ["--host-interval", "0", "--archive-interval", "0", "--second-look", "0", "--retries", "0"]
QUOTES = Path(__file__).parents[2] / "fixtures" / "quotes"
TIES: dict[str, Any] = json.loads((QUOTES / "ties.json").read_text("utf-8"))


def html(text: str, language: str) -> bytes:
    body = f"<title>t</title><p>{text}</p>" + "".join(f"<p>{TIES['filler'][language]}</p>" for _ in range(8))
    return f"<html lang={language}><meta charset=utf-8>{body}".encode()


@pytest.fixture(params=["fr", "ru"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    language: str = request.param
    then = Archived(
        "https://marees.example/rio",
        datetime(2014, 5, 20, tzinfo=UTC),
        200,
        "text/html; charset=utf-8",
        html(TIES["pages"][language]["marees.example/rio then"], language),
    )
    archive = ArchiveStandIn([then])

    async def archived(talk: Conversation) -> bool:
        answer = archive.answer(f"https://{talk.host}{talk.path}")
        await talk.send(message(answer.status, answer.body, dict(answer.headers)))
        return True

    with Loopback() as server:
        for address, text in TIES["pages"][language].items():
            host, _, path = address.partition("/")
            if " then" not in path:
                server.put(host, f"/{path}", page(html(text, language)))
        server.put("lampes.example", "/penn", page(html(TIES["penn"], "en")))
        server.put("web.archive.org", "", archived)
        shutil.copy(QUOTES / f"ties.{language}.txt", tmp_path / "m.txt")
        command = [sys.executable, "-m", "citecheck", "audit", "m.txt", "-o", "out", "--no-cache", *FAST]
        done = subprocess.run(
            [*command, *server.arguments], cwd=tmp_path, capture_output=True, timeout=120, check=False
        )
        assert done.returncode in (0, 1), done.stderr.decode()
    found: dict[str, Any] = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    return found


def test_every_tie_is_followed(report: dict[str, Any]) -> None:
    quotes = {note["number"]: note["quotations"] for note in report["notes"]}
    assert {number: len(found) for number, found in quotes.items()} == dict.fromkeys(range(1, 8), 1)
    first, same, second_hand, elsewhere, translated, drifted, again = (quotes[n][0] for n in range(1, 8))
    assert first["verdict"] == "verbatim"
    # A short form is looked up on its antecedent's page.
    for short in (same, again):
        assert (short["verdict"], short["source"]["url"]) == ("verbatim", "https://port.example/morvan")
    assert (second_hand["verdict"], second_hand["flags"]) == ("verbatim", ["second-hand"])
    assert (elsewhere["verdict"], elsewhere["flags"]) == ("not-found", ["elsewhere"])
    assert "https://port.example/morvan" in elsewhere["reason"]
    assert translated["verdict"] in ("consistent", "check", "cannot-verify")
    assert translated["flags"] == ["translated"]
    assert (drifted["verdict"], drifted["source"]["where"]) == ("verbatim", "archive")
    assert again["flags"] == ["stops-early"]
    checks = {(one["check"], one["note"]) for one in report["findings"] if one["check"].startswith("quote-")}
    assert checks >= {("quote-elsewhere", 4), ("quote-drifted", 6), ("quote-stops-early", 7)}
    assert {note for _, note in checks} <= {4, 5, 6, 7}, checks
