"""Notes beside the pages they cite, as their mark-up describes itself (`fixtures/metadata/pairs.json`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.checks._described import differences
from citecheck.model import Citation, CitationKind, Span
from citecheck.read import read_page

PAIRS = json.loads((Path(__file__).parents[2] / "fixtures" / "metadata" / "pairs.json").read_text("utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["why"])
def test_what_differs_is_told_and_nothing_else(pair: dict[str, Any]) -> None:
    head = pair["head"].encode()
    page = read_page(b"<html><head>" + head + b"</head><body><p>Text.</p></body></html>", "text/html", "page")
    printed = {key: value for key, value in pair["note"].items() if key != "text"}
    citation = Citation(CitationKind.WEB, Span(0, 1), **printed)
    text = pair["note"]["text"] or " ".join(str(value) for value in printed.values())
    found = differences(citation, page.metadata, text, pair["language"], pair["host"])
    assert [one.what for one in found] == pair["differs"], (page.metadata, found)
