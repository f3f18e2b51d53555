"""Whether a note and a page describe the same source: author, title, year.

A false alarm costs an editor more than a missed slip, so a difference is one only where both sides speak
plainly: people's names of which none is common, in any spelling and script; titles of one language without
common words; a year that the page knows under none of its dates. What the note says anywhere agrees.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import product

from citecheck.letters import plain_letters, plain_words
from citecheck.model import Citation, Metadata

WORD_LENGTH = 4
"""Shorter words (articles, prepositions) do not tell titles apart."""
TITLE_WORDS = 3
"""A title of fewer long words is too short to be compared."""
TITLE_SHARE = 0.25
"""A title agrees when at least this share of its long words is in the page's title: site names are
added, subtitles left out, and case endings change, so little is asked for."""
IN_NOTE = 0.6
"""Share of a page title's long words that, standing anywhere in the note, show that it is the one cited."""
NAME_WORDS = 4
"""Words of the longest personal name; more are an office or several people without a mark between them."""
WEB_YEAR = 1995
"""A work of an earlier year is on the web as a later edition, whose date is another."""
SKELETON = 3
"""Consonants from which the beginning of a name is the name: endings change with grammar."""
MOST_READINGS = 16
NEAR = 0.66
"""Likeness of consonants from which names of two scripts may be one (*Xueqin*, *Сюэцинь*)."""

TITLE_PARTS = re.compile(r"\s[|·•»/–—-]\s|\s?[|/]\s|::")
PEOPLE = re.compile(
    r"\s*(?:;|&|,|/|\bet\b|\band\b|\bund\b|\bи\b|\bі\b|\bта\b|\bi\b|\by\b|\be\b|\ba\b|\boraz\b)\s*"
)
"""Between several people; a comma may also stand inside a name (`Doe, Jane`), which changes nothing here."""
NO_NAME = re.compile(
    r"(?i)\b(?:et al|and others|et autres|u\. ?a|и др|и соавт|та ін|ды інш|i in|y otros|e altri|a kol|hrsg|"
    r"ed|eds|éd|dir|red|ред|сост|пер|trad|transl|übers|by|par|von)\b\.?|\([^()]*\)|\d+"
)
OFFICE_WORDS = """
admin administrator administration agence agency agencia agenzia agentur archive archives association
bureau board center centre centro zentrum committee comité commission company corporation council
department desk editor editorial editors fédération federación federazione foundation fondation
fondazione fundación fundacja gazette gazeta giornale gmbh government gesellschaft group gruppe inc
institut institute instituto istituto journal ltd llc magazine media ministère ministry ministerio
ministerium news newspaper newsroom office organisation organization parliament presse press projekt
project rédaction redaction redakcja redakce redaktion redacción redazione revue service society société
staff stiftung studio syndicat team times tribune urząd university université universität universidad
università verband verein verlag web webmaster wiki wikipedia writer zeitung агентство администрация
ассоциация бюро ведомости газета группа журнал институт комитет корреспондент министерство новости отдел
правительство пресс пресса редактор редакция служба союз университет фонд центр агенція адміністрація
асоціація вісник міністерство новини редакція рух спілка університет комітет інститут агенцтва
адміністрацыя міністэрства навіны рэдакцыя універсітэт інстытут уряд урад
"""
ARTICLES = frozenset("the le la les l' der die das el los il lo gli de het o os".split())  # noqa: SIM905
"""Newspapers begin with one; surnames that do are not compared."""
OFFICES = frozenset(OFFICE_WORDS.split())
"""Words of offices, newspapers and houses: who signs so is no person to be compared."""
CYRILLIC = str.maketrans("бвгґдзклмнпрстфхцўжчшщѳ", "bvhhdzklmnprztvhzvzzzzv")
"""One sign a consonant, those that transliterations confuse made one; vowels and soft signs have none."""
LATIN_SIGNS = {
    "schtsch shch stch chtch tsch tch sch szcz sh zh ts tz sz cz s z": ("z",), "dzh dsch dj": ("dz", "z"),
    "ch": ("z", "h", "k"), "kh gh g h": ("h",), "ph v w f": ("v",), "th": ("t", "v"), "x": ("kz", "h"),
    "ck qu k q": ("k",), "c": ("z", "k"), "j": ("", "z"), "rz": ("z", "rz"), "b": ("b",), "d": ("d",),
    "l": ("l",), "m": ("m",), "n": ("n",), "p": ("p",), "r": ("r",), "t": ("t",),
}  # fmt: skip
"""Latin letters and what they may stand for: *ch* is *ч*, *ш* and *х* by the country."""
LATIN = {letters: signs for row, signs in LATIN_SIGNS.items() for letters in row.split()}
LETTERS = re.compile("|".join(sorted(LATIN, key=lambda letters: -len(letters))))


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a note and its page, as both give it."""

    what: str
    printed: str
    own: str


def differences(
    citation: Citation, page: Metadata, note: str, language: str | None, host: str = ""
) -> list[Difference]:
    """What differs of author, title, year; `note` is the note's text, `language` the manuscript's, `host` the
    page's, whose own name is no title."""
    found = []
    titles = tuple(one for one in page.titles or (page.title or "",) if one and not _is_site(one, host))
    same_language = page.language is not None and page.language == language
    if citation.title and titles and same_language and not _titles_agree(citation.title, titles, note):
        found.append(Difference("title", citation.title, titles[0]))
    if citation.author and page.author and not _authors_agree(citation.author, page.author, note):
        found.append(Difference("author", citation.author, page.author))
    if page.published and not _years_agree(citation, page, note):
        found.append(Difference("year", str(citation.year), page.published[:4]))
    return found


