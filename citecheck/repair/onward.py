"""Addresses of a text that go on behind the white space that seems to end them, as the others show.

In a text white space ends an address unless something shows that it goes on: the words behind may be the
sentence's. In a document whose addresses lost underscores, or are full of line ends and spaces, they rather
are the address's: prose follows one of fifty addresses, mostly with a small word (`for`, `and`). So the odds
are counted: how many of its addresses hold white space for certain, and behind how many that cannot go on
(files) words stand nevertheless. In a document that shows no white space nothing is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise
from math import log
from typing import NamedTuple

from citecheck.model import Repair
from citecheck.patterns import late
from citecheck.repair.address import host_end
from citecheck.repair.amid import amid_sentence, file_end, is_foreign, is_page
from citecheck.repair.cut import label_at, trim_end
from citecheck.repair.dated import first_of, is_mere
from citecheck.repair.losses import Seen, shows
from citecheck.repair.printed import Place
from citecheck.repair.said import NEVER, goes_on_torn, names_file, said
from citecheck.repair.stretch import stretch_end

_ITEM = late(
    r"\n(?=[^\S\n]*(?:\n|\Z|[-*•·–—+]{1,3}\s|[\[{<`|#>\"“«]|\(?(?:\d{1,3}|[a-zA-Z])[.)\]][^\S\n]+\S"
    r"|\d{1,3}[^\S\n]+[A-ZА-ЯЁІЎ][^\W\d_]+[,.]?[^\S\n]|:?[^\W\d][\w -]{0,30}:(?:\s|\Z)|(?:https?|ftp)://|www\.))"
)
"""Line ends behind which something new begins: an item of a list, a note with its number, a field with its
name, an address."""
_MARK = late(r"[^\S\n][|#•·→–—-]+(?:\s|\Z)|(?i:(?:https?|ftp):/|www\d?\.|doi:)")
"""Signs between the columns of a line, and the next address."""
_DASH = late(
    r"[^\S\n][-–—]\s[^\n,;:()\[\]|]{1,120}\.(?:pdf|[sx]?html?|php|aspx?|docx?|xlsx?|pptx?"
    r"|jpe?g|png|gif|mp[34]|zip|txt|csv|odt|rtf|epub)(?!\w)"
)
"""A dash within a file's name."""
_CLOSING = late(r"[.,;:)\]](?=\s|\Z)|\s[(\[]")
_CLOSED = late(r"\s*\Z|\s?[.,;)\]]|[}>»”\"']|[^\S\n]*\n|\s[(\[]")
"""What stands behind an address that ends its part of the sentence; a colon begins what prose speaks of."""
_NO_PART = late(r"[^\w/?&=#%~.(+@!$:-]|--|[-+=#:]+\Z|-\w{1,2}\Z|.*[`<>|\"“”\\{}]|.*\w\(")
"""Dashes, options of a command, calls and marks that no word of an address is."""
_FILE = late(
    r"\.(?:[sx]?html?|php|aspx?|pdf|jsp|docx?|xlsx?|zip|t?gz|bz2|xz|png|jpe?g|gif|svg|csv|txt|json|xml|rss|md"
    r"|rst|py|js|git|exe|odt|rtf|epub)$"
)
_SIGN = late(
    r"\w/|/\w|\w[=_]|\?\w|&\w+=|%[0-9A-Fa-f]{2}|\w#[^\W\d_]{2}|\d[a-z]+\d|[a-z]\d+[a-z]"
    r"|(?<!\w)(?=[A-Za-z]*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{6}|[^\W\d]\.\w{2,}|\w\.[^\W\d]{2,}|\d{5}|\w-\w+-\w"
)
"""What a word of prose seldom holds."""
_ON_LINE = re.compile(r"(?<=\S)[^\S\n]+(?=\S)")
_IN_ADDRESS = late(r"\w/|/\w|\w[=_]|\?\w|&\w+=|%[0-9A-Fa-f]{2}|\w#[^\W\d_]{2}")
"""What no file's name holds."""
_WORD, _ENDS = re.compile(r"[^\W_]\S*"), "/-_=&.~%+#"
"""Signs that may stand before white space within an address."""
_CLOSINGS = 4
"""Signs behind which the address may end."""
_AGAIN = 3
"""Addresses behind which the same words are the text's own."""
_DASHES = "-–—"
_MOST, _MOST_MERE = 24, 8
"""Words that may follow where one holds a sign that prose has not, where none does."""
_LEAST, _LEAST_FILES, _SHARE, _KEPT = 2, 3, 0.01, 0.125
"""Addresses with white space that make a document one that has it, at least; where they may be prose that
names files; the same as a share of all, and of those that print their underscores: prose behind some is read
for theirs."""
_LEAST_ENDS, _ENDS_SHARE = 3, 0.25
"""The same of those that go over line ends: in a document set in columns most do."""
_MANY, _TITLES = 20, 0.4
"""Addresses none of which prints an underscore, from which words behind some are likelier lost ones (of those
that documentation prints one of eight holds underscores); share behind which titles are printed instead."""
_PROSE, _BELOW, _SEEN, _FLOOR = 0.02, 0.06, 10.0, 0.01
"""Share of addresses behind which prose goes on, on the line and below it (documentation: 82 of 3,456 on the
line), how many addresses of the document weigh as much, and the least share on the line."""
_NONE = 0.05
"""Addresses that show what none does."""


