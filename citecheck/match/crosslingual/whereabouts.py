"""On which side of a thing it is: *above the lock*, *below the lock*; *in front of*, *behind*; *inside*,
*outside*. Most of these words say other things, too, so that only one side against the other of the same
thing counts. The words were written for this project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.term import Pair, Term, Wording

Sides = tuple[tuple[str, ...], tuple[str, ...]]

WHERE: Mapping[str, tuple[Sides, ...]] = {
    "en": (
        (("above",), ("below", "beneath")),
        (("upstream of", "upstream from"), ("downstream of", "downstream from")),
        (("inside", "within"), ("outside",)),
        (("in front of",), ("behind",)),
    ),
    "fr": (
        (("au dessus de", "au dessus du", "au dessus des", "au dessus d"),
         ("au dessous de", "au dessous du", "au dessous des", "au dessous d",
          "en dessous de", "en dessous du")),
        (("en amont de", "en amont du", "en amont des"), ("en aval de", "en aval du", "en aval des")),
        (("a l interieur de", "a l interieur du"),
         ("a l exterieur de", "a l exterieur du", "hors de", "hors du")),
        (("devant",), ("derriere",)),
    ),
    "de": (
        (("oberhalb",), ("unterhalb",)),
        (("flussaufwarts",), ("flussabwarts",)),
        (("innerhalb",), ("ausserhalb",)),
        (("vor",), ("hinter",)),
    ),
    "ru": (
        (("выше", "над"), ("ниже", "под")),
        (("выше по течению от",), ("ниже по течению от",)),
        (("внутри",), ("вне", "за пределами", "снаружи")),
        (("перед",), ("за", "позади")),
    ),
    "uk": (
        (("вище", "вище за", "вище від", "над"), ("нижче", "нижче за", "нижче від", "під")),
        (("вище за течією від",), ("нижче за течією від",)),
        (("всередині", "усередині"), ("поза", "за межами")),
        (("перед",), ("за", "позаду")),
    ),
    "be": (
        (("вышэи", "вышэи за", "над"), ("ніжэи", "ніжэи за", "пад")),
        (("вышэи па цячэнні ад",), ("ніжэи па цячэнні ад",)),
        (("унутры",), ("па за", "за межамі", "звонку")),
        (("перад",), ("за", "ззаду")),
    ),
    "pl": (
        (("powyzej", "nad"), ("ponizej", "pod")),
        (("w gore rzeki od",), ("w dol rzeki od",)),
        (("wewnatrz", "w obrebie"), ("poza", "na zewnatrz")),
        (("przed",), ("za",)),
    ),
    "es": (
        (("encima de", "encima del"), ("debajo de", "debajo del")),
        (("aguas arriba de", "aguas arriba del"), ("aguas abajo de", "aguas abajo del")),
        (("dentro de", "dentro del"), ("fuera de", "fuera del")),
        (("delante de", "delante del", "frente a", "frente al"), ("detras de", "detras del")),
    ),
    "it": (
        (("sopra", "sopra di", "di sopra del", "di sopra della", "di sopra dei", "di sopra dello"),
         ("sotto", "sotto di", "di sotto del", "di sotto della", "di sotto dei", "di sotto dello")),
        (("a monte di", "a monte del", "a monte della"), ("a valle di", "a valle del", "a valle della")),
        (("dentro", "all interno di", "all interno del", "all interno della"),
         ("fuori", "fuori da", "fuori dal", "fuori dalla", "all esterno di", "all esterno del")),
        (("davanti a", "davanti al", "davanti alla", "davanti ai"), ("dietro", "dietro a", "dietro al")),
    ),
}  # fmt: skip
"""Folded words before a thing that say it is above, upstream, inside or in front of it, and the opposites."""
LONGEST, ARTICLE = 4, 1
"""Words of the longest of them, and words that may stand between it and its thing."""
TIMES = frozenset("t")


def on_other_side(
    once: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> list[Pair]:
    """The thing of which the two sides say that it is on opposite sides of it; nothing as a rule."""
    for one, other in once:
        if TIMES & (set(one.kinds) | set(other.kinds)) or one.kind_of_figure:
            continue
        mine, there = _where(one, ours, codes[0] or ""), _where(other, theirs, codes[1] or "")
        if any((row, 1 - side) in there and (row, side) not in there for row, side in mine):
            return [(one, other)]
    return []


def _where(term: Term, wording: Wording, code: str) -> set[tuple[int, int]]:
    """The rows and sides of what stands right before a thing."""
    ends = [at for at in range(term.at, term.at - 1 - ARTICLE, -1) if at > 0]
    before = [
        " ".join(wording.words[max(0, end - size) : end]) for end in ends for size in range(1, LONGEST + 1)
    ]
    return {
        (row, side)
        for row, sides in enumerate(WHERE.get(code, ()))
        for side, phrases in enumerate(sides)
        if not set(phrases).isdisjoint(before)
    }
