"""Quotation marks of a paragraph and which of them belong together.

A mark's own shape says much (`«`, `“`), the space around it says more: an opening mark stands before a word
and after a space, a closing one the other way round. Straight marks have nothing else, so they are never
simply counted off in twos: one lost mark would turn all that follow inside out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from citecheck.parse.counting import word_count


class Side(Enum):
    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


CLOSERS: dict[str, Collection[str]] = {
    '"': '"',
    "“": '”“"',
    "”": "”",
    "„": ("“", "”", '"', "``", "''"),
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‚": "‘’",
    "‘": "’",
    "'": "'",
    "``": ("''",),
    "「": "」",
    "『": "』",
}
"""Which marks may close a quotation that a mark opens; national habits together."""
USUAL: dict[str, Side] = {
    "“": Side.OPEN,
    "”": Side.CLOSE,
    "„": Side.OPEN,
    "‟": Side.OPEN,
    "«": Side.OPEN,
    "»": Side.CLOSE,
    "‹": Side.OPEN,
    "›": Side.CLOSE,
    "‚": Side.OPEN,
    "‘": Side.OPEN,
    "’": Side.CLOSE,
    "``": Side.OPEN,
    "''": Side.CLOSE,
    "「": Side.OPEN,
    "」": Side.CLOSE,
    "『": Side.OPEN,
    "』": Side.CLOSE,
}
"""What a mark is where the space around it does not say: a French mark has spaces on both sides."""
PASSAGE_WORDS = 4
"""Shorter matter in quotation marks is a name, which a longer quotation may hold."""
SINGLE = "'‘’‚‹›"
_MARK = re.compile(
    # The first sign, looked at before all else, makes the search faster.
    r"[`'\"“”„‟«»‹›‚‘’＂「」『』<>](?:(?<=`)`|(?<=')'|(?<=[^`<>])|(?<=[^\w<]<)<(?=[^\W\d_])|(?<=[^\W\d_]>)>(?![>\w])"
    r"|(?<=[^\W\d_][.,!?…]>)>(?![>\w]))"
)
_WITH_COMMAS = re.compile(r"(?<![^\s(\[—–-]),,(?=[^\W\d_])|" + _MARK.pattern)
"""Two commas before a word open as well: asked only where two stand together."""
_TYPED = {"<<": "«", ">>": "»", "＂": '"', ",,": "„"}
"""What is typed for a mark: two signs of less or more on a word, as no program writes them; two commas."""
_WIKI = ("[[", "'''")
"""Where these stand two apostrophes are emphasis."""
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,15}(?:\s+[A-Za-z:-]{1,30}\s?=[^<>]{0,500})?\s?/?>")
"""A tag of HTML, as Markdown allows it: the marks of its attributes quote nothing."""
_OPENS_AFTER = "([{<—–-/«“„‘‚\"'‹›»…*_~="
_CLOSES_BEFORE = ".,;:!?)]}>—–-/»”“’…*_\"'›‹«~(["
_STOPS = ".,;:!?)]}"
_STOP_FOLLOWS = re.compile(r"\s[.,;)\]](?!\.)")
"""After a mark with spaces on both sides: French habit sets some stops apart too."""
_EMPHASIS = "*_"
_EAST_ASIAN = "「」『』"
"""Marks of texts without spaces, each with one side only."""


class Mark(NamedTuple):
    """A quotation mark in a paragraph's text."""

    start: int
    end: int
    sign: str
    side: Side


class Pair(NamedTuple):
    """A quotation's two marks."""

    opener: Mark
    closer: Mark
    resumes: bool = False
    """It goes on with the quotation before it, which a stray mark had closed."""


@dataclass(slots=True)
class Pairs:
    """Pairs in order of their opening marks, outermost only, and the marks left over."""

    pairs: list[Pair] = field(default_factory=list)
    opened: list[Mark] = field(default_factory=list)
    closed: list[Mark] = field(default_factory=list)


def marks_of(text: str, *, singles: bool, calls: Collection[int] = ()) -> list[Mark]:
    """Quotation marks of `text`; apostrophes, inches and minutes are none.

    `singles`: straight single marks count too (they do where a text quotes with nothing else). `calls`: where
    notes were called; a mark between a word and a call closes, though a word is glued to the call.
    """
    marks: list[Mark] = []
    tags = _TAG.finditer(text) if "<" in text else iter(())
    tag = next(tags, None)
    for match in (_WITH_COMMAS if ",," in text else _MARK).finditer(text):
        while tag is not None and tag.end() <= match.start():
            tag = next(tags, None)
        if tag is not None and tag.start() <= match.start():
            continue
        shown = match.group()
        sign = _TYPED.get(shown, shown)
        side = _side(text, match.start(), match.end(), sign)
        if shown == "''" and side is Side.OPEN and any(map(text.__contains__, _WIKI)):
            continue
        called = match.end() in calls and _closes_word(text, match.start()) and (singles or sign != "'")
        side = Side.CLOSE if called else side
        if (
            sign in SINGLE
            and not called
            and not _counts(text, match.start(), match.end(), sign, side, singles)
        ):
            continue
        marks.append(Mark(match.start(), match.end(), sign, side))
    return marks


