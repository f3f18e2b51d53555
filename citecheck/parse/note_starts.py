"""Which lines begin a note.

Every line that starts with a label is weighed by what stands around it and by what it says, then the
numbering decides (`numbering.best_sequence`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from citecheck.parse.labels import Label, Style, row_label
from citecheck.parse.layout import Layout
from citecheck.parse.marker_candidates import STRONG, Candidate, Form
from citecheck.parse.misread_labels import misread_labels, other_dress
from citecheck.parse.note_habits import set_off
from citecheck.parse.numbering import Costs, best_sequence
from citecheck.parse.other_numbers import begins_with_month, goes_by, is_date
from citecheck.parse.page_feet import Feet
from citecheck.parse.rounds import by_round
from citecheck.parse.rows import Kind
from citecheck.parse.start_company import in_company, own_pages, reach
from citecheck.parse.words import cites, lower_start

STYLE_WEIGHT = {
    Style.BRACKET: 1.5,
    Style.SUPERSCRIPT: 2.0,
    Style.WORD: 1.0,
    Style.BARE: 0.5,
    Style.DOT: 0.4,
    Style.PAREN: 0.4,
    Style.ALONE: -0.5,
    Style.GLUED: -3.0,
}
UNDER_RULE = 3.0
CALLED = 1.5
NOT_CALLED = -0.7
CITES = 1.0
LIST_ITEM = -1.5
LIST_WORTH = -0.3
"""A numbering whose starts are worth less on the average is a list in the body."""
CLOSED_ABOVE, OPEN_ABOVE = 0.3, -0.7
DATE, OTHER, OTHER_STYLE = -3.0, -3.0, 2.0
"""A number before a month and a year, alone on its line or under one that ends in mid-sentence: a date; one
that something else goes by: a caption, a line of contents, a row of figures; cost of a label in another
dress than the others."""
HABIT = 3.5
"""Where all labels are glued to their text, one that was called before is as good as any other."""
OWN_PAGE, AT_FOOT = 3.0, 2.0
"""Of a number one at the foot of the page that calls it: nearly the cost of a new start; of any there."""
TRIES, SOUND_WORTH = 4, 1.0
"""Lists in the body that are taken for notes and put right, at most; worth of a numbering whose notes cite on
the whole, which is kept though its calls are lost."""
WEAK, WEAK_LEAST = frozenset({Form.PAREN, Form.SPACED}), -0.4
"""Forms that speak for a note only where no strong form does, and the weight below which one looks like a
quantity."""
LOOK = 400
"""Characters after a label that are looked at for the words of a citation."""
COSTS = Costs()
SEGMENT_LEAST, EVIDENCE_SHARE = 2.0, 0.4
"""What the starts of a numbering of notes are worth together at least; share of them that must be called in
the text, stand under a rule or cite something."""

_GLUED = frozenset({Style.GLUED})
_TERMINAL = frozenset(".!?…»”\"')]}:;’“/>")


class Start(NamedTuple):
    """The first line of a note."""

    row: int
    label: Label
    weight: float
    round: int = 1
    """Which numbering it belongs to, from 1."""
    evident: bool = False
    """Called in the text, under a rule, or citing something."""
    ruled: bool = False
    """A rule stands above it."""
    called: bool = False
    worth: float = 0.0
    """What its own words and place say for it, calls and style aside."""
    beside: bool = False
    """Rows of its block count on from it or to it, one of them called."""
    own_page: bool = False
    """A number one at the foot of the page on which it is called."""
    at_foot: bool = False
    """One of the notes at the foot of a page that calls them in their order."""


def find_starts(layout: Layout, feet: Feet, refused: Collection[int] = frozenset()) -> list[Start]:
    """First lines of notes in order of place; empty where no numbering of notes is seen.

    `refused`: rows known to be none.
    """
    starts = _numbered(layout, feet, refused)
    seen = [(start.row, start.label, start.round) for start in starts]
    more = [*misread_labels(layout, seen), *other_dress(layout, seen, _called(feet.options, STRONG))]
    found = [Start(row, label, 0.0, round_) for row, label, round_ in more if row not in refused]
    return sorted([*starts, *found], key=lambda start: start.row) if found else starts


def _numbered(layout: Layout, feet: Feet, refused: Collection[int]) -> list[Start]:
    strong, all_forms = _called(feet.options, STRONG), _called(feet.options, STRONG | WEAK)
    starts = _with_calls(layout, strong, all_forms, refused, feet.rows)
    if starts and 2 * sum(start.called for start in starts) < len(starts):
        every = _with_calls(layout, all_forms, all_forms, refused, feet.rows)
        if sum(start.called for start in every) > 1.3 * sum(start.called for start in starts):
            return every
    return starts


def _with_calls(
    layout: Layout,
    called: Mapping[int, Sequence[int]],
    for_glued: Mapping[int, Sequence[int]],
    refused: Collection[int],
    at_foot: Collection[int],
) -> list[Start]:
    options = [option for option in _options(layout, called, for_glued) if option.row not in refused]
    beside, anew = in_company(layout, options), own_pages(layout, options, called, for_glued)
    options = [
        one._replace(beside=one.row in beside, own_page=one.row in anew, at_foot=one.row in at_foot)
        for one in options
    ]
    best: list[Start] = []
    for _ in range(TRIES):
        best = _best(options)
        spare = _spare(best, called)
        if not spare:
            return best
        options = [option for option in options if option.row not in spare]
    return best


def _best(options: Sequence[Start]) -> list[Start]:
    """The best sequence over the families of styles."""
    best: list[Start] = []
    worth = 0.0
    numbers = [option.label.number for option in options]
    for family in _families(options):
        weights = [_in_family(option, family) for option in options]
        steps = best_sequence(numbers, weights, COSTS)
        starts = [options[s.index]._replace(weight=weights[s.index], round=s.round) for s in steps]
        kept = _credible(starts)
        total = sum(start.weight + COSTS.due for start in kept)
        if total > worth:
            best, worth = kept, total
    return best


def _in_family(option: Start, family: frozenset[Style]) -> float:
    """Weight of a label in a text whose labels are dressed like those of `family`."""
    if option.label.style not in family:
        return option.weight - OTHER_STYLE
    lone = family == _GLUED and (option.called or option.beside)
    page = OWN_PAGE * option.own_page + AT_FOOT * option.at_foot
    return option.weight + (HABIT if lone else 0.0) + page


def _spare(starts: Sequence[Start], called: Mapping[int, Sequence[int]]) -> set[int]:
    """Rows of the weakest numbering for which there are no calls left: a list in the body, not notes.

    Every call serves one note. Where more numberings than calls claim the same numbers, the one that cites
    least and looks most like a list is none.
    """
    rounds = by_round(starts)
    if len(rounds) < 2 or not called:
        return set()
    claimed = Counter(start.label.number for start in starts)
    short = {number for number, claims in claimed.items() if claims > len(called.get(number, ()))}
    doubtful = [
        group
        for group in rounds.values()
        if 2 * sum(start.label.number in short for start in group) > len(group)
        and not any(start.ruled or start.at_foot for start in group)
    ]
    if not doubtful:
        return set()
    weakest = min(doubtful, key=lambda group: sum(start.worth for start in group) / len(group))
    worth = sum(start.worth for start in weakest) / len(weakest)
    return {start.row for start in weakest} if worth < SOUND_WORTH else set()


def _called(calls: Sequence[Candidate], forms: frozenset[Form]) -> Mapping[int, Sequence[int]]:
    """Offsets of the calls in such forms, by number."""
    places: dict[int, list[int]] = defaultdict(list)
    for call in calls:
        if call.form in forms and call.weight > (0.0 if call.form in STRONG else WEAK_LEAST):
            places[call.number].append(call.start)
    return places


def _families(options: Sequence[Start]) -> list[frozenset[Style]]:
    """Styles that go together in one text; those that occur here."""
    groups = (
        frozenset({Style.BARE, Style.GLUED, Style.ALONE}),
        _GLUED,
        frozenset({Style.DOT}),
        frozenset({Style.PAREN}),
        frozenset({Style.BRACKET}),
        frozenset({Style.SUPERSCRIPT}),
        frozenset({Style.WORD}),
    )
    present = {option.label.style for option in options}
    return [group for group in groups if group & present]


def _options(
    layout: Layout, called: Mapping[int, Sequence[int]], for_glued: Mapping[int, Sequence[int]]
) -> list[Start]:
    """Lines with labels. `called`: calls by number; `for_glued`: in any form, for labels glued to text."""
    options: list[Start] = []
    for place, row in enumerate(layout.rows):
        if row.kind is not Kind.TEXT:
            continue
        label = row_label(layout.content, row)
        if label is None or (label.style is Style.ALONE and row.label is None):
            continue
        calls = for_glued if label.style is Style.GLUED else called
        options.append(_weigh(layout, place, label, calls))
    return options


def _weigh(layout: Layout, place: int, label: Label, called: Mapping[int, Sequence[int]]) -> Start:
    content, row = layout.content, layout.rows[place]
    weight = STYLE_WEIGHT[label.style]
    evident = is_called = False
    if row.rule:
        weight += UNDER_RULE
        evident = True
    if called:
        is_called = bisect_left(called.get(label.number, ()), label.start) > 0
        weight += CALLED if is_called else NOT_CALLED
        evident = evident or is_called
    text = content[label.end : min(label.end + LOOK, reach(layout, place))]
    worth = _first_word(text, label) + _list_item(layout, place)
    if goes_by(content[label.end : row.end].strip()):
        worth += OTHER
    if cites().search(text):
        worth += CITES
        evident = True
    if is_date(content[label.end : row.end], label.number):
        worth += DATE
    if place and not row.rule and not row.feed:
        above = layout.rows[place - 1]
        last = content[above.end - 1]
        closed = last in _TERMINAL or last.isdigit() or above.kind is not Kind.TEXT
        apart = closed or set_off(layout, place)
        worth += CLOSED_ABOVE if apart else OPEN_ABOVE
        if not apart and begins_with_month(text):
            worth += DATE
    return Start(place, label, weight + worth, 1, evident, row.rule > 0, is_called, worth)


def _list_item(layout: Layout, place: int) -> float:
    """What marks an item of a list in the body: a colon above the list, a semicolon at an item's end."""
    content, rows = layout.content, layout.rows
    weight = 0.0
    if place and content[rows[place - 1].end - 1] in ":;" and not rows[place].rule:
        weight += LIST_ITEM
    below = place + 1
    end = rows[place].end
    while below < len(rows) and below < place + 4 and not row_label(content, rows[below]):
        if rows[below].gap > rows[place].after or content[end - 1] in ".;":
            break
        end = rows[below].end
        below += 1
    if content[end - 1] in ";," and not layout.rows[place].rule:
        weight += LIST_ITEM
    return weight


def _first_word(text: str, label: Label) -> float:
    if not text:
        return 0.0
    if text[0].islower():
        return 0.3 if lower_start().match(text) else -1.2
    if text[0].isdigit() or text[0] in "%°/,;:.–—-+=":
        return -1.0
    return 0.5


def _credible(starts: Sequence[Start]) -> list[Start]:
    """Rounds of the numbering that have evidence for being notes."""
    rounds = by_round(starts)
    kept: list[Start] = []
    number = 0
    for group in rounds.values():
        total = sum(start.weight + COSTS.due for start in group)
        share = sum(start.evident or start.at_foot for start in group) / len(group)
        worth = sum(start.worth for start in group) / len(group)
        if worth < LIST_WORTH and not any(start.ruled or start.at_foot for start in group):
            continue
        if total >= SEGMENT_LEAST and share >= EVIDENCE_SHARE:
            number += 1
            kept.extend(start._replace(round=number) for start in group)
    return kept
