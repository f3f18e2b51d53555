"""Accepted findings in a file beside the manuscript: who accepted what, why, until when (contract 4).

An entry names a finding by its fingerprint only, so it holds wherever the note moves to. What the file says
beside that (check, note, address) is for the people who read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from citecheck.accept.fingerprint import fingerprint
from citecheck.errors import UsageMistake
from citecheck.model import Accepted, Finding, Severity

VERSION = 1
FILE_NAME = ".citecheck-baseline.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding."""

    fingerprint: str
    check: str
    note: int | None
    url: str | None
    reason: str
    by: str | None = None
    until: str | None = None
    """ISO date of the last day on which it is accepted; `None` for ever."""

    def holds(self, today: date) -> bool:
        return self.until is None or today <= date.fromisoformat(self.until)


def load(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a baseline file; `name` is for messages. Raises `UsageMistake`, one line."""
    document = parse_json(data, name)
    if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
        raise UsageMistake(f"{name}: not a baseline (no list of entries)")
    if document.get("version") != VERSION:
        raise UsageMistake(f"{name}: baseline version {document.get('version')!r}; this one knows {VERSION}")
    return tuple(entry(one, f"{name}: entry {count}") for count, one in enumerate(document["entries"], 1))


def parse_json(data: bytes, name: str) -> Any:
    """A JSON document. Raises `UsageMistake`."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as trouble:
        raise UsageMistake(f"{name}: not JSON ({str(trouble).splitlines()[0]})") from None


def entry(record: object, place: str) -> Entry:
    """An entry out of its JSON object. Raises `UsageMistake` that names the `place`."""
    if not isinstance(record, dict):
        raise UsageMistake(f"{place}: not an object")
    for key in ("fingerprint", "check", "reason"):
        if not isinstance(record.get(key), str) or not record[key].strip():
            raise UsageMistake(f'{place}: "{key}" is missing or empty')
    until = record.get("until")
    if until is not None:
        try:
            date.fromisoformat(until)
        except (ValueError, TypeError):
            raise UsageMistake(f'{place}: "until" is no date: {until!r}') from None
    texts = {key: record.get(key) for key in ("url", "by")}
    if any(text is not None and not isinstance(text, str) for text in texts.values()):
        raise UsageMistake(f'{place}: "url" and "by" are strings or null')
    note = record.get("note")
    return Entry(
        record["fingerprint"],
        record["check"],
        note if isinstance(note, int) else None,
        texts["url"],
        record["reason"],
        texts["by"],
        until,
    )


def dump(entries: Iterable[Entry]) -> str:
    """A baseline file: sorted, one key a line, so that a change of it reads well in a review."""
    unique = {one.fingerprint: one for one in entries}
    order = sorted(
        unique.values(), key=lambda one: (one.check, one.note or 0, one.url or "", one.fingerprint)
    )
    document = {"version": VERSION, "entries": [asdict(one) for one in order]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def entries_of(
    findings: Iterable[Mapping[str, Any]], reason: str, by: str | None, until: str | None
) -> tuple[Entry, ...]:
    """An entry for each finding of a report's JSON, info and unknown too; not for those about a baseline."""
    return tuple(
        Entry(
            str(finding["fingerprint"]),
            str(finding["check"]),
            finding.get("note"),
            _url(finding.get("evidence")),
            reason,
            by,
            until,
        )
        for finding in findings
        if finding["check"] != "baseline-stale"
    )


def apply(
    audited: Sequence[Sequence[Finding]],
    entries: Iterable[Entry],
    today: date,
    unsettled: Sequence[Mapping[tuple[str, str], int]] = (),
) -> list[tuple[Finding, ...]]:
    """The findings of each manuscript with `accepted` filled; stale entries reported with the first of them.

    An entry is stale when no manuscript has its finding any more, or its date has passed. `unsettled`: for
    each manuscript check and subject of findings about which nothing could be told, an empty check for all of
    them, and how often each stands: offline a page that was gone is not back.
    """
    known = {one.fingerprint: one for one in entries}
    met = {finding.fingerprint for findings in audited for finding in findings}
    open_ones = {one.check for one in known.values() if one.fingerprint not in met}
    maybe = {
        fingerprint(check, subject, place)
        for subjects in unsettled
        for (only, subject), times in subjects.items()
        for check in (open_ones & {only} if only else open_ones)
        for place in range(1, times + 1)
    }
    result = [tuple(_accept(finding, known, today) for finding in findings) for findings in audited]
    stale = [
        one
        for one in known.values()
        if (not one.holds(today) if one.fingerprint in met else one.fingerprint not in maybe)
    ]
    if result and stale:
        result[0] += tuple(_stale(one, one.fingerprint in met) for one in stale)
    return result


def _accept(finding: Finding, known: Mapping[str, Entry], today: date) -> Finding:
    one = known.get(finding.fingerprint)
    if one is None or finding.accepted is not None or not one.holds(today):
        return finding
    return replace(finding, accepted=Accepted(one.reason, one.by, one.until))


def _stale(one: Entry, occurs: bool) -> Finding:
    where = f"note {one.note}" if one.note is not None else one.url or "no note"
    if occurs:
        message = f"The acceptance of {one.check} ({where}) ended on {one.until}; the finding is open again."
        advice = "Decide anew: mend it, or give the entry a later date and a reason."
    else:
        message = f"The baseline accepts {one.check} ({where}), which no longer occurs."
        advice = "Remove the entry with `citecheck baseline prune`."
    return Finding(
        "baseline-stale",
        Severity.INFO,
        message,
        advice,
        line=1,
        evidence={
            "fingerprint": one.fingerprint,
            "reason": one.reason,
            "until": one.until,
            "open_again": occurs,
        },
        subject=one.fingerprint,
        fingerprint=one.fingerprint,
    )


def _url(evidence: object) -> str | None:
    url = evidence.get("url") if isinstance(evidence, Mapping) else None
    return url if isinstance(url, str) else None
