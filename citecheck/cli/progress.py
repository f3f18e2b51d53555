"""Progress on standard error: counts and time left where people look, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Silent:
    """Progress of one manuscript that nobody watches."""

    def links(self, done: int, total: int) -> None:
        """`done` of `total` links have their answer."""

    def quotations(self, done: int, total: int) -> None:
        """`done` of `total` quotations were compared."""


class Shown(Silent):
    """Progress of one manuscript as two bars."""

    def __init__(self, bars: Bars, name: str) -> None:
        self._bars = bars
        self._name = name
        self._tasks: dict[str, TaskID] = {}

    def links(self, done: int, total: int) -> None:
        self._show("links", done, total)

    def quotations(self, done: int, total: int) -> None:
        self._show("quotations", done, total)

    def _show(self, what: str, done: int, total: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(f"{self._name}{what}", total=total)
        self._bars.update(self._tasks[what], completed=done, total=total)


@dataclass(frozen=True, slots=True)
class Watched:
    """Progress of all manuscripts of a run; `waiting` takes a word about hosts that make it wait."""

    parts: Sequence[Silent]
    bars: Bars | None = None


@contextmanager
def progress_of(names: Sequence[str]) -> Iterator[Watched]:
    """Progress for manuscripts of these names, shown where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield Watched([Silent() for _ in names])
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bars
    from rich.table import Column

    from citecheck.report.safe import visible

    bars = Bars(
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True)),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        yield Watched([Shown(bars, f"{visible(n)[:24]}: " if len(names) > 1 else "") for n in names], bars)
