"""What one sentence lifts, withdraws or calls off, and the other imposes, brings or calls: *сняли запрет*,
*ont interdit*. Both have the ban, and the word that ends it says little of its own in many languages
(*lever*, *снять*, *drop*).

`data/ending.jsonl` has a row each language: `ends`, words that end what stands beside them, and `also`, more
words by which a sentence may say that something is over or allowed. `*` stands for any ending, `…` for some
words. The rows were written for this project.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.match.crosslingual.apart import MOST_BETWEEN, is_last
from citecheck.match.crosslingual.denied import ANYTHING, Patterns, found_in, pattern
from citecheck.match.crosslingual.senses import senses_of_all
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.rows import is_listed, rows, strings

BURDENS = (
    "ban", "prohibition", "forbid", "prohibit", "sanction", "restriction", "restrict", "limit", "embargo",
    "blockade", "siege", "curfew", "arrest", "detention", "custody", "fine", "tax", "duty", "tariff",
    "toll", "complaint", "accusation", "accuse", "charge", "lawsuit", "appeal", "strike", "emergency",
    "quota", "censorship", "moratorium", "veto", "quarantine", "boycott", "warrant", "obligation", "fee",
    "lockdown", "seizure", "alarm",
)  # fmt: skip
"""What is imposed or brought, and lifted or withdrawn."""
NEAR = 7
"""Words from what is ended to the word that ends it: a German or Slavic sentence has a subject, a time and a
place between the two. A plain limit."""


def ended_there(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: tuple[str | None, str | None]
) -> tuple[str, str] | None:
    """What one of two sentences ends of which the other says nothing of an end, as shown on both sides."""
    for side, (wording, other) in enumerate(((ours, theirs), (theirs, ours))):
        code, their = codes[side], codes[1 - side]
        ends = [*found_in(_words(code)[0], wording.words), *_parted(wording, code)]
        places = [at for found in ends for at in range(min(found), max(found) + 1)]
        if not places or not _words(their)[0] or any(True for _ in _any(other, their)):
            continue
        for pair in met:
            term = pair[side]
            if _burden(pair) and any(abs(term.at - at) <= NEAR for at in places):
                return pair[0].shown, pair[1].shown
    return None


def _parted(wording: Wording, code: str | None) -> Iterator[frozenset[int]]:
    """Places of German verbs whose particle stands at the end of the clause, however far that is."""
    words, clauses = wording.words, wording.clauses
    for verb, particle in [(one[0], one[2]) for one in _words(code)[0] if one[1:2] == (ANYTHING,)]:
        for last in (at for at, word in enumerate(words) if word == particle and is_last(words, clauses, at)):
            begins = range(max(0, last - MOST_BETWEEN), last)
            places = (at for at in begins if clauses[at] == clauses[last] and is_listed(words[at], verb))
            yield from (frozenset((at, last)) for at in places)


def _any(wording: Wording, code: str | None) -> Iterator[frozenset[int]]:
    yield from _parted(wording, code)
    for patterns in _words(code):
        yield from found_in(patterns, wording.words)


def _burden(pair: Sequence[Term]) -> bool:
    return any(term.rows & _burdens() for term in pair)


@cache
def _burdens() -> frozenset[int]:
    return senses_of_all(BURDENS)


@cache
def _words(code: str | None) -> tuple[Patterns, Patterns]:
    row = rows("ending.jsonl").get(code or "", {"ends": [], "also": []})
    return [pattern(one) for one in strings(row["ends"])], [pattern(one) for one in strings(row["also"])]
