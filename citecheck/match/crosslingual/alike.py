"""How much the words of two sentences mean the same where they stand, and what dictionaries say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.match.crosslingual.dictionaries import translates
from citecheck.match.crosslingual.equivalents import LANGUAGES, equivalent, rows_of
from citecheck.match.crosslingual.term import Term

NOWHERE = 0.35
"""Likeness that a listed word of the quotation reaches with some word of a sentence that says the same, in
whatever way it puts it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much the words of two sentences mean the same where they stand, by place, 0 to 1."""

    table: Sequence[Sequence[float]] = ()
    """A row for each word of the quotation; empty where nothing is known."""
    languages: tuple[str | None, str | None] = (None, None)
    """Of the quotation and the sentence."""

    def listed(self, one: Term, other: Term) -> bool:
        """Whether a dictionary that the user has installed translates one by the other."""
        return translates(one.folded, other.folded, *self.languages)

    def equivalent(self, one: Term, other: Term) -> bool:
        """Whether a translator may put one for the other, by the rows of equivalents; phrases are looked up
        elsewhere, and are not what their first word says."""
        return one.size == other.size == 1 and equivalent(one.folded, other.folded, *self.languages)

    def known(self, one: Term, other: Term) -> bool:
        """Whether the rows of equivalents hold both, together or not."""
        pairs = zip((one, other), self.languages, strict=True)
        return all(language in LANGUAGES and rows_of(term.folded, language) for term, language in pairs)

    def of(self, one: Term, other: Term) -> float:
        """Of a term of the quotation and one of the sentence."""
        return max((self.table[at][to] for at in one.places for to in other.places), default=0.0)

    def lacks(self, one: Term) -> bool:
        """Whether no word of the sentence is near a term of the quotation, as far as that is known."""
        return bool(self.table) and self.best(one, None) < NOWHERE

    def strange(self, other: Term, least: float) -> bool:
        """Whether a term of the sentence is like no word of the quotation, as far as that is known."""
        return bool(self.table) and self.best(None, other) < least

    def usual(self, ours: Sequence[Term]) -> float:
        """Median of what the words of the quotation are most like: high where the languages are near kin."""
        likest = sorted(self.best(one, None) for one in ours if not one.name)
        return likest[len(likest) // 2] if likest and self.table else 1.0

    def best(self, one: Term | None, other: Term | None) -> float:
        """Of a term of one side and whatever word of the other is likest."""
        if not self.table:
            return 0.0
        if one is not None:
            return max(like for at in one.places for like in self.table[at])
        assert other is not None
        return max(row[to] for row in self.table for to in other.places)
