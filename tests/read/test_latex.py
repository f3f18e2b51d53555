"""LaTeX sources: whole documents with their truth beside them, single commands, and what may not happen."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.cli.reading import extraction_of
from citecheck.cli.siblings import siblings_of
from citecheck.errors import UnreadableInput
from citecheck.model import Mark, MarkKind, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.read.bibtex import entries_of
from citecheck.read.latex_files import wanted_files
from citecheck.read.latex_signs import plain, unescaped

FOLDER = Path(__file__).parent / "latex"
TRUTH = json.loads((FOLDER / "truth.json").read_text("utf-8"))
MUTATIONS = 500


def text_of(source: str) -> Text:
    return read_manuscript(source.encode(), "book.tex").text


def marks(source: str, kind: MarkKind) -> list[Mark]:
    return [mark for mark in text_of(source).marks if mark.kind is kind]


def notes(source: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in parse(text_of(source)).notes]


@pytest.mark.parametrize("name", TRUTH)
def test_documents(name: str) -> None:
    path = FOLDER / name
    found = extraction_of(path.read_bytes(), str(path))
    truth = TRUTH[name]
    assert [
        [
            note.id,
            note.label,
            note.kind,
            note.line,
            note.text,
            [x.url for x in found.by_note.get(note.id, ())],
        ]
        for note in found.parsed.notes
    ] == truth["notes"]
    assert [[m.label, m.note_id, m.line] for m in found.parsed.markers] == truth["markers"]
    assert [[q.line, q.note_id, q.exact] for q in found.parsed.quotations] == truth["quotations"]


@pytest.mark.parametrize("name", sorted(set(TRUTH) - {"whole_book.tex"}))
def test_lines_are_those_of_the_file(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert read_manuscript(data, name).text.content.count("\n") == data.count(b"\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"a\footnote{x}\footnote{y}", [("1", "x"), ("2", "y")]),
        (r"a\footnote[12]{x}\footnote{y}", [("12", "x"), ("1", "y")]),
        (r"\setcounter{footnote}{4}a\footnote{x}", [("5", "x")]),
        (r"\chapter{A}a\footnote{x}\chapter{B}b\footnote{y}", [("1", "x"), ("1", "y")]),
        (r"\chapter{A}a\footnote{x}\chapter*{B}b\footnote{y}", [("1", "x"), ("2", "y")]),
        (r"\documentclass{article}\begin{document}\section{A}a\footnote{x}\section{B}b\footnote{y}",
         [("1", "x"), ("2", "y")]),
        (r"\counterwithin*{footnote}{section}\section{A}a\footnote{x}\section{B}b\footnote{y}",
         [("1", "x"), ("1", "y")]),
        (r"\renewcommand{\thefootnote}{\roman{footnote}}\footnote{x}\footnote{y}", [("i", "x"), ("ii", "y")]),
        (r"\renewcommand\thefootnote{\fnsymbol{footnote}}\footnote{x}\footnote{y}", [("*", "x"), ("†", "y")]),
        (r"a\footnote{50\,\% of {\em all} \& \emph{more}~\dots}", [("1", "50 % of all & more …")]),
        ("a% \\footnote{no}\n\\footnote{yes} 5\\%\\footnote{too}", [("1", "yes"), ("2", "too")]),
        (r"a\footnote{https://x.example/a%20b is bare}", [("1", "https://x.example/a%20b is bare")]),
        (r"a\footnote{unclosed" + "\n\nmore", [("1", "unclosed")]),
        (r"\newcommand{\fn}[2][p]{\footnote{#2 #1}}a\fn{x}\fn[q]{y}", [("1", "x p"), ("2", "y q")]),
        (r"\let\fn\footnote a\fn{x}", [("1", "x")]),
        (r"\newcommand{\fn}{\footnote}a\fn{x}", [("1", "x")]),
        (r"\def\fn#1{\footnote{#1}}a\fn{x}", [("1", "x")]),
        (r"a\endnote{x}\footnote{y}", [("1", "x"), ("1", "y")]),
        (r"a\footnotemark b\footnotetext{x}", [("1", "x")]),
        (r"a\footnote{x \textbf{b \footnotesize c}}", [("1", "x b c")]),
        (r"a\footnote{\verb|%|}\footnote{y}", [("1", "%"), ("2", "y")]),
    ],
)  # fmt: skip
def test_notes(source: str, expected: list[tuple[str, str]]) -> None:
    assert notes(source) == expected


@pytest.mark.parametrize(
    ("source", "target", "shown"),
    [
        (r"\url{https://a.example/x_y#z}", "https://a.example/x_y#z", "https://a.example/x_y#z"),
        (r"\url{https://a.example/50%25}", "https://a.example/50%25", "https://a.example/50%25"),
        (r"\url|https://a.example/|", "https://a.example/", "https://a.example/"),
        (r"\href{https://a.example/\#z}{the page}", "https://a.example/#z", "the page"),
        (r"\href{https://a.example/\%7Ea}{\emph{the} page}", "https://a.example/%7Ea", "the page"),
        (r"\nolinkurl{a.example/\~{}me}", "a.example/~me", "a.example/~me"),
        ("\\url{https://a.example/\nbroken}", "https://a.example/broken", "https://a.example/broken"),
        (r"\url{https://a.example/{b}}", "https://a.example/{b}", "https://a.example/{b}"),
    ],
)
def test_addresses(source: str, target: str, shown: str) -> None:
    text = text_of("\\section{A} " + source)
    links = [mark for mark in text.marks if mark.kind is MarkKind.LINK]
    assert [(link.target, link.spans[0].of(text.content)) for link in links] == [(target, shown)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"``a'' `b' -- c---d", "“a” ‘b’ – c—d"),
        (r"\'et\'e \`a \^{\i} \"o \c{c} \v s \~n \.z \H{o} \k a", "été à î ö ç š ñ ż ő ą"),
        (r"\ss{} \o \AA{} \L odz \oe uvre", "ß øÅ Łodz œuvre"),
        (r"\og texte \fg{} fin", "« texte » fin"),
        (r"\guillemotleft a\guillemotright", "«a»"),
        (r"\textsc{Abc} {\bfseries d} \LaTeX{} x", "Abc d LaTeX x"),
        (r"a\index{b}c\label{d}\vspace{1em}e", "ace"),
        (r"\enquote{a \enquote{b}}", "“a ‘b’”"),
        (r"\foreignlanguage{german}{Wort} \textcolor{red}{rot}", "Wort rot"),
    ],
)
def test_signs(source: str, expected: str) -> None:
    assert text_of("\\documentstyle{x}" + source).content == expected


def test_quotation_marks_follow_the_language() -> None:
    for language, shown in (("german", "„a“"), ("russian", "«a»"), ("polish", "„a”"), ("english", "“a”")):
        source = rf"\documentclass{{article}}\usepackage[{language}]{{babel}}\begin{{document}}\enquote{{a}}"
        assert text_of(source).content == shown


def test_a_heading_and_a_block_are_marked() -> None:
    text = text_of("\\chapter[x]{The \\emph{Sea}}\n\\begin{quote}\nOne.\n% no\n\nTwo.\n\\end{quote}\n")
    shown = {mark.kind: [span.of(text.content) for span in mark.spans] for mark in text.marks}
    assert shown[MarkKind.HEADING] == ["The Sea"]
    assert "".join(shown[MarkKind.BLOCK_QUOTATION]).split() == ["One.", "Two."]


def test_a_comment_line_does_not_end_a_paragraph() -> None:
    source = "He said ``the sea is\n% a remark\n\\label{x}\nvery calm today'' to us.\\footnote{x}\n"
    assert [q.exact for q in parse(text_of(source)).quotations] == ["the sea is very calm today"]


def test_metadata_comes_from_the_preamble() -> None:
    metadata = read_manuscript((FOLDER / "english_article.tex").read_bytes(), "a.tex").text.metadata
    assert (metadata.title, metadata.author, metadata.published) == (
        "Harbours of the North", "Ada Winter", "2021-05-03",
    )  # fmt: skip


def test_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.tex"
    secret.write_text("\\footnote{secret}")
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "link.tex").symlink_to(secret)
    (folder / "in.tex").write_text("in")
    (folder / "refs.bib").write_text("@book{a, title={A}}")
    source = rf"\documentclass{{x}}\input{{../secret}}\input{{{secret}}}\input{{link}}\input{{in}}\cite{{a}}"
    (folder / "main.tex").write_text(source)
    assert set(siblings_of(source.encode(), str(folder / "main.tex"))) == {"in.tex", "refs.bib"}
    assert siblings_of(source.encode(), "-") == {}


def test_lines_of_an_input_file_name_that_file() -> None:
    main = b"\\documentclass{x}\n\\begin{document}\nOne.\\footnote{First.}\n\\input{parts/two}\n"
    two = b"Words.\nMore words.\\footnote{Second.}\n"
    found = read_manuscript(main, "main.tex", {"main.tex": main, "parts/two.tex": two}).text
    places = [
        found.located(found.content.count("\n", 0, found.content.index(word)) + 1)
        for word in ("First", "Second")
    ]
    assert places == [("", 3), ("parts/two.tex", 2)]


def test_a_file_that_inputs_itself_ends() -> None:
    data = rb"\documentclass{x}\input{main}\input{a}"
    found = read_manuscript(data, "main.tex", {"main.tex": data, "a.tex": rb"\input{a}\input{main}x"})
    assert "x" in found.text.content


def test_bibliographies() -> None:
    entries = entries_of((FOLDER / "sources.bib").read_text("utf-8"))
    assert set(entries) >= {"durand2004", "phare", "smith1999"}
    assert entries["phare"].url == "https://balises.example/a_b?x=1&y=%20z"
    assert entries["durand2004"].publisher == "Presses du Nord et Sud"
    assert entries["smith1999"].call == "Smith et al. 1999"
    assert entries["smith1999"].url == "https://doi.org/10.1000/tides.5"


def test_small_texts() -> None:
    assert plain(r"{\'E}tudes \emph{sur} l'{IA} -- \& autres") == "Études sur l’IA – & autres"
    assert unescaped("https://a.example/x\\_y\\%20z\\~{}me") == "https://a.example/x_y%20z~me"


@pytest.mark.parametrize(
    "piece",
    ["\\footnote{", "{", "}", "\\url{", "\\begin{quote}", "\\enquote{", "[", "\\cite[", "%", "\\verb|", "\\'",
     "\\newcommand{\\a}{", "\\a", "$", "\\chapter{", "\\input{a}", "\\bibitem{a}", "\\begin{verbatim}",
     "\\iffalse "],
)  # fmt: skip
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    text_of("\\documentstyle{x}" + piece * (50_000 // len(piece)))
    text_of("\\documentstyle{x}" + (piece + "\n") * 10_000)
    assert time.process_time() - started < 3.0


def test_a_macro_that_grows_without_end_is_stopped() -> None:
    started = time.process_time()
    text_of(r"\documentstyle{x}\def\a{\b\b\b\b}\def\b{\c\c\c\c}\def\c{\a\a word word}" + r"\a" * 50)
    assert time.process_time() - started < 8.0


def test_mutated_files_are_read_or_refused() -> None:
    chance = random.Random(20260101)
    files = [path.read_bytes() for path in sorted(FOLDER.glob("*.tex"))]
    pieces = [
        b"{",
        b"}",
        b"\\",
        b"%",
        b"[",
        b"]",
        b"\\footnote",
        b"\\end{document}",
        b"\n\n",
        b"\xff",
        b"\\def",
    ]
    siblings = {"sources.bib": (FOLDER / "sources.bib").read_bytes()}
    for turn in range(MUTATIONS):
        data = bytearray(chance.choice(files))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 1, 5, 60))] = chance.choice(pieces)
        if turn % 5 == 0:
            siblings["sources.bib"] = bytes(data)
        try:
            text = read_manuscript(b"\\documentclass{x}" + bytes(data), "a.tex", siblings).text
        except UnreadableInput:
            continue
        for mark in text.marks:
            assert all(0 <= span.start <= span.end <= len(text.content) for span in mark.spans)


@given(st.text(alphabet="\\{}[]%$&~^_#'`\"-<>, \nabfnote1", max_size=200))
def test_any_text_is_read_and_lines_are_kept(source: str) -> None:
    text = text_of("\\chapter{x}" + source)
    for mark in text.marks:
        assert mark.spans
        assert all(0 <= s.start <= s.end <= len(text.content) for s in mark.spans)


def test_sources_called_behind_the_list_are_entries_too() -> None:
    source = (
        "\\documentclass{book}\\begin{document}A weir \\cite{orr} holds.\n\\bibliography{mill}\n"
        "\\appendix A boat \\cite{moor} floats.\n\\end{document}"
    )
    bib = (
        "@book{orr, author={Mary Orr}, title={Lamps}, year=2004}\n"
        "@book{moor, author={Ben Moor}, title={Boats}, year=1990}\n"
    )
    parsed = parse(read_manuscript(source.encode(), "main.tex", {"mill.bib": bib.encode()}).text)
    assert [(note.label, "Lamps" in note.text, "Boats" in note.text) for note in parsed.notes] == [
        ("1", True, False),
        ("2", False, True),
    ]
    assert [marker.note_id for marker in parsed.markers] == ["1", "2"]
    assert not parsed.problems


def test_an_encoding_that_is_commented_out_is_none() -> None:
    source = (
        "\\documentclass{article}\n%\\usepackage[applemac]{inputenc}\n\\usepackage[utf8x]{inputenc}\n"
        "\\begin{document}\nO açude\\footnote{A água não secou.} ficou.\n\\end{document}\n"
    )
    found = parse(read_manuscript(source.encode(), "a.tex").text)
    assert [note.text for note in found.notes] == ["A água não secou."]


@pytest.mark.parametrize("command", ["subfile", "subfileinclude", "include"])
def test_files_with_a_preamble_of_their_own_end_where_their_text_ends(command: str) -> None:
    main = (
        f"\\documentclass{{x}}\n\\begin{{document}}\nOne.\n\\{command}{{a/a}}\nThree.\n\\end{{document}}\nno"
    )
    inner = "\\documentclass{subfiles}\nno\n\\begin{document}\nTwo.\\footnote{A.}\n\\end{document}\nno"
    found = read_manuscript(main.encode(), "main.tex", {"a/a.tex": inner.encode()}).text
    shown = [line for line in found.content.splitlines() if line not in ("", "%")]
    assert shown == ["One.", "Three.", "Two.1^[A.]"]
    assert found.located(found.content.count("\n", 0, found.content.index("Two.")) + 1) == ("a/a.tex", 4)
    assert wanted_files(main.encode(), "main.tex") == ("a/a.tex", "a/a", "x.cls")


HOUSE = {
    "house.cls": rb"""\NeedsTeXFormat{LaTeX2e}\LoadClass[a4paper]{report}
