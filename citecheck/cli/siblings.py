"""Files that a manuscript needs read with it, out of its own folder and nowhere else.

A manuscript is foreign: what it names may be `/etc/passwd` or a link out of the folder. Only regular files
in the folder or below are handed over, a bounded number of them and of their bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from citecheck.read.formats import format_of

MOST_FILES = 300
MOST_BYTES = 100 * 2**20
"""In all; as much as a manuscript itself may have."""
ENDINGS = frozenset({".tex", ".ltx", ".bib", ".bbl", ".tikz", ".cls", ".sty", ".txt", ""})
PROJECT_BYTES = 2**20
"""Of a file that names the bibliography of a whole folder."""


def siblings_of(data: bytes, name: str) -> dict[str, bytes]:
    """Files that the manuscript `name` (a path) inputs or cites, by their path from its folder."""
    path = Path(name)
    if name == "-" or not path.is_file():
        return {}
    format_ = format_of(data, path.name)
    if format_ == "latex":
        return _of_latex(data, path)
    return _of_markdown(data, path) if format_ == "markdown" else {}


@dataclass(slots=True)
class _Folder:
    """A manuscript's folder, and what was taken out of it."""

    path: Path
    endings: Collection[str]
    found: dict[str, bytes] = field(default_factory=dict)
    left: int = MOST_BYTES

    def bibliographies(self) -> list[str]:
        """Names of the `.bib` files beside the manuscript."""
        return [near.name for near in sorted(self.path.glob("*.bib"))[:MOST_FILES]]

    def take(self, wanted: str) -> bytes | None:
        """Bytes of a file in the folder or below, `None` for anything else and for one that was taken."""
        if wanted in self.found or len(self.found) >= MOST_FILES:
            return None
        content = content_of(self.path, wanted, self.left, self.endings)
        if content is not None:
            self.found[wanted] = content
            self.left -= len(content)
        return content


def _of_latex(data: bytes, path: Path) -> dict[str, bytes]:
    from citecheck.read.latex_files import cites, wanted_files

    folder = _Folder(path.resolve().parent, ENDINGS)
    queue = [(path.name, data)]
    cited = False
    while queue:
        source, body = queue.pop()
        cited = cited or cites(body)
        for wanted in wanted_files(body, source):
            content = folder.take(wanted)
            if content is not None and not wanted.endswith(".bib"):
                queue.append((wanted, content))
    if cited and not any(wanted.endswith(".bib") for wanted in folder.found):
        for near in folder.bibliographies():
            folder.take(near)
    if cited:
        folder.take(f"{path.stem}.bbl")
    return folder.found


def _of_markdown(data: bytes, path: Path) -> dict[str, bytes]:
    """Bibliographies: those that the text names, else those of its project, else all that lie beside it."""
    from citecheck.read.bibliography import ENDINGS as BIBLIOGRAPHIES
    from citecheck.read.markdown_files import bibliographies_of, cites_keys

    if not cites_keys(data):
        return {}
    folder = _Folder(path.resolve().parent, BIBLIOGRAPHIES)
    named = bibliographies_of(data) or _of_project(folder.path)
    for wanted in named or folder.bibliographies():
        folder.take(wanted)
    return folder.found


def _of_project(folder: Path) -> Sequence[str]:
    from citecheck.read.markdown_files import PROJECT, bibliographies_of_project

    for name in PROJECT:
        content = content_of(folder, name, PROJECT_BYTES, (".yml", ".yaml", ".qmd", ".Rmd"))
        named = bibliographies_of_project(content, name) if content else ()
        if named:
            return named
    return ()


def content_of(folder: Path, wanted: str, left: int, endings: Collection[str]) -> bytes | None:
    """Bytes of a file in the folder or below, `None` for anything else or where it has more than `left`."""
    relative = PurePosixPath(wanted)
    if relative.is_absolute() or ".." in relative.parts or "\\" in wanted or "\0" in wanted:
        return None
    if relative.suffix not in endings and relative.suffix.lower() not in endings:
        return None
    try:
        path = (folder / relative).resolve()
        if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > left:
            return None
        return path.read_bytes()
    except OSError:
        return None
