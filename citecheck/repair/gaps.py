"""Whether a gap in an address is a lost underscore or mere white space, by weighed evidence.

An underscore disappears under the line that programs draw beneath a link; white space comes in at line ends
and out of text extraction. No single trait tells them apart: where a gap lies, what stands beside it, what
the words make together and what the other gaps of the address look like each say a little. How much each
says was fitted to addresses damaged in both ways by `benchmarks/fit_gaps.py`, which also writes the table
of weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from citecheck.repair.against import at_line_end, known_here, of_document, told, unfitted, whatever_others_say
from citecheck.repair.codes import is_leading, known_odds
from citecheck.repair.common import common_bits, usual_bits
from citecheck.repair.company import Gap, Traits, measures, odd_elsewhere
from citecheck.repair.legible import legible
from citecheck.repair.lexicon import is_word, known, letter_bits, short_words
from citecheck.repair.likeness import of_address
from citecheck.repair.spelling import one_word
from citecheck.repair.strays import NO_STRAYS, UNTOLD, Strays
from citecheck.repair.trees import say
from citecheck.repair.words import JOIN, SHORTEST, run_bits
from citecheck.tables import table

_EDGES = re.compile(r"[/?&=#;]+")
_GAP = re.compile(r"\s+")
_SIGNS = "/.-_=&?#%~+:;,!@()"
_LETTERS_BEFORE = re.compile(r"[A-Z]?[a-z]{1,40}$|[A-Z]{1,40}$")
_LETTERS_AFTER = re.compile(r"[A-Z]{2,40}(?![a-z])|[A-Z]?[a-z]{1,40}|[A-Z]")
_DIGITS_BEFORE, _DIGITS_AFTER = re.compile(r"\d{1,40}$"), re.compile(r"\d{1,40}")
_NUMBER = re.compile(r"[\d\s]+(?:\.[a-z]{2,5})?")
_YEARS = re.compile(r"19\d\d|20[0-4]\d")
_WORD = re.compile(r"[A-Z]?[a-z]{3,40}")
_OF_WIKI = re.compile(r"/\s?wiki\s?/\s?$|[?&]\s?title\s?=\s?$")
"""What stands before the titles of wikis, whose words underscores part (MediaWiki)."""
_FILE = re.compile(r"\.[a-z]{2,5}\d?$")
_STEP = 4.0
"""Bits of likelihood that count as one."""
_CLIP = 4.0
"""Largest say of one word, of one other gap."""
_BREAK = 4.0
"""Bits more that two words cost than one, where nothing else is known."""
_SURELY = 2.0
"""Gain from which a common word that was parted is hardly two."""
_LOST, _ODD = 1.9, -1.0
"""In favour of underscores. Not fitted: how many addresses lose them, how many get spaces, differs from print
to print. With it both kinds of damage are undone about equally often. It says nothing before a file's ending;
the second one stands where white space elsewhere in the address shows that mere spaces came in."""
_LONG = 4
"""Letters of a word that is no mere syllable."""
_MOST = 30
"""Words of a segment that are looked up."""
_REACH = 4
"""Pieces that may make one word."""
_FEW = 24
"""Letters on each side that are looked at."""
Weighed = tuple[tuple[Gap, ...], tuple[float, ...]]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weights of the traits, each of one gap by itself (`alone`)."""
    return table("citecheck.repair", "gaps.toml")


@lru_cache(maxsize=256)
def gaps_of(text: str, start: int) -> tuple[Gap, ...]:
    """The gaps of `text` from offset `start` on (the end of the host), each with its traits."""
    found: list[Gap] = []
    part = "path"
    at = start
    edges = [*((m.start(), m.end()) for m in _EDGES.finditer(text, start)), (len(text), len(text))]
    for number, (edge, following) in enumerate(edges):
        found += _in_segment(text, at, edge, number, part)
        sign = text[edge:following]
        part = "fragment" if "#" in sign or part == "fragment" else part
        part = "query" if part != "fragment" and ("?" in sign or part == "query") else part
        at = following
    for gap, more in zip(
        found, of_address(text, start, [(gap.start, gap.end) for gap in found]), strict=True
    ):
        gap.traits.update(more)
    return tuple(found)


