"""Who wrote a source, out of the head of a citation.

Styles put the author first and say it in few ways: `Surname, I. O. Title` (GOST, ISO 690), `I. Surname,
Title` and `First Surname, Title` (footnotes of Chicago, French, Polish and law-review style), `Surname,
First: Title`, `Surname/Surname, Title` and `Surname, Title` (German). Several names follow each other with
commas, signs and words for *and*. Whatever has none of these shapes begins with its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from citecheck.parse import citation_words as words
from citecheck.parse.citation_imprint import begins_imprint, is_place

_Spans = list[tuple[int, int]]

HEAD = 200
"""Characters at the beginning of a citation in which its authors stand."""
MOST_NAMES = 8
PROSE = 100
"""Characters of prose that may lead up to *see* (`On the older literature see …`)."""

_UP = "A-Z"
"""Capital letters of any alphabet: names are looked for in a text with `latin_capitals`."""
_PARTICLE = (
    r"(?:(?:[Vv]on(?:\s(?:der|dem|den))?|zu[rm]?|[Vv]an(?:\s(?:der|den|de))?|[Dd]e(?:\s(?:la|las|los))?|du"
    r"|d[oi]s?|da|das|del|della|den|ter|ten|le|la|el|al|bin|ibn|af|фон|ван|де)\s|d['’])"
)
_NAME = rf"[{_UP}][^\W\d_]*+(?:['’-][^\W\d_]++)*+"
_INITIALS = rf"[{_UP}][^\W\d_]?\.(?:[\s-]?[{_UP}][^\W\d_]?\.){{0,2}}"
_SURNAME = rf"{_PARTICLE}?{_NAME}"
_ARTICLES = (
    r"(?!(?:The|An?|Der|Die|Das|Ein|Eine|Des|Dem|Les|Une?|Il|Gli|Los|Las|Os|As|Het|Een|Det|Ett?|On|In|Zur?|Zum"
    r"|Pour|Sur|Vom?|Por|Para|Aus|From|For|Z[баозтοι]?)\s)"
)
"""Words with which titles begin and names do not; `Z` is a Cyrillic or Greek capital (`О`, `На`, `Το`)."""
_FULL = rf"{_ARTICLES}{_NAME}(?:\s(?:[{_UP}]\.\s?)*+{_PARTICLE}?{_NAME}){{1,3}}"
_INITIALS_FIRST = rf"{_INITIALS}[\s-]?{_PARTICLE}?{_NAME}(?:\s{_NAME})?"
_SURNAME_FIRST = rf"{_SURNAME}(?:\s{_NAME})?(?:,\s{_INITIALS}|\s{_INITIALS}(?!\s[A-Y][^\W\d_]+,))"
_CAPITALS = rf"[{_UP}]{{2,}}(?:[ '’-][{_UP}]{{2,}})*"
_CAPITALS_FIRST = (
    rf"{_CAPITALS},\s{_NAME}(?:\s(?:{_PARTICLE}?{_NAME}|[{_UP}]\.(?!\s[{_UP}][^\W\d_])))*"
    r"(?:\s(?:de|da|do|dos|von|van|di)(?=[;.,:]))?"
)
_BARE_INITIALS = rf"[{_UP}]{{1,3}}\s{_PARTICLE}?{_NAME}"
"""As OSCOLA prints them: `A Stone`, `HLA Hart`; nothing but a title in quotation marks tells them."""
_BRACKETED = rf"{_CAPITALS}\s\((?:[{_UP}][^\W\d_]{{0,2}}\.[\s-]?){{1,3}}\)"
_COMMA_FIRST = rf"{_SURNAME}(?:\s{_NAME})?,\s{_NAME}(?:\s(?:{_NAME}|[{_UP}]\.))?"
_ANY = rf"(?:{_CAPITALS_FIRST}|{_BRACKETED}|{_INITIALS_FIRST}|{_SURNAME_FIRST}|{_FULL})"
_NAME_ALONE = re.compile(rf"{_ANY}|{_SURNAME}(?:\s{_NAME})?")

_OPENS = rf"[{_UP}«\"“”„‘'*_»\[]"
_COMMA = rf",\s+(?={_OPENS}|\d|[^\W\d_]{{1,9}}:)"
_COMMA_ANY = rf",\s+(?={_OPENS}|\w)"
_COMMA_IN = rf",\s+(?={_OPENS}|{{inside}}\s?:)"
_YEAR = r",?\s(?=[(\[]?(?:1[4-9]|20)\d\d[a-z]?(?![\d–-]))"
_TITLE = rf"\s*(?={_OPENS}|[(\d])|:\s|,\s+(?={_OPENS})"
_CASE_WORD = re.compile(rf"(?<![,;:])\sv\.?s?\.?\s(?=[{_UP}])|\bIn re\b|\bEx parte\b")
_SLASHED = re.compile(rf"\s/\s?({_INITIALS_FIRST}(?:,\s{_INITIALS_FIRST}){{0,3}})\s?(?://|\.\s?[-–—])")
_ONE_SLASHED = re.compile(_INITIALS_FIRST)
_ABBREVIATION = re.compile(rf"[{_UP}]{{1,5}}\s\d{{4}}")
"""Reports and journals (`NJA 2008`), which are nobody's name."""
_TITLE_WORDS = re.compile(
    r"\s(?:the|of|and|for|to|le|la|les|du|et|el|los|las|y|il|di|della|dei|e|do|da|dos)\s"
)
"""Words of languages whose notes part author and title with a comma: there a colon stands inside a title."""
_INITIALS_ALONE = re.compile(r"(?:[^\W\d_]\.\s?)+")
_LOWER_WORDS = re.compile(r"(?:[^\W\d_A-Z]{1,14}[.,:]{0,2}\s){1,4}")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A way to name authors: the first, the others, and what has to follow the last of them."""

    first: re.Pattern[str]
    more: re.Pattern[str] | None
    between: re.Pattern[str]
    end: re.Pattern[str]
    least: int = 1
    """Names that it has at least."""
    bare: bool = False
    """Whether the shape is that of many titles too, so that what follows has to be a title."""


@cache
def _shapes() -> tuple[_Shape, ...]:
    """The surer first: `Mary B. Orr, Title` is no `Mary B.`, `Surname, First` no surname with a title."""
    sure = re.compile(rf"(?:\s?[/;&]\s?|\s[–—-]\s|,?\s(?:{_and()})\s)")
    full = _Shape(re.compile(_FULL), re.compile(_ANY), _either(sure), re.compile(_COMMA), bare=True)
    return (full, *_plain_shapes(sure), *_bare_shapes(sure))


def _either(sure: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{sure.pattern}|,\s)")


def _plain_shapes(sure: re.Pattern[str]) -> tuple[_Shape, ...]:
    """With initials, capitals or a comma inside the name."""
    either, more = _either(sure), re.compile(_ANY)
    dated = r"\s\((?=[^()]{0,20}\d{4}\))"
    return (
        _Shape(
            re.compile(_CAPITALS_FIRST),
            more,
            either,
            re.compile(rf"[.:]\s(?={_OPENS})|,\s(?={_OPENS})|{_YEAR}"),
        ),
        _Shape(re.compile(_SURNAME_FIRST), more, either, re.compile(_TITLE)),
        _Shape(
            re.compile(rf"(?:{_BARE_INITIALS}|{_FULL})"),
            re.compile(rf"(?:{_BARE_INITIALS}|{_ANY})"),
            either,
            re.compile(r",\s(?=[«\"“„‘'*])"),
        ),
        _Shape(
            re.compile(_INITIALS_FIRST),
            more,
            either,
            re.compile(rf"{_COMMA_ANY}|:\s|{_YEAR}|\s(?=[«“„])"),
        ),
        _Shape(re.compile(_BRACKETED), more, either, re.compile(r",\s|\s(?=[«“„])")),
        _Shape(
            re.compile(_COMMA_FIRST),
            re.compile(_COMMA_FIRST),
            sure,
            re.compile(rf":\s|\.\s(?={_OPENS})|{dated}"),
        ),
    )


def _bare_shapes(sure: re.Pattern[str]) -> tuple[_Shape, ...]:
    """Surnames alone; last a name and a colon, for which headlines have another use."""
    surname = re.compile(_SURNAME)
    end = re.compile(rf"{_COMMA_IN.replace('{inside}', words.shape('inside'))}|{_YEAR}")
    return (
        _Shape(
            re.compile(_CAPITALS),
            re.compile(_CAPITALS),
            re.compile(r"\s?[/;&]\s?"),
            re.compile(rf"{_COMMA}|{_YEAR}"),
        ),
        _Shape(surname, re.compile(rf"(?:{_ANY}|{_SURNAME})"), sure, end, bare=True),
        _Shape(
            re.compile(rf"{_NAME}\s{_NAME}"),
            re.compile(rf"{_NAME}(?:\s{_NAME})?"),
            re.compile(r"\s[ye]\s"),
            end,
            least=2,
            bare=True,
        ),
        _Shape(re.compile(_FULL), re.compile(_FULL), sure, re.compile(r"(?<!\s):\s"), bare=True),
    )


@cache
def _and() -> str:
    return words.shape("and")


@cache
def _others() -> re.Pattern[str]:
    """*Et al.* and *(eds.)* behind names."""
    others, editors = words.shape("others"), words.titled_shape("editors")
    return re.compile(
        rf"(?:,?\s{others}(?![^\W_]))?(?:\s?[(\[]{editors}[^()\[\]]{{0,30}}[)\]]|,\s{editors}(?![^\W_])(?=,|\s[«“\"]))?",
    )


def author_of(text: str, *, online: bool = False) -> tuple[str | None, int]:
    """Authors, joined by `; `, and the offset after them; `None` and the title's where the title comes first.

    `online`: headlines of web pages lead in what somebody said with a name and a colon.
    """
    start = lead_in(text)
    flat = words.latin_capitals(text)
    if _CASE_WORD.search(flat, start, start + 80):
        return None, start
    shapes = _shapes()[:-1] if online else _shapes()
    for place in _places(text, start):
        found = _authors_at(flat[: place + HEAD], place, shapes)
        if found:
            spans, end = found
            return _joined(text, spans), end
    slashed = _SLASHED.search(flat)
    if slashed:
        return _joined(text, [one.span() for one in _ONE_SLASHED.finditer(flat, *slashed.span(1))]), start
    return None, start


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


def _authors_at(head: str, start: int, shapes: Sequence[_Shape]) -> tuple[_Spans, int] | None:
    for shape in shapes:
        found = _listed(shape, head, start)
        if found:
            return found
    return None


def _listed(shape: _Shape, head: str, start: int) -> tuple[_Spans, int] | None:
    """Names of a shape from `start` on and the offset after them, as many as leave a title behind them."""
    match = shape.first.match(head, start)
    names: list[tuple[re.Match[str], bool]] = []
    after_comma = False
    while match and len(names) < MOST_NAMES:
        names.append((match, after_comma))
        between = shape.between.match(head, match.end())
        after_comma = between is not None and between.group().strip() == ","
        match = shape.more.match(head, between.end()) if shape.more and between else None
    for count in range(len(names), shape.least - 1, -1):
        last, after_comma = names[count - 1]
        others = _others().match(head, last.end())
        follows = shape.end.match(head, others.end() if others else last.end())
        if not follows or (count == 1 and _ABBREVIATION.match(f"{last.group()} {head[follows.end() :]}")):
            continue
        if shape.bare and count == 1 and is_place(last.group()):
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
    parts = re.split(rf"\s?[/;&]\s?|\s[–—]\s|\s(?:{_and()})\s", text)
    if all(part.isupper() and "." not in part for part in parts):
        parts = [name for part in parts for name in part.split(", ")]
    if len(parts) < 2 or not all(_NAME_ALONE.fullmatch(words.latin_capitals(part)) for part in parts):
        return None
    return "; ".join(dict.fromkeys(parts))


def lead_in(text: str) -> int:
    """Offset after signs and words like *see*, with which a citation is led in."""
    start = 0
    while start < len(text) and not (text[start].isalnum() or text[start] in '«"“„”»‘([§¶'):
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
