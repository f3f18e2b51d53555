"""Fits `citecheck/repair/data/doubt.bin`: how sure another reading of a word is.

    python -m benchmarks.fit_doubt --list FILE...

The lists hold sound addresses, one a line; to them come slugs of the languages that the word lists hold and,
sound only, of others. One letter of some is misread, twice (`EACH` addresses of a host); all stay as they are
too, and there count `HEAVY` times, a word of them `SAME` times at most. What is asked of each reading that is
not out of the question (`citecheck.repair.doubt.measures`) is put down with whether it is right, and trees of
questions are boosted over it. Needs `lightgbm`, which the project itself does not.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from multiprocessing import Pool
from pathlib import Path

from benchmarks import damage_urls
from benchmarks.fit_company import save
from benchmarks.fit_letters import STRANGE
from benchmarks.made_slugs import LISTED, slugs
from benchmarks.sound_urls import shuffled, varied
from citecheck.repair.context import EMPTY
from citecheck.repair.doubt import measures
from citecheck.repair.letters import RIVAL, others, rivals
from citecheck.repair.tokens import tokens

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "doubt.bin"
EACH, DAMAGED, TIMES = 3, 60_000, 2
"""Addresses of a host that are misread, of all; times that each is."""
HEAVY, SAME = 8.0, 3
"""Times that a reading of a sound address counts; readings of a word as one other that are taken of them."""
TREES = 300
HOW = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 47,
    "min_data_in_leaf": 25,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "verbose": -1,
    "num_threads": 2,
}
Row = tuple[tuple[float, ...], bool, tuple[str, str]]
"""What is asked; whether the reading is right; the word as printed and as read."""


def rows_of(pair: tuple[str, str]) -> list[Row]:
    """What is asked of the readings of a printed address whose true form is the first of the two."""
    return list(_rows(*pair))


def _rows(url: str, raw: str) -> Iterator[Row]:
    for start, end in tokens(raw):
        for other, score, rival in rivals(raw, list(others(raw, start, end, EMPTY)), EMPTY):
            if score >= RIVAL:
                meant = raw[: other.start] + other.word + raw[other.end :]
                right = meant.lower() == url.lower()
                yield measures(raw, other, score, rival), right, (raw[start:end], other.word)


def _few(rows: Iterable[Row]) -> Iterator[Row]:
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        seen[row[2]] += 1
        if seen[row[2]] <= SAME:
            yield row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="+", required=True, help="sound addresses, one a line")
    options = parser.parse_args()
    urls = shuffled([url for path in options.list for url in path.read_text("utf-8").split()])
    rnd = random.Random(31)
    made, strange = slugs(LISTED, rnd), slugs(STRANGE, rnd)
    some = [url for url in varied(urls, EACH) if 24 <= len(url) <= 200][:DAMAGED] + made
    pairs = [(url, damage_urls.letters(url, rnd)) for url in some for _ in range(TIMES)]
    with Pool() as pool:
        changed = ((url, raw) for url, raw in pairs if raw != url)
        misread = [row for rows in pool.imap(rows_of, changed, 100) for row in rows]
        same = ((url, url) for url in [*urls, *made, *strange])
        sound = list(_few(row for rows in pool.imap(rows_of, same, 500) for row in rows))
    lightgbm, numpy = import_module("lightgbm"), import_module("numpy")
    asked = numpy.array([row[0] for row in misread + sound], numpy.float32)
    truth = numpy.array([row[1] for row in misread] + [False] * len(sound), float)
    heavy = numpy.array([1.0] * len(misread) + [HEAVY] * len(sound), float)
    model = lightgbm.train(HOW, lightgbm.Dataset(asked, truth, weight=heavy), TREES)
    count = save(model, TARGET)
    print(f"{len(misread)} readings of misread addresses, {len(sound)} of sound ones, {count} trees")


if __name__ == "__main__":
    main()
