"""A man's name for a woman's: by title (*M. Ivanova*, *г-жа Иванова*) and by first name (*Mario*, *Мария*).

Endings alone tell less than they seem to: Slavic languages decline the names of men into what is a woman's
name (*Александра Кузьмина*), so that the form of the word behind it must tell, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.somebody import CLOSED, is_named
from citecheck.match.crosslingual.sounds import same_named, skeleton, sound
from citecheck.match.crosslingual.wording import Pair, Term, Wording

MAN, WOMAN = "man", "woman"
TITLES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    code: (frozenset(men.split()), frozenset(women.split()))
    for code, (men, women) in {
        "en": ("mr mister sir", "mrs ms miss madam lady"),
        "fr": ("m mr monsieur", "mme mlle madame mademoiselle"),
        "de": ("herr herrn", "frau fraulein"),
        "ru": (
            "г-н г-на г-ну г-ном господин господина господину господином мистер мистера мистеру мистером",
            "г-жа г-жи г-же г-жу г-жои госпожа госпожи госпоже госпожу госпожои миссис мисс",
        ),
        "uk": ("пан пана пану панові паном містер", "пані панна панни панні місіс міс"),
        "be": ("пан пана пану панам спадар спадара спадару спадаром", "пані спадарыня спадарыні спадарыню"),
        "pl": ("pan pana panu panem", "pani pania panna panny"),
        "es": ("sr senor don", "sra srta senora senorita dona"),
        "it": ("sig signor signore", "sigra signora signorina"),
    }.items()
}
"""Folded titles of men and of women."""
SLAVIC = frozenset(("ru", "uk", "be", "pl"))
MEN_IN_E = frozenset(
    ["alexandre", "daniele", "gabriele", "michele", "emanuele", "raffaele", "samuele", "simone"]
)
"""French and Italian names of men that end like those of women."""
WOMEN_CLOSED = frozenset(map(skeleton, ("ann", "isabel", "elisabet", "ester", "raquel")))
"""Consonants of names of women that some languages end in one."""
WOMAN_DID = re.compile(r"(?:ла|лась|лася|ła|łasię)$")
"""Slavic verbs of what a woman did."""
DECLINED = frozenset(("a", "owi", "em"))
"""What Polish puts to a foreign name behind an apostrophe."""
ALIKE = 2
"""Last consonants that two forms of a name have in common."""
REACH = 2
"""Words from a title to a name."""


def other_sex(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> Pair | None:
    """The first name of a man that the other sentence has as a woman's, or the other way round."""
    sides = tuple(zip((ours, theirs), (code or "" for code in codes), strict=True))
    for pair in met:
        if is_named(pair):
            titled = {_titled(term, *side) for term, side in zip(pair, sides, strict=True)}
            turned = [(other, one) for one, other in met]
            if (
                titled >= {MAN, WOMAN}
                or _otherwise(pair, met, sides)
                or _otherwise(pair[::-1], turned, sides[::-1])
            ):
                return pair
    return None


def _titled(term: Term, wording: Wording, code: str) -> str:
    for at in range(term.at - 1, max(-1, term.at - 1 - REACH), -1):
        cut = at > 0 and wording.words[at - 1] == "г"  # *г-жа* is two words
        word = f"г-{wording.words[at]}" if cut else wording.words[at]
        for sex, titles in zip((MAN, WOMAN), TITLES.get(code, ()), strict=False):
            if word in titles:
                return sex
    return ""


def _otherwise(pair: Pair, met: Sequence[Pair], sides: Sequence[tuple[Wording, str]]) -> bool:
    """Whether the first name of two is a man's and the second one a woman's, by their ends; `met` and `sides`
    have the former's side first."""
    (one, other), ((_, code), (there, their)) = pair, sides
    ends = [skeleton(term.folded)[-ALIKE:] for term in pair]  # *Julian*, *Юлиана*: *j* is said in many ways
    alike = same_named(one.folded, other.folded) and ends[0] == ends[1]
    alike = alike and skeleton(one.folded) not in WOMEN_CLOSED
    if not alike or (one.rows and other.rows) or one.shown.isupper() or not sound(other.folded).endswith("a"):
        return False
    closed = CLOSED.search(one.folded) and not one.folded.endswith("ah")
    closed = closed or one.shown.casefold().endswith(("ий", "ій"))
    if not closed and one.folded not in MEN_IN_E and one.folded[-1] not in "oо":
        return False
    if their not in SLAVIC:  # a name that ends so there is no man's in another case
        return code in SLAVIC or other.folded == f"{one.folded}a" or one.folded[-1] == "o"
    if code not in SLAVIC and (one.folded in MEN_IN_E - {"alexandre"} or one.folded[-1] == "o"):
        return _undeclined(one.folded, their)
    if one.folded[-1] == "о":
        return False  # *Альфредо*, *Альфрэда*
    places = one.at + 1, other.at + 1, one.clause, other.clause
    behind = any(places == (a.at, b.at, a.clause, b.clause) and is_named((a, b)) for a, b in met)
    surname, *after = there.words[other.at + 1 : other.at + 3] or ("",)
    if not behind or not DECLINED.isdisjoint(after):
        return False
    return CLOSED.search(surname) is not None or any(map(WOMAN_DID.search, after))


def _undeclined(name: str, language: str) -> bool:
    """Whether a man's name in another language's *-o* or *-e* has no case in which it ends like a woman's:
    Belarusian writes *Эдуарда* for *Eduardo*, Polish declines *Mario*."""
    return language == "ru" or (language == "uk" and name.endswith(("io", "e")))
