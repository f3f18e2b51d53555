"""The evidence store: what it answers, for how long, to whom, and what it says when it cannot."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from citecheck.errors import CitecheckError, UnwritableOutput, UsageMistake
from citecheck.model import Exchange, FailureKind, Purpose
from citecheck.store import Store

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
URL = "https://a.example/page"
LIVE, REPLAY, INDEX, SECOND = Purpose.LIVE, Purpose.REPLAY, Purpose.INDEX, Purpose.SECOND_LOOK
MEMENTO = (("memento-datetime", "Mon, 01 Jan 2018 00:00:00 GMT"),)

Open = Callable[..., Store]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".citecheck" / "cache.db"


@pytest.fixture
def opened(path: Path) -> Open:
    def open_store(question: str = "a book", now: datetime = NOW, *, refresh: bool = False) -> Store:
        return Store(path, question, now, refresh=refresh)

    return open_store


def answer(status: int = 200, body: bytes = b"<p>Hello", url: str = URL, when: datetime = NOW) -> Exchange:
    return Exchange(url, when, status, (("content-type", "text/html"),), body)


def failure(kind: FailureKind = FailureKind.DNS) -> Exchange:
    return Exchange(URL, NOW, failure=kind, detail="in words")


@pytest.mark.parametrize(
    "exchange",
    [
        answer(),
        answer(404, b""),
        answer(body=bytes(range(256)) * 10_000),
        Exchange(URL, NOW, 200, (("x", "ä"), ("x", "b")), b"cut", truncated=True),
        failure(FailureKind.TLS),
    ],
)
def test_what_comes_out_is_what_went_in(exchange: Exchange, opened: Open) -> None:
    with opened() as store:
        store.save(exchange, LIVE)
    with opened() as store:
        assert store.find(URL, LIVE) == exchange


def test_an_unfinished_run_goes_on_with_good_and_bad(opened: Open) -> None:
    with opened() as store:
        for exchange in (failure(FailureKind.RESET), answer(503), answer()):
            store.save(exchange, LIVE)
    with opened(now=NOW + timedelta(days=2)) as store:
        assert store.find(URL, LIVE, 0) == failure(FailureKind.RESET)
        assert store.find(URL, LIVE, 1) == answer(503)
        assert store.find(URL, LIVE, 2) == answer()
        assert store.find(URL, LIVE, 3) is None


def test_an_unfinished_run_of_long_ago_does_not(opened: Open) -> None:
    with opened() as store:
        store.save(failure(), LIVE)
    with opened(now=NOW + timedelta(days=8)) as store:
        assert store.find(URL, LIVE) is None


AGES = [
    (answer(), LIVE, timedelta(days=7)),
    (answer(301), LIVE, timedelta(days=7)),
    (answer(404), LIVE, timedelta(days=1)),
    (answer(410), SECOND, timedelta(days=1)),
    (answer(), INDEX, timedelta(days=7)),
    (Exchange(URL, NOW, 404, MEMENTO, b"x"), REPLAY, timedelta(days=30)),
    (answer(302), REPLAY, timedelta(days=30)),
    (answer(404), REPLAY, timedelta(days=1)),
    (answer(403), LIVE, None),
    (answer(503), LIVE, None),
    (answer(429), INDEX, None),
    (failure(), LIVE, None),
    (Exchange(URL, NOW, 200, (), b"half", truncated=True), LIVE, None),
]


@pytest.mark.parametrize(("exchange", "purpose", "age"), AGES)
def test_between_runs_ages_apply(
    exchange: Exchange, purpose: Purpose, age: timedelta | None, opened: Open
) -> None:
    with opened() as store:
        store.save(exchange, purpose)
        store.finish()
    if age is None:
        with opened() as store:
            assert store.find(URL, purpose) is None
        return
    with opened("young", NOW + age - timedelta(minutes=1)) as store:
        assert store.find(URL, purpose) == exchange
    with opened("old", NOW + age + timedelta(minutes=1)) as store:
        assert store.find(URL, purpose) is None


def test_evidence_from_the_future_is_not_trusted(opened: Open) -> None:
    with opened() as store:
        store.save(answer(when=NOW + timedelta(days=3)), LIVE)
        store.finish()
    with opened("another") as store:
        assert store.find(URL, LIVE) is None


def test_a_run_keeps_what_it_has_used_however_old_it_grows(opened: Open) -> None:
    with opened() as store:
        store.save(answer(404), LIVE)
        store.finish()
    with opened("another", NOW + timedelta(hours=23)) as store:
        assert store.find(URL, LIVE) == answer(404)
    with opened("another", NOW + timedelta(hours=25)) as store:
        assert store.find(URL, LIVE) == answer(404), "the same run, gone on"
        store.save(answer(200), LIVE)
        assert store.find(URL, LIVE, 1) == answer(200)


def test_refresh_asks_again_but_resumes_itself(opened: Open) -> None:
    with opened() as store:
        store.save(answer(body=b"old"), LIVE)
        store.finish()
    with opened(refresh=True) as store:
        assert store.find(URL, LIVE) is None
        store.save(answer(body=b"new"), LIVE)
    with opened(refresh=True) as store:
        assert store.find(URL, LIVE) == answer(body=b"new")


def test_purposes_cookies_and_urls_are_told_apart(opened: Open) -> None:
    with opened() as store:
        store.save(answer(), LIVE, "abc")
        assert store.find(URL, LIVE) is None
        assert store.find(URL, LIVE, 0, "abc") is not None
        assert store.find(URL, SECOND, 0, "abc") is None
        assert store.find(URL + "/", LIVE, 0, "abc") is None
        assert store.find(URL + "#part", LIVE, 0, "abc") is not None


def test_secrets_are_not_kept(opened: Open, path: Path) -> None:
    secret = "https://a.example/x?token=sesame"
    with opened() as store:
        store.save(answer(url=secret), LIVE)
        store.save(Exchange(URL, NOW, 302, (("location", secret),)), LIVE)
        store.save(Exchange(f"{URL}2", NOW, 200, (("link", f"<{secret}>"),)), LIVE)
        found = store.find(secret, LIVE)
        assert found is not None
        assert found.url == secret
        assert store.find("https://a.example/x?token=other", LIVE) is None
        assert store.find(URL, LIVE) is None
    for file in path.parent.iterdir():
        assert b"sesame" not in file.read_bytes()


def test_the_folder_is_private_and_out_of_version_control(opened: Open, path: Path) -> None:
    opened().close()
    assert (path.parent / ".gitignore").read_text() == "*\n"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_temporary_store_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(None, "a book", NOW) as store:
        store.save(answer(), LIVE)
        assert store.find(URL, LIVE) == answer()
    assert list(tmp_path.iterdir()) == []


def test_two_runs_share_one_store(opened: Open) -> None:
    with opened("one") as first, opened("two") as second:
        assert first.claim(URL, LIVE)
        assert first.claim(URL, LIVE), "its own claim"
        assert not second.claim(URL, LIVE)
        first.save(answer(), LIVE)
        assert second.find(URL, LIVE) == answer()
        assert second.claim(URL, LIVE)
        second.release(URL, LIVE)
        second.claim(URL + "2", LIVE)
    with opened("three") as third:
        assert third.claim(URL + "2", LIVE), "claims end with their run"


def test_what_was_looked_for_in_vain_is_found_once_it_is_there(opened: Open) -> None:
    with opened("one") as first, opened("two") as second:
        for _ in range(3):
            assert first.find(URL, LIVE) is None
        second.save(answer(), LIVE)
        assert first.find(URL, LIVE) == answer(), "another run has asked meanwhile"
        for _ in range(3):
            assert first.find(URL, LIVE, 1) is None
            assert first.find(URL, SECOND) is None
        first.save(answer(404), LIVE)
        first.save(answer(410), SECOND)
        assert first.find(URL, LIVE, 1) == answer(404)
        assert first.find(URL, LIVE, 2) is None
        assert first.find(URL, SECOND) == answer(410)


def test_a_dead_runs_claims_are_free_after_a_while(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    silent, alive = opened("one"), opened("two")
    assert silent.claim(URL, LIVE)
    assert not alive.claim(URL, LIVE)
    monkeypatch.setattr("time.time", lambda: NOW.timestamp() + 1e9)
    assert alive.claim(URL, LIVE)
    silent.close()
    alive.close()


def test_a_killed_runs_claims_are_free_at_once(path: Path, opened: Open) -> None:
    script = (
        "import os, sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from citecheck.model import Purpose; from citecheck.store import Store\n"
        "store = Store(Path(sys.argv[1]), 'a book', datetime(2026, 11, 23, tzinfo=UTC))\n"
        "store.claim(sys.argv[2], Purpose.LIVE)\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path), URL], check=True)
    with opened() as store:
        assert store.claim(URL, LIVE)


def refusal_of(path: Path) -> tuple[CitecheckError, bytes]:
    before = path.read_bytes()
    with pytest.raises(CitecheckError) as caught:
        Store(path, "a book", NOW)
    assert path.read_bytes() == before, "the store is unharmed"
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return caught.value, before


def test_a_newer_store_is_left_alone(opened: Open, path: Path) -> None:
    opened().close()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version=99")
    base.close()
    mistake, _ = refusal_of(path)
    assert isinstance(mistake, UsageMistake)
    assert "newer citecheck" in str(mistake)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE photos (id)")
    base.close()
    assert "another program" in str(refusal_of(path)[0])


def test_a_damaged_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"not a database, and long enough to be taken for one" * 100)
    mistake, _ = refusal_of(path)
    assert isinstance(mistake, UsageMistake)
    assert "--no-cache" in str(mistake)


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "cache.db", tmp_path):
        with pytest.raises(UnwritableOutput, match="cannot be written") as caught:
            Store(path, "a book", NOW)
        assert "--no-cache" in str(caught.value)


def test_a_store_is_not_written_through_a_symbolic_link(tmp_path: Path) -> None:
    target = tmp_path / "target"
    (tmp_path / "cache.db").symlink_to(target)
    with pytest.raises(UnwritableOutput):
        Store(tmp_path / "cache.db", "a book", NOW)
    assert not target.exists()


def test_a_full_disk_is_told_and_harms_nothing(opened: Open, path: Path) -> None:
    with opened() as store:
        store.save(answer(), LIVE)
        pages = store._base.execute("PRAGMA page_count").fetchone()[0]
        store._base.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(UnwritableOutput, match="full"):
            store.save(answer(body=os.urandom(1_000_000), url=URL + "2"), LIVE)
        store._base.execute("PRAGMA max_page_count=1000000")
    with opened() as store:
        assert store.find(URL, LIVE) == answer()
        assert store.find(URL + "2", LIVE) is None
        assert store._base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_damaged_row_is_asked_again(opened: Open, path: Path) -> None:
    with opened() as store:
        store.save(answer(), LIVE)
        store.save(answer(url=URL + "2"), LIVE)
        store.finish()
    with sqlite3.connect(path) as base:
        base.execute("UPDATE exchanges SET body=? WHERE url=?", (b"\x00broken", URL))
        base.execute("UPDATE exchanges SET body=? WHERE url<>?", (zlib.compress(bytes(50_000_000)), URL))
    base.close()
    with opened("another") as store:
        assert store.find(URL, LIVE) is None
        assert store.find(URL + "2", LIVE) is None
        store.save(answer(), LIVE)
        assert store.find(URL, LIVE) == answer()


def test_old_evidence_is_thrown_away(opened: Open, path: Path) -> None:
    with opened() as store:
        store.save(answer(), LIVE)
        store.finish()
    with opened("another", NOW + timedelta(days=40)) as store:
        store.finish()
        assert store._base.execute("SELECT count(*) FROM exchanges").fetchone() == (0,)
