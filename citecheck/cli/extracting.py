"""What `citecheck extract` does, once its command line is read."""

from __future__ import annotations

from citecheck.cli.checkable import checkable
from citecheck.cli.outputs import print_text
from citecheck.cli.reading import extraction_of
from citecheck.cli.streams import read_input


def tell_extraction(manuscript: str, *, as_json: bool) -> None:
    """What a file, or standard input for `-`, holds: as tables, or as JSON.

    Raises `UnreadableInput`, `NothingToCheck`.
    """
    found = checkable(extraction_of(read_input(manuscript), manuscript))
    if as_json:
        from citecheck.report.documents import extract_document
        from citecheck.report.json_text import pieces

        print_text("".join(pieces(extract_document(found), indent=1)))
        return
    from citecheck.cli.extraction_table import show_extraction

    show_extraction(found)
