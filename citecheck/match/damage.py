"""Whether unequal stretches are the same words: calls of notes, hyphenation, scan damage, other figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from citecheck.match.comparison import Comparison
from citecheck.match.fold import fold_word, is_figures
from citecheck.match.lookalike import is_slip, looks_alike, resembles
from citecheck.match.numbers import in_locator, is_call, is_page_number, is_paragraph_number, without_number
from citecheck.match.opposite import negates, opposed, put_before
from citecheck.match.rules import Rules, every_prefix, numbered_rules
from citecheck.match.spelling import same_spelling
from citecheck.match.worded import in_figures, in_words, month_of, roman
from citecheck.model import Difference, DifferenceKind

MUCH_DAMAGE = 3
"""Damaged words from which a passage counts as badly read: one letter in twelve misread makes so many in ten
words."""
BADLY_READ = 8
"""One word in so many is damaged where one letter in thirty is misread: a telling word is as likely to be
damaged as another."""
MISREAD = 60.0
"""`fuzz.ratio` from which what is no word on the page is the quoted word misread: *Reagan*, *agan*."""
GRAVE = (DifferenceKind.NUMBER, DifferenceKind.NEGATION, DifferenceKind.NAME)
SOMEWHAT = 50.0
"""`fuzz.ratio` of such a word to the one found; unrelated words of like length seldom reach it."""
YEAR_DIGITS = 4
POINT = re.compile(r"(?<=\d)[.,](?=\d)")
HYPHENED = re.compile(r"([^\W\d_]*[ъЪ])[-\u2010\u00ac]\s+([^\W\d_]+)")


def explained(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether unequal stretches are the same words: calls, hyphenation, scan damage, figures in words."""
    ours, theirs = "".join(own_words(result, i1, i2)), "".join(page_words(result, j1, j2))
    if i2 - i1 == 2 and (whole := _hyphened(result, i1, i2)):
        ours = whole
    if is_figures(ours) and is_figures(theirs):
        return False  # `17,3` and `173` have the same digits: values decide
    quoted, found = result.quoted(i1, i2), result.found(j1, j2)
    if ours == theirs and _points(quoted) != _points(found):
        return False  # `1.4bn` and `14bn`
    if _same_amount(result, (quoted, i1, i2), (found, j1, j2)):
        result.add(DifferenceKind.TYPOGRAPHY, quoted, found)
        result.excuse(i1, i2, j1, j2)
        return True
    if roman(quoted) is not None and roman(found) is not None:
        return False  # `II` and `III` look alike
    numbered = without_number(ours) == theirs or ours == without_number(theirs)
    lone = not (ours or theirs) and (i1 == i2 or j1 == j2)
    if lone or (numbered and ours != theirs):
        result.calls += 1
        result.excuse(i1, i2, j1, j2)
        return True
    if not (ours or theirs):
        return False
    single = i2 - i1 == j2 - j1 == 1
    damaged = ours != theirs and not (single and same_spelling(ours, theirs, result.rules))
    if damaged and not _damage(result, ours, theirs, single=single):
        return False
    result.possible_ocr |= damaged
    result.damaged += damaged
    result.add(DifferenceKind.TYPOGRAPHY, quoted, found)
    result.excuse(i1, i2, j1, j2)
    return True


def _hyphened(result: Comparison, i1: int, i2: int) -> str | None:
    """Two quoted words as the one that a hyphen parts: the hard sign that folding takes off the end of a word
    (*извъ- ршва*) is a vowel inside."""
    parts = HYPHENED.fullmatch(result.quoted(i1, i2))
    return "".join(fold_word(parts[1] + parts[2])) if parts else None


def _points(shown: str) -> int:
    return len(POINT.findall(shown))


def _damage(result: Comparison, ours: str, theirs: str, *, single: bool) -> bool:
    """Whether two unequal stretches are one but for damage, of the quotation or of the page."""
    if single and _other_word(result.rules, ours, theirs):
        return False
    if ours.isalpha() and not theirs.isalpha() and looks_alike(ours, theirs):
        return True  # a figure in the midst of letters, or for one (`0` for `o`), is none
    real = single and ours.isalpha() and is_word(result, ours, 1)
    if not real:
        if looks_alike(ours, theirs) or (single and _slipped(result, ours, theirs)):
            return True
        return single and ours.isalpha() and resembles(theirs, ours)
    # The quoted word is one; that of the page is none if the page has it here only and no list knows it.
    return not is_word(result, theirs, 2) and (looks_alike(ours, theirs) or resembles(ours, theirs))


def _other_word(rules: Rules, ours: str, theirs: str) -> bool:
    """Whether two words that may look alike say the opposite, or are number words of other values."""
    if opposed([ours], [theirs], rules.code) or negates(rules, ours, theirs):
        return True
    one, other = in_words((ours,), rules), in_words((theirs,), rules)
    return one is not None and other is not None and one != other


