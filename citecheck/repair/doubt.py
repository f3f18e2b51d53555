"""How sure another reading of a word is, asked of all that is known of it together.

The weights of `evidence` add up what each trait says alone, and the bars say what a place asks for. Which of
them hold together only trees of questions tell: they were fitted to misread and sound addresses that the
weights and bars let through (`benchmarks/fit_doubt.py`).
"""

from __future__ import annotations

from functools import cache

from citecheck.repair.address import host_end, host_of, is_code_host, is_of_people
from citecheck.repair.bars import Other
from citecheck.repair.common import common_bits, is_mixed_name
from citecheck.repair.evidence import kind_of, token_bits
from citecheck.repair.lexicon import letter_bits
from citecheck.repair.slips import slips
from citecheck.repair.trees import answer, trees_of
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
_NO_WORD, _NO_RUN = -40.0, -99.0
"""Bits that stand for those of what is no common word; of what is no run of letters."""


@cache
def _numbers() -> dict[tuple[str, str], float]:
    return {(slip.printed, slip.meant): float(at) for at, slip in enumerate(slips("letters"))}


def measures(url: str, other: Other) -> tuple[float, ...]:
    """What is asked of `other`, a reading of a word of `url`: its traits, then counts and bits (bits of words
    are negative, as in `citecheck.repair.common`)."""
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
    )


def odds(url: str, other: Other) -> float:
    """Natural logarithm of the odds that the letter was misread, a sound address counted fifteen times."""
    return answer(trees_of("doubt.bin"), measures(url, other))
