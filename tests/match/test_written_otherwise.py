"""A number that is written in another way is no other number, and another number is one in any writing."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Alignment, DifferenceKind, Text, Verdict
from tests.match.written_otherwise import DATES, FRACTIONS, MONEY, TAIL

AMOUNTS = [(language, sentence, *row) for language, sentence, rows in FRACTIONS + MONEY for row in rows]
OTHER_DAYS = ["2019-03-15", "2019-04-14", "2018-03-14", "2019-03-04"]
NO_PARTS = [
    ("In the end the third of the members voted for the bridge.", "the third", "1/3"),
    ("The firm had two third parties in its books that year.", "two third", "2/3"),
    ("The second half of the members voted for the new bridge.", "second half", "1/2"),
    ("They paid €1.5m for the old mill by the river.", "€1.5m", "1.5 million dollars"),
    ("The wall by the old mill was 1.5m high in that year.", "1.5m", "2.5m"),
    ("The mill burned down on 3 May 2019 in the evening.", "3 May 2019", "05/04/2019"),
]
"""English sentence, words in it, other words that say another thing."""


def _compared(language: str, page: str, quotation: str) -> Alignment:
    return compare(quotation.rstrip("."), prepare(Text(page + TAIL[language])))


def _is_same(language: str, page: str, quotation: str) -> None:
    got = _compared(language, page, quotation)
    assert got.verdict in (Verdict.VERBATIM, Verdict.NEAR, Verdict.MODIFIED), got.differences


def _is_other(language: str, page: str, quotation: str) -> None:
    got = _compared(language, page, quotation)
    assert got.verdict is Verdict.ALTERED, (got.verdict, got.differences)
    assert DifferenceKind.NUMBER in {one.kind for one in got.differences}, got.differences


@pytest.mark.parametrize(("language", "sentence", "one", "other"), [row[:4] for row in AMOUNTS])
def test_the_same_value(language: str, sentence: str, one: str, other: str) -> None:
    _is_same(language, sentence.format(one), sentence.format(other))
    _is_same(language, sentence.format(other), sentence.format(one))


@pytest.mark.parametrize(("language", "sentence", "one", "other", "changed", "again"), AMOUNTS)
def test_another_value(language: str, sentence: str, one: str, other: str, changed: str, again: str) -> None:
    for shown in (one, other):
        for another in (changed, again):
            _is_other(language, sentence.format(shown), sentence.format(another))
            _is_other(language, sentence.format(another), sentence.format(shown))


@pytest.mark.parametrize(("language", "sentence", "day"), DATES)
def test_the_same_day(language: str, sentence: str, day: str) -> None:
    _is_same(language, sentence.format(day), sentence.format("2019-03-14"))
    _is_same(language, sentence.format("2019-03-14"), sentence.format(day))


@pytest.mark.parametrize(("language", "sentence", "day"), DATES)
def test_another_day(language: str, sentence: str, day: str) -> None:
    for other in OTHER_DAYS:
        _is_other(language, sentence.format(day), sentence.format(other))
        _is_other(language, sentence.format(other), sentence.format(day))


@pytest.mark.parametrize(("sentence", "words", "other"), NO_PARTS)
def test_what_is_no_such_value(sentence: str, words: str, other: str) -> None:
    _is_other("en", sentence, sentence.replace(words, other))
    _is_other("en", sentence.replace(words, other), sentence)


def test_values_at_the_edges_and_several_at_once() -> None:
    page = "14 March 2019 was the day on which two thirds of the hall wanted the mill for €1.5m.\n"
    quotation = "2019-03-14 was the day on which 2/3 of the hall wanted the mill for 1.5 million euros"
    got = _compared("en", page, quotation)
    assert got.verdict is Verdict.NEAR
    assert [(one.quoted, one.found) for one in got.differences] == [
        ("2019-03-14", "14 March 2019"),
        ("2/3", "two thirds"),
        ("1.5 million euros", "€1.5m"),
    ]
    assert got.found is not None
    assert got.found.startswith("14 March")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Sopimus allekirjoitettiin {} kaupungintalolla pitkän neuvottelun jälkeen.", "14. maaliskuuta 2019"),
        ("Antlaşma {} tarihinde belediye binasında uzun bir görüşmeden sonra imzalandı.", "14 Mart 2019"),
        ("Tratatul a fost semnat la {} în primăria orașului după negociere.", "14 martie 2019"),
        ("这份协议于{}在市政厅经过长时间谈判后签署。", "2019年3月14日"),
    ],
)
def test_a_day_on_a_page_of_one_sentence_in_further_languages(sentence: str, day: str) -> None:
    page, iso = prepare(Text(sentence.format(day))), prepare(Text(sentence.format("2019-03-14")))
    assert compare(sentence.format("2019-03-14"), page).verdict is Verdict.NEAR
    assert compare(sentence.format(day), iso).verdict is Verdict.NEAR
    assert compare(sentence.format("2019-03-15"), page).verdict is Verdict.ALTERED
    assert compare(sentence.format("2019-04-14"), page).verdict is Verdict.ALTERED
