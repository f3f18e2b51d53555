"""Names in Latin and in Cyrillic letters: how many are known as one, and how many others are taken for one.

    python -m benchmarks.transcribed_names [--show]

`transcribed_names.json` has 362 names of people and places of many languages, each with its usual Russian
form, written for this; `cities` are those of the Unicode locale data (package `babel`) in six languages and
in Russian, Ukrainian and Belarusian. Others are drawn by chance from both.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from babel import Locale

from citecheck.match.crosslingual.sounds import same_named
from citecheck.match.fold import split_words

LATIN, CYRILLIC = ("en", "fr", "de", "es", "it", "pl"), ("ru", "uk", "be")
OTHERS = 80_000
Pair = tuple[str, str]


def listed() -> list[Pair]:
    """Names of the file, Latin and Russian."""
    source = Path(__file__).with_name("transcribed_names.json").read_text("utf-8")
    return [(latin, cyrillic) for latin, cyrillic in json.loads(source)]


def cities() -> list[Pair]:
    """Cities of one word as both scripts have them, each pair once."""
    found = {script: [_cities(code) for code in codes] for script, codes in (("a", LATIN), ("я", CYRILLIC))}
    pairs = {
        (latin[zone], cyrillic[zone])
        for latin in found["a"]
        for cyrillic in found["я"]
        for zone in latin.keys() & cyrillic.keys()
    }
    return sorted(pair for pair in pairs if pair[1][0] >= "\u0400" and _words(pair) == 2)


def _cities(code: str) -> dict[str, str]:
    zones = Locale(code).time_zones.items()
    return {
        zone: str(names.get("city") or zone.rpartition("/")[2].replace("_", " ")) for zone, names in zones
    }


def _words(pair: Pair) -> int:
    return sum(len(split_words(name)) for name in pair)


def _same(pair: Pair) -> bool:
    one, other = ("".join(split_words(name).folded) for name in pair)
    return same_named(one, other)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--show", action="store_true", help="the names that are missed and taken for one")
    show = parser.parse_args().show
    sets = {"listed": listed(), "cities": cities()}
    known = {pair for pairs in sets.values() for pair in pairs}
    for name, pairs in sets.items():
        missed = [pair for pair in pairs if not _same(pair)]
        print(f"{name}: {len(pairs) - len(missed)} of {len(pairs)} are known as one")
        if show:
            print("  ", *(" ".join(pair) for pair in missed), sep=", ")
    chance = random.Random(2)
    pairs = [*sets["listed"], *sets["cities"]]
    drawn = {(chance.choice(pairs)[0], chance.choice(pairs)[1]) for _ in range(OTHERS)} - known
    taken = sorted(filter(_same, drawn))
    print(f"others: {len(taken)} of {len(drawn)} are taken for one")
    if show:
        print("  ", *(" ".join(pair) for pair in taken), sep=", ")


if __name__ == "__main__":
    main()
