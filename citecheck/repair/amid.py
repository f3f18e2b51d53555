"""Whether an address stands amid a sentence, and which words behind it are the sentence's for certain.

A reference ends with its address: what stands before it is a sign or a label (`Available at`), and words
behind it may be the address's. A sentence goes on behind the address that it names in any words: verbs,
pages, dates. No list holds those, but the words before the address tell the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.repair.cut import labels, page_words
from citecheck.small_words import small_words

BEFORE = 60
"""Characters before an address that are looked at."""
_SENTENCE = re.compile(
    r"(?<![^\s(\[\"'\u201e\u201c\u00ab])[^\W_]"
    r"(?:[^\n.,;:!?()\[\]<>{}|\"\u201c\u201d\u201e\u00ab\u00bb*#=\u2013\u2014]|\n(?=[^\W_]))*\n?[^\S\n]*\Z"
)
"""What stands before an address without a sign between, from the first word on."""
_OPENS_LINE = re.compile(r"(?:\A|\n[^\S\n]*\n)\s*(?:[-*\u2022]\s+|\(?\d{1,3}[.)]\s+)?\Z")
"""Nothing in its paragraph but the sign of an item."""
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXLC]{1,5})\b")


def amid_sentence(before: str, behind: str) -> bool:
    """Whether an address and the words with it are part of a sentence, told by what stands `before` it and
    `behind` them.

    >>> texts = "The figures from ", "Moss, Anna. The weir. ", "Weir. Available at ", "Weir (see "
    >>> [amid_sentence(text, ".") for text in texts]
    [True, False, False, False]
    >>> texts = "As ", "retrieved May 3, 2020, from ", "The weir\\n", "as shown by\\n"
    >>> [amid_sentence(text, ".") for text in texts]
    [True, False, False, True]
    >>> amid_sentence("1. ", "."), amid_sentence("1. ", "\\n")
    (True, False)
    """
    if _OPENS_LINE.search(before):
        return behind[:1] == "."  # an item of a list has no full stop
    found = _SENTENCE.search(before) if before.rstrip()[-1:].isalnum() else None
    if found is None:
        return False
    words = found[0].lower().split()
    alone = len(words) == 1 and before[: found.start()].rstrip()[-1:] == ","
    if alone or " ".join(words) in labels():
        return False
    own_line = "\n" in before[len(before.rstrip()) :]
    return not own_line or words[-1] in small_words()


def is_page(words: Sequence[str]) -> bool:
    """Whether a page is named: a word and its number.

    >>> is_page(("page", "4")), is_page(("page", "of", "notes")), is_page(("S.", "IV"))
    (True, False, True)
    """
    return len(words) > 1 and words[0].lower().rstrip(".") in page_words() and bool(_NUMBER.match(words[1]))


def is_foreign(address: str, word: str) -> bool:
    """Whether a word has letters beyond ASCII that an address has none of.

    >>> is_foreign("https://a.example/b", "contradicción"), is_foreign("https://a.example/bé", "é")
    (True, False)
    """
    return address.isascii() and not word.isascii()
