"""Manuscripts in HTML as different programs write them, each with what it holds, in several languages."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """`notes`: label, text, addresses; `calls`: labels in order of place."""

    html: str
    notes: tuple[tuple[str, str, tuple[str, ...]], ...]
    calls: tuple[str, ...]


FLAVOURS: dict[str, Document] = {
    "word": Document(
        """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"></head><body>
<div class=WordSection1><p class=MsoNormal>Плотина стоит.<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if
!supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> Вода ушла.<a
style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2" title=""><span>[2]</span></a></p></div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1'
href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Иванов И. И. Плотины. <a
href="https://plotina.example/1">https://plotina.example/1</a></p><p class=MsoFootnoteText>Второй абзац.</p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a style='mso-footnote-id:ftn2'
href="#_ftnref2" name="_ftn2" title=""><span>[2]</span></a> Там же, с. 5.</p></div></div></body></html>""",
        (
            (
                "1",
                "Иванов И. И. Плотины. https://plotina.example/1 Второй абзац.",
                ("https://plotina.example/1",),
            ),
            ("2", "Там же, с. 5.", ()),
        ),
        ("1", "2"),
    ),
    "wiki": Document(
        """<p>Das Wehr hält.<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">[1]</a></sup> Nachts
kam das Wasser.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup><sup
id="cite_ref-a_1-1" class="reference"><a href="#cite_note-a-1">[1]</a></sup><sup id="cite_ref-3"
class="reference"><a href="#cite_note-3">[Anm. 1]</a></sup></p>
<ol class="references"><li id="cite_note-a-1"><span class="mw-cite-backlink">↑ <sup><a href="#cite_ref-a_1-0">a</a>
</sup> <sup><a href="#cite_ref-a_1-1">b</a></sup></span> <span class="reference-text"><a rel="nofollow"
class="external text" href="https://wehr.example/bericht">Bericht</a>, abgerufen am 1. Mai 2020.</span></li>
<li id="cite_note-2"><span class="mw-cite-backlink"><a href="#cite_ref-2">↑</a></span> <span>Müller 2001, S. 7.
<span style="display:none">versteckt</span></span></li></ol>
<ol class="references"><li id="cite_note-3"><a href="#cite_ref-3">↑</a> Eine Anmerkung.</li></ol>""",
        (
            ("1", "Bericht, abgerufen am 1. Mai 2020.", ("https://wehr.example/bericht",)),
            ("2", "Müller 2001, S. 7.", ()),
            ("Anm. 1", "Eine Anmerkung.", ()),
        ),
        ("1", "2", "1", "Anm. 1"),
    ),
    "github": Document(
        """<article class="markdown-body"><p>The weir holds.<sup><a href="#user-content-fn-1" id="user-content-fnref-1"
data-footnote-ref="" aria-describedby="footnote-label">1</a></sup> Twice.<sup><a href="#user-content-fn-big"
id="user-content-fnref-big" data-footnote-ref="">2</a></sup><sup><a href="#user-content-fn-1"
id="user-content-fnref-1-2" data-footnote-ref="">1</a></sup></p>
<section data-footnotes="" class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol>
<li id="user-content-fn-1"><p>See <a href="https://weir.example/a">the survey</a>. <a href="#user-content-fnref-1"
data-footnote-backref="" aria-label="Back to reference 1">↩</a> <a href="#user-content-fnref-1-2"
data-footnote-backref="">↩<sup>2</sup></a></p></li>
<li id="user-content-fn-big"><p>First paragraph.</p><p>Second paragraph. <a href="#user-content-fnref-big"
data-footnote-backref="">↩</a></p></li></ol></section></article>""",
        (
            ("1", "See the survey.", ("https://weir.example/a",)),
            ("2", "First paragraph. Second paragraph.", ()),
        ),
        ("1", "2", "1"),
    ),
    "newsletter": Document(
        """<div class="body markup"><p>La digue tient.<a data-component-name="FootnoteAnchorToDOM"
