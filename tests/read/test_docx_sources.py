"""Addresses that Word, EndNote and Citavi keep beside the words of a citation in a DOCX file."""

from __future__ import annotations

import base64
import json
from xml.sax.saxutils import escape

import pytest

from citecheck.model import Link, MarkKind
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read import office

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
LISTED = (
    f'<b:Sources xmlns:b="{NAMESPACE}"><b:Source><b:Tag>Ash03</b:Tag><b:Title>Wheels</b:Title>'
    "<b:URL>https://wheels.example/a_b</b:URL></b:Source><b:Source><b:Tag>Bir07</b:Tag><b:Title>Weirs</b:Title>"
    "</b:Source><b:Source><b:Tag>Çol 1</b:Tag><b:URL>https://dams.example/</b:URL></b:Source></b:Sources>"
)
RECORDS = (
    "<EndNote><Cite><Author>Ashdown</Author><record><rec-number>5</rec-number><titles><title>Wheels</title></titles>"
    "<urls><related-urls><url>https://wheels.example/a_b</url></related-urls></urls></record></Cite></EndNote>"
)
CITAVI = {
    "Entries": [
        {"Reference": {"Title": "Wheels", "OnlineAddress": "https://wheels.example/a_b"}},
        {"Reference": 5},
    ]
}
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(code: str, shown: str, data: str = "") -> str:
    """A field as Word writes it. `data`: what is packed beside its instruction."""
    packed = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{packed}</w:fldChar></w:r><w:r><w:instrText '
        f'xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{escape(shown)}</w:t></w:r>{END}"
    )


def links(cited: str, listed: str = LISTED) -> tuple[list[str], tuple[Link, ...]]:
    """The warnings and the addresses of a document whose only note is `cited`."""
    members = office.docx_members({"body": "Mills wait{f1}.", "footnotes": {"1": f"See [[{cited}]], p. 5."}})
    members["customXml/item1.xml"] = listed
    name = "word/_rels/document.xml.rels"
    members[name] = str(members[name]).replace(
        "</Relationships>",
        f'<Relationship Id="rIdX" Type="{office.RELATION}customXml" Target="../customXml/item1.xml"/>'
        "</Relationships>",
    )
    text = read_manuscript(office.packed(members), "book.docx").text
    return list(text.warnings), find_links(text, parse(text).notes)


PACKED = base64.b64encode(RECORDS.encode()).decode()
PLACEHOLDER = base64.b64encode(json.dumps(CITAVI).encode()).decode()


@pytest.mark.parametrize(
    ("cited", "step"),
    [
        (field(" CITATION Ash03 \\p 5 \\l 1033 ", "(Ashdown, 2003, p. 5)"), "word"),
        (field("CITATION Bir07 \\l 1033 \\m Ash03", "(Birch 2007; Ashdown 2003)"), "word"),
        (field("Citation Ash03 \\m Ash03", "(Ashdown 2003; Ashdown 2003)"), "word"),
        (f"<w:sdt><w:sdtContent>{field('CITATION Ash03', '[1]')}</w:sdtContent></w:sdt>", "word"),
        (
            '<w:fldSimple w:instr="CITATION Ash03 \\l 1033"><w:r><w:t>(Ashdown)</w:t></w:r></w:fldSimple>',
            "word",
        ),
        (field(f"ADDIN EN.CITE {RECORDS}", "(Ashdown, 2003)"), "endnote"),
        (field("ADDIN EN.CITE ", "(Ashdown, 2003)", PACKED), "endnote"),
        (field(f"ADDIN CitaviPlaceholder{{{PLACEHOLDER}}}", "Ashdown 2003"), "citavi"),
    ],
)
def test_the_address_of_a_cited_source_is_a_reading_with_its_step(cited: str, step: str) -> None:
    warnings, found = links(cited)
    assert [link.url for link in found] == ["https://wheels.example/a_b"]
    assert [link.note_id for link in found] == ["1"]
    assert [one.step for one in found[0].repair.candidates[0].steps] == [step]
    assert not warnings


def test_a_printed_address_and_the_one_of_the_list_are_one_link() -> None:
    _, found = links(field("CITATION Ash03", "Ashdown, https://wheels.example/a b"))
    assert [link.url for link in found] == ["https://wheels.example/a_b"]
    assert found[0].repair.raw == "https://wheels.example/a"


@pytest.mark.parametrize(
    "cited",
    [
        field("CITATION Bir07 \\l 1033", "(Birch 2007)"),
        field("CITATION Nobody", "(Nobody)"),
        field("ADDIN EN.CITE <EndNote><Cite><record>", "(Ashdown, 2003)"),
        field("ADDIN EN.CITE", "(Ashdown, 2003)", "PEVuZE5vdGU!!"),
        field("ADDIN CitaviPlaceholder{bm90IGpzb24=}", "(Ashdown, 2003)"),
    ],
)
def test_sources_without_an_address_and_damaged_fields_add_nothing(cited: str) -> None:
    assert links(cited) == ([], ())


def test_a_damaged_list_is_named_and_left() -> None:
    warnings, found = links(field("CITATION Ash03", "(Ashdown)"), LISTED[:-9])
    assert len(warnings) == 1
    assert "customXml/item1.xml" in str(warnings[0])
    assert found == ()


@pytest.mark.parametrize(
    "code",
    [
        'ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY',
        "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY",
        "ADDIN EN.REFLIST",
        "BIBLIOGRAPHY",
    ],
)
def test_a_list_that_a_reference_manager_wrote_is_one_of_sources_under_no_heading(code: str) -> None:
    listed = field(code, "Ashdown, A. Wheels. 2003.").replace(END, f"</w:p><w:p>{END}")
    text = read_manuscript(office.docx({"body": f"Mills wait.\n<w:p>{listed}</w:p>"}), "book.docx").text
    entries = [mark.spans[0].of(text.content) for mark in text.marks if mark.kind is MarkKind.REFERENCE]
    assert entries == ["Ashdown, A. Wheels. 2003."]
