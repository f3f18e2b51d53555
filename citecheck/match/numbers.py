"""Numbers as values: `17,3` is `17.3`, `2 482` is `2482`, `58 mille` is `58 000`.

Compared in order and one by one, so that one of two equal percentages cannot change unseen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from citecheck.match.fold import (
    DIGITS,
    FRACTIONS,
    ONE_BY_ONE,
    PAGES,
    WORD,
    fold_word,
    is_joint,
    split_words,
    western,
    without_calls,
)
from citecheck.match.rules import Rules
from citecheck.match.shortened import short_scale

_SIGNS = "".join(FRACTIONS)
NUMBER = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3}(?!\d))+(?:[.,]\d+)?"
    rf"|(?:\d+[ \u00a0\u202f\u2009-]?)?(?P<fraction>[{_SIGNS}])(?P=fraction)*|\d+(?:[.,]\d+)*"
)
SEPARATORS = re.compile(r"[.,]")
BEFORE_SCALE = re.compile(r"[*_⁰¹²³⁴-⁹]{0,4}\s")
"""Marks of emphasis or a raised note number may stand between a number and its scale word."""
LONGEST_SCALE = 30
"""Characters of a scale word, soft hyphens and marks of stress or vowels included."""
BLANKS = (
    DIGITS
    | {0xFF10 + value: str(value) for value in range(10)}
    | str.maketrans("", "", " \u00a0\u202f\u2009'’")
)
_EXACT = Decimal("0.0001")
MOST_DIGITS = 25
"""Longer runs of digits are codes; they are compared as they stand."""


_LETTER = re.compile(f"[^\\W\\d_{ONE_BY_ONE}\uac00-\ud7af]")
"""Of a script that parts its words: in others, and before Korean endings, a number stands against words."""
CALL_DIGITS = 3
CLOSING = '.,;:!?»”")]%'
POINTS = ".,:"
"""Marks that stand inside numbers."""
LOCATOR = re.compile(
    rf"(?i)\(\s?{PAGES}\d{{1,4}}[rv]?(?:\s?[-–]\s?\d{{1,4}})?\s?\)"
    r"|(?<!\w)([|/]{1,2})\s?\d{1,4}\s?\1(?!\w)|\{\s?\d{1,4}\s?\}"
)
"""The page that an author or an editor marks inside a passage: `(p. 319)`, `//47//`, `{5}`."""
LONGEST_LOCATOR = 20
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place; `key` is equal for equal values."""

    key: str
    start: int
    end: int
    glued: bool
    """Stands against a letter or a closing mark with no space, or in brackets: perhaps a note number."""
    bare: str = ""
    """The same without the scale word that follows."""
    scale: int = -1
    """Where that word begins."""
    whole: tuple[int, int] = (-1, -1)
    """Bounds of what it is printed in: of `12.05.2018` for each of its three numbers."""


def numbers_in(raw: str, rules: Rules, offset: int = 0) -> list[Number]:
    """Numbers of `raw` in order; `offset` is added to their places. A digit inside a word is none.

    >>> from citecheck.match.rules import rules_for
    >>> [number.key for number in numbers_in("le 12.05.2018, 17,30 % de 2 482 et 58 mille", rules_for("fr"))]
    ['12', '5', '2018', '17.3', '2482', '58000']
    >>> [number.key for number in numbers_in("3½ miles, 3 1/2 miles, 3.5 miles", rules_for("en"))]
    ['3.5', '3.5', '3.5']
    """
    numbers: list[Number] = []
    raw = western(without_calls(raw))
    for found in NUMBER.finditer(raw):
        start, end = found.span()
        before, after = raw[start - 1 : start], raw[end : end + 1]
        letter, other = _LETTER.match(before) is not None, _LETTER.match(after) is not None
        if letter and other:
            continue
        glued = (bool(before) and (letter or before in CLOSING)) or other
        glued = glued or is_call(raw, start, end) or in_locator(raw, start, end)
        keys = [_mixed(found)] if found["fraction"] else _values(found[0])
        if len(keys) == 1:
            factor, scaled = _scale(raw, end, rules)
            if factor == 1:
                factor, scaled = short_scale(raw, start, end, rules)
            at = scaled - 1 + offset if factor > 1 else -1
            key = _times(keys[0], factor)
            whole = (start + offset, scaled + offset)
            numbers.append(Number(key, *whole, glued, keys[0], at, whole))
            continue
        whole = (start + offset, end + offset)
        for key, part in zip(keys, re.finditer(r"\d+", found[0]), strict=False):
            numbers.append(Number(key, whole[0] + part.start(), whole[0] + part.end(), glued, key, -1, whole))
    return numbers