class _Rest(NamedTuple):
    """What may go on with the address of a place up to `end`, what speaks for it (natural logarithm of odds)
    and how: amid a name, behind a sign, on the next line; whether it holds a sign that prose has not, and
    whether it is nothing but words that a sentence goes on with as well; what stands `behind` it."""

    end: int
    words: tuple[str, ...]
    said: float
    way: str
    signed: bool
    mere: bool
    behind: str

    @property
    def sure(self) -> bool:
        """Whether it holds a sign that no file's name has."""
        return _IN_ADDRESS.search(" ".join(self.words)) is not None


def onward(places: Sequence[Place], alone: Sequence[Repair]) -> Mapping[int, int]:
    """How many characters of what is printed and follows are the address's, by the index of its place, where
    it goes on; `alone`: the readings without it."""
    printed, places = places, [_short(place) for place in places]
    able = [i for i, (place, one) in enumerate(zip(places, alone, strict=True)) if _may_go_on(place, one)]
    seen = list({one.raw: (p, one) for p, one in zip(printed, alone, strict=True) if p.mark is None}.values())
    told = [one for place, one in seen if not (place.shorter and is_mere(place.raw, place.shorter))]
    told = [one for one in told if one.candidates]
    shown = [shows(one) for one in told]
    kept = sum(one.kept for one in shown)
    rests = {i: _rests(places[i]) for i in able}
    counts = _shown(told, shown)
    counted = {one.raw for one in told if _ON_LINE.search(one.raw)}
    whole = [i for i in able if rests[i] and printed[i].raw not in counted and not places[i].raw.split()[1:]]
    further = {(places[i].raw, rests[i][-1].words * rests[i][-1].sure): rests[i][-1] for i in whole}
    counts += _hidden(list(further.values()), 0 if kept else len(seen), told=counts["any"] > 0)
    odds = _odds(counts, [place for place, _ in seen], kept)
    if odds is None:
        return {}
    said = {(rest.words, places[i].raw) for i in able for rest in rests[i] if not rest.signed}
    again = Counter(words for words, _ in said)
    return {
        i: rest.end
        for i in able
        for rest in rests[i][::-1]
        if _odds_of(rest, odds) + rest.said > 0 and again[rest.words] < _AGAIN
        if not _reaches(places, i, rest.end)
    }


def _odds_of(rest: _Rest, odds: Mapping[str, float]) -> float:
    """What the document says for a rest's first gap; of mere words, for those within it, too."""
    return odds[rest.way] if rest.signed or len(rest.words) == 1 else min(odds[rest.way], odds["amid"])


