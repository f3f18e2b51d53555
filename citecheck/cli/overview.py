"""After several manuscripts: one table over all of them, the worst first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from citecheck.cli.tables import console
from citecheck.model import Audit, Severity
from citecheck.report.documents import counts
from citecheck.report.safe import visible

SHOWN = (Severity.ERROR, Severity.WARNING, Severity.UNKNOWN)


def show_overview(done: Sequence[tuple[str, Audit, Path]], unread: Sequence[tuple[str, str]]) -> None:
    """Print a line a manuscript: its name, its findings by severity, the folder of its report.

    `done`: name, audit and folder of each. `unread`: name of each file that is none, and why.
    """
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("manuscript", overflow="fold")
    for name in ("notes", "errors", "warnings", "unknown"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("report", overflow="fold")
    rows = [(counts(audit), name, folder) for name, audit, folder in done]
    for found, name, folder in sorted(rows, key=lambda row: [-row[0][one.value] for one in SHOWN]):
        numbers = [str(found[key]) for key in ("notes", *(one.value for one in SHOWN))]
        table.add_row(visible(name), *numbers, visible(str(folder)))
    for name, why in unread:
        because = why.removeprefix(f"{Path(name).name}: ")
        table.add_row(visible(name), "-", "-", "-", "-", f"not checked: {visible(because)}")
    out = console()
    out.print()
    many = f"{len(done)} manuscripts, the worst first"
    out.print(
        many if len(done) > 1 else f"{len(done)} of {len(done) + len(unread)} manuscripts", style="bold"
    )
    out.print(table)
