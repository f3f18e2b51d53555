"""Where on its page the notes stand: at the foot, in smaller type or under a rule."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from citecheck.read.pdf_lines import Line, shown

SMALL = 0.96
"""Type of at most this share of the body's is smaller: 10.5 on 11 points is not seen as smaller by a reader
and 10 on 10.5 (0.952) is the least step that books use for notes."""
LARGE = 1.15
"""Type of more than this share of the body's is a heading's, below a rule, too."""
BODY_SHARE = 0.15
"""A size that sets so much of the text may be the body's; the largest such is. Notes of law reviews hold more
characters than the body."""
RULE_HEIGHT, RULE_WIDTH = 2.5, 25.0
"""Points: a drawing this low and this wide is a rule. Word's and LibreOffice's are 0.5 to 1 high."""
USUAL = 3
"""Pages on which a rule returns before it counts as the one above notes."""
UNDERLINE = 0.35
"""Sizes below its base line at which a line is underlined; rules above notes stand half a line away."""
NEAR_RULE = 3.0
"""Sizes below a rule within which the first note stands."""
COLUMNS = 8
"""More columns than a page has."""
MOST_RULES, SOON = 20, 60
"""Rules of a page, from its foot upwards, that may stand above notes, and lines below one among which the
first beside it is looked for: a table has thousands of rules."""
MAX_OBJECTS = 20_000
"""Drawn objects of a page that are looked at for rules."""

_NUMBER_ALONE = re.compile(r"\W{0,2}(?:\d{1,4}|[ivxlc]{1,7})\W{0,2}")
_PLAIN = re.compile(
    r"[\[(]?(\d{1,4})(?:[\])]\.?|[.:])?(?:\s+(?=\S)|(?=[^\W\d_]|[\"«„“‘(\[]))|([*†‡§¶]{1,4})\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line drawn on a page, in points."""

    x0: float
    x1: float
    y: float

    def mirrored(self, width: float) -> Rule:
        """The rule on a page of that width as seen in a mirror."""
        return Rule(width - self.x1, width - self.x0, self.y)


@dataclass(slots=True)
class Sheet:
    """A page: lines in reading order without running heads, and its rules."""

    lines: list[Line]
    rules: Sequence[Rule] = ()
    notes: list[Line] = field(default_factory=list)
    """Those of `lines` that stand where notes stand."""
    asides: list[list[Line]] = field(default_factory=list)
    """Blocks beside the text, none of which is among `lines`."""
    ruled: bool = False
    """A rule stands above the notes."""


@dataclass(frozen=True, slots=True)
class Label:
    """A number or sign with which a line begins."""

    text: str
    end: int
    """Where the note's own words begin in the line."""
    superior: bool


