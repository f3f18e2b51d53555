"""An editor's way round: report, decisions in the browser, `citecheck review`, the next audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.cli import main
from tests.report.browser import CHROMIUM, Browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian package chromium)"),
]
TEXT = (
    "The mill stood by the river.1 It burned in the great fire.2 Nobody rebuilt it.3\n\nNotes\n\n"
    "1. Miller. Mills. URL: http://http://www.b.example/y.b.example/y\n"
    "2. Baker. Fires. URL: https://c.example/fires\n"
    "3. Carter. Carts. URL: https://d.example/carts-and-\n"
)
DECIDE = """(note, choice, reason) => {
  for (const one of document.querySelectorAll(`#${note} ul>li`)) {
    one.querySelector('.decide').click();
    const select = one.querySelector('.decision select');
    select.value = choice; select.dispatchEvent(new Event('change'));
    const box = one.querySelector('.decision input');
    if (reason) { box.value = reason; box.dispatchEvent(new Event('input')); }
  }
}"""
KEEP = "URL.createObjectURL = blob => { window.exported = blob; return 'data:,'; }"


def audited(*words: str) -> list[dict[str, Any]]:
    main(["audit", "m.txt", "--offline", "--no-cache", "--now", "2026-01-15", "-q", "-o", "out", *words])
    found: list[dict[str, Any]] = json.loads(Path("out/report.json").read_text("utf-8"))["findings"]
    return found


def test_what_was_accepted_or_ignored_is_gone_and_what_is_mended_later_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.txt").write_text(TEXT)
    before = audited()
    assert {one["note"] for one in before} == {1, 2, 3}
    with Browser() as browser:
        browser.open(tmp_path / "out" / "report.html")
        for note, choice, reason in (
            ("note-1", "accept", ""),
            ("note-2", "ignore", "seen in print"),
            ("note-3", "later", ""),
        ):
            browser.evaluate(f"({DECIDE})('{note}', '{choice}', '{reason}')")
        browser.evaluate(KEEP)
        browser.evaluate("document.getElementById('export').click()")
        Path("decisions.json").write_text(browser.evaluate("window.exported.text()"), "utf-8")
        browser.evaluate("localStorage.clear()")
        assert browser.errors == []
    assert main(["review", "decisions.json"]) == 0
    accepted = ["--baseline", ".citecheck-baseline.json"]
    after = audited(*accepted, "--new-only")
    assert {one["note"] for one in after} == {3}
    assert len(after) == sum(one["note"] == 3 for one in before)
    reasons = {one["note"]: (one["accepted"] or {}).get("reason") for one in audited(*accepted)}
    assert reasons == {1: "accepted in review", 2: "seen in print", 3: None}
