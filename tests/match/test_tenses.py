"""When a page says that it happened, a quotation that it will happen, or would, is none of it."""

from __future__ import annotations

from itertools import permutations

import pytest

from citecheck.match.crosslingual.tense_forms import COMES, form_says
from tests.match.alike_words import differences_of

DONE = {
    "en": [
        "The museum sold the picture.",
        "The museum has sold the picture.",
        "The picture was sold by the museum.",
    ],
    "fr": [
        "Le musée a vendu le tableau.",
        "Le musée vendit le tableau.",
        "Le tableau fut vendu par le musée.",
        "Le tableau s'est vendu au musée.",
    ],
    "de": [
        "Das Museum verkaufte das Bild.",
        "Das Museum hat das Bild verkauft.",
        "Das Bild wurde vom Museum verkauft.",
    ],
    "ru": ["Музей продал картину.", "Картина была продана музеем."],
    "uk": ["Музей продав картину.", "Картину було продано музеєм."],
    "be": ["Музей прадаў карціну.", "Карціна была прададзена музеем."],
    "pl": ["Muzeum sprzedało obraz.", "Obraz został sprzedany przez muzeum."],
    "es": ["El museo vendió el cuadro.", "El museo ha vendido el cuadro."],
    "it": ["Il museo ha venduto il quadro."],
}
AHEAD = {
    "en": [
        "The museum will sell the picture.",
        "The museum is going to sell the picture.",
        "The museum is about to sell the picture.",
        "The picture is to be sold by the museum.",
    ],
    "fr": [
        "Le musée vendra le tableau.",
        "Le musée va vendre le tableau.",
        "Le musée est sur le point de vendre le tableau.",
        "Le tableau sera vendu par le musée.",
    ],
    "de": [
        "Das Museum wird das Bild verkaufen.",
        "Das Bild soll vom Museum verkauft werden.",
        "Das Bild wird vom Museum verkauft werden.",
    ],
    "ru": ["Музей продаст картину.", "Музей будет продавать картину.", "Картина будет продана музеем."],
    "uk": ["Музей продасть картину.", "Музей продаватиме картину.", "Картину буде продано музеєм."],
    "be": ["Музей прадасць карціну.", "Музей будзе прадаваць карціну."],
    "pl": [
        "Muzeum sprzeda obraz.",
        "Muzeum będzie sprzedawać obraz.",
        "Muzeum ma sprzedać obraz.",
        "Obraz zostanie sprzedany przez muzeum.",
    ],
    "es": ["El museo venderá el cuadro.", "El museo va a vender el cuadro."],
    "it": ["Il museo venderà il quadro.", "Il museo sta per vendere il quadro."],
}
UNREAL = {
    "fr": ["Le musée vendrait le tableau."],
    "es": ["El museo vendería el cuadro."],
    "it": ["Il museo venderebbe il quadro."],
    "pl": ["Muzeum sprzedałoby obraz."],
}
PAIRS = list(permutations(DONE, 2))


def of_verbs(ours: str, theirs: str, quoted: str, language: str) -> list[tuple[str, str]]:
    return differences_of(ours, theirs, quoted=quoted, language=language)


@pytest.mark.parametrize(("quoted", "language"), PAIRS)
def test_done_is_not_to_come(quoted: str, language: str) -> None:
    for done in DONE[quoted]:
        for ahead in AHEAD[language]:
            assert of_verbs(done, ahead, quoted, language) != [], (done, ahead)


@pytest.mark.parametrize(("quoted", "language"), PAIRS)
def test_to_come_is_not_done(quoted: str, language: str) -> None:
    for ahead in AHEAD[quoted]:
        for done in DONE[language]:
            assert of_verbs(ahead, done, quoted, language) != [], (ahead, done)


@pytest.mark.parametrize(("quoted", "language"), PAIRS)
def test_what_only_would_be_is_not_done(quoted: str, language: str) -> None:
    for done in DONE[quoted]:
        for unreal in UNREAL.get(language, ()):
            assert of_verbs(done, unreal, quoted, language) != [], (done, unreal)


