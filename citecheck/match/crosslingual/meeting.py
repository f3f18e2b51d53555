"""Which two words of two sentences may answer each other, and how like they must be where they stand."""

from __future__ import annotations

import math

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.kin import are_near
from citecheck.match.crosslingual.members import apart
from citecheck.match.crosslingual.senses import NAMED, senses
from citecheck.match.crosslingual.sounds import like_words, made_of, same_name, same_named, skeleton
from citecheck.match.crosslingual.term import SUBSTANCE, Term
from citecheck.match.crosslingual.terms import WORD_LETTERS

LEAST_SKELETON = 4
"""Consonants from which words of common origin are told."""
PART, LEAST, MOST = 0.8, 0.58, 0.7
"""Likeness of two words where they stand from which they say the same: this part of what the words of the
quotation usually reach, which is more where the languages are near kin, within these bounds. Of 90 words that
translate each other 14 are below .58; of 56 put for another thing of their kind nine are above it, half of
them above .46. With .46 half as many true statements again agreed, and twice as many with one word exchanged
for another (16 of 268 instead of 9): what was not said weighs more."""
ALIKE_TOLD = 0.7
"""The same where one is a name or a side of an opposition, or both may be things or somebody (*silver* and
*gold*, *ammoniac* and *формальдегид*)."""
ALIKE_LISTED, ALIKE_MANNER, ALIKE_THINGS = 0.58, 0.66, 0.75
"""The same where the table holds both and knows of no common sense: actions, descriptions (*bronze*, *iron*),
things (*fishermen*, *sailors*, .73). Of 240 true pages that agree two have a pair below the latter two."""
ALIKE_EQUIVALENT = 0.05
"""The same of two words of one row of equivalents."""
ALIKE_NEAR = 0.25
"""The same of two words whose senses are near each other (`kin.py`): enough that they do not meet by chance
from two ends of a sentence. Of 227 pairs left over on true pages 24 are near, all above it; of 526 that only
siblings and contradictions leave over 11, none of them the words that were exchanged."""


def meet(one: Term, other: Term, likeness: Likeness, least: float) -> bool:
    """Whether the table or their sound brings two words together; words that only sound alike must mean about
    the same where they stand, if that is known (*молочной*, *мясной*)."""
    if apart(one.members, other.members):
        return False
    if one.rows & other.rows or one.folded == other.folded or (one.place and one.place == other.place):
        return True
    if are_opposed(one, other):
        return False
    if one.capital and other.capital and same_named(one.folded, other.folded):  # *Porto* is no port
        return True
    if _made_of(one, other):
        return True  # *de Rostov*, *ростовского*
    if one.name or other.name:  # *Курск* begins like a listed word, and is a name
        named = all(term.capital or not term.rows for term in (one, other))
        return named and same_named(one.folded, other.folded)
    if likeness.listed(one, other):
        return True
    if min(len(one.folded), len(other.folded)) < WORD_LETTERS:
        return False
    left, right = sorted((skeleton(one.folded), skeleton(other.folded)), key=len)
    begins = len(left) >= LEAST_SKELETON - 1 and right.startswith(left)
    if likeness.table and not begins and likeness.of(one, other) < least:
        return False
    if len(left) >= LEAST_SKELETON and like_words(left, right):
        return True
    return not (one.rows and other.rows) and same_name(one.folded, other.folded)


def needed(one: Term, other: Term, least: float, likeness: Likeness) -> float:
    """Likeness from which two words meet, `least` for words that are not listed. Names are compared by sound,
    opposites and times by the table."""
    if (one.name and other.name) or (one.place and other.place) or are_opposed(one, other):
        return math.inf
    if {"t", NAMED} & set(one.kinds) & set(other.kinds):
        return math.inf
    named = one.name or other.name or one.place or other.place or NAMED in one.kinds + other.kinds
    if not named and likeness.equivalent(one, other):
        return ALIKE_EQUIVALENT
    if not named and are_near(one.rows, other.rows):
        return ALIKE_NEAR
    things = all(not term.rows or SUBSTANCE & set(term.kinds) for term in (one, other))
    listed = bool(one.rows and other.rows) or likeness.known(one, other)
    if things and listed and not named:
        return ALIKE_THINGS
    if named or _sided(one, other) or things:
        return max(least, ALIKE_TOLD)
    manner = all("a" in term.kinds and "v" not in term.kinds for term in (one, other))
    return max(least, ALIKE_MANNER if manner else ALIKE_LISTED) if listed else least


def _made_of(one: Term, other: Term) -> bool:
    """Whether one of two terms is a name and the other an adjective made of it."""
    name, word = (one, other) if one.name else (other, one)
    return name.name and not (word.name or word.place) and made_of(word.folded, name.folded)


def may_stand(one: Term, other: Term, likeness: Likeness) -> bool:
    """Whether translators put the one for the other, by rows near each other or a row of equivalents."""
    return are_near(one.rows, other.rows) or likeness.equivalent(one, other)


def _sided(one: Term, other: Term) -> bool:
    return any(senses()[row].sides or senses()[row].weighs for row in one.rows | other.rows)


def are_opposed(one: Term, other: Term) -> bool:
    """Whether they are sides of one opposition, or two members of one class."""
    if apart(one.members, other.members):
        return True
    against = {side for row in one.rows for side in senses()[row].opposed}
    return not against.isdisjoint(other.sides)
