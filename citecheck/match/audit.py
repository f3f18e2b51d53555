"""What differs between a quoted run of words and the passage it was found at, worst kind first.

Damage that changes no word is taken out first (hyphenation, look-alike signs, glued note numbers); of what
is left numbers are compared as values, then negations and limiting words, names, other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from citecheck.match.align import Block, Placed
from citecheck.match.fold import same_but_for_type
from citecheck.match.lookalike import is_damaged, is_slip, looks_alike
from citecheck.match.names import is_inflection, is_name
from citecheck.match.numbers import Number, is_call, numbers_in, unequal, without_number
from citecheck.match.page import Page
from citecheck.match.quoted import Fragment
from citecheck.match.rules import Rules
from citecheck.model import Difference, DifferenceKind

MISSING_WORDS = 4
MISSING_SHARE = 0.2
"""A run of quoted words that the page lacks is a missing part from this many words and this share on."""
PAIRED = 60.0
"""`fuzz.ratio` from which two words of unequal stretches are readings of one word."""
MOVED_WORDS = 3
"""Words of a run that stands elsewhere near by, from which the quotation counts as reordered."""


@dataclass(slots=True)
class Comparison:
    """What the audit of one fragment gathers."""

    fragment: Fragment
    page: Page
    rules: Rules
    differences: list[Difference] = field(default_factory=list)
    possible_ocr: bool = False
    reordered: bool = False
    calls: int = 0
    """Note numbers on one side, which are no words of the passage."""
    missing: int = 0
    """Quoted words in runs that the page lacks."""
    excused: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of the quotation, and of the page, whose numbers are explained."""
    excused_page: list[tuple[int, int]] = field(default_factory=list)
    verbatim: bool = True
    """Same words, accents and punctuation."""
    first: int = 0
    last: int = 0
    """Page words of the passage, widened by what was moved."""

    def quoted(self, i1: int, i2: int) -> str:
        words = self.fragment.words
        return self.fragment.raw[words.starts[i1] : words.ends[i2 - 1]] if i2 > i1 else ""

    def found(self, j1: int, j2: int) -> str:
        return self.page.span(j1, j2).of(self.page.text.content) if j2 > j1 else ""

    def add(self, kind: DifferenceKind, quoted: str, found: str) -> None:
        self.differences.append(Difference(kind, quoted, found))

    def excuse(self, i1: int, i2: int, j1: int, j2: int) -> None:
        words, page = self.fragment.words, self.page.words
        if i2 > i1:
            self.excused.append((words.starts[i1], words.ends[i2 - 1]))
        if j2 > j1:
            self.excused_page.append((page.starts[j1], page.ends[j2 - 1]))


def audit(fragment: Fragment, page: Page, placed: Placed, rules: Rules) -> Comparison:
    """Compare a fragment of a quotation with the place it was found at."""
    result = Comparison(fragment, page, rules, first=placed.first, last=placed.last)
    quoted, found = result.quoted(0, len(fragment.words)), result.found(placed.first, placed.last)
    result.verbatim = same_but_for_type(quoted, found)
    if placed.exact and result.verbatim:
        return result
    for block in placed.blocks:
        if block.equal:
            _accents(result, block)
        else:
            _unequal(result, block, placed)
    _numbers(result)
    if result.calls and not result.differences and not result.missing:
        result.verbatim = True
    return result


def _accents(result: Comparison, block: Block) -> None:
    """Words equal but for accents: typography, since capitals and scans lose them."""
    for step in range(block.i2 - block.i1):
        i, j = block.i1 + step, block.j1 + step
        quoted, found = result.quoted(i, i + 1), result.found(j, j + 1)
        if quoted != found and not same_but_for_type(quoted, found):
            result.add(DifferenceKind.TYPOGRAPHY, quoted, found)


def _unequal(result: Comparison, block: Block, placed: Placed) -> None:
    words, page_words = result.fragment.words.folded, result.page.words.folded
    i1, i2, j1, j2 = block.i1, block.i2, block.j1, block.j2
    if _is_missing(result, block):
        if not _moved(result, i1, i2, placed):
            result.missing += i2 - i1
        result.excuse(i1, i2, j1, j2)
        return
    if _explained(result, i1, i2, j1, j2):
        return
    for a1, a2, b1, b2 in _pairs(words[i1:i2], page_words[j1:j2]):
        group = (i1 + a1, i1 + a2, j1 + b1, j1 + b2)
        if not _explained(result, *group):
            _classify(result, *group)


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
    offsets = result.page.offsets
    at = result.page.folded.find(needle, offsets[low] - 1, offsets[high])
    if at < 0:
        return False
    first = result.page.word_at(at + 1)
    result.first, result.last = min(result.first, first), max(result.last, first + i2 - i1)
    result.reordered = True
    result.add(DifferenceKind.WORD, result.quoted(i1, i2), "")
    return True


