"""JUnit XML: the manuscript is a suite, a note a test, a finding a failure; what is unknown is skipped."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

from citecheck.model import Audit, Finding, Severity
from citecheck.report.annotations import opened, path_of, places_of, teller
from citecheck.report.safe import no_command, one_line, visible

SUFFIX = ".junit.xml"
FAILING = (Severity.ERROR, Severity.WARNING)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2)."""

Tell = Callable[[Finding], str]


def render(audit: Audit, manuscript: bytes) -> str:
    """One `testsuite`; notes without findings are tests that pass."""
    audit, findings = opened(audit)
    tell, place = teller(audit), places_of(audit)
    path = _safe(path_of(audit))
    by_note: dict[str | None, list[Finding]] = {note.id: [] for note in audit.extraction.parsed.notes}
    for finding in findings:
        by_note.setdefault(finding.note_id, []).append(finding)
    suite = ElementTree.Element("testsuite", name=path, tests=str(len(by_note)))
    failing = skipped = 0
    for note_id, own in by_note.items():
        name = "outside the notes" if note_id is None else f"note {_safe(note_id)}"
        case = ElementTree.SubElement(suite, "testcase", classname=path, name=name)
        failures = [finding for finding in own if finding.severity in FAILING]
        unknown = [] if failures else [one for one in own if one.severity is Severity.UNKNOWN][:1]
        for finding in failures:
            _child(case, "failure", finding, tell, place).set("type", finding.check)
        for finding in unknown:
            _child(case, "skipped", finding, tell, place)
        failing += bool(failures)
        skipped += bool(unknown)
        rest = [f"{one.check}: {tell(one)}" for one in own if one not in (*failures, *unknown)]
        if rest:
            ElementTree.SubElement(case, "system-out").text = _safe("\n".join(rest))
    suite.set("failures", str(failing))
    suite.set("skipped", str(skipped))
    ElementTree.indent(suite)
    # GitHub's runner takes `##[` for a command wherever it stands in a log.
    body = ElementTree.tostring(suite, encoding="unicode").replace("##[", "##&#91;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _child(
    case: ElementTree.Element, tag: str, finding: Finding, tell: Tell, place: Tell
) -> ElementTree.Element:
    message = _safe(f"{finding.check}: {tell(finding)}")
    child = ElementTree.SubElement(case, tag, message=message)
    lines = (f"{place(finding)}: {finding.message}", finding.advice)
    child.text = _safe("\n".join(no_command(one_line(line)) for line in lines))
    return child


def _safe(text: str) -> str:
    return _NOT_XML.sub("\ufffd", visible(text))
