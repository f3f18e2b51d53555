"""Builds `citecheck/match/data/equivalents/`: which forms of which words stand in which row of equivalents.

    python -m benchmarks.build_equivalents

The rows are in `benchmarks/equivalents/*.tsv`: kind (`n` thing, `p` somebody, `v` what is done, `a` how
something is), then a cell of dictionary forms for each of the nine languages; a phrase has `_` between its
words. Which forms a word has, simplemma's lists say (MIT); forms that begin alike and that no word of other
rows begins like are one beginning. There is no list for Belarusian: its words are cut down to stems, with
*о* and *а* where stress may move. A word that stands in the table of senses on a side of an opposition of
which more words of its row stand on the other one is left out of the row, and named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from benchmarks.build_forms import LANGUAGES as WITH_FORMS
from benchmarks.build_forms import lemmas
from benchmarks.participles import participles
from citecheck.match.crosslingual import equivalents, senses
from citecheck.match.fold import split_words
from citecheck.match.rules import rules_for

SOURCES = Path(__file__).with_name("equivalents")
LEAST = 4
"""Letters of a beginning that stands for several forms."""
SURE, MOST = 6, 2
"""Letters from which a beginning may be that of forms of words that are in no row, too, which mostly are made
of the same word; and how many times as many forms as those of the word may begin so."""
PLURALS = {"en": ("s", "es"), "fr": ("s", "x"), "es": ("s", "es")}
"""Endings of several, which lists give to verbs now and then (*cailles*)."""
UNKNOWN = 7
"""Letters from which a word that no list has (*велодорожка*) stands for what begins like it, too."""
ENDING = re.compile("(?:к?[аеиоуыэюяіьї]|к[аиоу]|ыи|ии|ои|ск[иі]и|ти|ть|ц[ья])$")
STEM = 3
SMALL = 2
"""Letters of the longest word of a phrase that does not tell it."""
BELARUSIAN = re.compile(r"(?:(?:ав|яв|ов)?(?:аць|яць|іць|ыць|уць|ець|эць)(?:ца)?|цца|чы|ці|[аеіоуыэюяь])$")

HIMSELF = frozenset(("sich", "sie", "se"))
REFLEXIVE = {"es": ("rse", "r"), "it": ("rsi", "re")}
"""Endings of infinitives of what somebody does to himself, and those of the verbs."""
LONG = 5
"""Letters of an infinitive that is longer than a noun which ends so (*corsi*)."""

Row = tuple[tuple[str, ...], ...]


def rows() -> list[Row]:
    """Every row once, its cells folded, without what contradicts the rest of it."""
    found: dict[Row, None] = {}
    for path in sorted(SOURCES.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            cells = tuple(
                tuple(dict.fromkeys(entry for one in cell.split() for entry in _entries(one, language)))
                for language, cell in zip(equivalents.LANGUAGES, line.split("\t")[1:], strict=True)
            )
            if sum(map(bool, cells)) > 1:
                found[_agreeing(cells)] = None
    return list(found)


def _folded(entry: str) -> str:
    """An entry folded; what is written with hyphens or apostrophes is a phrase, since texts are read word by
    word, without what is left out before a vowel (*s'élever*, *main-d'œuvre*)."""
    parts = (split_words(part).folded for part in re.split("[_-]", entry))
    kept = (word for words in parts for word in words if len(word) > SMALL or word == words[-1])
    return "_".join(kept)


def _entries(entry: str, language: str) -> tuple[str, str]:
    """A folded entry as it is, and bare."""
    folded = _folded(entry)
    return folded, _bare(folded, language)


def _bare(entry: str, language: str) -> str:
    """A folded entry without what says that somebody does it to himself (*sich_X*, *X_się*, *rendirse*,
    *arrendersi*): the forms of the verb stand apart from it."""
    words = [word for word in entry.split("_") if word not in HIMSELF]
    if len(words) != 1:
        return entry
    ending, plain = REFLEXIVE.get(language, ("", ""))
    long = ending and len(words[0]) > LONG and words[0].endswith(ending)
    return words[0].removesuffix(ending) + plain if long else words[0]


def _agreeing(cells: Row) -> Row:
    """`cells` without words on the side of an opposition that fewer of its words are on."""
    sides: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    for at, (language, words) in enumerate(zip(equivalents.LANGUAGES, cells, strict=True)):
        for word in words:
            for side in senses.sides_of(word, language):
                sides[side].add((at, word))
    out: set[tuple[int, str]] = set()
    for side, words in sides.items():
        against = sides.get(("-" if side[0] == "+" else "+") + side[1:], set())
        if words - against and against - words and len(words - against) <= len(against - words):
            out |= words - against
    if out:
        print("left out:", *sorted(word for _, word in out), "of", *cells[0])
    return tuple(tuple(word for word in words if (at, word) not in out) for at, words in enumerate(cells))


def entries(language: str, listed: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Entries of a language and their rows, from `listed`, the rows of its folded words."""
    if language not in WITH_FORMS:
        return _stems(listed)
    forms = lemmas(language)
    words = frozenset(forms.values())
    several = {forms[word]: found for word, found in listed.items() if word in forms and word not in words}
    labels = {
        form: listed.get(word, frozenset()) | several.get(word, frozenset()) for form, word in forms.items()
    }
    for word, found in listed.items():
        labels[word] = labels.get(word, frozenset()) | found
    for word, found in listed.items():
        for plural in (word + ending for ending in PLURALS.get(language, ())):
            labels[plural] = labels.get(plural, frozenset()) | found
    for form, verb in participles(language, forms):
        if found := listed.get(verb):
            labels[form] = labels.get(form, frozenset()) | found
    made = dict(_covered(sorted(labels), labels, 0))
    for word, found in listed.items():
        if word not in forms and word not in words and len(word) >= UNKNOWN and not word.isascii():
            stem = f"{ENDING.sub('', word)}*"
            made[stem] = made.get(stem, frozenset()) | found
    return made


