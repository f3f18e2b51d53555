"""Words of the reports for people in the language asked for, out of gettext catalogues.

Catalogues (`locale/<language>/LC_MESSAGES/citecheck.po`) are read as they are: nothing is compiled, and a
translator sees at once what a change does. Messages have named fields (`{n}`); what stands in a field is
never taken for a message, so text from outside cannot ask for another field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from citecheck.tables import packaged

if TYPE_CHECKING:
    from citecheck.model import Audit


LANGUAGES = ("en", "fr", "ru", "de")
FALLBACK = "en"
Forms = tuple[str, ...]


def _russian(n: int) -> int:
    """`1 адрес`, `2 адреса`, `5 адресов`."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


PLURALS: Mapping[str, tuple[Callable[[int], int], str]] = {
    "en": (lambda n: int(n != 1), "nplurals=2; plural=(n != 1);"),
    "de": (lambda n: int(n != 1), "nplurals=2; plural=(n != 1);"),
    "fr": (lambda n: int(n > 1), "nplurals=2; plural=(n > 1);"),
    "ru": (
        _russian,
        (
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
            "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
        ),
    ),
}
"""Which form a number takes, and the same as the catalogue's header says it (Unicode CLDR, cardinals)."""
GROUPS = {"en": ",", "de": ".", "fr": "\u202f", "ru": "\u00a0"}
"""Between thousands."""


class Words:
    """Gives each message in one language; English where the catalogue has none."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._forms = catalogue(language)
        self._plural = PLURALS[language][0]

    def __call__(self, message: str, **fields: object) -> str:
        """The message with its fields filled in."""
        text = self._forms.get(message, (message,))[0]
        return text.format(**fields) if fields else text

    def count(self, number: int, one: str, several: str, **fields: object) -> str:
        """The message for `number` things; `{n}` is the number as the language writes it."""
        forms = self._forms.get(one)
        text = forms[self._plural(number)] if forms else (one if number == 1 else several)
        return text.format(n=self.number(number), **fields)

    def number(self, number: int) -> str:
        return f"{number:,}".replace(",", GROUPS[self.language])

    def knows(self, message: str) -> bool:
        return message in self._forms


def words_for(audit: Audit) -> Words:
    """Words in the language asked for; else the manuscript's, where there is a catalogue; else English."""
    asked = audit.run.language or audit.extraction.parsed.language
    return words_in(asked if asked in LANGUAGES else FALLBACK)


@cache
def words_in(language: str) -> Words:
    return Words(language)


@cache
def catalogue(language: str) -> dict[str, Forms]:
    """Message → its forms: one, or as many as the language has plurals. The header is left out."""
    path = packaged(__package__, "locale", language, "LC_MESSAGES", "citecheck.po")
    return {
        entry["msgid"][0]: forms for entry, forms in entries(path.read_text("utf-8")) if entry["msgid"][0]
    }


def entries(text: str) -> Iterator[tuple[dict[str, list[str]], Forms]]:
    """Each entry of a PO file: its strings by keyword, and its translated forms."""
    from ast import literal_eval

    for block in text.split("\n\n"):
        strings: dict[str, list[str]] = {}
        for line in block.splitlines():
            if line.startswith("msg"):
                keyword, _, rest = line.partition(" ")
                strings[keyword] = [literal_eval(rest)]
            elif line.startswith('"'):
                strings[keyword].append(literal_eval(line))
        joined = {key: ["".join(parts)] for key, parts in strings.items()}
        if "msgid" in joined:
            yield joined, tuple(value[0] for key, value in joined.items() if key.startswith("msgstr"))
