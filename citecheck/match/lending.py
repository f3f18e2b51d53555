"""Vectors of sentences that another process keeps: a worker asks for them, and hands over what it made.

State of the process, since a comparison is a pure function of its arguments to whoever asks for it: the same
answer comes out, only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Lender = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Packed vectors by key, of those keys that are kept."""

_lender: Lender | None = None
_made: dict[str, bytes] = {}


def lend_from(lender: Lender | None) -> None:
    """Ask `lender` from now on; `None`: nobody."""
    global _lender
    _lender = lender


def lent(keys: Sequence[str]) -> Mapping[str, bytes]:
    """Kept vectors of these keys."""
    return _lender(keys) if _lender and keys else {}


def made(vectors: Mapping[str, bytes]) -> None:
    """New vectors, to be handed over to who lends."""
    if _lender:
        _made.update(vectors)


def take_made() -> dict[str, bytes]:
    """Vectors made since the last call."""
    taken = dict(_made)
    _made.clear()
    return taken
