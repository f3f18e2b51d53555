"""Workflow commands of GitHub Actions: annotations on the lines of a pull request.

GitHub shows ten of a kind a step, so the nine worst are given and one that counts the rest. What it takes
for a command is escaped as its own toolkit does (`%`, CR, LF; in properties `:` and `,` too), and `##[`,
the older form that is read anywhere in a line, is broken.
"""

from __future__ import annotations

from citecheck.model import Audit, Finding, Severity
from citecheck.report.annotations import line_of, opened, path_of, teller

SUFFIX = ".github.txt"
SHOWN = 9
COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.UNKNOWN: "notice",
    Severity.INFO: "notice",
}


def render(audit: Audit, manuscript: bytes) -> str:
    """At most ten lines, each a command; empty where nothing was found."""
    audit, findings = opened(audit)
    tell = teller(audit)
    lines = [_command(audit, finding, tell(finding)) for finding in findings[:SHOWN]]
    rest = len(findings) - SHOWN
    if rest > 0:
        words = f"and {rest:,} more finding{'' if rest == 1 else 's'}: see the report"
        lines.append(f"::notice file={_property(path_of(audit))},title=citecheck::{_data(words)}")
    return "".join(f"{line}\n" for line in lines)


def _command(audit: Audit, finding: Finding, told: str) -> str:
    line = line_of(audit, finding)
    properties = {
        "file": path_of(audit, finding),
        "line": str(line),
        "endLine": str(line),
        "title": f"citecheck {finding.check}",
    }
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {named}::{_data(told)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace("##[", "# #[")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
