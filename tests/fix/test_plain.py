"""Text and Markdown: byte-exact outside the changes, in every encoding; what is uncertain stays."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from citecheck.cli.reading import extraction_of
from citecheck.fix import checked_of, corrected, plan
from citecheck.fix.placed import behind_link
from citecheck.report.documents import report_document
from tests.report.build import audit_of

DOUBLED, MENDED = "http://http://www.a.example/list/7.a.example/list/7", "http://www.a.example/list/7"


def text_of(after: str, newline: str = "\n") -> str:
    return f"Тело – «слова».1 Ещё.2\n\n1 Анна. Порт. URL: {after}\n2 Книга.\n".replace("\n", newline)


def fixed(data: bytes, name: str = "m.txt") -> bytes:
    extraction = extraction_of(data, name)
    copy, unable = corrected(data, extraction, plan(extraction, None).changes)
    assert not unable
    return copy


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "cp1251"),
        (b"", "koi8-r"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_encoding_mark_and_line_ends_stay(mark: bytes, codec: str, newline: str) -> None:
    before = text_of(DOUBLED + ".", newline)
    if codec == "koi8-r":  # has no such marks
        before = before.translate(dict.fromkeys(map(ord, "–«»")))
    after = before.replace(DOUBLED, MENDED)
    assert fixed(mark + before.encode(codec)) == mark + after.encode(codec)


def test_faulty_bytes_stay_as_they_are() -> None:
    before = text_of(DOUBLED).encode().replace("Книга".encode(), "Книга".encode() + b"\xff\xfe")
    before += "Ещё слова, чтобы ошибок было мало. ".encode() * 30
    assert fixed(before) == before.replace(DOUBLED.encode(), MENDED.encode())


def test_an_address_over_lines_comes_to_where_it_began() -> None:
    before = text_of("http://www.a.example/long-path/some-\n  thing/x.html (дата обращения: 01.02.2019).")
    after = text_of("http://www.a.example/long-path/some-thing/x.html (дата обращения: 01.02.2019).")
    assert fixed(before.encode()).decode() == after


def test_an_address_over_a_page_end_comes_to_where_it_began() -> None:
    head = (
        "A body.1 And more.2\n\n1 Anna. URL: http://www.a.example/long-path/some/page\n"
        "and more (accessed 2 May 2018). Bob http://www.b.example/very/long/pa"
    )
    page = "\f\nA body goes on here.3\n\n"
    before = head + page + "th/page.html (accessed 3 May 2018).\n2 Next.\n3 Third.\n"
    after = head + "th/page.html" + page + "(accessed 3 May 2018).\n2 Next.\n3 Third.\n"
    assert fixed(before.encode()).decode() == after


@pytest.mark.parametrize(
    "printed",
    [
        "http://www.a.example/new s/govemment-news",
        "http://www.a.example/govemment-and-politics/policy-of-the-government",
        "http://www.b.example/x1/http://www.a.example/x1",
        "https://www.a.example/lon-",
        "www.a.example/page",
        "https://doi.org/10.1000/1000.1000",
        "http://www.a.example/terms/core#\nschema",
    ],
)
def test_what_is_not_certain_stays(printed: str) -> None:
    before = text_of(printed).encode()
    assert fixed(before) == before


@given(some.text(alphabet="abc ж\r\n\t.:/1«»(-", max_size=200))
def test_nothing_but_the_address_changes(words: str) -> None:
    before = f"{words}\n\nSee {DOUBLED} here.\n\n{words}".encode()
    extraction = extraction_of(before, "m.txt")
    changes = plan(extraction, None).changes
    copy, _ = corrected(before, extraction, changes)
    spans = sum(edit.span.end - edit.span.start for change in changes for edit in change.edits)
    added = sum(len(edit.text) for change in changes for edit in change.edits)
    assert len(copy.decode()) == len(before.decode()) - spans + added
    assert MENDED.encode() in copy


def reported(raw: str, rest: str, **answer: Any) -> tuple[bytes, str, list[str]]:
    """The corrected text of one note, its text before, and what was left."""
    audit = audit_of({"language": "ru", "notes": [{"text": raw + rest, "links": [{"raw": raw, **answer}]}]})
    data = audit.extraction.manuscript.text.content.encode()
    document = json.loads(json.dumps(report_document(audit)))
    decided = plan(audit.extraction, checked_of(document, audit.extraction, "report.json"))
    copy, _ = corrected(data, audit.extraction, decided.changes)
    return copy, data.decode(), [left.why for left in decided.left]


COPY = "https://web.archive.example/web/2019/https://a.example/x"
DEAD = {"status": "gone", "archive": {"url": COPY, "datetime": "2019-04-01T00:00:00"}}


def test_an_archived_copy_in_the_note_s_own_style() -> None:
    raw, rest = "https://a.example/x", " (дата обращения: 01.02.2019)."
    copy, before, left = reported(raw, rest, **DEAD)
    assert copy.decode() == before.replace("2019).", f"2019). Архивная копия: {COPY}.")
    assert not left


def test_dead_without_a_copy_is_left_with_its_reason() -> None:
    copy, before, (why,) = reported("https://a.example/x", ".", status="gone", reason="404, twice")
    assert copy.decode() == before
    assert "404, twice" in why


def test_a_repair_that_did_not_answer_is_left() -> None:
    copy, before, (why,) = reported(DOUBLED, ".", url=MENDED, status="unreachable", reason="no such name")
    assert copy.decode() == before
    assert "no such name" in why


@pytest.mark.parametrize(
    "final",
    ["javascript:alert(1)", "https://a.example/\u202ex", "https://a.example/a b", "https://a.example/<b>"],
)
def test_a_hostile_target_is_never_put_in(final: str) -> None:
    copy, before, _ = reported("https://a.example/x", ".", status="moved", final_url=final)
    assert copy.decode() == before


def test_a_move_to_another_site_that_the_quotation_confirms_is_made() -> None:
    final = "https://new.example/articles/x"
    told = {"url": final, "evidence": "moved", "confirmed_by": "quotation"}
    copy, before, _ = reported(
        "https://a.example/x", ", accessed 2 May 2018.", status="moved", final_url=final, suggestion=told
    )
    assert copy.decode() == before.replace("https://a.example/x", final)


def test_a_copy_stands_behind_the_brackets_of_markdown() -> None:
    text = "[port](https://a.example/x) and <https://a.example/y>."
    assert text[behind_link(text, 7, 26) :].startswith(" and")
    start = text.index("https://a.example/y")
    assert text[behind_link(text, start, start + 19) :] == "."


def test_the_list_of_changes_shows_what_is_written() -> None:
    """Before and after stand so in manuscript and copy, the date of access between included."""
    raw, rest = "https://a.example/x", " (accessed 2 May 2019)."
    audit = audit_of({"notes": [{"text": raw + rest, "links": [{"raw": raw, **DEAD}]}]})
    document = json.loads(json.dumps(report_document(audit)))
    (change,) = plan(audit.extraction, checked_of(document, audit.extraction, "report.json")).changes
    copy, before, _ = reported(raw, rest, **DEAD)
    assert change.before == "https://a.example/x (accessed 2 May 2019)"
    assert change.before in before
    assert change.after in copy.decode()
    assert COPY in change.after
    assert [why.words for why in change.why] == [
        "the page is not there any more; archived copy of 2019-04-01"
    ]


def test_a_bibliography_is_not_the_manuscript(tmp_path: Path) -> None:
    manuscript = tmp_path / "m.md"
    data = f"---\nbibliography: refs.bib\n---\n\nA [@weir2001].[^1]\n\n[^1]: See {DOUBLED}.".encode()
    manuscript.write_bytes(data)
    (tmp_path / "refs.bib").write_text(f"@misc{{x, title={{X}}}}\n@misc{{weir2001, url={{{DOUBLED}}}}}")
    extraction = extraction_of(data, str(manuscript))
    made = plan(extraction, None)
    copy, unable = corrected(data, extraction, made.changes)
    assert not unable
    assert copy == data.replace(DOUBLED.encode(), MENDED.encode())
    (left,) = made.left
    assert (left.line, left.why) == (5, f"it stands in line 2 of refs.bib: correct it there, to {MENDED}")
