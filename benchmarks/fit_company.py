"""Fits `citecheck/repair/data/company.bin`: what the gaps of an address say together.

    python -m benchmarks.fit_company --list FILE...

The lists hold sound addresses, one a line. Those with underscores lose them all, alone or with ends of
lines, doubled links, columns or a few spaces besides; all get spaces inside, and line ends anywhere. What
repair then asks about each gap (`citecheck.repair.company.measures`) is put down with whether it was an
underscore, and trees of questions are boosted over it. What stands beside a gap is weighed by weights that
were fitted to other sites (`benchmarks/fit_beside.py`): those fitted to its own would be believed too much.
Which gaps are left to ask about hangs a little on the trees that are there before. Needs `lightgbm` and
`scikit-learn`, which the project itself does not.
"""

from __future__ import annotations

import argparse
import random
import re
from array import array
from collections.abc import Iterator
from importlib import import_module
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks import damage_urls, fit_beside
from benchmarks.fit_gaps import torn
from citecheck.repair import beside, company, joins, pipeline, repair
from citecheck.repair.gaps import alone_odds, gaps_of, underscore_odds
from citecheck.repair.legible import legible
from citecheck.repair.strays import NO_STRAYS, Strays
from citecheck.repair.trees import packed

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "company.bin"
LOST, OTHERS, AT_ONCE = 14, 4, 1000
"""Addresses of one site with underscores and without; addresses that a process takes together."""
TREES, LEAVES = 450, 31
HOW = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": LEAVES,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "data_sample_strategy": "goss",
    "top_rate": 0.2,
    "other_rate": 0.15,
    "lambda_l2": 5,
    "max_bin": 127,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
Row = tuple[tuple[float, ...], bool]
Part = tuple[bytes, list[str]]
"""Weights of what stands beside a gap, and addresses of sites that they were not fitted to."""


def cut(url: str, rnd: random.Random) -> str:
    """One line end anywhere behind the host."""
    at = rnd.randint(url.find("/", 8), len(url) - 1)
    return url[:at] + rnd.choice(("\n", " \n", "\n   ")) + url[at:]


def parted(url: str, rnd: random.Random) -> str:
    """White space between two digits of one number behind the host."""
    start = url.find("/", 8)
    able = [m.start() for m in re.finditer(r"(?<=\d)(?=\d)", url) if 0 < start < m.start()]
    if not able:
        return url
    at = rnd.choice(able)
    return url[:at] + rnd.choice((" ", " ", "\n", " \n")) + url[at:]


def ragged(url: str, rnd: random.Random) -> str:
    """Set in a column, each line's end with white space of its own, as some readers leave it."""
    set_in = damage_urls.columns(url, rnd)
    return re.sub(r"\s*\n\s*", lambda _: rnd.choice(("\n", " \n", "\n   ")), set_in)


def linked(url: str, rnd: random.Random) -> str:
    """White space within a number or anywhere, in a link that is doubled."""
    return damage_urls.runs(rnd.choice((parted, parted, damage_urls.spaces))(url, rnd), rnd)


WAYS: tuple[tuple[damage_urls.Damage, float, float, float], ...] = (
    # The damage, and how often it is done to an address whose underscores are all lost, whose underscores
    # stay, and that has none.
    (lambda url, rnd: url, 1.0, 0.0, 0.0),
    (damage_urls.lines, 0.2, 0.3, 0.2),
    (damage_urls.wraps, 0.4, 0.2, 0.12),
    (damage_urls.spaces, 0.07, 1.2, 0.8),
    (torn, 0.0, 0.15, 0.06),
    (damage_urls.columns, 0.5, 0.1, 0.05),
    (ragged, 0.15, 0.1, 0.05),
    (cut, 0.0, 0.25, 0.25),
    (parted, 0.0, 0.2, 0.12),
    (linked, 0.0, 0.3, 0.2),
)


def damaged(url: str, rnd: random.Random) -> Iterator[str]:
    """`url` in all its damaged forms; doubled links and columns come before its signs are lost."""
    for damage, lost, kept, none in WAYS:
        for _ in range(_times(lost if "_" in url else 0.0, rnd)):
            whole = damage in (damage_urls.wraps, damage_urls.columns, ragged)
            yield damage(url if whole else url.replace("_", " "), rnd).replace("_", " ")
        for _ in range(_times(kept if "_" in url else none, rnd)):
            yield damage(url, rnd)


