"""A finding's lasting id (contract 4): it survives renumbering, moving and rewrapping.

Never part of it: the note's number, its line, a page's title. A note put in before it re-opens nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from citecheck.model import Finding


def with_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with its fingerprint: SHA-256 over check, subject, and the how-manieth of its kind.

    `findings` are in order of place: of two alike the first keeps its fingerprint when a third comes later.
    """
    counted: Counter[tuple[str, str]] = Counter()
    done = []
    for finding in findings:
        kind = (finding.check, finding.subject)
        counted[kind] += 1
        done.append(replace(finding, fingerprint=fingerprint(*kind, counted[kind])))
    return tuple(done)


def fingerprint(check: str, subject: str, place: int) -> str:
    """64 hexadecimal digits; `place` counts from 1 among findings of one check about one subject.

    >>> fingerprint("link-gone", "press.example/2018", 1)[:8]
    '77e357c3'
    """
    # NUL cannot stand in a check's id or a number, so no two triples give one string.
    content = "\0".join((check, str(place), subject))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
