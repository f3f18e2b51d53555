"""Which words of a quotation a foreign sentence has, and which of either are left over.

A sibling (*the same sentence about another firm*) and a contradiction (*rejected* for *approved*) leave a word on
both sides that has no counterpart; a free translation mostly leaves one on neither or on one side only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from citecheck.match.crosslingual.figures import MONTH_WORDS
from citecheck.match.crosslingual.lexicon import Lexicon, lexicon_for
from citecheck.match.crosslingual.places import place_of
from citecheck.match.crosslingual.senses import empty_word, languages, senses, senses_at, senses_of
from citecheck.match.crosslingual.terms import WORD_LETTERS, like_words, same_name, skeleton, terms_of
from citecheck.match.fold import split_words
from citecheck.match.rules import Rules
from citecheck.model import Difference, DifferenceKind

LEAST_LETTERS = 4
"""Shorter words that are not listed say nothing of their own."""
LEAST_SKELETON = 4
"""Consonants from which words of common origin are told."""
CLAUSE = re.compile(r"[,;:]\s+|[«»“”\"()]\s*|\s[—–-]\s")
COMPARED = frozenset(
    {"+more", "-more", "+rise", "-rise", "+big", "-big", "+high", "-high", "+early", "-early"}
)
"""Sides that a *than* may follow."""
EMPTY, LIGHT = "x", "l"
COMPATIBLE = {"p": "pn", "n": "pna", "v": "vn", "a": "an", "t": "t", "m": "m"}
"""Kinds of words that stand for each other: *steel* for *coal*, no *steel* for *yesterday*."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase with a meaning of its own."""

    shown: str
    folded: str
    rows: frozenset[int]
    """Senses it may have; none where it is not listed."""
    place: str | None
    name: bool
    """Written as a name; names are compared on their own."""
    at: int
    loose: bool
    """May be a word without meaning, or one that translations drop and add."""
    clause: int
    """How many clauses end before it."""
    way: str
    """`from` or `to` where a preposition before it says so."""

    @property
    def kinds(self) -> str:
        """Kinds of words it may be, in order."""
        return "".join(sorted({senses()[row].kind for row in self.rows}))

    @property
    def capital(self) -> bool:
        """Whether it may be a name, which says nothing by what it means."""
        return self.shown[:1].isupper()

    @property
    def acts(self) -> bool:
        """Whether it is somebody, who may do something to another."""
        return (self.name and self.place is None) or "p" in self.kinds

    @property
    def telling(self) -> bool:
        """Whether a statement becomes another one where another word stands in its place: a thing, somebody, a
        time, a side of an opposition or what is not listed; an action or a manner may be put many ways."""
        sided = any(senses()[row].sides or senses()[row].weighs for row in self.rows)
        return not self.rows or sided or bool(set(self.kinds) & set("nptm"))

    @property
    def weighs(self) -> bool:
        """Whether a statement turns into another one where only one side has it."""
        return bool(self.rows) and not self.loose and all(senses()[row].weighs for row in self.rows)


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Pairs that met, and what is left over of the quotation and of the sentence."""

    met: tuple[tuple[Term, Term], ...]
    missing: tuple[Term, ...]
    added: tuple[Term, ...]

    @property
    def share(self) -> float:
        """Share of the quotation's words that met, 0 where it has none."""
        mine = {one for one, _ in self.met}
        return len(mine) / max(1, len(mine) + len(self.missing))


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the words of a quotation and a sentence gave, as shown."""

    met: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    share: float
    """Share of the quotation's words that met."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sentence."""

    terms: tuple[Term, ...]
    pivots: frozenset[int]
    """Places of the words that set what follows against what stands before: *not*, *but*, *than*."""

    def parts(self, one: Term, other: Term) -> bool:
        """Whether such a word stands between two terms."""
        return any(one.at < pivot < other.at for pivot in self.pivots)


