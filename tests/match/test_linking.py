"""Words that only tie others together, titles, and adjectives made of names need no counterpart."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.compared import Compared
from citecheck.match.crosslingual.places import place_of
from citecheck.match.crosslingual.sounds import made_of, same_named
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.rules import rules_for
from citecheck.model import DifferenceKind
from tests.match.test_implied import Sentence, differences

LOW = 0.1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "la route menant au lac a été réparée"), ("ru", "Дорогу к озеру отремонтировали.")),
        (("fr", "les pertes causées par le gel"), ("ru", "Потери от мороза.")),
        (("fr", "une amende à hauteur de cent roubles"), ("ru", "Штраф в сто рублей.")),
        (("de", "die in der Stadt befindliche Schule brannte"), ("ru", "Школа в городе горела.")),
        (("pl", "szkoła znajdująca się w mieście spłonęła"), ("en", "The school in the town burnt.")),
        (("fr", "les pompiers luttent contre l'incendie"), ("ru", "Пожарные тушат пожар.")),
        (
            ("fr", "l'équipe a fait match nul contre la Croatie"),
            ("uk", "Команда зіграла внічию з Хорватією."),
        ),
        (("fr", "M. Albin a refusé"), ("ru", "Албин отказался.")),
        (("fr", "il s'est vu retirer son permis"), ("ru", "У него отобрали права.")),
    ],
)
def test_what_only_ties_needs_no_counterpart(ours: Sentence, theirs: Sentence) -> None:
    ties = ("menant", "causées", "hauteur", "befindliche", "znajdująca", "contre", "M", "vu")
    assert [pair for pair in differences(ours, theirs, LOW) if pair[0] in ties] == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "le député a voté contre la loi"), ("ru", "Депутат голосовал за закон.")),
        (("fr", "le musée a témoigné contre la ville"), ("ru", "Музей свидетельствовал городу.")),
        (("fr", "l'école dotée d'un musée"), ("ru", "Школа закрыла музей.")),
    ],
)
def test_what_may_be_another_statement_is_still_seen(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW)


@pytest.mark.parametrize(
    ("word", "name", "same"),
    [
        ("ростовского", "rostov", True),
        ("курскии", "koursk", True),
        ("гродненская", "grodno", True),
        ("львівського", "lviv", True),
        ("krakowska", "cracovie", True),
        ("морскои", "morin", False),
        ("городскои", "grodno", False),
    ],
)
def test_adjectives_of_places_are_their_names(word: str, name: str, same: bool) -> None:
    assert made_of(word, name) is same


@pytest.mark.parametrize(("one", "other"), [("oufa", "уфы"), ("ob", "обь"), ("boudionny", "буденного")])
def test_short_and_declined_names_are_the_same(one: str, other: str) -> None:
    assert same_named(one, other)


def test_a_word_that_answers_another_one_is_free_where_that_has_a_counterpart() -> None:
    ours = ("fr", "les cheminots ont remplacé les rails usés")
    assert differences(ours, ("uk", "Залізничники замінили зношені рейки."), 0.4) == []


@pytest.mark.parametrize(
    ("word", "language", "capital", "place"),
    [
        ("bresilien", "fr", False, "BR"),
        ("suisse", "fr", False, "CH"),
        ("franche", "fr", False, None),
        ("самого", "ru", False, None),
        ("микельсон", "ru", True, None),
        ("jakarta", "it", True, "Asia/Jakarta"),
        ("джакарты", "ru", True, "Asia/Jakarta"),
    ],
)
def test_places_are_told_from_words_that_begin_like_them(
    word: str, language: str, capital: bool, place: str | None
) -> None:
    assert place_of(word, language, capital) == place


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "Il a sans aucun doute volé la voiture."), ("ru", "Он, несомненно, угнал машину.")),
        (("es", "Vendrá a menos que llueva."), ("ru", "Он придёт, если не будет дождя.")),
        (("fr", "Un sans-abri a été retrouvé."), ("ru", "Нашли бездомного.")),
        (("en", "Plant No. 2 closed."), ("de", "Das Werk Nr. 2 schloss.")),
        (("it", "Non appena arrivò il treno, partirono."), ("en", "As soon as the train came they left.")),
    ],
)
def test_neither_a_name_nor_a_denial_is_claimed(ours: Sentence, theirs: Sentence) -> None:
    one, other = (terms_of(text, rules_for(language)) for language, text in (ours, theirs))
    words = Compared((), ())
    kinds = [found.kind for found in agreement(one, other, other, words, theirs[1]).differences]
    assert DifferenceKind.NEGATION not in kinds
    assert DifferenceKind.NAME not in kinds


def test_the_loss_that_one_side_denies_is_seen() -> None:
    ours = ("fr", "Il a été condamné et privé du droit de vote.")
    theirs = ("ru", "Он осуждён без лишения права голоса.")
    one, other = (terms_of(text, rules_for(language)) for language, text in (ours, theirs))
    found = agreement(one, other, other, Compared((), ()), theirs[1]).differences
    assert DifferenceKind.NEGATION in [difference.kind for difference in found]


def test_who_said_so_is_not_what_is_denied() -> None:
    ours = ("fr", "«il n'a pas répondu», a indiqué la directrice")
    theirs = ("ru", "«Он не ответил», – сообщила директор.")
    assert not any(pair[0] == "indiqué" for pair in differences(ours, theirs, LOW))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "élu au second tour"), ("ru", "Избран в первом туре.")),
        (("fr", "adopté en deuxième lecture"), ("ru", "Принят в первом чтении.")),
    ],
)
def test_another_ordinal_is_another_number(ours: Sentence, theirs: Sentence) -> None:
    assert any(pair[1].startswith("перв") for pair in differences(ours, theirs, LOW))


def test_a_number_of_the_sentence_before_does_not_hide_another_one() -> None:
    ours = terms_of("les actionnaires ont acheté quarante cafés", rules_for("fr"))
    said = "Акционеры купили шестьдесят кофеен."
    here, around = (terms_of(text, rules_for("ru")) for text in (said, f"Отчёт занял сорок страниц. {said}"))
    found = agreement(ours, here, around, Compared((), ()), said).differences
    assert [(one.kind, one.quoted) for one in found] == [(DifferenceKind.NUMBER, "quarante")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "la production agricole a augmenté"), ("ru", "Промышленное производство выросло.")),
        (("fr", "l'aide humanitaire est arrivée"), ("ru", "Военная помощь прибыла.")),
        (("fr", "les habitants ont interdit la chasse"), ("ru", "Жители вернули запрет на охоту.")),
        (("fr", "le tribunal a alourdi la peine"), ("ru", "Суд смягчил наказание.")),
        (("fr", "le mandat du maire a expiré"), ("ru", "Срок полномочий мэра продлён.")),
    ],
)
def test_one_word_in_another_ones_place_is_seen(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, 0.45)
