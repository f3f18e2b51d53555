"""Whole histories in the archive: which capture stands for the page, what is said of it, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.model import Purpose
from tests.investigate.archive_world import ArchiveWorld

HISTORIES = json.loads(Path(__file__).with_name("archive_histories.json").read_text("utf-8"))


@pytest.mark.parametrize("history", HISTORIES, ids=[history["what"] for history in HISTORIES])
def test_the_archive_is_read_rightly(history: dict[str, Any]) -> None:
    world = ArchiveWorld(history)
    check = world.check()
    assert check.archive.state.value == history["state"], history["why"]
    shown = check.archive.datetime.strftime("%Y%m%d%H%M%S") if check.archive.datetime else None
    assert shown == history["stamp"], history["why"]
    if "days" in history:
        assert check.archive.days_from_citation == history["days"]
    if "pages" in history:
        archived = [page.url for page in check.pages if page.purpose is Purpose.REPLAY]
        shown_pages = [_stamp(world, url) for url in archived]
        assert shown_pages == history["pages"], history["why"]
    if "index" in history:
        assert sum(ask.purpose is Purpose.INDEX for ask in world.asked) == history["index"]
    suggestion = check.suggestion
    assert (suggestion.url if suggestion else None) == history.get("suggestion"), history["why"]
    assert (suggestion.confirmed_by if suggestion else None) == history.get("confirmed")


def _stamp(world: ArchiveWorld, url: str) -> str:
    final = world.outcome_of(url).final_url
    return final.partition("/web/")[2][:14]


def test_there_are_enough_histories() -> None:
    assert len(HISTORIES) >= 30