def _reaches(places: Sequence[Place], index: int, size: int) -> bool:
    """Whether the first `size` characters of an address reach into the next one."""
    following = places[index + 1 : index + 2]
    own = first_of(places[index].reach, size)
    return any(own[-1].end > place.spans[0].start for place in following if own)


def _short(place: Place) -> Place:
    """The address without what it may go on with."""
    if not place.shorter:
        return place
    rest = place.raw[place.shorter :]
    return place._replace(raw=place.raw[: place.shorter], follows=rest + place.follows)


def _may_go_on(place: Place, one: Repair) -> bool:
    if place.mark is not None or not place.follows or not one.candidates:
        return False
    ends = place.raw[-1].isalnum() or place.raw[-1] in _ENDS
    return ends and not _FILE.search(place.raw) and _balanced(place.raw)


def _balanced(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in ("()", "[]"))


def _rests(place: Place) -> list[_Rest]:
    """What may follow, the longest first."""
    size = len(place.raw)
    text = place.raw + _item(place.follows)
    closings = [match.start() for match in _CLOSING.finditer(text, size + 1)]
    limits = [len(text), *closings[:_CLOSINGS], text.find("\n", size + 1), _page_at(text, size)]
    limits.append(file_end(text, size) if amid_sentence(place.before, "") else -1)
    wholes = dict.fromkeys(trim_end(text[: max(0, limit)]) for limit in limits)
    first = place.before.rstrip()[-1:] in ("", ".", ":", ";")
    all_rests = (rest for whole in wholes if (rest := _rest(text, size, whole, first=first)))
    found = {one.end: one for one in all_rests if not (one.mere and amid_sentence(place.before, one.behind))}
    return [found[end] for end in sorted(found, reverse=True)]


def _rest(text: str, size: int, whole: str, *, first: bool) -> _Rest | None:
    """The same of an address of `size` characters where `text` ends with `whole` at the latest; `first`:
    whether it begins what is said."""
    if len(whole) <= size:
        return None
    end = len(trim_end(text[: stretch_end(whole, 0, generous=True, titles=True)]))
    words = tuple(text[size:end].split())
    signed = _SIGN.search(" ".join(words)) is not None or _FILE.search("".join(words)) is not None
    if not words or not _is_part(words, text[end:], signed=signed):
        return None
    if not signed and any(is_foreign(text[:size], word) for word in words):
        return None
    lead = text[size : text.index(words[0], size)]
    way = "line" if "\n" in lead else "behind" if text[size - 1] in "-/" else "amid"
    if text[size - 1] == "." and words[0][0].isupper() and not (signed and way == "line"):
        return None
    alone = len(words) == 1 and (end == len(text) or goes_on_torn(text[:size], words[0]))
    told = said(text[:size], words, text[end:], signed=signed, first=first)
    return _Rest(end, words, told, way, signed, not signed and not alone, text[end:])


def _page_at(text: str, size: int) -> int:
    """Where a page is named behind an address of `size` characters, -1 where none is."""
    words = list(islice(_WORD.finditer(text, size), 3))
    return next((one.start() for one, two in pairwise(words[1:]) if is_page((one[0], two[0]))), -1)


def _item(follows: str) -> str:
    """What follows up to the item's end: a new paragraph, item, column or address."""
    new = _ITEM.search(follows)
    rest = follows[: new.start()] if new else follows
    mark = _MARK.search(rest)
    while mark is not None and (file := _DASH.match(rest, mark.start())):
        mark = _MARK.search(rest, file.end())
    if mark is None:
        return rest
    line = -1 if rest[mark.start() - 1] in ".,;" else rest.rfind("\n", 0, mark.start())
    return rest[: mark.start() if line < 0 else line]