id="footnote-anchor-1" href="#footnote-1" target="_self">1</a> Et puis<a id="footnote-anchor-2"
href="#footnote-2">2</a>.</p><div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1"
href="#footnote-anchor-1" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>Durand,
« La digue », <a href="https://digue.example/p?a=1&amp;b=2">en ligne</a>.</p><p>Suite.</p></div></div>
<div class="footnote"><a id="footnote-2" href="#footnote-anchor-2">2</a><div class="footnote-content"><p>2 fois.</p>
</div></div></div>""",
        (
            ("1", "Durand, « La digue », en ligne. Suite.", ("https://digue.example/p?a=1&b=2",)),
            ("2", "2 fois.", ()),
        ),
        ("1", "2"),
    ),
    "docutils": Document(
        """<p>A word <a class="brackets" href="#footnote-1" id="footnote-reference-1" role="doc-noteref"><span
class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a> and <a class="brackets" href="#footnote-2"
id="footnote-reference-2" role="doc-noteref">[*]</a>, see <a class="citation-reference" href="#roe99"
id="citation-reference-1" role="doc-biblioref">[ROE99]</a>, <a class="brackets" href="#footnote-1"
id="footnote-reference-3" role="doc-noteref">[1]</a>.</p>
<aside class="footnote-list brackets"><aside class="footnote brackets" id="footnote-1" role="doc-footnote">
<span class="label"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></span>
<span class="backrefs">(<a role="doc-backlink" href="#footnote-reference-1">1</a>,<a role="doc-backlink"
href="#footnote-reference-3">2</a>)</span><p>One note.</p><p>More of it.</p></aside>
<aside class="footnote brackets" id="footnote-2" role="doc-footnote"><span class="label"><span
class="fn-bracket">[</span><a role="doc-backlink" href="#footnote-reference-2">*</a><span
class="fn-bracket">]</span></span><p>A sign.</p></aside>
<aside class="footnote brackets" id="footnote-3" role="doc-footnote"><span class="label">[2]</span>
<p>Called by nobody.</p></aside></aside>
<div role="list" class="citation-list"><div class="citation" id="roe99" role="doc-biblioentry"><span
class="label">[<a role="doc-backlink" href="#citation-reference-1">ROE99</a>]</span><p>Roe, <em>Weirs</em>, 1999.</p>
</div></div>""",
        (
            ("1", "One note. More of it.", ()),
            ("*", "A sign.", ()),
            ("2", "Called by nobody.", ()),
            ("ROE99", "Roe, Weirs, 1999.", ()),
        ),
        ("1", "*", "ROE99", "1"),
    ),
    "definition list": Document(
        """<p>Uno <a class="footnote-reference brackets" href="#id3" id="id1">1</a> y dos <a
class="footnote-reference brackets" href="#id4" id="id2">2</a>.</p><dl class="footnote brackets">
<dt class="label" id="id3"><span class="brackets"><a class="fn-backref" href="#id1">1</a></span></dt>
<dd><p>Nota primera.</p></dd><dt class="label" id="id4"><span class="brackets"><a class="fn-backref"
href="#id2">2</a></span></dt><dd><p>Nota segunda.</p><p>Sigue.</p></dd></dl><p>Fin.</p>""",
        (("1", "Nota primera.", ()), ("2", "Nota segunda. Sigue.", ())),
        ("1", "2"),
    ),
    "office": Document(
        """<p>Η γέφυρα στέκει<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
και πάλι<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a>Παπαδόπουλος, <a href="http://gefyra.example/α">σελ. 3</a></p><p>Συνέχεια.</p></div>
<div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym"
href="#sdendnote1anc">i</a>Τέλος.</p></div>""",
        (
            ("1", "Παπαδόπουλος, σελ. 3 Συνέχεια.", ("http://gefyra.example/α",)),
            ("i", "Τέλος.", ()),
        ),
        ("1", "i"),
    ),
    "pandoc": Document(
        """<p>A fact<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>, and <span
class="citation" data-cites="roe">(<a href="#ref-roe" role="doc-biblioref">Roe 1999</a>)</span>.</p>
<div id="refs" class="references csl-bib-body"><div id="ref-roe" class="csl-entry" role="listitem">Roe, J. 1999.
<em>Weirs</em>. <a href="https://doi.example/10.1/x">https://doi.example/10.1/x</a>.</div></div>
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>4 weirs were built.<a
href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>""",
        (
            ("Roe 1999", "Roe, J. 1999. Weirs. https://doi.example/10.1/x.", ("https://doi.example/10.1/x",)),
            ("1", "4 weirs were built.", ()),
        ),
        ("1", "Roe 1999"),
    ),
    "side notes": Document(
        """<article><p>In print<label for="sn-a" class="margin-toggle sidenote-number"></label><input type="checkbox"
