"""Fits `citecheck/repair/data/beside.bin`: what stands beside lost underscores and beside mere white space.

    python -m benchmarks.fit_beside --list FILE...

The lists hold sound addresses, one a line; files that pages load and addresses that a table's next cell seems
to be part of are left out. Each underscore of a path is an example; so are places within it at which white
space could come in. A site counts with the square root of its examples. Logistic regression; what fewer than
three sites show says nothing. Needs `scikit-learn`, which the project itself does not.
"""

from __future__ import annotations

import argparse
import random
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from benchmarks.sound_urls import shuffled
from citecheck.investigate.addresses import domain_of, host_of
from citecheck.repair.beside import SIZE, STEP, traces

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "beside.bin"
EACH, UNDERSCORES, PLACES = 150, 4, 6
"""Addresses of one site with underscores, and as many without; examples of one address."""
SHORTEST, LONGEST = 22, 200
"""Characters of an address that is learnt from."""
_WITH_PATH = re.compile(r"(?i)https?://[^/]+/..+")
_LOADED = re.compile(r"(?i)\.(?:js|css|woff2?|ttf|webp)\b")
_NEXT_CELL = re.compile(r",(?!\d+[,./\w-]*$)")
FOLDS = 4
PENALTY, ROUNDS, SITES = 3e-6, 8, 3


class Examples(NamedTuple):
    """Traces of the examples one after another, where each example's begin and the last ends, whether it was
    an underscore, and the number of its site."""

    traces: array[int]
    bounds: list[int]
    truth: list[bool]
    sites: list[int]


def chosen(urls: Sequence[str], lost: int, others: int) -> list[str]:
    """Those of `urls` that can be learnt from, at most `lost` of one site with underscores and `others`
    without, in an order by chance that is the same for the same list."""
    seen: Counter[tuple[int, bool]] = Counter()
    kept = []
    for url in shuffled(list(dict.fromkeys(urls))):
        if not (_WITH_PATH.match(url) and url.isascii() and SHORTEST <= len(url) <= LONGEST):
            continue
        if _LOADED.search(url) or _NEXT_CELL.search(url):
            continue
        kind = site_of(url), "_" in url
        seen[kind] += 1
        if seen[kind] <= (lost if kind[1] else others):
            kept.append(url)
    return kept


def site_of(url: str) -> int:
    """A number for the site of an address: of the domain that somebody registered."""
    return crc32(domain_of(host_of(url)).encode())


def fold_of(url: str) -> int:
    """Which part of the sites an address belongs to, of `FOLDS`."""
    return site_of(url) // 16 % FOLDS


def examples(urls: Sequence[str]) -> Examples:
    found = Examples(array("i"), [0], [], [])
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
    used = chosen(urls, EACH, EACH)
    found = examples(used)
    TARGET.write_bytes(bytes(weight % 256 for weight in fit(found)))
    sites = len(set(found.sites))
    print(f"{len(used)} addresses, {len(found.truth)} places, {sum(found.truth)} underscores, {sites} sites")


if __name__ == "__main__":
    main()