def compare_words(
    ours: Wording, theirs: Wording, said: Wording, alike: Callable[[Term, Term], bool]
) -> Compared:
    """Compare a quotation's words with `theirs`, a sentence's, of which `said` are those in question.

    `alike` is asked about words that are not listed.
    """
    found = counterparts(ours.terms, theirs.terms, said.terms, alike)
    differences = word_differences(found) or changed_roles(found, ours, theirs)
    met = tuple((one.shown, other.shown) for one, other in found.met)
    return Compared(met, tuple(differences), found.share)


def counterparts(
    ours: Sequence[Term], theirs: Sequence[Term], said: Sequence[Term], alike: Callable[[Term, Term], bool]
) -> Counterparts:
    """Counterparts of `ours` among `theirs`, a sentence's terms, of which `said` are those in question.

    `alike` is asked about words that are not listed.
    """
    met = [(one, other) for one in ours for other in theirs if _meet(one, other)]
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    missing = [one for one in ours if one not in mine]
    clauses = {other.clause for other in answered}
    first, last = min(clauses, default=0), max(clauses, default=0)
    added = [
        other
        for other in said
        if other not in answered and (first <= other.clause <= last or other.weighs or not clauses)
    ]
    for one in [one for one in missing if not (one.name or one.loose)]:
        for other in [
            other for other in added if not (other.name or other.loose or (one.rows and other.rows))
        ]:
            if not (one.capital and other.capital) and alike(one, other):
                met.append((one, other))
                missing.remove(one)
                added.remove(other)
                break
    return Counterparts(tuple(met), tuple(missing), tuple(added))


def word_differences(found: Counterparts) -> list[Difference]:
    """Words that speak against each other, that one side alone has, or that stand in each other's place."""
    missing = [one for one in found.missing if not one.loose]
    added = [one for one in found.added if not one.loose]
    pairs: list[tuple[Term | None, Term | None]] = []
    for test in (_opposed, _exchanged):
        if test is _exchanged:
            added = [one for one in added if one.telling]
            missing = [one for one in missing if one.telling]
        for one in list(missing):
            other = next((other for other in added if test(one, other)), None)
            if other is not None:
                pairs.append((one, other))
                missing.remove(one)
                added.remove(other)
    pairs += [(one, None) for one in missing if one.weighs or not (one.rows or one.name)]
    pairs += [(None, other) for other in added if other.weighs]
    return [
        Difference(DifferenceKind.WORD, one.shown if one else "", other.shown if other else "")
        for one, other in pairs
    ]


def changed_roles(found: Counterparts, ours: Wording, theirs: Wording) -> list[Difference]:
    """Who did it to whom, from where to where, and what stands on which side of a *not*, *but* or *than*.

    Word order is no proof where languages decline, so this asks to look, nothing more.
    """
    once = sorted((pair for pair in found.met if _only(pair, found.met)), key=lambda pair: pair[0].at)
    for one, other in once:
        if {one.way, other.way} == {"from", "to"} and one.place:
            return [Difference(DifferenceKind.WORD, f"{one.way} {one.shown}", f"{other.way} {other.shown}")]
    for at, (one, other) in enumerate(once):
        for later, after in once[at + 1 :]:
            if later.at == one.at or after.at >= other.at:
                continue
            turned = ours.parts(one, later) and theirs.parts(after, other)
            if turned or (one.acts and later.acts and other.acts and after.acts):
                shown = f"{one.shown} … {later.shown}", f"{after.shown} … {other.shown}"
                return [Difference(DifferenceKind.WORD, *shown)]
    return []


def _only(pair: tuple[Term, Term], met: Sequence[tuple[Term, Term]]) -> bool:
    return all(pair == other or not (pair[0] in other or pair[1] in other) for other in met)


def _opposed(one: Term, other: Term) -> bool:
    against = {side for row in one.rows for side in senses()[row].opposed}
    return any(side in against for row in other.rows for side in senses()[row].sides)


