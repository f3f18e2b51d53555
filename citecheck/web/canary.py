"""Tells a dead network from dead links.

Where nearly every host of a group cannot be connected to, the fault is ours, and a hundred false alarms
would follow. Hosts are grouped in the order in which they were first asked, not in that of their answers:
an unknown name fails in milliseconds, long before the first good page arrives.
"""

from __future__ import annotations

GROUP = 10
"""Hosts judged together."""
NEARLY_ALL = 9
"""With three in ten hosts dead, which is much for a book, one group in seven thousand is this bad."""


class Canary:
    """Judges hosts in groups of ten."""

    def __init__(self) -> None:
        self._order: dict[str, int] = {}
        self._dark: dict[int, dict[str, bool]] = {}
        self.trouble: str | None = None

    def asked(self, host: str) -> None:
        """A host is asked for the first time (later calls change nothing)."""
        self._order.setdefault(host, len(self._order))

    def answered(self, host: str, *, dark: bool) -> None:
        """A host has been connected to, or could not be. Only the first word on a host counts."""
        group = self._order[host] // GROUP
        verdicts = self._dark.setdefault(group, {})
        verdicts.setdefault(host, dark)
        count = sum(verdicts.values())
        if self.trouble is None and len(verdicts) == GROUP and count >= NEARLY_ALL:
            self.trouble = f"{count} of {GROUP} hosts could not be connected to: the network seems to be down"
