"""Whether an address stands amid a sentence, and which words behind it are the sentence's for certain.

A reference ends with its address: what stands before it is a sign or a label (`Available at`), and words
behind it may be the address's. A sentence goes on behind the address that it names in any words: verbs,
pages, dates. No list holds those, but the words before the address tell the two apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.patterns import late
from citecheck.repair.cut import label_words, labels, page_words
from citecheck.small_words import small_words

BEFORE = 60
"""Characters before an address that are looked at."""
_SENTENCE = late(
    r"(?<![^\s(\[\"'\u201e\u201c\u00ab])[^\W_]"
    r"(?:[^\n.,;:!?()\[\]<>{}|\"\u201c\u201d\u201e\u00ab\u00bb*#=\u2013\u2014]|\n(?=[^\W_]))*\n?[^\S\n]*\Z"
)
"""What stands before an address without a sign between, from the first word on."""
_FILE = r"[^\S\n]+(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+){0,13})\s+[\w-]+\.[A-Za-z]{2,4}"
_NAMED_FILE, _FILE_BEHIND = late(rf"(?<=[\w/]){_FILE}[.,;:]?\Z"), late(rf"{_FILE}(?![\w/])")
"""Plain words to a file's name."""
_ENDING = 6
"""Characters in which such a name has its last dot."""
_OPENS_LINE = late(r"(?:\A|\n[^\S\n]*\n)\s*(?:[-*\u2022]\s+|\(?\d{1,3}[.)]\s+)?\Z")
"""Nothing in its paragraph but the sign of an item."""
_NUMBER = late(r"(?:\d{1,3}|[IVXLC]{1,5})\b")


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


def before_file(before: str, address: str) -> int:
    """Characters of an `address` behind which the sentence goes on to name a file, told by what stands before
    the address and by a small word or a label before the file; all where none is named.

    >>> address = "https://a.example/list are in plan.pdf"
    >>> address[: before_file("The figures at ", address)], before_file("The weir. ", address) == len(address)
    ('https://a.example/list', True)
    """
    named = _NAMED_FILE.search(address) if "." in address[-_ENDING:] and " " in address else None
    if named is None or not amid_sentence(before, ""):
        return len(address)
    words = named["words"].lower().split()
    return named.start() if any(map(_is_prose, words)) else len(address)


def file_end(text: str, size: int) -> int:
    """Where a file is named in plain words behind an address of `size` characters, -1 where none is.

    >>> text = "https://a.example/list are in plan.pdf too"
    >>> text[: file_end(text, 22)], file_end("https://a.example/list are in it", 22)
    ('https://a.example/list are in plan.pdf', -1)
    """
    named = _FILE_BEHIND.match(text, size)
    return named.end() if named else -1


def _is_prose(word: str) -> bool:
    return word in small_words() or word in label_words()
