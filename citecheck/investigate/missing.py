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
SITE_WORDS = 5
"""Words in the name of a site beside a statement in a title, at most."""
_DIVIDERS = (" - ", " – ", " — ", " | ", "|", " · ", " • ", " » ", " « ", " › ", " :: ", " / ", " ~ ", " — ")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. Phrases are tuples of words; a final `*` stands for all endings."""

    code: str
    nouns: frozenset[str]
    filler: frozenset[str]
    absent: tuple[tuple[str, ...], ...]
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
    nouns = frozenset(word for phrase in row["nouns"] for word in _words(phrase))
    filler = frozenset(word for phrase in row["filler"] for word in _words(phrase)) | shared
    if row.get("glued"):
        parts = {part.casefold() for part in [*row["nouns"], *row["filler"], *row["absent"], *shared]}
        absent = tuple(sorted((part.casefold() for part in row["absent"]), key=len, reverse=True))
        return Language(
            str(row["code"]), nouns, filler, (), frozenset(), tuple(sorted(parts, key=_longest)), absent
        )
    absent_phrases = sorted((_phrase(text) for text in row["absent"]), key=len, reverse=True)
    alone = frozenset(_phrase(text) for text in row.get("alone", []))
    return Language(str(row["code"]), nouns, filler, tuple(dict.fromkeys([*absent_phrases, *alone])), alone)


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


def _is_statement(words: tuple[str, ...], language: Language) -> bool:
    named = bool(set(words) & (language.nouns | ADDRESS_WORDS))
    covered = [False] * len(words)
    said = lonely = False
    for phrase in language.absent:
        at = _find(phrase, words)
        if at >= 0:
            said, lonely = True, lonely or phrase in language.alone
            covered[at : at + len(phrase)] = [True] * len(phrase)
    if not said:
        return bool(set(words) & CODES) and all(word in language.filler for word in words)
    if not named and not lonely:
        return False
    known = language.nouns | language.filler | CODES
    return all(done or word in known for word, done in zip(words, covered, strict=True))


def _is_glued_statement(text: str, language: Language) -> bool:
    rest = text.casefold().replace(" ", "")
    if not any(phrase.replace(" ", "") in rest for phrase in language.glued_absent):
        return False
    for part in language.glued:
        rest = rest.replace(part.replace(" ", ""), "")
    return len(_LETTER.findall(rest)) <= GLUED_LEFT


def says_missing(text: str) -> bool:
    """Whether `text` is a statement that the page is not there.

    >>> says_missing("Sorry, the page you were looking for could not be found.")
    True
    >>> says_missing("Page not found: why the web forgets")
    False
    """
    words = _words(text)
    if not words or len(words) > LONGEST_STATEMENT:
        return False
    return any(
        _is_glued_statement(text, language) if language.glued else _is_statement(words, language)
        for language in languages()
    )


def hints_missing(text: str) -> bool:
    """Whether words of such a statement occur in `text`."""
    words = _words(text)
    if set(words) & CODES or {"error", "erreur", "fehler", "ошибка"} & set(words):
        return True
    folded = text.casefold()
    for language in languages():
        if any(phrase in folded for phrase in language.glued_absent):
            return True
        if set(words) & language.nouns and any(_find(phrase, words) >= 0 for phrase in language.absent):
            return True
        if any(_find(phrase, words) >= 0 for phrase in language.alone):
            return True
    return False


def parts_of(title: str) -> list[str]:
    """A title taken apart where sites put their names."""
    parts = [title]
    for divider in _DIVIDERS:
        parts = [piece for part in parts for piece in part.split(divider)]
    return [part.strip() for part in parts if _WORD.search(part)]


def read_title(title: str) -> Statement:
    """What a title or heading amounts to. Beside the statement only the name of the site may stand."""
    if not title:
        return Statement()
    if says_missing(title):
        return Statement(True, True, True)
    if not hints_missing(title):
        return Statement()
    parts = parts_of(title)
    site, colon, rest = title.partition(": ")
    if len(parts) == 1 and colon:
        parts = [site, rest] if says_missing(rest) else parts
    stated = [part for part in parts if says_missing(part)]
    others = [part for part in parts if part not in stated]
    anchored = bool(stated) and all(len(_words(part)) <= SITE_WORDS for part in others)
    return Statement(anchored, False, True)


def apology(lines: Iterable[str]) -> str | None:
    """The first sentence of `lines` that says the page is not there, `None` without one."""
    for line in lines:
        if len(line) > 600:
            continue
        for sentence in (line, *_SENTENCE.split(line)):
            if len(_words(sentence)) > 1 and says_missing(sentence):
                return sentence.strip()
    return None
