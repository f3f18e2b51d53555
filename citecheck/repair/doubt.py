"""How sure another reading of a word is, asked of all that is known of it together.

The weights of `evidence` add up what each trait says alone, and the bars say what a place asks for. Which of
them hold together only trees of questions tell: they were fitted to misread and sound addresses that the
weights and bars let through (`benchmarks/fit_doubt.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from citecheck.patterns import late
from citecheck.repair.address import are_own_names, host_end, host_of, is_code_host, is_of_people
from citecheck.repair.bars import LONELY, Other, is_of_named, is_turned
from citecheck.repair.common import common_bits, is_mixed_name
from citecheck.repair.evidence import LETTER, kind_of, token_bits
from citecheck.repair.lexicon import letter_bits
from citecheck.repair.slips import slips
from citecheck.repair.trees import answer_until_sure
from citecheck.repair.words import changed, run_bits

_ASKED = (
    *("gain", "cost", "covered", "common", "how common", "listed", "made", "site", "spelling", "asked"),
    *("meant elsewhere", "common host", "letters", "printed listed", "printed made", "printed covered"),
    *("printed site", "behind a letter", "runs common", "digits left", "begins with a digit", "at the edge"),
    *("how common without", "name", "host", "listed words", "all listed", "stranger beside", "whole segment"),
    *("first segment", "printed again", "capital", "capitals", "query", "value", "parameter", "codes beside"),
    "escapes beside",
)
_KINDS = ("digit", "capital", "plain")
_COUNTS = ("company 0", "company 1", "company 2", "company 3")
_LISTED = ("listed beside 0", "listed beside 1", "listed beside 2", "listed beside 3")
ODDS = {
    "0": (1.0, 2.0, 4.5, 1.0),
    "1": (1.5, 2.0, 4.5, 0.5),
    "end": (2.0, 3.0, 4.5, 2.5),
    "split": (2.5, 2.5, 2.5, 1.5),
    "merged": (2.0, 2.0, 2.0, 0.5),
    "turned": (2.0, 3.0, 3.0, 1.5),
    "capital": (0.0, 0.0, 1.0, 0.0),
}
"""Natural logarithm of the odds that a reading must reach in a site's name, in one that people chose for
themselves at a provider, where people name themselves behind the host, and elsewhere: a digit within a word
and at its end, two letters read for one (`cl` for `d`), one for two, `i` and `j`, a capital `I` in a word.
Chosen on 12,886 misread and 127,482 sound addresses of sites that nothing was learnt from: with 1.0 for a `1`
in a site's name 0.3 % more of the misread ones are right and three more sound ones are changed, with 2.0 for
`cl` and `rn` there 0.3 % and five."""
LONELY_ODDS, BETWEEN_ODDS = 3.0, 1.5
"""The same, behind a host, of letters in a word of no list that no usual word stands beside, or that begins a
path; of a `1` between two words that make none together: files are numbered (`lec1new`)."""
_WORDS = frozenset(("common", "listed", "made"))
_SURE = 4.5
"""Odds from which no more trees are asked: no reading must reach more."""
_NO_WORD, _NO_RUN = -40.0, -99.0
"""Bits that stand for those of what is no common word; of what is no run of letters."""


_NEAR, _LEAST, _REACH = 4, 3, 12
"""Letters on each side of a change that are asked of by themselves; of a word that is looked up beside it."""
_RUN, _RUN_BEFORE = late("[A-Za-z0-9]+"), late("[A-Za-z0-9]+$")
_KIND_OF_LETTER = {"": 0, **dict.fromkeys("aeiou", 2), "y": 3, **dict.fromkeys("0123456789", 4)}


@cache
def _numbers() -> dict[tuple[str, str], float]:
    return {(slip.printed, slip.meant): float(at) for at, slip in enumerate(slips("letters"))}


def measures(url: str, other: Other, score: float, rival: float) -> tuple[float, ...]:
    """What is asked of `other`, a reading of a word of `url`: its traits, then counts and bits (bits of words
    are negative, as in `citecheck.repair.common`); last its odds less the bar (`score`), by the traits alone,
    and those of the word's best other reading (`rival`)."""
    word, slip, traits = other.word, other.slip, other.traits
    token = url[other.start : other.end]
    plain = token.lower()
    first, last, last_word = changed(plain, word)
    end, bits = host_end(url), common_bits(word)
    labels = url.count(".", 0, end) + 1
    at = url.count(".", other.end, end) if other.start < end else -1
    return (
        *(traits.get(name, 0.0) for name in _ASKED),
        _numbers().get((slip.printed, slip.meant), -1.0),
        float(_KINDS.index(kind_of(token))),
        float(len(token)),
        other.gain,
        _NO_WORD if bits is None else bits,
        run_bits(word) if word.isalpha() else _NO_RUN,
        token_bits(plain),
        letter_bits(word) / len(word) if word.isalpha() else 0.0,
        letter_bits(plain) / len(plain) if plain.isalpha() else 0.0,
        float(labels),
        float(at),
        float(is_of_people(url)),
        float(is_code_host(host_of(url))),
        float(first),
        float(len(plain) - last),
        float(sum(map(str.isdigit, plain))),
        float(next((i for i, name in enumerate(_COUNTS) if name in traits), -1)),
        float(next((i for i, name in enumerate(_LISTED) if name in traits), -1)),
        float(last_word - first),
        float(is_mixed_name(plain)),
        *_beside(url, other, plain, first, last, last_word),
        score,
        other.said,
        rival,
    )


