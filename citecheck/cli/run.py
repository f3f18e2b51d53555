"""How an audit is put together from web, store and worker, run, written, and turned into an exit code."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from citecheck import __version__
from citecheck.accept import Entry
from citecheck.audit import Policy, Watcher, audit
from citecheck.cli import loop
from citecheck.cli.accepted import kept_so_far, with_accepted
from citecheck.cli.accepting import read_baseline
from citecheck.cli.checkable import checkable
from citecheck.cli.clock import clock_of
from citecheck.cli.following import following
from citecheck.cli.outputs import folder_for, write_reports
from citecheck.cli.progress import progress_of
from citecheck.cli.reading import extraction_of
from citecheck.cli.session import Session
from citecheck.cli.sources import Shelf, shelf_of
from citecheck.cli.streams import read_input, strings
from citecheck.config import DEFAULT_FORMATS, Settings
from citecheck.errors import CitecheckError, NothingToCheck
from citecheck.model import (
    Audit,
    Extraction,
    Link,
    Manuscript,
    Mode,
    Parsed,
    Run,
    Severity,
    Span,
    Text,
)
from citecheck.repair import canonical, repair
from citecheck.report import documents
from citecheck.report import docx as report_docx
from citecheck.report.safe import visible

UNCHECKED = 4
WORST_FIRST = (2, 1, UNCHECKED, 3, 0)
"""Of several manuscripts the worst code counts; 1 goes before 4 (contract 2)."""
MOST_NAMED = 5
"""Files of no note that are named; a folder may hold a library."""
FAILING = {
    "error": {Severity.ERROR},
    "warning": {Severity.ERROR, Severity.WARNING},
    "unknown": {Severity.ERROR, Severity.WARNING, Severity.UNKNOWN},
    "never": set[Severity](),
}


def audit_files(names: Sequence[str], settings: Settings) -> int:
    """Audit each manuscript, write its reports, and give the worst exit code."""
    jobs, unread = _read_all(names, settings)
    _check_formats([extraction.manuscript for _, _, extraction in jobs], settings)
    accepted = read_baseline(settings.baseline) if settings.baseline else ()
    taken: set[Path] = set()
    folders = [folder_for(name, settings.output, len(names) > 1, taken) for name, _, _ in jobs]
    paths = [(extraction, _shown_path(name)) for name, _, extraction in jobs]
    audits = _audited(paths, folders, accepted, settings) if jobs else []
    codes = [0, *(mistake.exit_code for _, mistake in unread)]
    shown: list[tuple[str, Audit, Path]] = []
    for (name, data, _), done, folder in zip(jobs, audits, folders, strict=True):
        write_reports(done, data, folder, settings)
        codes.append(exit_code(done, settings))
        if codes[-1] == UNCHECKED:
            _say_why(done, settings)
        shown.append((name, done, folder))
    if len(names) > 1 and "terminal" in settings.format and not (settings.quiet or settings.json):
        from citecheck.cli.overview import show_overview

        show_overview(shown, [(name, str(mistake)) for name, mistake in unread])
    return min(codes, key=WORST_FIRST.index)


def _audited(
    jobs: Sequence[tuple[Extraction, str]],
    folders: Sequence[Path],
    accepted: Sequence[Entry],
    settings: Settings,
) -> list[Audit]:
    """The audits of manuscripts whose reports go to `folders`, with accepted findings marked."""
    with following(folders, kept_so_far(accepted, settings), settings) as watchers:
        audits = loop.run(_audit_all(jobs, settings, watchers))
    return with_accepted(audits, accepted, settings)


def _read_all(
    names: Sequence[str], settings: Settings
) -> tuple[list[tuple[str, bytes, Extraction]], list[tuple[str, CitecheckError]]]:
    """Manuscripts with what was found in them, and those of several that cannot be audited, which is told."""
    jobs: list[tuple[str, bytes, Extraction]] = []
    unread: list[tuple[str, CitecheckError]] = []
    for name in names:
        try:
            data = read_input(name)
            jobs.append((name, data, checkable(extraction_of(data, name, settings.source_language))))
        except CitecheckError as mistake:
            if settings.allow_empty and isinstance(mistake, NothingToCheck):
                continue
            if len(names) == 1:
                raise
            print(f"citecheck: {mistake}", file=sys.stderr)
            unread.append((name, mistake))
    return jobs, unread


def _shelf(path: Path, jobs: Sequence[tuple[Extraction, str]], settings: Settings) -> Shelf:
    """The sources at hand; those that belong to no note are told."""
    shelf = shelf_of(path, [note for extraction, _ in jobs for note in extraction.parsed.notes])
    if shelf.idle and not settings.quiet:
        some = ", ".join(shelf.idle[:MOST_NAMED]) + (", …" if len(shelf.idle) > MOST_NAMED else "")
        print(f"citecheck: --sources: called like no note or its work: {visible(some)}", file=sys.stderr)
    return shelf


def _say_why(done: Audit, settings: Settings) -> None:
    """Why the exit code is 4, where no summary tells it."""
    if settings.quiet or ("terminal" in settings.format and not settings.json):
        return
    why = done.run.trouble or "a budget was spent before the end"
    print(f"citecheck: {visible(done.extraction.manuscript.name)}: could not check: {why}", file=sys.stderr)


def check_links(arguments: Sequence[str], settings: Settings) -> int:
    """Check URLs as an audit does those outside notes."""
    urls = strings(arguments, "URL")
    extraction = _extraction_of(urls)
    _check_formats([extraction.manuscript], settings)
    accepted = read_baseline(settings.baseline) if settings.baseline else ()
    folder = folder_for("links", settings.output, False, set())
    (done,) = _audited([(extraction, "")], [folder], accepted, settings)
    if settings.json:
        for check in done.links:
            print(json.dumps(documents.link_document(check), ensure_ascii=False))
    else:
        from citecheck.cli.tables import show_links

        show_links(done)
    if settings.output is not None or settings.format != DEFAULT_FORMATS:
        data = extraction.manuscript.text.content.encode()
        write_reports(done, data, folder, settings, quiet=True)
    return exit_code(done, settings)


def _check_formats(manuscripts: Sequence[Manuscript], settings: Settings) -> None:
    """Refuse before the audit what cannot be written after it. Raises `UsageMistake`."""
    if "docx" in settings.format:
        for one in manuscripts:
            report_docx.commentable(one)


def exit_code(done: Audit, settings: Settings) -> int:
    """Contract 2; findings go before trouble of the network."""
    failing = FAILING[settings.fail_on]
    if any(finding.severity in failing and finding.accepted is None for finding in done.findings):
        return 1
    if done.run.trouble or (settings.require_complete and not done.run.complete):
        return UNCHECKED
    return 0


def _shown_path(name: str) -> str:
    """The path for annotations: as typed below the working directory, else the name alone.

    The folders of this machine stay out of reports (two runs elsewhere give the same bytes).
    """
    path = PurePath(name)
    inside = name != "-" and not path.is_absolute() and ".." not in path.parts
    return path.as_posix() if inside else path.name


async def _audit_all(
    jobs: Sequence[tuple[Extraction, str]], settings: Settings, watchers: Sequence[Watcher | None]
) -> list[Audit]:
    """Several audits, each with its shown path and its follower, over one store and one scheduler."""
    now = clock_of(settings)
    policy = Policy(settings.archive, settings.drift, settings.written)
    run = Run(
        mode_of(settings),
        True,
        now(),
        now(),
        settings=shown_settings(settings),
        baseline=settings.baseline is not None,
        language=settings.lang,
    )
    shelf = _shelf(settings.sources, jobs, settings) if settings.sources else None
    question = " ".join(extraction.manuscript.sha256 for extraction, _ in jobs)
    names = [extraction.manuscript.name for extraction, _ in jobs]
    with progress_of(names, quiet=settings.quiet, verbose=settings.verbose) as progress:
        async with Session(settings, now, question) as session:
            carry_out = partial(
                audit,
                web=await session.opened_web(),
                readers=session,
                policy=policy,
                version=__version__,
                now=now,
                shelf=shelf,
            )
            said = progress.say_who_waits(session.who_waits, session.least_left, session.most_left)
            watch = asyncio.ensure_future(said)
            try:
                return await asyncio.gather(
                    *(
                        carry_out(extraction, run=replace(run, path=path), progress=part, watcher=watcher)
                        for (extraction, path), part, watcher in zip(
                            jobs, progress.parts, watchers, strict=True
                        )
                    )
                )
            finally:
                watch.cancel()


def shown_settings(settings: Settings) -> dict[str, object]:
    """The settings that bear on the answers, as JSON values: what a reader must know to repeat the run."""
    return {
        "archive": settings.archive,
        "baseline": settings.baseline is not None,
        "concurrency": settings.concurrency,
        "drift": settings.drift,
        "fail_on": settings.fail_on,
        "host_interval": settings.host_interval,
        "max_bytes": settings.max_bytes,
        "max_requests": settings.max_requests,
        "max_time": settings.max_time,
        "new_only": settings.new_only,
        "retries": settings.retries,
        "second_look": settings.second_look,
        "timeout": settings.timeout,
        "written": settings.written.isoformat() if settings.written else None,
    }


def mode_of(settings: Settings) -> Mode:
    if settings.replay:
        return Mode.REPLAY
    return Mode.OFFLINE if settings.offline else Mode.LIVE


def _extraction_of(urls: Sequence[str]) -> Extraction:
    """A manuscript of addresses only, one a line."""
    content = "\n".join(urls)
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    text = Text(content)
    links = []
    start = 0
    for line, url in enumerate(urls, 1):
        repaired = repair(url)
        key = canonical(repaired.url or url)
        links.append(Link(repaired, (Span(start, start + len(url)),), line, key=key))
        start += len(url) + 1
    return Extraction(Manuscript("links", digest, "text/plain", "utf-8", text), Parsed(), tuple(links))
