"""What two sentences deny: a denial of the one must be one of the other, unless the other says it without.

It may do so with a word that denies itself (*non déclarés*, *незадекларированных*; *sans risque*,
*gefahrlos*), or in another way (*no later than*, *au plus tard*; *finché non*, *until*), of which
`data/denied.jsonl` has a line each: by language, how it is said with a denial and how it is said without. `…`
stands for up to `GAP` words. What is denied there needs no counterpart if the way is called `nothing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citecheck.match.crosslingual.lexicon import Lexicon, lexicon_for
from citecheck.match.crosslingual.privative import Privative, meets, privatives
from citecheck.match.crosslingual.terms import Terms, second_halves
from citecheck.match.fold import split_words
from citecheck.match.rows import folded, is_listed, lines
from citecheck.match.rules import rules_for
from citecheck.model import Difference, DifferenceKind

GAP = 5
"""Words that `…` may stand for: *verificate che il tubo non*."""
SCOPE = 3
"""Words behind a denial that may be what it denies."""
CONCORD = 2
"""Words behind a *without* in which another negative word belongs to it: *sans aucune*, *bez żadnych*."""
NOTHING, RATHER, WANT = "nothing", "rather than", "for want of"
ANYTHING = "…"
NEEDLESS = frozenset(("until", "whether", "check for"))
"""Ways in which a denial says nothing, which a translation may keep: *czy nie*, *whether not*."""
NEITHER: Mapping[str, frozenset[str]] = {
    "fr": frozenset(("ni",)), "ru": frozenset(("ни",)), "uk": frozenset(("ані",)), "be": frozenset(("ані",)),
    "pl": frozenset(("ani",)),
}  # fmt: skip
"""Words that carry a negation on to something else and deny nothing where there is none."""
PLAIN = frozenset(("ne", "n", "pas", "non", "not", "t", "nicht", "no", "не", "ня", "nie"))
"""Words that deny on their own also behind a *without*."""
Patterns = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that deny something together (*ne … pas*), by their places."""

    at: int
    places: frozenset[int]
    word: str
    later: bool
    """Behind the turn of a sentence (*but*, *sondern*)."""
    without: bool
    """It says that something is lacking (*sans*, *без*)."""
    ways: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence with all that denies in it."""

    terms: Terms
    denials: tuple[Denial, ...]
    turned: bool
    said: Mapping[str, int]
    """Ways in which it says without a denial what others say with one, each with its last place."""
    words: tuple[Privative, ...]

    @property
    def denied_in_ways(self) -> frozenset[str]:
        """Ways in which it says with a denial what others say without."""
        return frozenset(way for one in self.denials for way in one.ways)

    def scope(self, denial: Denial) -> range:
        """Places of the words that a denial may be of, up to the next denial."""
        start = denial.at + 1
        end = min(len(self.terms.folded), start + SCOPE + len(denial.places))
        return range(start, min([end, *(one.at for one in self.denials if one.at >= start)]))


def negation(ours: Terms, here: Terms, found: str) -> list[Difference]:
    """The difference between what a quotation and the sentence `here`, shown as `found`, deny."""
    one, other = _side(ours), _side(here)
    differences = _compared(one, other, found, frozenset())
    kept = _kept(one, other) | _kept(other, one)
    return _compared(one, other, found, kept) if differences and kept else differences


def _kept(one: Side, other: Side) -> frozenset[str]:
    """Ways in which `one` says needlessly that it denies something, and the other may, too."""
    last = max((denial.at for denial in other.denials), default=-1)
    return frozenset(way for way in NEEDLESS & one.denied_in_ways if other.said.get(way, last) < last)


def _compared(one: Side, other: Side, found: str, unused: frozenset[str]) -> list[Difference]:
    """The difference where no denial is answered in the ways that are `unused`."""
    ours, here = one.terms, other.terms
    mine = [denial for denial in one.denials if not _answered(denial, one, other, unused)]
    theirs = [denial for denial in other.denials if not _answered(denial, other, one, unused)]
    lost = Difference(DifferenceKind.NEGATION, "negation", found)
    added = Difference(DifferenceKind.NEGATION, "", found)
    halves, halves_there = _negated(mine, ours), _negated(theirs, here)
    denied, denied_there = any(halves), any(halves_there)
    without, without_there = (any(denial.without for denial in some) for some in (mine, theirs))
    if denied == denied_there and without == without_there:
        if one.turned and other.turned and halves != halves_there and not all(halves_there):
            return [lost]
        return []
    turned = denied != denied_there and denied != without
    if without != without_there and (turned or len(mine) == len(theirs)):
        return []  # one says *without*, the other *not*
    if denied + without > denied_there + without_there:
        return [] if _near(here, ours) or here.denials > ours.denials else [lost]
    return [] if _near(ours, here) or ours.denials > here.denials else [added]


def _near(one: Terms, other: Terms) -> bool:
    """Whether a word that `one` alone has may say what the other denies (*privé de*, *без*)."""
    return one.nearly_negated and not other.nearly_negated


def _negated(denials: Iterable[Denial], terms: Terms) -> tuple[bool, bool]:
    """Whether something is denied before the turn, and behind it."""
    neither = NEITHER.get(terms.language or "", frozenset())
    plain = [one for one in denials if not one.without and one.word not in neither]
    return any(not one.later for one in plain), any(one.later for one in plain)


def _answered(denial: Denial, side: Side, other: Side, unused: frozenset[str]) -> bool:
    """Whether the `other` sentence says without a denial what this one says with it."""
    ways = (denial.ways & other.said.keys()) - other.denied_in_ways - unused
    ways -= {WANT} & side.said.keys()  # *faute de crédits, l'usine n'a pas été achevée*
    if NOTHING in denial.ways and len(denial.places) == 1:  # *avant qu'il ne parte*, not *ne … pas*
        return True
    if any(way != RATHER or _in_order(denial, side, other) for way in ways):
        return True
    return any(_is_denied_by(side, denial, word, other) for word in other.words)


def _in_order(denial: Denial, side: Side, other: Side) -> bool:
    """Whether what stands behind *rather than* is not what the denial has before it."""
    place, (ours, theirs) = other.said[RATHER], (side.terms, other.terms)
    for said in ours.folded[max(denial.places) + 1 :]:
        met = [
            at for at, there in enumerate(theirs.folded) if meets(said, ours.language, there, theirs.language)
        ]
        if met and max(met) < place:
            return False
    return True


def _is_denied_by(side: Side, denial: Denial, word: Privative, other: Side) -> bool:
    """Whether a word of the other sentence denies what this denial does (*nicht nötig*, *unnecessary*), is no
    other word's counterpart, and the denied word has none that denies nothing."""
    ours, theirs = side.terms, other.terms
    scope = side.scope(denial)
    for at in scope:
        said = ours.folded[at]
        if not any(meets(said, ours.language, stem, theirs.language) for stem in word.stems):
            continue
        rest = [here for place, here in enumerate(ours.folded) if place != at]
        plain = (there for place, there in enumerate(theirs.folded) if place != word.at)
        taken = (there for there in plain if meets(said, ours.language, there, theirs.language))
        for there in (word.folded, *taken):
            others = any(meets(here, ours.language, there, theirs.language) for here in rest)
            if others == (there == word.folded):
                return False
        return True
    return False


