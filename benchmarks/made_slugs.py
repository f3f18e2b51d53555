"""Addresses with slugs made of the words of many languages, in the spellings that sites use.

Lists of real addresses hold few languages; the word lists hold those that are cited, too.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

from benchmarks.build_lexicon import GROUPS, forms, spellings

WORDS = 900
"""Words of a language that slugs are made of."""
LISTED = tuple(dict.fromkeys(language for group in GROUPS.values() for language in group))
"""Languages that the word lists of `citecheck.repair.lexicon` hold."""


def slugs(languages: Iterable[str], rnd: random.Random, marks: str = "-") -> list[str]:
    """Addresses with slugs of each language's words, parted by one of `marks`."""
    found = []
    for language in languages:
        words = [s for form in rnd.sample(forms(language), WORDS) for s in [*spellings(form, language)][:1]]
        words = [word for word in words if word.isascii() and word.isalpha()]
        for start in range(0, len(words) - 6, 6):
            mark = rnd.choice(marks)
            slug = mark.join(words[start : start + rnd.randint(3, 6)])
            number = f"{rnd.choice(marks)}{rnd.randint(1000, 99999)}"
            found.append(f"https://www.bote.example/{language}/{slug}{number}")
    return found
