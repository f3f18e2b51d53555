"""Who is somebody: by the table, by form or by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citecheck.match.crosslingual.sounds import same_named
from citecheck.match.crosslingual.term import Pair, Term

SLAVIC = "(?:[аяуюеиыі]|[оеа]м|ом|ем|ям|ах|ях|ами|ями|амі|ямі|ов|ев|ів|аў|ев[іи]|ов[іи]|ам|ою|ою)?$"
SOMEBODY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[^aeiou](?:er|or|ist)s?$"),
    "fr": re.compile(r"(?:eur|euse|trice|iste)s?$"),
    "es": re.compile(r"(?:dor|dora|ista)(?:e?s)?$"),
    "it": re.compile(r"(?:tor[ei]|tric[ei]|ist[aei])$"),
    "ru": re.compile(r"(?:ник|тел|щик|чик|ист)ь?" + SLAVIC),
    "uk": re.compile(r"(?:ник|тел|щик|чик|ист)ь?" + SLAVIC),
    "be": re.compile(r"(?:нік|цел|шчык|чык|іст)ь?" + SLAVIC),
    "pl": re.compile(
        r"(?:nik|ciel|arz|acz|ist)(?:a|i|u|em|iem|owi|ow|om|ami|ach|y|e|ka|ki|ek)?$|c(?:a|y|ow|om|ami)$"
    ),
}
"""Folded forms of nouns of somebody who does something."""
TO_THEM = re.compile(r"(?:[ыиіая]м|[yio]m)$")
"""Slavic endings, as shown, of adjectives and of several in other cases, which few subjects have."""
CLOSED = re.compile(r"[^\W\d_aeiouyаеёиоуыэюяіїєў'’]$")
"""Folded words that end in a consonant."""


def are_somebody(pair: Pair) -> bool:
    """Whether a word and its counterpart are somebody, who may do something to another."""
    return is_named(pair) or any(map(_acts, pair))


def is_named(pair: Pair) -> bool:
    """Whether a word and its counterpart are a name that both sides write as one."""
    if any(term.place or term.region or not term.capital for term in pair):
        return False
    return any(term.name for term in pair) or same_named(pair[0].folded, pair[1].folded)


def _acts(term: Term) -> bool:
    formed = any(form.search(term.folded) for form in SOMEBODY.values())
    return term.acts or ("n" in term.kinds and formed)
