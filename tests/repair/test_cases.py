"""URL repair, case by case; the tables stand in fixtures/urls, by origin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.repair import repair, replay

TABLES = Path(__file__).parents[2] / "fixtures" / "urls"


def table(name: str) -> list[Any]:
    rows: list[Any] = json.loads((TABLES / f"{name}.json").read_text("utf-8"))
    return rows


def about(case: dict[str, str]) -> str:
    return case["about"]


@pytest.mark.parametrize("case", table("in_the_wild") + table("synthetic"), ids=about)
def test_damage_is_undone(case: dict[str, str]) -> None:
    answer = repair(case["raw"])
    assert answer.url == case["url"]
    assert answer.raw == case["raw"]
    assert replay(answer.raw, answer.candidates[0].steps) == case["url"]


@pytest.mark.parametrize("url", table("negative"))
def test_a_sound_url_comes_back_byte_for_byte(url: str) -> None:
    answer = repair(url)
    assert (answer.url, answer.changed, answer.candidates[0].steps) == (url, False, ())


@pytest.mark.parametrize("case", table("known_failures"), ids=about)
@pytest.mark.xfail(strict=True, reason="cannot be told from the address alone")
def test_known_failure(case: dict[str, str]) -> None:
    assert repair(case["raw"]).url == case["url"]


def test_what_stands_behind_a_bad_copy_is_offered() -> None:
    printed = "https://semvar.-.bote.example/spec/v2https://semver.bote.example/spec/v2.0.0.html"
    assert "https://semver.bote.example/spec/v2.0.0.html" in [c.url for c in repair(printed).candidates]


def test_another_sites_address_in_a_path_is_no_copy() -> None:
    printed = "https://reader.example/https://www.zeitung.example/artikel/4711"
    assert [c.url for c in repair(printed).candidates][:1] == [printed]
    assert "https://www.zeitung.example/artikel/4711" not in [c.url for c in repair(printed).candidates]


def test_signs_of_html_are_undone_in_a_further_reading() -> None:
    first, second = repair("https://www.bote.example/?a=1&amp;b=2").candidates
    assert (first.url, first.steps) == ("https://www.bote.example/?a=1&amp;b=2", ())
    assert second.url == "https://www.bote.example/?a=1&b=2"
    assert [step.step for step in second.steps] == ["unescape"]


def test_a_line_below_a_folder_comes_second() -> None:
    first, second, *_ = repair("https://lake.example/news/\nNews from Leeds").candidates
    assert first.url == "https://lake.example/news/"
    assert second.url == "https://lake.example/news/News_from_Leeds"


@pytest.mark.parametrize("behind", ["12 Orr", "12", "The Weir"])
def test_a_full_stop_behind_the_sign_of_a_fragment_may_end_a_sentence(behind: str) -> None:
    assert repair(f"https://lake.example/page#.\n{behind}").url == "https://lake.example/page#"


def test_the_label_of_a_doi_takes_its_space_along() -> None:
    (candidate,) = repair("doi: 10.5555/past.12").candidates
    assert [step.step for step in candidate.steps] == ["expand-doi"]


def test_a_doubled_address_keeps_the_reading_with_its_dotted_copy() -> None:
    first, second = repair("http://http://rathaus.example/x.rathaus.example/x").candidates
    assert (first.url, second.url) == (
        "http://rathaus.example/x",
        "http://rathaus.example/x.rathaus.example/x",
    )
