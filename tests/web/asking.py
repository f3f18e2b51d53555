"""Asks the test server as a run would, with all waits cut short."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from citecheck.model import Capture, Failure, Fetch, Outcome, Purpose
from citecheck.web import WebSettings
from citecheck.web.fetcher import Web
from tests.servers import Loopback


def quick(server: Loopback, **changes: Any) -> WebSettings:
    """Settings that reach `server` for every host name and hardly wait."""
    values: dict[str, Any] = {
        "connect_to": server.connect_to,
        "ca_file": server.ca_file,
        "host_interval": 0.0,
        "archive_interval": 0.0,
        "archive_pause": 0.2,
        "second_look": 0.1,
        "retry_waits": (0.01, 0.02),
        "timeout": 5.0,
        "connect_timeout": 1.0,
    }
    return WebSettings(**(values | changes))


def ask_all(
    settings: WebSettings, fetches: Sequence[Fetch], exchanges: Any = None, **rest: Any
) -> list[Outcome]:
    """All questions at once."""

    async def run() -> list[Outcome]:
        async with Web(settings, exchanges, **rest) as web:
            return await asyncio.gather(*map(web.fetch, fetches))

    return asyncio.run(run())


def ask(
    settings: WebSettings, url: str, purpose: Purpose = Purpose.LIVE, exchanges: Any = None, **rest: Any
) -> Outcome:
    return ask_all(settings, [Fetch(url, purpose)], exchanges, **rest)[0]


def page_of(outcome: Outcome) -> Capture:
    assert isinstance(outcome, Capture), outcome
    return outcome


def failure_of(outcome: Outcome) -> Failure:
    assert isinstance(outcome, Failure), outcome
    return outcome
