"""Verbs that tell one deed from its two ends: who pays and who receives, who teaches and who learns. Whoever
does the one on one side and the other on the other side has changed places with somebody; unless one of the
verbs is in the passive: to be paid is to receive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.match.crosslingual.cases import OBJECT
from citecheck.match.crosslingual.members import CONVERSE, apart_in
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.voice import OBJECT_ARTICLES, PASSIVE, UNDERGONE

DATIVE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(r"(?:[ая]м|[ое]му|[ую]|ой|ей|е)$"),
    "uk": re.compile(r"(?:[ая]м|ому|ові|еві|[ую]|ій)$"),
    "be": re.compile(r"(?:[ая]м|[ая]му|[ую]|[ао]й|е)$"),
    "pl": re.compile(r"(?:om|emu|owi)$"),
}
"""Endings of those to whom it is done, with the subjects that share the last ones left in doubt."""
IN_DOUBT = re.compile(r"[иыіi]$")
"""Endings of several that do it, or of one to whom it is done."""
SEVERAL = re.compile(r"(?:[sx]|en|er|i)$")
"""Endings of several in languages that do not decline."""
BEFORE = 4
"""Words before a verb in which a passive tells itself: *se sont vu verser*, *has never been paid*."""
SEEN = frozenset(("vu", "vus", "voir", "verra", "verront", "voient", "voit"))


def conversed(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> Pair | None:
    """The two verbs, if somebody does on one side what is done to him on the other."""
    sides = (ours, codes[0] or ""), (theirs, codes[1] or "")
    for one in _verbs(ours):
        for other in _verbs(theirs):
            verbs = one, other
            passive = [_passive(*side, verb) for side, verb in zip(sides, verbs, strict=True)]
            if passive[0] != passive[1] or _both_ends(ours, theirs, verbs):
                continue
            does = [pair for pair in met if all(_subject(pair, verbs, sides, at) for at in (0, 1))]
            if does and apart_in(one.members, other.members):
                return verbs
    return None


def _verbs(wording: Wording) -> Iterator[Term]:
    return (one for one in wording.terms if any(name.startswith(CONVERSE) for name, _ in one.members))


def _both_ends(ours: Wording, theirs: Wording, verbs: Pair) -> bool:
    """Whether either sentence has a verb of its own that is no converse of the other's."""
    sides = ((theirs, verbs[0]), (ours, verbs[1]))
    return any(
        other not in verbs and verb.members & other.members for some, verb in sides for other in _verbs(some)
    )


def _passive(wording: Wording, code: str, verb: Term) -> bool:
    if code in UNDERGONE:
        return UNDERGONE[code].search(verb.folded) is not None
    around = wording.words if code == "de" else wording.words[max(0, verb.at - BEFORE) : verb.at]
    form = PASSIVE.get(code)
    return (form is not None and any(map(form.fullmatch, around))) or not SEEN.isdisjoint(around)


def _subject(pair: Pair, verbs: Pair, sides: Sequence[tuple[Wording, str]], at: int) -> bool:
    """Whether a term of a pair is who does it on one side, as far as its place and form tell."""
    term, verb, (wording, code) = pair[at], verbs[at], sides[at]
    before = term.at < verb.at and term.clause == verb.clause and not term.governed
    if not before or not any(one.may_act for one in pair):
        return False
    if code == "de":
        return OBJECT_ARTICLES.isdisjoint(wording.words[max(0, term.at - 2) : term.at])
    shown = term.shown.casefold()
    if code not in OBJECT:
        return True
    if DATIVE[code].search(shown) or OBJECT[code].search(shown):
        return False
    return not IN_DOUBT.search(shown) or SEVERAL.search(pair[1 - at].folded) is not None
