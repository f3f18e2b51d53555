"""SARIF, GitHub, GitLab and JUnit: what their readers take, whatever the findings say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import FormatChecker, validators

from citecheck.model import Accepted, Audit, Severity
from citecheck.report import FORMATS, terminal
from tests.report.build import audit_of
from tests.report.hostile import hostile_case
from tests.report.official import sarif_schema
from tests.report.sample import sample

AUDITS = {"sample": sample(), "hostile": audit_of(hostile_case()), "empty": audit_of({})}
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def rendered(name: str, audit: Audit) -> str:
    return str(FORMATS[name].render(audit, b""))


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """As GitHub's runner reads a line."""
    match = COMMAND.fullmatch(line)
    assert match, line

    def plain(text: str) -> str:
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, char)
        return text

    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: plain(value) for key, value in properties.items()}, plain(match[3])


@pytest.mark.parametrize("name", AUDITS)
def test_github_reads_our_commands_and_no_others(name: str) -> None:
    lines = rendered("github", AUDITS[name]).splitlines()
    assert len(lines) <= 10
    for line in lines:
        kind, properties, words = read_command(line)
        assert kind in ("error", "warning", "notice")
        assert set(properties) <= {"file", "line", "endLine", "title"}
        assert "##[" not in line
        assert "\n" not in words
    if len(AUDITS[name].findings) > 10:
        assert "more findings" in lines[-1]


def test_github_shows_the_worst_on_their_lines() -> None:
    audit = replace(sample(), run=replace(sample().run, path="text/part 1, draft.txt"))
    first = read_command(rendered("github", audit).splitlines()[0])
    assert first[0] == "error"
    assert first[1]["file"] == "text/part 1, draft.txt"
    assert first[1]["title"] == "citecheck quote-altered"
    assert first[2].startswith("note 2: The quotation differs")


@pytest.mark.parametrize(
    "path", ["/home/anneliese/book.txt", "../book.txt", "C:\\Users\\anneliese\\book.txt"]
)
@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit"])
def test_folders_outside_the_repository_do_not_leak(name: str, path: str) -> None:
    text = rendered(name, replace(sample(), run=replace(sample().run, path=path)))
    assert "anneliese" not in text
    assert "../" not in text


@pytest.mark.parametrize("name", AUDITS)
def test_no_log_line_is_a_command(name: str) -> None:
    """Also where somebody prints a file into the log of a job."""
    files = ("jsonl", "json", "markdown", "csv", "sarif", "gitlab", "junit")
    shown = [terminal.text(AUDITS[name], limit=1000), *(rendered(one, AUDITS[name]) for one in files)]
    for line in "\n".join(shown).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


@pytest.mark.parametrize("name", AUDITS)
def test_sarif_is_valid_by_the_official_schema(name: str) -> None:
    accepted = Accepted("seen by me", "A. Editor", None)
    findings = [
        replace(one, accepted=accepted if at % 2 else None) for at, one in enumerate(AUDITS[name].findings)
    ]
    document = json.loads(rendered("sarif", replace(AUDITS[name], findings=tuple(findings))))
    checker = validators.validator_for(sarif_schema())(sarif_schema(), format_checker=FormatChecker())
    assert [error.message for error in checker.iter_errors(document)] == []
    assert not checker.is_valid(document | {"version": "2.0.0"})


@pytest.mark.parametrize("name", AUDITS)
def test_sarif_has_what_code_scanning_needs(name: str) -> None:
    (run,) = json.loads(rendered("sarif", AUDITS[name]))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(AUDITS[name].findings)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert re.fullmatch(r"[0-9a-f]{64}", result["partialFingerprints"]["citecheck/v1"])


@pytest.mark.parametrize("name", AUDITS)
def test_gitlab_reads_an_array(name: str) -> None:
    text = rendered("gitlab", AUDITS[name])
    assert text[0] == "["
    entries: Any = json.loads(text)
    assert len(entries) == len(AUDITS[name].findings)
    for entry in entries:
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


@pytest.mark.parametrize("name", AUDITS)
def test_junit_is_xml_whose_counts_are_right(name: str) -> None:
    suite = ElementTree.fromstring(rendered("junit", AUDITS[name]).encode())
    cases = suite.findall("testcase")
    assert suite.get("tests") == str(len(cases))
    assert suite.get("failures") == str(sum(case.find("failure") is not None for case in cases))
    assert suite.get("skipped") == str(sum(case.find("skipped") is not None for case in cases))


def test_junit_unknown_is_skipped_and_fine_passes() -> None:
    blocked = {"links": [{"raw": "https://a.example/x", "status": "blocked"}]}
    suite = ElementTree.fromstring(rendered("junit", audit_of({"notes": [blocked, {}]})).encode())
    assert [[child.tag for child in case] for case in suite.findall("testcase")] == [["skipped"], []]


def test_accepted_findings_are_silent_but_suppressed_in_sarif() -> None:
    accepted = Accepted("seen by me", "A. Editor", None)
    audit = replace(sample(), findings=tuple(replace(one, accepted=accepted) for one in sample().findings))
    assert rendered("github", audit) == ""
    assert json.loads(rendered("gitlab", audit)) == []
    (run,) = json.loads(rendered("sarif", audit))["runs"]
    assert {one["suppressions"][0]["justification"] for one in run["results"]} == {"seen by me"}
    assert "accepted earlier" in terminal.text(audit)
    assert "seen by me" in rendered("html", audit)


def test_unknown_is_never_an_error_or_a_warning() -> None:
    unknown = [one for one in sample().findings if one.severity is Severity.UNKNOWN]
    audit = replace(sample(), findings=tuple(unknown))
    assert all(line.startswith("::notice ") for line in rendered("github", audit).splitlines())
    assert "<failure" not in rendered("junit", audit)
    assert {one["severity"] for one in json.loads(rendered("gitlab", audit))} == {"info"}


def test_sarif_says_how_each_finding_stands_to_the_baseline() -> None:
    """Old ones unchanged, inline ignores suppressed in the source, entries without a finding absent."""
    old, ignored, new, *_ = sample().findings
    stale = {"fingerprint": "f" * 64, "reason": "r", "until": None}
    findings = (
        replace(old, accepted=Accepted("known before", "ed")),
        replace(ignored, accepted=Accepted("as printed", inline=True)),
        new,
        replace(new, check="baseline-stale", fingerprint="f" * 64, evidence=stale | {"open_again": False}),
        replace(new, check="baseline-stale", fingerprint="e" * 64, evidence=stale | {"open_again": True}),
    )
    audit = replace(sample(), findings=findings, run=replace(sample().run, baseline=True))
    document = json.loads(rendered("sarif", audit))
    validators.validator_for(sarif_schema())(sarif_schema()).validate(document)
    told = {}
    for result in document["runs"][0]["results"]:
        kinds = [one["kind"] for one in result.get("suppressions", ())]
        told[result["partialFingerprints"]["citecheck/v1"]] = (result["baselineState"], kinds)
    assert told == {
        old.fingerprint: ("unchanged", ["external"]),
        ignored.fingerprint: ("new", ["inSource"]),
        new.fingerprint: ("new", []),
        "f" * 64: ("absent", []),
        "e" * 64: ("new", []),
    }
    without = json.loads(rendered("sarif", replace(audit, run=replace(audit.run, baseline=False))))
    assert all("baselineState" not in one for one in without["runs"][0]["results"])