def _beside(url: str, other: Other, plain: str, first: int, last: int, last_word: int) -> tuple[float, ...]:
    """What stands directly beside the change, in the word as printed and as read."""
    word = other.word
    near = word[max(0, first - _NEAR) : last_word + _NEAR]
    printed = plain[max(0, first - _NEAR) : last + _NEAR]
    run = _RUN.match(url, other.end)
    before = _RUN_BEFORE.search(url, max(0, other.start - _REACH), other.start)
    return (
        float(are_own_names(host_of(url))),
        _ending(plain[:first]),
        _beginning(plain[last:]),
        _ending(plain[: first + 1]) if last - first > 1 else -1.0,
        _beginning(plain[first + 1 :]) if last - first > 1 else -1.0,
        letter_bits(near) / len(near) if near.isalpha() else 0.0,
        letter_bits(printed) / len(printed) if printed.isalpha() else 0.0,
        float(len(before[0]) if before else 0),
        float(run.end() - run.start() if run else 0),
        float(_KIND_OF_LETTER.get(plain[first - 1 : first], 1)),
        float(_KIND_OF_LETTER.get(plain[last : last + 1], 1)),
    )


@lru_cache(maxsize=4096)
def _ending(left: str) -> float:
    """Bits by which the best common word at the end of `left` is likelier than its letters; 0 for none."""
    return _best(left[-size:] for size in range(_LEAST, min(_REACH, len(left)) + 1))


@lru_cache(maxsize=4096)
def _beginning(right: str) -> float:
    """The same at the beginning of `right`."""
    return _best(right[:size] for size in range(_LEAST, min(_REACH, len(right)) + 1))


def _best(parts: Iterable[str]) -> float:
    found = ((part, common_bits(part)) for part in parts if part.isalpha())
    return max((bits + LETTER * len(part) for part, bits in found if bits is not None), default=0.0)


def odds(url: str, other: Other, score: float, rival: float) -> float:
    """Natural logarithm of the odds that the letter was misread, a sound address counted eight times; `score`
    and `rival` as in `measures`."""
    return answer_until_sure("doubt.bin", measures(url, other, score, rival), _SURE)


def odds_asked(url: str, other: Other, listed: bool) -> float:
    """The odds that a reading must reach: more where the printed word may be a name that someone chose.
    `listed`: whether it is a word."""
    token, kind = url[other.start : other.end], kind_of(url[other.start : other.end])
    if kind == "digit":
        kind = "end" if token[-1].isdigit() else "1" if other.slip.printed == "1" else "0"
    elif kind == "plain":
        kind = "turned" if is_turned(other.slip) else "split" if len(other.slip.printed) > 1 else "merged"
    if "host" in other.traits:
        return ODDS[kind][1 if are_own_names(host_of(url)) else 0]
    least = ODDS[kind][2 if is_of_named(url, other) else 3]
    if token.isalpha() and kind != "capital":
        return least if listed or LONELY.isdisjoint(other.traits) else max(LONELY_ODDS, least)
    between = "runs common" in other.traits and _WORDS.isdisjoint(other.traits)
    return max(BETWEEN_ODDS, least) if between and kind == "1" else least
