"""What `web` needs of a place that keeps exchanges; the evidence store and a replay file are such places."""

from __future__ import annotations

from typing import Protocol

from citecheck.model import Exchange, FailureKind, Purpose

KEPT: frozenset[FailureKind | None] = frozenset(
    {
        None,
        FailureKind.DNS,
        FailureKind.REFUSED,
        FailureKind.RESET,
        FailureKind.TIMEOUT,
        FailureKind.TLS,
        FailureKind.PROTOCOL,
        FailureKind.TOO_LARGE,
    }
)
"""Answers, and the failures that are exchanges with the world; others are decisions of ours, never kept."""


class Exchanges(Protocol):
    """Exchanges known already, and a place for new ones."""

    @property
    def closed(self) -> bool:
        """True where nothing but what is kept may answer: a replay."""

    @property
    def spent(self) -> tuple[int, int]:
        """Requests and bytes that the run had cost when it was last interrupted."""

    def find(self, url: str, purpose: Purpose, nth: int = 0, cookies: str = "") -> Exchange | None:
        """The `nth` exchange (from 0) of this URL that one look may use, `None` where there is none.

        `cookies` is a hash of the cookies to be sent: an answer to other cookies answers another question.
        """

    def save(
        self, exchange: Exchange, purpose: Purpose, cookies: str = "", *, cost: tuple[int, int] = (0, 0)
    ) -> None:
        """Keep an exchange and what it cost (requests, bytes); kept for good when this returns. Ends a
        claim."""

    def claim(self, url: str, purpose: Purpose, cookies: str = "") -> bool:
        """Take the right to ask; false while another run over the same store is asking the same."""

    def release(self, url: str, purpose: Purpose, cookies: str = "") -> None:
        """Give up a claim without an answer."""


class Recorder(Protocol):
    """Writes down every exchange that is used, new or kept."""

    def write(self, exchange: Exchange) -> None: ...


class Memory:
    """Exchanges of this process only."""

    closed = False
    spent = (0, 0)

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Purpose, str], list[Exchange]] = {}

    def find(self, url: str, purpose: Purpose, nth: int = 0, cookies: str = "") -> Exchange | None:
        kept = self._kept.get((url, purpose, cookies), [])
        return kept[nth] if nth < len(kept) else None

    def save(
        self, exchange: Exchange, purpose: Purpose, cookies: str = "", *, cost: tuple[int, int] = (0, 0)
    ) -> None:
        self._kept.setdefault((exchange.url, purpose, cookies), []).append(exchange)

    def claim(self, url: str, purpose: Purpose, cookies: str = "") -> bool:
        return True

    def release(self, url: str, purpose: Purpose, cookies: str = "") -> None:
        pass
