"""Signs of emphasis in plain text and Markdown: `*Gens de rivière*`, `_Past & Present_`.

They stand around titles as a rule, and tell where one ends.
"""

from __future__ import annotations

from citecheck.patterns import late

_EMPHASISED = late(r"(?<![\w*/])([*_]{1,3})(?=[^\s*_])([^*_\n/]{1,300}?)(?<=[^\s*_])\1(?![\w*/])")
_ENDS = " .,;:"


def opened_alone(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with emphasis only opened, by `*`, and what was emphasised.

    An opening sign shows where names end and a title begins; a closing one stands in the way of what ends it.

    >>> opened_alone("R. Walsh, _Views of the City_, London 1836")
    ('R. Walsh, *Views of the City, London 1836', ('Views of the City',))
    """
    if "*" not in text and "_" not in text:
        return text, ()
    return _EMPHASISED.sub(r"*\2", text), tuple(match[2] for match in _EMPHASISED.finditer(text))


def within_emphasis(title: str | None, emphasised: tuple[str, ...]) -> str | None:
    """`title` without signs of emphasis, as far as it was emphasised where emphasis begins with it.

    >>> within_emphasis("*Views of the City, tr. by Z. Rona", ("Views of the City",))
    'Views of the City'
    """
    if title is None or not emphasised:
        return title
    title = title.replace("*", "").strip()
    return next((kept for part in emphasised if title.startswith(kept := part.rstrip(_ENDS))), title) or None
