"""A run killed at any moment loses nothing that was acknowledged."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citecheck.model import Purpose
from citecheck.store import Store

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from citecheck.model import Exchange, Purpose
from citecheck.store import Store
now = datetime(2026, 11, 23, 10, tzinfo=UTC)
with Store(Path(sys.argv[1]), "a book", now) as store:
    start = int(sys.argv[2])
    for number in range(start, start + 100_000):
        url = f"https://a.example/{number}"
        store.claim(url, Purpose.LIVE)
        store.save(Exchange(url, now, 200, (), b"<p>%d" % number * 500), Purpose.LIVE)
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    done = 0
    chance = random.Random(7)
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(done)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            for _ in range(chance.randint(1, 200)):
                done = int(process.stdout.readline()) + 1
            process.send_signal(signal.SIGKILL)
    with Store(path, "a book", NOW) as store:
        for number in range(done):
            found = store.find(f"https://a.example/{number}", Purpose.LIVE)
            assert found is not None
            assert found.body == b"<p>%d" % number * 500
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()
