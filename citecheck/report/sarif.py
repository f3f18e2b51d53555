"""SARIF 2.1.0 (OASIS), as code scanning of GitHub reads it.

What is unknown has level `note` and says so in its properties: an analysis that turned red because a
server was busy would soon be switched off. Accepted findings are results with a suppression.
"""

from __future__ import annotations

from urllib.parse import quote

from citecheck.checks import CHECKS, page, summary
from citecheck.model import Audit, Finding, Severity
from citecheck.report.annotations import line_of, opened, path_of, teller
from citecheck.report.safe import dump

SUFFIX = ".sarif"
MOST = 25_000
"""Results that GitHub takes in one run; it keeps the first 5,000, so the worst come first."""
LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.UNKNOWN: "note",
    Severity.INFO: "note",
}
Value = dict[str, object]


def render(audit: Audit, manuscript: bytes) -> str:
    """One run with a rule for each check that found something."""
    audit, findings = opened(audit)
    accepted = [finding for finding in audit.findings if finding.accepted is not None]
    shown = [*findings, *accepted][:MOST]
    ids = sorted({finding.check for finding in shown})
    places = {check: place for place, check in enumerate(ids)}
    tell = teller(audit)
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(audit, ids, shown)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The repository's root."}}},
                "results": [
                    _result(audit, finding, places[finding.check], tell(finding)) for finding in shown
                ],
            }
        ],
    }
    return dump(document, indent=1) + "\n"


def _driver(audit: Audit, ids: list[str], findings: list[Finding]) -> Value:
    usual = {finding.check: finding.severity for finding in reversed(findings)}
    return {
        "name": "citecheck",
        "version": audit.version,
        "rules": [
            {
                "id": check,
                "shortDescription": {"text": summary(check) if check in CHECKS else check},
                "help": {"text": _page(check), "markdown": _page(check)},
                "defaultConfiguration": {"level": LEVELS[usual[check]]},
            }
            for check in ids
        ],
    }


def _page(check: str) -> str:
    """What the check means, why it matters and what to do: shown beside the finding."""
    return page(check) if check in CHECKS else f"No page about {check}."


def _result(audit: Audit, finding: Finding, rule: int, told: str) -> Value:
    place: Value = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path_of(audit, finding)), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": line_of(audit, finding)},
        }
    }
    if finding.note is not None:
        place["logicalLocations"] = [{"name": f"note {finding.note}", "kind": "note"}]
    result: Value = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": told},
        "locations": [place],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint[:16]}:1",
            "citecheck/v1": finding.fingerprint,
        },
        "properties": {"severity": finding.severity.value},
    }
    accepted = finding.accepted
    if accepted is not None:
        kind = "inSource" if accepted.inline else "external"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": accepted.reason}]
    if audit.run.baseline:
        result["baselineState"] = _state(finding)
    return result


def _state(finding: Finding) -> str:
    """How a finding stands to the baseline (SARIF 2.1.0, 3.27.24)."""
    if finding.accepted is not None and not finding.accepted.inline:
        return "unchanged"
    open_again = finding.evidence.get("open_again") is True
    return "absent" if finding.check == "baseline-stale" and not open_again else "new"


def _uri(path: str) -> str:
    """A path as a relative URI reference."""
    return quote(path, safe="/")
