"""Text to folded words, each with its place in the raw text.

Two readings of one passage differ in quotation marks, dashes, line ends, ligatures and case without
differing in words. So both sides are cut into words, and each word is folded: NFKC, casefold, accents off.
Punctuation is no part of the search; whether it differs is looked at once a passage is found. Numbers and
letters glued together are two words (`83USD`), ideographs one word each. A word over a line's end (`exam-`
/ `ple`), with soft hyphens or with separate accents is one word.

A folded passage is a plain string of words with single spaces, so `str.find` finds whole words only.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from citecheck.match.joints import SELDOM, may_hold_seldom, with_seldom_marked

ONE_BY_ONE = (
    "\u0e00-\u0e4f\u0e5a-\u0ecf\u0eda-\u0eff\u1780-\u17df\u17ea-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
)
SIGNS = "%‰€$£"
APOSTROPHES = "\u02b9\u02bb\u02bc\u02bd\u02c8"
"""Letters by their Unicode class, apostrophes by their use."""
INDIC = (
    "\u0900-\u0963\u0966-\u096f\u0971-\u09f1\u0a00-\u0aef\u0b00-\u0bef\u0c00-\u0cff\u0d00-\u0df3"
    "\u0f35-\u0f39\u0f71-\u0f84\u102b-\u103e\u1056-\u109d"
)
"""The scripts of India, Tibet and Burma, with their signs for vowels, which are no letters to Unicode."""
_ALPHABETIC = f"[^\\W_{ONE_BY_ONE}{APOSTROPHES}]"
WORD = re.compile(f"[{ONE_BY_ONE}]|{_ALPHABETIC}++(?:[{INDIC}]++{_ALPHABETIC}*+)*+|[{SIGNS}]")
"""Scripts written without spaces give one word a character; their figures are numbers as elsewhere."""
HYPHENS = "-\u2010\u00ac"
POINTS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed"
)
"""Vowels and accents of Hebrew and Arabic, which most prints leave out."""
UNSEEN = f"\u0300-\u036f{POINTS}\u00ad\u200b-\u200d\u2060\ufeff"
SOFT_HYPHEN = "\u00ad"
INNER_APOSTROPHE = f"['’‘`´′{APOSTROPHES}](?<=[\u0400-\u0457].)(?=[єїюяеёЄЇЮЯЕЁ])"
"""That of *п'ять*."""
JOINTS = f"[{UNSEEN}]+|[{HYPHENS}]\\s*\\n\\s*|{INNER_APOSTROPHE}"
"""What may stand inside a word: combining accents, soft and zero-width signs, a hyphen at a line's end, the
apostrophe of some Cyrillic words."""
JOINT = re.compile(JOINTS)
_UNSEEN = re.compile(f"[{UNSEEN}]")
WITH_SELDOM = re.compile(f"{JOINTS}|{SELDOM}")
JOINT_OR_BRACKET = re.compile(rf"{JOINTS}|{SELDOM}|[\[\]]")
"""In a quotation an editor's brackets may stand inside a word: `[T]he`, `govern[ed]`."""
MARKS = re.compile(f"[\u0300-\u036f{POINTS}\u0640]+")
PAGES = r"(?:pg|pp?|page|seite|s|str|стр|с|fol|ff?|pág|pag|p[áa]gina|anm|note?|прим)\.?[ \u00a0]?"
"""What stands before the number of a page, a leaf or a note."""
CALL = re.compile(
    rf"(?i)\u200a\[[^\W_]{{1,3}}\]|\[(?:\d{{1,3}}|sic!?|{PAGES}\d{{1,4}}[rv]?(?:[-–/]\d{{1,4}})?)\]"
)
"""A note call of the page (`[12]`; a hair space tells that the page itself has no brackets), the number of
its page (`[Pg 155]`), an editor's *sic*: no words of anybody's sentence."""
_LETTER = f"[^\\W\\d_{ONE_BY_ONE}]"
SPACED = re.compile(rf"(?<![^\W_])(?:{_LETTER}[ \u00a0\u2009\u202f]){{3,}}{_LETTER}(?![^\W_])")
"""One word set with blanks between its letters, for stress; ideographs are words."""
_ZEROS = (
    0x660,
    0x6F0,
    0x966,
    0x9E6,
    0xA66,
    0xAE6,
    0xB66,
    0xBE6,
    0xC66,
    0xCE6,
    0xD66,
    0xE50,
    0xED0,
    0x1040,
    0x17E0,
)
DIGITS = {code + value: str(value) for code in _ZEROS for value in range(10)}
"""Figures of Arabic, Persian, the scripts of India, Thai, Lao, Burmese and Khmer."""
_NUMERALS = "〇零一二三四五六七八九十百千"
IDEOGRAPHS = re.compile(f"[{_NUMERALS}]{{2,}}")
FIGURE_BY_FIGURE = 3
"""Ideographs from which a number without tens may be one: 一九三四年; fewer are words (*two or three*)."""
_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_COUNTED = re.compile(
    "([一二三四五六七八九]?千)?[零〇]?([一二三四五六七八九]?百)?[零〇]?([一二三四五六七八九]?十)?[零〇]?([一二三四五六七八九])?"
)
LETTERS_APART = re.compile(r"\s\w\s\w\s\w|\A\w\s\w\s\w")
"""Three letters apart; to look for so much is quick."""


