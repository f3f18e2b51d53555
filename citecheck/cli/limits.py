"""A manuscript is foreign too: what it may cost to read one is bounded (contract 1)."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from citecheck.errors import UnreadableInput

PROCESSOR_SECONDS = 10.0
MEMORY = 2**30
"""Bytes that reading a manuscript may allocate."""


@contextmanager
def bounded(name: str) -> Iterator[None]:
    """Refuse, with `UnreadableInput`, a manuscript that takes more processor time or memory than allowed.

    Where the system has no such limits (Windows) there are none.
    """
    try:
        with _processor_time(name), _memory():
            yield
    except (MemoryError, RecursionError):
        raise UnreadableInput(f"{name}: reading it takes more than 1 GiB of memory; refused") from None


@contextmanager
def _processor_time(name: str) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        yield
        return

    def refuse(_: int, __: FrameType | None) -> None:
        seconds = f"{PROCESSOR_SECONDS:g} s of processor time"
        raise UnreadableInput(f"{name}: reading it takes more than {seconds}; refused")

    before = signal.signal(signal.SIGPROF, refuse)
    signal.setitimer(signal.ITIMER_PROF, PROCESSOR_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _memory() -> Iterator[None]:
    try:
        import resource
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    if soft != resource.RLIM_INFINITY:
        limit = min(limit, soft)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
