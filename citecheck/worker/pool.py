"""A few worker processes, each with one job at a time, killed when it takes too long."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Protocol, overload

from citecheck.model import Alignment, Manuscript, Reason, Text
from citecheck.worker.jobs import (
    Answer,
    Compared,
    CompareJob,
    Defect,
    Job,
    ManuscriptJob,
    PageJob,
    Refused,
    SearchJob,
    Single,
    Unreadable,
    Wanted,
)
from citecheck.worker.process import FORKS, Gone, Nursery, Worker, start

PAGE_SECONDS = 5.0
"""Nested or attribute-heavy pages of 100 to 900 KB hold an HTML parser for 1 to 60 s; honest ones of
1 MB take 2 ms."""
SECONDS: dict[type, float] = {PageJob: PAGE_SECONDS, CompareJob: 30.0, ManuscriptJob: 60.0}
"""Limits by the clock. A manuscript's worker is limited in processor time as well (`processor_seconds`)."""
MEMORY = 160 * 2**20
"""Bytes a worker may allocate: with two workers an audit of hostile pages stays under 400 MB."""
MEMORY_ACROSS = 352 * 2**20
"""The same for a worker that holds the model of sentences in many languages (about 200 MB, and three buffers
of 32 MB for the multiplication of matrices that are hardly touched)."""


ROOM = 32
"""Jobs that may wait before no more pages are fetched: at 5 MB a page at most, as a rule 60 KB."""
CROWDED = 6
"""Jobs under way from which one more process may be worth its start (0.15 s where it is no copy; a page takes
1 ms)."""
LONG = 0.5
"""Seconds after which a job under way counts as one that will take long, and a crowd as one that stays: what
came while the first process was starting is read within a tenth of a second."""


class Keeper(Protocol):
    """Keeps packed vectors by key."""

    def find(self, keys: Sequence[str]) -> Mapping[str, bytes]: ...
    def keep(self, vectors: Mapping[str, bytes]) -> None: ...


class WorkerDefect(Exception):
    """A fault of ours in a worker; the message is its traceback."""


