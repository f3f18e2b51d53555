"""The tables that rows of words stand in: each line has its cells, and no entry stands twice or unread."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.resources import files

import pytest

from citecheck.match.crosslingual.members import members_at
from citecheck.match.fold import split_words

DATA = files("citecheck.match").joinpath("data")
CYRILLIC = re.compile(r"[\u0400-\u04ff' ]+")


def lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in DATA.joinpath(name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["given.tsv", "members.tsv"])
def test_each_line_has_a_cell_for_each_column(name: str) -> None:
    header, *rows = lines(name)
    assert {len(row) for row in rows} == {len(header)}
    assert not [row for row in rows if any(cell != " ".join(cell.split()) for cell in row)]


def test_a_first_name_stands_in_one_line() -> None:
    _, *rows = lines("given.tsv")
    for column in zip(*rows, strict=True):
        twice = [name for name, count in Counter(" ".join(column).split()).items() if count > 1]
        assert twice == []
    assert all(CYRILLIC.fullmatch(cell) for row in rows for cell in row)


def test_each_word_of_a_member_is_known_as_one() -> None:
    header, *rows = lines("members.tsv")
    for group, member, *cells in rows:
        for code, cell in zip(header[2:], cells, strict=True):
            for entry in cell.split():
                words = split_words(entry.removesuffix("*").replace("_", " ")).folded
                known = members_at(words, range(len(words)), code)
                assert (group, member) in known, (code, entry)


@pytest.mark.parametrize("name", ["heard.jsonl"])
def test_readings_are_patterns(name: str) -> None:
    rows = [json.loads(line) for line in DATA.joinpath(name).read_text("utf-8").splitlines()]
    assert len({row["code"] for row in rows}) == len(rows)
    for row in rows:
        for spelling, heard in row["heard"]:
            assert re.compile(spelling)
            assert isinstance(heard, str)
