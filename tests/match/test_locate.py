"""Where a run of words stands, whichever way it is looked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citecheck.match import compare, prepare
from citecheck.match.locate import find_exact
from citecheck.model import Text, Verdict

WORDS = st.sampled_from(["the", "ferry", "left", "harbour", "late"])
PROSE = """The ferry left the harbour at seven, with forty passengers and two dogs on board.
Nobody had told the harbour master that the winter timetable was no longer in force.
In the year of the flood the council bought a second vessel for the crossing."""


@given(st.lists(WORDS, min_size=1, max_size=40), st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_a_run_is_found_at_the_same_places_with_an_index_and_without(
    page: list[str], wanted: list[str], data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, len(page)))
    high = data.draw(st.none() | st.integers(0, len(page) + 3))
    plain, indexed = prepare(Text(" ".join(page))), prepare(Text(" ".join(page)))
    assert indexed.postings
    last = len(page) if high is None else min(high, len(page))
    true = [at for at in range(low, last - len(wanted) + 1) if page[at : at + len(wanted)] == wanted]
    assert list(find_exact(wanted, plain, low, high)) == true
    assert list(find_exact(wanted, indexed, low, high)) == true


def test_a_misread_passage_is_found_behind_the_call_of_a_note() -> None:
    got = compare("Nobodv had to1d the harb0ur niaster23 that the wlnter", prepare(Text(PROSE)))
    assert got.found == "Nobody had told the harbour master that the winter"
    assert got.verdict is not Verdict.ALTERED


def test_a_number_against_a_word_does_not_make_an_absent_passage_present() -> None:
    got = compare("The engine1 of the second ship was older than its captain", prepare(Text(PROSE)))
    assert got.verdict is Verdict.NOT_FOUND
