"""What brings in a clause (*because*, *before*, *if*), and which way such a word has where it stands: *since*
of a time and of a reason, German *da*, *bis* and *Ehe*, Italian *perché* with a purpose. The words are in
`data/clauses.jsonl`, which has a column for each of `WAYS` and for

- `none`, phrases of such words that bring in nothing (*as well as*, *le car*, *вместо того, чтобы*),
- `first`, words that do so only where a clause begins, or behind an *and* (German *bis*),
- `said`, those that do so only before a verb that tells (*as the mill closed*, and no *as a miller*),
- `adverb`, those that are adverbs where such a verb stands next (*damit begann der Streit*),
- `bare`, phrases before an infinitive (*avant de*),
- `subjunctive`, forms behind which Italian *perché* tells a purpose.

A comma stands in a phrase where one may stand in the text; elsewhere none may.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citecheck.match.crosslingual.clauses import commas
from citecheck.match.crosslingual.denying import JOINS
from citecheck.match.crosslingual.finite import says_so, telling
from citecheck.match.crosslingual.lexicon import Phrases
from citecheck.match.crosslingual.tense_forms import WAS, form_says
from citecheck.match.crosslingual.term import Wording
from citecheck.match.fold import split_words
from citecheck.match.rows import rows, strings

WAYS = (
    "because",
    "so",
    "before",
    "after",
    "if",
    "unless",
    "although",
    "until",
    "when",
    "since",
    "soon",
    "purpose",
    "while",
)
"""How one clause may come to another, as the columns of the data file are called."""
NONE, FIRST, SAID, ADVERB = "none", "first", "said", "adverb"
GERMAN = "de"
SLAVIC = frozenset(("ru", "uk", "be", "pl"))
VERBS = frozenset("vl")
VERB = 2
"""Words behind a phrase among which the verb of its clause stands: *… has closed*."""
LASTING: Mapping[str, tuple[str, frozenset[str]]] = {
    "en": ("since", frozenset(("has", "have", "had", "ve", "been", "ever")))
}
"""A word of a time or a reason, and folded words beside it of a time alone: *have worked since he came*."""
NEVER = re.compile("(?!)")
PURPOSE: Mapping[str, tuple[str, re.Pattern[str], re.Pattern[str]]] = {
    "it": ("perche", re.compile(r"[aei]ss(?:e|ero)$"), re.compile(r"(?:in|ian)o$"))
}
"""A folded word of a reason or a purpose, and endings of verbs behind it of a purpose alone, and of one where
no other verb tells (*perché i guardiani parlino*)."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """A clause and how it comes to what is around it."""

    ways: frozenset[str]
    """Those of `WAYS` that it may have."""
    begin: int
    """Place of the first word that introduces it."""
    places: range
    """Places of its words, without those that introduce it."""
    bare: bool
    """Whether its verb is an infinitive or the like: *prima di chiudere*, *after closing*."""


def introduced(wording: Wording, code: str | None) -> list[Introduced]:
    """All clauses of a sentence behind a word of `WAYS`, in order; none in a language without a row. One that
    has a comma right behind its word is left out (*So, we went*)."""
    found, clauses = list[Introduced](), commas(wording)
    at = 0
    while at < len(wording.words):
        taken, ways = _ways_at(wording, clauses, at, code)
        end = at + max(taken, 1)
        if ways and end < len(clauses) and clauses[end] == clauses[end - 1]:
            places = range(end, _stop(wording, clauses, end, code))
            if ways := _narrowed(wording, at, places, ways, code):
                found.append(Introduced(ways, at, places, _is_bare(wording, at, places, code)))
        at = end
    return found


def _stop(wording: Wording, clauses: Sequence[int], start: int, code: str | None) -> int:
    """Where a clause ends: at a comma, but for those around a phrase before its verb: *because the mill, an
    old house, was closed*."""
    stop = bisect_right(clauses, clauses[start])
    if stop == len(clauses) or says_so(wording, code, range(start, stop)):
        return stop
    resumed = bisect_right(clauses, clauses[stop])
    if resumed == len(clauses) or says_so(wording, code, range(stop, resumed)):
        return stop
    amid = any(_ways_at(wording, clauses, place, code)[1] for place in range(stop, resumed))
    rest = range(resumed, bisect_right(clauses, clauses[resumed]))
    tells = _last_says(wording, rest) if code == GERMAN else says_so(wording, code, rest[:VERB])
    return rest.stop if tells and not amid else stop


def _is_bare(wording: Wording, at: int, places: range, code: str | None) -> bool:
    """Whether what brings in a clause goes with no verb that tells."""
    return " ".join(wording.words[at : places.start]) in _words(code or "", "bare") or (
        code == "en" and wording.words[places.start].endswith("ing")
    )


def _ways_at(
    wording: Wording, clauses: Sequence[int], at: int, code: str | None
) -> tuple[int, frozenset[str]]:
    """How many words bring in a clause at a place, and the ways that they may have; none for words that bring
    in nothing there. `clauses` are counted at commas and the like."""
    if wording.words[at] not in _firsts(code or ""):
        return 0, frozenset()
    size = dict[str, int]()
    for way, (whole, parted) in _columns(code or "", (*WAYS, NONE)).items():
        found = whole.at(wording.words, at)
        amid = found and clauses[at] != clauses[at + found - 1]
        size[way] = max(0 if amid else found, parted.at(wording.words, at))
    taken = max(size.values(), default=0)
    found_ways = frozenset(way for way, some in size.items() if some == taken) if taken else frozenset[str]()
    if not taken or NONE in found_ways:
        return taken, frozenset()
    return taken, found_ways if _brings_in(wording, clauses, at, taken, found_ways, code) else frozenset()


def _begins_there(wording: Wording, clauses: Sequence[int], at: int, code: str | None) -> bool:
    """Whether a clause begins with a word, or an *and* stands before it."""
    joins = JOINS.get(code or "", frozenset[str]())
    return at == 0 or clauses[at] != clauses[at - 1] or wording.words[at - 1] in joins


def _narrowed(
    wording: Wording, at: int, places: range, ways: frozenset[str], code: str | None
) -> frozenset[str]:
    """Of the ways of a word, those that it has beside what the clause at `places` and the rest say."""
    word = wording.words[at]
    lasting, beside = LASTING.get(code or "", ("", frozenset[str]()))
    if word == lasting:
        rest = (one for place, one in enumerate(wording.words) if place not in places)
        return (
            frozenset(("since",))
            if not beside.isdisjoint(rest) or not says_so(wording, code, places)
            else ways
        )
    if "until" in ways and not wording.denials.isdisjoint(places):
        ways -= {"while"}  # *пока не*
    if "purpose" in ways and code in SLAVIC and not _was(wording, places, code):
        ways -= {"purpose"}  # *чтобы построить* is any *to*
    reason, plainly, perhaps = PURPOSE.get(code or "", ("", NEVER, NEVER))
    if word != reason:
        return ways
    if _purposes(wording, places, code or "", plainly):
        return frozenset(("purpose",))
    if says_so(wording, code, places):
        return ways - {"purpose"}
    return frozenset(("purpose",)) if _purposes(wording, places, code or "", perhaps) else ways


def _brings_in(
    wording: Wording, clauses: Sequence[int], at: int, taken: int, ways: frozenset[str], code: str | None
) -> bool:
    """Whether a word or phrase is no noun, adverb or preposition that looks the same."""
    word, shown, begins = wording.words[at], wording.shown[at], _begins_there(wording, clauses, at, code)
    signs = wording.marks | wording.explains
    starts = at == 0 or (clauses[at] != clauses[at - 1] and wording.clauses[at] in signs)
    if shown[:1].isupper() and not starts and not wording.shown[at - 1][:1].isupper():
        return False  # *Liebe und Ehe*
    if taken > 1:
        return True
    if "so" in ways and not begins:
        return False  # *because so many*, *рік тому*
    kinds = {kind: word in _words(code or "", kind) for kind in (FIRST, SAID, ADVERB)}
    if not _as_listed(shown, word, code or ""):
        return False  # *sí*, *dà*
    if kinds[FIRST] and not begins:
        return False
    after = range(at + 1, _end(clauses, at))
    if kinds[ADVERB] and says_so(wording, code, after[:1]):
        return False
    if not kinds[SAID]:
        return True
    if code == GERMAN:
        return _last_says(wording, after)
    alone = at == 0 and after.stop == len(clauses)  # *Como presidente firmó*
    return not alone and says_so(wording, code, after)


def _last_says(wording: Wording, places: range) -> bool:
    """Whether a German clause may end with its verb."""
    last = wording.shown[places[-1]] if places else ""
    term = next((one for one in wording.terms if one.at in places[-1:]), None)
    small = wording.words[places[-1]] in telling(GERMAN) if places else False
    if len(places) > 1 and wording.words[places[-2]] == "zu":
        return False  # *ohne gesehen zu haben*
    return last[:1].islower() and (small or term is None or not term.kinds or "v" in term.kinds)


def _was(wording: Wording, places: range, code: str) -> bool:
    """Whether a word of a clause has the form of what somebody did, as it has behind *чтобы*."""
    words = [
        term for term in wording.terms if term.at in places and (not term.kinds or set(term.kinds) & VERBS)
    ]
    return any(form_says(term.shown.casefold(), code) == WAS for term in words)


def _purposes(wording: Wording, places: range, code: str, form: re.Pattern[str]) -> bool:
    """Whether a verb of a clause has a form of what is wanted."""
    listed = _words(code, "subjunctive")
    verbs = {term.at for term in wording.terms if "v" in term.kinds and "n" not in term.kinds}
    return any(
        wording.words[at] in listed or (at in verbs and form.search(wording.words[at])) for at in places
    )


def _end(clauses: Sequence[int], at: int) -> int:
    return next((place for place in range(at, len(clauses)) if clauses[place] != clauses[at]), len(clauses))


def _as_listed(shown: str, word: str, code: str) -> bool:
    """Whether a word has the accents of the list, or none."""
    return shown.casefold() == word or shown.casefold() in _shown(code)


@cache
def _shown(code: str) -> frozenset[str]:
    """Words that may bring in a clause, with their accents."""
    row = rows("clauses.jsonl").get(code, {})
    return frozenset(word.casefold() for way in WAYS for word in strings(row.get(way, [])))


@cache
def _firsts(code: str) -> frozenset[str]:
    """Folded words with which what may bring in a clause begins; most words of a sentence are none."""
    row = rows("clauses.jsonl").get(code, {})
    listed = [one for column in (*WAYS, NONE) for one in strings(row.get(column, []))]
    return frozenset(split_words(one).folded[0] for one in listed)


@cache
def _words(code: str, column: str) -> frozenset[str]:
    """Folded words of a column."""
    listed = strings(rows("clauses.jsonl").get(code, {}).get(column, []))
    return frozenset(" ".join(split_words(word).folded) for word in listed)


@cache
def _columns(code: str, columns: Sequence[str]) -> Mapping[str, tuple[Phrases, Phrases]]:
    """Of each column, phrases that no comma may part and those that one may."""
    row = rows("clauses.jsonl").get(code, {})
    found = {}
    for way in columns:
        listed = sorted(strings(row.get(way, [])), key=len, reverse=True)
        whole, parted = ([one for one in listed if ("," in one) is comma] for comma in (False, True))
        found[way] = Phrases(whole), Phrases(parted)
    return found
