"""Who does it to whom in Slavic languages, by what the forms of the words tell and what the verb agrees with:
*министра раскритиковал мэр*. The endings were written for this project."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citecheck.match.crosslingual.somebody import CLOSED, TO_THEM, is_named
from citecheck.match.crosslingual.term import Pair, Term, Wording

OBJECT: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"(?:[ую]|[ое]го|[ое]му|[ыи]х|[ыи]ми|ами|ями|[ое]в|ей)$"),
    "uk": re.compile(r"(?:[ую]|ого|ому|[иі]х|ими|ами|ями|[иії]в|еві|ові)$"),
    "be": re.compile(r"(?:[ую]|[ая]га|[ая]му|[ыі]х|ымі|амі|ямі|[оаеё]ў)$"),
    "pl": re.compile(r"(?:ę|ego|emu|ów|[yi]ch|ami|owi|ciela)$"),
}
"""Endings that no subject has, but for a few foreign names."""
DECLINED: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"(?:[аяуюые]|[оеы]м)$"),
    "uk": re.compile(r"(?:[аяуюиі]|[оеи]м|[ое]ві)$"),
    "be": re.compile(r"(?:[аяуюыі]|[оаы]м)$"),
    "pl": re.compile(r"(?:a|owi|em|iem|ego|emu)$"),
}
"""Endings of a name in another case that ends in a consonant."""
ADJECTIVAL = re.compile(r"(?:[oое]г[оа]|[ая]га|[oое]му|[ая]му|ego|emu)$")
"""Endings of a name that is an adjective and no subject: *Kowalskiego*."""
AGREES = re.compile(
    r"(?:[оеаяы]го|[оеая]му|[ыиі]х|[ыиіоеа]м|[оеаы]и|[ую]ю|[ыиі]мі?и?|[ыи]е|ия|[уа]я|ego|emu|[yi]ch|[yi]mi?|ej|ą)$"
)
"""Folded endings of what may describe the next word: *в старом доме*."""
NEUTER = re.compile(r"(?:([нтлсчжцшдз])\1|м)я$")
"""Endings of things of which a verb says *it*: *замовлення*, *время*."""
TEACHERS = "теля"
"""Ending of a man to whom it is done, or of several who may do it: *учителя*."""
OF_MANY = re.compile(
    r"несколько|много|мало|больш\w+|меньш\w+|част[ьи]\w*|половин\w|ряд|сотн\w|тысяч\w*|багато|к[іи]лька|дек[іи]лька"
    r"|б[іи]льш\w+|менш\w+|част[кц]\w+|шмат|некальк[іи]|wiel\w+|kilk\w+|wieksz\w+|czesc|polow\w|setk\w|tysiac\w*"
)
"""Folded words behind which many stand in the genitive, and may be the subject: *37 поставщиков продлили*."""
COUNTED = 3
"""Words from a number to whom it counts."""
OBLIQUE, GIVEN, MASCULINE, IN_A, NAME, UNKNOWN = "oblique", "given", "masculine", "in a", "name", "unknown"
"""What a Slavic form is: no subject; several to whom it is done, or a man as *Гарвыканкам*; a man or a thing
that may be both; a woman, or a man who is no subject; whoever has a name that is not declined, or one that
may be."""
FITS: Mapping[tuple[str, str], frozenset[str]] = {
    (MASCULINE, "he"): frozenset((OBLIQUE, IN_A, GIVEN, "")),
    (IN_A, "she"): frozenset((OBLIQUE, MASCULINE, GIVEN, "")),
    (IN_A, "they"): frozenset((OBLIQUE,)),
    (NAME, "he"): frozenset((OBLIQUE, IN_A)),
    (NAME, "she"): frozenset((OBLIQUE,)),
    ("", "they"): frozenset((OBLIQUE, MASCULINE, IN_A)),
    (GIVEN, "they"): frozenset((OBLIQUE, MASCULINE, IN_A)),
}  # *учителя*; *королеве*
"""By the form of a subject and what its verb says of it, the forms of what it may have done that to."""
DID: Mapping[str, re.Pattern[str]] = {
    "he": re.compile(r"(?:л|в|ў|ł)(?:ся)?$"),
    "she": re.compile(r"(?:ла|ła)(?:сь|ся)?$"),
    "they": re.compile(r"(?:л[иі]|li|ły)(?:с[ья])?$"),
}
"""Slavic verbs of what somebody did."""


def by_case(wording: Wording, verb: Term, first: Pair, second: Pair, side: int, code: str) -> bool | None:
    """By what the forms of Slavic words tell, and what the verb agrees with: *министра раскритиковал мэр*."""
    terms = first[side], second[side]
    if any(_governed(wording, term) for term in terms) or not between(verb, *terms):
        return None
    forms = [
        UNKNOWN if _counted(wording, pair[side]) else _form(pair, side, code) for pair in (first, second)
    ]
    did = next((who for who, form in DID.items() if form.search(verb.shown.casefold())), "")
    fit = [other in FITS.get((form, did), ()) for form, other in (forms, forms[::-1])]
    if GIVEN in forms and not terms[forms[0] == GIVEN].acts:
        return None  # *Гарвыканкам прадаў гатэль*
    return fit[0] if fit[0] != fit[1] else None


def _counted(wording: Wording, term: Term) -> bool:
    """Whether many stand behind their number, in a form that is else no subject's."""
    near = range(max(0, term.at - COUNTED), term.at)
    return any(one.at in near for one in wording.figures) or any(
        OF_MANY.fullmatch(wording.words[at]) for at in near
    )


def _governed(wording: Wording, term: Term) -> bool:
    """Whether a preposition before somebody is not that of another thing between: *в финале студенты*."""
    amid = any(
        one.at == term.at - 1 and "n" in one.kinds and not AGREES.search(one.folded) for one in wording.terms
    )
    return term.governed and not amid


def _form(pair: Pair, side: int, code: str) -> str:
    counterpart, form = pair[1 - side], pair[side].shown.casefold().split()[-1]
    if pair[side].capital and (pair[side].size > 1 or pair[side].shown.isupper()):
        return UNKNOWN  # *ООН*, *Объединённых Наций*
    if is_named(pair):
        if ADJECTIVAL.search(form) and not ADJECTIVAL.search(counterpart.folded):
            return OBLIQUE
        if CLOSED.search(counterpart.folded) and not CLOSED.search(form):
            return OBLIQUE if DECLINED[code].search(form) else UNKNOWN
        return NAME if CLOSED.search(form) else UNKNOWN
    if OBJECT[code].search(form) or TO_THEM.search(form):
        return OBLIQUE if OBJECT[code].search(form) else GIVEN  # *многодетным*
    if (NEUTER.search(form) and not pair[side].acts) or form.endswith(TEACHERS):
        return ""
    return MASCULINE if CLOSED.search(form) else IN_A if form[-1] in "аяa" else ""


def between(verb: Term, one: Term, other: Term) -> bool:
    """Whether a verb stands between two."""
    return min(one.at, other.at) < verb.at < max(one.at, other.at)
