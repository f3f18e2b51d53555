"""Lists of sources in HTML: entries that mark-up names, called by links of any label, or by no link at all."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

import pytest

from citecheck.model import NoteKind, Parsed
from citecheck.parse import parse
from citecheck.read import read_manuscript

LATEXML_YEARS = """<p>Mills wait <cite class="ltx_cite ltx_citemacro_citep">(<a href="#bib.bib2" class="ltx_ref">Birch,
<span class="ltx_text ltx_bib_year">2007</span></a>; <a href="#bib.bib1" class="ltx_ref">Ashdown et al.,
<span class="ltx_text ltx_bib_year">2003</span></a>)</cite>.<span id="footnote1" class="ltx_note ltx_role_footnote"><sup
class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup
class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>A word.</span></span></span></p>
<section id="bib" class="ltx_bibliography"><h2 class="ltx_title ltx_title_bibliography">References</h2>
<ul class="ltx_biblist"><li id="bib.bib1" class="ltx_bibitem"><span
class="ltx_tag ltx_role_refnum ltx_tag_bibitem">Ashdown et al. (2003)</span>
<span class="ltx_bibblock">A. Ashdown and C. Dale (2003).</span> <span class="ltx_bibblock">Wheels. Hill Press.</span></li>
<li id="bib.bib2" class="ltx_bibitem"><span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">Birch (2007)</span>
<span class="ltx_bibblock">B. Birch (2007).</span> <span class="ltx_bibblock">Weirs. <a
href="https://weirs.example/b">https://weirs.example/b</a></span></li></ul></section>"""
LATEXML_NUMBERS = """<p>Mills wait <cite class="ltx_cite">[<a href="#bib.bib1" class="ltx_ref">1</a>, <a
href="#bib.bib2" class="ltx_ref">2</a>]</cite>, and weirs do <cite>[<a href="#bib.bib2" class="ltx_ref">2</a>]</cite>.</p>
<section id="bib" class="ltx_bibliography"><h2>References</h2><ul class="ltx_biblist">
<li id="bib.bib1" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[1]</span> <span
class="ltx_bibblock">A. Ashdown. Wheels. Hill Press, 2003.</span></li>
<li id="bib.bib2" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[2]</span> <span
class="ltx_bibblock">B. Birch. Weirs. 2007.</span></li></ul></section>"""
TEX4HT = """<p>Mills wait (<a href="#XAshdown">Ashdown</a>,&#x00A0;<a href="#XAshdown">2003</a>;
<a href="#XBirch">Birch</a>,&#x00A0;<a href="#XBirch">2007</a>). See <a href="#chapter">2003</a>.</p>
<p id="chapter">A chapter on 2003, and so on.</p><h2>Bibliography</h2><div class="thebibliography">
<p class="bibitem"><span class="biblabel"> <span class="bibsp">&#x00A0;</span></span><a id="XAshdown"></a>Ashdown, A. (2003).
Wheels. Hill Press.</p><p class="bibitem"><span class="biblabel"></span><a id="XBirch"></a>Birch, B. (2007). Weirs.</p></div>"""
PLAIN_LINKS = """<p>Les moulins attendent (<a href="#a">Aubert 2003</a>, p. 4) et <a href="#b">Brunel (2007)</a> le
confirme.</p><h2>Bibliographie</h2><ul><li id="a">Aubert, A. (2003). Roues. Lyon.</li><li id="b">Brunel, B. (2007).
Digues. Paris.</li></ul>"""
CSL_YEARS = """<p>Mills wait (Ashdown &amp; Dale 2003, p. 4), and Birch (2007) says so.</p><h1>References</h1>
<div id="refs" class="references csl-bib-body" role="list"><div id="ref-a" class="csl-entry" role="listitem">Ashdown, A., and
C. Dale. 2003. <em>Wheels</em>. Hill Press.</div><div id="ref-b" class="csl-entry" role="listitem">Birch, B. 2007.
<em>Weirs</em>. Hill Press.</div></div>"""
CSL_NUMBERS = """<p>Mills wait.<sup>1</sup> Weirs stand.<sup>1,2</sup> Dams of 10 m<sup>3</sup> are small.</p><h1>References</h1>
<div id="refs" class="references csl-bib-body"><div id="ref-a" class="csl-entry"><div class="csl-left-margin">1.
</div><div class="csl-right-inline">Ashdown A. Wheels. 2003.</div></div><div id="ref-b" class="csl-entry"><div
class="csl-left-margin">2. </div><div class="csl-right-inline">Birch B. Weirs. 2007.</div></div></div>"""

