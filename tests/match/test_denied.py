"""What one language denies in a word or in another way, the other with a *not*; and denials really lost."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.denied import negation
from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.rules import rules_for


def denied(ours: str, quotation: str, theirs: str, sentence: str) -> list[str]:
    """`lost` or `added` where the one denies something that the other does not."""
    terms = terms_of(quotation, rules_for(ours)), terms_of(sentence, rules_for(theirs))
    return ["lost" if one.quoted else "added" for one in negation(*terms, sentence)]


@pytest.mark.parametrize(
    ("ours", "quotation", "theirs", "sentence"),
    [
        # a word that denies itself
        (
            "fr",
            "Les barques non enregistrées sont au port.",
            "ru",
            "Незарегистрированные лодки стоят в порту.",
        ),
        ("fr", "Le bois non déclaré a été saisi.", "ru", "Изъята незадекларированная древесина."),
        ("fr", "Le non-paiement du loyer coûte cher.", "ru", "Неуплата аренды обходится дорого."),
        ("en", "Boxes that are not necessary were burnt.", "ru", "Ненужные коробки сожгли."),
        ("en", "The dive was made without danger.", "de", "Der Tauchgang verlief gefahrlos."),
        (
            "en",
            "The commission did not open an insecure dam.",
            "ru",
            "Комиссия не открыла небезопасную плотину.",
        ),
        # words for nothing that *without* and *ne* take along, and what looks like them
        ("fr", "Le bateau est vendu sans aucune voile.", "pl", "Łódź sprzedano bez żagla."),
        (
            "fr",
            "Les visiteurs ne sont reçus dans la grande tour que le lundi.",
            "en",
            "Visitors: Monday only.",
        ),
        ("fr", "La barque figure à la liste n° 7.", "ru", "Лодка есть в списке № 7."),
        ("fr", "Un agneau est né au moulin.", "ru", "На мельнице родился ягнёнок."),
        ("fr", "Il vend plus de miel qu'il n'en achète.", "en", "He sells more honey than he buys."),
        # other ways to say it
        ("it", "Aspettate finché la nave non parte.", "fr", "Attendez jusqu'à ce que le navire parte."),
        ("pl", "Czekali, dopóki most nie został otwarty.", "en", "They waited until the bridge was opened."),
        ("ru", "Узнайте, не закрыт ли мост.", "en", "Find out whether the bridge is closed."),
        ("uk", "Перевірте, чи човен не тече.", "en", "Check whether the boat leaks."),
        (
            "it",
            "La nave ha una lunghezza non superiore a 40 metri.",
            "fr",
            "Le navire mesure 40 mètres au plus.",
        ),
        ("fr", "Le pont a au moins dix arches.", "pl", "Most ma nie mniej niż dziesięć przęseł."),
        ("es", "Todos entran sin distinción de edad.", "ru", "Входят все независимо от возраста."),
        ("de", "Die Werft haftet nicht für Schäden.", "it", "Il cantiere declina ogni responsabilità."),
        ("fr", "L'équipe du port a fait match nul.", "uk", "Команда порту зіграла внічию."),
        ("it", "La barca aiuta i non vedenti.", "en", "The boat helps blind people."),
        ("be", "Памежнікі не пусцілі рыбакоў.", "fr", "Les gardes ont refoulé les pêcheurs."),
        ("en", "The meal is served at no cost.", "uk", "Обід подають безкоштовно."),
        ("fr", "Ils ont vu un camion sans conducteur.", "ru", "Они видели беспилотный грузовик."),
        ("uk", "Купили човен, а не пліт.", "fr", "Ils ont acheté une barque plutôt qu'un radeau."),
        # what a translation may keep
        ("pl", "Sprawdź, czy most nie jest zamknięty.", "en", "See whether the bridge is not closed."),
    ],
)
def test_what_is_denied_otherwise_is_no_difference(
    ours: str, quotation: str, theirs: str, sentence: str
) -> None:
    assert denied(ours, quotation, theirs, sentence) == []
    assert denied(theirs, sentence, ours, quotation) == []


@pytest.mark.parametrize(
    ("ours", "quotation", "theirs", "sentence"),
    [
        ("fr", "Les barques non enregistrées sont au port.", "ru", "Зарегистрированные лодки стоят в порту."),
        ("fr", "Le non-paiement du loyer coûte cher.", "ru", "Уплата аренды обходится дорого."),
        ("fr", "Le non-paiement du loyer ne coûte rien.", "ru", "Неуплата аренды обходится дорого."),
        ("fr", "Les barques non déclarées ne partent pas.", "ru", "Незадекларированные лодки уходят."),
        ("en", "Boxes that are not necessary were burnt.", "ru", "Нужные коробки сожгли."),
        ("en", "The unemployed do not work at the mill.", "ru", "Безработные работают на мельнице."),
        ("en", "The dive was made without danger.", "de", "Der Tauchgang verlief gefährlich."),
        ("fr", "Le bateau est vendu sans aucune voile.", "pl", "Łódź sprzedano z żaglem."),
        ("fr", "Rien n'indique que le pont a été vendu.", "en", "It is said that the bridge was sold."),
        ("fr", "Le pont ne figure pas à la liste n° 7.", "ru", "Мост есть в списке № 7."),
        ("fr", "Un agneau n'est pas né au moulin.", "ru", "На мельнице родился ягнёнок."),
        ("ru", "Держите верёвку, пока лодка не уйдёт.", "fr", "Tenez la corde tant que la barque est là."),
        ("en", "Do not wait until the bridge is opened.", "ru", "Ждите, пока мост не откроют."),
        ("uk", "Не перевіряйте, чи човен не тече.", "en", "Check whether the boat leaks."),
        ("it", "La nave ha una lunghezza non superiore a 40 metri.", "fr", "Le navire dépasse 40 mètres."),
        (
            "it",
            "La nave non parte, lunghezza massima 40 metri.",
            "fr",
            "Le navire de 40 mètres au plus part.",
        ),
        ("es", "No todos entran, sin distinción de edad.", "ru", "Входят все независимо от возраста."),
        ("de", "Die Werft haftet nicht für Schäden.", "it", "Il cantiere risponde dei danni."),
        ("fr", "L'équipe n'a pas fait match nul.", "uk", "Команда зіграла внічию."),
        ("it", "La barca non aiuta i non vedenti.", "en", "The boat helps blind people."),
        ("en", "The meal is not served at no cost.", "uk", "Обід подають безкоштовно."),
        ("fr", "Ils n'ont pas vu un camion sans conducteur.", "ru", "Они видели беспилотный грузовик."),
        ("uk", "Купили човен, а не пліт.", "fr", "Ils ont acheté un radeau plutôt qu'une barque."),
    ],
)
def test_a_denial_that_is_lost_or_added_is_a_difference(
    ours: str, quotation: str, theirs: str, sentence: str
) -> None:
    assert denied(ours, quotation, theirs, sentence) == ["lost"]
    assert denied(theirs, sentence, ours, quotation) == ["added"]


def test_an_ending_of_lack_leaves_nothing_of_what_is_lacking() -> None:
    assert not senses_of("gefahrlos", "de") & senses_of("danger", "en")
    assert not senses_of("harmless", "en") & senses_of("schaden", "de")
