"""GitLab's code quality report: a JSON array, shown in the merge request."""

from __future__ import annotations

from citecheck.model import Audit, Severity
from citecheck.report.annotations import line_of, opened, path_of, teller
from citecheck.report.safe import dump

SUFFIX = ".gitlab.json"
SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.UNKNOWN: "info",
    Severity.INFO: "info",
}


def render(audit: Audit, manuscript: bytes) -> str:
    """Open findings, worst first; without a byte order mark, which GitLab refuses."""
    audit, findings = opened(audit)
    tell = teller(audit)
    entries = [
        {
            "description": tell(finding),
            "check_name": finding.check,
            "fingerprint": finding.fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": path_of(audit, finding), "lines": {"begin": line_of(audit, finding)}},
        }
        for finding in findings
    ]
    return dump(entries, indent=2) + "\n"
