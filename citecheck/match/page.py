"""A page made ready for many quotations: folded once, indexed when first needed."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from citecheck.match.continuous import continuous
from citecheck.match.fold import Words
from citecheck.match.language import chinese_writing, language_of, script_of
from citecheck.match.long_text import split_page
from citecheck.model import Span, Text

AROUND = 32
"""Characters of `prefix` and `suffix` (Web Annotation's text quote selector)."""
LANGUAGE_SAMPLE = 20_000
"""Characters from the page's middle that its language is told from."""


class Page:
    """Folded words of a page's text. Never changed after `prepare`; what is derived is kept."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.words: Words = split_page(text.content)
        self.folded: str = f" {' '.join(self.words.folded)} "
        self._weights: dict[str, float] = {}
        self._weighed: tuple[Sequence[str], list[float]] = (), []

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def letters(self) -> str:
        """All words without what is between them."""
        return "".join(self.words.folded)

    @cached_property
    def offsets(self) -> list[int]:
        """Where in `folded` each word begins, and the end."""
        return list(accumulate([len(word) + 1 for word in self.words.folded], initial=1))

    def offset(self, index: int) -> int:
        """Offset in `folded` at which the word `index` begins; of the last one plus one, the end."""
        return self.offsets[index]

    def word_of_letter(self, place: int) -> int:
        """Index of the last word before which `letters` has no more than `place` of them."""
        return bisect_right(range(len(self) + 1), place, key=lambda word: self.offsets[word] - word - 1) - 1

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Places of each folded word, ascending."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words.folded):
            if word in places:
                places[word].append(place)
            else:
                places[word] = [place]
        return places

    @property
    def indexed(self) -> bool:
        """Whether the places of the words are known already: to look for them pays once a passage is not
        there as it is."""
        return "postings" in self.__dict__

    @cached_property
    def script(self) -> str | None:
        """Script of the text's first letters."""
        return script_of(self.text.content)

    @cached_property
    def writing(self) -> str | None:
        """Writing of a Chinese text, where it can be told."""
        return chinese_writing(self.text.content)

    @cached_property
    def language(self) -> str | None:
        """Language of the text, else the one its mark-up names."""
        content = self.text.content
        middle = max(0, (len(content) - LANGUAGE_SAMPLE) // 2)
        sample = content[middle : middle + LANGUAGE_SAMPLE]
        first, last = (len(self) * at // max(1, len(content)) for at in (middle, middle + len(sample)))
        return language_of(sample, self.words.folded[first:last]) or self.text.metadata.language

    @cached_property
    def alternative(self) -> Page | None:
        """The page's second reading, prepared when the first lacks a passage."""
        second = self.text.alternative
        return Page(Text(second, metadata=self.text.metadata)) if second else None

    @cached_property
    def unseen(self) -> Page | None:
        """What the page does not show, prepared when nothing it shows has a passage."""
        return Page(Text(self.text.unseen)) if self.text.unseen else None

    @cached_property
    def continuous(self) -> Page | None:
        """A paged text without what stands between two pages, prepared when a passage seems changed."""
        joined = continuous(self.text) if len(self.text.page_starts) > 1 else None
        return Page(joined) if joined else None

    @property
    def repetitive(self) -> bool:
        """Whether few words make up a long page: the pages on which fuzzy search of the whole is cubic."""
        return len(self) > MANY_WORDS and len(self.postings) < POOR * len(self)

    def word_at(self, offset: int) -> int:
        """Index of the word that begins at or after `offset` of `folded`."""
        return bisect_left(self.offsets, offset)

    def weight(self, word: str) -> float:
        """How much a word tells: inverse document frequency within the page, at least 0.1."""
        known = self._weights.get(word)
        if known is None:
            if word not in self.postings:
                return self._most
            known = self._weights[word] = max(0.1, math.log((len(self) + 1) / (1 + len(self.postings[word]))))
        return known

    @cached_property
    def _most(self) -> float:
        """Weight of a word that the page lacks."""
        return max(0.1, math.log(len(self) + 1))

    def weights(self, words: Sequence[str]) -> list[float]:
        """What each of `words` tells; kept for the next call, since one run is laid at several places."""
        if words is not self._weighed[0]:
            self._weighed = words, list(map(self.weight, words))
        return self._weighed[1]

    def span(self, first: int, last: int) -> Span:
        """Raw characters from word `first` to before word `last`."""
        return Span(self.words.starts[first], self.words.ends[last - 1])


MANY_WORDS = 3_000
POOR = 0.02
"""Natural prose of 3,000 words has over 20 % distinct words, of 50,000 words over 7 %."""


def prepare(text: Text) -> Page:
    """Fold a page once, for any number of quotations (about 5 ms for 60,000 characters)."""
    return Page(text)


def pages_of(page: Page, span: Span) -> dict[str, Any]:
    """On which pages of a paged source a passage stands."""
    first, last = page.text.page_at(span.start), page.text.page_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return {}
    labels = page.text.page_labels[first - 1 : last]
    return {"page": first, "last_page": last, "page_labels": labels, "page_count": len(page.text.page_starts)}
