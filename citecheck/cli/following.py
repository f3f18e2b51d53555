"""`report.jsonl` while the audit goes on: findings as they come, for programs that follow a long run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import IO

from citecheck.cli.outputs import write_whole
from citecheck.config import Settings
from citecheck.errors import UnwritableOutput
from citecheck.model import Audit, Finding

EVERY = 1.0
"""Least seconds between two looks at what is new."""
SHARE = 0.05
"""Of the run's time that looking may take: a book's judgement takes a while."""


class Follow:
    """Writes each finding once, when it is first known, until the whole file takes the place of this one."""

    def __init__(self, path: Path, kept: Callable[[Audit], Sequence[Finding]]) -> None:
        """`kept`: the findings of an audit that a report would show. Raises `UnwritableOutput`."""
        self._path = path
        self._kept = kept
        self._told: set[tuple[str, str | None, str]] = set()
        self._due = 0.0
        self._file = _opened(path)

    def __call__(self, so_far: Callable[[], Audit]) -> None:
        """Write what is new in the audit, unless it was looked at just now. Raises `UnwritableOutput`."""
        from citecheck.report import jsonl

        begun = time.monotonic()
        if begun < self._due:
            return
        audit = so_far()
        new = [one for one in self._kept(audit) if _name(one) not in self._told]
        self._told.update(map(_name, new))
        try:
            self._file.write(
                jsonl.provisional(new, audit.extraction.links).encode("utf-8", "backslashreplace")
            )
            self._file.flush()
        except OSError as trouble:
            raise UnwritableOutput(f"{self._path}: {trouble.strerror or trouble}") from None
        ended = time.monotonic()
        self._due = ended + max(EVERY, (ended - begun) / SHARE)

    def close(self) -> None:
        self._file.close()


@contextmanager
def following(
    folders: Sequence[Path], kept: Callable[[Audit], Sequence[Finding]], settings: Settings
) -> Iterator[Sequence[Follow | None]]:
    """A follower for each folder where `report.jsonl` is wanted, else `None` for each."""
    with ExitStack() as files:
        if "jsonl" not in settings.format:
            yield [None] * len(folders)
            return
        yield [files.enter_context(closing(Follow(folder / "report.jsonl", kept))) for folder in folders]


def _name(finding: Finding) -> tuple[str, str | None, str]:
    return finding.check, finding.note_id, finding.fingerprint


def _opened(path: Path) -> IO[bytes]:
    """A new file at `path`; a link in its place is replaced, not followed. Raises `UnwritableOutput`."""
    write_whole(path, "")
    try:
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)), "ab")
    except OSError as trouble:
        raise UnwritableOutput(f"{path}: {trouble.strerror or trouble}") from None