class Pool:
    """Workers behind one `run`. Use as an asynchronous context manager; processes start when first needed.

    `size`: processes at most; `crowded`: jobs under way from which there may be more than one. `memory`:
    bytes each may allocate. `processor_seconds`: processor time after which one is ended, whatever it does;
    `None` for no limit. `vectors`: who keeps vectors of sentences for the next comparison, run, or machine.
    `patience`: by what the limits of time are multiplied.

    Where there may be several, the first ones come from a nursery; one that was ended is replaced by an
    interpreter of its own.
    """

    def __init__(
        self,
        size: int | None = None,
        memory: int = MEMORY,
        processor_seconds: int | None = None,
        crowded: int = CROWDED,
        vectors: Keeper | None = None,
        patience: float = 1.0,
    ) -> None:
        self._patience = patience
        self._vectors = vectors
        self._crowded = crowded
        self._processor_seconds = processor_seconds
        self._size = size or max(1, min(2, os.cpu_count() or 1))
        self._memory = memory
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._open = 1
        self._places = asyncio.Semaphore(self._open)
        self._since: dict[Worker, float] = {}
        self._last: dict[Worker, int | None] = {}
        self._starting: set[asyncio.Task[Worker]] = set()
        self._closed = False
        self._nursery = Nursery() if FORKS and self._size > 1 else None
        self._reared: asyncio.Task[list[Worker]] | None = None
        self._jobs = 0
        self._answered = False
        self._crowded_since: float | None = None
        self._crowd: list[asyncio.Future[None]] = []
        """Who waits for room."""

    async def __aenter__(self) -> Pool:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closed = True
        for starting in list(self._starting):
            self._all.add(await starting)
        for process in list(self._all):
            await self._end(process)
        if self._nursery is not None:
            await self._nursery.aclose()

    @overload
    async def run(self, job: PageJob) -> Text | Unreadable: ...
    @overload
    async def run(self, job: CompareJob) -> Alignment | Unreadable: ...
    @overload
    async def run(self, job: ManuscriptJob) -> Manuscript | Refused | Unreadable: ...
    async def run(self, job: Single) -> Answer:
        """Have `job` done. What its bytes do (time, memory, crash) gives `Unreadable`, never an exception.

        Raises `WorkerDefect` for a fault of ours.
        """
        with self._counted():
            async with self._process(job) as process:
                return await self._answer(process, SECONDS[type(job)], job)

    async def search(self, job: SearchJob) -> tuple[Text | Unreadable, list[Alignment | Unreadable]]:
        """Have a page read and quotations looked for on it: the page, and an answer for each quotation,
        none where there is no text. Raises like `run`."""
        found: list[Answer] = []
        with self._counted():
            async with self._process(job) as process:
                page = await self._answer(process, SECONDS[PageJob], job)
                while isinstance(page, Text) and len(found) < len(job.quotations):
                    # A process that has ended takes what it had not yet answered with it.
                    ended = process not in self._all
                    found.append(found[-1] if ended else await self._answer(process, SECONDS[CompareJob]))
        assert isinstance(page, Text | Unreadable)
        return page, [one for one in found if isinstance(one, Alignment | Unreadable)]

    async def room(self) -> None:
        """Wait until few jobs wait. Whoever makes jobs of what it fetches asks for room before it fetches."""
        while self._jobs > ROOM:
            freed = asyncio.get_running_loop().create_future()
            self._crowd.append(freed)
            await freed

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._jobs += 1
        if self._crowded_since is None and self._answered and self._jobs >= self._crowded:
            self._crowded_since = asyncio.get_running_loop().time()
        try:
            yield
        finally:
            self._jobs -= 1
            if self._jobs < self._crowded:
                self._crowded_since = None
            if self._jobs <= ROOM and self._crowd:
                for freed in self._crowd:
                    if not freed.done():
                        freed.set_result(None)
                self._crowd.clear()

    @asynccontextmanager
    async def _process(self, job: Job) -> AsyncIterator[Worker]:
        """A process for one job; it is ended where the job breaks off."""
        if self._open < self._size and self._behind():
            self._open += 1
            self._places.release()
        async with self._places:
            if self._closed:
                raise asyncio.CancelledError("the pool is closed")
            process = self._take(job) if self._idle else await self._start()
            self._last[process] = _key(job)
            self._since[process] = asyncio.get_running_loop().time()
            try:
                yield process
            except BaseException:
                await self._end(process)
                raise
            finally:
                self._since.pop(process, None)
            if process in self._all:
                self._idle.append(process)

    def _behind(self) -> bool:
        """Whether jobs have waited for long, or will: the processes that are open do not keep up."""
        limit = asyncio.get_running_loop().time() - LONG
        crowd = self._crowded_since is not None and self._crowded_since < limit
        return crowd or any(since < limit for since in self._since.values())

    async def _answer(self, process: Worker, seconds: float, job: Job | None = None) -> Answer:
        """The next answer, to `job` where one is given; the process is ended where there is none."""
        try:
            async with asyncio.timeout(seconds * self._patience):
                answer = await process.exchange(job)
                while isinstance(answer, Wanted):
                    kept = {} if self._vectors is None else self._vectors.find(answer.keys)
                    answer = await process.exchange(kept)
        except TimeoutError:
            await self._end(process)
            return Unreadable(Reason("reading-slow", seconds=f"{seconds * self._patience:g}"))
        except Gone:
            await self._end(process)
            return Unreadable(Reason("reading-large"))
        if isinstance(answer, Defect):
            raise WorkerDefect(answer.traceback)
        self._answered = True
        if isinstance(answer, Compared):
            if self._vectors is not None:
                self._vectors.keep(answer.vectors)
            return answer.alignment
        return answer

    def _take(self, job: Job) -> Worker:
        """An idle process, if possible one that had the same page last: it keeps it folded."""
        key = _key(job)
        fit = (at for at, process in enumerate(self._idle) if key is not None and self._last[process] == key)
        return self._idle.pop(next(fit, -1))

    async def _start(self) -> Worker:
        """A new process. Whoever waits for it may be cancelled; its making is not: half a start cannot be
        ended."""
        starting = asyncio.ensure_future(self._make())
        self._starting.add(starting)
        starting.add_done_callback(self._starting.discard)
        return await asyncio.shield(starting)

    async def _make(self) -> Worker:
        seconds = self._processor_seconds or 0
        reared: list[Worker] = []
        if self._nursery is not None:
            if self._reared is None:
                rearing = self._nursery.open(self._size, self._memory, seconds)
                self._reared = asyncio.ensure_future(rearing)
            reared = await self._reared
        process = reared.pop() if reared else await start(self._memory, seconds)
        self._all.add(process)
        return process

    async def _end(self, process: Worker) -> None:
        self._all.discard(process)
        self._last.pop(process, None)
        await process.end()


def _key(job: Job) -> int | None:
    """Equal for comparisons with one page."""
    return hash(job.page.content) if isinstance(job, CompareJob) else None
