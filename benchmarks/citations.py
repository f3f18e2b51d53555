"""What is read out of notes: kind, author, year, locator, access date, and what short forms stand for.

    python -m benchmarks.citations [--sample DIRECTORY] [--misses]

Notes in the habits of many fields and languages (`benchmarks/citation_notes/`), the written cases of the
tests, and annotated manuscripts where they are there. Figures of docs/accuracy/notes.md, "Citations", come
from here.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from citecheck.model import Citation, Note
from citecheck.parse import parse
from citecheck.parse.citations import find_citations
from citecheck.read import read_manuscript
from tests.parse.written import note

SAMPLE = Path(__file__).parent.parent.parent / "shared" / "real"
CASES = Path(__file__).parent.parent / "tests" / "parse"
FIELDS = {"kind": "kind", "author": "author", "year": "year", "pages": "locator"}
"""Names in the annotation, and here."""

HABITS = Path(__file__).parent / "citation_notes"
"""Notes with what they say; a list is of readings equally good, a missing field is not judged."""


def habits(path: Path, show: bool = False) -> tuple[Counter[str], Counter[str]]:
    """What is read right of a set of notes and how much there is to read, by field."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in json.loads(path.read_text("utf-8")):
        [found], _ = find_citations([note(1, case["note"])])
        total["number of citations"] += 1
        right["number of citations"] += len(found.citations) == len(case["citations"])
        for index, want in enumerate(case["citations"]):
            one = found.citations[index] if index < len(found.citations) else None
            for field, value in want.items():
                total[field] += 1
                read = getattr(one, field, None)
                fair = value if isinstance(value, list) else [value]
                right[field] += (same := one is not None and read in fair)
                if show and not same:
                    print(
                        f"    {case['language']}: {case['note']}\n        {field} is {read!r}, not {value!r}"
                    )
    return right, total


def written_cases(show: bool) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in json.loads((CASES / "citations.json").read_text("utf-8")):
        [found], _ = find_citations([note(1, case["note"])])
        total["number of citations"] += 1
        right["number of citations"] += len(found.citations) == len(case["citations"])
        for one, want in zip(found.citations, case["citations"], strict=False):
            for field, value in want.items():
                total[field] += 1
                right[field] += (same := getattr(one, field) == value)
                if show and not same:
                    print(f"    {case['name']}: {field} is {getattr(one, field)!r}, not {value!r}")
    for case in json.loads((CASES / "short_forms.json").read_text("utf-8")):
        notes = [note(int(number), text) for number, text in case["notes"].items()]
        notes_found, _ = find_citations(notes, lost=case["lost"])
        for key, want in case["antecedents"].items():
            name, _, index = key.partition("#")
            citation = next(one for one in notes_found if one.id == name).citations[int(index or 0)]
            at = citation.antecedent
            total["antecedent"] += 1
            right["antecedent"] += ([at.note_id, at.citation] if at else None) == (want[:2] if want else None)
    print("written cases: " + _shares(right, total))


def annotated(folder: Path, show: bool) -> None:
    rows = {
        row["n"]: row
        for line in (folder / "notes.dev.jsonl").read_text("utf-8").splitlines()
        if (row := json.loads(line))["present"]
    }
    right: Counter[str] = Counter()
    for manuscript in sorted(folder.glob("*.txt")):
        parsed = parse(read_manuscript(manuscript.read_bytes(), manuscript.name).text)
        for one in parsed.notes:
            if one.number in rows:
                _compare(one, rows[one.number], right, show)
    print("annotated notes: " + _shares(right, Counter(dict.fromkeys(FIELDS, len(rows)))))


def _compare(found: Note, row: dict[str, object], right: Counter[str], show: bool) -> None:
    citation: Citation | None = found.citations[0] if found.citations else None
    for theirs, ours in FIELDS.items():
        value = getattr(citation, ours, None)
        right[theirs] += (same := value == row[theirs])
        if show and not same:
            print(f"    note {found.number}: {theirs} is {value!r}, not {row[theirs]!r}")


def _shares(right: Counter[str], total: Counter[str]) -> str:
    return ", ".join(
        f"{field} {right[field]}/{total[field]} ({right[field] / total[field]:.1%})" for field in total
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="folder of annotated manuscripts")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    options = parser.parse_args()
    for path in sorted(HABITS.glob("*.json")):
        cases = json.loads(path.read_text("utf-8"))
        languages = len({case["language"] for case in cases})
        shares = _shares(*habits(path, options.misses))
        print(f"{path.stem}, {len(cases)} notes in {languages} languages: {shares}")
    written_cases(options.misses)
    if (options.sample / "notes.dev.jsonl").exists():
        annotated(options.sample, options.misses)
    else:
        print(f"annotated notes: not there ({options.sample})")


if __name__ == "__main__":
    main()
