"""Which other files a LaTeX source wants read with it; whoever holds the folder decides what it may have."""

from __future__ import annotations

import re

from citecheck.read.latex_commands import paths_of

MOST_NAMED = 1_000
"""Files that one source may name."""

_INPUT = re.compile(
    rb"\\(?:input|include|subfile|subfileinclude)[ \t]*(?:\{([^{}\\%\r\n]{1,200})\}|[ ]([^\s{}\\%]{1,200}))"
)
_IMPORT = re.compile(rb"\\(?:sub)?import[ \t]*\{([^{}\\%\r\n]{0,200})\}[ \t]*\{([^{}\\%\r\n]{1,200})\}")
_BIBLIOGRAPHY = re.compile(
    rb"\\(?:bibliography|addbibresource|addglobalbib)[ \t]*(?:\[[^\]]{0,200}\])?[ \t]*\{([^{}\\]{1,2000})\}"
)
_SETTING = re.compile(
    rb"\\(documentclass|LoadClass|usepackage|RequirePackage)[ \t\r\n]*(?:\[[^\]]{0,4000}\])?[ \t\r\n]*"
    rb"\{([^{}\\]{1,500})\}"
)
_COMMENT = re.compile(rb"(?<!\\)%[^\r\n]*")
_CITES = re.compile(rb"\\[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}\*?[ \t]*[\[{(]")


def wanted_files(data: bytes, name: str) -> tuple[str, ...]:
    """Paths, from the manuscript's folder, that the source `name` may mean; not all of them need exist.

    >>> wanted_files(rb"\\input{a} \\addbibresource{b.bib}", "main.tex")
    ('a.tex', 'a', 'b.bib')
    """
    found: list[str] = []
    for match in _INPUT.finditer(data):
        found += paths_of(_text(match.group(1) or match.group(2)), here=name)
    for match in _IMPORT.finditer(data):
        found += paths_of(_text(match.group(2)), _text(match.group(1)), name)
    return tuple(dict.fromkeys([*found, *_settings_of(data), *bibliographies_of(data)]))[:MOST_NAMED]


def _settings_of(data: bytes) -> list[str]:
    """Classes and packages that a source loads, where they lie beside it."""
    found: list[str] = []
    for match in _SETTING.finditer(_COMMENT.sub(b"", data)):
        ending = ".cls" if b"lass" in match.group(1) else ".sty"
        found += [_text(name) + ending for name in match.group(2).split(b",")[:100] if name.strip()]
    return found


def bibliographies_of(data: bytes) -> tuple[str, ...]:
    """Databases that a source names, as paths from its folder.

    >>> bibliographies_of(rb"\\bibliography{a,b.bib}")
    ('a.bib', 'b.bib')
    """
    found: list[str] = []
    for match in _BIBLIOGRAPHY.finditer(_COMMENT.sub(b"", data)):
        for one in _text(match.group(1)).split(",")[:100]:
            path = one.strip()
            found.append(path if path.endswith((".bib", ".bibtex")) else path + ".bib")
    return tuple(dict.fromkeys(found))[:MOST_NAMED]


def cites(data: bytes) -> bool:
    """Whether the source cites keys, so that any bibliography at hand is of use."""
    return _CITES.search(data) is not None


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace").strip().strip('"')
