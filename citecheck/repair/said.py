"""What the words behind an address say for being its own, from the first to the last.

Prose goes on with a small word three times of four; a name that lost its underscores with any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.repair.address import host_end
from citecheck.repair.common import gain
from citecheck.repair.cut import label_at, label_words
from citecheck.repair.lexicon import known
from citecheck.repair.wrapped import ONE_WORD
from citecheck.small_words import small_words

_LAST_LETTERS, _FIRST_LETTERS = re.compile(r"[A-Za-z]+\Z"), re.compile(r"[^\W\d_]+")
_WIKI, _TITLE = "/wiki/", re.compile(r"/[A-Z][^\W\d_]*\Z")
"""A wiki's address, and one whose last name begins with a capital: a title, if its last word does, too."""
_SMALL, _OTHER, _UNLISTED, _TORN = -5.0, 1.3, 1.0, 2.5
"""Said by the first word that follows: a small one (three of four that prose goes on with, a twelfth of those
behind a lost underscore), another, one of no list, one that makes a word with the letters before it. Not
fitted, as all below: set on documents whose addresses lost their underscores, so that in 3,873 others
(97,895 addresses) prose goes on with none."""
NEVER = -99.0
"""Said by mere small words."""
_OF_NAMES, _JOINS = -2.2, -3.0
"""The same where the address begins what is said: of a small word that parts names (of words behind 34,000
addresses of 313 public repositories and behind the first underscore of 365,521 addresses it is as often in a
name as all small ones are, or more often, `for` a sixth as often); of one that joins two."""
_SIGNED, _FURTHER, _FURTHER_STOPPED, _FURTHER_SIGNED, _NUMBER, _ID = 3.0, -0.8, -3.0, -0.2, -2.5, -0.5
"""The same by a sign that prose has not, each further small word without one, where a full stop follows and
with a sign, a mere number behind letters and behind a digit or a sign."""
_HOST, _LAST, _TITLED, _CLOSES = -2.5, -2.0, 1.0, 0.7
"""The same by a small word at the end, a host without a path, a wiki's title, a paragraph's end or a date."""


_PARTS_NAMES = frozenset(
    (
        "of",
        "in",
        "to",
        "the",
        "a",
        "on",
        "with",
        "at",
        "from",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "der",
        "den",
        "von",
        "van",
        "het",
        "en",
        "e",
        "y",
        "i",
        "og",
        "av",
        "på",
        "w",
        "na",
        "z",
        "v",
        "nad",
        "pod",
        "o",
        "s",
        "d",
        "l",
        "al",
        "el",
    )
)
_JOINS_NAMES = frozenset(("and", "und", "et", "y", "e", "i", "och", "oraz", "u"))


def _is_small(word: str) -> bool:
    return word.strip(".,;") in small_words()


def names_file(rest: str) -> bool:
    """Whether prose is likely to name a file first in `rest`: behind a label or a small word.

    >>> [names_file(rest) for rest in ("voir le plan.pdf", "in 2.html", "of the mill.jpg", "mill 2.html")]
    [True, True, False, False]
    """
    first, *others = rest.lower().split()
    word = first.strip(".,;:")
    return word in label_words() or (word in small_words() and len(others) < 2)


def said(so_far: str, words: Sequence[str], behind: str, *, signed: bool, first: bool = False) -> float:
    """What the `words` say for going on with an address (natural logarithm of odds); `first`: whether nothing
    of its sentence stands before it, so that prose behind it would need a verb."""
    bare = "".join(so_far.split())
    told = _SIGNED if signed else _HOST if host_end(bare) == len(bare) else 0.0
    torn = len(words) == 1 and goes_on_torn(so_far, words[0])
    if not (signed or torn) and (host_end(bare) == len(bare) or ("_" in bare and len(words) > 1)):
        return NEVER  # a bare host, or an address whose underscores are there
    titled = first and words[-1][0].isupper() and _TITLE.search(so_far) is not None
    told += _first(so_far, words, signed=signed, begins=first) + _TITLED * (_WIKI in so_far or titled)
    stopped = behind[:1] == "." and not titled
    further = _FURTHER_SIGNED if signed else _FURTHER_STOPPED if stopped else _FURTHER
    told += further * sum(map(_is_small, words[1:]))
    told += _LAST * _is_small(words[-1])
    closes = not behind.strip(" .,;)]") or label_at(behind, 0) or label_at(behind, 1)
    return told + _CLOSES * bool(closes)


def _first(so_far: str, words: Sequence[str], *, signed: bool, begins: bool) -> float:
    """The same of the first word."""
    token = words[0].strip(".,;")
    letters = _FIRST_LETTERS.match(token)
    if letters is None:
        alone = token.isdigit() and len(words) == 1
        return (_ID if so_far[-1].isdigit() or so_far[-1] in "/=:" else _NUMBER) if alone else _OTHER
    if _is_torn(so_far, letters[0].lower()):
        return _OTHER + _TORN
    if all(map(_is_small, words)):
        return NEVER
    if _is_small(token) or (len(words) == 1 and (token in label_words() or len(token) == 1)):
        if begins and not signed and token in _PARTS_NAMES | _JOINS_NAMES:
            return _OF_NAMES if token in _PARTS_NAMES else _JOINS
        return _SMALL / 2 if signed else _SMALL
    return _OTHER if known(letters[0].lower()) else _OTHER + _UNLISTED


def goes_on_torn(so_far: str, word: str) -> bool:
    """Whether the letters before a gap and those that `word` begins with are one word rather than two."""
    first = _FIRST_LETTERS.match(word)
    return first is not None and _is_torn(so_far, first[0].lower())


def _is_torn(so_far: str, word: str) -> bool:
    """Whether the letters before the gap and `word` behind it are one word rather than two."""
    before = _LAST_LETTERS.search(so_far)
    if before is None or not word.isascii() or not known(before[0].lower() + word):
        return False
    left = before[0].lower()
    strange = not (known(left) and known(word)) and not _is_small(word)
    return strange or gain(left, word) >= ONE_WORD
