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
from math import log
from typing import NamedTuple

from citecheck.model import Repair
from citecheck.patterns import late
from citecheck.repair.address import host_end
from citecheck.repair.common import gain
from citecheck.repair.cut import label_at, label_words, trim_end
from citecheck.repair.dated import first_of, is_mere
from citecheck.repair.lexicon import known
from citecheck.repair.losses import shows
from citecheck.repair.printed import Place
from citecheck.repair.stretch import stretch_end
from citecheck.repair.wrapped import ONE_WORD
from citecheck.small_words import small_words

_ITEM = late(
    r"\n(?=[^\S\n]*(?:\n|\Z|[-*•·–—+]{1,3}\s|[\[{<`|#>\"“«]|\(?(?:\d{1,3}|[a-zA-Z])[.)\]][^\S\n]+\S"
    r"|:?[^\W\d][\w -]{0,30}:(?:\s|\Z)|(?:https?|ftp)://|www\.))"
)
"""Line ends behind which something new begins: an item of a list, a field with its name, an address."""
_MARK = late(r"[^\S\n][|#•·→–—-]+(?:\s|\Z)|(?i:(?:https?|ftp):/|www\d?\.|doi:)")
"""Signs between the columns of a line, and the next address."""
_DASH = late(r"[^\S\n][-–—]\s[^\n,;:()\[\]|]{1,120}\.(?:pdf|html?|docx?|xlsx?|pptx?|jpe?g|png|mp[34])(?!\w)")
"""A dash within a file's name."""
_CLOSING = late(r"[.,;:)\]](?=\s|\Z)|\s[(\[]")
_CLOSED = late(r"\s*\Z|\s?[.,;)\]]|[}>»”\"']|[^\S\n]*\n|\s[(\[]")
"""What stands behind an address that ends its part of the sentence; a colon begins what prose speaks of."""
_NO_PART = late(r"[^\w/?&=#%~.(+@!$:-]|--|[-+=#:]+\Z|-\w{1,2}\Z|.*[`<>|\"“”\\{}]|.*\w\(")
"""Dashes, options of a command, calls and marks that no word of an address is."""
_FILE = late(
    r"\.(?:[sx]?html?|php|aspx?|pdf|jsp|docx?|xlsx?|zip|t?gz|bz2|xz|png|jpe?g|gif|svg|csv|txt|json|xml|rss|md"
    r"|rst|py|js|git|exe)$"
)
_SIGN = late(
    r"\w/|/\w|\w[=_]|\?\w|&\w+=|%[0-9A-Fa-f]{2}|\w#[^\W\d_]{2}|\d[a-z]+\d|[a-z]\d+[a-z]"
    r"|(?<!\w)(?=[A-Za-z]*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{6}|[^\W\d]\.\w{2,}|\w\.[^\W\d]{2,}|\d{5}|\w-\w+-\w"
)
"""What a word of prose seldom holds."""
_LAST_LETTERS, _FIRST_LETTERS = re.compile(r"[A-Za-z]+\Z"), re.compile(r"[^\W\d_]+")
_WIKI, _ENDS = "/wiki/", "/-_=&.~%+#"
"""Signs that may stand before white space within an address."""
_CLOSINGS = 4
"""Signs behind which the address may end."""
_AGAIN = 3
"""Addresses behind which the same words are the text's own."""
_DASHES = "-–—"
_MOST, _MOST_MERE = 24, 8
"""Words that may follow where one holds a sign that prose has not, where none does."""
_LEAST, _SHARE, _KEPT = 2, 0.01, 0.125
"""Addresses with white space that make a document one that has it, at least; the same as a share of all, and
of those that print their underscores: prose behind some is read for theirs."""
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
_SMALL, _OTHER, _UNLISTED, _TORN = -5.0, 1.3, 1.0, 2.5
"""Said by the first word that follows: a small one (three of four that prose goes on with, a twelfth of those
behind a lost underscore), another, one of no list, one that makes a word with the letters before it. Not
fitted, as all below: set on documents whose addresses lost their underscores, so that in 3,873 others
(97,895 addresses) prose goes on with none."""
_NEVER = -99.0
"""Said by mere small words."""
_SIGNED, _FURTHER, _FURTHER_SIGNED, _NUMBER, _ID = 3.0, -0.8, -0.2, -2.5, -0.5
"""The same by a sign that prose has not, each further small word without one and with it, a mere number
behind letters and behind a digit or a sign."""
_HOST, _LAST, _TITLED, _CLOSES = -2.5, -2.0, 1.0, 0.7
"""The same by a small word at the end, a host without a path, a wiki's title, a paragraph's end or a date."""


class _Rest(NamedTuple):
    """What may go on with the address of a place up to `end`, what speaks for it (natural logarithm of odds)
    and how: amid a name, behind a sign, on the next line; whether it holds a sign that prose has not."""

    end: int
    words: tuple[str, ...]
    said: float
    way: str
    signed: bool


