"""Words that change what a sentence says, a row a language in `data/languages.jsonl` and `prose.jsonl`.

Languages that quotations are compared in and nothing else is done with have a shorter row in `further.jsonl`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from citecheck.match.rows import (
    any_of,
    expanded,
    groups,
    mapping,
    phrases,
    replacements,
    rows,
    strings,
    values,
    words,
)

FALLBACK = "en"
LEAST_TELLING = 4
"""Letters from which limiting words, negations and number words tell a language: shorter ones are other words
elsewhere."""
Row = dict[str, object]


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
    privative: tuple[str, ...]
    """Endings that say that something is lacking, in all forms: *-less*, *-los*, *-ton*."""
    titles: frozenset[str]
    hedges: tuple[tuple[str, ...], ...]
    """Limiting phrases of several words: *at least*, *in part*."""
    cites: tuple[tuple[str, ...], ...]
    """What tells whose words these are: *writes*, *according to*, *пишет*."""
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    """Replacements, in order, that give old and new spellings of a word one form; of folded words."""
    denials: re.Pattern[str] | None = None
    """Negations of a language that is written without spaces, where several signs make one: *なかっ*."""
    limits: re.Pattern[str] | None = None
    """Limiting words of such a language."""


@cache
def common_words() -> dict[str, frozenset[str]]:
    """`Rules.common` of all languages by code, without all else that their rules are made of."""
    return {code: _common(row) for code, row in rows("languages.jsonl").items()}


@cache
def _rules_of(code: str) -> Rules:
    return _row(rows("languages.jsonl")[code], rows("prose.jsonl")[code])


def all_rules() -> dict[str, Rules]:
    """Rules by two-letter code."""
    return {code: _rules_of(code) for code in rows("languages.jsonl")}


@cache
def numbered_rules() -> tuple[Rules, ...]:
    """Rules of all languages whose number words are known."""
    short = (code for code, row in rows("further.jsonl").items() if "numbers" in row)
    return (*all_rules().values(), *map(_rest, short))


@cache
def every_prefix() -> frozenset[str]:
    """Prefixes that negate a word in some language."""
    return frozenset(prefix for row in numbered_rules() for prefix in row.prefixes)


def rules_for(language: str | None) -> Rules:
    """Rules of a language; those of all languages together where it has no row or is unknown."""
    language = language or ""
    return _rules_of(language) if language in rows("languages.jsonl") else _rest(language)


@cache
def _rest(language: str) -> Rules:
    """The rules of all languages together, for one without a row, with what its short row has."""
    own = further().get(language)
    if own is None:
        return _any()
    negation = _any().negation | own.negation
    row = rows("further.jsonl")[language]
    rules = _row(_EMPTY | row, _EMPTY | row)
    if "numbers" not in row:
        return replace(_any(), negation=negation, prefixes=rules.prefixes, privative=rules.privative)
    return replace(rules, negation=negation | rules.negation | frozenset(words(row.get("here", []))))


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
        code: Further(str(row["name"]), _telling(row), frozenset(words(row["negation"])))
        for code, row in rows("further.jsonl").items()
    }


def _telling(row: Row) -> frozenset[str]:
    """Words that tell a language: what limits, denies and counts does so as well as its small words."""
    common = _common(row)
    if not common:  # its script tells it
        return common
    more = words([*strings(row.get("limiting", [])), *strings(row["negation"])])
    numbers = (word for word in mapping(row.get("numbers", {})) if not word.endswith("-"))
    return common.union(word for word in (*more, *words(list(numbers))) if len(word) >= LEAST_TELLING)


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
        prefixes=one.prefixes + other.prefixes,
        privative=one.privative + other.privative,
        denials=one.denials or other.denials,
        limits=one.limits or other.limits,
        hedges=one.hedges + other.hedges,
        cites=one.cites + other.cites,
    )


@cache
def _any() -> Rules:
    every = list(all_rules().values())
    return Rules(
        code="",
        name="",
        common=frozenset().union(*(row.common for row in every)),
        written=frozenset().union(*(row.written for row in every)),
        negation=frozenset()
        .union(*(row.negation for row in every if len(row.negation) > 1))
        .union(*(one.negation for one in further().values()))
        - _AMBIGUOUS,
        limiting=frozenset(),
        contrast=tuple(phrase for row in every for phrase in row.contrast),
        exception=tuple(phrase for row in every for phrase in row.exception),
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
        percent=frozenset().union(*(row.percent for row in every)),
        prefixes=(),
        privative=(),
        titles=frozenset(),
        hedges=(),
        cites=tuple(phrase for row in every for phrase in row.cites),
        spellings=(),
    )


_LISTS = "limiting contrast exception one joins same percent prefixes titles hedges cites according spellings"
_EMPTY: dict[str, object] = {
    **{key: list[str]() for key in _LISTS.split()},
    **{key: dict[str, float]() for key in ("numbers", "months", "weekdays", "scales", "measures")},
    "endings": [""],
    "compounds": False,
}
"""What a short row need not have."""
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
    known = (rows(name).get(code or "") for name in ("languages.jsonl", "further.jsonl"))
    return str(next((row["name"] for row in known if row), code or "unknown"))


def _common(row: Row) -> frozenset[str]:
    return frozenset(words(row["common"]))


def _row(row: Row, prose: Row) -> Rules:
    endings = strings(row["endings"])
    hedges = phrases(prose["hedges"])
    return Rules(
        code=str(row["code"]),
        name=str(row["name"]),
        common=_common(row),
        written=frozenset(strings(row["common"])),
        negation=frozenset(words(row["negation"]) + words(prose["negation"])),
        limiting=frozenset(words(row["limiting"]) + [hedge[0] for hedge in hedges if len(hedge) == 1]),
        contrast=phrases(row["contrast"]) + phrases(prose["contrast"]),
        exception=phrases(row["exception"]) + phrases(prose["exception"]),
        numbers=expanded(mapping(row["numbers"]), endings),
        one=frozenset(expanded(dict.fromkeys(strings(row["one"]), 1), endings)),
        measures=expanded(mapping(row["measures"]), endings),
        joins=frozenset(words(row["joins"]) + words(prose["joins"])),
        compounds=bool(row["compounds"]),
        times=tuple(expanded(dict.fromkeys(strings(row.get("times", [])), 1), endings)),
        same=groups(strings(row["same"]) + strings(prose["same"])),
        months=values(row["months"]),
        weekdays=values(row["weekdays"]),
        scales=values(row["scales"]),
        percent=frozenset(words(row["percent"])),
        prefixes=tuple(words(row["prefixes"])),
        privative=tuple(words(row.get("privative", []))),
        titles=frozenset(words(row["titles"])),
        hedges=tuple(hedge for hedge in hedges if len(hedge) > 1),
        cites=phrases(prose["cites"]) + phrases(prose["according"]),
        spellings=replacements(prose["spellings"]),
        denials=any_of(row.get("denials")),
        limits=any_of(row.get("limits")),
    )
