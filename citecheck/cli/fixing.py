"""How `fix` reads, decides, writes and tells. The manuscript itself is never written to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from citecheck.accept.baseline import parse_json
from citecheck.checks.url_repaired import STEP_WORDS
from citecheck.cli.checkable import checkable
from citecheck.cli.outputs import print_text, write_whole
from citecheck.cli.reading import extraction_of
from citecheck.cli.streams import read_input
from citecheck.errors import UsageMistake
from citecheck.fix import Change, Left, Plan, Why, checked_of, corrected, plan
from citecheck.fix.corrected import as_left, fixable
from citecheck.redaction import redact
from citecheck.report.places import Places
from citecheck.report.safe import one_line
from citecheck.report.words import words_in


def fix_file(name: str, output: str | None, report: str | None, dry_run: bool) -> None:
    """Make the corrected copy of the manuscript `name` at `output`; what was done goes to standard output.

    Raises `CitecheckError`: the copy's place is looked at before anything else is done.
    """
    if output is None and not dry_run:
        raise UsageMistake("say where the copy goes: -o OUT (or look first: --dry-run)")
    if output is not None:
        _check_place(name, Path(output))
    data = read_input(name)
    extraction = extraction_of(data, name)
    fixable(extraction.manuscript.media_type, name)
    checkable(extraction)
    checked = checked_of(parse_json(read_input(report), report), extraction, report) if report else None
    decided = plan(extraction, checked)
    copy, failed = corrected(data, extraction, decided.changes)
    lost = {change for change, _ in failed}
    done = Plan(
        tuple(change for change in decided.changes if change not in lost),
        decided.left + tuple(as_left(change, why) for change, why in failed),
    )
    if output is not None and not dry_run:
        write_whole(Path(output), copy)
    print_text(_told(done, Places(extraction, words_in("en")), dry_run))
    _say_result(done, output, dry_run)


def _check_place(name: str, place: Path) -> None:
    """Never the manuscript itself, under whatever name, and never a file that somebody may need."""
    if not os.path.lexists(place):
        return
    try:
        same = name != "-" and os.path.samefile(name, place)
    except OSError:
        same = False  # the manuscript is missing: said when it is read; or a link that leads nowhere
    if same:
        raise UsageMistake(f"{place}: is the manuscript itself; name another file with -o")
    raise UsageMistake(f"{place}: exists already; name another file with -o")


def _told(done: Plan, places: Places, dry_run: bool) -> str:
    """Each change in three lines; with a dry run, each address that would be left in two."""
    blocks = [_change(change, places) for change in done.changes]
    if dry_run:
        blocks += [_left(left, places) for left in done.left]
    if not done.changes:
        blocks.insert(0, "Nothing to change." if not done.left else "Nothing to change with certainty.")
    return "\n".join(blocks) + "\n"


def _change(change: Change, places: Places) -> str:
    return "\n".join(
        (
            f"{_place(change.note, places(change.line))}: {'; '.join(map(_why, change.why))}",
            f"  - {_shown(change.before)}",
            f"  + {_shown(change.after)}",
        )
    )


def _why(why: Why) -> str:
    steps = ", ".join(STEP_WORDS.get(step, step) for step in why.steps)
    return f"{why.words} ({steps})" if steps else why.words


def _left(left: Left, places: Places) -> str:
    why = one_line(redact(left.why)).rstrip(".")
    return f"{_place(left.note, places(left.line))}: left as it is: {why}\n    {_shown(left.raw)}"


def _place(note: str | None, place: str) -> str:
    return one_line(place if note is None else f"note {note}, {place}")


def _shown(address: str) -> str:
    """An address for the terminal: closed up first where it holds a secret that a line end might hide."""
    flat = " ".join(address.split())
    together = "".join(address.split())
    return one_line(redact(flat) if redact(together) == together else redact(together))


def _say_result(done: Plan, output: str | None, dry_run: bool) -> None:
    count, left = len(done.changes), len(done.left)
    would = "would be " if dry_run else ""
    words = f"{count} {would}changed, {left} {would}left as {'it is' if left == 1 else 'they are'}"
    if left and not dry_run:
        words += " (--dry-run shows why)"
    where = "" if dry_run or output is None else f"; written to {output}"
    print(f"citecheck: {one_line(words + where)}", file=sys.stderr)
