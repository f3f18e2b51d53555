"""The words of a sentence that have a meaning of their own, what each may mean and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from citecheck.match.crosslingual.apart import about_number, before_number, needless, quarantine
from citecheck.match.crosslingual.degrees import of_smallness
from citecheck.match.crosslingual.figure import Figure, timed_places
from citecheck.match.crosslingual.gapped import gap_places
from citecheck.match.crosslingual.lexicon import Lexicon, lexicon_for
from citecheck.match.crosslingual.members import Members, members_at
from citecheck.match.crosslingual.months import MONTH_WORDS, of_month
from citecheck.match.crosslingual.pivots import pivots
from citecheck.match.crosslingual.places import place_of
from citecheck.match.crosslingual.reading import by_chance, read
from citecheck.match.crosslingual.roman import is_roman
from citecheck.match.crosslingual.scripts import own_letters
from citecheck.match.crosslingual.senses import (
    empty_word,
    named_as,
    parts_of,
    senses,
    senses_of,
)
from citecheck.match.crosslingual.table import languages
from citecheck.match.crosslingual.terms import GERMAN, INDEFINITE, terms_of
from citecheck.match.fold import Words, split_words
from citecheck.match.rules import Rules

LEAST_LETTERS = 4
"""Shorter words that are not listed say nothing of their own."""
EXPLAINS = frozenset(":;—–-")
CLAUSE = re.compile(r"[,;:]\s+|[«»“”\"()]\s*|\s[—–-]\s")
BESIDE = 2
"""Words from a name to the word that says what it is the name of."""
WITH_WHAT: Mapping[str | None, re.Pattern[str]] = {
    "ru": re.compile("(?:[ыи]ми?|[ое]и)$"),
    "uk": re.compile("(?:[иі]ми?|ою)$"),
    "be": re.compile("(?:[ыі]мі?|[ао]и)$"),
    "pl": re.compile("(?:[yi]mi?)$"),
}
"""Folded endings of Slavic adjectives behind a *with*, which in three of the languages is a *from*, too."""
NEVER = re.compile("(?!)")
EMPTY, LIGHT = "x", "l"
SUMMER = "ete"  # French *été*, which is a summer where it is no auxiliary
NOTHING = frozenset((EMPTY, LIGHT))
TELLING, THINGS = frozenset("nptmr"), frozenset("nptr")
ACTORS, SUBSTANCE = frozenset("pr"), frozenset("np")
"""Things and those who act: such a word is no light one, whatever row of light words it begins like."""


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
    size: int = 1
    """Words it takes."""
    region: bool = False
    """A name beside a word such as *district*: where it is, not who acts."""
    governed: bool = False
    """Behind a preposition that says where, with whom or for whom: not who acts."""
    members: Members = frozenset()
    """What it may be of the classes of `members.py`."""

    @property
    def places(self) -> range:
        """Places of its words."""
        return range(self.at, self.at + self.size)

    @property
    def kinds(self) -> str:
        """Kinds of words it may be, in order."""
        return "".join(sorted({senses()[row].kind for row in self.rows}))

    @property
    def kind_of_figure(self) -> str:
        """Kind of a number, empty for a word."""
        return self.folded.partition(" ")[0] if " " in self.folded else ""

    @property
    def capital(self) -> bool:
        """Whether it may be a name, which says nothing by what it means."""
        return self.shown[:1].isupper()

    @property
    def acts(self) -> bool:
        """Whether it is somebody, who may do something to another."""
        return (self.name and self.place is None and not self.region) or bool(ACTORS & set(self.kinds))

    @property
    def may_act(self) -> bool:
        """Whether it may be somebody for all that is known."""
        return self.acts or not (self.rows or self.place or self.region or self.kind_of_figure)

    @property
    def sides(self) -> frozenset[str]:
        """Sides of oppositions that it may name."""
        return frozenset(side for row in self.rows for side in senses()[row].sides)

    @property
    def telling(self) -> bool:
        """Whether a statement becomes another one where another word stands in its place: a thing, somebody,
        a time, a side of an opposition, what is not listed. An action or a manner may be put many ways."""
        sided = any(senses()[row].sides or senses()[row].weighs for row in self.rows)
        return not self.rows or sided or bool(set(self.kinds) & TELLING)

    @property
    def thing(self) -> bool:
        """Whether it may be a thing, somebody or a time for all that is known, and nothing light."""
        return not self.loose and (not self.rows or bool(set(self.kinds) & THINGS))

    @property
    def weighs(self) -> bool:
        """Whether a statement turns into another one where only one side has it."""
        return not self.loose and any(senses()[row].weighs for row in self.rows)


Pair = tuple[Term, Term]
"""A term of the quotation and its counterpart."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sentence."""

    terms: tuple[Term, ...]
    figures: tuple[Term, ...]
    """Numbers, by their values."""
    pivots: frozenset[int]
    """Places of the words that set what follows against what stands before: *not*, *but*, *than*."""
    ones: frozenset[int] = frozenset()
    """Places of indefinite articles."""
    denials: frozenset[int] = frozenset()
    """Places of the words that deny."""
    words: tuple[str, ...] = ()
    """All folded words."""
    shown: tuple[str, ...] = ()
    """The same as written."""
    clauses: tuple[int, ...] = ()
    """Of each word, how many clauses end before it."""
    gapped: bool = False
    """Whether words are left out between others."""
    explains: frozenset[int] = frozenset()
    """Clauses behind a colon, a semicolon or a dash, which may stand for a *because*."""
    multiples: frozenset[str] = frozenset()
    """Parts and multiples that the sentence names in words, as in `fractions.py`."""

    def parts(self, one: Term, other: Term) -> bool:
        """Whether such a word stands between two terms."""
        return any(one.at < pivot < other.at for pivot in self.pivots)


