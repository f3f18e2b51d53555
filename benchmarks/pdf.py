"""Time of reading a PDF manuscript beside the bare text of the same pages.

    python -m benchmarks.pdf FILE [FILE ...]

The yardstick takes the characters of every page with pypdfium2, in the same run. Ratios carry over to other
machines, times do not. Without a file: a book of 750 notes, set as in the tests.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from citecheck.read import read_manuscript
from tests.read.pdf_books import Style, made

ROUNDS = 3


def bare(data: bytes) -> None:
    """The characters of all pages, thrown away."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()


def best(work: Callable[[], object]) -> float:
    """Least processor time of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def measure(name: str, data: bytes) -> None:
    """One file's figures on standard output."""
    yardstick = best(lambda: bare(data))
    own = best(lambda: read_manuscript(data, name))
    text = read_manuscript(data, name).text
    notes = sum(mark.kind == "note" for mark in text.marks)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {len(text.page_starts)} pages, {notes} notes; {own:.2f} s, bare {yardstick:.2f} s, "
        f"{own / yardstick:.1f} times; {memory:.0f} MiB"
    )


def main() -> None:
    files = [(name, Path(name).read_bytes()) for name in sys.argv[1:]]
    for name, data in files or [("made.pdf", made(Style(notes=750, long_notes=True)).data)]:
        measure(name, data)


if __name__ == "__main__":
    main()