def _is_part(words: Sequence[str], behind: str, *, signed: bool) -> bool:
    """Whether no word shows that it is the text's, and what stands behind them may end an address."""
    if len(words) > (_MOST if signed else _MOST_MERE):
        return False
    named = signed and len(words) > 1 and _FILE.search(words[-1]) is not None
    if not _CLOSED.match(behind) and not named and not is_page(behind.split(None, 2)[:2]):
        return False
    if not signed and any(map(is_page, pairwise((*words, *behind.removeprefix(".").split(None, 1)[:1])))):
        return False
    if any(map(_FILE.search, words[:-1])):
        return False
    dashes = _FILE.search(words[-1]) is not None
    return _balanced(" ".join(words)) and not any(
        _NO_PART.match(word) for word in words if not (dashes and word in _DASHES)
    )


def _shown(found: Sequence[Repair], shown: Sequence[Seen]) -> Counter[str]:
    """How many addresses hold white space, by the way they do; `sure`: those of them that prose which names a
    file (`/list see plan.pdf`) does not make; `any`: all with white space within a line."""
    counts = Counter(line=sum("\n" in one.raw.strip() for one in found))
    for one, seen in zip(found, shown, strict=True):
        gap = _ON_LINE.search(one.raw) if seen.lost or seen.amid or seen.behind else None
        if gap is None or names_file(one.raw[gap.end() :]):
            continue
        host = host_end(one.raw[: gap.start()]) == gap.start()
        sure = host or _IN_ADDRESS.search(one.raw, gap.end()) is not None
        counts += Counter(amid=seen.lost or seen.amid, behind=seen.behind, sure=sure, any=1)
    return counts


def _hidden(rests: Sequence[_Rest], unlost: int, *, told: bool) -> Counter[str]:
    """How many addresses that are printed without white space show by what follows on their line, `rests`,
    that they go on, as `_shown` counts; `unlost`: how many there are in a document that prints no underscore,
    else 0; `told`: whether others show it, since mere words tell nothing by themselves."""
    first = [rest for rest in rests if rest.way != "line" and rest.said > 0]
    signed = [rest for rest in first if rest.signed]
    mere = len(first) - len(signed) - 1  # words do not vouch for themselves
    many = unlost >= _MANY and 0 < mere < _TITLES * unlost and (told or bool(signed))
    sure = Counter(sure=sum(rest.sure for rest in signed))
    return Counter(rest.way for rest in (first if many else signed)) + sure


def _is_prose(behind: str) -> bool:
    return behind[:1].isalnum() and label_at(behind, 0) is None


def _odds(counts: Mapping[str, int], seen: Sequence[Place], kept: int) -> Mapping[str, float] | None:
    """Logarithm of the odds that an address goes on, by the way it does; `None` in a document that shows no
    white space in addresses."""
    many = len(seen)
    least = _LEAST if counts["sure"] >= _LEAST else _LEAST_FILES
    spaced = counts["amid"] + counts["behind"] >= max(least, _SHARE * many + _KEPT * kept)
    parted = counts["line"] >= max(_LEAST_ENDS, _ENDS_SHARE * many)
    if not spaced and not parted:
        return None
    # Behind a slash no underscore was lost: prose stands there in a document that lost only these.
    whole = [p.follows for p in seen if _FILE.search(p.raw) or (p.raw[-1] == "/" and not counts["behind"])]
    followed = [_item(text).partition("\n") for text in whole]
    on_line = sum(_is_prose(line.strip()) for line, _, _ in followed)
    below = sum(bool(end and not line.strip()) for line, end, _ in followed)
    behind = max(_FLOOR, (on_line + _PROSE * _SEEN) / (len(whole) + _SEEN))
    prose = {"amid": behind, "behind": behind, "line": (below + _BELOW * _SEEN) / (len(whole) + _SEEN)}
    shown = {"amid": spaced and counts["amid"] > 0, "behind": spaced, "line": parted}
    share = {way: (counts[way] * shown[way] + _NONE) / (many + 1) for way in prose}
    odds = {way: log(share[way] / prose[way]) for way in prose}
    return odds if shown["amid"] else {**odds, "amid": NEVER}
