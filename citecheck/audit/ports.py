"""What the loop needs of the outside. `web` and `worker` fit these protocols, and so does a dictionary."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Protocol

from citecheck.model import Alignment, Fetch, Note, Outcome, Text


class Web(Protocol):
    """Executes fetches, politely; never raises for trouble of the world."""

    def fetch(self, fetch: Fetch) -> Awaitable[Outcome]: ...

    @property
    def requests(self) -> int: ...
    @property
    def bytes(self) -> int: ...
    @property
    def trouble(self) -> str | None:
        """Why nothing can be checked (network or archive down), else `None`."""

    @property
    def complete(self) -> bool:
        """False once a budget was spent."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A cited source that is at hand: a packet's PDF, a page saved from behind a paywall."""

    name: str
    media_type: str
    data: bytes


class Shelf(Protocol):
    """The sources at hand."""

    def files(self, note: Note | None, number: int, keys: Sequence[str]) -> Sequence[SourceFile]:
        """Those of a note that is called as `number`, or of one of its addresses (`Link.key`)."""


Wanted = tuple[tuple[str, str | None], ...]
"""Quotations to look for on a page: words and language."""


class Readers(Protocol):
    """The worker's jobs. A `str` for an answer says why there is none."""

    async def read(self, body: bytes, content_type: str | None, url: str) -> Text | str: ...
    async def search(
        self, body: bytes, content_type: str | None, url: str, wanted: Wanted
    ) -> tuple[Text | str, Sequence[Alignment | str]]:
        """The page, and where it has a text what `compare` says of each quotation; across languages not."""

    async def compare(
        self, quotation: str, page: Text, language: str | None, others: tuple[str, ...]
    ) -> Alignment | str: ...
