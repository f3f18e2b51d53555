"""Quotations of sound manuscripts are found again after print, extraction and translation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.model import QuotationKind, Text
from citecheck.parse import parse
from fixtures.typeset import LANGUAGES, Setting, typeset

QUOTED: dict[str, list[list[str]]] = json.loads(Path(__file__).with_name("quoted.json").read_text("utf-8"))
SETTINGS = {
    "page-wise, calls after the word": Setting(double=True, rule=" " * 46, feed=False, page_number="foot"),
    "page-wise, calls slipped to the next word": Setting(
        double=True, rule=" " * 46, feed=False, page_number="foot", call="next"
    ),
    "endnotes": Setting(notes="end", call="[{}]", title="Notes", paragraph_gap=1),
}
STRAIGHT = str.maketrans("«»„“”", '"""""')


def folded(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def with_straight_marks(language: str, setting: Setting) -> str:
    """A set manuscript; French keeps its marks, whose inner spaces would tell nothing of straight ones."""
    content = typeset(language, setting).text
    return content if language == "french" else content.translate(STRAIGHT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", SETTINGS)
def test_pairs_survive(setting: str, language: str) -> None:
    found = parse(Text(with_straight_marks(language, SETTINGS[setting]))).quotations
    pairs = [(one.note, folded(one.exact)) for one in found if one.kind is QuotationKind.PASSAGE]
    assert pairs == [(note, folded(exact)) for note, exact in QUOTED[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_lost_mark_costs_one_quotation_at_most(language: str) -> None:
    content = with_straight_marks(language, SETTINGS["endnotes"])
    wanted = {folded(exact) for _, exact in QUOTED[language]}
    for place in [place for place, sign in enumerate(content) if sign in '"«»'][:8]:
        found = parse(Text(content[:place] + content[place + 1 :])).quotations
        assert len(wanted - {folded(one.exact) for one in found}) <= 1
