"""The closed class: what ties, limits and compares, however put, and one of them for another."""

from __future__ import annotations

import json
from functools import partial
from importlib.resources import files

import pytest

from citecheck.match.crosslingual.equivalents import LANGUAGES
from citecheck.match.crosslingual.relations import relations
from tests.match.test_implied import Sentence
from tests.match.test_implied import differences as said_differently

differences = partial(said_differently, like=0.5)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("es", "la empresa está a punto de vender el barco"), ("uk", "Компанія от-от продасть корабель.")),
        (
            ("it", "la nave in questione appartiene alla banca"),
            ("ru", "Корабль, о котором идёт речь, принадлежит банку."),
        ),
        (("pl", "w przeciwnym razie straci pracę"), ("fr", "Faute de quoi il perdra son travail.")),
        (("fr", "un certain nombre de villes ont refusé"), ("uk", "Низка міст відмовилася.")),
        (
            ("de", "die Zahl der Kinder, insbesondere der kranken"),
            ("be", "Колькасць дзяцей, найперш хворых."),
        ),
        (
            ("be", "закон ахоўвае дзяцей без грамадзянства"),
            ("de", "Das Gesetz schützt staatenlose Kinder."),
        ),
        (("fr", "un réseau sans fil"), ("uk", "Бездротова мережа.")),
        (("it", "i giovani senza lavoro"), ("ru", "Безработная молодёжь.")),
        (
            ("en", "the council meets every other week"),
            ("it", "Il consiglio si riunisce ogni due settimane."),
        ),
        (("fr", "la route est deux fois plus longue"), ("de", "Die Straße ist doppelt so lang.")),
        (("be", "рабочых удвая менш"), ("es", "La mitad de obreros.")),
    ],
)
def test_what_ties_meets_in_whichever_words(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs) == []
    assert differences(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "le prix du pain est plus bas"), ("uk", "Ціна на хліб нижча.")),
        (("fr", "une somme d'argent plus petite"), ("uk", "Менша сума грошей.")),
        (("ru", "более низкая цена на хлеб"), ("be", "Меншая цана на хлеб.")),
        (("fr", "le prix du pain est moins élevé"), ("de", "Der Brotpreis ist niedriger.")),
        (("be", "у самай маленькай вёсцы"), ("en", "In the smallest village.")),
        (("it", "il villaggio più piccolo"), ("pl", "Najmniejsza wieś.")),
    ],
)
def test_a_comparison_of_smallness_is_less(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs) == []
    assert differences(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "une somme d'argent plus petite"), ("uk", "Більша сума грошей.")),
        (("fr", "le prix du pain est moins élevé"), ("de", "Der Brotpreis ist höher.")),
        (("it", "il villaggio più piccolo"), ("pl", "Największa wieś.")),
        (
            ("de", "die neue Straße ist doppelt so lang"),
            ("fr", "La nouvelle route est deux fois moins longue."),
        ),
    ],
)
def test_smallness_is_not_greatness(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs)
    assert differences(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        (
            ("en", "all the shops are open except the bakery"),
            ("fr", "Tous les magasins sont ouverts, y compris la boulangerie."),
            ("except", "y compris"),
        ),
        (
            ("fr", "pendant la guerre, la famille a perdu sa maison"),
            ("pl", "Przed wojną rodzina straciła dom."),
            ("pendant", "Przed"),
        ),
        (
            ("uk", "компанія будує дороги, а також мости"),
            ("es", "La empresa construye carreteras en lugar de puentes."),
            ("а також", "en lugar de"),
        ),
        (
            ("ru", "несмотря на войну школа открыта"),
            ("de", "Wegen des Krieges ist die Schule geöffnet."),
            ("несмотря на", "Wegen"),
        ),
        (
            ("it", "la banca è cresciuta a spese dei contadini"),
            ("fr", "La banque a grandi au profit des paysans."),
            ("a spese dei", "au profit"),
        ),
        (
            ("be", "цана змяняецца ў залежнасці ад сезону"),
            ("pl", "Cena zmienia się niezależnie od sezonu."),
            ("ў залежнасці ад", "niezależnie od"),
        ),
        (
            ("en", "few journalists know the name of the author"),
            ("be", "Многія журналісты ведаюць імя аўтара."),
            ("few", "Многія"),
        ),
        (
            ("de", "die Arbeit wurde entgegen dem Vertrag ausgeführt"),
            ("en", "The work was done in accordance with the contract."),
            ("entgegen", "in accordance with"),
        ),
        (  # what a number is said of stands behind it, too
            ("de", "mehr als 40 Dörfer"),
            ("es", "Menos de 40 pueblos."),
            ("mehr als", "Menos de"),
        ),
        (  # said of all, wherever it stands
            ("fr", "les frères vivaient à Varsovie auparavant"),
            ("ru", "С тех пор братья живут в Варшаве."),
            ("auparavant", "С тех пор"),
        ),
        (  # behind what it is said of
            ("fr", "l'accord susmentionné a été signé à Paris"),
            ("ru", "Другое соглашение было подписано в Париже."),
            ("susmentionné", "Другое"),
        ),
        (
            ("it", "tutti i prigionieri sono stati liberati"),
            ("uk", "Деяких в'язнів звільнили."),
            ("tutti", "Деяких"),
        ),
    ],
)
def test_one_relation_in_the_place_of_another_is_shown(
    ours: Sentence, theirs: Sentence, shown: tuple[str, str]
) -> None:
    assert shown in differences(ours, theirs)
    assert shown[::-1] in differences(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (  # each says of another thing that it was before, or in spite of it
            ("fr", "pendant la guerre, avant l'hiver, la famille a perdu sa maison"),
            ("pl", "Podczas wojny, przed zimą, rodzina straciła dom."),
        ),
        (  # part of a longer expression
            ("ru", "кроме того, дом маленький"),
            ("fr", "De plus, la maison est petite."),
        ),
        (("de", "Die Wahl findet am Sonntag statt und dauert."), ("en", "The election is held on Sunday.")),
        (("fr", "il est retourné au lieu du crime"), ("ru", "Он вернулся на место преступления.")),
        (("it", "si fermò al posto di blocco"), ("en", "He stopped at the roadblock.")),
        (("fr", "tous les deux sont partis à Rome"), ("ru", "Оба уехали в Рим.")),
        (("de", "jede zweite Frau arbeitet"), ("fr", "Une femme sur deux travaille.")),
        (("en", "they preferred peace to war"), ("fr", "Ils ont choisi la paix plutôt que la guerre.")),
        (("en", "he is a poet rather than a painter"), ("de", "Er ist eher Dichter als Maler.")),
        (("fr", "des clochards dorment dans la gare"), ("en", "The homeless sleep in the station.")),
        (
            ("de", "Seither lebt er in Rom, davor lebte er in Paris."),
            ("ru", "С тех пор он живёт в Риме, до этого он жил в Париже."),
        ),
        (("de", "das Treffen fand in der Altstadt statt"), ("en", "The meeting took place in the old town.")),
        (("fr", "la moitié des savants a moins de 35 ans"), ("ru", "Половина учёных в возрасте до 35 лет.")),
        (("fr", "ils lisent des livres au lieu de journaux"), ("ru", "Они читают книги, а не газеты.")),
    ],
)
def test_what_says_the_same_relation_is_no_contradiction(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs) == []
    assert differences(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        (
            ("en", "the students read newspapers instead of books"),
            ("es", "Los estudiantes leen periódicos y libros."),
            ("instead of", ""),
        ),
        (
            ("pl", "program pomaga bezdomnej młodzieży"),
            ("ru", "Программа помогает молодёжи."),
            ("bezdomnej", ""),
        ),
    ],
)
def test_what_turns_a_statement_must_be_said(
    ours: Sentence, theirs: Sentence, shown: tuple[str, str]
) -> None:
    assert shown in differences(ours, theirs)
    assert shown[::-1] in differences(theirs, ours)


def test_every_relation_is_known_in_nine_languages_and_both_ways() -> None:
    source = files("citecheck.match").joinpath("data", "relations.jsonl").read_text("utf-8")
    rows = {row["relation"]: row for row in map(json.loads, source.splitlines())}
    assert [name for name, row in rows.items() if set(row["sure"]) != set(LANGUAGES)] == []
    assert [(name, other) for name, row in rows.items() for other in row["against"]
            if name not in rows[other]["against"]] == []  # fmt: skip
    assert set(rows) <= set(relations())
