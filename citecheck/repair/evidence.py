"""What speaks for a misread letter in one word of an address, as traits that are weighed.

Three kinds of slip leave different traces: a digit among letters, a capital I among small letters, and
letters taken for others. Each has its own weights, fitted by `benchmarks/fit_letters.py` to damaged and
sound addresses.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.repair.address import host_end
from citecheck.repair.common import common_bits
from citecheck.repair.lexicon import known, lexicon
from citecheck.repair.slips import Slip
from citecheck.repair.words import is_made, run_bits

Traits = dict[str, float]
DIGIT_BITS, CAPITAL_BITS = -8.0, -6.0
"""Bits of a digit, of a capital I within a word."""
_RUN = re.compile(r"[a-z]+")
_EDGE_BEFORE, _EDGE_AFTER = re.compile(r"[^/?&=#;]*$"), re.compile(r"[^/?&=#;]*")
_LONGER = re.compile(r"[A-Za-z]{3,}")
_REACH, _LEAST, _LETTER = 12, 3, 4.2
"""Letters of a part of a word that is looked up, at most and at least; bits of a letter of no word."""
_LOW, _HIGH = -4.0, 6.0
_SCALE = 4.0
"""Bits that count as one."""


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weights of the traits by kind of slip."""
    text = files("citecheck.repair").joinpath("data/letters.toml").read_text("utf-8")
    return {name: dict(row) for name, row in tomllib.loads(text).items()}


def kind_of(token: str) -> str:
    """`digit`, `capital` or `plain`: what is strange about a token before it is compared with others.

    >>> kind_of("c0lour"), kind_of("coIour"), kind_of("govemment")
    ('digit', 'capital', 'plain')
    """
    if not token.isalpha():
        return "digit"
    return "capital" if "I" in token[1:] else "plain"


@lru_cache(maxsize=8192)
def token_bits(token: str) -> float:
    """Bits of a token (small letters and digits)."""
    if token.isalpha():
        return run_bits(token)
    return sum(run_bits(run) for run in _RUN.findall(token)) + DIGIT_BITS * sum(c.isdigit() for c in token)


def evidence(url: str, start: int, end: int, word: str, slip: Slip, cost: float, gain: float) -> Traits:
    """Traits of reading `word` where `url` prints something else from `start` to `end`; `gain`: bits by
    which it is likelier by itself, `cost`: bits of the slips."""
    token = url[start:end]
    plain, kind = token.lower(), kind_of(token)
    first, last, last_word = _changed(plain, word)
    traits = {
        "always": 1.0,
        f"{slip.printed} for {slip.meant}": 1.0,
        "gain": _clipped(gain),
        "cost": cost / _SCALE,
        f"length {min(10, len(token))}": 1.0,
        "covered": _clipped(_cover(word, first, last_word)),
    }
    bits = common_bits(word)
    traits["common"] = 0.0 if bits is None else 1.0
    traits["bits"] = -99.0 if bits is None else bits
    traits["how common"] = 0.0 if bits is None else (bits + 24) / _SCALE
    traits["listed" if known(word) else "unlisted"] = 1.0
    traits["made"] = 1.0 * (bits is not None or is_made(word))
    traits.update(_place(url, start, end, plain, word))
    if kind == "plain":
        traits["letters"] = _clipped(lexicon().letters(word) - lexicon().letters(plain))
        traits["printed listed"] = 1.0 * known(plain)
        traits["printed made"] = 1.0 * is_made(plain)
        traits["printed covered"] = _clipped(_cover(plain, first, last))
        traits["behind a letter"] = 1.0 * (common_bits(plain[1:]) is not None and first == 0)
    if kind == "digit":
        runs = _RUN.findall(plain)
        traits["runs common"] = 1.0 * all(common_bits(run) is not None for run in runs if len(run) > 1)
        if plain[0].isdigit() or plain[-1].isdigit():
            traits["at the edge"] = 1.0
        traits["digits left"] = 1.0 * any(c.isdigit() for c in word)
        if "host" in traits or traits["whole segment"] * traits["first segment"]:
            traits["name"] = 1.0
            traits["how common name"] = traits["how common"]
            if slip.printed == "0":
                traits["name with 0"] = 1.0
                traits["how common name with 0"] = traits["how common"]
    return traits


def _clipped(bits: float) -> float:
    return max(_LOW, min(_HIGH, bits / _SCALE))


def _changed(plain: str, word: str) -> tuple[int, int, int]:
    """Where the two differ: from, to in `plain`, to in `word`."""
    first = 0
    while first < min(len(plain), len(word)) and plain[first] == word[first]:
        first += 1
    after = 0
    while after < min(len(plain), len(word)) - first and plain[-1 - after] == word[-1 - after]:
        after += 1
    return first, len(plain) - after, len(word) - after


@lru_cache(maxsize=4096)
def _cover(word: str, first: int, last: int) -> float:
    """Bits by which the best common word that lies in `word` over what changed is likelier than its
    letters."""
    best = 0.0
    for start in range(max(0, last - _REACH), first + 1):
        for end in range(max(last, start + _LEAST), min(len(word), start + _REACH) + 1):
            part = word[start:end]
            bits = common_bits(part) if part.isalpha() else None
            if bits is not None:
                best = max(best, bits + _LETTER * (end - start))
    return best


def _place(url: str, start: int, end: int, plain: str, word: str) -> Traits:
    """Where the token stands and what stands around it."""
    host = start < host_end(url)
    before, after = _EDGE_BEFORE.search(url, 0, start), _EDGE_AFTER.match(url, end)
    beside = (before[0] if before else "") + " " + (after[0] if after else "")
    words = _LONGER.findall(beside)
    usual = sum(common_bits(other.lower()) is not None for other in words)
    listed = sum(known(other.lower()) for other in words)
    lower = url.lower()
    traits = {
        "host" if host else "path": 1.0,
        f"company {min(3, usual)}": 1.0,
        f"listed beside {min(3, listed)}": 1.0,
        "listed words": float(listed),
        "all listed": 1.0 * (listed == len(words) > 1),
        "stranger beside": 1.0 * (len(words) > usual),
        "whole segment": 1.0 * (beside == " " and not host),
        "first segment": 1.0 * (not host and url.count("/", 8, start) == 1),
        "printed again": 1.0 * (lower.count(plain) > 1),
        "meant elsewhere": 1.0 * (word in lower),
        "capital": 1.0 * url[start].isupper(),
    }
    if host:
        bits = common_bits(word)
        traits["common host"] = 0.0 if bits is None else (bits + 24) / _SCALE
    return traits


def say(traits: Traits, kind: str) -> float:
    """Logarithm of the odds that the letter was misread, as fitted."""
    table = weights()[kind]
    return sum(table[name] * value for name, value in traits.items() if name in table)
