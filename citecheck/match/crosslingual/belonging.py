"""Somebody of whom whoever is quoted about is only the owner, parent or rival: *the minister was sentenced*,
*the minister's son was sentenced*, *вдова изобретателя*. All that the quotation says stands on the page, and
is said of somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from citecheck.match.crosslingual.senses import senses_of_all
from citecheck.match.crosslingual.somebody import SOMEBODY
from citecheck.match.crosslingual.term import Languages, Pair, Term, Wording

LINKS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("of",)),
    "fr": frozenset(("de", "du", "des", "d")),
    "de": frozenset(("der", "des", "von", "vom", "eines", "einer")),
    "es": frozenset(("de", "del")),
    "it": frozenset(("di", "del", "dello", "della", "dell", "dei", "degli", "delle")),
}
"""Folded words between somebody and whose he is; Slavic languages have none."""
ARTICLES = frozenset(
    ("the", "a", "an", "le", "la", "l", "les", "un", "une", "el", "los", "las", "una", "den", "dem", "einem")
)
"""Folded words that may stand there, too."""
RELATED = (
    "son", "daughter", "wife", "husband", "widow", "widower", "brother", "sister", "mother",
    "father", "parents", "uncle", "aunt", "nephew", "niece", "cousin", "grandson", "granddaughter",
    "grandfather", "grandmother", "heir", "stepson", "bride", "fiancee", "lover", "friend", "rival",
    "competitor", "opponent", "enemy", "neighbour", "accomplice", "assistant", "servant", "maid",
    "successor", "predecessor", "colleague", "partner", "critic", "murderer", "killer", "pupil",
    "apprentice", "bodyguard", "godfather", "twin", "ally", "adversary", "creditor", "tenant",
)  # fmt: skip
"""Those who are somebody to somebody else. Not those who stand for him (*representatives of*, *members of*),
whom translations drop and add: with all persons 2 of 100 aligned sentences of news were told."""
REACH = 4
"""Words from the one to the other. A plain limit."""
PERSON = "p"


def somebody_elses(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Languages
) -> tuple[str, str] | None:
    """Somebody that one side alone has and whose the one is that both have, as shown on both sides."""
    for side, (wording, other) in enumerate(((ours, theirs), (theirs, ours))):
        answered = {place for pair in met for place in pair[side].places}
        there = {place for pair in met for place in pair[1 - side].places}
        for pair in met:
            if not _are_somebody(pair, codes):
                continue
            head = next(_heads(pair[side], wording, answered, codes[side]), None)
            if head and not any(_heads(pair[1 - side], other, there, codes[1 - side])):
                return ("", head.shown) if side else (head.shown, "")
    return None


def _are_somebody(pair: Pair, codes: Languages) -> bool:
    """Whether either of two terms is somebody by the table, or by its form (*изобретатель*)."""
    forms = [SOMEBODY.get(code or "") for code in codes]
    named = any(form and form.search(term.folded) for form, term in zip(forms, pair, strict=True))
    return named or any(PERSON in term.kinds for term in pair)


def _heads(term: Term, wording: Wording, answered: set[int], code: str | None) -> Iterator[Term]:
    """Persons left over of a side that belong to `term`, or to whom it belongs by the words between."""
    for one in wording.terms:
        related = one.rows & _related() and not one.name and PERSON in one.kinds and "a" not in one.kinds
        spare = related and answered.isdisjoint(one.places)
        if spare and one.clause == term.clause and _is_of(one, term, wording, code):
            yield one


def _is_of(one: Term, term: Term, wording: Wording, code: str | None) -> bool:
    """Whether `term` is whose `one` is."""
    if code == "en" and 0 <= one.at - term.places.stop <= 2:  # *the minister's son*, *the monks' rivals*
        return wording.words[term.places.stop] == "s" or (
            one.at == term.places.stop and term.folded[-1] == "s"
        )
    between = range(one.places.stop, term.at)
    if one.at >= term.at or len(between) >= REACH:
        return False
    kinds = "anv" if code == "en" else "a"  # *the transport minister*
    described = {at for other in wording.terms if set(kinds) & set(other.kinds) for at in other.places}
    words = [wording.words[at] for at in between if at not in described]
    links = LINKS.get(code or "")
    if links is None:
        return not words
    return bool(links.intersection(words)) and all(word in links or word in ARTICLES for word in words)


@cache
def _related() -> frozenset[int]:
    return senses_of_all(RELATED)
