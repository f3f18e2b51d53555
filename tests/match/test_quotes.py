"""Verdicts as an editor reads them, from case tables in nine languages."""

from __future__ import annotations

import json
import pickle
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from citecheck.match import Page, compare, language_of, prepare
from citecheck.model import Text, Verdict

QUOTES = Path(__file__).parent.parent.parent / "fixtures" / "quotes"
PAGES: dict[str, str] = json.loads((QUOTES / "pages.json").read_text("utf-8"))
CASES: list[dict[str, Any]] = json.loads((QUOTES / "cases.json").read_text("utf-8"))


@cache
def page(language: str) -> Page:
    return prepare(Text(PAGES[language]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['page']}: {case['why']}")
def test_verdict(case: dict[str, Any]) -> None:
    got = compare(case["quote"], page(case["page"]))
    assert got.verdict == case["verdict"], got
    if "kinds" in case:
        assert sorted({d.kind.value for d in got.differences} & {"number", "negation", "name"}) == sorted(
            set(case["kinds"]) & {"number", "negation", "name"}
        ), got
        assert set(case["kinds"]) <= {d.kind.value for d in got.differences}, got
    if "flags" in case:
        assert [flag.value for flag in got.flags] == case["flags"], got
    if "found" in case:
        assert got.found == case["found"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['page']}: {case['why']}")
def test_answers_point_into_the_page(case: dict[str, Any]) -> None:
    content = PAGES[case["page"]]
    got = compare(case["quote"], page(case["page"]))
    assert got.verdict.located == (got.span is not None)
    if got.span is None:
        assert got.score is got.found is got.text_fragment is None
        return
    assert got.found == content[got.span.start : got.span.end]
    assert content[: got.span.start].endswith(got.prefix)
    assert content[got.span.end :].startswith(got.suffix)
    assert all(got.span.start <= f.start < f.end <= got.span.end for f in got.fragments)
    assert got.score is not None
    assert 0 <= got.score <= 1
    assert got.text_fragment is not None
    assert got.text_fragment.startswith("#:~:text=")


@pytest.fixture(autouse=True)
def _without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a plain install answers, also where the model is installed."""
    monkeypatch.setattr("citecheck.match.crosslingual.installed", lambda: None)


@pytest.mark.parametrize("language", sorted(PAGES))
def test_language_of_a_page(language: str) -> None:
    assert language_of(PAGES[language]) == language


@pytest.mark.parametrize("text", ["", "12.5 %", "Ludmila", "—"])
def test_no_language_without_evidence(text: str) -> None:
    assert language_of(text) is None


def test_reason_names_both_languages_and_the_extra() -> None:
    got = compare("Le contrat ne sera pas signé avant la fin de l'année", page("ru"))
    assert got.verdict is Verdict.CANNOT_VERIFY
    assert "French" in got.reason
    assert "Russian" in got.reason
    assert "citecheck-audit[crosslingual]" in got.reason


def test_a_foreign_quotation_that_the_page_has_is_found() -> None:
    mixed = prepare(Text(PAGES["ru"] + "\nThe minister said: “we shall not sell the harbour to anybody”."))
    assert compare("we shall not sell the harbour", mixed).verdict is Verdict.VERBATIM


def test_empty_and_short_pages() -> None:
    assert compare("some words that are quoted", prepare(Text(""))).verdict is Verdict.NOT_CHECKABLE
    got = compare("a quotation of many more words than the page has", prepare(Text("Sign in")))
    assert got.verdict is Verdict.CANNOT_VERIFY
    assert "shorter" in got.reason


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    got = compare("rose by 5 % in the year", prepare(Text("Prices rose by 25 % in the year after.")))
    assert got.verdict is Verdict.ALTERED


def test_one_of_two_equal_numbers_cannot_change_unseen() -> None:
    text = "In the north 60 % of the farms and in the south 60 % of the shops were sold."
    quote = "In the north 60 % of the farms and in the south 40 % of the shops were sold."
    got = compare(quote, prepare(Text(text)))
    assert [(d.kind.value, d.quoted, d.found) for d in got.differences] == [("number", "40", "60")]


def test_of_two_places_the_one_with_the_same_punctuation_is_taken() -> None:
    text = "Open the gate, and close the door again. He said: open the gate and close the door again."
    got = compare("open the gate and close the door again", prepare(Text(text)))
    assert got.verdict is Verdict.VERBATIM
    assert got.span is not None
    assert got.span.start > 40
    assert got.text_fragment is not None
    assert "-," in got.text_fragment


def test_fragments_are_matched_in_order_near_each_other() -> None:
    text = (
        "We agreed to pay. "
        + "Then other things happened on the island. " * 30
        + ("The board of the port found that the cost was high. We agreed to pay in part.")
    )
    got = compare("The board of the port found … We agreed to pay", prepare(Text(text)))
    assert got.verdict is Verdict.VERBATIM
    assert got.span is not None
    assert got.span.start > 1000


def test_the_second_reading_of_a_page_is_tried() -> None:
    text = Text(
        "Loading the article, please wait a moment for it", alternative="The bridge was closed for years."
    )
    got = compare("The bridge was closed for years", prepare(text))
    assert got.verdict is Verdict.VERBATIM
    assert got.span is None
    assert "article data" in got.reason


def test_a_page_that_only_its_data_fill() -> None:
    text = Text("", alternative="The bridge was closed for years.")
    assert compare("The bridge was closed for years", prepare(text)).verdict is Verdict.VERBATIM


def test_pages_of_a_paged_source_are_named() -> None:
    text = Text("First page of it.\nThe second page has these words.\n", page_starts=(0, 18), page_labels=())
    assert compare("has these words", prepare(text)).page == 2


def test_a_page_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(page("en")))
    assert compare("the yard built 2,482 boats", again).verdict is Verdict.VERBATIM


def test_scripts_without_spaces() -> None:
    chinese = prepare(Text("董事会于五月开会。旧桥因修理关闭三个月。合同将不会签署。"))
    assert compare("旧桥因修理关闭三个月", chinese).verdict is Verdict.VERBATIM
    assert compare("市长把房子卖给了邻居的儿子", chinese).verdict is Verdict.NOT_FOUND


def test_words_left_out_without_a_sign_are_listed() -> None:
    text = (
        "The committee of the seven towns agreed in the spring, after long quarrels that nobody now "
        "remembers and that filled four volumes of minutes, to share the water of the lake between them."
    )
    quote = (
        "The committee of the seven towns agreed in the spring to share the water of the lake between them"
    )
    got = compare(quote, prepare(Text(text)))
    assert got.verdict in (Verdict.MODIFIED, Verdict.ALTERED)
    assert any("quarrels" in difference.found for difference in got.differences)


def test_a_word_put_in_front_is_not_laid_beside_the_heading_above() -> None:
    beside = prepare(
        Text("Mills and water\nThere was, in some years, free water for the mills of the lower town.\n")
    )
    got = compare("Never was there free water for the mills of the lower town", beside)
    put_in = compare("never there was free water for the mills of the lower town", beside)
    assert (got.verdict, put_in.verdict) == (Verdict.ALTERED, Verdict.ALTERED)
    assert put_in.found is not None
    assert put_in.found.startswith("There was")
    assert [d.found for d in put_in.differences if d.quoted == "never"] == [""]
