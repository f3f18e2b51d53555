"""Words, beginnings and phrases of the table of senses, by language, and how a word is found there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from citecheck.match.crosslingual.table import first_added, forms, languages, rows
from citecheck.match.fold import split_words

LINKS = ("", "s", "n", "en", "es", "e", "er")
"""What may stand between the parts of a German compound."""
SHORTEST_HEAD, SHORTEST_TAIL, LEAST_COMPOUND = 3, 3, 8
LEAST_WHOLE = 6
"""Letters from which the beginning of a compound keeps its own meaning beside those of the parts."""
ENDINGS = ((3, 4), (4, 7))
"""Letters that may follow a beginning of up to three letters and of four; a longer one takes nearly any."""
LONGEST_ENDING = 12
NEAR = {4: 1}
LEAST_NEAR, MOST_NEAR = 4, 2
"""A listed beginning one letter shorter than the longest counts too from four letters, two from five."""
FORM_ENDING = 3
"""Letters behind a beginning whose senses one of those forms has too; behind a shorter one it is another word
(*emergencies* is no form of *to emerge*)."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's words, beginnings and phrases, to the rows they are in."""

    whole: Mapping[str, frozenset[int]]
    beginnings: Mapping[str, frozenset[int]]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], int, bool]]]
    """Phrases by the first letters of their first word, and whether each is a name."""
    acronyms: Mapping[str, frozenset[int]]
    """Words that stand for themselves in capitals alone."""


@cache
def words_in(language: str) -> Words:
    whole: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
    acronyms: dict[str, set[int]] = {}
    added: list[tuple[str, bool, int]] = []
    column = 2 + languages().index(language) if language in languages() else 0
    for row, cells in enumerate(rows() if column else ()):
        for entry in cells[column].split():
            if "_" in entry:
                phrase = split_words(entry.replace("_", " ")).folded
                phrases.setdefault(phrase[0][:2], []).append((phrase, row, entry[0].isupper()))
                continue
            if entry.isupper() and len(entry) > 1:
                acronyms.setdefault(entry, set()).add(row)
                continue
            word = "".join(split_words(entry.removesuffix("*")).folded)
            begins = entry.endswith("*") and len(word) >= SHORTEST_HEAD
            if row >= first_added():
                added.append((word, begins, row))
            else:
                (beginnings if begins else whole).setdefault(word, set()).add(row)
    listed = Words(
        {word: frozenset(rows) for word, rows in whole.items()},
        {word: frozenset(rows) for word, rows in beginnings.items()},
        {first: sorted(some, key=lambda one: -len(one[0])) for first, some in phrases.items()},
        {word: frozenset(rows) for word, rows in acronyms.items()},
    )
    return _with_forms(_with_added(listed, added, language), language)


def _with_added(listed: Words, added: Sequence[tuple[str, bool, int]], language: str) -> Words:
    """`listed` with words of `ADDED`, whether each is a beginning, and its row; the shortest come first."""
    whole, beginnings = dict(listed.whole), dict(listed.beginnings)
    own_whole: dict[str, frozenset[int]] = {}
    own_beginnings: dict[str, frozenset[int]] = {}
    alone = replace(listed, whole=own_whole, beginnings=own_beginnings)
    for word, begins, row in sorted(added, key=lambda one: len(one[0])):
        kept, own = (beginnings, own_beginnings) if begins else (whole, own_whole)
        parts = parts_listed(word, listed) if language == "de" and len(word) >= LEAST_COMPOUND else ()
        # Not what a shorter added word took over: it may begin something that this word never said.
        own[word] = own.get(word, frozenset()).union(listed_beginning(word, alone)[1], {row})
        kept[word] = kept.get(word, frozenset()).union(listed_beginning(word, listed)[1], own[word], *parts)
    return replace(listed, whole=whole, beginnings=beginnings)


def _with_forms(listed: Words, language: str) -> Words:
    """`listed` with the forms that do not begin like the words they are forms of (`forms.tsv`); they keep the
    senses that a beginning gives them which is nearly all of them, if it has a meaning of its own."""
    empty = {row for row, cells in enumerate(rows()) if cells[0] == "x"}
    whole, beginnings = dict(listed.whole), dict(listed.beginnings)
    for code, word, entries in forms():
        if code == language and (found := listed_beginning(word, listed)[1]):
            for entry in entries.split():
                kept, form = (beginnings if entry.endswith("*") else whole), entry.removesuffix("*")
                size, own = listed_beginning(form, listed)
                own = own - empty if nearly_all(form, size) else frozenset()
                kept[form] = kept.get(form, frozenset()) | found | own
    return replace(listed, whole=whole, beginnings=beginnings)


def listed_beginning(word: str, listed: Words) -> tuple[int, frozenset[int]]:
    """Letters that are listed, and the rows: those of the longest beginning and of one little shorter."""
    rows = set(listed.whole.get(word, ()))
    longest = len(word) if rows else 0
    for size in range(len(word), 1, -1):
        found = listed.beginnings.get(word[:size])
        most = next((ending for upto, ending in ENDINGS if size <= upto), LONGEST_ENDING)
        if found is None or len(word) - size > most:
            continue
        longest = longest or size
        if longest - size > NEAR.get(size, MOST_NEAR) or (longest > size < LEAST_NEAR):
            break
        rows |= found
    return longest, frozenset(rows)


def nearly_all(word: str, size: int) -> bool:
    """Whether a listed beginning is nearly all of a word."""
    return size >= LEAST_NEAR and len(word) - size <= FORM_ENDING


def parts_listed(word: str, listed: Words) -> tuple[frozenset[int], ...]:
    """Rows of the first and of the second part, nothing where the word is no compound of listed ones."""
    for size in range(len(word) - SHORTEST_TAIL, SHORTEST_HEAD - 1, -1):
        head = listed.beginnings.get(word[:size]) or listed.whole.get(word[:size])
        if not head:
            continue
        for link in LINKS:
            tail = word[size:].removeprefix(link) if word[size:].startswith(link) else ""
            if len(tail) >= SHORTEST_TAIL and (found := listed_beginning(tail, listed)[1]):
                return head, found
    return ()
