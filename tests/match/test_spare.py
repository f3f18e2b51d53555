"""What translations say in other words without saying anything else, and what seems to change places."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.rules import rules_for
from tests.match.test_denied import denied
from tests.match.test_implied import Sentence, differences

LOW = 0.1
TURNED = ("from Hiszpanii", "odzyskał")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("be", "мэр абяцае школу, але не кажа дзе"), ("fr", "Le maire promet une école sans dire où.")),
        (("fr", "une tour vide depuis la guerre"), ("pl", "Pusta od wojny wieża.")),
        (("en", "an empty tower since the war"), ("it", "Una torre vuota dalla guerra.")),
        (("fr", "il n'a pas fait une seule faute"), ("ru", "Он не сделал ни одной ошибки.")),
        (("fr", "elle a lu un seul livre"), ("pl", "Przeczytała jedną książkę.")),
        (("fr", "le livre sans un seul mot"), ("be", "Кніга без ніводнага слова.")),
        (("fr", "ils n'ont pas reçu le moindre rouble"), ("ru", "Они не получили ни рубля.")),
        (("fr", "le prix passera de 8 à 10 hryvnias"), ("uk", "Ціна подорожчає з 8 до 10 гривень.")),
        (("fr", "la ville est vide car l'usine a fermé"), ("ru", "Город опустел: завод закрыли.")),
        (("fr", "une quarantaine a été instaurée"), ("ru", "Введён карантин.")),
        (("pl", "co trzeci emeryt"), ("uk", "Кожний третій пенсіонер.")),
        (("fr", "l'usine fermée en 2009"), ("ru", "Завод, закрытый в 2009 году.")),
        (("fr", "une récolte plus riche que l'an dernier"), ("uk", "Урожай багатший, ніж торік.")),
        (("be", "сёлета школа пустая"), ("fr", "L'école est vide cette année.")),
        (("fr", "la décision du tribunal a surpris"), ("ru", "Решение суда удивило.")),
        (("it", "sul pianeta potrebbe esserci acqua"), ("de", "Auf dem Planeten könnte Wasser sein.")),
        (
            ("de", "ein Drittel mehr als vor zehn Jahren"),
            ("pl", "O jedną trzecią więcej niż dziesięć lat temu."),
        ),
    ],
)
def test_what_is_said_otherwise_leaves_nothing_over(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "une tour vide depuis la guerre"), ("pl", "Pusta do wojny wieża.")),
        (("en", "the tower stood empty since the war"), ("it", "La torre era vuota prima della guerra.")),
        (("fr", "elle a lu un seul livre"), ("pl", "Przeczytała książki.")),
        (("fr", "le prix passera de 8 à 10 hryvnias"), ("uk", "Ціна подешевшає з 8 до 10 гривень.")),
        (("fr", "la hausse touche 3 villes et 5 villages"), ("ru", "Это касается 3 городов и 5 деревень.")),
        (("fr", "ils n'ont pas relevé le salaire minimum"), ("ru", "Они не повысили зарплату.")),
        (("en", "Nobody answered the letter."), ("ru", "Он не ответил на письмо.")),
        (("fr", "parce que la ville est pauvre"), ("ru", "Город беден. Примечание: лето.")),
        (("fr", "une tour vide depuis le ministre"), ("ru", "Пустая башня с министром.")),
        (("fr", "la ville est vide car l'usine a fermé"), ("ru", "Город опустел, хотя завод открыли.")),
        (
            ("de", "ein Drittel mehr als vor zehn Jahren"),
            ("pl", "O dwie trzecie więcej niż dziesięć lat temu."),
        ),
    ],
)
def test_what_says_something_else_is_left_over(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            ("uk", "Збитки відшкодувала держава, а не колишні власники банку."),
            ("en", "The state, and not the bank's former owners, made good the losses."),
        ),
        (
            ("be", "Суд прызнаў забастоўку незаконнай праз два дні пасля яе пачатку."),
            ("pl", "Dwa dni po rozpoczęciu strajku sąd uznał go za nielegalny."),
        ),
        (
            ("uk", "Із понад двохсот її книг надруковано лише сорок."),
            ("en", "Only forty of her more than two hundred books were printed."),
        ),
        (
            ("fr", "Les observateurs n'ont relevé aucune violation grave."),
            ("ru", "Серьёзных нарушений наблюдатели не зафиксировали."),
        ),
        (
            ("de", "Die Kinder in den Kantinen von Lubno bekommen einmal in der Woche Fleisch."),
            ("fr", "Les cantines de Lubno servent aux enfants de la viande une fois par semaine."),
        ),
        (
            ("it", "un livello al 14 per cento che non si vedeva dalla siccità"),
            ("es", "Está al 14 por ciento, un nivel que no se veía desde la sequía."),
        ),
        (("fr", "Ce n'est pas la pluie, c'est le prix."), ("pl", "To nie deszcz, lecz cena.")),
        (("pl", "pociąg od producenta z Hiszpanii"), ("de", "Ein Zug von einem Hersteller in Spanien.")),
        (
            ("pl", "Żaden z hoteli na wybrzeżu nie odzyskał gości."),
            ("es", "Ninguno de los hoteles de la costa ha recuperado huéspedes."),
        ),
    ],
)
def test_another_order_of_words_is_no_other_statement(ours: Sentence, theirs: Sentence) -> None:
    assert [pair for pair in differences(ours, theirs, LOW) if "…" in pair[0] or pair[0] in TURNED] == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("uk", "Власники обікрали банк."), ("en", "The bank robbed the owners.")),
        (
            ("en", "It isn't the hail that frightens us, it's the price of bread."),
            ("it", "È la grandine a farci paura, non il prezzo del pane."),
        ),
        (("fr", "Ce n'est pas la pluie, c'est le prix."), ("pl", "To deszcz, nie cena.")),
        (("pl", "producent wrócił z Hiszpanii"), ("de", "Der Hersteller kehrte nach Spanien zurück.")),
        (
            ("en", "imported catalysts replaced home products"),
            ("fr", "Les catalyseurs nationaux ont remplacé les produits importés."),
        ),
        (
            ("pl", "Żaden z hoteli nie odzyskał gości."),
            ("es", "Los hoteles que ninguno visita han recuperado huéspedes, no clientes."),
        ),
    ],
)
def test_exchanged_places_are_still_seen(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW)


@pytest.mark.parametrize(
    ("ours", "quotation", "theirs", "sentence"),
    [
        (
            "fr",
            "Ils craignent que la grêle ne détruise la récolte.",
            "it",
            "Temono che la grandine distrugga.",
        ),
        ("ru", "Они боятся, как бы град не уничтожил урожай.", "en", "They fear the hail will destroy it."),
        (
            "be",
            "Загадаў не адступаць, хоць не было патронаў.",
            "it",
            "Ordinò di non ritirarsi, senza cartucce.",
        ),
    ],
)
def test_what_is_feared_and_what_is_lacking(ours: str, quotation: str, theirs: str, sentence: str) -> None:
    assert denied(ours, quotation, theirs, sentence) == []
    assert denied(theirs, sentence, ours, quotation) == []


def test_a_part_of_a_whole_is_a_number_and_an_ordinal() -> None:
    def part(text: str, code: str) -> frozenset[str]:
        return terms_of(text, rules_for(code)).fractions

    assert part("dwie trzecie mieszkańców", "pl") == part("дзве траціны жыхароў", "be") == {"2/3"}
    assert part("три пятых жителей", "ru") == part("три п'ятих мешканців", "uk") == {"3/5"}
    assert part("два десятка жителей", "ru") == part("пятая книга", "ru") == frozenset()


def test_what_is_feared_not_to_happen_is_denied() -> None:
    feared = "Ils craignent que le train n'arrive pas."
    assert denied("fr", feared, "en", "They fear that the train will arrive.") == ["lost"]


def test_a_name_that_begins_like_an_action_is_none() -> None:
    ours = ("en", "What if the mayor fires Marta Rosenstein, the judge?")
    assert differences(ours, ("be", "Што, калі мэр звольніць Марту Розенштэйн, суддзю?"), LOW) == []
    assert differences(ours, ("be", "Што, калі мэр павысіць Марту Розенштэйн, суддзю?"), LOW)
