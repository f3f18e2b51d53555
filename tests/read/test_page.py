"""What a reader of a page sees is what quotations are compared with."""

from __future__ import annotations

import contextlib
import io

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import UnreadablePage
from citecheck.read.page import read_page

URL = "https://paper.example/article"


def page(html: str, content_type: str | None = "text/html; charset=utf-8") -> str:
    return read_page(html.encode(), content_type, URL).content


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("foo<br>bar <b>b</b>az</p><p>second", "foo\nbar baz\nsecond"),
        ("<div>one<p>two</p>three</div>", "one\ntwo\nthree"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>1<td>2</table>", "1\n2"),
        ("a<script>x()</script><style>p{}</style><noscript>n</noscript>b", "ab"),
        ("<p>seen</p><p hidden>no</p><dialog>no</dialog>", "seen"),
        ("<p>seen</p><div style='DISPLAY:none'>no</div><template><p>no</p></template>", "seen"),
        ("in<wbr>to <my-word>own</my-word>ed&nbsp;&amp;\n  more", "into owned & more"),
        ("<p>seen</p><p style='color:red; display : none !important'>no</p>", "seen"),
        ("<p>a <a href=x>link<span class='sr-only'> (opens in a new window)</span></a> b</p>", "a link b"),
        ("<p hidden='until-found'>found by search</p>", "found by search"),
        ("<span style='display: block'>one</span><span style='display:block'>two</span>", "one\ntwo"),
        ("in 1994<sup><a href='#n9'>90</a></sup> he", "in 1994\u200a[90] he"),
        (
            "in 1994<a href='#n9' class=footnote-ref role=doc-noteref><sup>90</sup></a> he",
            "in 1994\u200a[90] he",
        ),
        ("in 1994<sup><a href='#n9'>[90]</a></sup> 10<sup>6</sup> he", "in 1994[90] 106 he"),
        ("", ""),
    ],
)
def test_words_end_where_blocks_end(html: str, text: str) -> None:
    assert page(html) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "iso-8859-5"])
def test_declared_encodings(encoding: str) -> None:
    body = "<p>Завод выпустил двадцать машин</p>".encode(encoding)
    assert read_page(body, f"text/html; charset={encoding}", URL).content == "Завод выпустил двадцать машин"
    declared = f'<meta charset="{encoding}">'.encode() + body
    assert read_page(declared, "text/html", URL).content == "Завод выпустил двадцать машин"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-16"])
def test_undeclared_encodings(encoding: str) -> None:
    text = "Завод выпустил двадцать машин и закрылся на зиму. " * 20
    assert read_page(f"<p>{text}</p>".encode(encoding), "text/html", URL).content == text.strip()


def test_a_wrong_header_does_not_garble_utf8() -> None:
    body = "<p>année précédente</p>".encode()
    assert read_page(body, "text/html; charset=iso-8859-1", URL).content == "année précédente"


def test_a_body_cut_within_a_character_stays_utf8() -> None:
    assert read_page("год за годом".encode()[:-1], "text/plain", URL).content == "год за годо"


def test_metadata_of_four_vocabularies() -> None:
    html = """<html lang="fr-BE"><head><title>Le pont - Journal</title>
      <meta property="og:title" content="Le pont rouvre"><meta name="author" content="A. Petit">
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
       "headline": "Le pont rouvre enfin",
       "author": [{"@type": "Person", "name": "Anne Petit"}, {"name": "Luc Blanc"}],
       "datePublished": "2019-03-04T08:00:00+01:00",
       "articleBody": "Le <b>pont</b> rouvre &amp; demain."}]}</script>
      </head><body>Le pont.</body></html>"""
    text = read_page(html.encode(), "text/html", URL)
    assert text.metadata.title == "Le pont rouvre enfin"
    assert text.metadata.author == "Anne Petit; Luc Blanc"
    assert text.metadata.published == "2019-03-04"
    assert text.metadata.language == "fr"
    assert text.alternative == "Le pont rouvre & demain."


def test_metadata_for_reference_managers_comes_first() -> None:
    html = """<title>x</title><meta name="citation_title" content="On Locks">
      <meta name="citation_author" content="Hu, L.">
      <meta name="citation_author" content="Ek, B."><meta name="citation_publication_date" content="2011/5/9">
      <meta name="DC.title" content="other">"""
    metadata = read_page(html.encode(), "text/html", URL).metadata
    assert (metadata.title, metadata.author, metadata.published) == (
        "On Locks",
        "Hu, L.; Ek, B.",
        "2011-05-09",
    )


def test_damaged_linked_data_is_passed_over() -> None:
    html = '<script type="application/ld+json">{"a": [[[</script><title>T</title><p>text'
    text = read_page(html.encode(), "text/html", URL)
    assert (text.content, text.metadata.title, text.alternative) == ("text", "T", None)


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"\x89PNG\r\n", "image/png", "media type image/png"),
        (b"PK\x03\x04\x00\x00", "application/octet-stream", "media type application/octet-stream"),
        (b"\x00\x01\x02", None, "media type not given"),
        (b"%PDF-1.4 broken", "application/pdf", "damaged PDF"),
        (b"nothing", "application/pdf", "damaged PDF"),
    ],
)
def test_other_types_say_why(body: bytes, content_type: str | None, reason: str) -> None:
    with pytest.raises(UnreadablePage) as raised:
        read_page(body, content_type, URL)
    assert str(raised.value) == reason


def test_type_told_by_the_bytes() -> None:
    assert read_page(b"<p>a</p><p>b", None, URL).content == "a\nb"
    assert read_page(b"a < b", None, URL).content == "a < b"


def written_pdf(*pages: str) -> bytes:
    """A PDF with one line of Helvetica a page, written by hand."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, line in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({line}) Tj ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF".encode())
    return out.getvalue()


def test_pdf_pages_keep_their_starts() -> None:
    text = read_page(written_pdf("The first page", "The second page"), "application/pdf", URL)
    assert text.content == "The first page\nThe second page\n"
    assert [text.page_at(text.content.index(word)) for word in ("first", "second")] == [1, 2]


def test_pdf_without_text_says_so() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    document.close()
    with pytest.raises(UnreadablePage, match="only pictures"):
        read_page(out.getvalue(), "application/pdf", URL)


def test_deeply_nested_inline_elements_stay_cheap() -> None:
    assert page("<b>" * 20_000 + "deep") == "deep"


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/html", "text/plain; charset=x", None, "text/html; charset=utf-7"]),
)
def test_any_bytes_give_text_or_a_reason(body: bytes, content_type: str | None) -> None:
    with contextlib.suppress(UnreadablePage):
        assert isinstance(read_page(body, content_type, URL).content, str)


def test_office_files_on_the_web_are_read() -> None:
    document = docx.Document()
    document.add_paragraph("The ferry was sold in spring.")
    body = io.BytesIO()
    document.save(body)
    assert read_page(body.getvalue(), "application/octet-stream", URL).content == (
        "The ferry was sold in spring.\n"
    )
