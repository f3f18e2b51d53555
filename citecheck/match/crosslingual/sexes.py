"""A man's name for a woman's: by title (*M. Ivanova*, *г-жа Иванова*) and by first name (*Mario*, *Мария*).

Endings alone tell less than they seem to: Slavic languages decline the names of men into what is a woman's
name (*Александра Кузьмина*), so that the surname behind it must be no form of a man's (*Александра Беккер*,
*Александра Островская*), or what she does to something must follow (*Александра Петрова закрыла школу*).
Where neither is so, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.match.crosslingual.somebody import CLOSED, is_named
from citecheck.match.crosslingual.sounds import same_named, skeleton, sound
from citecheck.match.crosslingual.term import Pair, Term, Wording

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
"""Folded titles of men and of women, written for this project."""
SLAVIC = frozenset(("ru", "uk", "be", "pl"))
MEN_IN_E = frozenset(
    ["alexandre", "daniele", "gabriele", "michele", "emanuele", "raffaele", "samuele", "simone"]
)
"""French and Italian names of men that end like those of women."""
WOMEN_CLOSED = frozenset(map(skeleton, ("ann", "isabel", "elisabet", "ester", "raquel")))
"""Consonants of names of women that some languages end in one."""
WOMAN_DID = re.compile(r"(?:ла|лась|лася|ła|łasię)$")
"""Slavic verbs of what a woman did."""
HER_SURNAME = re.compile(r"ая$|[сзц]ька$|(?:[sc]|dz)ka$")
"""Surnames of women that no man has in any case."""
NO_CASE = re.compile(r"(?:[ыиі]х|[yi]ch)$")
"""Slavic surnames that are not declined: *Черных*."""
TO_WHAT = re.compile(r"[уюę]$")
"""Endings of what somebody does something to, that no subject has."""
DECLINED = frozenset(("a", "owi", "em"))
"""What Polish puts to a foreign name behind an apostrophe."""
PARTICLES = frozenset(
    (word,) for word in ["ван", "фон", "де", "дер", "ден", "van", "von", "de", "der", "den"]
)
"""What stands before the last part of a surname."""
AND = frozenset(("and", "et", "und", "и", "і", "i", "y", "e"))
ALIKE = 2
"""Last consonants that two forms of a name have in common."""
REACH = 2
"""Words from a title to a name."""


def other_sex(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> Pair | None:
    """The first name of a man that the other sentence has as a woman's, or the other way round."""
    sides = tuple(zip((ours, theirs), (code or "" for code in codes), strict=True))
    turned = [(other, one) for one, other in met]
    for pair in filter(is_named, met):
        alike = [_alike(term, wording) for term, (wording, _) in zip(pair, sides, strict=True)]
        titles = [_titles(some, *side) for some, side in zip(alike, sides, strict=True)]
        if {*titles} == {frozenset((MAN,)), frozenset((WOMAN,))}:
            return pair
        sure = all(len({term.folded for term in some}) == 1 for some in alike)
        if sure and (_otherwise(pair, met, sides) or _otherwise(pair[::-1], turned, sides[::-1])):
            return pair
    return None


def _alike(term: Term, wording: Wording) -> list[Term]:
    """A name and others of a sentence that sound alike: *Mr Ivanov met Mrs Ivanova*."""
    same = (one for one in wording.terms if one.capital and same_named(term.folded, one.folded))
    return [term, *(one for one in same if one is not term)]


def _titles(alike: Sequence[Term], wording: Wording, code: str) -> frozenset[str]:
    return frozenset(sex for one in alike for sex in _titled(one.at, wording.words, code))


def _titled(at: int, words: Sequence[str], code: str) -> Iterator[str]:
    """Whose title stands before the word at a place, both where one of each does: *Mr and Mrs Ivanov*."""
    start = max(-1, at - 1 - REACH)
    place = next((one for one in range(at - 1, start, -1) if _title(words, one, code)), None)
    if place is not None:
        yield _title(words, place, code)
        first = place - _cut(words, place)
        if first > 1 and words[first - 1] in AND:
            yield from filter(None, (_title(words, first - 2, code),))


def _title(words: Sequence[str], at: int, code: str) -> str:
    word = f"г-{words[at]}" if _cut(words, at) else words[at]
    sexes = zip((MAN, WOMAN), TITLES.get(code, ()), strict=False)
    return next((sex for sex, titles in sexes if word in titles), "")


def _cut(words: Sequence[str], at: int) -> bool:
    """Whether a word is the second half of *г-жа*."""
    return at > 0 and words[at - 1] == "г"


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
    behind = [(a, b) for a, b in met if places == (a.at, b.at, a.clause, b.clause) and is_named((a, b))]
    declined = any(b.folded == f"{a.folded}a" for a, b in behind)  # *Deval Patrick*, *Devala Patricka*
    return bool(behind) and not declined and _nominative(other, there, their)


def _nominative(name: Term, wording: Wording, code: str) -> bool:
    """Whether a Slavic first name in *-a* is a woman's for sure and no man's in another case, by the surname
    behind it and what follows."""
    words, at = wording.words, name.at + 1
    surname, after = words[at], words[at + 1 : at + 3]
    if not DECLINED.isdisjoint(after):
        return False
    capital = {term.at for term in wording.terms if term.capital}
    onward = next((place for place in (at + 1, at + 2) if words[place : place + 1] not in PARTICLES), at)
    if onward in capital - {at} or onward == at:  # *Александра Ван дер Беллена*
        return False
    if HER_SURNAME.search(surname) or (CLOSED.search(surname) and not NO_CASE.search(surname)):
        return True
    begins = name.at == 0 or wording.clauses[name.at - 1] != name.clause
    what = (term for term in wording.terms if term.at == at + 2 and term.thing)
    did = any(map(WOMAN_DID.search, after[:1]))
    return begins and did and any(TO_WHAT.search(term.shown.casefold()) for term in what)


def _undeclined(name: str, language: str) -> bool:
    """Whether a man's name in another language's *-o* or *-e* has no case in which it ends like a woman's:
    Belarusian writes *Эдуарда* for *Eduardo*, Polish declines *Mario*."""
    return language == "ru" or (language == "uk" and name.endswith(("io", "e")))