def rules_of(page: pypdfium2.PdfPage) -> list[Rule]:
    """Horizontal rules of a page, lines of tables among them."""
    raw = page.raw
    found: list[Rule] = []
    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    references = [ctypes.byref(edge) for edge in edges]
    for number in range(min(int(pdfium.FPDFPage_CountObjects(raw)), MAX_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(raw, number)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, *references) and (
            top.value - bottom.value <= RULE_HEIGHT and right.value - left.value >= RULE_WIDTH
        ):
            found.append(Rule(left.value, right.value, (top.value + bottom.value) / 2))
    return found


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Size of the body's type in points, 0 for no text."""
    return most_used(sizes_of(pages))


def sizes_of(pages: Sequence[Sequence[Line]]) -> Counter[float]:
    """How many characters are set in each size."""
    weights: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weights[round(line.size * 5) / 5] += len(line.text)
    return weights


def most_used(weights: Counter[float]) -> float:
    """The largest size that sets a good share of the text, 0 for no text."""
    most = BODY_SHARE * weights.total()
    return max((size for size, weight in weights.items() if weight >= most), default=0.0)


def label_of(line: Line) -> Label | None:
    """The number or sign at the beginning of `line`, `None` for none."""
    if line.address:
        return None
    if line.superior and line.superior[0][0] == 0:
        end = line.superior[0][1]
        text = line.text[:end]
        if len(text) <= 4:
            while end < len(line.text) and line.text[end] in " \u00a0.)":
                end += 1
            return Label(shown(text), end, True) if end < len(line.text) else None
    match = _PLAIN.match(line.text)
    if match is None or not any(map(str.isalpha, line.text[match.end() :])):
        return None  # numbers behind a number are a row of a table
    return Label(shown(match[1] or match[2]), match.end(), False)


def set_zones(sheets: Sequence[Sheet], body: float) -> None:
    """Sets `notes` of each sheet: what stands at its foot in smaller type or under a rule."""
    usual = _usual_rules(sheets)
    tails = [_small_tail(sheet.lines, body) for sheet in sheets]
    fitting = [_note_rules(sheet, tail, usual) for sheet, tail in zip(sheets, tails, strict=True)]
    pages = Counter(end for rules in fitting for end in set(map(_ends, rules)))
    for sheet, tail, rules in zip(sheets, tails, fitting, strict=True):
        # A rule above a listing has numbered lines below it, too; that of the notes returns on more pages.
        rule = max(rules, key=lambda one: pages[_ends(one)], default=None)
        if rule is not None:
            below = [line for line in sheet.lines if line.y < rule.y and _beside(line, rule)]
            below = [line for line in below if line.size <= LARGE * body]
            other = [line for line in tail if line not in below and not _beside(line, rule)]
            taken = {id(line) for line in below + other}
            tail = [line for line in sheet.lines if id(line) in taken]
            sheet.ruled = True
        sheet.notes = tail


def _small_tail(lines: Sequence[Line], body: float) -> list[Line]:
    """Smaller lines with none of the body's size below them."""
    lowest: dict[int, float] = defaultdict(lambda: float("inf"))
    small: list[Line] = []
    for line in lines:
        if line.size <= SMALL * body:
            small.append(line)
        elif not _NUMBER_ALONE.fullmatch(line.text):
            lowest[line.column] = min(lowest[line.column], line.y)
    all_columns = min(lowest.values(), default=float("inf"))
    limits = {column: min(lowest[0], lowest[column]) if column else all_columns for column in range(COLUMNS)}
    return [line for line in small if line.y < limits[line.column]]


def _usual_rules(sheets: Sequence[Sheet]) -> set[tuple[int, int]]:
    """Left and right ends of rules that stand on several pages, one a column, at changing heights, as rules
    above notes do and rules of running heads do not."""
    heights: dict[tuple[int, int], list[int]] = defaultdict(list)
    for sheet in sheets:
        ends = Counter(map(_ends, sheet.rules))
        for rule in sheet.rules:
            end = _ends(rule)
            if ends[end] == 1:
                heights[end].append(round(rule.y / 3))
    return {end for end, seen in heights.items() if len(seen) >= USUAL and 2 * len(set(seen)) > len(seen)}


def _note_rules(sheet: Sheet, tail: Sequence[Line], usual: Container[tuple[int, int]]) -> list[Rule]:
    """Rules that may stand above the notes, the highest first: with a note, or the rest of one, right below.

    `usual`: ends of rules that return on the pages.
    """
    inside = {id(line) for line in tail}
    lines = sorted(sheet.lines, key=lambda one: -one.y)
    heights = [-line.y for line in lines]
    largest = max((line.size for line in lines), default=0.0)
    fitting: list[Rule] = []
    for rule in sorted(sheet.rules, key=lambda one: one.y):
        around = lines[
            bisect_left(heights, -rule.y - largest) : bisect_right(heights, -rule.y + 0.1 * largest)
        ]
        if any(_underlines(rule, line) for line in around):
            continue
        under = bisect_right(heights, -rule.y)
        first = next((line for line in lines[under : under + SOON] if _beside(line, rule)), None)
        if first is None:
            continue
        label = label_of(first)
        near = first.y > rule.y - NEAR_RULE * first.size
        small = (label or near) and all(id(line) in inside for line in lines[under:] if _beside(line, rule))
        if small or (near and ((label and label.superior) or _ends(rule) in usual)):
            fitting.append(rule)
        if len(fitting) >= MOST_RULES:
            break
    return fitting[::-1]


def _ends(rule: Rule) -> tuple[int, int]:
    return round(rule.x0), round(rule.x1)


def _underlines(rule: Rule, line: Line) -> bool:
    """Whether a rule is drawn under words of `line`, as links are."""
    depth = line.y - rule.y
    return -0.1 * line.size <= depth <= UNDERLINE * line.size and rule.x0 < line.x1 and line.x0 < rule.x1


def _beside(line: Line, rule: Rule) -> bool:
    return line.x0 - 2 * line.size <= rule.x0 <= line.x1 or rule.x0 <= line.x0 <= rule.x1
