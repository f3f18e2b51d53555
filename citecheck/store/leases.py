"""Who is asking what, so that two runs over one store ask each URL once.

A lease is worth as much as its holder is alive: holders say so every few seconds, and what a killed one held
is free a little later.
"""

from __future__ import annotations

import secrets
import sqlite3
import time

STALE = 30.0
"""Seconds without a word after which a holder counts as dead."""
BEAT = 5.0
"""Seconds between two signs of life, at least."""


class Leases:
    """Leases of one process. Every method but `__init__` must run inside a write transaction."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._holder = secrets.token_hex(8)
        self._beaten = 0.0

    def claim(self, key: tuple[str, str, str]) -> bool:
        """Take the right to ask; false while another living run has it."""
        self._beat()
        found = self._base.execute(
            "SELECT l.holder FROM leases l JOIN holders h ON h.holder = l.holder"
            " WHERE l.url=? AND l.purpose=? AND l.cookies=? AND h.seen>?",
            (*key, time.time() - STALE),
        ).fetchone()
        if found is not None and found[0] != self._holder:
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
            "DELETE FROM holders WHERE holder=? OR seen<?", (self._holder, time.time() - STALE)
        )

    def _beat(self) -> None:
        now = time.monotonic()
        if now - self._beaten >= BEAT or not self._beaten:
            self._beaten = now
            self._base.execute("INSERT OR REPLACE INTO holders VALUES (?, ?)", (self._holder, time.time()))
