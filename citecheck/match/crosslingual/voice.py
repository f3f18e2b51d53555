"""Who does it to whom: *X a abattu Y*, *X a été abattu par Y*, *X-а застрелил Y*; by the voice of the verb,
by case, and by word order in languages where it tells.

Each language has its way to tell; where a sentence tells nothing for sure, nothing is said. The languages'
words and endings were written for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from citecheck.match.crosslingual.cases import OBJECT, between, by_case
from citecheck.match.crosslingual.clauses import behind_which_nobody_acts
from citecheck.match.crosslingual.doers import doers
from citecheck.match.crosslingual.lexicon import lexicon_for
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
    "ru": re.compile(r"(?:[оеё]м|[оё]й|ией|[оеё]ю|[ыи]м|ами|ями|ь?ю|ыми|ими)$"),
    "uk": re.compile(r"(?:[оеє]м|[оеє]ю|[иі]м|ами|ями|ими)$"),
    "be": re.compile(r"(?:[оаеё]м|[оаяё]й|[оаяе]ю|[ыі]м|амі|ямі|ымі|імі)$"),
}
"""Endings of the instrumental: who does it, behind a passive; not that of *рублей*, mostly another case."""
OBJECT_ARTICLES = frozenset(("den", "dem", "einen", "einem"))
EITHER = frozenset(("die", "das", "eine", "ein"))
"""Folded German articles of who does it and of who undergoes it, and of nobody else."""
TO_WHOM = frozenset(("a", "al"))
"""Spanish words before somebody to whom it is done."""
GIVEN: Mapping[str, frozenset[str]] = {
    "en": frozenset(("to",)),
    "fr": frozenset(("au", "aux")),
    "it": frozenset(("a", "al", "allo", "alla", "all", "ai", "agli", "alle")),
}
"""Folded words right before somebody to whom it is done, whoever stands first."""
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
    people = doers(once, met, (ours, theirs), codes)
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
    by = [by_whom(wording, verb, term, code) for term in (one, other)]
    if any(by):
        return by[0] if by[0] != by[1] else None
    if in_passive(wording, verb, code):
        return None
    if code in ORDERED:
        return _by_order(wording, verb, one, other, code)
    if code == "de":
        return _by_article(wording, verb, one, other)
    return by_case(wording, verb, first, second, side, code) if code in OBJECT else None


def by_whom(wording: Wording, verb: Term, term: Term, code: str) -> bool:
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
    heads = behind_which_nobody_acts(code)
    marks = [at for at in marks if heads.isdisjoint(wording.words[at + 1 : term.at])]  # *par décision de X*
    if code == "de":
        return bool(marks) and in_passive(wording, verb, code)
    return any(0 < at - verb.at <= AGENT for at in marks)


def in_passive(wording: Wording, verb: Term, code: str) -> bool:
    """Whether a verb stands in the passive, or in a form that has no object."""
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
    return not behind_which_nobody_acts(code).isdisjoint(before)


def _to_whom(wording: Wording, term: Term, code: str) -> bool:
    return code == "es" and not TO_WHOM.isdisjoint(wording.words[max(0, term.at - 2) : term.at])


def _by_article(wording: Wording, verb: Term, one: Term, other: Term) -> bool | None:
    """By German articles: *den* is no subject; without them the one before the verb is, and of two that may
    be either (*besiegten die Gäste die Wirte*) the first."""
    if any(term.governed or _genitive(wording, term) for term in (one, other)):
        return None
    articles = [wording.words[max(0, term.at - 2) : term.at] for term in (one, other)]
    objects = [not OBJECT_ARTICLES.isdisjoint(some) for some in articles]
    if objects[0] != objects[1]:
        subject = (other, one)[objects[1]]
        behind = wording.words[max(0, subject.at - 3) : subject.at]  # *an Baldwins Firma*
        return objects[1] if lexicon_for("de").governing.isdisjoint(behind) else None
    if all(EITHER & set(some) for some in articles) and not (one.acts and other.acts):
        return None  # *Die Mittel stellte eine Stiftung bereit*
    told = between(verb, one, other) or all(EITHER & set(some) for some in articles)
    return None if any(objects) or not told else one.at < other.at


def _beside(verb: Term, one: Term, other: Term) -> bool:
    """Whether two are parts of one name, or a name and what it is the name of."""
    return abs(one.at - other.at) <= BESIDE and not between(verb, one, other)


def _genitive(wording: Wording, term: Term) -> bool:
    """Whether a German noun stands behind *der* and another noun: *Forscher der Universität*."""
    nouns = {one.at + one.size for one in wording.terms if one.capital}
    return any(
        wording.words[at] in ("der", "des") and at in nouns for at in range(max(0, term.at - 2), term.at)
    )
