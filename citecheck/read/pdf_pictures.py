"""Pages of a PDF that are pictures: scanned ones, of which nothing can be read without OCR.

A file often has both: a repository puts a cover page with text before a scanned thesis, an annex of letters
is scanned into a report, a library's own line stands on each scanned page. Whoever is not told takes such a
file for read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from citecheck.model import Reason

COVERED = 0.8
"""Share of the page from which on a picture is the page: scans leave no margin, or a narrow one."""
FEW_LETTERS = 30
"""Letters and digits of a page number, a stamp."""
STAMP = 200
"""Those of a library's line, which says the same on each page but for numbers."""
MOST_NAMED = 10
"""Runs of pages that are named."""
_COUNTED = re.compile(r"[\W\d_]+")


class Pictures:
    """Pages seen so far that may be pictures: index, and the words that stand on it nevertheless."""

    def __init__(self) -> None:
        self._seen: list[tuple[int, str]] = []

    def look(self, index: int, page: pypdfium2.PdfPage, text: str) -> None:
        """Note a page that has a picture for its text. `text`: all that stands on it."""
        if len(text) > 4 * STAMP or sum(map(str.isalnum, text)) > STAMP:
            return
        if _covered(page) >= COVERED:
            self._seen.append((index, text))

    def found(self, pages: int) -> list[int]:
        """Those that are, ascending. Of a file of so many pages; its first and last may be covers."""
        words = {index: _COUNTED.sub(" ", text).strip() for index, text in self._seen}
        times = Counter(words.values())
        found = [
            index
            for index, text in self._seen
            if sum(map(str.isalnum, text)) <= FEW_LETTERS or times[words[index]] > 1
        ]
        covers = {0, pages - 1} if pages > 2 else set[int]()
        return found if set(found) - covers else []


def _covered(page: pypdfium2.PdfPage) -> float:
    """Share of the page under pictures, as if none lay over another: scans come in strips, too."""
    width, height = page.get_size()
    area = 0.0
    for picture in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = picture.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return area / (width * height) if width and height else 0.0


def unread_pages(
    pictures: Sequence[int], damaged: Sequence[int], read: int, pages: int
) -> tuple[Reason, ...]:
    """What is to be told of a file of `pages` pages, the first `read` of which were looked at.

    >>> unread_pages([1, 2, 3, 7], [], 9, 9), unread_pages([4], [0], 9, 12)[::2]
    (('pages 2–4, 8 of the PDF are pictures without text',), \
('page 5 of the PDF is a picture without text', 'only the first 9 of 12 pages were read'))
    """
    told = []
    if pictures:
        code = "pages-are-pictures" if len(pictures) > 1 else "page-is-picture"
        told.append(Reason(code, pages=_ranges(pictures)))
    if damaged:
        told.append(Reason("pages-damaged", pages=_ranges(damaged)))
    if read < pages:
        told.append(Reason("pages-many", read=str(read), all=str(pages)))
    return tuple(told)


def _ranges(indices: Iterable[int]) -> str:
    """Pages counted from 1."""
    runs: list[list[int]] = []
    for page in (index + 1 for index in indices):
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    shown = ["–".join(map(str, run)) for run in runs[:MOST_NAMED]]
    return ", ".join(shown) + (" …" if len(runs) > MOST_NAMED else "")
