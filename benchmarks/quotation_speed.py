"""What `compare` costs on pages of many kinds, as ratios to a bare `partial_ratio_alignment`; one language.

    python -m benchmarks.quotation_speed TEXTS [--count 6] [--kinds prose-en,code]

TEXTS is the folder of `benchmarks.quotations`. Pages have 60,000 characters (one 300,000): prose of several
scripts, the same as a list, a table, repeated lines and one sentence, and a program's source. Quotations of 5
to 80 words are taken from the page and, as absent ones, from the other half of the text; those of which the
page has something like them after all (program source repeats itself) are a row of their own. A ratio is that
of the sums of processor times, the least of seven calls for each quotation, to those of a bare call with
cut-off 80 on the page as folded; `worst` is the highest ratio of one quotation.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz

from citecheck.match import compare, prepare
from citecheck.match.fold import split_words
from citecheck.match.page import Page
from citecheck.model import Text
from citecheck.read import read_page

SIZE, LONG = 60_000, 300_000
LENGTHS = (5, 8, 12, 20, 40, 80)
CALLS = 7
WANTED = {"present": 3, "similar": 5, "absent": 5}
PROSE = ("en", "de", "ru", "ja", "zh_CN")
END = re.compile(r"[.!?…:;\n]+")
Timed = tuple[float, float, str]
"""Seconds of ours and of the bare call, and the quotation."""


def halves(folder: Path, language: str) -> tuple[str, str]:
    """Two texts of one book that share no block."""
    files = sorted((folder / language).rglob("*.htm*"))
    texts = [read_page(file.read_bytes(), "text/html", file.name).content for file in files]
    blocks = list(dict.fromkeys(line for text in texts for line in text.split("\n") if len(line) > 40))
    random.Random(7).shuffle(blocks)
    half = len(blocks) // 2
    return "\n".join(blocks[:half]), "\n".join(blocks[half:])


def cells(text: str, words: int, between: str) -> str:
    """The words of a text in lines of so many."""
    found = text.split()
    return "\n".join(between.join(found[at : at + words]) for at in range(0, len(found), words))


def numbered(text: str, seed: int) -> str:
    """With a number in place of two words of five."""
    chance = random.Random(seed)
    return " ".join(word if chance.random() < 0.6 else str(chance.randrange(10_000)) for word in text.split())


def pages(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Kind, page, and a text of the same kind that it does not hold."""
    for language in PROSE:
        page, other = halves(folder, language)
        if page:
            yield f"prose-{language}", page[:SIZE], other
    page, other = halves(folder, "en")
    yield "list", cells(page, 4, " ")[:SIZE], cells(other, 4, " ")
    yield "table", cells(numbered(page, 5), 6, "\t")[:SIZE], cells(numbered(other, 6), 6, "\t")
    some = "\n".join(page.split("\n")[:40]) + "\n"
    yield "repeated", (some * 100)[:SIZE], other
    yield "one-sentence", END.sub(",", page * 3)[:LONG], END.sub(",", other)
    module = Path(argparse.__file__).read_text("utf-8")
    yield "code", module[:SIZE], module[SIZE:]


def quotations(text: str, count: int) -> Iterator[tuple[int, str]]:
    """Runs of words by their length, `count` of each."""
    words = split_words(text)
    for length in LENGTHS:
        chance = random.Random(length)
        for _ in range(count):
            first = chance.randrange(max(1, len(words.folded) - length))
            last = min(first + length, len(words.folded)) - 1
            yield length, text[words.starts[first] : words.ends[last]]


def least(call: Callable[[], object]) -> float:
    """Seconds of processor time of the fastest call."""
    times = []
    for _ in range(CALLS):
        start = time.thread_time()
        call()
        times.append(time.thread_time() - start)
    return min(times)


def timed(page: Page, wanted: str, count: int) -> dict[tuple[int, bool], list[Timed]]:
    """By length of quotations out of `wanted`, and whether the page has something like them."""
    found: defaultdict[tuple[int, bool], list[Timed]] = defaultdict(list)
    for length, raw in quotations(wanted, count):
        folded = " ".join(split_words(raw).folded)
        ours = least(partial(compare, raw, page, across=False))
        bare = least(partial(fuzz.partial_ratio_alignment, folded, page.folded, score_cutoff=80))
        there = compare(raw, page, across=False).span is not None
        found[length, there].append((ours, bare, raw))
    return found


def show(name: str, kind: str, found: dict[int, list[Timed]]) -> None:
    """One row: ratios by length, the worst of all, and how many are above the wanted one."""
    row = [
        f"{sum(ours for ours, _, _ in some) / sum(bare for _, bare, _ in some):5.2f}" if some else "    -"
        for some in (found.get(length, []) for length in LENGTHS)
    ]
    every = [one for some in found.values() for one in some]
    if every:
        ours, bare, raw = max(every, key=lambda timed: timed[0] / timed[1])
        above = sum(ours > WANTED[kind] * bare for ours, bare, _ in every)
        shown = f"{above:3} of {len(every):3} above {WANTED[kind]}; worst {ours / bare:5.1f}"
        print(f"{name:12} {kind:7}", *row, "", shown, f"({1000 * ours:.2f} ms) {raw[:40]!r}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--count", type=int, default=6, help="quotations of each length")
    parser.add_argument("--kinds", default="", help="kinds of pages, with commas; all without")
    given = parser.parse_args()
    wanted = set(filter(None, given.kinds.split(",")))
    print(f"{'':12} {'':7}", *(f"{length:5}" for length in LENGTHS), " words")
    for name, content, other in pages(given.texts):
        if wanted and name not in wanted:
            continue
        page = prepare(Text(content))
        compare("warm up the page once", page, across=False)
        inside, outside = timed(page, content, given.count), timed(page, other, given.count)
        show(name, "present", {length: some for (length, _), some in inside.items()})
        for kind, there in (("similar", True), ("absent", False)):
            show(name, kind, {length: some for (length, was), some in outside.items() if was == there})


if __name__ == "__main__":
    main()
