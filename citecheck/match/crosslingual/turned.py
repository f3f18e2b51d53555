"""Two things that have changed places beside small words: *from the abbey to the mill*, *from the mill to the
abbey*; *a poor smith and a rich miller*; *only the smith saw the bill*, *the smith saw only the bill*.

Each rule asks for both: what one side says of the first thing the other says of the second, and the other way
round. The words were written for this project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from citecheck.match.crosslingual.term import Pair, Term, Wording

FROM: Mapping[str, frozenset[str]] = {
    "en": frozenset(("from",)),
    "fr": frozenset(("de", "du", "d", "des", "depuis")),
    "de": frozenset(("aus", "von", "vom")),
    "ru": frozenset(("из", "с", "со", "от")),
    "uk": frozenset(("з", "із", "зі", "від")),
    "be": frozenset(("з", "са", "ад")),
    "pl": frozenset(("z", "ze", "od")),
    "es": frozenset(("de", "del", "desde")),
    "it": frozenset(("da", "dal", "dallo", "dalla", "dall", "dai", "dagli", "dalle")),
}
TO: Mapping[str, frozenset[str]] = {
    "en": frozenset(("to", "into", "onto")),
    "fr": frozenset(("a", "au", "aux", "vers", "en", "dans", "sur", "jusqu")),
    "de": frozenset(("nach", "in", "ins", "zu", "zum", "zur", "bis", "auf", "aufs")),
    "ru": frozenset(("в", "во", "на", "к", "ко", "до")),
    "uk": frozenset(("в", "у", "на", "до", "к")),
    "be": frozenset(("у", "ў", "ва", "на", "да", "к")),
    "pl": frozenset(("do", "na", "w", "we", "ku")),
    "es": frozenset(("a", "al", "hasta", "hacia", "en")),
    "it": frozenset(
        ("a", "al", "allo", "alla", "all", "ai", "agli", "alle", "in", "nel", "verso", "su", "sui", "sulle")
    ),
}
"""Folded words before where something comes from and before where it goes. Most say other things, too, so
that only both of both sides count."""
ONLY: Mapping[str, frozenset[str]] = {
    "en": frozenset(("only",)),
    "fr": frozenset(("seul", "seule", "seuls", "seules", "seulement", "uniquement")),
    "de": frozenset(("nur", "lediglich")),
    "ru": frozenset(("только", "лишь")),
    "uk": frozenset(("лише", "лиш", "тільки")),
    "be": frozenset(("толькі",)),
    "pl": frozenset(("tylko", "jedynie")),
    "es": frozenset(("solo", "solamente", "unicamente")),
    "it": frozenset(("solo", "soltanto", "solamente", "unicamente")),
}
EVEN: Mapping[str, frozenset[str]] = {
    "en": frozenset(("even",)),
    "fr": frozenset(("meme",)),
    "de": frozenset(("sogar", "selbst")),
    "ru": frozenset(("даже",)),
    "uk": frozenset(("навіть",)),
    "be": frozenset(("нават",)),
    "pl": frozenset(("nawet",)),
    "es": frozenset(("incluso",)),
    "it": frozenset(("persino", "perfino", "addirittura")),
}
"""Folded words that weigh what stands behind them."""
DETERMINED = frozenset(
    ("the", "an", "a", "un", "une", "le", "la", "les", "el", "los", "il", "lo", "uno", "una", "de",
     "mi", "mon", "son", "ce", "cette", "not", "nicht", "не", "nie", "no", "non", "pas", "y", "et", "and")
)  # fmt: skip
"""Folded words behind which it is *the only one*, *a single one*, *the same* or *not only*."""
TOGETHER = 6
"""Words between where something comes from and where it goes."""
NEAR = 2
"""Words from such a word to its thing: an article, or nothing, between them."""
FOCUS = 4
"""Words behind an *only* among which the thing is that it weighs, with what describes it."""
SUBSTANCE, DONE = frozenset("np"), frozenset("vlm")


def turned_about(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """Two pairs, neither of whose terms has another counterpart, that have changed places; or nothing."""
    sides = (ours, codes[0] or ""), (theirs, codes[1] or "")
    words = [pair for pair in once if not any(term.kind_of_figure for term in pair)]
    return _ways(words, sides) or _described(words) or _weighed(words, sides)


Sides = Sequence[tuple[Wording, str]]


def _ways(words: Sequence[Pair], sides: Sides) -> list[Pair]:
    """What comes from here and goes there on one side, and comes from there and goes here on the other."""
    placed = [pair for pair in words if _are_things(pair) or all(term.capital for term in pair)]
    ways = {pair: tuple(_way(term, *side) for term, side in zip(pair, sides, strict=True)) for pair in placed}
    starts = [pair for pair, way in ways.items() if way == ("from", "to")]
    ends = [pair for pair, way in ways.items() if way == ("to", "from")]
    for one in starts:
        for other in ends:
            if all(0 < abs(a.at - b.at) <= TOGETHER for a, b in zip(one, other, strict=True)):
                return [one, other]
    return []


def _way(term: Term, wording: Wording, code: str) -> str:
    for at in range(term.at - 1, max(-1, term.at - 1 - NEAR), -1):
        word = wording.words[at]
        if word in TO.get(code, ()) and not (code == "fr" and wording.shown[at].casefold() == "a"):
            return "to"
        if word in FROM.get(code, ()):
            return "from"
        if any(other.at == at for other in wording.terms):
            return ""
    return ""


def _described(words: Sequence[Pair]) -> list[Pair]:
    """Two descriptions of which each stands at one of two things, and at the other on the other side."""
    described = [pair for pair in words if all("a" in term.kinds for term in pair)]
    things = [pair for pair in words if _are_things(pair)]
    for first, second in permutations(described, 2):
        ours = _at(first, things, 0), _at(second, things, 0)
        theirs = _at(second, things, 1), _at(first, things, 1)
        if None not in ours and ours[0] != ours[1] and ours == theirs:
            return [first, second]
    return []


def _at(description: Pair, things: Sequence[Pair], side: int) -> Pair | None:
    """The only thing that a description stands at on one side."""
    near = [pair for pair in things if pair != description and abs(pair[side].at - description[side].at) == 1]
    return near[0] if len(near) == 1 else None


def _are_things(pair: Pair) -> bool:
    return all(not term.kinds or SUBSTANCE & set(term.kinds) for term in pair) and any(
        SUBSTANCE & set(term.kinds) for term in pair
    )


def _weighed(words: Sequence[Pair], sides: Sides) -> list[Pair]:
    """The thing that each side weighs with an *only* or an *even*, where they are not the same."""
    things = [pair for pair in words if _are_things(pair)]
    for marks in (ONLY, EVEN):
        found = [_focus(marks, things, side, *sides[side]) for side in (0, 1)]
        one, other = found
        if one and other and one[0] not in other and other[0] not in one:
            return [one[0], other[0]]
    return []


def _focus(
    marks: Mapping[str, frozenset[str]], things: Sequence[Pair], side: int, wording: Wording, code: str
) -> list[Pair]:
    """The things behind the only such word of a sentence, the nearest first, if one is right behind it."""
    places = [at for at, word in enumerate(wording.words) if word in marks.get(code, ())]
    if len(places) != 1 or (places[0] and wording.words[places[0] - 1] in DETERMINED):
        return []
    done = [term.at for term in wording.terms if term.kinds and set(term.kinds) <= DONE]
    near = sorted(_behind(places[0], things, side, wording), key=lambda pair: pair[side].at)
    near = [pair for pair in near if not any(places[0] < at < pair[side].at for at in done)]
    return near if near and near[0][side].at - places[0] <= NEAR else []


def _behind(place: int, things: Sequence[Pair], side: int, wording: Wording) -> Iterator[Pair]:
    numbered = any(0 < figure.at - place <= NEAR for figure in wording.figures)
    return (pair for pair in things if not numbered and 0 < pair[side].at - place <= FOCUS)
