"""Notes in another order: two lines exchanged, or a page's last lines put together anew.

    12. Weir, Floods, p. 3.
    11. Orr, Lamps, p. 4.

The numbering goes on with one of the two, so the other reads as the text of the note above it. It is told by
its digits there, as those of a note that runs on in the one before it are: where it is called, or at the head
of a line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from citecheck.parse.draft import Draft
from citecheck.parse.layout import Layout
from citecheck.parse.markers import Call
from citecheck.parse.run_in_labels import Place, labelled, parted

NEAR = 3
"""Notes behind its own place and before it in which a note is looked for, and numbers lacking in a row, at
most."""


def with_swapped_numbers(layout: Layout, drafts: Sequence[Draft], calls: Sequence[Call]) -> list[Draft]:
    """The notes, those parted from another that stand in its text out of their order."""
    called = {(call.round, call.number): call.start for call in calls}
    found: dict[int, list[Place]] = {}
    for place, round_, number in _lacking(drafts, called):
        for at in (*range(place, place + NEAR), *range(place - 1, place - NEAR - 1, -1)):
            if not 0 <= at < len(drafts) or drafts[at].round != round_:
                continue
            inside = _inside(layout, drafts[at], number, called)
            if inside is not None:
                places = found.setdefault(at, [])
                if all(one.start != inside.start for one in places):
                    places.append(inside)
                break
    if not found:
        return list(drafts)
    return [
        one
        for at, draft in enumerate(drafts)
        for one in parted(layout, draft, sorted(found.get(at, ()), key=lambda inside: inside.start))
    ]


def _lacking(drafts: Sequence[Draft], called: Collection[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Numbers that are lacking: the place of the note before which each should stand, its numbering, and it.
    Behind a numbering's last note those are that are called."""
    known = {(draft.round, draft.number) for draft in drafts}
    for place, draft in enumerate(drafts):
        above = drafts[place - 1] if place and drafts[place - 1].round == draft.round else None
        below = drafts[place + 1] if place + 1 < len(drafts) else None
        numbers = range(above.number + 1 if above else 1, draft.number)
        if len(numbers) <= NEAR and not draft.headless:
            yield from ((place, draft.round, one) for one in numbers if (draft.round, one) not in known)
        if below is None or below.round != draft.round:
            beyond = ((draft.round, draft.number + more) for more in range(1, NEAR + 1))
            yield from ((place + 1, *own) for own in beyond if own in called and own not in known)


def _inside(layout: Layout, host: Draft, number: int, called: Mapping[tuple[int, int], int]) -> Place | None:
    """Where a lacking note begins in the text of another: called above, and at the head of a line."""
    if host.headless:
        return None
    place = labelled(layout, host, number, host.spans[0].start)
    if place is None or not place.at_head or called.get((host.round, number), -1) > host.start:
        return None
    return place if (host.round, number) in called else None
