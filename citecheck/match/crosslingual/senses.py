"""Words of nine languages by what they mean, from `data/concepts*.tsv`: what a dictionary says, in small.

A row is one sense, roughly: words that translations of one statement put for each other. Its kind is `v`
(an action), `n` (a thing), `p` (a person or a body that acts), `a` (how, how much), `t` (when), `m` (a modal
verb), `l` (a light word that translations drop and add) or `x` (a word without a meaning of its own); `!`
marks senses that turn a statement into another one where only one side has them (*promised*, *only*, *all*).
`sides` names the oppositions a row takes part in, with the side: what `+rise` says, `-rise` contradicts. A
word that ends in `*` stands for words that begin so, `_` joins the words of a phrase, which stands for itself
alone and for a name where it has a capital (`La_Haya`: *que la hayan visto*), a word in capitals an acronym
(`US` is no *us*). The rows were written for this project; which words were missing was seen in 70 of the
stories of `benchmarks/across_news.py` and by how often texts have them (`benchmarks/across_coverage.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from citecheck.match.crosslingual.endings import kindred, shifted, words_of
from citecheck.match.crosslingual.listed import (
    FORM_ENDING,
    LEAST_COMPOUND,
    LEAST_WHOLE,
    SHORTEST_HEAD,
    SHORTEST_TAIL,
    listed_beginning,
    nearly_all,
    parts_listed,
    words_in,
)
from citecheck.match.crosslingual.prefixes import COMBINED, DONE
from citecheck.match.crosslingual.rulers import count, ruler_rows
from citecheck.match.crosslingual.table import languages, rows
from citecheck.match.fold import Words, split_words
from citecheck.match.rules import rules_for

CAPITAL_ENDINGS = {"name": (2, 3), "first": (3, 6)}
"""Letters that may follow a listed beginning in a word with a capital, behind up to four letters and behind
more: inside a sentence, and at its beginning."""
LONGEST_FORM = 40
"""Letters of a Belarusian word that is looked up by its endings, twice those of a long one. Each letter of it
is tried with another vowel, so the time grows with more than their square, and a page may hold anything."""
NAMED = "r"
"""Kind of the names that each language has a form of its own for."""
LEAST_ACRONYM = 2
WHOLE = 4
"""Words of a phrase with fewer letters stand for themselves alone, longer ones for what begins so."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A row: what kind of word, whether it weighs alone, and its sides of oppositions."""

    kind: str
    weighs: bool
    sides: frozenset[str]
    opposed: frozenset[str]
    """Sides that contradict it."""


@cache
def senses() -> tuple[Sense, ...]:
    """All rows in order, those of names of rulers and feasts behind them (`named_as`)."""
    table = tuple(_sense(kind, sides.split()) for kind, sides, *_ in rows())
    return (*table, *(_sense(NAMED, []) for _ in range(count())))


def named_as(shown: str, text: str, words: Words, at: int, language: str) -> frozenset[int]:
    """Rows of an acronym, or of the name of a ruler, a saint or a church at a word, none for other people's
    (`rulers.py`)."""
    first = len(senses()) - count()
    return acronym_of(shown, language) | frozenset(
        first + row for row in ruler_rows(text, words, at, language)
    )


def senses_at(words: Sequence[str], at: int, language: str, capital: str = "") -> tuple[frozenset[int], int]:
    """Rows that the folded words from `at` on are in, and how many words that takes: one as a rule.

    A word with a `capital` (`name` inside a sentence, `first` at its beginning) may be a name that only
    begins like another word: *Vitebsk* is not *vite*.
    """
    rows, taken = set[int](), 0
    for phrase, row, named in _phrases_with(words[at], language):
        if len(phrase) < taken:  # the longest ones stand first
            break
        here = tuple(words[at : at + len(phrase)])
        if named:
            found = bool(capital) and here == phrase
        else:
            found = len(here) == len(phrase) and all(map(_begins, here, phrase))
        if found:
            rows.add(row)
            taken = len(phrase)
    if taken:
        return frozenset(rows), taken
    return senses_of(words[at], language, capital), 1


@lru_cache(maxsize=20_000)
def _phrases_with(word: str, language: str) -> tuple[tuple[tuple[str, ...], int, bool], ...]:
    """Phrases that may begin with a folded word, the longest first."""
    near = words_in(language).phrases.get(word[:2], ())
    return tuple(one for one in near if (word == one[0][0] if one[2] else _begins(word, one[0][0])))


