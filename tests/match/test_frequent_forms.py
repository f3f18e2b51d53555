"""What pages say another way as a matter of course: months in adjectives, rounds, restrictions with a *not*,
firms with their legal forms; and what is shown of what differs."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.compared import Compared
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.rules import rules_for
from tests.match.test_denied import denied
from tests.match.test_figures import read, unequal
from tests.match.test_implied import Sentence, differences

LOW = 0.1
NOTHING = Compared((), ())


def apart(ours: Sentence, theirs: Sentence) -> list[tuple[str, str]]:
    """Names, numbers and opposites, as shown, that two sentences do not share."""
    mine, here = (terms_of(text, rules_for(code)) for code, text in (ours, theirs))
    found = agreement(mine, here, here, NOTHING, theirs[1])
    return [(one.quoted, one.found) for one in found.differences]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "доля в мартовской отгрузке", ["3"]),
        ("ru", "Октябрьские выборы", ["10"]),
        ("ru", "школа в Октябрьском районе", []),
        ("uk", "після жовтневих виборів", ["10"]),
        ("be", "на лютаўскіх выбарах", ["2"]),
        ("pl", "Sierpniowe strajki", ["8"]),
        ("fr", "les cent premiers autobus", ["100"]),
        ("fr", "le vingt et unième autobus", []),
    ],
)
def test_months_in_adjectives_and_firsts(code: str, text: str, values: list[str]) -> None:
    assert read(text, code) == values


def test_another_month_in_an_adjective_is_another_one() -> None:
    other = unequal("майские выборы", "ru", "les élections d'octobre", "fr")
    assert other == [("майские", "octobre")]
    assert unequal("les élections d'octobre", "fr", "після жовтневих виборів", "uk") == []
    assert unequal("at least a dozen villages", "en", "не менее дюжины деревень", "ru") == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            ("fr", "On ne pourra plus vendre ce vin que si l'étiquette le dit."),
            ("it", "Si potrà vendere questo vino soltanto se l'etichetta lo dice."),
        ),
        (("it", "La legge non vale se non per i cittadini."), ("de", "Das Gesetz gilt nur für die Bürger.")),
        (("it", "Non restavano che due navi."), ("ru", "Оставалось только два корабля.")),
        (("es", "No fue hasta 2004 cuando se supo."), ("en", "Only in 2004 did it become known.")),
        (("en", "It was not until 1990 that they were paid."), ("de", "Erst 1990 wurden sie bezahlt.")),
        (("fr", "Il y a une pénurie de maçons."), ("ru", "Не хватает каменщиков.")),
        (
            ("fr", "Faute d'argent, l'usine n'a pas été achevée."),
            ("ru", "Из-за отсутствия денег завод не достроили."),
        ),
    ],
)
def test_what_is_restricted_with_a_denial_denies_nothing(ours: Sentence, theirs: Sentence) -> None:
    assert denied(*ours, *theirs) == []
    assert denied(*theirs, *ours) == []


def test_a_denial_beside_a_restriction_is_lost_all_the_same() -> None:
    assert denied("fr", "Ils ne vendent plus ce vin.", "it", "Vendono solo questo vino.") == ["lost"]
    assert denied(
        "fr", "Faute d'argent, l'usine a été achevée.", "ru", "Из-за отсутствия денег завод не достроили."
    ) == ["added"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "les ventes ont été divisées par 2,1"), ("ru", "Продажи сократились в 2,1 раза.")),
        (("es", "la cosecha se multiplicó por 1,7"), ("ru", "Урожай вырос в 1,7 раза.")),
        (("fr", "la population a triplé"), ("ru", "Население выросло в три раза.")),
        (("en", "the glaciers lost nearly half"), ("ru", "Ледники сократились почти вдвое.")),
    ],
)
def test_how_many_times_something_rose_or_fell(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "les ventes ont été divisées par 2,1"), ("ru", "Продажи выросли в 2,1 раза.")),
        (("fr", "la population a triplé"), ("ru", "Население сократилось в три раза.")),
    ],
)
def test_the_other_way_is_another_statement(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW)


def test_legal_forms_are_no_names() -> None:
    assert apart(("fr", "la société Vektor LLC de Minsk"), ("ru", "минское ООО «Вектор»")) == []
    assert apart(("fr", "la société Vektor LLC"), ("ru", "ООО «Рассвет»")) != []


def test_what_differs_is_shown_as_it_is_written() -> None:
    """Never the code of a place or the name of an opposition."""
    other = apart(("fr", "la région brésilienne au nord"), ("ru", "чешская область на юге"))
    assert ("brésilienne", "чешская") in other
    assert ("nord", "юге") in other
    assert apart(("fr", "Le Belarus et la région d'Irkoutsk"), ("ru", "Беларусь и Иркутская область")) == []
    rising = apart(("fr", "le prix baisse"), ("ru", "цена растёт"))
    assert rising == [("baisse", "растёт")]


def test_a_german_verb_is_read_with_its_particle() -> None:
    assert apart(("de", "1848 schaffte man die Steuer ab."), ("fr", "En 1848 on abolit l'impôt.")) == []
