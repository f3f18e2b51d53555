"""What a live run recorded, its replay tells again: the same answers without a network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.servers import Loopback, closing, page, redirect, sequence
from tests.servers.certificates import Fault

WORDS = "The quay wall came through its first winter storm without damage"
REST = "".join(f"<p>In week {week} divers looked at block {week} of the wall again.</p>" for week in range(9))
PLACES = (
    "http://a.example/report",
    "http://a.example/gone",
    "http://b.example/moved",
    "http://c.example/silent",
    "http://d.example/busy",
    "http://e.example/wall",
    "http://f.example/home",
    "https://g.example/expired",
    "http://h.example/trap",
    "http://10.0.0.1/private",
    "http://i.example/later",
)
NOW = "2026-03-01"


def web(server: Loopback) -> None:
    good = page(f"<title>Report</title><h1>Report</h1><p>{WORDS}.</p>{REST}")
    server.put("a.example", "/report", good)
    server.put("b.example", "/moved", redirect("/archive/moved", 301))
    server.put("b.example", "/archive/moved", good)
    server.put("c.example", "", closing)
    server.put("d.example", "/busy", sequence(page("busy", status=503), good))
    server.put("e.example", "/wall", page("no", status=403))
    server.put("f.example", "", redirect("/"))
    server.put("f.example", "/", good)
    server.put("g.example", "/expired", good)
    server.certificate("g.example", Fault.EXPIRED)
    server.put("h.example", "/trap", redirect("http://192.168.0.1/"))
    server.put("i.example", "/later", page("later", status=503, headers={"Retry-After": "7200"}))


def run(folder: Path, out: str, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "citecheck", "audit", "m.md", "--no-cache", "-f", "json", "-o", out]
    done = subprocess.run(
        [*command, "--now", NOW, *options], cwd=folder, capture_output=True, text=True, timeout=60
    )
    assert done.returncode in (0, 1), done.stderr
    report: dict[str, Any] = json.loads((folder / out / "report.json").read_text("utf-8"))
    return report


def test_a_recorded_run_and_its_replay_say_the_same(tmp_path: Path) -> None:
    notes = "\n\n".join(
        f"[^{number}]: Office, “Report {number}”, {url}" for number, url in enumerate(PLACES, 1)
    )
    calls = "\n\n".join(f"“{WORDS}”.[^{number}]" for number in range(1, len(PLACES) + 1))
    (tmp_path / "m.md").write_text(f"{calls}\n\n{notes}\n", "utf-8")
    with Loopback() as server:
        web(server)
        fast = ("--host-interval", "0", "--second-look", "0.5", "--archive-interval", "0", "--timeout", "5")
        live = run(tmp_path, "live", "--record", "run.warc.gz", *fast, *server.arguments)
    replayed = run(tmp_path, "again", "--replay", "run.warc.gz")
    statuses = [link["status"] for note in live["notes"] for link in note["links"]]
    assert len(set(statuses)) >= 6, statuses
    for key in ("notes", "outside", "findings", "counts"):
        assert replayed[key] == live[key]
