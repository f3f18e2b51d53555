"""A server of our own for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers import Loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server