ITEM_END = re.compile(r"[.;:!?…。！？][\"'”’»“)\]]*\s*$")
ITEM_TEXT = re.compile(r"[.)\]]{0,2}[ \t\u00a0]+[\"'“‘«„(\[]*[^\W\d_]")
"""What a paragraph ends with, and what stands behind the number of the next one."""


def is_call(raw: str, start: int, end: int) -> bool:
    """Whether the word `raw[start:end]` may be the call of a note.

    Digits right after a closing mark, raised, or in brackets; three digits in brackets with a space before
    them are more likely a number.
    """
    shown = raw[start:end]
    if len(shown) > CALL_DIGITS or not shown.isdigit():
        return False
    before = raw[start - 1 : start] if start else ""
    if raw[end : end + 1] in (".", ":") and raw[end + 1 : end + 2].isdigit():
        return False  # `B.5.2`
    after_digit = before in POINTS and start > 1 and raw[start - 2].isdigit()
    if before == "(" and raw[end : end + 1] == ")":
        glued = start > 1 and not raw[start - 2].isspace()
        return glued or len(shown) < CALL_DIGITS
    return shown[0] in SUPERSCRIPTS or (bool(before) and before in CLOSING and not after_digit)


def in_locator(raw: str, start: int, end: int) -> bool:
    """Whether the word `raw[start:end]` stands in the mark of a page, the *p.* of `(p. 319)` included."""
    first = max(0, start - LONGEST_LOCATOR)
    around = raw[first : end + LONGEST_LOCATOR]
    return any(
        first + mark.start() <= start and end <= first + mark.end() for mark in LOCATOR.finditer(around)
    )


def with_call(longer: str, shorter: str, behind: str) -> bool:
    """Whether one printed number is the other with a note's call: `1879.12` beside `1879` before a stop.

    `behind`: the text that follows the shorter one; where a figure is behind its mark, the number goes on.

    >>> with_call("1879,103", "1879", ", and"), with_call("12.5", "12", " pounds")
    (True, False)
    >>> with_call("27:34", "27", ":24 h")
    False
    """
    mark, digits = longer[len(shorter) : len(shorter) + 1], longer[len(shorter) + 1 :]
    return (
        longer.startswith(shorter)
        and behind[:1] == mark
        and not behind[1:2].isdigit()
        and mark in CLOSING
        and 0 < len(digits) <= CALL_DIGITS
        and digits.isdigit()
        and digits[0] != "0"
    )


def is_page_number(raw: str, start: int, end: int) -> bool:
    r"""Whether the word `raw[start:end]` is a number alone on its line, as at the end of a page.

    >>> is_page_number("the br-\n161\nidge", 8, 11), is_page_number("in 161 years", 3, 6)
    (True, False)
    """
    if end - start > CALL_DIGITS + 1 or not raw[start:end].isdigit():
        return False
    before, _, lead = raw[max(0, start - 40) : start].rpartition("\n")
    tail, _, behind = raw[end : end + 40].partition("\n")
    return bool(before and behind) and not any(sign.isalnum() for sign in lead + tail)


def is_paragraph_number(raw: str, start: int, end: int) -> bool:
    r"""Whether the word `raw[start:end]` counts the paragraph or item that it begins, behind one that has
    ended: judgments and laws number them.

    >>> is_paragraph_number("was lost.\n13 The deed", 10, 12), is_paragraph_number("for\n13 loads.", 4, 6)
    (True, False)
    """
    if end - start > CALL_DIGITS + 1 or not raw[start:end].isdigit():
        return False
    before, _, lead = raw[max(0, start - 40) : start].rpartition("\n")
    opened = lead.strip() in ("", "(", "[", "§")
    return opened and ITEM_END.search(before) is not None and ITEM_TEXT.match(raw, end) is not None


