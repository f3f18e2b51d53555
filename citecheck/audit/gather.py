"""The loop: planner, web and worker, until every link has its answer.

A question is asked once, whoever asks it; each answer wakes the links that wait for it. Archive work thus
starts with the first dead link, not after the last living one.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Protocol

from citecheck.audit.evidence import Evidence
from citecheck.audit.ports import Readers, Wanted, Web
from citecheck.errors import CitecheckError
from citecheck.investigate import next_step
from citecheck.model import (
    Alignment,
    Ask,
    Capture,
    Case,
    Compare,
    Fetch,
    LinkCheck,
    Outcome,
    Purpose,
    Seen,
    Verdict,
)

HEAD = 64 * 1024
"""Bytes of a page kept beside its text: what the planner's rules look for stands at its beginning."""

LIVELY = range(200, 300)
"""Statuses of pages on which quotations are looked for."""


class Progress(Protocol):
    """Told of each step; writes where people look, or nowhere."""

    def links(self, done: int, total: int) -> None: ...
    def quotations(self, done: int, total: int) -> None: ...


Settled = Callable[[Sequence[LinkCheck | None]], None]
"""Told after each step of the answers that there are, one a case, `None` where it is still to come."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All evidence and the answers drawn from it."""

    checks: tuple[LinkCheck, ...]
    seen: Evidence
    alignments: dict[Compare, Alignment | str]
    """Comparisons made on the way, to be used again."""


async def gather(
    cases: Sequence[Case],
    web: Web,
    readers: Readers,
    progress: Progress,
    languages: Mapping[str, str | None] = MappingProxyType({}),
    settled: Settled = lambda checks: None,
) -> Gathered:
    """Ask until the planner has an answer for each case. Raises the `CitecheckError` of a failing store.

    `languages`: of the quotations, by their words.
    """
    loop = _Loop(cases, web, readers, progress, languages, settled)
    try:
        await loop.run()
    except ExceptionGroup as troubles:
        mistakes, defects = troubles.split(CitecheckError)
        if mistakes is None or defects is not None:
            raise
        # A full disk or a store that another program broke: one line for the user, not a group of them.
        raise mistakes.exceptions[0] from None
    checks = tuple(check for check in loop.checks if check is not None)
    assert len(checks) == len(cases)
    return Gathered(checks, loop.seen, loop.alignments)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question, and comparisons that were made on the way."""

    ask: Ask
    answer: Seen | bool
    alignments: tuple[tuple[Compare, Alignment | str], ...] = ()


class _Loop:
    def __init__(
        self,
        cases: Sequence[Case],
        web: Web,
        readers: Readers,
        progress: Progress,
        languages: Mapping[str, str | None],
        settled: Settled,
    ) -> None:
        self.cases = cases
        self.languages = languages
        self.web = web
        self.readers = readers
        self.progress = progress
        self.settled = settled
        self.seen = Evidence()
        self.alignments: dict[Compare, Alignment | str] = {}
        self.checks: list[LinkCheck | None] = [None] * len(cases)
        self._waiting: dict[Ask, list[int]] = defaultdict(list)
        self._answers: asyncio.Queue[Answered | BaseException] = asyncio.Queue()
        self._tasks = asyncio.TaskGroup()
        self._over = False

    async def run(self) -> None:
        ready = deque(range(len(self.cases)))
        done = 0
        self.progress.links(0, len(self.cases))
        try:
            async with self._tasks:
                while done < len(self.cases):
                    while ready:
                        done += self._advance(ready.popleft())
                    self.progress.links(done, len(self.cases))
                    self.settled(self.checks)
                    if done < len(self.cases):
                        ready.extend(self._take(await self._answers.get()))
        finally:
            self._over = True

    def _take(self, answered: Answered | BaseException) -> list[int]:
        """Keep an answer, and what came with it; the cases that waited for it."""
        if isinstance(answered, BaseException):
            raise answered
        self.seen.add(answered.ask, answered.answer)
        for compare, found in answered.alignments:
            self.alignments[compare] = found
            self.seen.add(compare, _may_hold(found))
        return sorted(set(self._waiting.pop(answered.ask)))

    def _advance(self, index: int) -> int:
        """Take a case as far as the evidence goes; 1 where that is the answer, else 0."""
        if self.checks[index] is not None:
            return 0
        step = next_step(self.cases[index], self.seen)
        if isinstance(step, LinkCheck):
            self.checks[index] = step
            return 1
        assert step, "the planner neither asks nor answers"
        for ask in step:
            assert ask not in self.seen, "the planner asks what it knows"
            new = ask not in self._waiting
            self._waiting[ask].append(index)
            if new and isinstance(ask, Fetch):
                # No task before there is an answer: most of a book's links wait for a turn.
                asyncio.ensure_future(self.web.fetch(ask)).add_done_callback(partial(self._came, ask))
            elif new and isinstance(ask, Compare):
                self._tasks.create_task(self._compare(ask))
        return 0

    def _came(self, fetch: Fetch, future: asyncio.Future[Outcome]) -> None:
        """What the web answered: a page to be read first, or something that speaks for itself."""
        # Asked for also where it ends nothing more.
        error = None if future.cancelled() else future.exception()
        if self._over or future.cancelled():
            return
        if error is not None:
            self._answers.put_nowait(error)
            return
        outcome = future.result()
        if not isinstance(outcome, Capture) or fetch.purpose is Purpose.INDEX or not outcome.body:
            self._answers.put_nowait(Answered(fetch, Seen(outcome)))
        else:
            self._tasks.create_task(self._read(fetch, outcome))

    async def _read(self, fetch: Fetch, outcome: Capture) -> None:
        wanted = self._wanted(fetch, outcome)
        page, found = await self.readers.search(
            outcome.body, outcome.header("content-type"), outcome.final_url, wanted
        )
        slim = outcome if len(outcome.body) <= HEAD else replace(outcome, body=outcome.body[:HEAD])
        seen = Seen(slim, unreadable=page) if isinstance(page, str) else Seen(slim, page)
        compares = (Compare(quotation, fetch) for quotation, _ in wanted)
        self._answers.put_nowait(Answered(fetch, seen, tuple(zip(compares, found, strict=False))))

    def _wanted(self, fetch: Fetch, capture: Capture) -> Wanted:
        """The quotations that the planner will ask for if the page is one: looked for as it is read."""
        if not fetch.quotations or capture.status not in LIVELY:
            return ()
        cases = (self.cases[index] for index in sorted(set(self._waiting[fetch])))
        quotations = dict.fromkeys(quotation for case in cases for quotation in case.quotations)
        return tuple((quotation, self.languages.get(quotation)) for quotation in quotations)

    async def _compare(self, compare: Compare) -> None:
        page = self.seen[compare.page]
        assert isinstance(page, Seen)
        answer = True
        if page.page is not None:
            language = self.languages.get(compare.quotation)
            found = await self.readers.compare(compare.quotation, page.page, language, ())
            self.alignments[compare] = found
            answer = _may_hold(found)
        self._answers.put_nowait(Answered(compare, answer))


def _may_hold(found: Alignment | str) -> bool:
    """False only where the passage is known to be missing: a page that cannot tell proves nothing."""
    if isinstance(found, str):
        return True
    return found.verdict is not Verdict.NOT_FOUND and found.reason.code != "rest-unread"
