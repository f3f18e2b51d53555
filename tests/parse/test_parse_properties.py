"""What holds for any input: no exception, spans that slice to their own text, unique ids, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Text
from citecheck.parse import parse
from citecheck.parse.layout import layout_of
from citecheck.parse.notes import find_notes

PIECES = st.sampled_from(
    [
        "1 ",
        "2. ",
        "3) ",
        "[4] ",
        "¹",
        "5Word ",
        "word6 ",
        "word.7\n",
        "\n",
        "\n\n",
        "\f",
        "  ",
        "_" * 12,
        " " * 46,
        "\n",
        "*",
        "†",
        "[^1]",
        "[^1]: ",
        "[^x]: ",
        "[Footnote 1: ",
        "]",
        "(",
        "http://a.example/1-\n",
        "p. 12. ",
        "Ibid. ",
        "Там же. ",
        "2018. ",
        "12",
        "«Mot»",
        '"word" ',
        "\u00a0",
        "\u2028",
        "\r\n",
        "\x00",
        "Notes\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
def test_any_text_is_read(content: str) -> None:
    parsed = parse(Text(content))
    ids = [note.id for note in parsed.notes]
    assert len(ids) == len(set(ids))
    for note in parsed.notes:
        assert note.spans
        assert all(0 <= span.start <= span.end <= len(content) for span in note.spans)
        assert " ".join(" ".join(span.of(content) for span in note.spans).split()) == note.text
        assert 1 <= note.line <= note.end_line
    for marker in parsed.markers:
        assert marker.span.of(content) == marker.label or marker.span.end > marker.span.start
        assert marker.note_id is None or marker.note_id in ids
    for problem in parsed.problems:
        assert problem.line >= 1


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from(["\n", "\n\n", "\n\f"])), max_size=40))
def test_lines_of_numbers_are_read(lines: list[tuple[int, str]]) -> None:
    content = "".join(f"{number} Text of {number}{end}" for number, end in lines)
    for note in parse(Text(content)).notes:
        assert note.text


HOSTILE = {
    "digits": "1234567890" * 20_000,
    "numbers": " ".join(str(number % 997) for number in range(50_000)),
    "numbered lines": "\n".join(
        f"{number % 400 + 1} Text http://a.example/{number}" for number in range(10_000)
    ),
    "the same number": "\n".join("1 Text here 1After that" for _ in range(10_000)),
    "brackets": "[" * 200_000,
    "notes that never close": "[Footnote 1: " * 15_000,
    "definitions": "[^1]: a [^1]\n" * 10_000,
    "raised": "¹" * 200_000,
    "stars": "* a*\n" * 20_000,
    "rules": ("_" * 40 + "\n1 a\n") * 10_000,
    "form feeds": "\f" * 200_000,
    "spaces": " " * 500_000,
    "one line": "word word.1 Word http://a.example/b-c 2019. " * 5_000,
}
SECONDS = 6.0
"""Measured on one core of a small machine: none takes more than 1.3."""


@pytest.mark.parametrize("name", HOSTILE)
def test_time_stays_linear(name: str) -> None:
    begin = time.process_time()
    find_notes(layout_of(HOSTILE[name]))
    assert time.process_time() - begin < SECONDS
