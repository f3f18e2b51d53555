"""Words of a note that lines broke, put together: `the His- tory of` reads *the History of*."""

from __future__ import annotations

import re

from citecheck.patterns import late

LONGEST = 80
"""Characters of a word in which its beginning and its hyphens are looked for."""
_AND = (
    "und|oder|bzw|beziehungsweise|respektive|sowie|wie|bis|statt|als|zu|and|or|nor|to|than|rather|versus|vs|but|"
    "et|ou|à|plutôt|e|o|y|u|i|a|och|till|samt|eller|og|til|en|of|tot|ja|tai|sekä|eli|és|vagy|lub|oraz|albo|do|"
    "nebo|či|až|și|sau|ve|veya|та|або|чи|і|й|и|или|до|ή|και|έως"
)
"""Words behind a hyphen that stands for a part left out: *Vor- und Nachteile*, *mid- to late-*."""
_BROKEN = late(rf"(?<=[^\W\d_])(-|\u2010|\u00ad) (?!(?:{_AND})\b)([^\W\d_])(?=[^\W\d_])", re.IGNORECASE)
_WORD = late(r"(?<![^\s(\[«“„\"‘’'-])[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_RANGE = re.compile(r"(?<=\d)([–-]) (?=\d)")


def whole_words(text: str) -> str:
    """`text`, lines of which were joined by a space, with the words that they broke put together.

    The hyphen goes with the break, but for a word that has another one, or a capital behind it. Ranges of
    numbers lose the space.

    >>> whole_words("A Eulogy in the His- tory of Peer-to- Peer Networks, 101– 112")
    'A Eulogy in the History of Peer-to-Peer Networks, 101–112'
    >>> whole_words("Vor- und Nachteile der Fluss- schifffahrt")
    'Vor- und Nachteile der Flussschifffahrt'
    >>> whole_words("Low- to middle-income mil- lers"), whole_words("a.example/his- tory")
    ('Low- to middle-income millers', 'a.example/his- tory')
    """
    if not any(sign in text for sign in ("- ", "– ", "\u2010 ", "\u00ad ")):
        return text
    return _BROKEN.sub(_joined, _RANGE.sub(r"\1", text))


def _joined(found: re.Match[str]) -> str:
    start = found.start()
    first = _WORD.search(found.string, max(0, start - LONGEST), start)
    if first is None:
        return found.group()
    hyphen, following = found.groups()
    kept = hyphen != "\u00ad" and ("-" in first.group() or following.isupper())
    return f"{'-' if kept else ''}{following}"
