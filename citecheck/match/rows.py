"""Rows of the data files of `citecheck.match`, and what their values stand for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from citecheck.match.fold import WORD, fold_word, split_words


def lines(name: str) -> list[dict[str, Any]]:
    """The objects of a data file of JSON lines, in order."""
    source = files("citecheck.match").joinpath("data", name).read_text("utf-8")
    return [json.loads(line) for line in source.splitlines()]


@cache
def rows(name: str) -> dict[str, dict[str, object]]:
    """The rows of a data file by two-letter code, as they are written."""
    return {str(row["code"]): row for row in lines(name)}


def strings(values: object) -> list[str]:
    assert isinstance(values, list)
    return values


def mapping(values: object) -> dict[str, float]:
    assert isinstance(values, dict)
    return values


def folded(value: str) -> tuple[str, ...]:
    """Folded words of a phrase; most have one, in which nothing is to be looked for."""
    return fold_word(value) if WORD.fullmatch(value) else split_words(value).folded


def is_listed(word: str, listed: str) -> bool:
    """Whether a folded word is what is listed, or begins so where a `*` stands for its ending."""
    return word.startswith(listed[:-1]) if listed[-1] == "*" else word == listed


def words(values: object) -> list[str]:
    return [word for value in strings(values) for word in folded(value)]


def phrases(values: object) -> tuple[tuple[str, ...], ...]:
    return tuple(folded(value) for value in strings(values))


def groups(values: object) -> dict[tuple[str, ...], int]:
    assert isinstance(values, list)
    return {folded(one): at for at, group in enumerate(values) for one in group}


def replacements(values: object) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Pairs with both sides folded as the words are that they are put to, but for signs of the pattern."""
    assert isinstance(values, list)
    return tuple((re.compile(old), new) for old, new in values)


def values(values: object) -> dict[str, int]:
    return {"".join(folded(word)): int(value) for word, value in mapping(values).items()}


def expanded(values: Mapping[str, float], endings: list[str]) -> dict[str, float]:
    """The table with every form of its stems: `втор-` stands for `второй`, `второго`, …"""
    forms: dict[str, float] = {}
    for word, value in values.items():
        if word.endswith("-"):
            forms |= {word[:-1] + ending: value for ending in endings}
        else:
            forms[word] = value
    return {"".join(folded(word)): value for word, value in forms.items()}


def any_of(values: object) -> re.Pattern[str] | None:
    """A pattern of words, longer ones first."""
    return re.compile("|".join(sorted(strings(values), key=len, reverse=True))) if values else None
