"""Numbers that are not written in figures: words, roman numerals; their value beside one in figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from citecheck.match.fold import FRACTIONS, western
from citecheck.match.rules import Rules
from citecheck.romans import added

ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
ROMAN_ORDINAL = re.compile(
    r"([IVX]{2,}|[IVX]+[LC][IVX]*)(?:er?|[eè]res?|[eè]mes?|es|th|st|nd|rd|[ºª°]|te[nrs]?|de|a|o|ος|ου|ο)"
)
"""A roman numeral with the ending of an ordinal: *XIXe*, *XXth*."""
CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
"""Not С and М, of which abbreviations are made."""
FIGURES = re.compile(r"(\d{1,6})(?:[-\u2010\u2011]?[^\W\d_]{1,4}|[º°ª])?")
"""Figures, with the ending of an ordinal: `19th`, `5-й`, `3ème`, `2º`."""
GROUPED = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f\u2009]\d{3}){1,4}")
"""Figures in groups of three: `58,000,000`."""
MIXED = re.compile(rf"(\d{{1,6}})?[ \u00a0-]?([{''.join(FRACTIONS)}])\2*")
"""A fraction, with a whole number before it or none: `3½`."""
DECIMAL = re.compile(r"\d{1,4}[.,]\d{1,2}")
HALF = 0.5
MONTH_WORDS = {"march": 3, "mar": 3, "may": 5}
NO_MONTHS = frozenset({"mają", "giù"})
"""Words that are a month's name but for a sign that folding takes off: Polish *they have*, Italian *down*."""
HUNDRED = 100
FOURSCORE = (4, 20)
"""*quatre-vingt*."""
LONGEST = 60
"""Letters of the longest number word that is taken apart."""


def roman(shown: str) -> int | None:
    """Value of a roman numeral of two letters or more, capitals, Cyrillic look-alikes included.

    >>> roman("XIX"), roman("XIIX"), roman("I"), roman("Mix"), roman("XIXe")
    (19, None, None, None, 19)
    """
    letters = shown.translate(CYRILLIC_ROMAN)
    ordinal = ROMAN_ORDINAL.fullmatch(letters)
    letters = ordinal[1] if ordinal else letters
    if not 2 <= len(letters) <= 15 or not ROMAN.fullmatch(letters):
        return None
    return added(letters.lower())


def in_figures(shown: str) -> float | None:
    """Value of figures or a roman numeral, an ordinal's ending aside.

    >>> in_figures("58,000"), in_figures("19th"), in_figures("XIX"), in_figures("3 1/2"), in_figures("¾")
    (58000, 19, 19, 3.5, 0.75)
    """
    if mixed := MIXED.fullmatch(western(shown)):
        above, below = FRACTIONS[mixed[2]]
        return int(mixed[1] or 0) + above / below
    if GROUPED.fullmatch(shown):
        return int("".join(sign for sign in shown if sign.isdigit()))
    if DECIMAL.fullmatch(shown):
        return float(shown.replace(",", "."))
    found = FIGURES.fullmatch(shown)
    return int(found[1]) if found else roman(shown)


def in_words(words: Sequence[str], rules: Rules) -> float | None:
    """Value of a run of folded number words, `None` where one of them is none.

    >>> from citecheck.match.rules import rules_for
    >>> in_words(("twenty", "one"), rules_for("en")), in_words(("dreihundertfunfzig",), rules_for("de"))
    (21, 350)
    >>> in_words(("three", "and", "a", "half", "thousand"), rules_for("en"))
    3500.0
    >>> in_words(("half", "a"), rules_for("en"))
    0.5
    """
    parts: list[float | None] = []
    for before, word, following in zip(["", *words], words, [*words[1:], ""], strict=False):
        halved = HALF in (rules.measures.get(before), rules.measures.get(following))
        if rules.measures.get(word) == HALF:
            parts.append(HALF)
        elif not halved or not (len(word) == 1 or word in rules.one):
            parts.extend(_parts(word, rules))
    if not parts or any(part is None for part in parts):
        return None
    total: float = 0
    current: float = 0
    last: float = 0
    for part in parts:
        assert part is not None
        if part >= HUNDRED * 10:
            total, current = total + (current or 1) * part, 0
        elif part == HUNDRED or (last, part) == FOURSCORE:
            current = (current or 1) * part
        else:
            current += part
        last = part
    return total + current


def month_of(word: str, shown: str, rules: Rules) -> int | None:
    """Number of the month that a folded word names; `shown` as printed: English *may* is a word, too.

    >>> from citecheck.match.rules import rules_for
    >>> month_of("may", "May", rules_for("en")), month_of("may", "may", rules_for("en"))
    (5, None)
    >>> month_of("maja", "maja", rules_for("pl")), month_of("maja", "mają", rules_for("pl"))
    (5, None)
    """
    if shown.casefold() in NO_MONTHS:
        return None
    if rules.code == "en" and shown[:1].isupper() and word in MONTH_WORDS:
        return MONTH_WORDS[word]
    return rules.months.get(word)


def amounts(words: Sequence[str], shown: Sequence[str], rules: Rules) -> Counter[tuple[str, float]]:
    """Number words, months, scale words and roman numerals in a stretch, as values; `shown` as printed."""
    values: Counter[tuple[str, float]] = Counter()
    for word, raw in zip(words, shown, strict=True):
        if (month := month_of(word, raw, rules)) is not None:
            values["month", month] += 1
        elif (numeral := roman(raw)) is not None:
            values["roman", numeral] += 1
        elif word in rules.measures:
            values["measure", rules.measures[word]] += 1
        elif word not in rules.one and None not in (parts := _parts(word, rules)):
            values["word", in_words((word,), rules) or 0] += bool(parts)
    return +values


@lru_cache(maxsize=8_192)
def _parts(word: str, rules: Rules) -> tuple[float | None, ...]:
    """Values of the number words that a word is made of; `(None,)` where it is no number."""
    value = _simple(word, rules)
    if value is not None:
        return (value,)
    if word in rules.joins:
        return ()
    for times in rules.times:
        # *einmal* is *once* and *sometime*
        if word.endswith(times) and word[: -len(times)] not in rules.one:
            parts = _parts(word[: -len(times)], rules)
            if parts and None not in parts:
                return parts
    if not rules.compounds or len(word) > LONGEST:
        return (None,)
    for at in range(len(word) - 2, 1, -1):
        first = _simple(word[:at], rules)
        if first is None:
            continue
        for rest in (
            word[at:],
            *(word[at + len(join) :] for join in rules.joins if word.startswith(join, at)),
        ):
            parts = _parts(rest, rules) if rest else (None,)
            if parts and None not in parts:
                # *einundzwanzig*: units stand before tens; a sum all the same
                return (first, *parts)
    return (None,)


def _simple(word: str, rules: Rules) -> float | None:
    if word in rules.numbers:
        return rules.numbers[word]
    if word in rules.scales:
        return rules.scales[word]
    return 1 if word in rules.one else None
