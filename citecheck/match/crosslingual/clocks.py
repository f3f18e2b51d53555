"""Times of the day as values: `5.30 p.m.`, `17:30`, `17 h 30`, *halb sechs* and *в половине шестого*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from citecheck.match.crosslingual.clock_rows import BEFORE, NUMBER, WORD, Row, clock_rows
from citecheck.match.crosslingual.clock_words import (
    Sentence,
    any_of,
    follows,
    is_measured,
    is_word,
    may_be_noun,
    past_signs,
    units_at,
    word_before,
)
from citecheck.match.crosslingual.counting import count_at, ordinal_at
from citecheck.match.crosslingual.lexicon import Lexicon
from citecheck.match.hours import HALF_DAY, HOURS, MINUTES
from citecheck.match.rules import Rules

DAY = HOURS * MINUTES
HALF, EXACT = Decimal("0.5"), Decimal("0.001")
MORNING = 6
"""From this hour on *at night* is before midnight."""
DIGITAL = re.compile(r"(?<![\d:.,])(\d{1,2})([:.])(\d{2})(?![\d:%‰]|[.,]\d)")
ENDING = 3
"""Letters of the ending of an ordinal in figures: *6-ту*."""
SHORT = frozenset(("am", "pm", "m"))
"""How the half of the day ends where it makes any number an hour; *three in the evening* may be three men."""
MARKED, LENGTH, BARE = "!", "=", "~"
HOUR = "hour"
OF = frozenset(("de", "d", "di", "of"))
"""Behind hours that are a length: *à cinq heures de route*."""
FIRST = ("перш", "перв", "pierwsz", "prem", "prim")
"""The first hour, which is no number elsewhere and no *one*."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day at words up to `end`."""

    value: Decimal
    """Hours and minutes as a number with two decimals, as it is often written: 17.3 is half past five."""
    readings: frozenset[int]
    """Minutes of the day that it may be."""
    end: int
    sure: bool = True
    parts: tuple[Decimal, ...] = ()
    """Hour and minutes as said, where they may be two numbers all the same: `3:16`, *ten to six*."""
    length: int = 0
    """Minutes, where it may be a length of time as well: *2 h 30*, *une heure et demie*."""


def clock_at(sentence: Sentence, at: int) -> Clock | None:
    """The time of the day that begins at a word, `None` where none does or a number alone may be meant."""
    row = clock_rows().get(sentence.rules.code or "")
    word = sentence.words[at]
    reads = (_digital, _spoken, _hour) if row and (word[0].isdigit() or _begins(word, sentence)) else ()
    return next((clock for read in reads if row and (clock := read(sentence, at, row))), None)


def _begins(word: str, sentence: Sentence) -> tuple[str, ...]:
    """Kinds of patterns that a word may begin, none as a rule."""
    return _kinds(word, sentence.rules.code or "", sentence.lexicon, sentence.rules)


@lru_cache(maxsize=20_000)
def _kinds(word: str, code: str, lexicon: Lexicon, rules: Rules) -> tuple[str, ...]:
    row, alone = clock_rows()[code], Sentence(word, (word,), ((0, len(word)),), lexicon, rules)
    named = any(phrase[0] == word for phrase, _ in row.named) or (row.halves and word.startswith(row.halves))
    begun = named or any(is_word(word, pattern[0]) for pattern, _ in row.spoken[WORD])
    counts = _cardinal((word,), 0, alone) or _ordinal((word,), 0, alone)
    kinds = (NUMBER, bool(counts)), (BEFORE, word in row.before and bool(row.spoken[BEFORE])), (WORD, begun)
    return tuple(kind for kind, may in kinds if may)


def hours_at(sentence: Sentence, at: int, end: int, value: Decimal) -> frozenset[int]:
    """Minutes of the day that the number at words `at:end` may be, none where nothing says that it is an
    hour of the day: *17 Uhr*, *à 5 heures*, *ore 17*. *At five* alone may be five of anything."""
    row, words = clock_rows().get(sentence.rules.code or ""), sentence.words
    if row is None:
        return frozenset()
    mark, before, counted = any_of(row.marks, words, end), word_before(words, at), units_at(sentence, end)
    lasting = HOUR in counted and (before not in row.at or not OF.isdisjoint(words[mark : mark + 1]))
    named = before in row.before and (before,) in row.marks and not counted
    return hours_of(value) if named or (mark and not lasting) else frozenset()


