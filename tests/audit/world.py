"""A world for the loop made of a dictionary: what answers at each address, and what was asked."""

from __future__ import annotations

from datetime import UTC, datetime

from citecheck.audit.ports import Wanted
from citecheck.model import (
    Alignment,
    Capture,
    Failure,
    FailureKind,
    Fetch,
    Outcome,
    Reason,
    Span,
    Text,
    Verdict,
)

WHEN = datetime(2026, 1, 15, tzinfo=UTC)


def page(url: str, body: str, status: int = 200, **more: object) -> Capture:
    headers = (("content-type", "text/html; charset=utf-8"),)
    return Capture(url, url, status, WHEN, headers, body.encode(), **more)  # type: ignore[arg-type]


class World:
    """Both the loop's web and its readers. Pages are plain words; a quotation is found where it stands."""

    def __init__(self, answers: dict[str, Outcome | list[Outcome]]) -> None:
        self.answers = answers
        self.asked: list[Fetch] = []
        self.compared: list[tuple[str, str]] = []
        self.trouble: str | None = None
        self.complete = True
        self.bytes = 0

    @property
    def requests(self) -> int:
        return len(self.asked)

    async def fetch(self, fetch: Fetch) -> Outcome:
        self.asked.append(fetch)
        answer = self.answers.get(fetch.url)
        if isinstance(answer, list):
            return answer.pop(0) if len(answer) > 1 else answer[0]
        return answer or Failure(fetch.url, FailureKind.DNS, "no such host", WHEN)

    async def read(self, body: bytes, content_type: str | None, url: str) -> Text | str:
        return Text(body.decode())

    async def search(
        self, body: bytes, content_type: str | None, url: str, wanted: Wanted
    ) -> tuple[Text | str, list[Alignment | str]]:
        page = await self.read(body, content_type, url)
        if isinstance(page, str):
            return page, []
        return page, [await self.compare(quotation, page, language, ()) for quotation, language in wanted]

    async def compare(
        self, quotation: str, page: Text, language: str | None, others: tuple[str, ...]
    ) -> Alignment | str:
        self.compared.append((quotation, page.content))
        start = page.content.find(quotation)
        if start < 0:
            return Alignment(Verdict.NOT_FOUND, Reason("not-there"))
        return Alignment(
            Verdict.VERBATIM, Reason("same-words"), 1.0, Span(start, start + len(quotation)), quotation
        )


class Quiet:
    """Progress that remembers its last figures."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[int, int]] = {}

    def links(self, done: int, total: int) -> None:
        self.last["links"] = (done, total)

    def quotations(self, done: int, total: int) -> None:
        self.last["quotations"] = (done, total)
