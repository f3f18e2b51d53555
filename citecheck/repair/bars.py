"""What another reading of a word must have in its favour before it comes first.

Names and words of unlisted languages look like slips of other words, so that a place where they are usual
asks for more. The weights of the evidence do not know how rare damage is, nor what a changed name costs: a
stranger's site. The bars were set by hand: 60,000 sound addresses against 8,400 misread ones, of other sites
than those of the accuracy page.
"""

from __future__ import annotations

from typing import NamedTuple

from citecheck.repair.address import are_own_names, host_of, is_code_host, is_of_people
from citecheck.repair.common import common_bits
from citecheck.repair.evidence import kind_of
from citecheck.repair.place import Traits
from citecheck.repair.slips import Slip

DIGIT_BAR, NUMBER_BAR, PLAIN_BAR, STRANGE_BAR = -0.5, 0.8, 1.15, 4.0
"""What the odds of a misread digit must reach; of one at a word's end; of other letters; of `i`, `j` and of a
fragment in a word of no list. Of 86,740 addresses that documentation prints none is changed."""
AMID_BAR, SITE_BAR, SITE_NUMBER_BAR, SITE_CAPITAL_BAR, PEOPLE_BAR = -2.1, -2.3, 3.5, -4.0, 9.5
"""The same of a `1` amid a word that begins with a letter, and amid the name of a site: names with a `0` for
an `o` are given for fun, with a `1` they are seldom. Of one behind a common word at the end of a site's name
(`paris1`). Of a lone capital `I` within the name of a site (in 200,000 addresses one site has one:
`timeInc`). Of a digit where people name themselves, which owners of program code do, too."""
SHORT_NAME, SHORT_BAR, SHORT_TURNED_BAR = 6, 7.4, 5.8
"""Letters of a site's name that may be an abbreviation (`aclweb`, which is not `adweb`); what other readings
of one must reach; with `i` and `j`."""
LONELY_BAR, SPELLED_BAR = 3.5, 5.5
"""The same of a word of no list that no usual word stands beside, or that is a whole first segment; of `i`
and `j` in a word that is listed as it is printed: one language's `proiect` is the other's `project`."""
MERGED_BAR = -2.0
"""Less for a letter read as two (`vv`) in a path's word of no list that usual words stand beside."""
NAME_BARS, MADE_BAR = {"0": 1.0, "cl": 0.6, "rn": 0.8}, 0.5
"""More for a slip in a site's name where the other reading is no usual word either, made of none and no
known site: `harmj0y`, `uclalawreview`, `picerno`. For letters where it is made of usual words
(`theacornonline`)."""
FIRST_BAR, SPLIT_BAR, OWN_NAME_BAR = 4.0, 9.0, 5.0
"""More for a `0` at the beginning of a site's name, where no word is known to lose its `o` and numbers begin
(`0xchina`); for an `m` read as `rn`, a `d` as `cl`, in one that is known neither way (one such slip for seven
names: `givemesport`); for a digit where people choose the name of their own site."""
LONELY = frozenset({"company 0", "first segment"})
_USUAL = ("site", "common", "made")
_SPLIT = {"m": "rn", "d": "cl"}


class Other(NamedTuple):
    """Another reading of `url[start:end]`, with what speaks for it."""

    start: int
    end: int
    word: str
    slip: Slip
    gain: float
    traits: Traits
    said: float
    """Logarithm of the odds by these."""


def bar(url: str, other: Other, listed: bool, *, met: bool) -> float:
    """What the reading must have in its favour (natural logarithm of odds); `listed`: whether it is a word,
    `met`: whether the document's other addresses or the note print it.

    >>> from citecheck.repair.slips import Slip
    >>> urls = "https://g0njxa.example/", "https://a.example/g0njxa"
    >>> places = (8, {"host": 1.0}), (18, {"path": 1.0})
    >>> [
    ...     bar(url, Other(at, at + 6, "gonjxa", Slip("0", "o", 2.0), 5.0, traits, 0.0), False, met=False)
    ...     for url, (at, traits) in zip(urls, places)
    ... ]
    [0.5, -0.5]
    """
    token = url[other.start : other.end]
    if "host" not in other.traits:
        return _in_path(url, other, listed, token)
    return _in_host(url, other, listed, token) + (0.0 if met else _of_name(url, other, token))


def _in_path(url: str, other: Other, listed: bool, token: str) -> float:
    kind = kind_of(token)
    if is_of_named(url, other):
        return PEOPLE_BAR if kind == "digit" else STRANGE_BAR
    if kind == "digit":
        if token[-1].isdigit():
            return NUMBER_BAR
        amid = other.slip.printed == "1" and token[0].isalpha() and "#" not in url[: other.start]
        return AMID_BAR if amid else DIGIT_BAR
    turned = is_turned(other.slip)
    if listed:
        return _of_word(other, kind, turned)
    if turned or "#" in url[: other.start]:  # a name of its own behind the sign: `#curses.window.clrtobot`
        return STRANGE_BAR
    if kind == "plain" and not other.traits.keys().isdisjoint(LONELY):
        return LONELY_BAR
    merged = len(other.slip.printed) > 1 and "listed" not in other.traits
    return PLAIN_BAR + (MERGED_BAR if merged else 0.0)


def _in_host(url: str, other: Other, listed: bool, token: str) -> float:
    kind = kind_of(token)
    if kind == "digit":
        if token[-1].isdigit():
            return SITE_NUMBER_BAR if common_bits(token[:-1].lower()) is not None else NUMBER_BAR
        return SITE_BAR if other.slip.printed == "1" and token[0].isalpha() else DIGIT_BAR
    if other.slip.printed == "I" and token[0].islower() and sum(map(str.isupper, token)) == 1:
        return SITE_CAPITAL_BAR
    turned = is_turned(other.slip)
    if kind == "plain" and len(token) <= SHORT_NAME:
        return SHORT_TURNED_BAR if turned else SHORT_BAR
    if listed:
        return _of_word(other, kind, turned)
    return STRANGE_BAR if turned else PLAIN_BAR


def _of_word(other: Other, kind: str, turned: bool) -> float:
    spelled = turned and "printed listed" in other.traits
    return SPELLED_BAR if spelled else PLAIN_BAR if kind == "plain" else 0.0


def _of_name(url: str, other: Other, token: str) -> float:
    """What the name of a site asks for beside: people choose it, and mean it as it is printed."""
    printed, kind = other.slip.printed, kind_of(token)
    if kind == "digit":
        first = FIRST_BAR if token[0] == "0" else 0.0
        if are_own_names(host_of(url)):
            return first + OWN_NAME_BAR
    elif kind == "capital":
        return 0.0
    else:
        first = 0.0
        known = "site" in other.traits or "common" in other.traits
        if not known and _SPLIT.get(printed) == other.slip.meant:
            return SPLIT_BAR
    if other.traits.keys().isdisjoint(_USUAL):
        return first + NAME_BARS.get(printed, 0.0)
    made = kind == "plain" and "site" not in other.traits and "common" not in other.traits
    return first + (MADE_BAR if made and printed in NAME_BARS else 0.0)


def is_of_named(url: str, other: Other) -> bool:
    """Whether people name themselves where a reading stands behind the host, as owners of code do, too."""
    return is_of_people(url) or ("first segment" in other.traits and is_code_host(host_of(url)))


def is_turned(slip: Slip) -> bool:
    """Whether the slip is between `i` and `j`, which names and languages of no list are full of."""
    return slip.meant in "ij" and slip.printed in ("i", "j", "ij")
