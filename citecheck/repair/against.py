"""What speaks against a lost underscore and cannot be fitted, since lists of addresses hold too little of it
or too much."""

from __future__ import annotations

import re

from citecheck.repair.address import host_end
from citecheck.repair.codes import known_odds
from citecheck.repair.company import Gap, Traits, odd_elsewhere
from citecheck.repair.strays import Strays, around

_LINE_END, _IN_NUMBER, _LONE_END = 1.0, 3.0, 3.0
"""Against underscores where the only white space is line ends; more against one between two digits there. Not
fitted: the addresses of the fit were not printed. A line that is broken at spaces seldom ends just where the
one underscore was lost; one that is full is cut anywhere, numbers too, which seldom hold an underscore. Of a
lone one the trees know nothing (`strays`): it counts between letters of one case and between digits,
where print breaks long words and numbers, and not between a word and its number (`page 1`)."""
_WITHIN = frozenset({"small small", "capital capital", "digit digit"})
_TORN, _MANY, _HARDLY, _NUMBER_SAID = 3.0, 2, -3.0, 1.0
"""Against an underscore within a common word of an address with more gaps than `_MANY`, where the gap by
itself says less than `_HARDLY` (such a word was torn, even if all the others are lost underscores), and in a
segment of digits. Not fitted: in generated damage the first is rare, and sites that number with underscores
fill the lists that were learnt from (13 of 100 such gaps; in books and tables 3)."""
_MORE_USUAL = 2.0
"""Bits by which words are more usual than both as one, so that they were hardly torn."""
_WHOLE, _AMID, _YEAR = 2.0, 3.0, 3.0
"""Against underscores within a common word, against one or a few amid a slug of hyphens (4 of 5,807 such
slugs have one), and against one between the halves of a year (`20 19`). Not fitted: few addresses of lists
show any."""
_COMMA, _AT_COMMA = 6.0, frozenset({"before ,", "after digit"})
"""Against underscores before a comma and between one and a number. Not fitted: too few addresses have any."""
_QUERY, _FOLDER, _COLON, _LONE = 1.0, 1.0, 1.5, (2.0, 0.5)
"""Against an underscore that begins a parameter or a value, a folder, where no program is known to put one,
or what stands behind a colon that is not a wiki's namespace; more where it is the only gap of the address,
and less so behind a slash.
Not fitted: lists of addresses are not printed in columns, where lines end behind such signs (of those wrapped
behind `?` and `=` four of a hundred got one), and hold few identifiers with colons
(`URN:NBN:SI:DOC-5TR2KQ1B`)."""
_SLASHES = 12.0
"""Against a lone underscore between two slashes that the end of a line parts, without white space beside it
or in a link that was printed twice (its line's end makes two links), or any white space where other gaps of
the address stand behind signs as where lines end: of 365,521 addresses 460 have two slashes there, 85 such an
underscore. So does the end of a line directly behind the host: of 477,796 addresses those of 165 sites have
two slashes there, those of 15 an underscore; and any gap where mere white space stands elsewhere."""
_LONE_BETWEEN = re.compile(r"/\s+(?=/)")
_UNTOLD = 0.4
"""What is said against the only gap of an address where it parts a number of up to four digits that is no
year: `95 93` is hardly likelier one number than two, and whoever sees it must be told."""
_ISSUE = re.compile(r"\D(?:19|20)\d\d\s\d{1,2}(?!\d)")
"""A year and a number of its issue: of 477,796 addresses as many have an underscore there as have a number
that begins so, torn where one space comes in anywhere. Other numbers are torn a hundred times as often."""
_SHORT = frozenset(f"digits {one} {two}" for one in range(1, 4) for two in range(1, 5 - one))
_IN_QUERY = frozenset({"before ?", "before &", "before ="})
_LONE_IN_SLUG = frozenset({"amid hyphens", "letters-hyphens-3"})


