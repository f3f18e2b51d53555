"""Whether a quotation is open at a place, before the body is put together."""

from __future__ import annotations

PARAGRAPH = 3000
"""Characters of a paragraph looked at."""


def quoted(content: str, at: int) -> bool:
    """Whether a quotation is open at an offset, as far as the marks of its paragraph tell: what is quoted
    keeps what it has.

    >>> [quoted(text, 9) for text in ("“The boat", "“A” boat.", "„Das Boot", "„So“, Boot")]
    [True, False, True, False]
    """
    head = content.rfind("\n\n", max(0, at - PARAGRAPH), at)
    shown = content[max(0, head, at - PARAGRAPH) : at]
    if "„" in shown:
        return shown.rfind("„") > max(map(shown.rfind, "“”"))
    opened, closed = sum(map(shown.count, "“«")), sum(map(shown.count, "”»"))
    return opened > closed or shown.count('"') % 2 == 1
