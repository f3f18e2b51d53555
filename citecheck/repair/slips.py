"""What print is taken for what, and when such a slip is believed.

Names, brands and words of unlisted languages look like slips of other words. To change a sound address is
worse than to leave a damaged one, whose right reading is a further candidate; so more is asked where nothing
else shows the address to be damaged.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from citecheck.repair.address import host_end
from citecheck.repair.lexicon import known, lexicon

WHOLE_PART = 5
_PREFIXES = "ei"
"""Letters of a listed word that a letter before it makes a name of (`icloud`); such letters."""
CROWD = 4
"""Other listed words of a slug that are evidence against a strange one."""
BESIDE_DIGIT = 4
"""Letters of a listed word beside a digit that make the digit a number, in a host (`sat1regional`)."""


@dataclass(frozen=True, slots=True)
class Slip:
    printed: str
    meant: str
    bits: float
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One token of an address in another reading; `margin` is the bits by which that is likelier."""

    start: int
    end: int
    word: str
    slip: Slip
    margin: float
    listed: bool
    company: int
    """Other listed words in the same slug."""
    around: int = 0
    """Other listed words in the whole address."""


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(files("citecheck.repair").joinpath("data/confusions.toml").read_text("utf-8"))


@cache
def slips(kind: str) -> tuple[Slip, ...]:
    return tuple(Slip(printed, meant, bits, kind == "rare") for printed, meant, bits in table()[kind])


def is_strong(url: str, change: Change) -> bool:
    """Whether the change is believed in an address that nothing else shows to be damaged. Names and words of
    unlisted languages look like slips: of 6,690 addresses of news sites 30 would be changed without this."""
    printed = url[change.start : change.end].lower()
    if not change.slip.printed.islower() and printed.isalpha():
        return True  # a capital within small letters
    if not printed.isalpha():
        return change.company > 1 or not _is_numbered(printed, change.start < host_end(url))
    for slip, meant, margin, gain in table()["strong"]:
        if (change.slip.printed, change.slip.meant) == (slip, meant):
            likelier = lexicon().letters(change.word.lower()) - lexicon().letters(printed)
            # The longer word is less likely by its letters; a long slug of listed words makes up for that.
            crowd = len(meant) > len(slip) and change.company >= CROWD and url.lower().count(printed) == 1
            return change.margin >= margin and (crowd or likelier >= gain) and not _is_compound(printed)
    return not _is_compound(printed)


def _is_numbered(word: str, in_host: bool) -> bool:
    """Whether the digit of `word` is believed: words beside it are listed (`formel1`, `sat1regional`). Hosts
    are names, so that one such word is enough there (`pr0gramm`)."""
    runs = re.findall("[a-z]+", word)
    listed = [len(run) >= BESIDE_DIGIT - 1 and known(run) for run in runs]
    if in_host:
        return any(fits and len(run) >= BESIDE_DIGIT for fits, run in zip(listed, runs, strict=True))
    return all(listed) and not word.endswith("0")


def _is_compound(word: str) -> bool:
    """Whether a listed word stands in `word` behind a letter that names begin with: `icloud`."""
    return word[0] in _PREFIXES and len(word) > WHOLE_PART and known(word[1:])
