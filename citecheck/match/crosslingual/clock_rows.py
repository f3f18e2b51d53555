"""How languages say times of the day.

From `data/clocks.jsonl`, one row a language: `marks`, words behind a number that make it an hour; `before`,
words before one (`at`: that make it a time of the day where hours stand behind it; `is`: phrases before a
quarter or a half of an hour); `spoken`, phrases with
the hour as a number (`H`) or an ordinal (`O`), with minutes (`M`) and such a word before (`B`), and the
minutes that they add to it (`M-60`: of the hour before; `=`: a length of time alone; `~`: a time where a word
before says so and no noun is behind, *a quarter to ten*); `halves`, what a half is joined to its hour with;
`day`, words that tell the half of the day (`!`: behind what is an hour anyway); `noon` and `midnight`;
`twelve`, where `5:30` may be in the afternoon.
Written for this project.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citecheck.match.rows import folded, rows, strings

NAMED = (("noon", 720), ("midnight", 0))
"""Minutes of the day."""
NUMBER, BEFORE, WORD = "0", "B", ""


@dataclass(frozen=True, slots=True)
class Row:
    marks: tuple[tuple[str, ...], ...]
    before: frozenset[str]
    at: frozenset[str]
    told: tuple[tuple[str, ...], ...]
    spoken: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Patterns and what they add by what they begin with: `B`, `0` for a number, or nothing for a word."""
    halves: str
    day: tuple[tuple[tuple[str, ...], str], ...]
    named: tuple[tuple[tuple[str, ...], int], ...]
    twelve: bool


@cache
def clock_rows() -> dict[str, Row]:
    return {code: _row(row) for code, row in rows("clocks.jsonl").items()}


def _row(row: dict[str, object]) -> Row:
    spoken, day = row["spoken"], row["day"]
    assert isinstance(spoken, dict)
    assert isinstance(day, dict)
    return Row(
        tuple(folded(mark) for mark in strings(row["marks"])),
        frozenset("".join(folded(word)) for word in strings(row["before"])),
        frozenset("".join(folded(word)) for word in strings(row["at"])),
        tuple(folded(phrase) for phrase in strings(row.get("is", []))),
        _by_beginning([(_pattern(pattern), str(told)) for pattern, told in spoken.items()]),
        str(row.get("halves", "")),
        tuple((folded(phrase), part) for part, phrases in day.items() for phrase in phrases),
        tuple((folded(word), minutes) for name, minutes in NAMED for word in strings(row[name])),
        bool(row.get("twelve")),
    )


def _pattern(pattern: str) -> tuple[str, ...]:
    return tuple(part if part.isupper() else _stem(part) for part in pattern.split())


def _stem(part: str) -> str:
    return "".join(folded(part.removesuffix("*"))) + "*" * part.endswith("*")


def _by_beginning(
    patterns: Sequence[tuple[tuple[str, ...], str]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    kinds = {"H": NUMBER, "M": NUMBER, "O": NUMBER, "B": BEFORE}
    return {
        kind: tuple(one for one in patterns if kinds.get(one[0][0], WORD) == kind)
        for kind in (NUMBER, BEFORE, WORD)
    }
