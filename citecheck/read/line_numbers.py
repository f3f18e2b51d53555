"""Numbers that count the lines of a transcript, a brief or a bill, in text that has lost its layout. No text.

A quotation runs over such lines without their numbers; left in, each of them is a number that differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model import blanked

LEAST = 5
"""Lines that count one on."""
RUNNING = 0.3
"""Share of them that go on with a small letter, as lines of running text do and entries of a list do not.
Writings without small letters keep their numbers."""
_NUMBERED = re.compile(r"(?m)^[ \t]*(\d{1,3})(?:[ \t]+(\S)|[ \t]*$\n[ \t]*([^\s\d]))")


def without_line_numbers(content: str) -> str:
    """The same text, offsets and all, with blanks for the numbers.

    >>> lines = ["the ferry crossed", "twice a day while", "the river was", "free of ice", "and Nobody paid"]
    >>> text = "\\n".join(f"{number} {line}" for number, line in enumerate(lines, 7))
    >>> without_line_numbers(text).split() == " ".join(lines).split()
    True
    >>> without_line_numbers("1 Apples\\n2 Pears\\n3 Plums\\n4 Figs\\n5 Nuts").split()[0]
    '1'
    """
    blanks = [match.span(1) for run in _runs(content) if _is_running(run) for match in run]
    return blanked(content, blanks) if blanks else content


def _runs(content: str) -> Iterator[list[re.Match[str]]]:
    """Lines one after the other that count on."""
    run: list[re.Match[str]] = []
    for match in _NUMBERED.finditer(content):
        if (
            run
            and int(match[1]) == int(run[-1][1]) + 1
            and content.count("\n", run[-1].end(), match.start(1)) <= 2
        ):
            run.append(match)
            continue
        if len(run) >= LEAST:
            yield run
        run = [match]
    if len(run) >= LEAST:
        yield run


def _is_running(run: list[re.Match[str]]) -> bool:
    small = sum(str(match[2] or match[3]).islower() for match in run)
    return small >= RUNNING * len(run)
