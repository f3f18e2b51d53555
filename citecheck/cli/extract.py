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
    from citecheck.cli.checkable import checkable
    from citecheck.cli.outputs import print_text
    from citecheck.cli.reading import extraction_of
    from citecheck.cli.streams import read_input

    found = checkable(extraction_of(read_input(manuscript), manuscript))
    if as_json:
        from citecheck.report.documents import extract_document
        from citecheck.report.json_text import pieces

        print_text("".join(pieces(extract_document(found), indent=1)))
        return
    from citecheck.cli.extraction_table import show_extraction

    show_extraction(found)
