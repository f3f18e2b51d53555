"""Comments in a copy of a Word manuscript: at the calls, harmless, and nothing else changed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from citecheck.cli import main
from tests.fix.word import docx, members_of

NOTES = [
    ["A sound source. URL: https://a.example/x"],
    ["A damaged one. URL: http://http://www.news", ".example/ru/7.news.example/ru/7 (accessed 2 May 2018)."],
]


def audited(folder: Path, data: bytes, *words: str) -> int:
    (folder / "m.docx").write_bytes(data)
    clock = ["--now", "2026-01-15", "--offline", "--no-cache"]
    return main(["audit", str(folder / "m.docx"), "-f", "docx", "-o", str(folder / "r"), *clock, *words])


def test_comments_stand_at_the_calls_and_say_what_to_do(tmp_path: Path) -> None:
    assert audited(tmp_path, docx(NOTES)) in (0, 1)
    copy = Document(io.BytesIO((tmp_path / "r" / "report.docx").read_bytes()))
    comments = list(copy.comments)
    texts = [comment.text for comment in comments]
    (damaged,) = [one for one in comments if "url-repaired" in one.text]
    assert "http://www.news.example/ru/7" in damaged.text
    assert (damaged.author, damaged.initials) == ("citecheck", "cc")
    assert str(damaged.timestamp).startswith("2026-01-15"), "the run's own clock"
    second = copy.paragraphs[1]
    assert f'commentReference w:id="{damaged.comment_id}"' in second._p.xml
    assert len(texts) == len(set(texts)) == 2


def test_text_and_notes_stay(tmp_path: Path) -> None:
    link = '<w:hyperlink r:id="rId10"><w:r><w:t>port</w:t></w:r></w:hyperlink>'
    given = docx([*NOTES, [link]], ["https://c.example/port"])
    audited(tmp_path, given)
    before, after = members_of(given), members_of((tmp_path / "r" / "report.docx").read_bytes())
    assert b"news</w:t>" in after["word/footnotes.xml"]
    assert after["word/footnotes.xml"].count(b"<w:footnote ") == 3
    assert set(after) >= set(before) - {"word/media/image1.bin"}
    assert after["word/document.xml"].count(b"footnoteReference ") == 3


def test_marks_of_comments_stand_behind_the_calls_of_their_paragraph(tmp_path: Path) -> None:
    """LibreOffice 7.4 shows no footnote at all where one stands between two calls."""
    given = docx(NOTES)
    audited(tmp_path, given)
    copy = Document(io.BytesIO((tmp_path / "r" / "report.docx").read_bytes()))
    marked = [paragraph._p.xml for paragraph in copy.paragraphs if "commentReference" in paragraph._p.xml]
    assert marked
    for xml in marked:
        assert xml.index("<w:commentReference") > xml.rindex("<w:footnoteReference")
        assert xml.index("<w:commentRangeStart") < xml.index("<w:footnoteReference")


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    copies = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        audited(tmp_path / name, docx(NOTES))
        copies.append((tmp_path / name / "r" / "report.docx").read_bytes())
    assert copies[0] == copies[1]


def test_findings_without_a_call_have_a_place_too(tmp_path: Path) -> None:
    more = "<w:p><w:r><w:t>See http://http://b.example/x1.b.example/x1 for more.</w:t></w:r></w:p>"
    audited(tmp_path, docx(NOTES[:1], more=more))
    copy = Document(io.BytesIO((tmp_path / "r" / "report.docx").read_bytes()))
    assert "commentReference" in copy.paragraphs[1]._p.xml


@pytest.mark.parametrize("text", ["A body.1\n\n1 A source. URL: https://a.example/x\n"])
def test_other_manuscripts_are_refused_before_the_audit(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str
) -> None:
    (tmp_path / "m.txt").write_text(text)
    assert (
        main(["audit", str(tmp_path / "m.txt"), "-f", "docx", "-f", "json", "-o", str(tmp_path / "r")]) == 2
    )
    said = capfd.readouterr().err
    assert "-f html" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "r").exists()
