"""One event loop for a command."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """`asyncio.run` for results of any size.

    At its end `asyncio.run` asks which handler an interrupt has; Python 3.11 looks that handler up among
    names, and the message that it is none of them holds the main task with its whole result spelt out: of an
    audited book a second of work and 100 MB of text. So the main task gives nothing back.
    """
    results: list[Result] = []

    async def keep() -> None:
        results.append(await main)

    asyncio.run(keep())
    return results[0]
