"""A LaTeX source with its braces matched and its verbatim stretches known, found in one pass.

Every later step asks only "where does this argument end"; so no input, however it nests or breaks off, is
read more than once for it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST_ADDRESS = 4_000
"""Characters in which the brace that closes an address is looked for."""
LONGEST_OPTION = 5_000
"""Characters in which the bracket that closes an optional argument is looked for."""
LONGEST_UNCLOSED = 2_000
"""Characters at most of an argument whose brace is never closed."""
DEEPEST_ADDRESS = 50
"""Braces open in an address; more is no address."""
LONGEST_NAME = 60
"""Characters of a command's or an environment's name."""

BEGIN = "\\begin{document}"
_LIKE_CODE = r"[A-Za-z]{0,30}(?:(?<!pseudo)code|[vV]erbatim)"
"""Environments that manuscripts make for themselves (`\\newminted{latex}` makes `latexcode`)."""
_SPACES = re.compile(r"[ \t]*(?:%[^\n]*)?(?:\r?\n[ \t]*(?:%[^\n]*)?)?")
_BRACE = re.compile(r"[{}]")
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)?%[^\n]*\n?[ \t]*")
_ADDRESS = re.compile(r"\{[^{}\s]{0,8}(?:://|www\.)[^{}\s]{1,280}\Z")
_ADDRESS_BEFORE = re.compile(r"(?:https?://|www\.|ftp://)[^\s{}]{0,500}\Z")


@cache
def words() -> dict[str, Any]:
    """Names of commands and environments, signs and quotation marks (`data/latex.json`)."""
    content = (files("citecheck.read") / "data" / "latex.json").read_text("utf-8")
    rows: dict[str, Any] = json.loads(content)
    return rows


@cache
def _structure() -> re.Pattern[str]:
    addresses = "|".join([*map(re.escape, words()["url"]), "href"])
    kept = "|".join(sorted({*words()["verbatim_environments"], *words()["comment_environments"]}))
    return re.compile(
        rf"\\(?:{addresses})\*?[ \t]*\{{"
        rf"|\\begin\{{({kept}|{_LIKE_CODE})\*?\}}"
        r"|\\(?:verb|lstinline)\*?([^\sA-Za-z*\\{\[])"
        r"|\\.|%|[{}\[\]]",
        re.S,
    )


@dataclass(slots=True)
class Source:
    """Characters of a source, or of a macro's replacement, and where its arguments end."""

    text: str
    closes: dict[int, int] = field(default_factory=dict)
    """Offset of an opening brace → offset of the brace that closes it."""
    options: dict[int, int] = field(default_factory=dict)
    """Offset of an opening bracket → offset of the first closing one in the same group, as TeX reads them."""
    kept: dict[int, int] = field(default_factory=dict)
    """Offset at which something verbatim begins (its command) → offset at which its characters end."""

    @classmethod
    def of(cls, text: str) -> Source:
        source = cls(text)
        source._match()
        return source

    def _match(self) -> None:
        opened: list[int] = []
        brackets: list[list[int]] = [[]]
        position = 0
        while found := _structure().search(self.text, position):
            token, position = found.group(), found.end()
            if token == "{":
                opened.append(found.start())
                brackets.append([])
            elif token == "}":
                if opened:
                    self.closes[opened.pop()] = found.start()
                    brackets.pop()
            elif token == "[":
                brackets[-1].append(found.start())
            elif token == "]":
                self.options |= dict.fromkeys(brackets[-1], found.start())
                brackets[-1] = []
            elif token == "%":
                if not in_address(self.text, found.start()):
                    end = self.text.find("\n", position)
                    position = end if end >= 0 else len(self.text)
            elif found.group(1):
                end = self.text.find("\\end{" + found.group(1), position)
                self.kept[found.start()] = position = end if end >= 0 else len(self.text)
            elif found.group(2):
                position = self._verb(found)
            elif len(token) > 2:
                position = self._address(found.end() - 1)

    def _verb(self, found: re.Match[str]) -> int:
        line = self.text.find("\n", found.end())
        end = self.text.find(found.group(2), found.end(), line if line >= 0 else len(self.text))
        if end < 0:
            return found.end()
        self.kept[found.start()] = end
        return end + 1

    def _address(self, opening: int) -> int:
        """Braces inside an address count, per cent signs do not begin a comment."""
        depth = 0
        for brace in _BRACE.finditer(self.text, opening, opening + LONGEST_ADDRESS):
            depth += 1 if brace.group() == "{" else -1
            if depth > DEEPEST_ADDRESS:
                break
            if not depth:
                self.closes[opening] = brace.start()
                return brace.end()
        return opening + 1

    def is_whole(self) -> bool:
        """Whether a document begins here, which has a preamble; one shown as an example does not count."""
        at, kept = self.text.find(BEGIN), sorted(self.kept.items())
        while at >= 0:
            place = bisect_right(kept, (at, len(self.text))) - 1
            if place >= 0 and at < kept[place][1]:
                at = self.text.find(BEGIN, kept[place][1])
            elif _COMMENT.search(self.text, self.text.rfind("\n", 0, at) + 1, at):
                line_end = self.text.find("\n", at)
                at = self.text.find(BEGIN, line_end) if line_end >= 0 else -1
            else:
                return True
        return False

    def skip(self, position: int) -> int:
        """Offset after white space and comments, at most one line end: where an argument may begin."""
        match = _SPACES.match(self.text, position)
        return match.end() if match else position

    def closing(self, opening: int) -> int:
        """Where the argument that opens here ends; the end of its paragraph where nothing closes it."""
        if opening in self.closes:
            return self.closes[opening]
        limit = min(len(self.text), opening + LONGEST_UNCLOSED)
        end = self.text.find("\n\n", opening, limit)
        return end if end >= 0 else limit

    def option(self, position: int) -> tuple[str | None, int]:
        """Text of the optional argument that may stand here (else `None`), and the offset after it."""
        start = self.skip(position)
        if self.text[start : start + 1] != "[":
            return None, position
        end = self.options.get(start, len(self.text))
        if end - start > LONGEST_OPTION:
            return None, position
        return self.text[start + 1 : end], end + 1

    def argument(self, position: int) -> tuple[int, int, int] | None:
        """Start and end of the argument that stands here, and the offset after it; `None`: there is none.

        Without braces it is a single character or command, as in TeX.
        """
        start = self.skip(position)
        if start >= len(self.text):
            return None
        if self.text[start] == "{":
            end = self.closing(start)
            return start + 1, end, min(end + 1, len(self.text))
        if self.text[start] == "\\":
            end = start + 1
            while end < len(self.text) and end < start + LONGEST_NAME and self.text[end].isalpha():
                end += 1
            end = max(end, start + 2)
            return start, end, end
        if self.text[start] in "}]\n":
            return None
        return start, start + 1, start + 1


def in_address(text: str, position: int) -> bool:
    """Whether the per cent sign at `position` is an escape in an address printed bare (`%D0`)."""
    code = text[position + 1 : position + 3]
    if len(code) < 2 or any(digit not in "0123456789abcdefABCDEF" for digit in code):
        return False
    line = max(text.rfind("\n", max(0, position - 500), position) + 1, position - 500, 0)
    return _ADDRESS_BEFORE.search(text, line, position) is not None


def address_ends(text: str, position: int) -> bool:
    """Whether the brace at `position` ends an argument that is an address, and the next one begins at once.

    >>> address_ends("{https://mills.example/a}{A mill}", 24)
    True
    """
    if text[position + 1 : position + 2] != "{":
        return False
    return _ADDRESS.search(text, max(0, position - 300), position) is not None


def without_comments(text: str) -> str:
    """`text` less its comments and the line ends these hide.

    >>> without_comments("a% x\\n  b\\\\% c")
    'ab\\\\% c'
    """
    return _COMMENT.sub(lambda found: found.group()[: found.group().index("%")], text)
