"""The command line's table of commands. Each command's module imports what it needs when it is run."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck import __version__
from citecheck.cli import audit, baseline, checks, extract, fix, links, quote, repair

app = typer.Typer(
    name="citecheck",
    help="Verify the citations of a manuscript: notes, URLs, archived copies, quotations.",
    epilog="Example: citecheck audit my-book.txt",
    # Rich help would double the time of --help.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
for command in (
    audit.audit,
    extract.extract,
    repair.repair,
    links.links,
    quote.quote,
    fix.fix,
    baseline.baseline,
    baseline.review,
    checks.checks,
    checks.explain,
    checks.schema,
):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"citecheck {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass
