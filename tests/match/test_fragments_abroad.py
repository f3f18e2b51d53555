"""Quotations of a page in another language that are a part of its sentence, with what their author left out
or put in, and the words that translations drop and add."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.compared import Compared
from citecheck.match.crosslingual.figures import figures_of
from citecheck.match.crosslingual.gapped import as_said, pieces
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.unequal import unequal_figures
from citecheck.match.rules import rules_for
from citecheck.model import DifferenceKind
from tests.match.alike_words import differences_of

OUTSIDE = [
    (
        "fr",
        "plus de cent entreprises à capitaux allemands sont enregistrées dans la région",
        "ru",
        "Сегодня, как сообщил губернатор, в регионе зарегистрировано более ста фирм с немецким капиталом.",
    ),
    (
        "de",
        "möchte auf die Frage der Lieferung von Traktoren zurückkommen",
        "ru",
        "Словацкая сторона хотела бы вернуться к вопросу поставки тракторов.",
    ),
    (
        "fr",
        "ont montré leur intérêt pour la vente de leurs produits",
        "pl",
        "Szereg południowych spółek wykazał zainteresowanie sprzedażą swoich produktów.",
    ),
    (
        "en",
        "can improve the roads of the island",
        "fr",
        "Les nouvelles machines slovaques peuvent améliorer les routes de l'île.",
    ),
    (
        "it",
        "in settembre [2019], una delle più grandi università del paese ha aperto tre aule moderne",
        "ru",
        "В сентябре одно из крупнейших университетов страны открыло три современные аудитории.",
    ),
    (
        "es",
        "la fábrica [...] vendió doce tractores",
        "uk",
        "Завод у своєму новому цеху, збудованому біля річки, продав дванадцять тракторів.",
    ),
    # a word that says so little that translations put others for it, add or drop it
    (
        "fr",
        "améliorer de manière considérable les routes",
        "ru",
        "Значительно улучшить дороги.",
    ),
    (
        "de",
        "Die Zusammenarbeit im Bereich der Medizin wird ausgebaut.",
        "it",
        "La collaborazione nel campo della medicina viene ampliata.",
    ),
    # compounds
    (
        "fr",
        "La région a ouvert une usine de transformation du bois.",
        "ru",
        "Область открыла деревообрабатывающий завод.",
    ),
    (
        "en",
        "The plant bought special equipment.",
        "ru",
        "Завод приобрёл спецтехнику.",
    ),
]


@pytest.mark.parametrize(("quoted", "quotation", "language", "said"), OUTSIDE)
def test_what_is_outside_of_a_quotation_needs_no_counterpart(
    quoted: str, quotation: str, language: str, said: str
) -> None:
    found = differences_of(as_said(quotation), said, quoted=quoted, language=language)
    assert found == []


TURNED = [
    # what stands outside may turn round what it is said of
    (
        "fr",
        "développer des revêtements pour les réacteurs",
        "ru",
        "Учёные отказались от попыток разработать покрытия для реакторов.",
    ),
    # what is quoted only belongs to who acts
    (
        "en",
        "the workers built the bridge in May",
        "fr",
        "Une partie des ouvriers a construit le pont en mai.",
    ),
    # planned is not done
    ("fr", "l'ouverture prévue du musée", "ru", "Вчера отпраздновали открытие музея."),
    # an *all* of what is quoted
    ("en", "firms pay the tax", "fr", "Toutes les entreprises paient l'impôt."),
    # closed, in a clause of one word behind another one
    (
        "fr",
        "la nouvelle usine produit 48 000 tonnes par an",
        "ru",
        "Новый завод, где ежегодно производили 48 тыс. тонн, закрыт.",
    ),
    # who reproached whom, though one of both is said in two words
    (
        "fr",
        "La metteuse en scène a reproché au maire de se taire.",
        "pl",
        "Prezydent miasta zarzucił reżyserce milczenie.",
    ),
    # one of two industries of the same name is another one
    (
        "fr",
        "l'industrie charbonnière et l'entreprise charbonnière de l'île",
        "ru",
        "рыболовная промышленность и угольное предприятие острова",
    ),
    # another thing in the place of a vague word
    ("fr", "Le système a brûlé hier.", "de", "Gestern ist die Brücke verbrannt."),
    # done, and still to be done
    ("fr", "La ville construira une école.", "ru", "Город построил школу."),
    ("fr", "La ville a construit une école.", "ru", "Город построит школу."),
    ("en", "The bridge was opened in May.", "ru", "Мост будет открыт в мае."),
    ("de", "Die Brücke wurde im Mai gebaut.", "it", "Il ponte sarà costruito a maggio."),
    ("es", "El museo comprará el cuadro.", "pl", "Muzeum kupiło obraz."),
    ("uk", "Музей купуватиме картини.", "pl", "Muzeum kupowało obrazy."),
    ("be", "Музей купіў карціну.", "fr", "Le musée achètera le tableau."),
    ("de", "Der Verein verkaufte das Stadion.", "en", "The club will sell the stadium."),
]


@pytest.mark.parametrize(("quoted", "quotation", "language", "said"), TURNED)
def test_what_turns_a_statement_round_is_seen(quoted: str, quotation: str, language: str, said: str) -> None:
    assert differences_of(quotation, said, quoted=quoted, language=language) != []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "said"),
    [
        ("fr", "La ville construira une école.", "ru", "Город построит школу."),
        ("fr", "La ville a construit une école.", "ru", "Город построил школу."),
        ("en", "The bridge will be opened in May.", "ru", "Мост будет открыт в мае."),
        ("de", "Das Museum wird das Bild verkaufen.", "pl", "Muzeum sprzeda obraz."),
        ("en", "The king introduced a new tax.", "fr", "Le roi instaura un nouvel impôt."),
        # forms of what is to come tell history
        ("fr", "Le musée achètera le tableau en 1920.", "ru", "Музей купил картину в 1920 году."),
        # a name is no *will*
        ("en", "On Friday Will Wade sold the house.", "fr", "Vendredi, Will Wade a vendu la maison."),
    ],
)
def test_one_time_is_no_other_one(quoted: str, quotation: str, language: str, said: str) -> None:
    assert differences_of(quotation, said, quoted=quoted, language=language) == []


@pytest.mark.parametrize(
    ("quotation", "language", "said", "who"),
    [
        (
            "the minister signed the agreement with Poland",
            "pl",
            "Syn ministra podpisał umowę z Polską.",
            "Syn",
        ),
        (
            "the director and the mayor sold the factory in the spring [...] to a foreign investor",
            "ru",
            "Директор и брат мэра продали завод весной иностранному инвестору.",
            "брат",
        ),
    ],
)
def test_somebody_else_is_seen_though_he_stands_first_or_words_are_left_out_elsewhere(
    quotation: str, language: str, said: str, who: str
) -> None:
    assert ("", who) in differences_of(quotation, said, 0.2, quoted="en", language=language)


def test_a_part_of_them_is_missed_where_nothing_is_counted() -> None:
    ours = "Solo una cuarta parte de los voluntarios notó algún efecto de la vacuna."
    mine = terms_of(ours, rules_for("es"))
    here = terms_of("Effects of the vaccine were felt by the volunteers.", rules_for("en"))
    words = Compared((), ())
    found = agreement(mine, here, here, words, "").differences
    assert [one.kind for one in found if one.kind is DifferenceKind.NUMBER] == [DifferenceKind.NUMBER]


def test_with_what_is_not_from_where() -> None:
    quotation = "Des entreprises à capitaux allemands ont acheté la mine."
    said = "Компании с немецким капиталом купили шахту."
    assert [one for one in differences_of(quotation, said, language="ru") if one[0].startswith("to ")] == []


def test_pieces_between_ellipses_are_looked_for_where_each_is_long_enough() -> None:
    long = as_said("The mine was opened in the spring <...> and the plant was closed in autumn")
    assert len(pieces(long)) == 2
    assert pieces(as_said("The mine [...] was opened in the spring of the year")) == []


def test_a_number_that_stands_in_the_sentence_alone_raises_nothing() -> None:
    mine = figures_of("40 usines", lexicon_for("fr"), rules_for("fr"))
    here = figures_of("40 заводов", lexicon_for("ru"), rules_for("ru"))
    assert unequal_figures(mine, here, []) == []
