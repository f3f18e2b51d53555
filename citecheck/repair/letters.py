"""Letters misread in scans: `govemment` for `government`, `po1icy` for `policy`.

Evidence is the document's own better-printed addresses, the word lists and the letter statistics of many
languages, and slips of the same kind in the same address. A changed letter may name a stranger's site, so the
literal reading always stays a candidate, and it stays the first one unless the evidence is strong.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from operator import itemgetter

from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.common import common_bits
from citecheck.repair.context import Context
from citecheck.repair.evidence import CAPITAL_BITS, Traits, evidence, kind_of, say, token_bits
from citecheck.repair.habits import prints, with_habit
from citecheck.repair.lexicon import known, word_bits
from citecheck.repair.slips import Change, Slip, is_name, slips

SURE = 0.0
"""Logarithm of the odds from which another reading comes first. Of 85,330 addresses that documentation
prints none is changed, of 184,960 others of news sites and lists of links one in 15,000."""
EAGER = -2.5
"""The same in a document or address that is known to have misread letters."""
IN_DOCUMENT, IN_DOCUMENT_BITS = 3.0, -9.0
"""In favour of a word that the document's other addresses print; its bits where they print it once."""
LEAST = -8.0
"""Bits by which a further reading may be less likely by itself."""
MENTION = -9.0
"""The logarithm down to which another reading is a further candidate."""
CLEAR = ("1", "I")
"""Slips that are strange within any run of letters, known or not."""
SHORTEST, LONGEST, WORDS = 4, 40, 60
"""Letters of a token, tokens of an address that are looked at."""
SAME_SLIP = 3.0
"""In favour of a slip that the same address has made elsewhere."""
COVERED = 2.5
"""Say of a common word within a longer one that is as good as a word."""
CLEARLY = 8.0
"""Bits by which a word with `j` for `i` or the reverse must be likelier."""
CROWD, LONGER = 5, -1.25
"""Listed words beside a strange one that are evidence against it; what the letters of the longer word may say
less then."""
LONG, LOST = 6, ("rn", "cl")
"""Letters of a word that may have lost some; letters that are read as one."""
BEST = 3
"""Readings of a word that are weighed."""
_SECOND = 5.0
"""Bits that a second slip in one word costs beside its own."""
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_JOINT = re.compile(r"(?<=[a-z0-9])(?=[A-HJ-Z]|I(?:ds?|n|s|nfo)(?![a-z]))|(?<=[a-z]I)(?=[A-Z][a-z]{2})")
"""Where a word begins within a token: `dataTable`, `userId`."""
_NUMBER = re.compile(r"\d[\dOolIS]*\d")
_CODE = re.compile(r"[A-Z]{2}|I{2}|\d{2}|\d.*\d.*\d")
"""Codes and abbreviations, which are no words."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading of `url[start:end]`, with what speaks for it."""

    start: int
    end: int
    word: str
    slip: Slip
    gain: float
    traits: Traits


def changes(url: str, context: Context) -> list[Change]:
    """For each token the likeliest other reading, where there is one worth a mention; likeliest first."""
    found = []
    for start, end in tokens(url):
        token = url[start:end]
        if _NUMBER.fullmatch(token):
            change = _number(start, token)
        else:
            made = [_change(url, other, context) for other in others(url, start, end, context)]
            change = max(made, key=lambda change: change.score, default=None)
        if change is not None:
            found.append(change)
    return sorted(found, key=lambda change: -change.score)


def tokens(url: str) -> Iterator[tuple[int, int]]:
    """Where the words of an address stand, top-level domain and scheme left out."""
    scheme, host = SCHEME.match(url), host_end(url)
    for count, match in enumerate(_TOKEN.finditer(url, scheme.end() if scheme else 0)):
        if count >= WORDS:
            return
        if match.end() == host or match[0] == "www" or len(match[0]) > LONGEST:
            continue
        parts = _JOINT.split(match[0])
        strange = [part for part in parts if not part.isdigit() and common_bits(part.lower()) is None]
        at = match.start()
        for part in parts:
            # Beside a part that is no word, a strange one is a code, not a slip.
            if len(strange) - (part in strange) == 0:
                yield at, at + len(part)
            at += len(part)