FRACTIONS = {
    sign: tuple(map(int, unicodedata.normalize("NFKC", sign).split("\u2044")))
    for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}
"""Signs of fractions with numerator and denominator: words of their own, behind a number too (`3½`)."""
_BARS = "/\u2044"
_TYPED = {f"{one}{bar}{other}": sign for sign, (one, other) in FRACTIONS.items() for bar in _BARS}
TYPED_FRACTION = re.compile(rf"(?<![\w/.,])(?:{'|'.join(_TYPED)})(?![\w/]|[.,]\d)")
"""The same in figures: `3 1/2`."""
SIGN_OF_FRACTION = re.compile(f"([{''.join(FRACTIONS)}])\\1*")


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words of a text and where each stands in it."""

    folded: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.folded)


def split_words(raw: str, *, brackets: bool = False) -> Words:
    """Folded words of `raw` in order; with `brackets`, brackets inside a word do not end it.

    >>> split_words("L'ﬁn exam-\\nple, 83USD").folded
    ('l', 'fin', 'example', '83usd')
    """
    raw = western(raw if brackets else without_calls(raw))
    joint = JOINT_OR_BRACKET if brackets else WITH_SELDOM if may_hold_seldom(raw) else JOINT
    joints = {j.start(): j.end() for j in joint.finditer(raw)}
    if brackets and LETTERS_APART.search(raw):
        for spaced in SPACED.finditer(raw):
            joints |= {at: at + 1 for at in range(spaced.start() + 1, spaced.end(), 2)}
    if not joints and (plain := _plain_words(raw)):
        return plain
    folded: list[str] = []
    starts = array("L")
    ends = array("L")
    memory: dict[str, tuple[str, ...]] = {}
    glue_to = -1
    for found in WORD.finditer(raw):
        start, end = found.span()
        word = found[0]
        if start == glue_to and folded and _joins(folded[-1], word):
            kept = HARD_SIGN if raw[ends[-1] - 1] in "ъЪ" and not folded[-1].endswith(HARD_SIGN) else ""
            folded[-1] += kept + "".join(fold_word(word))
            ends[-1] = end
        else:
            parts = memory.get(word)
            if parts is None:
                parts = memory[word] = fold_word(word)
            folded.extend(parts)
            starts.extend([start] * len(parts))
            ends.extend([end] * len(parts))
        if joints:
            glue_to = joints.get(end, -1)
    return Words(tuple(folded), starts, ends)


def western(raw: str) -> str:
    """`raw` with figures for numbers of ideographs, and signs for typed fractions; of equal length.

    A number that has more figures than ideographs (三百) stays as it is; blanks fill up a shorter one. The
    sign of a fraction is repeated.

    >>> western("一九三四年"), western("一二"), western("二十三人"), western("3 1/2 d.")
    ('1934年', '一二', '23 人', '3 ½½½ d.')
    """
    if any(bar in raw for bar in _BARS):
        raw = TYPED_FRACTION.sub(lambda typed: _TYPED[typed[0]] * len(typed[0]), raw)
    # Looking for single characters is many times faster than the pattern, and most pages have none.
    return IDEOGRAPHS.sub(_in_figures, raw) if any(sign in raw for sign in _NUMERALS) else raw


def _in_figures(number: re.Match[str]) -> str:
    shown = number[0]
    if not any(ten in shown for ten in "十百千"):
        return shown.translate(_FIGURES) if len(shown) >= FIGURE_BY_FIGURE else shown
    parts = _COUNTED.fullmatch(shown)
    if parts is None:
        return shown
    places = ((part or "").translate(_FIGURES) for part in parts.groups())
    value = sum(
        unit * int(place.rstrip("千百十") or bool(place))
        for unit, place in zip((1000, 100, 10, 1), places, strict=True)
    )
    return str(value).ljust(len(shown)) if len(str(value)) <= len(shown) else shown


def without_calls(raw: str) -> str:
    """`raw` with blanks for the calls in it; of equal length."""
    return CALL.sub(lambda call: " " * len(call[0]), raw) if "[" in raw else raw


def _plain_words(raw: str) -> Words | None:
    """The same where no word can be joined to another, as in most of a page; `None` where one is several."""
    spans = [found.span() for found in WORD.finditer(raw)]
    if raw.isascii():
        lower = raw.lower()
        folded = tuple([lower[start:end] for start, end in spans])
    else:
        parts = [fold_word(raw[start:end]) for start, end in spans]
        folded = tuple(chain.from_iterable(parts))
        if any(len(part) != 1 for part in parts):
            return None
    return Words(folded, array("L", [start for start, _ in spans]), array("L", [end for _, end in spans]))


def fold_word(word: str) -> tuple[str, ...]:
    """One word folded; several where a compatibility character stands for several, or a fraction is in it.

    >>> fold_word("Éﬃcace"), fold_word("3½"), fold_word("²"), fold_word("㏂")
    (('efficace',), ('3', '½'), ('2',), ('a', 'm'))
    """
    if word.isascii():
        return (word.lower(),)
    return _fold_foreign(word)


@lru_cache(maxsize=16_384)
def _fold_foreign(word: str) -> tuple[str, ...]:
    if SIGN_OF_FRACTION.search(word):
        pieces = SIGN_OF_FRACTION.split(word)  # every second one is a sign
        return tuple(chain(*((one,) if one in FRACTIONS else fold_word(one) for one in pieces if one)))
    parts = tuple(WORD.findall(without_accents(word)))
    if word[-1] in "ъЪ":
        parts = (*parts[:-1], parts[-1].rstrip(HARD_SIGN) or HARD_SIGN)
    return parts


def is_figures(word: str) -> bool:
    """Whether folded words are nothing but digits and signs of fractions.

    >>> is_figures("3½"), is_figures("½"), is_figures("3d"), is_figures("")
    (True, True, False, False)
    """
    return bool(word) and all(sign.isdigit() or sign in FRACTIONS for sign in word)


def without_accents(text: str) -> str:
    """`text` in small letters without compatibility characters and accents."""
    # A small iota under a Greek letter would become one beside it.
    bare = unicodedata.normalize("NFKD", text).replace("\u0345", "")
    plain = MARKS.sub("", bare.casefold().translate(_UNDECOMPOSED))
    return unicodedata.normalize("NFKD", plain)


def is_joint(character: str) -> bool:
    """Whether a character stands inside words, no part of them; hyphens do so only at a line's end."""
    return _UNSEEN.match(character) is not None


