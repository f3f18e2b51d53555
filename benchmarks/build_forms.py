"""Builds `citecheck/match/data/forms.tsv`: forms of listed words that do not begin as the table has them.

    python -m benchmarks.build_forms

Which forms a word has, simplemma's lists say (MIT). A form that the table of senses does not know, of a word
that it does (*tribaux*, *pance*, *provint*), is written down beside that word: as the beginning that such
forms have in common, where nothing else of the language begins so, else as it is. So is a form that the table
takes for another word, whose beginning it happens to have (*языков*, of languages, for *языковой*,
linguistic), unless the table holds it as written. There is no list for Belarusian.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from citecheck.match.crosslingual import listed, senses
from citecheck.match.crosslingual.table import FORMS
from citecheck.match.fold import split_words
from citecheck.match.rules import rules_for

LANGUAGES = ("en", "fr", "de", "ru", "uk", "pl", "es", "it")
LEAST_WORD, LEAST_BEGINNING = 3, 5
"""Letters of a word, and of a beginning that stands for several."""
ENDING = 3
"""Letters that a word may have behind the beginning that is listed: else it is another word."""
KNOWN = 4
"""Of the forms of a word that only begins like a listed one at least one in so many must be known, or it is
another word."""
MOST = {"pl": 40}
"""Longest list of forms of one word: what is longer are mostly forms that nobody writes."""


def fold(word: str) -> str:
    return "".join(split_words(word).folded)


def lemmas(language: str) -> dict[str, str]:
    """Folded forms of a language's words with the folded words they are forms of."""
    found = {}
    for form, word in DefaultDictionaryFactory().get_dictionary(language).items():
        shown, base = (one.decode() if isinstance(one, bytes) else str(one) for one in (form, word))
        plain = shown.islower() or (language == "de" and shown[1:].islower())
        letters = shown.replace("'", "") if language == "uk" else shown  # *з'ясовує* is one word
        if plain and letters.isalpha() and base.replace("'", "").isalpha():
            found[fold(shown)] = fold(base)
    return found


def unknown(language: str, forms: Mapping[str, str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Listed words with those of their forms that are in no row, and those that are in other rows alone."""
    common = rules_for(language).common
    grouped = defaultdict(list)
    for form, word in forms.items():
        grouped[word].append(form)
    for word, some in sorted(grouped.items()):
        if len(word) < LEAST_WORD or word in common:
            continue
        size, rows = senses.listed_as(word, language)
        if not rows or len(word) - size > ENDING:
            continue
        missing = [form for form in some if senses.senses_of(form, language).isdisjoint(rows)]
        if size == len(word) or KNOWN * (len(some) - len(missing)) >= len(some):
            sizes = {
                form: senses.listed_as(form, language)[0]
                for form in sorted(missing)
                if len(form) >= LEAST_WORD and form not in common
            }
            unlisted = [form for form in sizes if not senses.senses_of(form, language)]
            means = any(senses.senses()[row].kind != "x" for row in rows)
            taken = [form for form, size in sizes.items() if form not in unlisted and size < len(form)]
            yield word, unlisted, taken if means else []


def beginnings(some: Sequence[str], word: str, forms: Mapping[str, str], order: Sequence[str]) -> list[str]:
    """The fewest entries that stand for `some` forms of a word and for no other word's."""
    low, high = min(some), max(some)
    size = next((at for at, letter in enumerate(low) if letter != high[at : at + 1]), len(low))
    begin = low[:size]
    if len(some) == 1:
        return [begin]
    if len(begin) >= LEAST_BEGINNING:
        first, last = bisect_left(order, begin), bisect_left(order, begin + "\U0010ffff")
        if all(forms[other] == word for other in order[first:last]):
            return [f"{begin}*"]
    parts = defaultdict(list)
    for form in some:
        parts[form[: len(begin) + 1]].append(form)
    return [entry for part in parts.values() for entry in beginnings(part, word, forms, order)]


def main() -> None:
    target = files("citecheck.match").joinpath("data", FORMS)
    setattr(listed, "forms", lambda: ())  # noqa: B010 - what was built before says nothing
    rows = []
    for language in LANGUAGES:
        forms = lemmas(language)
        order = sorted(forms)
        for word, unlisted, taken in unknown(language, forms):
            entries = (beginnings(unlisted, word, forms, order) if unlisted else []) + taken
            if 0 < len(entries) <= MOST.get(language, 60):
                rows.append(f"{language}\t{word}\t{' '.join(entries)}")
    with open(str(target), "w", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
