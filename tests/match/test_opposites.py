"""A word for its opposite turns what a source says round, as a *not* does."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.match.opposite import _table
from citecheck.match.rules import all_rules
from citecheck.model import DifferenceKind, Text, Verdict

PAGES = {
    "en": "The council may sell the mill before the spring, and more than half of the men were for it. "
    "The price of grain rose in the north, and the older houses stood above the road.",
    "de": "Der Rat kann die Mühle vor dem Frühjahr verkaufen, und mehr als die Hälfte der Männer war dafür. "
    "Der Preis stieg im Norden, und die Mehrheit stimmte dem Verkauf im Saal zu.",
    "fr": "Le conseil peut vendre le moulin avant le printemps, et plus de la moitié des hommes aussi. "
    "Une hausse du prix du grain fut notée dans le nord du pays cette année-là.",
    "es": "El consejo puede vender el molino antes de la primavera, y más de la mitad de los hombres quería. "
    "El precio aumentó en el norte del país durante aquel año.",
    "it": "Il consiglio può vendere il mulino prima della primavera, e più della metà degli uomini voleva. "
    "Un aumento del prezzo si vide nel nord del paese in quell'anno.",
    "pl": "Rada może sprzedać młyn przed wiosną, a więcej niż połowa mężczyzn była za tym. "
    "Cena wzrosła na północy kraju, a większość zgodziła się na sprzedaż w sali.",
    "ru": "Совет может продать мельницу до весны, и больше половины мужчин было за это. "
    "Цена выросла на севере страны, а большинство согласилось на продажу в зале.",
    "uk": "Рада може продати млин до весни, і більше половини чоловіків було за це. "
    "Ціна зросла на півночі країни, а більшість погодилася на продаж у залі.",
    "cs": "Rada může prodat mlýn před jarem a více než polovina mužů byla pro. "
    "Cena vzrostla na severu země a většina souhlasila s prodejem v sále.",
}
TURNED = [
    ("en", "The council must sell the mill before the spring"),
    ("en", "The council may sell the mill after the spring"),
    ("en", "and less than half of the men were for it"),
    ("en", "The price of grain fell in the north"),
    ("en", "The price of grain rose in the south"),
    ("en", "and the older houses stood below the road"),
    ("de", "Der Rat muss die Mühle vor dem Frühjahr verkaufen"),
    ("de", "Der Preis sank im Norden, und die Mehrheit stimmte dem Verkauf"),
    ("de", "und die Minderheit stimmte dem Verkauf im Saal zu"),
    ("fr", "Le conseil doit vendre le moulin avant le printemps"),
    ("fr", "Une baisse du prix du grain fut notée dans le nord"),
    ("es", "y menos de la mitad de los hombres quería"),
    ("it", "Il consiglio può vendere il mulino dopo della primavera"),
    ("pl", "Rada musi sprzedać młyn przed wiosną"),
    ("pl", "Cena spadła na północy kraju, a większość zgodziła się"),
    ("ru", "Совет может продать мельницу после весны, и больше половины"),
    ("ru", "а меньшинство согласилось на продажу в зале"),
    ("uk", "Рада повинна продати млин до весни, і більше половини"),
    ("cs", "Cena klesla na severu země a většina souhlasila s prodejem"),
]
KEPT = [
    ("en", "and the oldest houses stood above the road"),
    ("en", "The price of grain rises in the north"),
    ("fr", "Une augmentation du prix du grain fut notée dans le nord"),
    ("ru", "Цена возросла на севере страны, а большинство согласилось"),
]


@pytest.mark.parametrize(("language", "quotation"), TURNED)
def test_an_opposite_is_told(language: str, quotation: str) -> None:
    got = compare(quotation, prepare(Text(PAGES[language])))
    assert got.verdict is Verdict.ALTERED, got.differences
    assert DifferenceKind.NEGATION in {difference.kind for difference in got.differences}


@pytest.mark.parametrize(("language", "quotation"), KEPT)
def test_another_word_for_the_same_is_listed_only(language: str, quotation: str) -> None:
    assert compare(quotation, prepare(Text(PAGES[language]))).verdict is Verdict.MODIFIED


def test_a_negation_that_the_page_has_nowhere_is_no_slip() -> None:
    page = prepare(Text("Der Rat hatte einen Grund dafür. " + PAGES["de"]))
    assert compare("Der Rat hatte keinen Grund dafür", page).verdict is Verdict.ALTERED


def test_a_note_behind_the_opposite_does_not_hide_it() -> None:
    page = prepare(Text(PAGES["en"].replace("more than", "more89 than")))
    assert compare("and less than half of the men were for it", page).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("page", "quotation"),
    [
        ("It was open up to 12 days in the spring.", "It was open at least 12 days in the spring"),
        ("It was open at least 12 days in the spring.", "It was open at most 12 days in the spring"),
    ],
)
def test_other_limits_are_told(page: str, quotation: str) -> None:
    assert compare(quotation, prepare(Text(page + " " + PAGES["en"]))).verdict is Verdict.ALTERED


def test_a_negation_hit_by_much_damage_is_no_alteration() -> None:
    page = prepare(
        Text("Die gute Meldung wird dort nicht gefunden, weil das Programm sie erst später schreibt. " * 2)
    )
    scanned = "Die gnte Meldnng wird dort ieht gefnnden, weil das Progranm sie erst spätcr schreibt"
    assert compare(scanned, page).verdict is not Verdict.ALTERED
    assert compare(scanned.replace("ieht", "ganz"), page).verdict is Verdict.ALTERED


def test_every_language_with_rules_has_opposites() -> None:
    assert set(_table()) == set(all_rules())


def test_still_is_no_negation_but_beside_neither() -> None:
    page = prepare(
        Text("Die Zeit ist nicht mehr fern, in der die Mühle steht. Der Müller weiß es, die Witwe auch.")
    )
    got = compare("Die Zeit ist noch fern, in der die Mühle steht", page, language="de")
    assert got.verdict is Verdict.ALTERED
    page = prepare(
        Text("Er sprach weder mit dem Müller noch mit der Witwe. Das wissen alle, die dort leben.")
    )
    got = compare("Er sprach weder mit dem Müller und mit der Witwe", page, language="de")
    assert got.verdict is Verdict.ALTERED


def test_a_prefix_that_negates_is_told_before_n() -> None:
    page = prepare(
        Text("Quest'ordine è noto anche con il nome di direttiva. Della cosa non si parlò più quella sera.")
    )
    got = compare("Quest'ordine è ignoto anche con il nome di direttiva", page)
    assert got.verdict is Verdict.ALTERED
