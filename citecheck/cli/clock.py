"""The clock of a run: `--now`, else SOURCE_DATE_EPOCH, else the real one."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime

from citecheck.config import Settings
from citecheck.errors import UsageMistake


def clock_of(settings: Settings) -> Callable[[], datetime]:
    """A function that gives the time in UTC, whole seconds. Raises `UsageMistake` for a bad environment."""
    fixed = _fixed(settings)
    if fixed is not None:
        return lambda: fixed
    return lambda: datetime.now(UTC).replace(microsecond=0)


def _fixed(settings: Settings) -> datetime | None:
    if settings.now is not None:
        moment = datetime.fromisoformat(settings.now)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageMistake(f"SOURCE_DATE_EPOCH: {epoch!r} is no time in seconds") from None
