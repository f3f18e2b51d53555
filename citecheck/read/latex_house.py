"""Macros of a manuscript's own class and packages: those that make notes, addresses or calls of sources.

The rest of a class is the setting of pages, in which nothing is to be read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from citecheck.read.latex_macros import Macro, Macros
from citecheck.read.latex_source import Source, words

ENDINGS = (".cls", ".sty")
LARGEST = 400_000
"""Characters of a class or package that is looked at; those that are larger are programs."""
MOST = 2_000
"""Definitions of all of them that are kept."""
_SPEAKING = (
    "footnote",
    "footnote_mark",
    "footnote_text",
    "endnote",
    "endnote_mark",
    "endnote_text",
    "url",
    "quote",
)
_COMMAND = re.compile(r"\\([A-Za-z@]{1,60})")


def house_macros(texts: Iterable[str], known: Collection[str]) -> dict[str, Macro]:
    """Macros by name out of the `texts` of classes and packages, less those that are `known` commands.

    >>> found = house_macros([r"\\newcommand\\web[2]{#2\\footnote{#1}} \\newcommand\\rule[1]{#1}"], ())
    >>> list(found)
    ['web']
    """
    macros = Macros()
    define = re.compile(
        r"\\(" + "|".join(sorted(words()["definitions"], key=len, reverse=True)) + r")\*?(?![A-Za-z])"
    )
    for text in texts:
        if len(text) > LARGEST:
            continue
        source = Source.of(text)
        at = 0
        while (found := define.search(text, at)) and len(macros.known) < MOST:
            at = max(found.end(), _defined(macros, source, found))
    return _speaking(macros.known, known)


def _defined(macros: Macros, source: Source, found: re.Match[str]) -> int:
    name = found.group(1)
    if name in ("def", "gdef", "edef", "xdef"):
        return macros.define_primitive(source, found.end())[1]
    if name.endswith("DocumentCommand"):
        return macros.define_document(source, found.end())[1]
    return macros.define(source, found.end())[1]


def _speaking(macros: dict[str, Macro], known: Collection[str]) -> dict[str, Macro]:
    """Those of `macros` that make a note, an address or a call, themselves or through another of them."""
    own = {
        name: macro for name, macro in macros.items() if name not in known and "@" not in name + macro.body
    }
    says = {command for group in _SPEAKING for command in words()[group]} | {"href"}
    found: dict[str, Macro] = {}
    left = {name: set(_COMMAND.findall(macro.body)) for name, macro in own.items()}
    while new := [name for name, used in left.items() if used & says or any("cite" in one for one in used)]:
        for name in new:
            found[name] = own[name]
            says.add(name)
            del left[name]
    return {name: found[name] for name in own if name in found}
