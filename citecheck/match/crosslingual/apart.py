"""Words of one meaning that stand apart: German verbs whose particle goes to the end of the clause
(*stellte … ein*) or that take *zu* and *ge* into their midst (*einzustellen*)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from citecheck.match.crosslingual.currency import of_money
from citecheck.match.crosslingual.firms import is_legal_form
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.senses import listed_as, senses, senses_of
from citecheck.match.crosslingual.table import languages
from citecheck.match.fold import Words
from citecheck.match.rules import Rules

PARTICLES = frozenset(
    [
        "ab", "an", "auf", "aus", "bei", "bereit", "dar", "ein", "entgegen", "fest", "fort", "frei", "heraus",
        "her", "hervor", "herum", "hin", "hinaus", "hinzu", "los", "mit", "nach", "nieder", "statt", "teil",
        "um", "voran", "vor", "vorbei", "weg", "weiter", "wieder", "zu", "zuruck", "zusammen",
    ]
)  # fmt: skip
MOST_BETWEEN = 14
"""Words between a German verb and its particle."""
BOUND = ("zu", "ge")
"""What may stand between the particle and the rest of the word: *einzustellen*, *eingestellt*."""
ENCLITIC: Mapping[str, re.Pattern[str]] = {
    "es": re.compile(r"(..+[aei]r)(?:me|te|se|nos|os|l[aeo]s?)(?:l[aeo]s?)?"),
    "it": re.compile(r"(..+[aei]r)(?:[mtscv]i|l[aeio]|ne|gli|(?:[mtscv]e|glie)(?:l[aeio]|ne))"),
}
"""Infinitives with pronouns bound to them: *abrirlo*, *andarsene*."""
JOINS = frozenset(["und", "oder", "aber", "sondern", "denn"])
"""Words before which a particle ends its clause, as it does before a comma."""
SCANT = {
    ("ru", "всего"): "только",
    ("uk", "всього"): "лише",
    ("uk", "усього"): "лише",
    ("be", "усяго"): "толькі",
}
"""Words for *all* that may say *only* before a number: *всего два завода*."""
FACTORS: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"(?:(divis\w+)|multipli\w+) par$"),
    "es": re.compile(r"(?:(divid\w+)|multiplic\w+) (?:por|entre)$"),
    "it": re.compile(r"(?:(divis\w+)|moltiplic\w+) per$"),
}
"""What is divided, or multiplied, by the number behind it, folded."""
HAVING = re.compile(
    r"a|as|ai[st]?|av(?:oir|ez|ons|ions|iez|ai(?:s|t|ent))|ont|aur\w+|ayant|aient|eu(?:t|rent)"
)
"""Forms of French *avoir* before *été*."""
SEEING = re.compile(
    r"vus?|vues?|vo(?:it|is|ient|yant|yai(?:t|ent)|ir)|vi(?:t|rent)|ver(?:ra|ront|rait|raient)"
)
CUT = ("'", "’")
SELF = frozenset(("s", "se"))
UNDERGONE = re.compile(r"(?:..er|..ir|..re|..ee?s?)$")
"""Forms of French *se voir* and of what stands behind it: an infinitive or a participle."""
CYRILLIC = frozenset(("ru", "uk", "be"))
GLOSS = re.compile(r"\(\s*[a-z][a-z' -]*\)")
"""Small Latin letters in brackets."""


def particles(words: Sequence[str], small: Sequence[bool], clauses: Sequence[int]) -> Mapping[int, int]:
    """Places of German particles at the end of their clause, and of the verb that each belongs to.

    `small` says of each word whether it has no capital, `clauses` in which clause it stands.
    """
    found = {}
    for at, word in enumerate(words):
        if word not in PARTICLES or not is_last(words, clauses, at):
            continue
        clause = [place for place in range(max(0, at - MOST_BETWEEN), at) if clauses[place] == clauses[at]]
        verbs = (place for place in clause if small[place] and joined(word, words[place]))
        if (verb := next(verbs, None)) is not None:
            found[at] = verb
    return found


def is_last(words: Sequence[str], clauses: Sequence[int], at: int) -> bool:
    """Whether a word ends its clause."""
    return at + 1 == len(words) or clauses[at + 1] != clauses[at] or words[at + 1] in JOINS


def joined(particle: str, verb: str) -> frozenset[int]:
    """Rows of a German verb with its particle, where the table has more of it than the particle."""
    size, rows = listed_as(particle + verb, "de")
    return rows if size > len(particle) + 1 else frozenset()


def unbound(word: str, code: str) -> str:
    """A folded German word without *zu* or *ge* behind its particle, a Spanish or Italian infinitive without
    the pronouns at its end.

    >>> unbound("einzustellen", "de"), unbound("abgeschafft", "de"), unbound("anfangen", "de")
    ('einstellen', 'abschafft', 'anfangen')
    >>> unbound("esserci", "it"), unbound("haberlos", "es"), unbound("parlarono", "it")
    ('essere', 'haber', 'parlarono')
    """
    if code in ENCLITIC:
        infinitive = ENCLITIC[code].fullmatch(word)
        return infinitive[1] + ("e" if code == "it" else "") if infinitive else word
    for size in range(min(8, len(word)), 1, -1) if code == "de" else ():
        if word[:size] in PARTICLES:
            for bound in BOUND:
                rest = word[size:]
                if rest.startswith(bound) and len(rest) > len(bound) + 3:
                    return word[:size] + rest.removeprefix(bound)
    return word


def before_number(words: Sequence[str], at: int, code: str) -> frozenset[int]:
    """Rows of what a word says before a number alone."""
    return _scant(words, at, code) | _factored(words, at, code)


def _scant(words: Sequence[str], at: int, code: str) -> frozenset[int]:
    """Rows of *only* where a word for *all* stands before a number."""
    only, after = SCANT.get((code, words[at])), words[at + 1 : at + 2]
    if only is None or not after:
        return frozenset()
    counts = after[0][0].isdigit() or lexicon_for(code).numbers.get(after[0]) is not None
    return senses_of(only, code) if counts else frozenset()


def _factored(words: Sequence[str], at: int, code: str) -> frozenset[int]:
    """Rows of what becomes less or more, where a word says that it is divided or multiplied by a number:
    *divisé par 2,1* is *сократился в 2,1 раза*."""
    found, behind = (
        FACTORS[code].match(" ".join(words[at : at + 2])) if code in FACTORS else None,
        words[at + 2 : at + 3],
    )
    if found is None or not behind:
        return frozenset()
    counts = behind[0][0].isdigit() or lexicon_for(code).numbers.get(behind[0]) is not None
    return senses_of("decrease" if found[1] else "increase", "en") if counts else frozenset()


def auxiliary(words: Sequence[str], at: int) -> bool:
    """Whether a folded French *été* has been, and is no summer, or *se voir* is a passive.

    >>> auxiliary(["il", "a", "ete", "elu"], 2), auxiliary(["cet", "ete"], 1)
    (True, False)
    >>> auxiliary(["s", "est", "vu", "refuser", "un", "visa"], 2), auxiliary(["il", "a", "vu", "cela"], 2)
    (True, False)
    """
    if SEEING.fullmatch(words[at]) and not SELF.isdisjoint(words[max(0, at - 3) : at]):
        return any(map(UNDERGONE.search, words[at + 1 : at + 3]))
    return words[at] == "ete" and any(map(HAVING.fullmatch, words[max(0, at - 2) : at]))


def needless(text: str, words: Words, at: int, rules: Rules) -> bool:
    """Whether a word needs no counterpart: a French auxiliary, a pronoun cut short (*m'a*), a title, whose
    money something is, a firm's legal form, a foreign word in brackets behind its translation
    (*сопровождающий (maintainer)*)."""
    code = rules.code if rules.code in languages() else ""
    if of_money(text, words, at, rules) or is_legal_form(text, words, at):
        return True
    word, end, after = words.folded[at], words.ends[at], words.starts[at + 1 : at + 2]
    if (
        code in CYRILLIC
        and word.isascii()
        and any(one.start() < end < one.end() for one in GLOSS.finditer(text))
    ):
        return True
    if code == "fr" and (auxiliary(words.folded, at) or (len(word) == 1 and text[end : end + 1] in CUT)):
        return True
    return word in lexicon_for(code).titles and any(text[start].isupper() for start in after)


def about_number(words: Sequence[str], at: int, rules: Rules) -> bool:
    """Whether a word belongs to the number beside it: English *some* for *about*, Russian *часть* of a
    *десятая часть*."""
    lexicon = lexicon_for(rules.code)
    if at and any(look.get(words[at - 1]) is not None for look in (lexicon.numbers, lexicon.about)):
        return not senses_of(words[at], rules.code or "").isdisjoint(_parts_of_a_whole())
    return rules.code == "en" and words[at] == "some" and "".join(words[at + 1 : at + 2])[:1].isdigit()


def quarantine(words: Sequence[str], at: int) -> bool:
    """Whether a folded French *quarantaine* is no number of some forty, since nothing is counted by it.

    >>> quarantine(["une", "quarantaine", "de", "jours"], 1), quarantine(["la", "quarantaine", "dure"], 1)
    (False, True)
    """
    return words[at] == "quarantaine" and "".join(words[at + 1 : at + 2]) not in ("de", "d")


@cache
def _parts_of_a_whole() -> frozenset[int]:
    found = senses_of("part", "en") & (senses_of("share", "en") | senses_of("portion", "en"))
    return frozenset(row for row in found if senses()[row].kind == "n")
