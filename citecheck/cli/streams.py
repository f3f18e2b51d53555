"""Standard input and the files a command is given."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from citecheck.errors import NothingToCheck, UnreadableInput

LARGEST_FILE = 100_000_000
"""Bytes of a manuscript (contract 1)."""

LARGEST_LOCK = 1_000
_LOCK = re.compile(r"~\$.+|\.~lock\..+#")
"""What Word and LibreOffice put beside a document that is open: `~$book.docx`, `.~lock.book.odt#`."""


def read_input(name: str) -> bytes:
    """Bytes of a file, or of standard input for `-`. Raises `UnreadableInput`, one line."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise UnreadableInput(f"{name}: is a folder, not a file") from None
    except (OSError, ValueError) as trouble:
        detail = getattr(trouble, "strerror", None) or str(trouble)
        raise UnreadableInput(f"{name}: {detail}") from None
    if _LOCK.fullmatch(PurePath(name).name) and len(data) <= LARGEST_LOCK:
        raise UnreadableInput(f"{name}: says that somebody has the document open, and is not the document")
    if len(data) > LARGEST_FILE:
        raise UnreadableInput(f"{name}: larger than {LARGEST_FILE // 1_000_000} MB")
    return data


def lines_of_input() -> Iterator[str]:
    """Lines of standard input without their ends; bytes that are no UTF-8 become U+FFFD."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def strings(arguments: Sequence[str], what: str) -> list[str]:
    """The arguments, or the non-empty lines of standard input where there are none or one is `-`.

    Raises `NothingToCheck` where there is nothing at all.
    """
    found: list[str] = []
    for argument in arguments or ["-"]:
        found.extend([argument] if argument != "-" else [line for line in lines_of_input() if line.strip()])
    if not found:
        raise NothingToCheck(f"no {what} given: neither as an argument nor on standard input")
    return found


def media_type_of(name: str, data: bytes) -> str:
    """Media type of a file at hand: by its first bytes, then by its name.

    >>> media_type_of("57", b"%PDF-1.7"), media_type_of("57.txt", b"<!DOCTYPE html>")
    ('application/pdf', 'text/html')
    """
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    import mimetypes

    guessed, _ = mimetypes.guess_type(PurePath(name).name)
    if guessed in (None, "text/plain") and data.lstrip()[:15].lower().startswith(
        (b"<!doctype html", b"<html")
    ):
        return "text/html"
    return guessed or "text/plain"
