"""The words of a sentence that have a meaning of their own, what each may mean and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from citecheck.match.crosslingual.apart import about_number, before_number, needless, quarantine
from citecheck.match.crosslingual.currency import SIGNS
from citecheck.match.crosslingual.degrees import of_smallness
from citecheck.match.crosslingual.figure import Figure, timed_places
from citecheck.match.crosslingual.gapped import gap_places
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.members import members_at
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
from citecheck.match.crosslingual.term import EMPTY, LIGHT, NOTHING, SUBSTANCE, Term, Wording
from citecheck.match.crosslingual.terms import GERMAN, INDEFINITE, terms_of
from citecheck.match.crosslingual.vague import vague_as
from citecheck.match.fold import Words, split_words
from citecheck.match.rules import Rules

LEAST_LETTERS = 4
"""Shorter words that are not listed say nothing of their own."""
EXPLAINS = frozenset(":;—–-")
CLAUSE = re.compile(r"[,;:]\s+|[«»“”\"()]\s*|\s[—–-]\s")
BESIDE = 2
ASKING = 4
"""Characters at the end of a sentence among which its question mark stands: *?*, *? »*, *?)*."""
"""Words from a name to the word that says what it is the name of."""
WITH_WHAT: Mapping[str | None, re.Pattern[str]] = {
    "ru": re.compile("(?:[ыи]ми?|[ое]и)$"),
    "uk": re.compile("(?:[иі]ми?|ою)$"),
    "be": re.compile("(?:[ыі]мі?|[ао]и)$"),
    "pl": re.compile("(?:[yi]mi?)$"),
}
"""Folded endings of Slavic adjectives behind a *with*, which in three of the languages is a *from*, too."""
QUOTES = frozenset('«»“”"')
NEVER = re.compile("(?!)")
SUMMER = "ete"  # French *été*, which is a summer where it is no auxiliary


@lru_cache(maxsize=1024)
def wording_of(text: str, rules: Rules) -> Wording:
    """Terms of a sentence in order: no numbers, months, negations and words without meaning."""
    text = own_letters(text)
    terms, lexicon = terms_of(text, rules), lexicon_for(rules.code)
    names = frozenset(name.folded for name in terms.names if name.sure)
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
        if not rows and (EMPTY in kinds or _common(shown, word, rules) or len(word) < LEAST_LETTERS):
            continue
        loose = phrased or EMPTY in kinds or (LIGHT in kinds and not any(map(_turns, rows)))
        loose = loose and not (LIGHT in kinds and kinds & SUBSTANCE)  # *владелец* begins like *to own*
        vague = vague_as(word, code) if taken == 1 and not any(map(_weighs, rows)) else ""
        rows = frozenset() if taken == 1 and word in names and by_chance(word, rows, code) else rows
        name = word in names and not rows
        place = place_of(word, rules.code, shown[0].isupper(), first > 0 and code != GERMAN)
        way = _way(text, words, first, rules) if place or name else ""
        governed = not lexicon.governing.isdisjoint(words.folded[max(0, first - 2) : first])
        term = Term(shown, word, rows, place, name, first, loose or bool(vague), clauses[first], way, taken)
        term = replace(term, governed=governed, vague=vague)
        found += _parts(term) if code == "de" and taken == 1 else [term]
        if taken > 1 and not phrased and "v" not in kinds:
            literal = _literal(words.folded[first : first + taken], code) - rows
            found += [replace(term, rows=literal, loose=True)] if literal else []
    figures = tuple(_figures(text, terms.figures, words, cuts))
    return _whole(text, words, _located(found, words.folded, code), figures, clauses, rules, terms.fractions)


def _common(shown: str, word: str, rules: Rules) -> bool:
    """Whether a word is a small one of its language as it is written."""
    return word in rules.common and (shown.isascii() or shown.casefold() in rules.written)


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
        gaps=tuple(gap_places(text)),
        asks="?" in text[-ASKING:] or "¿" in text,
        signs=frozenset(SIGNS[sign] for sign in text if sign in SIGNS),
        marks=frozenset(at for at, cut in enumerate(CLAUSE.findall(text), 1) if cut.strip() in QUOTES),
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
    return _weighs(row) or bool(senses()[row].sides)


def _weighs(row: int) -> bool:
    return senses()[row].weighs or senses()[row].kind == "t"


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
