"""What is so, and what was so: *is the largest*, *była największa*; *appartenait*, *принадлежит*.

Narrators tell in the present what has been, and languages put in the past, or do not, what somebody said that
it is. So only a verb of the first clause of a sentence is asked, before any *that*, and only where its form
says that it went on (*produisait*, *used to*); an *is* or *was* where it is all the verb of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from citecheck.match.crosslingual.german_tense import is_participle
from citecheck.match.crosslingual.perfective import goes_on, went_on
from citecheck.match.crosslingual.tense_forms import WAS, form_says, listed
from citecheck.match.crosslingual.term import Term, Wording
from citecheck.match.crosslingual.voice import BREAKS

IS, WAS_SO = "is", "was so"
WENT_ON: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"\w*(?:(?<!r)|(?<=[éuo]r)|(?<=[tvb]r))ai(?:t|ent)$"),
    "es": re.compile(r"\w+(?:aba|(?<!r)ía)n?$"),
    "it": re.compile(r"\w+(?:av|ev|(?<!r)iv)a(?:no)?$"),
}
"""Forms of what went on, small letters with their accents; *arriva* is none."""
ON: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\w+(?!er|or|ic|st|\ws)\w\ws$"),
    "de": re.compile(r"\w{2,}[^h]t$"),
}
"""Forms of what goes on."""
OF_THEM = re.compile(r"[кчц](?:[іо]в|[ао]ў)$")
"""Nouns that look like what *he* did: *критиків*."""
HELP = frozenset(("hat", "haben", "hatte", "hatten", "ist", "sind", "wird", "werden", "wurde", "wurden"))
"""German words with which such a form is no such one."""
BEING: Mapping[str, tuple[str, str]] = {
    "en": ("is are", "was were"),
    "fr": ("est sont", "était étaient"),
    "de": ("ist sind", "war waren"),
    "ru": ("является являются", "был была было были являлся являлась"),
    "uk": ("є", "був була було були"),
    "be": ("ёсць", "быў была было былі"),
    "pl": ("jest są", "był była było byli były"),
    "es": ("es son", "era eran"),
    "it": ("è sono", "era erano"),
}
"""Words for *is* and for *was*; where an *and* parts them nothing is plain."""
PARTICIPLE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"[тн][аоы]?$"),
    "uk": re.compile(r"[тн][аоиі]?й?$"),
    "be": re.compile(r"[тн][аоы]?$"),
    "pl": re.compile(r"[tn][yaeoi]$"),
}
"""Forms of what is or was done to somebody: *открыт*."""
BEEN: Mapping[str, frozenset[str]] = {"it": frozenset(("stato", "stata", "stati", "state"))}
"""Words with which an *is* is a *has been*."""


SUBORDINATE: Mapping[str, frozenset[str]] = {
    code: words - frozenset(("and", "et", "und", "и", "і", "й", "та", "а", "ды", "i", "oraz", "a", "y", "ed"))
    for code, words in BREAKS.items()
}
"""Words behind which another clause may begin, without what only ties words."""


def state_of(term: Term, wording: Wording, code: str | None) -> str:
    """`IS` or `WAS_SO` of a verb that tells the main thing of its sentence, nothing where it is not plain."""
    before = wording.words[: term.at]
    if code is None or code not in BREAKS or term.clause or not BREAKS[code].isdisjoint(before):
        return ""
    form = term.shown.casefold().split()[0]
    if form in listed("never", code):
        return ""
    if code == "en" and before[-2:] == ("used", "to"):
        return WAS_SO
    if code in ON:
        plain = "n" not in term.kinds if code == "en" else not (term.capital or HELP & set(wording.words))
        return IS if plain and ON[code].match(form) and not (code == "de" and is_participle(form)) else ""
    if code in WENT_ON:
        return WAS_SO if WENT_ON[code].match(form) else ""
    if goes_on(form, code):
        return IS
    noun = ("n" in term.kinds and form[-1] in "вў") or OF_THEM.search(form)
    return WAS_SO if not noun and form_says(form, code) == WAS and went_on(form, code) else ""


def being(wording: Wording, code: str | None) -> tuple[str, str]:
    """`IS` or `WAS_SO` of a sentence of one clause whose only verb is a *to be*, and that verb as shown."""
    if code is None or code not in BEING or not wording.words or wording.clauses[-1]:
        return "", ""
    words = {word.casefold(): word for word in wording.shown}
    now, then = ([words[some] for some in row.split() if some in words] for row in BEING[code])
    if (
        bool(now) == bool(then)
        or any(_is_verb(term, code) for term in wording.terms)
        or words.keys() & (BEEN.get(code, frozenset()) | SUBORDINATE[code])
    ):
        return "", ""
    return (IS, now[0]) if now else (WAS_SO, then[0])


def _is_verb(term: Term, code: str) -> bool:
    """Whether a word may be the verb of its sentence, or a participle, besides an *is*."""
    form = term.shown.casefold().split()[0]
    if "v" not in term.kinds:
        return False
    if code in PARTICIPLE:
        return bool(form_says(form, code) or goes_on(form, code) or PARTICIPLE[code].search(form))
    return not set("npa") & set(term.kinds)
