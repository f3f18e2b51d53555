"""Where sentences end, well enough to say which one a quotation stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from citecheck.tables import data_file

_END = re.compile(
    r"[.!?…。！？](?:(?<![.!?…][.!?…])(?<![。！？])[.!?…]*+[\"»”“’'›)\]*_]*+(?:\s+|\Z)"
    r"|(?<=[。！？])(?<![。！？]{2})[。！？]*+[」』”’）)]*+\s*)"
)
"""Full stops of Chinese and Japanese have no space behind them."""
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
LONGEST_ABBREVIATION = 12


class Sentences:
    """Sentences of one paragraph; `starts` are the offsets at which they begin."""

    __slots__ = ("length", "starts")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.starts = [0]
        for match in _END.finditer(text):
            if match.end() < len(text) and _ends(text, match):
                self.starts.append(match.end())

    def at(self, index: int) -> int:
        """Number of the sentence (from 0) that holds the character at `index`."""
        return max(0, bisect_right(self.starts, index) - 1)

    def start(self, number: int) -> int:
        return self.starts[number]

    def end(self, number: int) -> int:
        """Where the sentence ends, the white space after it included."""
        return self.starts[number + 1] if number + 1 < len(self.starts) else self.length


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after initials, abbreviations, nor before a small letter."""
    following = text[match.end()]
    if following.islower():
        return False
    if text[match.start()] != "." or match.end() - match.start() > 2:
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - LONGEST_ABBREVIATION), match.start())
    if word is None:
        return not (text[match.start() - 1 : match.start()].isspace() and following.isdigit())
    if len(word.group()) == 1:
        return word.group().islower() and word.start() > 0 and text[word.start() - 1].isalnum()
    return word.group().lower() not in abbreviations()


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations of many languages, in small letters and without their stop."""
    table = data_file("citecheck.parse", "abbreviations.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return frozenset(word for row in rows for word in row[1].split())