def without_number(word: str) -> str:
    """A folded word without a note number glued to its beginning or end.

    >>> without_number("83usd"), without_number("pays12"), without_number("2018")
    ('usd', 'pays', '2018')
    """
    letters = word.strip("0123456789")
    return letters if letters and len(word) - len(letters) <= CALL_DIGITS else word


def unequal(quoted: Sequence[Number], found: Sequence[Number]) -> list[tuple[Number | None, Number | None]]:
    """Pairs of numbers that differ, in order; `None` where a side has none."""
    left, right = [number.key for number in quoted], [number.key for number in found]
    if left == right:
        return []
    pairs: list[tuple[Number | None, Number | None]] = []
    for code in Levenshtein.opcodes(left, right):
        if code.tag == "equal":
            continue
        ours, theirs = quoted[code.src_start : code.src_end], found[code.dest_start : code.dest_end]
        for index in range(max(len(ours), len(theirs))):
            one = ours[index] if index < len(ours) else None
            other = theirs[index] if index < len(theirs) else None
            alone = one if other is None else other if one is None else None
            if alone is None or not alone.glued:
                pairs.append((one, other))
    return list({_place(one, other): (one, other) for one, other in pairs}.values())


def _place(one: Number | None, other: Number | None) -> tuple[int, int]:
    """Parts of one date are one difference."""
    return one.whole[0] if one else -1, other.whole[0] if other else -1


def _values(shown: str) -> list[str]:
    """Keys of what one run of digits and separators stands for: several for `12.05.2018`."""
    shown = shown.translate(BLANKS)
    parts = SEPARATORS.split(shown)
    if len(parts) == 1:
        return [_plain(shown)]
    marks = SEPARATORS.findall(shown)
    if len(parts) == 2:
        thousands = len(parts[1]) == 3 and 0 < len(parts[0].lstrip("0")) <= 3
        return [_plain(parts[0] + parts[1])] if thousands else [_decimal(parts[0], parts[1])]
    grouped = all(len(part) == 3 for part in parts[1:-1]) and len(set(marks[:-1])) == 1 and len(parts[0]) <= 3
    if grouped and marks[-1] != marks[0]:
        return [_decimal("".join(parts[:-1]), parts[-1])]
    if grouped and len(parts[-1]) == 3:
        return [_plain("".join(parts))]
    return [_plain(part) for part in parts]


def _mixed(found: re.Match[str]) -> str:
    """Key of a fraction, with the whole number before it if any; thirds are rounded."""
    above, below = FRACTIONS[found["fraction"]]
    whole = "".join(sign for sign in found[0] if sign.isdigit())
    return format((int(whole or 0) + Decimal(above) / below).quantize(_EXACT).normalize(), "f")


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _decimal(whole: str, fraction: str) -> str:
    fraction = fraction.rstrip("0")
    return f"{_plain(whole)}.{fraction}" if fraction else _plain(whole)


def _scale(raw: str, end: int, rules: Rules) -> tuple[int, int]:
    """Factor of a scale word right after a number, and where it ends."""
    gap = BEFORE_SCALE.match(raw, end)
    word = WORD.match(raw, gap.end()) if gap else None
    if gap is None or word is None:
        return 1, end
    stop = word.end()
    folded = "".join(fold_word(word[0]))
    if is_joint(raw[stop : stop + 1]):
        words = split_words(raw[gap.end() : gap.end() + LONGEST_SCALE])
        folded, stop = words.folded[0], gap.end() + words.ends[0]
    factor = rules.scales.get(folded, 1)
    return factor, stop if factor > 1 else end


def _times(key: str, factor: int) -> str:
    if factor == 1 or len(key) > MOST_DIGITS:
        return key
    value = (Decimal(key) * factor).normalize()
    return format(value, "f")
