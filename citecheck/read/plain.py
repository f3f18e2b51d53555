"""Plain text: the characters as they are.

Nothing is rewritten, line ends included: `\\r\\n` stays two characters, so that an offset found here is an
offset in the decoded file. Form feeds are page ends.
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise

from citecheck.model import Manuscript, Mark, MarkKind, Span, Text
from citecheck.read.encoding import decode

_REMARK = re.compile(r"\[\[[ \t]*citecheck:[^\n]{0,2400}?\]\]")


def read(data: bytes, name: str) -> Manuscript:
    """A plain text. Raises `UnreadableInput` for data that is no text."""
    content, encoding = decode(data, name=name)
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        encoding=encoding,
        text=Text(content, page_starts=page_starts(content), marks=_comments(content)),
    )


def _comments(content: str) -> tuple[Mark, ...]:
    """Remarks to citecheck (`[[citecheck: ignore[link-gone] reason]]`), which are not the author's text."""
    return tuple(
        Mark(MarkKind.COMMENT, (Span(*match.span()),), origin="text") for match in _REMARK.finditer(content)
    )


def page_starts(content: str) -> tuple[int, ...]:
    """Where pages begin: at the first character and after each form feed; none without form feeds.

    >>> page_starts("one\\ftwo\\f\\n")
    (0, 4)
    """
    starts = [0]
    feed = content.find("\f")
    while feed >= 0:
        starts.append(feed + 1)
        feed = content.find("\f", feed + 1)
    pages = [
        start for start, end in pairwise([*starts, len(content)]) if content[start:end].strip() or not start
    ]
    return tuple(pages) if len(starts) > 1 else ()
