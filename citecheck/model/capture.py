"""What is asked of the world and what it answered.

Trouble of the world is a value, `Capture | Failure` (design rule 1): nothing after `web` sees an exception
of the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from citecheck.model.travel import travels


class Purpose(StrEnum):
    """Why something is fetched; it decides the queue, the limits and the way redirects are walked."""

    LIVE = "live"
    SECOND_LOOK = "second-look"
    SIBLING = "sibling"
    REPLAY = "replay"
    """An archived capture."""
    INDEX = "index"
    """An archive's index (CDX)."""

    @property
    def archive(self) -> bool:
        return self in (Purpose.REPLAY, Purpose.INDEX)


@dataclass(frozen=True, slots=True)
class Fetch:
    """A question for the web. Equal questions are asked once."""

    url: str
    purpose: Purpose = Purpose.LIVE
    quotations: bool = False
    """Whether a quotation will be looked for in the answer, so that its text is worth keeping."""


class FailureKind(StrEnum):
    """Why there is no answer. The first seven stand in replay files (contract 5)."""

    DNS = "dns"
    REFUSED = "refused"
    """The connection was refused."""
    RESET = "reset"
    TIMEOUT = "timeout"
    TLS = "tls"
    PROTOCOL = "protocol"
    TOO_LARGE = "too-large"
    REDIRECT_LOOP = "redirect-loop"
    INVALID = "invalid"
    """Not a URL that can be asked."""
    FORBIDDEN = "forbidden"
    """Our own guard: private or reserved address, port, scheme."""
    BUDGET = "budget"
    """Not asked: time, requests or bytes are spent, or the host asks to wait too long."""
    NOT_RECORDED = "not-recorded"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was walked."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, redirects not followed. Status 0: `failure` says why there is none."""

    url: str
    when: datetime
    """UTC, whole seconds."""
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case, in order received."""
    body: bytes = b""
    """Content decoded (no transfer or content coding left), capped."""
    truncated: bool = False
    """The body was cut by size or time."""
    failure: FailureKind | None = None
    detail: str = ""

    def header(self, name: str) -> str | None:
        """First value of the header `name` (lower case), or `None`."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Capture:
    """What a server answered at a time, after redirects."""

    url: str
    """As asked."""
    final_url: str
    status: int
    when: datetime
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    hops: tuple[Hop, ...] = ()
    truncated: bool = False
    tls_fault: str | None = None
    """Certificate fault in words; the page was then read without verification."""
    attempts: int = 1

    def header(self, name: str) -> str | None:
        """First value of the header `name` (lower case), or `None`."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media_type(self) -> str:
        """Type without parameters, lower case; empty where the server gave none."""
        return (self.header("content-type") or "").split(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer, and why."""

    url: str
    kind: FailureKind
    detail: str
    when: datetime
    hops: tuple[Hop, ...] = ()
    attempts: int = 1


Outcome = Capture | Failure


travels(Capture, Failure, Hop)
