"""Words that need no counterpart, since the other side says them in another way: by a name that is known to
be a town's (*the city of Pskov*, *Псков*), by an ending (*more useful*, *nützlicher*; *le plus grand*,
*крупнейший*), or outside of what is quoted (*we propose* before *to build*)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from citecheck.match.crosslingual.edges import undone
from citecheck.match.crosslingual.senses import senses, senses_of
from citecheck.match.crosslingual.term import Term

Pairs = Sequence[tuple[Term, Term]]

NEAR = 2
"""Words from a name to what it is the name of, and from *more* to what there is more of."""
SORTS = (
    "city", "town", "village", "river", "lake", "sea", "island", "mountain", "street", "company", "club",
    "newspaper", "magazine", "president", "minister", "director", "governor", "mayor", "professor", "doctor",
)  # fmt: skip
"""What somebody or something with a name is, said or not said."""
REGION = "region"
REGIONAL = re.compile(r"щин|чин[аиіоуы]|szczyzn")
"""What makes a region of a town's name: *Полтавщина*."""
GRADES = frozenset({"+more", "+most"})
GRADED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:er|est|best|worst|worse)$"),
    "de": re.compile(r"(?:er|er[ens][mnrs]?|st|ste[nmrs]?)$"),
    "fr": re.compile(r"^(?:meilleur|pire|moindre)"),
    "es": re.compile(r"^(?:mejor|peor|mayor|menor)"),
    "it": re.compile(r"^(?:miglior|peggior|maggior|minor)"),
    "ru": re.compile(r"(?:ее|еи|[шжчщ]е|[еа]иш\w{2,3})$|^наи"),
    "uk": re.compile(r"[шщч]е$|ш(?:ии|а|і|ого|оі|ому|их|им|ими|у)$|^наи"),
    "be": re.compile(r"(?:еи|эи|ш(?:ы|ая|ае|ыя|ага|аи|ых|ым|ымі|ую))$|^наи"),
    "pl": re.compile(r"(?:ej|sz(?:y|a|e|ego|emu|ym|ych|ymi))$|^naj"),
}
"""Folded forms that say *more* or *most* by themselves; looked at where the word says how something is."""
INFINITIVE: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:er|ir|re)$"),
    "es": re.compile(r"[aei]r(?:se|l[aoe]s?)?$"),
    "it": re.compile(r"(?:[aei]re|rre|[aei]rsi)$"),
    "ru": re.compile(r"(?:ть|ти|чь)(?:ся)?$"),
    "uk": re.compile(r"ти(?:ся)?$"),
    "be": re.compile(r"(?:ць|ці|цца|чы)$"),
    "pl": re.compile(r"[ćc]$"),
}
OPENING = 1
"""Place up to which a quotation's first word may stand."""


def named_bare(missing: Sequence[Term], left: Sequence[Term], met: Pairs) -> list[Term]:
    """Terms of `missing` that say what a name beside them is the name of, where nothing that is `left` of the
    other side says so beside its counterpart. `met` has the pair's side of `missing` first."""
    return [one for one in missing if one.rows & _sorts() and _bare(one, left, met)]


def _bare(one: Term, left: Sequence[Term], met: Pairs) -> bool:
    for name, other in met:
        named = name.name or other.name or name.place or other.place or (name.capital and other.capital)
        if not named or abs(name.at - one.at) > NEAR or name.at == one.at:
            continue
        regional = not one.rows & _rows(REGION) or REGIONAL.search(other.folded) is not None
        if regional and not any(abs(term.at - other.at) <= NEAR for term in left):
            return True
    return False


def graded(left: Sequence[Term], met: Pairs, language: str | None) -> list[Term]:
    """Terms of `left` that say *more* or *most* of a word whose counterpart, in `language`, has it as its
    ending. `met` has the side of `left` first."""
    form = GRADED.get(language or "")
    if form is None:
        return []
    return [
        one
        for one in left
        if any(senses()[row].sides & GRADES for row in one.rows)
        and any(0 < word.at - one.at <= NEAR and _grade(word, other, form) for word, other in met)
    ]


def _grade(word: Term, other: Term, form: re.Pattern[str]) -> bool:
    manner = all("a" in term.kinds and not set("np") & set(term.kinds) for term in (word, other))
    return manner and form.search(other.folded) is not None


def outside(ours: Sequence[Term], added: Sequence[Term], met: Pairs, language: str | None) -> list[Term]:
    """Terms of `added` that stand before the counterpart of the infinitive that a quotation begins with: what
    governs it is outside of the quotation."""
    form = INFINITIVE.get(language or "")
    if form is None or not ours:
        return []
    first = ours[0]
    begins = first.at <= OPENING and "v" in first.kinds and form.search(first.shown.split()[0].casefold())
    if not begins:
        return []
    clause, at = min(((other.clause, other.at) for one, other in met if one is first), default=(0, 0))
    return [one for one in added if one.clause == clause and one.at < at and not undone(one)]


@cache
def _sorts() -> frozenset[int]:
    return frozenset().union(*(_rows(word) for word in (*SORTS, REGION)))


@cache
def _rows(word: str) -> frozenset[int]:
    return frozenset(row for row in senses_of(word, "en") if senses()[row].kind in "np")
