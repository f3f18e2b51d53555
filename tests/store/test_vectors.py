"""Vectors of sentences in the store: kept over runs, shared by runs, no trouble to anybody."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citecheck.store import Store
from citecheck.store import vectors as module

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def test_vectors_outlive_a_run_and_are_shared(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    with Store(path, "a book", NOW) as one, Store(path, "another", NOW) as other:
        one.vectors.keep({"a": b"1", "b": b"2"})
        other.vectors.keep({"b": b"other", "c": b"3"})
        assert other.vectors.find(["a", "b", "d"]) == {"a": b"1", "b": b"2"}
    with Store(path, "a book", NOW) as later:
        many = [f"k{at}" for at in range(1500)]
        later.vectors.keep(dict.fromkeys(many, b"v"))
        assert later.vectors.find(["c", *many]) == {"c": b"3", **dict.fromkeys(many, b"v")}


def test_a_store_from_before_there_were_vectors_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    Store(path, "a book", NOW).close()
    with sqlite3.connect(path) as base:
        base.execute("DROP TABLE vectors")
        version = base.execute("PRAGMA user_version").fetchone()
    base.close()
    with Store(path, "a book", NOW) as store:
        store.vectors.keep({"a": b"1"})
        assert store.vectors.find(["a"]) == {"a": b"1"}
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA user_version").fetchone() == version
    base.close()


def test_only_the_latest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    with Store(tmp_path / "cache.db", "a book", NOW) as store:
        for key in "abcde":
            store.vectors.keep({key: key.encode()})
        assert set(store.vectors.find(list("abcde"))) == {"c", "d", "e"}


def test_a_table_that_is_lost_ends_no_run(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    with Store(path, "a book", NOW) as store:
        with sqlite3.connect(path) as base:
            base.execute("DROP TABLE vectors")
        base.close()
        store.vectors.keep({"a": b"1"})
        assert store.vectors.find(["a"]) == {}
        store.finish()
