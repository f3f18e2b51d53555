"""Sources at hand (`--sources`): a folder of files named by note, or a table of note or URL and file."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from citecheck.audit import SourceFile
from citecheck.cli.source_names import Works, numbers_of
from citecheck.cli.streams import media_type_of, read_input
from citecheck.errors import UsageMistake
from citecheck.model import Note
from citecheck.repair import canonical, repair

MOST_FILES = 10_000
"""Files of a folder that are looked at."""


class Shelf:
    """Files by note, by address and by what they are called. Their bytes are read when they are asked for."""

    def __init__(
        self,
        root: Path,
        by_note: Mapping[str, Sequence[Path]],
        by_key: Mapping[str, Sequence[Path]],
        called: Sequence[Path] = (),
        works: Works | None = None,
    ) -> None:
        self._root = root
        self._by_note = by_note
        self._by_key = by_key
        self._called = called
        self._works = works or Works()
        self.idle = tuple(self._name(path) for path in called if not self._works.has(path.stem))
        """Files that belong to no note."""

    def files(self, note: Note | None, number: int, keys: Sequence[str]) -> Sequence[SourceFile]:
        """Files of the note and of its addresses, each once."""
        note_id = note.id if note else ""
        names = [note_id.replace(":", "-")] + ([str(number)] if ":" not in note_id else [])
        paths = [path for name in names for path in self._by_note.get(name, ())]
        paths += [path for key in keys for path in self._by_key.get(key, ())]
        if note is not None:
            paths += [path for path in self._called if self._works.fits(path.stem, note)]
        return [self._file(path) for path in dict.fromkeys(paths)]

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.name

    def _file(self, path: Path) -> SourceFile:
        data = read_input(str(path))
        return SourceFile(self._name(path), media_type_of(path.name, data), data)


def shelf_of(path: Path, notes: Sequence[Note] = ()) -> Shelf:
    """The sources of a folder or a CSV table. Rows of a table: note or URL, file (relative to the table).

    `notes`: the manuscripts'. They tell whether `2-57.pdf` is of note 57 of the second chapter or a further
    file of note 2 (unknown, it is of both), and which work `Smith 2019.pdf` is. Raises `UsageMistake`, one
    line.
    """
    if path.is_dir():
        return _of_folder(path, notes)
    if not path.is_file():
        raise UsageMistake(f"--sources: {path}: no such folder or table")
    return _of_table(path)


def _of_folder(folder: Path, notes: Sequence[Note]) -> Shelf:
    by_note: dict[str, list[Path]] = defaultdict(list)
    called = []
    known = {note.id.replace(":", "-") for note in notes} | {str(note.number) for note in notes}
    works = Works(notes)
    for path in _files_of(folder):
        numbers = () if works.counts(path.stem) else numbers_of(path.relative_to(folder).as_posix())
        if notes:
            # Of a chapter's note where there is one, else of the note that the first number names.
            numbers = numbers[:1] if "-" in "".join(numbers[:1]) and numbers[0] in known else numbers
            numbers = tuple(number for number in numbers if number in known)
        for number in numbers:
            by_note[number].append(path)
        if not numbers:
            called.append(path)
    shelf = Shelf(folder, by_note, {}, called, works)
    if not by_note and len(shelf.idle) == len(called):
        raise UsageMistake(
            f"--sources: {folder}: no file is called by a note (57.pdf) or a note's work (Smith 2019.pdf)"
        )
    return shelf


def _files_of(folder: Path) -> list[Path]:
    """All in the folder and those below it, hidden ones apart."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    shown = (path for path in paths if not any(part[0] == "." for part in path.relative_to(folder).parts))
    found = sorted(islice(shown, MOST_FILES + 1))
    if len(found) > MOST_FILES:
        raise UsageMistake(f"--sources: {folder}: more than {MOST_FILES:,} files")
    return found


def _of_table(table: Path) -> Shelf:
    by_note: dict[str, list[Path]] = defaultdict(list)
    by_key: dict[str, list[Path]] = defaultdict(list)
    text = read_input(str(table)).decode("utf-8-sig", "replace")
    for count, row in enumerate(csv.reader(io.StringIO(text), _dialect(text)), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (count == 1 and cells[0].lower() in ("note", "url", "note or url")):
            continue
        path = table.parent / cells[1] if len(cells) > 1 and cells[1] else None
        if path is None or not path.is_file():
            named = cells[1] if path else "no file named"
            raise UsageMistake(f"--sources: {table}, line {count}: {named}: no such file")
        if re.fullmatch(r"(\d+[:-])?\d+", cells[0]):
            by_note[cells[0].replace(":", "-")].append(path)
        else:
            by_key[canonical(repair(cells[0]).url or cells[0])].append(path)
    return Shelf(table.parent, by_note, by_key)


def _dialect(text: str) -> type[csv.Dialect]:
    """Semicolons where a spreadsheet of a language with decimal commas wrote the table."""

    class Separated(csv.excel):
        delimiter = ";" if text.partition("\n")[0].count(";") else ","

    return Separated
