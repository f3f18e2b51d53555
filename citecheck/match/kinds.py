"""Of what kind a difference is: none at all, a number, a negation, a name, another word.

Limiting words (*only*, *all*) and words for their opposites (*more* for *less*) count as negations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from citecheck.match.comparison import Comparison
from citecheck.match.damage import is_word, own_words, page_words
from citecheck.match.fold import fold_word, is_figures
from citecheck.match.lookalike import is_damaged, one_slip
from citecheck.match.names import is_inflection, is_name
from citecheck.match.numbers import without_number
from citecheck.match.opposite import negates, opposed
from citecheck.match.phrases import hedges, held
from citecheck.match.rules import Rules
from citecheck.match.units import unit_at, units_of
from citecheck.match.worded import amounts
from citecheck.model import DifferenceKind

DIGITS = re.compile(r"\d+")
NEITHER_NOR = "weder", "noch"


def units_compared(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether unequal stretches are units beside numbers; what they say is then noted."""
    words, page = result.fragment.words.folded, result.page.words.folded
    mine, other = unit_at(words, i1, i2, result.rules), unit_at(page, j1, j2, result.rules)
    if other and not mine and i1 == 0:  # the number stands before the quotation
        mine = units_of(tuple(words[i1:i2]), result.rules.code)
    if not (mine and other) and not (mine and j1 == j2) and not (other and i1 == i2):
        return False
    if mine and other:
        kind = DifferenceKind.TYPOGRAPHY if mine & other else DifferenceKind.NUMBER
        result.add(kind, result.quoted(i1, i2), result.found(j1, j2))
    elif mine:
        result.units.append((True, mine, result.quoted(i1, i2)))
    elif other:
        result.units.append((False, other, result.found(j1, j2)))
    result.excuse(i1, i2, j1, j2)
    return True


