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
    "pl": re.compile(r"(?:ę|ego|emu|ów|[yi]ch|ami|owi)$"),
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
OBLIQUE, MASCULINE, IN_A, NAME, UNKNOWN = "oblique", "masculine", "in a", "name", "unknown"
"""What a Slavic form is: no subject; a man or a thing that may be both; a woman, or a man who is no subject;
whoever has a name that is not declined, or one that may be."""
FITS: Mapping[tuple[str, str], frozenset[str]] = {
    (MASCULINE, "he"): frozenset((OBLIQUE, IN_A, "")),
    (IN_A, "she"): frozenset((OBLIQUE, MASCULINE, "")),
    (IN_A, "they"): frozenset((OBLIQUE,)),
    (NAME, "he"): frozenset((OBLIQUE, IN_A)),
    (NAME, "she"): frozenset((OBLIQUE,)),
    ("", "they"): frozenset((OBLIQUE, MASCULINE, IN_A)),
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
    forms = [_form(pair, side, code) for pair in (first, second)]
    did = next((who for who, form in DID.items() if form.search(verb.shown.casefold())), "")
    fit = [other in FITS.get((form, did), ()) for form, other in (forms, forms[::-1])]
    return fit[0] if fit[0] != fit[1] else None


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
        return OBLIQUE if OBJECT[code].search(form) else ""  # *многодетным*
    return MASCULINE if CLOSED.search(form) else IN_A if form[-1] in "аяa" else ""


def between(verb: Term, one: Term, other: Term) -> bool:
    """Whether a verb stands between two."""
    return min(one.at, other.at) < verb.at < max(one.at, other.at)
