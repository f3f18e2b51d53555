"""A row of the fault matrix: a server of its own, and what can truly be said of the page behind it.

`LIVING`: a person with a browser reads the page. `DEAD`: the page is not there, whatever the status says.
`UNKNOWN`: nobody can tell from outside; a wall, a server in trouble, no answer at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.fault_pages import PROSE, article
from tests.servers import Answer, Loopback, page, sequence
from tests.servers.certificates import Fault

PATH = "/press/2019/harbour-report"


class Truth(StrEnum):
    """What can be said of the page by who sees everything."""

    LIVING = "living"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One fault: a server of its own that has it."""

    name: str
    truth: Truth
    right: tuple[str, ...]
    """Statuses of citecheck that are right."""
    prepare: Callable[[Loopback], None]
    certificate: Fault | None = None
    """A faulty one; the row is then asked over TLS."""
    port: str = ""
    """`closed` or `deaf`: nobody serves it."""
    alone: str = ""
    """An address for citecheck alone, since asking it would leave loopback."""


def every(answer: Answer, path: str = PATH) -> Callable[[Loopback], None]:
    """The same whatever the host's name is."""
    return lambda server: server.put("", path, answer)


def in_turn(answers: tuple[Answer, ...]) -> Callable[[Loopback], None]:
    """One answer after the other; each server begins with the first."""
    return lambda server: server.put("", PATH, sequence(*answers))


def anywhere(answer: Answer) -> Callable[[Loopback], None]:
    """The same for every path, too."""

    def prepare(server: Loopback) -> None:
        server.fallback = answer

    return prepare


def both(*parts: Callable[[Loopback], None]) -> Callable[[Loopback], None]:
    def prepare(server: Loopback) -> None:
        for part in parts:
            part(server)

    return prepare


GOOD = page(article(PROSE))
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
LIVES, GONE, MAYBE = Truth.LIVING, Truth.DEAD, Truth.UNKNOWN
OK, BLOCKED, DOWN = ("ok",), ("blocked",), ("unreachable",)
SOFT, RESTRICTED = ("soft-404",), ("restricted",)
