"""What the formats for CI have in common: where a finding stands, and its text on one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from citecheck.model import Audit, Finding
from citecheck.report.places import Places, has_lines, keys_of
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import cut, one_line
from citecheck.report.summary import worst_first
from citecheck.report.words import words_in

LENGTH = 1000
"""Characters of a message: GitHub shows 4 KB of an annotation, GitLab less."""


def opened(audit: Audit) -> tuple[Audit, list[Finding]]:
    """The audit without secrets, and its open findings, worst first."""
    audit = redacted_audit(audit)
    return audit, worst_first(audit.findings)


def path_of(audit: Audit, finding: Finding | None = None) -> str:
    """The manuscript's path inside the repository; its name alone where it was given from outside of it.

    With a finding: the path of the file it is in, which the manuscript may have taken in.
    """
    name = audit.extraction.manuscript.name
    given = PurePosixPath(audit.run.path.replace("\\", "/"))
    inside = (
        audit.run.path and not given.is_absolute() and ".." not in given.parts and ":" not in given.parts[0]
    )
    file = audit.extraction.manuscript.text.located(finding.line)[0] if finding else ""
    if file:
        return one_line((given.parent / file).as_posix() if inside else file)
    return one_line(given.as_posix() if inside else name) or "manuscript"


def line_of(audit: Audit, finding: Finding) -> int:
    """The finding's line; 1 in packed formats, where lines of the text read out of it are not to be seen."""
    return max(1, audit.extraction.manuscript.text.located(finding.line)[1]) if has_lines(audit) else 1


def places_of(audit: Audit) -> Callable[[Finding], str]:
    """Tells the place of a finding: `line 12`, `page 5`, `paragraph 88`."""
    place = Places(audit, words_in("en"))
    return lambda finding: place(finding.line)


def teller(audit: Audit) -> Callable[[Finding], str]:
    """Tells a finding on one line, with the address it is about.

    `note 12: The page is gone. Cite …`; where lines lead nowhere, `page 5, note 12: The page is gone. …`.
    """
    keys = keys_of(audit.extraction)
    if has_lines(audit):
        return lambda finding: told(finding, "", keys)
    place = places_of(audit)
    return lambda finding: told(finding, place(finding), keys)


def told(finding: Finding, place: str, keys: Mapping[str, str]) -> str:
    """The finding on one line; `place` before it. `keys`: of sources that are cited by such, by note id."""
    where = [place] if place else []
    called = keys.get(finding.note_id or "", finding.note)
    where += [f"note {called}"] if called is not None else []
    note = f"{', '.join(where)}: " if where else ""
    url = finding.evidence.get("url")
    about = f" ({url})" if isinstance(url, str) and url not in finding.message + finding.advice else ""
    return cut(one_line(f"{note}{finding.message}{about} {finding.advice}"), LENGTH)