def others(url: str, start: int, end: int, context: Context) -> Iterator[Other]:
    """Other readings of one word of an address, likely or not."""
    token = url[start:end]
    plain, kind = token.lower(), kind_of(token)
    if not SHORTEST <= len(token) <= LONGEST or token.isdigit() or _CODE.search(token):
        return
    if kind == "plain" and (common_bits(plain) is not None or context.prints(plain)):
        return
    here = _bits(plain, context, own=1) + (CAPITAL_BITS if kind == "capital" else 0.0)
    likely = []
    cheapest: dict[str, tuple[float, Slip]] = {}
    for word, slip, cost in _variants(token, bool(context.words)):
        if word not in cheapest or cost < cheapest[word][0]:
            cheapest[word] = cost, slip
    for word, (cost, slip) in cheapest.items():
        gain = _bits(word, context) - here
        if gain >= LEAST and (not slip.rare or _is_met(url, word, slip, context)):
            likely.append((gain - cost, gain, word, slip, cost))
    for _, gain, word, slip, cost in heapq.nlargest(BEST, likely, key=itemgetter(0)):
        yield Other(start, end, word, slip, gain, evidence(url, start, end, word, slip, cost, gain))


def _is_met(url: str, word: str, slip: Slip, context: Context) -> bool:
    """Whether the document prints the word in another address; where sites spell one word in two ways, in
    one of the same site."""
    if {slip.printed, slip.meant} <= {"y", "j", "i"}:
        return prints(url, word, context.sites)
    return word in context.words


def _change(url: str, other: Other, context: Context) -> Change:
    token = url[other.start : other.end]
    printed = other.word in context.words
    score = say(other.traits, kind_of(token)) + (IN_DOCUMENT if printed else 0.0)
    listed = printed or _is_word(other)
    if listed and _is_lost(token.lower(), other):
        score = max(score, SURE)
    name = is_name(token, other.word, other.slip, other.traits) and not printed
    clear = other.slip.printed in CLEAR and "name" not in other.traits
    shown = (
        other.word.capitalize() if token[0].isupper() and other.word[0] == token[0].lower() else other.word
    )
    return Change(other.start, other.end, shown, other.slip, score, (listed or clear) and not name, listed)


def _is_lost(plain: str, other: Other) -> bool:
    """Whether two letters were run together (`gumanitamoj` for `gumanitarnoj`) among listed words of a
    slug: only the word that was meant is listed, and its letters are no less likely or many words are. The
    lists of common words, which the weights rest on, hold few words of Slavic languages."""
    traits = other.traits
    if (
        len(plain) < LONG
        or other.slip.meant not in LOST
        or "listed" not in traits
        or traits.get("printed listed", 1.0)
    ):
        return False
    crowd = traits["listed words"] >= CROWD and other.slip.meant == "rn" and not traits["printed again"]
    letters = LONGER if crowd else 0.0
    likelier = word_bits(other.word) - word_bits(plain) >= CLEARLY - 2.0
    return likelier and traits["listed words"] > 1 and traits["letters"] >= letters


def _is_word(other: Other) -> bool:
    """Whether the reading is a word, or has a long common one where it differs; `i` and `j` are only told
    apart by common ones, since names and languages of no list are full of both."""
    traits = other.traits
    usual = bool(traits["common"] or traits["made"])
    if other.slip.meant in "ij" and other.slip.printed in ("i", "j", "ij"):
        return bool(traits["common"]) and other.gain >= CLEARLY
    if "printed made" in traits:  # nothing but letters
        return usual or ("listed" in traits and "host" not in traits)
    return usual or "listed" in traits or traits["covered"] >= COVERED


def _number(start: int, token: str) -> Change | None:
    if token.isdigit() or sum(c.isdigit() for c in token) * 2 <= len(token):
        return None
    meant, cost, first = token, 0.0, None
    for slip in slips("digits"):
        if slip.printed in meant:
            meant, cost, first = meant.replace(slip.printed, slip.meant), cost + slip.bits, first or slip
    if first is None or not meant.isdigit():
        return None
    return Change(start, start + len(token), meant, first, -cost, believed=False, listed=False)


