"""Numbers and dates of a sentence as values, whichever language writes them.

`58 mille`, `58 тыс.` and `58.000` are one value, so are `vingt-sept` and `двадцать семь`, `12.05.2018` and
*12 May 2018*. What a translation may say another way (*the third*, *a dozen*, *both*) confirms a number and
never accuses one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, localcontext

from citecheck.match.crosslingual.clock_words import Sentence
from citecheck.match.crosslingual.clocks import Clock, clock_at, hours_at, hours_of
from citecheck.match.crosslingual.compound import persons_beside, with_previous
from citecheck.match.crosslingual.counting import Count, count_at, ordinal_at
from citecheck.match.crosslingual.currency import money_at
from citecheck.match.crosslingual.figure import LIKELY_YEARS, Figure
from citecheck.match.crosslingual.figure_words import (
    DECADE_WORDS,
    DECADES,
    FIRST,
    HALVES,
    MINISTER,
    OF_THOUSAND,
    OVER,
    WITH_HALF,
)
from citecheck.match.crosslingual.halves import half_scale, half_unit, in_weeks, said_in_halves, unit_and_half
from citecheck.match.crosslingual.lexicon import Lexicon
from citecheck.match.crosslingual.measures import area_of, measure_at
from citecheck.match.crosslingual.months import month_at
from citecheck.match.crosslingual.roman import CENTURIES, roman_value
from citecheck.match.crosslingual.within import LENGTHS, amount_of, half_of, within
from citecheck.match.fold import fold_word
from citecheck.match.numbers import CALL_DIGITS, NUMBER, numbers_in
from citecheck.match.rules import Rules
from citecheck.match.units import units_of

TOKEN = re.compile(rf"{NUMBER.pattern}|[^\W\d_]+|[%‰°.,;:()\[\]–—-]")
APOSTROPHE = re.compile(r"(?<=[\u0400-\u04ff])['’ʼ](?=[\u0400-\u04ff])")
FAMILY = re.compile(r"\b([Сс]ям)['’ʼ]")  # Belarusian *сям'і*, which is no seven (*сямі*)
YEARS = range(1000, 2101)
SCALED = 1000
"""From here on a number may have a smaller one behind it."""
SKIPPED = frozenset({".", "-", "de", "of", "er", "го", "st", "nd", "rd", "th"})
"""What may stand between a day and its month: *14 de marzo*, *1er janvier*, *1-го января*, *2nd of May*."""
TO = frozenset(["-", "–", "to", "and", "a", "et", "bis", "und", "до", "и", "і", "та", "да", "do", "y", "e"])
"""Between two hours of which the second alone says which half of the day."""


def plain_text(text: str) -> str:
    """`text` without the apostrophes inside Cyrillic words, which would cut them in two."""
    return APOSTROPHE.sub("", FAMILY.sub(r"\1 ", text))


def figures_of(text: str, lexicon: Lexicon, rules: Rules) -> list[Figure]:
    """Figures of a sentence in order."""
    reader = _Reader(plain_text(text), lexicon, rules)
    with localcontext() as exact:
        exact.prec = max(exact.prec, 2 * len(text))  # long runs of digits stay what they are
        while reader.at < len(reader.words):
            reader.step()
    return reader.figures


HALF, ONE_AND_A_HALF = Decimal("0.5"), Decimal("1.5")
LEAST_WITHIN = 4


class _Reader:
    def __init__(self, text: str, lexicon: Lexicon, rules: Rules) -> None:
        found = list(TOKEN.finditer(text))
        self.text, self.lexicon, self.rules = text, lexicon, rules
        self.spans = [one.span() for one in found]
        self.shown = [one[0] for one in found]
        self.words = [("".join(fold_word(w)) or w) if w[0].isalpha() else w for w in self.shown]
        self.figures: list[Figure] = []
        self.at = self.ended = 0
        self.sentence = Sentence(text, self.words, self.spans, lexicon, rules)

    def step(self) -> None:
        at, word = self.at, self.words[self.at]
        self.at += 1
        if (clock := clock_at(self.sentence, at)) is not None:
            self._clock(at, clock)
        elif word[0].isdigit():
            self._digits(at)
        elif len(word) >= LEAST_WITHIN and (told := within(word, self.rules.code or "")):
            amount = amount_of(told.value, told.unit)
            kind = "span" if told.whole else "within"
            self._add(kind, told.value, at, sure=False, unit=told.unit, amount=amount)
        elif self.rules.measures.get(word) == ONE_AND_A_HALF:
            self._add("measure", self._scaled(ONE_AND_A_HALF), at, sure=False)
        elif self._half(at):
            pass
        elif (taken := self.lexicon.percent.at(self.words, at)) and not self._is_scale(at + taken):
            self.at = at + taken  # not *pour cent millions*
        elif (month := month_at(self.sentence, at)) is not None:
            self._add("month", Decimal(month), at)
        elif self.rules.code == "it" and self.shown[at][0].isupper() and word in CENTURIES:
            self._add("plain", Decimal(CENTURIES[word]), at, sure=False)
        elif (count := count_at(self.words, at, self.lexicon, self.rules)) is not None:
            self._words(at, count)
        elif self._is_thousand(at):
            self._and_smaller(at, self._scaled(Decimal(1)))
        elif self._is_single(at):
            self._single(at)
        elif self.rules.code == "de" and (halved := WITH_HALF.fullmatch(word)):
            more = self.lexicon.numbers.get(halved[1] or "") or 1
            self._add("plain", self._scaled(more + HALF), at, word=True)
        elif HALVES.fullmatch(word):
            factor = self.lexicon.scales.get(word[3:]) or self.lexicon.about.get(word[3:])
            half = half_of(word, self.rules.code or "", Decimal(factor) if factor else None)
            self._add("half", HALF, at, amount=half)
        elif (count := ordinal_at(self.words, at, self.lexicon, self.rules)) is not None:
            self.at = count.end
            self._add(self._kind_of_ordinal(at, count), Decimal(count.value), at, sure=False)
        elif FIRST.fullmatch(word) and not any(map(MINISTER.match, self.words[at + 1 : at + 2])):
            self._add("first", Decimal(1), at, sure=False)
        elif at and (value := roman_value(self.shown[at], self.rules.code)) is not None:
            self._add("plain", Decimal(value), at, sure=False)

    def _half(self, at: int) -> bool:
        """Whether a half of a unit or of a round number begins at a word, or a unit and a half."""
        if unit := half_unit(self.sentence, at):
            self._add("half", HALF, at, unit=unit, amount=amount_of(HALF, unit))
        elif scaled := half_scale(self.sentence, at):
            self._add("half", HALF, at, amount=("", scaled.normalize()))
        elif self.ended < at and (end := unit_and_half(self.sentence, at)):
            self.at = at  # where its unit stands
            self._add("measure", ONE_AND_A_HALF, at, sure=False)
            self.at = self.ended = end
        else:
            return False
        return True

    def _digits(self, at: int) -> None:
        start, end = self.spans[at]
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        code = before.isalpha() and after.isalpha()
        call = before == "[" and after == "]" and end - start <= CALL_DIGITS
        values = [Decimal(number.key) for number in numbers_in(self.shown[at], self.rules)]
        if code or call or not values:  # `²` and `①` have no value
            return
        if len(values) == 3 and values[0] <= 31 and values[1] <= 12 and values[2] in YEARS:
            for kind, value in zip(("day", "month", "year"), values, strict=True):
                self._add(kind, value, at)
            return
        for value in values[:-1]:
            self._add("plain", value, at)
        scaled = self._scaled(self._halved(values[-1]))
        kind = self._kind(at, scaled, self.shown[at].isdigit() and len(self.shown[at]) == 4)
        self._add(kind, scaled, at)

    def _clock(self, at: int, clock: Clock) -> None:
        """A time of the day; what stands before it in *9 to 5 p.m.* is an hour, too."""
        if clock.sure and self.figures and self.ended == at - 1 and self.words[at - 1] in TO:
            last = self.figures[-1]
            alone = last.kind == "plain" and not (last.unit or last.money)
            hours = hours_of(last.value) if alone else frozenset()
            self.figures[-1] = replace(last, readings=last.readings or hours)
        self.at, kind = clock.end, "plain" if clock.sure else "noon"
        amount = amount_of(Decimal(clock.length), "minute") if clock.length else None
        self._add(kind, clock.value, at, clock.sure, False, "", amount, clock.readings, clock.parts)

    def _words(self, at: int, count: Count) -> None:
        self.at, ordinal = count.end, count.ordinal
        whole = Decimal(count.value) if ordinal else self._scaled(self._halved(Decimal(count.value)))
        self._and_smaller(at, whole, ordinal)

    def _and_smaller(self, at: int, whole: Decimal, ordinal: bool = False) -> None:
        """A number with what follows its scale word: *mille neuf cents*."""
        rest = count_at(self.words, self.at, self.lexicon, self.rules) if whole >= SCALED else None
        if rest is not None and not ordinal and rest.value < SCALED:
            self.at, ordinal = rest.end, rest.ordinal
            whole += rest.value
        self._add(self._kind(at, whole, False), whole, at, sure=not ordinal, word=True)

    def _is_scale(self, at: int) -> bool:
        return at < len(self.words) and self.lexicon.scales.get(self.words[at]) is not None

    def _is_thousand(self, at: int) -> bool:
        """Whether a number begins with its scale word: *mille cinq cents*, *тысяча девятьсот*."""
        before = self.words[at - 1] if at else ""
        if self.lexicon.scales.get(self.words[at]) != SCALED or before[:1].isdigit():
            return False
        rest = count_at(self.words, at + 1, self.lexicon, self.rules)
        self.at = at if rest is not None and rest.value < SCALED and not rest.ordinal else self.at
        return self.at == at

    def _kind_of_ordinal(self, at: int, count: Count) -> str:
        tens = count.value % 10 == 0 and 20 <= count.value < 100
        return "decade" if tens and DECADE_WORDS.fullmatch(self.words[at]) else "plain"

    def _is_single(self, at: int) -> bool:
        """Whether a scale word is one of it: *a thousand*, *свыше тысячи*."""
        word = self.words[at]
        if self.lexicon.scales.get(word) is None or self.lexicon.percent.at(self.words, at):
            return False
        over = word in OF_THOUSAND and any(map(OVER.fullmatch, self.words[max(0, at - 1) : at]))
        return over or word in self.lexicon.single

    def _single(self, at: int) -> None:
        self.at = at
        value = self._scaled(Decimal(1))
        sure = self.lexicon.scales.get(self.words[at]) != value  # *a million and a half*
        self._add("plain" if sure else "round", value, at, sure)

    def _halved(self, value: Decimal) -> Decimal:
        """The value with a half behind it (*deux et demi*) or behind what is counted (*deux ans et demi*)."""
        beside = self.lexicon.and_half.at(self.words, self.at) if self.at < len(self.words) else 0
        self.at += beside
        counted = self.at + 1 < len(self.words) and units_of((self.words[self.at],), self.rules.code)
        behind = counted and self.lexicon.and_half.at(self.words, self.at + 1)
        return value + HALF if beside or behind else value

    def _scaled(self, value: Decimal) -> Decimal:
        while self.at < len(self.words):
            factor = self.lexicon.scales.get(self.words[self.at])
            if factor is None or self.lexicon.percent.at(self.words, self.at):
                break
            self.at += 1
            value *= factor
            if self.at < len(self.words) and self.words[self.at] == ".":
                self.at += 1
            taken = self.lexicon.and_half.at(self.words, self.at) if self.at < len(self.words) else 0
            self.at, value = self.at + taken, value + factor * HALF * bool(taken)
        return value

    def _kind(self, at: int, value: Decimal, four_digits: bool) -> str:
        if self.at < len(self.words):
            if self.words[self.at] in "%‰":
                return "percent"
            taken = self.lexicon.percent.at(self.words, self.at)
            if taken and not self._is_scale(self.at + taken):
                self.at += taken
                return "percent"
        following = self.at
        while following < len(self.words) and self.words[following] in SKIPPED:
            following += 1
        beside = month_at(self.sentence, following) is not None or (
            at > 0 and month_at(self.sentence, at - 1) is not None
        )
        if beside and value <= 31 and self.words[self.at : self.at + 1] != ["°"]:
            return "day"
        tens = (20 <= value < 100 or value in LIKELY_YEARS) and value % 10 == 0
        if tens and self._is_decade(at):
            return "decade"
        return "year" if four_digits and value in YEARS else "plain"

    def _is_decade(self, at: int) -> bool:
        """Whether years stand before a number, as in Romance languages and Polish, or its ending says so."""
        if self.rules.code == "es" and self.words[max(0, at - 1) : at] == ["los"]:
            return self.at >= len(self.words) or not self.words[self.at].isalpha()  # *en los 80,*
        before = [word for word in self.words[max(0, at - 3) : at] if word not in SKIPPED and word != "los"]
        named = before[-1:] and before[-1] in self.lexicon.decades
        return bool(named) or DECADES.match(self.text, self.spans[at][1]) is not None

    def _add(
        self,
        kind: str,
        value: Decimal,
        at: int,
        sure: bool = True,
        word: bool = False,
        unit: str = "",
        amount: tuple[str, Decimal] | None = None,
        readings: frozenset[int] = frozenset(),
        parts: tuple[Decimal, ...] = (),
    ) -> None:
        end = max(self.spans[at][1], self.spans[self.at - 1][1])
        shown = self.text[self.spans[at][0] : end].rstrip(" .")
        if kind in ("plain", "measure") and not (readings or amount):
            unit = self._unit()
            readings = hours_at(self.sentence, at, self.at, value)
        measured = measure_at(self.sentence, self.at) if unit or kind in ("plain", "year", "half") else None
        amount = amount or (amount_of(value, unit) if unit or kind == "plain" else None)
        between, self.ended = self.words[self.ended : at], self.at
        value = value.normalize()
        halves = said_in_halves(self.sentence, at, self.at, kind, value)
        weeks = in_weeks(value, unit, self.rules.code)
        found = Figure(kind, value, shown, sure, word, unit, amount, readings, parts)
        found = replace(found, weeks=weeks, halves=halves)
        if measured is not None:
            measure, last = measured
            shown = self.text[self.spans[at][0] : self.spans[last - 1][1]]
            found = replace(found, measure=measure, measured=shown, amount=area_of(value, measure) or amount)
        if kind in ("plain", "year", "measure"):
            money = money_at(self.text, self.words, self.spans, at, self.at, self.rules)
            found = replace(found, money=money, persons=persons_beside(self.words, at, self.at, self.lexicon))
        self.figures = with_previous(self.figures, found, between)

    def _unit(self) -> str:
        """The unit that is counted by the number before: *three days*, *three-day*."""
        place = self.at + (self.words[self.at : self.at + 1] == ["-"])
        units = units_of((self.words[place],), self.rules.code) if place < len(self.words) else ()
        return next((unit for unit in sorted(units) if unit in LENGTHS), next(iter(sorted(units)), ""))