def same_but_for_type(left: str, right: str) -> bool:
    """Whether two passages are the same words with the same accents and punctuation: `verbatim`.

    Quotation marks, dashes, white space, case and *ё* for *е* may differ (contract 3), marks of emphasis and
    of line ends (`/`), and punctuation at the edges; not whether a sign stands within a word.
    """
    return left == right or _strict(left) == _strict(right)


def _joins(before: str, after: str) -> bool:
    return before[-1:].isalpha() and after.isalpha()


HARD_SIGN = "ъ"
"""Russian before 1918 wrote it at the end of words (*миръ*), where no language has it now."""
_UNDECOMPOSED = DIGITS | str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "œ": "oe", "æ": "ae", "ѣ": "е", "ѳ": "ф", "ѵ": "и"}
)
"""Letters with a stroke or grown together, that Unicode does not take apart; letters that Russian lost."""
_QUOTES = dict.fromkeys(map(ord, "\"'`´‘’‚‛“”„‟«»‹›″′＂" + APOSTROPHES), "")
_DASHES = dict.fromkeys(map(ord, "-‐‑‒–—―−"), "")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff*_/|¶"), "")
"""With marks of emphasis and of the ends of verses and paragraphs."""
_BRACKETS = dict.fromkeys(map(ord, "[]"), "")
_STRICT = _QUOTES | _DASHES | _NOTHING | _BRACKETS | {ord("ё"): "е"}


def _strict(passage: str) -> str:
    marked = JOINT.sub(_kept, with_seldom_marked(passage))
    text = CALL.sub("", unicodedata.normalize("NFKC", marked)).casefold().translate(_STRICT)
    return "".join(text.split()).strip(".,;:!?()…")


def _kept(joint: re.Match[str]) -> str:
    return joint[0] if joint[0][0] in "\u0300" or unicodedata.combining(joint[0][0]) else ""
