"""Words of a quotation laid beside words of a stretch of the page.

`partial_ratio_alignment` finds the neighbourhood, not the edges: its window has the quotation's length. So
the window is widened and the words of both are aligned; what hangs loosely at an edge is cut off again, and
a first or last word that differs takes the page's word at its place into the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from citecheck.match.page import Page

FREE_GAP = 2
"""Words that may stand between two equal runs, more than on the other side, at no cost."""
GAP_COST = 0.5
"""Cost of each further word, in equal words: ten words left out unmarked need five around them."""
SIMILAR = 0.5
"""Character similarity from which unequal stretches count as damaged copies of each other."""
LIKE = 0.6
"""The same for stretches beside a gap or an edge; unrelated prose of equal length has 0.4 to 0.5."""
PRESUMED = 2
"""Up to this many unequal words at an edge are presumed changed rather than absent."""

_SENTENCE_END = re.compile(r"[.!?…。！？][^\w\s]*\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """Words `i1:i2` of the fragment beside words `j1:j2` of the page."""

    equal: bool
    i1: int
    i2: int
    j1: int
    j2: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A run of quoted words found on a page at words `first:last`."""

    first: int
    last: int
    score: float
    """0 to 1: half edit similarity, half coverage of the words by weight."""
    blocks: tuple[Block, ...]

    @property
    def exact(self) -> bool:
        return all(block.equal for block in self.blocks)


def exactly(wanted: Sequence[str], first: int) -> Placed:
    """The alignment of words that stand on the page as they are, from word `first`."""
    size = len(wanted)
    return Placed(first, first + size, 1.0, (Block(True, 0, size, first, first + size),))


def align(wanted: Sequence[str], page: Page, low: int, high: int) -> Placed | None:
    """Best place of `wanted` within page words `low:high`, `None` where no word meets."""
    low, high = max(0, low), min(len(page), high)
    runs = _runs(wanted, page, low, high)
    if not runs:
        return None
    # Once more where they are: the longest common sequence of a narrow window is a compact one.
    core_low = low + runs[0][1] - runs[0][0] - 1
    core_high = low + runs[-1][1] + len(wanted) - runs[-1][0] + 1
    low, high = max(low, core_low), min(high, core_high)
    runs = _runs(wanted, page, low, high) or runs
    window = page.words.folded[low:high]
    last_i, last_j = runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]
    head = _edge(wanted[: runs[0][0]], window[: runs[0][1]], page, low + runs[0][1], before=True)
    tail = _edge(wanted[last_i:], window[last_j:], page, low + last_j, before=False)
    first, last = runs[0][1] - head, last_j + tail
    blocks = _blocks(runs, len(wanted), first, last)
    score = _score(wanted, window, first, last, blocks, page)
    moved = tuple(Block(b.equal, b.i1, b.i2, b.j1 + low, b.j2 + low) for b in blocks)
    return Placed(first + low, last + low, score, moved)


def _runs(wanted: Sequence[str], page: Page, low: int, high: int) -> list[tuple[int, int, int]]:
    """Equal runs of a longest common sequence of words: place in `wanted`, in the window, length."""
    window = page.words.folded[low:high]
    blocks = Indel.editops(wanted, window).as_matching_blocks()
    runs = [(i, j, size) for i, j, size in blocks if size]
    drawn = _drawn_in(_without_islands(runs, wanted, window), wanted, window)
    return _without_misread_end(drawn, wanted, window, page)


def _drawn_in(
    runs: list[tuple[int, int, int]], wanted: Sequence[str], window: Sequence[str]
) -> list[tuple[int, int, int]]:
    """Runs moved towards the others where the page has the same words nearer (`ra` in `… ra ra`)."""
    for at in range(len(runs) - 2, -1, -1):
        (i, j, size), (next_i, next_j, _) = runs[at], runs[at + 1]
        if at and (i, j) == (runs[at - 1][0] + runs[at - 1][2], runs[at - 1][1] + runs[at - 1][2]):
            continue  # it is where the one before it goes on
        nearest = next_j - (next_i - i)
        farthest = j if at == 0 and next_i == i + size else nearest - 1
        places = _alike(wanted[i : i + size], window, range(nearest, max(j, farthest), -1))
        runs = [*runs[:at], (i, next(places, j), size), *runs[at + 1 :]]
    if len(runs) > 1:
        (i, j, size), (last_i, last_j, last_size) = runs[-1], runs[-2]
        nearest = max(last_j + last_size, last_j + (i - last_i))
        farthest = j if i == last_i + last_size else nearest + 1
        places = _alike(wanted[i : i + size], window, range(nearest, min(j, farthest)))
        runs = [*runs[:-1], (i, next(places, j), size)]
    return runs


