"""Words and phrases of the closed class: how things are tied together, limited and doubted (*instead of*,
*regardless of*, *about to*, *in question*).

Each language says them with words that mean something else on their own (*a punto de*, *вот-вот*), so that
dictionaries do not bring them together; and one in the place of another makes another statement out of the
same words (*before the war*, *during the war*). `data/relations.jsonl` has a line each relation: by language,
what says it for sure (`sure`; `loosely` what is something else in places, too, so that the other side need
not say it: *au lieu du crime*), what may say it (`may`), and which relations cannot hold of the same thing
(`against`); what the other marks are for `Relation` says. Ways to say what is lacking that are `whole` in
`denied.jsonl` are relations, too. `…` and `*` stand for what they do there. An expression that is part of a
longer one says nothing of its own (*кроме*, *кроме того*). The rows were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from citecheck.match.crosslingual.denied import ANYTHING, found_in
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.terms import Terms
from citecheck.match.rows import folded, lines
from citecheck.model import Difference, DifferenceKind

OBJECT = 3
"""Terms behind an expression among which the thing is that it is said of: *before the long cold winter*."""
MAY = 4
"""Words before such a thing within which an expression stands that may say a relation: *in diesem Jahr*."""
TIES = 2
"""Words of the shortest expression that needs no counterpart where it only ties (*en matière de*)."""
TELLING = 3
"""Letters of a word that may answer for a relation it need not say: *por*, no *с* or *de*."""
HOLDS = re.compile("f[ia]nde?[nt]?")
"""German verb of *statt* at the end of its clause (*findet am Sonntag statt*), folded."""
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A line of the table."""

    name: str
    against: frozenset[str] = frozenset()
    ties: bool = False
    """Whether a translation may leave it out."""
    silent: bool = False
    """Whether its words still need counterparts: *plus … que* says how things compare, not of what."""
    counts: bool = False
    """Whether a number in it says nothing of its own: *every other week*, *alle zwei Wochen*."""
    free: bool = False
    """Whether it is said of all that is said and not of what stands behind it: *until now*."""
    beside: bool = False
    """Whether what it is said of may stand before it: *l'accord susmentionné*."""
    passes: bool = False
    """Whether what stands before it is said of the same thing: *surtout pour les enfants*."""
    needed: bool = False
    """Whether the other side must say it, too, or deny something: *books instead of newspapers*."""

    @property
    def parts(self) -> bool:
        """Whether what stands before it is said of something else."""
        return bool(self.against) and not self.passes


@dataclass(frozen=True, slots=True)
class Said:
    """An expression of a relation, by the places of its words."""

    relation: str
    places: frozenset[int]
    sure: bool
    letters: int
    """Of the longest word of it."""
    binds: bool
    """Whether it says so wherever it stands."""

    @property
    def start(self) -> int:
        return min(self.places)

    @property
    def end(self) -> int:
        return max(self.places)


def answered(
    ours: Wording, theirs: Wording, codes: tuple[str | None, str | None]
) -> tuple[frozenset[int], frozenset[int]]:
    """Places of words of either side that need no counterpart of their own, since they are part of an
    expression of a relation that the other side says, too, or that only ties."""
    mine, there = said(ours.words, codes[0]), said(theirs.words, codes[1])
    return _answered(mine, there), _answered(there, mine)


def _answered(mine: Sequence[Said], there: Sequence[Said]) -> frozenset[int]:
    sure = {one.relation for one in there if one.sure}
    known = {one.relation for one in there if one.sure or one.letters >= TELLING}
    found = [
        one
        for one in mine
        if one.relation in (known if one.sure else sure) and not relations()[one.relation].silent
    ]
    for one in mine:
        relation = relations()[one.relation]
        if relation.ties and one.sure and len(one.places) >= TIES and not relation.against & sure:
            found.append(one)
    return frozenset(place for one in found for place in one.places)


def counting(ours: Terms, here: Terms) -> tuple[frozenset[str], frozenset[str]]:
    """Folded words of either side in an expression with a number that both say, so that one side alone may
    have the number: *twice as long*, *deux fois plus longue*."""
    mine, there = said(ours.folded, ours.language), said(here.folded, here.language)
    both = {one.relation for one in mine} & {one.relation for one in there}
    told = [
        {at for one in some if one.relation in both and relations()[one.relation].counts for at in one.places}
        for some in (mine, there)
    ]
    return (
        frozenset(ours.folded[at] for at in told[0]),
        frozenset(here.folded[at] for at in told[1]),
    )


