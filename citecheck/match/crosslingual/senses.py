"""Words of nine languages by what they mean, from `data/concepts*.tsv`: what a dictionary says, in small.

A row is one sense, roughly: words that translations of one statement put for each other. Its kind is `v`
(an action), `n` (a thing), `p` (a person or a body that acts), `a` (how, how much), `t` (when), `m` (a modal
verb), `l` (a light word that translations drop and add) or `x` (a word without a meaning of its own); `!`
marks senses that turn a statement into another one where only one side has them (*promised*, *only*, *all*).
`sides` names the oppositions a row takes part in, with the side: what `+rise` says, `-rise` contradicts. A
word that ends in `*` stands for words that begin so, `_` joins the words of a phrase, which stands for itself
alone and for a name where it has a capital (`La_Haya`: *que la hayan visto*), a word in capitals an acronym
(`US` is no *us*). The rows were written for this project; which words were missing was seen in 70 of the
stories of `benchmarks/across_news.py` and by how often texts have them (`benchmarks/across_coverage.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.crosslingual.prefixes import COMBINED, DONE
from citecheck.match.fold import split_words

LINKS = ("", "s", "n", "en", "es", "e", "er")
"""What may stand between the parts of a German compound."""
SHORTEST_HEAD, SHORTEST_TAIL, LEAST_COMPOUND = 3, 3, 8
LEAST_WHOLE = 6
"""Letters from which the beginning of a compound keeps its own meaning beside those of the parts."""
ENDINGS = ((3, 4), (4, 7))
"""Letters that may follow a beginning of up to three letters and of four; a longer one takes nearly any."""
LONGEST_ENDING = 12
CAPITAL_ENDINGS = {"name": (2, 3), "first": (3, 6)}
"""The same for words with a capital, behind up to four letters and behind more: inside a sentence, and at its
beginning."""
NEAR = {4: 1}
LEAST_NEAR, MOST_NEAR = 4, 2
"""A listed beginning one letter shorter than the longest counts too from four letters, two from five."""
FORMS = "forms.tsv"
ADDED = ("concepts_agency.tsv", "concepts_documents.tsv")
"""Their words keep the senses that shorter beginnings of the other files give them, and hide none."""
WHOLE = 4
"""Words of a phrase with fewer letters stand for themselves alone, longer ones for what begins so."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A row: what kind of word, whether it weighs alone, and its sides of oppositions."""

    kind: str
    weighs: bool
    sides: frozenset[str]
    opposed: frozenset[str]
    """Sides that contradict it."""


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
def senses() -> tuple[Sense, ...]:
    """All rows in order."""
    return tuple(_sense(kind, sides.split()) for kind, sides, *_ in rows())


@cache
def languages() -> tuple[str, ...]:
    """Languages that have words here."""
    return tuple(_table()[0][2:])


def senses_at(words: Sequence[str], at: int, language: str, capital: str = "") -> tuple[frozenset[int], int]:
    """Rows that the folded words from `at` on are in, and how many words that takes: one as a rule.

    A word with a `capital` (`name` inside a sentence, `first` at its beginning) may be a name that only
    begins like another word: *Vitebsk* is not *vite*.
    """
    rows, taken = set[int](), 0
    for phrase, row, named in _phrases_with(words[at], language):
        if len(phrase) < taken:  # the longest ones stand first
            break
        here = tuple(words[at : at + len(phrase)])
        if named:
            found = bool(capital) and here == phrase
        else:
            found = len(here) == len(phrase) and all(map(_begins, here, phrase))
        if found:
            rows.add(row)
            taken = len(phrase)
    if taken:
        return frozenset(rows), taken
    return senses_of(words[at], language, capital), 1


@lru_cache(maxsize=20_000)
def _phrases_with(word: str, language: str) -> tuple[tuple[tuple[str, ...], int, bool], ...]:
    """Phrases that may begin with a folded word, the longest first."""
    near = _words(language).phrases.get(word[:2], ())
    return tuple(one for one in near if (word == one[0][0] if one[2] else _begins(word, one[0][0])))


@lru_cache(maxsize=50_000)
def senses_of(word: str, language: str, capital: str = "") -> frozenset[int]:
    """Rows a folded word is in; a German compound is in those of both its parts."""
    listed = _words(language)
    size, found = _single(word, listed)
    if capital and len(word) - size > CAPITAL_ENDINGS[capital][size >= LEAST_WHOLE - 1]:
        found = frozenset()
    if not found and language in DONE:
        found = _unprefixed(word, language)
    if (first := COMBINED.match(word)) and size <= first.end() + 1 and language in DONE:
        found = _single(word[first.end() :], listed)[1] or found
    if language == "de" and len(word) >= max(LEAST_COMPOUND, size + SHORTEST_TAIL + 1):
        parts = frozenset[int]().union(*_compound(word, listed))
        return parts | found if size >= LEAST_WHOLE else parts or found
    return found


