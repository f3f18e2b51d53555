"""Mark-up to a tree, and what can go wrong with that."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, SelectolaxError


def tree_of(source: bytes | str) -> LexborHTMLParser:
    """The tree of a page. Raises `MemoryError`: there is no mark-up that this parser cannot read, but trees
    that are larger than a worker may be (five million bytes of `<p>a`)."""
    try:
        return LexborHTMLParser(source)
    except SelectolaxError as error:
        raise MemoryError from error
