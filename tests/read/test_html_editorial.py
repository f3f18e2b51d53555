"""What a page raises beside its words, or shows only when pointed at, is none of them."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Verdict
from citecheck.read import read_page

QUOTED = "nobody in the parish could say who had sold the second mill, and the deed was lost"
REST = "".join(f"<p>In the year {1800 + n} the parish paid for {n} loads of timber.</p>" for n in range(30))
FACT = (
    '<sup class="noprint Inline-Template Template-Fact">[<i><a href="/wiki/x">citation needed</a></i>]</sup>'
)
CALL = '<sup class="reference"><a href="#cite_note-3">[3]</a></sup>'
PAGES = '<sup class="reference nowrap"><span title="Pages">:\u200a45–7\u200a</span></sup>'
TIP = '<span role="tooltip">A building for grinding</span>'


@pytest.mark.parametrize("raised", [FACT, CALL, CALL + PAGES, TIP], ids=["fact", "call", "pages", "tooltip"])
def test_it_does_not_alter_a_quotation(raised: str) -> None:
    passage = QUOTED.replace("mill,", f"mill,{raised}")
    page = f"<html lang=en><body>{REST}<p>{passage}.</p>{REST}</body></html>"
    text = read_page(page.encode(), "text/html", "https://a.example/wiki/Mill")
    assert compare(QUOTED, prepare(text)).verdict is Verdict.VERBATIM


def test_what_else_is_raised_stays() -> None:
    text = read_page(
        b"<p>10 m<sup>2</sup> and the 3<sup>rd</sup> mill</p>", "text/html", "https://a.example/"
    )
    assert text.content == "10 m2 and the 3rd mill"
