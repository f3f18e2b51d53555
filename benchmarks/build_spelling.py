"""Builds `citecheck/repair/data/spelling.bin`: which letters the letters beside them ask for.

    python -m benchmarks.build_spelling [--list FILE...]

Words: of each language that the word lists hold, a sample of simplemma's forms; the words of `build_common`
(the English web, names of people and towns, addresses, packages). Each word counts once.
`citecheck.repair.spelling` says what the file holds.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from math import exp, log
from pathlib import Path

from benchmarks import build_common
from benchmarks.build_lexicon import forms, spellings
from benchmarks.made_slugs import LISTED
from benchmarks.sound_urls import mined
from citecheck.repair.spelling import MODELS, SIZE, STEP, traces

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "spelling.bin"
EACH, ROUNDS, PENALTY = 16_000, 4, 2e-6
"""Forms of a language; rounds of the fit; its penalty."""
MOST = 400_000
"""Places of the more usual one of a pair."""
LEAST = 3
_WORD = re.compile(f"[a-z]{{{LEAST},28}}")
Place = tuple[str, str, bool]


def words_of(language: str, rnd: random.Random) -> list[str]:
    listed = forms(language)
    drawn = rnd.sample(listed, min(EACH, len(listed)))
    made = {spelled for form in drawn for spelled in spellings(form, language)}
    return sorted(word for word in made if _WORD.fullmatch(word))


def names(urls: list[str]) -> list[str]:
    """Words of addresses, of the web, names of people, towns and programs."""
    found: set[str] = set()
    for url in urls:
        found.update(_WORD.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", url.partition("//")[2]).lower()))
    for source in (build_common.web(), build_common.towns(), build_common.people()):
        found.update(word for word in source if _WORD.fullmatch(word))
    found.update(word for _, text in build_common.packages() for word in _WORD.findall(text.lower()))
    return sorted(found)


def places(words: list[str], printed: str, meant: str) -> list[Place]:
    """Each place of the two in the words, with what stands beside."""
    found = []
    for letters in (printed, meant):
        for word in words:
            at = word.find(letters)
            while at >= 0:
                found.append((word[:at], word[at + len(letters) :], letters == meant))
                at = word.find(letters, at + 1)
    return found


def gaps(groups: list[list[str]], rnd: random.Random) -> list[Place]:
    """As many places within a word as between two words of one group."""
    found = []
    for words in groups:
        for word in words:
            at = rnd.randint(1, len(word) - 1)
            found.append((word[:at], word[at:], True))
            found.append((word, rnd.choice(words), False))
    return found


def fit(rows: list[Place], rnd: random.Random) -> bytes:
    """Weights by gradient steps of falling size (AdaGrad), as signed bytes."""
    weight, seen = [0.0] * SIZE, [1e-3] * SIZE
    made = [(traces(left, right), truth) for left, right, truth in rows]
    for _ in range(ROUNDS):
        rnd.shuffle(made)
        for held, truth in made:
            said = 0.0
            for i in held:
                said += weight[i]
            off = 1 / (1 + exp(-max(-30.0, min(30.0, said)))) - truth
            if -0.002 < off < 0.002:
                continue
            for i in held:
                slope = off + PENALTY * weight[i]
                seen[i] += slope * slope
                weight[i] -= 0.15 * slope / seen[i] ** 0.5
    return bytes(max(-127, min(127, round(value / STEP))) & 255 for value in weight)


def thinned(rows: list[Place], rnd: random.Random) -> tuple[list[Place], float]:
    """At most `MOST` places of each kind, and what that adds to the odds."""
    kinds = [[row for row in rows if row[2] is truth] for truth in (False, True)]
    shares = [min(1.0, MOST / max(1, len(kind))) for kind in kinds]
    kept = [row for kind in kinds for row in rnd.sample(kind, min(MOST, len(kind)))]
    return kept, log(shares[1] / shares[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="*", help="sound addresses, one a line")
    options = parser.parse_args()
    urls = [u for path in options.list or () for u in path.read_text("utf-8").split()] or mined()
    rnd = random.Random(9)
    groups = [words_of(language, rnd) for language in LISTED]
    groups.append(names([*urls, *build_common.of_sites()]))
    words = sorted({word for group in groups for word in group})
    print(len(words), "words", file=sys.stderr)
    out = b""
    for model in MODELS:
        rows = gaps(groups, rnd) if model == "gap" else places(words, *model.split())
        kept, added = thinned(rows, rnd)
        weights = bytearray(fit(kept, rnd))
        always = (weights[0] ^ 128) - 128 - added / STEP
        weights[0] = max(-127, min(127, round(always))) & 255
        print(model, len(rows), sum(truth for *_, truth in rows), f"{added:.2f}", file=sys.stderr)
        out += bytes(weights)
    TARGET.write_bytes(out)


if __name__ == "__main__":
    main()
