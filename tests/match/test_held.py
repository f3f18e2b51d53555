"""How a page holds what a quotation in another language states: as hearsay, perhaps, nearly, but for an
exception, under a condition, as somebody's wish. Such a page does not say what is quoted."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from citecheck.match.crosslingual.holding import ways_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from tests.match.alike_words import differences_of

ROOF = {
    "en": "The monks repaired the roof of the chapel.",
    "fr": "Les moines ont réparé le toit de la chapelle.",
    "de": "Die Mönche reparierten das Dach der Kapelle.",
    "ru": "Монахи отремонтировали крышу часовни.",
    "it": "I monaci hanno riparato il tetto della cappella.",
}
HEARSAY = [
    ("en", "The monks allegedly repaired the roof of the chapel."),
    ("fr", "Les moines auraient réparé le toit de la chapelle."),
    ("de", "Die Mönche haben angeblich das Dach der Kapelle repariert."),
    ("de", "Die Mönche sollen im vergangenen Jahr das alte Dach der Kapelle repariert haben."),
    ("ru", "Монахи якобы отремонтировали крышу часовни."),
    ("uk", "Ченці нібито відремонтували дах каплиці."),
    ("be", "Манахі быццам бы адрамантавалі дах капліцы."),
    ("pl", "Mnisi rzekomo naprawili dach kaplicy."),
    ("es", "Los monjes supuestamente repararon el techo de la capilla."),
    ("it", "A quanto si dice, i monaci hanno riparato il tetto della cappella."),
]
DOUBT = [
    ("en", "Perhaps the monks repaired the roof of the chapel."),
    ("fr", "Les moines ont peut-être réparé le toit de la chapelle."),
    ("de", "Vermutlich reparierten die Mönche das Dach der Kapelle."),
    ("ru", "Монахи, видимо, отремонтировали крышу часовни."),
    ("uk", "Ченці, мабуть, відремонтували дах каплиці."),
    ("be", "Магчыма, манахі адрамантавалі дах капліцы."),
    ("pl", "Mnisi prawdopodobnie naprawili dach kaplicy."),
    ("es", "Quizá los monjes repararon el techo de la capilla."),
    ("it", "Forse i monaci hanno riparato il tetto della cappella."),
    ("ru", "Монахи отремонтировали бы крышу часовни."),
    ("pl", "Mnisi naprawiliby dach kaplicy."),
]
NEARLY = [
    ("en", "The monks almost repaired the roof of the chapel."),
    ("fr", "Les moines ont presque réparé le toit de la chapelle."),
    ("ru", "Монахи почти отремонтировали крышу часовни."),
    ("uk", "Ченці частково відремонтували дах каплиці."),
    ("pl", "Mnisi prawie naprawili dach kaplicy."),
    ("it", "I monaci hanno quasi riparato il tetto della cappella."),
]
WISHED = [
    ("en", "The monks wanted to repair the roof of the chapel."),
    ("fr", "Les moines voulaient réparer le toit de la chapelle."),
    ("de", "Die Mönche wollten das Dach der Kapelle reparieren."),
    ("ru", "Монахи собирались отремонтировать крышу часовни."),
    ("uk", "Ченці планували відремонтувати дах каплиці."),
    ("pl", "Mnisi obiecali naprawić dach kaplicy."),
    ("es", "Los monjes intentaron reparar el techo de la capilla."),
]
ON_PAPER = [
    ("en", "On paper, the monks repaired the roof of the chapel."),
    ("ru", "Монахи отремонтировали крышу часовни лишь на бумаге."),
    ("de", "Die Mönche reparierten das Dach der Kapelle nur, wenn das Dorf die Ziegel bezahlte."),
    ("fr", "Les moines ont réparé le toit de la chapelle, à condition que le village paie les tuiles."),
]


@pytest.mark.parametrize(("language", "page"), HEARSAY + DOUBT + NEARLY + WISHED + ON_PAPER)
def test_what_a_page_leaves_open_is_not_what_a_quotation_states(language: str, page: str) -> None:
    quoted = next(code for code in ("fr", "ru", "en") if code != language)
    assert differences_of(ROOF[quoted], page, language=language, quoted=quoted)


@pytest.mark.parametrize("quoted", ROOF)
def test_a_plain_statement_is_the_same_statement(quoted: str) -> None:
    for language in ROOF.keys() - {quoted}:
        assert differences_of(ROOF[quoted], ROOF[language], language=language, quoted=quoted) == []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "page"),
    [
        ("de", "Angeblich haben die Mönche das Dach repariert.", "fr", "Les moines auraient réparé le toit."),
        ("ru", "Монахи, возможно, отремонтировали крышу.", "en", "The monks may have repaired the roof."),
        ("pl", "Mnisi prawie naprawili dach.", "uk", "Ченці майже відремонтували дах."),
        (
            "es", "Todos los monjes, salvo dos, repararon el techo.",
            "ru", "Все монахи, кроме двух, отремонтировали крышу.",
        ),
        (
            "en", "Besides the monks, the peasants repaired the roof.",
            "ru", "Кроме монахов, крышу отремонтировали крестьяне.",
        ),
        ("en", "The monks wanted to repair the roof.", "it", "I monaci volevano riparare il tetto."),
        (
            "it", "Se il villaggio paga, i monaci riparano il tetto.",
            "ru", "Если деревня платит, монахи ремонтируют крышу.",
        ),
        ("fr", "L'ancien abbé a réparé le toit.", "uk", "Колишній абат відремонтував дах."),
    ],
)  # fmt: skip
def test_the_same_may_be_said_by_other_means(quoted: str, quotation: str, language: str, page: str) -> None:
    assert differences_of(quotation, page, language=language, quoted=quoted) == []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "page"),
    [
        # a fragment that states nothing may be said of what is planned or doubted
        ("fr", "réparer le toit de la chapelle", "ru", "Монахи планировали отремонтировать крышу часовни."),
        ("en", "the repair of the roof", "pl", "Mnisi prawdopodobnie chcą naprawy dachu."),
        # the word is there and means something else, or is said of something else
        ("en", "The pupils ate fast food.", "de", "Die Schüler aßen Fast Food."),
        ("fr", "Les moines ont réparé le toit.", "ru", "Кроме того, монахи отремонтировали крышу."),
        ("de", "Die Mönche sind in Sicherheit.", "es", "Los monjes están a salvo."),
    ],
)  # fmt: skip
def test_what_is_not_said_of_a_statement_is_no_difference(
    quoted: str, quotation: str, language: str, page: str
) -> None:
    assert differences_of(quotation, page, language=language, quoted=quoted) == []


@pytest.mark.parametrize(
    ("language", "page"),
    [
        ("ru", "Все монахи, кроме двух, отремонтировали крышу."),
        ("fr", "À l'exception de deux, tous les moines ont réparé le toit."),
        ("de", "Bis auf zwei reparierten alle Mönche das Dach."),
        ("uk", "Усі ченці, за винятком двох, відремонтували дах."),
        ("es", "Todos los monjes repararon el techo, salvo dos."),
    ],
)
def test_an_exception_is_told(language: str, page: str) -> None:
    assert differences_of("All the monks repaired the roof.", page, language=language, quoted="en")


@pytest.mark.parametrize(
    ("language", "page"),
    [
        ("en", "Did the monks repair the roof of the chapel?"),
        ("de", "Haben die Mönche das Dach der Kapelle repariert?"),
        ("es", "¿Repararon los monjes el techo de la capilla?"),
        ("ru", "Отремонтировали ли монахи крышу часовни?"),
        ("en", "In the novel the monks repaired the roof of the chapel."),
        ("de", "Einer alten Sage zufolge reparierten die Mönche das Dach der Kapelle."),
        ("uk", "За легендою, ченці відремонтували дах каплиці."),
        ("ru", "Настоятель опроверг, что монахи отремонтировали крышу часовни."),
        ("pl", "Nieprawdą jest, że mnisi naprawili dach kaplicy."),
        ("it", "I rivali dei monaci hanno riparato il tetto della cappella."),
        ("ru", "Братья монахов отремонтировали крышу часовни."),
        ("en", "The monks' rivals repaired the roof of the chapel."),
        ("de", "Die Mönche mussten das Dach der Kapelle reparieren."),
    ],
)
def test_a_page_that_asks_tells_or_denies_it_does_not_state_it(language: str, page: str) -> None:
    quoted = next(code for code in ("fr", "ru", "en") if code != language)
    assert differences_of(ROOF[quoted], page, language=language, quoted=quoted)


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "page"),
    [
        ("ru", "Самый большой завод закрыт.", "de", "Eine der größten Fabriken ist geschlossen."),
        ("fr", "Les deux moines sont morts.", "ru", "Один из двух монахов умер."),
        ("en", "Half of the harvest was lost.", "fr", "Plus de la moitié de la récolte fut perdue."),
        ("de", "Die Preise stiegen geringfügig.", "uk", "Ціни зросли."),
    ],
)  # fmt: skip
def test_how_many_and_how_much_is_told(quoted: str, quotation: str, language: str, page: str) -> None:
    assert differences_of(quotation, page, language=language, quoted=quoted)


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "page"),
    [
        ("en", "Why did the monks repair the roof?", "fr", "Pourquoi les moines ont-ils réparé le toit ?"),
        ("fr", "Un moine a réparé le toit.", "ru", "Один из монахов отремонтировал крышу."),
        ("ru", "По легенде, монахи спят.", "en", "Legend has it that the monks sleep."),
        ("es", "La viuda del abad reparó el techo.", "uk", "Вдова абата відремонтувала дах."),
    ],
)  # fmt: skip
def test_a_question_a_tale_or_one_of_them_may_be_meant(
    quoted: str, quotation: str, language: str, page: str
) -> None:
    assert differences_of(quotation, page, language=language, quoted=quoted) == []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "page"),
    [
        ("fr", "Le conseil a promis de vendre le moulin.", "ru", "Совет отказался продать мельницу."),
        ("uk", "Профспілки вимагають переговорів.", "fr", "Les syndicats refusent les négociations."),
        ("en", "They decided to build a school.", "ru", "Они решили отказаться от строительства школы."),
    ],
)
def test_another_wish_is_not_the_same_wish(quoted: str, quotation: str, language: str, page: str) -> None:
    assert differences_of(quotation, page, language=language, quoted=quoted)


def test_who_was_something_once_is_not_what_he_was() -> None:
    assert differences_of("Le ministre a signé la loi.", "Бывший министр подписал закон.", language="ru")
    assert differences_of(
        "L'ancien ministre a signé la loi.", "Der Minister unterschrieb das Gesetz.", language="de"
    )


def test_a_quotation_may_doubt_what_its_page_states() -> None:
    assert differences_of("Die Mönche hätten das Dach repariert.", ROOF["en"], language="en", quoted="de")


@pytest.mark.parametrize("code", ["en", "fr", "de", "ru", "uk", "be", "pl", "es", "it"])
def test_each_phrase_of_the_table_is_found(code: str) -> None:
    source = files("citecheck.match").joinpath("data", "held.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in source.splitlines()]
    settled = {"beyond": "apart"}
    for row in rows:
        for phrase in row["said"].get(code, []):
            bare = phrase.removesuffix(",").replace("…", "x").replace("*", "x")
            text = f"yy, {bare}, zz" if phrase.endswith(",") else f"yy {bare} zz"
            found = {one.way for one in ways_of(wording_of(text, rules_for(code)), code)}
            lost = not found & {row["way"], settled.get(row["way"], "")} and row["way"] != "harmless"
            assert not lost, (row["way"], phrase)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("pl", "Dom miał pięć pokoi i własną sieć wodną."),
        ("it", "La popolazione crebbe e il mugnaio se ne andò."),
        ("de", "Der Bote nahm den Preis kurz vor der Wahl entgegen."),
        ("de", "Die Würde der Arbeiter stieg bis auf den Gipfel."),
        ("de", "Alle Aufzüge sind außer Betrieb."),
        ("de", "Jede Schule soll einen Garten haben."),
        ("en", "The city provided shelter and managed to save two children."),
        ("en", "The new bridge is twice as long as the old bridge."),
        ("en", "Every house must have a chimney."),
        ("ru", "Каждый ученик прочитал хотя бы одну книгу, а мост стоит по-прежнему."),
        ("es", "La fuente está a menos de dos kilómetros y se parece a un pozo."),
        ("fr", "Le journal il paraît chaque semaine et encadrait les élèves."),
        ("uk", "Експеримент учених удався."),
    ],
)
def test_everyday_words_hold_nothing_otherwise(code: str, sentence: str) -> None:
    found = {one.way for one in ways_of(wording_of(sentence, rules_for(code)), code) if one.said}
    assert found <= {"total", "besides", "harmless", "most", "both", "intended", "future"}


def test_a_verb_in_the_present_is_no_past() -> None:
    page = "I contadini coltivano il grano nella valle."
    assert differences_of("Селяни вирощують пшеницю в долині.", page, language="it", quoted="uk") == []
