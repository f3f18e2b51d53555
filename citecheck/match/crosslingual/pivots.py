"""Words that set what follows against what stands before: *not*, *but*, *than*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.senses import sides_of
from citecheck.match.rules import Rules

COMPARED = frozenset(f"{sign}{side}" for sign in "+-" for side in ("more", "rise", "big", "high", "early"))
"""Sides that a *than* may follow."""
NONE = re.compile(
    "(?!nicht$)(?:aucun|jamais|nul|rien|ne(?:ver|ss|pp|mme|an)|no(?:body|ne|thing|where)|ni(?:e(?:m|nt)|cht?s|rg|[cgk])"
    "|nimmer|жо?д|ни..|ні..|zad|jamas|nad|ning|nunca|tamp|mai|giam|affatto)"
)
"""How folded negative words begin that oppose nothing, as a *not* does: *aucun*, *nobody*, *никто*."""


def pivots(words: Sequence[str], rules: Rules) -> frozenset[int]:
    """Places of such words among the folded `words` of a sentence; a *than* before a number (*more than 200*)
    compares nothing with what stands before it."""
    lexicon, found, compared = lexicon_for(rules.code), set(), False
    for at, word in enumerate(words):
        compared |= not COMPARED.isdisjoint(sides_of(word, rules.code or ""))
        after = words[at + 1 : at + 2]
        counted = any(one[0].isdigit() or lexicon.numbers.get(one) is not None for one in after)
        opposes = word in lexicon.turns or (word in rules.negation and not NONE.match(word))
        if opposes or (compared and word in lexicon.than and not counted):
            found.add(at)
    return frozenset(found)
