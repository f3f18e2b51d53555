"""What speaks for a misread letter in one word of an address, as traits that are weighed.

Three kinds of slip leave different traces: a digit among letters, a capital I among small letters, and
letters taken for others. Each has its own weights, fitted by `benchmarks/fit_letters.py` to damaged and
sound addresses.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citecheck.patterns import late
from citecheck.repair.common import common_bits, is_host_word
from citecheck.repair.lexicon import known, letter_bits
from citecheck.repair.place import Traits, place
from citecheck.repair.slips import Slip
from citecheck.repair.spelling import asked
from citecheck.repair.words import changed, is_made, run_bits
from citecheck.tables import table

DIGIT_BITS, CAPITAL_BITS = -8.0, -6.0
"""Bits of a digit, of a capital I within a word."""
_RUN, _LETTERS_BEFORE = late(r"[a-z]+"), late(r"[a-z]*$")
_REACH, _LEAST, LETTER = 12, 3, 4.2
"""Letters of a part of a word that is looked up, at most and at least; bits of a letter of no word."""
_LOW, _HIGH = -4.0, 6.0
_SCALE = 4.0
"""Bits that count as one."""
_LETTERS = -3.0
"""Bits of a letter of a usual word."""
_MEASURES = (
    *("spelling", "gain", "covered", "how common", "letters", "printed covered", "how common without"),
    "asked",
)
_STEPS = 1.5
"""Steps of a measure for each unit."""


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weights of the traits by kind of slip."""
    return table("citecheck.repair", "letters.toml")


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=1024)
def evidence(
    url: str, start: int, end: int, word: str, slip: Slip, cost: float, gain: float
) -> tuple[Traits, float]:
    """Traits of reading `word` where `url` prints something else from `start` to `end`, and what they say;
    `gain`: bits by which it is likelier by itself, `cost`: bits of the slips."""
    token = url[start:end]
    plain, kind = token.lower(), kind_of(token)
    traits = {
        "always": 1.0,
        f"{slip.printed} for {slip.meant}": 1.0,
        "gain": _clipped(gain),
        "cost": cost / _SCALE,
        f"length {min(10, len(token))}": 1.0,
        **_of_word(plain, word, slip),
    }
    traits.update(place(url, start, end, plain, word))
    if kind == "plain":
        traits.update(_of_letters(plain, word))
    if kind == "digit":
        traits.update(_of_digits(plain, word))
        if "host" in traits or traits["whole segment"] * traits["first segment"]:
            traits["name"] = 1.0
            traits["how common name"] = traits["how common"]
            if slip.printed == "0":
                traits["name with 0"] = 1.0
                traits["how common name with 0"] = traits["how common"]
    traits = {name: value for name, value in _staged(traits, slip).items() if value}
    return traits, _say(traits, kind)


@lru_cache(maxsize=1024)  # the same in all readings of an address
def _of_word(plain: str, word: str, slip: Slip) -> Traits:
    """What `word` itself says where `plain` is printed for it."""
    first, last, last_word = changed(plain, word)
    traits = {"covered": _clipped(_cover(word, first, last_word))}
    bits = common_bits(word)
    traits["common"] = 0.0 if bits is None else 1.0
    traits["how common"] = 0.0 if bits is None else (bits + 24) / _SCALE
    traits["listed" if known(word) else "unlisted"] = 1.0
    traits["made"] = 1.0 * (bits is not None or is_made(word))
    traits["site"] = 1.0 * is_host_word(word)
    traits["spelling"] = letter_bits(word) / len(word) - _LETTERS if word.isalpha() else 0.0
    traits["asked"] = _clipped(2 * _asked(plain, word, first, last, slip))
    return traits


def _asked(plain: str, word: str, first: int, last: int, slip: Slip) -> float:
    """What the letters beside the change ask for; of a digit, which of the two letters that look like it."""
    if slip.printed == "1":
        left, right = _LETTERS_BEFORE.search(word, 0, first), _RUN.match(word, first + 1)
        rival = "l" if slip.meant == "i" else "i"
        return asked(rival, slip.meant, left[0] if left else "", right[0] if right else "")
    if plain[first:last] == slip.printed:
        return asked(slip.printed, slip.meant, plain[:first], plain[last:])
    places = [
        match.start() for match in re.finditer(slip.printed.lower(), plain) if first <= match.start() < last
    ]
    size = len(slip.printed)
    return sum(asked(slip.printed, slip.meant, plain[:at], plain[at + size :]) for at in places)


@lru_cache(maxsize=1024)
def _of_letters(plain: str, word: str) -> Traits:
    """What the printed token says where it holds letters alone."""
    first, last, _ = changed(plain, word)
    return {
        "letters": _clipped(letter_bits(word) - letter_bits(plain)),
        "printed listed": 1.0 * known(plain),
        "printed made": 1.0 * is_made(plain),
        "printed covered": _clipped(_cover(plain, first, last)),
        "printed site": 1.0 * is_host_word(plain),
        "behind a letter": 1.0 * (common_bits(plain[1:]) is not None and first == 0),
    }


def _of_digits(plain: str, word: str) -> Traits:
    """What the printed token says where it holds digits."""
    runs = _RUN.findall(plain)
    traits = {
        "runs common": 1.0 * all(common_bits(run) is not None for run in runs if len(run) > 1),
        "digits left": 1.0 * any(c.isdigit() for c in word),
        "begins with a digit": 1.0 * plain[0].isdigit(),
    }
    if plain[0].isdigit() or plain[-1].isdigit():
        traits["at the edge"] = 1.0
        traits[f"ends in {plain[-1]}"] = 1.0
        longest = common_bits(max(runs, key=len, default=""))
        traits["how common without"] = 0.0 if longest is None else (longest + 24) / _SCALE
    return traits


def _staged(traits: Traits, slip: Slip) -> Traits:
    """The traits with their measures also in steps, since little and much differ by more than the amount;
    the slip with its place and with what the word is."""
    made = dict(traits)
    for name in _MEASURES:
        if name in traits:
            made[f"{name} {round(traits[name] * _STEPS)}"] = 1.0
    usual = "".join(f" {name}" for name in ("common", "listed", "made") if traits.get(name))
    where = "host" if "host" in traits else "path"
    made[f"{slip.printed} for {slip.meant} in {where}"] = 1.0
    made[f"{slip.printed} for {slip.meant}:{usual}"] = 1.0
    made[f"in {where}:{usual}"] = 1.0
    return made


def _clipped(bits: float) -> float:
    return max(_LOW, min(_HIGH, bits / _SCALE))


@lru_cache(maxsize=4096)
def _cover(word: str, first: int, last: int) -> float:
    """Bits by which the best common word that lies in `word` over what changed is likelier than its
    letters."""
    best, letters = 0.0, word.isalpha()
    for size in range(min(_REACH, len(word)), _LEAST - 1, -1):
        if LETTER * size <= best:
            break  # a word's bits are never above 0
        for start in range(max(0, last - size), min(first, len(word) - size) + 1):
            part = word[start : start + size]
            bits = common_bits(part) if letters or part.isalpha() else None
            if bits is not None:
                best = max(best, bits + LETTER * size)
    return best


def _say(traits: Traits, kind: str) -> float:
    """Logarithm of the odds that the letter was misread, as fitted."""
    said = weights()[kind]
    return sum([said[name] * value for name, value in traits.items() if name in said])
