"""A Word file with all that real ones hold: tables, links, tracked changes, comments, text boxes.

The corrected copy and the copy with comments change what they say and nothing else, and a word processor
opens them.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from citecheck.cli import main
from tests.fix.word import HEAD, R, docx, members_of, run

DOUBLED = "http://http://www.{0}.example/a/b.{0}.example/a/b"
MENDED = "http://www.{0}.example/a/b"
NAMESPACES = (
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" '
)
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
BREAK = "<w:r><w:br/></w:r>"


def table(*rows: tuple[str, str]) -> str:
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{cells}</w:tbl>"


def box(text: str) -> str:
    inside = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox>"
        f"</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('A paragraph with a box.')}</w:p>"
    )


TRACKED = (
    f'<w:p>{run("A tracked place: ")}<w:del w:id="90" w:author="Ed"><w:r><w:delText>{DOUBLED.format("old")}'
    f'</w:delText></w:r></w:del><w:ins w:id="91" w:author="Ed">{run(DOUBLED.format("ins"))}</w:ins></w:p>'
)
COMMENTED = (
    f'<w:p><w:commentRangeStart w:id="0"/>{run("A remark.")}<w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
)
MORE = (
    table(
        (run("Class"), run("<http://www.vocab.example/ns/core#")),
        (
            run("Agent <http://www.vocab.example/ns/") + BREAK + run("org#Agent") + BREAK + run(">"),
            run("May"),
        ),
        (run("See " + DOUBLED.format("cell")), run("Next: " + DOUBLED.format("beside"))),
    )
    + TRACKED
    + box("In a box: " + DOUBLED.format("box"))
    + COMMENTED
)
LINK = f'<w:hyperlink r:id="rId10">{run("http://www.moved.example/old", "<w:b/>")}</w:hyperlink>'
WORDS = f'<w:hyperlink r:id="rId11">{run("the words of a link")}</w:hyperlink>'
NOTES = [
    ["Sound, see https://a.example/x (accessed 2 May 2018)."],
    ["Moved: ", LINK, "."],
    ["Words: ", WORDS, "."],
    ["Doubled: http://http://www.note", ".example/a/b.note.example/a/b (accessed 2 May 2018)."],
]


def busy() -> bytes:
    """The file, with a comment of its author's in it."""
    data = docx(NOTES, ["http://www.moved.example/old", "http://www.moved.example/words"], MORE)
    members = members_of(data)
    remark = (
        '<w:comment w:id="0" w:author="Ed" w:initials="E"><w:p><w:r><w:t>An old remark.</w:t></w:r></w:p>'
    )
    added = {
        "word/document.xml": (b"<w:document ", f"<w:document {NAMESPACES}"),
        "[Content_Types].xml": (
            b"</Types>",
            f'<Override PartName="/word/comments.xml" ContentType="{COMMENTS}"/></Types>',
        ),
        "word/_rels/document.xml.rels": (
            b"</Relationships>",
            f'<Relationship Id="rId2" Type="{R}/comments" Target="comments.xml"/></Relationships>',
        ),
    }
    for name, (old, new) in added.items():
        members[name] = members[name].replace(old, new.encode(), 1)
    members["word/comments.xml"] = f"{HEAD % 'comments'}{remark}</w:comment></w:comments>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def shape(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes, in order, without the text."""
    found = []
    for one in etree.fromstring(xml).iter():
        attributes = {
            str(name): str(value) for name, value in one.attrib.items() if not name.endswith("}space")
        }
        found.append((str(one.tag), attributes))
    return found


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "m.docx"
    path.write_bytes(busy())
    return path


def test_addresses_in_every_place_are_mended_and_nothing_else(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert main(["fix", str(given), "-o", str(out)]) == 0
    before, after = members_of(given.read_bytes()), members_of(out.read_bytes())
    body = after["word/document.xml"].decode()
    for place in ("cell", "beside", "ins"):
        assert f"{MENDED.format(place)}</w:t>" in body, place
    assert body.count(f"In a box: {MENDED.format('box')}<") == 2, "in the form for old programs too"
    assert "Agent &lt;http://www.vocab.example/ns/org#Agent</w:t>" in body
    assert "&lt;http://www.vocab.example/ns/core#<" in body, "what goes on in the next cell is not certain"
    assert DOUBLED.format("old") in body, "what was deleted stays as it was"
    breaks = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br"
    kept = [one for one in shape(before["word/document.xml"]) if one[0] != breaks]
    assert [one for one in shape(after["word/document.xml"]) if one[0] != breaks] == kept
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "word/footnotes.xml"}


