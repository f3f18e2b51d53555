"""Words of a note that lines broke, put together: `the His- tory of` reads *the History of*."""

from __future__ import annotations

import re

from citecheck.patterns import late

_AND = (
    "und|oder|bzw|sowie|wie|and|or|et|ou|e|o|y|u|i|a|och|eller|og|en|of|ja|tai|sekä|és|vagy|lub|oraz|albo|"
    "nebo|či|și|sau|ve|veya|та|або|чи|і|й|и|или|ή|και"
)
"""Words behind a hyphen that stands for a part left out: *Vor- und Nachteile*."""
_BROKEN = late(
    rf"(?<![^\s(\[«“„\"‘’'-])([^\W\d_]+(?:-[^\W\d_]+)*)(-|\u2010|\u00ad) "
    rf"(?!(?:{_AND})\b)([^\W\d_])(?=[^\W\d_])"
)
_RANGE = re.compile(r"(?<=\d)([–-]) (?=\d)")


def whole_words(text: str) -> str:
    """`text`, lines of which were joined by a space, with the words that they broke put together.

    The hyphen goes with the break, but for a word that has another one, or a capital behind it. Ranges of
    numbers lose the space.

    >>> whole_words("A Eulogy in the His- tory of Peer-to- Peer Networks, 101– 112")
    'A Eulogy in the History of Peer-to-Peer Networks, 101–112'
    >>> whole_words("Vor- und Nachteile der Fluss- schifffahrt")
    'Vor- und Nachteile der Flussschifffahrt'
    """
    if not any(sign in text for sign in ("- ", "– ", "\u2010 ", "\u00ad ")):
        return text
    return _BROKEN.sub(_joined, _RANGE.sub(r"\1", text))


def _joined(found: re.Match[str]) -> str:
    first, hyphen, following = found.groups()
    kept = hyphen != "\u00ad" and ("-" in first or following.isupper())
    return f"{first}{'-' if kept else ''}{following}"
