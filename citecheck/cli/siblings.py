"""Files that a LaTeX manuscript inputs, read out of its own folder and nowhere else.

A manuscript is foreign: what it names may be `/etc/passwd` or a link out of the folder. Only regular files
in the folder or below are handed over, a bounded number of them and of their bytes.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from citecheck.read.formats import format_of

MOST_FILES = 300
MOST_BYTES = 100 * 2**20
"""In all; as much as a manuscript itself may have."""
ENDINGS = {".tex", ".ltx", ".bib", ".bbl", ".tikz", ".sty", ".txt", ""}


def siblings_of(data: bytes, name: str) -> dict[str, bytes]:
    """Files that the manuscript `name` (a path) inputs, by their path from its folder."""
    path = Path(name)
    if name == "-" or format_of(data, path.name) != "latex" or not path.is_file():
        return {}
    from citecheck.read.latex_files import cites, wanted_files

    folder = path.resolve().parent
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    queue = [(path.name, data)]
    cited = False
    while queue:
        source, body = queue.pop()
        cited = cited or cites(body)
        for wanted in wanted_files(body, source):
            if wanted in found or len(found) >= MOST_FILES:
                continue
            content = _content(folder, wanted, left)
            if content is not None:
                found[wanted] = content
                left -= len(content)
                if not wanted.endswith(".bib"):
                    queue.append((wanted, content))
    if cited and not any(wanted.endswith(".bib") for wanted in found):
        for near in sorted(folder.glob("*.bib"))[:MOST_FILES]:
            content = _content(folder, near.name, left)
            if content is not None:
                found[near.name] = content
                left -= len(content)
    return found


def _content(folder: Path, wanted: str, left: int) -> bytes | None:
    """Bytes of a file in the folder or below, `None` for anything else."""
    relative = PurePosixPath(wanted)
    if relative.is_absolute() or ".." in relative.parts or "\\" in wanted or "\0" in wanted:
        return None
    if relative.suffix.lower() not in ENDINGS:
        return None
    try:
        path = (folder / relative).resolve()
        if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > left:
            return None
        return path.read_bytes()
    except OSError:
        return None
