"""Processes that can be killed.

Whatever parses foreign bytes or takes more than some milliseconds runs here, never on the event loop: a
page of 100 KB can hold an HTML parser for minutes, or take its process down. A worker is an interpreter of
its own that reads jobs from its standard input and answers on its standard output; a job that exceeds its
time or memory costs that worker its life, not the audit.

`Pool` is loaded when first asked for: a worker itself needs no event loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.worker.jobs import (
    CompareJob,
    Defect,
    Job,
    ManuscriptJob,
    PageJob,
    Refused,
    SearchJob,
    Unreadable,
)

if TYPE_CHECKING:
    from citecheck.worker.pool import MEMORY_ACROSS, Pool, WorkerDefect

__all__ = [
    "MEMORY_ACROSS",
    "CompareJob",
    "Defect",
    "Job",
    "ManuscriptJob",
    "PageJob",
    "Pool",
    "Refused",
    "SearchJob",
    "Unreadable",
    "WorkerDefect",
]


def __getattr__(name: str) -> object:
    if name in ("MEMORY_ACROSS", "Pool", "WorkerDefect"):
        from citecheck.worker import pool

        return getattr(pool, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
