"""Numbers in the text that may be calls of notes, each with what its form says for it.

Extraction flattens a raised digit into its line, so a call may be glued to the word after it or before it,
to a closing quotation mark, to a number of the text (`1253,1`: call 125, then 3,1), or stand in brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from citecheck.model import Span
from citecheck.parse.bracketed_sources import cited_in
from citecheck.parse.east_asian import AFTER_CALL, CALLED, CLOSING, STOPS
from citecheck.parse.labels import CIRCLED, HIGHEST, SUPERSCRIPTS, value_of
from citecheck.patterns import late


class Form(Enum):
    """How a call stands in the text."""

    MARKDOWN = "[^1]"
    SUPERSCRIPT = "¹"
    BRACKET = "[1]"
    GLUED_NEXT = "1Word"
    GLUED_PREVIOUS = "word1"
    PAREN = "(1)"
    SPACED = "word. 1 Word"
    SPLIT_NEXT = "1253,1"
    SPLIT_PREVIOUS = "20181"
    BETWEEN = "word1word"
    AT_FOOT = "word 1 word, and the same page ends with note 1"


WEIGHT = {
    Form.MARKDOWN: 4.0,
    Form.SUPERSCRIPT: 3.0,
    Form.BRACKET: 2.5,
    Form.GLUED_NEXT: 2.0,
    Form.GLUED_PREVIOUS: 1.5,
    Form.PAREN: 0.3,
    Form.SPACED: -0.3,
    Form.SPLIT_NEXT: -0.2,
    Form.SPLIT_PREVIOUS: -0.2,
    Form.BETWEEN: -0.2,
}
"""Worth of a form before anything is known of the numbering. Below zero: taken only where it is due."""
SPLIT = frozenset({Form.SPLIT_NEXT, Form.SPLIT_PREVIOUS})
ON_WORDS = SPLIT | {Form.GLUED_NEXT, Form.GLUED_PREVIOUS, Form.BETWEEN}
"""Forms of a raised number that has come down to its line."""
DRAWN = 0.02
"""Share of numbers on words that are drawn raised from which all that are raised are. Two articles whose
sources are called by raised digits that come out on the line had 0.004, a thesis with twelve notes 0.05."""
STRONG = frozenset(Form) - SPLIT - {Form.PAREN, Form.SPACED, Form.BETWEEN}
DENSE_RUNS, DENSE_WIDTH = 10, 80
"""So many numbers in so few characters are a table: no weak form is a call there."""
INDENT = 12
"""Characters behind a number in which the next paragraph's first letter stands."""
LONGEST_RUN = 9  # longer runs of digits are no call run together with a number