\newcommand\web[2]{\href{#1}{#2}\footnote{\url{#1}}}
\newcommand{\seen}[1]{\web{https://mills.example/#1}{#1}}
\renewcommand{\section}{\@startsection{section}{1}{\z@}{1ex}{1ex}{\bfseries\footnote{none}}}
\newcommand{\rulebox}[1]{\fbox{#1}}
\newcommand{\titlepageof}{\@title\footnote{none}}
""",
    "style/notes.sty": rb"\NewDocumentCommand{\aside}{o m}{\IfValueT{#1}{(#1) }#2\footnote{Aside: #2}}",
}


def test_macros_of_a_class_and_package_beside_the_manuscript() -> None:
    source = (
        r"\documentclass{house}\usepackage{graphicx,style/notes}\begin{document}"
        "\n\\section{One} A \\web{https://mills.example/a_b}{mill}, \\seen{wheel}.\n\n"
        "\\rulebox{Box} \\aside{weir} and \\aside[twice]{dam}. \\titlepageof\n\\end{document}\n"
    )
    text = read_manuscript(source.encode(), "main.tex", HOUSE).text
    assert [(note.label, note.text, note.line) for note in parse(text).notes] == [
        ("1", "https://mills.example/a_b", 2),
        ("2", "https://mills.example/wheel", 2),
        ("3", "Aside: weir", 4),
        ("4", "Aside: dam", 4),
    ]
    assert "(twice) dam" in text.content
    assert "NoValue" not in text.content


def test_classes_and_packages_are_looked_for_beside_the_manuscript_alone(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    for name, content in HOUSE.items():
        (tmp_path / name).write_bytes(content)
    source = rb"\documentclass[x]{house}\usepackage[a]{style/notes, ../out}\begin{document}A\end{document}"
    (tmp_path / "main.tex").write_bytes(source)
    assert set(siblings_of(source, str(tmp_path / "main.tex"))) == set(HOUSE)


@pytest.mark.parametrize(
    ("call", "read"),
    [
        (r"\key{weir}[see dam]{high}", "weir1^[see dam] = high"),
        (r"\key{weir}{high}", "weir = high"),
        (r"\star*{weir}", "big weir"),
        (r"\star{weir}", "small weir"),
        (r"\again{weir}", "weir = low"),
        (r"\given{weir}", "weir (none)"),
    ],
)
def test_arguments_that_may_be_left_out(call: str, read: str) -> None:
    preamble = r"""\NewDocumentCommand\key{m o m}{#1\IfValueT{#2}{\footnote{#2}} = #3}
\NewDocumentCommand\star{s m}{\IfBooleanTF{#1}{big}{small} #2}
\NewDocumentCommand\again{mo}{\key{#1}[#2]{low}}
\NewDocumentCommand\given{mO{none}}{#1 (#2)}"""
    text = text_of(f"{preamble}\n\\begin{{document}}\n{call}\n\\end{{document}}\n")
    assert text.content.strip().splitlines()[-1] == read


def test_an_address_in_a_command_that_is_not_known_ends_with_its_argument() -> None:
    source = "\\begin{document}\nA \\strange{https://mills.example/a.php}{Mill} here.\n\\end{document}"
    links = extraction_of(source.encode(), "main.tex").links
    assert [link.url for link in links] == ["https://mills.example/a.php"]


@pytest.mark.parametrize(
    "shown",
    [
        "\\begin{lstlisting}\n\\documentclass{x}\n\\begin{document}\nno\n\\end{document}\n\\end{lstlisting}",
        "\\verb|\\begin{document}|",
        "\\begin{verbatim}\n\\begin{document}\n\\end{verbatim}",
        "%\\begin{document}",
        "\\begin{latexcode}\n\\begin{document}\nA\\footnote{no}\n\\end{document}\n\\end{latexcode}",
    ],
)
def test_a_document_that_is_shown_as_an_example_is_no_preamble(shown: str) -> None:
    chapter = (
        f"\\chapter{{One}}\nA mill\\footnote{{At the weir.}}\n\n{shown}\n\nand a wheel\\footnote{{Of oak.}}\n"
    )
    main = "\\documentclass{book}\n\\begin{document}\n\\input{one}\n\\end{document}\n"
    assert notes(chapter) == [("1", "At the weir."), ("2", "Of oak.")]
    text = read_manuscript(main.encode(), "main.tex", {"one.tex": chapter.encode()}).text
    assert [note.text for note in parse(text).notes] == ["At the weir.", "Of oak."]
