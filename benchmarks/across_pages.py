"""Translated quotations against written pages in another language; needs the extra `crosslingual`.

    python -m benchmarks.across_pages [--file FILE] [--ids a b] [--show]

`across_pages.jsonl` has an object a line, 36 ordered pairs of languages: a page as its author would have
written it (`paragraphs`), what of it the quotation renders (`gold`), and what stands in its place on other
pages: the same about another thing (`sibling`), the opposite (`contradicting`), one word exchanged
(`one_word`), one number changed (`number`); `distractor` is a page on the same topic. Two writers who had not
seen the rules wrote them, `c` with whole sentences, `f` with fragments in every second one. `--ids` takes
those whose `id` begins so. No installed dictionary is asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from citecheck.match import compare, prepare
from citecheck.match.crosslingual import dictionaries, installed
from citecheck.model import Alignment, Text, Verdict

PAGES = Path(__file__).with_suffix(".jsonl")
OTHERS = ("sibling", "contradicting", "one_word", "number")
MOST_QUOTES = 24


def pages_of(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The pages of a quotation by their kind."""
    page, gold = "\n".join(item["paragraphs"]), item["gold"]
    yield "says", page
    yield "distractor", "\n".join(item["distractor"])
    for kind in OTHERS:
        if item.get(kind):
            other = page.replace(gold[0], " ".join(item[kind]), 1)
            for sentence in gold[1:]:
                other = other.replace(sentence, "", 1)
            yield kind, other


def looked_for(items: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, Alignment]]:
    """Each quotation with the kind of a page and what came of it."""
    for item in items:
        rest = [one["quote"] for one in items if one is not item and one["lang_quote"] == item["lang_quote"]]
        rest = rest or [one["quote"] for one in items if one is not item]
        for kind, page in pages_of(item):
            found = compare(
                item["quote"], prepare(Text(page)), language=item["lang_quote"], others=rest[:MOST_QUOTES]
            )
            yield item, kind, found


def is_right(item: dict[str, Any], found: Alignment) -> bool:
    """Whether the sentence that is shown is one that the quotation renders."""
    shown = "".join(filter(str.isalnum, found.found or ""))
    return any("".join(filter(str.isalnum, gold)) in shown for gold in item["gold"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=PAGES)
    parser.add_argument("--ids", nargs="+", default=[""], help="beginnings of ids")
    parser.add_argument("--show", action="store_true", help="every true page that is not consistent")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck[crosslingual]'")
    dictionaries.FOLDERS = ()
    items = [json.loads(line) for line in options.file.read_text("utf-8").splitlines()]
    items = [item for item in items if item["id"].startswith(tuple(options.ids))]
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item, kind, found in looked_for(items):
        counts[kind][str(found.verdict)] += 1
        if kind == "says" and found.found:
            counts[kind]["right sentence"] += is_right(item, found)
        if options.show and kind == "says" and found.verdict is not Verdict.CONSISTENT:
            told = " | ".join(f"{one.quoted} ~ {one.found}" for one in found.differences)
            print(f"{item['id']} {found.verdict}\n  {item['quote']}\n  {found.found}\n  {told}")
    for kind, count in counts.items():
        print(f"{kind:14}", json.dumps(count))


if __name__ == "__main__":
    main()
