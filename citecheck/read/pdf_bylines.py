"""Addresses of authors at the head of an article: numbers beside names and before institutions are no notes.

Such a block stands in the upper part of a page: names with raised numbers, lines with the same numbers below
them, and below these the text. Notes have the text above them, and are called behind words and sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_zones import label_of

HEAD_LINES = 40
"""Lines from the top of a page within which the addresses begin; a paper of a large group has thirty lines of
names."""
NAMES_ABOVE = 30
"""Lines above the addresses in which the names are looked for."""
TEXT_BELOW = 3
"""Lines of text that stand below the addresses."""
ADDRESS_LINES = 4
"""Lines that one address takes at most."""
BETWEEN = 5
"""Lines from the last name with a number to the first address."""
CAPITALS = 0.7
"""Share of words with a capital in lines of names, small words left out (*and*, *von*, *de la*). Names of 40
papers had 0.85 and more, lines of prose with a note 0.1 to 0.4."""
CALLED = 0.8
"""Share of the addresses whose number stands beside a name."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDS = frozenset(".!?:;…»”\"')]")


def addresses_of(lines: Sequence[Line]) -> list[tuple[Line, int, int]]:
    """Numbers of authors and addresses at the head of an article, as ranges of its lines.

    `lines` are those of one page in reading order. The numbers are taken from the lines: none calls a note or
    is one. Signs stay, they may call one.
    """
    for first in range(1, min(len(lines), HEAD_LINES)):
        label = label_of(lines[first])
        if label is None or label.text != "1":
            continue
        end, labels = _block(lines, first)
        if (len(labels) > 1 or label.superior) and _text_below(lines, first, end):
            names = _names(lines, first, labels)
            if names:
                return [number for line in [*names, *lines[first:end]] for number in _taken(line)]
    return []


def _taken(line: Line) -> list[tuple[Line, int, int]]:
    """The raised numbers of a line, and the one at its beginning, which it has no longer."""
    label = label_of(line)
    found = [(line, *part) for part in line.superior if _number(line, part)]
    if label is not None and not label.superior and label.text.isdecimal():
        found.append((line, 0, label.end))
    line.superior = [part for part in line.superior if not _number(line, part)]
    line.address = True
    return found


def _number(line: Line, part: tuple[int, int]) -> bool:
    return shown(line.text[slice(*part)]).isdecimal()


def _block(lines: Sequence[Line], first: int) -> tuple[int, set[str]]:
    """Where the addresses that begin at `first` end, and their numbers."""
    labels = {"1"}
    end = last = first
    for place in range(first, len(lines)):
        own = [shown(lines[place].text[slice(*part)]) for part in _labels(lines[place])]
        plain = label_of(lines[place])
        if plain is not None:
            own.append(plain.text)
        due = len(labels) + 1
        if place > first and str(due) in own:
            last = place
        elif place > first and (own or place - last >= ADDRESS_LINES or _other(lines[place], lines[first])):
            break
        while str(due) in own:
            labels.add(str(due))
            due += 1
        end = place + 1
    return end, labels


def _labels(line: Line) -> Iterator[tuple[int, int]]:
    """Raised numbers that begin an address: at a line's beginning, or behind a space and before a letter."""
    for begin, end in line.superior:
        before, after = line.text[:begin].rstrip(), line.text[end:].lstrip()
        apart = not before or before[-1] in ",;" or line.text[begin - 1] == " "
        if apart and after[:1].isalpha() and _number(line, (begin, end)):
            yield begin, end


def _other(line: Line, first: Line) -> bool:
    """Whether a line is set in another size than the addresses."""
    return abs(line.size - first.size) > 0.08 * first.size


def _names(lines: Sequence[Line], first: int, labels: set[str]) -> list[Line]:
    """Lines above the addresses whose raised numbers are theirs, empty where they are no names."""
    found: list[Line] = []
    seen: set[str] = set()
    for place in range(max(0, first - NAMES_ABOVE), first):
        line = lines[place]
        numbers = [part for part in line.superior if _number(line, part)]
        if any(line.text[:begin].rstrip()[-1:] in _ENDS for begin, _ in numbers):
            return []
        if numbers:
            seen |= {shown(line.text[slice(*part)]) for part in numbers}
            found.append(line)
            last = place
    if not found or first - last > BETWEEN or seen - labels or len(seen) < CALLED * len(labels):
        return []
    return found if _capitals(found) >= CAPITALS else []


def _capitals(lines: Sequence[Line]) -> float:
    """Share of words that do not begin with a small letter; scripts without capitals have all of them."""
    words = [word for line in lines for word in _WORD.findall(line.text)]
    return sum(not word[0].islower() for word in words) / max(1, len(words))


def _text_below(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether text stands below the lines from `first` to `end`, as none stands below notes at a foot."""
    block = lines[first:end]
    low, left, right = min(one.y for one in block), min(one.x0 for one in block), max(one.x1 for one in block)
    below = sum(line.y < low and line.x0 < right and line.x1 > left for line in lines[end:])
    return below >= TEXT_BELOW
