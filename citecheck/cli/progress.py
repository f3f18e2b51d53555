"""Progress on standard error: counts and time left where people look, nothing elsewhere."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
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


class Told(Silent):
    """Progress of one manuscript in lines, at most ten for each kind: for logs, which have no bars."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._told: dict[str, int] = {}

    def links(self, done: int, total: int) -> None:
        self._tell("links answered", done, total)

    def quotations(self, done: int, total: int) -> None:
        self._tell("quotations compared", done, total)

    def _tell(self, what: str, done: int, total: int) -> None:
        tenth = 10 * done // max(total, 1)
        if tenth > self._told.get(what, 0):
            self._told[what] = tenth
            print(f"citecheck: {self._name}: {done:,} of {total:,} {what}", file=sys.stderr)


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
            name, asked = f"{self._name}{what}", what == "links"
            self._tasks[what] = self._bars.add_task(name, total=total, pace="", wait="", asked=asked)
        task = self._tasks[what]
        self._bars.update(task, completed=done, total=total)
        if done == total:
            self._bars.update(task, pace="", wait="")


@dataclass(frozen=True, slots=True)
class Watched:
    """Progress of all manuscripts of a run."""

    parts: Sequence[Silent]
    bars: Bars | None = None

    async def say_who_waits(
        self, wait: Callable[[], str], least: Callable[[], float], most: Callable[[], float]
    ) -> None:
        """Show, twice a second, the pace and what `wait` says of the host that is waited for.

        `least`, `most`: seconds that the asking will take at any rate, and may take. Ends by cancellation.
        """
        while self.bars is not None:
            await asyncio.sleep(0.5)
            for task in self.bars.tasks:
                if not task.finished:
                    asked = task.fields["asked"]
                    bounds = (least(), most()) if asked else ()
                    told = pace(int(task.completed), int(task.total or 0), task.elapsed or 0.0, *bounds)
                    self.bars.update(task.id, pace=told, wait=wait() if asked else "")


def pace(done: int, total: int, seconds: float, least: float = 0.0, most: float = inf) -> str:
    """How fast it goes and how long it will take at that pace, but no less than `least` seconds and no more
    than `most`.

    >>> pace(12, 45, 4.0, 28.0), pace(3, 9, 90.0), pace(0, 9, 1.0), pace(0, 5000, 1.0, 4000.0)
    ('3.0/s, 0:28 left', '2/min, 3:00 left', '', '1:06:40 left')
    >>> pace(12, 45, 4.0, 28.0, 20.0), pace(0, 5000, 1.0, 4000.0, 59.0)
    ('3.0/s, 0:20 left', '0:59 left')
    """
    rate = done / seconds if seconds > 0 else 0.0
    left = min(most, max(least, (total - done) / rate if rate else 0.0))
    told = [f"{rate:.1f}/s" if rate >= 1 else f"{60 * rate:.0f}/min"] if rate else []
    if left >= 1:
        hours, rest = divmod(round(left), 3600)
        minutes = f"{rest // 60:02}" if hours else f"{rest // 60}"
        told.append(f"{f'{hours}:' if hours else ''}{minutes}:{rest % 60:02} left")
    return ", ".join(told)


@contextmanager
def progress_of(names: Sequence[str], *, quiet: bool = False, verbose: bool = False) -> Iterator[Watched]:
    """Progress for manuscripts of these names: bars where standard error is a terminal, else nothing.

    `quiet`: nothing anywhere; `verbose`: lines where there are no bars.
    """
    from citecheck.report.safe import visible

    if quiet or not sys.stderr.isatty():
        yield Watched([Told(visible(name)) if verbose else Silent() for name in names])
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars
    from rich.table import Column

    bars = Bars(
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True)),
        BarColumn(bar_width=10),
        MofNCompleteColumn(table_column=Column(no_wrap=True, min_width=5)),
        TextColumn("{task.fields[pace]}", markup=False, table_column=Column(no_wrap=True)),
        TextColumn(
            "{task.fields[wait]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")
        ),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        yield Watched([Shown(bars, f"{visible(n)[:24]}: " if len(names) > 1 else "") for n in names], bars)