id="sn-a" class="margin-toggle"/><span class="sidenote">See <a href="https://type.example/x">the thread</a>.</span>
type is set. <label for="mn-b" class="margin-toggle">&#8853;</label><input type="checkbox" id="mn-b"
class="margin-toggle"/><span class="marginnote">No number here.</span>Then<label for="sn-c"
class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-c" class="margin-toggle"/><span
class="sidenote">A second side note.</span>, more.</p><p>Next.</p></article>""",
        (("1", "See the thread.", ("https://type.example/x",)), ("2", "A second side note.", ())),
        ("1", "2"),
    ),
    "plug-in": Document(
        """<p>Een feit<span id="easy-footnote-1-12" class="easy-footnote-margin-adjust"></span><span
class="easy-footnote"><a href="#easy-footnote-bottom-1-12" title="Bron"><sup>1</sup></a></span> en nog een<sup
data-fn="a1b2" class="fn"><a href="#a1b2" id="a1b2-link">2</a></sup>.</p><ol class="easy-footnotes-wrapper">
<li class="easy-footnote-single"><span id="easy-footnote-bottom-1-12"
class="easy-footnote-margin-adjust"></span>Bron één.<a class="easy-footnote-to-top" href="#easy-footnote-1-12"></a>
</li></ol><ol class="wp-block-footnotes" start="2"><li id="a1b2">Bron twee, <a
href="http://bron.example/twee/">hier</a>. <a href="#a1b2-link" aria-label="Terug">↩︎</a></li></ol>""",
        (("1", "Bron één.", ()), ("2", "Bron twee, hier.", ("http://bron.example/twee/",))),
        ("1", "2"),
    ),
    "old hand-made page": Document(
        """<body><p>Il ponte regge<a name="r1"></a><a href="#n1"><sup>1</sup></a> ancora<a name="r2"></a><a
href="#n2"><sup>2</sup></a>.<p><small><a name="n1"></a>1. Rossi, <i>Il ponte</i>. <a href="#r1">[torna]</a><br>
<a name="n2"></a>2. Bianchi, p. 4. <a href="#r2">[torna]</a></small></body>""",
        (("1", "Rossi, Il ponte.", ()), ("2", "Bianchi, p. 4.", ())),
        ("1", "2"),
    ),
    "transcribed book": Document(
        """<h2>Chapter I</h2><p>Body one.<a name="FNanchor_1_1" id="FNanchor_1_1"></a><a href="#Footnote_1_1"
class="fnanchor">[1]</a> Body two.<a id="FNanchor_2_2"></a><a href="#Footnote_2_2" class="fnanchor">[2]</a></p>
<div class="footnotes"><h3>FOOTNOTES:</h3><div class="footnote"><p><a name="Footnote_1_1"
id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> Note one.</p><p>Its second
paragraph.</p></div><div class="footnote"><p><a id="Footnote_2_2"></a><a href="#FNanchor_2_2"><span
class="label">[2]</span></a> Note two.</p></div></div><h2>Chapter II</h2><p>Body.</p>""",
        (("1", "Note one. Its second paragraph.", ()), ("2", "Note two.", ())),
        ("1", "2"),
    ),
    "table": Document(
        """<p>Fakta<a href="#f1" id="a1">*</a> och<a href="#f2" id="a2">†</a>.</p><table><tbody><tr><td><a id="f1"
href="#a1">*</a></td><td>Första noten.</td></tr><tr><td><a id="f2" href="#a2">†</a></td><td>Andra noten.</td></tr>
</tbody></table>""",
        (("*", "Första noten.", ()), ("†", "Andra noten.", ())),
        ("*", "†"),
    ),
    "numbered references": Document(
        """<p>As shown [<a href="#b2">2</a>] and before [<a href="#b1">1</a>], [<a href="#b2">2</a>].</p>
