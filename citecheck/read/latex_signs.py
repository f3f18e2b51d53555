"""Accents, ligatures and signs of LaTeX as characters."""

from __future__ import annotations

import re
import unicodedata

from citecheck.read.latex_source import words

_DOTLESS = {"ı": "i", "ȷ": "j"}
_TOKEN = re.compile(
    r"\\([\"'`^~=.]|[cvuHkrdbtC](?![A-Za-z]))[ \t]*"
    r"(?:\{[ \t]*(\\?[A-Za-z\u0400-\u04ff])[ \t]*\}|(\\?[A-Za-z\u0400-\u04ff]))"
    r"|\\([A-Za-z@]+)\*?[ \t]*"
    r"|\\(.)|---?|``|''|,,|~|[{}`']",
    re.S,
)
LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", ",,": "„", "<<": "«", ">>": "»", "`": "‘", "'": "’"}
ESCAPED = {
    "\\": " ",
    " ": " ",
    "\n": "\n",
    ",": "\u202f",
    ";": " ",
    ":": " ",
    "!": "",
    "/": "",
    "-": "",
    "@": "",
}
"""What a backslash makes of the sign after it; other signs stand for themselves."""


def accented(accent: str, letter: str) -> str | None:
    """The letter with its accent in one character, `None` where the accent is none.

    >>> accented("'", "e"), accented("v", "\\\\i")
    ('é', 'ǐ')
    """
    mark = words()["accents"].get(accent)
    if mark is None:
        return None
    plain = letter.removeprefix("\\")
    return unicodedata.normalize("NFC", _DOTLESS.get(plain, plain) + mark)


def plain(text: str) -> str:
    """A short LaTeX text (a field of a bibliography, a title) without its commands; braces go.

    >>> plain(r"{\\'E}tudes \\emph{sur} l'{IA} -- \\& autres"), plain(r'G\\"odel, Kova\\v{c}')
    ('Études sur l’IA – & autres', 'Gödel, Kovač')
    """
    return " ".join(_TOKEN.sub(_sign, text).split())


def _sign(found: re.Match[str]) -> str:
    accent, letter, name, escaped = (
        found.group(1),
        found.group(2) or found.group(3),
        found.group(4),
        found.group(5),
    )
    if accent:
        return accented(accent, letter) or letter
    if name:
        return str(words()["names"].get(name, ""))
    if escaped:
        return ESCAPED.get(escaped, escaped)
    token = found.group()
    return "" if token in "{}" else "\u00a0" if token == "~" else LIGATURES[token]


def unescaped(address: str) -> str:
    """An address as LaTeX's own commands take it, less what authors escape in it.

    >>> unescaped("https://a.example/x\\\\_y\\\\%20z\\\\~{}me")
    'https://a.example/x_y%20z~me'
    """
    for written, meant in (
        ("\\~{}", "~"),
        ("\\textasciitilde{}", "~"),
        ("\\textasciitilde", "~"),
        ("\\string", ""),
    ):
        address = address.replace(written, meant)
    address = re.sub(r"\\(?:allowbreak|linebreak|break|discretionary|slash|-)(?:\{\})*[ ]?", "", address)
    address = re.sub(r"\\([#$%&_{}~^\\])", r"\1", address)
    return "".join(address.split()) if "\n" in address else address.strip()
