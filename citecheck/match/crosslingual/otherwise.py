"""What is done or how something is, said otherwise: a verb or an adjective that is left over of the quotation
beside one that is left over of the sentence may be another (*flooded*, *spared*; *poor*, *wild*)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.roles import describes
from citecheck.match.crosslingual.somebody import SOMEBODY
from citecheck.match.crosslingual.term import SUBSTANCE, THINGS, Pair, Term

DONE = 0.6
"""Likeness below which an action that is left over on either side is another one (*flooded*, *spared*), where
the table holds at least ours. Of 198 true pages of `benchmarks.across_written` it stops four."""
DESCRIBED = 0.58
"""The same of words that say how something is. Of 369 true pairs of news without a difference
it stops six, of 111 copies with a word exchanged 41."""
STRANDED, BESIDE = 0.6, 2
"""The same of what is left over on both sides within so many words of a pair that met. In manuals, help texts
and guides it stops, with the rule on shared counterparts, nine of 28 pages with a word exchanged and one of
67 true ones, in `across_written` three of 193."""
FORMED = 0.5
"""The same, lower, of somebody or something that the table holds as what is done or how it is (*захисник*,
*soudeur*, *Verstorbene*), and of an adjective that it holds as an action (*инфекционный*)."""
RELATIONAL: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"ed$"),
    "ru": re.compile(r"(?:онн|арн|альн|ивн|ичн|ельн)(?:ы|о|а|у)\w{1,2}$"),
    "uk": re.compile(r"(?:ііин|арн|альн|ивн|ичн|ельн)(?:и|о|а|у|і)\w{0,2}$"),
    "be": re.compile(r"(?:ыин|іин|арн|альн|ыўн|ічн|ельн)(?:ы|а|у)\w{0,2}$"),
    "pl": re.compile(r"(?:yjn|arn|aln|ywn|iczn|eln)(?:y|a|e|i|ą)\w{0,2}$"),
}
"""Folded forms of adjectives made of nouns, and of English participles."""
IN_PLACE = {"n": frozenset("npt"), "a": frozenset("a"), "v": frozenset[str]()}
"""By the kind of a vague word those in whose place it says another thing: *strict regime*, *general regime*.
What is done is put in many ways."""


def said_otherwise(
    missing: Sequence[Term], left: Sequence[Term], taken: Sequence[Pair], likeness: Likeness, least: float
) -> list[Pair]:
    """Actions and descriptions of the quotation beside those that the sentence has left over, where none is
    like it; `taken` are pairs that stand in each other's place already. Actions as like as `least` meet."""
    done = _done(missing, left, taken, likeness, max(DONE, least))
    done += _described(missing, left, [*taken, *done], likeness)
    return done + _formed(missing, left, [*taken, *done], likeness)


def stranded(
    missing: Sequence[Term],
    added: Sequence[Term],
    taken: Sequence[Pair],
    met: Sequence[Pair],
    likeness: Likeness,
) -> list[Pair]:
    """What is left over on both sides beside words that met, of whatever kind, where it is unlike."""
    used = [term for pair in taken for term in pair]
    ours, theirs = ([term for term in terms if _strandable(term, used)] for terms in (missing, added))
    if not likeness.table:
        return []
    placed = (
        (one, other)
        for one in ours
        for other in theirs
        if any(abs(mine.at - one.at) <= BESIDE and abs(its.at - other.at) <= BESIDE for mine, its in met)
    )
    return [(one, other) for one, other in placed if likeness.of(one, other) < STRANDED][:1]


def _strandable(term: Term, used: Sequence[Term]) -> bool:
    return not term.name and term.kinds != "m" and not any(term is other for other in used)


def _done(
    missing: Sequence[Term], left: Sequence[Term], taken: Sequence[Pair], likeness: Likeness, least: float
) -> list[Pair]:
    """A word that is not listed may be an action, unless it is an adjective by its form."""
    spare = [
        term
        for term in left
        if ("v" in term.kinds or _may_be_done(term, likeness.languages[1]))
        and not any(term is other for _, other in taken)
    ]
    actions = [one for one in missing if "v" in one.kinds]
    return list(_unlike(actions, spare, likeness, least))


