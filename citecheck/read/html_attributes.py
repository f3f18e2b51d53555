"""What an HTML element says of itself in its attributes, and white space as browsers show it."""

from __future__ import annotations

from functools import lru_cache


def collapsed(text: str) -> str:
    """White space in a row as one space, as a browser shows it; no-break spaces stay."""
    if "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element says that it is not shown."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if not style:
        return False
    bare = style.replace(" ", "").lower()
    return "display:none" in bare or "visibility:hidden" in bare or "mso-hide:all" in bare


def words(attributes: dict[str, str | None]) -> frozenset[str]:
    """What an element is called: words of `class`, `role`, `epub:type`, lower case."""
    shown = attributes.get("class") or ""
    if attributes.keys().isdisjoint(_SAYING):
        return _split(shown) if shown else NO_WORDS
    said = f"{shown} {attributes.get('role') or ''} {attributes.get('epub:type') or ''}"
    if "data-footnote-ref" in attributes:
        said += " footnote-ref"
    elif "data-footnote-backref" in attributes:
        said += " footnote-backref"
    return _split(said)


_SAYING = frozenset(("role", "epub:type", "data-footnote-ref", "data-footnote-backref"))
"""Attributes other than `class` that say what an element is."""
NO_WORDS: frozenset[str] = frozenset()


@lru_cache(maxsize=4_096)
def _split(said: str) -> frozenset[str]:
    """A document uses few classes, each many times."""
    return frozenset(said.lower().split())