@lru_cache(maxsize=1024)
def wording_of(text: str, rules: Rules) -> Wording:
    """Terms of a sentence in order: no numbers, months, negations and words without meaning."""
    text = own_letters(text)
    terms, lexicon = terms_of(text, rules), lexicon_for(rules.code)
    names = {name.folded for name in terms.names if name.sure}
    code = rules.code if rules.code in languages() else ""
    words = split_words(text)
    cuts = [cut.end() for cut in CLAUSE.finditer(text)]
    clauses = tuple(bisect_right(cuts, start) for start in words.starts)
    timed, found = timed_places(text, terms.figures, words), list[Term]()
    for first, taken, rows in read(text, words, clauses, rules):
        word, shown = words.folded[first], text[words.starts[first] : words.ends[first + taken - 1]]
        rows |= named_as(shown, text, words, first, code) | before_number(words.folded, first, code)
        kinds = {senses()[row].kind for row in rows}
        if EMPTY in kinds and taken == 1 and (word == SUMMER or not empty_word(shown, code)):
            kinds.discard(EMPTY)
        rows = frozenset(row for row in rows if senses()[row].kind != EMPTY)
        if phrased := taken > 1 and kinds <= NOTHING:
            rows |= _literal(words.folded[first : first + taken], code)
        counted = _counted(shown, word, rows, rules, first=not first) and not quarantine(words.folded, first)
        if taken == 1 and (counted or about_number(words.folded, first, rules)):
            continue
        if first in timed or (taken == 1 and needless(text, words, first, rules)):
            continue
        common = word in rules.common and (shown.isascii() or shown.casefold() in rules.written)
        if not rows and (EMPTY in kinds or common or len(word) < LEAST_LETTERS):
            continue
        loose = phrased or EMPTY in kinds or (LIGHT in kinds and not any(map(_turns, rows)))
        loose = loose and not (LIGHT in kinds and kinds & SUBSTANCE)  # *владелец* begins like *to own*
        rows = frozenset() if taken == 1 and word in names and by_chance(word, rows, code) else rows
        name = word in names and not rows
        place = place_of(word, rules.code, shown[0].isupper(), first > 0 and code != GERMAN)
        way = _way(text, words, first, rules) if place or name else ""
        governed = not lexicon.governing.isdisjoint(words.folded[max(0, first - 2) : first])
        clause = clauses[first]
        term = Term(shown, word, rows, place, name, first, loose, clause, way, taken, governed=governed)
        found += _parts(term) if code == "de" and taken == 1 else [term]
        if taken > 1 and not phrased and "v" not in kinds:
            literal = _literal(words.folded[first : first + taken], code) - rows
            found += [replace(term, rows=literal, loose=True)] if literal else []
    figures = tuple(_figures(text, terms.figures, words, cuts))
    return _whole(text, words, _located(found, words.folded, code), figures, clauses, rules, terms.fractions)


