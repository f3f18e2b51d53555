"""Word files corrected: inside the runs, with the links' targets, and every other part byte for byte."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from docx import Document

from citecheck.cli import main
from citecheck.cli.reading import extraction_of
from citecheck.fix import checked_of, plan
from citecheck.model import Audit, LinkCheck, LinkStatus, Mode, Run
from citecheck.report.documents import report_document
from tests.fix.word import docx, members_of, run

DOUBLED = ("http://http://www.news", ".example/ru/7.news.example/ru/7")
MENDED = b"http://www.news.example/ru/7"


def fixed(folder: Path, data: bytes) -> bytes:
    (folder / "m.docx").write_bytes(data)
    assert main(["fix", str(folder / "m.docx"), "-o", str(folder / "out.docx")]) == 0
    assert (folder / "m.docx").read_bytes() == data
    return (folder / "out.docx").read_bytes()


def test_an_address_over_several_runs(tmp_path: Path) -> None:
    data = docx(
        [["Sound: https://a.example/x."], ["Port. URL: " + DOUBLED[0], DOUBLED[1], " (accessed 2 May)."]]
    )
    copy = fixed(tmp_path, data)
    before, after = members_of(data), members_of(copy)
    notes = after["word/footnotes.xml"]
    assert MENDED in notes
    assert b"http://http://" not in notes
    assert notes.count(b"<w:r>") == before["word/footnotes.xml"].count(b"<w:r>"), "runs are kept"
    del before["word/footnotes.xml"], after["word/footnotes.xml"]
    assert after == before
    assert len(Document(io.BytesIO(copy)).paragraphs) == 2


def test_a_link_s_target_and_its_words(tmp_path: Path) -> None:
    damaged = "".join(DOUBLED)
    words = '<w:hyperlink r:id="rId10">%s</w:hyperlink>'
    data = docx([["See ", words % run(damaged, "<w:b/>"), "."]], [damaged])
    after = members_of(fixed(tmp_path, data))
    assert b"<w:b/>" in after["word/footnotes.xml"]
    assert MENDED + b"</w:t>" in after["word/footnotes.xml"]
    assert b'Target="' + MENDED + b'"' in after["word/_rels/footnotes.xml.rels"]


def test_words_of_a_link_are_no_address(tmp_path: Path) -> None:
    words = '<w:hyperlink r:id="rId10">%s</w:hyperlink>'
    data = docx([["See ", words % run("the port's page"), "."]], ["https://a.example/port"])
    assert members_of(fixed(tmp_path, data)) == members_of(data)


def test_the_same_file_gives_the_same_copy(tmp_path: Path) -> None:
    data = docx([["Port. URL: ", *DOUBLED]])
    copies = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        copies.append(fixed(tmp_path / name, data))
    assert copies[0] == copies[1]


def test_the_copy_opens_in_a_word_processor(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    copy = fixed(tmp_path, docx([["Port. URL: ", *DOUBLED, " (accessed 2 May)."]]))
    assert Document(io.BytesIO(copy)).paragraphs[0].text.startswith("Sentence 1")
    if office is not None:
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [office, profile, "--headless", "--convert-to", "html", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / "out.docx")], check=True, capture_output=True, timeout=100)
        assert MENDED.decode() in (tmp_path / "out.html").read_text("utf-8")


def test_a_link_on_words_that_moved_is_not_called_damaged() -> None:
    link = f'<w:hyperlink r:id="rId10">{run("the page")}</w:hyperlink>'
    extraction = extraction_of(docx([["See ", link, " there."]], ["https://a.example/old"]), "m.docx")
    (link,) = extraction.links
    moved = LinkCheck(
        link.repair.url or "", LinkStatus.MOVED, "moved", "It moved.", final_url="https://a.example/new"
    )
    when = datetime(2026, 1, 15, tzinfo=UTC)
    audit = Audit(extraction, (moved,), (), (), Run(Mode.LIVE, True, when, when), "0", when)
    document = json.loads(json.dumps(report_document(audit)))
    (change,) = plan(extraction, checked_of(document, extraction, "report.json")).changes
    assert [why.words for why in change.why] == ["the page has moved for good"]
    assert (change.before, change.after) == ("https://a.example/old", "https://a.example/new")