_RUN = re.compile(
    # The first sign, looked at before all else, makes the search faster.
    rf"[\d{SUPERSCRIPTS}{CIRCLED}](?:(?<=\d)\d*|(?<=[{SUPERSCRIPTS}])[{SUPERSCRIPTS}]*|)"
)
_GROUP = re.compile(r"\[\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){1,20}\]|\[\d{1,4}(?=\s?[,:;]\s?[^\W\d_]{1,4}\.)")
_NUMBER = re.compile(r"\d+")
_SECTION = re.compile(r"\d\.[A-Za-z]\.\Z")  # the head of `1.E.8`
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_YEAR_BEFORE = re.compile(r"(?<![\d.,/-])(?:1[5-9]\d\d|20\d\d)\Z")
_ORDINAL = late(
    r"(?:er|re|ère|e|ème|ième|st|nd|rd|th|o|º|°|ª|[-‑]?(?:й|я|е|го|му|м|х|ми|ой|ая|ый))(?![^\W\d_])"
)
_UNIT = late(
    r"(?:km|cm|mm|m|kg|g|mg|t|l|ml|h|min|s|ha|kW|MW|GW|GB|MB|KB|Hz|GHz|MHz|[DGKVx]|px|pt|nm|eV|°C|млн|км|кг|га|тыс)(?![^\W\d_])"
)
_ARABIC = frozenset("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_WIDE_OPEN = frozenset("［【〔注註")
_WIDE = late(r".?(?:[［【〔]\d+[］】〕]|[（(［\[](?:注|註)\d+[）)］\]])")
"""Calls in full-width brackets, and behind the word *note*: `［１］`, `（注１）`."""
_BRACKETED = 120
"""Characters before a number within which a bracket may have opened."""
_THOUSANDS, _FOURTH_DIGIT = late(r"(?<![\w.,])\d{1,3}[ \u00a0\u2009\u202f]\Z"), 0.15
"""`3 4001`: groups of a number have three digits, so the fourth is rather a call than one of `11 200`."""
_CLOSE = "\"'»«”“’‘)]}.,;:!?…›‹„>"
_SET, _OF_VALUE = re.compile(r"\s?=(?!=)|\(https?://"), re.compile(r"(?:\$\w+|\w\([\w.$]+)\Z")
"""What stands beside an index of a program: `[2] = "beans"`, `$d[2]`; an address behind a link's text."""
_OPEN = "\"'«»“„‘‹([<—–"


class Candidate(NamedTuple):
    """A number that may call a note: `start` and `end` bound its digits."""

    start: int
    end: int
    number: int
    form: Form
    weight: float
    damaged: bool = False  # one only where its number is due (`due_calls`)


def drawn_so(options: Sequence[Candidate], raised: Sequence[Span]) -> list[Candidate]:
    """Candidates less those on words that are none of the numbers known to be `raised`, given in order of
    place: where raised numbers are drawn so, one on the line is an index of a formula or a part of a name.
    All of them where hardly one is drawn so (`DRAWN`): then the font hides what is raised.
    """
    kept, shown, glued = [], 0, 0
    for option in options:
        place = bisect_right(raised, option.end, key=lambda span: span.start) - 1
        drawn = place >= 0 and raised[place].end > option.start
        on_word = option.form in ON_WORDS
        glued, shown = glued + on_word, shown + (on_word and drawn)
        if drawn or not on_word:
            kept.append(option)
    return kept if shown > DRAWN * glued else list(options)


def candidates(content: str, start: int, end: int) -> list[Candidate]:
    """Candidates between two offsets, in order of place; of one place the highest number first."""
    found: list[Candidate] = []
    cited = list(cited_in(content, start, end))
    for first, last in (place for _, places in cited for place in places):
        _add(found, content, first, last, Form.BRACKET)
    inside = {at for span, _ in cited for at in range(*span)}
    for group in _GROUP.finditer(content, start, end):
        if group.start() in inside:
            continue
        for number in _NUMBER.finditer(content, group.start(), group.end()):
            _add(found, content, number.start(), number.end(), Form.BRACKET)
    grouped = {candidate.start for candidate in found}
    recent = [-DENSE_WIDTH] * DENSE_RUNS
    place = 0
    for run in _RUN.finditer(content, start, end):
        if run.start() in grouped or run.start() in inside:
            continue
        first, last = run.start(), run.end()
        if content[first] in SUPERSCRIPTS:
            if last - first <= 4:
                _add(found, content, first, last, Form.SUPERSCRIPT, _raised(content, first))
            continue
        if content[first] in CIRCLED:
            _add(found, content, first, last, Form.SUPERSCRIPT)
        if content[first] in CIRCLED or last - first > LONGEST_RUN:
            continue
        if content[first - 1 : first] in _WIDE_OPEN and _WIDE.match(content, max(0, first - 2)):
            _add(found, content, first, last, Form.BRACKET)
            continue
        if not content[first:last].isascii() and content[first] not in _ARABIC:
            continue
        dense = first - recent[place] < DENSE_WIDTH
        recent[place] = first
        place = (place + 1) % DENSE_RUNS
        _plain(found, content, first, last, dense)
    if grouped:
        found.sort(key=lambda candidate: (candidate.start, -candidate.number))
    return found


def _raised(content: str, first: int) -> float:
    """A raised 2 or 3 after a unit of length is a power, not a call."""
    before = content[max(0, first - 3) : first]
    return -3.0 if re.search(r"(?<![^\W\d_])[kcdm]?m\Z", before) else 0.0


def _add(found: list[Candidate], content: str, first: int, last: int, form: Form, extra: float = 0.0) -> None:
    number = value_of(content[first:last])
    if content[first] not in "0⁰" and 0 < number <= HIGHEST:
        found.append(Candidate(first, last, number, form, WEIGHT[form] + extra))


def _plain(found: list[Candidate], content: str, first: int, last: int, dense: bool) -> None:
    before = content[first - 1] if first else "\n"
    after = content[last] if last < len(content) else "\n"
    two_before = content[first - 2] if first > 1 else "\n"
    if before == "^" and two_before == "[" and after == "]":
        _add(found, content, first, last, Form.MARKDOWN)
        return
    if before == "[" and after == "]":
        if not (_SET.match(content, last + 1) or _OF_VALUE.search(content, max(0, first - 40), first - 1)):
            _add(found, content, first, last, Form.BRACKET)
        return
    if before == "(" and after == ")":
        _add(found, content, first, last, Form.PAREN)
    glued_next = _glued_next(content, first, last, before, after)
    glued_previous = _glued_previous(content, first, last, before, after)
    if glued_next is not None:
        if last - first <= 4:
            _add(found, content, first, last, Form.GLUED_NEXT, glued_next)
    elif glued_previous is not None and last - first <= 4:
        _add(found, content, first, last, Form.GLUED_PREVIOUS, glued_previous)
    elif before in ".," and two_before.isdigit() and last - first <= 3 and not dense:
        _behind_number(found, content, first, last, before, after)
    elif before.isspace() and last - first <= 4 and not dense:
        _spaced(found, content, first, last, two_before, after)
    if last - first > 1 and not dense and not _YEAR.fullmatch(content, first, last):
        _split(found, content, first, last, before, after)


def _spaced(found: list[Candidate], content: str, first: int, last: int, two_before: str, after: str) -> None:
    """A number between spaces: a call after the end of a sentence or before its stop, else a quantity."""
    closed = two_before in '.!?»”"…“«'
    if after in ".,;:" and not content[last + 1 : last + 2].isdigit():
        _add(found, content, first, last, Form.SPACED, 0.5 if closed else 0.0)
    elif after.isspace():
        following = content[last + 1 : last + 2]
        if closed:
            _add(found, content, first, last, Form.SPACED, 0.6 if not following.islower() else 0.0)
        else:
            lower = -0.8 if two_before.isalnum() else -0.6
            _add(found, content, first, last, Form.SPACED, lower if following.islower() else -0.5)


def _glued_next(content: str, first: int, last: int, before: str, after: str) -> float | None:
    """What `1Word` and `1"Word` are worth, or `None` where the number is not glued to what follows."""
    if before in CLOSING or before in STOPS:
        if CALLED.match(after):
            return 0.0 if before in CLOSING else -0.7
        if before not in _CLOSE:
            return None
    if not (before.isspace() or before in _OPEN or before in _CLOSE or before == "/"):
        return None
    if after.isalpha():
        if _ORDINAL.match(content, last) or _UNIT.match(content, last):
            return -2.5
        return 0.5 if after.isupper() else -0.7
    if after in "«»" and content[last + 1 : last + 2].isspace():
        return -0.3
    if after in "\"«»“„‘'([<‹" and last + 1 < len(content) and not content[last + 1].isspace():
        return 0.0 if content[last + 1].isalpha() or content[last + 1] == "." else -1.5
    return None


def _glued_previous(content: str, first: int, last: int, before: str, after: str) -> float | None:
    """What `word1` and `word.1` are worth, or `None` where the number is not glued to what precedes."""
    if not (after.isspace() or after in _CLOSE or after in "—–-/" or after in AFTER_CALL):
        return None
    if after in ".,:" and content[last + 1 : last + 2].isdigit():
        return None
    if _SECTION.search(content, max(0, first - 4), first):
        return None
    if before.isalpha():
        word = first - 1
        while word > 0 and content[word - 1].isalpha() and first - word < 6:
            word -= 1
        name = content[word:first]
        return -1.5 if len(name) <= 2 or (name[0].isupper() and len(name) <= 3) or name.isupper() else 0.3
    if before in CLOSING or before in STOPS:
        return 0.5 if before in CLOSING else -0.3
    if (before in _CLOSE or content[max(0, first - 2) : first] == "``") and first > 1:
        two = content[first - 2]
        if before in ".,:" and (two.isdigit() or two.isspace()):
            return None
        return 0.5 if before in '"»”’' or not two.isspace() else -1.0
    return None


def _behind_number(
    found: list[Candidate], content: str, first: int, last: int, before: str, after: str
) -> None:
    """`in 1990.2 The`, `in 1990,2 and`: a year with a call is likelier than a decimal.

    Behind another number the stop must be the end of a sentence: a decimal there would want one of its own.
    """
    if not after.isspace() and after not in "\"'»”’" and not _closes_call(content, first, last):
        return
    if _YEAR_BEFORE.search(content, max(0, first - 9), first - 1):
        _add(found, content, first, last, Form.GLUED_PREVIOUS, -0.75 if before == "." else -1.0)
        return
    following = content[last : last + INDENT].lstrip("\"'»”’)")
    if before == "." and (following.startswith("\n\n") or following.lstrip()[:1].isupper()):
        _add(found, content, first, last, Form.SPLIT_PREVIOUS)


def _closes_call(content: str, first: int, last: int) -> bool:
    """Whether the bracket behind a number is the call's own (`in 1990.2) The`): none is open before it."""
    before = content[max(0, first - _BRACKETED) : first]
    return content.startswith(")", last) and before.rfind("(") <= before.rfind(")")


def _split(found: list[Candidate], content: str, first: int, last: int, before: str, after: str) -> None:
    """A call run together with a number of the text, on its left (`1253,1`) or on its right (`20181`)."""
    if before in "([/" or before.isdigit():
        return
    for cut in range(min(last - first - 1, 4), 0, -1):
        if content[first + cut] != "0":
            _add(found, content, first, first + cut, Form.SPLIT_NEXT)
    for cut in range(min(last - first - 1, 4), 0, -1):
        goes_on = after in ".," and content[last + 1 : last + 2].isdigit()
        if not (after.isalpha() or goes_on or _counts(content, first, last, cut)):
            grouped = last - cut - first == 3 and _THOUSANDS.search(content, max(0, first - 5), first)
            likely = grouped or _YEAR.fullmatch(content, first, last - cut)
            _add(found, content, last - cut, last, Form.SPLIT_PREVIOUS, _FOURTH_DIGIT if likely else 0.0)


def _counts(content: str, first: int, last: int, cut: int) -> bool:
    """Whether a number says how many there are of what follows (`12 villages`), so that it is a whole."""
    behind = content[last : last + 2]
    return last - cut - first <= 2 and behind[:1].isspace() and behind[1:].islower()
