"""Findings stand where their author finds them: lines of text, pages of a PDF, paragraphs of Word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citecheck.model import Audit, Manuscript, Text
from citecheck.report.places import Places
from citecheck.report.words import words_in
from tests.report.sample import sample

AUDIT = sample()
CONTENT = "Title\n\nFirst paragraph.\n\nSecond paragraph.\n\nThird.\n"


def of(media_type: str, **more: object) -> Audit:
    manuscript = Manuscript("m", "", media_type, None, Text(CONTENT, **more))  # type: ignore[arg-type]
    return replace(AUDIT, extraction=replace(AUDIT.extraction, manuscript=manuscript))


@pytest.mark.parametrize(
    ("audit", "told"),
    [
        (of("text/plain"), "line 5"),
        (of("text/markdown"), "line 5"),
        (of("text/x-tex", files=((4, "parts/two.tex"),)), "parts/two.tex, line 2"),
        (of("text/html"), "paragraph 3"),
        (of("application/epub+zip"), "paragraph 3"),
        (of("application/pdf", page_starts=(0, 20, 45)), "page 2"),
        (of("application/pdf", page_starts=(0, 20, 45), page_labels=("iv", "v", "1")), "page v"),
    ],
)
def test_place(audit: Audit, told: str) -> None:
    assert Places(audit, words_in("en"))(5) == told


def test_a_line_past_the_end_has_a_place_too() -> None:
    assert Places(of("application/pdf", page_starts=(0, 20, 45)), words_in("fr"))(99) == "page 3"
