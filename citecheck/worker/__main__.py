"""A worker process: `python -m citecheck.worker BYTES SECONDS` answers jobs until its input ends."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
from typing import BinaryIO

from citecheck.worker.jobs import Job, answers
from citecheck.worker.wire import HEADER, pack

_FRAME = HEADER.size
YOUNG = 5_000
"""Objects made before it is looked which of them are no longer in use: those of a page or two."""


def main() -> None:
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    # Interrupting the audit is the parent's business; it ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(YOUNG, 10, 10)
    out = os.fdopen(os.dup(1), "wb")
    # Nothing a parser prints may get between two answers.
    os.dup2(2, 1)
    jobs = sys.stdin.buffer
    while job := _read(jobs):
        with contextlib.suppress(BrokenPipeError):
            for answer in answers(job):
                out.write(pack(answer))
                out.flush()


def _read(stream: BinaryIO) -> Job | None:
    header = stream.read(_FRAME)
    if len(header) < _FRAME:
        return None
    (length,) = HEADER.unpack(header)
    job: Job = pickle.loads(stream.read(length))
    return job


def _limit(memory: int, processor_seconds: int) -> None:
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
