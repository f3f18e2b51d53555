"""Articles as publishers and journals set them in HTML: a list of sources, and links that say nothing of themselves."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

import pytest

from citecheck.model import MarkKind
from citecheck.read import read_manuscript
from tests.read.test_html_sources import sources

LIST = """<h2>References</h2><ol><li id="B1">Ashdown A. Wheels. 2003.</li><li id="B2"><p><a name="B2"></a>Birch B.
Weirs. 2007.</p></li><li id="B3"><span>Colley C. Dams. 2011.</span></li><li id="B4"><span class="bullet">4</span>
<div>Dale D. Sluices. 2014.</div></li></ol>"""
GROUPED = """<p>Mills wait [<a href="#B1">1</a>,<a href="#B2">2</a>]. Dams do, too [ <a href="#B3">3</a> ], and sluices
[<a href="#B2">2</a>, <a href="#B4">4</a>].</p>"""
RANGE = """<p>Mills wait [<a href="#B1">1</a>-<a href="#B4">4</a>]. Not all [<a href="#B4">4</a>].</p>"""
RAISED = """<p>Mills wait.<a href="#B1"><sup>1</sup></a> Dams do.<sup><a href="#B2">2</a>–<a href="#B4">4</a></sup></p>"""
IN_ONE = """<p>Mills wait,<a href="#B1" class="link">[1]</a> so do dams.<a href="#B2">[2, 3]</a> All of
them:<a href="#B2">[2–4]</a></p>"""
KIN = """<p>Mills wait [<a href="#B1">1</a>]. See also reference <a href="#B2">2</a> and refs (<a href="#B3">3</a>,
<a href="#B4">4</a>).</p>"""
WRAPPED = """<p>They look (<a href="#R1">Ashdown, 2003</a>; <a href="#R2">Birch and Colley, 2007</a>).</p><h2>References</h2>
<div class="list"><div class="item"><p><a name="R1" id="R1"></a>Ashdown, A. (2003). <i>Wheels</i>. Hill Press.</p><p><a
href="https://find.example/?q=Ashdown">Look up</a></p></div><div class="item"><p><a name="R2" id="R2"></a>Birch, B., and
Colley, C. (2007). <i>Weirs</i>.</p><p><a href="https://find.example/?q=Birch">Look up</a></p></div></div>"""
NAMED = """<p>They look (<a href="#R1">Ashdown 2003a</a>, <a href="#R3">b</a>), as <a href="#R2">Birch</a> and <a
href="#R4">Colley, forthcoming</a> know; so does <a href="#R2">Birch (2007)</a>. See <a href="#R4">below</a>.</p><ul>
<li id="R1">Ashdown, A. 2003a. Wheels.</li><li id="R3">Ashdown, A. 2003b. Axles.</li><li id="R2">Birch, B. 2007. Weirs.</li>
<li id="R4">Colley, C. Dams.</li></ul>"""
ROUND = """<p>Mills wait (<a href="#B1">1</a>, <a href="#B2">2</a>), dams do (<a href="#B3">3</a>-<a href="#B4">4</a>).</p>"""
UNSHOWN = """<p>Mills wait [ <a href="#c1">1</a> ], dams do [<a href="#c2">2</a>]. Sluices [<a href="#c3">3</a>].</p><div
class="list"><div id="c1">Ashdown A. Wheels. 2003.</div><div id="c2">Birch B. Weirs. 2007.</div><div id="c3">Colley C. Dams.
2011.</div></div>"""
DRIFTING = GROUPED + LIST.replace("2003.</li>", "2003.<ol><li>Wheels, again.</li></ol></li>").replace(
    '<li id="B', '<li value="9" id="B'
).replace("Ashdown", "[1] Ashdown").replace("Birch", "[2] Birch").replace("Colley", "[3] Colley").replace(
    '<span class="bullet">4</span>', "[4]"
)
ALL = ["Ashdown", "Birch", "Colley", "Dale"]


@pytest.mark.parametrize(
    ("html", "entries", "calls"),
    [
        (GROUPED + LIST, ALL, ["Ashdown", "Birch", "Colley", "Birch", "Dale"]),
        (RANGE + LIST, ALL, [*ALL, "Dale"]),
        (RANGE.replace("-", "]-[") + LIST, ALL, [*ALL, "Dale"]),
        (IN_ONE + LIST, ALL, ["Ashdown", "Birch", "Colley", "Birch", "Colley", "Dale"]),
        (KIN + LIST, ALL, ALL),
        (ROUND + LIST, ALL, ALL),
        (UNSHOWN, ALL[:3], ALL[:3]),
        (DRIFTING, ALL, ["Ashdown", "Birch", "Colley", "Birch", "Dale"]),
        (WRAPPED, ["Ashdown", "Birch"], ["Ashdown", "Birch"]),
        (
            NAMED,
            ["Ashdown", "Ashdown", "Birch", "Colley"],
            ["Ashdown", "Ashdown", "Birch", "Colley", "Birch"],
        ),
    ],
    ids=[
        "brackets around several",
        "range",
        "range of brackets",
        "several in one link",
        "beside brackets",
        "round brackets",
        "numbers unshown",
        "another count of the list",
        "each wrapped",
        "by name",
    ],
)
def test_links_to_a_list_of_sources_are_calls(html: str, entries: list[str], calls: list[str]) -> None:
    found, listed, called = sources(html)
    assert (listed, called) == (entries, calls)
    assert not found.problems


def test_raised_links_to_a_list_are_calls_with_the_inner_numbers_of_a_range() -> None:
    found, _, _ = sources(RAISED + LIST.replace('<span class="bullet">4</span>', ""))
    first = {note.id: note.text.split()[0] for note in found.notes}
    assert [first[marker.note_id or ""] for marker in found.markers] == ALL
    assert not found.problems


def test_an_entry_that_no_link_calls_stands_in_its_list() -> None:
    html = GROUPED.replace('[ <a href="#B3">3</a> ]', "") + LIST
    _, listed, called = sources(html)
    assert (listed, called) == (ALL, ["Ashdown", "Birch", "Birch", "Dale"])


def test_numbers_that_lead_to_steps_formulas_and_theorems_call_nothing() -> None:
    found, listed, called = sources(
        """<p>By (<a href="#e1">1</a>), (<a href="#g5">figure 5</a>), see step <a href="#s2">2</a> and [<a href="#t3">3</a>, p. 4].</p>
        <p id="e1">x = 5 (1)</p><ol><li id="s1">Open it.</li><li id="s2">Turn it.</li></ol><p id="g5">Figure 5. Dams of 1880.</p><p id="t3">Theorem 3. All
        is well.</p>"""
    )
    assert (found.notes, listed, called) == ((), [], [])


TEXINFO = """<p>Mills wait<a class="footnote" id="DOCF1" href="#FOOT1"><sup>1</sup></a> and dams<a id="DOCF2"
href="#FOOT2"><sup>2</sup></a> do not.</p><div class="footnotes-segment"><hr><h4 class="footnotes-heading">Footnotes</h4>
<h5 class="footnote-body-heading"><a id="FOOT1" href="#DOCF1">(1)</a></h5><p>As of 1880.</p><p>So the list
says.</p><h5 class="footnote-body-heading"><a id="FOOT2" href="#DOCF2">(2)</a></h5><p><a
href="https://dams.example/2">https://dams.example/2</a></p></div><hr><p>Next: <a href="#Top">Top</a></p>"""
BESIDE = """<p>Mills wait<sup class="footnote-reference"><a id="r1" href="#n1">1</a></sup><span class="sidenote"><span
class="sidenote-number">1. </span>As of 1880, they say.</span> and dams<sup><a id="r2" href="#n2">2</a></sup><span
class="sidenote"><span class="sidenote-number">2. </span>Not all of them do.</span> do not.</p>"""
FOOTREF = """<p>Mills wait.<label class="footref" for="fn.1">1</label><input id="fn.1" class="footref-toggle"
type="checkbox"><span class="sidenote"><sup>1</sup> As of 1880, they say.</span> Dams do not.</p>"""


