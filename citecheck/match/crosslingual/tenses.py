"""What has been done and what is still to be done: *a construit*, *построят*. Only a verb that met its
counterpart is asked, and only where its form, or a word that goes with it, is plain on either side. The
languages' words and endings were written for this project.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.voice import BREAKS

FUTURE: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"\w*(?:ront|e(?:ra|rai|rons|rez)|(?<!st)aura|saura|fera|sera)$|\w+(?<!ca)(?<!gen)d(?:ra|rai|rons)$|"
        r"(?!\w*(?:[tsp]|dm|ch|f)ira$|vira$)\w+ira$|(?:de|rece|perce|conce|sui|sur?vi|vi)vra$|"
        r"(?:pou|ver|mou|cou|acque|enve|par?cou|secou)rra$"
    ),
    "es": re.compile(r"\w+r(?:á|án|emos)$"),
    "it": re.compile(r"\w+r(?:à|anno|emo)$"),
    "ru": re.compile(
        r"(?!помн|завис|надле|принадл|выгляд|подлеж|полаг|приход|заслуж|состо|служ|содерж)"
        r"(?:по|на|со|за|вы|пере|ото?|об|про|при|рас|раз|вос|воз|из|ис|под|вве|вне)\w{2,}[ияеёую]т(?:ся)?$"
        r"(?<![аяую]ет)(?<!аёт)(?<![аяую]ется)(?<![аяую]ются)(?<![аяую]ют)(?<![хвн]одит)(?<![хвн]одят)"
        r"(?<!одится)(?<!одятся)(?<!стоит)(?<!держит)(?<![рвт]ет)(?<![вн]осится)(?<![вн]осит)(?<![вн]осят)(?<!возит)(?<!возят)"
    ),
    "uk": re.compile(
        r"\w+ти(?:ме|муть|мемо)(?:ться)?$|"
        r"(?:по|на|з|с|за|ви|пере|від|об?|у|про|при|роз|під|до)\w{2,}(?:[ия]ть|[ую]ть|(?<![аяуюин])е)(?:ся)?$"
        r"(?<![аяую]ють)(?<!одить)(?<!одять)(?<!осить)(?<!осять)(?<!озить)(?<!ують)(?<!ться)"
    ),
}
"""Forms, small letters, of what is to come. French *tira* is a past, as *livra* is. What has a prefix in
Russian and Ukrainian and no ending of what goes on (*-ает*, *-ует*, *-водит*) is done once."""
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
HELPED: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:[éiuts]e?s?|er|ir|re)$"),
    "es": re.compile(r"(?:[dtsc]h?[oa]s?|[aei]r(?:se|lo|la)?)$"),
    "it": re.compile(r"(?:[ts][oaie]|re|rsi)$"),
}
"""Forms, small letters, that such words stand before: participles and infinitives."""
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
    once = Counter(term for pair in met for term in pair)
    for pair in met:
        if all("v" in term.kinds and "p" not in term.kinds and once[term] == 1 for term in pair):
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
    if code == "de":
        return _german(form, term, before)
    come, unsure = FUTURE.get(code), OPEN[code].intersection(before)
    helped = HELPED.get(code) is None or HELPED[code].search(form) is not None
    if (come is not None and come.match(form)) or (helped and not TO_COME[code].isdisjoint(before)):
        return "" if unsure - {"be"} else COMES
    if unsure:
        return ""
    return WAS if PAST[code].match(form) or (helped and not DONE[code].isdisjoint(before)) else ""


def _german(form: str, term: Term, around: Sequence[str]) -> str:
    if term.capital:
        return ""
    done = not DONE["de"].isdisjoint(around)
    plain = INFINITIVE.fullmatch(term.folded) and not PREFIXED.fullmatch(term.folded)
    if plain and not done and not TO_COME["de"].isdisjoint(around):
        return COMES
    took = PREFIXED.fullmatch(term.folded) and done
    return WAS if took or (PAST["de"].match(form) and OPEN["de"].isdisjoint(around)) else ""


def _beside(term: Term, wording: Wording, code: str) -> Sequence[str]:
    """Folded words before a verb in its clause, none of them a name; all of the clause in German."""
    german = code == "de"
    start = max(0, term.at - (CLAUSE if german else BEFORE))
    stop = term.places.stop + CLAUSE if german else term.at
    words = [
        word
        for at, word in enumerate(wording.words[start:stop], start)
        if at not in term.places
        and wording.clauses[at] == term.clause
        and (at == 0 or wording.shown[at][0].islower())
    ]
    if german:
        return words
    last = max((at for at, word in enumerate(words, 1) if word in BREAKS[code]), default=0)
    return words[last:]
