"""Damage by scanning and typing: letters that look alike, a sign more or less inside a word.

A difference of this kind may be the manuscript's own damage (`l'an 2O18`, `govemment`), so it is never
called an alteration.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

LEAST_LETTERS = 4
"""Shorter words are other words after one changed letter (*not*, *now*)."""
SHORT = 3
"""Letters from which one wrong letter in an unknown word is a misreading."""
DAMAGED = 70.0
"""`fuzz.ratio` from which an unknown word is a damaged form of the one found (`ur` of *nur* has 80)."""
SHAPES = (
    "ceo", "aod", "nuhrm", "hbkl", "iltfj1r!", "s58z3", "vyw", "gq9y", "bd6", "pqg", "xk",
    "есоаэ0", "нипйкцв", "шщтмиж", "гтrчr", "лдпа", "ьъыбв", "зэв3", "хжк", "учц",
    "іїl1iй", "ўу", "яля", "фр",
)  # fmt: skip
"""Letters of like shape in print, by the strokes they share: a wider circle than `data/lookalikes.tsv`, for
words of a page that are no words."""
MISREAD_SHARE = 4
"""One letter of so many may be misread."""
LONG_WORD = 8
"""From here on two slips in one word are still slips."""


def looks_alike(left: str, right: str) -> bool:
    """Whether two folded stretches are equal but for signs that look alike. Two plain numbers never are.

    >>> looks_alike("2o18", "2018"), looks_alike("govemment", "government"), looks_alike("i388", "i386")
    (True, True, False)
    """
    if (left.isdigit() and right.isdigit()) or _other_digits(left, right):
        return left == right
    return skeleton(left) == skeleton(right) or _digits_overwritten(left, right)


def is_slip(quoted: str, found: str) -> bool:
    """Whether one or two signs inside a word were hit wrongly. An ending is no slip: it is grammar.

    >>> is_slip("consitution", "constitution"), is_slip("voted", "votes"), is_slip("now", "not")
    (True, False, False)
    """
    shorter = min(len(quoted), len(found))
    if shorter > 1 and quoted.isalpha() and quoted != found and _undoubled(quoted) == _undoubled(found):
        return True
    if shorter < LEAST_LETTERS or not (quoted.isalpha() and found.isalpha()) or quoted[-1] != found[-1]:
        return False
    return one_slip(quoted, found)


def one_slip(quoted: str, found: str) -> bool:
    """Whether one sign tells two words apart, two in long ones.

    >>> one_slip("alan", "allan"), one_slip("bolivia", "molina")
    (True, False)
    """
    allowed = 2 if min(len(quoted), len(found)) >= LONG_WORD else 1
    return OSA.distance(quoted, found, score_cutoff=allowed) <= allowed


def is_damaged(quoted: str, found: str) -> bool:
    """Whether a quoted word that is known nowhere is a misreading of the one found, its ending included.

    >>> is_damaged("ur", "nur"), is_damaged("толлк0", "только"), is_damaged("ja", "no")
    (True, True, False)
    """
    if any(sign.isdigit() for sign in quoted) and found.isalpha() and quoted[:1].isalpha():
        return True
    if len(quoted) == len(found) >= SHORT and sum(a != b for a, b in zip(quoted, found, strict=True)) == 1:
        return True
    return fuzz.ratio(quoted, found) >= DAMAGED


def resembles(quoted: str, found: str) -> bool:
    """Whether a scan may have read `quoted` as `found`: at few places, letters of like shape.

    >>> resembles("noch", "noeh"), resembles("нет", "иет"), resembles("ever", "over"), resembles("now", "not")
    (True, True, True, False)
    """
    if len(quoted) != len(found) or len(quoted) < 2:
        return False
    unlike = [(one, other) for one, other in zip(quoted, found, strict=True) if one != other]
    if len(unlike) > max(1, len(quoted) // MISREAD_SHARE):
        return False
    return all(any(one in shape and other in shape for shape in SHAPES) for one, other in unlike)


def skeleton(word: str) -> str:
    """What is left of a folded word when signs that look alike are one sign."""
    pairs, single = _table()
    word = word.translate(single)
    for pair, sign in pairs:
        word = word.replace(pair, sign)
    return word


def _undoubled(word: str) -> str:
    return "".join(sign for sign, before in zip(word, " " + word, strict=False) if sign != before)


def _other_digits(left: str, right: str) -> bool:
    """Whether two words of equal length have another digit at a place: `i386`, `i388`."""
    return len(left) == len(right) and any(
        one != other and one.isdigit() and other.isdigit() for one, other in zip(left, right, strict=True)
    )


def _digits_overwritten(left: str, right: str) -> bool:
    """Whether a number had some digits read as letters: equal at every place where both have digits."""
    if len(left) != len(right) or not (left.isdigit() or right.isdigit()):
        return False
    kept = [one == other for one, other in zip(left, right, strict=True) if one.isdigit() and other.isdigit()]
    return all(kept) and len(kept) * 2 >= len(left)


@cache
def _table() -> tuple[tuple[tuple[str, str], ...], dict[int, str]]:
    source = files("citecheck.match").joinpath("data", "lookalikes.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in source.splitlines() if line]
    single = {ord(left): right for left, right in rows if len(left) == 1}
    for _ in range(3):  # a sign that stands for a sign that stands for a third
        single = {code: single.get(ord(sign), sign) for code, sign in single.items()}
    pairs = tuple((left.translate(single), right.translate(single)) for left, right in rows if len(left) > 1)
    return pairs, single
