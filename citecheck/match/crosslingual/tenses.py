"""What has been done and what is still to be done: *a construit*, *построят*. Only a verb that met its
counterpart is asked, and only where its form, or a word that goes with it, is plain on either side. The
languages' words and endings were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.voice import BREAKS

FUTURE: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"\w*(?:ront|e(?:ra|rai|rons|rez)|aura|saura|fera|sera)$|\w+d(?:ra|rai|rons)$|"
        r"(?!\w*(?:[ts]|dm|sp|ch|f)ira$|vira$)\w+ira$|(?:de|rece|perce|conce|sui|sur?vi|vi)vra$|"
        r"(?:pou|ver|mou|cou|acque|enve|par?cou|secou)rra$"
    ),
    "es": re.compile(r"\w+r(?:á|án|emos)$"),
    "it": re.compile(r"\w+r(?:à|anno|emo)$"),
    "uk": re.compile(r"\w+ти(?:ме|муть|мемо)(?:ться)?$"),
}
"""Forms, small letters, of what is to come. French *tira* is a past, as *livra* is."""
TO_COME: Mapping[str, frozenset[str]] = {
    "en": frozenset(("will", "shall", "ll")),
    "fr": frozenset(("sera", "seront", "aura", "auront", "va", "vont")),
    "es": frozenset(("sera", "seran", "habra", "habran", "va", "van")),
    "it": frozenset(("sara", "saranno", "verra", "verranno", "avra", "avranno")),
    "ru": frozenset(("будет", "будут", "будем")),
    "uk": frozenset(("буде", "будуть", "будемо")),
    "be": frozenset(("будзе", "будуць", "будзем")),
    "pl": frozenset(("bedzie", "beda", "bedziemy")),
    "de": frozenset(("wird", "werden")),
}
"""Folded words before a verb, in German anywhere in its clause, that put it to come."""
PAST: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\w{2,}ed$"),
    "fr": re.compile(r"\w+(?:(?<!r)(?:ait|aient)|[èiu]rent|(?<!r)a)$"),
    "es": re.compile(r"\w+(?:ó|aron|ieron|jeron|(?<!r)ían?|aban?)$"),
    "it": re.compile(r"\w+(?:ò|[aie]rono|van?o?|ettero)$"),
    "de": re.compile(r"(?!\w*(?:ü|ö)\w+te$)\w{3,}te$"),
    "ru": re.compile(r"\w+(?:л[аои]?(?:с[ья])?|[еаяё]н[аоы]?|[ия]т[аоы])$"),
    "uk": re.compile(r"\w+(?:[ауиіїоея]в(?:ся)?|л[аои](?:с[ья])?|[аеи]но|[ия]то)$"),
    "be": re.compile(r"\w+(?:ў(?:ся)?|л[аоі](?:ся)?|[аеі]н[аоы]|[ыя]т[аы])$"),
    "pl": re.compile(r"\w+(?:ł[aoy]?|li|[aio]no|[iy]to)$"),
}
"""Forms, small letters, of what was done."""
DONE: Mapping[str, frozenset[str]] = {
    "en": frozenset(("was", "were", "has", "had", "have")),
    "fr": frozenset(("a", "ont", "avait", "avaient", "avons", "ete", "etait", "etaient", "fut", "furent")),
    "es": frozenset(("ha", "han", "habia", "habian", "hemos", "fue", "fueron", "sido")),
    "it": frozenset(("ha", "hanno", "aveva", "avevano", "fu", "furono", "stato", "stata", "stati", "state")),
    "ru": frozenset(("был", "была", "было", "были")),
    "uk": frozenset(("був", "була", "було", "були")),
    "be": frozenset(("быу", "была", "было", "былі")),
    "pl": frozenset(("zostal", "zostala", "zostalo", "zostali", "zostaly", "byl", "byla", "bylo", "byly")),
    "de": frozenset(("hat", "haben", "hatte", "hatten", "wurde", "wurden", "worden")),
}
"""Folded words before a verb, in German anywhere in its clause, with which it is done."""
OPEN: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        ("be", "is", "are", "would", "could", "should", "may", "might", "must", "can", "to", "if")
    ),
    "fr": frozenset(("si", "est", "sont", "etre")),
    "es": frozenset(("si", "seria", "serian")),
    "it": frozenset(("se", "sarebbe", "sarebbero")),
    "ru": frozenset(("бы", "чтобы", "если", "б")),
    "uk": frozenset(("би", "щоб", "якщо", "якби", "б")),
    "be": frozenset(("бы", "каб", "калі", "б")),
    "pl": frozenset(("by", "zeby", "aby", "jesli", "jezeli", "gdyby")),
    "de": frozenset(("wurde", "wenn", "konnte", "sollte", "ware")),
}
"""Folded words beside a verb that leave open whether it was done: *would*, *if*, *бы*."""
PREFIXED = re.compile(r"(?:be|er|ver|ent|zer|miss|uber|unter|ge)\w+|\w*ge\w+")
INFINITIVE = re.compile(r"\w+(?:en|ern|eln)")
"""Folded German infinitives; those that may be participles, too, are passed over."""
BEFORE, CLAUSE = 3, 14
"""Words before a verb in which its auxiliary is looked for; German ones around it."""
HISTORY = range(1000, 2000)
"""Years by which a form of what is to come tells history: *il mourra en 1920*."""
COMES, WAS = "to come", "was"


def other_tense(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> Pair | None:
    """A verb that has been done on one side and is to come on the other, with its counterpart."""
    if any(_tells_history(wording) for wording in (ours, theirs)):
        return None
    for pair in met:
        if all("v" in term.kinds for term in pair):
            tenses = {_tense(*of) for of in zip(pair, (ours, theirs), codes, strict=True)}
            if tenses == {COMES, WAS}:
                return pair
    return None


def _tells_history(wording: Wording) -> bool:
    return any(word.isdigit() and int(word) in HISTORY for word in wording.words if len(word) == 4)


def _tense(term: Term, wording: Wording, code: str | None) -> str:
    """`COMES`, `WAS`, or nothing where it is not plain."""
    if code is None or code not in DONE:
        return ""
    form, before = term.shown.casefold(), _beside(term, wording, code)
    if not OPEN[code].isdisjoint(before) and code != "de":
        return ""
    if code == "de":
        return _german(form, term, before)
    come = FUTURE.get(code)
    if (come is not None and come.match(form)) or not TO_COME[code].isdisjoint(before):
        return COMES
    return WAS if PAST[code].match(form) or not DONE[code].isdisjoint(before) else ""


def _german(form: str, term: Term, around: Sequence[str]) -> str:
    done = not DONE["de"].isdisjoint(around)
    plain = INFINITIVE.fullmatch(term.folded) and not PREFIXED.fullmatch(term.folded)
    if plain and not done and not TO_COME["de"].isdisjoint(around):
        return COMES
    took = PREFIXED.fullmatch(term.folded) and done
    return WAS if took or (PAST["de"].match(form) and OPEN["de"].isdisjoint(around)) else ""


def _beside(term: Term, wording: Wording, code: str) -> Sequence[str]:
    """Folded words before a verb in its clause; all of the clause in German."""
    if code == "de":
        start, stop = max(0, term.at - CLAUSE), term.places.stop + CLAUSE
        return [
            word
            for at, word in enumerate(wording.words[start:stop], start)
            if at not in term.places and wording.clauses[at] == term.clause
        ]
    words = wording.words[max(0, term.at - BEFORE) : term.at]
    for at in range(len(words) - 1, -1, -1):
        if words[at] in BREAKS[code]:
            return words[at + 1 :]
    return words
