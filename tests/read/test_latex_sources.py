"""Sources of LaTeX: ways of citing a key, places that hold what it stands for, keys without a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.cli.siblings import siblings_of
from citecheck.model import NoteKind, Parsed
from citecheck.parse import parse
from citecheck.read import read_manuscript

BIB = r"""
@book{orr, author={Mary Orr}, title={Lamps}, year=2004, url={https://lamps.example/a_b}}
@article{moor, author={Moor, Ben}, title={Boats}, year=1990}
"""
BBL = r"""\begin{thebibliography}{9}
\bibitem[Moor(1990)]{moor} Moor, B. Boats. 1990.
\bibitem[{Orr et~al.(2004)Orr, and Lee}]{orr}
Orr, M. \newblock Lamps. \newblock 2004. \url{https://lamps.example/a_b}.
\end{thebibliography}
"""
BIBLATEX_BBL = r"""% $ biblatex auxiliary file $
\refsection{0}
  \datalist[entry]{nyt/global//global/global}
    \entry{orr}{book}{}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=1}{%
           family={Orr},
           familyi={O\bibinitperiod},
           given={Mary},
           giveni={M\bibinitperiod},
           givenun=0}}%
        {{hash=2}{%
           family={van\bibnamedelima Lee},
           given={J\"urgen}}}%
      }
      \list{publisher}{1}{%
        {Hill Press}%
      }
      \field{title}{Lamps \& Wicks}
      \field{year}{2004}
      \field{urlday}{3}
      \field{urlmonth}{2}
      \field{urlyear}{2021}
      \field{pages}{30\bibrangedash 45}
      \verb{doi}
      \verb 10.1000/lamps_1
      \endverb
      \verb{url}
      \verb https://lamps.example/a_b
      \endverb
    \endentry
  \enddatalist
\endrefsection
\endinput
"""
HEAD = "\\documentclass{article}\n\\begin{document}\n"


def parsed(body: str, **siblings: str) -> Parsed:
    files = {name.replace("__", "."): text.encode() for name, text in siblings.items()}
    return parse(read_manuscript((HEAD + body).encode(), "main.tex", files or {"main.tex": b""}).text)


def called(found: Parsed) -> list[tuple[str, str | None]]:
    """First word of the source of each call, and the page that the call names."""
    names = {note.id: note.text.split()[0] for note in found.notes}
    return [(names.get(marker.note_id or "", ""), marker.locator) for marker in found.markers]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (r"\cite{orr,moor}", [("Mary", None), ("Ben", None)]),
        (r"\parencite[12]{orr}", [("Mary", "12")]),
        (r"\citep[see][pp.~5--7]{orr,moor}", [("Mary", None), ("Ben", "5–7")]),
        (r"\autocites(see)()[12]{orr}[S.~4]{moor}", [("Mary", "12"), ("Ben", "4")]),
        (r"\citeonline[p. 33]{moor}", [("Ben", "33")]),
        (r"\volcite{2}[15]{orr}", [("Mary", "15")]),
        (r"\apud[p.~5]{orr}{moor}", [("Mary", "5"), ("Ben", None)]),
        (r"\citegen{orr}", [("Mary", None)]),
        (r"\onlinecite{moor}", [("Ben", None)]),
        (r"\newcommand{\source}[2]{\cite[p.~#1]{#2}}\source{8}{moor}", [("Ben", "8")]),
        (r"\defcitealias{orr}{the lamps}\citetalias{moor}", [("Ben", None)]),
        (r"\cite{ORR}", [("Mary", None)]),
        (r"\cite{ orr , % a remark" + "\n moor}", [("Mary", None), ("Ben", None)]),
    ],
)
def test_ways_to_cite(command: str, expected: list[tuple[str, str | None]]) -> None:
    found = parsed(f"A weir holds {command}.\n\\bibliography{{refs}}\n", refs__bib=BIB)
    assert called(found) == expected
    assert not found.problems


@pytest.mark.parametrize(
    "command",
    [r"\cite{gone}", r"\footcite[12]{gone}", r"\nocite{gone}", r"Words\footnote{See \cite{gone}.}",
     r"\citeonline{gone}, \citeonline{orr}", r"\parencites{orr}{gone}"],
)  # fmt: skip
def test_a_key_without_an_entry_is_reported(command: str) -> None:
    body = f"A lamp \\cite{{orr}} burns.\n\nA weir holds {command}.\n\\bibliography{{refs,lost}}\n"
    found = parsed(body, refs__bib=BIB)
    lost = [problem for problem in found.problems if problem.check == "short-form-unresolved"]
    assert [(problem.line, problem.context) for problem in lost] == [(5, "gone")]
    assert lost[0].message == (
        "“gone” is in no bibliography that was read (refs.bib);"
        " not found in the manuscript's folder: lost.bib"
    )
    assert not [marker for marker in found.markers if marker.note_id is None]


def test_keys_without_any_bibliography_are_told_in_one_line() -> None:
    found = parsed("A weir \\cite{orr} holds \\cite{moor}, and \\cite{orr}.\n\\bibliography{refs}\n")
    assert [problem.message for problem in found.problems] == [
        (
            "“orr” and 1 more key cite a bibliography, and none was read;"
            " not found in the manuscript's folder: refs.bib"
        )
    ]
    assert found.markers == ()


def test_a_list_written_by_hand_knows_what_it_lacks() -> None:
    found = parsed("A weir \\cite{orr} holds \\cite{gone}.\n" + BBL)
    assert [problem.context for problem in found.problems if problem.check == "short-form-unresolved"] == [
        "gone"
    ]
    assert "thebibliography" in found.problems[0].message


@pytest.mark.parametrize("bbl", [BBL, BIBLATEX_BBL], ids=["BibTeX", "Biber"])
def test_a_list_that_bibtex_or_biber_made_stands_for_the_bibliography(bbl: str) -> None:
    found = parsed("A weir \\cite[4]{orr} holds.\n\\bibliography{refs}\n", main__bbl=bbl)
    orr = next(note for note in found.notes if "Lamps" in note.text)
    assert [(marker.note_id, marker.locator) for marker in found.markers] == [(orr.id, "4")]
    assert "https://lamps.example/a_b" in orr.text
    assert (orr.kind, orr.citations[0].year) == (NoteKind.REFERENCE, 2004)
    assert not [problem for problem in found.problems if problem.check == "short-form-unresolved"]


def test_fields_of_biber() -> None:
    found = parsed("A weir \\cite{orr} holds.\n\\printbibliography\n", main__bbl=BIBLATEX_BBL)
    assert found.notes[0].text == (
        "Mary Orr, Jürgen van Lee, Lamps & Wicks, Hill Press, 2004, p. 30–45, "
        "https://lamps.example/a_b (accessed 2021-02-03), https://doi.org/10.1000/lamps_1."
    )


def test_a_bibliography_goes_before_the_list_made_from_it() -> None:
    found = parsed("A weir \\cite{moor} holds.\n\\bibliography{refs}\n", main__bbl=BBL, refs__bib=BIB)
    assert [note.text for note in found.notes] == ["Ben Moor, Boats, 1990."]


def test_sources_of_amsrefs() -> None:
    found = parsed(
        "A weir \\cite{orr}*{p. 7} holds.\n\\begin{bibdiv}\\begin{biblist}\n"
        "\\bib{moor}{article}{author={Moor, Ben}, title={Boats}, date={1990},}\n"
        "\\bib{orr}{book}{author={Orr, Mary}, author={Lee, J.}, title={Lamps}, date={2004},\n"
        "  eprint={https://lamps.example/a_b},}\n\\end{biblist}\\end{bibdiv}\n"
    )
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "Ben Moor, Boats, 1990."),
        ("2", "Mary Orr, J. Lee, Lamps, 2004, https://lamps.example/a_b."),
    ]
    assert [marker.note_id for marker in found.markers] == ["2"]


def test_a_bibliography_inside_the_source() -> None:
    found = parsed(
        "\\begin{filecontents*}[overwrite]{refs.bib}\n" + BIB + "\\end{filecontents*}\n"
        "A weir \\cite{orr} holds.\n\\bibliography{refs}\n"
    )
    assert called(found) == [("Mary", None)]
    assert not found.problems


def test_the_list_beside_a_source_is_handed_over(tmp_path: Path) -> None:
    source = tmp_path / "main.tex"
    source.write_text("\\cite{a}\\bibliography{refs}")
    (tmp_path / "main.bbl").write_text(
        "\\begin{thebibliography}{9}\\bibitem{a} A. 1999.\\end{thebibliography}"
    )
    assert set(siblings_of(source.read_bytes(), str(source))) == {"main.bbl"}
