"""What `web` needs of a place that keeps exchanges; the evidence store and a replay file are such places."""

from __future__ import annotations

from typing import Protocol

from citecheck.model import Exchange, FailureKind, Purpose

KEPT = frozenset(
    {
        FailureKind.DNS,
        FailureKind.REFUSED,
        FailureKind.RESET,
        FailureKind.TIMEOUT,
        FailureKind.TLS,
        FailureKind.PROTOCOL,
        FailureKind.TOO_LARGE,
    }
)
"""Failures that are exchanges with the world; the others are decisions of ours and never kept."""


class Exchanges(Protocol):
    """Exchanges known already, and a place for new ones."""

    @property
    def closed(self) -> bool:
        """True where nothing but what is kept may answer: a replay."""

    def find(self, url: str, purpose: Purpose, nth: int = 0, cookies: str = "") -> Exchange | None:
        """The `nth` exchange (from 0) of this URL that one look may use, `None` where there is none.

        `cookies` is a hash of the cookies to be sent: an answer to other cookies answers another question.
        """

    def save(self, exchange: Exchange, purpose: Purpose, cookies: str = "") -> None:
        """Keep an exchange; kept for good when this returns. Ends a claim."""

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

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Purpose, str], list[Exchange]] = {}

    def find(self, url: str, purpose: Purpose, nth: int = 0, cookies: str = "") -> Exchange | None:
        kept = self._kept.get((url, purpose, cookies), [])
        return kept[nth] if nth < len(kept) else None

    def save(self, exchange: Exchange, purpose: Purpose, cookies: str = "") -> None:
        self._kept.setdefault((exchange.url, purpose, cookies), []).append(exchange)

    def claim(self, url: str, purpose: Purpose, cookies: str = "") -> bool:
        return True

    def release(self, url: str, purpose: Purpose, cookies: str = "") -> None:
        pass
