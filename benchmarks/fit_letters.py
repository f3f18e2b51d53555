"""Fits `citecheck/repair/data/letters.toml`: how much each trait says for a misread letter.

    python -m benchmarks.fit_letters [--list FILE...] [--sound FILE...]

Of the addresses of `--list` (six of each host at most) one letter is misread; those of `--sound` stay as
they are, and each of their words that has another reading counts many times, since a changed sound address
is worse than a damaged one that stays. To both come slugs made of simplemma's words, of the languages that
the word lists hold and, sound only, of others. Without the lists, the addresses that documentation on the
machine prints are taken.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from benchmarks import damage_urls
from benchmarks.fit_gaps import SOUND, fit
from benchmarks.made_slugs import LISTED, slugs
from benchmarks.sound_urls import mined, shuffled, varied
from citecheck.repair.bars import Other
from citecheck.repair.context import EMPTY
from citecheck.repair.evidence import kind_of
from citecheck.repair.letters import others
from citecheck.repair.place import Traits
from citecheck.repair.tokens import tokens

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "letters.toml"
EACH, HEAVY, TIMES = 6, 15.0, 2
"""Addresses of a host; times that a sound word counts, that an address is damaged."""
STRANGE = ("cy", "ga", "la", "eo", "lb", "sw", "hy", "ka", "tl", "ast")
LEAVE = {"listed words"}
"""Traits that only rules ask for."""
UNSEEN = "m for in"
"""A slip that the damage does not make: how its traits begin."""
Rows = dict[str, list[tuple[Traits, bool]]]


def readings(url: str) -> list[Other]:
    return [other for start, end in tokens(url) for other in others(url, start, end, EMPTY)]


def used(other: Other) -> Traits:
    return {
        name: value
        for name, value in other.traits.items()
        if name not in LEAVE and not name.startswith(UNSEEN)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="*", help="sound addresses to damage, one a line")
    parser.add_argument("--sound", type=Path, nargs="*", help="sound addresses, one a line")
    options = parser.parse_args()
    every = mined()
    urls = [u for path in options.list or () for u in path.read_text("utf-8").split()] or every
    sound = [u for path in options.sound or () for u in path.read_text("utf-8").split()] or every
    rnd = random.Random(4)
    rows: Rows = {"digit": [], "capital": [], "plain": []}
    made = slugs(LISTED, rnd)
    urls = [url for url in varied(shuffled(urls), EACH) if 24 <= len(url) <= 200] + made
    sound += made + slugs(STRANGE, rnd)
    for url in [url for url in urls for _ in range(TIMES)]:
        raw = damage_urls.letters(url, rnd)
        for other in readings(raw) if raw != url else ():
            meant = raw[: other.start] + other.word + raw[other.end :]
            rows[kind_of(raw[other.start : other.end])].append((used(other), meant.lower() == url.lower()))
    seen: dict[tuple[str, str, bool], tuple[str, Traits]] = {}
    for url in sound:
        for other in readings(url):
            token = url[other.start : other.end]
            seen.setdefault((token.lower(), other.word, "host" in other.traits), (token, used(other)))
    for token, traits in seen.values():
        rows[kind_of(token)].append((traits | {SOUND: 1.0}, False))
    lines = [
        "# Weights (natural logarithm of odds) of the traits of another reading, for a misread letter.",
        f"# Fitted by benchmarks/fit_letters.py to {len(urls)} damaged, {len(sound)} sound addresses.",
    ]
    for kind, listed in rows.items():
        print(kind, len(listed), sum(truth for _, truth in listed), file=sys.stderr)
        lines.append(f"[{kind}]")
        weights = fit(listed, rnd, rounds=12, times=HEAVY)
        lines += [
            f'"{trait}" = {value:.2f}' for trait, value in sorted(weights.items()) if abs(value) >= 0.005
        ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
