"""The files of the table of senses, `data/concepts*.tsv`, all written for this project (`concepts_bodies.tsv`
has states, bodies and acronyms), and of forms of its words, `data/forms.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

FORMS = "forms.tsv"
ADDED = ("concepts_agency.tsv", "concepts_documents.tsv", "concepts_roles.tsv")
"""Their words keep the senses that shorter beginnings of the other files give them, and hide none."""


@cache
def languages() -> tuple[str, ...]:
    """Languages that have words here."""
    return tuple(_table()[0][2:])


def rows() -> Iterator[list[str]]:
    """Cells of every row: kind, sides, and a cell for each of `languages()`."""
    return iter(_table()[1:])


def _table() -> tuple[list[str], ...]:
    """Rows of all `concepts*.tsv`, those of `ADDED` last, the header first; each file has it."""
    return _read()[0]


def first_added() -> int:
    """Number of the first row of `ADDED`."""
    return _read()[1]


@cache
def _read() -> tuple[tuple[list[str], ...], int]:
    folder = files("citecheck.match").joinpath("data")
    named = (one for one in folder.iterdir() if one.name.startswith("concepts"))
    ordered = sorted(named, key=lambda one: (one.name in ADDED, one.name))
    first, *further = (one.read_text("utf-8").splitlines() for one in ordered)
    lines = first + [line for some in further for line in some[1:]]
    added = sum(len(some) - 1 for some in further[-len(ADDED) :])
    return tuple(line.split("\t") for line in lines), len(lines) - 1 - added


@cache
def forms() -> tuple[tuple[str, str, str], ...]:
    """Language, folded word and folded forms, from simplemma's lists (`benchmarks/build_forms.py`)."""
    source = files("citecheck.match").joinpath("data", FORMS).read_text("utf-8")
    rows = (line.split("\t") for line in source.splitlines())
    return tuple((code, word, entries) for code, word, entries in rows)
