"""What stands in the other clause: *the choir sang in the cathedral, and the orchestra played on the square*
beside *the choir sang on the square, and the orchestra played in the cathedral*; and what comes of what:
*they left because the mill was closed*, *the mill was closed because they left*.

Of 6,000 aligned sentences of news fifteen have two words in each other's clause, and none has clauses of
*because* and the like the other way round.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product

from citecheck.match.crosslingual.clauses import segments, standing
from citecheck.match.crosslingual.conjunctions import introduced
from citecheck.match.crosslingual.denying import JOINS
from citecheck.match.crosslingual.finite import says_so
from citecheck.match.crosslingual.term import SUBSTANCE, Pair, Term, Wording

TURNS = {"before": "after", "after": "before", "because": "so", "so": "because"}
"""What says the same of two clauses the other way round."""
COMPARED = frozenset(("because", "so", "before", "after", "if", "although"))
"""Ways that tell which of two clauses comes of the other wherever they stand."""
EITHER = frozenset(("when", "while"))
"""Ways in which either of two clauses may come to the other: *A when B*, *B when A*."""
OPPOSED = (("despite", "owing"), ("owing", "despite"))
"""Prepositions that no translator puts for each other."""
MOST = 2
"""Pairs that may stand in the other clause, as two words of one thing do: *archivo parroquial*."""
FEWEST = 3
"""Pairs that must stand in the other clause, at least one of each clause."""
PHRASE = 4
"""Words behind a preposition that may all be of its noun."""
DECLINING = frozenset(("ru", "uk", "be", "pl"))
"""Languages without articles."""
BEHIND = 2
"""Words between a preposition and its noun: *instead of the young mechanics*."""
JOINED = 3
"""Words between two that an *and* joins, which change places freely."""


def crossed(once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]) -> list[Pair]:
    """Two pairs of which each stands on one side in the clause, or part of one, in which the other one stands
    on the other side, while as much or more of both stays; nothing as a rule. `once` are pairs with no other
    counterpart."""
    for finely, most in ((False, MOST), (True, 1)):
        cells = _cells(once, ours, theirs, codes, finely)
        count = Counter(cells)
        for at, later in combinations(range(len(once)), 2):
            (one, there), (other, elsewhere) = cells[at], cells[later]
            stays = count[one, elsewhere], count[other, there]
            goes = count[one, there], count[other, elsewhere]
            if (
                one == other
                or there == elsewhere
                or not all(stays)
                or sum(stays) < sum(goes)
                or max(goes) > most
            ):
                continue
            pairs = once[at], once[later]
            if _alike(*pairs) and not _joined(pairs, (ours, theirs), codes):
                return list(pairs)
    return []


def _cells(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None], finely: bool = False
) -> list[tuple[int, int]]:
    """Of each pair, the clauses that it stands in on both sides."""
    mine, there = (
        segments(wording, code, finely) for wording, code in zip((ours, theirs), codes, strict=True)
    )
    return [(mine[one.at], there[other.at]) for one, other in once]


def order_tells(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> Callable[[Pair, Pair], bool]:
    """Whether it says anything that two of `once` stand the other way round there. It does not where their
    clauses moved as a whole (a verb that tells, two pairs at least, and all but one that either one holds:
    *the tax, which the guild supported*) and come to each other in a way that `comes_of_it` compares. Other
    clauses may move and say another thing: *until the soldiers came*, *when the director closed it*."""
    cells = _cells(once, ours, theirs, codes)
    count = Counter(cells)
    sides = zip((ours, theirs), codes, strict=True)
    saying = [_saying(wording, code) for wording, code in sides]
    whole = {
        cell
        for cell, size in count.items()
        if size > 1 and _strays(cell, count) < 2 and all(map(frozenset.__contains__, saying, cell))
    }
    placed = dict(zip(once, cells, strict=True))
    mine, there = (
        {way for part in introduced(wording, code) for way in part.ways & COMPARED}
        for wording, code in zip((ours, theirs), codes, strict=True)
    )
    compared = any(way in there or TURNS.get(way) in there for way in mine)

    def tells(first: Pair, second: Pair) -> bool:
        moved = placed[first] != placed[second] and {placed[first], placed[second]} <= whole
        return not (compared and moved) or any(term.kind_of_figure for term in (*first, *second))

    return tells


def _saying(wording: Wording, code: str | None) -> frozenset[int]:
    """Clauses with a verb that tells: others are phrases between commas, behind which a sentence goes on."""
    clauses = segments(wording, code)
    found = ((clause, bisect_left(clauses, clause), bisect_right(clauses, clause)) for clause in {*clauses})
    verbs = {clauses[term.at] for term in wording.terms if term.kinds == "v"}  # *annullasse*
    telling = {clause for clause, start, stop in found if says_so(wording, code, range(start, stop))}
    return frozenset(verbs | telling)


def _strays(cell: tuple[int, int], count: Mapping[tuple[int, int], int]) -> int:
    """Pairs that one of two clauses holds and the other does not."""
    return sum(size for other, size in count.items() if (other[0] == cell[0]) != (other[1] == cell[1]))


def comes_of_it(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """A pair of each of two clauses that come to each other the other way round: *B because A* for *A because
    B*; nothing as a rule."""
    mine, there = (introduced(wording, code) for wording, code in zip((ours, theirs), codes, strict=True))
    for one, other in product(mine, there):
        if one.ways <= EITHER or other.ways <= EITHER:
            continue
        turned = any(TURNS.get(way) in other.ways for way in one.ways)
        same = not (one.ways & other.ways).issubset(EITHER)
        alone = [
            sum(not part.ways.isdisjoint(ways) for part in side) == 1
            for side, ways in ((mine, one.ways), (there, other.ways))
        ]
        if not all(alone) or turned == same:
            continue
        within = [(first.at in one.places, (second.at in other.places) != turned) for first, second in once]
        parted = [pair for pair, (here, elsewhere) in zip(once, within, strict=True) if here != elsewhere]
        stays = within.count((True, True)) + (within.count((False, False)) if turned else 0)
        if len(parted) >= FEWEST and not stays and {(True, False), (False, True)} <= set(within):
            return [once[within.index((True, False))], once[within.index((False, True))]]
    return []


def stands_for(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """What stands behind an *instead of*, *against* and the like on one side, and what stands behind it on
    the other side, where each has a counterpart elsewhere; nothing as a rule."""
    mine, there = (standing(wording, code) for wording, code in zip((ours, theirs), codes, strict=True))
    for way in (way for way in mine if way in there):
        first, second = (
            _next(once, wording, side, places[way], codes[side])
            for side, (wording, places) in enumerate(((ours, mine), (theirs, there)))
        )
        if first is None or second is None or first == second or not _alike(first, second):
            continue
        aside = _of_phrase(first[1], theirs, there[way]) or _of_phrase(second[0], ours, mine[way])
        if not aside:  # *centre périnatal*, *перинатальный центр*
            return [first, second]
    return []


def _of_phrase(term: Term, wording: Wording, place: int) -> bool:
    """Whether a word stands near behind a preposition and no comma parts them."""
    return 0 <= term.at - place <= PHRASE and wording.clauses[term.at] == wording.clauses[place]


def stands_against(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """What stands behind a *despite* on one side and behind a *because of* on the other; nothing as a
    rule."""
    mine, there = (standing(wording, code) for wording, code in zip((ours, theirs), codes, strict=True))
    for way, other in OPPOSED:
        if way in mine and other in there:
            first = _next(once, ours, 0, mine[way], codes[0])
            if first is not None and first == _next(once, theirs, 1, there[other], codes[1]):
                return [first]
    return []


def _next(once: Sequence[Pair], wording: Wording, side: int, place: int, code: str | None) -> Pair | None:
    """The first thing behind a preposition that ends before a place, with nothing between but what describes
    it, or articles where a language has them; none behind a pronoun (*вместо него бывшего бухгалтера*)."""
    near = (pair for pair in once if 0 <= pair[side].at - place <= BEHIND and _may_be_thing(pair[side]))
    found = min(near, key=lambda pair: pair[side].at, default=None)
    known = {at for term in wording.terms for at in term.places}
    between = range(place, found[side].at) if found is not None else range(0)
    return found if code not in DECLINING or known.issuperset(between) else None


def _may_be_thing(term: Term) -> bool:
    return term.name or not term.kinds or not SUBSTANCE.isdisjoint(term.kinds)


def _alike(first: Pair, second: Pair) -> bool:
    """Whether on each side the two may be of one kind, so that one can stand for the other."""
    return all(_kinds(one) & _kinds(other) for one, other in zip(first, second, strict=True))


def _kinds(term: Term) -> frozenset[str]:
    if term.kind_of_figure:
        return frozenset(("number",))
    if term.name or term.place:
        return frozenset(("name",))
    return frozenset(term.kinds) or frozenset(("unknown",))


def _joined(pairs: Sequence[Pair], wordings: Sequence[Wording], codes: Sequence[str | None]) -> bool:
    """Whether on one side an *and* or *or* joins the two, so that their order says nothing."""
    for terms, wording, code in zip(zip(*pairs, strict=True), wordings, codes, strict=True):
        first, last = sorted(term.at for term in terms)
        between = wording.words[first:last]
        if last - first <= JOINED and not JOINS.get(code or "", frozenset()).isdisjoint(between):
            return True
    return False


BY_CLAUSE = (crossed, comes_of_it, stands_for, stands_against)
"""The rules of this module, in order."""
