"""Words of citations in many languages, out of `data/citations.toml`, as patterns.

All languages are looked for in every note: a French book has Russian notes, and an English phrase in a
machine-translated one.
"""

from __future__ import annotations

from functools import cache

from citecheck.parse.citation_phrases import (
    Located,
    Phrases,
    Titled,
    Words,
    latin_capitals,
    shape,
    table,
)

__all__ = ["Located", "Phrases", "Titled", "Words", "latin_capitals", "shape"]


@cache
def accessed() -> Phrases:
    """A phrase that leads in a date of access."""
    return Phrases("accessed", r"\.?\s?[:：]?\s?(?:[-־](?=\d))?")


@cache
def accessed_behind() -> Words:
    """Words behind a date of access in the scripts of East Asia (`2020年3月4日アクセス`, `… 접속`)."""
    return Words(rf"\.?\s?[に에]?\s?{shape('accessed_after')}[日일]?")


_GOES_ON = (
    r"(?=\s*(?:[,;:()\[，、；：。（「『《〔،؛]|\Z|第?\d)"
    r"|\s+(?:[-–—]\s|\d|[^\W\d_]{1,6}\.?\s?\d|[^\W\d_]{1,6}\.[^\W\d_]|[§¶])"
    r"|(?<=\.)\s[^\W\d_]{3,20}(?:\s[^\W\d_]{1,20})?\.?\s*\Z)"
)
"""What may follow a short form: nothing, a sign (of GOST a dash), a number, a word before a number; behind
its full stop the name of a part and nothing else (`Там же. Введение.`)."""


@cache
def ibid() -> Phrases:
    """A short form for the citation just before, at the beginning of a citation."""
    return Phrases("ibid", rf"\.?{_GOES_ON}")


@cache
def idem() -> Phrases:
    """A short form for the author of the citation just before, at the beginning of a citation."""
    return Phrases("idem", r"\.?")


@cache
def opcit() -> Phrases:
    """A short form for the work that was cited before of the author named in front of it."""
    return Phrases("opcit", r"\.?", initials=rf"\.?{_GOES_ON}")


@cache
def supra() -> Phrases:
    """A pointer to another note; the group that is not empty is its number."""
    return Phrases("supra")


@cache
def second_hand() -> Phrases:
    """The source was not seen by the author of the manuscript: what follows is where it is quoted."""
    return Phrases("second_hand", r"\s?:?")


@cache
def translated() -> Phrases:
    """The translation of the quotation is the manuscript's own."""
    return Phrases("translated")


@cache
def see() -> Phrases:
    """Words that lead in a citation without being part of it, at its beginning."""
    return Phrases("see", r"[.:,]*\s?")


@cache
def lead() -> Phrases:
    """Words that may stand before *see*, before an author, or after *see*: `also`, `näher`, `por todos`."""
    return Phrases("lead", r"[.:,]*\s?")


@cache
def online() -> Phrases:
    """The source is an electronic one."""
    return Phrases("online")


@cache
def onward() -> str:
    """What follows a page number and goes with it (`ff.`, `et s.`, `y ss.`, `об.`), as an expression."""
    return rf"(?:\s?(?:[rv]°?|ff?\.?|{shape('onward')})(?![^\W_])(?!\s?\d))?"


@cache
def goes_onward() -> Words:
    """Such words and nothing else, from where they begin."""
    return Words(rf"{onward()}\Z")


@cache
def pages() -> Located:
    """Pages with their word; group 1 is the number."""
    return Located(_before_number("pages"), _page_number())


@cache
def sections() -> Located:
    """Sections, articles, paragraphs with their word; group 1 is the number."""
    return Located(_before_number("sections"), _number(r"\d+(?:\.\d+)*+"))


@cache
def pages_behind() -> Words:
    """Pages with their word behind them (`112. o.`); group 1 is the number."""
    return Words(
        rf"(?<![\w.])(\d{{1,4}}(?:\s?[–—-]\s?\d{{1,4}})?)\.?\s{shape('pages_after')}(?![^\W\d_]|\s?\d)"
    )


@cache
def here() -> Located:
    """The page meant, behind a whole article's (`S. 112–140, hier S. 119`); group 1 is the number."""
    return Located(Phrases("here", r":?\s?"), _page_number(), _before_number("pages"))


@cache
def _before_number(field: str) -> Phrases:
    """`page 5` and `S 160`, but no `s5`; `p.5`, `§5`."""
    return Phrases(field, r"(?:(?<=[^\W\d_])\s|(?<![^\W\d_])\s?)(?=[\divxlc]|[a-f]-?\d)")


@cache
def _page_number() -> str:
    """Numbers, roman ones, and those of a newspaper's parts: `at A12`."""
    return _number(r"(?:\d++(?!(?:d|nd|rd|st|th)(?![^\W_]))|[ivxlc]+(?![^\W\d_])|[a-f]-?\d{1,3}(?!\d))")


def _number(number: str) -> str:
    to = rf"(?:\s?[–—-]\s?{number}[a-z]?(?![^\W\d_]))?"
    more = r"(?:,\s\d{1,3}(?![\d.])(?!\s[^\W\d_])(?:[–—-]\d{1,3})?)*+"
    side = r"(?:[a-z](?![^\W\d_]))?"
    verso = r"(?:\s?[^\W\d_]{1,2}\.?(?=\s?[–—-]\s?\d))?"
    return rf"({number}{side}(?![^\W\d_ºª]|[ºª]\w)[ºª]?{verso}{to}{more}{onward()})"


@cache
def months() -> dict[str, frozenset[int]]:
    """Names of months, lower case, without full stops → 1 to 12; *listopada* is two: Croatian, Polish."""
    found: dict[str, set[int]] = {}
    for row in table().values():
        for number, names in enumerate(row["months"], start=1):
            for name in names.split():
                found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def months_of(phrase: str) -> dict[str, int]:
    """Names of months in the languages that have `phrase` for a date of access."""
    return {
        name: number
        for row in table().values()
        if phrase in row["accessed"]
        for number, names in enumerate(row["months"], start=1)
        for name in names.split()
    }


@cache
def day_first(phrase: str) -> bool:
    """Whether dates behind `phrase` have the day before the month, since no English writes so: of all the
    languages here only English sets the month first (Unicode CLDR, short dates)."""
    languages = {language for language, row in table().items() if phrase.lower() in row["accessed"]}
    return bool(languages) and "en" not in languages
