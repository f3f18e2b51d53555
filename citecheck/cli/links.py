"""`citecheck links`: availability and archived copies of URLs."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli.options import with_settings
from citecheck.config import Settings


@with_settings("sources", "allow_empty")
def links(
    urls: Annotated[
        list[str] | None,
        typer.Argument(metavar="URL...", help="Addresses; without any, or -, one a line from input."),
    ] = None,
    *,
    settings: Settings,
) -> None:
    """Say whether links live, and where archived copies are.

    Example: citecheck links https://example.org/report.html
    """
    from citecheck.cli.run import check_links

    raise typer.Exit(check_links(urls or [], settings))
