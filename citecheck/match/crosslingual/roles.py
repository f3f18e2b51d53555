"""Who did what to whom, and for how long: words that all met, but stand in other parts of the sentence or
beside a number there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.clauses import OF
from citecheck.match.crosslingual.converse import conversed
from citecheck.match.crosslingual.crossed import BY_CLAUSE, order_tells
from citecheck.match.crosslingual.denying import denied_alone, denied_else, denied_there, denied_thing
from citecheck.match.crosslingual.ending import ended_there
from citecheck.match.crosslingual.getting import given_back, one_gets
from citecheck.match.crosslingual.partners import partners
from citecheck.match.crosslingual.relatives import relative_else
from citecheck.match.crosslingual.senses import senses
from citecheck.match.crosslingual.swapped import swapped
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.than import compared_else
from citecheck.match.crosslingual.turned import turned_about
from citecheck.match.crosslingual.voice import actors, taken_up
from citecheck.match.crosslingual.whereabouts import on_other_side
from citecheck.model import Difference, DifferenceKind

BESIDE = 2
"""Places between two words that may be said in one."""
OBLIQUE: Mapping[str, tuple[str, ...]] = {
    "pl": ("ę", "ami", "ach", "ych", "ich", "ego", "emu", "ymi", "imi"),
    "ru": ("у", "ю", "ами", "ями", "ах", "ях", "ых", "их", "ого", "его", "ому", "ему", "ыми", "ими", "ться"),
    "uk": ("у", "ю", "ами", "ями", "ах", "ях", "их", "ого", "ому", "ими", "тися"),
    "be": ("у", "ю", "амі", "ямі", "ах", "ях", "ых", "іх", "ага", "яга", "аму", "яму", "ымі", "імі", "цца"),
}
"""Endings that no nominative has, but for a few foreign words, and that of reflexive infinitives."""
DECLINED = {
    "ru": ("а", "у", "ом", "ем", "ам", "я", "ю", "ым", "им"),
    "pl": ("a", "u", "em", "owi"),
}
"""Endings of names of men that are no subjects, where another language ends the name in a consonant."""
OPEN = frozenset("aeiouyhwаеиоуыэюяієўьй")
"""Letters that do not end a name in a consonant for sure."""
ADJECTIVE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"[^нтмшщ](?:ыи|ии|ая|яя|ое|ее|ые|ие|ого|его|ых|их|ыми|ими|ую|юю)$"),
    "uk": re.compile(r"[^нтмшщ](?:ии|ого|ому|их|ими|оі|ою)$"),
    "be": re.compile(r"[^нтмшщ](?:ы|ая|ое|ае|ыя|ія|ага|ых|іх|ымі|імі|ую)$"),
    "pl": re.compile(r"[^ntmsz](?:ego|emu|ych|ich|ymi|imi)$"),
}
"""Folded forms of adjectives that are no participles."""
ATTACHED = 3
"""Words from a number to what it counts."""
RULES = swapped, turned_about, compared_else, on_other_side, *BY_CLAUSE, relative_else
"""Each told alone by what stands in its own file."""


def changed_roles(
    met: Sequence[Pair], ours: Wording, theirs: Wording, languages: tuple[str | None, str | None]
) -> list[Difference]:
    """Who did it to whom, from where to where, and what stands on which side of a *not*, *but* or *than*.

    Word order is no proof where languages decline, so this asks to look, nothing more.
    """
    numbers = [(one, other) for one in ours.figures for other in theirs.figures if one.folded == other.folded]
    pairs = [*met, *numbers]
    once = sorted(_only(pairs), key=lambda pair: pair[0].at)
    for one, other in once:
        if {one.way, other.way} == {"from", "to"} and one.place and not _of_somebody((one, other), once):
            return [Difference(DifferenceKind.WORD, f"{one.way} {one.shown}", f"{other.way} {other.shown}")]
    if apart := _parted(numbers, once):
        return [_shown(apart)]
    if otherwise := _denied_or_ended(once, met, ours, theirs, languages):
        return [otherwise]
    if ends := conversed(met, ours, theirs, languages):
        return [Difference(DifferenceKind.WORD, *(term.shown for term in ends))]
    if recounted := _recounted([pair for pair in numbers if pair in once], met):
        return [_shown(recounted)]
    exchanged, kept = actors(once, met, ours, theirs, languages)
    if exchanged:
        return [_shown(exchanged)]
    for rule in RULES:
        if turned_round := rule(once, ours, theirs, languages):
            return [_shown(turned_round)]
    tells = order_tells(once, ours, theirs, languages)
    for at, first in enumerate(once):
        for second in once[at + 1 :]:
            if second[0].at == first[0].at or (first, second) in kept:
                continue
            if all(term.acts for pair in (first, second) for term in pair):
                if given_back(first, second, ours, theirs, languages):
                    return [_shown([first, second])]
                if one_gets(first, second, ours, theirs, languages):
                    continue
            turned = second[1].at < first[1].at and tells(first, second)
            if turned and _in_other_places(first, second, once, pairs, (ours, theirs), languages):
                return [_shown([first, second])]
    changed = partners(met, numbers, ours, theirs, languages)
    known = changed and one_gets(changed[0], changed[1], ours, theirs, languages)
    return [_shown(changed)] if changed and not known else []


def _in_other_places(
    first: Pair,
    second: Pair,
    once: Sequence[Pair],
    pairs: Sequence[Pair],
    sides: tuple[Wording, Wording],
    languages: tuple[str | None, str | None],
) -> bool:
    """Whether two pairs that stand the other way round in the other sentence say another thing there."""
    (one, other), (later, after), (ours, theirs) = first, second, sides
    turned = ours.parts(one, later) and theirs.parts(after, other)
    if turned and not any(_focuses(term) for term in (one, later)):
        return True
    counted = one.kind_of_figure == later.kind_of_figure != ""
    if counted and not any(_attached(pair, pairs) for pair in (first, second)):
        return True
    acted = oblique(one, languages[0]) or oblique(after, languages[1])
    acted |= one.governed or after.governed
    acted |= _owns(one, ours, languages[0]) or _owns(after, theirs, languages[1])
    acted |= declined(one, other, languages[0]) or declined(after, later, languages[1])
    acted |= taken_up(ours, one, languages[0]) or taken_up(theirs, after, languages[1])
    return not acted and _exchanged_actors(first, second, once)


def _owns(term: Term, wording: Wording, language: str | None) -> bool:
    """Whether an *of* stands right before somebody, but for an article, or an *'s* behind: *un chirurgien de
    l'hôpital*, *the widow's house*."""
    small = OF.get(language or "", frozenset())
    if language == "en" and wording.words[term.places.stop : term.places.stop + 1] == ("s",):
        return True
    words = {place for one in wording.terms for place in one.places}
    near = range(max(0, term.at - (BESIDE if term.at - 1 not in words else 1)), term.at)
    return any(wording.words[at] in small and wording.clauses[at] == term.clause for at in near)


def _of_somebody(place: Pair, met: Sequence[Pair]) -> bool:
    """Whether the place says whose somebody right before it is: *a maker from Spain*, *ein Hersteller in
    Spanien*."""
    return any(
        all("p" in one.kinds and 0 < at.at - one.at <= BESIDE for one, at in zip(pair, place, strict=True))
        for pair in met
    )


def _denied_or_ended(
    once: Sequence[Pair],
    met: Sequence[Pair],
    ours: Wording,
    theirs: Wording,
    languages: tuple[str | None, str | None],
) -> Difference | None:
    """What one side denies or ends of which the other does not."""
    if denied := denied_else(once, ours, theirs, languages):
        mine, others = (denied[side][side].shown for side in (0, 1))
        return Difference(DifferenceKind.WORD, mine, others)
    if things := denied_thing(once, ours, theirs):
        return _shown(things)
    if alone := denied_alone(once, ours, theirs, languages):
        return Difference(DifferenceKind.NEGATION, *(term.shown for term in alone))
    if parted := denied_there(met, ours, theirs, languages):
        return Difference(DifferenceKind.NEGATION, parted[0][0].shown, parted[1][1].shown)
    if ended := ended_there(met, ours, theirs, languages):
        return Difference(DifferenceKind.WORD, *ended)
    return None


def _shown(pairs: Sequence[Pair]) -> Difference:
    """Terms of either side in the order of their sentence."""
    sides = (sorted((pair[side] for pair in pairs), key=lambda term: term.at) for side in (0, 1))
    mine, others = (" … ".join(term.shown for term in terms) for terms in sides)
    return Difference(DifferenceKind.WORD, mine, others)


def oblique(term: Term, language: str | None) -> bool:
    """Whether a word in this form is no subject: Slavic languages put what something is done to first, too
    (*школу построили предприятия*). Names of foreigners may end like this and are left alone."""
    return not term.name and term.shown.casefold().endswith(OBLIQUE.get(language or "", ()))


def declined(name: Term, counterpart: Term, language: str | None) -> bool:
    """Whether a Slavic language adds to a name an ending that no subject has: *Тинтина*, *Tintin*."""
    if language not in OBLIQUE or not (name.name and counterpart.name) or name.folded == counterpart.folded:
        return False
    closed = counterpart.folded[-1] not in OPEN
    return closed and name.folded.endswith(DECLINED["pl" if language == "pl" else "ru"])


def describes(term: Term, language: str | None) -> bool:
    """Whether a word's form tells an adjective that is made of no verb: such a word is no action, though it
    is in no table."""
    form = ADJECTIVE.get(language or "")
    return form is not None and form.search(term.folded) is not None


def _focuses(term: Term) -> bool:
    """Whether a word is an *only* or an *even*, which stands on no side of a *but* or *than*."""
    return term.weighs and term.kinds == "a" and not any(senses()[row].sides for row in term.rows)


def _attached(number: Pair, met: Sequence[Pair]) -> bool:
    """Whether what a number counts stands next behind it on both sides, so that it has not changed places."""
    behind = [_behind(number, met, side) for side in (0, 1)]
    return behind[0] is not None and behind[0] == behind[1]


def _recounted(numbers: Sequence[Pair], met: Sequence[Pair]) -> tuple[Pair, Pair] | None:
    """Two numbers of which each counts on one side what the other counts on the other side."""
    counts = [(number, _behind(number, met, 0), _behind(number, met, 1)) for number in numbers]
    for at, (number, mine, other) in enumerate(counts):
        for later, also, after in counts[at + 1 :]:
            if mine is not None and also is not None and mine != also and (mine, also) == (after, other):
                return number, later
    return None


def _parted(numbers: Sequence[Pair], once: Sequence[Pair]) -> tuple[Pair, Pair] | None:
    """A time, place, name or number and a number in one clause of the quotation, where the sentence has the
    former in one clause with another number (*now 46, 5 then*; *46 then, now 5*)."""
    placed = [pair for pair in once if _places(pair[0]) and _places(pair[1])]
    counted = [pair for pair in numbers if pair in once]
    for mine in placed:
        here, there = (
            [one for one in counted if one is not mine and one[side].clause == mine[side].clause]
            for side in (0, 1)
        )
        left, come = (
            [one for one in some if one not in others] for some, others in ((here, there), (there, here))
        )
        for one in left:
            if any(one[0].kind_of_figure == other[0].kind_of_figure for other in come):
                return mine, one
    return None


def _places(term: Term) -> bool:
    return bool(term.kind_of_figure or term.name or term.place) or term.kinds == "t"


def _behind(number: Pair, met: Sequence[Pair], side: int) -> Pair | None:
    """The pair that stands next behind a number on one side."""
    place = number[side].at
    near = (one for one in met if 0 < one[side].at - place <= ATTACHED and not one[side].kind_of_figure)
    return min(near, key=lambda one: one[side].at, default=None)


def _exchanged_actors(first: Pair, second: Pair, met: Sequence[Pair]) -> bool:
    """Whether two that stand the other way round may have done it to each other: both are somebody, or one is
    and the other is not listed, and what was done stands between them on both sides."""
    (one, other), (later, after) = first, second
    if not (_between(one, later, met, 0) or _between(after, other, met, 1)):
        return False  # *Opposition leader*, *líder de la oposición*
    if one.acts and later.acts and other.acts and after.acts:
        if 1 in (later.at - one.at, other.at - after.at):
            return _done_amid((one, other), (later, after), met)
        return later.at - one.at > 1 or other.at - after.at > BESIDE
    if all(term.place and term.capital for term in (one, later, other, after)):
        return any(one.at < done.at < later.at or after.at < also.at < other.at for done, also in met)
    if not (one.may_act and other.may_act and later.may_act and after.may_act):
        return False
    if not any(term.acts for term in (one, other, later, after)):
        return False
    return any(
        one.at < done.at < later.at and after.at < also.at < other.at and not done.name for done, also in met
    )


def _done_amid(first: Pair, second: Pair, met: Sequence[Pair]) -> bool:
    """Whether an action that both sides have, or much else, stands between two that stand side by side in the
    other sentence: *власники банку*, *the bank's former owners* says nothing of who acts."""
    (one, other), (later, after) = first, second
    if max(later.at - one.at, other.at - after.at) > ATTACHED:
        return True
    done = [pair for pair in met if all("v" in term.kinds for term in pair)]
    return any(one.at < also.at < later.at or after.at < there.at < other.at for also, there in done)


def _between(one: Term, other: Term, met: Sequence[Pair], side: int) -> bool:
    """Whether two terms are further apart than parts of one expression, or something stands between that
    the other side has, too."""
    return other.at - one.at > ATTACHED or any(one.at < pair[side].at < other.at for pair in met)


def _only(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs neither of whose terms has another counterpart, but for what stands beside somebody and is said
    in the same word as he (*metteuse en scène*, *reżyserka*)."""
    who = [pair for pair in pairs if all(term.acts for term in pair)]
    pairs = [pair for pair in pairs if not any(_beside_somebody(pair, some) for some in who)]
    places: defaultdict[Term, set[tuple[int, int]]] = defaultdict(set)
    for one, other in pairs:
        for term in (one, other):
            places[term].add((one.at, other.at))
    return [(one, other) for one, other in pairs if len(places[one] | places[other]) == 1]


def _beside_somebody(pair: Pair, somebody: Pair) -> bool:
    """Whether a pair has the counterpart of somebody who stands beside its other word."""
    return not all(term.acts for term in pair) and any(
        pair[side].at == somebody[side].at and 0 < abs(pair[1 - side].at - somebody[1 - side].at) <= BESIDE
        for side in (0, 1)
    )
