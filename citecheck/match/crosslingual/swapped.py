"""Two words that have exchanged places though every word met: *lines replaced by cables*, *cables replaced
by lines*; *imported catalysts, home products*, *home catalysts, imported ones*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from citecheck.match.crosslingual.clauses import segments
from citecheck.match.crosslingual.denying import JOINS
from citecheck.match.crosslingual.term import Pair, Term, Wording

BY_OR_WITH: Mapping[str, frozenset[str]] = {
    "en": frozenset(("by", "with")),
    "fr": frozenset(("par",)),
    "de": frozenset(("durch", "von", "vom", "mit")),
    "es": frozenset(("por", "con")),
    "it": frozenset(("da", "dal", "dalla", "dai", "dagli", "dalle", "dall", "con")),
}
"""Folded words before whoever or whatever does it."""
INSTRUMENTAL: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"(?:ами|ями|ою|ею|ью)$"),
    "uk": re.compile(r"(?:ами|ями|ою|ею|єю)$"),
    "be": re.compile(r"(?:амі|ямі|ою|аю|яю)$"),
    "pl": re.compile(r"(?:ami|ą)$"),
}
"""Endings of what does it, or by which it is done, that few other forms have."""
HUNDRED = frozenset(("cent", "cien", "ciento", "cento"))
"""Words behind which *per* is of a percentage."""
DESCRIBING = frozenset("av")
NAMING = frozenset("np")
LITTLE = "ln"
"""Kinds of a thing that may be a light word and nothing else: *modo*, *way*."""
DOING = frozenset("npr")
"""Kinds of words that may be what something is done by."""
AFTER: Mapping[str, frozenset[str]] = {
    "en": frozenset(("after",)),
    "fr": frozenset(("apres",)),
    "de": frozenset(("nach", "nachdem")),
    "ru": frozenset(("после", "по")),
    "uk": frozenset(("після", "по")),
    "be": frozenset(("пасля", "па")),
    "pl": frozenset(("po",)),
    "es": frozenset(("tras", "despues")),
    "it": frozenset(("dopo",)),
}
BEFORE: Mapping[str, frozenset[str]] = {
    "en": frozenset(("before",)),
    "fr": frozenset(("avant",)),
    "de": frozenset(("vor", "bevor")),
    "ru": frozenset(("до", "перед")),
    "uk": frozenset(("до", "перед")),
    "be": frozenset(("да", "перад")),
    "pl": frozenset(("przed",)),
    "es": frozenset(("antes",)),
    "it": frozenset(("prima",)),
}
"""Folded words right before what something comes after or before. Some say other things, too (*po*, *nach*,
*до*), so that one against the other counts, and neither alone."""
REACH = 3
"""Words from such a word to what it stands before, and from a thing to what may still describe it."""


def swapped(once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]) -> list[Pair]:
    """Two pairs, neither of whose terms has another counterpart, that have exchanged places; or the pair that
    comes after on one side and before on the other; or nothing."""
    words = [pair for pair in once if not any(term.kind_of_figure for term in pair)]
    doers = [pair for pair in words if all(map(_may_do, pair))]
    does = [(_does(one, ours, codes[0]), _does(other, theirs, codes[1])) for one, other in doers]
    clauses = [segments(wording, code) for wording, code in zip((ours, theirs), codes, strict=True)]
    for (first, turn), (second, back) in permutations(zip(doers, does, strict=True), 2):
        together = all(
            of[one.at] == of[other.at] for of, one, other in zip(clauses, first, second, strict=True)
        )
        if together and (turn, back) == ((False, True), (True, False)):
            return [first, second]
    for one, other in words:
        when = {_when(one, ours, codes[0]), _when(other, theirs, codes[1])}
        if when == {"after", "before"} and not any(term.name or term.place for term in (one, other)):
            return [(one, other)]
    described = [pair for pair in words if _describe(pair)]
    for thing in (pair for pair in words if all(map(_is_thing, pair))):
        here = (pair for pair in described if _beside(pair, thing, 0) and _far(pair, thing, 1))
        there = (pair for pair in described if _beside(pair, thing, 1) and _far(pair, thing, 0))
        if (one_way := next(here, None)) and (other_way := next(there, None)):
            joined = (one_way, other_way), (ours, theirs), codes
            return (
                [] if all(map(_joined, zip(*joined[0], strict=True), *joined[1:])) else [one_way, other_way]
            )
    return []


def _may_do(term: Term) -> bool:
    """Whether a word may be what does something: no time (*par semaine*), no mere action (*tłumaczą*)."""
    return "t" not in term.kinds and (not term.kinds or not DOING.isdisjoint(term.kinds))


def _is_thing(term: Term) -> bool:
    """Whether a word is what something describes, not a thing that says little (*in modo …*)."""
    return not NAMING.isdisjoint(term.kinds) and term.kinds != LITTLE


def _joined(described: Sequence[Term], wording: Wording, code: str | None) -> bool:
    """Whether nothing but an *and* or *or* and small words stand between two that describe: *the left or the
    right key*."""
    first, last = sorted(term.at for term in described)
    between = wording.words[first + 1 : last]
    amid = any(first < term.at < last for term in wording.terms)
    return last - first <= REACH and not amid and not JOINS.get(code or "", frozenset()).isdisjoint(between)


def _describe(pair: Pair) -> bool:
    """Whether both may describe a thing and do not rather name what is done (*пачатак*, *rozpoczęcie*)."""
    kinds = [set(term.kinds) for term in pair]
    names = any("n" in some for some in kinds) and not any("a" in some for some in kinds)
    return all(some & DESCRIBING for some in kinds) and not names


def _when(term: Term, wording: Wording, code: str | None) -> str:
    before = wording.words[term.at - 1] if term.at else ""
    if before in AFTER.get(code or "", ()):
        return "after"
    return "before" if before in BEFORE.get(code or "", ()) else ""


def _beside(one: Pair, thing: Pair, side: int) -> bool:
    return abs(one[side].at - thing[side].at) == 1


def _far(one: Pair, thing: Pair, side: int) -> bool:
    return abs(one[side].at - thing[side].at) > REACH


def _does(term: Term, wording: Wording, code: str | None) -> bool:
    form = INSTRUMENTAL.get(code or "")
    if form is not None:
        return form.search(term.shown.casefold()) is not None
    by, first = BY_OR_WITH.get(code or "", frozenset()), max(0, term.at - REACH)
    return any(
        word in by and wording.words[at + 1] not in HUNDRED
        for at, word in enumerate(wording.words[first : term.at], first)
    )
