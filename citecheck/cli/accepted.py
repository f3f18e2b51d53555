"""Which findings of an audit are accepted, by a baseline or in the manuscript itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from citecheck.accept import Entry, apply, apply_ignores, find_ignores
from citecheck.checks import CHECKS
from citecheck.checks._unsettled import unsettled
from citecheck.cli.clock import clock_of
from citecheck.config import Settings, did_you_mean
from citecheck.model import Audit, Finding
from citecheck.report.places import Places
from citecheck.report.safe import visible
from citecheck.report.words import FALLBACK, words_in


def with_accepted(audits: Sequence[Audit], entries: Sequence[Entry], settings: Settings) -> list[Audit]:
    """The audits with accepted findings marked, or left out with `--new-only`."""
    today = clock_of(settings)().date()
    ignored = [_with_ignores(one) for one in audits]
    marked = apply(ignored, entries, today, [unsettled(one) for one in audits])
    if settings.new_only:
        marked = [_open(findings) for findings in marked]
    return [replace(one, findings=findings) for one, findings in zip(audits, marked, strict=True)]


def kept_so_far(entries: Sequence[Entry], settings: Settings) -> Callable[[Audit], Sequence[Finding]]:
    """What to show of an audit that goes on: as at its end, but nothing of what the baseline has in vain."""
    today = clock_of(settings)().date()

    def kept(so_far: Audit) -> Sequence[Finding]:
        parsed = so_far.extraction.parsed
        ignores = find_ignores(so_far.extraction.manuscript.text, parsed.notes)
        (marked,) = apply([apply_ignores(so_far.findings, ignores)], entries, today)
        known = marked[: len(so_far.findings)]
        return _open(known) if settings.new_only else known

    return kept


def _open(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if not finding.accepted)


def _with_ignores(done: Audit) -> tuple[Finding, ...]:
    extraction = done.extraction
    ignores = find_ignores(extraction.manuscript.text, extraction.parsed.notes)
    where = Places(extraction, words_in(FALLBACK))
    for one in ignores:
        place = f"{extraction.manuscript.name}: {where(one.line)}"
        if not one.reason:
            print(f"citecheck: {place}: an ignore without a reason is not followed", file=sys.stderr)
        for check in one.checks:
            if check not in CHECKS:
                wrong = f"no such check: {check}{did_you_mean(check, CHECKS)}"
                print(f"citecheck: {place}: {visible(wrong)}", file=sys.stderr)
    return apply_ignores(done.findings, ignores)