def _side(terms: Terms) -> Side:
    lexicon, words = lexicon_for(terms.language), terms.folded
    turn = next((at for at, word in enumerate(words) if at and word in lexicon.turns), len(words))
    denied, said = _ways(terms.language)
    there = [(way, found) for way, some in denied.items() for found in found_in(some, words)]
    denials, timed = [], _timed(terms)
    for places in _denying(words, lexicon, terms.language):
        if not timed.isdisjoint(places):
            continue
        at = min(places)
        ways = frozenset(way for way, found in there if not found.isdisjoint(places))
        denials.append(Denial(at, places, words[at], at >= turn, words[at] in lexicon.without, ways))
    taken = frozenset(place for one in denials for place in one.places)
    free = {way: max(found) for way, found in there if found.isdisjoint(taken)}  # *не более* denies nothing
    free |= {way: max(found) for way, some in said.items() for found in found_in(some, words)}
    return Side(terms, tuple(denials), turn < len(words), free, privatives(words, terms.language))


def _timed(terms: Terms) -> frozenset[int]:
    """Places of the words of times of the day: *без четверти шесть* denies nothing."""
    said = [split_words(figure.shown).folded for figure in terms.figures if figure.readings]
    starts = ((at, some) for some in said for at in range(len(terms.folded)))
    found = ((at, some) for at, some in starts if terms.folded[at : at + len(some)] == some)
    return frozenset(place for at, some in found for place in range(at, at + len(some)))


def _denying(words: tuple[str, ...], lexicon: Lexicon, language: str | None) -> Iterator[frozenset[int]]:
    """Places of what denies, but in phrases that deny nothing (*not only*, *sin embargo*, *ne … que*)."""
    rules = rules_for(language)
    halves = second_halves(words, lexicon)
    restricting = {first for first, restricts in halves.values() if restricts}
    second = {first: at for at, (first, restricts) in halves.items() if not restricts}
    at, seen = 0, set[int]()
    while at < len(words):
        taken = lexicon.no_negation.at(words, at) or int(
            at in restricting or _number_sign(words, at, lexicon)
        )
        if not taken and words[at] in rules.negation and at not in seen and not _belongs(words, at, lexicon):
            places = {at, second.get(at, at)}
            seen |= places
            yield frozenset(places)
        at += taken or 1


def _number_sign(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is *n° 2*, no French *n'*, or *No. 2*."""
    short = words[at] in lexicon.halves or words[at] == "no"
    return short and any(word[0].isdigit() for word in words[at + 1 : at + 2])


def _belongs(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    before = words[max(0, at - CONCORD) : at]
    return words[at] not in PLAIN | lexicon.without and not lexicon.without.isdisjoint(before)


def found_in(patterns: Patterns, words: tuple[str, ...]) -> Iterator[frozenset[int]]:
    """Places of the words of each pattern, wherever it stands."""
    for pattern in patterns:
        for start, word in enumerate(words):
            if is_listed(word, pattern[0]) and (places := _laid(pattern, words, start)):
                yield frozenset(places)


def _laid(pattern: tuple[str, ...], words: tuple[str, ...], start: int) -> list[int]:
    places, at, reach = list[int](), start, 1
    for part in pattern:
        if part == ANYTHING:
            reach = GAP + 1
            continue
        place = next(
            (to for to in range(at, min(len(words), at + reach)) if is_listed(words[to], part)), None
        )
        if place is None:
            return []
        places.append(place)
        at, reach = place + 1, 1
    return places


@cache
def _ways(language: str | None) -> tuple[Mapping[str, Patterns], Mapping[str, Patterns]]:
    """How a language says each way with a denial, and how without."""
    rows = lines("denied.jsonl")
    denied, said = (
        {row["way"]: [pattern(one) for one in row[kind].get(language or "", ())] for row in rows}
        for kind in ("denied", "said")
    )
    return denied, said


def pattern(listed: str) -> tuple[str, ...]:
    parts = listed.split()
    return tuple(part if part == ANYTHING else _folded(part) for part in parts)


def _folded(part: str) -> str:
    word = part.removesuffix("*")
    return "".join(folded(word)) + part[len(word) :]
