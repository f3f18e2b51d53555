"""Accepting findings from the command line: create, audit against it, prune, review, new findings only."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citecheck.cli import main
from citecheck.model import Exchange
from citecheck.store.recorder import Recorder

TEXT = (
    "A body that calls a note.1 And one more that calls another.2\n\n"
    "Notes\n\n1 A source. URL: https://a.example/x\n2 Another. URL: http://http://www.b.example/y.b.example/y\n"
)
OFFLINE = ["--offline", "--no-cache", "--now", "2026-01-15", "-f", "json"]


@pytest.fixture
def audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.txt").write_text(TEXT)
    assert main(["audit", "m.txt", *OFFLINE, "-o", "r"]) in (0, 1)
    return tmp_path


def findings(folder: Path, name: str = "r") -> list[dict[str, object]]:
    report = json.loads((folder / name / "report.json").read_text("utf-8"))
    found: list[dict[str, object]] = report["findings"]
    return found


def test_what_is_accepted_fails_nothing_and_new_only_leaves_it_out(
    audited: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    create = ["baseline", "create", "--report", "r/report.json", "--reason", "known before"]
    assert main(create) == 0
    before = findings(audited)
    assert before
    gate = ["--fail-on", "unknown", "--baseline", ".citecheck-baseline.json", "-o", "again"]
    assert main(["audit", "m.txt", *OFFLINE, *gate]) == 0
    again = findings(audited, "again")
    assert len(again) == len(before)
    assert {finding["accepted"]["reason"] for finding in again} == {"known before"}  # type: ignore[index]
    assert main(["audit", "m.txt", *OFFLINE, *gate, "--new-only"]) == 0
    assert findings(audited, "again") == []
    (audited / "m.txt").write_text(
        TEXT.replace("another.2", "another.2 A third.3") + "3 New. www.c.example/z\n"
    )
    assert main(["audit", "m.txt", *OFFLINE, *gate, "--new-only"]) == 1
    assert {finding["note"] for finding in findings(audited, "again")} == {3}
    assert main(create) == 2
    assert "exists already" in capfd.readouterr().err


def test_a_note_put_in_before_opens_nothing_again(audited: Path) -> None:
    main(["baseline", "create", "--report", "r/report.json", "--reason", "known"])
    renumbered = (
        "A new start that calls a note.1 A body that calls a note.2 And one more that calls another.3\n\n"
        "Notes\n\n1 A book, 1999.\n2 A source. URL: https://a.example/x\n"
        "3 Another. URL: http://http://www.b.example/y.b.example/y\n"
    )
    (audited / "m.txt").write_text(renumbered)
    gate = ["--baseline", ".citecheck-baseline.json", "--new-only", "-o", "again"]
    main(["audit", "m.txt", *OFFLINE, *gate])
    assert findings(audited, "again") == []


def test_update_and_prune(audited: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (audited / "r" / "less.json").write_text(
        json.dumps({"schema": "citecheck/report/1", "findings": findings(audited)[:1]})
    )
    assert main(["baseline", "create", "--report", "r/less.json", "--reason", "one"]) == 0
    assert main(["baseline", "update", "--report", "r/report.json", "--reason", "rest", "--by", "ed"]) == 0
    entries = json.loads(Path(".citecheck-baseline.json").read_text())["entries"]
    assert len(entries) == len(findings(audited))
    assert sorted({entry["reason"] for entry in entries}) == ["one", "rest"]
    assert main(["baseline", "prune", "--report", "r/report.json"]) == 2
    assert "with --baseline" in capfd.readouterr().err
    assert main(["baseline", "update", "--report", "r/report.json"]) == 2
    assert capfd.readouterr().err == "citecheck: say why: --reason TEXT\n"
    assert main(["baseline", "prnue", "--report", "r/report.json"]) == 2
    assert "did you mean prune?" in capfd.readouterr().err
    assert main(["baseline", "update", "--report", "m.txt", "--reason", "x"]) == 2


@pytest.mark.parametrize("more", [[], ["--new-only"]])
def test_prune_removes_what_no_longer_occurs_and_nothing_else(audited: Path, more: list[str]) -> None:
    entries = accepted_of(audited)
    (audited / "m.txt").write_text(TEXT.replace("another.2", "another.2 A third.3"))
    against = ["--baseline", ".citecheck-baseline.json", *more]
    main(["audit", "m.txt", *OFFLINE, *against, "-o", "again"])
    assert main(["baseline", "prune", "--report", "again/report.json"]) == 0
    assert kept() == entries, "a new finding takes nothing away"
    (audited / "m.txt").write_text(TEXT.replace("http://http://www.b.example/y.b.example/y", "A book."))
    main(["audit", "m.txt", *OFFLINE, *against, "-o", "again"])
    stale = {one["fingerprint"] for one in findings(audited, "again") if one["check"] == "baseline-stale"}
    assert main(["baseline", "prune", "--report", "again/report.json"]) == 0
    assert len(stale) == 2, "the damaged address, and that it was not asked"
    assert kept() == entries - stale
    assert kept()


def accepted_of(folder: Path) -> set[str]:
    """A baseline of the report's findings, and their fingerprints."""
    assert main(["baseline", "create", "--report", "r/report.json", "--reason", "known"]) == 0
    return {str(one["fingerprint"]) for one in findings(folder)}


