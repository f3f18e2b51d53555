"""Compiled templates are kept beside their sources, and are never a reason for a report to fail."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from citecheck.report import html, template_cache
from tests.report.build import audit_of

AUDIT = audit_of({"notes": [{"links": [{"raw": "https://a.example/"}]}]})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(template_cache, "TEMPLATES", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path / "__pycache__"


def report() -> str:
    html._environment.cache_clear()
    return html.render(AUDIT, b"")


def test_the_second_report_is_made_of_what_the_first_has_compiled(folder: Path) -> None:
    first = report()
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    assert len(kept) == 2
    assert report() == first
    assert {path: path.read_bytes() for path in folder.iterdir()} == kept


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x00" * 400], ids=["empty", "cut", "overwritten"])
def test_a_damaged_file_is_compiled_again(folder: Path, damage: bytes) -> None:
    first = report()
    for path in folder.iterdir():
        head = path.read_bytes()[: len(damage) // 2]
        path.write_bytes(head + damage)
    assert report() == first


def test_a_place_that_cannot_be_written_to_is_no_trouble(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    assert "https://a.example/" in report()
