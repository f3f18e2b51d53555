"""Two copies of one text made one.

Copies that a damaged link leaves are often not equal: a letter dropped or changed, a stray hyphen, a gap in
one of
them. At each difference the likelier reading is taken, and the other kept as a further one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from operator import and_

from citecheck.repair.cells import Cells
from citecheck.repair.lexicon import known
from citecheck.repair.variants import one_slip
from citecheck.repair.words import changed, slug_bits

READINGS = 6
_CUT = 8.0
"""Bits in favour of the copy that has a listed word's end, of two letters or more, which the other lacks."""
LOST = 3.0
"""Bits for each letter that one copy has and the other lacks: letters are lost more often than put in."""
Reading = tuple[float, Cells]
"""Penalty (0 is best) and the string."""


def merged(cells: Cells, start: int, middle: int, end: int, bias: float = 0.0) -> list[Reading]:
    """`cells` with the two copies made one; where they differ, each reading with its penalty, best first.

    `bias`: bits in favour of the first copy.
    """
    first, second = cells.part(start, middle), cells.part(middle, end)
    number = max(cells.settled) + 1
    before = cells.letters[:start]
    readings = []
    for penalty, part in _readings(first, second, (before, cells.letters[end:]), bias):
        if not part.letters:
            continue
        whole = Cells(part.letters, (first.gaps[0], *part.gaps[1:]), part.settled)
        merged = cells.replace(start, end, whole)
        readings.append((penalty, merged.settle(start, start + len(whole.letters), number)))
    return readings


def _readings(first: Cells, second: Cells, beside: tuple[str, str], bias: float) -> list[Reading]:
    """The one text that two copies stand for: at each difference the likelier, then the other."""
    blocks: list[tuple[Cells, Cells]] = []
    for begin, end, start, stop in _differences(first.letters, second.letters):
        one, two = first.part(begin, end), second.part(start, stop)
        if one.letters == two.letters:
            one = two = one._replace(gaps=tuple(map(and_, one.gaps, two.gaps)))
        blocks.append((one, two))
    chosen = [0] * len(blocks)
    margins: list[tuple[float, int]] = []
    for index, (one, two) in enumerate(blocks):
        if one.letters == two.letters:
            continue
        left = beside[0] + "".join(blocks[i][chosen[i]].letters for i in range(index))
        right = "".join(blocks[i][0].letters for i in range(index + 1, len(blocks))) + beside[1]
        margin = _preference(left, one, two, right) + bias
        chosen[index] = 0 if margin >= 0 else 1
        margins.append((abs(margin), index))
    readings = [(0.0, _joined(blocks, chosen))]
    if len(margins) > 1:
        whole = 0 if bias > 0 else 1
        readings += [
            (0.1, _joined(blocks, [whole] * len(blocks))),
            (0.9, _joined(blocks, [1 - whole] * len(blocks))),
        ]
    for margin, index in sorted(margins)[: READINGS - 2]:
        other = [1 - c if i == index else c for i, c in enumerate(chosen)]
        readings.append((0.1 + min(margin, 40.0) / 50, _joined(blocks, other)))
    return readings


def _differences(one: str, other: str) -> list[tuple[int, int, int, int]]:
    """Stretches of two copies, equal ones and those that differ by turns: from, to in `one`, in `other`."""
    first, last, last_other = changed(one, other)
    if min(last, last_other) > first and max(last, last_other) > first + 1:
        from rapidfuzz.distance import Levenshtein  # takes long to load, and few addresses need it

        codes = Levenshtein.opcodes(one, other)
        return [(code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes]
    ends = (first, last, first, last_other), (last, len(one), last_other, len(other))
    return [part for part in ((0, first, 0, first), *ends) if part[0] < part[1] or part[2] < part[3]]


def _joined(blocks: list[tuple[Cells, Cells]], chosen: list[int]) -> Cells:
    parts = [block[side] for block, side in zip(blocks, chosen, strict=True)]
    return Cells(
        "".join(part.letters for part in parts),
        tuple(chain.from_iterable(part.gaps for part in parts)),
        (0,) * sum(len(part.letters) for part in parts),
    )


def _preference(left: str, one: Cells, two: Cells, right: str) -> float:
    """How much likelier the first copy's reading of a difference is than the second's (bits; negative:
    less)."""
    a, b = one.letters, two.letters
    if not a or not b:
        extra = a or b
        sign = 1.0 if a else -1.0
        if extra == "_":
            return 8.0 * sign
        if not any(character.isalnum() for character in extra):
            beside = (left[-1:] + right[:1]).strip()
            doubled = any(not character.isalnum() for character in beside)
            if doubled:
                return -8.0 * sign
    one_word, two_word = word_around(left, a, right), word_around(left, b, right)
    margin = _meant_bits(one_word) - _meant_bits(two_word)
    if (
        min(len(a), len(b)) == 0
        and len(a + b) > 1
        and (left + (a or b))[-1:].isalpha()
        and not right[:1].isalpha()
    ):
        # The end of a word was lost in one copy; nothing puts a sensible one there.
        whole = one_word if a else two_word
        margin += (_CUT if a else -_CUT) if _is_meant(whole.rpartition("-")[2]) else 0.0
    return margin + LOST * (len(a) - len(b))


def _is_meant(word: str) -> bool:
    """Whether a word is listed, or is one slip of the letters away from a listed one."""
    return known(word.lower()) or any(known(other) for other, _ in one_slip(word.lower()))


@lru_cache(maxsize=1024)
def _meant_bits(word: str) -> float:
    """Bits of a word, or of the listed one that it is one slip of the letters away from. Slips cost half in
    an address whose copies show it to be damaged."""
    meant = [slug_bits(other) - cost / 2 for other, cost in one_slip(word.lower()) if known(other)]
    return max([slug_bits(word), *meant])


def word_around(left: str, part: str, right: str) -> str:
    """The word or words that `part` makes with its neighbours."""
    head = left[-24:]
    cut = max((m.end() for m in re.finditer(r"[^\w]|_", head)), default=0)
    tail = re.match(r"[^\W_]*", right[:24])
    return head[cut:] + part + (tail[0] if tail else "")