@lru_cache(maxsize=20_000)
def sides_of(word: str, language: str) -> frozenset[str]:
    """Sides of oppositions that a folded word may stand on."""
    return frozenset(side for row in senses_of(word, language) for side in senses()[row].sides)


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[frozenset[int], ...]:
    """Rows of either part of a folded German compound that is in no row of its own; none of other words."""
    listed = _words("de")
    size, found = _single(word, listed)
    parts = _compound(word, listed) if len(word) >= max(LEAST_COMPOUND, size + SHORTEST_TAIL + 1) else ()
    return parts if parts and (size < LEAST_WHOLE or found <= parts[0]) else ()


def listed_as(word: str, language: str) -> tuple[int, frozenset[int]]:
    """Letters of a folded word that are listed, and the rows that they are in."""
    return _single(word, _words(language))


def acronym_of(shown: str, language: str) -> frozenset[int]:
    """Rows that a word in capitals is in as an acronym; it may have a small ending (*СНІДам*)."""
    bare = shown.rstrip("abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў'’-")
    return _words(language).acronyms.get(bare, frozenset()) if len(bare) > 1 else frozenset()


def _single(word: str, listed: Words) -> tuple[int, frozenset[int]]:
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


def _unprefixed(word: str, language: str) -> frozenset[int]:
    """Rows of a verb that is listed without its prefix."""
    prefix = DONE[language].match(word)
    rows = _single(word[prefix.end() :], _words(language))[1] if prefix else frozenset[int]()
    return rows if any(senses()[row].kind == "v" for row in rows) else frozenset()


def _compound(word: str, listed: Words) -> tuple[frozenset[int], ...]:
    """Rows of the first and of the second part, nothing where the word is no compound of listed ones."""
    for size in range(len(word) - SHORTEST_TAIL, SHORTEST_HEAD - 1, -1):
        head = listed.beginnings.get(word[:size]) or listed.whole.get(word[:size])
        if not head:
            continue
        for link in LINKS:
            tail = word[size:].removeprefix(link) if word[size:].startswith(link) else ""
            if len(tail) >= SHORTEST_TAIL and (found := _single(tail, listed)[1]):
                return head, found
    return ()


def _begins(word: str, listed: str) -> bool:
    return word == listed or (len(listed) >= WHOLE and word.startswith(listed))


def empty_word(shown: str, language: str) -> bool:
    """Whether a word as written has no meaning of its own: French *mais* has none, *maïs* is maize."""
    return shown.casefold() in _empty(language) or shown.isascii()


@cache
def _empty(language: str) -> frozenset[str]:
    if language not in languages():
        return frozenset()
    column = 2 + languages().index(language)
    return frozenset(word for cells in rows() if cells[0] == "x" for word in cells[column].split())


@cache
def _words(language: str) -> Words:
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
        parts = _compound(word, listed) if language == "de" and len(word) >= LEAST_COMPOUND else ()
        # Not what a shorter added word took over: it may begin something that this word never said.
        own[word] = own.get(word, frozenset()).union(_single(word, alone)[1], {row})
        kept[word] = kept.get(word, frozenset()).union(_single(word, listed)[1], own[word], *parts)
    return replace(listed, whole=whole, beginnings=beginnings)


def _with_forms(listed: Words, language: str) -> Words:
    """`listed` with the forms that do not begin like the words they are forms of (`forms.tsv`)."""
    whole, beginnings = dict(listed.whole), dict(listed.beginnings)
    for code, word, entries in _forms():
        if code == language and (found := _single(word, listed)[1]):
            for entry in entries.split():
                kept = beginnings if entry.endswith("*") else whole
                kept.setdefault(entry.removesuffix("*"), found)
    return replace(listed, whole=whole, beginnings=beginnings)


@cache
def _forms() -> tuple[tuple[str, str, str], ...]:
    """Language, folded word and folded forms, from simplemma's lists (`benchmarks/build_forms.py`)."""
    source = files("citecheck.match").joinpath("data", FORMS).read_text("utf-8")
    rows = (line.split("\t") for line in source.splitlines())
    return tuple((code, word, entries) for code, word, entries in rows)


def rows() -> Iterator[list[str]]:
    """Cells of every row: kind, sides, and a cell for each of `languages()`."""
    return iter(_table()[1:])


def _table() -> tuple[list[str], ...]:
    """Rows of all `concepts*.tsv`, those of `ADDED` last, the header first; each file has it."""
    return _read()[0]


def first_added() -> int:
    """Number of the first row of `ADDED`."""
    return _read()[1]


@cache
def _read() -> tuple[tuple[list[str], ...], int]:
    folder = files("citecheck.match").joinpath("data")
    named = (one for one in folder.iterdir() if one.name.startswith("concepts"))
    ordered = sorted(named, key=lambda one: (one.name in ADDED, one.name))
    first, *further = (one.read_text("utf-8").splitlines() for one in ordered)
    lines = first + [line for some in further for line in some[1:]]
    added = sum(len(some) - 1 for some in further[-len(ADDED) :])
    return tuple(line.split("\t") for line in lines), len(lines) - 1 - added


def _sense(kind: str, sides: list[str]) -> Sense:
    turned = {("-" if side[0] == "+" else "+") + side[1:] for side in sides}
    return Sense(kind[0], kind.endswith("!"), frozenset(sides), frozenset(turned))