def _in_segment(text: str, start: int, end: int, number: int, part: str) -> Iterator[Gap]:
    places = [(m.start(), m.end()) for m in _GAP.finditer(text, start, end)]
    if not places:
        return
    segment = text[start:end]
    shared = _of_segment(segment, text[end : end + 1], part, len(places))
    if _OF_WIKI.search(text, max(0, start - _FEW), start):
        shared["wiki"] = 1.0
    pieces = _pieces(text, start, end, places)
    wholes = [_whole(pieces, i) for i in range(len(places))]
    listed = _listed(segment)
    for index, (left, right) in enumerate(places):
        traits = dict(shared)
        traits.update(_beside(text, left, right))
        if min(text[left - 1 : left], text[right : right + 1]) >= "A":
            traits[f"letters-hyphens-{min(segment.count('-'), 3)}"] = 1.0
        elif text[left - 1 : left].isdigit() and text[right : right + 1].isdigit():
            traits[f"digits-hyphens-{min(segment.count('-'), 3)}"] = 1.0
        if "-" in text[start:left] and "-" in text[right:end]:
            traits["amid hyphens"] = 1.0
        traits.update(_words(pieces[index], pieces[index + 1], wholes[index], listed, right - left > 1))
        for side, at in (("left", index), ("right", index + 1)):
            if 0 < at < len(places) and len(pieces[at]) <= 2 and pieces[at].lower() in short_words():
                traits[f"{side} alone"] = 1.0
        yield Gap(left, right, number, traits)


def _of_segment(segment: str, after: str, part: str, count: int) -> Traits:
    """What the whole segment says of each of its gaps."""
    hyphens = segment.count("-")
    traits = {"always": 1.0, part: 1.0, f"gaps-{min(count, 4)}": 1.0, f"hyphens-{min(hyphens, 3)}": 1.0}
    if "_" in segment:
        traits["printed"] = 1.0
    if _NUMBER.fullmatch(segment):
        traits["number"] = 1.0
    if _FILE.search(segment):
        traits["file"] = 1.0
    if after == "=":
        traits["name"] = 1.0
    if "%" in segment or "+" in segment:
        traits["escaped"] = 1.0
    return traits


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    if character.isalpha():
        return "capital" if character.isupper() else "small"
    return character if character and character in _SIGNS else "other"


def _beside(text: str, left: int, right: int) -> Traits:
    """What stands directly beside the gap."""
    before, after = text[left - 1 : left], text[right : right + 1]
    traits = {f"before {_kind(before)}": 1.0, f"after {_kind(after)}": 1.0}
    if before.isalnum() and after.isalnum():
        traits[f"{_kind(before)} {_kind(after)}"] = 1.0
    if right - left > 1:
        traits["wide"] = 1.0
        traits["wide digits"] = 1.0 * (before.isdigit() and after.isdigit())
    digits = _DIGITS_BEFORE.search(text, max(0, left - _FEW), left), _DIGITS_AFTER.match(text, right)
    if any(digits):
        sizes = [min(len(found[0]) if found else 0, _LONG) for found in digits]
        traits[f"digits {sizes[0]} {sizes[1]}"] = 1.0
        year = "".join(found[0] if found else "" for found in digits)
        if all(sizes) and _YEARS.fullmatch(year):
            traits["year"] = 1.0
    if before in "/#?&=" and is_leading(text, left, right):
        traits["leading"] = 1.0
    return traits


def _pieces(text: str, start: int, end: int, places: list[tuple[int, int]]) -> list[str]:
    borders = [start, *(border for place in places for border in place), end]
    return [text[a:b] for a, b in zip(borders[::2], borders[1::2], strict=True)]


def _listed(segment: str) -> float:
    """Share of the segment's words that are listed: how far the word lists can be trusted about it."""
    words = _WORD.findall(segment)[:_MOST]
    return sum(known(word.lower()) for word in words) / len(words) if len(words) > 1 else 0.0


def _words(left: str, right: str, whole: float, listed: float, wide: bool) -> Traits:
    """What the letters on both sides say: two words, or one that was parted."""
    before, after = _LETTERS_BEFORE.search(left[-_FEW:]), _LETTERS_AFTER.match(right[:_FEW])
    if not before or not after:
        return {}
    one, two = before[0].lower(), after[0].lower()
    bits = usual_bits(one), usual_bits(two), usual_bits(one + two)
    gain = (bits[2] - bits[0] - bits[1] - _BREAK) / _STEP
    both = is_word(one) and is_word(two)
    runs = _of_runs(one, two, gain)
    spelled = max(-_CLIP, min(_CLIP, (letter_bits(one + two) - letter_bits(one) - letter_bits(two)) / _STEP))
    joined = max(-_CLIP, min(_CLIP, one_word(one, two)))
    return {
        "joined": joined,
        f"joined {round(2 * joined)}": 1.0,
        "joined by more": joined * (gain > 0),
        "whole": whole,
        "whole listed": whole * listed,
        "one listed": max(0.0, min(_CLIP, gain)) * listed,
        "two listed": max(0.0, min(_CLIP, -gain)) * listed,
        f"left {min(len(one), _LONG)}": 1.0,
        f"right {min(len(two), _LONG)}": 1.0,
        "camel": 1.0 * bool(before[0][0].isupper() and right[after.end() : after.end() + 1].isupper()),
        "both words": 1.0 * both,
        "one word": 1.0 * known(one + two),
        "one common word": 1.0 * (gain >= _SURELY and common_bits(one + two) is not None),
        "one": max(0.0, min(_CLIP, gain)),
        "two": max(0.0, min(_CLIP, -gain)),
        "runs": runs,
        f"runs {round(runs)}": 1.0,
        "letters": spelled,
        f"letters {round(spelled)}": 1.0,
        f"wide gain {round(max(-_CLIP, min(_CLIP, gain)) / 2)}": 1.0 * wide,
        f"one {min(len(one), 3)} {min(len(two), 3)}:{round(max(-_CLIP, min(_CLIP, gain)) / 2)}": 1.0,
        f"gain {round(max(-_CLIP, min(_CLIP, gain)))}": 1.0,
        **_asked_alone(one, two, bits),
    }


