"""How the texts are set: what each program is given for each layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from benchmarks.pdf_layout_text import Note, Section

BABEL = {"en": "english", "fr": "french", "de": "ngerman", "ru": "russian", "pl": "english"}
_WIDE = r"\usepackage[left=2cm,right=7cm,marginparwidth=5cm,marginparsep=0.5cm]{geometry}"
_MARGIN = r"\newcounter{own}\newcommand\own[1]{\refstepcounter{own}\textsuperscript{\theown}"
LATEX: dict[str, tuple[str, str, str]] = {
    # class, preamble, command of a note; "remarks" in the preamble sets \remark
    "article": ("[11pt]{article}", "", r"\footnote"),
    "small book, two sides": (
        "[10pt,a5paper,twoside]{book}",
        r"\usepackage{fancyhdr}\pagestyle{fancy}",
        r"\footnote",
    ),
    "two columns": ("[9pt,twocolumn]{extarticle}", "", r"\footnote"),
    "anew on each page": ("[11pt]{article}", r"\usepackage[perpage]{footmisc}", r"\footnote"),
    "one paragraph": ("[11pt]{article}", r"\usepackage[para]{footmisc}", r"\footnote"),
    "signs": ("[11pt]{article}", r"\usepackage[perpage,symbol*]{footmisc}", r"\footnote"),
    "letters": (
        "[11pt]{article}",
        r"\usepackage[perpage]{footmisc}\renewcommand\thefootnote{\alph{footnote}}",
        r"\footnote",
    ),
    "endnotes": ("[11pt]{article}", r"\usepackage{endnotes}", r"\endnote"),
    "brackets": (
        "[11pt]{article}",
        (
            r"\makeatletter\renewcommand\@makefnmark{[\@thefnmark]}"
            r"\renewcommand\@makefntext[1]{\noindent[\@thefnmark] #1}\makeatother"
        ),
        r"\footnote",
    ),
    "numbered lines": ("[11pt]{article}", r"\usepackage{lineno}\AtBeginDocument{\linenumbers}", r"\footnote"),
    "every fifth line numbered": (
        "[11pt]{article}",
        r"\usepackage[modulo]{lineno}\AtBeginDocument{\linenumbers}",
        r"\footnote",
    ),
    "hanging, wide lines": (
        "[12pt]{report}",
        r"\usepackage[hang,flushmargin,bottom]{footmisc}\usepackage{setspace}\onehalfspacing",
        r"\footnote",
    ),
    "KOMA": ("[10pt,a5paper]{scrbook}", r"\deffootnote[1.5em]{1.5em}{1em}{\thefootnotemark\ }", r"\footnote"),
    "no rule": ("[11pt]{article}", r"\renewcommand\footnoterule{}", r"\footnote"),
    "notes of the text's size": ("[11pt]{article}", r"\renewcommand\footnotesize{\normalsize}", r"\footnote"),
    "notes in two columns": ("[10pt]{article}", r"\usepackage{dblfnote}", r"\footnote"),
    "memoir": ("[10pt,a5paper]{memoir}", "", r"\footnote"),
    "remarks in the margin": (
        "[11pt]{article}",
        _WIDE + r"\newcommand\remark[1]{\marginpar{\footnotesize\itshape #1}}",
        r"\footnote",
    ),
    "margin: footmisc": ("[10pt]{article}", _WIDE + r"\usepackage[side]{footmisc}", r"\footnote"),
    "margin: sidenotes": ("[10pt]{article}", _WIDE + r"\usepackage{sidenotes}", r"\sidenote"),
    "margin: tufte-handout": ("{tufte-handout}", "", r"\footnote"),
    "margin: tufte-book, two sides": (
        "[twoside,symmetric]{tufte-book}",
        r"\setcounter{secnumdepth}{-1}",
        r"\footnote",
    ),
    "margin: tufte, remarks": ("{tufte-handout}", r"\newcommand\remark[1]{\marginnote{#1}}", r"\footnote"),
    "margin: snotez": ("[10pt,twoside]{book}", r"\usepackage{snotez}", r"\sidenote"),
    "margin: marginnote": (
        "[10pt]{scrartcl}",
        _WIDE + r"\usepackage{marginnote}" + _MARGIN + r"\marginnote{\scriptsize\theown. #1}}",
        r"\own",
    ),
    "margin: KOMA, ragged, two sides": (
        "[10pt,twoside]{scrbook}",
        _WIDE.replace("left", "inner").replace("right", "outer")
        + r"\usepackage{ragged2e}"
        + _MARGIN
        + r"\marginpar[\footnotesize\RaggedRight\textsuperscript{\theown}#1]"
        r"{\footnotesize\RaggedRight\textsuperscript{\theown}#1}}",
        r"\own",
    ),
    "margin: memoir": ("[10pt,a4paper]{memoir}", r"\footnotesinmargin", r"\footnote"),
    "margin and foot": (
        "[10pt]{article}",
        _WIDE
        + r"\usepackage{sidenotes}\newcommand\either[1]{\ifodd\thesidenote\footnote{#1}\stepcounter{sidenote}"
        r"\else\sidenote{#1}\fi}",
        r"\footnote",
    ),
}
"""Name of the layout; options and class, preamble, command that makes a note."""
LANGUAGE_PACKAGES = r"\usepackage[T2A,T1]{fontenc}\usepackage[utf8]{inputenc}"


def latex(name: str, language: str, sections: Sequence[Section], *, unicode: bool) -> str:
    """The source for pdfLaTeX, or with `unicode` for XeLaTeX and LuaLaTeX."""
    kind, preamble, command = LATEX[name]
    remark = r"\remark" in preamble
    head = r"\documentclass" + kind
    if unicode:
        head += r"\usepackage{fontspec}\setmainfont{DejaVu Serif}"
    else:
        head += LANGUAGE_PACKAGES + (r"\usepackage{lmodern}" if language != "ru" else "")
    head += rf"\usepackage[{BABEL[language]}]{{babel}}"
    links = r"\usepackage{url}" if "tufte" in kind else r"\usepackage[hidelinks]{hyperref}"

    def note(one: Note) -> str:
        words = tex_escaped(one.text) + (rf" \url{{{one.url}}}" if one.url else "")
        return f"{command}{{{words}}}"

    parts: list[str] = []
    for section in sections:
        parts.append(rf"\section{{{section.heading}}}")
        for place, paragraph in enumerate(section.paragraphs):
            words = [tex_escaped(one.text) + (note(one.note) if one.note else "") for one in paragraph]
            if remark and place < len(section.remarks):
                words.insert(1, rf"\remark{{{section.remarks[place]}}}")
            parts.append("\n".join(words) + "\n")
    if command == r"\endnote":
        parts.append(r"\theendnotes")
    return "\n".join([head, links, preamble, r"\begin{document}\sloppy", *parts, r"\end{document}"])


def tex_escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


SIDE = (
    ".note { float: right; clear: right; width: 45mm; margin: 0 -52mm 2mm 0; font-size: 8.5pt;"
    " line-height: 1.25 }"
    "body { margin-right: 52mm }"
)
HTML: dict[str, tuple[str, str]] = {
    # style, where notes stand
    "endnotes": ("", "end"),
    "endnotes, two columns": ("main { columns: 2; text-align: justify; hyphens: auto }", "end"),
    "margin: floats": (SIDE, "side"),
    "margin: floats at the left": (
        SIDE.replace("right", "left").replace("0 -52mm 2mm 0", "0 0 2mm -52mm"),
        "side",
    ),
    "foot": (
        ".note { float: footnote; font-size: 8pt } ::footnote-marker { content: counter(footnote) ' ' }",
        "foot",
    ),
}


def html(name: str, language: str, sections: Sequence[Section]) -> str:
    """The page for a browser or WeasyPrint."""
    style, where = HTML[name]
    ends: list[str] = []
    parts: list[str] = []
    number = 0
    for section in sections:
        parts.append(f"<h2>{section.heading}</h2>")
        for paragraph in section.paragraphs:
            parts.append("<p>")
            for one in paragraph:
                parts.append(escape(one.text))
                if one.note:
                    number += 1
                    url = one.note.url
                    words = escape(one.note.text) + (f' <a href="{url}">{url}</a>' if url else "")
                    if where == "foot":
                        parts[-1] += f'<span class="note">{words}</span>'
                        continue
                    parts[-1] += f"<sup>{number}</sup>"
                    if where == "side":
                        parts[-1] += f'<span class="note"><sup>{number}</sup> {words}</span>'
                    else:
                        ends.append(f"<p>{number}. {words}</p>")
            parts.append("</p>")
    body = "\n".join(parts) + ("<h2>Notes</h2>" + "\n".join(ends) if ends else "")
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Set</title><style>'
        "@page { size: A4; margin: 20mm } body { font: 10.5pt/1.4 serif } sup { font-size: 70% }"
        f" a {{ overflow-wrap: anywhere }} {style}</style><main>{body}</main></html>"
    )


ODT: dict[str, str] = {
    "footnotes": "footnote",
    "endnotes": "endnote",
    "two columns": "footnote",
    "margin: frames": "frame",
}
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document'
    + "".join(
        f' xmlns:{short}="{_ODF}{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    + ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
    "<office:styles>"
    '<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="11pt"'
    ' style:font-name="DejaVu Serif"/></style:style><style:style style:name="Note" style:family="paragraph">'
    '<style:text-properties fo:font-size="8pt"/></style:style><style:style style:name="Footnote"'
    ' style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style></office:styles>'
    "<office:automatic-styles>"
    '<style:style style:name="Up" style:family="text"><style:text-properties'
    ' style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Side" style:family="graphic"><style:graphic-properties style:wrap="run-through"'
    ' style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left"'
    ' style:horizontal-rel="paragraph" fo:border="none" fo:padding="0cm"/></style:style>'
)


def flat_odt(name: str, sections: Sequence[Section]) -> str:
    """The flat file for LibreOffice."""
    kind = ODT[name]
    right = "6.5cm" if kind == "frame" else "2cm"
    columns = '<style:columns fo:column-count="2" fo:column-gap="0.6cm"/>' if name == "two columns" else ""
    page = (
        '<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm"'
        f' fo:page-height="29.7cm" fo:margin-left="2cm" fo:margin-right="{right}" fo:margin-top="2cm"'
        f' fo:margin-bottom="2cm">{columns}</style:page-layout-properties></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>'
        "<office:body><office:text>"
    )
    out = [_ODT_HEAD, page]
    number = 0
    for section in sections:
        out.append(f"<text:h>{section.heading}</text:h>")
        for paragraph in section.paragraphs:
            words, used = "", 0
            for one in paragraph:
                words += escape(one.text)
                if one.note:
                    number += 1
                    words, used = _odt_note(words, one.note, number, kind, used)
                words += " "
            out.append(f'<text:p text:style-name="Standard">{words}</text:p>')
    return "".join([*out, "</office:text></office:body></office:document>"])


def _odt_note(words: str, note: Note, number: int, kind: str, used: int) -> tuple[str, int]:
    shown = escape(note.shown)
    if kind != "frame":
        return words + (
            f'<text:note text:id="n{number}" text:note-class="{kind}">'
            f"<text:note-citation>{number}</text:note-citation>"
            f'<text:note-body><text:p text:style-name="Footnote">{shown}</text:p></text:note-body>'
            "</text:note>"
        ), used
    height = 0.36 * (len(shown) // 24 + 2)
    frame = (
        f'<draw:frame draw:style-name="Side" text:anchor-type="paragraph" svg:x="15.6cm"'
        f' svg:y="{used * 0.36:.2f}cm" svg:width="4.2cm" svg:height="{height:.2f}cm">'
        '<draw:text-box><text:p text:style-name="Note">'
        f'<text:span text:style-name="Up">{number}</text:span> {shown}</text:p></draw:text-box></draw:frame>'
    )
    call = f'<text:span text:style-name="Up">{number}</text:span>'
    return frame + words + call, used + len(shown) // 24 + 2


TYPST = {
    "footnotes": '#set page(width: 15cm, height: 21cm, margin: 2cm, numbering: "1")',
    "two columns": '#set page(columns: 2, margin: 2cm, numbering: "1")',
    "margin: placed": '#set page(margin: (left: 2cm, right: 7cm), numbering: "1")\n'
    '#let number = counter("own")\n'
    "#let footnote(words) = { number.step(); context super(number.display()); box(place(dx: 0pt, context {"
    " let here = here().position(); place(dx: 14.5cm - here.x, dy: -0.7em, block(width: 5cm, text(size: 8pt)["
    "#super(number.display()) #words])) })) }",
}


def typst(name: str, language: str, sections: Sequence[Section]) -> str:
    """The source for Typst."""
    clean: Callable[[str], str] = lambda text: re.sub(r"([_*#@/\\<>\[\]$`~])", r"\\\1", text)  # noqa: E731
    out = [f'#set text(lang: "{language}", size: 10.5pt)\n#set par(justify: true)', TYPST[name]]
    for section in sections:
        out.append(f"= {section.heading}")
        for paragraph in section.paragraphs:
            out.append(
                " ".join(
                    clean(one.text) + (f"#footnote[{clean(one.note.shown)}]" if one.note else "")
                    for one in paragraph
                )
            )
    return "\n\n".join(out)


def groff(sections: Sequence[Section]) -> str:
    """The source for groff's ms macros."""
    clean: Callable[[str], str] = lambda text: text.replace("\\", r"\\").replace("-", r"\-")  # noqa: E731
    out = [".nr PO 3c", ".nr LL 14c"]
    for section in sections:
        out += [".SH", clean(section.heading)]
        for paragraph in section.paragraphs:
            out.append(".PP")
            for one in paragraph:
                out.append(clean(one.text) + (r"\**" if one.note else ""))
                out += [".FS", clean(one.note.shown), ".FE"] if one.note else []
    return "\n".join(out) + "\n"