def reported(given: Path, folder: Path) -> Path:
    """A report in which the pages of the links have moved."""
    main(["audit", str(given), "--offline", "--no-cache", "-f", "json", "-o", str(folder)])
    path = folder / "report.json"
    report: dict[str, Any] = json.loads(path.read_text("utf-8"))
    for link in (link for note in report["notes"] for link in note["links"]):
        if "moved.example" in link["url"]:
            final = link["url"].replace("www.moved", "www.new")
            link |= {"status": "moved", "final_url": final, "checked": "2026-01-15T00:00:00Z"}
    path.write_text(json.dumps(report))
    return path


def test_links_lead_to_the_new_place_and_keep_their_words(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    report = reported(given, tmp_path / "r")
    assert main(["fix", str(given), "-o", str(out), "--report", str(report)]) == 0
    after = members_of(out.read_bytes())
    targets = re.findall(rb'Target="([^"]+)"', after["word/_rels/footnotes.xml.rels"])
    assert targets == [b"http://www.new.example/old", b"http://www.new.example/words"]
    notes = after["word/footnotes.xml"].decode()
    assert "the words of a link</w:t>" in notes
    assert "http://www.new.example/old</w:t></w:r></w:hyperlink><w:r>" in notes
    added = notes.partition("http://www.new.example/old</w:t></w:r></w:hyperlink>")[2]
    assert "(accessed " in added[:200], "the date stands behind the link, in the style of the other notes"


def test_a_dry_run_writes_nothing_and_no_input_is_written_over(
    given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = given.read_bytes()
    assert main(["fix", str(given), "--dry-run"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.docx"]
    (tmp_path / "link.docx").symlink_to(given)
    (tmp_path / "folder").mkdir()
    (tmp_path / "hard.docx").hardlink_to(given)
    names = ("m.docx", "link.docx", "hard.docx", "folder/../m.docx")
    for name in names:
        capfd.readouterr()
        assert main(["fix", str(given), "-o", str(tmp_path / name)]) == 2
        assert capfd.readouterr().err.count("\n") == 1
    assert given.read_bytes() == before


def test_comments_join_those_that_are_there(given: Path, tmp_path: Path) -> None:
    words = ["--offline", "--no-cache", "--now", "2026-01-15", "-f", "docx", "-o", str(tmp_path / "r")]
    assert main(["audit", str(given), *words]) in (0, 1)
    copy = (tmp_path / "r" / "report.docx").read_bytes()
    before, after = members_of(given.read_bytes()), members_of(copy)
    comments = list(Document(io.BytesIO(copy)).comments)
    assert [one.text for one in comments if one.author == "Ed"] == ["An old remark."]
    ours = {str(one.comment_id): one.text for one in comments if one.author == "citecheck"}
    body = after["word/document.xml"].decode()
    for number, id_ in enumerate(range(2, 6), 1):
        call = body.index(f'<w:footnoteReference w:id="{id_}"/>')
        mark = re.search(r'<w:commentReference w:id="(\d+)"/>', body[call:])
        assert mark, f"note {number}"
        assert "link-not-checked" in ours[mark[1]]
    (boxed,) = [one for one in comments if "http://www.box.example/a/b" in one.text]
    inside = body[body.index("<mc:AlternateContent>") : body.index("</mc:AlternateContent>")]
    assert "comment" not in inside, "Word keeps no comments in text boxes"
    assert f'<w:commentReference w:id="{boxed.comment_id}"/>' in body
    stripped = re.sub(r"<w:commentRange(?:Start|End) [^>]*/>", "", body)
    stripped = re.sub(
        r"<w:r>(?:<w:rPr>(?:(?!</w:r>).)*?</w:rPr>)?<w:commentReference [^>]*/></w:r>", "", stripped
    )
    own = re.sub(r"<w:commentRange(?:Start|End) [^>]*/>", "", before["word/document.xml"].decode())
    own = own.replace('<w:r><w:commentReference w:id="0"/></w:r>', "")
    assert shape(stripped.encode()) == shape(own.encode())
    assert after["word/footnotes.xml"] == before["word/footnotes.xml"]


def test_a_word_processor_reads_every_comment(given: Path, tmp_path: Path) -> None:
    words = ["--offline", "--no-cache", "-f", "docx", "-o", str(tmp_path / "r")]
    main(["audit", str(given), *words])
    made = len(list(Document(str(tmp_path / "r" / "report.docx")).comments))
    assert made
    office = shutil.which("soffice")
    if office is not None:
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [office, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path)]
        subprocess.run(
            [*command, str(tmp_path / "r" / "report.docx")], check=True, capture_output=True, timeout=200
        )
        with zipfile.ZipFile(tmp_path / "report.odt") as archive:
            content = archive.read("content.xml").decode()
        assert content.count("<office:annotation ") == made
        for number in range(1, 5):
            paragraph = content[: content.index(f">Sentence {number + 1} ") if number < 4 else None]
            assert "citecheck" in paragraph[paragraph.index(f"Sentence {number} calls") :], f"note {number}"