def test_notes_under_headings_that_are_nothing_but_their_numbers() -> None:
    found, _, _ = sources(TEXINFO)
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "As of 1880. So the list says."),
        ("2", "https://dams.example/2"),
    ]
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]
    assert not found.problems


@pytest.mark.parametrize(("html", "notes"), [(BESIDE, 2), (FOOTREF, 1)], ids=["link", "label"])
def test_a_note_in_the_margin_is_called_by_the_number_before_it(html: str, notes: int) -> None:
    content = read_manuscript(html.encode(), "book.html").text.content
    assert "wait11" not in content
    found, _, _ = sources(html)
    assert [note.label for note in found.notes] == ["1", "2"][:notes]
    assert found.notes[0].text == "As of 1880, they say."
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]


def test_numbered_lines_that_nothing_raised_calls_are_a_list_of_the_text() -> None:
    found, _, _ = sources(
        """<p>At 1 PM there were 2 mills and 3 dams, as the survey of 2019 says.</p><p>The plan:</p><p>1. Mend the mills.</p>
        <p>2. Drain the dams (<a href="https://dams.example/plan">plan</a>, 2019).</p><p>3. Ask the millers, 2020.</p>"""
    )
    assert (found.notes, found.markers, found.problems) == ((), (), ())


def test_numbered_lines_that_raised_numbers_call_are_notes_without_a_link() -> None:
    found, _, _ = sources(
        """<p>Mills wait.<sup>1</sup> Dams do not.<sup>2</sup></p><hr><p><sup>1</sup> As of 1880.</p><p>2 Not all of
        them: https://dams.example/2</p>"""
    )
    assert [note.label for note in found.notes] == ["1", "2"]
    assert [marker.note_id for marker in found.markers] == ["1", "2"]


