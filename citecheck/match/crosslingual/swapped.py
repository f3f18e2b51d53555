"""Two words that have exchanged places though every word met: *lines replaced by cables*, *cables replaced
by lines*; *imported catalysts, home products*, *home catalysts, imported ones*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from citecheck.match.crosslingual.wording import Term, Wording

Pair = tuple[Term, Term]
"""A term of the quotation and its counterpart."""
BY: Mapping[str, frozenset[str]] = {
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
DESCRIBING = frozenset("av")
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
    for one, other in permutations(words, 2):
        if _by(other, one, 0, ours, codes[0]) and _by(one, other, 1, theirs, codes[1]):
            return [one, other]
    for one in words:
        when = [
            _when(one[side], wording, code)
            for side, wording, code in ((0, ours, codes[0]), (1, theirs, codes[1]))
        ]
        if set(when) == {"after", "before"} and not any(term.name or term.place for term in one):
            return [one]
    described = [pair for pair in words if all(set(term.kinds) & DESCRIBING for term in pair)]
    for thing in (pair for pair in words if all("n" in term.kinds for term in pair)):
        for one, other in permutations(described, 2):
            if _describes(one, other, thing, 0) and _describes(other, one, thing, 1):
                return [one, other]
    return []


def _when(term: Term, wording: Wording, code: str | None) -> str:
    before = wording.words[term.at - 1] if term.at else ""
    if before in AFTER.get(code or "", ()):
        return "after"
    return "before" if before in BEFORE.get(code or "", ()) else ""


def _by(one: Pair, other: Pair, side: int, wording: Wording, code: str | None) -> bool:
    """Whether a side says that it is done by `one` and not by `other`."""
    return _does(one[side], wording, code) and not _does(other[side], wording, code)


def _describes(one: Pair, other: Pair, thing: Pair, side: int) -> bool:
    """Whether `one` stands beside a thing and `other` far from it."""
    return abs(one[side].at - thing[side].at) == 1 and abs(other[side].at - thing[side].at) > REACH


def _does(term: Term, wording: Wording, code: str | None) -> bool:
    form = INSTRUMENTAL.get(code or "")
    if form is not None:
        return form.search(term.shown.casefold()) is not None
    return not BY.get(code or "", frozenset()).isdisjoint(wording.words[max(0, term.at - REACH) : term.at])
