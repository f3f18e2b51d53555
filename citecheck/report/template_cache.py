"""Compiled templates beside their sources, as Python keeps its modules: compiling them anew takes longer than
many a report."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path
from pickle import PickleError

from jinja2.bccache import Bucket, BytecodeCache

from citecheck import __version__

DAMAGED = (PickleError, EOFError, ValueError, TypeError, AttributeError, ImportError, IndexError)
"""What a file that was cut or overwritten may raise."""
TEMPLATES = Path(__file__).parent / "templates"


class CompiledTemplates(BytecodeCache):
    """Kept in the folder's `__pycache__`, where that can be written to. A template that was changed since,
    and one of another Jinja or Python, is compiled again: the bucket knows its source's checksum."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            with _path(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except (OSError, *DAMAGED):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        path = _path(bucket)
        own = path.with_suffix(f".{os.getpid()}")  # two runs may write at the same time
        with contextlib.suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            with own.open("wb") as file:
                bucket.write_bytecode(file)
            own.replace(path)


def _path(bucket: Bucket) -> Path:
    return Path(cache_from_source(str(TEMPLATES / f"{bucket.key}-{__version__}.py")))
