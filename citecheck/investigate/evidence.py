"""What is known so far, and what is missing to go on.

The planner is written as if every answer were at hand. Where one is not, `Waiting` carries the question out
to the caller, who plays the same evidence and the new answer through the planner again. Nothing is kept
between two calls, so a resumed run and a replay take the same path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from citecheck.model import Ask, Compare, Fetch, Seen

Part = TypeVar("Part")


class Waiting(Exception):
    """Some evidence is not in yet; `asks` are the questions for it, all of which may run at the same time."""

    def __init__(self, *asks: Ask) -> None:
        super().__init__(*asks)
        self.asks = asks


class Evidence:
    """Answers by question. Looking up one that is missing raises `Waiting`."""

    __slots__ = ("_seen",)

    def __init__(self, seen: Mapping[Ask, Seen | bool]) -> None:
        self._seen = seen

    def fetch(self, fetch: Fetch) -> Seen:
        """What came back for `fetch`."""
        answer = self._seen.get(fetch)
        if not isinstance(answer, Seen):
            raise Waiting(fetch)
        return answer

    def holds(self, quotations: tuple[str, ...], page: Fetch) -> tuple[bool, ...]:
        """For each quotation whether it is on the page that `page` gave."""
        asks = tuple(Compare(quotation, page) for quotation in quotations)
        missing = tuple(ask for ask in asks if ask not in self._seen)
        if missing:
            raise Waiting(*missing)
        return tuple(self._seen[ask] is True for ask in asks)


def together(*parts: Callable[[], Part]) -> list[Part]:
    """The results of all parts; where some wait, one `Waiting` with the questions of all of them."""
    results: list[Part] = []
    asks: list[Ask] = []
    for part in parts:
        try:
            results.append(part())
        except Waiting as waiting:
            asks += waiting.asks
    if asks:
        raise Waiting(*dict.fromkeys(asks))
    return results
