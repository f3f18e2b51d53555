"""Keys of Markdown that cite a bibliography: what is a key, what it stands for, and what is none."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.cli.reading import extraction_of
from citecheck.cli.siblings import siblings_of
from citecheck.extraction import extract_from
from citecheck.model import CitationKind, Extraction, NoteKind
from citecheck.read import read_manuscript
from citecheck.read.yaml_values import DEEPEST, values_of
from tests.read import by_pandoc

BIB = """
@article{doe2019, author = {Doe, Jane and Roe, Bob}, title = {The Weir, the Mill, and the Town},
  journal = {River Studies}, year = 2019, pages = {30--45}, doi = {10.1000/weir.19}}
@online{roe2020, author={Roe, Bob}, title={On Mills, and Other Things}, date={2020-05-01},
  url={https://mills.example/on_mills_(a)}, urldate={2021-02-03}}
@book{lee1999, author={Lee, Ann}, title={Water}, publisher={Press}, year=1999}
@misc{plain, title={A Plain Page}, howpublished={\\url{https://plain.example/}}}
@misc{unused2000, title={Never}, url={https://never.example/}}
"""
HEAD = "---\nbibliography: refs.bib\n---\n\n"


def found_in(source: str, bib: str = BIB, name: str = "refs.bib", head: str = HEAD) -> Extraction:
    siblings = {name: bib.encode()} if bib else {}
    return extract_from(read_manuscript((head + source).encode(), "book.md", siblings))


def calls(found: Extraction) -> list[tuple[str, str | None]]:
    return [(marker.label, marker.locator) for marker in found.parsed.markers]


def sources(found: Extraction) -> list[str]:
    return [note.label for note in found.parsed.notes if note.kind is NoteKind.REFERENCE]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It holds [@doe2019].", [("@doe2019", None)]),
        ("It holds [@doe2019, p. 33; see @roe2020].", [("@doe2019", "33"), ("@roe2020", None)]),
        ("As @doe2019 [p. 5] says.", [("@doe2019", "5")]),
        ("As @doe2019 [pp. 5--7; @lee1999, chap. 2] say.", [("@doe2019", "5–7"), ("@lee1999", "2")]),
        ("Doe says so [-@doe2019, 33–35].", [("@doe2019", "33–35")]),
        ("Doe says so -@doe2019.", [("@doe2019", None)]),
        ("See [see @doe2019, pp. 33-35, and *passim*; @roe2020{p. 4}].",
         [("@doe2019", "33-35"), ("@roe2020", "4")]),
        ("Kept apart [@{doe2019}, iv].", [("@doe2019", "iv")]),
        ("Obsidian writes [[@doe2019]] so.", [("@doe2019", None)]),
        ("At the end of a line [@doe2019,\np. 33].", [("@doe2019", "33")]),
        ("水坝@doe2019的说明。", []),
        ("水坝 @doe2019的说明。", [("@doe2019", None)]),
        ("A heading\n=========\n\n| a | b |\n|---|---|\n| x [@plain] | y |", [("@plain", None)]),
        ("> Words of a block [@doe2019, p. 3]", [("@doe2019", "3")]),
        ("Said.^[See @doe2019, p. 4.]", [("", None), ("@doe2019", None)]),
        ("Said.[^n]\n\n[^n]: See @doe2019 [p. 4].", [("n", None), ("@doe2019", "4")]),
    ],
)  # fmt: skip
def test_keys_are_calls(source: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(label if label[:1] in ("@", "n") else "", page) for label, page in calls(found_in(source))]
    assert found == expected


@pytest.mark.parametrize(
    "source",
    [
        "Mail jane@doe2019.example, jane.x@doe2019.",
        "Thanks to @octocat and [@octocat](https://hub.example/octocat) and [@hubot].\n\n[@hubot]: https://hub.example/",
        "See @fig:weir, @tbl-weir, @sec-intro, @eq:1 and [@fig:weir; @lst-a].",
        "# Weirs {#weirs}\n\nSee [@weirs].",
        "(@good) An example.\n\nAs (@good) and [@good] show.",
        r"A sign \@doe2019, as in \@ref(fig:x).",
        "Code `[@doe2019]` and\n\n```\n@doe2019\n```\n\n<!-- [@doe2019] -->",
        "See https://social.example/@doe2019 and <https://social.example/?u=@doe2019>.",
        "A package [@scope/doe](https://npm.example/) in a list\n\n- @media print\n- user@host\n",
    ],
)
def test_what_is_no_key_is_neither_a_call_nor_a_fault(source: str) -> None:
    found = found_in(source)
    assert calls(found) == []
    assert sources(found) == []
    assert not found.parsed.problems


def test_a_source_stands_once_with_its_address_and_all_its_calls() -> None:
    found = found_in("One [@roe2020, p. 1].\n\nTwo @roe2020 [p. 2] and three.^[Cf. @roe2020, p. 3.]\n")
    (note,) = [note for note in found.parsed.notes if note.kind is NoteKind.REFERENCE]
    assert (note.label, note.file, note.line) == ("@roe2020", "refs.bib:4", 5)
    assert [link.url for link in found.by_note[note.id]] == ["https://mills.example/on_mills_(a)"]
    assert not found.by_note[note.id][0].repair.changed
    assert [m.line for m in found.parsed.markers if m.note_id == note.id] == [5, 7, 7]
    (citation,) = note.citations
    assert (citation.author, citation.title, citation.year) == (
        "Bob Roe", "On Mills, and Other Things", 2020,
    )  # fmt: skip
    assert citation.accessed == "2021-02-03"
    assert "never.example" not in found.manuscript.text.content


def test_quotations_rest_on_the_source_called_behind_or_before_them() -> None:
    found = found_in(
        "One report says “the weir holds in every season of the year” [see @doe2019, p. 33; @roe2020].\n\n"
        "@lee1999 [p. 5] wrote that “the mill has stood for three hundred years and more”.\n\n"
        "> The water came at night and nobody woke up before the dawn.\n> [-@roe2020, pp. 33–35]\n"
    )
    labels = {note.id: note.label for note in found.parsed.notes}
    assert [(labels[q.note_id or ""], q.exact) for q in found.parsed.quotations] == [
        ("@doe2019", "the weir holds in every season of the year"),
        ("@lee1999", "the mill has stood for three hundred years and more"),
        ("@roe2020", "The water came at night and nobody woke up before the dawn."),
    ]


def test_a_note_that_cites_keys_stands_for_their_sources() -> None:
    found = found_in(
        "“The mill has stood for three hundred years.”[^1]\n\n"
        "[^1]: A. Smith, *Dams* (Ely 2003), p. 9; see also @doe2019, pp. 4–6; cited in @roe2020 [p. 7].\n"
    )
    note = found.parsed.notes[0]
    labels = {one.id: one.label for one in found.parsed.notes}
    told = [(c.kind, c.locator, labels[c.antecedent.note_id] if c.antecedent else "") for c in note.citations]
    assert told == [
        (CitationKind.PRINT, "9", ""),
        (CitationKind.SHORT_FORM, "4–6", "@doe2019"),
        (CitationKind.SHORT_FORM, "7", "@roe2020"),
    ]
    assert note.citations[2].second_hand
    assert found.parsed.quotations[0].note_id == note.id
    assert not found.parsed.problems


def test_an_ibid_behind_a_key_means_its_source() -> None:
    found = found_in("A.[^1] B.[^2]\n\n[^1]: @doe2019, p. 4.\n[^2]: Ibid., p. 5.\n")
    one, two, source = found.parsed.notes
    assert source.label == "@doe2019"
    antecedents = [note.citations[0].antecedent for note in (one, two)]
    assert [at.note_id for at in antecedents if at] == [source.id, source.id]


def test_an_unknown_key_is_told_with_its_line_and_the_file() -> None:
    found = found_in("It holds [@doe2018, p. 3].\n\nSo does @roe2021, and [@roe].\n\nAgain [@doe2018].")
    assert [(p.check, p.line, p.message) for p in found.parsed.problems] == [
        ("short-form-unresolved", 5, "“@doe2018” is in no bibliography that was read (refs.bib)"),
        ("short-form-unresolved", 7, "“@roe2021” is in no bibliography that was read (refs.bib)"),
        ("short-form-unresolved", 7, "“@roe” is in no bibliography that was read (refs.bib)"),
    ]
    assert calls(found) == []


def test_without_a_bibliography_that_is_told_once() -> None:
    source = "It holds [@doe2018, p. 3].[^1]\n\nSo does @roe2021 [p. 5].\n\n[^1]: A note.\n"
    (problem,) = found_in(source, bib="", head="").parsed.problems
    assert problem.message == "“@doe2018” and 1 more key cite a bibliography, and none was read"
    (problem,) = found_in(source, bib="").parsed.problems
    assert problem.message.endswith("none was read; not found in the manuscript's folder: refs.bib")
    for other in ("Thanks [@octocat] and [@hubot]!", "## [@babel/core]\n\nfixes", "a [@x] b @y2019"):
        assert not found_in(other, bib="", head="").parsed.problems


def test_notes_keep_their_numbers_beside_unknown_keys() -> None:
    found = found_in("A.[^1] B [@nobody1999]. C.[^2]\n\n[^1]: One.\n[^2]: Two.\n")
    assert [(m.label, m.note_id) for m in found.parsed.markers] == [("1", "1"), ("2", "2")]


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("doi:10.1000/weir.19", "https://doi.org/10.1000/weir.19"),
        ("arxiv:2001.00001v2", "https://arxiv.org/abs/2001.00001v2"),
        ("pmid:31452104", "https://pubmed.ncbi.nlm.nih.gov/31452104/"),
        ("pmcid:PMC4304851", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4304851/"),
        ("url:https://mills.example/a_b", "https://mills.example/a_b"),
        ("{https://mills.example/a?b=c&d}", "https://mills.example/a?b=c&d"),
    ],
)
def test_keys_that_name_their_source_need_no_bibliography(key: str, url: str) -> None:
    found = found_in(f"It holds “in every season of the year” [see @{key}, p. 3; @{key}].", bib="", head="")
    assert [link.url for link in found.links] == [url]
    assert [marker.locator for marker in found.parsed.markers] == ["3", None]
    assert found.parsed.quotations[0].note_id == found.parsed.notes[0].id
    assert not found.parsed.problems


def test_inline_notes_among_numbered_ones_make_one_series() -> None:
    found = found_in(
        "A.^[Inline, see @doe2019.] B.[^1] C.^[Ibid.] D.[^2]\n\n[^1]: One.\n[^2]: Two.\n", head=""
    )
    notes = [note for note in found.parsed.notes if note.kind is NoteKind.FOOTNOTE]
    assert [(note.id, note.text, note.chapter) for note in notes] == [
        ("3", "Inline, see @doe2019.", None),
        ("4", "Ibid.", None),
        ("1", "One.", None),
        ("2", "Two.", None),
    ]
    assert [m.note_id for m in found.parsed.markers if m.label[:1] != "@"] == ["3", "1", "4", "2"]
    assert not found.parsed.problems


CSL = [
    {"id": "doe2019", "title": "The <i>Weir</i>", "container-title": "River Studies",
     "author": [{"family": "Doe", "given": "Jane"}, {"literal": "The Weir Board"}],
     "issued": {"date-parts": [["2019", 5]]}, "DOI": "10.1000/weir.19"},
    {"id": 7, "citation-key": "roe2020", "title": "On Mills", "URL": "https://mills.example/",
     "issued": {"raw": "2020-05-01"}, "accessed": {"date-parts": [[2021, 2, 3]]}},
]  # fmt: skip
YAML = """references:
- id: doe2019
  title: The Weir
  container-title: River Studies
  author:
  - {family: Doe, given: Jane}
  issued: {year: 2019}
  DOI: 10.1000/weir.19
- id: roe2020
  title: "On Mills"
  issued:
  - year: 2020
    month: 5
  URL: https://mills.example/
  accessed: 2021-02-03
"""


@pytest.mark.parametrize(
    ("name", "data"),
    [("refs.json", json.dumps(CSL)), ("refs.yaml", YAML), ("refs.json", json.dumps({"items": CSL}))],
)
def test_csl_in_json_and_yaml(name: str, data: str) -> None:
    found = found_in("A [@doe2019]. B [@roe2020].", data, name, f"---\nbibliography: '{name}' # mine\n---\n")
    one, two = found.parsed.notes
    assert (one.citations[0].title, one.citations[0].year) == ("The Weir", 2019)
    assert "Jane Doe" in (one.citations[0].author or "")
    assert [link.url for link in found.links] == ["https://doi.org/10.1000/weir.19", "https://mills.example/"]
    assert (two.citations[0].year, two.citations[0].accessed) == (2020, "2021-02-03")
    assert two.file.startswith(f"{name}:")


@pytest.mark.parametrize(
    "source",
    [
        f"---\ntitle: x\n{YAML}---\n\nA [@doe2019]. B [@roe2020].",
        f"A [@doe2019]. B [@roe2020].\n\n---\n{YAML}...\n",
        f"---\n{YAML}\ntitle: x\n---\n\nA [@doe2019]. B [@roe2020].",
    ],
)
def test_references_in_the_text_itself(source: str) -> None:
    found = found_in(source, bib="", head="")
    assert sources(found) == ["@doe2019", "@roe2020"]
    assert [link.url for link in found.links] == ["https://doi.org/10.1000/weir.19", "https://mills.example/"]
    assert all(note.file == "" for note in found.parsed.notes)


def test_a_long_list_in_the_front_matter_is_front_matter() -> None:
    more = "".join(f"- id: s{n}\n  title: T{n}\n  URL: https://s.example/{n}\n" for n in range(300))
    found = found_in(f"---\ntitle: x\nreferences:\n{more}---\n\nA [@s299].", bib="", head="")
    assert [link.url for link in found.links] == ["https://s.example/299"]


def test_several_bibliographies_and_sources_without_a_call() -> None:
    head = '---\nbibliography:\n  - one.bib\n  - "two.bib"\nnocite: |\n  @plain, @unused2000\n---\n\n'
    siblings = {"one.bib": BIB.encode(), "two.bib": b"@misc{other, title={Other}, url={https://o.example/}}"}
    found = extract_from(read_manuscript(f"{head}A [@other].".encode(), "book.md", siblings))
    assert sources(found) == ["@other", "@plain", "@unused2000"]
    assert not found.parsed.problems
    every = found_in("A [@plain].", head="---\nbibliography: refs.bib\nnocite: '@*'\n---\n\n")
    assert len(sources(every)) == 5


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        (folder / name.replace("_", ".", 1)).write_text(content, "utf-8")


def test_only_bibliographies_of_the_folder_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    (folder / "lists").mkdir(parents=True)
    (tmp_path / "secret.bib").write_text(BIB)
    (folder / "link.bib").symlink_to(tmp_path / "secret.bib")
    (folder / "lists" / "mine.bib").write_text(BIB)
    (folder / "notes.txt").write_text(BIB)
    for named, read in (
        ("../secret.bib", set()),
        (str(tmp_path / "secret.bib"), set()),
        ("link.bib", set()),
        ("notes.txt", set()),
        ("./lists/mine.bib", {"./lists/mine.bib"}),
        ("[lists/mine.bib, ../secret.bib]", {"lists/mine.bib"}),
    ):
        source = f"---\nbibliography: {named}\n---\nA [@doe2019].\n"
        (folder / "book.md").write_text(source)
        assert set(siblings_of(source.encode(), str(folder / "book.md"))) == read, named
    assert siblings_of(source.encode(), "-") == {}


def test_bibliographies_of_the_folder_are_taken_where_none_is_named(tmp_path: Path) -> None:
    text = "A [@doe2019].\n"
    path = tmp_path / "book.md"
    path.write_text(text)
    (tmp_path / "one.bib").write_text(BIB)
    found = extraction_of(text.encode(), str(path))
    assert [link.url for link in found.links] == ["https://doi.org/10.1000/weir.19"]
    assert found.parsed.notes[0].file == "one.bib:2"
    (tmp_path / "two.bib").write_text(BIB)
    assert set(siblings_of(text.encode(), str(path))) == {"one.bib", "two.bib"}
    assert len(extraction_of(text.encode(), str(path)).links) == 1
    (tmp_path / "two.bib").write_text(BIB.replace("weir.19", "other"))
    (problem,) = extraction_of(text.encode(), str(path)).parsed.problems
    assert problem.message == "“@doe2019” is in no bibliography that was read (one.bib, two.bib)"
    (tmp_path / "_quarto.yml").write_text("project:\n  type: book\nbibliography: two.bib\n")
    assert set(siblings_of(text.encode(), str(path))) == {"two.bib"}
    (tmp_path / "_quarto.yml").unlink()
    (tmp_path / "index.Rmd").write_text("---\nbibliography: [one.bib, two.bib]\n---\n")
    assert set(siblings_of(text.encode(), str(path))) == {"one.bib", "two.bib"}
    assert siblings_of(b"No key here.\n", str(path)) == {}


def test_offsets_of_the_text_itself_stay_those_of_the_file() -> None:
    source = HEAD + "A [@doe2019] and “words that somebody once said” [@roe2020].\n"
    found = found_in(source, head="")
    text = found.manuscript.text
    assert text.own == source
    assert all(m.span.of(source) == m.label for m in found.parsed.markers)


@pytest.mark.parametrize("piece", ["[@a", "@a [", "@{", "[-@doe2019, p. ", "@a:", "[@a]", "; @b"])
def test_many_keys_take_linear_time(piece: str) -> None:
    started = time.process_time()
    found_in(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 10


def test_a_library_is_read_for_what_is_cited_only() -> None:
    many = "".join(
        f"@misc{{k{n}, title={{T}}, url={{https://k.example/{n}}}, abstract={{{'x ' * 400}}}}}\n"
        for n in range(5000)
    )
    found = found_in("A [@k4999].", many)
    assert [link.url for link in found.links] == ["https://k.example/4999"]


def test_hostile_yaml() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    assert isinstance(values_of(bomb), dict)
    assert values_of("[" * 100_000) is None or True
    deep = values_of("[" * (DEEPEST + 20) + "]" * (DEEPEST + 20))
    assert isinstance(deep, list)
    for broken in ("a: [", "\t- x", "a: b: c", "%YAML 9", "\x00", "!!python/object:os.system x"):
        values_of(broken)


@given(st.text(alphabet="@[]{}^;:,-. \npdoe2019()!`<>\\#", max_size=120))
def test_any_text_with_keys_is_read(source: str) -> None:
    found = found_in(source)
    content = found.manuscript.text.content
    for note in found.parsed.notes:
        assert all(0 <= span.start <= span.end <= len(content) for span in note.spans)


PANDOC = [
    "It holds [@doe2019, p. 33; see @roe2020]. As @lee1999 [p. 5] says, [-@plain] and -@doe2019.",
    "A.[^1] B.^[@doe2019, 4.]\n\n[^1]: See @roe2020, p. 4; @lee1999 [chap. 2].\n",
    "> Block [@doe2019]\n\n- item [@roe2020]\n- *em @lee1999*\n\n# Head @plain\n",
    "mail jane@doe2019.com, `@doe2019`, \\@doe2019, [@doe2019](https://x.example/)?",
    "Two [see @doe2019, pp. 33-35, and *passim*; @lee1999{ii, A}, [@roe2020]] ends.",
    "@doe2019: a colon; @roe2020. A stop, @lee1999's own, (@plain) in brackets.",
    "| a | b |\n|---|---|\n| x [@plain] | @doe2019 |\n\n```\n@roe2020\n```\n",
]


@pytest.mark.parametrize("source", PANDOC)
def test_keys_are_those_that_pandoc_finds(source: str) -> None:
    if by_pandoc.PANDOC is None:
        return
    document = json.loads(by_pandoc.pandoc(source.encode(), "--sandbox", "-f", "markdown", "-t", "json"))
    theirs = sorted(by_pandoc.cited(document["blocks"]))
    found = found_in(source)
    ours = sorted(marker.label[1:] for marker in found.parsed.markers if marker.label[:1] == "@")
    assert ours == [key for key in theirs if key in BIB]
