"""The options that `audit` and `links` share, and how they become `Settings`.

Each is declared once here; `with_settings` gives a command all of them and hands it one value.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from citecheck.config import ARCHIVES, FAIL_ON, LANGUAGES, settings

FORMATS = (
    "terminal",
    "html",
    "json",
    "jsonl",
    "markdown",
    "csv",
    "xlsx",
    "docx",
    "sarif",
    "github",
    "gitlab",
    "junit",
)
"""Names of `report.FORMATS`, known here without loading it."""


def _option(
    kind: Any, *names: str, help: str, metavar: str | None = None, known: Sequence[str] | None = None
) -> Any:
    """`known`: values that a shell offers when it completes a line."""
    complete = None if known is None else offer(lambda: known)
    option = typer.Option(*names, help=help, metavar=metavar, show_default=False, autocompletion=complete)
    return Annotated[kind, option]


def offer(known: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Completion by the beginning of a word."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in known() if name.startswith(incomplete)]

    return complete


_TEXT = str | None
_LIST = list[str] | None
_FLAG = bool | None

OPTIONS: dict[str, Any] = {
    "output": _option(_TEXT, "-o", "--output", metavar="DIR", help="Where files go (reports/<name>/)."),
    "format": _option(
        _LIST,
        "-f",
        "--format",
        metavar="NAME",
        help=f"Repeatable: {' '.join(FORMATS)} (terminal, html, json).",
        known=FORMATS,
    ),
    "json": _option(_FLAG, "--json", help="JSON on standard output, nothing else there."),
    "quiet": _option(_FLAG, "-q", "--quiet", help="No summary and no progress; files and exit code tell."),
    "verbose": _option(_FLAG, "-v", "--verbose", help="Every finding in the summary; progress in lines."),
    "offline": _option(_FLAG, "--offline", help="Open no socket: what the store holds, and the text itself."),
    "record": _option(_TEXT, "--record", metavar="FILE", help="Write every exchange to a WARC file."),
    "replay": _option(_TEXT, "--replay", metavar="FILE", help="Answer only from that file; open no socket."),
    "cache": _option(_TEXT, "--cache", metavar="FILE", help="Evidence store (.citecheck/cache.db)."),
    "no_cache": _option(_FLAG, "--no-cache", help="Keep no evidence."),
    "refresh": _option(_FLAG, "--refresh", help="Ask again what the store still holds."),
    "fail_on": _option(
        _TEXT,
        "--fail-on",
        metavar="LEVEL",
        help="error, warning, unknown or never: what makes exit 1 (error).",
        known=FAIL_ON,
    ),
    "baseline": _option(_TEXT, "--baseline", metavar="FILE", help="Accepted findings; they fail nothing."),
    "new_only": _option(_FLAG, "--new-only", help="Report only what no baseline accepts."),
    "allow_empty": _option(
        _FLAG, "--allow-empty", help="Pass over files without notes and links instead of exit 3."
    ),
    "host_interval": _option(
        _TEXT, "--host-interval", metavar="SECONDS", help="Least time between two starts on one host (1)."
    ),
    "host_concurrency": _option(
        _TEXT, "--host-concurrency", metavar="N", help="Requests at a time to one host (1)."
    ),
    "concurrency": _option(
        _TEXT, "--concurrency", metavar="N", help="Requests at a time over all hosts (32)."
    ),
    "archive_interval": _option(
        _TEXT, "--archive-interval", metavar="SECONDS", help="The same for the archive (1; its index 3)."
    ),
    "second_look": _option(
        _TEXT, "--second-look", metavar="SECONDS", help="Ask bad news again, not sooner than this (20)."
    ),
    "retries": _option(_TEXT, "--retries", metavar="N", help="Further tries within one look (2)."),
    "timeout": _option(
        _TEXT, "--timeout", metavar="SECONDS", help="Limit for one try, redirects and body included (45)."
    ),
    "max_time": _option(_TEXT, "--max-time", metavar="TIME", help="Budget: 90, 90s, 10m."),
    "max_requests": _option(_TEXT, "--max-requests", metavar="N", help="Budget of requests."),
    "max_bytes": _option(_TEXT, "--max-bytes", metavar="SIZE", help="Budget of bytes: 500000, 50M, 2G."),
    "require_complete": _option(
        _FLAG, "--require-complete", help="Exit 4 when a budget was spent before the end."
    ),
    "archive": _option(_TEXT, "--archive", metavar="NAME", help="wayback or none (wayback).", known=ARCHIVES),
    "sources": _option(
        _TEXT,
        "--sources",
        metavar="DIR|CSV",
        help="Sources at hand: files called by note or work (57.pdf, Smith 2019.pdf), or a table of note "
        "or URL, file.",
    ),
    "drift": _option(_FLAG, "--drift", help="Ask the archive for living pages too."),
    "written": _option(
        _TEXT, "--written", metavar="DATE", help="When the manuscript was written (else its newest year)."
    ),
    "source_language": _option(
        _TEXT,
        "--source-language",
        metavar="LANGUAGE",
        help="Of the manuscript, two letters (detected).",
    ),
    "lang": _option(
        _TEXT,
        "--lang",
        metavar="LANGUAGE",
        help="Of the report: en, fr, ru or de (the manuscript's).",
        known=LANGUAGES,
    ),
    "contact": _option(_TEXT, "--contact", metavar="MAIL", help="Your address, sent with each request."),
    "proxy": _option(_TEXT, "--proxy", metavar="URL", help="Ask through this proxy."),
    "connect_to": _option(
        _LIST, "--connect-to", metavar="HOST:PORT:ADDR:PORT", help="Repeatable, as in curl; empty means any."
    ),
    "allow_private": _option(_FLAG, "--allow-private", help="Ask private addresses and other ports too."),
    "ca_file": _option(_TEXT, "--ca-file", metavar="PEM", help="Extra certificate authorities."),
    "now": _option(_TEXT, "--now", metavar="DATE", help="The clock of the run, for reports that repeat."),
}


NO_REPORT = (
    "output",
    "quiet",
    "verbose",
    "format",
    "fail_on",
    "baseline",
    "new_only",
    "allow_empty",
    "sources",
    "written",
    "drift",
    "source_language",
    "lang",
    "require_complete",
)
"""Options that mean nothing to a command without a report."""


def with_settings(*without: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command all shared options but `without`; it receives them as its argument `settings`."""
    names = [name for name in OPTIONS if name not in without]

    def give(command: Callable[..., None]) -> Callable[..., None]:
        own = inspect.signature(command, eval_str=True)

        @functools.wraps(command)
        def wrapped(**given: Any) -> None:
            shared = {name: given.pop(name) or None for name in names}
            command(**given, settings=settings(shared, Path.cwd(), FORMATS))

        parameters = [parameter for name, parameter in own.parameters.items() if name != "settings"]
        parameters += [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=OPTIONS[name])
            for name in names
        ]
        signature = inspect.Signature(parameters, return_annotation=None)
        setattr(wrapped, "__signature__", signature)  # noqa: B010 - no attribute of a function's type
        wrapped.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return wrapped

    return give
