"""A worker process: `python -m citecheck.worker BYTES SECONDS` answers jobs until its input ends.

With the numbers of open files behind it, a pair for each worker, it is a nursery (`nursery`).
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from citecheck.worker import jobs
from citecheck.worker.jobs import Wanted
from citecheck.worker.wire import HEADER, pack

_FRAME = HEADER.size
YOUNG = 5_000
"""Objects made before it is looked which of them are no longer in use: those of a page or two."""


def main() -> None:
    memory, seconds, *ends = map(int, sys.argv[1:])
    # Interrupting the audit is the parent's business; it ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(YOUNG, 10, 10)

    def work(given: BinaryIO, out: BinaryIO) -> None:
        limit(memory, seconds)
        serve(given, out)

    if ends:
        from citecheck.worker import rearing

        rearing.rear(list(zip(ends[::2], ends[1::2], strict=True)), work)
        return
    out = os.fdopen(os.dup(1), "wb")
    # Nothing a parser prints may get between two answers.
    os.dup2(2, 1)
    work(sys.stdin.buffer, out)


def serve(given: BinaryIO, out: BinaryIO) -> None:
    """Answer jobs until there are no more."""

    def lend(keys: Sequence[str]) -> Mapping[str, bytes]:
        out.write(pack(Wanted(tuple(keys))))
        out.flush()
        kept: Mapping[str, bytes] = _read(given) or {}
        return kept

    jobs.lender = lend
    while job := _read(given):
        with contextlib.suppress(BrokenPipeError):
            for answer in jobs.answers(job):
                out.write(pack(answer))
                out.flush()


def _read(stream: BinaryIO) -> Any:
    """The next job, or what was asked for; `None` at the end of the input."""
    header = stream.read(_FRAME)
    if len(header) < _FRAME:
        return None
    (length,) = HEADER.unpack(header)
    return pickle.loads(stream.read(length))


def limit(memory: int, processor_seconds: int) -> None:
    """Cap what the process may take, where the system can (not on Windows). 0 seconds: no limit."""
    try:
        import resource
    except ImportError:
        return
    # RLIMIT_DATA counts private memory only (Linux 4.7+), so mapped libraries do not eat the allowance.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    if processor_seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds))


if __name__ == "__main__":
    main()
