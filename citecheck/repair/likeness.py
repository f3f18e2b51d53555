"""What the rest of an address says of a gap: identifiers of a known length, repeats, the style of its names.

A gap inside 32 digits of a hash or inside a date is mere white space; one behind them was a sign. A word that
stands whole elsewhere in the address was torn; two words that are parted by a gap twice were parted by a
sign. Where names are written together with capitals (`MapServer`), none is parted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.patterns import late

_ID = re.compile(
    r"(?<![0-9A-Za-z])(?=[\dA-F-]*[A-F])(?=[A-F-]*\d)(?:[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}"
    r"|[\dA-F]{64}|[\dA-F]{40}|[\dA-F]{32}|[\dA-F]{24})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
"""UUIDs (RFC 9562), SHA-256, SHA-1, MD5 and object ids (MongoDB)."""
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_BEFORE, _AFTER = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[a-z][A-Z][a-z]")
_CAMEL_BEFORE = re.compile(r"[A-Z][a-z]{2,40}$")
_SMALL_WORD = late(r"(?<![^\W_])[a-z]{2,40}$")
_ENDING_BEFORE, _ENDING_AFTER = re.compile(r"[^\W_]\.[A-Za-z]{2,5}$"), re.compile(r"\.[a-z]{2,4}(?:[?#]|$)")
_SPACE = re.compile(r"\s+")
_REACH = 70
"""Characters on each side of a gap that are looked at."""
_WHOLE, _WORD = 5, 4
"""Characters of a token, of a word, whose repeat says something."""
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile("[a-z]+$"), re.compile("[a-z]+")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}$")

Traits = dict[str, float]


def of_address(text: str, start: int, places: Sequence[tuple[int, int]]) -> list[Traits]:
    """Traits of the gaps at `places` (from, to) of `text`, whose path begins at `start`."""
    bare = _SPACE.sub("", text)
    lower = bare.lower()
    sides = [_sides(text, left, right) for left, right in places]
    lefts, rights = [one for one, _ in sides], [two for _, two in sides]
    camels = [match.start() for match in _CAMEL.finditer(text, start)]
    found = []
    for (left, right), (one, two) in zip(places, sides, strict=True):
        traits: Traits = {}
        _by_form(text, left, right, traits)
        whole = one + two
        if len(whole) >= _WHOLE and one and two and lower.count(whole) > 1:
            traits["whole again"] = 1.0
        elif _letters_again(one, two, lower):
            traits["letters again"] = 1.0
        if one and two and sides.count((one, two)) > 1:
            traits["pair again"] = 1.0
        elif one and lefts.count(one) > 1:
            traits["left again"] = 1.0
        elif two and rights.count(two) > 1:
            traits["right again"] = 1.0
        if text[left - 1 : left].islower() and text[right : right + 1].isupper():
            near = sum(_near(text, at, left, right) for at in camels)
            traits["camel beside"] = 1.0 * (near > 0)
            traits["camel apart"] = 1.0 * (len(camels) > near)
            head = _CAMEL_BEFORE.search(text, max(0, left - _REACH), left)
            if head and len(re.findall(head[0] + "[A-Z]", bare)) > 1:
                traits["camel sibling"] = 1.0
            traits["small word, capital"] = 1.0 * (
                _SMALL_WORD.search(text, max(0, left - _REACH), left) is not None
            )
        found.append(traits)
    return found


def _letters_again(one: str, two: str, lower: str) -> bool:
    """Whether the letters at the gap make a word that stands elsewhere in the address."""
    before, after = _LETTERS_BEFORE.search(one), _LETTERS_AFTER.match(two)
    whole = before[0] + after[0] if before and after else ""
    return len(whole) >= _WORD and lower.count(whole) > 1


def _sides(text: str, left: int, right: int) -> tuple[str, str]:
    before = _BEFORE.search(text, max(0, left - _REACH), left)
    after = _AFTER.match(text, right, right + _REACH)
    return (before[0].lower() if before else "", after[0].lower() if after else "")


def _near(text: str, at: int, left: int, right: int) -> bool:
    """Whether what stands between `at` and the gap is one name."""
    between = text[at:left] if at < left else text[right:at]
    return between.isalnum()


def _by_form(text: str, left: int, right: int, traits: Traits) -> None:
    """Identifiers, dates, escaped characters and lone capitals."""
    before, after = text[max(0, left - _REACH) : left], text[right : right + _REACH]
    joint = _SPACE.sub("", before), _SPACE.sub("", after)
    at, whole = len(joint[0]), joint[0] + joint[1]
    if any(match.start() < at < match.end() for match in _ID.finditer(whole)):
        traits["inside id"] = 1.0
    elif any(m.end() == len(before) for m in _ID.finditer(before)) or _ID.match(after):
        traits["beside id"] = 1.0
    if any(match.start() < at < match.end() for match in _DATE.finditer(whole)):
        traits["inside date"] = 1.0
    elif any(m.end() == len(before) for m in _DATE.finditer(before)) or _DATE.match(after):
        traits["beside date"] = 1.0
    if _ENDING_AFTER.match(after):
        traits["before ending"] = 1.0
        traits["between endings"] = 1.0 * (_ENDING_BEFORE.search(before) is not None)
    if _ESCAPE.search(before):
        traits["behind escape"] = 1.0
        traits["behind escaped space"] = 1.0 * before.endswith("%20")
    if before[-1:].isupper() and after[:1].islower():
        ahead = before[-2:-1]
        traits["capital torn, inside" if ahead.islower() else "capital torn, first"] = 1.0 * (
            not ahead.isupper()
        )
    if before[-1:].isupper() and after[:2].isupper() and not before[-2:-1].isupper():
        traits["capitals torn"] = 1.0