def other_hedge(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether unequal stretches hold different limiting phrases of several words (*up to*, *at least*)."""
    ours = _hedges(result.rules, result.fragment.words.folded[i1:i2])
    return ours != _hedges(result.rules, result.page.words.folded[j1:j2])


def same_phrase(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether unequal stretches are a contraction and its full form."""
    same = result.rules.same
    group = same.get(result.fragment.words.folded[i1:i2])
    if group is None or group != same.get(result.page.words.folded[j1:j2]):
        return False
    result.add(DifferenceKind.WORD, result.quoted(i1, i2), result.found(j1, j2))
    return True


def classify(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> None:
    """Say of what kind a difference is. Digits are left to the comparison of values."""
    rules = result.rules
    left = [word for word in own_words(result, i1, i2) if not is_figures(word)]
    right = [word for word in page_words(result, j1, j2) if not is_figures(word)]
    if left == right:
        return
    if _printed_twice(result, i1, i2, j1, j2):
        result.add(DifferenceKind.WORD, result.quoted(i1, i2), result.found(j1, j2))
        return
    after_digits = i1 > 0 and result.fragment.words.folded[i1 - 1].isdigit()
    if all(word in rules.scales for word in (*left, *right)) and (after_digits or not (left and right)):
        return  # the number's value says it
    left, right = [without_number(word) for word in left], [without_number(word) for word in right]
    quoted, found = result.quoted(i1, i2), result.found(j1, j2)
    if _same_meaning(rules, left, right):
        result.add(DifferenceKind.TYPOGRAPHY, quoted, found)
        return
    kind = _kind(result, left, right, quoted, found, (i1, i2, j1, j2))
    result.add(kind, quoted, found)
    if kind is DifferenceKind.WORD and not rules.scales.keys().isdisjoint((*left, *right)):
        result.excuse(i1, i2, j1, j2)  # `83 тс` for `83 тыс`


def _printed_twice(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether a word too many is the one beside it once more (*the the*); a second *not* is told as one."""
    if i1 < i2 and j1 < j2:
        return False
    words, first, last = result.fragment.words.folded, i1, i2
    if i1 == i2:
        words, first, last = result.page.words.folded, j1, j2
    size, run = last - first, words[first:last]
    if result.rules.negation.intersection(run):
        return False
    return run in (words[max(0, first - size) : first], words[last : last + size])


def _kind(
    result: Comparison,
    left: list[str],
    right: list[str],
    quoted: str,
    found: str,
    place: tuple[int, int, int, int],
) -> DifferenceKind:
    rules = result.rules
    i1, i2, j1, j2 = place
    ours, theirs = _amounts(result.quoted, i1, i2, rules), _amounts(result.found, j1, j2, rules)
    if _other_code(quoted, found):
        return DifferenceKind.NUMBER
    if len(left) == len(right) == 1:
        if not ours and _misread(result, left[0], right[0], 1):
            return DifferenceKind.WORD
        other = named(result, i1, i2) and named_there(result, j1, j2) and not one_slip(left[0], right[0])
        if not theirs and not other and _misread(result, right[0], left[0], 2):
            return DifferenceKind.WORD
    if ours != theirs or _other_day(rules, left, right):
        return DifferenceKind.NUMBER
    inflected = len(left) == len(right) == 1 and is_inflection(left[0], right[0])
    if _reversed(rules, _without_still(result, left), _without_still(result, right), inflected):
        return DifferenceKind.NEGATION
    if inflected:
        return DifferenceKind.WORD
    if left and (named(result, i1, i2) or (right and named_there(result, j1, j2))):
        return DifferenceKind.NAME
    return DifferenceKind.WORD


def named(result: Comparison, i1: int, i2: int) -> bool:
    """Whether a quoted word is a name, as it is written there."""
    words, raw = result.fragment.words, result.fragment.raw
    return any(is_name(raw, words.starts[i], words.ends[i], result.rules) for i in range(i1, i2))


def named_there(result: Comparison, j1: int, j2: int) -> bool:
    """The same of words of the page."""
    words, content = result.page.words, result.page.text.content
    return any(is_name(content, words.starts[j], words.ends[j], result.rules) for j in range(j1, j2))


def _amounts(
    shown: Callable[[int, int], str], first: int, last: int, rules: Rules
) -> Counter[tuple[str, float]]:
    raw = [shown(at, at + 1) for at in range(first, last)]
    return amounts(["".join(fold_word(one)) for one in raw], raw, rules)


def _other_day(rules: Rules, left: list[str], right: list[str]) -> bool:
    """Whether both sides name a day of the week, and not the same one."""
    ours = {rules.weekdays[word] for word in left if word in rules.weekdays}
    theirs = {rules.weekdays[word] for word in right if word in rules.weekdays}
    return bool(ours and theirs) and ours != theirs


def _other_code(quoted: str, found: str) -> bool:
    """Whether two words have the same letters around other digits: `ext3`, `ext4`."""
    ours, theirs = DIGITS.findall(quoted), DIGITS.findall(found)
    return bool(ours and theirs) and ours != theirs and DIGITS.split(quoted) == DIGITS.split(found)


def _misread(result: Comparison, damaged: str, word: str, times: int) -> bool:
    """Whether one side has no word that is known, but something like the other's: damage rather than intent.
    A word of the page is known that stands there `times`, its own place included."""
    if is_word(result, damaged, times) or opposed([damaged], [word], result.rules.code):
        return False
    return not negates(result.rules, damaged, word) and is_damaged(damaged, word)


def _same_meaning(rules: Rules, left: list[str], right: list[str]) -> bool:
    """`%` for *percent*, a month's short name for its long one."""
    percent = rules.percent | {"%"}
    if left and right and all(w in percent for w in left) and all(w in percent for w in right):
        return True
    if len(left) == len(right) == 1:
        month = rules.months.get(left[0])
        return month is not None and month == rules.months.get(right[0])
    return False


def _reversed(rules: Rules, left: list[str], right: list[str], inflected: bool) -> bool:
    """Whether one side has a negation or a limiting word that the other has not, or says the opposite."""
    if sum(word in rules.negation for word in left) != sum(word in rules.negation for word in right):
        return True
    if opposed(left, right, rules.code):
        return True
    ours, theirs = limits(rules, left), limits(rules, right)
    if ours != theirs and not inflected:
        return True
    return len(left) == len(right) == 1 and negates(rules, left[0], right[0])


def _without_still(result: Comparison, words: list[str]) -> list[str]:
    """`words` without German *noch* where it is *still*: *nor* is it behind *weder* alone."""
    neither, nor = NEITHER_NOR
    if result.rules.code != "de" or nor not in words:
        return words
    passage = result.page.words.folded[result.first : result.last]
    if neither in result.fragment.words.folded or neither in passage:
        return words
    return [word for word in words if word != nor]


def limits(rules: Rules, words: Sequence[str]) -> frozenset[str]:
    """Limiting words and phrases of a stretch."""
    return rules.limiting.intersection(words) | _hedges(rules, words)


def _hedges(rules: Rules, words: Sequence[str]) -> set[str]:
    return {" ".join(hedge) for hedge in held(words, hedges(rules))}
