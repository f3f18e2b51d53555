"""Letters misread in scans: `govemment` for `government`, `po1icy` for `policy`.

Evidence is the document's own better-printed addresses, the word lists and the letter statistics of many
languages, and slips of the same kind in the same address. A changed letter may name a stranger's site, so the
literal reading always stays a candidate, and it stays the first one unless the evidence is strong.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from operator import itemgetter

from citecheck.repair.bars import Other, bar, is_turned
from citecheck.repair.context import Context
from citecheck.repair.doubt import odds, odds_asked
from citecheck.repair.evidence import CAPITAL_BITS, evidence, kind_of, token_bits
from citecheck.repair.habits import with_habit
from citecheck.repair.lexicon import word_bits
from citecheck.repair.slips import Change, slips
from citecheck.repair.tokens import NUMBER, doubtful, is_doubtful_word
from citecheck.repair.variants import Readings, variants
from citecheck.repair.words import changed

SURE = 0.0
"""Logarithm of the odds, less the bar, from which another reading comes first."""
DOUBTED = -8.0
"""From where on a reading's evidence is asked for together (of 12,886 right ones three are below)."""
RIVAL, NO_RIVAL = -12.0, -20.0
"""From where on a reading is another one's rival; what stands for none."""
UNLIKELY = -4.5
"""Odds below which a word's second reading is not told, nor two letters read for one, whatever lists of words
say: what they hold of a long word is its beginning and its end, so that strange ones pass (`claustralie` for
`daustralie`)."""
EAGER = -2.5
"""The same in a document or address that is known to have misread letters."""
IN_DOCUMENT, IN_DOCUMENT_BITS, IN_NOTE, RARE, IN = 3.0, -9.0, 7.0, 5.5, 4.5
"""In favour of a word that the document's other addresses print; its bits where they print it once; in favour
of one that the address's own note prints, which slugs are made of; of either by a rare slip; of a word read
with `in` for `m` among listed ones. The fit has not seen these slips."""
LEAST, LEAST_AMID = -8.0, -40.0
"""Bits by which a further reading may be less likely by itself; one of a digit or a capital among letters,
which no word is spelt with."""
MENTION = -10.0
"""The logarithm down to which another reading is a further candidate."""
MOST_READINGS, MOST_AMID, LEFT_OUT = 60, 30, 8
"""Other readings that the words of one address may have, together, and those with a digit or a capital amid
letters, which are counted by themselves: where there are more they are in no language known here and stay as
printed (of 15,000 addresses, a fifth with misread letters, none has more than 56 of the first). Readings that
leave one change out; no more are kept of an address."""
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


def changes(url: str, context: Context) -> list[Change]:
    """For each token its other readings that are worth a mention, two at most; likeliest first."""
    found = []
    for start, end, words in _strange(url, context):
        if words is None:
            number = _number(start, url[start:end])
            found += [number] if number else []
        else:
            rated = rivals(url, list(_likeliest(url, start, end, words, context)), context)
            made = sorted((_change(url, *one, context) for one in rated), key=lambda one: -one[0])
            found += [change for _, change in made[:1]]
            found += [change for rank, change in made[1:2] if rank >= UNLIKELY]
    return sorted(found, key=lambda change: -change.score)


def rivals(url: str, of_word: list[Other], context: Context) -> list[tuple[Other, float, float]]:
    """The readings of one word, each with its odds and with those of the best other one."""
    rated = [(other, weighed(url, other, context)) for other in of_word]
    return [
        (one, score, max((s for other, s in rated if other is not one and s >= RIVAL), default=NO_RIVAL))
        for one, score in rated
    ]


