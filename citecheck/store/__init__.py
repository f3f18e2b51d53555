"""Evidence as received: the SQLite store, and WARC files to record to and replay from.

`Store`, `Replay` and `Recorder` are loaded when first asked for; a command without them pays nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citecheck.store.recorder import Recorder
    from citecheck.store.replay import Replay
    from citecheck.store.sqlite import Store

__all__ = ["Recorder", "Replay", "Store"]


def __getattr__(name: str) -> object:
    if name == "Store":
        from citecheck.store.sqlite import Store

        return Store
    if name == "Replay":
        from citecheck.store.replay import Replay

        return Replay
    if name == "Recorder":
        from citecheck.store.recorder import Recorder

        return Recorder
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
