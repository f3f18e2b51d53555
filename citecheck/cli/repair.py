"""`citecheck repair`: damaged URL strings in, readings with their steps out."""

from __future__ import annotations

from typing import Annotated

import typer


def repair(
    urls: Annotated[
        list[str] | None,
        typer.Argument(metavar="URL...", help="Strings; without any, or -, one a line from input."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Input is objects {"raw": "..."}, one a line; implies --json.')
    ] = False,
) -> None:
    """Repair doubled, wrapped and mangled URLs; show each step.

    Example: citecheck repair "http://http://www.example.org/a.example.org/a"
    """
    import json

    from citecheck.cli.outputs import print_text
    from citecheck.cli.records import objects
    from citecheck.cli.streams import strings
    from citecheck.repair import repair as mend
    from citecheck.report.documents import repair_document

    given = strings(urls or [], "URL")
    records = objects(given, "raw") if jsonl else [{"raw": raw} for raw in given]
    for record in records:
        document = {**repair_document(mend(str(record["raw"])))}
        if jsonl or as_json:
            print_text(json.dumps({**record, **document}, ensure_ascii=False))
        else:
            from citecheck.cli.tables import show_repair

            show_repair(mend(str(record["raw"])))
