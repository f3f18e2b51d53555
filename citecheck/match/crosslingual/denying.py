"""What a *not* denies, where either sentence has one: it must be the same action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.pivots import NONE
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.terms import second_halves

BESIDE = 2
"""Places between two words that may be said in one."""
DENIED = 3
"""Words from a *not* to the action that it denies."""
DENYING_BEFORE = frozenset(("fr", "es", "it", "ru", "uk", "be", "pl"))
"""Languages whose *not* stands right before what it denies."""
THINGS = frozenset("np")
SAYING = frozenset("av")
"""Kinds of words of which a clause says something, so that a *not* may deny them."""
NAMING = frozenset("np")
"""Kinds of words that may be what something is said of."""
JOINS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("and", "but", "or", "while")),
    "fr": frozenset(("et", "mais", "ou")),
    "de": frozenset(("und", "aber", "sondern", "oder")),
    "es": frozenset(("y", "e", "pero", "sino", "o")),
    "it": frozenset(("e", "ed", "ma", "o")),
    "ru": frozenset(("и", "а", "но", "или")),
    "uk": frozenset(("і", "й", "та", "а", "але", "або", "чи")),
    "be": frozenset(("і", "ды", "а", "але", "або", "ці")),
    "pl": frozenset(("i", "oraz", "a", "ale", "lecz", "lub")),
}
"""Folded words behind which the next thing is said, or denied, of its own."""
NOBODY = -1
"""No place: something of a clause is denied, and it is not known what."""
WITH_NOUNS = "kein"
"""What German words begin with that deny a noun behind them; *nicht* may stand behind its verb."""
NEAR_DENIAL = 5
"""Words from a *not* within which it may deny by way of another verb (*ne veut pas acheter*): two more
than to its own, for that verb and what joins the two. A plain limit."""


def denied_else(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: tuple[str | None, str | None]
) -> tuple[Pair, Pair] | None:
    """The action that each side denies, where each denies one and they are not the same: *sells, since they
    do not want it*, *does not sell, since they want it*."""
    actions = [pair for pair in once if all("v" in term.kinds for term in pair)]
    found: list[Pair] = []
    for side, wording in enumerate((ours, theirs)):
        denying = sorted(wording.denials)
        if len(denying) != 1:
            return None
        behind = [pair for pair in actions if 0 < pair[side].at - denying[0] <= DENIED]
        if (beside := _beside(denying[0], wording, codes[side])) is not None:
            clause = _clause(beside, wording, codes[side])  # *unterschrieb nicht und fuhr*
            behind = [pair for pair in behind if _clause(pair[side], wording, codes[side]) == clause]
        unmet = [(term, term) for term in wording.terms if _may_be_denied(term, denying[0])]
        if not behind and not unmet:
            return None
        places = [pair[side].at for pair in behind or unmet[:1]]
        found.append((behind or unmet)[places.index(min(places))])
    if not any(pair in actions for pair in found):
        return None
    one, other = found
    # *not want to buy*: near what the other side denies is near enough
    near = (one in actions and abs(one[1].at - other[1].at) <= BESIDE) or (
        other in actions and abs(other[0].at - one[0].at) <= BESIDE
    )
    return None if near else (one, other)


def denied_thing(once: Sequence[Pair], ours: Wording, theirs: Wording) -> list[Pair]:
    """The thing that each side denies right behind its only *not*, where they are not the same and stand in
    two clauses on both sides: *it isn't hail, it's the price*, *è la grandine, non il prezzo*."""
    things = [pair for pair in once if all(set(term.kinds) & THINGS for term in pair)]
    found: list[Pair] = []
    for side, wording in enumerate((ours, theirs)):
        denying = sorted(wording.denials)
        if not denying or denying[-1] - denying[0] > DENIED:  # *n'est pas*, *isn't*
            return []
        far = {pair: pair[side].at - denying[-1] for pair in things}
        behind = [pair for pair in things if 0 < far[pair] <= DENIED]
        if not behind:
            return []
        nearest = min(behind, key=far.__getitem__)
        if _done_between(nearest[side], far[nearest], wording):
            return []
        found.append(nearest)
    one, other = found
    apart = all(one[side].clause != other[side].clause for side in (0, 1))
    return found if one != other and apart else []


def denied_alone(
    once: Sequence[Pair], ours: Wording, theirs: Wording, languages: tuple[str | None, str | None]
) -> Pair | None:
    """An action that one side denies and the other does not, where both have a *not* and put it before the
    verb: *Parlez-en … vous ne pouvez pas*, *No hable … no podrá*."""
    if not (set(languages) <= DENYING_BEFORE and ours.denials and theirs.denials):
        return None
    for pair in once:
        here, there = (
            [term.at - at for at in wording.denials]
            for term, wording in zip(pair, (ours, theirs), strict=True)
        )
        denied = [
            any(0 < far <= 2 and not _done_between(term, far, wording) for far in side)
            or any(far > 0 and _none_of_it(term, far, wording) for far in side)
            for side, term, wording in zip((here, there), pair, (ours, theirs), strict=True)
        ]
        near = [any(abs(far) <= NEAR_DENIAL for far in side) for side in (here, there)]
        if all("v" in term.kinds for term in pair) and denied[0] != denied[1] and near[0] != near[1]:
            return pair
    return None


def _none_of_it(term: Term, far: int, wording: Wording) -> bool:
    """Whether the word that denies, so far before, says that nobody or none of some does it, and no other
    action stands between (*ninguno de los hoteles ha recuperado*)."""
    amid = any(0 < term.at - one.at < far and one.kinds == "v" for one in wording.terms)
    there = any(one.at == term.at - far and one.clause == term.clause for one in wording.terms)
    return there and NONE.match(wording.words[term.at - far]) is not None and not amid


def denied_there(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: tuple[str | None, str | None]
) -> tuple[Pair, Pair] | None:
    """What the quotation alone denies and what the sentence alone denies, where each says the other one: *n'a
    pas répondu et a quitté*, *ответил и не покинул*."""
    if not (ours.denials and theirs.denials):
        return None
    denied = _denied(ours, codes[0]), _denied(theirs, codes[1])
    said: defaultdict[Term, list[Pair]] = defaultdict(list)
    for pair in met:
        if all(not term.kinds or SAYING & set(term.kinds) for term in pair):
            said[pair[0]].append(pair)
    turned = [
        next(
            (some[0] for some in said.values() if all((denied[0](a), denied[1](b)) == way for a, b in some)),
            None,
        )
        for way in ((True, False), (False, True))
    ]
    return (turned[0], turned[1]) if turned[0] and turned[1] else None


def _denied(wording: Wording, code: str | None) -> Callable[[Term], bool | None]:
    """Whether the clause of a word, up to an *and* or *but*, denies it; `None` where it denies something and
    another word may be meant."""
    lexicon = lexicon_for(code)
    clauses = {term: _clause(term, wording, code) for term in wording.terms}
    said: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    done: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for term, clause in clauses.items():
        if SAYING & set(term.kinds):
            said[clause].add(term.at)
            if not NAMING & set(term.kinds):
                done[clause].add(term.at)
    denied: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    halves = second_halves(wording.words, lexicon).values()
    for at in wording.denials - {first for first, restricts in halves if restricts}:
        beside = _beside(at, wording, code)
        if beside is not None and wording.words[at] not in lexicon.without:
            here = done[clauses[beside]] or said[clauses[beside]]
            idle = any(lexicon.no_negation.at(wording.words, to) for to in range(max(0, at - 2), at + 1))
            behind = [place for place in here if place > at]
            one = min(behind) if behind else next(iter(here)) if len(here) == 1 else NOBODY
            denied[clauses[beside]].add(NOBODY if idle else one)

    def answer(term: Term) -> bool | None:
        places = denied.get(clauses[term], set())
        return True if term.at in places else None if places else False

    return answer


def _clause(term: Term, wording: Wording, code: str | None) -> tuple[int, int]:
    joins = JOINS.get(code or "", frozenset())
    return term.clause, sum(word in joins for word in wording.words[: term.at])


def _beside(denial: int, wording: Wording, code: str | None) -> Term | None:
    """The word in whose clause a denial stands: the next one, or the nearer one to a German *nicht*, if that
    is in its clause (*schließt doch nicht, weil …*)."""
    before = next((one for one in reversed(wording.terms) if one.at < denial), None)
    after = next((one for one in wording.terms if one.at > denial), None)
    if code != "de" or before is None or wording.words[denial].startswith(WITH_NOUNS):
        return after
    if after is None or after.clause != wording.clauses[denial] == before.clause:
        return before
    return before if denial - before.at < after.at - denial else after


def _done_between(term: Term, far: int, wording: Wording) -> bool:
    """Whether another action stands between a word and a *not* so far before it (*не ответил, сказала*)."""
    return any(0 < term.at - one.at < far and "v" in one.kinds for one in wording.terms)


def _may_be_denied(term: Term, denial: int) -> bool:
    """Whether a word stands right behind a *not* and may be what it denies."""
    return term.at == denial + 1 and not term.loose and (not term.kinds or "v" in term.kinds)
