"""`citecheck extract`: what stands in a manuscript, no question asked of any network."""

from __future__ import annotations

from typing import Annotated

import typer


def extract(
    manuscript: Annotated[str, typer.Argument(metavar="MANUSCRIPT", help="A file; - is standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of tables.")] = False,
) -> None:
    """List notes, markers, quotations and URLs with their repairs.

    Example: citecheck extract my-book.txt
    """
    from citecheck.cli.extracting import tell_extraction

    tell_extraction(manuscript, as_json=as_json)
