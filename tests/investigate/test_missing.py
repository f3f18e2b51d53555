"""Words that say a page is not there, and words that only talk about it."""

from __future__ import annotations

import time

import pytest

from citecheck.investigate.folding import key_of, without_quoted
from citecheck.investigate.missing import (
    apologies,
    languages,
    read_heading,
    read_title,
    says_missing,
    shows_code,
    speaks_of_request,
)
from citecheck.investigate.page import Page
from citecheck.investigate.rules import rules
from citecheck.model import Capture, Seen, Text
from tests.investigate.evidence import WHEN

SAY_SO = [
    "404",
    "Not Found",
    "Error 404: Page not found",
    "Oops! That page can’t be found.",
    "The page you are looking for doesn't exist or has been moved",
    "La page que vous avez demandée est introuvable",
    "Diese Seite existiert leider nicht mehr",
    "La página solicitada no existe",
    "La pagina richiesta non è stata trovata",
    "A página que procura não foi encontrada",
    "De opgevraagde pagina bestaat niet",
    "К сожалению, такой страницы не существует",
    "Сторінку, яку ви шукаєте, не знайдено",
    "Старонка, якую вы шукаеце, не знойдзена",
    "Strona, której szukasz, nie istnieje",
    "Požadovaná stránka nebyla nalezena",
    "Sidan du söker finns inte",
    "Sivua ei löytynyt",
    "Aradığınız sayfa bulunamadı",
    "ページが見つかりません",
    "您访问的页面不存在",
    "요청하신 페이지를 찾을 수 없습니다",
    "الصفحة التي تبحث عنها غير موجودة",
    "הדף שחיפשת לא נמצא",
]
TALK_ABOUT_IT = [
    "Page not found: why the web forgets",
    "404 ways to cook an egg",
    "Lost and Found",
    "The document that could not be found in the royal library",
    "Missing pages in the parish register",
    "Why error pages matter",
    "Un document introuvable refait surface à Lyon",
    "Das Dokument, das es nicht gibt: eine Spurensuche",
    "Страница истории, которой нет в учебниках",
    "No se encuentra agua en el pozo del pueblo",
    "Room 404",
    "",
    "   ",
]


@pytest.mark.parametrize("text", SAY_SO)
def test_statements(text: str) -> None:
    assert says_missing(text)
    assert read_title(f"{text} | Example Site").anchored
    assert read_title(text).whole


@pytest.mark.parametrize("text", TALK_ABOUT_IT)
def test_subjects(text: str) -> None:
    assert not says_missing(text)
    assert not read_title(text).anchored
    assert not read_heading(text).anchored


def test_before_a_colon_only_the_sites_name_may_stand() -> None:
    assert read_title("Example Times: Page not found", "www.example-times.example").anchored
    assert not read_title("Minister: document does not exist", "www.example-times.example").anchored


def test_an_apology_is_a_whole_sentence() -> None:
    said = "Sorry, the page you requested could not be found."
    assert next(apologies(["Home", "News", f"{said} Try the search."])) == said.rstrip(".")
    assert not list(apologies(["He said that the page on floods could not be found in any copy of it."]))
    assert not list(apologies(["Not found"]))


def test_under_a_title_that_says_so_more_may_stand_beside_it() -> None:
    said = "This page does not exist, or moved to some other place long ago"
    assert not list(apologies([said]))
    assert list(apologies([said], backed=True)) == [said] * 2


@pytest.mark.parametrize(
    ("heading", "stated"),
    [
        ("Oisann! Denne siden finnes ikke", True),
        ("Ωχ! Αυτή η σελίδα δεν βρέθηκε.", True),
        ("Дело № 404. Страница не найдена", False),
        ("Lost at sea. A page not found", False),
    ],
)
def test_an_exclamation_may_stand_before_the_statement(heading: str, stated: bool) -> None:
    assert read_heading(heading).anchored is stated


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("404", True),
        ("Error 404", True),
        ("HATA 404", True),
        ("Section 404 permits", False),
        ("404 km", False),
    ],
)
def test_a_code_on_a_line_of_its_own(line: str, code: bool) -> None:
    assert shows_code(["Home", line]) is code


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The topic you requested does not exist", True),
        ("Запрашиваемая страница не найдена", True),
        ("お探しのページは見つかりません", True),
        ("Dieser Artikel ist derzeit nicht verfügbar", False),
        ("This tender is no longer available", False),
    ],
)
def test_a_sentence_about_what_its_reader_asked_for(sentence: str, asked: bool) -> None:
    assert speaks_of_request(sentence) is asked


def test_each_language_stands_in_one_row() -> None:
    codes = [language.code for language in languages()]
    assert len(codes) == len(set(codes)) >= 25


def test_each_rule_has_a_source_and_a_reason() -> None:
    assert len({rule.id for rule in rules()}) == len(rules())
    for rule in rules():
        assert rule.source
        assert rule.reason.endswith(".")


def test_quoted_words_are_not_the_pages_own() -> None:
    for quoted in (
        "“For sale”: x",
        "„For sale“: x",
        "«For sale»: x",
        "‘For sale’: x",
        '"For sale": x',
        "”For sale”: x",
    ):
        assert "sale" not in without_quoted(quoted)
    assert key_of("  Just a moment...") == "just a moment"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        "ab" * 25_000,
        "not found " * 5_000,
        "“" * 50_000,
        "a " * 25_000,
        "404\n" * 12_500,
        "<h1" * 17_000,
    ],
    ids=["brackets", "letters", "phrases", "quotation-marks", "words", "lines", "tags"],
)
def test_time_is_linear_in_the_page(text: str) -> None:
    capture = Capture("https://a.example/x", "https://a.example/x", 200, WHEN, (), text.encode())
    began = time.process_time()
    page = Page("https://a.example/x", capture, Seen(capture, Text(text)))
    assert isinstance(page.title, str)
    assert page.prose >= 0
    read_title(text)
    list(apologies([text]))
    for rule in rules():
        rule.holds(page)
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize(
    "sentence",
    [
        "Ungültige Adresse",
        "Ссылка недействительна",
        "Адрас недаступны",
        "Strona niedostępna",
        "Enlace inválido",
    ],
)
def test_a_word_alone_says_so_whatever_its_ending(sentence: str) -> None:
    assert says_missing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Diese Stellenanzeige ist leider nicht mehr online",
        "It seems we can’t find what you’re looking for",
        "Dit krantenartikel bestaat niet meer",
    ],
)
def test_the_page_may_be_called_by_a_compound_or_by_what_was_asked(sentence: str) -> None:
    assert says_missing(sentence, loosely=True)


def test_a_thing_that_is_not_available_was_not_asked_for() -> None:
    assert not speaks_of_request("Sorry, this product is no longer available")


@pytest.mark.parametrize(
    "line",
    [
        "Der von Ihnen gewünschte Inhalt ist nicht mehr verfügbar oder wurde in den Keller gebracht",
        "This message can have a reason: the page requested does not exist anymore, or a sailor took it",
    ],
)
def test_the_first_of_several_causes_is_enough(line: str) -> None:
    assert list(apologies([line]))
