"""Words by which a short form is known to be that of a source: surnames, and words of titles."""

from __future__ import annotations

import re

from citecheck.parse.east_asian import LETTERS
from citecheck.patterns import late

LEAST_TITLE = 4
"""Characters of the beginning of a title that tell it."""
_ARTICLE = late(
    r"\A(?:(?:the|an?|der|die|das|eine?|les?|la|une?|el|los|las|il|lo|gli|os?|as|de|het|een|det|den|en|ett)\s|l['’])"
)
_CASELESS = late(rf"[{LETTERS}]+|[\u0590-\u06ff\u0900-\u0e7f]{{3,}}")
_MAY_BE_CASELESS = re.compile("[^\\0-\u058f\u1e00-\u2fff]")
"""A class of so many letters takes a millisecond to compile, and most texts have none of them."""
_UNSPACED = late(rf"[{LETTERS}]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_PREFIXES = frozenset(
    ("van", "von", "der", "den", "ter", "ten", "zur", "dos", "das", "del", "della", "фон", "ван")
)
"""Words that a surname begins with where no first name stands before it (`Van der Meulen, De nacht, 45`)."""


def names_in(printed: str) -> set[str]:
    """Words with a capital letter, folded: surnames, and words of short titles. Scripts without capitals have
    names anywhere."""
    found = {word.casefold() for word in _WORD.findall(printed) if word[0].isupper()} - _PREFIXES
    return found | set(_CASELESS.findall(printed)) if _MAY_BE_CASELESS.search(printed) else found


def title_words(printed: str) -> set[str]:
    words_of_length = {word.casefold() for word in _WORD.findall(printed) if len(word) >= LEAST_TITLE}
    return words_of_length | names_in(printed)


def without_article(title: str) -> str:
    """A title in small letters; short forms leave its article out (*The Chicago Manual*, 17.10)."""
    return _ARTICLE.sub("", title.casefold())


def families(author: str) -> set[str]:
    """What the names of East Asia may begin with as families: the first one to three signs."""
    names = [] if author.isascii() else _UNSPACED.findall(author)
    return {name[:length] for name in names for length in (1, 2, 3)}
