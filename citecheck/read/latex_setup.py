"""What a LaTeX preamble decides about notes, sources and quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citecheck.read.latex_signs import plain
from citecheck.read.latex_source import without_comments, words

_CLASS = re.compile(r"\\document(?:class|style)[ \t]*(?:\[([^\]]{0,2000})\])?[ \t\r\n%]*\{([^{}]{1,60})\}")
_LOADED = re.compile(r"\\LoadClass(?:WithOptions)?[ \t]*(\[[^\]]{0,2000}\])?[ \t\r\n%]*\{([^{}]{1,60})\}")
_PACKAGE = re.compile(
    r"\\(?:usepackage|RequirePackage)[ \t\r\n]*(?:\[([^\]]{0,4000})\])?[ \t\r\n]*\{([^{}]{1,500})\}"
)
_POLYGLOSSIA = re.compile(r"\\set(?:main|default)language[ \t]*(?:\[[^\]]{0,300}\])?[ \t]*\{([^{}]{1,40})\}")
_BIBSTYLE = re.compile(r"\\bibliographystyle[ \t]*\{([^{}]{1,60})\}")
_CHAPTER = re.compile(r"\\chapter\*?[ \t]*[\[{]")
_WITHOUT = re.compile(r"\\counterwithout\*?\{footnote\}|\\@removefromreset\{footnote\}")
_WITHIN = re.compile(r"\\(?:counterwithin\*?|@addtoreset)\{footnote\}\{(chapter|section|part)\}")
_BIBITEM = re.compile(
    r"\\bibitem[ \t]*(?:\[((?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,300}\}){0,300})\])?"
    r"[ \t\r\n%]*\{([^{}]{1,200})\}"
    r"|\\bib\*?\{([^{}\\]{1,200})\}[ \t\r\n]*\{[a-z]{1,40}\}[ \t\r\n]*\{",
)
_AUTHOR_YEAR = re.compile(
    r"\\citeauthoryear[ ]?(?:\{[^{}]{0,200}\}[ ]?)?\{([^{}]{0,200})\}[ ]?\{([^{}]{0,20})\}"
    r"|\\astroncite[ ]?\{([^{}]{0,200})\}[ ]?\{([^{}]{0,20})\}"
)
"""Labels of chicago.sty and of astron.sty."""

_SHORT_GERMAN = re.compile(r"\"`[^\"\n]{1,400}\"'")
_NATBIB_LABEL = re.compile(r"([^()]{1,200})\((\d{4}[a-z]?)\)")
_YEAR_BST = ("plainnat", "apalike", "chicago", "agsm", "authordate", "abbrvnat", "apa", "harvard", "gost")
_BABEL = ("ru", "de", "uk", "pl", "cs", "es", "it", "nl")
"""Languages in whose babel files the straight mark begins shorthands."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What is decided before the first word."""

    language: str | None = None
    reset: str | None = None
    """The heading with which notes are numbered anew: `chapter`, `section`, `part`."""
    notes_cite: bool = False
    """`\\autocite` makes a note."""
    by_year: bool = False
    """Sources are called by author and year, not by number."""
    shorthands: bool = False
    items: tuple[tuple[str, str], ...] = ()
    """Key and label of each entry of a list written by hand, in order."""
    whole: bool = False
    """There is a preamble."""


def setup_of(text: str, house: str = "") -> Setup:
    """Reads the preamble (and, where there is none, what the text itself shows).

    `house`: the manuscript's own class and packages, which speak where the preamble is silent.
    """
    text, house = without_comments(text), without_comments(house)
    class_ = _CLASS.search(text)
    options = ",".join([class_.group(1) or "" if class_ else "", *_options(text, house, "babel")])
    language = _language(text, options) or _language(house, "")
    style = " ".join([*_options(text, house, "biblatex"), *(_BIBSTYLE.findall(text))])
    natbib = next(iter(_options(text, house, "natbib")), None)
    within = _WITHIN.search(text) or _WITHIN.search(house)
    classes = [found.group(2) for found in (class_, _LOADED.search(house)) if found]
    chapters = any(name in words()["chapter_classes"] for name in classes)
    reset = "chapter" if chapters or _CHAPTER.search(text) else None
    if _WITHOUT.search(text) or _WITHOUT.search(house):
        reset = None
    years = any(word in style for word in (*words()["year_styles"], *_YEAR_BST))
    return Setup(
        language=language,
        reset=within.group(1) if within else reset,
        notes_cite=any(word in style for word in words()["foot_styles"]) and "autocite=inline" not in style,
        by_year=years or (natbib is not None and "numbers" not in natbib and not style.strip()),
        shorthands=language in _BABEL if class_ else bool(_SHORT_GERMAN.search(text)),
        items=_items(text),
        whole="\\begin{document}" in text,
    )


def _options(text: str, house: str, package: str) -> list[str]:
    """Options with which the preamble, else the house, loads a package."""
    for source in (text, house):
        found = [one.group(1) or "" for one in _PACKAGE.finditer(source) if package in one.group(2)]
        if found:
            return found
    return []


def _language(text: str, options: str) -> str | None:
    known = words()["languages"]
    polyglossia = _POLYGLOSSIA.search(text)
    if polyglossia and polyglossia.group(1) in known:
        return str(known[polyglossia.group(1)])
    names = [name.strip() for name in options.split(",")]
    main = [name.removeprefix("main=").strip() for name in names if name.startswith("main=")]
    named = [name for name in (main or names[::-1]) if name in known]
    return str(known[named[0]]) if named else None


def _items(text: str) -> tuple[tuple[str, str], ...]:
    items: list[tuple[str, str]] = []
    for found in _BIBITEM.finditer(text):
        label = _shown(found.group(1) or "")
        year = _NATBIB_LABEL.match(label)
        shown = f"{year.group(1).strip()} {year.group(2)}" if year else label
        items.append(((found.group(2) or found.group(3)).strip(), shown or str(len(items) + 1)))
    return tuple(items)


def _shown(label: str) -> str:
    """The label of an entry as it is printed, in the words of the packages that make it."""
    named = _AUTHOR_YEAR.search(label)
    if named:
        label = " ".join(part for part in named.groups() if part)
    label = plain(label.replace("~", " "))
    return label.strip()
