"""Words that change what a sentence says, a row a language in `data/languages.jsonl` and `prose.jsonl`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from citecheck.match.fold import WORD, fold_word, split_words

FALLBACK = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """What one language's row says; every word is folded."""

    code: str
    name: str
    """In English, for reasons."""
    common: frozenset[str]
    """Function words: they tell the language and never a name."""
    written: frozenset[str]
    """The same as they are written: French *mais* is one, *maïs* is maize."""
    negation: frozenset[str]
    limiting: frozenset[str]
    contrast: tuple[tuple[str, ...], ...]
    """Phrases that begin an objection: *but*, *however*."""
    exception: tuple[tuple[str, ...], ...]
    """Phrases that take back part of what was said: *unless*, *except*."""
    numbers: dict[str, float]
    """Number words from two on, cardinal and ordinal, in every form."""
    one: frozenset[str]
    """Words for one and first; many are articles, so that they count only beside a figure."""
    measures: dict[str, float]
    """*half*, *twice*, *dozen*."""
    joins: frozenset[str]
    """What stands between the parts of a number word: *und* in *einundzwanzig*."""
    compounds: bool
    """Whether number words are written in one (*zweihundert*, *duecento*)."""
    times: tuple[str, ...]
    """What makes a number word one of times: *mal* in *dreimal*."""
    same: dict[tuple[str, ...], int]
    """Phrases that say the same (*can't*, *cannot*), by group."""
    months: dict[str, int]
    weekdays: dict[str, int]
    """From Monday on, in the forms that are no other word (not *segunda*)."""
    scales: dict[str, int]
    percent: frozenset[str]
    prefixes: tuple[str, ...]
    """Prefixes that negate a word: *un-*, *не-*."""
    titles: frozenset[str]
    hedges: tuple[tuple[str, ...], ...]
    """Limiting phrases of several words: *at least*, *in part*."""
    cites: tuple[tuple[str, ...], ...]
    """What tells whose words these are: *writes*, *according to*, *пишет*."""
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    """Replacements, in order, that give old and new spellings of a word one form; of folded words."""


@cache
def _rows(name: str) -> dict[str, dict[str, object]]:
    """The rows of a data file by two-letter code, as they are written."""
    source = files("citecheck.match").joinpath("data", name).read_text("utf-8")
    return {str(row["code"]): row for row in map(json.loads, source.splitlines())}


@cache
def common_words() -> dict[str, frozenset[str]]:
    """`Rules.common` of all languages by code, without all else that their rules are made of."""
    return {code: _common(row) for code, row in _rows("languages.jsonl").items()}


@cache
def _rules_of(code: str) -> Rules:
    return _row(_rows("languages.jsonl")[code], _rows("prose.jsonl")[code])


def all_rules() -> dict[str, Rules]:
    """Rules by two-letter code."""
    return {code: _rules_of(code) for code in _rows("languages.jsonl")}


def rules_for(language: str | None) -> Rules:
    """Rules of a language; those of all languages together where it has no row or is unknown."""
    language = language or ""
    return _rules_of(language) if language in _rows("languages.jsonl") else _rest(language)


@cache
def _rest(language: str) -> Rules:
    """The rules of all languages together, for one without a row, with its own negations."""
    own = further().get(language)
    return replace(_any(), negation=_any().negation | own.negation) if own else _any()


@dataclass(frozen=True, slots=True)
class Further:
    """What is known of a language without a row of rules; words are folded."""

    name: str
    common: frozenset[str]
    negation: frozenset[str]


@cache
def further() -> dict[str, Further]:
    """Languages without a row of rules, by code (`data/further.jsonl`): to be told apart, and their *not*."""
    return {
        code: Further(str(row["name"]), _common(row), frozenset(_words(row["negation"])))
        for code, row in _rows("further.jsonl").items()
    }


@cache
def rules_for_both(passage: str | None, page: str | None) -> Rules:
    """Rules of a passage's language with the grave words of its page's: pages mix languages."""
    one, other = rules_for(passage), rules_for(page)
    if one is other:
        return one
    return replace(
        one,
        negation=one.negation | other.negation,
        limiting=one.limiting | other.limiting,
        numbers={**other.numbers, **one.numbers},
        measures={**other.measures, **one.measures},
        months={**other.months, **one.months},
        weekdays={**other.weekdays, **one.weekdays},
        scales={**other.scales, **one.scales},
        hedges=one.hedges + other.hedges,
        cites=one.cites + other.cites,
    )


