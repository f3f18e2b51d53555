"""The printed address was damaged and could be repaired.

## What it means

The address as printed could not be right: it was doubled, broken over lines,
had lost underscores or held misread letters. Each step of the repair is named,
with the address before and after it.

## Why it matters

Readers of the printed text cannot follow the damaged address. The repair is a
reading, so look at it.

## Example

Printed `http://http://www.gov.example/news ru`, repaired to
`http://www.gov.example/news_ru` in two steps.

## What to do

Put the repaired address into the note. `citecheck fix` does it where the
repair is certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import Cited, cited, link_finding
from citecheck.model import SOUND_STEPS, Audit, Candidate, Finding, Link, LinkStatus, Severity

ID = "url-repaired"
SEVERITY = Severity.INFO
STEP_WORDS = {
    "cut-label": "words before it cut off",
    "cut-text": "text around it cut off",
    "drop-invisible": "invisible characters dropped",
    "drop-escape": "backslashes dropped",
    "join-lines": "lines joined",
    "fix-scheme": "scheme mended",
    "undouble": "doubling undone",
    "drop-hyphen": "hyphen of a line end dropped",
    "close-spaces": "spaces closed",
    "fill-gaps": "gaps filled",
    "trim-end": "end trimmed",
    "host-case": "host name in small letters",
    "expand-doi": "DOI written out",
    "expand-id": "identifier written out",
    "unescape": "signs of HTML undone",
    "add-scheme": "scheme added",
    "unwrap": "taken out of a forwarding address",
    "letters": "letters corrected",
}
"""What a step of a repair did, for people; a step without words is called by its name."""


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit):
        repair = at.link.repair
        if at.check.status is LinkStatus.INVALID or at.check.url == repair.raw or not repair.candidates:
            continue
        chosen = _chosen(at)
        if chosen is not None and not _damaged(at.link, chosen):
            continue
        steps = [step.step for step in chosen.steps] if chosen else []
        told = f": {', '.join(STEP_WORDS.get(step, step) for step in dict.fromkeys(steps))}" if steps else ""
        message = f"The printed address was damaged and could be repaired{told}"
        if set(steps) - SOUND_STEPS - {"href"} == {"unwrap"}:
            message = "The address is that of a service that forwards to the page"
        advice = f"Put the repaired address into the note: {at.check.url}"
        yield link_finding(ID, SEVERITY, at, message, advice, raw=repair.raw, steps=steps)


def _damaged(link: Link, chosen: Candidate) -> bool:
    """Whether the print needs a correction: a link on a title prints no address that could be wrong."""
    steps = {step.step for step in chosen.steps} - SOUND_STEPS
    on_words = link.target and len(link.repair.candidates) == 1
    return bool(steps & STEP_WORDS.keys() if on_words else steps)


def _chosen(at: Cited) -> Candidate | None:
    """The candidate whose URL evidence chose, `None` where a suggestion of the archive took its place."""
    return next((one for one in at.link.repair.candidates if one.url == at.check.url), None)
