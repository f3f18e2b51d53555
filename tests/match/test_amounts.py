"""Numbers that are told by more than their digits: points, roman numerals, scale words, units, days."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import DifferenceKind, Text, Verdict
from citecheck.read import read_page

TAIL = {
    "en": "\nNothing more was said of it that evening, and the lamp went out by itself.",
    "de": "\nDavon wurde an diesem Abend nicht mehr gesprochen, und die Lampe ging von selbst aus.",
    "fr": "\nOn n'en parla plus de la soirée, et la lampe s'éteignit d'elle-même dans le salon.",
    "es": "\nNo se habló más de ello aquella noche, y la lámpara se apagó sola en el salón de la casa.",
    "pt": "\nNão se falou mais disso naquela noite, e a lâmpada apagou-se sozinha na sala da casa.",
    "pl": "\nTego wieczora już o tym nie mówiono, a lampa zgasła sama z siebie, jak to bywa w domu.",
    "sv": "\nDet talades inte mer om saken den kvällen, och lampan slocknade av sig själv i huset.",
    "ru": "\nБольше об этом в тот вечер не говорили, и лампа погасла сама собой, как это бывает.",
    "bg": "\nПовече не се говореше за това онази вечер и лампата угасна сама, както става вкъщи.",
}
"""The rest of the page, by language."""
OTHER = [
    (
        "en",
        "The disk of the mill is formatted with ext3 only.",
        "The disk of the mill is formatted with ext4",
    ),
    ("en", "They are normally built for i386 machines.", "They are normally built for i388 machines"),
    ("en", "That is about one percent of the town.", "That is about one per mille of the town"),
    ("en", "They put £2bn and £1.4bn into the mill in all.", "They put £2bn and £14bn into the mill in all"),
    (
        "de",
        "Mitte der 70er Jahre stand die Mühle noch am Fluss.",
        "Mitte der 700er Jahre stand die Mühle noch",
    ),
    (
        "fr",
        "Louis II de Bavière envahit la vallée en hiver.",
        "Louis I de Bavière envahit la vallée en hiver",
    ),
    (
        "fr",
        "Louis I de Bavière envahit la vallée en hiver.",
        "Louis II de Bavière envahit la vallée en hiver",
    ),
    ("pt", "A vila tinha cerca de meio milhão de almas.", "A vila tinha cerca de meio bilhão de almas"),
    ("en", "In the 20th century the mill burned down.", "In the 20th decade the mill burned down"),
    (
        "de",
        "Bis zum dritten Jahrhundert stand dort ein Turm.",
        "Bis zum dritten Jahrtausend stand dort ein Turm",
    ),
    ("es", "El molino fue del siglo XVI según los libros.", "El molino fue del milenio XVI según los libros"),
    (
        "fr",
        "Les 15 dernières années de sa vie furent calmes.",
        "Les 15 dernières semaines de sa vie furent calmes",
    ),
    ("de", "Die Mühle ist dreihundertfünfzig Jahre alt.", "Die Mühle ist dreihundertfünfzig Monate alt"),
    ("de", "Seit den 1960er Jahren steht sie still.", "Seit den 1960er Monaten steht sie still"),
    ("de", "Er wurde zweimal zum Rat der Stadt gewählt.", "Er wurde dreimal zum Rat der Stadt gewählt"),
    ("es", "El molino paró a mediados de los años 60.", "El molino paró a mediados de los meses 60"),
    ("fr", "Elle tourna au milieu des années 1970.", "Elle tourna au milieu des mois 1970"),
    ("pl", "Wdowa po młynarzu, lat 35, szuka męża.", "Wdowa po młynarzu, miesięcy 35, szuka męża"),
    ("ru", "Одна треть мельниц стоит у реки.", "Одна половина мельниц стоит у реки"),
    ("sv", "De såg kusten efter tre dagar på havet.", "De såg kusten efter tre veckor på havet"),
    ("pl", "Kosztowało to miliard dolarów w tamtym czasie.", "Kosztowało to miliard euro w tamtym czasie"),
    ("bg", "Тя спечели 27 процента на изборите в града.", "Тя спечели 27 промила на изборите в града"),
    ("bg", "Той се отказа на 55 години от свиренето.", "Той се отказа на 55 месеца от свиренето"),
    ("en", "It took three hours to reach the mill.", "It took three minutes to reach the mill"),
    ("en", "The council met on Monday in the old hall.", "The council met on Friday in the old hall"),
    ("ru", "Совет собрался в среду в старом зале.", "Совет собрался в пятницу в старом зале"),
    ("pl", "Rada zebrała się w środę w starej sali.", "Rada zebrała się w sobotę w starej sali"),
    ("en", "The tax of 3½ per cent was paid in kind.", "The tax of 2½ per cent was paid in kind"),
    ("en", "The tax of 3½ per cent was paid in kind.", "The tax of 3¾ per cent was paid in kind"),
    ("en", "The tax of 3½ per cent was paid in kind.", "The tax of 3 per cent was paid in kind"),
    ("en", "They walked 1/2 mile to the old well.", "They walked ¼ mile to the old well"),
    ("pl", "Wdowa sprzedała młyn 4 maja 1811 roku.", "Wdowa sprzedała młyn 4 X 1811 roku"),
]
SAME = [
    ("en", "On August 30, 2015 the mill burned down.", "30 August 2015 the mill burned down"),
    ("de", "Es gab 10 Mil\u00adlionen Tote in dem Krieg.", "Es gab 10 Millionen Tote in dem Krieg"),
    ("de", "Er wurde dreimal zum Rat der Stadt gewählt.", "Er wurde drei Mal zum Rat der Stadt gewählt"),
    ("de", "Er wurde dreimal zum Rat der Stadt gewählt.", "Er wurde 3mal zum Rat der Stadt gewählt"),
    ("bg", "През 1993 г. работи в мелницата край града.", "През 1993 година работи в мелницата край града"),
    ("sv", "De lade 1,5 miljoner kronor på kvarnen.", "De lade 1,5 mn kronor på kvarnen"),
    ("es", "El molino fue del siglo XVI según los libros.", "El molino fue del s. XVI según los libros"),
    ("en", "The tax of 3½ per cent was paid in kind.", "The tax of 3 1/2 per cent was paid in kind"),
    ("en", "The tax of 3 1/2 per cent was paid in kind.", "The tax of 3½ per cent was paid in kind"),
    ("en", "The tax of 3½ per cent was paid in kind.", "The tax of 3.5 per cent was paid in kind"),
    ("en", "The tax of 3½ per cent was paid.", "The tax of three and a half per cent was paid"),
    ("en", "They walked ½ mile to the old well.", "They walked half a mile to the old well"),
    ("de", "Die Abgabe von 3½ Prozent wurde bezahlt.", "Die Abgabe von 3,5 Prozent wurde bezahlt"),
    ("pl", "Wdowa sprzedała młyn 4 maja 1811 roku.", "Wdowa sprzedała młyn 4 V 1811 roku"),
    ("pl", "Wdowa sprzedała młyn 4.X.1811 roku.", "Wdowa sprzedała młyn 4 października 1811 roku"),
]


@pytest.mark.parametrize(("language", "page", "quotation"), OTHER, ids=lambda one: str(one)[:40])
def test_another_amount_is_told(language: str, page: str, quotation: str) -> None:
    got = compare(quotation, prepare(Text(page + TAIL[language])))
    assert got.verdict is Verdict.ALTERED, (got.verdict, got.differences)
    assert DifferenceKind.NUMBER in {difference.kind for difference in got.differences}, got.differences


@pytest.mark.parametrize(("language", "page", "quotation"), SAME, ids=lambda one: str(one)[:40])
def test_the_same_amount_in_short_is_no_other(language: str, page: str, quotation: str) -> None:
    got = compare(quotation, prepare(Text(page + TAIL[language])))
    assert got.verdict is not Verdict.ALTERED, got.differences
    assert got.verdict.located


def test_the_figures_of_a_script_are_the_same_figures() -> None:
    page = prepare(
        Text("ولد الكاتب في المدينة عام 1530 وعاش فيها سنوات طويلة مع أسرته. ثم سافر إلى الخارج بعد ذلك.")
    )
    assert compare("ولد الكاتب في المدينة عام ١٥٣٠ وعاش فيها", page).verdict in (
        Verdict.VERBATIM,
        Verdict.NEAR,
    )
    assert compare("ولد الكاتب في المدينة عام ١٥٣١ وعاش فيها", page).verdict is Verdict.ALTERED


def test_the_word_behind_a_unit_is_none() -> None:
    page = prepare(Text("На это ушло 15 миллионов долларов США в тот год." + TAIL["ru"]))
    got = compare("На это ушло 15 миллионов долларов МВФ в тот год", page)
    assert {difference.kind for difference in got.differences} == {DifferenceKind.NAME}


def test_letters_of_an_organisation_are_no_roman_numeral() -> None:
    page = prepare(Text("Дарнан стал офицером СС и возглавил отряд в тот год." + TAIL["ru"]))
    got = compare("Дарнан стал офицером ООН и возглавил отряд в тот год", page)
    assert {difference.kind for difference in got.differences} == {DifferenceKind.NAME}


def test_a_unit_that_counts_nothing_is_a_word() -> None:
    page = prepare(Text("They spoke of the hours of work that were lost." + TAIL["en"]))
    got = compare("They spoke of the minutes of work that were lost", page)
    assert [(one.kind, one.quoted) for one in got.differences] == [(DifferenceKind.WORD, "minutes")]
    page = prepare(Text("Закон приняли в том году, см. т. 1905 собрания законов этого города." + TAIL["ru"]))
    got = compare("Закон приняли в том году, см. г. 1905 собрания законов этого города", page)
    assert DifferenceKind.NUMBER not in {one.kind for one in got.differences}


@pytest.mark.parametrize("bar", ["/", "&frasl;"])
def test_a_fraction_of_raised_and_lowered_figures_is_no_other_number(bar: str) -> None:
    tax = f"The tax of 3<sup>1</sup>{bar}<sub>2</sub> per cent was paid in kind."
    source = f"<html lang=en><body><p>{tax}{TAIL['en']}</p>"
    page = prepare(read_page(source.encode(), "text/html; charset=utf-8", "https://a.example/"))
    same = compare("The tax of 3½ per cent was paid in kind", page)
    assert same.verdict in (Verdict.VERBATIM, Verdict.NEAR), same.differences
    assert compare("The tax of 3¼ per cent was paid in kind", page).verdict is Verdict.ALTERED
