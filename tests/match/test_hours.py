"""A time of the day in another writing of its own language is the same time, and another time is altered."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Alignment, DifferenceKind, Text, Verdict
from tests.match.written_otherwise import TAIL

WRITTEN = [
    ("de", "Die letzte Fähre verlässt den Hafen im Sommer um {} Uhr.", ["17.30", "17:30"], "17.45"),
    ("fr", "Le dernier bac quitte le port en été à {}.", ["17 h 30", "17h30", "17:30"], "18 h 30"),
    ("en", "The last ferry leaves the harbour in summer at {}.", ["5.30pm", "5:30 p.m.", "17:30"], "5.30am"),
    ("ru", "Последний паром уходит летом из порта в {}.", ["17.30", "17:30"], "17:35"),
    ("it", "L'ultimo traghetto lascia il porto d'estate alle {}.", ["17.30", "17:30"], "16.30"),
    ("pl", "Ostatni prom opuszcza latem port o {}.", ["17.30", "17:30"], "17:20"),
]
CASES = [(code, text, one, other) for code, text, some, _ in WRITTEN for one in some for other in some]


def compared(language: str, quotation: str, page: str) -> Alignment:
    return compare(quotation.rstrip("."), prepare(Text(page + TAIL[language])), language=language)


@pytest.mark.parametrize(("language", "sentence", "one", "other"), CASES)
def test_one_time_in_two_writings(language: str, sentence: str, one: str, other: str) -> None:
    got = compared(language, sentence.format(one), sentence.format(other))
    assert got.verdict in (Verdict.VERBATIM, Verdict.NEAR, Verdict.MODIFIED), got.differences
    assert DifferenceKind.WORD not in {found.kind for found in got.differences}


@pytest.mark.parametrize(("language", "sentence", "some", "other"), WRITTEN)
def test_another_time_in_any_writing(language: str, sentence: str, some: list[str], other: str) -> None:
    for one in some:
        for quoted, found in ((one, other), (other, one)):
            got = compared(language, sentence.format(quoted), sentence.format(found))
            assert got.verdict is Verdict.ALTERED, (quoted, found)
            assert DifferenceKind.NUMBER in {number.kind for number in got.differences}


@pytest.mark.parametrize(
    ("quoted", "found"),
    [("a ratio of 1:20", "a ratio of 1 to 20"), ("a ratio of 1 to 20", "a ratio of 1:20")],
)
def test_a_colon_may_stand_between_other_numbers(quoted: str, found: str) -> None:
    sentence = "The sand and the lime were mixed at {} for the wall of the old mill."
    got = compared("en", sentence.format(quoted), sentence.format(found))
    assert DifferenceKind.NUMBER not in {number.kind for number in got.differences}


@pytest.mark.parametrize(("quoted", "found"), [("4:90", "4:00"), ("4:20", "4:00"), ("12:70", "12:00")])
def test_what_is_no_time_is_another_number(quoted: str, found: str) -> None:
    sentence = "Der letzte Zug verlässt den Bahnhof im Sommer um {} Uhr."
    got = compared("de", sentence.format(quoted), sentence.format(found))
    assert got.verdict is Verdict.ALTERED
    assert DifferenceKind.NUMBER in {number.kind for number in got.differences}


@pytest.mark.parametrize(
    ("language", "sentence", "quoted", "found"),
    [
        ("en", "The sand and the lime were mixed at a ratio of {} for the old mill.", "2:10", "2.1"),
        ("ru", "Последний паром уходит летом из порта в {}.", "21:10", "21.1"),
        ("de", "Der letzte Zug verlässt den Bahnhof im Sommer um {} Uhr.", "17:00", "17:10"),
    ],
)
def test_minutes_have_two_figures(language: str, sentence: str, quoted: str, found: str) -> None:
    for one, other in ((quoted, found), (found, quoted)):
        got = compared(language, sentence.format(one), sentence.format(other))
        assert got.verdict is Verdict.ALTERED
        assert DifferenceKind.NUMBER in {number.kind for number in got.differences}


@pytest.mark.parametrize(
    ("language", "sentence", "one", "other"),
    [
        ("de", "Der letzte Zug verlässt den Bahnhof im Sommer um {} Uhr.", "17:00", "17"),
        ("fr", "Le dernier bac quitte le port en été à {}.", "17:00", "17 h"),
    ],
)
def test_a_full_hour_needs_no_minutes(language: str, sentence: str, one: str, other: str) -> None:
    for quoted, found in ((one, other), (other, one)):
        got = compared(language, sentence.format(quoted), sentence.format(found))
        assert DifferenceKind.NUMBER not in {number.kind for number in got.differences}
