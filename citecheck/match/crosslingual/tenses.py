"""What has been done, what is still to be done, and what only would be: *a construit*, *построят*,
*zbudowałby*. A verb that met its counterpart is asked, and only where its form, or what goes with it, is
plain on either side. The languages' words and endings were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from citecheck.match.crosslingual.german_tense import german_tense
from citecheck.match.crosslingual.lasting import IS as SO
from citecheck.match.crosslingual.lasting import WAS_SO, being, state_of
from citecheck.match.crosslingual.tense_forms import COMES, WAS, WOULD, form_says, listed
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.voice import BREAKS

AHEAD: Mapping[str, Sequence[str]] = {
    "en": (
        r"(?:will|shall|ll|(?:going|about) to|won t)(?: \w+){0,2}",
        r"(?:is|are|s|re) (?:now |soon |due |set |scheduled )?to(?: be)?",
    ),
    "fr": (
        r"(?:va|vont|sera|seront|aura|auront)(?: \w+){0,2}",
        r"sur le point de?",
        r"s apprête(?:nt)? à",
    ),
    "es": (
        r"(?:será|serán|habrá|habrán)(?: \w+){0,2}",
        r"(?:va|van) a(?: ser)?",
        r"a punto de(?: ser)?",
    ),
    "it": (
        r"(?:sarà|saranno|verrà|verranno|avrà|avranno)(?: \w+){0,2}",
        r"(?:sta|stanno) per(?: essere)?",
        r"sul punto di",
    ),
    "ru": (r"(?:будет|будут|будем)(?: \w+){0,2}", r"собира(?:ет|ют)ся(?: \w+)?"),
    "uk": (r"(?:буде|будуть|будемо)(?: \w+){0,2}", r"збира(?:єть|ють)ся(?: \w+)?"),
    "be": (r"(?:будзе|будуць|будзем)(?: \w+){0,2}", r"збіра(?:ец|юц)ца(?: \w+)?"),
    "pl": (
        r"(?:będzie|będą|będziemy|zostanie|zostaną)(?: \w+){0,2}",
        r"(?:ma|mają|zamierza|zamierzają)(?: \w+)?",
    ),
}
"""What stands right before a verb, in small letters, and puts it to come."""
DONE: Mapping[str, frozenset[str]] = {
    "en": frozenset(("was", "were", "has", "had", "have", "did")),
    "fr": frozenset(
        ("a", "ont", "avait", "avaient", "avons", "été", "était", "étaient", "fut", "furent", "eut")
    ),
    "es": frozenset(("ha", "han", "había", "habían", "hemos", "fue", "fueron", "sido")),
    "it": frozenset(("ha", "hanno", "aveva", "avevano", "fu", "furono", "stato", "stata", "stati", "state")),
    "ru": frozenset(("был", "была", "было", "были")),
    "uk": frozenset(("був", "була", "було", "були")),
    "be": frozenset(("быў", "была", "было", "былі")),
    "pl": frozenset(
        ("został", "została", "zostało", "zostali", "zostały", "był", "była", "było", "byli", "były")
    ),
}
"""Words before a verb with which it is done."""
HELPED: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:[éiuts]e?s?|er|ir|re)$"),
    "es": re.compile(r"(?:[dtsc]h?[oa]s?|[aei]r(?:se|lo|la)?)$"),
    "it": re.compile(r"(?:[ts][oaie]|re|rsi)$"),
    "pl": re.compile(r"(?:ć|c|n[yae]|t[yae]|ni|ci|ł[aoy]?|li)$"),
}
"""Forms that such words stand before: participles and infinitives."""
INFINITIVE = re.compile(r"(?:ць|ці|цца)$")
"""Belarusian forms that are infinitives, or what *he* will do (*купіць*)."""
GOVERNS = re.compile(r"[аяую](?:е|юць)$|(?:ў|л[аоі])(?:ся)?$")
"""Endings of Belarusian verbs that an infinitive may go with."""
ARTICLES: Mapping[str, frozenset[str]] = {
    "en": frozenset(("the", "a", "an", "their", "its", "his", "her")),
    "fr": frozenset(
        ("le", "la", "les", "un", "une", "des", "du", "au", "aux", "ce", "cette", "sa", "son", "ses")
    ),
    "es": frozenset(("el", "la", "los", "las", "un", "una", "del", "al", "su", "sus")),
    "it": frozenset(("il", "lo", "la", "i", "gli", "le", "un", "una", "del", "della", "dei", "al", "alla")),
}
"""Words behind which a noun stands, so that no auxiliary before them goes with what follows."""
IS: Mapping[str, frozenset[str]] = {"fr": frozenset(("est", "sont")), "it": frozenset(("è", "sono"))}
"""Words with which some verbs are done, and others are so."""
SELF: Mapping[str, str] = {"fr": "s", "it": "si"}
"""Words by which they are done: *s'est ouvert*."""
OPEN: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        ("be", "is", "are", "would", "could", "should", "may", "might", "must", "can", "to", "if")
    ),
    "fr": frozenset(("si", "est", "sont", "être", "aurait", "auraient", "serait", "seraient")),
    "es": frozenset(("si", "sería", "serían", "habría", "habrían")),
    "it": frozenset(("se", "sarebbe", "sarebbero", "avrebbe", "avrebbero")),
    "ru": frozenset(("бы", "чтобы", "если", "б")),
    "uk": frozenset(("би", "щоб", "якщо", "якби", "б")),
    "be": frozenset(("бы", "каб", "калі", "б")),
    "pl": frozenset(("by", "żeby", "aby", "jeśli", "jeżeli", "gdyby")),
}
"""Words beside a verb that leave open whether it was done: *would*, *if*, *бы*."""
BEING = frozenset(("be", "is", "are", "to", "est", "sont", "être"))
"""Those of them that leave nothing open where it is to come."""
BEFORE, BEHIND, CLAUSE = 5, 2, 14
"""Words before a verb in which what goes with it is looked for, and behind it; German ones around it."""
HISTORY = range(1000, 2000)
"""Years by which a form of what is to come tells history: *il mourra en 1920*."""
APART = (frozenset((COMES, WAS)), frozenset((WOULD, WAS)))
"""What is not said of the same."""


