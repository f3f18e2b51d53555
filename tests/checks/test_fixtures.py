"""Every check has audits on which it must fire and audits on which it must not (`fixtures/checks/<id>/`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.checks import CHECKS
from tests.report.build import audit_of

FIXTURES = Path(__file__).parents[2] / "fixtures" / "checks"
BY_BASELINE = {"baseline-stale"}
"""Reported by comparing with a baseline, so tested there."""


def cases(kind: str) -> list[Any]:
    paths = sorted(FIXTURES.glob(f"*/{kind}/*.json"))
    return [pytest.param(path, id=f"{path.parts[-3]}-{path.stem}") for path in paths]


def found(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The case, and what the check it is about reports."""
    case = json.loads(path.read_text("utf-8"))
    check = path.parts[-3]
    findings = [one for one in audit_of(case).findings if one.check == check]
    return case, [{"note": one.note_id, "severity": one.severity.value} for one in findings]


@pytest.mark.parametrize("path", cases("positive"))
def test_must_fire(path: Path) -> None:
    case, reported = found(path)
    assert case["expect"]
    assert reported == case["expect"]


@pytest.mark.parametrize("path", cases("negative"))
def test_must_be_silent(path: Path) -> None:
    _, reported = found(path)
    assert reported == []


@pytest.mark.parametrize("check", sorted(set(CHECKS) - BY_BASELINE))
def test_every_check_has_both_kinds(check: str) -> None:
    for kind in ("positive", "negative"):
        assert list((FIXTURES / check / kind).glob("*.json")), f"{check} has no {kind} fixture"
