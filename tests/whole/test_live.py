"""The real command over real sockets: every host is a server of our own, the archive among them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fixtures.archive_stand_in import Archived, ArchiveStandIn
from tests.servers import Loopback, page, redirect
from tests.servers.answers import Conversation, message

QUOTED = "the towns kept their walls long after the tolls had gone"
FAST = ["--host-interval", "0", "--archive-interval", "0", "--second-look", "0", "--retries", "0"]
FILLER = "<p>" + "The harbour was dredged twice a year and paid for by the guild. " * 12 + "</p>"
MANUSCRIPT = f"""\
The first author says that "{QUOTED}".1 The second says that "nothing of the old harbour was left by then".2
The third has moved.3 The fourth lives on an address that was doubled.4 The fifth cannot be reached.5

Notes

1 A. Walls of the towns. 2019. URL: https://alive.example/walls
2 B. Harbours. 2015. URL: https://gone.example/harbours
3 C. Guilds. 2018. URL: https://moved.example/old
4 D. Tolls. 2017. URL: http://http://www.tolls.example/a/list.tolls.example/a/list
5 E. Rivers. 2016. URL: https://dark.example/rivers
"""


@pytest.fixture
def world() -> Iterator[Loopback]:
    harbours = "<title>Harbours</title><p>In 1900 nothing of the old harbour was left by then.</p>" + FILLER
    when = datetime(2015, 8, 1, tzinfo=UTC)
    capture = Archived("https://gone.example/harbours", when, 200, "text/html", harbours.encode())
    archive = ArchiveStandIn([capture])

    async def archived(talk: Conversation) -> bool:
        answer = archive.answer(f"https://{talk.host}{talk.path}")
        await talk.send(message(answer.status, answer.body, dict(answer.headers)))
        return True

    with Loopback() as server:
        server.put("alive.example", "/walls", page(f"<title>Walls</title><p>As a rule {QUOTED}.</p>{FILLER}"))
        server.put("moved.example", "/old", redirect("https://moved.example/new", 301))
        server.put("moved.example", "/new", page(f"<title>Guilds</title>{FILLER}"))
        server.put("www.tolls.example", "/a/list", page(f"<title>Tolls</title>{FILLER}"))
        server.put("dark.example", "", page("busy", status=503))
        server.put("web.archive.org", "", archived)
        yield server


def audit(server: Loopback, folder: Path, *words: str) -> tuple[int, dict[str, Any]]:
    (folder / "m.txt").write_text(MANUSCRIPT)
    command = [sys.executable, "-m", "citecheck", "audit", "m.txt", "-o", "out", *FAST, *words]
    done = subprocess.run(
        [*command, *server.arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stderr == "", done.stderr
    return done.returncode, json.loads((folder / "out" / "report.json").read_text("utf-8"))


def test_every_link_and_quotation_gets_its_answer(world: Loopback, tmp_path: Path) -> None:
    code, report = audit(world, tmp_path)
    links = {note["number"]: note["links"][0] for note in report["notes"]}
    assert {number: link["status"] for number, link in links.items()} == {
        1: "ok",
        2: "gone",
        3: "moved",
        4: "ok",
        5: "unreachable",
    }
    assert links[2]["archive"]["state"] == "archived"
    assert links[2]["archive"]["url"].startswith("https://web.archive.org/web/20150801")
    assert links[3]["final_url"] == "https://moved.example/new"
    assert links[4]["url"] == "http://www.tolls.example/a/list"
    verdicts = {
        note["number"]: [quote["verdict"] for quote in note["quotations"]] for note in report["notes"]
    }
    assert (verdicts[1], verdicts[2]) == (["verbatim"], ["verbatim"])
    (captured,) = report["notes"][1]["quotations"]
    assert captured["source"]["where"] == "archive"
    assert code == 0, "the page that is gone has a good copy; the busy server is nobody's fault"
    assert report["counts"]["unknown"] >= 1


def test_the_next_run_asks_only_what_may_have_changed(world: Loopback, tmp_path: Path) -> None:
    audit(world, tmp_path)
    world.seen.clear()
    _, report = audit(world, tmp_path)
    assert {seen.host for seen in world.seen} <= {"dark.example"}, "unknown is never kept"
    assert [note["links"][0]["status"] for note in report["notes"]] == [
        "ok",
        "gone",
        "moved",
        "ok",
        "unreachable",
    ]


def test_a_recorded_run_replays_to_the_same_report(world: Loopback, tmp_path: Path) -> None:
    clock = ["--now", "2026-01-15"]
    _, live = audit(world, tmp_path, "--record", "run.warc.gz", *clock)
    world.seen.clear()
    _, replayed = audit(world, tmp_path, "--replay", "run.warc.gz", "--no-cache", *clock)
    assert world.seen == []
    for report in (live, replayed):
        for key in ("mode", "requests", "bytes"):
            report["run"].pop(key)
    assert replayed["notes"] == live["notes"]
    assert replayed["findings"] == live["findings"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
def test_an_interrupted_run_goes_on_where_it_stopped(world: Loopback, tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MANUSCRIPT)
    slow = ["--host-interval", "0", "--archive-interval", "0", "--second-look", "30", "--retries", "0"]
    command = [sys.executable, "-m", "citecheck", "audit", "m.txt", "-o", "out", *slow, *world.arguments]
    child = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while len({seen.host for seen in world.seen}) < 5 and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert (out, err.count("\n")) == ("", 1)
    world.seen.clear()
    audit(world, tmp_path)
    assert "/walls" not in world.paths("alive.example"), "what was answered is not asked again"