def _strange(url: str, context: Context) -> list[tuple[int, int, Readings | None]]:
    """Words that may be misread, from where to where, with what they may mean; numbers with `None`."""
    found: list[tuple[int, int, Readings | None]] = []
    left = {True: MOST_READINGS, False: MOST_AMID}
    for start, end in doubtful(url):
        if NUMBER.fullmatch(url, start, end):
            found.append((start, end, None))
            continue
        plain = kind_of(url[start:end]) == "plain"
        words = _readings(url, start, end, context) if left[plain] >= 0 else {}
        left[plain] -= len(words)
        if words:
            found.append((start, end, words))
    return [
        (start, end, words)
        for start, end, words in found
        if words is None or left[kind_of(url[start:end]) == "plain"] >= 0
    ]


def others(url: str, start: int, end: int, context: Context) -> Iterator[Other]:
    """Other readings of one word of an address, likely or not."""
    if is_doubtful_word(url, start, end):
        yield from _likeliest(url, start, end, _readings(url, start, end, context), context)


def _readings(url: str, start: int, end: int, context: Context) -> Readings:
    """What a doubtful word of an address may mean, by words; none where the document prints it elsewhere."""
    token = url[start:end]
    if kind_of(token) == "plain" and context.prints(token.lower()):
        return {}
    return variants(url, token, context)


def _likeliest(url: str, start: int, end: int, words: Readings, context: Context) -> Iterator[Other]:
    token = url[start:end]
    kind = kind_of(token)
    here = _bits(token.lower(), context, own=1) + (CAPITAL_BITS if kind == "capital" else 0.0)
    least = LEAST if kind == "plain" else LEAST_AMID
    likely = []
    for word, (cost, slip) in words.items():
        gain = _bits(word, context) - here
        if gain >= least:
            likely.append((gain - cost, gain, word, slip, cost))
    for _, gain, word, slip, cost in sorted(likely, key=itemgetter(0), reverse=True)[:BEST]:
        yield Other(start, end, word, slip, gain, *evidence(url, start, end, word, slip, cost, gain))


def weighed(url: str, other: Other, context: Context) -> float:
    """Logarithm of the odds for a reading by its traits and by what its place asks for."""
    printed = context.holds(other.word)
    more = IN_NOTE if other.word in context.beside else IN_DOCUMENT if printed else 0.0
    amid = "host" not in other.traits and other.traits.get("listed words", 0.0) > 1
    more += RARE if other.slip.rare else IN if other.slip.meant == "in" and amid else 0.0
    listed = printed or _is_word(url[other.start : other.end], other)
    return other.said + more - bar(url, other, listed, met=printed)


def _change(url: str, other: Other, score: float, rival: float, context: Context) -> tuple[float, Change]:
    """A reading as a change, behind what it is compared by with the word's others."""
    token = url[other.start : other.end]
    printed = context.holds(other.word)
    listed = printed or _is_word(token, other)
    asked = score >= DOUBTED and not printed and not other.slip.rare
    together = odds(url, other, score, rival) - odds_asked(url, other, listed) if asked else 0.0
    rank = score
    if asked and (other.slip.meant != "in" or together < UNLIKELY):
        # The bars have the last word on words that are listed with `i` and with `j`: the trees know few.
        guarded = is_turned(other.slip) and "printed listed" in other.traits
        if together >= SURE and not guarded:
            rank, score = together, max(score, together)
        else:
            rank = score = min(score, together) if kind_of(token) == "plain" else together
    lost = listed and not token[0].isupper() and _is_lost(token.lower(), other, context)
    if lost and (context.misread or together >= UNLIKELY):
        rank, score = max(rank, SURE), max(score, SURE)
    return rank, Change(other.start, other.end, _cased(token, other.word), other.slip, score, listed)


def _cased(token: str, word: str) -> str:
    """`word` with the capitals of `token` where the two agree.

    >>> _cased("Pr0pertyInfo", "propertyinfo"), _cased("Govemment", "government")
    ('PropertyInfo', 'Government')
    """
    first, last, last_word = changed(token.lower(), word)
    return token[:first] + word[first:last_word] + token[last:]


