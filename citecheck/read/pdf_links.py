"""Link annotations: addresses that a PDF carries beside its text, unbroken.

Word and LaTeX make one annotation a line, LibreOffice one with a rectangle for each line; parts of one link
become one mark. Acrobat makes annotations of whatever looks like an address on one line: those repeat what is
printed and are no evidence of their own where the print goes on below.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from citecheck.model import Mark, MarkKind, Span
from citecheck.read.pdf_lines import Line

URI_ACTION = 3
MAX_LINKS = 2_000
"""Annotations of one page that are looked at."""
MAX_URI = 8_192
"""Bytes of an address; longer ones are programs, not places."""
MIDDLE = 0.25
"""Height of the middle of small letters above the base line, in sizes."""
STOPS = '.,;:)]»”"'
"""Signs that end a sentence or a bracket rather than an address."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of an annotation, in points, and its address."""

    left: float
    bottom: float
    right: float
    top: float
    target: str

    def mirrored(self, width: float) -> Box:
        """The rectangle on a page of that width as seen in a mirror."""
        return Box(width - self.right, self.bottom, width - self.left, self.top, self.target)


def boxes_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[Box]:
    """Rectangles of the links of a page that lead to an address."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[Box] = []
    for _ in range(MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            break
        target = _target(document, link)
        if target:
            found += [Box(*edges, target) for edges in _edges(link)]
    return found


def _target(document: pypdfium2.PdfDocument, link: object) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != URI_ACTION:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < size <= MAX_URI:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    raw = buffer.raw[: size - 1]
    try:
        target = raw.decode("utf-8")
    except UnicodeDecodeError:
        target = raw.decode("latin-1")
    return "".join(sign for sign in target if sign.isprintable()).strip()


def _edges(link: object) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each part of a link."""
    quad = pdfium.FS_QUADPOINTSF()
    count = min(int(pdfium.FPDFLink_CountQuadPoints(link)), 100)
    parts = 0
    for number in range(count):
        if pdfium.FPDFLink_GetQuadPoints(link, number, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            parts += 1
            yield min(xs), min(ys), max(xs), max(ys)
    rectangle = pdfium.FS_RECTF()
    if not parts and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
        low, high = sorted((rectangle.bottom, rectangle.top))
        yield rectangle.left, low, rectangle.right, high


@dataclass(frozen=True, slots=True)
class Covered:
    """The text under a rectangle: a range of a line."""

    line: Line
    begin: int
    stop: int
    target: str

    @property
    def start(self) -> int:
        """Offset in the text as a whole."""
        return self.line.offset + self.begin

    @property
    def end(self) -> int:
        """Offset of its end in the text as a whole."""
        return self.line.offset + self.stop

    @property
    def at_line_end(self) -> bool:
        """Whether nothing stands behind it on its line."""
        return self.stop == len(self.line.text)

    @property
    def text(self) -> str:
        return self.line.text[self.begin : self.stop]


def covered_by(
    boxes: Sequence[Box], lines: Sequence[Line], middles: Callable[[Iterable[int]], list[float]]
) -> list[Covered]:
    """What stands under the rectangles, in their order.

    `middles`: middles of the characters at some indices, along their line, in points.
    """
    found: list[Covered] = []
    for box in boxes:
        for line in lines:
            height = line.y + MIDDLE * line.size
            if not (box.bottom <= height <= box.top and line.x0 <= box.right and line.x1 >= box.left):
                continue
            inside = [at for at, middle in enumerate(middles(line.at)) if box.left <= middle <= box.right]
            if inside:
                first = max((end for at, end in line.superior if at <= inside[0] < end), default=inside[0])
                begin, end = _trimmed(line.text, first, inside[-1] + 1, box.target)
                if begin < end:
                    found.append(Covered(line, begin, end, box.target))
    return found


def _trimmed(text: str, begin: int, end: int, target: str) -> tuple[int, int]:
    """The range without spaces and a sentence's signs at its ends."""
    while begin < end and (text[begin].isspace() or text[begin] in '<([«„“"'):
        begin += 1
    while end > begin and (text[end - 1].isspace() or text[end - 1] in STOPS):
        if text[end - 1] in STOPS and target.endswith(text[end - 1]):
            break
        end -= 1
    return begin, end


def marks_of(parts: Sequence[Covered], content: str) -> list[Mark]:
    """Links of `content`, parts of one link put together; `parts` in the order of their pages."""
    placed = sorted((part for part in parts if part.line.offset >= 0), key=lambda part: part.start)
    links: list[list[Covered]] = []
    for part in placed:
        if links and _goes_on(links[-1], part, content):
            if part.end > links[-1][-1].end:
                links[-1].append(part)
        else:
            links.append([part])
    authored = any(len(link) > 1 for link in links)
    return [
        Mark(MarkKind.LINK, _spans(link, content), target=link[0].target, origin="annotation")
        for link in links
        if authored or not _echo(link, content)
    ]


def _goes_on(link: Sequence[Covered], part: Covered, content: str) -> bool:
    """Whether `part` belongs to the link before it."""
    last = link[-1]
    if last.target != part.target:
        return False
    if part.start < last.end or not content[last.end : part.start].strip():
        return True
    printed = _bare("".join(one.text for one in link) + part.text)
    return last.at_line_end and part.begin == 0 and _bare(part.target).startswith(printed)


def _bare(address: str) -> str:
    """An address as it may be printed: no spaces, no scheme, letters of one case."""
    address = "".join(address.split()).casefold()
    for scheme in ("https://", "http://", "mailto:"):
        address = address.removeprefix(scheme)
    return address


def _spans(link: Sequence[Covered], content: str) -> tuple[Span, ...]:
    spans = [Span(part.start, part.end) for part in link]
    target, end = link[0].target, spans[-1].end
    printed = "".join("".join(span.of(content).split()) for span in spans)
    rest = target[len(printed) :] if target.startswith(printed) else ""
    if rest:
        start = end
        while start < len(content) and content[start].isspace():
            start += 1
        if content.startswith(rest, start):
            spans.append(Span(start, start + len(rest)))
    return tuple(spans)


def _echo(link: Sequence[Covered], content: str) -> bool:
    """Whether a link only repeats what its line shows of an address that may go on below."""
    last = link[-1]
    same = _bare("".join(part.text for part in link)).rstrip("/") == _bare(last.target).rstrip("/")
    following = content[last.end : last.end + 2]
    return same and last.at_line_end and following[:1] == "\n" and not following[1:2].isspace()
