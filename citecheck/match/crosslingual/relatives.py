"""Who does it in a relative clause: *the boxer whom the champion challenged*, *the boxer who challenged the
champion*. The pronouns are in `data/relatives.jsonl`, written for this project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from citecheck.match.crosslingual.clauses import behind_which_nobody_acts
from citecheck.match.crosslingual.lexicon import Phrases, lexicon_for
from citecheck.match.crosslingual.term import SUBSTANCE, Pair, Term, Wording
from citecheck.match.crosslingual.voice import BY, TO_WHOM, by_whom, in_passive
from citecheck.match.rows import folded, rows, strings

SLAVIC = frozenset(("ru", "uk", "be", "pl"))
COMMAS = SLAVIC | {"de"}
"""Languages in which a comma stands before every relative clause."""
REACH = 3
"""Words from somebody to the pronoun that takes him up: *the boxer from Leeds who*."""
KINDS = ("doers", "others")
LATE = frozenset(("es", "it"))
"""Languages in which who does it may stand behind the verb of a relative clause whose pronoun says either."""
REFLEXIVE = ("ся", "сь", "цца")


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative clause."""

    at: int
    """Place of its pronoun's first word."""
    places: range
    """Places of its words behind the pronoun."""
    whom: bool
    """Whether who is taken up undergoes it, if the verb is no passive."""
    either: bool = False
    """Whether the verb stands first, and who does it may stand behind it: *el niño que salvó el médico*."""


def relative_else(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """Somebody or something and what he does in a relative clause on one side and undergoes in one on the
    other side; nothing as a rule. `once` are pairs with no other counterpart."""
    sides = tuple(zip((ours, theirs), codes, strict=True))
    for clauses in product(*(list(_relatives(*side)) for side in sides)):
        heads = [_head(once, clause.at, side) for side, clause in enumerate(clauses)]
        if heads[0] is None or heads[0] != heads[1]:
            continue
        if any(map(_may_undergo, clauses, heads[0], codes)):
            continue
        inside = [
            pair
            for pair in once
            if all(term.at in clause.places for term, clause in zip(pair, clauses, strict=True))
        ]
        verb = _done(inside)
        for other in (pair for pair in inside if pair != verb):
            if verb is None or not all(_is_other(other[at], *side) for at, side in enumerate(sides)):
                continue
            done = [
                _undergoes(clause, wording, verb[at], other[at], code or "")
                for at, (clause, (wording, code)) in enumerate(zip(clauses, sides, strict=True))
            ]
            if None not in done and done[0] != done[1]:
                return [heads[0], verb]
    return []


def _done(inside: Sequence[Pair]) -> Pair | None:
    """What is done in two relative clauses: the first that either sentence has an action for, on both sides;
    one that stands further behind may be the main clause's."""
    actions = [pair for pair in inside if any(map(_is_action, pair))]
    first = [min(actions, key=lambda pair: pair[side].at, default=None) for side in (0, 1)]
    return first[0] if first[0] == first[1] else None


def _relatives(wording: Wording, code: str | None) -> Iterator[Relative]:
    if code not in rows("relatives.jsonl"):
        return
    forms, doers, others = _forms(code)
    actions = {term.at for term in wording.terms if _is_action(term)}
    governing = lexicon_for(code).governing
    at = 1
    while at < len(wording.words) - 2:
        begins = wording.clauses[at] != wording.clauses[at - 1]
        taken, kind = max((some.at(wording.words, at), kind) for kind, some in forms.items())
        end = at + taken
        if taken and end < len(wording.words) - 1 and (begins or code not in COMMAS):
            does = wording.words[end] in others or end in actions
            other = wording.words[end] in doers and end + 1 not in actions
            whom = kind == "whom" or (kind == "either" and other)
            if (kind != "either" or does != other) and wording.words[at - 1] not in governing:
                yield Relative(at, _clause(wording, end), whom, kind == "either" and does and code in LATE)
        at = max(end, at + 1)


def _clause(wording: Wording, start: int) -> range:
    """From `start` to the next clause's beginning."""
    end = start
    while end < len(wording.words) and wording.clauses[end] == wording.clauses[start]:
        end += 1
    return range(start, end)


def _head(once: Sequence[Pair], at: int, side: int) -> Pair | None:
    """Who or what a pronoun at a place takes up: what stands next before it."""
    before = [pair for pair in once if 0 < at - pair[side].places.stop + 1 <= REACH]
    found = max(before, key=lambda pair: pair[side].at, default=None)
    return found if found is not None and _acts(found[side]) else None


def _may_undergo(clause: Relative, head: Term, code: str | None) -> bool:
    """Whether a pronoun may say that a thing undergoes it, too: *дом, который построил Иван*."""
    return not clause.whom and code in SLAVIC and "p" not in head.kinds


def _acts(term: Term) -> bool:
    """Whether it may be somebody or something that does it."""
    return not term.kind_of_figure and (not term.kinds or not SUBSTANCE.isdisjoint(term.kinds))


def _is_other(term: Term, wording: Wording, code: str | None) -> bool:
    """Whether it may do something to somebody or undergo it: no preposition stands before it, but for that of
    who does it behind a passive, and a Spanish *a*."""
    before = frozenset(wording.words[max(0, term.at - 2) : term.at])
    small = behind_which_nobody_acts(code) - BY.get(code or "", frozenset())
    small -= TO_WHOM if code == "es" else frozenset()
    return _acts(term) and small.isdisjoint(before)


def _is_action(term: Term) -> bool:
    """Whether it may be what is done, and is nobody who does it."""
    return "v" in term.kinds and "p" not in term.kinds


def _undergoes(clause: Relative, wording: Wording, verb: Term, other: Term, code: str) -> bool | None:
    """Whether who is taken up undergoes what the verb says; `None` where nothing tells for sure."""
    if by_whom(wording, verb, other, code):
        return None if clause.whom else True
    if in_passive(wording, verb, code) or verb.folded.endswith(REFLEXIVE):
        return None
    if clause.either:
        to_whom = not TO_WHOM.isdisjoint(wording.words[max(0, other.at - 2) : other.at])
        return None if code != "es" or not (to_whom or "p" in other.kinds) else not to_whom
    return clause.whom


@cache
def _forms(code: str) -> tuple[dict[str, Phrases], frozenset[str], frozenset[str]]:
    """Pronouns of a language by what they say of who is taken up; folded words behind one that may say either
    which show another one to do it; and those that show that it is he."""
    row = rows("relatives.jsonl")[code]
    forms = {kind: Phrases(strings(row[kind])) for kind in ("either", "who", "whom")}
    doers, others = (frozenset(word for one in strings(row[kind]) for word in folded(one)) for kind in KINDS)
    return forms, doers, others
