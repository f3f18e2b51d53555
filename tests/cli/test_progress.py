"""What the progress line says of the host that is waited for."""

from __future__ import annotations

import asyncio
import io
import re
import sys
from datetime import UTC, datetime
from functools import partial
from math import inf
from types import SimpleNamespace

import pytest

from citecheck.cli.progress import progress_of
from citecheck.cli.session import Session
from citecheck.config import Settings
from citecheck.web.fetcher import Progress


@pytest.mark.parametrize(
    ("host", "seconds", "left", "apart", "said"),
    [
        ("belta.example", 41.0, 41, 1.0, "belta.example: 41 left, 1 s apart"),
        ("slow.example", 30.0, 12, 2.5, "slow.example: 12 left, 2.5 s apart"),
        ("a\u202eb.example", 9.0, 9, 1.0, "a\\u202eb.example: 9 left, 1 s apart"),
        ("quick.example", 0.4, 4, 0.1, ""),
        ("", 0.0, 0, 0.0, ""),
    ],
)
def test_host_that_is_waited_for(host: str, seconds: float, left: int, apart: float, said: str) -> None:
    session = Session(Settings(), lambda: datetime(2026, 1, 15, tzinfo=UTC), "x")
    state = Progress(left, 1, 3, 900, host, seconds, left, apart)
    session.web = SimpleNamespace(progress=lambda: state)  # type: ignore[assignment]
    assert session.who_waits() == said
    assert session.least_left() == seconds


def test_the_line_fits_a_terminal_and_tells_counts_pace_and_who_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", screen)
    for name, value in (("COLUMNS", "80"), ("TERM", "xterm"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)

    async def watched() -> None:
        with progress_of(["a.txt"]) as progress:
            progress.parts[0].links(12, 45)
            who = "belta.example: 33 left, 1 s apart"
            wait = partial(progress.say_who_waits, lambda: who, lambda: 33.0, lambda: 20.0)
            watch = asyncio.ensure_future(wait())
            while " left, 1 s apart" not in screen.getvalue():
                await asyncio.sleep(0.05)
            watch.cancel()

    asyncio.run(watched())
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r", "\n", screen.getvalue()).splitlines()
    (line, *_) = [line for line in shown if "apart" in line]
    assert re.search(r"^links .* 12/45 \S+/(s|min), 0:\d\d left belta.example: 33 left, 1 s apart", line)
    assert int(line.split(" left ")[0][-2:]) <= 20, "never more than the budget leaves"
    assert len(line) <= 80


def test_a_budget_of_time_is_told() -> None:
    async def left(settings: Settings) -> float:
        async with Session(settings, lambda: datetime(2026, 1, 15, tzinfo=UTC), "x") as session:
            await session.opened_web()
            return session.most_left()

    assert 0 < asyncio.run(left(Settings(no_cache=True, max_time=600.0))) <= 600
    assert asyncio.run(left(Settings(no_cache=True))) == inf
