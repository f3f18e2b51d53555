"""Fits `citecheck/repair/data/beside.bin`: what stands beside lost underscores and beside mere white space.

    python -m benchmarks.fit_beside --list FILE...

The lists hold sound addresses, one a line. Each underscore of a path is an example; so are places within it
at which white space could come in. A site counts with the square root of its examples. Logistic regression;
what fewer than three sites show says nothing. Needs `scikit-learn`, which the project itself does not.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from benchmarks.sound_urls import shuffled, varied
from citecheck.repair.beside import SIZE, STEP, traces

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "beside.bin"
EACH, UNDERSCORES, PLACES = 150, 4, 2
"""Addresses of one host; examples of one address."""
FOLDS = 4
PENALTY, ROUNDS, SITES = 3e-6, 4, 3


class Examples(NamedTuple):
    """Traces of the examples one after another, where each example's begin and the last ends, whether it was
    an underscore, and the number of its site."""

    traces: list[int]
    bounds: list[int]
    truth: list[bool]
    sites: list[int]


def site_of(url: str) -> int:
    """A number for the site of an address: of the last two labels of its host."""
    host = url.split("/")[2].lower().rpartition("@")[2].partition(":")[0]
    return crc32(".".join(host.split(".")[-2:]).encode())


def fold_of(url: str) -> int:
    """Which part of the sites an address belongs to, of `FOLDS`."""
    return site_of(url) // 16 % FOLDS


def examples(urls: Sequence[str]) -> Examples:
    found = Examples([], [0], [], [])
    for url in urls:
        for left, right in _places(url, random.Random(url)):
            found.traces.extend(trace % SIZE for trace in traces(url, left, right))
            found.bounds.append(len(found.traces))
            found.truth.append(right > left)
            found.sites.append(site_of(url))
    return found


def _places(url: str, rnd: random.Random) -> Iterator[tuple[int, int]]:
    """Underscores of the path, and places without one, each from and to; none beside a hyphen."""
    start = url.find("/", 8)
    if start < 0:
        return
    lost = [match.start() for match in re.finditer(r"(?<![-_])_(?![-_])", url) if match.start() > start]
    rnd.shuffle(lost)
    yield from ((at, at + 1) for at in lost[:UNDERSCORES])
    signs = [match.end() for match in re.finditer("[/.:]", url) if start < match.end() < len(url)]
    able = signs * 2 + list(range(start + 1, len(url) - 1))
    for at in [rnd.choice(able) for _ in range(PLACES)] if able else ():
        if not set("-_") & set(url[at - 1 : at + 1]):
            yield at, at


def fit(found: Examples, without: int | None = None) -> list[int]:
    """Weights in units of `STEP`, from all examples or those that are not of the fold `without`."""
    numpy, sparse = import_module("numpy"), import_module("scipy.sparse")
    model = import_module("sklearn.linear_model").SGDClassifier
    sites, truth = numpy.array(found.sites), numpy.array(found.truth, float)
    places, bounds = numpy.array(found.traces), numpy.array(found.bounds)
    rows = numpy.repeat(numpy.arange(len(truth)), numpy.diff(bounds))
    seen = numpy.zeros(SIZE, numpy.uint64)
    numpy.bitwise_or.at(seen, places, numpy.uint64(1) << (sites[rows] % 64).astype(numpy.uint64))
    kept = numpy.bitwise_count(seen) >= SITES
    table = sparse.csr_matrix((kept[places].astype(float), places, bounds), (len(truth), SIZE))
    able = numpy.where(sites // 16 % FOLDS != (-1 if without is None else without))[0]
    heavy = _weights(numpy, sites, truth)[able]
    how = {"alpha": PENALTY, "max_iter": ROUNDS, "tol": None, "average": 1, "random_state": 1}
    made = model(loss="log_loss", learning_rate="invscaling", eta0=0.1, power_t=0.25, **how)
    made.fit(table[able], truth[able], sample_weight=heavy)
    return [int(one) for one in numpy.clip(numpy.round(made.coef_[0] / STEP), -127, 127)]


def _weights(numpy: Any, sites: Any, truth: Any) -> Any:
    """How much each example counts: underscores as much as all other places together."""
    _, number, counts = numpy.unique(sites, return_inverse=True, return_counts=True)
    heavy = 1 / numpy.sqrt(counts[number])
    share = (heavy * truth).sum() / heavy.sum()
    heavy *= numpy.where(truth > 0, 0.5 / share, 0.5 / (1 - share))
    return heavy / heavy.mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="+", required=True, help="sound addresses, one a line")
    options = parser.parse_args()
    urls = [url for path in options.list for url in path.read_text("utf-8").split()]
    found = examples(varied(shuffled(urls), EACH))
    TARGET.write_bytes(bytes(weight % 256 for weight in fit(found)))
    print(f"{len(found.truth)} places, {sum(found.truth)} underscores, {len(set(found.sites))} sites")


if __name__ == "__main__":
    main()
