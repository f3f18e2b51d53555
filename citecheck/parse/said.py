"""Who says it, between two parts of a quotation: `“The ferry,” she wrote, “is sold.”`"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.counting import word_count
from citecheck.parse.quotation_drafts import Draft
from citecheck.tables import data_file

LONGEST, WORDS = 100, 12
"""Characters and words between the parts, at most."""
SENTENCE_WORDS = 6
"""Words at most where the second part is a sentence of its own: with more, somebody else may be quoted."""

_CLOSED = re.compile(r"(,?)\s?[»”“\"’'‹›](,?)\s?([—–-]?)\s?")
_GOES_ON = re.compile(r"(,?)\s?([—–-]?)\s?\Z")
_STOP = re.compile(r"[.]\s?[—–-]?\s?\Z")
_LEFT_OUT = re.compile(r"\s?[\[(](?:…|\.\.\.|\. \. \.)[\])]\s?")
_BREAK = re.compile(r"[.,;:!?«»“”„\"(]")
_OTHER = re.compile(r"[.!?;:»«”“„\"]")


def broken_by_saying(text: str, first: Draft, second: Draft) -> bool:
    """Whether two quotations are parts of one sentence with who says it between them, commas or dashes on
    both sides."""
    said = _said(text, first, second)
    if said is None:
        return False
    words, apart = said
    end = _GOES_ON.search(words)
    return bool(end and any(end.groups()) and apart) and _short(words[: end.start() if end else 0], WORDS)


def told_by_the_same(text: str, first: Draft, second: Draft) -> bool:
    """Whether two sentences are quoted with no more than who says them between: `“…?”, she said. “…”`.

    A sentence that begins with a capital letter is no part of the first (`“…?” Nobody could answer. “…”`).
    """
    said = _said(text, first, second)
    if said is None:
        return False
    words, apart = said
    end = _STOP.search(words)
    apart = apart or text[first.inner_end - 1] in "?!…"
    says = apart and words[:1].islower()
    return bool(end and says) and _short(words[: end.start() if end else 0], SENTENCE_WORDS)


def left_out_between(text: str, first: Draft, second: Draft) -> bool:
    """Whether no more than dots stand between two quotations: words of one sentence are left out there."""
    return _LEFT_OUT.fullmatch(text, first.end, second.start) is not None


def as_one_says(text: str, draft: Draft, call: int) -> bool:
    """Whether no more than who says so (`, as Orr held`) stands between a few words that are no title and a
    call."""
    behind = text[draft.end : call] if call - draft.end <= LONGEST else ""
    words = behind.removeprefix(",").split()
    says = behind.startswith(", ") and words[:1] != words[-1:] and words[0] in _as_words()
    if not says or len(words) > SENTENCE_WORDS or _BREAK.search(behind, 1):
        return False
    if not any(word[0].isupper() for word in words[1:]):
        return False  # `, as you know2 well`
    few = text[draft.inner_start : draft.inner_end]
    return few[0].islower() and word_count(few) > 1


@cache
def _as_words() -> frozenset[str]:
    """Words of many languages with which who says something is named behind it."""
    return frozenset(data_file("citecheck.parse", "as_words.txt").read_text("utf-8").split())


def _said(text: str, first: Draft, second: Draft) -> tuple[str, bool] | None:
    """What stands between two quotations, and whether a comma or a dash parts it from the first."""
    if second.start - first.inner_end > LONGEST:
        return None
    head = _CLOSED.match(text, first.inner_end, second.start)
    if head is None:
        return None
    apart = any(head.groups()) or text[first.inner_end - 1] == ","
    return text[head.end() : second.start], apart


def _short(words: str, most: int) -> bool:
    """Whether words are one clause that may say who speaks."""
    count = len(words.split())
    begins = words[:1].isalpha() and (words[0].islower() or count > 1)
    return begins and count <= most and _OTHER.search(words) is None