@pytest.mark.parametrize(("quoted", "language"), PAIRS)
def test_the_same_time_said_otherwise_is_the_same(quoted: str, language: str) -> None:
    for said in (DONE, AHEAD):
        for one in said[quoted]:
            for other in said[language]:
                assert of_verbs(one, other, quoted, language) == [], (one, other)


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "said"),
    [
        # irregular forms of either side
        ("en", "The king gave the city a library.", "it", "Il re darà alla città una biblioteca."),
        ("en", "The village became a port.", "pl", "Wieś stanie się portem."),
        ("de", "Der Rat nahm den Vorschlag an.", "en", "The council will accept the proposal."),
        ("de", "Die Armee verlor die Schlacht.", "es", "El ejército perderá la batalla."),
        ("es", "La fábrica produjo tractores.", "uk", "Завод вироблятиме трактори."),
        ("it", "La scuola scelse un direttore.", "ru", "Школа выберет директора."),
        ("fr", "Les ouvriers reçurent une prime.", "de", "Die Arbeiter werden eine Prämie bekommen."),
        ("uk", "Учені знайдуть золото.", "fr", "Les savants ont trouvé de l'or."),
        ("de", "Der Verein kaufte das Stadion.", "fr", "Le club s'apprête à acheter le stade."),
    ],
)
def test_irregular_forms_are_known(quoted: str, quotation: str, language: str, said: str) -> None:
    assert of_verbs(quotation, said, quoted, language) != []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "said"),
    [
        ("en", "The port was the largest on the lake.", "fr", "Le port est le plus grand du lac."),
        ("pl", "Wieś jest stolicą doliny.", "be", "Вёска была сталіцай даліны."),
        ("it", "L'isola era famosa per il vino.", "de", "Die Insel ist für ihren Wein bekannt."),
        ("uk", "Фабрика випускає тканини.", "fr", "La fabrique produisait des tissus."),
        ("ru", "Замок принадлежит банку.", "es", "El castillo pertenecía al banco."),
        ("en", "The island used to export wine.", "ru", "Остров экспортирует вино."),
        ("pl", "Fabryka produkowała meble.", "uk", "Фабрика виробляє меблі."),
    ],
)
def test_what_was_so_is_not_what_is_so(quoted: str, quotation: str, language: str, said: str) -> None:
    assert of_verbs(quotation, said, quoted, language) != []
    assert of_verbs(said, quotation, language, quoted) != []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "said"),
    [
        # what was so when somebody said so
        ("en", "He said that the port was large.", "ru", "Он сказал, что порт является крупным."),
        (
            "fr",
            "Il a dit que le château appartenait à la banque.",
            "pl",
            "Powiedział, że zamek należy do banku.",
        ),
        # what has been, said in an *is*
        ("en", "The bank was second.", "it", "La banca è stata seconda."),
        ("de", "Das Museum ist eröffnet.", "ru", "Музей был открыт."),
        # what happened, told in the present
        ("en", "The army took the city.", "ru", "Армия берёт город."),
        # history told in the present
        ("en", "In 1831 the army took the city.", "fr", "En 1831, l'armée prend la ville."),
        ("it", "Nel 1410 l'esercito attraversa il fiume.", "ru", "В 1410 году армия перешла реку."),
        # what was to come when somebody said so
        (
            "en",
            "The minister said he would open a school.",
            "ru",
            "Министр сказал, что откроет школу.",
        ),
        # what has been so and is so
        ("en", "The smith has lived in the village since 1998.", "de", "Der Schmied lebt seit 1998 im Dorf."),
        # a verb that has a prefix in form only, and goes on
        ("en", "The success depends on the price.", "ru", "Успех зависит от цены."),
        ("en", "The house belonged to the bank.", "pl", "Dom należy do banku."),
        # an infinitive, which Belarusian writes as what is to come
        ("en", "The mayor allowed them to sell the house.", "be", "Мэр дазволіў ім прадаць дом."),
        # a participle is no *she* who will do it
        ("en", "The bridge was damaged by the storm.", "pl", "Most został uszkodzony przez burzę."),
    ],
)
def test_what_tells_no_other_time_is_no_difference(
    quoted: str, quotation: str, language: str, said: str
) -> None:
    told = [one for one in of_verbs(quotation, said, quoted, language) if all(one)]
    assert told == []


@pytest.mark.parametrize(
    ("code", "once", "on"),
    [
        (
            "ru",
            "построит купит даст придут откроется возьмет",
            "строит зависит открывает стоит приходят ответ",
        ),
        ("uk", "збудує купить дасть прийде відкриється візьме", "будує належить відкриває знає подобається"),
        ("be", "пабудуе купіць дасць прыйдзе адкрыецца возьме", "будуе належыць адкрывае навучанне"),
        (
            "pl",
            "zbuduje kupi da przyjdzie otworzy weźmie znajdą",
            "buduje należy otwiera sprzedaje powodzenie",
        ),
    ],
)
def test_verbs_that_are_done_once_are_told_from_those_that_go_on(code: str, once: str, on: str) -> None:
    assert [word for word in once.split() if form_says(word, code) != COMES] == []
    assert [word for word in on.split() if form_says(word, code) == COMES] == []