@lru_cache(maxsize=20_000)
def senses_of(word: str, language: str, capital: str = "") -> frozenset[int]:
    """Rows a folded word is in; a German compound is in those of both its parts."""
    listed = words_in(language)
    size, found = listed_beginning(word, listed)
    if any(word.endswith(ending) and size <= len(word) - len(ending) for ending in _lacking(language)):
        return frozenset()  # *gefahrlos* is no danger
    if capital and len(word) - size > CAPITAL_ENDINGS[capital][size >= LEAST_WHOLE - 1]:
        found = frozenset()
    if not found and language in DONE:
        found = _unprefixed(word, language)
    if language == "be" and capital != "name" and not nearly_all(word, size):
        found |= _inflected(word, bool(found))
    if (first := COMBINED.match(word)) and size <= first.end() + 1 and language in DONE:
        found = listed_beginning(word[first.end() :], listed)[1] or found
    if language == "de" and len(word) >= max(LEAST_COMPOUND, size + SHORTEST_TAIL + 1):
        parts = frozenset[int]().union(*parts_listed(word, listed))
        return parts | found if size >= LEAST_WHOLE else parts or found
    return found


def senses_of_all(words: Iterable[str]) -> frozenset[int]:
    """Rows that any of some English words is in."""
    return frozenset(row for word in words for row in senses_of(word, "en"))


@lru_cache(maxsize=20_000)
def sides_of(word: str, language: str) -> frozenset[str]:
    """Sides of oppositions that a folded word may stand on."""
    return frozenset(side for row in senses_of(word, language) for side in senses()[row].sides)


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[frozenset[int], ...]:
    """Rows of either part of a folded German compound that is in no row of its own; none of other words."""
    listed = words_in("de")
    size, found = listed_beginning(word, listed)
    parts = parts_listed(word, listed) if len(word) >= max(LEAST_COMPOUND, size + SHORTEST_TAIL + 1) else ()
    return parts if parts and (size < LEAST_WHOLE or found <= parts[0]) else ()


def listed_as(word: str, language: str) -> tuple[int, frozenset[int]]:
    """Letters of a folded word that are listed, and the rows that they are in."""
    return listed_beginning(word, words_in(language))


def acronym_of(shown: str, language: str) -> frozenset[int]:
    """Rows that a word in capitals is in as an acronym; it may have a small ending (*СНІДам*) or a small
    letter inside (*UdSSR*)."""
    bare = shown.rstrip("abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў'’-")
    if len(bare) < LEAST_ACRONYM or bare[-2].islower():
        return frozenset()
    return words_in(language).acronyms.get(bare.upper(), frozenset())


def _lacking(language: str) -> tuple[str, ...]:
    """Endings of lack of a language that has any."""
    return rules_for(language).privative if language in ("de", "en") else ()


def _unprefixed(word: str, language: str) -> frozenset[int]:
    """Rows of a verb that is listed without its prefix."""
    prefix = DONE[language].match(word)
    rows = listed_beginning(word[prefix.end() :], words_in(language))[1] if prefix else frozenset[int]()
    return rows if any(senses()[row].kind == "v" for row in rows) else frozenset()


def _inflected(word: str, alone: bool) -> frozenset[int]:
    """Rows of the words that a Belarusian one may be a form of, `alone` of those that are listed as they are.
    With another vowel it must be what Russian or Ukrainian has in the row."""
    if len(word) > LONGEST_FORM or word in rules_for("be").common:
        return frozenset()
    listed, found = words_in("be"), set[int]()
    for base, kinds in words_of(word):
        if alone:  # a light one is not worth a doubt
            rows = listed.whole.get(base, frozenset()) | listed.beginnings.get(base, frozenset())
            size, kinds = len(base), kinds.replace("l", "")
        else:
            size, rows = listed_beginning(base, listed)
        if len(base) - size <= FORM_ENDING:
            found |= {row for row in rows if senses()[row].kind in kinds}
    if found or alone:
        return frozenset(found)
    for base, kinds in shifted(word):
        size, rows = listed_beginning(base, listed)
        if size >= SHORTEST_HEAD and len(base) - size <= FORM_ENDING:
            here = (row for row in rows if senses()[row].kind in kinds)
            found |= {row for row in here if any(kindred(word, other) for other in _kin(row))}
    return frozenset(found)


@lru_cache(maxsize=4096)
def _kin(row: int) -> tuple[str, ...]:
    """Folded Russian and Ukrainian beginnings of a row."""
    cells = next(islice(rows(), row, None))
    entries = " ".join(cells[2 + languages().index(code)] for code in ("ru", "uk")).split()
    return tuple("".join(split_words(entry).folded) for entry in entries if "_" not in entry)


def _begins(word: str, listed: str) -> bool:
    return word == listed or (len(listed) >= WHOLE and word.startswith(listed))


def empty_word(shown: str, language: str) -> bool:
    """Whether a word as written has no meaning of its own: French *mais* has none, *maïs* is maize."""
    return shown.casefold() in _empty(language) or shown.isascii()


@cache
def _empty(language: str) -> frozenset[str]:
    if language not in languages():
        return frozenset()
    column = 2 + languages().index(language)
    return frozenset(word for cells in rows() if cells[0] == "x" for word in cells[column].split())


def _sense(kind: str, sides: list[str]) -> Sense:
    turned = {("-" if side[0] == "+" else "+") + side[1:] for side in sides}
    return Sense(kind[0], kind.endswith("!"), frozenset(sides), frozenset(turned))
