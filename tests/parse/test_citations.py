"""What a note cites, in the styles of several countries; what its short forms stand for."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.citations import HABITS, habits
from citecheck.model import Citation, CitationKind, Note
from citecheck.parse import shortforms
from citecheck.parse.citations import find_citations
from citecheck.parse.dates import printed_date
from tests.parse.written import note

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = json.loads((HERE / "citations.json").read_text("utf-8"))
SHORT: list[dict[str, Any]] = json.loads((HERE / "short_forms.json").read_text("utf-8"))


def cited(text: str) -> tuple[Citation, ...]:
    [found], _ = find_citations([note(1, text)])
    return found.citations


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_fields(case: dict[str, Any]) -> None:
    found = cited(case["note"])
    assert [
        {field: getattr(one, field) for field in want} | {"kind": str(one.kind)}
        for one, want in zip(found, case["citations"], strict=True)
    ] == case["citations"]


@pytest.mark.parametrize("path", sorted(HABITS.glob("*.json")), ids=lambda path: path.stem)
def test_notes_in_the_habits_of_many_languages(path: Path) -> None:
    right, total = habits(path)
    assert not {
        field: right[field] for field in total if right[field] < 0.97 * total[field] and field != "title"
    }
    assert right["title"] >= 0.9 * total["title"]


@pytest.mark.parametrize("case", SHORT, ids=[case["name"] for case in SHORT])
def test_short_forms(case: dict[str, Any]) -> None:
    notes = [note(int(number), text) for number, text in case["notes"].items()]
    found, problems = find_citations(notes, lost=case["lost"])
    answers = {
        one.id if not index else f"{one.id}#{index}": citation
        for one in found
        for index, citation in enumerate(one.citations)
    }
    for key, want in case["antecedents"].items():
        citation = answers[key]
        assert citation.kind is CitationKind.SHORT_FORM
        if want is None:
            assert citation.antecedent is None
        else:
            at = citation.antecedent
            assert at is not None
            assert [at.note_id, at.citation, at.warning] == (want if len(want) == 3 else [*want, None])
    assert {key for key, one in answers.items() if one.kind is CitationKind.SHORT_FORM} == set(
        case["antecedents"]
    )
    assert [[problem.note_id, problem.check] for problem in problems] == case["problems"]


def test_idem_is_the_author_before() -> None:
    found, _ = find_citations(
        [
            note(1, "Kessler, Turm und Ton, München 2009, S. 88."),
            note(2, "Ders., Guss und Form, Wien 2012, S. 3."),
        ]
    )
    [citation] = found[1].citations
    assert (citation.author, citation.title, citation.year) == ("Kessler", "Guss und Form", 2012)


def test_a_note_that_breaks_off_is_what_its_author_mostly_is() -> None:
    found, _ = find_citations(
        [
            note(1, "Pivo, E. Le bac [Ressource électronique]. - 2021. - URL : https://lac.example/bac"),
            note(2, "Pivo, E. Le quai et les grues de la rive", truncated=True),
        ]
    )
    assert [str(one.citations[0].kind) for one in found] == ["web", "web"]


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("15.10.2018", "2018-10-15"),
        ("4.8.2021", "2021-08-04"),
        ("2020-05-01", "2020-05-01"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("May 12, 2020", "2020-05-12"),
        ("12th May 2020", "2020-05-12"),
        ("3. Juli 2021", "2021-07-03"),
        ("1er mars 2020", "2020-03-01"),
        ("2 kwietnia 2020", "2020-04-02"),
        ("15 октября 2018 г.", "2018-10-15"),
        ("5 de mayo de 2021", "2021-05-05"),
        ("5 maggio 2021", "2021-05-05"),
        ("mai 2019", "2019-05"),
        ("05/06/2019", "05/06/2019"),
        ("31.06.2018", "31.06.2018"),
    ],
)
def test_printed_dates(printed: str, iso: str) -> None:
    found = printed_date(f"le {printed}", 3)
    assert found is not None
    assert found[0] == iso


@pytest.mark.parametrize(
    "printed",
    [
        "στις 3 Μαΐου 2021",
        "dne 3. května 2021",
        "den 3. maj 2021",
        "la 3 mai 2021",
        "на 3 май 2021",
        "vom 3. Mai 2021",
    ],
)
def test_words_between_accessed_and_its_date(printed: str) -> None:
    found = printed_date(printed, 0)
    assert found is not None
    assert found[0] == "2021-05-03"


def test_spans_slice_to_their_citations() -> None:
    text = "Brandt, Klang, Tübingen 2016, S. 2; Oswald, Lärm, Berlin 2018, S. 77."
    assert [one.span.of(text) for one in cited(text)] == [
        "Brandt, Klang, Tübingen 2016, S. 2",
        "Oswald, Lärm, Berlin 2018, S. 77.",
    ]


PIECES = [
    "; ",
    "2000; ",
    "(",
    "http://a/ ",
    "A. ",
    "A, ",
    "p. 1, ",
    "ibid; ",
    "- ",
    "://",
    "1999-",
    "a/",
    "op. cit. ",
    "][",
    "cit. ",
    "see ",
    "Ab/",
    "Ab, A., ",
    "NJW 2009, ",
    "hier ",
    "London, ",
    "Иванов И. И., ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    cited(piece * (50_000 // len(piece)))
    assert time.process_time() - started < 2.0


def test_many_short_forms_take_linear_time() -> None:
    started = time.process_time()
    texts = [
        "Kessler, Turm und Ton, München 2009, S. 88.",
        "Kessler, a.a.O., S. 2.",
        "Ebd.",
        "X, supra note 3, at 5",
    ]
    find_citations([note(number, texts[number % 4]) for number in range(1, 4001)])
    assert time.process_time() - started < 8.0


def test_a_title_among_many_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Works without a year might each repeat one of those before; not all of them are asked."""
    asked: list[str] = []
    names = shortforms.names_in
    monkeypatch.setattr(shortforms, "names_in", lambda printed: asked.append(printed) or names(printed))
    texts = [f"Fern Anna, River towns of the north {number}, p. {number}." for number in range(1, 501)]
    texts += ["Fern Anna, River towns of the north 77…, p. 3.", "Berg Anna, River towns of the north, p. 3."]
    found, _ = find_citations([note(number, text) for number, text in enumerate(texts, 1)])
    again, other = (one.citations[0] for one in found[-2:])
    assert again.antecedent is not None
    assert again.antecedent.note_id == found[76].id
    assert other.antecedent is None
    assert len(asked) < 20 * len(texts)


