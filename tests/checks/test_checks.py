"""What all checks promise: a page for users, messages that can be acted upon, one finding a note."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citecheck import checks
from citecheck.checks import CHECKS, judge
from citecheck.model import Severity
from tests.report.build import audit_of
from tests.report.sample import sample

HEADINGS = ["## What it means", "## Why it matters", "## Example", "## What to do"]


@pytest.mark.parametrize("check", CHECKS)
def test_page_answers_the_four_questions_in_80_columns(check: str) -> None:
    page = checks.page(check)
    assert page.startswith(f"# {check}\n\n{checks.summary(check)}\n")
    assert [line for line in page.splitlines() if line.startswith("## ")] == HEADINGS
    assert max(map(len, page.splitlines())) <= 80
    assert checks.summary(check).endswith((".", ";"))


@pytest.mark.parametrize("check", CHECKS)
def test_id_is_the_key(check: str) -> None:
    assert check == CHECKS[check].ID
    assert CHECKS[check].SEVERITY in Severity


def test_unknown_check_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        checks.page("link-missing")


def test_findings_stand_by_line_and_say_what_to_do() -> None:
    findings = judge(sample())
    assert [one.line for one in findings] == sorted(one.line for one in findings)
    for one in findings:
        assert one.message[0].isupper() or one.message[0] in "“"
        assert re.search(r"[.!?…]”?$|https?://\S+$", one.message), one.message
        assert one.advice
        assert one.subject, one.check
        json.dumps(dict(one.evidence))


def test_sample_shows_every_check() -> None:
    assert set(CHECKS) - {one.check for one in judge(sample())} == {"baseline-stale"}


def test_messages_name_no_note_of_their_own() -> None:
    """Formats say which note; a number in the message would not survive renumbering."""
    case = {
        "notes": [{"number": 4711, "id": "4711", "links": [{"raw": "https://a.example/x", "status": "gone"}]}]
    }
    (finding,) = judge(audit_of(case))
    assert "4711" not in finding.message
    assert finding.note == 4711


def test_page_not_available_is_never_called_wrong() -> None:
    bad = {Severity.ERROR, Severity.WARNING}
    for status in ("blocked", "restricted", "unreachable", "not-checked", "refused"):
        link = {"raw": "https://a.example/x", "status": status}
        quote = {"exact": "a passage that nobody could look up", "verdict": "not-checkable", "source": None}
        findings = judge(audit_of({"notes": [{"links": [link], "quotes": [quote]}]}))
        assert findings
        assert not bad & {one.severity for one in findings}


def test_fixture_folders_are_checks() -> None:
    folders = {path.name for path in (Path(__file__).parents[2] / "fixtures" / "checks").iterdir()}
    assert folders <= set(CHECKS)
