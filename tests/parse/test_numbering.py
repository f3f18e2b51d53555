"""The best sequence among numbers, most of which are chance."""

from __future__ import annotations

import pytest

from citecheck.parse.labels import Style, label_at, roman
from citecheck.parse.layout import Kind, layout_of
from citecheck.parse.numbering import Costs, best_sequence


def taken(numbers: list[int], weights: list[float] | None = None, *, rounds: bool = True) -> list[int]:
    steps = best_sequence(numbers, weights or [1.0] * len(numbers), Costs(), rounds=rounds)
    return [numbers[step.index] for step in steps]


def test_a_false_number_does_not_derail() -> None:
    assert taken([1, 2, 178, 3, 4, 5]) == [1, 2, 3, 4, 5]


def test_lost_numbers_are_stepped_over() -> None:
    assert taken([1, 2, 3, 9, 10, 11]) == [1, 2, 3, 9, 10, 11]


def test_a_long_gap_costs_no_more_than_a_middling_one() -> None:
    assert taken([1, 2, 3, *range(400, 410)]) == [1, 2, 3, *range(400, 410)]


def test_numbering_starts_anew_only_where_it_pays() -> None:
    assert taken([1, 2, 3, 1, 4, 5]) == [1, 2, 3, 4, 5]
    steps = best_sequence([1, 2, 3, 1, 2, 3, 4, 5], [2.0] * 8, Costs())
    assert [step.round for step in steps] == [1, 1, 1, 2, 2, 2, 2, 2]
    assert taken([1, 2, 3, 1, 2, 3, 4, 5], rounds=False) == [1, 2, 3, 4, 5]


def test_a_weak_candidate_is_taken_where_it_is_due() -> None:
    assert taken([1, 2, 3, 4], [2.0, 2.0, -0.5, 2.0]) == [1, 2, 3, 4]
    assert taken([1, 2, 9, 3], [2.0, 2.0, -0.5, 2.0]) == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "style", "number", "text"),
    [
        ("12 Text", Style.BARE, 12, "Text"),
        ("12Text", Style.GLUED, 12, "Text"),
        ("12. Text", Style.DOT, 12, "Text"),
        ("(12) Text", Style.PAREN, 12, "Text"),
        ("[12] Text", Style.BRACKET, 12, "Text"),
        ("¹² Text", Style.SUPERSCRIPT, 12, "Text"),
        ("Anm. 12: Text", Style.WORD, 12, "Text"),
        ("12", Style.ALONE, 12, ""),
    ],
)
def test_labels_in_every_dress(line: str, style: Style, number: int, text: str) -> None:
    label = label_at(line, 0, len(line))
    assert label is not None
    assert (label.style, label.number, line[label.end :]) == (style, number, text)


@pytest.mark.parametrize(
    "line", ["12.5 per cent", "012 Text", "[12](http://a.example)", "Text", "99999 Text", ""]
)
def test_what_is_no_label(line: str) -> None:
    assert label_at(line, 0, len(line)) is None


def test_roman_numerals() -> None:
    assert [roman(text) for text in ("i", "iv", "ix", "xlii", "cxc", "iiii", "vx", "abc")] == [
        1, 4, 9, 42, 190, 0, 0, 0,
    ]  # fmt: skip


def test_rules_of_spaces_are_told_from_empty_lines() -> None:
    assert [row.rule for row in layout_of("Body\n" + " " * 46 + "\n1 Note\n").rows] == [0, 46]
    empty = ("Line of text\n" + " " * 46 + "\n") * 20
    assert not any(row.rule for row in layout_of(empty).rows)


def test_page_numbers_and_running_heads_are_no_text() -> None:
    words = ("alder", "birch", "cedar", "date", "elm")
    pages = "".join(
        f"The Title {page}\n\nOn this page the {word}\nand more of {word}s\n\n{page}\n\f"
        for page, word in enumerate(words, 8)
    )
    kinds = [row.kind for row in layout_of(pages).rows]
    assert kinds.count(Kind.PAGE_NUMBER) == 5
    assert kinds.count(Kind.HEAD) == 5
