"""Worker processes as their pool sees them, and the two ways to start them.

Each can be an interpreter of its own (0.15 s of processor time). On Linux the first ones are copies that a
`Nursery` makes of itself: it loads once what all of them need.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass

from citecheck.worker.jobs import Answer
from citecheck.worker.wire import HEADER, pack

PIPE = 1 << 20
"""Bytes of an answer held before its sender is made to wait."""
FORKS = sys.platform == "linux"
"""Elsewhere libraries of the system may not work in a copy of a process."""


class Gone(Exception):
    """The worker ended before it answered."""


@dataclass(slots=True, eq=False)
class Worker:
    """A process that does one job at a time."""

    jobs: asyncio.StreamWriter
    answers: asyncio.StreamReader
    number: int
    """Of the process."""
    end: Callable[[], Awaitable[None]]
    """Kill it; whatever it does."""

    async def exchange(self, job: object = None) -> Answer:
        """The next answer, to `job` where one is given. Raises `Gone`."""
        try:
            if job is not None:
                self.jobs.write(pack(job))
                await self.jobs.drain()
            header = await self.answers.readexactly(HEADER.size)
            body = await self.answers.readexactly(HEADER.unpack(header)[0])
        except (asyncio.IncompleteReadError, ConnectionError) as ended:
            raise Gone from ended
        answer: Answer = pickle.loads(body)
        return answer


async def start(memory: int, processor_seconds: int) -> Worker:
    """A worker that is an interpreter of its own. `processor_seconds`: 0 for no limit."""
    process = await _interpreter(memory, processor_seconds)
    assert process.stdin is not None
    assert process.stdout is not None

    async def end() -> None:
        if process.returncode is None:
            process.kill()
        await process.wait()

    return Worker(process.stdin, process.stdout, process.pid, end)


class Nursery:
    """Makes its workers when it is opened, and ends them with itself."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    @property
    def number(self) -> int:
        """Of its process."""
        assert self._process is not None
        return self._process.pid

    async def open(self, count: int, memory: int, processor_seconds: int) -> list[Worker]:
        """So many workers; none where the nursery ended before it had any."""
        with ExitStack() as theirs:
            pipes = [(os.pipe(), os.pipe()) for _ in range(count)]
            ends = [end for given, out in pipes for end in (given[0], out[1])]
            for end in ends:
                theirs.callback(os.close, end)
            self._process = await _interpreter(memory, processor_seconds, ends)
        workers = [await self._worker(given[1], out[0]) for given, out in pipes]
        assert self._process.stdout is not None
        try:
            for worker in workers:
                (worker.number,) = HEADER.unpack(await self._process.stdout.readexactly(HEADER.size))
        except asyncio.IncompleteReadError:
            for worker in workers:
                _abort(worker.jobs.transport)
            return []
        return workers

    async def _worker(self, given: int, out: int) -> Worker:
        loop = asyncio.get_running_loop()
        answers = asyncio.StreamReader(limit=PIPE)
        reading, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(answers), os.fdopen(out, "rb", 0)
        )
        writing, protocol = await loop.connect_write_pipe(
            lambda: asyncio.StreamReaderProtocol(asyncio.StreamReader()), os.fdopen(given, "wb", 0)
        )

        async def end() -> None:
            self._end(worker.number)
            _abort(writing)
            reading.close()

        worker = Worker(asyncio.StreamWriter(writing, protocol, None, loop), answers, 0, end)
        return worker

    def _end(self, number: int) -> None:
        """Its parent ends it: only a parent can be sure whose number that is. It has no other work."""
        assert self._process is not None
        assert self._process.stdin is not None
        if self._process.returncode is None:
            self._process.stdin.write(HEADER.pack(number))
        else:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    async def aclose(self) -> None:
        """End it, and with it every worker."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            await self._process.wait()


def _abort(transport: asyncio.WriteTransport) -> None:
    """Close it without waiting for anybody; one that is closed already must not be closed again."""
    if not transport.is_closing():
        transport.abort()


async def _interpreter(
    memory: int, processor_seconds: int, ends: list[int] | None = None
) -> asyncio.subprocess.Process:
    ends = ends or []
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "citecheck.worker",
        *map(str, (memory, processor_seconds, *ends)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=PIPE,
        pass_fds=ends,
        env={**os.environ, "OMP_WAIT_POLICY": "passive", "OMP_NUM_THREADS": "1"},
    )
