"""An exchange as a row of the evidence store, and back."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime

from citecheck.model import Exchange, FailureKind, Purpose
from citecheck.redaction import redact
from citecheck.store.ages import age_of

PACK_LIMIT = 2_000_000
"""Larger bodies are PDFs as a rule, which are compressed already."""


def row_of(exchange: Exchange, purpose: Purpose) -> tuple[object, ...]:
    """All columns but the key, in the order of the schema."""
    pack = 0 < len(exchange.body) <= PACK_LIMIT
    return (
        int(exchange.when.timestamp()),
        age_of(exchange, purpose),
        exchange.status,
        exchange.failure,
        exchange.detail,
        redact(json.dumps(exchange.headers, ensure_ascii=False)),
        exchange.truncated,
        pack,
        zlib.compress(exchange.body, 1) if pack else exchange.body,
    )


def _unpack(body: bytes) -> bytes:
    """At most what was ever packed: a store may have come from somebody else. Raises `zlib.error`."""
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(body, PACK_LIMIT)
    if not unpacking.eof and unpacking.unconsumed_tail:
        raise zlib.error("larger than any body that is packed")
    return unpacked


def exchange_of(url: str, row: tuple[object, ...]) -> Exchange | None:
    """The exchange of a row; `None` for a damaged one, which is then asked again."""
    _, _, _, _, at, _, status, failure, detail, headers, truncated, packed, body = row
    assert isinstance(at, int)
    assert isinstance(status, int)
    assert isinstance(body, bytes)
    try:
        return Exchange(
            url,
            datetime.fromtimestamp(at, UTC),
            status,
            tuple((str(name), str(value)) for name, value in json.loads(str(headers))),
            _unpack(body) if packed else body,
            bool(truncated),
            None if failure is None else FailureKind(str(failure)),
            str(detail),
        )
    except (ValueError, zlib.error):
        return None
