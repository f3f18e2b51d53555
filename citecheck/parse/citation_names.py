"""Who wrote a source, out of the head of a citation.

Styles put the author first and say it in few ways: `Surname, I. O. Title` (GOST, ISO 690), `I. Surname,
Title` and `First Surname, Title` (footnotes of Chicago, French, Polish and law-review style), `Surname,
First: Title`, `Surname/Surname, Title` and `Surname, Title` (German). Several names follow each other with
commas, signs and words for *and*. Whatever has none of these shapes begins with its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citecheck.parse import citation_words as words
from citecheck.parse.citation_imprint import begins_imprint, is_place
from citecheck.parse.citation_shapes import (
    Shape,
    after_others,
    and_words,
    behind_slash,
    first_match,
    is_name,
    shapes,
)
from citecheck.parse.semitic_names import semitic_author
from citecheck.patterns import late

_Spans = list[tuple[int, int]]

HEAD = 200
"""Characters at the beginning of a citation in which its authors stand."""
MOST_NAMES = 8
PROSE = 100
"""Characters of prose that may lead up to *see* (`On the older literature see …`)."""

_CASE_WORD = re.compile(r"(?<![,;:])\sv\.?s?\.?\s(?=[A-Z])|\bIn re\b|\bEx parte\b")
_ABBREVIATION = re.compile(r"[A-Z]{1,5}\s\d{4}")
"""Reports and journals (`NJA 2008`), which are nobody's name."""
_TITLE_WORDS = late(r"\s(?:the|of|and|for|to|le|la|les|du|et|el|los|las|y|il|di|della|dei|e|do|da|dos)\s")
"""Words of languages whose notes part author and title with a comma: there a colon stands inside a title."""
_INITIALS_ALONE = re.compile(r"(?:[^\W\d_]\.\s?)+")
_LOWER_WORDS = re.compile(r"(?:[^\W\d_A-Z]{1,14}[.,:]{0,2}\s){1,4}")


def author_of(text: str, *, online: bool = False) -> tuple[str | None, int]:
    """Authors, joined by `; `, and the offset after them; `None` and the title's where the title comes first.

    `online`: headlines of web pages lead in what somebody said with a name and a colon.
    """
    start = lead_in(text)
    flat = words.latin_capitals(text)
    if _CASE_WORD.search(flat, start, start + 80):
        return None, start
    if (semitic := semitic_author(text, start)) is not None:
        return semitic
    tried = shapes()[:-1] if online else shapes()
    for place in _places(text, start):
        found = _authors_at(flat[: place + HEAD], place, tried)
        if found:
            spans, end = found
            return _joined(text, spans), end
    slashed = behind_slash(flat)
    return (_joined(text, slashed) if slashed else None), start


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Names as printed, each once."""
    return "; ".join(dict.fromkeys(text[start:end].strip(" ,") for start, end in spans))


def _places(text: str, start: int) -> Iterator[int]:
    """Where authors may begin: after *see* and kin, after weaker words, after prose that ends in *see*."""
    place, led = start, []
    while (match := words.lead().match(text, place)) and match.end() < len(text):
        place = match.end()
        led.append(place)
    # `V. Hugo` has initials where `V. supra` has a word.
    initial = bool(led) and _INITIALS_ALONE.fullmatch(text[start : led[0]].strip()) is not None
    yield from [start, *led] if initial else [*reversed(led), start]
    lower = _LOWER_WORDS.match(text, start)
    if lower:
        yield lower.end()
    for match in words.see().finditer(text[: start + PROSE]):
        before = text[match.start() - 1 : match.start()]
        if match.start() > start and before.isspace() and match.group()[-1:].isspace():
            prose = text[start : match.start()]
            if text[match.start()].islower() and not any(map(str.isdigit, prose)):
                after = lead_in(text[match.start() :]) + match.start()
                yield after


def _authors_at(head: str, start: int, tried: Sequence[Shape]) -> tuple[_Spans, int] | None:
    for shape in tried:
        found = _listed(shape, head, start)
        if found:
            return found
    return None


def _listed(shape: Shape, head: str, start: int) -> tuple[_Spans, int] | None:
    """Names of a shape from `start` on and the offset after them, as many as leave a title behind them."""
    match = first_match(shape.first, head, start)
    names: list[tuple[re.Match[str], bool]] = []
    after_comma = False
    while match and len(names) < MOST_NAMES:
        names.append((match, after_comma))
        between = first_match(shape.between, head, match.end())
        after_comma = between is not None and between.group().strip() == ","
        match = first_match(shape.more, head, between.end()) if between else None
    for count in range(len(names), shape.least - 1, -1):
        last, after_comma = names[count - 1]
        follows = shape.end.match(head, after_others(head, last.end()))
        if not follows or (count == 1 and _ABBREVIATION.match(f"{last.group()} {head[follows.end() :]}")):
            continue
        if shape.bare and count == 1 and is_place(last.group().rpartition(", ")[2]):
            continue
        rest = head[follows.end() :]
        doubtful = (shape.bare or after_comma) and _looks_full(last.group())
        if doubtful and begins_imprint(rest, strict=after_comma, short=len(last.group().split()) <= 2):
            continue
        if follows.group().startswith(":") and doubtful and _TITLE_WORDS.search(rest):
            continue
        return [name.span() for name, _ in names[:count]], follows.end()
    return None


def _looks_full(name: str) -> bool:
    """Whether a name has neither initials nor capitals only, so that it may be a title."""
    return "." not in name and not name.split(",")[0].isupper()


def names_alone(text: str) -> str | None:
    """Names of which `text` (what stands before *op. cit.*) consists, joined by `; `, else `None`."""
    text = text[lead_in(text) :].strip(" ,")
    parts = re.split(rf"\s?[/;&]\s?|\s[–—]\s|\s(?:{and_words()})\s", text)
    if all(part.isupper() and "." not in part for part in parts):
        parts = [name for part in parts for name in part.split(", ")]
    if len(parts) < 2 or not all(is_name(words.latin_capitals(part)) for part in parts):
        return None
    return "; ".join(dict.fromkeys(parts))


@lru_cache(maxsize=16)  # authors, kind and fields of a citation ask for the same
def lead_in(text: str) -> int:
    """Offset after signs and words like *see*, with which a citation is led in."""
    start = 0
    while start < len(text) and not (text[start].isalnum() or text[start] in '«"“„”»‘([§¶《〈「『［〔（'):
        start += 1
    place, seen = start, False
    for _ in range(6):
        match = words.see().match(text, place)
        strong = match is not None
        if match is None:
            match = words.lead().match(text, place)
            if match and seen and not text[place].islower():
                match = None
        if not match or match.end() >= len(text):
            break
        place = match.end()
        if strong or seen:
            start, seen = place, True
    return start
