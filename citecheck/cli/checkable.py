"""An empty extraction never passes (contract 2, exit code 3)."""

from __future__ import annotations

from citecheck.errors import NothingToCheck
from citecheck.model import Extraction


def checkable(extraction: Extraction) -> Extraction:
    """The extraction itself; raises `NothingToCheck` where neither a note nor a link was found."""
    if extraction.parsed.notes or extraction.parsed.markers or extraction.links:
        return extraction
    name = extraction.manuscript.name
    if not extraction.manuscript.text.content.strip():
        from hashlib import sha256

        empty = extraction.manuscript.sha256 == sha256(b"").hexdigest()
        raise NothingToCheck(f"{name}: the file is empty" if empty else f"{name}: no text in it")
    raise NothingToCheck(
        f"{name}: nothing to check: looked for numbered notes, [^n] notes, a reference list and web"
        " addresses, and found none"
    )
