"""How well notes and their calls are found: typeset manuscripts, layouts by chance, an annotated sample.

    python -m benchmarks.extraction [--chance N] [--sample DIRECTORY] [--misses]

Figures of docs/accuracy/notes.md, "Notes and calls", come from here.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from citecheck.model import Note, Text
from citecheck.parse import parse
from citecheck.parse.layout import layout_of
from citecheck.parse.notes import find_notes
from fixtures.layouts import DAMAGES, SETTINGS, by_chance
from fixtures.typeset import LANGUAGES, Damage, Setting, typeset
from tests.parse.truth import Score, score

SAMPLE = Path(__file__).parent.parent.parent / "shared" / "real"
RUNS = 5


def measure(title: str, made: Iterable[tuple[str, str, Setting, Damage]], show: bool) -> None:
    """Counts over manuscripts given as (name, language, setting, damage)."""
    wrong: Counter[str] = Counter()
    notes = calls = lost = carried = manuscripts = 0
    for name, language, setting, damage in made:
        typed = typeset(language, setting, damage)
        _, found = score(typed)
        manuscripts += 1
        notes += sum(note.state != "lost" for note in typed.notes)
        lost += sum(note.state == "lost" for note in typed.notes)
        carried += sum(note.carried for note in typed.notes)
        calls += len(typed.calls)
        for field in fields(Score):
            differences = getattr(found, field.name)
            wrong[field.name] += len(differences)
            if show and differences:
                print(f"    {name}, {language}: {field.name} {differences}")
    print(f"{title}: {manuscripts} manuscripts")
    print(f"  {notes} notes, {carried} carried over, {lost} more lost, {calls} calls")
    print(
        f"  notes found {notes - wrong['lost']}, extra {wrong['extra']}, text not exact {wrong['wrong_text']}"
    )
    print(f"  carried over and not joined {wrong['not_joined']}, lost and not named {wrong['unnamed']}")
    print(f"  calls not found {wrong['calls_lost']}, extra {wrong['calls_extra']}")


def sample(folder: Path) -> None:
    """Figures on an annotated manuscript, where one is there."""
    if not (folder / "notes.dev.jsonl").exists():
        print(f"sample: {folder} holds none")
        return
    (path,) = folder.glob("*.txt")
    content = path.read_text("utf-8")
    parsed = parse(Text(content))
    notes = [json.loads(line) for line in (folder / "notes.dev.jsonl").read_text("utf-8").splitlines()]
    markers = [json.loads(line) for line in (folder / "markers.dev.jsonl").read_text("utf-8").splitlines()]
    by_number = {note.number: note for note in parsed.notes}
    there = [row for row in notes if row["present"]]
    last = max(row["n"] for row in notes)
    found = [row for row in there if row["n"] in by_number]
    print(f"sample: {len(parsed.notes)} notes and {len(parsed.markers)} calls found in all")
    print(f"  annotated: {len(there)} notes, found {len(found)}, extra {_extra(by_number, notes, last)}")
    exact = sum(_ends(row, by_number) for row in found)
    print(f"  text ends where the annotation does: {exact} of {len(found)}")
    same = sum(by_number[row["n"]].truncated == row["truncated"] for row in found)
    print(f"  broken off or not: {same} of {len(found)}")
    named = {problem.note for problem in parsed.problems if problem.check == "note-missing"}
    print(f"  joined over a page: {[note.number for note in parsed.notes if note.continued]}")
    print(f"  named as lost: {sorted(number for number in named if number)}")
    lines = {marker.number: marker.line for marker in parsed.markers}
    same = sum(lines.get(row["n"]) == row["line"] for row in markers)
    print(f"  calls with number and line: {same} of {len(markers)}")
    print(f"  processor time of notes and calls: {_seconds(content):.3f} s")


def _extra(by_number: dict[int, Note], notes: list[dict[str, Any]], last: int) -> list[int]:
    absent = {row["n"] for row in notes if not row["present"]}
    return [number for number in by_number if number <= last and number in absent]


def _ends(row: dict[str, Any], by_number: dict[int, Note]) -> bool:
    """Whether the note ends with the address or the page that the annotation gives."""
    end = "".join(str(row["url_raw"] or row["pages"] or "").split()).rstrip(".")
    text = "".join(by_number[row["n"]].text.split()).rstrip(".")
    return text.endswith(end)


def _seconds(content: str) -> float:
    best = float("inf")
    for _ in range(RUNS):
        begin = time.process_time()
        find_notes(layout_of(content))
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chance", type=int, default=300, metavar="N", help="layouts by chance")
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="folder of an annotated manuscript")
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    table = (
        (f"{setting} / {damage}", language, SETTINGS[setting], DAMAGES[damage])
        for setting in SETTINGS
        for damage in DAMAGES
        for language in LANGUAGES
    )
    measure("table", table, options.misses)
    chance = ((f"seed {seed}", *by_chance(seed)) for seed in range(options.chance))
    measure("by chance", chance, options.misses)
    sample(options.sample)


if __name__ == "__main__":
    main()