def damaged_beyond(result: Comparison) -> None:
    """In a passage with much damage a word that is none, somewhat like a telling one, is damage too: the
    quotation's as the page's."""
    misread = [one for one in result.differences if _is_misread(result, one)]
    damaged = result.damaged + len(misread)
    if damaged < MUCH_DAMAGE:
        return
    if damaged * BADLY_READ >= len(result.fragment.words):
        misread += [one for one in result.differences if _one_sign(one)]
    for one in list(result.differences):
        if one.kind not in GRAVE:
            continue
        ours, theirs = "".join(fold_word(one.quoted)), "".join(fold_word(one.found))
        if one not in misread:
            known = " " in one.quoted + one.found or is_word(result, ours, 1)
            if one.kind is DifferenceKind.NUMBER or not ours or not theirs or known:
                continue
            if fuzz.ratio(ours, theirs) < SOMEWHAT:
                continue
        result.differences.remove(one)
        result.add(DifferenceKind.WORD, one.quoted, one.found)
        result.possible_ocr = True


def _one_sign(one: Difference) -> bool:
    """Whether a single letter tells two words apart; both may be words that are known (*kun*, *kan*)."""
    ours, theirs = "".join(fold_word(one.quoted)), "".join(fold_word(one.found))
    return ours.isalpha() and theirs.isalpha() and OSA.distance(ours, theirs) == 1


def _is_misread(result: Comparison, one: Difference) -> bool:
    """Whether the page has no word where the quotation has one that it somewhat resembles. Plain numbers are
    words of their own."""
    ours, theirs = "".join(fold_word(one.quoted)), "".join(fold_word(one.found))
    if len(ours) < 2 or not theirs or theirs.isdigit() or ours.isdigit():
        return False
    return not is_word(result, theirs, 2) and fuzz.ratio(ours, theirs) >= MISREAD


def is_word(result: Comparison, word: str, times: int) -> bool:
    """Whether a list knows a folded word, or the page has it so many times."""
    rules = result.rules
    if any(
        word in known
        for known in (
            rules.common,
            rules.negation,
            rules.limiting,
            rules.numbers,
            rules.scales,
            rules.months,
            rules.weekdays,
        )
    ):
        return True
    return len(result.page.postings.get(word, ())) >= times


def _same_amount(result: Comparison, ours: tuple[str, int, int], theirs: tuple[str, int, int]) -> bool:
    """Whether one side has in figures what the other has in words, or in roman numerals. Of each side the
    characters and the bounds of the words."""
    (quoted, i1, i2), (found, j1, j2) = ours, theirs
    words, page = result.fragment.words.folded, result.page.words.folded
    one: float | None = in_figures(quoted) or _roman_month(words, i1, i2, quoted)
    other: float | None = in_figures(found) or _roman_month(page, j1, j2, found)
    if (one is None) == (other is None) and (one is None or one != other):
        return False
    if not result.rules.numbers:
        return _in_some_language(words[i1:i2], page[j1:j2], one, other)
    if one is None:
        one = in_words(words[i1:i2], result.rules) or _month(words, i1, i2, quoted, result.rules)
    if other is None:
        other = in_words(page[j1:j2], result.rules) or _month(page, j1, j2, found, result.rules)
    return one is not None and one == other


def _in_some_language(
    quoted: Sequence[str], found: Sequence[str], one: float | None, other: float | None
) -> bool:
    """The same where the language has no list of number words or is not known: any other's may have it."""
    words = quoted if one is None else found
    return (one is None) != (other is None) and any(
        in_words(words, rules) == (other if one is None else one) for rules in numbered_rules()
    )


def _month(words: Sequence[str], first: int, last: int, shown: str, rules: Rules) -> int | None:
    """The number of a month in words, after its day."""
    after_day = last - first == 1 and first > 0 and words[first - 1].isdigit()
    return month_of(words[first], shown, rules) if after_day else None


def _roman_month(words: Sequence[str], first: int, last: int, shown: str) -> int | None:
    """The number of a month that is one roman letter between day and year: *4 V 1811*."""
    if last - first != 1 or not first or last >= len(words):
        return None
    day, year = words[first - 1], words[last]
    dated = day.isdigit() and year.isdigit() and len(year) == YEAR_DIGITS
    return {"I": 1, "V": 5, "X": 10}.get(shown) if dated else None


def only_calls(result: Comparison, i1: int, i2: int) -> bool:
    """Whether the quoted words are nothing but calls of notes and numbers of pages."""
    return not own_words(result, i1, i2)


def own_words(result: Comparison, i1: int, i2: int) -> list[str]:
    """Quoted words, without numbers that may be calls of notes."""
    words, raw = result.fragment.words, result.fragment.raw
    kept = []
    for i in range(i1, i2):
        start, end = words.starts[i], words.ends[i]
        if not is_call(raw, start, end) and not in_locator(raw, start, end):
            kept.append(words.folded[i])
    return kept


def page_words(result: Comparison, j1: int, j2: int) -> list[str]:
    content, words = result.page.text.content, result.page.words
    kept = []
    for j in range(j1, j2):
        start, end = words.starts[j], words.ends[j]
        if not any(counts(content, start, end) for counts in (is_call, is_page_number, is_paragraph_number)):
            kept.append(words.folded[j])
    return kept


def _slipped(result: Comparison, quoted: str, found: str) -> bool:
    if put_before(quoted, found) in (result.rules.prefixes or every_prefix()):
        return False  # it may deny the word
    return (
        not is_word(result, quoted, 1) and is_slip(quoted, found) and not negates(result.rules, quoted, found)
    )
