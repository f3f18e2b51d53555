"""What the progress line says of the host that is waited for."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

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
