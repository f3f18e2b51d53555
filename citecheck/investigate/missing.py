"""Whether words say that the page is not there.

A title, a heading or a sentence counts only where it IS such a statement: take out what is said, of what, and
the politeness around it, and nothing is left. A living page *about* missing pages has words left over. The
words stand in `rules/missing.toml`, one row a language, with their sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from citecheck.investigate.missing_words import (
    Language,
    data,
    explaining,
    languages,
    may_tell,
    solid,
    words_of_text,
)
from citecheck.investigate.sentences import SENTENCE, first_of_several, is_sentence, sentences_of
from citecheck.investigate.titles import names_site, parts_of

_LETTER = re.compile(r"[^\W\d_]")
CODES = frozenset({"404", "410"})
ADDRESS_WORDS = frozenset({"url", "uri", "404", "410"})
"""Words that name the page in any language."""
LONGEST_STATEMENT = 30
"""Words in a sentence that is a statement, at most."""
GLUED_LEFT = 4
"""Other letters a statement may hold in a script without spaces."""
WORDS_A_SPARE_ONE = 6
"""A sentence, unlike a title, may hold one word that is not in the lists for so many, `MOST_SPARE` in all."""
MOST_SPARE = 2
WORDS_A_SPARE_ONE_BACKED = 3
MOST_SPARE_BACKED = 4
"""The same for a sentence under a title that says so already: *or it moved somewhere else*."""
EXCLAMATION_WORDS = 2
"""Words of an exclamation in front of a statement, at most: *Oops!*, *Ωχ!*, *Oisann!*"""
MOST_BETWEEN = 3
LONGEST_LINE = 600
ERROR_WORDS = frozenset(data()["error_words"])
SITE_WORDS = 5
"""Words in the name of a site beside a statement in a title, at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a title, a heading or a sentence amounts to."""

    anchored: bool = False
    """It says that the page is not there, and nothing else."""
    whole: bool = False
    """Not even a site's name stands beside it."""
    hinted: bool = False
    """Words of it occur."""
    said: str = ""
    """The part that says so."""


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _find(phrase: tuple[str, ...], words: tuple[str, ...], language: Language) -> tuple[int, ...]:
    """Where the words of `phrase` stand among `words`, nothing where it does not occur. Up to `MOST_BETWEEN`
    words of politeness may stand between two of them: *nebyla bohužel nalezena*, *gibt es auf unserem Server
    nicht*."""
    for start in range(len(words) - len(phrase) + 1):
        places: list[int] = []
        at = start
        for pattern in phrase:
            between = 0
            while (
                places
                and between < MOST_BETWEEN
                and at + 1 < len(words)
                and words[at] in language.filler
                and not _fits(pattern, words[at])
            ):
                at, between = at + 1, between + 1
            if at >= len(words) or not _fits(pattern, words[at]):
                break
            places.append(at)
            at += 1
        if len(places) == len(phrase):
            return tuple(places)
    return ()


def _phrases(words: tuple[str, ...], language: Language) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """The phrases of `language` that occur among `words`, each with its places."""
    found = []
    for first in language.absent.keys() & set(words):
        for phrase in language.absent[first]:
            places = _find(phrase, words, language)
            if places:
                found.append((places, phrase))
    if language.stems:
        stemmed = ((at, word) for at, word in enumerate(words) if word.startswith(language.stems))
        found += [((at,), (word,)) for at, word in stemmed]
    return found


def _is_statement(words: tuple[str, ...], language: Language, spare: int) -> bool:
    """Whether nothing but a statement is left of `words`, up to `spare` words."""
    said = _phrases(words, language)
    if not said:
        return not CODES.isdisjoint(words) and all(word in language.filler for word in words)
    nouns = {word for word in words if language.names(word)}
    named = bool(nouns) or not ADDRESS_WORDS.isdisjoint(words)
    if not named and not any(phrase in language.alone for _, phrase in said):
        return False
    covered = {at for places, _ in said for at in places}
    known = nouns | language.filler | CODES
    rest = [word for at, word in enumerate(words) if at not in covered and word not in known]
    if not explaining().isdisjoint(rest):
        return False
    if spare:  # a sentence may name the number of what was asked for
        rest = [word for word in rest if not any(map(str.isdigit, word))]
    return len(rest) <= spare


def _is_glued_statement(text: str, language: Language) -> bool:
    rest = solid(text)
    if not any(phrase in rest for phrase in language.glued_absent):
        return False
    for part in language.glued:
        rest = rest.replace(part, "")
    return len(_LETTER.findall(rest)) <= GLUED_LEFT