def test_a_note_whose_raised_number_is_glued_to_its_text() -> None:
    found, _, _ = sources(
        """<p>Mills wait.<a href="#f1"><sup>1</sup></a> Dams do.<a href="#f2"><sup>2</sup></a></p><ul><li
        id="f1"><sup>1</sup>As of 1880.</li><li id="f2"><sup>2</sup>Not all.</li></ul>"""
    )
    assert [(note.label, note.text) for note in found.notes] == [("1", "As of 1880."), ("2", "Not all.")]
    assert [marker.note_id for marker in found.markers] == ["1", "2"]


def test_addresses_of_authors_are_no_notes() -> None:
    found, _, _ = sources(
        """<h1>On wheels<sup><a href="#t">*</a></sup></h1><p>Anna Ashdown<a href="#a1"><sup>1</sup></a>, Bert
        Birch<a href="#a1"><sup>1</sup></a><sup>,</sup><a href="#a2"><sup>2</sup></a></p><div id="a1"><sup>1</sup>School of Mills,
        Hill.</div><div id="a2"><sup>2</sup>Dam Institute, Dale.</div><p>The wheel turns.<sup><a href="#f1">1</a></sup></p><p
        id="f1">1 Not in winter.</p><p id="t">* With thanks to all.</p>"""
    )
    assert [note.text for note in found.notes] == ["Not in winter.", "With thanks to all."]


def test_sentences_that_begin_with_names_call_notes() -> None:
    found, _, _ = sources(
        """<p>Ada Harbour<sup><a href="#n1">1</a></sup> kept the ferry for years.</p><p>Karl Weir,<a
        href="#n2"><sup>2</sup></a> as the miller said, did not.</p><p>It was so.<a
        href="#n3">3</a></p><p id="n1">1 Bishop of the valley.</p><p id="n2">2 A keeper, too.</p><p id="n3">3 Ibid.</p>"""
    )
    assert [note.text for note in found.notes] == ["Bishop of the valley.", "A keeper, too.", "Ibid."]


def test_formatted_names_of_authors_are_no_notes_in_the_margin() -> None:
    found, _, _ = sources(
        """<p>Mills wait [<a href="#B1">1</a>].</p><ol><li id="B1"><span class="vcard author"><span class="fn">Ashdown-Birch,
        A. B.</span></span> Wheels. 2003.</li><li id="B2"><span class="author fn">Colley-Dale, C. D.</span> Weirs. 2007.</li></ol>"""
    )
    assert [(note.label, note.text) for note in found.notes] == [("1", "Ashdown-Birch, A. B. Wheels. 2003.")]


GOOGLE_DOCS = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"></head><body class="c9
doc-content"><p class="c0"><span class="c4">The dam was built in 1880</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a
href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span class="c4">&nbsp;and the mill in 1890.</span><sup><a href="#ftnt2"
id="ftnt_ref2">[2]</a></sup></p><hr class="c7"><div><p class="c0"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span
class="c4">&nbsp;Smith, Dams (2001), p. 5, </span><a class="c3"
href="https://www.google.com/url?q=https://dams.example/a?x%3D1&amp;sa=D&amp;source=editors&amp;usg=AO">https://dams.example/a?x=1</a></p></div><div><p
class="c0"><a href="#ftnt_ref2" id="ftnt2">[2]</a><span class="c4">&nbsp;Ibid., p. 7.</span></p></div><div class="c8"><p
class="c0"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this the right year? https://remarks.example/x</span></p></div></body></html>"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><div class=WordSection1><p class=MsoNormal>The dam was
<a style='mso-comment-reference:JS_1;mso-comment-date:20200101T1000'>built</a><span class=MsoCommentReference><span
style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1"
name="_msoanchor_1">[JS1]</a><![endif]></span></span> in 1880.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
title=""><span class=MsoFootnoteReference>[1]</span></a></p></div><div style='mso-element:footnote-list'><hr><div
style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"
title=""><span class=MsoFootnoteReference>[1]</span></a> Smith, Dams, p. 5.</p></div></div><div
style='mso-element:comment-list'><hr><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><a
name="_msocom_1"></a><p class=MsoCommentText><a href="#_msoanchor_1" class=msocomoff>[JS1]</a>Is this right? See
https://remarks.example/x</p></div></div></div></body></html>"""


