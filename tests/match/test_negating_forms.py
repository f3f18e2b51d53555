"""Negations that are part of a word, where little else of the language is known; words that stand twice."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import DifferenceKind, Flag, Text, Verdict

PAGES = {
    "fi": "Kaupungissa ei ollut siltaa joen yli, kun asukkaat saapuivat. Päätös oli laillinen ja pätevä, ja"
    " pormestari hyväksyi sen heti, mutta he olivat siellä loppuun asti.",
    "da": "Byen havde ikke en bro over floden, da beboerne kom. Beslutningen var lovlig, og borgmesteren"
    " godtog den straks, men de blev der til det sidste.",
    "el": "Η πόλη δεν είχε γέφυρα πάνω από το ποτάμι. Η λύση ήταν δυνατή και ο δήμαρχος τη δέχτηκε αμέσως.",
    "ro": "Orașul nu avea un pod peste râu când au venit locuitorii. Decizia era legală și primarul a"
    " acceptat-o imediat, pentru că era mai bine.",
    "hu": "A városnak nem volt hídja a folyó felett. A döntés jogszerű volt, és a polgármester azonnal"
    " elfogadta, mert az út hosszú volt.",
    "en": "The town had no bridge over the river. The clerk was careful with the papers, and they were"
    " of use to the council.",
    "tr": "Şehrin nehir üzerinde bir köprüsü yoktu. Karar gerekli ve yararlı bulundu, ama sonuna kadar"
    " orada kaldılar çünkü bu daha iyiydi.",
}


@pytest.mark.parametrize(
    ("language", "quotation"),
    [
        ("fi", "Päätös oli laiton ja pätevä, ja pormestari hyväksyi sen heti"),
        ("fi", "Päätös oli laillinen ja epäpätevä, ja pormestari hyväksyi sen heti"),
        ("da", "Beslutningen var ulovlig, og borgmesteren godtog den straks"),
        ("el", "Η λύση ήταν αδύνατη και ο δήμαρχος τη δέχτηκε αμέσως"),
        ("ro", "Decizia era ilegală și primarul a acceptat-o imediat"),
        ("hu", "A döntés jogszerűtlen volt, és a polgármester azonnal elfogadta"),
        ("en", "The clerk was careless with the papers, and they were of use"),
        ("tr", "Karar gereksiz ve yararlı bulundu, ama sonuna kadar orada kaldılar"),
    ],
)
def test_a_negation_inside_a_word_is_one(language: str, quotation: str) -> None:
    got = compare(quotation, prepare(Text(PAGES[language])))
    assert [one.kind for one in got.differences] == [DifferenceKind.NEGATION]


def test_an_ending_of_lack_that_is_misread_is_no_negation() -> None:
    page = "The town had no bridge over the river. The clerk was careless with the papers of the council."
    got = compare("The clerk was carelcss with the papers of the council", prepare(Text(page)))
    assert got.verdict is Verdict.NEAR


def test_a_prefix_that_may_negate_is_no_slip_where_the_language_cannot_be_told() -> None:
    got = compare("Vala ilegala noro petime sudo", prepare(Text("Vala legala noro petime sudo.")))
    assert got.verdict is Verdict.MODIFIED


def test_words_that_stand_twice_are_laid_where_the_others_are() -> None:
    page = (
        "Me herrat olemme iloisia vihreästä kirjasta, ja me kaikki, jotka täällä istumme, toivomme"
        " uutta direktiiviä ennen syksyä."
    )
    got = compare("ja me kaikki, jotka täällä istumme, toivommi uutta", prepare(Text("Ja. " + page)))
    assert got.found == "ja me kaikki, jotka täällä istumme, toivomme uutta"
    assert not {DifferenceKind.NEGATION, DifferenceKind.NAME} & {one.kind for one in got.differences}


def test_a_section_number_is_compared_figure_by_figure() -> None:
    got = compare(
        "see section B.5.2 of the manual", prepare(Text("For more, see section B.2.2 of the manual."))
    )
    assert got.verdict is Verdict.ALTERED


def test_two_words_put_to_the_other_end_are_no_other_name() -> None:
    page = "At night old Peter Falk rowed the council over the river and came home before the rain."
    got = compare("rowed the council over the river and came home Peter Falk", prepare(Text(page)))
    assert got.verdict is Verdict.MODIFIED
    assert Flag.REORDERED in got.flags


@pytest.mark.parametrize(
    ("page", "quotation"),
    [
        (
            "Es regnete. Der Minister trat gestern überraschend zurück. Angela Merkel lobte ihn und ging.",
            "Angela Merkel trat gestern überraschend zurück",
        ),
        (
            "All thanked Peter Falk. The mayor praised the council for its work on the bridge.",
            "The mayor praised the council for Peter Falk",
        ),
        (
            "The town had no bridge. In May old Peter Falk finally and quietly left Mary Jones.",
            "Mary Jones finally and quietly left",
        ),
        (
            "The war was long. At least two hundred people lived in houses by the river before that.",
            "two hundred people lived in houses by the river at least",
        ),
    ],
)
def test_words_of_the_next_sentence_and_names_exchanged_are_not_put_to_the_other_end(
    page: str, quotation: str
) -> None:
    assert compare(quotation, prepare(Text(page))).verdict is Verdict.ALTERED


def test_another_name_of_the_page_is_no_damage_of_one_that_stands_there_once() -> None:
    page = (
        "Baldwin wrote to the council. The shops were closed at night when Aldi opened a house in the old"
        " town, and Baldwin went home."
    )
    got = compare("The shops were closed at night when Baldwin opened a house", prepare(Text(page)))
    assert got.verdict is Verdict.ALTERED


def test_a_roman_ordinal_beside_its_words_is_the_same_number() -> None:
    page = "La ville n'avait pas de pont. Au XIXe siècle, le village perdit la moitié de ses habitants."
    honest = compare("Au dix-neuvième siècle, le village perdit la moitié", prepare(Text(page)))
    other = compare("Au dix-huitième siècle, le village perdit la moitié", prepare(Text(page)))
    assert (honest.verdict, other.verdict) == (Verdict.NEAR, Verdict.ALTERED)


def test_a_page_that_shows_its_mark_up_has_the_words_in_it() -> None:
    page = "Write <strong>two words</strong> in the field, then press the key beside it."
    assert (
        compare("Write <strong>two words</strong> in the field", prepare(Text(page))).verdict
        is Verdict.VERBATIM
    )


def test_a_bulgarian_word_that_a_hyphen_parts_is_one() -> None:
    page = "Градът нямаше мост над реката. Общината извършва проучване на стойност 300 лева."
    got = compare("Общината извъ- ршва проучване на стойност", prepare(Text(page)))
    assert got.verdict is Verdict.NEAR


@pytest.mark.parametrize(
    ("printed", "quotation"),
    [
        ("o trzecli godzinach przyszły żony sąsiadów", "o trzech godzinach przyszły żony sąsiadów"),
        (
            "zamek stał nad rzek0 i 0 nikogo nie pytał o drogę",
            "zamek stał nad rzeko i o nikogo nie pytał o drogę",
        ),
        ("wtedy przyszło dwudziescia koni z miasta", "wtedy przyszło dwadzieścia koni z miasta"),
    ],
)
def test_a_scanned_page_makes_no_true_quotation_false(printed: str, quotation: str) -> None:
    page = f"W mieście nie było mostu przez rzekę, kiedy tam przyszli. {printed}, jak się mówi w tej wsi."
    assert compare(quotation, prepare(Text(page))).verdict is not Verdict.ALTERED


def test_a_scale_word_that_is_misread_changes_no_number() -> None:
    page = "Byen havde ikke en bro. Firmaet gik konkurs med et underskud på 44,1 mill kroner i juni."
    got = compare("gik konkurs med et uunderskud på 44,1 mll kroner", prepare(Text(page)))
    assert got.verdict is Verdict.MODIFIED


def test_a_letter_of_another_script_in_a_negation_is_none() -> None:
    page = "Miasto nie miało mostu przez rzekę. W Biłgoraju ludzie nigdy nie czekali na pociąg."
    got = compare("W Biłgoraju ludzie nigdy niе czekali na pociąg", prepare(Text(page)))
    assert got.verdict is Verdict.NEAR


def test_a_word_left_out_behind_one_that_stands_twice() -> None:
    page = "Nechci se řídit ani vaším úkolem, ani vašimi názory, řekl starosta a odešel domů."
    got = compare("ani názory, řekl starosta a odešel domů", prepare(Text(page)))
    assert [(one.kind, one.found) for one in got.differences] == [(DifferenceKind.WORD, "vašimi")]
