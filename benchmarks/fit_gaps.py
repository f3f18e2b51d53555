"""Fits `citecheck/repair/data/gaps.toml`: how much each trait of a gap says for a lost underscore.

    python -m benchmarks.fit_gaps [--list FILE...]

Without a list, the addresses that documentation on the machine prints are taken. Half of the addresses with
underscores lose them all, some of those also have spaces; the others get spaces only. Of each host six
addresses are taken at most; to them come slugs made of words of many languages. Logistic regression of each
gap alone; what the gaps of an address say together is fitted by `benchmarks/fit_company.py`.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from math import exp
from pathlib import Path

from benchmarks import damage_urls
from benchmarks.made_slugs import LISTED, slugs
from benchmarks.sound_urls import mined, shuffled, varied
from citecheck.repair import gaps
from citecheck.repair.company import Gap, Traits
from citecheck.repair.joins import close_spaces, host_end_with_gaps, join_lines

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "gaps.toml"
EACH, ROUNDS, PENALTY = 6, 30, 1e-4
SOUND = "sound"
UNWEIGHED = {"left bits", "right bits", "joint bits", "left bits each", "right bits each", "parted"}
"""Traits that only the trees are asked for."""
_SMALL = 1e-3
"""Error below which a row teaches nothing."""
ASSET = re.compile(r"(?i)\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?|ttf|webp)\b")
Row = tuple[tuple[Gap, ...], list[bool]]


def damaged(url: str, rnd: random.Random) -> str:
    """One of the ways in which gaps come into addresses."""
    way = rnd.random()
    if way < 0.5 and "_" in url:
        text = damage_urls.underscores(url, rnd)
        if way < 0.1:
            text = damage_urls.lines(text, rnd)
        elif way < 0.13:
            text = damage_urls.spaces(text, rnd)
        return text
    if way < 0.6:
        return damage_urls.lines(url, rnd)
    if way < 0.75:
        return torn(url, rnd)
    return damage_urls.spaces(url, rnd)


def torn(url: str, rnd: random.Random) -> str:
    """Spaces close together, as where a line of print was set wide."""
    start = url.index("/", 8) if "/" in url[8:] else 8
    middle, count = rnd.randint(start, len(url)), min(8, 1 + int(rnd.expovariate(0.5)))
    places = {min(len(url) - 1, max(start + 1, round(rnd.gauss(middle, 6)))) for _ in range(count)}
    return "".join(" " + c if i in places else c for i, c in enumerate(url))


def row_of(url: str, raw: str) -> Row | None:
    """The gaps that are left when the certain ones are closed, each with whether it was an underscore."""
    text = close_spaces(join_lines(raw), weighed=False)
    start = host_end_with_gaps(text)
    found = gaps.gaps_of(text, start)
    letters = re.sub(r"[\s_]", "", text)
    if not found or letters != url.replace("_", ""):
        return None
    truth = {}
    count = 0
    for character in url:
        if character == "_":
            truth[count] = truth.get(count, 0) + 1
        else:
            count += 1
    labels = []
    for gap in found:
        at = len(re.sub(r"[\s_]", "", text[: gap.start]))
        beside = text[: gap.start].endswith("_") or text[gap.end :].startswith("_")
        labels.append(at in truth and not beside)
    return found, labels


def fit(
    rows: list[tuple[Traits, bool]], rnd: random.Random, rounds: int = ROUNDS, times: float = 1.0
) -> dict[str, float]:
    """Weights by gradient steps of falling size (AdaGrad) with a small penalty; rows with the trait `sound`
    count `times`."""
    names = sorted({name for traits, _ in rows for name in traits} - UNWEIGHED - {SOUND})
    place = {name: i for i, name in enumerate(names)}
    weight, seen = [0.0] * len(names), [1e-6] * len(names)
    made = [
        ([(place[n], v) for n, v in traits.items() if n in place], truth, times if SOUND in traits else 1.0)
        for traits, truth in rows
    ]
    for _ in range(rounds):
        rnd.shuffle(made)
        for traits, truth, heavy in made:
            said = 0.0
            for i, value in traits:
                said += weight[i] * value
            off = (1 / (1 + exp(-max(-30.0, min(30.0, said)))) - truth) * heavy
            if -_SMALL < off < _SMALL:
                continue
            for i, value in traits:
                slope = off * value + PENALTY * weight[i]
                seen[i] += slope * slope
                weight[i] -= 0.3 * slope / seen[i] ** 0.5
    return dict(zip(names, weight, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="*", help="sound addresses, one a line")
    options = parser.parse_args()
    urls = [u for path in options.list or () for u in path.read_text("utf-8").split()] or mined()
    urls = [u for u in varied(shuffled(urls), EACH) if 24 <= len(u) <= 200 and not ASSET.search(u)]
    rnd = random.Random(3)
    urls += slugs(LISTED, rnd, "-_")
    rows: list[Row] = []
    for url in urls:
        for _ in range(4 if "_" in url else 2):
            row = row_of(url, damaged(url, rnd))
            if row:
                rows.append(row)
    single = [(g.traits, t) for found, truth in rows for g, t in zip(found, truth, strict=True)]
    print(
        len(urls),
        "addresses,",
        len(single),
        "gaps,",
        sum(t for _, t in single),
        "underscores",
        file=sys.stderr,
    )
    alone = fit(single, rnd)
    both = {"alone": alone}
    lines = [
        "# Weights (natural logarithm of odds) of the traits of a gap in an address, for a lost underscore.",
        f"# Fitted by benchmarks/fit_gaps.py to {len(single)} gaps in {len(urls)} addresses.",
    ]
    for name, table in both.items():
        lines.append(f"[{name}]")
        lines += [f'"{trait}" = {value:.2f}' for trait, value in sorted(table.items()) if abs(value) >= 0.005]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
