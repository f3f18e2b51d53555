"""`citecheck baseline` and `citecheck review`: accepted findings, kept in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from citecheck.cli.options import offer

DEFAULT = ".citecheck-baseline.json"
ACTIONS = ("create", "update", "prune")


def baseline(
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION", help="create, update or prune.", autocompletion=offer(lambda: ACTIONS)
        ),
    ],
    report: Annotated[
        list[str] | None, typer.Option("--report", metavar="FILE", help="A report.json; repeatable.")
    ] = None,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help=f"The baseline ({DEFAULT}).")
    ] = DEFAULT,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why these findings are accepted.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who accepts them.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last day on which they are accepted.")
    ] = None,
) -> None:
    """Accept findings: create, update or prune a baseline.

    Example: citecheck baseline create --report report.json --reason known
    """
    from citecheck.cli.accepting import change_baseline
    from citecheck.config import did_you_mean
    from citecheck.errors import UsageMistake

    if action not in ACTIONS:
        raise UsageMistake(f"no such action: {action}{did_you_mean(action, ACTIONS)}")
    change_baseline(action, report or [], Path(output), reason, by, until)


def review(
    decisions: Annotated[str, typer.Argument(metavar="DECISIONS.json", help="Exported from a report.")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help=f"The baseline ({DEFAULT}).")
    ] = DEFAULT,
) -> None:
    """Take decisions exported from the HTML report into the baseline.

    Example: citecheck review decisions.json
    """
    from citecheck.cli.accepting import take_decisions

    take_decisions(decisions, Path(output))
