"""What a card of the HTML report says, and that it says it once: a book of 2,000 notes has to stay small."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from benchmarks.report_page import case_of, damaged_case
from citecheck.report import FORMATS
from citecheck.report.marked import mended, varied
from tests.report.build import audit_of

LIMIT = 5_000_000
"""Bytes of a report on 2,000 notes that can still be sent by mail and opened on a telephone."""
SENTENCE = "The mill stood by the river. Nobody knew who had built it, says the old chronicle of the town. "


def page_of(case: dict[str, Any]) -> str:
    return str(FORMATS["html"].render(audit_of(case), b""))


def card_of(note: dict[str, Any], number: int = 1, **case: Any) -> str:
    """The mark-up of one card."""
    page = page_of({"notes": [note], **case})
    return page[page.index(f"id=note-{number}") : page.index("</article>")]


def words(markup: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", markup))


@pytest.mark.parametrize("case", [case_of, damaged_case], ids=["ordinary", "damaged"])
def test_two_thousand_notes_fit_in_five_megabytes(case: Any) -> None:
    few, more = (len(page_of(case(notes)).encode()) for notes in (40, 140))
    assert few + (more - few) / 100 * 1960 < LIMIT


def test_a_quotation_without_a_passage_is_marked_in_its_sentence_and_not_said_again() -> None:
    card = card_of({"body": SENTENCE, "quotes": [{"exact": "it burned twice", "verdict": "not-found"}]})
    assert "old chronicle of the town. “<mark>it burned twice</mark>”" in card
    assert words(card).count("it burned twice") == 1
    assert "The mill stood" not in card, "the sentence is shown, not all that stands before it"


def test_a_quotation_in_another_language_stands_by_itself() -> None:
    quote = {"exact": "elle a brûlé deux fois", "verdict": "not-found", "language": "fr"}
    card = card_of({"body": SENTENCE, "quotes": [quote]}, language="en")
    assert '<q lang="fr">elle a brûlé deux fois</q>' in card
    assert "In the manuscript, line 1 · fr" in card


def test_a_long_quotation_beside_its_passage_is_shortened_in_the_sentence_only() -> None:
    exact = "the river rose in the night and " + "nobody had been told of it, " * 6 + "so it burned twice"
    card = card_of({"body": SENTENCE, "quotes": [{"exact": exact, "verdict": "verbatim"}]})
    (sentence,) = re.findall(r"In the text: </i>(.*?)<section>", card)
    assert (
        "“the river rose in the night and nobody had […] had been told of it, so it burned twice”" in sentence
    )
    assert words(card).count(exact) == 2, "in the manuscript, and in the source"


def test_a_note_with_a_corrected_reference_is_shown_once_with_its_changes() -> None:
    raw, url = "http://http://a.example/my news", "http://a.example/my_news"
    link = {"raw": raw, "url": url, "steps": [["undouble", url]], "status": "ok"}
    card = card_of({"text": f"Miller. Mills. URL: {raw}.", "links": [link]})
    shown = "Miller. Mills. URL: <del>http://</del>http://a.example/my<del> </del><ins>_</ins>news"
    assert shown in card
    assert words(card).count("Miller. Mills.") == 1
    assert "As printed" not in card, "what was printed and what was mended stand in the reference"
    assert "<dt>Repair<dd><small>doubling undone</small><dt>Read as<dd>" in card


def test_an_address_that_is_read_but_not_certain_is_shown_as_printed_with_what_was_mended() -> None:
    raw, url = "http://http://a.example/my news", "http://a.example/my_news"
    link = {"raw": raw, "url": url, "steps": [["undouble", url]], "status": "blocked"}
    card = card_of({"text": f"Miller. Mills. URL: {raw}.", "links": [link]})
    assert f"<p>Miller. Mills. URL: {raw}." in card
    assert "<dt>As printed<dd><del>http://</del>http://a.example/my<del> </del><ins>_</ins>news" in card


def test_another_reading_is_shown_by_its_difference() -> None:
    urls = [f"https://www.a.example/2018/12/the-{word}-of-the-river.html" for word in ("bum", "burn")]
    link = {"raw": urls[0], "candidates": [{"url": url} for url in urls], "status": "not-checked"}
    card = card_of({"links": [link]})
    assert "<dt>Other readings<dd>…18/12/the-bu<del>m</del><ins>rn</ins>-of-the-rive…" in card


def test_an_archived_copy_is_linked_whole_and_named_by_its_archive_and_date() -> None:
    url, copy = "https://a.example/x", "https://web.archive.example/web/20190401000000/https://a.example/x"
    link = {"raw": url, "status": "gone", "archive": {"url": copy, "datetime": "2019-04-01T00:00:00"}}
    card = card_of({"links": [link]})
    assert f'href="{copy}">https://web.archive.example/web/20190401000000/…</a> <small>2019-04-01' in card


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("http://a.example/a b", "http://a.example/a_b"),
        ("abc", ""),
        ("", "abc"),
        ("x" * 3000, "x" * 1500 + "y"),
        ("ab" * 1000, "ba" * 1000),
    ],
)
def test_old_and_new_can_be_read_from_what_was_mended(old: str, new: str) -> None:
    parts = mended(old, new)
    assert "".join(part.text for part in parts if part.kind != "in") == old
    assert "".join(part.text for part in parts if part.kind != "out") == new
    assert [part.text for part in varied(old, new) if part.kind != "same"] == [
        part.text for part in parts if part.kind != "same"
    ]


def test_findings_are_counted_by_check_where_the_worst_are_listed() -> None:
    links = [{"raw": f"https://a.example/{at}", "status": "gone"} for at in range(3)]
    page = page_of({"notes": [{"links": [link]} for link in links]})
    assert re.search(r'<p class="kinds \w+"><b>\w+</b>: (?:[^<]*, )?link-gone \(3\)', page)
    assert '<option value="link-gone">link-gone (3)</option>' in page
