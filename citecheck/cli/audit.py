"""`citecheck audit`: the whole job."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli.options import with_settings
from citecheck.config import Settings


@with_settings()
def audit(
    manuscripts: Annotated[
        list[str], typer.Argument(metavar="MANUSCRIPT...", help="Files; - is standard input.")
    ],
    *,
    settings: Settings,
) -> None:
    """Check notes, links, archives and quotations; write the report.

    Example: citecheck audit my-book.txt --contact me@example.org
    """
    from citecheck.cli.run import audit_files

    raise typer.Exit(audit_files(manuscripts, settings))
