"""`citecheck quote`: quotations against page texts, files or URLs."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli.options import NO_REPORT, with_settings
from citecheck.config import Settings


@with_settings(*NO_REPORT)
def quote(
    quotation: Annotated[
        str | None, typer.Argument(metavar="QUOTATION", help="Words to look for on --page.")
    ] = None,
    page: Annotated[
        str | None, typer.Option("--page", metavar="FILE|URL", help="Where to look for them.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One question and one answer a line.")] = False,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="error, warning or unknown: what makes exit 1."),
    ] = None,
    *,
    settings: Settings,
) -> None:
    """Look for quoted words on a page and say what differs.

    Example: citecheck quote "as it was in the beginning" --page source.html
    """
    from citecheck.cli.compare import answer_lines, answer_one

    if jsonl:
        raise typer.Exit(answer_lines(fail_on, settings))
    raise typer.Exit(answer_one(quotation, page, fail_on, settings))
