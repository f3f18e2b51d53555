"""How `baseline` and `review` change the file of accepted findings."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from citecheck.accept import Entry, dump, entries_of, load, load_decisions
from citecheck.accept.baseline import parse_json
from citecheck.cli.outputs import write_whole
from citecheck.cli.streams import read_input
from citecheck.errors import UsageMistake

REPORT = "citecheck/report/1"


def change_baseline(
    action: str,
    reports: Sequence[str],
    path: Path,
    reason: str | None,
    by: str | None,
    until: str | None,
) -> None:
    """`create`, `update` or `prune` the baseline at `path`; says on standard error what was done."""
    documents = [(name, _report(name)) for name in reports]
    if not reports:
        raise UsageMistake("name the report: --report reports/my-book/report.json")
    before = () if action == "create" else read_baseline(path)
    if action == "prune":
        after = left_of(before, documents)
        _write(path, after, f"{len(before) - len(after)} removed")
        return
    findings = [finding for _, document in documents for finding in document["findings"]]
    if action == "create" and path.exists():
        raise UsageMistake(f"{path}: exists already; update it, or name another file with -o")
    if not reason or not reason.strip():
        raise UsageMistake("say why: --reason TEXT")
    _check_date(until)
    known = {one.fingerprint for one in before}
    new = [one for one in entries_of(findings, reason, by, until) if one.fingerprint not in known]
    _write(path, (*before, *new), f"{len(new)} added")


def take_decisions(name: str, path: Path) -> None:
    """Merge a file of decisions into the baseline at `path`; a newer decision replaces an older one."""
    decided = load_decisions(read_input(name), name)
    before = read_baseline(path) if path.exists() else ()
    _write(path, (*before, *decided.accepted), f"{len(decided.accepted)} accepted, {decided.later} left open")


def read_baseline(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises `UnreadableInput` or `UsageMistake`."""
    return load(read_input(str(path)), str(path))


def left_of(
    entries: Sequence[Entry], documents: Sequence[tuple[str, Mapping[str, Any]]]
) -> tuple[Entry, ...]:
    """The entries less those whose findings no report has any more. Raises `UsageMistake`.

    What a report could not see is no reason: only a report made with the baseline tells what is gone.
    """
    gone: set[str] = set()
    met: set[str] = set()
    for name, document in documents:
        made_with = document.get("run", {}).get("settings", {})
        if not made_with.get("baseline"):
            raise UsageMistake(f"{name}: audit again with --baseline; only then a report tells what is gone")
        if made_with.get("new_only") and len(documents) > 1:
            raise UsageMistake(f"{name}: made with --new-only, it lacks what is accepted; audit without it")
        for finding in document["findings"]:
            stale = finding["check"] == "baseline-stale"
            if not stale:
                met.add(finding["fingerprint"])
            elif not finding.get("evidence", {}).get("open_again"):
                gone.add(finding["fingerprint"])
    return tuple(one for one in entries if one.fingerprint in met or one.fingerprint not in gone)


def _report(name: str) -> dict[str, Any]:
    document = parse_json(read_input(name), name)
    if not isinstance(document, dict) or document.get("schema") != REPORT:
        raise UsageMistake(f"{name}: not a report of citecheck ({REPORT})")
    findings = document.get("findings")
    if not isinstance(findings, list) or not all(map(_is_finding, findings)):
        raise UsageMistake(f"{name}: the report is damaged (its findings cannot be read)")
    return document


def _is_finding(record: object) -> bool:
    """Whether `record` names a finding as an entry of a baseline must."""
    if not isinstance(record, dict):
        return False
    note = record.get("note")
    return all(isinstance(record.get(key), str) for key in ("fingerprint", "check")) and isinstance(
        note, int | None
    )


def _check_date(until: str | None) -> None:
    try:
        date.fromisoformat(until or "2000-01-01")
    except ValueError:
        raise UsageMistake(f"--until: {until!r} is no date; write 2027-06-30") from None


def _write(path: Path, entries: Sequence[Entry], done: str) -> None:
    write_whole(path, dump(entries))
    total = len({one.fingerprint for one in entries})
    print(f"{path}: {done}, {total} {'entry' if total == 1 else 'entries'}", file=sys.stderr)
