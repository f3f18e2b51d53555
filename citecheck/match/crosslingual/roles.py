"""Who did what to whom, and for how long: words that all met, but stand in other parts of the sentence or
beside a number there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.wording import Term, Wording
from citecheck.model import Difference, DifferenceKind

BESIDE = 2
"""Places between two words that may be said in one."""
OBLIQUE: Mapping[str, tuple[str, ...]] = {
    "pl": ("ę", "ami", "ach"),
    **dict.fromkeys(("ru", "uk", "be"), ("у", "ю", "ами", "ями", "ах", "ях")),
}
"""Endings that no nominative has, but for a few foreign words."""


def changed_roles(
    met: Sequence[tuple[Term, Term]], ours: Wording, theirs: Wording, languages: tuple[str | None, str | None]
) -> list[Difference]:
    """Who did it to whom, from where to where, and what stands on which side of a *not*, *but* or *than*.

    Word order is no proof where languages decline, so this asks to look, nothing more.
    """
    numbers = [(one, other) for one in ours.figures for other in theirs.figures if one.folded == other.folded]
    pairs = [*met, *numbers]
    once = sorted((pair for pair in pairs if _only(pair, pairs)), key=lambda pair: pair[0].at)
    for one, other in once:
        if {one.way, other.way} == {"from", "to"} and one.place:
            return [Difference(DifferenceKind.WORD, f"{one.way} {one.shown}", f"{other.way} {other.shown}")]
    for at, (one, other) in enumerate(once):
        for later, after in once[at + 1 :]:
            if later.at == one.at or after.at >= other.at:
                continue
            turned = ours.parts(one, later) and theirs.parts(after, other)
            counted = one.kind_of_figure == later.kind_of_figure != ""
            acted = oblique(one, languages[0]) or oblique(after, languages[1])
            if turned or counted or (not acted and _exchanged_actors((one, other), (later, after), once)):
                shown = f"{one.shown} … {later.shown}", f"{after.shown} … {other.shown}"
                return [Difference(DifferenceKind.WORD, *shown)]
    return []


def oblique(term: Term, language: str | None) -> bool:
    """Whether a word in this form is no subject: Slavic languages put what something is done to first, too
    (*школу построили предприятия*). Names of foreigners may end like this and are left alone."""
    return not term.name and term.shown.casefold().endswith(OBLIQUE.get(language or "", ()))


def _exchanged_actors(
    first: tuple[Term, Term], second: tuple[Term, Term], met: Sequence[tuple[Term, Term]]
) -> bool:
    """Whether two that stand the other way round may have done it to each other: both are somebody, or one is
    and the other is not listed, and what was done stands between them on both sides."""
    (one, other), (later, after) = first, second
    if one.acts and later.acts and other.acts and after.acts:
        return later.at - one.at > 1 or other.at - after.at > BESIDE
    if not (one.may_act and other.may_act and later.may_act and after.may_act):
        return False
    if not any(term.acts for term in (one, other, later, after)):
        return False
    return any(
        one.at < done.at < later.at and after.at < also.at < other.at and not done.name for done, also in met
    )


def _only(pair: tuple[Term, Term], met: Sequence[tuple[Term, Term]]) -> bool:
    return all(pair == other or not (pair[0] in other or pair[1] in other) for other in met)


def counted_there(one: Term, other: Term, ours: Wording, theirs: Wording) -> Term | None:
    """The number before a measure of time of the sentence, where the quotation has none before its own: *за
    год* says one year, *dix ans* does not."""
    if not {"t"} & set(one.kinds) & set(other.kinds):
        return None
    if any(0 < one.at - figure.at <= BESIDE for figure in ours.figures):
        return None
    numbers = (figure for figure in theirs.figures if figure.kind_of_figure == "plain")
    near = (figure for figure in numbers if 0 < other.at - figure.at <= BESIDE)
    return next((figure for figure in near if figure.folded.rpartition(" ")[2] != "1"), None)