def test_remarks_of_reviewers_are_no_notes_and_no_text() -> None:
    read = read_manuscript(GOOGLE_DOCS.encode(), "book.html").text
    assert read.content.startswith("The dam was built in 1880[1]\xa0and the mill in 1890.[2]\n\n[1]")
    found, _, _ = sources(GOOGLE_DOCS)
    assert [note.text for note in found.notes] == [
        "Smith, Dams (2001), p. 5, https://dams.example/a?x=1",
        "Ibid., p. 7.",
    ]
    found, _, _ = sources(WORD)
    assert [note.text for note in found.notes] == ["Smith, Dams, p. 5."]
    assert "remarks" not in read.content + read_manuscript(WORD.encode(), "book.html").text.content


@pytest.mark.parametrize(
    "page",
    [
        "<p>Mills wait.{0}</p><div><p>{1} Right?</p><p>I doubt it.</p></div>",
        "<p>Mills wait.{0}</p><p>{1}{1} Right?</p>",
        "<p>Mills wait.{0}</p><div>{1}<p>{1} Right?</p><p>{1} Right!</p></div>",
    ],
)
def test_a_remark_of_a_reviewer_is_left_out_to_its_end(page: str) -> None:
    call, remark = '<a href="#cmnt1" id="cmnt_ref1">[a]</a>', '<a href="#cmnt_ref1" id="cmnt1">[a]</a>'
    assert read_manuscript(page.format(call, remark).encode(), "book.html").text.content == "Mills wait."


def test_text_around_the_remark_of_a_reviewer_is_read() -> None:
    page = 'Mills wait.<br><a href="#cmnt_ref1" id="cmnt1">[a]</a>'
    assert read_manuscript(page.encode(), "book.html").text.content == "Mills wait."


def test_a_page_that_is_nothing_but_a_remark_of_a_reviewer_is_read() -> None:
    page = b"<html><body class=msocomtxt>Is this right?</body></html>"
    assert read_manuscript(page, "book.html").text.content == "Is this right?"


def test_a_number_in_the_margin_that_lines_and_spaces_break_is_where_it_is_shown() -> None:
    page = (
        '<p>Mills<label class="margin-toggle sidenote-number">\u200f a\n  1 </label><span class="sidenote">'
        "Ashdown, Wheels.</span> wait.</p>"
    )
    text = read_manuscript(page.encode(), "book.html").text
    calls = [mark.spans[0].of(text.content) for mark in text.marks if mark.kind is MarkKind.MARKER]
    assert calls == ["a 1"]


@pytest.mark.parametrize("entry", ["B. Birch, A book, 2002.", "<i>B.</i> Birch, A book, 2002."])
def test_an_entry_that_nothing_is_said_of_stands_among_those_that_are_called(entry: str) -> None:
    calls = '<html><p>One <a href="#a">[1]</a>. Three <a href="#c">[3]</a>.</p>'
    row = f'<div><p id="a">[1] A. Ash, 2001.</p><p>[2] {entry}</p><p id="c">[3] C. Cedar, 2003.</p></div>'
    text = read_manuscript((calls + row).encode(), "article.html").text
    entries = [mark.spans[0].of(text.content) for mark in text.marks if mark.kind == "reference"]
    assert entries == ["A. Ash, 2001.", "B. Birch, A book, 2002.", "C. Cedar, 2003."]


def test_remarks_that_brackets_call_are_notes_where_none_cites() -> None:
    found, listed, called = sources(
        """<p>Mills wait <a href="#n1">[1]</a>. Dams do not <a href="#n2">[2]</a>.</p><p id="n1">[1] Not in
        winter.</p><p id="n2">[2] The word is old.</p>"""
    )
    assert ([note.text for note in found.notes], listed) == (["Not in winter.", "The word is old."], [])
    assert called == ["", ""]


def test_a_label_that_leads_back_makes_no_note_of_its_paragraph() -> None:
    found, _, _ = sources(
        """<p>Mills wait.<a id="c1" href="#lost">[1]</a> Dams do not, as of 1880.</p><p><a id="n1" href="#c1">[1]</a>
        Not in winter.</p>"""
    )
    assert "Dams do not, as of 1880." not in [note.text for note in found.notes]


def test_numbers_that_hang_on_words_call_notes_that_begin_with_them() -> None:
    """A style sheet raises them; no note leads back."""
    text = read_manuscript(
        b'<p>Weirs<a href="#n1">1</a> hold. Mills wait.<a href="#n2">2</a> See section <a href="#s">3</a>.</p>'
        b'<p id="n1">1. On weirs.</p><p id="n2">2. On mills.</p><p id="s">3. The rest follows here.</p>',
        "a.html",
    ).text
    assert [mark.label for mark in text.marks if mark.kind is MarkKind.NOTE] == ["1", "2"]
