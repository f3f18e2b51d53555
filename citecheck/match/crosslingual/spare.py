"""Words left over that say nothing beside what the other side has: *sans dire où*, *не говорит, где*; *not a
single shot*, *ни одного выстрела*; *dollars*, *$*; *решение суда*, which is one expression, and *la décision
du tribunal*; *подорожчає з 8 до 10*, *passera de 8 à 10*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.linking import links
from citecheck.match.crosslingual.pivots import NONE
from citecheck.match.crosslingual.senses import senses, senses_of
from citecheck.match.crosslingual.term import Pair, Term, Wording

TO_NUMBER = 2
"""Words from what something amounts to, to its number."""
APART = 5
"""Words between what stands before and behind a word that only ties: a plain limit."""
BOTH = 2
"""Words of one side that an expression of the other answers in its parts."""
SLIGHTEST = re.compile(
    r"moindres?|slightest|faintest|geringste[mnrs]?|малеиш\w+|наименш\w+|наименьш\w+|najmniejsz\w+"
)
"""Folded words that only strengthen a denial."""
FROM = frozenset(
    ("from", "de", "du", "von", "с", "со", "з", "із", "від", "ад", "z", "od", "da", "dal", "del")
)
TO = frozenset(("to", "a", "au", "auf", "до", "да", "do", "al"))
"""Folded words before what a number was and what it becomes."""
RISE, BECAUSE = frozenset(("+rise", "-rise")), "+because"


def needed_still(
    left: Iterable[Term], met: Sequence[Pair], mine: Wording, theirs: Wording, code: str | None
) -> tuple[Term, ...]:
    """Terms of `left`, of the side of `mine` in the language `code`, that still need a counterpart. `met`:
    pairs of a term of `mine` and one of `theirs`."""
    return tuple(
        one
        for one in left
        if not _lacks_too(one, mine, theirs, code)
        and not _single(one, mine, theirs)
        and not _in_its_words(one, met)
        and not any(one.rows & senses_of(name, "en") for name in theirs.signs)
        and not _of_a_number(one, mine, theirs)
        and not _told_by_numbers(one, mine, theirs)
        and not _told_by_multiple(one, mine, theirs)
        and not _is_half(one, mine, theirs, code)
        and not _amounts(one, mine, theirs)
        and not _bridges(one, met, mine, theirs, code)
        and not (BECAUSE in one.sides and _explained(one, met, theirs))
    )


def _lacks_too(one: Term, mine: Wording, theirs: Wording, code: str | None) -> bool:
    """Whether a word is a *without* and the other side denies as often, or an *any* right behind a *without*
    (*без ніводнага слова*), or one that the other side says in two words: negation is compared on its own.
    Who denies (*nobody*) needs a counterpart."""
    without = lexicon_for(code).without
    if one.at not in mine.denials:
        return False
    if NONE.match(one.folded):
        if any(abs(single - denial) == 1 for single in theirs.ones for denial in theirs.denials):
            return True  # *aucune*, *ни одна*
        return not without.isdisjoint(mine.words[max(0, one.at - 1) : one.at])
    return one.folded in without and len(theirs.denials) >= len(mine.denials)


def _explained(one: Term, met: Sequence[Pair], theirs: Wording) -> bool:
    """Whether what stands behind a *because* is what the other side says behind a colon or a dash."""
    behind = [(mine.at, other) for mine, other in met if mine.at > one.at]
    return bool(behind) and min(behind, key=lambda pair: pair[0])[1].clause in theirs.explains


def _single(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says *single* of what there is one of, and the other side has a word for *one* or
    *none*; or *slightest*, where both deny."""
    if SLIGHTEST.match(one.folded):
        return bool(mine.denials and theirs.denials)
    beside = any(abs(one.at - article) == 1 for article in mine.ones)
    said = theirs.ones or any(map(NONE.match, theirs.words))
    return beside and bool(said) and bool(one.rows & senses_of("single", "en"))