def other_tense(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> tuple[str, str] | None:
    """A verb that is done on one side and is to come, or would be, on the other, and its counterpart, as they
    are shown; or what is so on one side and was so on the other."""
    if any(_tells_history(wording) for wording in (ours, theirs)):
        return None
    asked = [pair for pair in met if all(map(_is_action, pair))]
    told = {
        pair: tuple(tense_of(*of) for of in zip(pair, (ours, theirs), codes, strict=True)) for pair in asked
    }
    for pair, tenses in told.items():
        if frozenset(tenses) in APART and all(
            not all(beside) or frozenset(beside) in APART
            for other, beside in told.items()
            if other != pair and not set(pair).isdisjoint(other)
        ):
            return pair[0].shown, pair[1].shown
    return _other_state(asked, ours, theirs, codes)


def _is_action(term: Term) -> bool:
    """Whether it may be a verb; light ones (*came*) are asked, too, where they may be nothing else."""
    return ("v" in term.kinds and "p" not in term.kinds) or term.kinds == "l"


def _other_state(
    asked: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> tuple[str, str] | None:
    sides = tuple(zip((ours, theirs), codes, strict=True))
    for pair in asked:
        if {state_of(term, *side) for term, side in zip(pair, sides, strict=True)} == {SO, WAS_SO}:
            return pair[0].shown, pair[1].shown
    found = [being(*side) for side in sides]
    if {state for state, _ in found} != {SO, WAS_SO}:
        return None
    return found[0][1], found[1][1]


def _tells_history(wording: Wording) -> bool:
    return any(word.isdigit() and int(word) in HISTORY for word in wording.words if len(word) == 4)


def tense_of(term: Term, wording: Wording, code: str | None) -> str:
    """`COMES`, `WAS`, `WOULD`, or nothing where it is not plain."""
    form = term.shown.casefold().split()[0]
    if code == "de":
        around = _around(term, wording)
        before = _small(wording, max(0, term.at - 1), term.at)
        return "" if term.capital else german_tense(form, before, around)
    if code is None or code not in DONE:
        return ""
    clause = _before(term, wording, code)
    before = clause[_last(clause, ARTICLES.get(code, frozenset())) :]
    beside = {*before, *_small(wording, term.places.stop, term.places.stop + BEHIND)}
    helped = HELPED.get(code) is None or HELPED[code].search(form) is not None
    if helped and _ahead(code).search(" ".join(clause)):
        return "" if beside & OPEN[code] - BEING else COMES
    if code in IS and beside & IS[code] and (form in listed("moved", code) or SELF[code] in before[-3:]):
        return "" if not helped else WAS
    return _plainly(form, before, beside, helped, code)


def _plainly(form: str, before: Sequence[str], beside: set[str], helped: bool, code: str) -> str:
    """By the form itself, or by what is done with such a word before it."""
    if code == "be" and INFINITIVE.search(form) and any(map(_governs, before)):
        return ""
    said = form_says(form, code)
    if said in (COMES, WOULD):
        return "" if beside & OPEN[code] - IS.get(code, frozenset()) else said
    if beside & OPEN[code]:
        return ""
    return WAS if said or (helped and not DONE[code].isdisjoint(before)) else ""


@cache
def _ahead(code: str) -> re.Pattern[str]:
    """What stands before a verb that is to come, with no article between: *sera la dernière visite*."""
    word = rf" (?!(?:{'|'.join(sorted(ARTICLES.get(code, ())))})\b)\w+" if code in ARTICLES else r" \w+"
    return re.compile(rf"(?<!\w)(?:{'|'.join(AHEAD[code])})$".replace(r" \w+", word))


def _governs(word: str) -> bool:
    """Whether a Belarusian infinitive may go with a word: *дазволіў ім выйграць*."""
    return word in listed("governs", "be") or GOVERNS.search(word) is not None


def _before(term: Term, wording: Wording, code: str) -> Sequence[str]:
    """Words before a verb in its clause, none of them a name."""
    words = _small(wording, max(0, term.at - BEFORE), term.at, term.clause)
    return words[_last(words, BREAKS[code]) :]


def _last(words: Sequence[str], cuts: frozenset[str]) -> int:
    """Where what is behind the last of some words begins."""
    return max((at for at, word in enumerate(words, 1) if word in cuts), default=0)


def _around(term: Term, wording: Wording) -> Sequence[str]:
    start, stop = max(0, term.at - CLAUSE), term.places.stop + CLAUSE
    parts = ((start, term.at), (term.places.stop, stop))
    return [word for part in parts for word in _small(wording, *part, term.clause)]


def _small(wording: Wording, start: int, stop: int, clause: int | None = None) -> Sequence[str]:
    """Words of a sentence, or of a clause of it, in small letters with their accents, none of them a name."""
    return [
        word.casefold()
        for at, word in enumerate(wording.shown[start:stop], start)
        if (at == 0 or word[0].islower()) and clause in (None, wording.clauses[at])
    ]
