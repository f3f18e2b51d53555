"""Words that only tie others together, which another language says with a case or a preposition: *une route
menant au lac*, *дорога к озеру*; *lutter contre le feu*, *тушить пожар*.

`data/linking.jsonl` has a line each language: `words` (`*` for any ending), and `phrases` of two words of
which the longer one ties (*à hauteur de*, *в размере*). They need no counterpart where the other sentence has
nothing left over that could stand in their place. The rows were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from citecheck.match.crosslingual.senses import senses_of, senses_of_all
from citecheck.match.crosslingual.term import Term
from citecheck.match.rows import folded, phrases, rows, strings

AGAINST = "against"
IN_FAVOUR: Mapping[str, frozenset[str]] = {
    "en": frozenset(("for", "favour", "favor")),
    "fr": frozenset(("pour", "faveur")),
    "de": frozenset(("fur", "gunsten")),
    "ru": frozenset(("за", "для", "пользу")),
    "uk": frozenset(("за", "для", "користь")),
    "be": frozenset(("за", "для")),
    "pl": frozenset(("za", "dla", "rzecz")),
    "es": frozenset(("por", "para", "favor")),
    "it": frozenset(("per", "favore")),
}
"""Folded words for *for*, which are no terms of their own."""
NEAR = 5
"""Words from what is done *against* something back to the word that says so."""
HOSTILE = (
    "fight", "struggle", "war", "battle", "defend", "defence", "protect", "warn", "vaccinate", "insure",
    "match", "game", "play", "draw", "victory", "defeat", "win", "lose", "crime", "sanction", "accuse",
    "attack", "prison", "sentence", "fine", "wanted", "search", "drug", "medicine", "threat", "violence",
)  # fmt: skip
"""What is against something by itself, so that a language may leave *against* out."""


def links(term: Term, words: Sequence[str], language: str | None) -> bool:
    """Whether a term among the folded `words` of its sentence only ties others together."""
    if term.size > 1 or term.name:
        return False
    single, pairs = _linking().get(language or "", (None, frozenset()))
    if single is not None and single.fullmatch(term.folded):
        return True
    around = words[max(0, term.at - 1) : term.at + 2]
    return any(pair in pairs for pair in pairwise(around))


def hostile(
    left: Sequence[Term], terms: Sequence[Term], words: Sequence[str], code: str | None
) -> list[Term]:
    """Words for *against* in `left`, of a sentence's `terms`, behind what is against something by itself.

    None where the other sentence, of folded `words` in the language `code`, may say *for*.
    """
    if not IN_FAVOUR.get(code or "", frozenset()).isdisjoint(words):
        return []
    found = [one for one in left if one.rows & senses_of(AGAINST, "en")]
    return [
        one for one in found if any(0 < one.at - term.at <= NEAR and term.rows & _hostile() for term in terms)
    ]


@cache
def _hostile() -> frozenset[int]:
    return senses_of_all(HOSTILE) - senses_of(AGAINST, "en")


@cache
def _linking() -> dict[str, tuple[re.Pattern[str], frozenset[tuple[str, ...]]]]:
    return {
        code: (re.compile("|".join(map(_form, strings(row["words"])))), frozenset(phrases(row["phrases"])))
        for code, row in rows("linking.jsonl").items()
    }


def _form(word: str) -> str:
    bare = word.removesuffix("*")
    return re.escape("".join(folded(bare))) + (r"\w{0,4}" if bare != word else "")
