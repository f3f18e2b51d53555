"""Where reports go: files whole or not at all, only inside their own folder."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from citecheck.errors import UnwritableOutput
from citecheck.patterns import late

if TYPE_CHECKING:
    from citecheck.config import Settings
    from citecheck.model import Audit

TO_STANDARD_OUTPUT = ("terminal", "github")
LONGEST_NAME = 100
"""Characters of a folder's name; file systems allow 255 bytes."""
NARROWEST, WIDEST = 40, 120
"""Columns of the summary; longer lines are hard to read."""
_RESERVED = late(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that Windows keeps for devices."""


def folder_for(name: str, output: Path | None, several: bool, taken: set[Path]) -> Path:
    """Folder for the reports of the manuscript `name`; of several, each gets its own."""
    stem = re.sub(r"[^\w.() -]", "_", PurePath(name).stem if name != "-" else "standard-input").strip(" .")
    stem = (stem or "manuscript")[:LONGEST_NAME]
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    if output is not None and not several:
        return output
    base = output or Path("reports")
    folder, count = base / stem, 2
    while folder in taken:
        folder, count = base / f"{stem}-{count}", count + 1
    taken.add(folder)
    return folder


def write_reports(
    done: Audit, manuscript: bytes, folder: Path, settings: Settings, quiet: bool = False
) -> None:
    """Every format of `settings`: to its file in `folder`, or to standard output.

    `quiet`: nothing on standard output (the command prints its own). Raises `UnwritableOutput`.
    """
    from citecheck.report import FORMATS, json_

    written = []
    for name in dict.fromkeys(settings.format):
        if name in TO_STANDARD_OUTPUT:
            continue
        path = folder / f"report{FORMATS[name].SUFFIX}"
        content = json_.stream(done) if name == "json" else FORMATS[name].render(done, manuscript)
        write_whole(path, content)
        written.append(path)
    if quiet:
        return
    if settings.json:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(map(_bytes, json_.stream(done)))
        sys.stdout.buffer.flush()
        return
    summary = "terminal" in settings.format and not settings.quiet
    if summary:
        print_text(_for_terminal(done, settings.verbose))
    if "github" in settings.format:
        print_text(FORMATS["github"].render(done, manuscript))
    if summary:
        _say_where(written)


def _for_terminal(done: Audit, every: bool) -> str:
    """The summary as wide as the terminal; in colour only on one, and where `NO_COLOR` does not forbid it.

    `every`: with every finding, not the worst alone.
    """
    from citecheck.report import terminal

    limit = len(done.findings) if every else terminal.LIMIT
    if not sys.stdout.isatty():
        return terminal.text(done, limit=limit)
    import shutil

    width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns))
    colour = not os.environ.get("NO_COLOR")
    return terminal.text(done, width=width, colour=colour, fold=True, limit=limit)


def write_whole(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Write a file whole or not at all; a link in its place is replaced, not followed."""
    import tempfile

    pieces = (content,) if isinstance(content, str | bytes) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".citecheck-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(map(_bytes, pieces))
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(temporary, 0o666 & ~umask)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as trouble:
        raise UnwritableOutput(f"{path}: {trouble.strerror or trouble}") from None


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content


def print_text(content: str | bytes) -> None:
    """A report on standard output, in UTF-8 whatever the locale."""
    data = _bytes(content)
    sys.stdout.flush()
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()


def _say_where(paths: Sequence[Path]) -> None:
    for path in paths:
        print_text(f"{path.suffix.lstrip('.'):>5}  {path}")
