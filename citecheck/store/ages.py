"""How long an exchange answers for later runs (contract 7). Within its own run every exchange counts."""

from __future__ import annotations

from citecheck.model import Exchange, Purpose

DAY = 86_400
AGES = {"alive": 7 * DAY, "gone": DAY, "capture": 30 * DAY}
"""Seconds. `unknown` is not in it: what nobody could say yesterday is asked again today."""
SMALL = 256_000
"""A body cut below this size was cut by time or by the other side, which may go better next time."""


def age_of(exchange: Exchange, purpose: Purpose) -> str:
    """Name of the age that counts for an exchange, or `unknown`."""
    if exchange.failure is not None or (exchange.truncated and len(exchange.body) < SMALL):
        return "unknown"
    if purpose is Purpose.REPLAY and (exchange.header("memento-datetime") or 300 <= exchange.status < 400):
        return "capture"
    if 200 <= exchange.status < 400:
        return "alive"
    return "gone" if exchange.status in (404, 410) else "unknown"
