"""Numbers that may call a note though they stand as no call does: what damage leaves of calls.

    a word12another   both spaces lost        word.1212   printed twice
    word12,13         two calls at a word     word[12 or word12]   half of the brackets lost
    word[ 12 ]        blanks in the brackets  word[l2]    a letter read for a digit
    word.l2           the same behind a stop  word.1 2    its digits apart
    14.8721O          a letter for the last digit, run together with a number

Each is weighed low, and is a call only where its number is due and no other call bears it (`due_calls`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from citecheck.parse.marker_candidates import WEIGHT, Candidate, Form
from citecheck.parse.misread_labels import MISREAD, int_of
from citecheck.parse.open_marks import PARAGRAPH, quoted
from citecheck.patterns import late

WORD = 3
"""Letters of a word before a number from which the two are not one name (`mp3`, `F22`)."""
TWICE, HALF, BLANKS, READ = -0.7, -1.5, -0.3, -1.0
"""What the damage takes off the worth of a call printed twice, in half a bracket, in one with blanks, with a
letter for a digit."""
LONGEST = 40
"""Characters of a word looked at before a number."""
BRACKET = 60
"""Characters before half a bracket in which another may have opened."""

# The first digit is looked for before what stands before it: so all other signs are passed over at once.
_BETWEEN = re.compile(r"\d(?<=[^\W\d_]\d)\d{0,2}(?=[^\W\d_])")
_PAIR = re.compile(r"\d(?<=[^\W\d_].|[»”\"’.)].)\d{0,2}(?:,\s?\d{1,3}){1,3}(?![\d%]|[.,]\d)")
_RUN = re.compile(r"\d(?<=[^\W\d_].|[»”\"’.,;:!?)].)\d{1,5}(?![\d%]|[.,]\d|[^\W\d_])")
_HALF = re.compile(r"\[(?<=[^\s([]\[)(\d{1,3})(?=[\s.;:)]|,(?!\s?[^\s,]{1,8}[)\[\]]))|\](?<=\d\])")
"""Not `[3 pages omitted`, nor the half-open interval `[1, 2)`."""
_LAST = re.compile(r"(?:(?<=[^\W_])|(?<=[»”\"’.,;:!?()\s]))(?<!\d)\d{1,3}\Z")
_BLANKS = re.compile(r"\[(?:[ \u00a0]{1,2}(\d{1,3})[ \u00a0]{0,2}|(\d{1,3})[ \u00a0]{1,2})\]")
_LISTED = late(r"(?:[;:,]\s|(?<=\s)\d{1,3}\][^\[\]]{1,50}|[([][^()\[\]]*\d[,;]\s?)\Z")
"""What stands before a point of a list, `; 2]` and the next one, and before an interval's end, `(1, 2]`."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_SIGNS = re.escape("".join(MISREAD.values()))
_READ = late(rf"\[([\d{_SIGNS}]{{1,3}})\](?![^\W\d_])")
_ON_LINE = late(rf"[.;!?»”\"’](?=\D{{0,2}}\d)([\d{_SIGNS}]{{2,3}})(?=[\s»”\"’)]|\Z)")
_APART = late(r"[.;!?»”\"’]([1-9]) (\d)(?=\s|\Z)")
_ON_NUMBER = late(r"(?<=\d\d)(?<!\b1[5-9])(?<!\b20)(\d)[OО](?=[\s.,;:!?»”\"’)])")
_ENDED = late(r"[\w.,;:!?…][.,;:!?…»”\"’)]\Z")
"""Behind a word's own letters a letter in brackets is an editor's (`boat[s]`), at the head of a quotation too
(`“[I] saw`)."""
_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"\w+")
_SMALL, _CLOSES = re.compile(r"\s[a-zа-яà-ÿ]"), re.compile(r"\s?[»”\"’]")
_STOPPED = late(r"(?:[^\W\d_]{3}|[»«“”‘\"’)\]])[.,:;!?]\Z")
"""A stop behind a whole word, not that of an abbreviation: `Ps.88`, `Nr.33`."""
_WORD, _LETTERS = late(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_ORDINAL = late(r"(?:e|er|re|st|nd|rd|th|o|й|я|е|го|му|м|х|ми|ой|ая|ый)(?![^\W\d_])")


def with_damaged(content: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of calls and those of damaged ones, in order of place."""
    more = [
        *_between(content),
        *_pairs(content),
        *_twice(content),
        *_apart(content),
        *(_bracketed(content) if "[" in content or "]" in content else ()),
    ]
    if not more:
        return list(found)
    return sorted((*found, *more), key=lambda one: (one.start, -one.number))


def _candidate(match: re.Match[str], group: int, form: Form, extra: float = 0.0) -> Iterator[Candidate]:
    shown = match[group]
    number = int(shown) if shown.isdecimal() else int_of(shown)
    if shown[0] != "0" and number > 0:
        yield Candidate(match.start(group), match.end(group), number, form, WEIGHT[form] + extra, True)


def _between(content: str) -> Iterator[Candidate]:
    words: Counter[str] | None = None
    for match in _BETWEEN.finditer(content):
        if _ORDINAL.match(content, match.end()) or not _is_word(content, match.start()):
            continue
        words = words if words is not None else Counter(_TOKEN.findall(content.lower()))
        if not _named(content, match, words) and not quoted(content, match.start()):
            yield from _candidate(match, 0, Form.BETWEEN)


def _named(content: str, match: re.Match[str], words: Mapping[str, int]) -> bool:
    """Whether a number between two words is part of a name: more digits follow, it returns with both words,
    or the second stands nowhere else. `words`: how often each of the text stands in it, in small letters."""
    after = _LETTERS.match(content, match.end(), match.end() + LONGEST)
    before = _WORD.search(content, max(0, match.start() - LONGEST), match.start())
    if before is None or after is None or content[after.end() : after.end() + 1].isdecimal():
        return True
    again = words.get((before[0] + match[0] + after[0]).lower(), 0) > 1
    return again or not words.get(after[0].lower(), 0)


def _is_word(content: str, end: int) -> bool:
    """Whether what ends before an offset is a word in small letters, not a name or a unit."""
    word = content[max(0, end - WORD) : end]
    return len(word) == WORD and word.isalpha() and word[1:].islower()


def _pairs(content: str) -> Iterator[Candidate]:
    for match in _PAIR.finditer(content):
        word = _WORD.search(content, max(0, match.start() - LONGEST), match.start())
        if word and (word[0][0].isupper() or not _is_word(content, match.start())):
            continue  # `Psalm3,4`
        if quoted(content, match.start()) or (not word and _SMALL.match(content, match.end())):
            continue  # `“about3,4 boats”`, `the share was.7,8 million`
        places = list(_NUMBER.finditer(content, match.start(), match.end()))
        numbers = [int(place[0]) for place in places]
        if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            for place in places:
                yield from _candidate(place, 0, Form.GLUED_PREVIOUS)


def _twice(content: str) -> Iterator[Candidate]:
    """Calls printed twice, and two that follow one another without anything between them."""
    for match in _RUN.finditer(content):
        start, run = match.start(), match[0]
        before = content[start - 1]
        if before.isalpha() and not _is_word(content, start):
            continue
        if before in ".,:;" and not _STOPPED.search(content, max(0, start - 5), start):
            continue
        if quoted(content, start) and not _CLOSES.match(content, match.end()):
            continue
        for cut in {len(run) // 2, (len(run) - 1) // 2} - {0}:
            first, second = int(run[:cut]), int(run[cut:])
            weight = WEIGHT[Form.GLUED_PREVIOUS] + TWICE
            if run[0] == "0" or second - first not in (0, 1):
                continue
            yield Candidate(start, start + cut, first, Form.GLUED_PREVIOUS, weight, True)
            if second > first:
                yield Candidate(start + cut, match.end(), second, Form.GLUED_PREVIOUS, weight, True)


def _apart(content: str) -> Iterator[Candidate]:
    """Calls on the line of which a digit was read for a letter, or stands apart from the other."""
    for match in _ON_LINE.finditer(content):
        if not match[1].isdecimal() and _closes(content, match.start()):
            yield from _candidate(match, 1, Form.GLUED_PREVIOUS, READ)
    for match in _APART.finditer(content):
        if _closes(content, match.start()):
            number, weight = int(match[1] + match[2]), WEIGHT[Form.GLUED_PREVIOUS] + READ
            yield Candidate(match.start(1), match.end(), number, Form.GLUED_PREVIOUS, weight, True)
    for match in _ON_NUMBER.finditer(content):
        number, weight = int(match[1]) * 10, WEIGHT[Form.SPLIT_PREVIOUS]
        yield Candidate(match.start(), match.end(), number, Form.SPLIT_PREVIOUS, weight, True)


def _closes(content: str, at: int) -> bool:
    """Whether a sign is the stop of a whole word, or a mark that closes."""
    if content[at] in ".,:;!?":
        return _STOPPED.search(content, max(0, at - 4), at + 1) is not None
    before = content[max(0, at - 1) : at]
    return before.isalpha() or before in set(".,;:!?")


def _bracketed(content: str) -> Iterator[Candidate]:
    for match in _BLANKS.finditer(content):
        yield from _candidate(match, 1 if match[1] else 2, Form.BRACKET, BLANKS)
    for match in _HALF.finditer(content):
        yield from _opened(content, match) if match[1] else _closed(content, match.start())
    for match in _READ.finditer(content):
        sure = any(map(str.isdecimal, match[1])) or _ENDED.search(
            content, max(0, match.start() - 3), match.start()
        )
        if not match[1].isdecimal() and sure and int_of(match[1]) > 0:
            yield from _candidate(match, 1, Form.BRACKET, READ)


def _opened(content: str, match: re.Match[str]) -> Iterator[Candidate]:
    """`[12` without the other half."""
    limit = match.end() + PARAGRAPH
    below = _PARAGRAPH.search(content, match.end(), limit)
    if "]" not in content[match.end() : below.start() if below else limit].split("[", 1)[0]:
        yield from _candidate(match, 1, Form.BRACKET, HALF)


def _closed(content: str, end: int) -> Iterator[Candidate]:
    """`12]` without the other half."""
    number = _LAST.search(content, max(0, end - 5), end)
    if number is None or _LISTED.search(content, max(0, end - BRACKET), number.start()):
        return
    if "[" not in content[max(0, end - BRACKET) : number.start()].rsplit("]", 1)[-1]:
        yield from _candidate(number, 0, Form.BRACKET, HALF)