def kept() -> set[str]:
    return {one["fingerprint"] for one in json.loads(Path(".citecheck-baseline.json").read_text())["entries"]}


def test_what_was_not_asked_is_not_called_gone(audited: Path) -> None:
    """A change is checked offline: what the weekly run found of the pages still stands."""
    with Recorder(Path("w.warc")) as recorder:
        for url in ("https://a.example/x", "http://www.b.example/y"):
            gone = Exchange(url, datetime(2026, 1, 15, tzinfo=UTC), 404, (), b"")
            recorder.write(gone)
    replay = ["--replay", "w.warc", *OFFLINE[1:]]
    assert main(["audit", "m.txt", *replay, "-o", "r"]) == 1
    entries = accepted_of(audited)
    assert {one["check"] for one in findings(audited)} >= {"link-gone"}
    against = ["--baseline", ".citecheck-baseline.json", "--new-only", "-o", "again"]
    main(["audit", "m.txt", *OFFLINE, *against])
    assert [one for one in findings(audited, "again") if one["check"] == "baseline-stale"] == []
    assert main(["baseline", "prune", "--report", "again/report.json"]) == 0
    assert kept() == entries


def test_decisions_out_of_a_report(audited: Path) -> None:
    decided = [
        {**{key: finding[key] for key in ("fingerprint", "check", "note")}, "decision": "accept"}
        for finding in findings(audited)
    ]
    Path("decisions.json").write_text(json.dumps({"schema": "citecheck/decisions/1", "decisions": decided}))
    assert main(["review", "decisions.json"]) == 0
    gate = ["--fail-on", "unknown", "--baseline", ".citecheck-baseline.json", "-o", "again"]
    assert main(["audit", "m.txt", *OFFLINE, *gate]) == 0


def test_an_ignore_in_the_note_fails_nothing(audited: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ignore = "[[citecheck: ignore[link-not-checked] asked by hand]]"
    (audited / "m.txt").write_text(TEXT.replace("https://a.example/x", f"https://a.example/x {ignore}"))
    main(["audit", "m.txt", *OFFLINE, "-o", "again"])
    reasons = {
        finding["note"]: (finding["accepted"] or {"reason": None})["reason"]  # type: ignore[index]
        for finding in findings(audited, "again")
        if finding["check"] == "link-not-checked"
    }
    assert reasons == {1: "asked by hand", 2: None}
    report = json.loads((audited / "again" / "report.json").read_text("utf-8"))
    assert report["notes"][0]["urls"][0]["url"] == "https://a.example/x"
    misspelt = ignore.replace("link-not-checked", "link-not-cheked")
    (audited / "m.txt").write_text(TEXT.replace("https://a.example/x", f"https://a.example/x {misspelt}"))
    capfd.readouterr()
    main(["audit", "m.txt", *OFFLINE, "-o", "again"])
    assert "did you mean link-not-checked?" in capfd.readouterr().err


@pytest.mark.parametrize("content", ["{", '{"version": 1}', '{"version": 9, "entries": []}'])
def test_a_bad_baseline_is_one_line(audited: Path, capfd: pytest.CaptureFixture[str], content: str) -> None:
    Path("bad.json").write_text(content)
    assert main(["audit", "m.txt", *OFFLINE, "--baseline", "bad.json"]) == 2
    err = capfd.readouterr().err
    assert err.count("\n") == 1
    assert "bad.json" in err


PAGE = (
    b"<title>News of the day</title><p>"
    + b"Today a new bridge was opened over the river, and nobody came. " * 20
)
OLD = (
    b"<title>Customs tariff</title><p>"
    + b"The duty of 1869 was raised by four per cent in every harbour. " * 20
)


def drifting(capture: bytes) -> list[str]:
    """Arguments that play a living page beside its archived copy."""
    when, kind = datetime(2026, 1, 15, tzinfo=UTC), ("content-type", "text/html")
    copy = "https://web.archive.org/web/20190701120000id_/https://a.example/x"
    memento = ("memento-datetime", "Mon, 01 Jul 2019 00:00:00 GMT")
    with Recorder(Path("w.warc")) as recorder:
        recorder.write(Exchange("https://a.example/x", when, 200, (kind,), PAGE))
        recorder.write(Exchange(copy, when, 200, (kind, memento), capture))
    return ["audit", "m.txt", "--replay", "w.warc", "--now", "2026-01-15", "-f", "json"]


def test_a_drift_that_was_not_looked_for_is_not_called_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.txt").write_text("A body with a note.1\n\nNotes\n\n1 A source, 2019. URL: https://a.example/x\n")
    main([*drifting(OLD), "--drift", "-o", "r"])
    assert [one["check"] for one in findings(tmp_path)] == ["link-drifted"]
    entries = accepted_of(tmp_path)
    against = ["--baseline", ".citecheck-baseline.json", "-o", "again"]
    main([*drifting(OLD), *against])
    assert findings(tmp_path, "again") == [], "nobody asked the archive"
    main([*drifting(PAGE), "--drift", *against])
    assert [one["check"] for one in findings(tmp_path, "again")] == ["baseline-stale"]
    main(["baseline", "prune", "--report", "again/report.json"])
    assert entries
    assert kept() == set()
