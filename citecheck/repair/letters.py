"""Letters misread in scans: `govemment` for `government`, `po1icy` for `policy`.

Evidence is the document's own better-printed addresses, the word lists and the letter statistics of many
languages, and slips of the same kind in the same address. A changed letter may name a stranger's site, so the
literal reading always stays a candidate, and it stays the first one unless the evidence is strong.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from math import log2

from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.context import Context
from citecheck.repair.lexicon import known, lexicon, word_bits
from citecheck.repair.slips import Change, Slip, is_strong, slips, table

SURE = 2.0
"""Bits by which another reading must be likelier to come first, in a slug of which other words are listed."""
ALONE = 12.0
"""The same where the word stands alone (hosts, people, projects); long words and the commonest slips only.
Measured with `python -m benchmarks.repair`: of 84,416 sound addresses no word passes."""
ALONE_LENGTH, ALONE_SIGN_LENGTH = 8, 6
"""Shortest such word; the same where a digit or a capital stands among its letters."""
AROUND, FAR = 3, 8.0
"""Listed words elsewhere in the address that are company enough, and the bits that are needed then."""
GAIN, GAIN_LONGER = 3.0, -5.0
"""Bits by which its letters must be likelier; where it is the longer word. Of damaged words 98 % pass; of
words in ten languages that are in no list, 0.4 % have another reading that does."""
EAGER = -2.0
"""The same in a document or address that is known to have misread letters."""
MENTION = -10.0
"""Down to this, another reading is a further candidate."""
SHORTEST = 5
LONGEST = 40
WORDS = 60
SAME_SLIP = 5.0
"""Bits in favour of a slip that the same address has made elsewhere."""
_IN_DOCUMENT = -9.0
"""Bits of a word that the document's other addresses print once."""
_STRANGE_CAPITAL = 6.0
"""Bits against a capital within a word of small letters."""
_SECOND = 5.0
"""Bits that a second slip in one word costs beside its own."""
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_SLUG_WORD = re.compile(r"(?<![A-Za-z0-9.])[A-Za-z]{4,}(?![A-Za-z0-9])")
_NUMBER = re.compile(r"\d[\dOolIS]*\d")
_ODD_CASE = re.compile(r"[a-z][A-HJ-Z]|[A-Z]{2}|I{2}|\d[A-Z]|[A-Z]\d")
_DIGITS = re.compile(r"\d{2}|\d.*\d.*\d")


def changes(url: str, context: Context) -> list[Change]:
    """For each token the likeliest other reading, where there is one worth a mention; likeliest first."""
    end = host_end(url)
    scheme = SCHEME.match(url)
    found: list[Change] = []
    for count, match in enumerate(_TOKEN.finditer(url, scheme.end() if scheme else 0)):
        if count >= WORDS:
            break
        token = match[0]
        in_host = match.start() < end
        if in_host and (match.end() == end or token == "www"):
            continue
        change = _number(match) if _NUMBER.fullmatch(token) else _word(match, context)
        if change is not None:
            found.append(change)
    # Counted only where needed: most addresses have no other reading.
    found = [replace(change, company=_company(url, change), around=_around(url, change)) for change in found]
    return sorted(found, key=lambda c: -c.margin)


def _company(url: str, change: Change) -> int:
    start = max(url.rfind(mark, 0, change.start) for mark in "/?&=#") + 1
    end = min((at for mark in "/?&=#" if (at := url.find(mark, change.end)) >= 0), default=len(url))
    words = _SLUG_WORD.findall(url[start : change.start]) + _SLUG_WORD.findall(url[change.end : end])
    return sum(known(word.lower()) for word in words)


def _around(url: str, change: Change) -> int:
    words = _SLUG_WORD.findall(url[host_end(url[: change.start]) : change.start] + " " + url[change.end :])
    return sum(known(word.lower()) for word in set(words))


def _number(match: re.Match[str]) -> Change | None:
    token = match[0]
    if token.isdigit() or sum(c.isdigit() for c in token) * 2 <= len(token):
        return None
    meant, cost, first = token, 0.0, None
    for slip in slips("digits"):
        if slip.printed in meant:
            meant, cost, first = meant.replace(slip.printed, slip.meant), cost + slip.bits, first or slip
    if first is None or not meant.isdigit():
        return None
    return Change(match.start(), match.end(), meant, first, 4.0 - cost, False, 0)


