"""Which quotations are found, and which note each is tied to.

    python -m benchmarks.quotation_pairs [--sample DIRECTORY] [--misses]

Three measurements: the written cases of the tests; the source manuscripts in five languages, set and damaged
in many ways (a pair of note and quotation counts where both are right); and annotated manuscripts where they
are there. Figures of docs/accuracy/quotations.md, "Quotations", come from here.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from citecheck.model import QuotationKind, Text
from citecheck.parse import parse
from citecheck.parse.quotations import find_quotations
from citecheck.read import read_manuscript
from fixtures.typeset import LANGUAGES, Setting, typeset
from tests.parse.written import written

SAMPLE = Path(__file__).parent.parent.parent / "shared" / "real"
CASES = Path(__file__).parent.parent / "tests" / "parse"
PAGES = Setting(double=True, rule=" " * 46, feed=False, page_number="foot", resume=" ", note_width=96)
SETTINGS = {
    "pages, calls after the word": PAGES,
    "pages, calls at the next word": Setting(
        double=True, rule=" " * 46, feed=False, page_number="foot", resume=" ", call="next"
    ),
    "pages, single spaced, indented": Setting(indent="   ", call="raised"),
    "endnotes, calls in brackets": Setting(notes="end", call="[{}]", title="Notes", paragraph_gap=1),
    "endnotes, one line a paragraph": Setting(notes="end", call="raised", title="Notes", wrap=False),
    "chapters": Setting(notes="chapter", numbering="chapter", call="[{}]", title="Notes", paragraph_gap=1),
}
_STRAIGHT = re.compile(r"[«„“]\s?|\s?[»”]")

Pairs = set[tuple[int | None, str]]


def folded(words: str) -> str:
    """Letters and digits only: line ends and marks do not count."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", words).lower() if sign.isalnum())


def straight(text: str) -> str:
    """Every mark as a straight one, French spaces gone."""
    return _STRAIGHT.sub('"', text.replace("»", "«") if "»Das" in text or "»Der" in text else text)


def with_marks_lost(text: str, share: float) -> str:
    """A share of the straight marks dropped."""
    chance = random.Random(5)
    return "".join(sign for sign in text if sign != '"' or chance.random() >= share)


def pairs_of(text: Text) -> Pairs:
    return {
        (one.note, folded(one.exact)) for one in parse(text).quotations if one.kind is QuotationKind.PASSAGE
    }


class Score:
    """Counts of pairs, and what they make."""

    def __init__(self) -> None:
        self.right = self.found = self.true = 0

    def add(self, found: Iterable[object], true: Iterable[object]) -> None:
        found, true = set(found), set(true)
        self.right += len(found & true)
        self.found += len(found)
        self.true += len(true)

    def __str__(self) -> str:
        f1 = 2 * self.right / max(1, self.found + self.true)
        return f"F1 {f1:.4f}  ({self.right} right, {self.found} found, {self.true} true)"


def written_cases() -> Score:
    score = Score()
    for case in json.loads((CASES / "quotations.json").read_text("utf-8")):
        text, notes, markers = written(case["text"])
        found = find_quotations(text, notes, markers, case["language"])
        score.add(
            ((case["name"], one.note, one.exact) for one in found),
            ((case["name"], one["note"], one["exact"]) for one in case["quotations"]),
        )
    return score


def typeset_sources(show: bool) -> None:
    true = json.loads((CASES / "quoted.json").read_text("utf-8"))
    for name, setting in SETTINGS.items():
        for marks in ("as they are", "straight", "straight, 2 % lost"):
            score = Score()
            for language in LANGUAGES:
                content = typeset(language, setting).text
                if marks != "as they are":
                    content = straight(content)
                if "lost" in marks:
                    content = with_marks_lost(content, 0.02)
                want = {(note, folded(exact)) for note, exact in true[language]}
                found = pairs_of(Text(content))
                if setting.numbering == "chapter":
                    want, found = {(0, exact) for _, exact in want}, {(0, exact) for _, exact in found}
                score.add({(language, *one) for one in found}, {(language, *one) for one in want})
                if show:
                    _print_misses(f"{name}, {marks}, {language}", found, want)
            print(f"  {name}; marks {marks}: {score}")


def _print_misses(where: str, found: Pairs, want: Pairs) -> None:
    for mark, pairs in (("missed", want - found), ("extra", found - want)):
        for note, exact in sorted(pairs, key=str):
            print(f"    {where}: {mark} {note} {exact[:60]}")


def annotated(folder: Path, show: bool) -> None:
    score = Score()
    for manuscript in sorted(folder.glob("*.txt")):
        text = read_manuscript(manuscript.read_bytes(), manuscript.name).text
        rows = [json.loads(line) for line in (folder / "markers.dev.jsonl").read_text("utf-8").splitlines()]
        found = pairs_of(text)
        for row in rows:
            own = {exact for note, exact in found if note == row["n"]}
            readings = [set(map(folded, row["quotes"])), set(map(folded, row.get("fair", row["quotes"])))]
            best = max(readings, key=lambda reading: len(reading & own))
            score.add(((row["n"], exact) for exact in own), ((row["n"], exact) for exact in best))
            if show:
                _print_misses("sample", {(row["n"], one) for one in own}, {(row["n"], one) for one in best})
    print(f"annotated manuscript: {score}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="folder of annotated manuscripts")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    options = parser.parse_args()
    print(f"written cases: {written_cases()}")
    print("sources in five languages, set and damaged:")
    typeset_sources(options.misses)
    if (options.sample / "markers.dev.jsonl").exists():
        annotated(options.sample, options.misses)
    else:
        print(f"annotated manuscript: not there ({options.sample})")


if __name__ == "__main__":
    main()