CSL_GLUED = CSL_NUMBERS.replace("wait.<sup>1</sup>", "wait(1). A log(2) is no call.").replace(
    "stand.<sup>1,2</sup>", "stand(2)."
)


def sources(html: str) -> tuple[Parsed, list[str], list[str]]:
    """What is found, the first words of the sources, and those of the source of each call."""
    found = parse(read_manuscript(html.encode(), "book.html").text)
    listed = [note for note in found.notes if note.kind is NoteKind.REFERENCE]
    name = {note.id: note.text.replace(",", "").replace(".", " ").split() for note in listed}
    first = {key: next(word for word in words if len(word) > 1) for key, words in name.items()}
    return found, list(first.values()), [first.get(m.note_id or "", "") for m in found.markers]


@pytest.mark.parametrize(
    ("html", "entries", "calls"),
    [
        (LATEXML_YEARS, ["Ashdown", "Birch"], ["Birch", "Ashdown", ""]),
        (LATEXML_NUMBERS, ["Ashdown", "Birch"], ["Ashdown", "Birch", "Birch"]),
        (TEX4HT, ["Ashdown", "Birch"], ["Ashdown", "Birch"]),
        (PLAIN_LINKS, ["Aubert", "Brunel"], ["Aubert", "Brunel"]),
        (CSL_YEARS, ["Ashdown", "Birch"], ["Ashdown", "Birch"]),
        (CSL_NUMBERS, ["Ashdown", "Birch"], ["Ashdown", "Ashdown", "Birch"]),
        (
            CSL_NUMBERS.replace("<sup>", "(").replace("</sup>", ")"),
            ["Ashdown", "Birch"],
            ["Ashdown", "Ashdown", "Birch"],
        ),
        (CSL_GLUED, ["Ashdown", "Birch"], ["Ashdown", "Birch"]),
    ],
    ids=[
        "latexml, years",
        "latexml, numbers",
        "tex4ht",
        "plain links",
        "csl, years",
        "csl, numbers",
        "csl, round",
        "csl, glued",
    ],
)
def test_entries_are_sources_and_their_calls_are_paired(
    html: str, entries: list[str], calls: list[str]
) -> None:
    found, listed, called = sources(html)
    assert (listed, called) == (entries, calls)
    assert not found.problems


def test_the_remark_beside_latexml_sources_is_the_only_note() -> None:
    found, _, _ = sources(LATEXML_YEARS)
    assert [note.text for note in found.notes if note.kind is not NoteKind.REFERENCE] == ["A word."]


def test_notes_in_brackets_of_which_one_says_ibid_are_no_list_of_sources() -> None:
    found, listed, _ = sources(
        """<p>A dam.<sup><a href="#n1">[1]</a></sup> A mill.<sup><a href="#n2">[2]</a></sup></p>
        <p id=n1>[1] Smith, Dams, 2004, p. 5.</p><p id=n2>[2] Ibid., p. 7.</p>"""
    )
    assert (len(found.notes), listed, found.problems) == (2, [], ())


def test_links_with_years_that_lead_to_prose_call_nothing() -> None:
    found, listed, called = sources(
        """<p>See <a href="#s1">the year 1848</a> and <a href="#s2">after 1870</a>.</p>
        <h2 id="s1">The year 1848</h2><p>It began.</p><h2 id="s2">After 1870</h2><p>It ended.</p>"""
    )
    assert (found.notes, listed, called) == ((), [], [])