def _is_site(title: str, host: str) -> bool:
    words = _words(title)
    return bool(host and words) and sum(word in host.casefold() for word in words) * 2 > len(words)


def _years_agree(citation: Citation, page: Metadata, note: str) -> bool:
    """A year that is only that of the visit says nothing about the source."""
    printed = citation.year
    if printed is None or printed < WEB_YEAR or (citation.accessed or "").startswith(str(printed)):
        return True
    years = {year for one in (page.published or "", *page.dates) for year in _years(one)}
    return not years or printed in years or any(str(year) in note for year in years)


def _years(shown: str) -> set[int]:
    """The year of a date; of one at a year's end or beginning both, since clocks differ over the world."""
    if not shown[:4].isdigit():
        return set()
    try:
        day = date.fromisoformat(shown[:10])
    except ValueError:
        return {int(shown[:4])}
    return {(day + timedelta(days=days)).year for days in (-1, 0, 1)}


def _titles_agree(printed: str, titles: tuple[str, ...], note: str) -> bool:
    words = _stems(printed)
    parts = [_stems(part) for part in TITLE_PARTS.split(printed)]
    noted = _stems(note)
    compared = False
    for own in titles:
        others = _stems(own)
        if _script(printed) != _script(own) or len(others) < TITLE_WORDS or len(words) < TITLE_WORDS:
            continue
        compared = True
        if len(words & others) / min(len(words), len(others)) >= TITLE_SHARE:
            return True
        if any(len(part & others) * 2 > len(part) >= 2 for part in parts) or len(
            noted & others
        ) >= IN_NOTE * len(others):
            return True
    return not compared


def _authors_agree(printed: str, own: str, note: str) -> bool:
    """Whether one person is common, or one side names no person."""
    ours, theirs = _people(printed), _people(own)
    if not ours or not theirs:
        return True
    mine, others = _skeletons(ours), _skeletons(theirs)
    if not mine or not others or _meet(mine, others) or _meet(_skeletons(_words(note)), others):
        return True
    return _script(printed) != _script(own) and _near(mine, others)


def _people(shown: str) -> list[str]:
    """Words of personal names, initials left out; empty where somebody else than people is named."""
    words: list[str] = []
    people = [person for person in PEOPLE.split(NO_NAME.sub(" ", shown)) if person.strip()]
    for person in people:
        parts = person.replace(".", ". ").split()
        if len(parts) > NAME_WORDS or OFFICES.intersection(_offices(person)):
            return []
        if any(part[:1].islower() and len(part) > 5 for part in parts):
            return []
        words.extend(_words(person))
    if len(people) == 1 and (len(people[0].split()) == 1 or people[0].split()[0].casefold() in ARTICLES):
        return []  # a nickname, a newspaper, a firm
    return words


def _offices(person: str) -> list[str]:
    """Its words, those between hyphens too (*Anna-Kern-Stiftung*)."""
    return [part.strip(".,") for part in person.casefold().replace("-", " ").split()]


def _skeletons(words: list[str]) -> set[str]:
    return {skeleton for word in words for skeleton in _readings(word) if len(skeleton) >= 2}


def _meet(ours: set[str], theirs: set[str]) -> bool:
    if ours & theirs:
        return True
    return any(
        len(shorter) >= SKELETON and longer.startswith(shorter)
        for one in ours
        for other in theirs
        for shorter, longer in (sorted((one, other), key=len),)
    )


def _near(ours: set[str], theirs: set[str]) -> bool:
    """Whether two names are alike: names of third languages come through Cyrillic much changed."""
    return any(SequenceMatcher(None, one, other).ratio() >= NEAR for one in ours for other in theirs)


def _readings(word: str) -> set[str]:
    """What consonants a name has, whichever way it was transliterated.

    >>> _readings("Dostoïevski") & _readings("Достоевский") & _readings("Dostojewskij") != set()
    True
    """
    plain = plain_letters(word).translate(CYRILLIC)
    choices = [LATIN[found[0]] for found in LETTERS.finditer(plain)]
    skeletons = ("".join(chosen) for chosen, _ in zip(product(*choices), range(MOST_READINGS), strict=False))
    return {re.sub(r"(.)\1+", r"\1", skeleton) for skeleton in skeletons}


def _words(text: str) -> list[str]:
    return plain_words(text, 3)


def _stems(text: str) -> set[str]:
    """Beginnings of long words: endings change with grammar."""
    return {word[: WORD_LENGTH + 1] for word in _words(text) if len(word) >= WORD_LENGTH}


def _script(text: str) -> str:
    """Script of the first letter (`LATIN`, `CYRILLIC`, …), from its Unicode name."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
