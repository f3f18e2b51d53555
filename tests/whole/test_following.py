"""`report.jsonl` while a run goes on: what is known is there to be read, and said to be provisional."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.servers import Loopback, page
from tests.servers.answers import Conversation, message

MANUSCRIPT = """\
The first author says that "the walls of the towns were kept for long".1 The third note is lost.3 So is much.4

Notes

1 A. Walls of the towns. 2019. URL: https://slow.example/walls
2 B. Harbours. 2015. URL: https://gone.example/harbours
4 D. Tolls. 2017. URL: https://odd.example/a?token=0123456789abcdef0123456789abcdef
"""
FAST = ["--host-interval", "0", "--second-look", "0", "--retries", "0", "--archive", "none", "--no-cache"]


class World:
    """A server with one page that does not come before it is let go."""

    def __init__(self, server: Loopback) -> None:
        self.server = server
        self.let_go = threading.Event()
        server.put("gone.example", "", page("<title>Not found</title>", status=404))
        server.put("odd.example", "", page("<title>Not found</title>", status=404))
        server.put("slow.example", "", self._slow)

    async def _slow(self, talk: Conversation) -> bool:
        while not self.let_go.is_set():
            await asyncio.sleep(0.05)
        words = b"<title>Walls</title>" + b"<p>The guild paid for the harbour twice a year.</p>" * 20
        await talk.send(message(200, words, {"content-type": "text/html"}))
        return True

    def start(self, folder: Path, *words: str) -> subprocess.Popen[str]:
        (folder / "m.txt").write_text(MANUSCRIPT)
        command = [sys.executable, "-m", "citecheck", "audit", "m.txt", "-o", "out", "-f", "jsonl", *FAST]
        return subprocess.Popen(
            [*command, *self.server.arguments, *words],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.fixture
def world() -> Iterator[World]:
    with Loopback() as server:
        world = World(server)
        try:
            yield world
        finally:
            world.let_go.set()


def findings(folder: Path) -> list[dict[str, Any]]:
    file = folder / "out" / "report.jsonl"
    whole = file.read_text("utf-8").rpartition("\n")[0] if file.exists() else ""
    return [json.loads(line) for line in whole.splitlines()]


def wait_for(folder: Path, *wanted: str) -> list[dict[str, Any]]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = findings(folder)
        if set(wanted) <= {one["check"] for one in found}:
            return found
        time.sleep(0.05)
    raise AssertionError(f"never came: {wanted}")


def test_findings_are_there_before_the_run_ends(world: World, tmp_path: Path) -> None:
    child = world.start(tmp_path)
    early = wait_for(tmp_path, "note-missing", "link-gone")
    assert child.poll() is None
    assert all(one["provisional"] for one in early)
    assert "0123456789abcdef" not in json.dumps(early), "secrets stay out of it too"
    assert not any(one["note"] == 1 for one in early), "nothing is said of what is not answered"
    world.let_go.set()
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (1, "", "")
    done = findings(tmp_path)
    assert not any("provisional" in one for one in done)
    assert {one["fingerprint"] for one in early} <= {one["fingerprint"] for one in done}
    assert [one["line"] for one in done] == sorted(one["line"] for one in done)
    assert "quote-not-found" in {one["check"] for one in done}


def test_what_is_accepted_is_marked_from_the_start(world: World, tmp_path: Path) -> None:
    (tmp_path / "base.json").write_text('{"version": 1, "entries": []}')
    first = world.start(tmp_path)
    gone = next(one for one in wait_for(tmp_path, "link-gone") if one["check"] == "link-gone")
    world.let_go.set()
    first.communicate(timeout=60)
    world.let_go.clear()
    entry = {"fingerprint": gone["fingerprint"], "check": "link-gone", "reason": "the archive has it"}
    (tmp_path / "base.json").write_text(json.dumps({"version": 1, "entries": [entry]}))
    (tmp_path / "out" / "report.jsonl").unlink()
    second = world.start(tmp_path, "--baseline", "base.json", "--new-only")
    found = wait_for(tmp_path, "link-gone", "note-missing")
    assert gone["fingerprint"] not in {one["fingerprint"] for one in found}
    assert "baseline-stale" not in {one["check"] for one in found}, "the run has not ended"
    world.let_go.set()
    second.communicate(timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
def test_a_stopped_run_leaves_what_it_knew_and_says_that_it_is_not_all(world: World, tmp_path: Path) -> None:
    child = world.start(tmp_path)
    wait_for(tmp_path, "link-gone")
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode == 130
    left = findings(tmp_path)
    assert left
    assert all(one["provisional"] for one in left)


def test_a_link_in_the_place_of_the_file_is_replaced_not_followed(world: World, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    other = tmp_path / "other.txt"
    other.write_text("mine")
    (tmp_path / "out" / "report.jsonl").symlink_to(other)
    world.let_go.set()
    child = world.start(tmp_path)
    child.communicate(timeout=60)
    assert other.read_text() == "mine"
    assert findings(tmp_path)


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_asked(
    world: World, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    child = world.start(tmp_path)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 2
    assert err.count("\n") == 1
    assert world.server.seen == []