def _explained(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether unequal stretches are the same words: note numbers, hyphenation, scan damage."""
    ours, theirs = "".join(_own_words(result, i1, i2)), "".join(_page_words(result, j1, j2))
    if ours.isdigit() and theirs.isdigit():
        return False  # `17,3` and `173` have the same digits: values decide
    numbered = without_number(ours) == theirs or ours == without_number(theirs)
    lone = not (ours or theirs) and (i1 == i2 or j1 == j2)
    if lone or (numbered and ours != theirs):
        result.calls += 1
        result.excuse(i1, i2, j1, j2)
        return True
    if not (ours or theirs):
        return False
    single = i2 - i1 == j2 - j1 == 1
    damaged = ours != theirs
    real = single and ours.isalpha() and ours in result.page.postings
    alike = not real and looks_alike(ours, theirs)
    if damaged and not alike and not (single and _slipped(result, ours, theirs)):
        return False
    result.possible_ocr |= damaged
    result.add(DifferenceKind.TYPOGRAPHY, result.quoted(i1, i2), result.found(j1, j2))
    result.excuse(i1, i2, j1, j2)
    return True


def _own_words(result: Comparison, i1: int, i2: int) -> list[str]:
    """Quoted words, without numbers that may be calls of notes."""
    words = result.fragment.words
    return [
        words.folded[i]
        for i in range(i1, i2)
        if not is_call(result.fragment.raw, words.starts[i], words.ends[i])
    ]


def _page_words(result: Comparison, j1: int, j2: int) -> list[str]:
    content, words = result.page.text.content, result.page.words
    return [words.folded[j] for j in range(j1, j2) if not is_call(content, words.starts[j], words.ends[j])]


def _slipped(result: Comparison, quoted: str, found: str) -> bool:
    if quoted in result.page.postings:
        return False
    known = result.rules.negation | result.rules.limiting | result.rules.common
    return (
        quoted not in known
        and quoted not in result.rules.numbers
        and is_slip(quoted, found)
        and not _negates(result.rules, quoted, found)
    )


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


def _classify(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> None:
    """Say of what kind a difference is. Digits are left to the comparison of values."""
    rules = result.rules
    left = [word for word in _own_words(result, i1, i2) if not word.isdigit()]
    right = [word for word in _page_words(result, j1, j2) if not word.isdigit()]
    if left == right:
        return
    after_digits = i1 > 0 and result.fragment.words.folded[i1 - 1].isdigit()
    if all(word in rules.scales for word in (*left, *right)) and (after_digits or not (left and right)):
        return  # the number's value says it
    quoted, found = result.quoted(i1, i2), result.found(j1, j2)
    if _same_meaning(rules, left, right):
        result.add(DifferenceKind.TYPOGRAPHY, quoted, found)
        return
    result.add(_kind(result, left, right, quoted, found, (i1, i2, j1, j2)), quoted, found)


def _kind(
    result: Comparison,
    left: list[str],
    right: list[str],
    quoted: str,
    found: str,
    place: tuple[int, int, int, int],
) -> DifferenceKind:
    rules = result.rules
    if _valued(rules, left) != _valued(rules, right):
        return DifferenceKind.NUMBER
    if len(left) == len(right) == 1 and _misread(result, left[0], right[0]):
        return DifferenceKind.WORD
    inflected = len(left) == len(right) == 1 and is_inflection(left[0], right[0])
    if _reversed(rules, left, right, inflected):
        return DifferenceKind.NEGATION
    i1, i2, j1, j2 = place
    if inflected:
        return DifferenceKind.WORD
    words, page = result.fragment.words, result.page
    ours = any(is_name(result.fragment.raw, words.starts[i], words.ends[i], rules) for i in range(i1, i2))
    theirs = any(
        is_name(page.text.content, page.words.starts[j], page.words.ends[j], rules) for j in range(j1, j2)
    )
    if left and (ours or (theirs and right)):
        return DifferenceKind.NAME
    return DifferenceKind.WORD


def _misread(result: Comparison, quoted: str, found: str) -> bool:
    """Whether a quoted word is no word that is known, but like the one found: damage rather than intent."""
    known = quoted in result.page.postings or quoted in result.rules.common
    return not known and not _negates(result.rules, quoted, found) and is_damaged(quoted, found)


def _same_meaning(rules: Rules, left: list[str], right: list[str]) -> bool:
    """`%` for *percent*, a month's short name for its long one."""
    percent = rules.percent | {"%"}
    if left and right and all(w in percent for w in left) and all(w in percent for w in right):
        return True
    if len(left) == len(right) == 1:
        month = rules.months.get(left[0])
        return month is not None and month == rules.months.get(right[0])
    return False


def _valued(rules: Rules, words: list[str]) -> Counter[tuple[str, int]]:
    """Number words, months and scale words in a stretch, as values."""
    values: Counter[tuple[str, int]] = Counter()
    for word in words:
        for table, name in ((rules.numbers, "n"), (rules.months, "m"), (rules.scales, "s")):
            if word in table:
                values[name, table[word]] += 1
    return values


def _reversed(rules: Rules, left: list[str], right: list[str], inflected: bool) -> bool:
    """Whether one side has a negation or a limiting word that the other has not."""
    if sum(word in rules.negation for word in left) != sum(word in rules.negation for word in right):
        return True
    ours, theirs = set(left) & rules.limiting, set(right) & rules.limiting
    if ours != theirs and not inflected:
        return True
    return len(left) == len(right) == 1 and _negates(rules, left[0], right[0])


def _negates(rules: Rules, left: str, right: str) -> bool:
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= 3 and any(longer == prefix + shorter for prefix in rules.prefixes)


def _numbers(result: Comparison) -> None:
    words = result.fragment.words
    quoted = _kept(
        numbers_in(result.fragment.raw[: words.ends[-1]], result.rules), words.starts[0], result.excused
    )
    span = result.page.span(result.first, result.last)
    around = max(0, span.start - 1)
    content = result.page.text.content[around : span.end + 24]
    found = _kept(numbers_in(content, result.rules, around), span.start, result.excused_page)
    found = [number for number in found if number.start < span.end]
    for ours, theirs in unequal(quoted, found):
        result.add(
            DifferenceKind.NUMBER,
            result.fragment.raw[ours.start : ours.end] if ours else "",
            result.page.text.content[theirs.start : theirs.end] if theirs else "",
        )


def _kept(numbers: list[Number], start: int, excused: list[tuple[int, int]]) -> list[Number]:
    return [
        number
        for number in numbers
        if number.start >= start and not any(low <= number.start < high for low, high in excused)
    ]
