"""How jobs and answers travel: a length of eight bytes, then a pickle."""

from __future__ import annotations

import pickle
import struct
from typing import Any

HEADER = struct.Struct(">Q")


def pack(value: Any) -> bytes:
    """One frame."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return HEADER.pack(len(data)) + data
