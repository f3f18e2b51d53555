"""The table of `citecheck extract`: what an editor reads at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.cli.extraction_table import show_extraction
from citecheck.cli.tables import show_repair
from citecheck.extraction import extract
from citecheck.repair import repair
from tests.fix.word import docx
from tests.read.pdf_writer import Page, pdf

LONG = "A History of Ferries, Quays, Lamps and Bells on the Inland Harbours of the Northern Lake District"
MANUSCRIPT = f"""The harbour froze.[1] The ferries stopped.[2] The council met.[3] Nobody came.[4]

[1] Mary Orr, {LONG} (Leeds: Fenwick, 2004), 12.
[2] Ivo Hart, Quays (Leeds: Fenwick, 2011), 17; Ruth Kos, Bells (Leeds: Fenwick, 2012), 5.
[4] Ibid., 19.
"""


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    show_extraction(extract(MANUSCRIPT.encode(), "book.txt"))
    return capsys.readouterr().out.splitlines()


def test_a_long_title_hides_neither_year_nor_page(capsys: pytest.CaptureFixture[str]) -> None:
    [line] = [line for line in shown(capsys) if "Mary Orr" in line]
    assert "…, 2004, 12" in line


def test_off_a_terminal_no_line_is_broken_or_filled_up(capsys: pytest.CaptureFixture[str]) -> None:
    """An address is searched for, and copied, as one word."""
    long = f"https://www.archive.example/{'collection-of-papers/' * 8}2018.html"
    show_extraction(extract(f"A text.[1]\n\n[1] Ivo Hart, Quays. {long}\n".encode(), "book.txt"))
    show_repair(repair(f"{long} "))
    lines = capsys.readouterr().out.splitlines()
    assert sum(long in line for line in lines) >= 2
    assert all(line == line.rstrip() for line in lines)


def test_a_word_file_has_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    found = extract(docx([["Ivo Hart, Quays, 2011."]]), "book.docx")
    show_extraction(found)
    out = capsys.readouterr().out
    assert "paragraph 1" in out
    assert "l. " not in out


def test_every_citation_of_a_note_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)
    assert any("Ivo Hart, Quays, 2011, 17" in line for line in lines)
    assert any("Ruth Kos, Bells, 2012, 5" in line for line in lines)


def test_a_short_form_is_shown_as_written_with_what_it_stands_for(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [
        "M. Orsati, Carte del convento, Ancona 2004, p. 201.",
        "Lettera del priore, 4 marzo 1762, in Orsati, op. cit., p. 233.",
        "Ivi, par. 5. In senso conforme cfr. L. Bonaventi, I conti, Urbino 1999, p. 5.",
    ]
    body = "Il muro.[1] Il frate.[2] La fontana.[3]"
    listed = "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1))
    show_extraction(extract(f"{body}\n\n{listed}".encode(), "book.txt"))
    out = capsys.readouterr().out
    assert "Lettera del priore, 4 marzo 1762, in Orsati, op. cit., p. 233. → 1\n" in out
    assert "Ivi, par. 5. → 1\n" in out
    assert "L. Bonaventi, I conti, 1999, 5\n" in out


def test_a_lost_note_stands_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split() for line in shown(capsys)[:-1] if line.split()[0] in "1234"]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert "lost:" in rows[2]


def test_what_of_the_file_was_not_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    cited = Page(texts=[(40, 500, 10, "See https://a.example/ferries for the tolls.")])
    show_extraction(extract(pdf([cited, Page(pictures=[(0, 0, 420, 600)]), cited]), "book.pdf"))
    assert "The file: page 2 of the PDF is a picture without text" in capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_all_is_written_and_what_others_want_done_at_the_end_is_done(
    tmp_path: Path, options: list[str]
) -> None:
    notes = "".join(f"[^{number}]: https://fern.example/{number}\n" for number in range(1, 3001))
    book = tmp_path / "book.md"
    book.write_text(f"Said.{''.join(f'[^{number}]' for number in range(1, 3001))}\n\n{notes}")
    program = (
        "import atexit, sys; from citecheck.cli import main; atexit.register(print, 'bye'); sys.exit(main())"
    )
    command = [sys.executable, "-c", program, "extract", str(book), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    told, bye = done.stdout.rstrip("\n").rsplit("\n", 1)
    assert (bye, done.stderr) == ("bye", "")
    if options:
        assert len(json.loads(told)["notes"]) == 3000
    else:
        assert told.endswith("3000 notes, 3000 markers, 0 quotations, 3000 URLs (0 repaired), 0 problems")


def test_a_lost_note_of_the_second_chapter_is_shown_as_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    show_extraction(extract(f"{MANUSCRIPT}\n{MANUSCRIPT}".encode(), "book.txt"))
    lost = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "but not there" in line]
    assert lost == ["3", "2:3"]


def test_a_note_with_a_sign_is_shown_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    show_extraction(
        extract(f"The Lake*\n\n{MANUSCRIPT}\n* Read at Leeds, see Orr, 2004.\n".encode(), "book.txt")
    )
    shown = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "Read at Leeds" in line]
    assert shown == ["*"]


def test_an_address_printed_twice_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    url = "https://lakes.example/quays/2011"
    show_extraction(extract(f"A text.[1]\n\n[1] Ivo Hart, Quays, {url}\n{url}.\n".encode(), "book.txt"))
    assert capsys.readouterr().out.count(url) == 1
