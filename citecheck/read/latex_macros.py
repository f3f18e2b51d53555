"""A manuscript's own macros: `\\newcommand`, `\\def`, `\\NewDocumentCommand`, replaced as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citecheck.read.latex_source import Source, without_comments

MOST_CHARACTERS = 5_000_000
"""Characters that replacements may write in all; a macro that calls itself twice grows without end."""
MOST_REPLACEMENTS = 100_000
LONGEST_BODY = 20_000

MOST_ALIASES = 10
"""Names that may stand for each other in a row."""

_SINGLE = re.compile(r"\s*\\([A-Za-z@]{1,60})\s*")
_PARAMETER = re.compile(r"##|#([1-9])")
_SIGNATURE = re.compile(r"[movsb]|[dr]..|O\{([^{}]{0,200})\}|D..\{([^{}]{0,200})\}")
NO_VALUE = "\\NoValue{}"
"""What an optional argument that is not given stands for; nothing where it is printed (xparse, 2.7)."""
TRUE, FALSE = "\\BooleanTrue", "\\BooleanFalse"
_DEF_PARAMETERS = re.compile(r"(?:#[1-9]){0,9}")
_NAME = re.compile(r"\s*\{?\s*\\([A-Za-z@]{1,60})\s*\}?")


@dataclass(frozen=True, slots=True)
class Macro:
    """What a macro takes and what it is replaced by."""

    parameters: int
    default: str | None
    body: str
    kinds: tuple[str, ...] = ()
    """Of each argument of `\\NewDocumentCommand`: `m`, `s`, or `o` and what stands for it where it is not
    given."""


@dataclass(slots=True)
class Macros:
    """All macros known so far."""

    known: dict[str, Macro] = field(default_factory=dict)
    written: int = 0
    replaced: int = 0

    def define(self, source: Source, position: int) -> tuple[str, int]:
        """Read what stands after `\\newcommand` and kin; the name (empty: none), the offset after it."""
        named = _NAME.match(source.text, position, position + 200)
        if not named:
            return "", position
        count, at = source.option(named.end())
        default, at = source.option(at) if count is not None else (None, at)
        body = source.argument(at)
        if body is None:
            return "", named.end()
        parameters = int(count) if count and count.strip().isdecimal() and len(count.strip()) == 1 else 0
        self._keep(named.group(1), parameters, default, source.text[body[0] : body[1]])
        return named.group(1), body[2]

    def define_primitive(self, source: Source, position: int) -> tuple[str, int]:
        """Read what stands after `\\def`; delimited parameters are not replaced."""
        named = re.compile(r"\s*\\([A-Za-z@]{1,60})").match(source.text, position, position + 200)
        if not named:
            return "", position
        parameters = _DEF_PARAMETERS.match(source.text, named.end())
        at = parameters.end() if parameters else named.end()
        opening = source.text.find("{", at, at + 100)
        if opening < 0:
            return "", named.end()
        end = source.closing(opening)
        if opening == at:
            self._keep(named.group(1), (at - named.end()) // 2, None, source.text[opening + 1 : end])
        return named.group(1), min(end + 1, len(source.text))

    def define_document(self, source: Source, position: int) -> tuple[str, int]:
        """Read what stands after `\\NewDocumentCommand`."""
        named = _NAME.match(source.text, position, position + 200)
        signature = source.argument(named.end()) if named else None
        body = source.argument(signature[2]) if signature else None
        if named is None or signature is None or body is None:
            return "", position
        said = source.text[signature[0] : min(signature[1], signature[0] + 200)]
        kinds = tuple(_kind(found) for found in _SIGNATURE.finditer(said.replace("+", "").replace(" ", "")))
        self._keep(named.group(1), min(len(kinds), 9), None, source.text[body[0] : body[1]], kinds[:9])
        return named.group(1), body[2]

    def _keep(
        self, name: str, parameters: int, default: str | None, body: str, kinds: tuple[str, ...] = ()
    ) -> None:
        if len(body) <= LONGEST_BODY:
            bare = " ".join(without_comments(body).split("\n"))
            self.known[name] = Macro(parameters, default, bare, kinds)

    def alias(self, name: str, other: str) -> None:
        """`\\let`: the macro means what another command means at present."""
        self.known[name] = self.known.get(other) or Macro(0, None, f"\\{other}")

    def meant(self, name: str) -> str:
        """The command that `name` stands for alone (`\\newcommand{\\fn}{\\footnote}`), else itself."""
        for _ in range(MOST_ALIASES):
            macro = self.known.get(name)
            single = _SINGLE.fullmatch(macro.body) if macro and not macro.parameters else None
            if single is None:
                break
            name = single.group(1)
        return name

    def expand(self, name: str, source: Source, position: int) -> tuple[str, int] | None:
        """The text that a call of `name` is replaced by, and the offset after its arguments.

        The text holds no more line ends than the arguments do. `None`: not known, or too much was replaced.
        """
        macro = self.known.get(name)
        if macro is None or self.written > MOST_CHARACTERS or self.replaced > MOST_REPLACEMENTS:
            return None
        values, position = _values(macro, source, position)
        text = self._replaced(macro, values)
        if not macro.parameters:
            while position < len(source.text) and source.text[position] in " \t":
                position += 1
            if source.text.startswith("{}", position):
                position += 2
        self.written += len(text)
        self.replaced += 1
        return text, position

    def _replaced(self, macro: Macro, values: list[str]) -> str:
        used: set[int] = set()
        size = 0

        def value(found: re.Match[str]) -> str:
            nonlocal size
            if not found.group(1):
                return "#"
            place = int(found.group(1)) - 1
            if place >= len(values) or size > LONGEST_BODY * 10:
                return ""
            size += len(values[place])
            if place in used:
                return without_comments(values[place]).replace("\n", " ")
            used.add(place)
            return values[place]

        return _PARAMETER.sub(value, macro.body)


def _kind(found: re.Match[str]) -> str:
    """One letter of a signature as `Macro.kinds` has it."""
    letter = found.group()[0]
    if letter in "od":
        return "o" + NO_VALUE
    if letter in "OD":
        return "o" + (found.group(1) or found.group(2) or "")
    return letter


def _values(macro: Macro, source: Source, position: int) -> tuple[list[str], int]:
    """The arguments of a call, as far as they are there, and the offset after them."""
    values: list[str] = []
    kinds = macro.kinds or ("m",) * macro.parameters
    if macro.default is not None and macro.parameters:
        kinds = ("o" + macro.default, *kinds[1:])
    for kind in kinds:
        if kind == "s":
            at = source.skip(position)
            starred = source.text.startswith("*", at) or source.text.startswith("*", position - 1)
            position = at + 1 if source.text.startswith("*", at) else position
            values.append(TRUE if starred else FALSE)
        elif kind[0] == "o":
            given, position = source.option(position)
            values.append(kind[1:] if given is None else given)
        else:
            argument = source.argument(position)
            if argument is None:
                break
            values.append(source.text[argument[0] : argument[1]])
            position = argument[2]
    return values, position
