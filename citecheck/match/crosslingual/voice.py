"""Who does it to whom: *X a abattu Y*, *X a été abattu par Y*, *X-а застрелил Y*; by the voice of the verb,
by case, and by word order in languages where it tells.

Each language has its way to tell; where a sentence tells nothing for sure, nothing is said. The languages'
words and endings were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.somebody import CLOSED, TO_THEM, are_somebody, is_named
from citecheck.match.crosslingual.term import Pair, Term, Wording

BY: Mapping[str, frozenset[str]] = {
    "en": frozenset(("by",)),
    "fr": frozenset(("par",)),
    "de": frozenset(("von", "vom", "durch")),
    "es": frozenset(("por",)),
    "it": frozenset(("da", "dal", "dallo", "dalla", "dai", "dagli", "dalle", "dall")),
    "pl": frozenset(("przez",)),
}
"""Folded words before whoever does it, behind a passive."""
PASSIVE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"was|were|been|being|be|is|are"),
    "fr": re.compile(r"ete|est|sont|etai(?:t|ent)|fu(?:t|rent)|etre|ser(?:a|ont|ait)|etant"),
    "de": re.compile(r"w[eiu]rd(?:e|en|et)?|worden"),
    "es": re.compile(r"fue(?:ron)?|sido|ser|es|son|era[n]?|sera[n]?|siendo"),
    "it": re.compile(
        r"e|fu(?:rono)?|stat[oaie]|essere|sono|er(?:a|ano)|sara(?:nno)?|ven(?:ne|nero|iva|gono)|viene"
    ),
    "pl": re.compile(r"zosta\w+|jest|sa|byl\w*|bedzie|beda|bywa\w*"),
}
"""Folded forms before, or in German around, a verb in the passive."""
UNDERGONE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(  # *выплатят* is what somebody does
        r"[аяеёи]н[аоы]?$|т[аоы]$|[ыо]т$|^(?:у|из|раз|при|от|за|пере|вы|до)бит$|(?:ся|сь)$"
        r"|^(?:вз|сн|прин|зан|подн|отн|изъ|нан|пон|предприн)ят$|нн(?:ыи|ого|ому|ым|ом|ая|ои|ую|ое|ые|ых|ыми)$"
    ),
    "uk": re.compile(r"(?:[аяеєиі]н|т)(?:о|ии|а|е|і|ого|ому|им|их|у|ою)?$|ся$"),
    "be": re.compile(r"(?:[аяеёіы]н|т)(?:ы|а|ая|ое|ае|ыя|ага|ых|ым|ую)?$|(?:ся|цца)$"),
}
"""Folded forms of Slavic verbs in the passive, and of others that have no object."""
WITH: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"(?:[оеё]м|[оеё][йю]|[ыи]м|ами|ями|ь?ю|ыми|ими)$"),
    "uk": re.compile(r"(?:[оеє]м|[оеє]ю|[иі]м|ами|ями|ими)$"),
    "be": re.compile(r"(?:[оаеё]м|[оаяе][йю]|[ыі]м|амі|ямі|ымі|імі)$"),
}
"""Endings of the instrumental: who does it, behind a passive."""
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
OBLIQUE, MASCULINE, IN_A, NAME = "oblique", "masculine", "in a", "name"
"""What a Slavic form is: no subject; a man or a thing that may be both; a woman, or a man who is no subject;
whoever has a name that is not declined."""
FITS: Mapping[tuple[str, str], frozenset[str]] = {
    (MASCULINE, "he"): frozenset((OBLIQUE, IN_A)),
    (IN_A, "she"): frozenset((OBLIQUE, MASCULINE)),
    (NAME, "he"): frozenset((OBLIQUE, IN_A)),
    (NAME, "she"): frozenset((OBLIQUE,)),
    ("", "they"): frozenset((OBLIQUE, MASCULINE, IN_A)),
}
"""By the form of a subject and what its verb says of it, the forms of what it may have done that to."""
DID: Mapping[str, re.Pattern[str]] = {
    "he": re.compile(r"(?:л|в|ў|ł)(?:ся)?$"),
    "she": re.compile(r"(?:ла|ła)(?:сь|ся)?$"),
    "they": re.compile(r"(?:л[иі]|li|ły)(?:с[ья])?$"),
}
"""Slavic verbs of what somebody did."""
OBJECT_ARTICLES = frozenset(("den", "dem", "einen", "einem"))
TO_WHOM = frozenset(("a", "al"))
"""Spanish words before somebody to whom it is done."""
GIVEN: Mapping[str, frozenset[str]] = {"en": frozenset(("to",)), "fr": frozenset(("au", "aux"))}
"""Folded words right before somebody to whom it is done, whoever stands first."""
OF: Mapping[str, frozenset[str]] = {
    "en": frozenset(("of", "s", "from", "and", "or")),
    "fr": frozenset(("de", "du", "des", "d", "et", "ou")),
    "de": frozenset(("von", "vom", "des", "und", "oder")),
    "ru": frozenset(("из", "от", "и", "или")),
    "uk": frozenset(("з", "із", "від", "і", "й", "та", "або")),
    "be": frozenset(("з", "ад", "і", "ды", "або")),
    "pl": frozenset(("z", "od", "i", "oraz", "lub")),
    "es": frozenset(("de", "del", "y", "e", "o")),
    "it": frozenset(("di", "del", "dello", "della", "dell", "dei", "degli", "delle", "e", "ed", "o")),
}
"""Folded words before somebody who is no subject alone: what belongs to somebody, or one of several."""
BREAKS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("who", "whom", "whose", "which", "that", "while", "as", "when", "and", "but")),
    "fr": frozenset(("qui", "que", "qu", "dont", "quand", "lorsque", "et", "mais")),
    "de": frozenset(("dass", "wer", "wem", "wahrend", "als", "wenn", "und", "aber")),
    "ru": frozenset(("что", "как", "когда", "и", "а", "но")),
    "uk": frozenset(("що", "як", "коли", "і", "й", "та", "а", "але")),
    "be": frozenset(("што", "як", "калі", "і", "а", "але")),
    "pl": frozenset(("ze", "jak", "gdy", "kiedy", "i", "oraz", "a", "ale")),
    "es": frozenset(("que", "quien", "quienes", "cuando", "y", "pero")),
    "it": frozenset(("che", "cui", "chi", "quando", "ed", "ma")),
}
"""Folded words behind which another clause may begin; Slavic and German ones mostly stand behind a comma."""
TAKES_UP: Mapping[str, frozenset[str]] = {
    "es": frozenset(("lo", "la", "los", "las", "le", "les")),
    "it": frozenset(("l", "lo", "la", "li", "le", "gli")),
}
"""Folded pronouns that name again whoever stands first, as who undergoes it: *Petrov l'ha ucciso Ivanov*."""
WHOM: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "en": (frozenset(("was", "is", "were")), frozenset(("whom",))),
    "fr": (frozenset(("est", "etait", "fut", "sont")), frozenset(("que", "qu"))),
    "es": (frozenset(("fue", "es", "era", "fueron", "son")), frozenset(("quien", "quienes", "que"))),
    "it": (frozenset(("e", "fu", "era", "sono")), frozenset(("che",))),
}
"""Folded words before and behind whoever stands first, as who may undergo it: *fue Petrov a quien mató*."""
BESIDE = 2
"""Places between two names of one."""
NEAR, AGENT = 6, 4
"""Words from a verb to who does it or undergoes it; from a passive verb to its *by*, and from that to who.
Plain limits: room for a verb of two words and a title or an adverb, none for another verb's people."""
FAR = 14
"""The same with German verbs at the end of their clause, behind all its objects and places."""
ORDERED = frozenset(("en", "fr", "es", "it"))
"""Languages in which who stands before the verb does it, as a rule."""


