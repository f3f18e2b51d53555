"""Fits `citecheck/repair/data/doubt.bin`: how sure another reading of a word is.

    python -m benchmarks.fit_doubt --list FILE...

The lists hold sound addresses, one a line. One letter of some is misread (`EACH` addresses of a host),
`SOUND` of them stay as they are and count `HEAVY` times. What is asked of each reading that the weights and
bars let through (`citecheck.repair.doubt.measures`) is put down with whether it is right, and trees of
questions are boosted over it. Needs `lightgbm`, which the project itself does not.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from importlib import import_module
from multiprocessing import Pool
from pathlib import Path

from benchmarks import damage_urls
from benchmarks.fit_company import save
from benchmarks.sound_urls import shuffled, varied
from citecheck.repair.context import EMPTY
from citecheck.repair.doubt import measures
from citecheck.repair.letters import DOUBTED, others, weighed
from citecheck.repair.tokens import tokens

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "doubt.bin"
EACH, DAMAGED, SOUND, HEAVY = 3, 30_000, 120_000, 15.0
"""Addresses of a host that are misread, of all; that stay sound; times that a reading of these counts."""
TREES = 160
HOW = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 31,
    "min_data_in_leaf": 25,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "verbose": -1,
    "num_threads": 2,
}
Row = tuple[tuple[float, ...], bool]


def rows_of(pair: tuple[str, str]) -> list[Row]:
    """What is asked of the readings of a printed address whose true form is the first of the two."""
    return list(_rows(*pair))


def _rows(url: str, raw: str) -> Iterator[Row]:
    for start, end in tokens(raw):
        found = [(weighed(raw, other, EMPTY), other) for other in others(raw, start, end, EMPTY)]
        for score, other in sorted(found, key=lambda one: -one[0])[:1]:
            if score >= DOUBTED:
                meant = raw[: other.start] + other.word + raw[other.end :]
                yield measures(raw, other), meant.lower() == url.lower()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="+", required=True, help="sound addresses, one a line")
    options = parser.parse_args()
    urls = shuffled([url for path in options.list for url in path.read_text("utf-8").split()])
    rnd = random.Random(31)
    some = [url for url in varied(urls, EACH) if 24 <= len(url) <= 200][:DAMAGED]
    pairs = [(url, raw) for url in some if (raw := damage_urls.letters(url, rnd)) != url]
    with Pool() as pool:
        misread = [row for rows in pool.imap(rows_of, pairs, 100) for row in rows]
        same = ((url, url) for url in urls[-SOUND:])
        sound = [row for rows in pool.imap(rows_of, same, 500) for row in rows]
    lightgbm, numpy = import_module("lightgbm"), import_module("numpy")
    asked = numpy.array([found for found, _ in misread + sound], numpy.float32)
    truth = numpy.array([right for _, right in misread] + [False] * len(sound), float)
    heavy = numpy.array([1.0] * len(misread) + [HEAVY] * len(sound), float)
    model = lightgbm.train(HOW, lightgbm.Dataset(asked, truth, weight=heavy), TREES)
    count = save(model, TARGET)
    print(f"{len(misread)} readings of misread addresses, {len(sound)} of sound ones, {count} trees")


if __name__ == "__main__":
    main()