def _times(often: float, rnd: random.Random) -> int:
    return int(often) + (rnd.random() < often % 1)


def rows_of(url: str, raw: str) -> Iterator[Row]:
    """What is asked of the gaps of `raw` as it is repaired, each with whether it was an underscore."""
    asked: dict[tuple[str, Strays], int] = {}

    def heard(text: str, start: int, stray: Strays = NO_STRAYS) -> Any:
        asked[text, stray] = start
        return underscore_odds(text, start, stray)

    with patch.object(joins, "underscore_odds", heard):
        repair(raw)
    for (text, stray), start in asked.items():
        if re.sub(r"[\s_]", "", text) != url.replace("_", ""):
            continue
        plain = legible(text, start)
        gaps = gaps_of(plain, start)
        found = company.measures(plain, start, gaps, alone_odds(plain, gaps), stray)
        yield from zip(found, _labels(url, text, underscore_odds(text, start, stray)[0]), strict=True)


def _labels(url: str, text: str, gaps: tuple[company.Gap, ...]) -> Iterator[bool]:
    lost = {len(url[: match.start()].replace("_", "")) for match in re.finditer("_", url)}
    for gap in gaps:
        beside = text[: gap.start].endswith("_") or text[gap.end :].startswith("_")
        yield len(re.sub(r"[\s_]", "", text[: gap.start])) in lost and not beside


def save(model: Any, target: Path) -> int:
    """Write the trees of a fitted model as `citecheck.repair.trees` reads them; how many they are."""
    trees = [_plain(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    target.write_bytes(packed(trees))
    return len(trees)


def _plain(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    limit = float(f"{node['threshold']:.6g}")
    return [node["split_feature"], limit, _plain(node["left_child"]), _plain(node["right_child"])]


def learnt(part: Part) -> tuple[array[float], array[int]]:
    """What is asked of the gaps of a part's addresses, damaged, one gap after another, and whether each was
    an underscore. Letters are not read: they say nothing of gaps and would take most of the time."""
    asked, truth = array("f"), array("b")
    weights = memoryview(part[0]).cast("b")
    with (
        patch.object(beside, "weights", lambda: weights),
        patch.object(pipeline, "read_letters", lambda text, *_, **__: [(text, 1.0)]),
    ):
        for url in part[1]:
            for raw in damaged(url, random.Random(url)):
                for found, label in rows_of(url, raw) if raw != url else ():
                    asked.extend(found)
                    truth.append(label)
    return asked, truth


def _parts(urls: list[str]) -> Iterator[Part]:
    found = fit_beside.examples(fit_beside.chosen(urls, fit_beside.EACH, fit_beside.EACH))
    used = fit_beside.chosen(urls, LOST, OTHERS)
    print(f"{len(used)} addresses of {len(set(map(fit_beside.site_of, used)))} sites", flush=True)
    for fold in range(fit_beside.FOLDS):
        weights = bytes(weight % 256 for weight in fit_beside.fit(found, without=fold))
        those = [url for url in used if fit_beside.fold_of(url) == fold]
        for at in range(0, len(those), AT_ONCE):
            yield weights, those[at : at + AT_ONCE]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="+", required=True, help="sound addresses, one a line")
    options = parser.parse_args()
    urls = [url for path in options.list for url in path.read_text("utf-8").split()]
    lightgbm, numpy = import_module("lightgbm"), import_module("numpy")
    with Pool() as pool:
        parts = list(pool.imap(learnt, _parts(urls)))
    truth = numpy.concatenate([numpy.array(truth, float) for _, truth in parts])
    asked = numpy.concatenate([numpy.array(asked, numpy.float32) for asked, _ in parts])
    asked = asked.reshape(len(truth), -1)
    model = lightgbm.train(HOW, lightgbm.Dataset(asked, truth), TREES)
    count = save(model, TARGET)
    print(f"{len(truth)} gaps, {int(truth.sum())} of them underscores, {count} trees")


if __name__ == "__main__":
    main()
