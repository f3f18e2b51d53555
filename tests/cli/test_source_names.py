"""Files of a cite checker's packet, of a reference manager, of a folder per note: whose are they?"""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.cli import main
from citecheck.cli.source_names import numbers_of
from citecheck.cli.sources import shelf_of
from tests.cli.noted import note

LAMPS = "Lamps and ferries of the lower river"
NOTES = [
    note("1", "Lena Hofer", LAMPS, 2012),
    note("2", "Jan Korn; Eva Núñez", "Bridges without keepers", 2014),
    note("3", "Hofer, Lena", "Salt", 2012),
    note("4", "О. Бранд", "Соляные баржи верхней реки", 1998),
    note("5", "Wit Łoś", "Walls", 2001),
    note("6", None, "Report on the tolls of three towns", None),
    note("7", "Ada Roe", "Mills", 1999, key="@roe:1999"),
    note("8"),
    note("9", "Rosa Ames", "5 quiet bridges of the marsh", 1957),
]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("57.pdf", ("57",)),
        ("057 Smith.pdf", ("57",)),
        ("57_Smith 2019.pdf", ("57",)),
        ("fn57.pdf", ("57",)),
        ("FN 57 - Smith.pdf", ("57",)),
        ("Note 7. Smith.pdf", ("7",)),
        ("footnote-12.pdf", ("12",)),
        ("Anm. 12 Schmidt.pdf", ("12",)),
        ("сноска 3.pdf", ("3",)),
        ("3, 12 and 40 Smith.pdf", ("3", "12", "40")),
        ("n 3+12.pdf", ("3", "12")),
        ("FN 57/Smith.pdf", ("57",)),
        ("notes/2019/57/scan.pdf", ("57",)),
        ("2-57.pdf", ("2-57", "2")),
        ("Smith 2019.pdf", ()),
        ("Nineteen 84.pdf", ()),
        ("November 12.pdf", ()),
        ("3rd report.pdf", ()),
    ],
)
def test_numbers_in_names(name: str, numbers: tuple[str, ...]) -> None:
    assert numbers_of(name) == numbers


@pytest.mark.parametrize(
    ("name", "owners"),
    [
        ("Hofer - 2012 - Lamps and ferries of the lower river.pdf", "1"),
        ("Hofer_2012_Lamps and ferries of.pdf", "1"),
        ("lamps-and-ferries-of-the-lower-river.pdf", "1"),
        ("Hofer 2012.pdf", ""),  # two works of that year
        ("5 quiet bridges.pdf", "9"),  # a title's number is no note's
        ("5 Łoś, Walls.pdf", "5"),
        ("05 quiet bridges of the marsh - scan.pdf", "9"),
        ("2 quiet bridges.pdf", "2"),
        ("Hofer - Salt.pdf", "3"),
        ("Hofer and Roe - Mud.pdf", ""),  # small words tell no work
        ("Lena Wolf - The mud.pdf", ""),
        ("Hofer 2013 Lamps and ferries.pdf", ""),  # another edition
        ("Korn 2014.pdf", "2"),
        ("Korn.pdf", "2"),
        ("Korn 2014 scan.pdf", "2"),
        ("Korn - Salt.pdf", ""),
        ("Korn 2014 - On harbours.pdf", ""),
        ("Nunez & Korn 2014.pdf", "2"),
        ("Korn 2014 Tolls and taxes in the northern towns.pdf", ""),
        ("Бранд - Соляные баржи.pdf", "4"),
        ("Los 2001.pdf", "5"),
        ("Report on the tolls.pdf", "6"),
        ("roe1999.pdf", "7"),
        ("Korn - Report on the tolls of three towns.pdf", ""),  # of another author
        ("8.pdf", "8"),
        ("2012 Hofer Lamps and ferries.pdf", "1"),  # there is no note 2012
        ("papers/Korn 2014.pdf", "2"),
        ("8/Korn 2014.pdf", "8"),
        ("scan.pdf", ""),
        ("Hofer.pdf", ""),
    ],
)
def test_whose_a_file_is(tmp_path: Path, name: str, owners: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("words")
    (tmp_path / "2 beside.txt").write_text("words")
    shelf = shelf_of(tmp_path, NOTES)
    found = [one.id for one in NOTES if name in {file.name for file in shelf.files(one, one.number, [])}]
    assert found == owners.split()
    assert shelf.idle == (() if owners else (name,))


TEXT = """It is said that “the lamps on the western quay were lit by the widow of a pilot”.[^1]
And “the last of the salt barges was broken up behind the tannery”.[^2]

[^1]: Lena Hofer, *Lamps and Ferries*, Leeds: Quay Press, 2012, p. 7.
[^2]: Hofer, *Lamps and Ferries*, p. 91.
"""
PAGE = (
    "In those years the lamps on the western quay were lit by the widow of a pilot, and nobody paid her. "
    "The last of the salt barges was broken up behind the tannery."
)


def test_a_folder_of_a_reference_manager_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.md").write_text(TEXT)
    Path("papers").mkdir()
    Path("papers", "Hofer - 2012 - Lamps and Ferries.txt").write_text(PAGE)
    Path("papers", "notes of mine.txt").write_text("to do")
    Path("papers", ".hidden").write_text("")
    assert main(["audit", "m.md", "--offline", "--no-cache", "-f", "terminal", "--sources", "papers"]) == 0
    said = capsys.readouterr()
    assert "called like no note or its work: notes of mine.txt\n" in said.err
    assert "2 of 2 quotations were found word for word" in said.out


def test_a_folder_in_which_nothing_belongs_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.md").write_text(TEXT)
    Path("papers").mkdir()
    Path("papers", "scan.txt").write_text(PAGE)
    assert main(["audit", "m.md", "--offline", "--no-cache", "--sources", "papers"]) == 2
    assert "57.pdf" in capsys.readouterr().err
