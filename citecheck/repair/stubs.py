"""Runs of a doubled link that are too short to be found as copies.

Of an address that was wrapped, a link may begin or end with a run of one to three characters. Beside it is
the white space of the line's end.
"""

from __future__ import annotations

from citecheck.repair.lexicon import known, likelihood
from citecheck.repair.merging import READINGS, Reading, word_around

_STUB, _STUBS = 3, 6
"""Longest such run; how many of them are looked at."""
_GAPS = 40
"""Gaps beside which such runs are looked for."""
_STUB_GAIN = 3.0
"""Bits by which the word must be likelier without a run of one or two letters."""
LEFT = -1
"""Mark of a repeat that was left as it stands, so that it is not looked at again."""


def without_stubs(readings: list[Reading]) -> list[Reading]:
    """Runs of one to three characters, too short for a square of their own, which a gap beside them gives
    away."""
    for _ in range(_STUBS):
        made = [after for reading in readings for after in _without_stub(reading)]
        if made == readings:
            break
        readings = sorted(made, key=lambda r: r[0])[:READINGS]
    return readings


def _without_stub(reading: Reading) -> list[Reading]:
    penalty, cells = reading
    letters = cells.letters
    for place in [i for i, gap in enumerate(cells.gaps) if gap][:_GAPS]:
        for size in (3, 2, 1):
            for start in (place, place - 2 * size):
                middle, end = start + size, start + 2 * size
                if (
                    start < 0
                    or end > len(letters)
                    or letters[start:middle] != letters[middle:end]
                    or cells.settled[start] == LEFT
                    or (0 not in cells.settled[start:end] and len(set(cells.settled[start:end])) == 1)
                ):
                    continue
                before, after = letters[:start], letters[end:]
                gain = likelihood(word_around(before, letters[start:middle], after))
                gain -= likelihood(word_around(before, letters[start:end], after))
                whole = start > 0 and not letters[start - 1].isalnum() and not letters[middle - 1].isalnum()
                whole = whole or (size == _STUB and start == place)
                # Kept runs are marked, so that they are not looked at again.
                kept = cells.settle(start, end, LEFT)
                number = letters[start:middle].isdigit() and (
                    size < _STUB or len(set(letters[start:middle])) == 1
                )
                lost = letters[start:middle].isalpha() and gain > _STUB_GAIN
                # Letters are doubled within words, and white space parts words anywhere.
                lost = lost and (size > 1 or _begins(letters, start, place))
                lost = lost or (size == 2 and start == place and _ends_word(letters, start))
                if not number and (lost or (whole and size > 1)):
                    return [(penalty, cells.drop(middle, end)), (penalty + 0.3, kept)]
    return [reading]


def _begins(letters: str, start: int, place: int) -> bool:
    """Whether a doubled letter at `start` begins what stands behind the gap at `place`: behind a sign, or
    where one of them makes a listed word with what stands before it."""
    if start != place or start == 0:
        return False
    return not letters[start - 1].isalnum() or known(word_around(letters[:start], letters[start], ""))


def _ends_word(letters: str, start: int) -> bool:
    """Whether a run of one letter and a hyphen ends the word before it: `harmony-of-natur` + `e-`."""
    word = word_around(letters[:start], letters[start], "")
    return letters[start + 1] == "-" and letters[start - 1].isalpha() and known(word)
