"""Whether words say that the page is not there.

A title, a heading or a sentence counts only where it IS such a statement: take out what is said, of what, and
the politeness around it, and nothing is left. A living page *about* missing pages has words left over. The
words stand in `rules/missing.toml`, one row a language, with their sources.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[.!?。！？…؟]+(?:\s|$)|[。！？؟]")
CODES = frozenset({"404", "410"})
ADDRESS_WORDS = frozenset({"url", "uri", "404", "410"})
"""Words that name the page in any language."""
LONGEST_STATEMENT = 30
"""Words in a sentence that is a statement, at most."""
GLUED_LEFT = 4
"""Other letters a statement may hold in a script without spaces."""
WORDS_A_SPARE_ONE = 6
"""A sentence, unlike a title, may hold one word that is not in the lists from this length on."""
LEAST_WORDS = 3
LEAST_LETTERS = 6
"""A sentence is longer than `Not found`, which may be a song; scripts without spaces count letters."""
LONGEST_LINE = 600
ERROR_WORDS = frozenset(
    {"error", "erreur", "fehler", "ошибка", "помилка", "errore", "erro", "fout", "błąd", "chyba"}
)
SITE_WORDS = 5
"""Words in the name of a site beside a statement in a title, at most."""
_DIVIDERS = (" - ", " – ", " — ", " | ", "|", " · ", " • ", " » ", " « ", " › ", " :: ", " / ", " ~ ", " — ")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. Phrases are tuples of words; a final `*` stands for all endings."""

    code: str
    nouns: frozenset[str]
    filler: frozenset[str]
    absent: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases by their first word, longest first."""
    alone: frozenset[tuple[str, ...]]
    glued: tuple[str, ...] = ()
    """For a script without spaces: everything that may be taken out, longest first."""
    glued_absent: tuple[str, ...] = ()


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


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


@cache
def _data() -> dict[str, Any]:
    raw = files("citecheck.investigate").joinpath("rules", "missing.toml").read_text("utf-8")
    return tomllib.loads(raw)


@cache
def error_segments() -> frozenset[str]:
    """Path segments of error pages that sites redirect to."""
    return frozenset(_data()["error_segments"])


@cache
def languages() -> tuple[Language, ...]:
    """All rows of the data file."""
    data = _data()
    shared = frozenset(word for phrase in data["shared"] for word in _words(phrase))
    return tuple(_language(row, shared) for row in data["language"])


def _language(row: dict[str, list[str]], shared: frozenset[str]) -> Language:
    code = str(row["code"])
    nouns = frozenset(word for phrase in row["nouns"] for word in _words(phrase))
    filler = frozenset(word for phrase in row["filler"] for word in _words(phrase)) | shared
    if row.get("glued"):
        parts = {_solid(part) for part in [*row["nouns"], *row["filler"], *row["absent"], *shared]}
        absent = tuple(sorted({_solid(part) for part in row["absent"]}))
        return Language(code, nouns, filler, {}, frozenset(), tuple(sorted(parts, key=_longest)), absent)
    alone = frozenset(_phrase(text) for text in row.get("alone", []))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted({*alone, *map(_phrase, row["absent"])}, key=lambda phrase: (-len(phrase), phrase)):
        by_first.setdefault(phrase[0], []).append(phrase)
    return Language(code, nouns, filler, {first: tuple(rest) for first, rest in by_first.items()}, alone)


def _solid(text: str) -> str:
    return text.casefold().replace(" ", "")


def _longest(part: str) -> tuple[int, str]:
    return -len(part), part


def _phrase(text: str) -> tuple[str, ...]:
    starred = text.endswith("*")
    words = _words(text)
    return (*words[:-1], words[-1] + "*") if starred else words


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _find(phrase: tuple[str, ...], words: tuple[str, ...]) -> int:
    """Where `phrase` begins among `words`, -1 where it does not occur."""
    for at in range(len(words) - len(phrase) + 1):
        if all(_fits(pattern, words[at + step]) for step, pattern in enumerate(phrase)):
            return at
    return -1


def _phrases(words: tuple[str, ...], language: Language) -> list[tuple[int, tuple[str, ...]]]:
    """The phrases of `language` that occur among `words`, each with its place."""
    found = []
    for first in language.absent.keys() & set(words):
        for phrase in language.absent[first]:
            at = _find(phrase, words)
            if at >= 0:
                found.append((at, phrase))
    return found


def _is_statement(words: tuple[str, ...], language: Language, spare: int) -> bool:
    """Whether nothing but a statement is left of `words`, up to `spare` words."""
    said = _phrases(words, language)
    named = bool(set(words) & (language.nouns | ADDRESS_WORDS))
    if not said:
        return bool(set(words) & CODES) and all(word in language.filler for word in words)
    if not named and not any(phrase in language.alone for _, phrase in said):
        return False
    covered = {at + step for at, phrase in said for step in range(len(phrase))}
    known = language.nouns | language.filler | CODES
    left = sum(word not in known for at, word in enumerate(words) if at not in covered)
    return left <= spare


def _is_glued_statement(text: str, language: Language) -> bool:
    rest = _solid(text)
    if not any(phrase in rest for phrase in language.glued_absent):
        return False
    for part in language.glued:
        rest = rest.replace(part, "")
    return len(_LETTER.findall(rest)) <= GLUED_LEFT


def says_missing(text: str, *, loosely: bool = False) -> bool:
    """Whether `text` is a statement that the page is not there. `loosely`: one word of a long
    sentence may be another.

    >>> says_missing("Sorry, the page you were looking for could not be found.")
    True
    >>> says_missing("Page not found: why the web forgets")
    False
    """
    words = _words(text)
    if not words or len(words) > LONGEST_STATEMENT:
        return False
    spare = 1 if loosely and len(words) >= WORDS_A_SPARE_ONE else 0
    return any(
        _is_glued_statement(text, language) if language.glued else _is_statement(words, language, spare)
        for language in languages()
    )


def hints_missing(text: str) -> bool:
    """Whether words of such a statement occur in `text`."""
    words = _words(text)
    if set(words) & (CODES | ERROR_WORDS):
        return True
    solid = _solid(text)
    for language in languages():
        if any(phrase in solid for phrase in language.glued_absent):
            return True
        said = _phrases(words, language)
        if said and (set(words) & language.nouns or any(phrase in language.alone for _, phrase in said)):
            return True
    return False


def exclaims(text: str) -> bool:
    """Whether `text` begins as error pages do: *Oops*, *Hoppla*, *Ой*."""
    words = _words(text[:LONGEST_EXCLAMATION])
    return bool(words) and words[0] in _data()["interjections"]


LONGEST_EXCLAMATION = 40


def parts_of(title: str) -> list[str]:
    """A title taken apart where sites put their names."""
    parts = [title]
    for divider in _DIVIDERS:
        parts = [piece for part in parts for piece in part.split(divider)]
    return [part.strip() for part in parts if _WORD.search(part)]


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
    if len(parts) == 1 and colon and _names(site, host) and says_missing(rest):
        parts = [site, rest]
    stated = [part for part in parts if says_missing(part)]
    others = [part for part in parts if part not in stated]
    anchored = bool(stated) and all(len(_words(part)) <= SITE_WORDS for part in others)
    return Statement(anchored, False, True, stated[0] if stated else "")


def read_heading(heading: str) -> Statement:
    """What a heading amounts to: it names no site."""
    if says_missing(heading):
        return Statement(True, True, True, heading)
    return Statement(hinted=bool(heading) and hints_missing(heading))


def _names(site: str, host: str) -> bool:
    labels = [label for label in host.split(".") if len(label) > 3]
    name = "".join(_words(site))
    return any(label in name or name in label for label in labels)


def apology(lines: Iterable[str]) -> str | None:
    """The first whole sentence of `lines` that says the page is not there, `None` without one."""
    for line in lines:
        if len(line) > LONGEST_LINE:
            continue
        for sentence in (*_SENTENCE.split(line), line):
            if _is_sentence(sentence) and says_missing(sentence, loosely=True):
                return sentence.strip()
    return None


def _is_sentence(text: str) -> bool:
    words = _words(text)
    return len(words) >= LEAST_WORDS or (len(words) > 0 and len(text) >= LEAST_LETTERS and not text.isascii())
