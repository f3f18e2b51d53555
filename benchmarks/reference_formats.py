"""Lists of sources in the formats that manuscripts come in, for `benchmarks.references`.

The layouts of plain text set as HTML, EPUB, DOCX and ODT; HTML as CSL processors and LaTeXML write it, with
links and without; LaTeX with a list by hand, with a database and with the list that BibTeX makes of one.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from benchmarks.reference_layouts import LAYOUTS, Language, Made, entries_of, printed
from citecheck.model import Text
from citecheck.read import read_manuscript
from tests.read.books import book, page
from tests.read.office import docx, odt

Document = Callable[[Language], tuple[Made, Text]]
_CALLS = (1, 2, 3, 5, 4, 2, 6)


def _parts(made: Made, heading: str) -> list[tuple[bool, str]]:
    """Paragraphs of a layout's text, and whether each is the heading; an entry a paragraph."""
    body, _, listed = made.text.partition(f"\n\n{heading}\n\n")
    rows = [(False, part) for part in body.split("\n\n")]
    return [*rows, (True, heading), *((False, line) for line in listed.split("\n") if line.strip())]


def _set(layout: str, ending: str) -> Document:
    """A layout of plain text in a format that keeps paragraphs and headings."""

    def made(language: Language) -> tuple[Made, Text]:
        one = LAYOUTS[layout](language)
        parts = _parts(one, language.heading)
        if ending in ("html", "epub"):
            body = "".join(f"<h2>{escape(t)}</h2>" if head else f"<p>{escape(t)}</p>" for head, t in parts)
            data = book({"a.xhtml": page(body)}) if ending == "epub" else body.encode()
        elif ending == "docx":
            style = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
            lines = "\n".join(f"@H1 {text}" if head else text for head, text in parts)
            data = docx({"body": lines, "styles": style})
        else:
            data = odt({"body": "\n".join(f"@1 {text}" if head else text for head, text in parts)})
        return one, read_manuscript(data, f"book.{ending}").text

    return made


def _html(call: Callable[[int], str], entry: Callable[[int, str], str], *, by_year: bool) -> Document:
    """HTML with mark-up of its own for calls and entries; `call` and `entry` are given numbers."""

    def made(language: Language) -> tuple[Made, Text]:
        opening, closing = language.marks
        entries = entries_of(language)

        def shown(number: int) -> str:
            name, year, _ = entries[number - 1]
            return call(number).replace("NAME", name).replace("YEAR", str(year))

        def group(*numbers: int) -> str:
            inner = ("; " if by_year else ", ").join(map(shown, numbers))
            return f"({inner})" if by_year else f"[{inner}]"

        says = f"{opening}{language.words}{closing}"
        body = (
            f"<p>{language.prose} {group(1, 2, 3)}. {language.prose} {group(5)}.</p>"
            f"<p>{language.names[3]} {language.says} {says} {group(4)}. {language.prose} {group(2, 6)}.</p>"
        )
        rows = "".join(entry(n, escape(printed(language, n, early=by_year))) for n in range(1, 7))
        source = f"{body}<h2>{language.heading}</h2><div>{rows}</div>"
        one = Made(source, entries, list(_CALLS), 4)
        return one, read_manuscript(source.encode(), "book.html").text

    return made


def _latex(kind: str, cite: str, *, preamble: str = "") -> Document:
    """A LaTeX source; `cite`: the command that cites; `kind`: what has the sources: `bib`, `bbl`, `hand`."""

    def made(language: Language) -> tuple[Made, Text]:
        opening, closing = language.marks
        entries = entries_of(language)
        says = f"{opening}{language.words}{closing}"
        body = (
            f"{language.prose} \\{cite}{{k1,k2,k3}}. {language.prose} \\{cite}{{k5}}.\n\n"
            f"{language.names[3]} {language.says} {says} \\{cite}[12]{{k4}}. "
            f"{language.prose} \\{cite}{{k2,k6}}.\n\n"
        )
        rows = [printed(language, number, early=False) for number in range(1, 7)]
        items = [
            f"\\bibitem{{k{number}}} {row.rsplit(' ', 1)[0]} \\url{{{row.rsplit(' ', 1)[1]}}}"
            for number, row in enumerate(rows, 1)
        ]
        listed = "\\begin{thebibliography}{9}\n" + "\n".join(items) + "\n\\end{thebibliography}\n"
        base = "".join(
            f"@book{{k{number}, author = {{{name}, {name[0]}.}}, title = {{{language.titles[number - 1]}}},\n"
            f"  year = {year}, url = {{{url}}}}}\n"
            for number, (name, year, url) in enumerate(entries, 1)
        )
        end = listed if kind == "hand" else "\\bibliography{refs}\n"
        source = (
            f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}{end}\\end{{document}}\n"
        )
        siblings = {"bib": {"refs.bib": base}, "bbl": {"book.bbl": listed}}.get(kind, {})
        files = {name: text.encode() for name, text in siblings.items()}
        return Made(source, entries, list(_CALLS), 4), read_manuscript(
            source.encode(), "book.tex", files
        ).text

    return made


def _linked(number: int) -> str:
    return f'<a href="#b{number}">NAME YEAR</a>'


def _linked_number(number: int) -> str:
    return f'<a href="#b{number}" class="ltx_ref">{number}</a>'


def _csl(number: int, text: str) -> str:
    return f'<div class="csl-entry" id="ref-{number}">{text}</div>'


def _csl_numbered(number: int, text: str) -> str:
    return (
        f'<div class="csl-entry" id="ref-{number}"><div class="csl-left-margin">{number}. </div>'
        f'<div class="csl-right-inline">{text}</div></div>'
    )


def _latexml(number: int, text: str) -> str:
    return (
        f'<li id="b{number}" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[{number}]</span> '
        f'<span class="ltx_bibblock">{text}</span></li>'
    )


_AS_TEXT = [
    name for name in LAYOUTS if "broken" not in name and "beside" not in name and "behind" not in name
]
DOCUMENTS: dict[str, Document] = {
    **{
        f"{ending}: {name}": _set(name, ending)
        for ending in ("html", "epub", "docx", "odt")
        for name in _AS_TEXT
    },
    "html: links with years": _html(_linked, lambda n, text: f'<p id="b{n}">{text}</p>', by_year=True),
    "html: CSL, years": _html(lambda n: "NAME YEAR", _csl, by_year=True),
    "html: CSL, numbers": _html(str, _csl_numbered, by_year=False),
    "html: LaTeXML, numbers": _html(_linked_number, _latexml, by_year=False),
    "html: LaTeXML, years": _html(_linked, _latexml, by_year=True),
    "latex: by hand": _latex("hand", "cite"),
    "latex: .bib, numbers": _latex("bib", "cite"),
    "latex: .bib, natbib": _latex("bib", "citep", preamble="\\usepackage{natbib}"),
    "latex: .bib, biblatex": _latex("bib", "parencite", preamble="\\usepackage[style=apa]{biblatex}"),
    "latex: .bbl": _latex("bbl", "cite"),
}
"""Name (format, and how it is made) → a document in a language, as read, with what it holds."""
