"""Who waits for which look. A look becomes a task when its host's door lets it begin, no sooner."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from citecheck.model import Fetch, Outcome, Purpose
from citecheck.web.admission import Door

Look = Callable[[Fetch, Door | None], Coroutine[Any, Any, Outcome]]
"""Takes one look, and leaves the door where there is one."""


class Looks:
    """Begins looks and hands out what comes of them. Belongs to one running event loop."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._wanted: dict[tuple[str, Purpose], list[asyncio.Future[Outcome]]] = {}
        self._begun: set[asyncio.Task[Outcome]] = set()
        self._closed = False

    def take(self, fetch: Fetch, door: Door | None) -> asyncio.Future[Outcome]:
        """What comes of a look. Whoever wants the same (URL and purpose) meanwhile gets the same."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        key = (fetch.url, fetch.purpose)
        if key in self._wanted:
            self._wanted[key].append(future)
            return future
        self._wanted[key] = [future]
        begin = partial(self._begin, fetch, door)
        if door is None:
            begin()
        else:
            door.enter(begin)
        return future

    async def aclose(self) -> None:
        """End what has begun; nothing else begins."""
        self._closed = True
        for task in self._begun:
            task.cancel()
        await asyncio.gather(*self._begun, return_exceptions=True)
        for futures in self._wanted.values():
            for future in futures:
                future.cancel()

    def _begin(self, fetch: Fetch, door: Door | None) -> None:
        if self._closed:
            return
        task = asyncio.create_task(self._look(fetch, door))
        self._begun.add(task)
        task.add_done_callback(partial(self._give, fetch))

    def _give(self, fetch: Fetch, task: asyncio.Task[Outcome]) -> None:
        self._begun.discard(task)
        for future in self._wanted.pop((fetch.url, fetch.purpose), ()):
            if future.done():
                continue
            if task.cancelled():
                future.cancel()
            elif error := task.exception():
                future.set_exception(error)
            else:
                future.set_result(task.result())
