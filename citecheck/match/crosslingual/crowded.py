"""Words of which two have one counterpart: where the other side has a word left over, one of the two may be
said there as something else (*the restoration of the stage* in a *theatre*, *of the front*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.term import Term

BESIDE = 2
"""Places between two words that may be said in one (*produits agricoles*, *сельхозпродукция*)."""


def crowded_out(
    met: Sequence[tuple[Term, Term]],
    missing: Sequence[Term],
    added: Sequence[Term],
    taken: Sequence[tuple[Term, Term]],
    likeness: Likeness,
) -> list[tuple[Term, Term]]:
    """Words whose one counterpart answers another word, too, beside one that the other side has left."""
    pairs: list[tuple[Term, Term]] = []
    for side, spare in ((0, added), (1, missing)):
        done = any("v" in other.kinds and not other.loose for other in spare)
        for group in crowded(met, side, done):
            used = [term for pair in (*taken, *pairs) for term in pair]
            fit = [
                pair
                for one in group
                for other in spare
                if _of_a_kind(one, other) and not any(other is term for term in used)
                for pair in [(one, other) if side == 0 else (other, one)]
            ]
            if fit:
                pairs.append(max(fit, key=lambda pair: likeness.of(*pair) if likeness.table else 0))
        pairs += [pair for pair in repeated(met, side, spare) if pair not in (*taken, *pairs)]
    return pairs


def repeated(
    met: Sequence[tuple[Term, Term]], side: int, spare: Sequence[Term]
) -> Iterator[tuple[Term, Term]]:
    """A word that stands twice on one side and has one counterpart, with another word that stands beside the
    counterpart of its neighbour: *coal mine and coal industry*, *fishing industry and coal mine*."""
    sided = [(pair[side], pair[1 - side]) for pair in met]
    for one, mate in sided:
        twice = any(two.folded == one.folded and two.at != one.at for two, _ in sided)
        alone = {other.at for two, other in sided if two.folded == one.folded} == {mate.at}
        if not twice or not alone or one.loose or one.name:
            continue
        for neighbour, its in sided:
            beside = abs(neighbour.at - one.at) == 1 and abs(its.at - mate.at) > 1
            for other in spare:
                if beside and abs(other.at - its.at) == 1 and _of_a_kind(one, other):
                    yield (one, other) if side == 0 else (other, one)


def _of_a_kind(one: Term, other: Term) -> bool:
    """Whether two words may be things both, or actions, or descriptions."""
    if "t" in other.kinds or (other.thing and one.thing):
        return "t" not in other.kinds
    return bool(set(one.kinds) & set(other.kinds))


def crowded(met: Sequence[tuple[Term, Term]], side: int, done: bool = False) -> Iterator[list[Term]]:
    """Words of one side of `met`, in groups of which one is left over once each word answers to one.

    Repeated words, and words beside each other that one word answers, are no such group; unless the other
    side has an action left over (`done`) and one of the two is an action: *zawiesił zarządzenie* (suspended
    the decree) is not *a confirmé l'arrêté*.
    """
    mates: dict[Term, list[Term]] = {}
    for pair in met:
        one, other = pair[side], pair[1 - side]
        if not one.loose and not one.name:
            mates.setdefault(one, []).append(other)
    taken: dict[Term, Term] = {}
    for one in mates:
        reached: set[Term] = set()
        if not _placed(one, mates, taken, reached):
            group = [one, *(taken[other] for other in reached)]
            if not _one_thing(one, group, done):
                yield group


def _placed(one: Term, mates: dict[Term, list[Term]], taken: dict[Term, Term], reached: set[Term]) -> bool:
    """Whether a word finds a counterpart of its own, others of its counterparts' words moving on."""
    for other in mates[one]:
        if other in reached:
            continue
        reached.add(other)
        if other not in taken or _placed(taken[other], mates, taken, reached):
            taken[other] = one
            return True
    return False


def _one_thing(one: Term, group: Sequence[Term], done: bool) -> bool:
    apart = done and any(set(other.kinds) == {"v"} for other in group)
    return any(
        other is not one
        and (
            other.folded == one.folded
            or other.at == one.at
            or (abs(other.at - one.at) <= BESIDE and not apart)
        )
        for other in group
    )