<h2>References</h2><ol><li id="b1">Roe, A. Weirs. 1999. <a href="https://roe.example/1">https://roe.example/1</a></li>
<li id="b2">Doe, B. Dams. 2001.</li></ol>""",
        (
            ("1", "Roe, A. Weirs. 1999. https://roe.example/1", ("https://roe.example/1",)),
            ("2", "Doe, B. Dams. 2001.", ()),
        ),
        ("2", "1", "2"),
    ),
    "saved under its address": Document(
        """<html><head><link rel="canonical" href="https://blog.example/post/"></head><body><p>事実です。<a
href="https://blog.example/post/#fn-1" id="ref-1">1</a></p><ul><li id="fn-1">山田、<a
href="https://yamada.example/本">本</a>。<a href="https://blog.example/post/#ref-1">↑</a></li></ul></body></html>""",
        (("1", "山田、本。", ("https://yamada.example/本",)),),
        ("1",),
    ),
    "declared, one way": Document(
        """<p>Факт<a href="#n1" role="doc-noteref">1</a>, ще<a href="#n2" epub:type="noteref">2</a>.</p>
<aside id="n1" role="doc-footnote"><p>Перша.</p></aside><aside id="n2" epub:type="footnote"><p>2. Друга.</p></aside>""",
        (("1", "Перша.", ()), ("2", "Друга.", ())),
        ("1", "2"),
    ),
    "raised, one way": Document(
        """<p>حقيقة<sup><a href="#n1">1</a></sup> أخرى<sup><a href="#n2">2</a></sup></p><hr>
<p id="n1">1. المصدر الأول.</p><p id="n2">2. المصدر الثاني.</p><p><a href="#top">1</a></p>""",
        (("1", "المصدر الأول.", ()), ("2", "المصدر الثاني.", ())),
        ("1", "2"),
    ),
    "paged media": Document(
        """<p>事实<span class="footnote">张三：《坝》，2001年，<a href="https://ba.example/">https://ba.example/</a></span>。</p>
<p>“引文。”<span class="footnote">李四：《水》，1999年，第3页以下各页。</span></p>""",
        (
            ("1", "张三：《坝》，2001年，https://ba.example/", ("https://ba.example/",)),
            ("2", "李四：《水》，1999年，第3页以下各页。", ()),
        ),
        ("1", "2"),
    ),
    "calls in notes, headings, tables, quotations": Document(
        """<h1>Title<a href="#f1" id="r1">1</a></h1><blockquote><p>Set off.<a href="#f2" id="r2">2</a></p></blockquote>
<table><tr><td>cell<a href="#f3" id="r3">3</a></td></tr></table><ol><li>item<a href="#f4" id="r4">4</a></li></ol>
<ol><li id="f1">One, see <a href="#f3">3</a>. <a href="#r1">^</a></li><li id="f2">Two. <a href="#r2">^</a></li>
<li id="f3">Three. <a href="#r3">^</a></li><li id="f4">Four. <a href="#r4">^</a></li></ol>""",
        (("1", "One, see 3.", ()), ("2", "Two.", ()), ("3", "Three.", ()), ("4", "Four.", ())),
        ("1", "2", "3", "4", "3"),
    ),
    "a table of contents is no list of notes": Document(
        """<ul><li><a id="t1" href="#c1">1</a></li><li><a id="t2" href="#c2">2</a></li></ul><h2 id="c1"><a
href="#t1">1</a> First</h2><p>Text<a href="#e1" id="q1">1</a>.</p><h2 id="c2"><a href="#t2">2</a> Second</h2>
<p>Text.</p><p id="e1"><a href="#q1">1</a> The only note.</p>""",
        (("1", "The only note.", ()),),
        ("1",),
    ),
    "notes after each chapter, several paragraphs": Document(
        """<h2>I</h2><p>One<a href="#a1" id="b1">1</a>, two<a href="#a2" id="b2">2</a>.</p><p id="a1"><a
href="#b1">1</a> First.</p><p>First goes on.</p><p id="a2"><a href="#b2">2</a> Second.</p><h2>II</h2>
<p>Three<a href="#a3" id="b3">1</a>.</p><p>Plain.</p><p id="a3"><a href="#b3">1</a> Third.</p>""",
        (("1", "First. First goes on.", ()), ("2", "Second.", ()), ("1", "Third.", ())),
        ("1", "2", "1"),
    ),
}
