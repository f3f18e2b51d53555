"""`citecheck fix`: a corrected copy of a manuscript, its changes told one by one."""

from __future__ import annotations

from typing import Annotated

import typer


def fix(
    manuscript: Annotated[
        str, typer.Argument(metavar="MANUSCRIPT", help="Text, Markdown or DOCX; - is standard input.")
    ],
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="OUT", help="The copy; it must not exist yet.")
    ] = None,
    report: Annotated[
        str | None,
        typer.Option("--report", metavar="FILE", help="report.json of an audit of this very file."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show also what would be left, and why.")
    ] = False,
) -> None:
    """Write a copy with addresses repaired and archived copies added.

    Only what is certain is changed. Without --report: damage that can be repaired on its form alone.

    Example: citecheck fix my-book.docx -o fixed.docx --report report.json
    """
    from citecheck.cli.fixing import fix_file

    fix_file(manuscript, output, report, dry_run)