def hours_of(value: Decimal) -> frozenset[int]:
    """Minutes of the day that a number may be as an hour, none where it is none.

    >>> sorted(hours_of(Decimal(5))), sorted(hours_of(Decimal(17))), hours_of(Decimal(25))
    ([300, 1020], [1020], frozenset())
    """
    return _readings(int(value), 0, "", True) if value == int(value) and 0 <= value <= HOURS else frozenset()


def _digital(sentence: Sentence, at: int, row: Row) -> Clock | None:
    """`17:30`; `17.30` where a word beside it says so."""
    start = sentence.spans[at][0]
    found = DIGITAL.match(sentence.text, start) if sentence.words[at][0].isdigit() else None
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[3])
    if hour > HOURS or minute >= MINUTES:
        return None
    end = at + 1
    while end < len(sentence.words) and sentence.spans[end][0] < found.end():
        end += 1
    marked = any_of(row.marks, sentence.words, end)
    last = marked or end
    part, behind = _part_of_day(row, sentence.words, last)
    before, said = word_before(sentence.words, at), part or marked
    if found[2] == "." and not (said or (before in row.before and not is_measured(sentence, at, end))):
        return None
    both = row.twelve and not found[1].startswith("0") and bool(found[2] == ":" or said or before in row.at)
    parts = () if said else (Decimal(hour), Decimal(minute))
    length = hour * MINUTES + minute if parts and found[2] == ":" else 0
    clock = _clock(_readings(hour, minute, part, both), hour, minute, behind or last, parts)
    return replace(clock, length=length)


