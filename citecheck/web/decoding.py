"""Bodies decoded piece by piece and never past a limit.

Six kilobytes of Brotli became four gigabytes in a client that decodes a whole chunk before it counts. Only
gzip and deflate are asked for, `zlib` is told how much it may give, and whatever else comes is refused.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

MAX_LAYERS = 2
"""Codings put on top of each other; gzip in gzip happens by mistake, more of them by malice."""
PIECE = 1 << 16
"""Bytes given out of one layer at a time, so that an inner layer cannot be flooded by an outer one."""


class Undecodable(Exception):
    """A content coding that was not asked for, or a body that is not what its header says."""


class _Layer:
    """One gzip or deflate layer."""

    def __init__(self, coding: str) -> None:
        self.coding = coding
        self.started = False
        self.complete = False
        self._inflate = zlib.decompressobj(31 if coding == "gzip" else 15)

    def pieces(self, data: bytes) -> Iterable[bytes]:
        """Decoded pieces of at most `PIECE` bytes. Raises `Undecodable`."""
        piece = b""
        while data or len(piece) == PIECE:  # a full piece may have left output behind, with all input taken
            try:
                piece = self._inflate.decompress(data, PIECE)
            except zlib.error as error:
                if self.started or self.coding == "gzip":
                    raise Undecodable(f"the body is not valid {self.coding}") from error
                # Half the servers that say deflate send it without the zlib wrapper (RFC 9110, 8.4.1.2).
                self.started, self._inflate = True, zlib.decompressobj(-15)
                continue
            self.started = True
            if piece:
                yield piece
            self.complete = self._inflate.eof
            if self.complete:
                data = self._inflate.unused_data
                if not data.startswith(b"\x1f\x8b"):
                    return  # padding behind the last member
                self._inflate, piece = zlib.decompressobj(31), b""
            else:
                data = self._inflate.unconsumed_tail


class Decoder:
    """Collects a body up to `limit` decoded bytes.

    >>> decoder = Decoder("gzip", limit=1000)
    >>> decoder.feed(zlib.compress(b"a" * 100_000, wbits=31))
    >>> len(decoder.body), decoder.full
    (1000, True)
    """

    def __init__(self, content_encoding: str, limit: int) -> None:
        codings = [coding.strip().lower() for coding in content_encoding.split(",")]
        codings = [coding.removeprefix("x-") for coding in codings if coding not in ("", "identity")]
        unknown = [coding for coding in codings if coding not in ("gzip", "deflate")]
        if unknown or len(codings) > MAX_LAYERS:
            raise Undecodable(f"content coding {', '.join(unknown or codings)[:60]!r} was not asked for")
        self.limit = limit
        self.body = bytearray()
        self.full = False
        """The limit was reached: what follows is not wanted."""
        self._layers = [_Layer(coding) for coding in reversed(codings)]

    def feed(self, data: bytes) -> None:
        """Take bytes as received. Raises `Undecodable`."""
        self._through(data, 0)

    @property
    def complete(self) -> bool:
        """Whether every coding came to its own end; false where a compressed body was cut."""
        return all(layer.complete for layer in self._layers)

    def _through(self, data: bytes, depth: int) -> None:
        if depth == len(self._layers):
            room = self.limit - len(self.body)
            self.full = len(data) > room
            self.body += data[:room]
            return
        for piece in self._layers[depth].pieces(data):
            self._through(piece, depth + 1)
            if self.full:
                return