@cache
def _any() -> Rules:
    rows = list(all_rules().values())
    return Rules(
        code="",
        name="",
        common=frozenset().union(*(row.common for row in rows)),
        written=frozenset().union(*(row.written for row in rows)),
        negation=frozenset()
        .union(*(row.negation for row in rows if len(row.negation) > 1))
        .union(*(one.negation for one in further().values()))
        - _AMBIGUOUS,
        limiting=frozenset(),
        contrast=tuple(phrase for row in rows for phrase in row.contrast),
        exception=tuple(phrase for row in rows for phrase in row.exception),
        numbers={},
        one=frozenset(),
        measures={},
        joins=frozenset(),
        compounds=False,
        times=(),
        same={},
        months={},
        weekdays={},
        scales={},
        percent=frozenset().union(*(row.percent for row in rows)),
        prefixes=(),
        titles=frozenset(),
        hedges=(),
        cites=tuple(phrase for row in rows for phrase in row.cites),
        spellings=(),
    )


_AMBIGUOUS = frozenset(
    {
        "n",
        "t",
        "non",
        "ne",
        "no",
        "sin",
        "bez",
        "nic",
        "ani",
        "nie",
        "na",
        "nu",
        "ni",
        "ei",
        "en",
        "ej",
        "sem",
    }
    | {"cap", "mai", "nei", "pole", "mitte", "ara", "kova", "δε", "cabe", "nav", "yok", "hic", "niet", "nada"}
    | {"не", "нема", "न", "कभी", "못", "안", "دون", "غير", "ette", "emme", "enka", "nich"}
)
"""Negations of one language that are ordinary words of another."""


def language_name(code: str | None) -> str:
    """English name of a language, its code where it has no row."""
    rows = (_rows(name).get(code or "") for name in ("languages.jsonl", "further.jsonl"))
    return str(next((row["name"] for row in rows if row), code or "unknown"))


def _common(row: dict[str, object]) -> frozenset[str]:
    return frozenset(_words(row["common"]))


def _row(row: dict[str, object], prose: dict[str, object]) -> Rules:
    endings = _strings(row["endings"])
    hedges = _phrases(prose["hedges"])
    return Rules(
        code=str(row["code"]),
        name=str(row["name"]),
        common=_common(row),
        written=frozenset(_strings(row["common"])),
        negation=frozenset(_words(row["negation"]) + _words(prose["negation"])),
        limiting=frozenset(_words(row["limiting"]) + [hedge[0] for hedge in hedges if len(hedge) == 1]),
        contrast=_phrases(row["contrast"]) + _phrases(prose["contrast"]),
        exception=_phrases(row["exception"]) + _phrases(prose["exception"]),
        numbers=_expanded(_mapping(row["numbers"]), endings),
        one=frozenset(_expanded(dict.fromkeys(_strings(row["one"]), 1), endings)),
        measures=_expanded(_mapping(row["measures"]), endings),
        joins=frozenset(_words(row["joins"]) + _words(prose["joins"])),
        compounds=bool(row["compounds"]),
        times=tuple(_expanded(dict.fromkeys(_strings(row.get("times", [])), 1), endings)),
        same=_groups(_strings(row["same"]) + _strings(prose["same"])),
        months=_values(row["months"]),
        weekdays=_values(row["weekdays"]),
        scales=_values(row["scales"]),
        percent=frozenset(_words(row["percent"])),
        prefixes=tuple(_words(row["prefixes"])),
        titles=frozenset(_words(row["titles"])),
        hedges=tuple(hedge for hedge in hedges if len(hedge) > 1),
        cites=_phrases(prose["cites"]) + _phrases(prose["according"]),
        spellings=_replacements(prose["spellings"]),
    )


def _strings(values: object) -> list[str]:
    assert isinstance(values, list)
    return values


def _mapping(values: object) -> dict[str, float]:
    assert isinstance(values, dict)
    return values


def _folded(value: str) -> tuple[str, ...]:
    """Folded words of a phrase; most have one, in which nothing is to be looked for."""
    return fold_word(value) if WORD.fullmatch(value) else split_words(value).folded


def _words(values: object) -> list[str]:
    return [word for value in _strings(values) for word in _folded(value)]


def _phrases(values: object) -> tuple[tuple[str, ...], ...]:
    return tuple(_folded(value) for value in _strings(values))


def _groups(values: object) -> dict[tuple[str, ...], int]:
    assert isinstance(values, list)
    return {_folded(one): at for at, group in enumerate(values) for one in group}


def _replacements(values: object) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Pairs with both sides folded as the words are that they are put to, but for signs of the pattern."""
    assert isinstance(values, list)
    return tuple((re.compile(old), new) for old, new in values)


def _values(values: object) -> dict[str, int]:
    return {"".join(_folded(word)): int(value) for word, value in _mapping(values).items()}


def _expanded(values: Mapping[str, float], endings: list[str]) -> dict[str, float]:
    """The table with every form of its stems: `втор-` stands for `второй`, `второго`, …"""
    forms: dict[str, float] = {}
    for word, value in values.items():
        if word.endswith("-"):
            forms |= {word[:-1] + ending: value for ending in endings}
        else:
            forms[word] = value
    return {"".join(_folded(word)): value for word, value in forms.items()}
