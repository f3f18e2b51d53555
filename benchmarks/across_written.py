"""Press-like statements against written pages in other languages; needs the extra `crosslingual`.

    python -m benchmarks.across_written [--part PART] [--show] [--strike SEED]

`across_languages.json` says what its pages are and which part the rules were set on. With `--strike` half of
the rows of the table of senses (one in five of those that oppose others, none of light words and times) are
left out by chance: what is left tells how words are met that nobody thought of. No installed dictionary is
asked.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citecheck.match import compare, prepare
from citecheck.match.crosslingual import dictionaries, installed, listed, table
from citecheck.model import Alignment, Text

STATEMENTS = Path(__file__).with_name("across_languages.json")
KINDS = ("says", "sibling", "against", "number", "same_topic")


@dataclass(frozen=True)
class Case:
    """A quotation, one of its pages, and what that page says in the statement's place."""

    quote: str
    quote_language: str
    page_language: str
    kind: str
    said: str
    page: Text
    others: list[str]


def cases(part: str) -> Iterator[Case]:
    """Every statement with each of its pages."""
    stories = json.loads(STATEMENTS.read_text("utf-8"))["parts"][part]
    quotes = [(s["quote_language"], s["quote"]) for story in stories for s in story["statements"]]
    for story in stories:
        for statement in story["statements"]:
            language = statement["quote_language"]
            others = [quote for code, quote in quotes if code == language and quote != statement["quote"]]
            for kind in KINDS:
                said = statement[kind]
                said = said[1] if isinstance(said, list) else said
                if said is not None:
                    page = page_of(story, statement, said)
                    yield Case(statement["quote"], language, story["page_language"], kind, said, page, others)


def page_of(story: dict[str, Any], statement: dict[str, Any], said: str) -> Text:
    """The story with `said` in the statement's place."""
    told = [said if other is statement else str(other["says"]) for other in story["statements"]]
    around = story["around"]
    first = f"{told[0]} {around[2]}"
    return Text("\n".join([*around[:2], first, *told[1:2], *around[3:4], *told[2:], *around[4:]]))


def measured(part: str, show: bool) -> dict[str, Counter[str]]:
    """Verdicts by kind of page; whether the sentence shown is the right one, where one is shown."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in cases(part):
        got = compare(case.quote, prepare(case.page), language=case.quote_language, others=case.others)
        found[case.kind][str(got.verdict)] += 1
        if case.kind != "same_topic" and got.found is not None:
            found[case.kind]["right sentence" if case.said in got.found else "wrong sentence"] += 1
        if show:
            show_case(case, got)
    return dict(found)


def show_case(case: Case, got: Alignment) -> None:
    print(f"{got.verdict:14} {got.score or 0:.2f} {case.kind:10} {case.quote_language}-{case.page_language}")
    print(f"    {case.quote}\n    {got.found}\n    met {got.terms}")
    for one in got.differences:
        print(f"    {one.kind}: {one.quoted!r} {one.found!r}")


def strike(seed: int) -> None:
    """Leave out rows of the table of senses."""
    chance = random.Random(seed)
    first, *rows = table._table()
    kept, added = [first], table.first_added()
    left = 0
    for at, row in enumerate(rows):
        opposing = bool(row[1].strip()) or row[0].endswith("!")
        if row[0][0] in "xlt" or chance.random() >= (0.2 if opposing else 0.5):
            kept.append(row)
            left += at < added
    setattr(table, "_table", lambda: tuple(kept))  # noqa: B010
    setattr(listed, "first_added", lambda: left)  # noqa: B010


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--part",
        choices=json.loads(STATEMENTS.read_text("utf-8"))["parts"],
        default="work",
    )
    parser.add_argument("--show", action="store_true", help="print every case")
    parser.add_argument("--strike", type=int, metavar="SEED", help="leave out half of the table of senses")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    dictionaries.FOLDERS = ()
    if options.strike is not None:
        strike(options.strike)
    for kind, counts in measured(options.part, options.show).items():
        print(f"{kind:10}", json.dumps(counts))


if __name__ == "__main__":
    main()
