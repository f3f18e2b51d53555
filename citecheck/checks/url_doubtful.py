"""The damaged address can be read in several ways; nothing decides.

## What it means

Repair found more than one likely reading, and neither a page that answers nor
an archived copy speaks for one.

## Why it matters

One of the readings may lead to somebody else's page. The first is shown, but
it is a guess.

## Example

`belarus-` at a line's end and `gotova` on the next: with the hyphen or
without? Neither address answers.

Letters that were misread and corrected are no doubt of this kind as long as no
address has been asked: `url-repaired` shows them, before and after. Once the
corrected address was asked in vain, the printed letters are a reading again.

## What to do

Compare the readings, which the report lists, with the source or with your
records, and write out the right one.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import Cited, cited, link_finding, plural
from citecheck.model import Audit, Finding, LinkStatus, Severity

ID = "url-doubtful"
SEVERITY = Severity.WARNING
LIKELY = 0.5
"""A second reading counts from this share of the first one's confidence on: below it, repair itself holds the
first for more than twice as likely."""


def check(audit: Audit) -> Iterator[Finding]:
    for at in cited(audit):
        readings = likely_readings(at)
        if len(readings) > 1 and not settled(at):
            ways = plural(len(readings), "way")
            message = f"The damaged address can be read in {ways}, and nothing decides between them"
            advice = f"Compare the readings with the source: {' or '.join(readings[:3])}"
            yield link_finding(ID, SEVERITY, at, message, advice, raw=at.link.repair.raw, readings=readings)


def likely_readings(at: Cited) -> list[str]:
    """URLs that confidence alone does not put aside; all of them where repair itself is in doubt."""
    candidates = at.link.repair.candidates
    if "doubtful" in at.link.repair.problems:
        return [one.url for one in candidates]
    put_aside = _letters_as_printed(at)
    return [
        one.url
        for one in candidates
        if one.confidence >= LIKELY * candidates[0].confidence and one.url not in put_aside
    ]


def _letters_as_printed(at: Cited) -> set[str]:
    """The first reading before its letters were corrected, while nothing has been asked.

    It stays close behind in confidence so that it is asked second, not because it were as likely: words of
    the document or of its language have decided for the other.
    """
    if at.check.status is not LinkStatus.NOT_CHECKED or not at.link.repair.candidates:
        return set()
    return {step.before for step in at.link.repair.candidates[0].steps if step.step == "letters"}


def settled(at: Cited) -> bool:
    """Whether evidence chose: a page that answers, a copy in the archive, or a confirmed suggestion."""
    answers = at.check.status in (LinkStatus.OK, LinkStatus.MOVED, LinkStatus.RESTRICTED)
    suggestion = at.check.suggestion
    return answers or at.archived or (suggestion is not None and suggestion.confirmed_by is not None)
