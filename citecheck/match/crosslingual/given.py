"""First names that Russian, Ukrainian and Belarusian have each in a form of their own, and put for one
another: «Николай», «Микола» and «Мікалай» are one man, and so is *Mykola*.

From `data/given.tsv`, a name a line with its usual forms, written for this project after the three languages'
habit to name a person in the language that is spoken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.crosslingual.transcription import alike
from citecheck.match.fold import split_words

CYRILLIC = "\u0400"
VOWELS = "аеиіоуыюяьэє"
_ENDINGS = """
а я у ю е і и ы о ь ою ею ом ем ои еи ям ам ові еві єві єм яю ьё ьі ьи ью ье
аи ая аю аем ае еи ея еем ее іи ія ію ієм ії іі ии ия ию ием ие ыи ыя ыю ыем ыі эи эя эю эем эі
"""
ENDINGS = frozenset(("", *_ENDINGS.split()))
"""What the cases of a name put behind the consonants that all of them share, folded (*й* is *и*)."""
LEAST_STEM = 3
SURELY_ALIKE = 0.85
"""`alike` from which a Latin name is a form of the table: stricter than of two names, since each has three
forms to be like."""


@lru_cache(maxsize=20_000)
def same_given(one: str, other: str) -> bool:
    """Whether two folded names, one of them at least in Cyrillic, may be one first name of an East Slav.

    >>> same_given("микола", "николаи"), same_given("николаем", "mykola"), same_given("микола", "петро")
    (True, True, False)
    """
    latin, cyrillic = sorted((one, other))
    if cyrillic < CYRILLIC:
        return False
    rows = _rows(cyrillic)
    if latin >= CYRILLIC:
        return not rows.isdisjoint(_rows(latin))
    return any(alike(latin, form) >= SURELY_ALIKE for row in rows for form in _forms()[row])


def other_given(one: str, other: str) -> bool:
    """Whether two folded names, one of them at least in Cyrillic, are surely two first names, however alike.

    >>> other_given("роман", "руслан"), other_given("marina", "мария"), other_given("роман", "ромен")
    (True, True, False)
    """
    latin, cyrillic = sorted((one, other))
    known = _rows(cyrillic) if cyrillic >= CYRILLIC else frozenset()
    rows = (_rows(latin) if latin >= CYRILLIC else _heard(latin)) if known and one != other else known
    return bool(rows) and rows.isdisjoint(known)


@lru_cache(maxsize=20_000)
def _heard(latin: str) -> frozenset[int]:
    """Rows of the table of which a folded Latin name is said just as one form is written."""
    return frozenset(row for row, forms in enumerate(_forms()) for form in forms if alike(latin, form) == 1)


@lru_cache(maxsize=20_000)
def _rows(word: str) -> frozenset[int]:
    """Rows of the table that a folded Cyrillic word may be a case of."""
    stems = _stems()
    sizes = range(LEAST_STEM, len(word) + 1)
    return frozenset(row for size in sizes if word[size:] in ENDINGS for row in stems.get(word[:size], ()))


@cache
def _forms() -> Sequence[tuple[str, ...]]:
    source = files("citecheck.match").joinpath("data", "given.tsv").read_text("utf-8")
    rows = [line.replace("\t", " ").split() for line in source.splitlines()[1:]]
    return [tuple("".join(split_words(form).folded) for form in row) for row in rows]


@cache
def _stems() -> Mapping[str, frozenset[int]]:
    stems: defaultdict[str, set[int]] = defaultdict(set)
    for row, forms in enumerate(_forms()):
        for form in forms:
            stem = form.rstrip(VOWELS)
            stems[stem if len(stem) >= LEAST_STEM else form[:LEAST_STEM]].add(row)
    return {stem: frozenset(rows) for stem, rows in stems.items()}