def _side(text: str, start: int, end: int, sign: str) -> Side:
    if sign in _EAST_ASIAN:
        return USUAL[sign]
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before in _EMPHASIS:
        before = _neighbour(text, start - 1, -1)
    if not after or after in _EMPHASIS:
        after = _neighbour(text, end, 1)
    dots = text.startswith("..", end)
    opens = (before.isspace() or before in _OPENS_AFTER) and (
        dots or not (after.isspace() or after in _STOPS)
    )
    closes = not before.isspace() and (after.isspace() or after in _CLOSES_BEFORE)
    if opens and closes:  # between punctuation: a letter or digit on one side decides
        opens, closes = after.isalnum(), before.isalnum() or before in ".!?…,"
    if opens != closes:
        return Side.OPEN if opens else Side.CLOSE
    if before.isspace() and after.isspace() and _STOP_FOLLOWS.match(text, end):
        return Side.CLOSE
    return USUAL.get(sign, Side.EITHER)


def _closes_word(text: str, start: int) -> bool:
    """Whether a word or the end of a sentence stands right before a mark, or before the space that French
    sets before one."""
    before = text[max(0, start - 2) : start]
    if text.startswith("»", start):
        before = before.rstrip()
    return before[-1:].isalnum() or before[-1:] in tuple(".!?…")


def _neighbour(text: str, place: int, step: int) -> str:
    """The character beside a mark, signs of emphasis passed over; a space at the edge."""
    for _ in range(4):
        if not 0 <= place < len(text):
            return " "
        if text[place] not in _EMPHASIS:
            return text[place]
        place += step
    return " "


def _counts(text: str, start: int, end: int, sign: str, side: Side, singles: bool) -> bool:
    """Whether a single mark is a quotation mark at all."""
    if sign == "'" and not singles:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before in _EMPHASIS:
        before = _neighbour(text, start - 1, -1)
    if not after or after in _EMPHASIS:
        after = _neighbour(text, end, 1)
    if before.isalnum() and after.isalnum():
        return False  # an apostrophe inside a word
    if sign in "'’" and side is Side.OPEN:
        return sign == "'" and after.isalpha()  # ’tis
    return not (sign in "'’" and side is Side.EITHER)


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    mark: Mark
    holds_passage: bool = False
    """A whole passage in the same marks stands inside: only names do, so the closing mark was lost."""


def pair(text: str, marks: list[Mark], lone: str = "") -> Pairs:
    """Match closing marks with the nearest opening mark of their kind. `lone`: single marks that open a
    quotation though nothing closes it."""
    found = Pairs()
    stack: list[_Open] = []
    waiting: Counter[str] = Counter()
    matched: list[Pair] = []
    for mark in marks:
        place = _partner(stack, waiting, mark) if mark.side is not Side.OPEN else -1
        if place >= 0:
            _lose(found, stack[place + 1 :], lone)
            for entry in stack[place:]:
                waiting[entry.mark.sign] -= 1
            opened = stack[place]
            del stack[place:]
            if opened.holds_passage:
                found.opened.append(opened.mark)
                found.closed.append(mark)
                continue
            matched.append(Pair(opened.mark, mark))
            if stack and stack[-1].mark.sign == opened.mark.sign and _is_passage(text, opened.mark, mark):
                stack[-1].holds_passage = True
        elif mark.side is not Side.CLOSE and mark.sign in CLOSERS:
            stack.append(_Open(mark))
            waiting[mark.sign] += 1
        elif mark.sign not in SINGLE:
            found.closed.append(mark)
    _lose(found, stack, lone)
    found.opened.sort(key=lambda mark: mark.start)
    found.pairs = outermost(matched)
    return found


def _lose(found: Pairs, entries: list[_Open], lone: str) -> None:
    signs = (entry.mark.sign for entry in entries)
    found.opened += [
        entry.mark
        for entry, sign in zip(entries, signs, strict=True)
        if sign not in SINGLE or (lone and sign in lone)
    ]


def _is_passage(text: str, opener: Mark, closer: Mark) -> bool:
    return word_count(text[opener.end : closer.start]) >= PASSAGE_WORDS


def _partner(stack: list[_Open], waiting: Counter[str], mark: Mark) -> int:
    """Place in the stack of the opening mark that `mark` closes, -1 without one."""
    if not any(count and mark.sign in CLOSERS[sign] for sign, count in waiting.items()):
        return -1
    for place in range(len(stack) - 1, -1, -1):
        if mark.sign in CLOSERS[stack[place].mark.sign]:
            return place
    return -1


def outermost(pairs: list[Pair]) -> list[Pair]:
    """Pairs that stand in no other pair, in order of place."""
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.opener.start, -pair.closer.end)):
        if not kept or pair.opener.start >= kept[-1].closer.end:
            kept.append(pair)
    return kept
