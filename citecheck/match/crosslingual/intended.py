"""What one side says was done and the other only that somebody wanted, planned, tried, promised, asked or was
allowed to do it: *closed three schools*, *had intended to close three schools*.

The words are those of the way `intended` of `data/held.jsonl`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.match.crosslingual.holding import Held, ways_of
from citecheck.match.crosslingual.tense_forms import WAS
from citecheck.match.crosslingual.tenses import tense_of
from citecheck.match.crosslingual.term import Languages, Pair, Term, Wording

WAY = "intended"
REACH = 6
"""Words from what says so to the verb that it governs. A plain limit."""
WISHES = frozenset(("чтобы", "щоб", "каб", "zeby", "aby", "by"))
"""Folded Slavic words behind which a past is a wish."""
FAR = 10
"""The same in German, whose infinitives stand at the end."""


def only_intended(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Languages
) -> tuple[str, str] | None:
    """A verb that one side has as done and the other as intended, as shown on both sides."""
    sides = (ours, theirs)
    held = [
        [one for one in ways_of(side, code) if one.way == WAY]
        for side, code in zip(sides, codes, strict=True)
    ]
    for side in (0, 1):
        if not held[side] or held[1 - side]:
            continue
        for pair in _governed(held[side], met, side, sides[side], codes[side]):
            if tense_of(pair[1 - side], sides[1 - side], codes[1 - side]) == WAS:
                return pair[0].shown, pair[1].shown
    return None


def _governed(
    intended: Sequence[Held], met: Sequence[Pair], side: int, wording: Wording, code: str | None
) -> Iterator[Pair]:
    """Pairs of verbs of which that of one side stands behind what says that it is intended, and is not
    done."""
    answered = {place for pair in met for place in pair[side].places}
    reach = FAR if code == "de" else REACH
    for one in intended:
        if not answered.isdisjoint(one.places):
            continue
        behind = [pair for pair in met if 0 < pair[side].at - one.places[-1] <= reach]
        verbs = sorted((pair for pair in behind if _verb(pair)), key=lambda pair: pair[side].at)
        for pair in verbs[-1:] if code == "de" else verbs[:1]:
            if tense_of(pair[side], wording, code) != WAS or _joined(one, pair[side], wording):
                yield pair


def _verb(pair: Pair) -> bool:
    return all("v" in term.kinds and "p" not in term.kinds for term in pair)


def _joined(one: Held, verb: Term, wording: Wording) -> bool:
    """Whether a Slavic past stands behind a *that* that makes it a wish (*чтобы закрыли*)."""
    between = wording.words[one.places[0] : verb.at]
    return not WISHES.isdisjoint(between)
