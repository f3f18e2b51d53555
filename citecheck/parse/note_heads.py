"""How a note begins that has lost its number, and how what stands above it ends."""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.citation_phrases import phrases_of
from citecheck.parse.dates import is_month
from citecheck.parse.words import cites, locator_end, lower_start
from citecheck.patterns import late

TERMINAL = frozenset(".!?…»”\"')]}’“>")
"""What a sentence ends with, a bracket or quotation mark behind it included."""
OPENING = frozenset('"«„“»‘‹<[(')
"""What a note begins with, if with no word."""
NAMED = 8
"""Words at most before the first comma of a note that begins with a name or a title."""
FEW, PARTS = 5, frozenset(',，“«„"《')
"""So few of them may be the title of a source in small letters where one of these follows."""

LOCATOR = 20
"""Characters behind a comma in which the word of a place, and its number, stand."""

_HEAD = re.compile(r"[^,:;(\d“«„\"，《「『<]*")
_NAME = late(r"(?:[^\W\d_]+\.?\s?){1,4}(?!(?:1[4-9]|20)\d\d(?!\d))\d")
_PLACE_LAST = late(r"[,:]\s\d{1,4}(?:[–-]\d{1,4})?\.?\Z")
_SHELF = late(
    r"(?:[^\W\d_]+\.?\s){0,3}[^\W\d_a-zа-яё]{2,8},\s(?:[^.;:\n]{0,60}[,\s])?"
    r"(?:[^\W\d_]{1,12}\.?\s\d{1,5}|[^\W\d_]{1,5}(?:/[^\W_]+)*/\d{1,5})[rvab]?(?:\.(?:\s|\Z)|\Z)"
)
"""A collection of an archive, a comma, and a box or a bundle with its number: `AJP, caja 5.`"""
_REGNAL = late(r"(?:(?:and|&)\s\d{1,2}\s)?[A-Z][a-z]{1,8}\.?\s[IVX]{1,5}(?![^\W_])")
"""The reign by whose years statutes are named: `6 | Geo. III, c. 47`."""
_WORD = re.compile(r"[^\W\d_]+")
_LAST = late(r"(?<!\d)([^\W\d_]+)\.\Z")


def begins_citation(content: str, start: int, end: int) -> bool:
    """Whether what stands between two offsets cites something, and begins with whose work or what it cites:
    a few words before a comma, or more capital words than small ones, and no word of an edition or date.

    >>> [begins_citation(one, 0, len(one)) for one in ("Orr, Lamps, p. 4.", "Ibid.", "The boat sank 1911.")]
    [True, True, False]
    >>> [begins_citation(one, 0, len(one)) for one in ("May 1911, p. 3.", "Auflage, S. 4.")]
    [False, False]
    """
    if lower_start().match(content, start, end):
        return True
    text = content[start:end].strip()
    if not text or not (cites().search(text) or _PLACE_LAST.search(text)):
        return False
    head = _HEAD.match(text)
    named = head[0] if head else ""
    words = _WORD.findall(named)
    if not words:
        return text[0] in OPENING or text[0] in "《「『"
    initial = len(words[0]) == 1 and words[0].isupper() and len(words) > 1 and words[1].istitle()
    if is_month(words[0]) or (words[0].lower() in _editions() and not initial):
        return False  # `T. Orr` is no volume, as `T. II` is
    small = sum(word[0].islower() for word in words)
    if len(words) - small == 1 and _tells(text, len(named)):
        return False
    parted = text[len(named) : len(named) + 1] in PARTS and len(words) <= FEW
    return len(words) <= NAMED and not words[0][0].islower() and (parted or small * 2 <= len(words))


def _tells(text: str, at: int) -> bool:
    """Whether what follows a comma at an offset is told, not cited: `Boats, | says Orr, p. 3`."""
    behind = text[at + 1 : at + LOCATOR].lstrip() if text[at : at + 1] in {",", "，"} else ""
    if not behind[:1].islower() or lower_start().match(behind):
        return False
    found = cites().search(behind)
    return found is None or found.start() > 0


def begins_with_shelf(content: str, start: int, end: int) -> bool:
    """Whether a place in an archive stands first between two offsets, each word before its comma with a
    capital, and no page or year.

    >>> [begins_with_shelf(one, 0, len(one)) for one in ("HB, box 5.", "HB, A/4.", "Band, S. 5.", "A, two.")]
    [True, True, False, False]
    """
    found = _SHELF.match(content, start, end)
    if found is None or cites().search(found[0]):
        return False
    return all(word[0].isupper() for word in _WORD.findall(found[0].partition(",")[0]))


def counts_books(content: str, start: int, end: int, *, dotted: bool) -> bool:
    """Whether what follows a number makes it that of a book of the Bible, of a volume of a reporter or of a
    work: `2 | Corinthians 3:4`, `2 | F. Supp. 44`; or the year of a reign. `dotted`: the number has a stop of
    its own."""
    if lower_start().match(content, start, end):
        return False  # `3 | Id. at 82`
    if not dotted and _REGNAL.match(content, start, end):
        return True
    name = _NAME.match(content, start, end)
    return name is not None and (not dotted or len(_WORD.findall(name[0])) == 1)


def ends_note(content: str, start: int, end: int) -> bool:
    """Whether what stands between two offsets ends in a stop that is not that of an abbreviation before a
    number (`vol.`), and in no quotation left open."""
    text = content[start:end].rstrip().rstrip("[(").rstrip()
    if text[-1:] not in TERMINAL or text.count("“") + text.count("«") > text.count("”") + text.count("»"):
        return False
    if text.count("„") > text.count("“") + text.count("”") or text.count('"') % 2:
        return False
    last = _LAST.search(text)
    return not (locator_end().search(text) or (last and last[1].lower() in _editions()))


@cache
def _editions() -> frozenset[str]:
    """Words of editions, volumes and numbers, in small letters and without their stops."""
    return frozenset(phrase.rstrip(".") for phrase in phrases_of("edition"))