def onward(places: Sequence[Place], alone: Sequence[Repair]) -> Mapping[int, int]:
    """How many characters of what is printed and follows are the address's, by the index of its place, where
    it goes on; `alone`: the readings without it."""
    printed, places = places, [_short(place) for place in places]
    able = [i for i, (place, one) in enumerate(zip(places, alone, strict=True)) if _may_go_on(place, one)]
    seen = list({one.raw: (p, one) for p, one in zip(printed, alone, strict=True) if p.mark is None}.values())
    told = [one for place, one in seen if not (place.shorter and is_mere(place.raw, place.shorter))]
    shown = [shows(one) for one in told if one.candidates]
    kept = sum(one.kept for one in shown)
    rests = {i: _rests(places[i]) for i in able}
    counts = Counter(
        amid=sum(one.lost or one.amid for one in shown),
        behind=sum(one.behind for one in shown),
        line=sum("\n" in one.raw.strip() for one in told),
    )
    counts += _hidden({places[i].raw: rests[i] for i in able}, 0 if kept else len(seen))
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
    limits = [len(text), *closings[:_CLOSINGS], text.find("\n", size + 1)]
    found = {rest.end: rest for limit in limits if (rest := _rest(text, size, limit))}
    return [found[end] for end in sorted(found, reverse=True)]


def _rest(text: str, size: int, limit: int) -> _Rest | None:
    """The same of an address of `size` characters where `text` ends at `limit` at the latest."""
    whole = trim_end(text[: max(0, limit)])
    if len(whole) <= size:
        return None
    end = len(trim_end(text[: stretch_end(whole, 0, generous=True, titles=True)]))
    words = tuple(text[size:end].split())
    signed = _SIGN.search(" ".join(words)) is not None or _FILE.search("".join(words)) is not None
    if not words or not _is_part(words, text[end:], signed=signed):
        return None
    lead = text[size : text.index(words[0], size)]
    way = "line" if "\n" in lead else "behind" if text[size - 1] in "-/" else "amid"
    if text[size - 1] == "." and words[0][0].isupper() and not (signed and way == "line"):
        return None
    return _Rest(end, words, _said(text[:size], words, text[end:], signed=signed), way, signed)


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
    if len(words) > (_MOST if signed else _MOST_MERE) or not _CLOSED.match(behind):
        return False
    if any(map(_FILE.search, words[:-1])):
        return False
    dashes = _FILE.search(words[-1]) is not None
    return _balanced(" ".join(words)) and not any(
        _NO_PART.match(word) for word in words if not (dashes and word in _DASHES)
    )


def _is_small(word: str) -> bool:
    return word.strip(".,;") in small_words()


def _said(so_far: str, words: Sequence[str], behind: str, *, signed: bool) -> float:
    """What the `words` say for going on with an address (natural logarithm of odds)."""
    bare = "".join(so_far.split())
    said = _SIGNED if signed else _HOST if host_end(bare) == len(bare) else 0.0
    first = _FIRST_LETTERS.match(words[0])
    torn = first is not None and len(words) == 1 and _is_torn(so_far, first[0].lower())
    if not (signed or torn) and (host_end(bare) == len(bare) or ("_" in bare and len(words) > 1)):
        return _NEVER  # a bare host, or an address whose underscores are there
    said += _first(so_far, words, signed=signed) + _TITLED * (_WIKI in so_far)
    said += (_FURTHER_SIGNED if signed else _FURTHER) * sum(map(_is_small, words[1:]))
    said += _LAST * _is_small(words[-1])
    closes = not behind.strip(" .,;)]") or label_at(behind, 0) or label_at(behind, 1)
    return said + _CLOSES * bool(closes)


def _first(so_far: str, words: Sequence[str], *, signed: bool) -> float:
    """The same of the first word."""
    token = words[0].strip(".,;")
    letters = _FIRST_LETTERS.match(token)
    if letters is None:
        alone = token.isdigit() and len(words) == 1
        return (_ID if so_far[-1].isdigit() or so_far[-1] in "/=:" else _NUMBER) if alone else _OTHER
    if _is_torn(so_far, letters[0].lower()):
        return _OTHER + _TORN
    if all(map(_is_small, words)):
        return _NEVER
    if _is_small(token) or (len(words) == 1 and (token in label_words() or len(token) == 1)):
        return _SMALL / 2 if signed else _SMALL
    return _OTHER if known(letters[0].lower()) else _OTHER + _UNLISTED


def _is_torn(so_far: str, word: str) -> bool:
    """Whether the letters before the gap and `word` behind it are one word rather than two."""
    before = _LAST_LETTERS.search(so_far)
    if before is None or not word.isascii() or not known(before[0].lower() + word):
        return False
    left = before[0].lower()
    strange = not (known(left) and known(word)) and not _is_small(word)
    return strange or gain(left, word) >= ONE_WORD


def _hidden(rests: Mapping[str, Sequence[_Rest]], unlost: int) -> Counter[str]:
    """How many addresses that are printed without white space show by what follows on their line that they go
    on, by the way they do; `unlost`: how many there are in a document that prints no underscore, else 0."""
    first = [found[-1] for raw, found in rests.items() if found and raw.split() == [raw]]
    first = [rest for rest in first if rest.way != "line" and rest.said > 0]
    mere = sum(not rest.signed for rest in first) - 1  # words do not vouch for themselves
    told = unlost >= _MANY and 0 < mere < _TITLES * unlost
    return Counter(rest.way for rest in first if rest.signed or told)


def _is_prose(behind: str) -> bool:
    return behind[:1].isalnum() and label_at(behind, 0) is None


def _odds(counts: Mapping[str, int], seen: Sequence[Place], kept: int) -> Mapping[str, float] | None:
    """Logarithm of the odds that an address goes on, by the way it does; `None` in a document that shows no
    white space in addresses."""
    many = len(seen)
    spaced = counts["amid"] + counts["behind"] >= max(_LEAST, _SHARE * many + _KEPT * kept)
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
    return odds if shown["amid"] else {**odds, "amid": _NEVER}
