"""Whether words say that something is, was or will be so, or only name it (*expand production*)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from citecheck.match.crosslingual.german_tense import AGO, AHEAD, is_participle
from citecheck.match.crosslingual.tense_forms import COMES, WAS, form_says
from citecheck.match.crosslingual.tenses import DONE, tense_of
from citecheck.match.crosslingual.term import Term, Wording

IS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("is", "are", "does", "do", "did", "can", "could", "must", "may", "might", "would",
        "should")),
    "fr": frozenset(("est", "sont", "peut", "peuvent", "doit", "doivent", "fait", "font", "serait",
        "aurait")),
    "de": frozenset(("ist", "sind", "war", "waren", "hat", "kann", "muss", "soll", "will", "darf",
        "gibt", "gab")),
    "es": frozenset(("es", "son", "está", "estan", "era", "eran", "hay", "puede", "pueden", "debe",
        "tiene", "tienen")),
    "it": frozenset(("è", "sono", "era", "erano", "può", "possono", "deve", "devono")),
    "ru": frozenset(("есть", "является", "являются", "может", "могут", "должен", "должна", "должно",
        "должны")),
    "uk": frozenset(("є", "може", "можуть", "повинен", "повинна", "повинно", "повинні", "має", "мають")),
    "be": frozenset(("ёсць", "есць", "з'яўляецца", "можа", "могуць", "павінен", "павінна", "павінны",
        "мае", "маюць")),
    "pl": frozenset(("jest", "są", "może", "mogą", "musi", "muszą", "ma", "mają", "był", "była", "było",
        "byli", "były")),
}  # fmt: skip
"""Words with which something is said to be so, besides those of `tenses.py`."""
PRESENT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\w{2,}[^s]s$"),
    "fr": re.compile(r"\w+(?<!m)ent$|\w+(?:[^aeéi]it|oit|[iu]se|[rlnt]{2}e)$"),
    "de": re.compile(r"(?!ge)\w{2,}t$"),
    "es": re.compile(r"\w+(?:an|en)$"),
    "it": re.compile(r"\w+(?:ano|ono)$"),
    "ru": re.compile(r"\w+(?:[её]т|[юуя]т|ит|ат)(?:ся)?$"),
    "uk": re.compile(r"\w+(?:є|[юуяаи]ть)(?:ся)?$"),
    "be": re.compile(r"\w+(?:[аяе]е|[юуяаіы]ць|е)(?:цца)?$"),
    "pl": re.compile(r"\w+(?:uje|uj[aą]|aj[aą]|[iy]|eje|ej[aą])$"),
}
"""Forms, small letters, of what is so, of words that may be actions."""
ACTING = re.compile(r"\w+end(?:e[mnrs]?)?$")
"""German participles of what goes on: *kommenden*."""
LOWER = frozenset(("de", "pl"))
"""Languages of which only words in small letters are asked: German nouns have capitals."""


def is_statement(wording: Wording, code: str | None) -> bool:
    """Whether a quotation says that something is so, in a language whose forms are known."""
    if code is None or code not in IS:
        return False
    said = IS[code] | DONE.get(code, frozenset())
    if not said.isdisjoint(word.casefold() for word in wording.shown) or _begins(wording, code):
        return True
    return any(_says(term, wording, code) for term in wording.terms if "v" in term.kinds)


def says_so(wording: Wording, code: str | None, places: range) -> bool:
    """Whether a verb that says that something is, was or will be so stands at one of the places."""
    if code is None or code not in IS:
        return False
    if any(wording.shown[at].casefold() in telling(code) for at in places):
        return True
    terms = [one for one in wording.terms if one.at in places]
    return any(_tells(term, wording, code) for term in terms)


def _tells(term: Term, wording: Wording, code: str) -> bool:
    """Whether a word is a verb that tells, by its form alone where the table does not know it."""
    form = term.shown.casefold()
    if code == "de":
        bare = is_participle(form) or ACTING.match(form) or wording.words[max(0, term.at - 1)] == "zu"
        return not term.capital and "v" in term.kinds and not bare
    if term.kinds and "v" not in term.kinds and term.kinds != "l":
        return False
    said = bool(term.kinds) and _says(term, wording, code)
    return said or (form_says(form, code) == WAS and (bool(term.kinds) or not term.capital))


@cache
def telling(code: str) -> frozenset[str]:
    """Words of a language with which something is, was or will be so, in small letters."""
    german = AGO | AHEAD if code == "de" else frozenset[str]()
    return IS[code] | DONE.get(code, german)


def is_to_come(wording: Wording, code: str | None) -> bool:
    """Whether a verb of a sentence is to come."""
    return any("v" in term.kinds and tense_of(term, wording, code) == COMES for term in wording.terms)


def _says(term: Term, wording: Wording, code: str) -> bool:
    small = code not in LOWER or term.shown[:1].islower()
    present = small and PRESENT[code].match(term.shown.casefold()) is not None
    return present or bool(tense_of(term, wording, code))


def _begins(wording: Wording, code: str) -> bool:
    """Whether a quotation begins as a sentence does, with a capital that is no name's."""
    first = next((term for term in wording.terms if term.at == 0), None)
    named = first is not None and (first.name or first.place is not None or code == "de")
    return bool(wording.shown) and wording.shown[0][:1].isupper() and not named
