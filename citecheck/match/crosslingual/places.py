"""Countries, peoples and capitals across languages: *Tchéquie*, *чешский* and *Czech* are one.

From the Unicode locale data of package `babel`, which comes with the extra; without it nothing is known.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from citecheck.match.crosslingual.lexicon import Lookup
from citecheck.match.crosslingual.senses import listed_as, senses_of
from citecheck.match.crosslingual.table import languages
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


SHORT_ENDING, LONG_ENDING, CITY_ENDING, PEOPLE_ENDING = 2, 5, 3, 8
"""Letters that may follow a beginning of four letters, and a longer one: *Indian* is no *indicator*; that of
a city, which is no adjective (*Микелон*, *Микельсон*); and where they end as peoples do: *angolanische*."""
LEAST_SMALL = 5
"""Letters of a country's name that a word without a capital begins with: *brésilien*, but Russian *самого* is
not Samoa."""
NO_PLACE = ("franch", "francs", "francos", "soudain", "polonio", "kamerz", "malaise")
"""Beginnings of small words that are of no place: *franche*, *80 francs*, *soudain*, *polonio*."""
LEAST_NAMED = 7
"""Languages of nine in which a row must hold a country's name to be the country's."""
PEOPLE: Mapping[str, re.Pattern[str]] = {
    language: re.compile(f"(?:{endings})$")
    for language, endings in {
        "en": "ans?|ese|ish|is?",
        "fr": "(?:ais|ois)(?:es?)?|i?en(?:ne)?s?|een(?:ne)?s?|aine?s?|ites?|is?",
        "de": "isch\\w{0,2}|er|ern|erin",
        "es": "an[oa]s?|es[ae]s?|eses|[ie]n[oa]s?|enses?|ies?|i",
        "it": "an[oaei]|es[ei]|(?<!o)in[oaei]|it[ai]|egn[oai]",
        "ru": "ск\\w{1,3}|ец|ц[ыеуа]\\w?|к[аиу]|кои",
        "uk": "ськ\\w{1,4}|ець|ц[іяюе]\\w?|к[аиу]",
        "be": "ск\\w{1,3}|ец|ц[ыау]\\w?|к[аіу]",
        "pl": "[sc]k\\w{1,4}|czy[kc]\\w{0,4}",
    }.items()
}
"""What words for peoples and what is theirs end in, folded."""
GERMAN_PEOPLE = re.compile(r"isch\w{0,2}$")
"""The surest of them: *armenische* is in the row of an arm and of Armenia all the same."""


def place_of(word: str, language: str | None, capital: bool = True, telling: bool = True) -> str | None:
    """Code of the place that a folded word names: `PL` for what begins like Poland or Polish.

    A city has a `capital` as written: Spanish *número* is not *Nouméa*. Where a capital is lacking or not
    `telling`, as at the head of a sentence, a word of the table that begins like a place must be of it:
    *sangre* is not Sango, *libertad* not Liberia, *schwer* not Swiss.
    """
    found = _places_in(language).get(word)
    if found is None:
        return None
    code, size, people = found
    if not capital and ("/" in code or (size < LEAST_SMALL and not people)):
        return None
    if not (capital and telling) and not _is_of(word, language or "", code, capital):
        return None
    of_people = size >= LEAST_LETTERS and PEOPLE[language or ""].search(word)
    longest = PEOPLE_ENDING if of_people else LONG_ENDING if size >= LEAST_LETTERS else SHORT_ENDING
    return code if len(word) - size <= (min(longest, CITY_ENDING) if "/" in code else longest) else None


@lru_cache(maxsize=20_000)
def _is_of(word: str, language: str, code: str, capital: bool) -> bool:
    """Whether a word is in no row of the table, in one with its country, or ends as peoples do (or, with a
    capital, is the name itself) where the table has no row of the country."""
    if word.startswith(NO_PLACE):
        return False
    rows = senses_of(word, language)
    if not rows or "/" in code:
        return True
    country = _rows_of_country(code)
    if country:
        return not rows.isdisjoint(country) or (language == "de" and GERMAN_PEOPLE.search(word) is not None)
    listed, _ = listed_as(word, language)
    named = capital and listed < len(word) and word in _names(language, code)
    return named or PEOPLE[language].search(word) is not None


@cache
def _rows_of_country(code: str) -> frozenset[int]:
    """Rows that hold the name of a country in most of the languages that have one word for it."""
    named = [(language, word) for language in languages() for word in _names(language, code)]
    counted = Counter(row for language, word in named for row in senses_of(word, language))
    return frozenset(row for row, count in counted.items() if count >= LEAST_NAMED)


def _names(language: str, code: str) -> tuple[str, ...]:
    """The folded name of a country where it is one word."""
    from babel import Locale

    words = split_words(str(Locale(language).territories.get(code, ""))).folded
    return words if len(words) == 1 else ()


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