def _exchanged(one: Term, other: Term) -> bool:
    if one.name or other.name:  # two names are compared as such
        return not (one.name and other.name) and not (one.rows or other.rows)
    if not one.rows or not other.rows:
        return True
    return any(kind in COMPATIBLE.get(mine, "") for mine in one.kinds for kind in other.kinds)


def _meet(one: Term, other: Term) -> bool:
    if one.rows & other.rows or one.folded == other.folded or (one.place and one.place == other.place):
        return True
    if _opposed(one, other):
        return False
    if one.name or other.name:
        return not (one.rows or other.rows) and same_name(one.folded, other.folded)
    if min(len(one.folded), len(other.folded)) < WORD_LETTERS:
        return False
    left, right = skeleton(one.folded), skeleton(other.folded)
    if min(len(left), len(right)) >= LEAST_SKELETON and like_words(left, right):
        return True
    return not (one.rows and other.rows) and same_name(one.folded, other.folded)


@lru_cache(maxsize=4096)
def wording_of(text: str, rules: Rules) -> Wording:
    """Terms of a sentence in order: no numbers, months, negations and words without meaning."""
    terms, lexicon = terms_of(text, rules), lexicon_for(rules.code)
    names = {name.folded for name in terms.names if name.sure}
    code = rules.code if rules.code in languages() else ""
    words = split_words(text)
    pivots = _pivots(words.folded, rules)
    cuts = [cut.end() for cut in CLAUSE.finditer(text)]
    found, at = [], 0
    while at < len(words.folded):
        word, first = words.folded[at], at
        capital = _capital(text, words.starts[at], rules)
        rows, taken = senses_at(words.folded, at, code, capital)
        at += taken
        shown = text[words.starts[first] : words.ends[at - 1]]
        kinds = {senses()[row].kind for row in rows}
        if EMPTY in kinds and not empty_word(shown, code):
            kinds.discard(EMPTY)
        rows = frozenset(row for row in rows if senses()[row].kind != EMPTY)
        if taken == 1 and _counted(shown, word, rows, rules):
            continue
        if not rows and (EMPTY in kinds or word in rules.common or len(word) < LEAST_LETTERS):
            continue
        loose = bool(kinds & {EMPTY, LIGHT})
        name = word in names and not rows
        place = place_of(word, rules.code)
        clause = bisect_right(cuts, words.starts[first])
        way = _way(words.folded[max(0, first - 2) : first], lexicon) if place or name else ""
        found.append(Term(shown, word, rows, place, name, first, loose, clause, way))
    return Wording(tuple(found), pivots)


def _pivots(words: Sequence[str], rules: Rules) -> frozenset[int]:
    lexicon, found, compared = lexicon_for(rules.code), set(), False
    for at, word in enumerate(words):
        compared |= any(senses()[row].sides & COMPARED for row in senses_of(word, rules.code or ""))
        if word in lexicon.turns or word in rules.negation or (compared and word in lexicon.than):
            found.add(at)
    return frozenset(found)


def _way(before: Sequence[str], lexicon: Lexicon) -> str:
    for word in reversed(before):
        if word in lexicon.ways:
            return lexicon.ways[word]
    return ""


def _capital(text: str, start: int, rules: Rules) -> str:
    """Whether a word has a capital that tells names: `first` where its sentence may begin with it."""
    if rules.code == "de" or not text[start].isupper():
        return ""
    return "name" if text[:start].rstrip()[-1:].isalnum() else "first"


def _counted(shown: str, word: str, rows: frozenset[int], rules: Rules) -> bool:
    """Whether a word is a number, a month or a negation, which are compared on their own."""
    lexicon = lexicon_for(rules.code)
    if word[0].isdigit() or word in rules.months or (word in rules.negation and not rows):
        return True
    if rules.code == "en" and word in MONTH_WORDS and shown[0].isupper():
        return True
    return any(look.get(word) is not None for look in (lexicon.numbers, lexicon.about, lexicon.scales))
