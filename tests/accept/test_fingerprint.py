"""Findings keep their fingerprint when the manuscript is renumbered, moved about or rewrapped."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.accept import with_fingerprints
from citecheck.model import Audit
from tests.report.build import audit_of

SAMPLE: dict[str, Any] = json.loads((Path(__file__).parents[1] / "report" / "sample.json").read_text("utf-8"))


def fingerprints(audit: Audit) -> set[str]:
    assert len({one.fingerprint for one in audit.findings}) == len(audit.findings)
    return {one.fingerprint for one in audit.findings}


def renumbered(case: dict[str, Any]) -> dict[str, Any]:
    """A sound note put in first: every note and problem after it counts one more."""
    case = copy.deepcopy(case)
    case["notes"].insert(0, {"text": "A sound book.", "number": 1, "id": "1"})
    for number, note in enumerate(case["notes"], 1):
        note |= {"number": number, "id": str(number)}
        for citation in note.get("citations", ()):
            if "antecedent" in citation:
                citation["antecedent"]["note_id"] = str(int(citation["antecedent"]["note_id"]) + 1)
    for problem in case["problems"]:
        problem |= {
            "note": problem["note"] + 1,
            "note_id": str(problem["note"] + 1),
            "line": problem["line"] + 4,
        }
    return case


def rewrapped(case: dict[str, Any]) -> dict[str, Any]:
    """Other line ends, other marks, a soft break inside a word."""
    case = copy.deepcopy(case)
    for note in case["notes"]:
        for quote in note.get("quotes", ()):
            quote["exact"] = quote["exact"].replace("grain", "grain".upper()).replace(" the ", "  the ")
    return case


def test_a_note_put_in_before_reopens_nothing() -> None:
    assert fingerprints(audit_of(renumbered(SAMPLE))) == fingerprints(audit_of(SAMPLE))


def test_rewrapping_reopens_nothing() -> None:
    assert fingerprints(audit_of(rewrapped(SAMPLE))) == fingerprints(audit_of(SAMPLE))


def test_a_page_title_is_no_part_of_it() -> None:
    case = copy.deepcopy(SAMPLE)
    for note in case["notes"]:
        for link in note.get("links", ()):
            link.pop("title", None)
    assert fingerprints(audit_of(case)) == fingerprints(audit_of(SAMPLE))


def test_only_the_new_finding_is_new() -> None:
    case = copy.deepcopy(SAMPLE)
    case["notes"].append(
        {"number": 24, "id": "24", "links": [{"raw": "https://new.example/x", "status": "gone"}]}
    )
    new = fingerprints(audit_of(case)) - fingerprints(audit_of(SAMPLE))
    assert len(new) == 1


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_more_citation_of_a_dead_page_is_one_new_finding(place: int) -> None:
    dead = {"links": [{"raw": "https://a.example/x", "status": "gone"}]}
    before = fingerprints(audit_of({"notes": [dead, dead]}))
    notes = [dict(dead), dict(dead)]
    notes.insert(place, dict(dead))
    after = fingerprints(audit_of({"notes": notes}))
    assert before < after
    assert len(after - before) == 1


def test_nothing_in_nothing_out() -> None:
    assert with_fingerprints(()) == ()
