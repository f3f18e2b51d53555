"""Honest edits and alterations of a passage, each with a known truth; used by `benchmarks/quotations.py`.

Deterministic: the same seed gives the same edits.
"""

from __future__ import annotations

import random
import re

from citecheck.match.fold import fold_word

CONFUSED = {
    "o": "0", "l": "1", "i": "l", "m": "rn", "e": "c", "O": "0", "I": "l", "S": "5", "B": "8", "h": "li",
    "d": "cl",
    "о": "0", "и": "н", "п": "н", "ш": "щ", "з": "3", "е": "c", "г": "r", "0": "O", "1": "l", "5": "S",
}  # fmt: skip
PLAIN_WORD = re.compile(r"[^\W\d_]{4,}")
WORD = re.compile(r"\S+")


class Edits:
    """Edits of passages of one text, with plain words and capitalised names taken from it."""

    def __init__(
        self, seed: int, words: list[str], names: list[str], grave: frozenset[str], negation: str
    ) -> None:
        self.random = random.Random(seed)
        self.words = words
        self.names = names
        self.grave = grave
        """Words whose loss alters the sense: no honest edit touches them."""
        self.negation = negation

    def exact(self, passage: str) -> str | None:
        return passage

    def typography(self, passage: str) -> str | None:
        swaps = [
            ("'", "’"),
            ('"', "”"),
            (" - ", " – "),
            ("-", "‑"),
            ("fi", "ﬁ"),
            (" ", "\u00a0"),
            ("...", "…"),
        ]
        for old, new in swaps:
            if self.random.random() < 0.6:
                passage = passage.replace(old, new)
        return passage

    def case(self, passage: str) -> str | None:
        return passage.upper() if self.random.random() < 0.5 else passage.lower()

    def hyphenation(self, passage: str) -> str | None:
        found = self._plain(passage, 6)
        if not found:
            return None
        at = found.start() + self.random.randrange(2, len(found[0]) - 2)
        return passage[:at] + self.random.choice(["-\n", "\u00ad", "- "]) + passage[at:]

    def ocr3(self, passage: str) -> str | None:
        return self._ocr(passage, 0.03)

    def ocr8(self, passage: str) -> str | None:
        return self._ocr(passage, 0.08)

    def ellipsis(self, passage: str) -> str | None:
        words = list(WORD.finditer(passage))
        if len(words) < 12:
            return None
        size = self.random.randrange(2, max(3, len(words) // 3))
        first = self.random.randrange(4, max(5, len(words) - size - 4))
        mark = self.random.choice(["[…]", "...", "(…)", "…", "[...]"])
        onward = words[min(len(words) - 1, first + size)].start()
        return f"{passage[: words[first - 1].end()]} {mark} {passage[onward:]}"

    def brackets(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        if len(words) < 8:
            return None
        at = self.random.randrange(3, len(words) - 3)
        inserted = f"[{' '.join(self.random.sample(self.words, 2))}]"
        return " ".join([*words[:at], inserted, *words[at:]])

    def drops(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        if len(words) < 8:
            return None
        places = [i for i in range(1, len(words) - 1) if self._harmless(words[i])]
        gone = set(self.random.sample(places, min(len(places), max(1, len(words) // 12))))
        return " ".join(word for i, word in enumerate(words) if i not in gone) if gone else None

    def inflection(self, passage: str) -> str | None:
        found = self._plain(passage, 6)
        if not found:
            return None
        stem = found[0][:-1] if self.random.random() < 0.5 else found[0][:-2]
        ending = self.random.choice("аеиоуыюя" if "\u0400" <= stem[0] <= "\u04ff" else "aeionrst")
        return passage[: found.start()] + stem + ending + passage[found.end() :]

    def substituted(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        places = [i for i, word in enumerate(words) if self._harmless(word) and len(word) > 3]
        for at in self.random.sample(places, min(len(places), max(1, len(words) // 12))):
            words[at] = self.random.choice(self.words)
        return " ".join(words) if places else None

    def reordered(self, passage: str) -> str | None:
        words = WORD.findall(passage)
        if len(words) < 8:
            return None
        at = self.random.randrange(len(words) // 3, len(words) - len(words) // 3)
        return " ".join(words[at:] + words[:at])

    def ocr_ellipsis(self, passage: str) -> str | None:
        elided = self.ellipsis(passage)
        return elided and self._ocr(elided, 0.03)

    def number(self, passage: str) -> str | None:
        """One digit of one number changed."""
        numbers = re.finditer(r"(?<![\w.,/:-])\d+(?:[.,]\d+)?(?![\w/:-])", passage)
        digits = [at for found in numbers for at in range(*found.span()) if passage[at].isdigit()]
        digits = [at for at in digits if not re.search(r"\[\s?\d*$", passage[:at])]
        if not digits:
            return None
        at = self.random.choice(digits)
        lead = at == 0 or not passage[at - 1].isdigit()
        choices = [d for d in "0123456789" if d != passage[at] and not (lead and d == "0")]
        return passage[:at] + self.random.choice(choices) + passage[at + 1 :]

    def negated(self, passage: str) -> str | None:
        """A negation taken out where there is one, else one put in."""
        words = WORD.findall(passage)
        if len(words) < 4:
            return None
        places = [i for i, word in enumerate(words) if word.lower().strip(".,;:") == self.negation]
        inside = [i for i in places if 0 < i < len(words) - 1]
        if inside:
            del words[self.random.choice(inside)]
        else:
            words.insert(self.random.randrange(2, len(words) - 1), self.negation)
        return " ".join(words)

    def name(self, passage: str) -> str | None:
        found = [f for f in re.finditer(r"(?<=[^\W\d_] )[^\W\d_]{4,}", passage) if f[0] in self.names]
        if not found:
            return None
        chosen = self.random.choice(found)
        other = self.random.choice([name for name in self.names if name[:3] != chosen[0][:3]])
        return passage[: chosen.start()] + other + passage[chosen.end() :]

    def _plain(self, passage: str, length: int) -> re.Match[str] | None:
        found = [f for f in PLAIN_WORD.finditer(passage) if len(f[0]) >= length and self._harmless(f[0])]
        return self.random.choice(found) if found else None

    def _harmless(self, word: str) -> bool:
        bare = word.strip(".,;:!?()«»\"'“”„")
        return bare.isalpha() and bare.islower() and not self.grave.intersection(fold_word(bare))

    def _ocr(self, passage: str, rate: float) -> str:
        return "".join(self._misread(sign) if self.random.random() < rate else sign for sign in passage)

    def _misread(self, sign: str) -> str:
        if sign in CONFUSED and self.random.random() < 0.7:
            return CONFUSED[sign]
        if not sign.isalpha():
            return sign
        letters = "абвгдежзиклмнопрст" if "\u0400" <= sign <= "\u04ff" else "abcdefghiklmnoprstu"
        return self.random.choice(["", self.random.choice(letters), sign * 2])


HONEST = (
    "exact", "typography", "case", "hyphenation", "ocr3", "ocr8", "ellipsis", "brackets", "drops",
    "inflection", "substituted", "reordered", "ocr_ellipsis",
)  # fmt: skip
ALTERED = {"number": "number", "negated": "negation", "name": "name"}