@given(st.text(max_size=150), st.text(alphabet="AbИ.,;:/-() 012'«»[]", max_size=150))
def test_no_note_raises_and_citations_cover_it(noise: str, shaped: str) -> None:
    for text in (noise, shaped):
        found, _ = find_citations([note(1, text)])
        joined = found[0].text
        assert found[0].citations
        for one in found[0].citations:
            assert 0 <= one.span.start <= one.span.end <= len(joined)


def test_of_a_note_with_thousands_of_dates_of_access_the_first_is_told() -> None:
    """The rest of it was looked through anew for each: the square of it."""
    found = cited(
        "Fern, On Moss, http://a.example/x [accessed 3 May 2018] " + "seen, accessed 4 June 2019 " * 5_000
    )
    assert found[0].accessed == "2018-05-03"


def test_a_number_of_an_earlier_chapter_is_told_by_the_author_and_with_a_warning() -> None:
    def cited_in(chapter: int, number: int, text: str) -> Note:
        return replace(note(number, text), id=f"{chapter}:{number}", chapter=chapter)

    notes = [
        cited_in(1, 1, "Brandt, Leitern, Tübingen 1999, S. 22."),
        cited_in(1, 2, "Kastell, Das Nachleben, Berlin 2014, S. 40."),
        cited_in(2, 1, "Kastell (Fn. 2), S. 52."),
        cited_in(2, 2, "Amort, Die Frist, Wien 1963, S. 118."),
        cited_in(2, 3, "Brandt (Fn. 9), S. 25."),
    ]
    found, problems = find_citations(notes)
    tie = found[2].citations[0].antecedent
    assert tie is not None
    assert (tie.note_id, tie.warning) == ("1:2", "note 2 of an earlier chapter is meant")
    assert [problem.note_id for problem in problems] == ["2:3"]
