"""How far two readings of a page differ: content drift, error templates, titles that agree.

All measures are linear in the text, since whole pages are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.investigate.counting import WORD, count_words
from citecheck.investigate.folding import shown
from citecheck.model import Text
from citecheck.patterns import late

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PIECE = late(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
"""A word, or a letter of a script that sets no spaces: what stands between two commas there is a clause, and
one change in it would make it another one."""
WORDS_COMPARED = 5_000
"""Words of each text that are compared; articles are shorter, and the rest of a list looks like its start."""
WORDS_SEARCHED = 100_000
"""Words in which a quotation is looked for: a long book."""
SHINGLE = 3
"""Words in a row that count as one piece of text."""
DRIFTED_TITLE = 50.0
"""Titles less alike than this (0 to 100, `token_set_ratio`) are different. Of titles with a changed site
name or date stamp the lowest ratio in the tests is 62."""
DRIFTED_TEXT = 0.2
"""Share of common three-word pieces below which a text is another. Frames and menus alone keep 0.05 to
0.2."""
ENOUGH_WORDS = 60
"""Shorter texts drift for a menu's sake."""
AGREEING_TITLE = 85.0
"""From here on two titles name one work (0 to 100, `token_set_ratio`)."""


def _pieces(content: str, most: int = WORDS_COMPARED) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _PIECE.findall(content[: most * 12])][:most]
    if len(words) <= SHINGLE:
        return {tuple(words)} if words else set()
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def text_ratio(one: str, other: str) -> float:
    """Common part of two texts, 0 to 1: shared three-word pieces over all pieces of the longer one.

    >>> text_ratio("The page is not here. Go home.", "The page is not here. Go home.")
    1.0
    """
    first, second = _pieces(one), _pieces(other)
    if not first or not second:
        return 1.0 if first == second else 0.0
    return len(first & second) / max(len(first), len(second))


def title_ratio(one: str, other: str) -> float:
    """Likeness of two titles, 0 to 100; the order of words and a site's name beside them do not matter."""
    from rapidfuzz import fuzz  # heavy; only few links need it

    return float(fuzz.token_set_ratio(" ".join(_words(one)), " ".join(_words(other))))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def titles_agree(cited: str | None, title: str | None) -> bool:
    """Whether a page's title is the one that a note gives. One common word is not enough."""
    if not cited or not title:
        return False
    first, second = set(_words(cited)), set(_words(title))
    common = {word for word in first & second if len(word) > 2}
    if len(common) < min(2, len(first)):
        return False
    return len(common) >= len(first) / 2 and title_ratio(cited, title) >= AGREEING_TITLE


QUOTED = 0.9
"""Share of a quotation's three-word pieces on a page from which the page is taken to hold it."""
LEAST_QUOTED_WORDS = 6
"""Shorter passages stand on many pages by chance."""


def holds_words(quotation: str, content: str) -> bool:
    """Whether a page plainly holds a quotation, word for word but for a few. Stricter than a comparison,
    for it confirms an address; a passage in another language confirms nothing."""
    if count_words(quotation) < LEAST_QUOTED_WORDS:
        return False
    wanted = _pieces(quotation)
    return len(wanted & _pieces(content, WORDS_SEARCHED)) >= QUOTED * len(wanted)


def confirmed_by(cited: str | None, quotations: Sequence[str], page: Text | None) -> str | None:
    """What on a page says that it is the source cited: `quotation`, `title`, or `None`."""
    if page is None:
        return None
    if any(holds_words(quotation, page.content) for quotation in quotations):
        return "quotation"
    return "title" if titles_agree(cited, page.metadata.title) else None


def drift(living: Text | None, archived: Text | None) -> str | None:
    """In words, how a living page is no longer what was captured; `None` where it is, or nobody can tell."""
    if living is None or archived is None:
        return None
    then, now = archived.metadata.title or "", living.metadata.title or ""
    titles = title_ratio(then, now) if then and now else None
    if titles is not None and titles >= DRIFTED_TITLE:
        return None
    if min(count_words(living.content), count_words(archived.content)) < ENOUGH_WORDS:
        return None
    common = text_ratio(living.content, archived.content)
    if common >= DRIFTED_TEXT:
        return None
    text = f"{round(common * 100)} % of the text is common to both"
    if titles is None:
        return f"The text is another than in the archived copy: {text}."
    return f"Title and text are no longer those of the archived copy, “{shown(then)}”: {text}."
