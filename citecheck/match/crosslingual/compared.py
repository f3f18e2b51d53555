"""A quotation's words and a sentence's, compared: what met, and all that speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.belonging import somebody_elses
from citecheck.match.crosslingual.bounded import unbounded
from citecheck.match.crosslingual.counted import counted_else, counted_there
from citecheck.match.crosslingual.counterparts import Counterparts, counterparts, word_differences
from citecheck.match.crosslingual.edges import at_edges, ended
from citecheck.match.crosslingual.equivalents import phrased
from citecheck.match.crosslingual.held import answered as held_alike
from citecheck.match.crosslingual.held import held_otherwise
from citecheck.match.crosslingual.intended import only_intended
from citecheck.match.crosslingual.joined import in_parts
from citecheck.match.crosslingual.linking import hostile, links
from citecheck.match.crosslingual.relations import answered, contradicted
from citecheck.match.crosslingual.roles import changed_roles
from citecheck.match.crosslingual.sexes import other_sex
from citecheck.match.crosslingual.sides import turned_round
from citecheck.match.crosslingual.spare import needed_still
from citecheck.match.crosslingual.tenses import other_tense
from citecheck.match.crosslingual.term import Term, Wording
from citecheck.match.crosslingual.tied import tied_otherwise
from citecheck.model import Difference, DifferenceKind


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the words of a quotation and a sentence gave, as shown."""

    met: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    plainly: int = 0
    """As in `Counterparts`."""


def compare_words(
    ours: Wording,
    theirs: Wording,
    said: Sequence[Term],
    likeness: Likeness,
    told: frozenset[str] = frozenset(),
) -> Compared:
    """Compare a quotation's words with `theirs`, a sentence's, of which `said` are those in question; `told`
    are folded names that need no counterpart, since the sentences beside hold them."""
    terms = [term for term in ours.terms if term.rows or term.folded not in told]
    codes = likeness.languages
    together = [*phrased(ours.words, theirs.words, *codes), *in_parts(terms, theirs.terms, codes)]
    found = counterparts(terms, theirs.terms, said, likeness, together)
    turned = [(other, one) for one, other in found.met]
    missing = unbounded(found.missing, found.met, ours, theirs, codes)
    added = unbounded(found.added, turned, theirs, ours, (codes[1], codes[0]))
    missing = needed_still(missing, found.met, ours, theirs, codes[0])
    added = needed_still(added, turned, theirs, ours, codes[1])
    found = _tied(replace(found, missing=missing, added=added), ours, theirs, codes)
    against = turned_round(terms, said)
    turns = [Difference(DifferenceKind.WORD, one.shown, other.shown) for one, other in against]
    edges = at_edges(found.added, found.met, ours, theirs)
    differences = word_differences(found, likeness, edges) or changed_roles(found.met, ours, theirs, codes)
    differences = _further(differences, turns)
    if sexed := other_sex(found.met, ours, theirs, codes):
        differences = [*differences, Difference(DifferenceKind.NAME, *(term.shown for term in sexed))]
    if timed := other_tense(found.met, ours, theirs, codes):
        differences = [*differences, Difference(DifferenceKind.WORD, *timed)]
    over = [Difference(DifferenceKind.WORD, "", term.shown) for term in ended(found.beyond, theirs)]
    for held in (held_otherwise, only_intended, somebody_elses, tied_otherwise):
        if shown := held(found.met, ours, theirs, codes):
            over.append(Difference(DifferenceKind.WORD, *shown))
    differences = _further(differences, over)
    opposed = contradicted(found.met, ours, theirs, codes)
    differences = _further(differences, opposed)
    met = tuple((one.shown, other.shown) for one, other in found.met)
    others = counted_else(found.missing, (*found.added, *found.beyond), found.met, ours, theirs)
    counted = [Difference(DifferenceKind.WORD, one.shown, other.shown) for one, other in others]
    differences = _further(differences, counted)
    there = [figure for one, other in found.met if (figure := counted_there(one, other, ours, theirs))]
    differences = [*differences, *(Difference(DifferenceKind.WORD, "", figure.shown) for figure in there)]
    return Compared(met, tuple(differences), found.plainly)


def _further(differences: Sequence[Difference], more: Iterable[Difference]) -> list[Difference]:
    """The differences with those of `more` that are not among them."""
    return [*differences, *(one for one in more if one not in differences)]


def _tied(
    found: Counterparts, ours: Wording, theirs: Wording, codes: tuple[str | None, str | None]
) -> Counterparts:
    """Without words left over that only tie others together."""
    tied, held = answered(ours, theirs, codes), held_alike(ours, theirs, codes)
    mine, there = tied[0] | held[0], tied[1] | held[1]
    found = replace(
        found,
        missing=tuple(one for one in found.missing if one.at not in mine),
        added=tuple(one for one in found.added if one.at not in there),
        beyond=tuple(one for one in found.beyond if one.at not in there),
    )
    left = (*found.added, *found.beyond)
    hostilities = (
        hostile(found.missing, ours.terms, theirs.words, codes[1]),
        hostile(left, theirs.terms, ours.words, codes[0]),
    )
    missing = [one for one in found.missing if one not in hostilities[0]]
    added = [one for one in found.added if one not in hostilities[1]]
    beyond = [one for one in found.beyond if one not in hostilities[1]]
    if all(other.loose for other in (*added, *beyond)):
        missing = [one for one in missing if not links(one, ours.words, codes[0])]
    elif all(one.loose for one in missing):
        added = [other for other in added if not links(other, theirs.words, codes[1])]
    return replace(found, missing=tuple(missing), added=tuple(added), beyond=tuple(beyond))
