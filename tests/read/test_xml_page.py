"""XML that is no HTML: editions, articles, laws, feeds. Words end where lines do."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Verdict
from citecheck.read import read_page

QUOTED = "nobody in the parish could say who had sold the second mill"
REST = "".join(f"<p>In the year {1800 + n} the parish paid for {n} loads of timber.</p>" for n in range(30))
HEAD = '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "b">]>'
NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"'


def tei(passage: str) -> tuple[str, str]:
    return "text/xml", f"{HEAD}<TEI {NAMESPACE}>{passage}{REST}</TEI>"


def jats(passage: str) -> tuple[str, str]:
    return "application/xml", f"<article><sec><title>Mills</title>{REST}<p>{passage}</p></sec></article>"


def feed(kind: str, passage: str) -> tuple[str, str]:
    return f"application/{kind}+xml", f"<feed><title>Mills</title>{passage}</feed>"


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        tei("<p>nobody in the parish<lb/>could say<lb n='2'/>who had sold the second mill</p>"),
        tei("<lg><l>nobody in the parish could say</l><l>who had sold the second mill</l></lg>"),
        tei(
            "<p>nobody in the parish<note>Of Holt.</note> could say who had <hi>sold</hi> the second mill</p>"
        ),
        jats(QUOTED.replace("nobody", "<italic>nobody</italic>").replace("second", "<xref>1</xref> second")),
        ("application/xml", f"<act><num>1.</num><heading>Mills</heading>{REST}<p>{QUOTED}</p></act>"),
        feed("rss", f"<description><![CDATA[{REST}<p>{QUOTED}</p>]]></description>"),
        feed("atom", f"<content type='html'>&lt;p&gt;{QUOTED}&lt;/p&gt;</content>{REST}"),
        ("", f"<?xml version='1.0'?><FictionBook><body>{REST}<p>{QUOTED}</p></body></FictionBook>"),
    ],
    ids=["line-breaks", "verse", "note", "jats", "law", "rss", "atom", "untold"],
)
def test_a_passage_is_found_word_for_word(kind: str, source: str) -> None:
    text = read_page(source.encode(), kind or None, "https://a.example/x.xml")
    assert compare(QUOTED, prepare(text)).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "source",
    [
        f"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><p>{QUOTED}</p></html>",
        f"<!-- a page --><html><body><p style='display:none'>gone</p><p>{QUOTED}</p></body></html>",
    ],
)  # fmt: skip
def test_html_that_comes_as_xml_is_read_as_html(source: str) -> None:
    text = read_page(source.encode(), "application/xml", "https://a.example/x")
    assert text.content == QUOTED


@pytest.mark.parametrize("hostile", ["<note>", "<!--", "<?", "<![CDATA[", "<!DOCTYPE [", "<xref>1", "&lt;"])
def test_any_source_is_read(hostile: str) -> None:
    """Quadratic, a million signs of it would take hours."""
    read_page(
        (f"<?xml version='1.0'?><doc>{hostile * 200_000}")[:1_000_000].encode(),
        "text/xml",
        "https://a.example/",
    )
