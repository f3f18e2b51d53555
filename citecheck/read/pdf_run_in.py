"""Notes set one behind the other as one paragraph: their numbers stand within lines.

A number within a line of notes begins one only where the body of the page calls it and no line begins with
it; the sequence of the labels decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.read.pdf_letters import rank_of
from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_markers import raised_of
from citecheck.read.pdf_zones import Label, Sheet

_PLAIN = re.compile(r"(?<=[\s.])(\d{1,4})(?:[.):]\s?|\s)(?=[^\W\d_a-z]|[\"«„“‘(\[*]|https?:|www\.|$)")
"""A plain number before a capital, a quotation or an address."""
_ENDS = frozenset('.,;:!?…»”")]')
"""With such a sign a sentence ends before a plain number, or with an address."""


def called_on(sheet: Sheet) -> set[str]:
    """Numbers that stand raised in the body of a page."""
    feet = {id(line) for line in sheet.notes}
    body = [line for line in sheet.lines if id(line) not in feet]
    return {shown(call.line.text[call.begin : call.end]) for call in raised_of(body)}


def inner_labels(line: Line, after: int) -> Iterator[tuple[int, Label]]:
    """Numbers within a line that may be labels, with the columns at which they begin, in order.

    `after`: column behind the label with which the line begins.
    """
    text = line.text
    for begin, end in line.superior:
        word = shown(text[begin:end])
        if begin <= after or not text[begin - 1].isspace() or rank_of(word) is None or len(word) > 4:
            continue
        if end == len(text) or not (text[end].isdecimal() or text[end].islower()):
            while end < len(text) and text[end] in " \u00a0.)":
                end += 1
            yield begin, Label(word, end, True)
    raised = {begin for begin, _ in line.superior}
    for match in _PLAIN.finditer(text, after):
        before = text[: match.start()].split()
        if before and match.start() not in raised and (before[-1][-1] in _ENDS or "/" in before[-1]):
            yield match.start(), Label(shown(match[1]), match.end(), False)
