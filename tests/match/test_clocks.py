"""Times of the day are one value however nine languages say them, and another time is another one."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.figures import figures_of
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.unequal import unequal_figures
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for


def unequal(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str]]:
    mine = figures_of(ours, lexicon_for(one), rules_for(one))
    found = figures_of(theirs, lexicon_for(other), rules_for(other))
    return unequal_figures(mine, found, found)


HALF_PAST_FIVE = {
    "en": ["at 5.30pm", "at 5:30 p.m.", "at 17:30", "at half past five", "at half past five in the evening"],
    "fr": ["à 17 h 30", "à 17h30", "à 17:30", "à cinq heures et demie du soir", "à 17 heures 30 minutes"],
    "de": ["um 17.30 Uhr", "um 17 Uhr 30", "um halb sechs", "um halb sechs abends"],
    "ru": ["в 17:30", "в 17.30", "в половине шестого", "в полшестого вечера", "в 17 часов 30 минут"],
    "uk": ["о 17:30", "о пів на шосту", "о пів на шосту вечора", "о 17 годині 30 хвилин"],
    "be": ["а 17.30", "а палове шостай", "а палове шостай вечара", "а 17 гадзіне 30 хвілін"],
    "pl": ["o 17.30", "o godz. 17.30", "wpół do szóstej", "o wpół do szóstej po południu"],
    "es": ["a las 17:30", "a las cinco y media", "a las 5.30 p. m.", "a las cinco y media de la tarde"],
    "it": ["alle 17.30", "alle ore 17:30", "alle cinque e mezza", "alle cinque e mezza del pomeriggio"],
}
PAIRS = [
    (ours, one, theirs, other)
    for one, some in HALF_PAST_FIVE.items()
    for other, found in HALF_PAST_FIVE.items()
    if one != other
    for ours in some
    for theirs in found
]


def test_half_past_five_is_one_value_in_nine_languages() -> None:
    assert [pair for pair in PAIRS if unequal(*pair)] == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("at a quarter to six", "en", "без четверти шесть", "ru"),
        ("at 5.45 a.m.", "en", "à six heures moins le quart", "fr"),
        ("um Viertel nach sieben", "de", "kwadrans po siódmej", "pl"),
        ("о чверть на сьому", "uk", "a las seis y cuarto", "es"),
        ("в десять минут шестого", "ru", "zehn Minuten nach fünf", "de"),
        ("за десять шоста", "uk", "alle sei meno dieci", "it"),
        ("без дзесяці шэсць", "be", "at ten to six", "en"),
        ("at 5 p.m.", "en", "в 17 часов", "ru"),
        ("à cinq heures du matin", "fr", "о п'ятій ранку", "uk"),
        ("o piątej po południu", "pl", "um 17 Uhr", "de"),
        ("at five o'clock", "en", "в 17:00", "ru"),
        ("at noon", "en", "в 12:00", "ru"),
        ("à minuit", "fr", "um 0 Uhr", "de"),
        ("w południe", "pl", "a las 12", "es"),
        ("from 9 a.m. to 5 p.m.", "en", "с 9 до 17 часов", "ru"),
        ("between 5 and 6 p.m.", "en", "entre 17 h et 18 h", "fr"),
        ("o siedemnastej trzydzieści", "pl", "à 17 h 30", "fr"),
    ],
)
def test_one_time_is_no_difference_either_way(ours: str, one: str, theirs: str, other: str) -> None:
    assert unequal(ours, one, theirs, other) == []
    assert unequal(theirs, other, ours, one) == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "pairs"),
    [
        ("at 5.30pm", "en", "в половине седьмого", "ru", [("5.30pm", "половине седьмого")]),
        ("um halb sechs", "de", "o wpół do siódmej", "pl", [("halb sechs", "wpół do siódmej")]),
        ("à 17 h 30", "fr", "a las cinco y cuarto", "es", [("17 h 30", "las cinco y cuarto")]),
        ("at 5.30 a.m.", "en", "à 17 h 30", "fr", [("5.30 a.m", "17 h 30")]),
        ("в 5 часов утра", "ru", "um 17 Uhr", "de", [("5 часов утра", "17")]),
        ("alle cinque del mattino", "it", "о п'ятій вечора", "uk", [("cinque del mattino", "пятій вечора")]),
    ],
)
def test_another_time_is_one(
    ours: str, one: str, theirs: str, other: str, pairs: list[tuple[str, str]]
) -> None:
    assert unequal(ours, one, theirs, other) == pairs


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("John 3:16 is quoted", "en", "on cite Jean 3,16", "fr"),
        ("a ratio of 1:20", "en", "un rapport de 1 à 20", "fr"),
        ("from ten to twelve people", "en", "от десяти до двенадцати человек", "ru"),
        ("police held three in the evening", "en", "вечером задержали троих", "ru"),
        ("через 3 дня", "ru", "nach drei Tagen", "de"),
        ("il a dormi cinq heures", "fr", "он спал пять часов", "ru"),
        ("17 hours and 30 minutes", "en", "17 heures 30 minutes", "fr"),
        ("aux premières heures du matin", "fr", "ранним утром", "ru"),
        ("l'après-midi", "fr", "por la tarde", "es"),
        ("six heures un dimanche", "fr", "шесть часов в воскресенье", "ru"),
    ],
)
def test_other_numbers_are_read_as_before(ours: str, one: str, theirs: str, other: str) -> None:
    assert unequal(ours, one, theirs, other) == []
    assert unequal(theirs, other, ours, one) == []


def test_the_words_of_a_time_are_not_compared_one_by_one() -> None:
    ours = wording_of("The train left at half past five in the evening.", rules_for("en"))
    assert [term.folded for term in ours.terms] == ["train", "left"]


BARE = [
    ("at three schools in Minsk", "en", "в пятнадцати школах Минска", "ru"),
    ("about 5 soldiers died", "en", "погибли около 17 солдат", "ru"),
    ("after 2 days", "en", "после 14 дней", "ru"),
    ("sold at 5 dollars", "en", "vendu à 17 dollars", "fr"),
    ("приговорили к 5 годам", "ru", "zu 17 Jahren verurteilt", "de"),
    ("passe de 2 à 4", "fr", "с 14 до 16", "ru"),
    ("à 5 minutes", "fr", "в 17 минутах", "ru"),
    ("il a dormi cinq heures", "fr", "он спал 17 часов", "ru"),
    ("after five hours", "en", "после 17 часов", "ru"),
    ("à cinq heures de route", "fr", "17 hours away", "en"),
    ("à 2 heures", "fr", "около 14 часов", "ru"),
    ("alle 3 scuole", "it", "15 schools", "en"),
    ("rose by 2.15", "en", "вырос на 14,15", "ru"),
]
LENGTHS = [
    ("le match a duré 2 h 30", "fr", "it took two and a half hours", "en"),
    ("le match a duré 2 h 30", "fr", "матч шёл два с половиной часа", "ru"),
    ("en 1 h 45", "fr", "in one hour and 45 minutes", "en"),
    ("en 1 h 45", "fr", "in an hour and 45 minutes", "en"),
    ("за 2 часа 30 минут", "ru", "in two and a half hours", "en"),
    ("1 час 30 минут", "ru", "anderthalb Stunden", "de"),
    ("une heure et demie", "fr", "90 minutes", "en"),
    ("une heure et demie", "fr", "an hour and a half", "en"),
    ("trois heures et quart", "fr", "three hours and fifteen minutes", "en"),
    ("2 h 30", "fr", "zwei Stunden und 30 Minuten", "de"),
    ("2 godziny 30 minut", "pl", "две с половиной часа", "ru"),
    ("dos horas y media", "es", "due ore e 30 minuti", "it"),
    ("дві години 30 хвилин", "uk", "2 h 30", "fr"),
]
DECIMALS = [
    ("at 1.25 million tonnes", "en", "à 1,25 million de tonnes", "fr"),
    ("um 1.50 Millionen", "de", "by 1.5 million", "en"),
    ("at 2.15 bn dollars", "en", "à 2,15 milliards de dollars", "fr"),
    ("from $2.15 bn", "en", "de 2,15 milliards de dollars", "fr"),
    ("about 2.15 km", "en", "около 2,15 км", "ru"),
    ("at 1.25 percent", "en", "à 1,25 %", "fr"),
]
NOUNS = [
    ("Ein Viertel nach zehn Jahren", "de", "A quarter after ten years", "en"),
    ("A quarter to ten villages", "en", "Ein Viertel an zehn Dörfer", "de"),
    ("Половина третьего тиража", "ru", "half of the third edition", "en"),
    ("в половине третьего тома", "ru", "in half of the third volume", "en"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), BARE)
def test_a_bare_number_is_no_hour(ours: str, one: str, theirs: str, other: str) -> None:
    assert unequal(ours, one, theirs, other) != []
    assert unequal(theirs, other, ours, one) != []


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), [*LENGTHS, *DECIMALS, *NOUNS])
def test_lengths_decimals_and_shares_are_no_times(ours: str, one: str, theirs: str, other: str) -> None:
    assert unequal(ours, one, theirs, other) == []
    assert unequal(theirs, other, ours, one) == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("le match a duré 2 h 30", "fr", "it took three and a half hours", "en"),
        ("1 час 30 минут", "ru", "zweieinhalb Stunden", "de"),
        ("une heure et demie", "fr", "45 minutes", "en"),
        ("an hour and a half", "en", "trois heures et demie", "fr"),
        ("2 h 30", "fr", "2.3 hours", "en"),
        ("une marche de cinq heures et demie", "fr", "переход в 17 часов 30 минут", "ru"),
        ("um Viertel nach zehn", "de", "at a quarter to ten", "en"),
        ("at 1.25 million tonnes", "en", "1,35 million de tonnes", "fr"),
    ],
)
def test_another_length_is_one(ours: str, one: str, theirs: str, other: str) -> None:
    assert all(all(pair) for pair in unequal(ours, one, theirs, other))
    assert unequal(ours, one, theirs, other) != []
    assert unequal(theirs, other, ours, one) != []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("at five he left", "en", "в 17 часов он ушёл", "ru"),
        ("um 17 Uhr", "de", "в пять он ушёл", "ru"),
        ("à 2 h 30", "fr", "в два", "ru"),
        ("il est 2 h 30", "fr", "it is 2.30 p.m.", "en"),
    ],
)
def test_a_time_never_accuses_a_bare_number(ours: str, one: str, theirs: str, other: str) -> None:
    assert not any(all(pair) for pair in unequal(ours, one, theirs, other))
    assert not any(all(pair) for pair in unequal(theirs, other, ours, one))


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("à 5 heures", "fr", "в 17 часов", "ru"),
        ("о 5 годині", "uk", "um 17 Uhr", "de"),
        ("alle ore 5", "it", "o godz. 17", "pl"),
        ("at five o'clock", "en", "a las 17 horas", "es"),
    ],
)
def test_an_hour_of_both_halves_of_the_day_is_marked_on_both_sides(
    ours: str, one: str, theirs: str, other: str
) -> None:
    assert unequal(ours, one, theirs, other) == []


def test_a_long_run_of_digits_is_a_number() -> None:
    digits = "1234567890" * 4
    assert unequal(digits, "en", digits, "fr") == []
    assert unequal(digits, "en", digits[:-1] + "2", "fr") != []
    run = " ".join(str(number) for number in range(101, 112))
    assert unequal(f"{run} m 82 cm", "fr", f"{run} м 82 см", "ru") == []
