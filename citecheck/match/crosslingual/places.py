"""Countries, peoples and capitals across languages: *Tchéquie*, *чешский* and *Czech* are one.

From the Unicode locale data of package `babel`, which comes with the extra; without it nothing is known.
"""

from __future__ import annotations

import importlib.util
from functools import cache

from citecheck.match.crosslingual.lexicon import Lookup
from citecheck.match.fold import split_words

LEAST_LETTERS = 5
"""Shorter names are beginnings of too many words (*Mali*, *Того*)."""
SHORT = 6
"""Names up to this length lose one letter for their endings, longer ones two."""
NOT_A_PEOPLE = frozenset({"en", "ar", "la", "eo"})
"""Languages whose name is no people's, or that of many."""
TERRITORY = {"pt": "PT", "es": "ES", "sr": "RS", "tl": "PH"}
OFFICIAL = frozenset(("official", "de_facto_official"))
LEAST_SPEAKERS = 20
"""Percent of a country's people from which a language that is official in all of it is its people's: Kurds
are no Turks, Catalans no Spaniards, Chechens no Russians."""


SHORT_ENDING, LONG_ENDING, CITY_ENDING = 2, 5, 3
"""Letters that may follow a beginning of four letters, and a longer one: *Indian* is no *indicator*; and that
of a city, which is no adjective: *Микелон*, *Микельсон*."""
LEAST_SMALL = 5
"""Letters of a country's name that a word without a capital begins with: *brésilien*, but Russian *самого* is
not Samoa."""
NO_PLACE = ("franch",)
"""Beginnings of words that are of no place: *franche*."""


def place_of(word: str, language: str | None, capital: bool = True) -> str | None:
    """Code of the place that a folded word names: `PL` for what begins like Poland or Polish. A city has a
    `capital` as written: Spanish *número* is not *Nouméa*."""
    found = _places_in(language).get(word)
    if found is None:
        return None
    code, size, people = found
    if not capital and ("/" in code or (size < LEAST_SMALL and not people) or word.startswith(NO_PLACE)):
        return None
    longest = LONG_ENDING if size >= LEAST_LETTERS else SHORT_ENDING
    return code if len(word) - size <= (min(longest, CITY_ENDING) if "/" in code else longest) else None


@cache
def _places_in(language: str | None) -> Lookup[tuple[str, int, bool]]:
    """Codes and lengths of the beginnings that name a place, and whether by its language."""
    if not language or importlib.util.find_spec("babel") is None:
        return Lookup(())
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale(language)
    except UnknownLocaleError:
        return Lookup(())
    likely, spoken = get_global("likely_subtags"), get_global("territory_languages")
    names = [(str(name), code, False) for code, name in locale.territories.items() if len(code) == 2]
    for code, name in locale.languages.items():
        home = TERRITORY.get(code) or str(likely.get(code, "")).rpartition("_")[2]
        about = spoken.get(home, {}).get(code, {})
        most = about.get("official_status") in OFFICIAL and about["population_percent"] >= LEAST_SPEAKERS
        if len(code) == 2 and len(home) == 2 and code not in NOT_A_PEOPLE and (most or code in TERRITORY):
            names.append((str(name), home, True))
    for zone in sorted({*locale.time_zones, *get_global("zone_territories")}):
        cities = {str(locale.time_zones.get(zone, {}).get("city") or ""), zone.rpartition("/")[2]}
        names += [(city, zone, False) for city in sorted(cities)]
    return Lookup(
        (f"{stem}*", (code, len(stem), people)) for name, code, people in names if (stem := _beginning(name))
    )


def _beginning(name: str) -> str:
    """What all forms of a name of one word begin with, nothing where that would be too short."""
    words = split_words(name).folded
    if len(words) != 1 or len(words[0]) < LEAST_LETTERS:
        return ""
    return words[0][: -1 if len(words[0]) <= SHORT else -2]
