"""The labelled pages: what they are taken for, and how many questions that takes."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.status import DEAD, LIVING, SETTINGS, judged, kind_of, measure
from fixtures.status_pages import LabelledPage, pages

PAGES = tuple(pages())
KINDS = ("soft-404", "parked", "challenge", "consent", "login", "paywall")


def test_there_are_enough_pages_in_enough_languages() -> None:
    assert len(PAGES) >= 150
    languages = {page.language for page in PAGES if len(page.language) == 2}
    assert len(languages) >= 12


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_living_page_is_called_dead(setting: str) -> None:
    living = [page for page in PAGES if page.kind == "living"]
    assert [page.id for page in living if judged(page, setting)[0].status in DEAD] == []


@pytest.mark.parametrize("setting", SETTINGS)
def test_precision_and_recall(setting: str) -> None:
    right, said, there, errors = measure(PAGES, setting)
    for kind in KINDS:
        assert right[kind] >= 0.99 * said[kind], errors
        assert right[kind] >= 0.95 * there[kind], errors


def _case(page: LabelledPage) -> Any:
    why = page.entry.get("known_failure")
    marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
    return pytest.param(page, id=page.id, marks=marks)


@pytest.mark.parametrize("page", [_case(page) for page in PAGES if page.kind == "living"])
def test_a_living_page_answers_well_where_its_site_is_honest(page: LabelledPage) -> None:
    check, requests = judged(page, "honest")
    assert check.status in LIVING
    assert kind_of(check) == "living"
    assert requests <= 2
