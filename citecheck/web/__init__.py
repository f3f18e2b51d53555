"""Executes fetches: schedule, guard, client, bounded decoding. The only package that opens a socket.

`Web` and what it needs are loaded when first asked for: `WebSettings` alone costs no HTTP package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.web.exchanges import Exchanges, Recorder
from citecheck.web.settings import WebSettings, parse_connect_to

if TYPE_CHECKING:
    from citecheck.web.fetcher import Progress, Web

__all__ = ["Exchanges", "Progress", "Recorder", "Web", "WebSettings", "parse_connect_to"]


def __getattr__(name: str) -> object:
    if name in ("Web", "Progress"):
        from citecheck.web import fetcher

        return getattr(fetcher, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
