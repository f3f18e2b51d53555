"""Vectors of sentences, which cost a model some 40 ms each: kept by sentence, whatever page it stood on.

A table of its own beside the exchanges, made when it is missing: a store of an older citecheck gets it, and
an older citecheck does not see it. It only saves time, so trouble with it never ends a run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress

MOST = 200_000
"""Vectors kept, at some 900 bytes: the latest."""
AT_ONCE = 500
"""Keys a question may have (SQLite's least limit is 999)."""


class Vectors:
    """A mapping with memory: `find` and `keep`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        known = base.execute("SELECT count(*) FROM sqlite_master WHERE name='vectors'").fetchone()[0]
        if not known:
            base.execute(
                "CREATE TABLE IF NOT EXISTS vectors"
                " (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, packed BLOB NOT NULL)"
            )

    def find(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Packed vectors of those keys that are kept."""
        found: dict[str, bytes] = {}
        with suppress(sqlite3.DatabaseError):
            for at in range(0, len(keys), AT_ONCE):
                some = keys[at : at + AT_ONCE]
                marks = ", ".join("?" * len(some))
                question = f"SELECT key, packed FROM vectors WHERE key IN ({marks})"  # noqa: S608
                found.update(self._base.execute(question, some).fetchall())
        return found

    def keep(self, vectors: Mapping[str, bytes]) -> None:
        """Add vectors, the oldest past `MOST` go; another run may have been faster."""
        with suppress(sqlite3.DatabaseError):
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany(
                "INSERT OR IGNORE INTO vectors (key, packed) VALUES (?, ?)", list(vectors.items())
            )
            self._base.execute("DELETE FROM vectors WHERE id <= (SELECT max(id) FROM vectors) - ?", (MOST,))
            self._base.execute("COMMIT")
        if self._base.in_transaction:
            self._base.execute("ROLLBACK")
