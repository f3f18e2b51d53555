"""Halves of what stands beside them: *half an hour*, *une demi-heure*, *pół roku*; *a tonne and a half*, *un
an et demi*; and the words that say a half, which a translation may lack where it has the same amount."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from citecheck.match.crosslingual.clock_words import Sentence, units_at
from citecheck.match.crosslingual.within import amount_of

HALF_OF: Mapping[str, re.Pattern[str]] = {
    "en": re.compile("half"),
    "fr": re.compile("demie?"),
    "de": re.compile("halbe[mnrs]?"),
    "ru": re.compile("пол"),
    "uk": re.compile("пів"),
    "be": re.compile("пау"),
    "pl": re.compile("pol"),
    "es": re.compile("medi[oa]"),
    "it": re.compile("mezz[oa]?"),
}
"""Folded words before the unit that something is a half of."""
DAYS = {8: 1, 15: 2}
"""Days that are counted with the first and the last one, and the weeks that they are."""
BETWEEN = frozenset(("a", "an", "-"))
REACH = 4
"""Words behind a number in which its half may stand: *tre ore e mezza*."""


def in_weeks(value: Decimal, unit: str, code: str | None) -> tuple[str, Decimal] | None:
    """The amount of a week or two that Romance languages call eight or fifteen days."""
    weeks = DAYS.get(int(value)) if unit == "day" and code in ("fr", "es", "it") else None
    return amount_of(Decimal(weeks), "week") if weeks else None


def half_unit(sentence: Sentence, at: int) -> str:
    """The unit that the word at a place says a half of, empty where it does not."""
    place = _halved(sentence, at)
    if place is None or sentence.lexicon.numbers.get(sentence.words[at - 1] if at else "") is not None:
        return ""  # *dwa i pół roku* has its *i* before
    return next(iter(sorted(units_at(sentence, place))), "")


def half_scale(sentence: Sentence, at: int) -> Decimal | None:
    """The value that the word at a place says a half of, as a number: *half a million*, *un demi-million*."""
    place = _halved(sentence, at)
    if place is None or place == len(sentence.words):
        return None
    factor = sentence.lexicon.scales.get(sentence.words[place])
    return Decimal(factor) / 2 if factor else None


def _halved(sentence: Sentence, at: int) -> int | None:
    """The place of what the word at a place says a half of, perhaps the end; `None` where it does not."""
    form, words = HALF_OF.get(sentence.rules.code or ""), sentence.words
    if form is None or not form.fullmatch(words[at]):
        return None
    return next((to for to in range(at + 1, len(words)) if words[to] not in BETWEEN), len(words))


def unit_and_half(sentence: Sentence, at: int) -> int:
    """Where one and a half of the unit at a word end, 0 for none: *a tonne and a half*, *hora y media*."""
    if at + 1 >= len(sentence.words) or not units_at(sentence, at):
        return 0
    taken = sentence.lexicon.and_half.at(sentence.words, at + 1)
    return at + 1 + taken if taken else 0


def said_in_halves(sentence: Sentence, at: int, end: int, kind: str, value: Decimal) -> tuple[str, ...]:
    """The words, as shown, in which a number at words `at:end` says its half."""
    if kind not in ("half", "measure") and value % 1 == 0:
        return ()
    halves, last = sentence.lexicon.fractions.get("1/2"), min(len(sentence.words), end + REACH)
    places = [to for to in range(at, last) if halves is not None and halves.at(sentence.words, to)]
    places += [to for to in range(at, end) if kind == "measure" and to not in places]
    return tuple(sentence.text[slice(*sentence.spans[to])] for to in places)