def _in_its_words(one: Term, met: Sequence[Pair]) -> bool:
    """Whether each word of an expression met one of its own on the other side."""
    answers = {other for term, other in met if term.places == one.places and term.rows != one.rows}
    return one.size > 1 and len({other.at for other in answers}) >= BOTH


def _of_a_number(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says *year* beside a year that both sides have (*в 2009 году*), or *every* before an
    ordinal (*кожному третьому*, *co trzeciego*)."""
    beside = {figure.folded for figure in mine.figures if figure.at - one.at in (1, -1)}
    both = any(figure.folded in beside for figure in theirs.figures)
    if not both:
        return False
    if any(value.startswith("year") for value in beside):
        return bool(one.rows & senses_of("year", "en"))
    behind = any(figure.at - one.at == 1 for figure in mine.figures)
    return behind and bool(one.rows & senses_of("every", "en"))


def _told_by_numbers(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says that something rises or falls, and two numbers of both sides do so, in order."""
    sides = one.sides & RISE
    if len(sides) != 1:
        return False
    ways = _ways(mine) & _ways(theirs)
    return bool(ways) and all((later > first) == ("+rise" in sides) for first, later in ways)


def _told_by_multiple(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says that something rises, beside how many times, and the other side has that alone in a
    verb (*выросло в три раза*, *a triplé*); or that it falls to its half (*halved*)."""
    sides = one.sides & RISE
    if len(sides) != 1 or any(term.sides & RISE for term in theirs.terms):
        return False
    both = mine.multiples & theirs.multiples
    return "1/2" in both if "-rise" in sides else any(name.isdigit() for name in both)


def _is_half(one: Term, mine: Wording, theirs: Wording, code: str | None) -> bool:
    """Whether a word says a half that the other side says in a word that is no term (*вдвое*)."""
    halves = lexicon_for(code).fractions.get("1/2")
    return "1/2" in theirs.multiples and halves is not None and halves.at(mine.words, one.at) > 0


def _amounts(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word only says that something amounts to the number right behind it, which both sides have
    (*составил 12 млн*): elsewhere it may be *to be*, or a case."""
    behind = {figure.folded for figure in mine.figures if 0 < figure.at - one.at - one.size + 1 <= TO_NUMBER}
    both = any(figure.folded in behind for figure in theirs.figures)
    return both and any(senses()[row].kind == "v" for row in one.rows & senses_of("totalled", "en"))


def _bridges(one: Term, met: Sequence[Pair], mine: Wording, theirs: Wording, code: str | None) -> bool:
    """Whether a word only ties together what stands before and behind it (*des produits destinés à
    l'industrie*), and the other side has both side by side, with nothing of its own between (*продукция для
    отрасли*)."""
    if one.sides or not links(one, mine.words, code):
        return False
    before = max((term for term, _ in met if term.at < one.at), key=lambda term: term.at, default=None)
    behind = min((term for term, _ in met if term.at > one.at), key=lambda term: term.at, default=None)
    if before is None or behind is None or behind.at - before.at > APART or before.clause != behind.clause:
        return False
    answered = {other for _, other in met}
    left = [term.at for term in theirs.terms if term not in answered and not term.loose]
    pairs = ((a.at, b.at) for x, a in met if x is before for y, b in met if y is behind)
    spans = (sorted(pair) for pair in pairs)
    return any(last - first <= APART and not any(first < at < last for at in left) for first, last in spans)


def _ways(wording: Wording) -> frozenset[tuple[float, float]]:
    """From what to what numbers go: *de 8 à 10*."""
    plain = [figure for figure in wording.figures if figure.kind_of_figure == "plain"]
    values = [(figure.at, float(figure.folded.rpartition(" ")[2])) for figure in plain]
    return frozenset(
        (one, two)
        for (at, one), (to, two) in pairwise(values)
        if at and wording.words[at - 1] in FROM and wording.words[to - 1] in TO and one != two
    )
