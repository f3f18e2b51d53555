"""What differs between a quoted run of words and the passage it was found at, worst kind first.

Damage that changes no word is taken out first (hyphenation, look-alike signs, glued note numbers); of what
is left numbers are compared as values, then negations and limiting words, names, other words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from citecheck.match.abbreviated import abbreviated, at_edge
from citecheck.match.align import Block, Placed, is_parted
from citecheck.match.aside import author_aside, editors_words, page_furniture, speaker_named
from citecheck.match.comparison import Comparison
from citecheck.match.damage import damaged_beyond, explained, only_calls
from citecheck.match.fold import fold_word, same_but_for_type
from citecheck.match.interrupted import beyond, breaks_sentence, interruption, uninterrupted, whole_lines
from citecheck.match.kinds import (
    classify,
    limits,
    named,
    named_there,
    other_hedge,
    same_phrase,
    units_compared,
)
from citecheck.match.numbers import with_call
from citecheck.match.other_writing import values_met
from citecheck.match.page import Page
from citecheck.match.quoted import Fragment
from citecheck.match.rules import Rules
from citecheck.match.unspaced import denied_otherwise
from citecheck.match.values import numbers_compared
from citecheck.match.worded import month_of
from citecheck.model import DifferenceKind

MISSING_WORDS = 4
MISSING_SHARE = 0.2
"""A run of quoted words that the page lacks is a missing part from this many words and this share on."""
PAIRED = 60.0
"""`fuzz.ratio` from which two words of unequal stretches are readings of one word."""
EDGE_WORDS = 2
"""Words of a run that stands at the passage's other edge, from which it was put there, not exchanged."""
MOVED_WORDS = 3
"""Words of a run that stands elsewhere near by, from which the quotation counts as reordered."""


def audit(fragment: Fragment, page: Page, placed: Placed, rules: Rules) -> Comparison:
    """Compare a fragment of a quotation with the place it was found at."""
    result = Comparison(fragment, page, rules, first=placed.first, last=placed.last)
    quoted, found = result.quoted(0, len(fragment.words)), result.found(placed.first, placed.last)
    result.verbatim = same_but_for_type(quoted, found)
    if placed.exact and result.verbatim:
        return result
    placed = values_met(result, placed)
    for block in placed.blocks:
        if block.equal:
            _accents(result, block)
        else:
            _unequal(result, block, placed)
    _units(result)
    _moved_months(result)
    numbers_compared(result)
    damaged_beyond(result)
    denied_otherwise(result)
    if result.calls and not result.differences and not result.missing:
        result.verbatim = True
    return result


def _accents(result: Comparison, block: Block) -> None:
    """Words equal but for accents: typography, since capitals and scans lose them."""
    if same_but_for_type(result.quoted(block.i1, block.i2), result.found(block.j1, block.j2)):
        return
    for step in range(block.i2 - block.i1):
        i, j = block.i1 + step, block.j1 + step
        quoted, found = result.quoted(i, i + 1), result.found(j, j + 1)
        if quoted != found and not same_but_for_type(quoted, found):
            result.add(DifferenceKind.TYPOGRAPHY, quoted, found)


def _unequal(result: Comparison, block: Block, placed: Placed) -> None:
    words, page_words = result.fragment.words.folded, result.page.words.folded
    i1, i2, j1, j2 = uninterrupted(result, block)
    block = Block(False, i1, i2, j1, j2)
    if (
        at_edge(result, i1, i2, j1, j2)
        or _from_other_edge(result, block, placed)
        or _behind_the_end(result, block)
        or _is_aside(result, block)
        or units_compared(result, i1, i2, j1, j2)
    ):
        return
    if _is_missing(result, block):
        if not _moved(result, i1, i2, placed):
            result.missing += i2 - i1
        result.excuse(i1, i2, j1, j2)
        return
    if _in_other_letters(result, i1, i2, j1, j2) or same_phrase(result, i1, i2, j1, j2):
        return
    if (i2 - i1 > 1 or j2 - j1 > 1) and other_hedge(result, i1, i2, j1, j2):
        classify(result, i1, i2, j1, j2)
        return
    for a1, a2, b1, b2 in _pairs(words[i1:i2], page_words[j1:j2]):
        group = (i1 + a1, i1 + a2, j1 + b1, j1 + b2)
        if a1 == a2 and _is_aside(result, Block(False, *group)):
            continue
        if not _in_other_letters(result, *group):
            classify(result, *group)


