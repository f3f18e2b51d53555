"""A passage that stands in a page's source without being shown is not missing: what scripts put in later,
what opens at a click in the middle of a sentence, attributes."""

from __future__ import annotations

import json

import pytest

from citecheck.model import Alignment, Text, Verdict
from citecheck.read import words_in_source
from citecheck.worker.jobs import PageJob, SearchJob, answers, perform

QUOTED = "nobody in the parish could say who had sold the second mill"
ABSENT = "nobody in the parish could tell the widow where the third horse had gone"
REST = "".join(
    f"<p>In the year {1800 + n} the parish paid for {n} loads of timber and stone.</p>" for n in range(60)
)
BODY = f'<p class="lead">It is “said” that {QUOTED}, and <b>that</b> was that.</p>'
MORE = (
    "<p>nobody in the parish could say <span class=dots>…</span>"
    '<span style="display:none">who had sold the second mill</span></p>'
)
DATA = json.dumps({"props": {"article": {"body": BODY}}})


def escaped(text: str) -> str:
    return text.replace("<", "\\u003c").replace('"', '\\"')


def found(body: str, *quotations: str) -> list[Alignment]:
    page = f"<html lang=en><head><title>Mills</title></head><body>{REST}{body}</body></html>".encode()
    job = SearchJob(
        PageJob(page, "text/html", "https://a.example/x"), tuple((one, "en") for one in quotations)
    )
    _, *told = answers(job)
    return [one for one in told if isinstance(one, Alignment)]


@pytest.mark.parametrize(
    "body",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{DATA}</script>',
        f"<script>window.__NUXT__={DATA}</script>",
        f"<script>window.__STATE__ = JSON.parse({json.dumps(DATA)});</script>",
        f'<script>self.push([1,"{escaped(BODY)}"])</script>',
        f'<div data-article="{BODY.replace("<", "&lt;").replace(chr(34), "&quot;")}"></div>',
        f'<img src=a.png alt="{QUOTED}">',
        f"<svg><text>{QUOTED}</text></svg>",
        f"<my-part><template shadowrootmode=open><p>{QUOTED}</p></template></my-part>",
        f'<iframe srcdoc="<p>{QUOTED}</p>"></iframe>',
        f"<select><option>{QUOTED}</option></select>",
        f"<!-- <p>{QUOTED}</p> -->",
        MORE,
    ],
    ids=[
        "json", "state", "parsed", "pushed", "attribute", "alt", "svg", "shadow", "srcdoc", "option",
        "comment", "read-more",
    ],
)  # fmt: skip
def test_it_is_neither_found_nor_missing(body: str) -> None:
    first, second = found(body, QUOTED, ABSENT)
    assert (first.verdict, first.reason.code) == (Verdict.CANNOT_VERIFY, "not-shown")
    assert second.verdict is Verdict.NOT_FOUND


def test_what_the_page_shows_is_found_as_before() -> None:
    data = f'<script type="application/json">{DATA}</script>'
    (shown,) = found(f"{BODY}{data}", QUOTED)
    assert shown.verdict is Verdict.VERBATIM
    changed = BODY.replace("second", "third")
    (other,) = found(f"{changed}{data}", QUOTED)
    assert other.verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    "hostile",
    ["\\", "<script>", "<style ", "<a ", ' alt="', "&amp;", '"', "<!--"],
)
def test_any_source_is_read(hostile: str) -> None:
    """Quadratic, a million signs of it would take hours."""
    words_in_source((hostile * 200_000)[:1_000_000].encode(), "text/html")


def test_what_is_no_html_has_no_source() -> None:
    assert words_in_source(b"plain words", "text/plain") is None
    assert words_in_source(b"<p>one</p>", None) == "one"


def test_hidden_words_of_a_page_saved_with_its_pictures_are_kept() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 4_100_000}">'
    page = f"<html><body>{REST}{picture}<div hidden><p>{QUOTED}</p></div></body></html>".encode()
    text = perform(PageJob(page, "text/html", "", whole=True))
    assert isinstance(text, Text)
    assert QUOTED in (text.unseen or "")