def _described(
    missing: Sequence[Term], left: Sequence[Term], taken: Sequence[Pair], likeness: Likeness
) -> list[Pair]:
    used = [term for pair in taken for term in pair]
    ours, theirs = (
        [term for term in terms if _describing(term) and not any(term is other for other in used)]
        for terms in (missing, left)
    )
    return list(_unlike(ours, theirs, likeness, DESCRIBED))


def _formed(
    missing: Sequence[Term], left: Sequence[Term], taken: Sequence[Pair], likeness: Likeness
) -> list[Pair]:
    """Somebody or something beside another, or an adjective beside another, of which the table does not know
    that one is such a word."""
    used = [term for pair in taken for term in pair]
    found: list[Pair] = []
    for one in missing:
        for other in left:
            kinds = _form(one, likeness.languages[0]), _form(other, likeness.languages[1])
            alike = bool(kinds[0] & kinds[1]) and not any(term is one or term is other for term in used)
            if alike and likeness.table and likeness.of(one, other) < FORMED:
                found.append((one, other))
                used += [one, other]
    return found


def _form(term: Term, language: str | None) -> frozenset[str]:
    """`n` for a thing or somebody, `a` for a description, by the table or by its form."""
    if term.name or term.loose:
        return frozenset()
    kinds = {"n"} if set(term.kinds) & set(SUBSTANCE) else set()
    made = RELATIONAL.get(language or "")
    described = describes(term, language) or (made is not None and made.search(term.folded))
    kinds |= {"a"} if "a" in term.kinds or described else set()
    form = SOMEBODY.get(language or "")
    noun = term.at > 0 and language == "de" and term.capital
    if noun or (form is not None and form.search(term.folded)):
        kinds.add("n")
    return frozenset(kinds)


def _unlike(ours: Sequence[Term], theirs: Sequence[Term], likeness: Likeness, least: float) -> list[Pair]:
    """Each of `ours` with the likest of `theirs`, where that is less like than `least`."""
    if not (likeness.table and theirs):
        return []
    likest = [(one, max(theirs, key=lambda other: likeness.of(one, other))) for one in ours]
    return [(one, other) for one, other in likest if likeness.of(one, other) < least]


def _describing(term: Term) -> bool:
    return "a" in term.kinds and not set(term.kinds) & set(THINGS)


def _may_be_done(term: Term, language: str | None) -> bool:
    return term.telling and not term.kinds and not term.name and not describes(term, language)


def vaguely(
    missing: Sequence[Term],
    added: Sequence[Term],
    pairs: Collection[tuple[Term | None, Term | None]],
    met: Sequence[Pair],
    edges: frozenset[int],
) -> Iterator[tuple[Term, Term]]:
    """A vague word of one side that is left over, where a word that says something and is in none of `pairs`
    stands in its place on the other: of the same kind, and outside of what is quoted only where the vague one
    stands before or behind all that `met`, too."""
    mine, there = ({pair[side] for pair in pairs} for side in (0, 1))
    places = [one.at for one, _ in met] or [0]
    left = [one for one in missing if one not in mine]
    come = [other for other in added if other not in there]
    for one in left:
        amid = min(places) < one.at < max(places)
        fit = (other for other in come if not (amid and other.at in edges))
        if (other := next((other for other in fit if _in_its_place(one, other)), None)) is not None:
            come.remove(other)
            yield one, other


def _in_its_place(one: Term, other: Term) -> bool:
    """Whether one of two words is vague and the other one, which says something, is of the same kind."""
    if bool(one.vague) == bool(other.vague):
        return False
    vague, telling = (one, other) if one.vague else (other, one)
    return not telling.loose and not IN_PLACE[vague.vague].isdisjoint(telling.kinds or "n")
