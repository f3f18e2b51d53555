"""What is compared with what: *wool rose faster than silk*, *silk rose faster than wool*. What stands before
and right behind the *than* on one side must not stand the other way round on the other.

Each language has its *than*, and most say something else with it, too, so that a comparison before it counts
alone. The words and endings were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.term import Pair, Term, Wording

THAN: Mapping[str, frozenset[str]] = {
    "en": frozenset(("than",)),
    "fr": frozenset(("que", "qu")),
    "de": frozenset(("als",)),
    "ru": frozenset(("чем", "нежели")),
    "uk": frozenset(("ніж", "чим", "за", "від")),
    "be": frozenset(("чым", "за")),
    "pl": frozenset(("niz", "od")),
    "es": frozenset(("que",)),
    "it": frozenset(("che", "di", "del", "dello", "della", "dell", "dei", "degli", "delle")),
}
"""Folded words behind which stands what something is compared with."""
TIGHT = frozenset(("за", "від", "od", "di", "del", "dello", "della", "dell", "dei", "degli", "delle"))
"""Those of which most are prepositions: they stand right behind the comparison, or its one word."""
COMPARING: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"more|less|fewer|worse|(?!other|rather|never|over|under|after)\w{3,}er"),
    "fr": re.compile(r"plus|moins|mieux|pires?|meilleure?s?"),
    "de": re.compile(
        r"mehr|weniger|(?!aber|oder|uber|unter|immer|wieder|hinter|jeder|dieser|einer|keiner|seiner|ihrer)"
        r"\w{3,}er(?:e[nmrs]?)?"
    ),
    "ru": re.compile(r"более|менее|больше|меньше|(?!уже|тоже|даже)\w{3,}(?:ее|еи|ше|же|че|ще)"),
    "uk": re.compile(
        r"більше?|менше?|(?!також|інше|лише|вже|дуже|перше)\w{2,}[шч](?:е|ии|а|і|ого|их|ою|им|у)"
    ),
    "be": re.compile(r"больш|менш|\w{3,}(?:еи|эи)|\w{3,}[еэ]иш\w{1,3}"),
    "pl": re.compile(r"wiecej|mniej|bardziej|\w{2,}(?:iej|szy|sza|sze|szych|szym|szego|szej|si)"),
    "es": re.compile(r"mas|menos|mejor(?:es)?|peor(?:es)?|mayor(?:es)?|menor(?:es)?"),
    "it": re.compile(r"piu|meno|meglio|peggio|miglior[ei]|peggior[ei]|maggior[ei]|minor[ei]"),
}
"""Folded words that compare."""
WITHIN = 4
"""Words from a comparison to its *than*: *more women than men*, *die Ausgaben schneller gestiegen als*."""
BEHIND = 3
"""Words from a *than* to what stands behind it: *than the price of wool*."""
BESIDE = 2
THINGS = frozenset("npta")


def compared_else(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """A thing that stands right behind the *than* on one side and before it on the other, where something
    else stands right behind it, which is not there on the first side; nothing as a rule."""
    thans = [_than(wording, code or "") for wording, code in zip((ours, theirs), codes, strict=True)]
    mine, there = thans
    if mine is None or there is None:
        return []
    places = (mine, there)
    things = [pair for pair in once if not any(term.kind_of_figure for term in pair)]
    behind = [_head(side, things, places[side]) for side in (0, 1)]
    for side in (0, 1):
        one, others = behind[side], behind[1 - side]
        if one is None or not _before(one[1 - side], places[1 - side], (theirs, ours)[side]):
            continue
        if others is not None and not _before(others[side], places[side], (ours, theirs)[side]):
            continue
        return [one] if others is None else [one, others]
    return []


def _than(wording: Wording, code: str) -> int | None:
    """Place of the only *than* of a sentence that a comparison stands before."""
    compare, words = COMPARING.get(code), wording.words
    if compare is None:
        return None
    found = [
        at
        for at, word in enumerate(words)
        if word in THAN[code]
        and any(
            compare.fullmatch(words[near]) and (code != "de" or wording.shown[near].islower())
            for near in range(max(0, at - (BESIDE if word in TIGHT else WITHIN)), at)
        )
        and not any(figure.at - at in (1, 2) for figure in wording.figures)
    ]
    return found[0] if len(found) == 1 else None


def _head(side: int, things: Sequence[Pair], than: int) -> Pair | None:
    """The first thing behind a *than*."""
    near = [pair for pair in things if 0 < pair[side].at - than <= BEHIND]
    first = min(near, key=lambda pair: pair[side].at, default=None)
    return first if first and all(not term.kinds or THINGS & set(term.kinds) for term in first) else None


def _before(term: Term, than: int, wording: Wording) -> bool:
    """Whether a thing stands before the *than* of its clause."""
    return term.at < than and 0 <= wording.clauses[than] - term.clause <= 1
