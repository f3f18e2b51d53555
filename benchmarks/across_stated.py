"""Sentences that use the words of a quotation in another language and do not state what it states; needs the
extra `crosslingual`.

    python -m benchmarks.across_stated [--lists hearsay time] [--half a] [--show]

`across_stated.jsonl` has in its first line, by language, six sentences to stand around the one in question,
then an object a line: a quotation, a sentence of a page, whether that speaks `against` it or is a `true`
translation of it, and the list: `hearsay` (and what is possible), `nearly` (and what is intended), `excepted`
(and conditions, and what was so once), `time` (and mood), `who` (does what to whom), `much` (how much, how
often), `framed` (asked, denied, dreamt, taken back), `whom` (as `who`, within clauses; half `a` alone),
`doers` (as both, with as many true ones) and `partners` (whose, like what, with what or where, than what,
until and because, who in a relative clause; with as many true ones).
Writers who had not seen the rules wrote them, nine languages with each other. Of half `a` the misses were
read, half `b` was only counted. No installed dictionary is asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from citecheck.match import compare, prepare
from citecheck.match.crosslingual import dictionaries, installed
from citecheck.model import Text, Verdict

SENTENCES = Path(__file__).with_suffix(".jsonl")
BEFORE = 3
"""Sentences before the one in question."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", nargs="+", default=[])
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--show", action="store_true", help="what is wrong in half a")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck[crosslingual]'")
    dictionaries.FOLDERS = ()
    first, *items = (json.loads(line) for line in SENTENCES.read_text("utf-8").splitlines())
    around: dict[str, list[str]] = first["around"]
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for item in items:
        asked = not options.lists or item["list"] in options.lists
        if not asked or options.half not in (None, item["half"]):
            continue
        beside = around[item["language"]]
        page = " ".join([*beside[:BEFORE], item["page"], *beside[BEFORE:]])
        found = compare(
            item["quote"], prepare(Text(page)), language=item["quoted"], others=around[item["quoted"]]
        )
        agrees = found.verdict is Verdict.CONSISTENT
        key = f"{item['kind']} {'consistent' if agrees else 'not'}"
        counts[item["list"], item["half"]][key] += 1
        if options.show and item["half"] == "a" and agrees != (item["kind"] == "true"):
            told = " | ".join(f"{one.quoted} ~ {one.found}" for one in found.differences)
            print(item["kind"], found.verdict, item["quote"], item["page"], told, sep="\n    ")
    print(f"{'list':10}{'half':5}{'against: consistent':>20}{'true: consistent':>20}")
    for (name, half), count in counts.items():
        against, true = (
            f"{count[f'{kind} consistent']} of {count[f'{kind} consistent'] + count[f'{kind} not']}"
            for kind in ("against", "true")
        )
        print(f"{name:10}{half:5}{against:>20}{true:>20}")


if __name__ == "__main__":
    main()
