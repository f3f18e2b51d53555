"""The terminal report: 80 columns, worst first, what to do next, no colour unless asked for."""

from __future__ import annotations

import unicodedata

import pytest

from citecheck.report import FORMATS, terminal
from citecheck.report.summary import worst_first
from tests.report.build import audit_of
from tests.report.hostile import hostile_case
from tests.report.sample import sample


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_fits_the_width(width: int) -> None:
    for audit in (sample(), audit_of(hostile_case())):
        text = terminal.text(audit, width=width, fold=True, limit=1000)
        assert max(map(columns, text.splitlines())) <= width
        assert all(line == line.rstrip() for line in text.splitlines())


def test_off_a_terminal_an_address_stays_in_one_piece() -> None:
    """It is searched for in a log, and copied out of it; all other lines keep to the width."""
    long = f"https://www.archive.example/{'collection-of-papers/' * 8}2018.html"
    gone = {"raw": long, "status": "gone"}
    text = terminal.text(audit_of({"notes": [{"links": [gone]}]}))
    assert f" {long}\n" in text
    assert max(columns(line) for line in text.splitlines() if long not in line) <= 80
    assert long not in terminal.text(audit_of({"notes": [{"links": [gone]}]}), fold=True)


def test_findings_that_say_the_same_of_several_addresses_say_so() -> None:
    gone = [{"links": [{"raw": f"https://a.example/{n}", "status": "gone"}]} for n in (1, 2, 2)]
    audit = audit_of({"notes": gone})
    short = terminal.text(audit, limit=2)
    assert "The same of other addresses ×2: note 2, note 3\n" in short
    every = terminal.text(audit, limit=100)
    assert "https://a.example/1\n" in every
    assert "https://a.example/2\n" in every
    assert "The same ×1: note 3\n" in every


def test_why_an_address_was_not_asked_is_told_once() -> None:
    spent = {
        "raw": "https://a.example/",
        "status": "not-checked",
        "code": "budget",
        "reason": "The budget of 60 seconds is spent.",
    }
    text = " ".join(terminal.text(audit_of({"notes": [{"links": [spent]}]})).split())
    assert "The address was not asked. The budget of 60 seconds is spent." in text


def test_worst_first_with_what_to_do_and_how_many_more() -> None:
    text = terminal.text(sample(), limit=3)
    listed = text.partition("Worst first")[2]
    assert listed.count("✗ error") == 3
    assert listed.count("→") == 3
    assert f"and {len(sample().findings) - 3} more" in listed
    assert listed.index("quote-altered") < listed.index("quote-number-differs")


def test_errors_come_before_warnings_wherever_they_stand() -> None:
    dead = {"raw": "https://a.example/x", "status": "gone"}
    moved = {"raw": "https://a.example/y", "status": "moved", "final_url": "https://a.example/z"}
    text = terminal.text(audit_of({"notes": [{"links": [moved]}, {"links": [dead]}]})).partition("Worst")[2]
    assert text.index("note 2") < text.index("note 1")


def test_plain_unless_colour_is_asked_for() -> None:
    assert "\x1b" not in terminal.text(sample())
    coloured = terminal.text(sample(), colour=True)
    assert "\x1b[31m" in coloured
    assert "\x1b]" not in coloured


def test_brackets_of_a_title_are_text() -> None:
    assert "[bold red]markup[/bold red]" in terminal.text(audit_of(hostile_case()), width=200, limit=1000)


def test_nothing_found_says_so() -> None:
    text = terminal.text(audit_of({"notes": [{"links": [{"raw": "https://a.example/x"}]}]}))
    assert "Every address was asked" in text
    assert "1 of 1 address answers" in text
    assert "Worst first" not in text


def test_what_was_not_asked_hides_nothing_that_was_seen() -> None:
    """Offline there is one such finding for each address; the damaged address is what can be mended."""
    unasked = [{"links": [{"raw": f"https://a{n}.example/", "status": "not-checked"}]} for n in range(12)]
    damaged = {"raw": "http://http://b.example/x.b.example/x", "url": "http://b.example/x"}
    audit = audit_of({"notes": [*unasked, {"links": [damaged | {"status": "ok"}]}]})
    assert worst_first(audit.findings)[0].check == "url-repaired"
    assert "url-repaired" in terminal.text(audit).partition("Worst first")[2]


def test_line_numbers_are_written_as_an_editor_writes_them() -> None:
    far = {"links": [{"raw": "https://a.example/x", "status": "gone"}]}
    audit = audit_of({"notes": [{}] * 1300 + [far]})
    (line,) = {one.line for one in audit.findings if one.check == "link-gone"}
    assert line > 1000
    assert f"line {line}" in terminal.text(audit)
    page = str(FORMATS["html"].render(audit, b""))
    assert f"line {line}" in page
    assert f"line {line:,}" not in page
