"""Accepted findings: kept with reasons, applied by fingerprint, stale ones reported."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from citecheck.accept import Entry, apply, dump, entries_of, load, load_decisions
from citecheck.errors import UsageMistake
from citecheck.model import Finding, Severity

TODAY = date(2026, 1, 15)


def finding(name: str) -> Finding:
    return Finding("link-gone", Severity.ERROR, "Gone.", "Mend.", 3, 1, "1", fingerprint=name)


def accepted(name: str, **more: Any) -> Entry:
    return Entry(name, "link-gone", 1, "https://a.example/", "known", **more)


def test_an_accepted_finding_is_marked_and_the_others_stay_open() -> None:
    ((first, second),) = apply([[finding("a"), finding("b")]], [accepted("a", by="ed")], TODAY)
    assert first.accepted is not None
    assert (first.accepted.reason, first.accepted.by) == ("known", "ed")
    assert second.accepted is None


def test_past_its_date_a_finding_is_open_again_and_the_entry_stale() -> None:
    last_day = accepted("a", until="2026-01-15")
    assert apply([[finding("a")]], [last_day], TODAY)[0][0].accepted is not None
    opened, stale = apply([[finding("a")]], [last_day], date(2026, 1, 16))[0]
    assert opened.accepted is None
    assert stale.check == "baseline-stale"
    assert "2026-01-15" in stale.message


def test_an_entry_that_no_manuscript_needs_is_stale_once() -> None:
    first, second = apply([[finding("a")], [finding("b")]], [accepted("b"), accepted("c")], TODAY)
    assert [one.check for one in first] == ["link-gone", "baseline-stale"]
    assert [one.check for one in second] == ["link-gone"]


def test_a_baseline_is_sorted_and_comes_back_as_it_was() -> None:
    entries = [accepted("b"), replace(accepted("a"), until="2027-01-01"), accepted("b")]
    text = dump(entries)
    assert [one.fingerprint for one in load(text.encode(), "b.json")] == ["a", "b"]
    assert dump(load(text.encode(), "b.json")) == text
    assert json.loads(text)["version"] == 1


def test_every_finding_of_a_report_is_taken_but_those_about_the_baseline() -> None:
    report = [
        {"fingerprint": "a", "check": "url-repaired", "note": 2, "evidence": {"url": "https://a.example/"}},
        {"fingerprint": "b", "check": "quote-unverified", "note": None, "evidence": {}},
        {"fingerprint": "c", "check": "baseline-stale", "note": None, "evidence": {}},
    ]
    assert [(one.fingerprint, one.url) for one in entries_of(report, "old", None, None)] == [
        ("a", "https://a.example/"),
        ("b", None),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", "not a baseline"),
        ('{"version": 2, "entries": []}', "version 2"),
        ('{"version": 1, "entries": [1]}', "entry 1: not an object"),
        (
            '{"version": 1, "entries": [{"fingerprint": "a", "check": "x", "reason": " "}]}',
            'entry 1: "reason" is missing or empty',
        ),
        (
            '{"version": 1, "entries": [{"fingerprint": "a", "check": "x", "reason": "r", "until": "soon"}]}',
            '"until" is no date',
        ),
        (
            '{"version": 1, "entries": [{"fingerprint": "a", "check": "x", "reason": "r", "by": 3}]}',
            "strings or null",
        ),
    ],
)
def test_a_bad_baseline_is_named(text: str, said: str) -> None:
    with pytest.raises(UsageMistake) as caught:
        load(text.encode(), "base.json")
    assert str(caught.value).startswith("base.json: ")
    assert said in str(caught.value)


def test_decisions_become_entries() -> None:
    decided = load_decisions(
        json.dumps(
            {
                "schema": "citecheck/decisions/1",
                "decisions": [
                    {"fingerprint": "a", "check": "link-gone", "note": 1, "decision": "accept"},
                    {"fingerprint": "b", "check": "link-gone", "decision": "ignore", "reason": "in print"},
                    {"fingerprint": "c", "check": "link-gone", "decision": "later"},
                ],
            }
        ).encode(),
        "decisions.json",
    )
    assert [(one.fingerprint, one.reason) for one in decided.accepted] == [
        ("a", "accepted in review"),
        ("b", "in print"),
    ]
    assert decided.later == 1


@pytest.mark.parametrize(
    "decision",
    [
        {"fingerprint": "a", "check": "x", "decision": "ignore"},
        {"fingerprint": "a", "check": "x", "decision": "perhaps"},
        {"check": "x", "decision": "accept"},
        "accept",
    ],
)
def test_a_decision_without_what_it_needs_is_named(decision: object) -> None:
    document = {"schema": "citecheck/decisions/1", "decisions": [decision]}
    with pytest.raises(UsageMistake, match=r"d\.json: decision 1"):
        load_decisions(json.dumps(document).encode(), "d.json")