def at_line_end(traits: Traits, stray: Strays) -> float:
    """What speaks against an underscore where all the white space is line ends."""
    if stray.lone:
        return 0.0 if _WITHIN.isdisjoint(traits) else _LONE_END
    if not stray.lines:
        return 0.0
    return _LINE_END + (_IN_NUMBER if "digit digit" in traits else 0.0)


def known_here(text: str, gap: Gap, stray: Strays) -> float:
    """What is known of a gap without weighing (`codes.known_odds`), by the place where it is printed."""
    return known_odds(text, gap.start, gap.end) - (_SLASHES if _parts_slashes(text, gap, stray) else 0.0)


def _parts_slashes(text: str, gap: Gap, stray: Strays) -> bool:
    """Whether nothing was lost at a gap between two slashes."""
    between = text[gap.start - 1] == text[gap.end : gap.end + 1] == "/"
    first = between and host_end(text) + 1 == gap.start
    if first and stray.doubled:
        return True
    ends = stray.breaks - stray.wider if first or (between and stray.doubled) else stray.slashes
    if ends and around(text, gap.start, gap.end) in ends:
        return True
    if not between:
        return False
    alike = len(_LONE_BETWEEN.findall(text))
    return stray.behind > alike or stray.head + stray.odd > alike


def of_document(text: str, gap: Gap, stray: Strays) -> float:
    """What the other addresses of the document say for an underscore, by where the gap is: nothing where
    the address itself shows mere spaces, or within a number that is no file's and no year's issue, which
    print tears, too."""
    at_end, behind = around(text, gap.start, gap.end) in stray.breaks, text[gap.start - 1] in "-/"
    said = stray.document.at_end if at_end else stray.document.behind if behind else stray.document.amid
    number = "number" in gap.traits and "file" not in gap.traits
    issue = not at_end and _ISSUE.match(text, max(0, gap.start - len("/1996"))) is not None
    mere = (number and not issue) or odd_elsewhere(text, gap, stray)
    return min(0.0, said) if mere else said


def whatever_others_say(traits: Traits, own: float, count: int) -> float:
    """What speaks against an underscore at one of `count` gaps even where the others are lost underscores;
    `own`: what it says by itself."""
    torn = count > _MANY and own < _HARDLY and traits.get("one common word", 0.0) > _are_usual(traits)
    return (
        (_TORN if torn else 0.0)
        + (_AMID if _is_lone(traits) else 0.0)
        + _NUMBER_SAID * traits.get("number", 0.0)
        + _at_beginning(traits, count)
    )


def _are_usual(traits: Traits) -> bool:
    """Whether the words on both sides are each more usual than both as one: `anti` and `virus`."""
    bits = traits.get("joint bits", 0.0)
    return min(traits.get("left bits", bits), traits.get("right bits", bits)) >= bits + _MORE_USUAL


def _at_beginning(traits: Traits, count: int) -> float:
    if "leading" in traits or "after =" in traits:
        return 0.0
    lone = _LONE if count == 1 else (0.0, 0.0)
    if "before :" in traits:
        return 0.0 if "wiki" in traits else _COLON + lone[0]
    if "before /" in traits:
        return _FOLDER + lone[1]
    return 0.0 if _IN_QUERY.isdisjoint(traits) else _QUERY + lone[0]


def _is_lone(traits: Traits) -> bool:
    return traits.keys() >= _LONE_IN_SLUG and "printed" not in traits and "gaps-4" not in traits


def unfitted(traits: Traits) -> float:
    """What speaks against an underscore and is too rare in lists of addresses to be fitted."""
    year = _YEAR * traits.get("year", 0.0)
    comma = _COMMA * ("after ," in traits or traits.keys() >= _AT_COMMA)
    return (_AMID if _is_lone(traits) else 0.0) + _WHOLE * traits.get("one common word", 0.0) + year + comma


def told(odds: float, traits: Traits, stray: Strays, count: int) -> float:
    """The logarithm of the odds for an underscore at one of `count` gaps, as far as it can be told at all."""
    if count > 1 or stray.lone or "number" not in traits or "year" in traits or _SHORT.isdisjoint(traits):
        return odds
    return -_UNTOLD