def contradicted(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: tuple[str | None, str | None]
) -> list[Difference]:
    """Relations that each side says of the same thing and that cannot both hold of it."""
    mine, there = said(ours.words, codes[0]), said(theirs.words, codes[1])
    counted = [(one, other) for one in ours.figures for other in theirs.figures if one.folded == other.folded]
    pairs_met = [*met, *counted]
    for one in mine:
        for other in there:
            if not (one.sure and other.sure and other.relation in relations()[one.relation].against):
                continue
            things, others = _things(one, mine, ours), _things(other, there, theirs)
            pairs = ((a, b) for a, b in pairs_met if a in things and b in others)
            if relations()[one.relation].free:  # unless both say both: *seither …, davor …*
                told = _says(one, there) or _says(other, mine)
            else:
                told = not any(_only(one, b, there) and _only(other, a, mine) for a, b in pairs)
            if not told:
                return [Difference(DifferenceKind.WORD, _shown(one, ours), _shown(other, theirs))]
    lost = [_shown(one, ours) for one in _unanswered(mine, there, ours, theirs)]
    added = [_shown(other, theirs) for other in _unanswered(there, mine, theirs, ours)]
    left = [(lost[0], "")] if lost else [("", added[0])] if added else []
    return [Difference(DifferenceKind.WORD, *pair) for pair in left]


def _unanswered(
    mine: Sequence[Said], there: Sequence[Said], ours: Wording, theirs: Wording
) -> Iterator[Said]:
    """What one side says of what follows and the other one would have to say, too; no *fand statt*."""
    known = {one.relation for one in there}
    answers = {one.places for one in mine if one.relation in known}  # *tous les deux* is *both*, too
    for one in mine:
        needed = one.binds and relations()[one.relation].needed and one.places not in answers
        last = len(one.places) == 1 and (
            ours.clauses[one.end] not in ours.clauses[one.end + 1 :] or _held(ours.words, one.end)
        )
        if needed and not theirs.denials and not (last and relations()[one.relation].against):
            yield one


def _says(one: Said, there: Iterable[Said]) -> bool:
    return any(other.relation == one.relation for other in there)


def _held(words: Sequence[str], at: int) -> bool:
    """Whether a word ends the German verb of what takes place: *fand am Sonntag statt und …*."""
    return words[at] == "statt" and any(map(HOLDS.fullmatch, words[:at]))


def _things(one: Said, some: Sequence[Said], wording: Wording) -> list[Term]:
    """The terms behind an expression that it may be said of, up to the next such expression."""
    starts = (other.start for other in some if other.sure and relations()[other.relation].parts)
    last = min((start for start in starts if start > one.end), default=len(wording.words))
    terms = sorted((*wording.terms, *wording.figures), key=lambda term: term.at)
    around = [term for term in terms if one.start < term.at < last and term.at not in one.places][:OBJECT]
    before = [term for term in terms if term.at < one.start][-1:] if relations()[one.relation].beside else []
    return before + around


def _only(one: Said, thing: Term, there: Iterable[Said]) -> bool:
    """Whether the other side, which has `thing` for what `one` is said of, does not say the same of it."""
    same = [other for other in there if other.relation == one.relation]
    return not any(other.sure or 0 < thing.at - other.end <= MAY for other in same)


def _shown(one: Said, wording: Wording) -> str:
    return " ".join(wording.shown[at] for at in sorted(one.places))


@lru_cache(maxsize=1024)
def said(words: tuple[str, ...], language: str | None) -> tuple[Said, ...]:
    """What folded words of a sentence say of relations."""
    found = [
        Said(name, places, kind != "may", max(len(words[at]) for at in places), kind == "sure")
        for name, kind, patterns in _expressions(language or "")
        for places in found_in(patterns, words)
    ]
    return tuple(one for one in found if not any(one.places < other.places for other in found))


@cache
def relations() -> Mapping[str, Relation]:
    """The relations by name."""
    lacks = {row["way"]: Relation(row["way"], needed=bool(row.get("needed"))) for row in _lacks()}
    return lacks | {
        row["relation"]: Relation(
            row["relation"],
            frozenset(row["against"]),
            *(
                bool(row.get(flag))
                for flag in ("ties", "silent", "counts", "free", "beside", "passes", "needed")
            ),
        )
        for row in _table()
    }


@cache
def _expressions(language: str) -> list[tuple[str, str, list[Pattern]]]:
    kinds = ("sure", "loosely", "may")
    listed = [(row["relation"], kind, row.get(kind, {})) for row in _table() for kind in kinds]
    listed += [(row["way"], "sure", row[kind]) for row in _lacks() for kind in ("denied", "said")]
    return [
        (name, kind, [tuple(_parts(one)) for one in said_so.get(language, ())])
        for name, kind, said_so in listed
    ]


def _parts(listed: str) -> Iterator[str]:
    """Folded parts of an expression: an apostrophe or a hyphen parts words, as it does in a text."""
    for part in listed.split():
        bare = part.removesuffix("*")
        words = [part] if part == ANYTHING else list(folded(bare)) or [""]
        yield from words[:-1]
        yield words[-1] + part[len(bare) :]


@cache
def _lacks() -> list[dict[str, Any]]:
    """What is said with a denial or in one word, which is the same relation either way."""
    return [row for row in lines("denied.jsonl") if row.get("whole")]


@cache
def _table() -> list[dict[str, Any]]:
    return lines("relations.jsonl")