def _bits(word: str, context: Context, own: int = 0) -> float:
    """Bits of a word; `own`: times that it is printed in the address that is read."""
    bits = token_bits(word)
    count = context.words.get(word, 0) - own
    return max(bits, IN_DOCUMENT_BITS + log2(count)) if count > 0 else bits


def _variants(token: str, rare: bool) -> list[tuple[str, Slip, float]]:
    """Words that `token` may stand for: one slip at one place, the same slip everywhere, two slips."""
    once = _once(token, rare)
    made = dict.fromkeys(once)
    if len(token) >= 2 * SHORTEST:
        best = sorted(once, key=lambda v: v[2] - token_bits(v[0].lower()) if v[0].isalpha() else 99.0)[:3]
        for word, slip, cost in best:
            made.update(
                dict.fromkeys((other, slip, cost + more + _SECOND) for other, _, more in _once(word, False))
            )
    return [
        (word.lower(), slip, cost)
        for word, slip, cost in made
        if word.isalpha() and word.lower() != token.lower()
    ]


def one_slip(word: str) -> list[tuple[str, float]]:
    """Words that a run of small letters may stand for by one slip, each with the bits that the slip costs.

    >>> ("agrarnoj", 4.0) in one_slip("agramoj")
    True
    """
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return []
    return [(other.lower(), cost) for other, _, cost in _once(word, False)]


def _once(token: str, rare: bool) -> list[tuple[str, Slip, float]]:
    found: list[tuple[str, Slip, float]] = []
    listed = known(token.lower())
    for slip in (*slips("letters"), *(slips("rare") if rare else ())):
        at = token.find(slip.printed)
        if at < 0:
            continue
        if slip.meant != "in" and token.count(slip.printed) > 1:
            found.append((token.replace(slip.printed, slip.meant), slip, slip.bits + 2))
        while at >= 0:
            if slip.meant == "rn" and at == 0:
                at = token.find(slip.printed, 1)
                continue  # no word begins so
            other = token[:at] + slip.meant + token[at + len(slip.printed) :]
            if slip.meant != "in" or (not listed and known(other.lower())):  # an `m` is in too many words
                found.append((other, slip, slip.bits))
            at = token.find(slip.printed, at + 1)
    return found


def read_letters(url: str, context: Context, *, damaged: bool = False) -> list[tuple[str, float]]:
    """Readings of `url` with letters changed, best first, the literal one among them, each with its
    confidence.

    `damaged`: the address has other faults, so that a further one is likelier.

    >>> from citecheck.repair.context import EMPTY
    >>> read_letters("http://www.govemment.example/ru/1", EMPTY)[0][0]
    'http://www.government.example/ru/1'
    """
    return with_habit(_read(url, context, damaged), context.sites, misread=context.misread)


def _read(url: str, context: Context, damaged: bool) -> list[tuple[str, float]]:
    found = changes(url, context)
    if not found:
        return [(url, 1.0)]
    trusted = damaged or context.misread
    sure = [
        c for c in found if c.score >= (EAGER if trusted else SURE) and (c.listed if trusted else c.believed)
    ]
    made = {c.slip.printed for c in sure}
    sure += [
        c
        for c in found
        if c not in sure and c.slip.printed in made and c.score + SAME_SLIP >= SURE and c.listed
    ]
    rest = [c for c in found if c not in sure]
    readings: list[tuple[str, float]] = []
    if sure:
        readings.append((_with(url, sure), 0.9))
        readings.append((url, 0.5))
        if len(sure) > 1:
            readings += [(_with(url, [c for c in sure if c is not out]), 0.3) for out in reversed(sure)]
    else:
        readings.append((url, 0.95))
    for change in [c for c in rest if c.score >= MENTION][:4]:
        readings.append((_with(url, [*sure, change]), 0.4 * 2 ** (min(0.0, change.score) / 4)))
    return sorted(readings, key=lambda reading: -reading[1])


def _with(url: str, chosen: list[Change]) -> str:
    for change in sorted(chosen, key=lambda c: -c.start):
        url = url[: change.start] + change.word + url[change.end :]
    return url
