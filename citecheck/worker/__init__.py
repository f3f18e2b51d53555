"""Processes that can be killed.

Whatever parses foreign bytes or takes more than some milliseconds runs here, never on the event loop: a
page of 100 KB can hold an HTML parser for minutes, or take its process down. A worker is an interpreter of
its own that reads jobs from its standard input and answers on its standard output; a job that exceeds its
time or memory costs that worker its life, not the audit.
"""

from citecheck.worker.jobs import CompareJob, Defect, Job, ManuscriptJob, PageJob, Refused, Unreadable
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
    "Unreadable",
    "WorkerDefect",
]
