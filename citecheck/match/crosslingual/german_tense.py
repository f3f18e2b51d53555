"""When German verbs say that it was, by their form and what stands around them in their clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from citecheck.match.crosslingual.tense_forms import COMES, WAS, WOULD, listed

WEAK = re.compile(
    r"(?!\w*(?:ü|ö)\w+te$)\w{3,}te$|"
    r"\w{2,}(?:[bgkpzß]|ss|ck|[^gh]el|[^w]er|[äöü]r|[eoüä]h|[eoüäöa]hr|mm|nn|hn|ll|ff|uf|pf|[td]e|ne|me|ch|lch)ten$"
)
"""Pasts that are formed regularly; *konnte*, and no *könnte*."""
INFINITIVE = re.compile(r"\w+(?:en|ern|eln)$")
WEAK_INFINITIVES = re.compile(r"\w*(?:achten|richten|fürchten|dichten|pflichten|zichten|leuchten|flechten)$")
"""Infinitives that look like a past."""
BOUND = "be|emp|ent|er|ge|miss|ver|zer|über|unter|wider|hinter|um|durch|voll"
"""Prefixes of verbs whose participle has no *ge-*."""
AGO = frozenset(("hat", "haben", "hatte", "hatten", "wurde", "wurden", "worden"))
IS = frozenset(("ist", "sind", "war", "waren", "bleibt", "bleiben", "blieb", "blieben"))
AHEAD = frozenset(("wird", "werden", "soll", "sollen", "will", "wollen"))


def german_tense(form: str, before: Sequence[str], around: Sequence[str]) -> str:
    """`COMES`, `WAS`, `WOULD` or nothing for a verb in small letters, the words right before it, and all
    others of its clause, with their umlauts."""
    said = set(around)
    if said & listed("unsure", "de"):
        return ""
    if form in listed("subjunctive", "de"):
        return WOULD
    if _past(form):
        return "" if form.endswith("en") and said & (AHEAD | IS) else WAS
    if is_participle(form):
        if said & AHEAD:
            whole = around.count("werden") - (said.isdisjoint(AHEAD - {"werden"})) > 0
            return COMES if whole and not said & AGO else ""
        return WAS if said & AGO or (said & IS and form in listed("moved", "de")) else ""
    if INFINITIVE.fullmatch(form) and said & AHEAD and not said & AGO:
        return "" if list(before[-1:]) == ["zu"] or _with_zu(form) or _either(form) else COMES
    return ""


def _past(form: str) -> bool:
    if form in listed("never", "de"):
        return False
    if _strong().fullmatch(form):
        return True
    return bool(WEAK.fullmatch(form)) and not WEAK_INFINITIVES.fullmatch(form)


def is_participle(form: str) -> bool:
    """Whether a German form in small letters may be a participle: *gebaut*, *beschlossen*."""
    if form.endswith(tuple(listed("infinitives", "de"))) and not form.endswith("t"):
        return False
    joined = rf"(?:{_prefixes()})?"
    if re.fullmatch(rf"{joined}ge\w+(?:t|en)|{joined}(?:{BOUND})\w+t|\w+iert", form):
        return True
    return _participles().fullmatch(form) is not None


def _either(form: str) -> bool:
    """Whether a form is an infinitive and a participle: *erhalten*. Nothing is *bekommen* by somebody."""
    return (
        form != "bekommen"
        and re.fullmatch(rf"(?:{BOUND})(?:{'|'.join(listed('same', 'de'))})", form) is not None
    )


def _with_zu(form: str) -> bool:
    return re.fullmatch(rf"(?:{_prefixes()})zu\w+", form) is not None and not form.startswith("zu")


@cache
def _prefixes() -> str:
    return "|".join(sorted(listed("prefixes", "de"), key=lambda one: (-len(one), one)))


@cache
def _strong() -> re.Pattern[str]:
    stems = "|".join(sorted(listed("past", "de")))
    return re.compile(rf"(?:{_prefixes()}){{0,2}}(?:{stems})(?:e?n)?")


@cache
def _participles() -> re.Pattern[str]:
    stems = "|".join(sorted(listed("participles", "de")))
    return re.compile(rf"(?:{_prefixes()})?(?:{BOUND})(?:{stems})")
