"""Months of a sentence in nine languages, their Slavic adjectives (*мартовский*, *marcowy*), and English ones
that are words, too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citecheck.match.crosslingual.clock_words import Sentence
from citecheck.match.worded import NO_MONTHS

MONTH_WORDS = {"march": 3, "may": 5}
"""English months that are words, too: taken with a capital beside a number or after these."""
BEFORE_MONTH = frozenset(
    ["in", "for", "of", "since", "until", "by", "last", "next", "early", "late", "mid", "during", "through"]
)
JOINS = frozenset(("-", "–", "to", "and"))
_SLAVIC: Mapping[str, tuple[str, str]] = {
    "ru": ("январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
           r"(?:ь|ов|и)?ск(?:и[ийхме]|ои|ая|ое|ую|ие|ого|ому|ом|им|их|ими)"),
    "uk": ("січн лютн березн квітн травн червн липн серпн вересн жовтн листопад грудн",
           r"[ео]в(?:ии|а|е|і|ого|ому|ім|им|оі|іи|ою|у|их|ими)"),
    "be": ("студз люта сакаві красаві (?:ма|траве) чэрве ліпе жніве верасе кастрычні лістапада снежа",
           r"(?:нь|у|ц|и)с?к(?:і|ая|ае|ія|ага|аму|ім|аи|ою|аю|ую|іх|імі)"),
    "pl": ("styczni lut marc kwietni maj czerwc lipc sierpni wrzesni pazdziernik listopad grudni",
           r"ow(?:y|a|e|ego|emu|ym|ej|ych|ymi|i)"),
}  # fmt: skip
OF_MONTH: Mapping[str, Mapping[int, re.Pattern[str]]] = {
    code: {month: re.compile(stem + endings) for month, stem in enumerate(stems.split(), 1)}
    for code, (stems, endings) in _SLAVIC.items()
}
"""Adjectives of the months as folded. With a capital they may name a street or a district, and are left."""


def month_at(sentence: Sentence, at: int) -> int | None:
    """The number of the month at a word, `None` where it is none."""
    words, rules = sentence.words, sentence.rules
    if at >= len(words):
        return None
    word, shown = words[at], sentence.text[slice(*sentence.spans[at])]
    if word in rules.months and shown.casefold() not in NO_MONTHS:
        return rules.months[word] if not sentence.lexicon.numbers.get(word) or _dated(sentence, at) else None
    if rules.code == "en" and word in MONTH_WORDS and shown[0].isupper():
        beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        joined = (words[max(0, at - 2) : at][::-1], words[at + 1 : at + 3])
        two = (some for some in joined if len(some) == 2 and some[0] in JOINS)  # *January and March*
        months = any(other in rules.months for _, other in two)
        if months or any(one[0].isdigit() or one in BEFORE_MONTH for one in beside):
            return MONTH_WORDS[word]
    return of_month(word, shown, rules.code, first=not at)


def of_month(word: str, shown: str, code: str | None, first: bool = False) -> int | None:
    """The number of the month that a folded Slavic adjective, written as `shown`, is of; with a capital only
    the `first` word of a sentence may be one.

    >>> of_month("мартовскои", "мартовской", "ru"), of_month("октябрьскии", "Октябрьский", "ru")
    (3, None)
    """
    forms = OF_MONTH.get(code or "", {}) if first or shown[:1].islower() else {}
    return next((month for month, form in forms.items() if form.fullmatch(word)), None)


def _dated(sentence: Sentence, at: int) -> bool:
    """Whether a number stands beside a word that may be a short month: French *sept* is seven without."""
    return any(word[0].isdigit() for word in sentence.words[max(0, at - 1) : at + 3])
