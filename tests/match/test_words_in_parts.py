"""Words that a sign stands within (forms for all sexes, *co-operation*, apostrophes), and foreign titles."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.fold import split_words
from citecheck.match.rules import rules_for
from citecheck.model import DifferenceKind, Text, Verdict
from tests.match.test_implied import Sentence, differences

LOW = 0.1


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Lehrer*innen", ("lehrerinnen",)),
        (r"Lehrer\*innen", ("lehrerinnen",)),
        ("Lehrer:innen", ("lehrerinnen",)),
        ("Lehrer_innen", ("lehrerinnen",)),
        ("Lehrer/-innen und Ärzt/innen", ("lehrerinnen", "und", "arztinnen")),
        ("Lehrer(innen)", ("lehrerinnen",)),
        ("jede*r Student*in", ("jeder", "studentin")),
        ("enseignant·e·s", ("enseignantes",)),
        ("les élu(e)s", ("les", "elues")),
        ("col·lecció", ("colleccio",)),
        ("co-operation, co\u2010ordinated", ("cooperation", "coordinated")),
        ("re-elected", ("reelected",)),
        ("a * in the sum", ("a", "in", "the", "sum")),
        ("in and/in a note: in", ("in", "and", "in", "a", "note", "in")),
        ("Drucker: innen", ("drucker", "innen")),
        ("f(e) and g(in)", ("f", "e", "and", "g", "in")),
        ("co-director", ("co", "director")),
        ("acteur·rice·s, tou‧te‧s", ("acteurrices", "toutes")),
        ("co\u2011operation, re–elected", ("cooperation", "reelected")),
        ("Paris·Lyon•Nice", ("paris", "lyon", "nice")),
        ("5 kW·h", ("5", "kw", "h")),
        ("约翰·史密斯", ("约", "翰", "史", "密", "斯")),
        ("Abstract:In this paper", ("abstract", "in", "this", "paper")),
    ],
)
def test_a_word_is_one_whatever_sign_stands_within(raw: str, words: tuple[str, ...]) -> None:
    assert split_words(raw).folded == words


def test_a_quotation_may_set_another_sign_within_the_word() -> None:
    page = prepare(Text("Die Lehrer*innen der Stadt streiken seit Montag, sagte die Gewerkschaft."))
    for quotation in (
        "Die Lehrer:innen der Stadt streiken seit Montag",
        "Die LehrerInnen der Stadt streiken seit Montag",
    ):
        assert compare(quotation, page, language="de").verdict in (Verdict.VERBATIM, Verdict.NEAR)


@pytest.mark.parametrize(
    ("quotation", "sentence", "language"),
    [
        ("In this paper we describe the flood", "Abstract:In this paper we describe the flood.", "en"),
        ("Paris, Lyon, Marseille dansent ce soir", "Paris·Lyon·Marseille dansent ce soir.", "fr"),
        ("[R]e-elected in May, he left the house", "Re-elected in May, he left the house.", "en"),
        ("the co-operation of the two towns", "We saw the co\u2011operation of the two towns.", "en"),
        ("约翰‧史密斯说这是一本很好的书", "约翰·史密斯说这是一本很好的书。", "zh"),
    ],
)
def test_a_sign_that_parts_words_alters_no_quotation(quotation: str, sentence: str, language: str) -> None:
    got = compare(quotation, prepare(Text(sentence)), language=language)
    assert got.verdict in (Verdict.VERBATIM, Verdict.NEAR)
    assert all(one.kind is DifferenceKind.TYPOGRAPHY for one in got.differences)


def test_another_form_of_a_word_is_not_verbatim() -> None:
    page = prepare(Text("Und jeder kann am Samstag zu uns kommen."))
    assert compare("jede*r kann am Samstag zu uns kommen", page, language="de").verdict is Verdict.NEAR


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            ("de", "Die Lehrer*innen streiken seit Montag."),
            ("fr", "Les enseignants sont en grève depuis lundi."),
        ),
        (("fr", "les enseignant·e·s de Lyon"), ("ru", "учителя Лиона")),
        (("en", "States promote co-operation."), ("de", "Die Staaten fördern die Zusammenarbeit.")),
        (("en", "Twelve-factor processes are free."), ("es", "Los procesos «twelve-factor» son libres.")),
        (("es", "los procesos «twelve-factor» son libres"), ("en", "Twelve-factor processes are free.")),
        (("en", "the left or the right door"), ("pl", "drzwi po lewej lub po prawej")),
        (("pl", "klawisz w lewo lub w prawo"), ("en", "the left or the right key")),
        (("de", "Der Betreuer half dem Projekt."), ("ru", "Сопровождающий (maintainer) помог проекту.")),
        (("be", "тыпы праблем (issue) і выпраўленні"), ("en", "types of problems and corrections")),
        (("fr", "par exemple, ils expliquent leur projet"), ("pl", "na przykład tłumaczą swój projekt")),
    ],
)
def test_a_sign_or_a_foreign_title_leaves_nothing_over(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW) == []


def test_a_word_that_says_little_is_described_by_nothing() -> None:
    ours = ("it", "vivere in modo indipendente e cercare un lavoro open source")
    theirs = ("pl", "żyć samodzielnie i szukać pracy typu open source")
    assert [pair for pair in differences(ours, theirs, 0.8) if "…" in pair[0]] == []


def test_a_family_is_no_seven() -> None:
    assert terms_of("правы чалавечай сямʼі", rules_for("be")).figures == ()
    assert [one.value for one in terms_of("ад сямі да дзевяці", rules_for("be")).figures] == [7, 9]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("en", "Twelve factors matter."), ("es", "Importan nueve factores, factor por factor.")),
        (("de", "Der Arzt half dem Projekt."), ("ru", "Директор (Google) помог проекту.")),
        (("en", "the left key opens the right door"), ("pl", "prawy klawisz otwiera lewe drzwi")),
    ],
)
def test_another_number_or_side_is_still_told(ours: Sentence, theirs: Sentence) -> None:
    assert differences(ours, theirs, LOW)
