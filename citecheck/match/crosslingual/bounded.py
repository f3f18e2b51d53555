"""Words beside a number that languages put in other ways: *moins de 35 ans*, *до 35 лет*; *depuis 2014*,
*с 2014 года*; *over the past three years*, *en trois ans*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.term import Languages, Pair, Term, Wording

SINCE: Mapping[str, frozenset[str]] = {
    "en": frozenset(("since", "from")),
    "fr": frozenset(("depuis", "des")),
    "de": frozenset(("seit", "ab")),
    "ru": frozenset(("с", "со", "начиная")),
    "uk": frozenset(("з", "із", "зі", "від")),
    "be": frozenset(("з", "са", "ад")),
    "pl": frozenset(("od",)),
    "es": frozenset(("desde",)),
    "it": frozenset(("da", "dal", "dall", "dalla", "dai", "dalle", "dagli")),
}
UP_TO: Mapping[str, frozenset[str]] = {
    "en": frozenset(("under", "below", "less", "up", "until", "to")),
    "fr": frozenset(("moins", "jusqu", "jusque", "jusqua", "jusquen")),
    "de": frozenset(("unter", "bis", "weniger", "hochstens")),
    "ru": frozenset(("до", "менее", "меньше", "моложе", "младше")),
    "uk": frozenset(("до", "менше", "менш", "молодше")),
    "be": frozenset(("да", "менш", "меней")),
    "pl": frozenset(("do", "ponizej", "mniej")),
    "es": frozenset(("menos", "hasta")),
    "it": frozenset(("meno", "fino", "sotto")),
}
"""Folded words before a number or a year that say from when it is, or up to what."""
REACH = 2
"""Words from such a word to the number."""
PAST = "-next"
WITH = re.compile(r"(?:[оеєыиі]м|[ая]мі?и?|[оеєаю]ю|[ое]и|ью)$")
"""Endings of what East Slavic languages put behind *with*, folded."""


def unbounded(
    left: Sequence[Term], met: Sequence[Pair], mine: Wording, theirs: Wording, languages: Languages
) -> tuple[Term, ...]:
    """Terms of `left`, of the side of `mine`, but those that the other side says in another way beside the
    same number, or, of when something began, beside the same word (*since the war*, *od wojny*). `met`: pairs
    of a term of `mine` and one of `theirs`. `languages`: of both."""
    return tuple(
        one
        for one in left
        if not (
            _bounds(one, mine, theirs, languages)
            or _past(one, mine, theirs)
            or _since(one, met, theirs, languages)
        )
    )


def _since(one: Term, met: Sequence[Pair], theirs: Wording, languages: Languages) -> bool:
    ours, other = (SINCE.get(language or "", frozenset()) for language in languages)
    if one.folded not in ours:
        return False
    behind = (
        there for mine, there in met if 0 < mine.at - one.at <= REACH and not _with(there, languages[1])
    )
    return any(not other.isdisjoint(theirs.words[max(0, there.at - REACH) : there.at]) for there in behind)


def _with(there: Term, language: str | None) -> bool:
    """Whether a Slavic word's form is behind *с* as *with*, not as *since*."""
    return language in ("ru", "uk", "be") and WITH.search(there.folded) is not None


def _bounds(one: Term, mine: Wording, theirs: Wording, languages: Languages) -> bool:
    for kind in (SINCE, UP_TO):
        ours, other = (kind.get(language or "", frozenset()) for language in languages)
        if one.folded.split()[0] in ours:
            for figure in _behind(one, mine):
                for same in (there for there in theirs.figures if there.folded == figure.folded):
                    if not other.isdisjoint(theirs.words[max(0, same.at - REACH) : same.at]):
                        return True
    return False


def _past(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says of a number of years that they are over, where the other side has the same number
    and no other time than the years."""
    if one.sides != {PAST}:
        return False  # *forty minutes earlier*
    values = {figure.folded for figure in _behind(one, mine)}
    values |= {figure.folded for figure in mine.figures if 0 < one.at - figure.at <= REACH}
    sides = {side for term in theirs.terms for side in term.sides}
    return any(figure.folded in values for figure in theirs.figures) and "+next" not in sides


def _behind(one: Term, mine: Wording) -> list[Term]:
    last = one.at + one.size - 1
    return [figure for figure in mine.figures if 0 < figure.at - last <= REACH]