def _is_lost(plain: str, other: Other, context: Context) -> bool:
    """Whether two letters were run together (`gumanitamoj` for `gumanitarnoj`) among listed words of a
    slug: only the word that was meant is listed, and its letters are no less likely or many words are; in a
    document that is not known to lose letters the letters beside ask for it, too (not in `supertemat`). The
    lists of common words, which the weights rest on, hold few words of Slavic languages."""
    traits = other.traits
    unasked = traits.get("asked", 0.0) <= 0
    if (
        len(plain) < LONG
        or other.slip.meant not in LOST
        or "listed" not in traits
        or "printed listed" in traits
        or not plain.isalpha()
        or (unasked and not (context.misread and other.slip.meant == "rn"))
        or "host" in traits
    ):
        return False
    listed = traits.get("listed words", 0.0)
    crowd = listed >= CROWD and other.slip.meant == "rn" and "printed again" not in traits
    likelier = word_bits(other.word) - word_bits(plain) >= CLEARLY - 2.0
    return (
        likelier
        and listed > 1 + (len(plain) == LONG)
        and traits.get("letters", 0.0) >= (LONGER if crowd else 0.0)
    )


def _is_word(token: str, other: Other) -> bool:
    """Whether the reading is a word, or has a long common one where it differs; `i` and `j` are only told
    apart by common ones, since names and languages of no list are full of both."""
    traits = other.traits
    usual = "common" in traits or "made" in traits
    if is_turned(other.slip):
        return "common" in traits and other.gain >= CLEARLY
    if kind_of(token) == "plain":
        return usual or ("listed" in traits and "host" not in traits)
    return usual or "listed" in traits or traits.get("covered", 0.0) >= COVERED


def _number(start: int, token: str) -> Change | None:
    if token.isdigit() or sum(c.isdigit() for c in token) * 2 <= len(token):
        return None
    meant, cost, first = token, 0.0, None
    for slip in slips("digits"):
        if slip.printed in meant:
            meant, cost, first = meant.replace(slip.printed, slip.meant), cost + slip.bits, first or slip
    if first is None or not meant.isdigit():
        return None
    return Change(start, start + len(token), meant, first, -cost, listed=False)


def _bits(word: str, context: Context, own: int = 0) -> float:
    """Bits of a word; `own`: times that it is printed in the address that is read."""
    bits = token_bits(word)
    count = context.words.get(word, 0) - own + (word in context.beside)
    return max(bits, IN_DOCUMENT_BITS + log2(count)) if count > 0 else bits


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
    sure = _sure(found, damaged or context.misread)
    readings: list[tuple[str, float]] = []
    if sure:
        readings.append((_with(url, sure), 0.9))
        readings.append((url, 0.5))
        if len(sure) > 1:
            left_out = sure[: -LEFT_OUT - 1 : -1]
            readings += [(_with(url, [c for c in sure if c is not out]), 0.3) for out in left_out]
    else:
        readings.append((url, 0.95))
    for change in [c for c in found if c not in sure and c.score >= MENTION][:4]:
        beside = [c for c in sure if c.start != change.start]
        readings.append((_with(url, [*beside, change]), 0.4 * 2 ** (min(0.0, change.score) / 4)))
    return sorted(readings, key=lambda reading: -reading[1])


def _sure(found: list[Change], trusted: bool) -> list[Change]:
    """Of each word the best reading, if it is believed."""
    best = [c for at, c in enumerate(found) if all(c.start != better.start for better in found[:at])]
    sure = [c for c in best if c.score >= SURE or (trusted and c.score >= EAGER and c.listed)]
    made = {c.slip.printed for c in sure}
    return sure + [
        c
        for c in best
        if c not in sure and c.slip.printed in made and c.score + SAME_SLIP >= SURE and c.listed
    ]


def _with(url: str, chosen: list[Change]) -> str:
    for change in sorted(chosen, key=lambda c: -c.start):
        url = url[: change.start] + change.word + url[change.end :]
    return url
