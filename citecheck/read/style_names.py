"""Names of paragraph styles and what their paragraphs are (`data/paragraph_styles.tsv`)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from citecheck.model import MarkKind

_KINDS = {"quotation": MarkKind.BLOCK_QUOTATION, "reference": MarkKind.REFERENCE}
_BETWEEN = re.compile(r"[\s_-]+")


@cache
def _names() -> dict[str, MarkKind]:
    rows = resources.files("citecheck.read").joinpath("data/paragraph_styles.tsv").read_text("utf-8")
    cells = (row.split("\t") for row in rows.splitlines() if row and not row.startswith("#"))
    return {folded(name): _KINDS[kind] for kind, _, name in cells}


def kind_of_style(name: str) -> MarkKind | None:
    """What paragraphs of the style `name` are, `None` for running text.

    >>> kind_of_style("Intense_Quote"), kind_of_style("Normal")
    (<MarkKind.BLOCK_QUOTATION: 'block-quotation'>, None)
    """
    return _names().get(folded(name))


def folded(name: str) -> str:
    """A style's name as names are compared."""
    return _BETWEEN.sub("", name).casefold()
