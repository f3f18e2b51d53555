"""Words that translators put for each other: a dictionary of its own for each pair of nine languages.

A row of equivalents is one sense with all that a translator may write for it, freer renderings and other
parts of speech included (*obtain*, *décrocher*, *добиться*; *prince*, *княжеский*). It is broader than a row
of the table of senses, where each word says the same as each other: so two words that have only such a row in
common may stand for each other, and meet where the model does not find them wholly unlike
(`meeting.ALIKE_EQUIVALENT`). Opposites, other degrees and other members of a class are never in one row.

`data/equivalents/` has a file a language, sorted: an entry and the numbers of its rows. An entry is a folded
form, a beginning (`*`) behind which stands what ends a form, or, where no list of forms exists, a stem (`+`).
`phrases.tsv` has the phrases (*prendre la fuite*, *скрыться*): a language, the words that a phrase is told
by, each as a number of its own among those of that language's rows, and the phrase's row.
`benchmarks/build_equivalents.py` makes them out of rows of dictionary forms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

LANGUAGES = ("en", "fr", "de", "ru", "uk", "be", "pl", "es", "it")
APART = 3
"""Words that may stand between those of a phrase."""
LEAST_BEGINNING = 3
"""Letters of the shortest beginning or stem."""
LONGEST_ENDING = 6
"""Letters that a form may have behind its beginning; the beginning is no other listed word's."""
STEM_ENDINGS = re.compile(
    r"(?:[аеіоуыэюяьи]|ам|ом|ем|ям|ау|оу|еу|яу|аи|ои|еи|эи|ыи|ыя|ія|ая|яя|ае|яе|ую|юю|ога|ага|яга|аму|яму|ым|"
    r"ім|ымі|імі|ых|іх|амі|ямі|ах|ях|аю|ою|яю|ею|ць|ці|аць|яць|іць|ыць|ец|іу|ыу|ала|яла|іла|ыла|алі|ялі|"
    r"ілі|ылі|уе|юе|уць|юць|уюць|аюць|яюць|аеш|аем|аны|ана|аныя|аных|ены|ена|еныя|еных|цца|уцца|юцца|ся|"
    r"ауся|алася|алося|аліся|ацца|іцца|ыцца|аецца|аюцца|н[ауыяіе]|ны[яхм]|на[игм]\w{0,2}|ную|нымі|наи|"
    r"наму)?"
)
"""What may stand behind a Belarusian stem, folded."""


def have_rows(language: str | None, their: str | None) -> tuple[str, str] | None:
    """Two languages, given as two-letter codes, where rows of equivalents may bring their words together."""
    if language not in LANGUAGES or their not in LANGUAGES or language == their:
        return None
    return language, their


def equivalent(one: str, other: str, language: str | None, their: str | None) -> bool:
    """Whether two folded words of two languages, given as two-letter codes, stand in one row."""
    both = have_rows(language, their)
    return both is not None and not rows_of(one, both[0]).isdisjoint(rows_of(other, both[1]))


def phrased(
    ours: Sequence[str], theirs: Sequence[str], language: str | None, their: str | None
) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Places of folded words of two sentences that say the same, where either or both say it in a phrase."""
    if (both := have_rows(language, their)) is None:
        return
    mine, its = (
        list(_phrases_in(tuple(words), code)) for words, code in zip((ours, theirs), both, strict=True)
    )
    yield from ((here, there) for row, here in mine for other, there in its if row == other)
    yield from ((here, there) for row, here in mine for there in _places(row, theirs, both[1]))
    yield from ((here, there) for row, there in its for here in _places(row, ours, both[0]))


def _places(row: str, words: Sequence[str], language: str) -> Iterator[frozenset[int]]:
    return (frozenset((at,)) for at, word in enumerate(words) if row in rows_of(word, language))


def _phrases_in(words: Sequence[str], language: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Rows of the phrases of a sentence, each with the places of the words that tell it."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        for number in rows_of(word, language):
            if number.startswith(language):
                holders[number].append(at)
    for number, places in holders.items():
        for rest, row in _phrases(language).get(number, ()):
            for at in places:
                found = [at]
                for one in rest:  # a place of its own for each: *peu* alone is no *peu à peu*
                    spare = (to for to in holders.get(one, ()) if to not in found)
                    found += sorted(spare, key=lambda to: abs(to - at))[:1]
                near = all(abs(to - at) <= len(rest) + APART for to in found)
                if near and len(found) == len(rest) + 1:
                    yield row, frozenset(found)


@cache
def _phrases(language: str) -> dict[str, list[tuple[list[str], str]]]:
    """By the number of their first word: the numbers of the others, and the row."""
    source = files("citecheck.match").joinpath("data", "equivalents", "phrases.tsv").read_text("utf-8")
    found: defaultdict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for code, parts, row in (line.split("\t") for line in source.splitlines()):
        if code == language:
            first, *rest = parts.split()
            found[first].append((rest, row))
    return dict(found)


@lru_cache(maxsize=20_000)
def rows_of(word: str, language: str) -> frozenset[str]:
    """Numbers of the rows that a folded word of a language is in, in whatever form it stands."""
    found = set(_at(word, language))
    for size in range(len(word), LEAST_BEGINNING - 1, -1):
        rest = word[size:]
        if len(rest) <= LONGEST_ENDING:
            found.update(_at(f"{word[:size]}*", language))
        if language == "be" and STEM_ENDINGS.fullmatch(rest):
            found.update(_at(f"{word[:size]}+", language))
    return frozenset(found)


def _at(entry: str, language: str) -> list[str]:
    """Numbers behind an entry: the lines are sorted, so the file is halved until it is found."""
    lines, wanted = _file(language), f"{entry}\t".encode()
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        end = lines.find(b"\n", start)
        if lines.startswith(wanted, start):
            return lines[start + len(wanted) : end].decode().split()
        if lines[start:end] < wanted:
            low = end + 1
        else:
            high = start
    return []


@cache
def _file(language: str) -> bytes:
    """Whole, as it is: as strings two languages with all their forms would take ten times as much."""
    source = files("citecheck.match").joinpath("data", "equivalents", f"{language}.tsv")
    return source.read_bytes()