def _asked_alone(one: str, two: str, bits: tuple[float, float, float]) -> Traits:
    """What is asked of the words but says nothing by itself: their `bits` and those of both as one, and
    whether both are usual and the whole is not."""
    traits = {
        "left bits": bits[0],
        "right bits": bits[1],
        "joint bits": bits[2],
        "left bits each": bits[0] / len(one),
        "right bits each": bits[1] / len(two),
    }
    held = [common_bits(word) is not None for word in (one, two, one + two)]
    if min(len(one), len(two)) > 2 and held == [True, True, False]:
        traits["parted"] = 1.0
    return traits


def _of_runs(one: str, two: str, gain: float) -> float:
    """How much likelier the letters on both sides are as one run of common words than as two, clipped;
    `gain`: the same as one word."""
    if gain >= _CLIP:
        return _CLIP
    if gain <= -_CLIP and min(len(one), len(two)) >= SHORTEST and common_bits(one) and common_bits(two):
        return (JOIN - _BREAK) / _STEP  # as the two words written together, which is long to find out
    runs = (run_bits(one + two) - run_bits(one) - run_bits(two) - _BREAK) / _STEP
    return max(-_CLIP, min(_CLIP, runs))


def _whole(pieces: list[str], index: int) -> float:
    """How much likelier up to four pieces around the gap are as one listed word than as two at this gap."""
    best = 0.0
    for first in range(max(0, index - _REACH + 2), index + 1):
        for last in range(index + 1, min(len(pieces), first + _REACH)):
            inner = pieces[first + 1 : last]
            if last - first < 2 or not all(piece.isalpha() for piece in inner):
                continue
            one = _LETTERS_BEFORE.search(pieces[first][-_FEW:])
            two = _LETTERS_AFTER.match(pieces[last][:_FEW])
            if one is None or two is None:
                continue
            word = (one[0] + "".join(inner) + two[0]).lower()
            if len(word) <= 2 * _FEW and known(word):
                parts = sum(usual_bits(part.lower()) for part in (one[0], *inner, two[0]))
                best = max(best, (usual_bits(word) - parts - _BREAK) / _STEP)
    return min(best, _CLIP)


def _say(traits: Traits, said: dict[str, float]) -> float:
    return sum(said.get(name, 0.0) * value for name, value in traits.items())


def underscore_odds(text: str, start: int, stray: Strays = NO_STRAYS) -> Weighed:
    """The gaps of `text` from `start` on and, for each, the natural logarithm of the odds that it was an
    underscore; `stray` as from `strays`."""
    gaps, odds = _weighed(text, start, stray._replace(document=UNTOLD))
    if stray.document == UNTOLD:
        return gaps, odds
    plain = legible(text, start)
    more = (of_document(plain, gap, stray) for gap in gaps_of(plain, start))
    return gaps, tuple(map(sum, zip(odds, more, strict=True)))


@lru_cache(maxsize=512)  # a document is read twice
def _weighed(text: str, start: int, stray: Strays) -> Weighed:
    plain = legible(text, start)
    gaps = gaps_of(plain, start)
    alone = alone_odds(plain, gaps)
    odds = []
    for gap, own, asked in zip(gaps, alone, measures(plain, start, gaps, alone, stray), strict=True):
        against = at_line_end(gap.traits, stray) + whatever_others_say(gap.traits, own, len(gaps))
        odd = odd_elsewhere(plain, gap, stray)
        lost = _ODD if odd else 0.0 if "before ending" in gap.traits else _LOST
        said = say(asked) + lost - against + known_here(plain, gap, stray)
        odds.append(told(said, gap.traits, stray, len(gaps)))
    return _as_printed(text, start, gaps), tuple(odds)


def _as_printed(text: str, start: int, gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The same gaps where they stand in `text`, whose letters were made legible."""
    places = zip(gaps, _GAP.finditer(text, start), strict=True)
    return tuple(gap._replace(start=found.start(), end=found.end()) for gap, found in places)


def alone_odds(text: str, gaps: Sequence[Gap]) -> list[float]:
    """What each of the `gaps` of `text` says by itself: natural logarithm of the odds for an underscore."""
    said = weights()["alone"]
    return [
        _say(gap.traits, said) - unfitted(gap.traits) + known_odds(text, gap.start, gap.end) for gap in gaps
    ]
