"""The corrected reference: the note's own words, only what is certain put right, in the note's own style."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from citecheck.reference import Reference, corrected, usual_style
from tests.report.build import audit_of

CASES = json.loads(Path(__file__).with_name("references.json").read_text("utf-8"))
TODAY = date(2026, 11, 23)


def reference_of(case: dict[str, Any]) -> Reference | None:
    audit = audit_of({"language": case["language"], "notes": [case]})
    (note,) = audit.extraction.parsed.notes
    answers = list(zip(audit.extraction.links, audit.links, strict=True))
    return corrected(note, answers, usual_style([note], case["language"]), TODAY)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_in_the_note_s_own_style(case: dict[str, Any]) -> None:
    reference = reference_of(case)
    assert (reference and reference.after) == case["after"]
    if reference is not None:
        kept = [part.text for part in reference.parts if part.kind != "in"]
        new = [part.text for part in reference.parts if part.kind != "out"]
        assert "".join(kept) == " ".join(case["text"].split())
        assert "".join(new) == reference.after


@given(before=some.text("ab .,;([", max_size=20), after=some.text("ab .,;)] accessed0159", max_size=120))
def test_words_around_are_kept(before: str, after: str) -> None:
    text = f"{before} http://a.example/1 {after}"
    archive = {"url": "https://web.archive.example/1", "datetime": "2019-02-01T00:00:00"}
    link = {"raw": "http://a.example/1", "status": "gone", "archive": archive}
    reference = reference_of({"language": "en", "text": text, "links": [link]})
    assert reference is not None
    assert "".join(part.text for part in reference.parts if part.kind == "same") == " ".join(text.split())


def test_a_name_in_cyrillic_makes_neither_a_note_nor_a_book_russian() -> None:
    archive = {"url": "https://web.archive.example/1", "datetime": "2019-02-01T00:00:00"}
    link = {"raw": "http://a.example/1", "status": "gone", "archive": archive}
    texts = ["Dupont, Le port. http://a.example/1", "Petit, Le quai (Причал). http://a.example/1"]
    audit = audit_of({"language": "fr", "notes": [{"text": text, "links": [link]} for text in texts]})
    notes = audit.extraction.parsed.notes
    for at, note in enumerate(notes):
        reference = corrected(
            note, [(audit.extraction.links[at], audit.links[at])], usual_style(notes, "fr"), TODAY
        )
        assert reference is not None
        assert ", copie archivée : https://web.archive.example/1" in reference.after


def test_a_date_of_access_in_words_of_another_language_is_seen() -> None:
    """What the note's citation was read to say counts: no second date is put beside it."""
    url = "https://press.example/1"
    text = f"J. Ivić, Mostovi, {url} (pregledano 3. svibnja 2021.)."
    citation = {"kind": "web", "accessed": "2021-05-03"}
    link = {"raw": url, "status": "moved", "final_url": "https://press.example/2"}
    case = {"language": "en", "text": text, "links": [link], "citations": [citation]}
    reference = reference_of(case)
    assert reference is not None
    assert reference.after == "J. Ivić, Mostovi, https://press.example/2 (pregledano 3. svibnja 2021.)."
