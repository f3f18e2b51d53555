"""The shapes in which citations name their authors, as patterns over a text with `latin_capitals`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from citecheck.parse import citation_words as words
from citecheck.patterns import late

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
_GIVEN = rf"{_ARTICLES}(?!(?:El|La|Le|L)\b)"
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
_IMPRINTED = (
    rf"(?:[^,;()]{{0,8}}\d[^,;()]{{0,12}},\s)?[{_UP}][^,:;()]{{1,40}}[,:]\s[{_UP}][^,;()]{{1,60}},\s"
    r"(?:1[4-9]|20)\d\d(?!\d)"
)
"""An edition or none, a town, a publisher and a year."""
_COMMAS_ONLY = (
    rf"(?:{_SURNAME},\s{_GIVEN}{_NAME}(?:\s(?:{_NAME}|[{_UP}]\.))?|{_SURNAME}\s{_NAME},\s{_GIVEN}{_NAME})"
)
"""Nothing but commas parts surname, first name and title, so that the whole entry has to be seen: the title
stands before an imprint, or in quotation marks before the name of a journal."""
_AFTER_COMMAS_ONLY = (
    rf",\s(?=[{_UP}][^,;:()«»\"“”„]{{2,100}},\s{_IMPRINTED}"
    rf"|[«\"“„][^«»\"“”„]{{3,120}}[»\"”“],?\s(?:[{_UP}][^\W\d_A-Z]|{{inside}}\s))"
)
_ANY = (_CAPITALS_FIRST, _BRACKETED, _INITIALS_FIRST, _SURNAME_FIRST, _FULL)
"""The surer first. They are tried one after the other: most are first names of a shape as well, and one
pattern of them all takes as long to compile as all of them again."""

_OPENS = rf"[{_UP}«\"“”„‘'*_»\[]"
_COMMA = rf",\s+(?={_OPENS}|\d|[^\W\d_]{{1,9}}:)"
_COMMA_ANY = rf",\s+(?={_OPENS}|\w)"
_COMMA_IN = rf",\s+(?={_OPENS}|{{inside}}\s?:)"
_YEAR = r",?\s(?=[(\[]?(?:1[4-9]|20)\d\d[a-z]?(?![\d–-]))"
_TITLE = rf"\s*(?={_OPENS}|[(\d])|:\s|,\s+(?={_OPENS})"
_SLASHED = rf"\s/\s?({_INITIALS_FIRST}(?:,\s{_INITIALS_FIRST}){{0,3}})\s?(?://|\.\s?[-–—])"

_MAY_BE_SLASHED = re.compile(r"/(?<=\s/)\s?[A-Z][^\W\d_]?\.")


_Patterns = tuple[re.Pattern[str], ...]


class Shape(NamedTuple):
    """A way to name authors: the first, the others, and what has to follow the last of them. Of several
    patterns the first that matches counts."""

    first: _Patterns
    more: _Patterns
    between: _Patterns
    end: re.Pattern[str]
    least: int = 1
    """Names that it has at least."""
    bare: bool = False
    """Whether the shape is that of many titles too, so that what follows has to be a title."""


def first_match(patterns: _Patterns, text: str, start: int) -> re.Match[str] | None:
    """The match of the first pattern that has one at `start`."""
    for pattern in patterns:
        match = pattern.match(text, start)
        if match:
            return match
    return None


def _of(*shapes: str) -> _Patterns:
    return tuple(map(late, shapes))


@cache
def _any() -> _Patterns:
    return _of(*_ANY)


@cache
def shapes() -> tuple[Shape, ...]:
    """The surer first: `Mary B. Orr, Title` is no `Mary B.`, `Surname, First` no surname with a title."""
    sure = _of(rf"\s?[/;&]\s?|\s[–—-]\s|,?\s(?:{and_words()})\s")
    full = Shape(_of(_FULL), _any(), _either(sure), late(_COMMA), bare=True)
    return (_commas_only(sure), full, *_plain_shapes(sure), *_bare_shapes(sure))


def _commas_only(sure: _Patterns) -> Shape:
    """`Surname, First, Title, Town, Publisher, year`: with two words before the comma one name behind it, so
    that `Mary Orr, Paul Rose, Title` stays two."""
    end = late(_AFTER_COMMAS_ONLY.replace("{inside}", words.shape("inside")))
    return Shape(_of(_COMMAS_ONLY), _of(_COMMAS_ONLY), sure, end, bare=True)


def _either(sure: _Patterns) -> _Patterns:
    return (*sure, *_of(r",\s"))


def _plain_shapes(sure: _Patterns) -> tuple[Shape, ...]:
    """With initials, capitals or a comma inside the name."""
    either, more = _either(sure), _any()
    dated = r"\s\((?=[^()]{0,20}\d{4}\))"
    return (
        Shape(
            _of(_CAPITALS_FIRST),
            more,
            either,
            late(rf"[.:]\s(?={_OPENS})|,\s(?={_OPENS})|{_YEAR}"),
        ),
        Shape(_of(_SURNAME_FIRST), more, either, late(_TITLE)),
        Shape(
            _of(_BARE_INITIALS, _FULL),
            (*_of(_BARE_INITIALS), *more),
            either,
            late(r",\s(?=[«\"“„‘'*])"),
        ),
        Shape(
            _of(_INITIALS_FIRST),
            more,
            either,
            late(rf"{_COMMA_ANY}|:\s|{_YEAR}|\s(?=[«“„])"),
        ),
        Shape(_of(_BRACKETED), more, either, late(r",\s|\s(?=[«“„])")),
        Shape(
            _of(_COMMA_FIRST),
            _of(_COMMA_FIRST),
            sure,
            late(rf":\s|\.\s(?={_OPENS})|{dated}"),
        ),
    )


def _bare_shapes(sure: _Patterns) -> tuple[Shape, ...]:
    """Surnames alone; last a name and a colon, for which headlines have another use."""
    end = late(rf"{_COMMA_IN.replace('{inside}', words.shape('inside'))}|{_YEAR}")
    return (
        Shape(
            _of(_CAPITALS),
            _of(_CAPITALS),
            _of(r"\s?[/;&]\s?"),
            late(rf"{_COMMA}|{_YEAR}"),
        ),
        Shape(_of(_SURNAME), (*_any(), *_of(_SURNAME)), sure, end, bare=True),
        Shape(
            _of(rf"{_NAME}\s{_NAME}"),
            _of(rf"{_NAME}(?:\s{_NAME})?"),
            _of(r"\s[ye]\s"),
            end,
            least=2,
            bare=True,
        ),
        Shape(_of(_FULL), _of(_FULL), sure, late(r"(?<!\s):\s"), bare=True),
    )


@cache
def and_words() -> str:
    """Words and signs between two names, as an expression."""
    return words.shape("and")


@cache
def _others() -> re.Pattern[str]:
    """*Et al.* behind names."""
    return re.compile(rf",?\s{words.shape('others')}(?![^\W_])")


@cache
def _bracketed_editors() -> words.Titled:
    return words.Titled("editors", after=r"[^()\[\]]{0,30}[)\]]")


@cache
def _editors() -> words.Titled:
    return words.Titled("editors", after=r"(?![^\W_])(?=,|\s[«“\"])")


_BRACKET, _COMMA_BEFORE = re.compile(r"\s?[(\[]"), re.compile(r",\s")


def after_others(head: str, start: int) -> int:
    """Offset after *et al.* and *(eds.)* behind names, `start` where there is neither."""
    others = _others().match(head, start)
    end = others.end() if others else start
    for before, kind in ((_BRACKET, _bracketed_editors()), (_COMMA_BEFORE, _editors())):
        sign = before.match(head, end)
        editors = kind.match(head, sign.end()) if sign else None
        if editors:
            return editors.end()
    return end


def is_name(flat: str) -> bool:
    """Whether the whole of `flat` is one name."""
    kinds = (*_any(), *_of(rf"{_SURNAME}(?:\s{_NAME})?"))
    return any(kind.fullmatch(flat) for kind in kinds)


def behind_slash(flat: str) -> list[tuple[int, int]]:
    """Spans of the names that GOST prints behind a title and a slash."""
    # The names take long to compile.
    slashed = re.search(_SLASHED, flat) if _MAY_BE_SLASHED.search(flat) else None
    if slashed is None:
        return []
    return [one.span() for one in re.compile(_INITIALS_FIRST).finditer(flat, *slashed.span(1))]
