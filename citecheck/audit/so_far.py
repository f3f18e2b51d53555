"""What is known before the end of a run: for those who follow it, never for the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from citecheck.accept import with_fingerprints
from citecheck.checks import judge
from citecheck.model import Audit, Extraction, Link, LinkCheck, QuoteCheck, Run

Watcher = Callable[[Callable[[], Audit]], None]
"""Called whenever something was answered, with a way to make the audit as it stands; making it costs a
judgement of everything, so a watcher makes it as often as it can afford."""


def printed_if_none(link: Link, check: LinkCheck) -> LinkCheck:
    """The answer about `link`. Where no reading is an address, what was printed stands for it."""
    return check if check.url else replace(check, url=link.repair.raw)


def audit_so_far(
    extraction: Extraction,
    checks: Sequence[LinkCheck | None],
    quotes: Iterable[QuoteCheck],
    run: Run,
    version: str,
) -> Audit:
    """The audit of what is answered; its `extraction` has the answered links only.

    `checks`: one a link, `None` where the answer is still to come. Findings of a note wait until all its
    links are answered: what one page says may depend on another. They may still change: a quotation that is
    found later confirms an address, the archive finds what the web lost.
    """
    answered = [(link, check) for link, check in zip(extraction.links, checks, strict=True) if check]
    waiting = {
        link.note_id for link, check in zip(extraction.links, checks, strict=True) if check is None
    } - {None}
    known = replace(extraction, links=tuple(link for link, _ in answered))
    links = tuple(printed_if_none(link, check) for link, check in answered)
    judged = Audit(known, links, tuple(quotes), (), run, version, run.finished)
    findings = with_fingerprints(judge(judged))
    return replace(judged, findings=tuple(one for one in findings if one.note_id not in waiting))
