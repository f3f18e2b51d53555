"""Answers of `citecheck quote`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import closing
from typing import Any, cast

from citecheck.cli import loop
from citecheck.cli.clock import clock_of
from citecheck.cli.outputs import print_text
from citecheck.cli.records import at_line, object_of
from citecheck.cli.session import Session
from citecheck.cli.streams import lines_of_input, media_type_of, read_input
from citecheck.config import FAIL_ON, Settings, did_you_mean
from citecheck.errors import NothingToCheck, UnreadableInput, UsageMistake
from citecheck.hosts import host_of
from citecheck.model import Alignment, Case, Reason, Severity, Text, Verdict
from citecheck.report.documents import quote_document
from citecheck.report.safe import visible

SEVERITIES = {
    Verdict.ALTERED: Severity.ERROR,
    Verdict.NUMBER_DIFFERS: Severity.ERROR,
    Verdict.NOT_FOUND: Severity.WARNING,
    Verdict.MODIFIED: Severity.WARNING,
    Verdict.PARTIAL: Severity.WARNING,
    Verdict.CHECK: Severity.WARNING,
    Verdict.CANNOT_VERIFY: Severity.UNKNOWN,
    Verdict.NOT_CHECKABLE: Severity.UNKNOWN,
}
"""As the checks of the same verdicts have it (contract 4); the others are fine."""
KINDS = ("text", "html", "file", "url")


def answer_lines(fail_on: str | None, settings: Settings) -> int:
    """One answer for each line of standard input, in order; exit code."""
    _check_level(fail_on)
    return loop.run(_answer_lines(lines_of_input(), fail_on, settings))


def answer_one(quotation: str | None, page: str | None, fail_on: str | None, settings: Settings) -> int:
    """One quotation against one file or URL; exit code."""
    _check_level(fail_on)
    if not quotation or not page:
        raise UsageMistake("give a quotation and --page, or --jsonl and questions on standard input")
    kind = "url" if page.startswith(("http://", "https://")) else "file"
    record = {"id": None, "quote": quotation, "page": {kind: page}}
    alignment = loop.run(_answer_one(record, settings))
    if settings.json:
        print_text(json.dumps(quote_document("", alignment), ensure_ascii=False))
    else:
        from citecheck.cli.tables import show_alignment

        show_alignment(quotation, alignment)
    return _code([alignment.verdict], fail_on)


async def _answer_one(record: dict[str, Any], settings: Settings) -> Alignment:
    async with Session(settings, clock_of(settings), "quote") as session:
        return await _answer(record, _Pages(session), session)


async def _answer_lines(lines: Iterable[str], fail_on: str | None, settings: Settings) -> int:
    """A line that is no question is named and passed over; the others are answered, the exit code is 2."""
    verdicts: list[Verdict] = []
    bad = 0
    async with Session(settings, clock_of(settings), "quote") as session:
        pages = _Pages(session)
        for count, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = object_of(line, count, "quote")
                alignment = await _answer(record, pages, session)
            except UnreadableInput as error:
                bad += 1
                said = str(error)
                where = "" if said.startswith(at_line(count)) else f"{at_line(count)}: "
                print(f"citecheck: {visible(where + said)}", file=sys.stderr, flush=True)
                continue
            document = quote_document(cast(str, record.get("id")), alignment)
            print_text(json.dumps(document, ensure_ascii=False))
            verdicts.append(alignment.verdict)
    if not verdicts and not bad:
        raise NothingToCheck("no question on standard input")
    return 2 if bad else _code(verdicts, fail_on)


async def _answer(record: dict[str, Any], pages: _Pages, session: Session) -> Alignment:
    kind, value = _page_of(record)
    language = record.get("language")
    others = tuple(str(other) for other in record.get("other_quotes") or ())
    if kind == "url":
        return await _answer_url(record["quote"], value, language, others, session)
    page = await pages.read(kind, value)
    if isinstance(page, str):
        return Alignment(Verdict.NOT_CHECKABLE, Reason("no-text", why=page))
    found = await session.compare(record["quote"], page, language, others)
    if isinstance(found, Alignment):
        return found
    return Alignment(Verdict.NOT_CHECKABLE, Reason("no-comparison", why=found))


async def _answer_url(
    quote: str, url: str, language: str | None, others: tuple[str, ...], session: Session
) -> Alignment:
    # A page at hand needs nothing of it.
    from citecheck.audit.doubts import no_page
    from citecheck.audit.gather import gather
    from citecheck.audit.quotes import best_of, look_up
    from citecheck.cli.progress import Silent

    case = Case((url,), printed_hosts=frozenset({host_of(url)}), quotations=(quote,))
    gathered = await gather([case], await session.opened_web(), session, Silent(), {quote: language})
    with closing(gathered.seen):
        found = await look_up(quote, language, others, gathered.checks, gathered, session)
    if not found:
        return Alignment(Verdict.NOT_CHECKABLE, no_page(gathered.checks[0]))
    return best_of(found).alignment


class _Pages:
    """Reads pages; one that is repeated on following lines is read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[tuple[str, str], Text | str] | None = None

    async def read(self, kind: str, value: str) -> Text | str:
        if kind == "text":
            return Text(value)
        if self._last is None or self._last[0] != (kind, value):
            self._last = ((kind, value), await self._read(kind, value))
        return self._last[1]

    async def _read(self, kind: str, value: str) -> Text | str:
        if kind == "html":
            return await self._session.read(value.encode("utf-8", "replace"), "text/html; charset=utf-8", "")
        data = read_input(value)
        return await self._session.read(data, media_type_of(value, data), "")


def _page_of(record: dict[str, Any]) -> tuple[str, str]:
    page = record.get("page")
    if isinstance(page, dict):
        for kind in KINDS:
            if isinstance(page.get(kind), str):
                return kind, page[kind]
    raise UnreadableInput(f'"page" has none of {", ".join(KINDS)}')


def _check_level(fail_on: str | None) -> None:
    if fail_on is not None and fail_on not in FAIL_ON:
        raise UsageMistake(f"--fail-on: unknown value {fail_on!r}{did_you_mean(fail_on, FAIL_ON)}")


def _code(verdicts: Iterable[Verdict], fail_on: str | None) -> int:
    order = {"error": 1, "warning": 2, "unknown": 3}.get(fail_on or "never", 0)
    failing = set((Severity.ERROR, Severity.WARNING, Severity.UNKNOWN)[:order])
    return int(any(SEVERITIES.get(verdict) in failing for verdict in verdicts))