def _alike(run: Sequence[str], window: Sequence[str], places: Iterable[int]) -> Iterator[int]:
    return (place for place in places if window[place : place + len(run)] == run)


def _without_misread_end(
    runs: list[tuple[int, int, int]], wanted: Sequence[str], window: Sequence[str], page: Page
) -> list[tuple[int, int, int]]:
    """Without a last word found further on where the page has it misread at its place (`left as it wvas.
    Nothing was`): a word that it has nowhere else."""
    if len(runs) < 2 or runs[-1][2] > 1:
        return runs
    (i, j, _), (last_i, last_j, _) = runs[-1], runs[-2]
    nearer = last_j + (i - last_i)
    alone = nearer < j and len(page.postings[window[nearer]]) == 1
    misread = alone and fuzz.ratio(wanted[i], window[nearer]) >= 100 * LIKE
    return runs[:-1] if misread else runs


def _without_islands(
    runs: list[tuple[int, int, int]], wanted: Sequence[str], window: Sequence[str]
) -> list[tuple[int, int, int]]:
    """The stretch of runs that holds together best: equal words less the cost of the gaps between them."""
    if not runs:
        return runs
    best, best_from, best_to = 0.0, 0, 1
    total, since = 0.0, 0
    for at, (_, _, size) in enumerate(runs):
        cost = _gap_cost(runs[at - 1], runs[at], wanted, window) if at else 0.0
        if at == since or total - cost <= 0:
            total, since = 0.0, at
        else:
            total -= cost
        total += size
        if total > best:
            best, best_from, best_to = total, since, at + 1
    return runs[best_from:best_to]


def _gap_cost(
    left: tuple[int, int, int], right: tuple[int, int, int], wanted: Sequence[str], window: Sequence[str]
) -> float:
    quoted = wanted[left[0] + left[2] : right[0]]
    found = window[left[1] + left[2] : right[1]]
    size = abs(len(found) - len(quoted))
    longer = max(len(found), len(quoted))
    if longer > FREE_GAP and fuzz.ratio(" ".join(quoted), " ".join(found)) < 100 * LIKE:
        size = longer
    return GAP_COST * max(0, size - FREE_GAP)


def is_parted(page: Page, word: int) -> bool:
    """Whether a sentence or a heading ends before a word of the page. A line that ends before a small letter
    is only wrapped."""
    if not 0 < word < len(page):
        return True
    between = page.text.content[page.words.ends[word - 1] : page.words.starts[word]]
    return _SENTENCE_END.search(between) is not None or (
        "\n" in between and page.text.content[page.words.starts[word]].isupper()
    )


def _edge(quoted: Sequence[str], beside: Sequence[str], page: Page, word: int, *, before: bool) -> int:
    """How many page words beside the aligned part answer to the quoted words left over at this edge.

    Where a sentence ends before the page's `word`, one that is not like the quoted one has nothing to do with
    the passage.
    """
    if not quoted or not beside:
        return 0
    text = " ".join(quoted)
    best, size = 0.0, 0
    for count in range(max(1, len(quoted) - 1), min(len(beside), len(quoted) + 1) + 1):
        likeness = fuzz.ratio(text, " ".join(beside[-count:] if before else beside[:count])) / 100
        if likeness > best:
            best, size = likeness, count
    if best >= LIKE:
        return size
    presumed = len(quoted) <= PRESUMED and not is_parted(page, word)
    return min(len(quoted), len(beside)) if presumed else 0


def _blocks(runs: list[tuple[int, int, int]], size: int, first: int, last: int) -> list[Block]:
    blocks: list[Block] = []
    i, j = 0, first
    for start_i, start_j, length in [*runs, (size, last, 0)]:
        if start_i > i or start_j > j:
            blocks.append(Block(False, i, start_i, j, start_j))
        if length:
            blocks.append(Block(True, start_i, start_i + length, start_j, start_j + length))
        i, j = start_i + length, start_j + length
    return blocks


def _score(
    wanted: Sequence[str], window: Sequence[str], first: int, last: int, blocks: list[Block], page: Page
) -> float:
    weights = page.weights(wanted)
    covered = 0.0
    for block in blocks:
        weight = sum(weights[block.i1 : block.i2])
        if block.equal:
            covered += weight
        elif block.j2 > block.j1 and weight:
            left, right = " ".join(wanted[block.i1 : block.i2]), " ".join(window[block.j1 : block.j2])
            covered += weight * max(0.0, (fuzz.ratio(left, right) / 100 - SIMILAR) / (1 - SIMILAR))
    edit = fuzz.ratio(" ".join(wanted), " ".join(window[first:last])) / 100
    return 0.5 * edit + 0.5 * covered / (sum(weights) or 1.0)
