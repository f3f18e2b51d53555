"""Sources at hand (`--sources`): a folder of files named by note, or a table of note or URL and file."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path

from citecheck.audit import SourceFile
from citecheck.cli.streams import media_type_of, read_input
from citecheck.errors import UsageMistake
from citecheck.repair import canonical, repair

_CHAPTERED = re.compile(r"0*(\d{1,4})-0*(\d{1,6})(?!\d)")
_NUMBERED = re.compile(r"0*(\d{1,6})(?:[ _.-].*)?", re.DOTALL)


class Shelf:
    """Files by note and by address. Their bytes are read when they are asked for."""

    def __init__(self, by_note: dict[str, list[Path]], by_key: dict[str, list[Path]]) -> None:
        self._by_note = by_note
        self._by_key = by_key

    def files(self, note_id: str, number: int, keys: Sequence[str]) -> Sequence[SourceFile]:
        """Files of the note and of its addresses, each once."""
        names = [note_id.replace(":", "-")] + ([str(number)] if ":" not in note_id else [])
        paths = [path for name in names for path in self._by_note.get(name, ())]
        paths += [path for key in keys for path in self._by_key.get(key, ())]
        return [_file(path) for path in dict.fromkeys(paths)]


def shelf_of(path: Path, notes: Collection[str] = ()) -> Shelf:
    """The sources of a folder (`57.pdf`, `57 Smith.html`, `2-57.pdf` in the second chapter) or a CSV table.

    `notes`: ids of the manuscript's notes, which tell whether `2-57.pdf` is of note 57 of the second chapter
    or a further file of note 2; unknown, it is of both. Rows of a table: note or URL, file (relative to the
    table). Raises `UsageMistake`, one line.
    """
    if path.is_dir():
        return _of_folder(path, notes)
    if not path.is_file():
        raise UsageMistake(f"--sources: {path}: no such folder or table")
    return _of_table(path)


def _of_folder(folder: Path, notes: Collection[str]) -> Shelf:
    by_note: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.iterdir()):
        if path.is_file() and (match := _NUMBERED.fullmatch(path.stem)):
            chaptered = _CHAPTERED.match(path.stem)
            names = {match[1]}
            if chaptered and (not notes or ":".join(chaptered.groups()) in notes):
                names = {"-".join(chaptered.groups())} | (set() if notes else names)
            for name in names:
                by_note[name].append(path)
    if not by_note:
        raise UsageMistake(f"--sources: {folder}: no file is named by a note (57.pdf)")
    return Shelf(dict(by_note), {})


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
    return Shelf(dict(by_note), dict(by_key))


def _dialect(text: str) -> type[csv.Dialect]:
    """Semicolons where a spreadsheet of a language with decimal commas wrote the table."""

    class Separated(csv.excel):
        delimiter = ";" if text.partition("\n")[0].count(";") else ","

    return Separated


def _file(path: Path) -> SourceFile:
    data = read_input(str(path))
    return SourceFile(path.name, media_type_of(path.name, data), data)