def _covered(
    order: Sequence[str], labels: Mapping[str, frozenset[str]], depth: int
) -> Iterator[tuple[str, frozenset[str]]]:
    """The fewest entries for sorted forms that have `depth` letters in common."""
    first = labels[order[0]]
    if len(order) == 1:
        if first:
            yield order[0], first
        return
    if not any(labels[form] for form in order):
        return
    known = {labels[form] for form in order} - {frozenset()}
    if len(known) == 1 and _begins(order, [form for form in order if labels[form]], depth):
        yield f"{order[0][:depth]}*", known.pop()
        return
    for letter, some in groupby(order, key=lambda form: form[depth : depth + 1]):
        yield from _covered(list(some), labels, depth + (1 if letter else 0))


def _begins(order: Sequence[str], ours: Sequence[str], depth: int) -> bool:
    """Whether what `order` has in common may stand for `ours`, forms among them of words of the same rows."""
    if depth < LEAST or len(ours) < 2 or max(map(len, ours)) - depth > equivalents.LONGEST_ENDING:
        return False
    return len(ours) == len(order) if depth < SURE else MOST * len(ours) >= len(order)


def _stems(listed: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for word, numbers in listed.items():
        stem = BELARUSIAN.sub("", word)
        found[word] |= numbers
        if len(stem) >= STEM:
            for one in {stem, stem.replace("о", "а"), stem.replace("о", "а").replace("э", "а")}:
                found[f"{one}+"] |= numbers
    return dict(found)


def phrases(language: str, at: int, table: Sequence[Row]) -> Iterator[tuple[list[str], int]]:
    """The words that each phrase of a language is told by, dictionary forms, and its row."""
    common, denying = rules_for(language).common, rules_for(language).negation
    for number, cells in enumerate(table):
        for entry in cells[at]:
            parts = [word for word in entry.split("_") if len(word) > SMALL and word not in common]
            denied = not denying.isdisjoint(entry.split("_"))  # *не нести ответственности* is not *to bear*
            if "_" in entry and len(parts) > 1 and not denied:
                yield parts, number
            elif "_" in entry:
                print("no phrase:", language, entry)


def main() -> None:
    target = files("citecheck.match").joinpath("data", "equivalents")
    table = rows()
    told: list[str] = []
    for at, language in enumerate(equivalents.LANGUAGES):
        listed: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for number, cells in enumerate(table):
            for word in cells[at]:
                listed[word] |= {str(number)} if "_" not in word else set()
        numbers: dict[str, str] = {}
        for parts, number in phrases(language, at, table):
            own = [numbers.setdefault(word, f"{language}{len(numbers)}") for word in parts]
            told.append(f"{language}\t{' '.join(own)}\t{number}\n")
        for word, one in numbers.items():
            listed[word] |= {one}
        found = entries(language, listed).items()
        made = sorted(f"{entry}\t{' '.join(sorted(some))}\n".encode() for entry, some in found if some)
        Path(str(target), f"{language}.tsv").write_bytes(b"".join(made))
        print(language, len(listed), "words,", len(made), "entries")
    Path(str(target), "phrases.tsv").write_text("".join(told), "utf-8")
    print(len(table), "rows,", len(told), "phrases")


if __name__ == "__main__":
    main()
