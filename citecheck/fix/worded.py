"""A correction in words, for the editor who looks it over: what was printed, what is put there, and why."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.fix.case import Case
from citecheck.fix.changes import Why
from citecheck.fix.placed import CUTS
from citecheck.model import LinkStatus
from citecheck.reference import Change as Kind
from citecheck.reference import Edit as Correction

WORDS = {
    Kind.REPAIRED: "the printed address was damaged",
    Kind.MOVED: "the page has moved for good",
    Kind.ARCHIVE: "the page is not there any more; archived copy",
    Kind.ACCESSED: "date on which the page was seen",
}
ENCLOSING = ">)"
"""Signs of Markdown that close an address; what opens it is not shown either."""
LONGEST = 100
"""Characters between an address and what is put in behind it that are shown: its date of access."""


def shown_change(
    content: str, end: int, old: str, new: str, added: Sequence[tuple[int, str]]
) -> tuple[str, str]:
    """The changed place before and after: the address and, where words are put in, the print up to them.

    `end`: where the address `old` ends in `content`; `new` is empty where it stays; `added`: offsets and
    words, in order of place.
    """
    before, after, done = old, new or old, end
    for place, words in added:
        between = " ".join(f"({content[done:place]})".split())[1:-1].lstrip(ENCLOSING)
        if len(between) > LONGEST:
            between = " … "
        before, after, done = before + between, after + between + words, max(done, place)
    return before, after


def whys(case: Case, target: str | None, corrections: Sequence[Correction]) -> tuple[Why, ...]:
    """Reasons, each once: steps of the repair, what the page answered, which copy was added."""
    check = case.check
    kinds = dict.fromkeys(one.change for one in corrections)
    if target is not None and Kind.MOVED not in kinds:
        moved = check is not None and check.status is LinkStatus.MOVED and target == check.final_url
        # Words of a link that moved: no correction of the text, and nothing printed was damaged.
        first = Kind.MOVED if moved and Kind.REPAIRED not in kinds else Kind.REPAIRED
        kinds = dict.fromkeys((first, *kinds))
    told = []
    for kind in kinds:
        words = WORDS[kind]
        steps: tuple[str, ...] = ()
        if kind is Kind.REPAIRED and case.candidate is not None:
            steps = tuple(dict.fromkeys(step.step for step in case.candidate.steps if step.step not in CUTS))
        copy = check.archive if check else None
        if kind is Kind.ARCHIVE and copy and copy.datetime:
            words += f" of {copy.datetime.date().isoformat()}"
        told.append(Why(words, steps))
    return tuple(told)