def _in_other_letters(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether unequal stretches are the same words, damaged or written short."""
    if explained(result, i1, i2, j1, j2):
        return True
    if not abbreviated(result, i1, i2, j1, j2):
        return False
    result.add(DifferenceKind.WORD, result.quoted(i1, i2), result.found(j1, j2))
    return True


def _behind_the_end(result: Comparison, block: Block) -> bool:
    """Whether a note's call behind the quoted words was laid beside words of the page, or words at an edge
    beside a caption."""
    if beyond(result, block):
        result.calls += 1
        result.excuse(block.i1, block.i2, block.j1, block.j1)
        return True
    i1, i2 = block.i1, block.i2
    if not 0 < i1 < i2 == len(result.fragment.words) or block.j1 == block.j2:
        return False
    if not only_calls(result, i1, i2) and not _call_last(result, block):
        return False
    result.last = block.j1
    result.calls += 1
    result.excuse(i1, i2, block.j1, block.j1)
    return True


def _call_last(result: Comparison, block: Block) -> bool:
    """Whether the last quoted word is a call behind a number that ends the sentence: `1879.12`."""
    words, page = result.fragment.words, result.page
    if block.i2 - block.i1 != 1 or not block.j1:
        return False
    start, end = words.starts[block.i1 - 1], words.ends[block.i1 - 1]
    number = result.fragment.raw[start:end]
    longer = result.fragment.raw[start : words.ends[block.i1]]
    at = page.words.ends[block.j1 - 1]
    behind = page.text.content[at : at + 2]
    return number.isdigit() and with_call(longer, number, behind)


def _is_aside(result: Comparison, block: Block) -> bool:
    """Whether what one side has more is no part of the passage, or tells who speaks in it."""
    i1, i2, j1, j2 = block.i1, block.i2, block.j1, block.j2
    quoted, found = author_aside(result, i1, i2), speaker_named(result, j1, j2)
    interrupts = i1 == i2 and interruption(result, j1, j2)
    furniture = interrupts and breaks_sentence(result, j1)
    furniture = furniture or (i1 == i2 and page_furniture(result, j1, j2))
    if furniture or editors_words(result, i1, i2):
        result.calls += 1
    elif interrupts or (i1 == i2 and whole_lines(result, j1, j2)):
        result.add(DifferenceKind.WORD, "", result.found(j1, j2))
    elif (quoted or i1 == i2) and (found or j1 == j2) and (quoted or found):
        if found:
            result.add(DifferenceKind.WORD, "", result.found(j1, j2))
        else:
            result.calls += 1
    else:
        return False
    result.excuse(i1, i2, j1, j2)
    return True


def _is_missing(result: Comparison, block: Block) -> bool:
    size, total = block.i2 - block.i1, len(result.fragment.words)
    if size < max(MISSING_WORDS, MISSING_SHARE * total):
        return False
    if block.j2 == block.j1:
        return True
    quoted = " ".join(result.fragment.words.folded[block.i1 : block.i2])
    found = " ".join(result.page.words.folded[block.j1 : block.j2])
    return fuzz.ratio(quoted, found) < PAIRED


def _moved(result: Comparison, i1: int, i2: int, placed: Placed) -> bool:
    """Whether a run that is not at its place stands next to the passage: the order was changed."""
    if i2 - i1 < MOVED_WORDS:
        return False
    needle = f" {' '.join(result.fragment.words.folded[i1:i2])} "
    reach = 2 * len(result.fragment.words)
    low, high = max(0, placed.first - reach), min(len(result.page), placed.last + reach)
    page = result.page
    at = page.folded.find(needle, page.offset(low) - 1, page.offset(high))
    if at < 0:
        return False
    first = result.page.word_at(at + 1)
    result.first, result.last = min(result.first, first), max(result.last, first + i2 - i1)
    result.reordered = True
    result.add(DifferenceKind.WORD, result.quoted(i1, i2), "")
    return True


def _from_other_edge(result: Comparison, block: Block, placed: Placed) -> bool:
    """Whether the first quoted words stand right behind the passage, or the last ones right before it, in the
    same sentence."""
    i1, i2, page = block.i1, block.i2, result.page
    run, size = result.fragment.words.folded[i1:i2], i2 - i1
    if size < EDGE_WORDS or size == len(result.fragment.words):
        return False
    if not result.rules.negation.isdisjoint(run) or limits(result.rules, run):
        return False  # what it denies or limits is no longer the same
    if named(result, i1, i2) and named_there(result, block.j1, block.j2):
        return False  # one name in the place of another
    words = page.words.folded
    if i1 == 0 and words[placed.last : placed.last + size] == run:
        beside, bounds = placed.last, (block.j2, placed.last + size)
    elif i2 == len(result.fragment.words) and words[max(0, placed.first - size) : placed.first] == run:
        beside, bounds = placed.first, (placed.first - size, block.j1)
    else:
        return False
    if is_parted(page, beside):
        return False
    result.first, result.last = bounds
    result.reordered = True
    result.add(DifferenceKind.WORD, result.quoted(i1, i2), "")
    result.excuse(i1, i2, block.j1, block.j2)
    return True


def _pairs(quoted: Sequence[str], found: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Unequal stretches cut into pairs of words that answer to each other, in order."""
    if len(quoted) == len(found):
        return [(i, i + 1, i, i + 1) for i in range(len(quoted))]
    pairs: list[tuple[int, int, int, int]] = []
    i, j = 0, 0
    for place, word in enumerate(quoted):
        scores = [(fuzz.ratio(word, found[at]), -at) for at in range(j, min(len(found), j + 12))]
        best, minus = max(scores, default=(0.0, 0))
        if best >= PAIRED:
            if place > i or -minus > j:
                pairs.append((i, place, j, -minus))
            pairs.append((place, place + 1, -minus, 1 - minus))
            i, j = place + 1, 1 - minus
    if i < len(quoted) or j < len(found):
        pairs.append((i, len(quoted), j, len(found)))
    return pairs


def _moved_months(result: Comparison) -> None:
    """`12 June` and `June 12`: a month taken out here and put in there is no other month."""
    moved = [
        d for d in result.differences if d.kind is DifferenceKind.NUMBER and bool(d.quoted) != bool(d.found)
    ]
    for one in [d for d in moved if d.quoted]:
        month = _month(one.quoted, result.rules)
        other = next((d for d in moved if d.found and month == _month(d.found, result.rules)), None)
        if (
            month
            and not other
            and result.first
            and _month(before := _word_before(result), result.rules) == month
        ):
            result.first -= 1
            result.differences.remove(one)
            result.add(DifferenceKind.TYPOGRAPHY, one.quoted, before)
        if month and other:
            moved.remove(other)
            result.differences.remove(other)
            result.differences.remove(one)
            result.add(DifferenceKind.TYPOGRAPHY, one.quoted, other.found)


def _word_before(result: Comparison) -> str:
    return result.found(result.first - 1, result.first)


def _month(shown: str, rules: Rules) -> int | None:
    return month_of("".join(fold_word(shown)), shown, rules)


def _units(result: Comparison) -> None:
    """Units that one side has before the number and the other behind it (`$250`, *250 dollars*) meet here."""
    quoted = [(unit, shown) for mine, unit, shown in result.units if mine]
    found = [(unit, shown) for mine, unit, shown in result.units if not mine]
    for (unit, shown), (other, on_page) in zip(quoted, found, strict=False):
        kind = DifferenceKind.TYPOGRAPHY if unit & other else DifferenceKind.NUMBER
        result.add(kind, shown, on_page)
    for _, shown in quoted[len(found) :]:
        result.add(DifferenceKind.WORD, shown, "")
    for _, on_page in found[len(quoted) :]:
        result.add(DifferenceKind.WORD, "", on_page)
