"""Bibliographies of other programs that a Markdown text names: RIS, EndNote's XML, Biber's list."""

# ruff: noqa: E501, ISC004

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from citecheck.cli.siblings import siblings_of
from citecheck.model import NoteKind, Parsed
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.read.endnote import entries_of_endnote
from citecheck.read.ris import entries_of_ris

RIS = """TY  - JOUR
ID  - doe2019
AU  - Doe, Jane
AU  - Roe, Bob, Jr.
TI  - The Weir, the Mill,
      and the Town
T2  - River Studies
PY  - 2019/05/01/
SP  - 30
EP  - 45
DO  - 10.1000/weir.19
UR  - https://weirs.example/a_(b)
Y2  - 2021/2/3
ER  -\x20

TY  - BOOK
A1  - Lee, Ann
T1  - Water
Y1  - 1999
PB  - Press
ER  -
TY  - BOOK
A1  - Lee, Ann
T1  - More Water
Y1  - 1999
"""
ENDNOTE = """<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="L.enl">L.enl</database>
<rec-number>7</rec-number><foreign-keys><key app="EN" db-id="x" timestamp="1">7</key></foreign-keys>
<ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Doe, Jane</style></author>
<author><style>World Mills Board,</style></author></authors></contributors>
<titles><title><style face="normal">Weirs &amp; </style><style face="italic">Mills</style></title>
<secondary-title><style>River Studies</style></secondary-title></titles>
<pages><style>30-45</style></pages><dates><year><style>2019</style></year></dates>
<urls><related-urls><url><style>https://weirs.example/a?b=1&amp;c=2</style></url></related-urls></urls>
<electronic-resource-num><style>10.1000/weir.19</style></electronic-resource-num></record>
<record><rec-number>8</rec-number><titles><title>Water</title></titles></record></records></xml>
"""


def parsed(source: str, name: str, data: str) -> Parsed:
    head = f"---\nbibliography: {name}\n---\n\n"
    return parse(read_manuscript((head + source).encode(), "book.md", {name: data.encode()}).text)


def test_ris() -> None:
    found = parsed("It holds [@doe2019, p. 33; @Lee_1999; @Lee_1999a].", "refs.ris", RIS)
    assert [(note.label, note.text) for note in found.notes] == [
        ("@doe2019", "Jane Doe, Bob Roe, “The Weir, the Mill, and the Town”, River Studies, 2019, p. 30-45, "
         "https://weirs.example/a_(b) (accessed 2021-02-03), https://doi.org/10.1000/weir.19"),
        ("@Lee_1999", "Ann Lee, *Water*, Press, 1999"),
        ("@Lee_1999a", "Ann Lee, *More Water*, 1999"),
    ]  # fmt: skip
    assert [note.file for note in found.notes] == ["refs.ris:1", "refs.ris:16", "refs.ris:22"]
    assert [marker.locator for marker in found.markers] == ["33", None, None]
    assert not found.problems


def test_endnote() -> None:
    found = parsed("It holds [@7; @8].", "refs.xml", ENDNOTE)
    assert [(note.label, note.text) for note in found.notes] == [
        ("@7", "Jane Doe, World Mills Board, “Weirs & Mills”, River Studies, 2019, p. 30-45, "
         "https://weirs.example/a?b=1&c=2, https://doi.org/10.1000/weir.19"),
        ("@8", "*Water*"),
    ]  # fmt: skip
    assert (found.notes[0].kind, found.notes[0].file) == (NoteKind.REFERENCE, "refs.xml:1")


def test_a_key_that_they_lack_is_reported() -> None:
    for name, data in (("refs.ris", RIS), ("refs.xml", ENDNOTE)):
        found = parsed("It holds [@gone2001].", name, data)
        assert [problem.message for problem in found.problems] == [
            f"“@gone2001” is in no bibliography that was read ({name})"
        ]


def test_files_named_so_are_handed_over(tmp_path: Path) -> None:
    text = tmp_path / "book.md"
    text.write_text("---\nbibliography: [a.ris, b.xml, c.toml]\n---\n\n[@doe2019]\n")
    for name in ("a.ris", "b.xml", "c.toml"):
        (tmp_path / name).write_text(RIS)
    assert set(siblings_of(text.read_bytes(), str(text))) == {"a.ris", "b.xml"}


@pytest.mark.parametrize(
    "piece", ["TY  - JOUR\n", "AU  - a\n", "<record>", "<record><key>", "</key>", "<title>"]
)
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    entries_of_ris(piece * (200_000 // len(piece)))
    entries_of_endnote(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 3.0


def test_damaged_files_cost_their_own_entries() -> None:
    chance = random.Random(7)
    for data, read in ((RIS, entries_of_ris), (ENDNOTE, entries_of_endnote)):
        for _ in range(200):
            at = chance.randrange(len(data))
            assert isinstance(
                read(data[:at] + chance.choice(["", "<", "-", "\n", "ER"]) + data[at + 1 :]), dict
            )
