"""Who is asking what, so that two runs over one store ask each URL once.

A lease is worth as much as its holder is alive. On one machine that can be seen by its process; a holder
elsewhere gives signs of life, and what it held is free a little after the last one.
"""

from __future__ import annotations

import os
import platform
import secrets
import sqlite3
import time

STALE = 30.0
"""Seconds without a word after which a holder on another machine counts as dead."""
REUSED = 600.0
"""The same for one whose process seems to live: its number may be another's by now. The longest silence of a
living run is a wait for a host."""
BEAT = 5.0
"""Seconds between two signs of life, at least."""


class Leases:
    """Leases of one process. Every method but `__init__` and `take` must run inside a write transaction."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._holder = secrets.token_hex(8)
        self._beaten = 0.0

    def take(self, key: tuple[str, str, str]) -> bool:
        """Take the right to ask in one statement, which is a transaction of its own: a third of the work of
        `claim`. False where more is to be done: somebody has it, or a sign of life is due."""
        return not self._due() and self._insert(key)

    def claim(self, key: tuple[str, str, str]) -> bool:
        """Take the right to ask; false while another living run has it."""
        self._beat()
        if self._insert(key):
            return True
        found = self._base.execute(
            "SELECT h.* FROM leases l JOIN holders h ON h.holder = l.holder"
            " WHERE l.url=? AND l.purpose=? AND l.cookies=?",
            key,
        ).fetchone()
        if found is not None and found[0] != self._holder and _is_alive(*found[1:]):
            return False
        self._base.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?)", (*key, self._holder))
        return True

    def release(self, key: tuple[str, str, str]) -> None:
        """Give it up."""
        self._base.execute(
            "DELETE FROM leases WHERE url=? AND purpose=? AND cookies=? AND holder=?", (*key, self._holder)
        )

    def drop(self) -> None:
        """Give all up: the run ends."""
        self._base.execute("DELETE FROM leases WHERE holder=?", (self._holder,))
        self._base.execute(
            "DELETE FROM holders WHERE holder=? OR seen<?", (self._holder, time.time() - REUSED)
        )

    def _insert(self, key: tuple[str, str, str]) -> bool:
        taken = self._base.execute("INSERT OR IGNORE INTO leases VALUES (?, ?, ?, ?)", (*key, self._holder))
        return taken.rowcount == 1

    def _due(self) -> bool:
        return not self._beaten or time.monotonic() - self._beaten >= BEAT

    def _beat(self) -> None:
        if self._due():
            self._beaten = time.monotonic()
            self._base.execute(
                "INSERT OR REPLACE INTO holders VALUES (?, ?, ?, ?)",
                (self._holder, platform.node(), os.getpid(), time.time()),
            )


def _is_alive(machine: str, process: int, seen: float) -> bool:
    silence = time.time() - seen
    if machine != platform.node() or os.name != "posix":
        return silence < STALE
    try:
        os.kill(process, 0)  # asks only whether it is there
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return silence < REUSED
