"""A screenshot's pixels without a picture library: 8 bits a channel, not interlaced."""

from __future__ import annotations

import struct
import zlib


def pixels(png: bytes) -> tuple[int, list[bytes], int]:
    """Width, rows of raw bytes, bytes a pixel."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at, data, width, height, step = 8, b"", 0, 0, 0
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
            assert depth == 8
            step = {2: 3, 6: 4}[colour]
        elif kind == b"IDAT":
            data += body
        at += size + 12
    raw, rows = zlib.decompress(data), []
    before = bytearray(width * step)
    for row in range(height):
        start = row * (width * step + 1)
        line = bytearray(raw[start + 1 : start + 1 + width * step])
        _unfilter(raw[start], line, before, step)
        rows.append(bytes(line))
        before = line
    return width, rows, step


def _unfilter(kind: int, line: bytearray, before: bytearray, step: int) -> None:
    if kind == 0:
        return
    for at in range(len(line)):
        left = line[at - step] if at >= step else 0
        up = before[at]
        corner = before[at - step] if at >= step else 0
        if kind == 1:
            add = left
        elif kind == 2:
            add = up
        elif kind == 3:
            add = (left + up) // 2
        else:
            guess = left + up - corner
            add = min((left, up, corner), key=lambda one: abs(guess - one))
        line[at] = (line[at] + add) & 255