def _word(match: re.Match[str], context: Context) -> Change | None:
    token = match[0]
    if (
        not SHORTEST <= len(token) <= LONGEST
        or token.isdigit()
        or _ODD_CASE.search(token)
        or _DIGITS.search(token)
    ):
        return None
    plain = token.lower()
    numbered = False
    if not token[0].isalpha() or not token[-1].isalpha():
        bare = token.strip("0123456789").lower()
        numbered = known(bare)
        if len(bare) < SHORTEST or (numbered and (token[-1] not in "01" or len(token) < ALONE_SIGN_LENGTH)):
            return None
    here = _bits(plain, context) - (_STRANGE_CAPITAL if "I" in token[1:] else 0)
    if plain.isalpha() and "I" not in token[1:] and (known(plain) or context.prints(plain)):
        return None
    best: Change | None = None
    for word, slip, cost in _variants(token, bool(context.words)):
        listed = known(word)
        if numbered and (slip.printed, slip.meant) not in (("0", "o"), ("1", "l")):
            continue
        if word not in context.words and (slip.rare or (not listed and word_bits(word) <= here)):
            continue
        margin = _bits(word, context) - cost - here
        if best is None or margin > best.margin:
            shown = word.capitalize() if token[0].isupper() and word[0] == plain[0] else word
            fits = token[-1] == "I" or _looks_better(plain, word)
            listed = (listed and fits) or word in context.words
            best = Change(match.start(), match.end(), shown, slip, margin, listed, 0)
    return best if best is not None and best.margin >= MENTION else None


def _looks_better(plain: str, word: str) -> bool:
    """Whether the letters alone speak for `word`, or at least not against it: in lists of inflected forms one
    strange word in a hundred has a listed neighbour."""
    if not plain.isalpha():
        return True
    gain = lexicon().letters(word) - lexicon().letters(plain)
    return gain >= (GAIN_LONGER if len(word) > len(plain) else GAIN)


def _bits(word: str, context: Context) -> float:
    if not word.isalpha():
        return sum(word_bits(run) for run in re.findall("[a-z]+", word)) - 8.0 * sum(
            c.isdigit() for c in word
        )
    bits = word_bits(word)
    count = context.words.get(word, 0)
    return max(bits, _IN_DOCUMENT + log2(count)) if count else bits


def _variants(token: str, rare: bool) -> list[tuple[str, Slip, float]]:
    """Words that `token` may stand for: one slip at one place, the same slip everywhere, two slips."""
    once = _once(token, rare)
    made = dict.fromkeys(once)
    if len(token) >= 2 * SHORTEST - 2:
        best = sorted(once, key=lambda v: v[2] - word_bits(v[0].lower()) if v[0].isalpha() else 99.0)[:3]
        for word, slip, cost in best:
            made.update(
                dict.fromkeys((other, slip, cost + more + _SECOND) for other, _, more in _once(word, False))
            )
    return [
        (word.lower(), slip, cost)
        for word, slip, cost in made
        if word.isalpha() and word.lower() != token.lower()
    ]


def _once(token: str, rare: bool) -> list[tuple[str, Slip, float]]:
    found: list[tuple[str, Slip, float]] = []
    for slip in (*slips("letters"), *(slips("rare") if rare else ())):
        at = token.find(slip.printed)
        if at < 0:
            continue
        if token.count(slip.printed) > 1:
            found.append((token.replace(slip.printed, slip.meant), slip, slip.bits + 2))
        while at >= 0:
            if slip.meant == "rn" and at == 0:
                at = token.find(slip.printed, 1)
                continue  # no word begins so
            found.append((token[:at] + slip.meant + token[at + len(slip.printed) :], slip, slip.bits))
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
    found = changes(url, context)
    if not found:
        return [(url, 1.0)]
    needed = EAGER if damaged or context.misread else SURE
    trusted = damaged or context.misread
    sure = [c for c in found if c.margin >= needed and _stands(url, c)]
    sure = [c for c in sure if trusted or c.word.lower() in context.words or is_strong(url, c)]
    made = {c.slip.printed for c in sure}
    rest = [c for c in found if c not in sure]
    sure += [c for c in rest if c.slip.printed in made and c.margin + SAME_SLIP >= 0.0]
    rest = [c for c in rest if c not in sure]
    readings: list[tuple[str, float]] = []
    if sure:
        readings.append((_with(url, sure), 0.9))
        readings.append((url, 0.5))
        if len(sure) > 1:
            readings += [(_with(url, [c for c in sure if c is not out]), 0.3) for out in reversed(sure)]
    else:
        readings.append((url, 0.95))
    for change in rest[:3]:
        readings.append((_with(url, [*sure, change]), 0.4 * 2 ** (min(0.0, change.margin) / 8)))
    return sorted(readings, key=lambda reading: -reading[1])


def _stands(url: str, change: Change) -> bool:
    """Whether the change is believed where it is: in the company of listed words, or on its own strength."""
    if not change.listed:
        return False
    if change.company > 1:
        return True
    sign = not change.slip.printed.islower()
    size = change.end - change.start
    if change.slip.printed not in _believed("far"):
        return False
    if change.around >= AROUND and size >= ALONE_SIGN_LENGTH and change.margin >= (SURE if sign else FAR):
        return True
    long = size >= (ALONE_SIGN_LENGTH if sign else ALONE_LENGTH)
    return long and change.margin >= ALONE and change.slip.printed in _believed("alone")


@cache
def _believed(where: str) -> frozenset[str]:
    return frozenset(table()[where])


def _with(url: str, chosen: list[Change]) -> str:
    for change in sorted(chosen, key=lambda c: -c.start):
        url = url[: change.start] + change.word + url[change.end :]
    return url