def _whole(
    text: str,
    words: Words,
    terms: Iterator[Term],
    figures: tuple[Term, ...],
    clauses: tuple[int, ...],
    rules: Rules,
    multiples: frozenset[str],
) -> Wording:
    return Wording(
        tuple(terms),
        figures,
        pivots(words.folded, rules),
        ones=frozenset(
            at for at, word in enumerate(words.folded) if word in INDEFINITE.get(rules.code or "", ())
        ),
        denials=frozenset(at for at, word in enumerate(words.folded) if word in rules.negation),
        words=words.folded,
        shown=tuple(text[start:end] for start, end in zip(words.starts, words.ends, strict=True)),
        clauses=clauses,
        multiples=multiples,
        gapped=bool(gap_places(text)),
        explains=frozenset(at for at, cut in enumerate(CLAUSE.findall(text), 1) if cut.strip() in EXPLAINS),
    )


def _parts(term: Term) -> list[Term]:
    """A German compound as what it says in two words: of *silver coins* the coins alone may meet."""
    parts = [rows for rows in parts_of(term.folded) if all(senses()[row].kind in "np" for row in rows)]
    if len(parts) < 2 or parts[0] & parts[1]:
        return [term]
    return [replace(term, rows=rows) for rows in parts]


def _literal(words: Sequence[str], code: str) -> frozenset[int]:
    """Rows of the words of a phrase, which may meet and need not: *в области* is *in the region of*, too, *de
    plus* is *more*, and *bez przerwy* is *without a break*."""
    raised = of_smallness(words, 0, code)
    rows = frozenset[int]().union(*(senses_of(word, code) for word in words[raised:]))
    return frozenset(row for row in rows if senses()[row].kind not in NOTHING)


def _turns(row: int) -> bool:
    """Whether a word of a sense makes another statement of one, so that no light sense beside it counts."""
    sense = senses()[row]
    return sense.weighs or bool(sense.sides) or sense.kind == "t"


def _located(found: Sequence[Term], words: Sequence[str], code: str) -> Iterator[Term]:
    """The terms, names beside a word for a part of a country known as such (*the Kolsk district*), members of
    classes as what they may be."""
    parts = senses_of("district", "en") | senses_of("town", "en")
    for at, term in enumerate(found):
        beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
        near = any(other.rows & parts and abs(other.at - term.at) <= BESIDE for other in beside)
        members = members_at(words, term.places, code)
        region = term.name and near
        yield replace(term, region=region, members=members) if region or members else term


def _figures(text: str, figures: Sequence[Figure], words: Words, cuts: Sequence[int]) -> Iterator[Term]:
    end = 0
    for figure in figures:
        start = text.find(figure.shown, end)
        if start >= 0:
            end = start + len(figure.shown)
            at = bisect_right(words.starts, start) - 1
            value = f"{figure.kind} {figure.value}"
            yield Term(figure.shown, value, frozenset(), None, False, at, True, bisect_right(cuts, start), "")


def _way(text: str, words: Words, first: int, rules: Rules) -> str:
    """`from` or `to` where a preposition says so right before a word or its article; *à capitaux biélorusses*
    and *с белорусским капиталом* say neither."""
    code, lexicon, steps = rules.code, lexicon_for(rules.code), words.folded
    if WITH_WHAT.get(code, NEVER).search(words.folded[first]) and text[words.starts[first]].islower():
        return ""
    for at in range(first - 1, max(-1, first - 3), -1):
        has = code == "fr" and steps[at] == text[words.starts[at]] == "a"  # *a quitté*, no *à*
        if steps[at] in lexicon.ways and not has:
            return lexicon.ways[steps[at]]
        if steps[at] not in rules.common and len(steps[at]) >= LEAST_LETTERS:
            return ""
    return ""


def _counted(shown: str, word: str, rows: frozenset[int], rules: Rules, first: bool) -> bool:
    """Whether a word, the `first` of its sentence or not, is a number, a month or a negation, which are
    compared on their own."""
    lexicon = lexicon_for(rules.code)
    if word[0].isdigit() or word in rules.months or (word in rules.negation and not rows):
        return True
    if (len(shown) > 1 and is_roman(shown, rules.code)) or shown.casefold() in lexicon.halves:
        return True
    month = rules.code == "en" and word in MONTH_WORDS and shown[0].isupper()
    return bool(month or of_month(word, shown, rules.code, first)) or any(
        look.get(word) is not None for look in (lexicon.numbers, lexicon.about, lexicon.scales)
    )
