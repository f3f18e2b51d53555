"""Fits `citecheck/repair/data/company.json`: what the gaps of an address say together.

    python -m benchmarks.fit_company --list FILE...

The lists hold sound addresses, one a line. Those with underscores lose them all, alone or with ends of
lines, doubled links, columns or a few spaces besides; all get spaces inside. What repair then asks about each
gap (`citecheck.repair.company.measures`) is put down with whether it was an underscore, and trees of
questions are boosted over it. What stands beside a gap is weighed by weights that were fitted to other sites
(`benchmarks/fit_beside.py`): those fitted to its own would be believed too much. Needs `lightgbm` and
`scikit-learn`, which the project itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from array import array
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks import damage_urls, fit_beside
from benchmarks.fit_gaps import torn
from benchmarks.sound_urls import shuffled, varied
from citecheck.repair import beside, company, joins, repair
from citecheck.repair.gaps import alone_odds, gaps_of, underscore_odds
from citecheck.repair.legible import legible

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "company.json"
EACH = 15
"""Addresses of one host."""
TREES, LEAVES = 450, 31
HOW = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": LEAVES,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 127,
    "seed": 1,
    "verbose": -1,
}
WAYS: tuple[tuple[damage_urls.Damage, bool, float], ...] = (
    # The damage, whether all underscores are lost first, how often it is done to an address.
    (lambda url, rnd: url, True, 1.0),
    (damage_urls.lines, True, 0.2),
    (damage_urls.wraps, True, 0.4),
    (damage_urls.spaces, True, 0.07),
    (damage_urls.spaces, False, 1.2),
    (damage_urls.lines, False, 0.2),
    (torn, False, 0.15),
    (damage_urls.columns, True, 0.5),
    (damage_urls.columns, False, 0.1),
)
Row = tuple[tuple[float, ...], bool]


def damaged(url: str, rnd: random.Random) -> Iterator[str]:
    """`url` in all its damaged forms; doubled links and columns come before its signs are lost."""
    for damage, lost, often in WAYS:
        if lost and "_" not in url:
            continue
        for _ in range(int(often) + (rnd.random() < often % 1)):
            whole = damage in (damage_urls.wraps, damage_urls.columns) or not lost
            text = damage(url if whole else url.replace("_", " "), rnd)
            yield text.replace("_", " ") if lost else text


def rows_of(url: str, raw: str) -> Iterator[Row]:
    """What is asked of the gaps of `raw` as it is repaired, each with whether it was an underscore."""
    asked: dict[tuple[str, company.Strays], int] = {}

    def heard(text: str, start: int, stray: company.Strays = company.NO_STRAYS) -> Any:
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


def plain(node: dict[str, Any]) -> Any:
    """A tree as the project reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    limit = float(f"{node['threshold']:.6g}")
    return [node["split_feature"], limit, plain(node["left_child"]), plain(node["right_child"])]


def _rows(urls: list[str], rnd: random.Random) -> Iterator[Row]:
    found = fit_beside.examples(varied(shuffled(urls), fit_beside.EACH))
    for fold in range(fit_beside.FOLDS):
        weights = memoryview(array("b", fit_beside.fit(found, without=fold)))
        with patch.object(beside, "weights", lambda weights=weights: weights):
            for url in varied(shuffled(urls), EACH):
                if fit_beside.fold_of(url) == fold:
                    damages = (raw for raw in damaged(url, rnd) if raw != url)
                    yield from (row for raw in damages for row in rows_of(url, raw))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="+", required=True, help="sound addresses, one a line")
    options = parser.parse_args()
    urls = [url for path in options.list for url in path.read_text("utf-8").split()]
    rnd = random.Random(1)
    rows = list(_rows(urls, rnd))
    lightgbm, numpy = import_module("lightgbm"), import_module("numpy")
    asked = numpy.array([found for found, _ in rows], numpy.float32)
    truth = numpy.array([label for _, label in rows], float)
    model = lightgbm.train(HOW, lightgbm.Dataset(asked, truth), TREES)
    trees = [plain(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    TARGET.write_text(
        "[" + ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees) + "]\n", "utf-8"
    )
    print(f"{len(rows)} gaps, {len(trees)} trees")


if __name__ == "__main__":
    main()
