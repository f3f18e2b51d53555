"""Legal forms of firms, which each country has of its own, beside their names: *ООО «Прогресс»*, *Progress
LLC*. They are no names, and a translation may keep them, put its own or leave them out."""

from __future__ import annotations

from citecheck.match.fold import Words

_WRITTEN = """
llc ltd limited inc plc corp llp gmbh mbh kg kgaa ohg ag sa sas sasu sarl eurl snc srl spa sl slu sau bv nv
ооо оао зао пао ао нао тоо ип чуп руп уп одо гуп муп фгуп кпуп тов зат ват ат пат прат дп кп таа аат заат
"""
FORMS = frozenset(_WRITTEN.split())
"""Folded; in Latin letters what is written so only in capitals, or with a first one (*GmbH*, *Ltd*)."""
MIXED = frozenset(("GmbH", "mbH", "KGaA", "Ltd", "Limited", "Inc", "Corp", "SpA", "Sàrl", "SARL"))
OPENING, CLOSING = "«“„\"'", "»”\"'"


def is_legal_form(text: str, words: Words, at: int) -> bool:
    """Whether the word at a place of a sentence is the legal form of the firm named beside it.

    >>> from citecheck.match.fold import split_words
    >>> said = "ООО «Прогресс» и Progress LLC без ООО"
    >>> [is_legal_form(said, split_words(said), at) for at in (0, 4, 6)]
    [True, True, False]
    """
    start, end = words.starts[at], words.ends[at]
    shown = text[start:end]
    if words.folded[at] not in FORMS or not (shown.isupper() or shown in MIXED):
        return False
    if text[end:].lstrip(" .,")[:1] in {*OPENING} or text[:start].rstrip(" ,")[-1:] in {*CLOSING}:
        return True
    beside = [*words.starts[max(0, at - 1) : at], *words.starts[at + 1 : at + 2]]
    return any(text[place].isupper() for place in beside)
