"""Signs that lead back from a note to its call (`↩︎`, `[↩]`, `↑`, `^`): part of the page, not of the note."""

from __future__ import annotations

import re

from citecheck.model import Span
from citecheck.parse.draft import Draft, Found

_SIGN = r"(?:\[?[↩↵⏎⤴⮐↑⇑⬆⇧]\ufe0e?\ufe0f?\]?)"
_AT_END = re.compile(rf"(?:\s*{_SIGN})+\s*\Z")
_AT_START = re.compile(rf"(?:(?:{_SIGN}|\^)\s+)+(?=\S)")
REACH = 40
"""Characters at a note's end in which such signs are looked for: one for each call."""


def without_backlinks(content: str, found: Found) -> Found:
    """Notes without such signs before and behind their text; a note that is nothing else stays as it is."""
    return found._replace(notes=tuple(_trimmed(content, draft) for draft in found.notes))


def _trimmed(content: str, draft: Draft) -> Draft:
    spans = list(draft.spans)
    if not spans:
        return draft
    last = spans[-1]
    tail = _AT_END.search(content[max(last.start, last.end - REACH) : last.end])
    if tail:
        end = max(last.start, last.end - REACH) + tail.start()
        spans[-1] = Span(last.start, end)
    head = _AT_START.match(content, spans[0].start, spans[0].end)
    if head:
        spans[0] = Span(head.end(), spans[0].end)
    if any(span.end <= span.start for span in spans):
        return draft
    return draft._replace(spans=tuple(spans)) if spans != list(draft.spans) else draft