def actors(
    once: Sequence[Pair], met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> tuple[tuple[Pair, Pair] | None, Sequence[tuple[Pair, Pair]]]:
    """Two that have exchanged who does it and who undergoes it, and all that have not, for sure; `once` are
    pairs with no other counterpart."""
    people = [pair for pair in once if are_somebody(pair)]
    actions = [pair for pair in met if all("v" in term.kinds for term in pair)]
    same: list[tuple[Pair, Pair]] = []
    for verb in actions:
        near = [
            pair for pair in people if all(abs(a.at - b.at) <= FAR for a, b in zip(pair, verb, strict=True))
        ]
        for first, second in permutations([pair for pair in near if pair != verb], 2):
            if any(_beside(verb[at], first[at], second[at]) for at in (0, 1)):
                continue  # *Адвокатка Юлія Бергер*
            done = [
                _does(wording, verb[side], first, second, side, codes[side] or "")
                for side, wording in enumerate((ours, theirs))
            ]
            if done == [True, False]:
                return (first, second), ()
            same += [(first, second)] if done[0] == done[1] is not None else []
    return None, same


def _does(wording: Wording, verb: Term, first: Pair, second: Pair, side: int, code: str) -> bool | None:
    """Whether the first of two does it to the second, or the other way round; `None` where nothing tells."""
    one, other = first[side], second[side]
    between = wording.words[min(one.at, other.at, verb.at) : max(one.at, other.at, verb.at)]
    if (
        one.clause != other.clause
        or verb.clause != one.clause
        or not BREAKS.get(code, frozenset()).isdisjoint(between)
    ):
        return None
    if any(abs(term.at - verb.at) > NEAR for term in (one, other)) and code != "de":
        return None
    by = [_by(wording, verb, term, code) for term in (one, other)]
    if any(by):
        return by[0] if by[0] != by[1] else None
    if _passive(wording, verb, code):
        return None
    if code in ORDERED:
        return _by_order(wording, verb, one, other, code)
    if code == "de":
        return _by_article(wording, verb, one, other)
    return _by_case(verb, first, second, side, code) if code in OBJECT else None


def _by(wording: Wording, verb: Term, term: Term, code: str) -> bool:
    """Whether a verb in the passive says by whom: by a term."""
    before = wording.words[max(0, term.at - AGENT) : term.at]
    if code in WITH:
        passive = UNDERGONE[code].search(verb.folded) is not None
        near = abs(term.at - verb.at) <= AGENT and not term.governed
        return (
            passive
            and near
            and not verb.folded.endswith(("ся", "сь", "цца"))
            and WITH[code].search(term.shown.casefold()) is not None
        )
    marks = [at for at, word in enumerate(before, term.at - len(before)) if word in BY.get(code, ())]
    if code == "de":
        return bool(marks) and _passive(wording, verb, code)
    return any(0 < at - verb.at <= AGENT for at in marks)


def _passive(wording: Wording, verb: Term, code: str) -> bool:
    if code in UNDERGONE:
        return UNDERGONE[code].search(verb.folded) is not None
    form = PASSIVE.get(code)
    around = wording.words if code == "de" else wording.words[max(0, verb.at - 3) : verb.at]
    return form is not None and any(map(form.fullmatch, around))


def _by_order(wording: Wording, verb: Term, one: Term, other: Term, code: str) -> bool | None:
    early, late = sorted((one, other), key=lambda term: term.at)
    if (
        not early.at < verb.at < late.at
        or _belongs(wording, verb, early, code)
        or _to_whom(wording, early, code)
        or taken_up(wording, early, code)
    ):
        return None
    given = not GIVEN.get(code, frozenset()).isdisjoint(wording.words[max(0, late.at - 1) : late.at])
    if _belongs(wording, verb, late, code) and not (given or _to_whom(wording, late, code)):
        return None
    return early is one


def taken_up(wording: Wording, early: Term, code: str | None) -> bool:
    """Whether whoever stands first may undergo it for all that order tells: *Petrov l'ha ucciso Ivanov*, *Fue
    Petrov a quien mató Ivanov*."""
    behind = wording.words[early.places.stop : early.places.stop + BESIDE]
    if not TAKES_UP.get(code or "", frozenset()).isdisjoint(behind[:1]):
        return True
    is_it, whom = WHOM.get(code or "", (frozenset[str](), frozenset[str]()))
    before = wording.words[max(0, early.at - 1) : early.at]
    return not is_it.isdisjoint(before) and not whom.isdisjoint(behind)


def _belongs(wording: Wording, verb: Term, term: Term, code: str) -> bool:
    """Whether a preposition or an *and* stands before somebody; the *a* of *a tué Petrov* is none."""
    start = max(0, term.at - 2, verb.at + 1 if verb.at < term.at else 0)
    before = wording.words[start : term.at]
    return not (OF.get(code, frozenset()) | lexicon_for(code).governing).isdisjoint(before)


def _to_whom(wording: Wording, term: Term, code: str) -> bool:
    return code == "es" and not TO_WHOM.isdisjoint(wording.words[max(0, term.at - 2) : term.at])


def _by_article(wording: Wording, verb: Term, one: Term, other: Term) -> bool | None:
    """By German articles: *den* is no subject; without them the one before the verb is."""
    if any(term.governed or _genitive(wording, term) for term in (one, other)):
        return None
    articles = [wording.words[max(0, term.at - 2) : term.at] for term in (one, other)]
    objects = [not OBJECT_ARTICLES.isdisjoint(some) for some in articles]
    if objects[0] != objects[1]:
        return objects[1]
    return None if any(objects) or not _between(verb, one, other) else one.at < other.at


def _beside(verb: Term, one: Term, other: Term) -> bool:
    """Whether two are parts of one name, or a name and what it is the name of."""
    return abs(one.at - other.at) <= BESIDE and not _between(verb, one, other)


def _genitive(wording: Wording, term: Term) -> bool:
    """Whether a German noun stands behind *der* and another noun: *Forscher der Universität*."""
    nouns = {one.at + one.size for one in wording.terms if one.capital}
    return any(
        wording.words[at] in ("der", "des") and at in nouns for at in range(max(0, term.at - 2), term.at)
    )


def _between(verb: Term, one: Term, other: Term) -> bool:
    return min(one.at, other.at) < verb.at < max(one.at, other.at)


def _by_case(verb: Term, first: Pair, second: Pair, side: int, code: str) -> bool | None:
    """By what the forms of Slavic words tell, and what the verb agrees with: *министра раскритиковал мэр*."""
    terms = first[side], second[side]
    if any(term.governed for term in terms) or not _between(verb, *terms):
        return None
    forms = [_form(pair, side, code) for pair in (first, second)]
    did = next((who for who, form in DID.items() if form.search(verb.shown.casefold())), "")
    fit = [other in FITS.get((form, did), ()) for form, other in (forms, forms[::-1])]
    return fit[0] if fit[0] != fit[1] else None


def _form(pair: Pair, side: int, code: str) -> str:
    counterpart, form = pair[1 - side], pair[side].shown.casefold().split()[-1]
    if is_named(pair):
        if ADJECTIVAL.search(form) and not ADJECTIVAL.search(counterpart.folded):
            return OBLIQUE
        if CLOSED.search(counterpart.folded) and not CLOSED.search(form):
            return OBLIQUE if DECLINED[code].search(form) else ""
        return NAME if CLOSED.search(form) else ""
    if OBJECT[code].search(form) or TO_THEM.search(form):
        return OBLIQUE if OBJECT[code].search(form) else ""  # *многодетным*
    return MASCULINE if CLOSED.search(form) else IN_A if form[-1] in "аяa" else ""