def says_missing(text: str, *, loosely: bool = False, backed: bool = False) -> bool:
    """Whether `text` is a statement that the page is not there. `loosely`: one word of a long
    sentence may be another.

    >>> says_missing("Sorry, the page you were looking for could not be found.")
    True
    >>> says_missing("Page not found: why the web forgets")
    False
    """
    words = words_of_text(text)
    if not words or len(words) > LONGEST_STATEMENT:
        return False
    if CODES.isdisjoint(words) and not may_tell(words, text):
        return False
    spare = min(MOST_SPARE, len(words) // WORDS_A_SPARE_ONE) if loosely else 0
    if backed:
        spare = max(spare, min(MOST_SPARE_BACKED, len(words) // WORDS_A_SPARE_ONE_BACKED))
    return any(
        _is_glued_statement(text, language) if language.glued else _is_statement(words, language, spare)
        for language in languages()
    )


def strange_words(sentences: Iterable[str], statement: str) -> int:
    """How many words of `sentences` error pages do not use, in the languages in which `statement` is one.
    None for scripts without spaces.

    >>> strange_words(["Please try the search"], "Page not found")
    0
    >>> strange_words(["Her ship sank off Brest"], "Page not found")
    5
    """
    stated = words_of_text(statement)
    rows = [row for row in languages() if not row.glued and _is_statement(stated, row, MOST_SPARE)]
    words = [word for one in sentences for word in words_of_text(one)]
    return sum(not (word.isdigit() or any(row.uses(word) for row in rows)) for word in words) if rows else 0


def hints_missing(text: str) -> bool:
    """Whether words of such a statement occur in `text`."""
    words = words_of_text(text)
    if set(words) & (CODES | ERROR_WORDS):
        return True
    if not may_tell(words, text):
        return False
    run = solid(text)
    for language in languages():
        if any(phrase in run for phrase in language.glued_absent):
            return True
        said = _phrases(words, language)
        if said and (set(words) & language.nouns or any(phrase in language.alone for _, phrase in said)):
            return True
    return False


@cache
def _known_beside_errors() -> tuple[frozenset[str], ...]:
    common = ERROR_WORDS | frozenset(data()["error_verbs"])
    return tuple(language.filler | common for language in languages())


def reports_error(text: str) -> bool:
    """Whether `text` is nothing but the word for an error, and politeness: *Error*, *Wystąpił błąd*."""
    words = words_of_text(text)
    if ERROR_WORDS.isdisjoint(words) or len(words) > SITE_WORDS:
        return False
    return any(known.issuperset(words) for known in _known_beside_errors())


def exclaims(text: str) -> bool:
    """Whether `text` begins as error pages do: *Oops*, *Hoppla*, *Ой*."""
    words = words_of_text(text[:LONGEST_EXCLAMATION])
    return bool(words) and words[0] in data()["interjections"]


LONGEST_EXCLAMATION = 40


def read_title(title: str, host: str = "") -> Statement:
    """What a title amounts to. Beside the statement only the name of the site may stand; before a colon only
    one that the host name shows to be the site's."""
    if not title:
        return Statement()
    if says_missing(title):
        return Statement(True, True, True, title)
    if not hints_missing(title):
        return Statement()
    parts = parts_of(title)
    site, colon, rest = title.partition(": ")
    if (
        len(parts) == 1
        and colon
        and (
            (names_site(site, host) and says_missing(rest)) or (names_site(rest, host) and says_missing(site))
        )
    ):
        parts = [site, rest]
    stated = [part for part in parts if says_missing(part)]
    others = [part for part in parts if part not in stated]
    anchored = bool(stated) and all(len(words_of_text(part)) <= SITE_WORDS for part in others)
    return Statement(anchored, False, True, stated[0] if stated else "")


def read_heading(heading: str) -> Statement:
    """What a heading amounts to: it names no site, and may begin with an exclamation in any language."""
    if says_missing(heading):
        return Statement(True, True, True, heading)
    first, *rest = sentences_of(heading) or [""]
    exclaimed = len(words_of_text(first)) <= EXCLAMATION_WORDS and not any(map(str.isdigit, first))
    if rest and exclaimed and says_missing(" ".join(rest), loosely=True):
        return Statement(True, True, True, heading)
    return Statement(hinted=bool(heading) and hints_missing(heading))


def shows_code(lines: Iterable[str]) -> bool:
    """Whether a line holds an error's number and nothing but it: `404`, `Error 404`, `HATA 404`."""
    return any(
        not CODES.isdisjoint(words) and (len(words) == 1 or says_missing(line))
        for line in lines
        if len(line) <= LONGEST_EXCLAMATION and (words := words_of_text(line))
    )


def speaks_of_request(sentence: str) -> bool:
    """Whether `sentence` speaks of what its reader asked for: *you are looking for*, *requested*. A living
    page says of a thing for sale that it is not available, and never that it was asked for."""
    words, run = words_of_text(sentence), solid(sentence)
    return any(
        any(part in run for part in language.asked)
        if language.glued
        else any(word.startswith(language.asked) for word in words) and bool(_phrases(words, language))
        for language in languages()
        if language.asked
    )


def apologies(lines: Iterable[str], *, backed: bool = False) -> Iterator[str]:
    """The whole sentences of `lines` that say the page is not there, in order. `backed`: the title says so,
    too, so that more may stand beside the statement."""
    for line in lines:
        if len(line) > LONGEST_LINE:
            continue
        for sentence in (*SENTENCE.split(line), line):
            whole = is_sentence(sentence) and says_missing(sentence, loosely=True, backed=backed)
            if whole or _begins_missing(sentence):
                yield sentence.strip()


def _begins_missing(sentence: str) -> bool:
    """Whether the first of several causes says so of what the reader asked for."""
    clause = first_of_several(sentence)
    return bool(clause) and says_missing(clause) and speaks_of_request(clause)
