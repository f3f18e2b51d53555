"""The whole job on the fixture manuscript: every answer against the truth beside it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from citecheck.repair import canonical
from tests.whole.conftest import Run
from tests.whole.truth import NOTES, TRUTH

DAYS_FROM_MIDDLE_OF_2018 = 73
"""The note gives the year only, which stands for 1 July; the capture is of 12 September."""
LETTERS_NOT_READ: set[str] = set()
"""Known to be missed; the test fails when they are read, so that the entry goes."""

WITH_STATUS = [row for row in TRUTH["notes"] if row["status"]]


def note(run: Run, note_id: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [row for row in run.report["notes"] if row["id"] == note_id]
    assert len(found) == 1, note_id
    return found[0]


def test_findings_make_exit_1(audited: Run) -> None:
    assert audited.code == 1
    assert audited.report["run"]["mode"] == "replay"
    assert audited.report["run"]["complete"] is True


def test_every_note_that_is_there_is_found(audited: Run) -> None:
    found = {row["id"]: row for row in audited.report["notes"]}
    assert set(found) == {note_id for note_id, row in NOTES.items() if row["present"]}
    for note_id, row in found.items():
        truth = NOTES[note_id]
        assert (row["line"], row["truncated"], row["continued"]) == (
            truth["line"],
            truth["truncated"],
            truth["continued"],
        ), note_id


def test_kind_and_year_of_every_source(audited: Run) -> None:
    for row in audited.report["notes"]:
        truth = NOTES[row["id"]]
        (source,) = row["citations"]
        assert (source["kind"], source["year"]) == (truth["kind"], truth["year"]), row["id"]


def test_a_short_form_stands_for_the_note_before(audited: Run) -> None:
    (source,) = note(audited, "11")["citations"]
    assert source["antecedent"]["note_id"] == "10"
    assert source["locator"] == "61"


@pytest.mark.parametrize("truth", WITH_STATUS, ids=lambda row: f"{row['id']}-{row['status']}")
def test_status_of_every_link(audited: Run, truth: dict[str, Any]) -> None:
    (link,) = note(audited, truth["id"])["links"]
    assert canonical(link["url"]) in {canonical(truth["url"]), canonical(truth["url_structural"])}
    assert link["status"] == truth["status"], link["reason"]
    if truth["archive"]:
        assert link["archive"]["state"] == truth["archive"], link["archive"]["reason"]


@pytest.mark.parametrize(
    "truth",
    TRUTH["quotations"],
    ids=lambda row: f"{row['note']}-{row['verdict']}",
)
def test_verdict_on_every_quotation(audited: Run, truth: dict[str, Any]) -> None:
    rows = [row for one in audited.report["notes"] for row in one["quotations"]]
    found = [row for row in rows if row["exact"] == truth["exact"]]
    if not NOTES[str(truth["note"])]["present"]:
        assert found == []
        return
    assert [row["verdict"] for row in found] == [truth["verdict"]], [row["reason"] for row in found]
    assert found[0]["line"] == truth["line"]


def test_findings_are_those_of_the_truth(audited: Run) -> None:
    found = Counter((row["check"], row["note_id"], row["severity"]) for row in audited.report["findings"])
    wanted = Counter((row["check"], row["note"], row["severity"]) for row in TRUTH["findings"])
    assert sorted((wanted - found).elements(), key=str) == [], "missing"
    assert sorted((found - wanted).elements(), key=str) == [], "too many"


LETTERS = [row for row in WITH_STATUS if canonical(row["url"]) != canonical(row["url_structural"])]


@pytest.mark.parametrize(
    "truth",
    [
        pytest.param(row, marks=pytest.mark.xfail(strict=True)) if row["id"] in LETTERS_NOT_READ else row
        for row in LETTERS
    ],
    ids=lambda row: row["id"],
)
def test_misread_letters_are_put_right_or_offered(audited: Run, truth: dict[str, Any]) -> None:
    (link,) = note(audited, truth["id"])["links"]
    assert truth["url"] in [candidate["url"] for candidate in link["candidates"]]


def test_every_status_and_verdict_of_a_first_look_is_shown(audited: Run) -> None:
    links = [link for row in audited.report["notes"] for link in row["links"]]
    quotations = [quote for row in audited.report["notes"] for quote in row["quotations"]]
    assert {link["status"] for link in links} >= {
        *("ok", "moved", "gone", "soft-404", "parked", "blocked", "restricted"),
        *("unreachable", "invalid", "refused", "not-checked"),
    }
    assert {quote["verdict"] for quote in quotations} >= {
        *("verbatim", "near", "modified", "partial", "altered", "not-found"),
        *("cannot-verify", "not-checkable"),
    }


def test_an_altered_number_is_shown_on_both_sides(audited: Run) -> None:
    (quote,) = note(audited, "8")["quotations"]
    numbers = [row for row in quote["differences"] if row["kind"] == "number"]
    assert [(row["quoted"].replace(" ", ""), row["found"].replace(" ", "")) for row in numbers] == [
        ("4172", "4712")
    ]


def test_a_quotation_of_a_page_that_is_gone_comes_from_its_capture(audited: Run) -> None:
    (quote,) = note(audited, "13")["quotations"]
    assert (quote["source"]["where"], quote["source"]["datetime"]) == ("archive", "2018-09-12T06:41:07Z")
    (link,) = note(audited, "13")["links"]
    assert link["archive"]["days_from_citation"] == DAYS_FROM_MIDDLE_OF_2018
    assert link["archive"]["url"] == (
        "https://web.archive.org/web/20180912064107/http://www.haute-rive.example/mairie/billets/77"
    )


def test_the_folder_is_nowhere_in_the_report(audited: Run) -> None:
    for file in audited.folder.iterdir():
        assert str(audited.folder.parent).encode() not in file.read_bytes(), file.name
