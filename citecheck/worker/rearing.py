"""A nursery's own side: all that workers need is loaded once, then they part from it by `fork`.

This process parses no foreign byte and has no thread, so that its copies start sound. It lives until its
standard input ends, which the death of the audit brings about as well, and nobody survives it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from citecheck.worker.jobs import PageJob, SearchJob, answers, forget
from citecheck.worker.wire import HEADER

SAMPLE = SearchJob(
    PageJob(b"<html><head><title>Walls</title><body><p>The towns kept their walls.", "text/html", ""),
    (("The towns kept their walls.", None),),
)
"""What a page and a quotation need is loaded when they come: one of each comes before there are workers."""

Work = Callable[[BinaryIO, BinaryIO], None]


def rear(pairs: Sequence[tuple[int, int]], work: Work) -> None:
    """Have a process do `work` on each pair of files; tell their numbers on standard output, a frame each.

    Each number that then comes in the same way is a process to be ended.
    """
    for _ in answers(SAMPLE):
        pass
    forget()
    # What is there now stays: to look which of it is still in use would copy all of it into each worker.
    gc.collect()
    gc.freeze()
    living = [_part(pair, pairs, work) for pair in pairs]
    _close(pairs)
    os.write(1, b"".join(map(HEADER.pack, living)))
    while len(message := os.read(0, HEADER.size)) == HEADER.size:
        (process,) = HEADER.unpack(message)
        if process in living:  # of no other process, whatever it says
            living.remove(process)
            _end(process)
    for process in living:
        _end(process)


def _part(pair: tuple[int, int], pairs: Sequence[tuple[int, int]], work: Work) -> int:
    """A new process that does `work`; its number."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        _close(other for other in pairs if other != pair)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        # Nothing a parser prints may get between two answers.
        os.dup2(2, 1)
        work(os.fdopen(pair[0], "rb"), os.fdopen(pair[1], "wb"))
        code = 0
    except BaseException:  # noqa: BLE001 - shown whole; what lies below is the nursery's
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def _close(pairs: Iterable[tuple[int, int]]) -> None:
    for given, out in pairs:
        os.close(given)
        os.close(out)


def _end(process: int) -> None:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