def _spoken(sentence: Sentence, at: int, row: Row) -> Clock | None:
    """*Half past five*, *17 h 30*, *полшестого*, *noon*."""
    for phrase, minutes in row.named:
        end = follows(phrase, sentence.words, at)
        if end and sentence.words[max(0, at - 1)] != "-":  # *après-midi*
            return Clock(Decimal(minutes // MINUTES), frozenset((minutes,)), end, False)
    joined = sentence.words[at].removeprefix(row.halves) if row.halves else ""
    if joined and joined != sentence.words[at] and joined.endswith("ого"):
        hour = _ordinal([joined], 0, sentence)
        return _told({"O": hour}, "-30", at + 1, sentence, row) if hour else None
    kinds = (NUMBER,) if sentence.words[at][0].isdigit() else _begins(sentence.words[at], sentence)
    for pattern, told in (one for kind in kinds for one in row.spoken[kind]):
        if (found := _matched(pattern, sentence, at, row)) is not None:
            end = found.pop("")[1]
            clock = _told(found, told.strip(LENGTH + BARE), end, sentence, row)
            if clock is None or (told.endswith(BARE) and not _is_time(sentence, at, end, clock.end, row)):
                continue
            clock = _lasting(clock, told, found, end, sentence)
            # a length of time has no other half of the day
            said = not clock.length or word_before(sentence.words, at) in row.at
            return clock if said else replace(clock, readings=clock.readings & {clock.length % DAY})
    return None


def _lasting(
    clock: Clock, told: str, found: Mapping[str, tuple[int, int]], end: int, sentence: Sentence
) -> Clock:
    """The time with the length that it may be: hours and minutes as an amount, no part of the day behind."""
    minutes = found["M"][0] if told.endswith("M") and "M" in found else told.strip(LENGTH)
    if told.startswith(LENGTH):
        hours, minutes_of = divmod(int(clock.value * 100), 100)
        length = hours * MINUTES + minutes_of
        value = (Decimal(length) / MINUTES).quantize(EXACT)
        return replace(clock, value=value, length=length, readings=frozenset())
    hours = "H" in found and HOUR in units_at(sentence, found["H"][1]) and told in ("+M", "15", "30")
    if not hours or clock.end > end:
        return clock
    return replace(clock, length=found["H"][0] * MINUTES + int(minutes))


def _is_time(sentence: Sentence, at: int, end: int, last: int, row: Row) -> bool:
    """Whether a quarter or a half is one of an hour: not *a quarter to ten villages*."""
    if last > end or any_of(row.marks, sentence.words, end):
        return True
    said = any(tuple(sentence.words[max(0, at - len(one)) : at]) == one for one in row.told)
    said = said or word_before(sentence.words, at) in row.before
    return said and not may_be_noun(sentence, end)


def _told(
    found: Mapping[str, tuple[int, int]], told: str, end: int, sentence: Sentence, row: Row
) -> Clock | None:
    hour = next((value for slot, (value, _) in found.items() if slot in "HO"), 0)
    minute = found["M"][0] if "M" in found else 0
    added = {"+M": minute, "-M": -minute, "M-60": minute - MINUTES, "60+M": MINUTES + minute}.get(told)
    total = hour * MINUTES + (int(told) if added is None else added)
    part, behind = _part_of_day(row, sentence.words, end)
    if total < 0 or total > DAY:
        return None
    said, rest = divmod(total, MINUTES)
    both = (Decimal(hour), Decimal(minute)) if "M" in found else ()
    parts = both if told != "30" else (hour + HALF,)  # *deux heures et demie de route*
    return _clock(_readings(said, rest, part, True), said, rest, behind or end, () if part else parts)


def _hour(sentence: Sentence, at: int, row: Row) -> Clock | None:
    """*5 p.m.*, *à cinq heures du soir*: a whole hour whose half of the day is said."""
    found = _cardinal(sentence.words, at, sentence) or _ordinal(sentence.words, at, sentence)
    if found is None or not 0 <= found[0] <= HOURS:
        return None
    marked = any_of(row.marks, sentence.words, found[1])
    part, end = _part_of_day(row, sentence.words, marked or found[1], bool(marked))
    before = word_before(sentence.words, at) in row.before
    if not part or not (marked or before or sentence.words[end - 1] in SHORT):
        return None
    return _clock(_readings(found[0], 0, part, True), found[0], 0, end, (Decimal(found[0]),))


def _clock(readings: frozenset[int], hour: int, minute: int, end: int, parts: tuple[Decimal, ...]) -> Clock:
    if len(readings) == 1 and hour < HOURS:
        hour, minute = divmod(next(iter(readings)), MINUTES)
    return Clock(Decimal(f"{hour}.{minute:02}"), readings, end, True, parts)


def _readings(hour: int, minute: int, part: str, both: bool) -> frozenset[int]:
    """Minutes of the day of an hour in a `part` of it; in `both` halves where nothing tells which."""
    total = (hour * MINUTES + minute) % DAY
    if not 0 < hour <= HALF_DAY:
        return frozenset((total,))
    first, second = total % (DAY // 2), total % (DAY // 2) + DAY // 2
    if not part:
        return frozenset((first, second)) if both else frozenset((total,))
    late = part == "pm" or (part == "night" and MORNING <= hour < HALF_DAY)
    return frozenset((second if late else first,))


def _part_of_day(row: Row, words: Sequence[str], at: int, marked: bool = True) -> tuple[str, int]:
    """The half of the day that is told at a word, and where that ends; *3 дня* are days where no hour is
    `marked`."""
    for phrase, part in row.day:
        if (marked or not part.endswith(MARKED)) and (end := follows(phrase, words, at)):
            return part.removesuffix(MARKED), end
    return "", 0


def _matched(
    pattern: Sequence[str], sentence: Sentence, at: int, row: Row
) -> dict[str, tuple[int, int]] | None:
    """Values of the slots of a pattern at a word, each with where it ends; all of it as the empty one."""
    words, found = sentence.words, dict[str, tuple[int, int]]()
    start = at
    for part in pattern:
        at = at if at == start else past_signs(words, at)
        if at >= len(words):
            return None
        if part in ("H", "M", "O"):
            slot = _ordinal(words, at, sentence) if part == "O" else None
            slot = slot or _cardinal(words, at, sentence)
            article = part == "M" and words[at] in sentence.rules.one
            if slot is None or article or not 0 <= slot[0] <= (MINUTES - 1 if part == "M" else HOURS):
                return None
            found[part] = slot
            at = slot[1]
        elif words[at] in row.before if part == "B" else is_word(words[at], part):
            at += 1
        else:
            return None
    return {**found, "": (0, at)}


def _cardinal(words: Sequence[str], at: int, sentence: Sentence) -> tuple[int, int] | None:
    """Value of a number of up to two figures or in words, and where it ends."""
    word = words[at]
    if word[0].isdigit():
        return (int(word), at + 1) if word.isdecimal() and len(word) <= 2 else None
    count = count_at(words, at, sentence.lexicon, sentence.rules)
    if count is not None:
        return None if count.ordinal else (count.value, count.end)
    return (1, at + 1) if word in sentence.rules.one and not word.startswith(FIRST) else None


def _ordinal(words: Sequence[str], at: int, sentence: Sentence) -> tuple[int, int] | None:
    word = words[at]
    if word[0].isdigit():
        ended = words[at + 1 : at + 2] == ["-"] and at + 2 < len(words) and len(words[at + 2]) <= ENDING
        return (int(word), at + (3 if ended else 1)) if word.isdecimal() and len(word) <= 2 else None
    if word.startswith(FIRST[:3]):
        return 1, at + 1
    count = ordinal_at(words, at, sentence.lexicon, sentence.rules)
    return (count.value, count.end) if count is not None else None
