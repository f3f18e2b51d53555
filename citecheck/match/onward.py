"""How the source goes on after a quotation: one that stops before the *but* says more than its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from citecheck.match.fold import split_words
from citecheck.match.phrases import begins, contrast, exception, held
from citecheck.match.rules import Rules

LOOK_AHEAD = 240
"""Characters after the quotation that are read."""
REST_WORDS = 14
"""Words of the rest of the sentence within which an exception still belongs to what was quoted."""
CLAUSES = 3
"""Clauses, the rest of the quotation's own included, in which an objection is looked for."""
SENTENCE = re.compile(r"[.!?…؟।][\"'»”’)\]]?(?=\s|$)|[。！？][」』”’）]?|\n")
DENIED_WITHIN = 2
"""Words, at most, that are left of a clause whose last one denies it: more of them are no slip of the eye."""
_CLAUSE_END = re.compile(r"[.,;:!?…\n–—،؛؟।、，；：。！？]")
CLAUSE = re.compile(r"[,;:–—(،؛、，；：（-]")


def stops_early(content: str, end: int, rules: Rules, following: Sequence[str]) -> bool:
    """Whether the source, after `end`, takes back or limits what was quoted; `following`: its next words.

    An exception (*unless*, *sauf*) counts in the rest of the sentence, an objection (*but*, *однако*) where
    it begins the next clause or the next sentence of the paragraph. So does a negation that ends the clause
    right behind (*nicht.*, *niet.*, *değil.*): many languages put it last.
    """
    if _denied(content, end, rules, following):
        return True
    but, unless = contrast(rules), exception(rules)
    if next(chain(held(following, but), held(following, unless)), None) is None:
        return False
    ahead = content[end : end + LOOK_AHEAD]
    words = split_words(ahead)
    folded = words.folded
    stop = SENTENCE.search(ahead)
    stop_at, next_at = (stop.start(), stop.end()) if stop else (len(ahead), len(ahead))
    clauses = 1
    for index, start in enumerate(words.starts[:REST_WORDS]):
        if start >= stop_at:
            break
        before = ahead[words.ends[index - 1] if index else 0 : start]
        opens = index == 0 or CLAUSE.search(before) is not None
        clauses += index > 0 and opens
        if begins(folded, index, unless):
            return True
        if opens and clauses <= CLAUSES and begins(folded, index, but):
            return True
    onward = next((index for index, start in enumerate(words.starts) if start >= next_at), None)
    if stop is None or onward is None or onward > REST_WORDS or "\n" in ahead[stop_at : words.starts[onward]]:
        return False
    return begins(folded, onward, but) or begins(folded, onward, unless)


def _denied(content: str, end: int, rules: Rules, following: Sequence[str]) -> bool:
    """Whether the clause ends with a negation, which is the next word or the one behind it."""
    if not any(word in rules.negation for word in following[:DENIED_WITHIN]):
        return False
    ahead = content[end : end + LOOK_AHEAD].removeprefix(",")  # *…, die Sieder unterzubringen, nicht.*
    stop = _CLAUSE_END.search(ahead)
    rest = split_words(ahead[: stop.start()] if stop else ahead).folded
    return 0 < len(rest) <= DENIED_WITHIN and rest[-1] in rules.negation
