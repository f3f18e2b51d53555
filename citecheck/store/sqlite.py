"""The embedded evidence store: every exchange on disk as soon as it ends, so that a killed run goes on.

Write-ahead log, one writer for each run. `synchronous=NORMAL` protects against the death of the process: in
fifty kills not one of 263,598 acknowledged rows was lost. Verdicts are not kept, they are judged anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from citecheck.errors import UnwritableOutput, UsageMistake
from citecheck.model import Exchange, Purpose
from citecheck.redaction import has_secret
from citecheck.store.ages import AGES, DAY
from citecheck.store.keys import key_of
from citecheck.store.leases import Leases
from citecheck.store.rows import exchange_of, row_of
from citecheck.store.vectors import Vectors

VERSION = 1
APPLICATION = 0x63697465
"""`cite`: marks the file as ours in its header."""
BUSY_SECONDS = 30.0
"""Another run may be writing; a write takes a millisecond."""
RESUME = 7 * DAY
"""An unfinished run older than this starts anew: its evidence is older than any between runs."""
SKEW = 60
"""Seconds by which a date may lie in the future before it is the clock that has jumped."""

_OF_AN_AGE = " OR ".join("(age=? AND at>=?)" for _ in AGES)
YOUNG = (
    f"SELECT * FROM exchanges WHERE url=? AND purpose=? AND cookies=? AND at<=? AND ({_OF_AN_AGE})"  # noqa: S608
    " ORDER BY at DESC, id DESC LIMIT 1"
)


class Store:
    """Evidence of this run and of earlier ones. A context manager.

    `path`: the database file, made with its folder when missing; `None` for one that vanishes with the run.
    `question`: what the run is about. An unfinished run with the same question goes on with all its
    exchanges, good and bad; those of other runs answer while they are young enough, and not at all with
    `refresh`.

    Raises `UnwritableOutput` where the file cannot be written, `UsageMistake` where it is not a store that
    this version can use; the file is left as it is.
    """

    closed = False
    spent = (0, 0)
    """Requests and bytes that the run had cost when it was last interrupted."""

    def __init__(self, path: Path | None, question: str, now: datetime, *, refresh: bool = False) -> None:
        self._name = "temporary store" if path is None else str(path)
        self._now = int(now.timestamp())
        self._refresh = refresh
        youngest = [value for age, seconds in AGES.items() for value in (age, self._now - seconds)]
        self._limits = (self._now + SKEW, *youngest)
        self._missed: dict[tuple[str, str, str], int] = {}
        """From which place on a key has no exchange, as long as nobody else writes."""
        self._version: object = None
        if path is not None:
            _make(path)
        with self._guarded():
            self._base = sqlite3.connect(
                "" if path is None else path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
        try:
            with self._guarded():
                self._prepare()
                self._leases = Leases(self._base)
                self.vectors = Vectors(self._base)
                self._run = self._begin(f"refresh {question}" if refresh else question)
        except BaseException:
            self._base.close()
            raise

    def _prepare(self) -> None:
        base = self._base
        application = base.execute("PRAGMA application_id").fetchone()[0]
        version = base.execute("PRAGMA user_version").fetchone()[0]
        empty = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if application != APPLICATION and not empty:
            raise UsageMistake(f"{self._name}: a database of another program, not an evidence store")
        if version > VERSION:
            raise UsageMistake(
                f"{self._name}: written by a newer citecheck (store {version}, this one knows {VERSION});"
                " use --cache FILE or --no-cache"
            )
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        if version < VERSION:
            self._create()

    def _create(self) -> None:
        with self._writing():
            if self._base.execute("PRAGMA user_version").fetchone()[0] >= VERSION:
                return  # another run was faster
            script = files("citecheck.store").joinpath("schema.sql").read_text("utf-8")
            for statement in script.split(";"):
                self._base.execute(statement)
            self._base.execute(f"PRAGMA application_id={APPLICATION}")
            self._base.execute(f"PRAGMA user_version={VERSION}")

    def _begin(self, question: str) -> int:
        """The unfinished run of this question, else a new one."""
        with self._writing():
            found = self._base.execute(
                "SELECT id, requests, bytes FROM runs"
                " WHERE question=? AND NOT finished AND started BETWEEN ? AND ? ORDER BY id DESC LIMIT 1",
                (question, self._now - RESUME, self._now + SKEW),
            ).fetchone()
            if found is not None:
                self.spent = (int(found[1]), int(found[2]))
                return int(found[0])
            made = self._base.execute(
                "INSERT INTO runs (question, started) VALUES (?, ?)", (question, self._now)
            ).lastrowid
            assert made is not None
            return made

    def find(self, url: str, purpose: Purpose, nth: int = 0, cookies: str = "") -> Exchange | None:
        """The `nth` exchange of this run for this URL, else one of an earlier run that is young enough."""
        key = (key_of(url), purpose.value, cookies)
        with self._guarded():
            if self._is_missing(key, nth):
                return None
            row = self._base.execute(
                "SELECT e.* FROM uses u JOIN exchanges e ON e.id = u.exchange"
                " WHERE u.run=? AND u.url=? AND u.purpose=? AND u.cookies=? AND u.nth=?",
                (self._run, *key, nth),
            ).fetchone()
            if row is None and nth == 0 and not self._refresh:
                row = self._young(key)
        if row is None:
            self._missed[key] = nth
            return None
        return exchange_of(url, row)

    def _is_missing(self, key: tuple[str, str, str], nth: int) -> bool:
        """Whether it was looked for in vain and nothing was written since: each exchange is looked for
        before its turn comes, and once more when it is to be asked for."""
        if nth < self._missed.get(key, nth + 1):
            return False
        version = self._base.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._missed.clear()
        return key in self._missed

    def _young(self, key: tuple[str, str, str]) -> tuple[object, ...] | None:
        """The newest exchange of any run that still counts; noted as used by this run."""
        row: tuple[object, ...] | None = self._base.execute(YOUNG, (*key, *self._limits)).fetchone()
        if row is not None and exchange_of("", row) is None:
            return None
        if row is not None:
            with self._writing():
                self._use(key, row[0])
        return row

    def save(
        self, exchange: Exchange, purpose: Purpose, cookies: str = "", *, cost: tuple[int, int] = (0, 0)
    ) -> None:
        """Keep an exchange; it is on disk when this returns. One that redirects to an address with a secret
        is not kept: without its secret the next step could not be asked, and secrets are not kept."""
        if has_secret(exchange.header("location") or ""):
            self.release(exchange.url, purpose, cookies)
            return
        key = (key_of(exchange.url), purpose.value, cookies)
        self._missed.pop(key, None)
        values = (*key, *row_of(exchange, purpose))
        with self._guarded(), self._writing():
            made = self._base.execute(
                "INSERT INTO exchanges (url, purpose, cookies, at, age, status, failure, detail, headers,"
                " truncated, packed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            ).lastrowid
            self._use(key, made)
            self._leases.release(key)
            self._base.execute(
                "UPDATE runs SET requests=requests+?, bytes=bytes+? WHERE id=?", (*cost, self._run)
            )

    def claim(self, url: str, purpose: Purpose, cookies: str = "") -> bool:
        """Take the right to ask; false while another run is asking the same. `save` gives it up."""
        key = (key_of(url), purpose.value, cookies)
        with self._guarded():
            if self._leases.take(key):
                return True
            with self._writing():
                return self._leases.claim(key)

    def release(self, url: str, purpose: Purpose, cookies: str = "") -> None:
        """Give up the right to ask without an answer."""
        with self._guarded(), self._writing():
            self._leases.release((key_of(url), purpose.value, cookies))

    def _use(self, key: tuple[str, str, str], exchange: object) -> None:
        self._base.execute(
            "INSERT INTO uses (run, url, purpose, cookies, nth, exchange) SELECT ?, ?, ?, ?, count(*), ?"
            " FROM uses WHERE run=? AND url=? AND purpose=? AND cookies=?",
            (self._run, *key, exchange, self._run, *key),
        )

    def finish(self) -> None:
        """The run has come to its end: next time its question is asked anew. Drops what no age covers."""
        with self._guarded(), self._writing():
            self._base.execute("UPDATE runs SET finished=1 WHERE id=?", (self._run,))
            limit = self._now - max(AGES.values())
            self._base.execute(
                "DELETE FROM uses WHERE run IN (SELECT id FROM runs WHERE started<?)", (limit,)
            )
            self._base.execute("DELETE FROM runs WHERE started<?", (limit,))
            self._base.execute(
                "DELETE FROM exchanges WHERE at<? AND id NOT IN (SELECT exchange FROM uses)", (limit,)
            )

    def close(self) -> None:
        """Give up all leases and close the file."""
        try:
            with self._guarded(), self._writing():
                self._leases.drop()
        finally:
            self._base.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, kept whole or not at all."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """A store that cannot be used is a user's matter: one line that says what to do."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise UnwritableOutput(f"{self._name}: {error}; use --cache FILE or --no-cache") from error
        except sqlite3.DatabaseError as error:
            raise UsageMistake(
                f"{self._name}: not a readable evidence store ({error});"
                " delete it, or use --cache FILE or --no-cache"
            ) from error


def _make(path: Path) -> None:
    """The file and its folder: nobody else's to read, and kept out of version control."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
            if path.parent.name == ".citecheck":
                (path.parent / ".gitignore").write_text("*\n", "utf-8")
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
    except OSError as error:
        raise UnwritableOutput(
            f"{path}: cannot be written ({error.strerror}); use --cache FILE or --no-cache"
        ) from error
