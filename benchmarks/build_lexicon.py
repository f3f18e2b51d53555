"""Builds `citecheck/repair/data/lexicon.bin`: what words look like in addresses, in many languages at once.

    python -m benchmarks.build_lexicon

Source: the form lists of simplemma. Words of other scripts are taken in the transliterations that sites use.
The file holds a Bloom filter of words, and for each group of languages a table of four-letter conditional
costs, entries of all tables side by side. `citecheck.repair.lexicon` says how both are read.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from citecheck.repair.lexicon import ALPHABET, FIELD, HASHES, Header, keys_of, positions

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "lexicon.bin"
GROUPS = {
    "romance": ("en", "fr", "es", "it", "pt", "ro", "ca", "gl"),
    "germanic": ("en", "de", "nl", "sv", "da", "nb", "nn", "is"),
    "slavic": ("pl", "cs", "hbs", "sk", "sl"),
    "cyrillic": ("ru", "uk", "bg", "mk"),
    "others": ("fi", "et", "hu", "tr", "lv", "lt", "el", "sq", "id", "ms"),
}
SAMPLE = 150_000
"""Forms of a language that its letter table is made of."""
BITS = 9
"""Bits of the filter for each stem: one in about 70 strange words passes."""
_SCHEMES = json.loads(Path(__file__).with_name("transliterations.json").read_text("utf-8"))
CYRILLIC: dict[str, dict[str, str]] = {
    name: dict(pair.split("=") for pair in pairs.split()) for name, pairs in _SCHEMES.items()
}
"""Transliterations that sites use: their own, of passports, of machine-readable papers, and mixtures."""
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})


def spellings(word: str, language: str) -> Iterator[str]:
    """How a site may write `word` with the letters a to z."""
    word = word.lower()
    if re.search("[а-яёіїєґў]", word):
        for scheme in list(CYRILLIC.values())[: None if language == "ru" else 2]:
            yield "".join(scheme.get(letter, letter) for letter in word).replace("-", "")
        return
    yield anyascii(word).lower()
    if re.search("[äöüßåøæ]", word):
        yield anyascii(word.translate(_GERMAN))
    if language == "el":
        yield anyascii(word.replace("ου", "u").replace("ού", "u")).lower().replace("u", "ou")


def forms(language: str) -> list[str]:
    """Distinct written forms of the language's list, single words of letters only."""
    listed = DefaultDictionaryFactory().get_dictionary(language)
    return sorted(
        {word for word in listed if word.isalpha()} | {word for word in listed.values() if word.isalpha()}
    )


def table_of(words: list[str]) -> bytes:
    """Costs of a letter after three others, eighths of a bit: Witten-Bell smoothing over shorter
    histories."""
    counts: list[Counter[str]] = [Counter() for _ in range(5)]
    for word in words:
        padded = "   " + word + " "
        for end in range(3, len(padded)):
            for order in range(1, 5):
                counts[order][padded[end - order + 1 : end + 1]] += 1
    followers: list[Counter[str]] = [Counter() for _ in range(5)]
    totals: list[Counter[str]] = [Counter() for _ in range(5)]
    for order in range(1, 5):
        for gram, count in counts[order].items():
            followers[order][gram[:-1]] += 1
            totals[order][gram[:-1]] += count

    def shares(history: str) -> list[float]:
        order = len(history) + 1
        below = shares(history[1:]) if history else [1 / len(ALPHABET)] * len(ALPHABET)
        total, kinds = totals[order][history], followers[order][history]
        if not total:
            return below
        return [
            (counts[order][history + letter] + kinds * low) / (total + kinds)
            for letter, low in zip(ALPHABET, below, strict=True)
        ]

    out = bytearray()
    for a in ALPHABET:
        for b in ALPHABET:
            for c in ALPHABET:
                out += bytes(min(255, round(-8 * math.log2(share))) for share in shares(a + b + c))
    return bytes(out)


def side_by_side(tables: list[bytes]) -> bytes:
    """The entries of all tables as numbers of eight bytes, lowest first, each table with its own bits."""
    entries = (
        sum(cost << (FIELD * at) for at, cost in enumerate(costs)) for costs in zip(*tables, strict=True)
    )
    return b"".join(entry.to_bytes(8, "little") for entry in entries)


def main() -> None:
    keys: set[bytes] = set()
    tables: list[bytes] = []
    random.seed(1)
    for languages in GROUPS.values():
        words: list[str] = []
        for language in languages:
            start = time.monotonic()
            listed = forms(language)
            drawn = set(random.sample(listed, min(SAMPLE, len(listed))))
            for form in listed:
                for spelling in dict.fromkeys(spellings(form, language)):
                    if spelling.isascii() and spelling.isalpha():
                        if form in drawn:
                            words.append(spelling)
                        if len(spelling) >= 3:
                            keys.update(keys_of(spelling))
            print(language, len(listed), len(keys), f"{time.monotonic() - start:.1f} s", file=sys.stderr)
        tables.append(table_of(words))
    size = len(keys) * BITS // 8
    filter_ = bytearray(size)
    for key in sorted(keys):
        for position in positions(key, size * 8):
            filter_[position >> 3] |= 1 << (position & 7)
    header = Header(len(tables), size).pack()
    TARGET.write_bytes(header + bytes(filter_) + side_by_side(tables))
    print(len(keys), "keys,", HASHES, "hashes,", TARGET.stat().st_size, "bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
