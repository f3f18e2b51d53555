"""The command line's table of commands. Each command's module imports what it needs when it is run."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from citecheck import __version__

COMMANDS = {
    "audit": "audit",
    "extract": "extract",
    "repair": "repair",
    "links": "links",
    "quote": "quote",
    "fix": "fix",
    "baseline": "baseline",
    "review": "baseline",
    "checks": "checks",
    "explain": "checks",
    "schema": "checks",
}
"""Each command's function, in the order of the help, with its module beside this one."""


def app_of(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The program with the commands `names`. No others are loaded: the options of all take longer to set up
    than a short text to read."""
    app = typer.Typer(
        name="citecheck",
        help="Verify the citations of a manuscript: notes, URLs, archived copies, quotations.",
        epilog="Example: citecheck audit my-book.txt",
        # Rich help would double the time of --help.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    )
    for name in names:
        app.command()(getattr(import_module(f"citecheck.cli.{COMMANDS[name]}"), name))
    app.callback()(_common)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"citecheck {__version__}")
        raise typer.Exit


def _common(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass
