"""What may be said of a page in another language, with vectors that a test can foresee."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from citecheck.match import compare, crosslingual, lending, prepare
from citecheck.match.crosslingual import Cached, compare_across
from citecheck.match.crosslingual.sentences import sentences
from citecheck.match.crosslingual.sounds import same_name
from citecheck.match.crosslingual.vectors import Vector, key_of, likeness, pack, unit, unpack
from citecheck.match.fold import fold_word
from citecheck.match.language import language_of
from citecheck.match.rules import rules_for
from citecheck.model import Alignment, Text, Verdict

FILLER = [
    "Погода в тот день была тёплой и ясной.",
    "Рыбаки вернулись в порт поздно вечером.",
    "Музыка играла на площади до утра.",
    "Школьники рисовали корабли мелом на асфальте.",
    "Старый маяк давно покрашен в красный цвет.",
    "На рынке продавали яблоки, мёд и сыр.",
]
OTHERS = [
    "les enfants chantaient sur la place du village",
    "le prix du blé dépend des pluies du printemps",
    "aucun navire n'est entré dans la rade cette semaine",
    "le théâtre municipal sera fermé pour travaux",
    "les archives de la ville gardent ces lettres anciennes",
    "la récolte des pommes a commencé plus tôt",
]
QUOTE = "le chantier naval de Zaretchny a livré 58 mille tonnes d'acier en mars 2016"
SAME = "Верфь Заречного поставила 58 тыс. тонн стали в марте 2016 года."


class Foreseen:
    """Gives sentences of one meaning one direction, all others directions of their own."""

    def __init__(self, *meanings: Sequence[str], near: float = 0.9) -> None:
        self.near = near
        self.meanings = [frozenset(meaning) for meaning in meanings]
        self.asked: list[str] = []

    def embed(self, sentences: Sequence[str]) -> list[Vector]:
        return [self._vector(sentence) for sentence in sentences]

    def expect(self, sentences: Sequence[str]) -> None:
        pass

    def words(self, one: object, other: object) -> list[list[float]]:
        return []

    def _vector(self, sentence: str) -> Vector:
        self.asked.append(sentence)
        axis = next((i for i, meaning in enumerate(self.meanings) if sentence in meaning), None)
        common = 0 if axis is None else axis + 1
        weight = 0.2 if axis is None else self.near
        return {common: weight, 1000 + len(self.asked): math.sqrt(1 - weight * weight)}


def across(sentence: str, quote: str = QUOTE, alike: bool = True) -> Alignment:
    page = Text("\n".join([*FILLER[:3], sentence, *FILLER[3:]]))
    embedder = Foreseen([quote, sentence]) if alike else Foreseen()
    return compare_across(quote, page, rules_for("fr"), rules_for("ru"), OTHERS, embedder)


def test_the_same_statement_is_consistent_and_shown() -> None:
    got = across(SAME)
    assert got.verdict is Verdict.CONSISTENT, got
    assert got.found == SAME
    assert ("Zaretchny", "Заречного") in got.terms
    assert "never the same as verified" in got.reason


@pytest.mark.parametrize(
    ("sentence", "quoted", "found"),
    [
        (SAME.replace("58 тыс.", "85 тыс."), "58 mille", "85 тыс"),
        (SAME.replace("2016", "2017"), "2016", "2017"),
        (SAME.replace("марте", "мае"), "mars", "мае"),
    ],
)
def test_another_number_is_shown_beside_ours(sentence: str, quoted: str, found: str) -> None:
    got = across(sentence)
    assert got.verdict is Verdict.NUMBER_DIFFERS
    assert (quoted, found) in [(difference.quoted, difference.found) for difference in got.differences]


def test_another_statement_with_another_number_is_no_other_number() -> None:
    another = "Театр Мозыря показал 31 тыс. зрителей новую оперу в марте 2019 года."
    page = Text("\n".join([*FILLER[:3], another, *FILLER[3:]]))
    rules = rules_for("fr"), rules_for("ru")
    got = compare_across(QUOTE, page, *rules, OTHERS, Foreseen([QUOTE, another], near=0.38))
    assert 0.2 < (got.score or 0) < 0.33
    assert got.verdict is Verdict.CHECK
    same = SAME.replace("58", "85")
    page = Text(page.content.replace(another, same))
    near = compare_across(QUOTE, page, *rules, OTHERS, Foreseen([QUOTE, same], near=0.38))
    assert near.verdict is Verdict.NUMBER_DIFFERS


def test_another_name_or_a_negation_is_to_be_looked_at() -> None:
    assert across(SAME.replace("Заречного", "Гомеля")).verdict is Verdict.CHECK
    assert across(SAME.replace("поставила", "не поставила")).verdict is Verdict.CHECK


def test_without_likeness_nothing_is_said() -> None:
    got = across(SAME, alike=False)
    assert got.verdict is Verdict.CANNOT_VERIFY
    assert got.span is None


def test_a_name_and_a_number_tell_the_right_one_of_like_sentences() -> None:
    others = [
        SAME.replace("Заречного", town).replace("58", number)
        for town, number in (
            ("Гомеля", "31"),
            ("Пскова", "44"),
            ("Орши", "72"),
            ("Лиды", "19"),
            ("Бреста", "93"),
        )
    ]
    embedder = Foreseen([QUOTE, SAME, *others], near=0.55)
    rules = rules_for("fr"), rules_for("ru")
    page = Text("\n".join([*FILLER[:3], *others[:3], FILLER[3], SAME, FILLER[4], *others[3:]]))
    assert compare_across(QUOTE, page, *rules, OTHERS, embedder).verdict is Verdict.CONSISTENT
    without = Text(page.content.replace(SAME, FILLER[5]))
    assert compare_across(QUOTE, without, *rules, OTHERS, embedder).verdict is not Verdict.CONSISTENT


def test_few_sentences_and_short_quotations() -> None:
    rules = rules_for("fr"), rules_for("ru")
    short = compare_across("trop peu de", Text("\n".join(FILLER)), *rules, OTHERS, Foreseen())
    few = compare_across(QUOTE, Text(SAME), *rules, OTHERS, Foreseen())
    assert [got.verdict for got in (short, few)] == [Verdict.CANNOT_VERIFY] * 2
    assert "too short" in short.reason
    assert "sentences on the page" in few.reason


def test_without_other_quotations_a_page_can_still_be_judged() -> None:
    page = Text("\n".join([*FILLER[:3], SAME, *FILLER[3:]]))
    got = compare_across(QUOTE, page, rules_for("fr"), rules_for("ru"), (), Foreseen([QUOTE, SAME]))
    assert got.verdict is Verdict.CONSISTENT


def test_the_extra_is_used_where_languages_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = QUOTE.replace("le chantier", "22le chantier")
    plain = quote.replace("22le", "  le")
    monkeypatch.setattr(crosslingual, "installed", lambda: Foreseen([plain.strip(), SAME]))
    page = prepare(Text("\n".join([*FILLER, SAME])))
    got = compare(quote, page, others=[quote, *OTHERS, "Совсем другая цитата о погоде и рыбаках"])
    assert got.verdict is Verdict.CONSISTENT, got
    assert (got.quote_language, got.page_language) == ("fr", "ru")
    assert got.text_fragment is not None
    assert got.text_fragment.startswith("#:~:text=%D0%92")


def test_without_the_extra_the_reason_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosslingual, "installed", lambda: None)
    got = compare(QUOTE, prepare(Text("\n".join([*FILLER, SAME]))), others=OTHERS)
    assert got.verdict is Verdict.CANNOT_VERIFY
    assert "citecheck-audit[crosslingual]" in got.reason


def test_vectors_are_asked_for_once_and_can_be_kept() -> None:
    inner, kept = Foreseen(), dict[str, bytes]()
    cached = Cached(inner)
    lending.lend_from(lambda keys: {key: kept[key] for key in keys if key in kept})
    try:
        assert cached.embed(["a", "b", "a"]) == cached.embed(["a", "b", "a"])
        assert inner.asked == ["a", "b"]
        assert likeness(*cached.embed(["a", "a"])) == pytest.approx(1)
        kept |= lending.take_made()
        assert set(kept) == {key_of("a"), key_of("b")}
        assert lending.take_made() == {}
        later = Cached(Foreseen())
        assert later.embed(["a"]) == cached.embed(["a"])
        assert lending.take_made() == {}
    finally:
        lending.lend_from(None)


def test_a_packed_vector_comes_back() -> None:
    vector = unit({3: 2.0, 16383: 1.0})
    assert unpack(pack(vector)) == pytest.approx(vector, rel=1e-6)


def test_sentences_do_not_end_at_initials_and_numbers() -> None:
    text = "On 3 May J. S. Smith paid 17.3 million. He left (soon).\nNew paragraph here"
    assert [span.of(text) for span in sentences(text)] == [
        "On 3 May J. S. Smith paid 17.3 million.",
        "He left (soon).",
        "New paragraph here",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pskov", "Псковской", True),
        ("Tchétchénie", "Чеченской", True),
        ("Biélorussie", "Беларусь", True),
        ("Varsovie", "Warszawa", True),
        ("Kalouga", "Калужской", True),
        ("Andalucía", "Andalusien", True),
        ("Avignon", "Авиньоне", True),
        ("Kursk", "Курган", False),
        ("Grodno", "Грозный", False),
        ("Brest", "Брянске", False),
        ("Gomel", "Минск", False),
        ("Anna", "Пётр", False),
    ],
)
def test_names_across_scripts(one: str, other: str, same: bool) -> None:
    assert same_name(*("".join(fold_word(name)) for name in (one, other))) is same


def test_a_neighbour_language_without_a_common_word_is_told_by_its_letters() -> None:
    assert language_of("Бабровыя плаціны затапілі лугі некалькіх гаспадарак") == "be"
    assert language_of("исторія государства россійскаго отъ древности") in (None, "ru")
    quote = "Новий губернатор пообіцяв відремонтувати 120 кілометрів доріг до кінця осені."
    said = "Новый губернатор пообещал отремонтировать 120 километров дорог до конца осени."
    page = prepare(Text("\n".join([*FILLER[:3], said, *FILLER[3:]])))
    got = compare(quote, page, language="uk", across=False)
    assert got.verdict is Verdict.CANNOT_VERIFY, got


def test_a_measure_in_another_unit_is_to_be_looked_at() -> None:
    quote = "le nouveau pont se trouve à environ 80 kilomètres de la capitale du pays"
    page = "Новый мост находится примерно в 50 милях от столицы страны."
    got = across(page, quote)
    assert got.verdict is Verdict.CHECK
    assert got.reason.code == "across-units"
    assert "80 kilomètres = 50 милях" in got.reason
    assert across(page.replace("50", "70"), quote).verdict is Verdict.NUMBER_DIFFERS
