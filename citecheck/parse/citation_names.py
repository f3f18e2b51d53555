"""Who wrote a source and what it is called, out of the head of a citation.

Styles put the author first and say it in few ways: `Surname, I. O. Title` (GOST, ISO 690), `I. Surname,
Title` and `First Surname, Title` (footnotes of Chicago, French, Polish and law-review style), `Surname,
First: Title` and `Surname, Title` (German). Whatever has none of these shapes begins with its title.
"""

from __future__ import annotations

import re

from citecheck.parse import citation_words as words

HEAD = 200
"""Characters at the beginning of a citation in which its authors stand."""

_UP = "A-ZÀ-ÖØ-ÞŁŃŚŠŞŤŢŽŹŻČĆĎĐĚĘĞİĽŇŐŘŰŮŒŸА-ЯЁЄІЇЈЉЊЋЌЎЏҐΑ-Ω"
"""Capital letters of the alphabets of Europe, as a character class."""
_PARTICLE = r"(?:(?:von|van|de|du|di|da|del|della|der|den|ten|ter|le|la|фон|ван|де)\s)?"
_NAME = rf"{_PARTICLE}[{_UP}][^\W\d_]*+(?:['’-][^\W\d_]++)*+"
_INITIALS = rf"(?:[{_UP}][^\W\d_]?\.[\s-]?){{1,3}}"
_SURNAME_FIRST = rf"{_NAME}(?:\s{_NAME})?,?\s{_INITIALS}"
_INITIALS_FIRST = rf"{_INITIALS}{_NAME}(?:\s{_NAME})?"
_AND = r"\s*(?:,|;|&|\bet\b|\band\b|\bund\b|\bи\b|\bi\b|\by\b|\be\b|\ben\b)\s*"
_OTHERS = r"(?:\s*,?\s*(?:et al\.?|и др\.|u\.\s?a\.|i in\.|e outros))?"

_GOST = re.compile(
    rf"({_SURNAME_FIRST}(?:{_AND}{_SURNAME_FIRST}){{0,5}}{_OTHERS})(?=\s*[{_UP}\d«\"“„:]|\s*\()"
)
_NAMES_COMMA = re.compile(
    rf"({_INITIALS_FIRST}(?:{_AND}{_INITIALS_FIRST}){{0,5}}{_OTHERS}),\s*(?=[^\W\d_]|[«\"“„‘*_])"
)
_FULL = rf"{_NAME}(?:\s(?:[{_UP}]\.\s?)*+{_NAME}){{1,2}}"
_FULL_NAMES_COMMA = re.compile(rf"({_FULL}(?:{_AND}{_FULL}){{0,5}}{_OTHERS}),\s+(?=[{_UP}«\"“„‘*_])")
_SURNAME_COLON = re.compile(
    rf"({_NAME}(?:\s{_NAME})?,\s{_NAME}(?:\s(?:{_NAME}|[{_UP}]\.))?)\s?(?::|\(\d{{4}}\):?)\s"
)
_SURNAME_STOP = re.compile(rf"({_NAME},\s{_NAME}(?:\s[{_UP}]\.)?)\.\s(?=[{_UP}«\"“„‘*_])")
_CAPITALS = re.compile(
    rf"([{_UP}]{{2,}}(?:[ '’-][{_UP}]{{2,}})*,\s{_NAME}(?:\s(?:{_NAME}|[{_UP}]\.))*)[.,:]\s"
)
_SURNAME_COMMA = re.compile(rf"({_NAME}),\s(?=[{_UP}«\"“„‘*_])")
_AUTHOR_YEAR = re.compile(
    rf"({_NAME}(?:(?:\s&|\sand|\set|\sund|,)\s{_NAME}){{0,3}}{_OTHERS}),?\s\(?(?:1[89]|20)\d\d[a-z]?\b"
)
_SLASHED = re.compile(rf"\s/\s?({_INITIALS_FIRST}(?:,\s{_INITIALS_FIRST}){{0,3}})\s?(?://|\.\s?[-–—])")
_ONE_INITIALS_FIRST = re.compile(_INITIALS_FIRST)
_SHAPES: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (_FULL_NAMES_COMMA, re.compile(_FULL)),  # before GOST: `Mary B. Orr, Title` is no `Mary B.`
    (_GOST, re.compile(_SURNAME_FIRST)),
    (_NAMES_COMMA, _ONE_INITIALS_FIRST),
    (_CAPITALS, None),
    (_SURNAME_COLON, None),
    (_SURNAME_STOP, None),
    (_SURNAME_COMMA, None),
    (_AUTHOR_YEAR, None),
)
"""Shapes of the head of a citation, the surer first, each with the shape of one name in it."""

_TITLE_END = re.compile(
    r"\s?\[|\s//|\s/\s|\.?\s[-–—]\s?(?:\d{4}|URL|[A-ZА-Я][\w.]*+\s?[:,])|\.\s[-–—]\s|\bURL\b|\b(?:https?|www)\b"
    r"|,\s(?=\d|(?:pp?|[Ss]|[Tt]|vol|nr|Nr|[Nn]o|Bd|[Hh]rsg|in|In|ed|eds|edited)\b\.?)"
    r"|\.\s(?=(?:1[4-9]|20)\d\d\b)|\.\s[A-ZÀ-ÝА-ЯЁ][\w.’' -]{1,30}\s?:\s"
    r"|,\s(?=[„«“\"‘])|\s\((?=[^()]{0,80}\d{4}\))"
)
_QUOTED_TITLE = re.compile(r"[«\"“„‘]([^«»\"“”„]{3,300})[»\"”“’]")
_CASE = re.compile(r"\sv\.?s?\.\s|\bIn re\b")


def author_of(text: str) -> tuple[str | None, int]:
    """Authors, joined by `; `, and the offset after them; `None` and 0 where the title comes first."""
    start = lead_in(text)
    head = text[: start + HEAD]
    if _CASE.search(head[:80]):
        return None, start
    for shape, unit in _SHAPES:
        match = shape.match(head, start)
        if match:
            return _joined(match.group(1), unit), match.end()
    slashed = _SLASHED.search(text)
    if slashed:
        return _joined(slashed.group(1), _ONE_INITIALS_FIRST), start
    return None, start


def lead_in(text: str) -> int:
    """Offset after signs and words like *see*, with which a citation is led in."""
    start = 0
    while start < len(text) and not (text[start].isalnum() or text[start] in '«"“„‘([§¶'):
        start += 1
    for _ in range(3):
        match = words.see().match(text, start)
        if not match or match.end() >= len(text):
            break
        start = match.end()
    return start


def _joined(printed: str, unit: re.Pattern[str] | None) -> str:
    """Names as printed, each once, joined by `; `. `unit`: the shape of one name."""
    if unit is None:
        names = re.split(r"\s*(?:;|&|\s(?:et(?!\sal)|and|und|и(?!\sдр)|i(?!\sin)|y|e|en)\s)\s*", printed)
    else:
        names = [match.group() for match in unit.finditer(printed)]
    return "; ".join(dict.fromkeys(name.strip(" ,") for name in names if name.strip(" ,")))


def title_of(text: str, start: int) -> str | None:
    """The title that begins at `start`, `None` where nothing is left."""
    rest = text[start:].lstrip(" .,:;")
    quoted = _QUOTED_TITLE.match(rest)
    if quoted:
        return quoted.group(1).strip(" ,.") or None
    end = _TITLE_END.search(rest)
    title = (rest[: end.start()] if end else rest).strip(" ,.:;/–—-*_")
    return title if any(map(str.isalpha, title)) else None
