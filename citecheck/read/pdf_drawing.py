"""What is drawn on the pages of a PDF: lines with their places, rules, links, page labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pypdfium2

from citecheck.read.pdf import MAX_PAGES, page_label
from citecheck.read.pdf_glyphs import Glyphs
from citecheck.read.pdf_letters import DueLetters
from citecheck.read.pdf_line_counts import LineCounts
from citecheck.read.pdf_lines import Line, lines_of
from citecheck.read.pdf_links import Box, Covered, boxes_of, covered_by
from citecheck.read.pdf_parting import Edges
from citecheck.read.pdf_pictures import Pictures, unread_pages
from citecheck.read.pdf_right_to_left import is_mirrored, mirrored_lines, mirrored_middles
from citecheck.read.pdf_zones import Rule, rules_of


@dataclass(slots=True)
class Drawn:
    """What was drawn on the pages."""

    pages: list[list[Line]]
    rules: list[Sequence[Rule]]
    links: list[Covered]
    labels: list[str]
    warnings: tuple[str, ...] = ()


def drawn_on(document: pypdfium2.PdfDocument) -> Drawn:
    """All that the pages show."""
    drawn = Drawn([], [], [], [])
    damaged: list[int] = []
    pictures = Pictures()
    counts, edges, due = LineCounts(), Edges(), DueLetters()
    read = min(len(document), MAX_PAGES)
    for index in range(read):
        drawn.labels.append(page_label(document, index))
        drawn.pages.append([])
        drawn.rules.append(())
        try:
            page = document[index]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            damaged.append(index)
            continue
        glyphs = Glyphs(textpage)
        if is_mirrored(glyphs):
            _mirrored(drawn, glyphs, rules_of(page), boxes_of(document, page), page.get_width())
        else:
            lines = lines_of(glyphs, index, letters=due.on, counts=counts, parting=edges.parted)
            _put(drawn, lines, rules_of(page), boxes_of(document, page), glyphs.middles)
        textpage.close()
        pictures.look(index, page, "\n".join(line.text for line in drawn.pages[-1]))
        page.close()
    drawn.warnings = unread_pages(pictures.found(len(document)), damaged, read, len(document))
    return drawn


def _mirrored(
    drawn: Drawn, glyphs: Glyphs, rules: Sequence[Rule], boxes: Sequence[Box], width: float
) -> None:
    """A page that is read from the right put into `drawn` as seen in a mirror."""
    lines = mirrored_lines(glyphs, len(drawn.pages) - 1, width)
    rules, boxes = [rule.mirrored(width) for rule in rules], [box.mirrored(width) for box in boxes]
    _put(drawn, lines, rules, boxes, mirrored_middles(glyphs, width))


def _put(
    drawn: Drawn,
    lines: list[Line],
    rules: Sequence[Rule],
    boxes: Sequence[Box],
    middles: Callable[[Iterable[int]], list[float]],
) -> None:
    drawn.pages[-1], drawn.rules[-1] = lines, rules
    if boxes:
        drawn.links += covered_by(boxes, lines, middles)
