"""White space inside an address: line ends, spaces, lost underscores.

A URL holds no white space, so each one is damage; the question is what it stands for. Beside a sign (`-`,
`/`,
`.`) it is nothing: a hyphen at a line's end belongs to the address far more often than not, and an underscore
beside a hyphen is rare. Between letters it is nothing in the host; in the path it is nothing or an
underscore,
which disappears under the line that text programs draw beneath a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from math import log2

from citecheck.repair.address import host_end
from citecheck.repair.lexicon import MARK, known, likelihood

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"})
_LINE = re.compile(r"[^\S\n\r\f]*[\n\r\f]\s*")
_GAP = re.compile(r"\s+")
_STRAY = re.compile(r"-[-.]*\s+-+|\s+--+|-[-.]+\s+")
"""Hyphens doubled at a line's end: one at its end, one at the next line's beginning."""
_NUMBER_AFTER = re.compile(r"[^\W\d_]\s+\d")
_PARTED = re.compile(r"(?<![A-Za-z])([A-Za-z]{2,20})-\s([a-z]{2,20})(?![A-Za-z])")
_PARTS, _PARTED_WORD, _ENDING = 4, 6, 3
"""Hyphens at line ends that are looked at; shortest word that is believed to be parted; longest second half
that says nothing by being listed."""
_NUMBER_LIKE = re.compile(r"(?=.*\d.*\d)[0-9a-f]{6,}|\d+")
"""Numbers and hashes."""
_FLIPS = 16
"""Gaps of one segment up to which each is also read the other way."""
_MANY = 40
"""Gaps of one segment past which nothing is weighed; such a segment is no slug."""
LONGEST = 4_000
"""Characters; in longer strings, which are no addresses, gaps are closed unweighed."""
_REACH = 4
"""Pieces of one word that white space has parted, at most."""
_UNDERSCORED = 0.6
"""Share of segments with gaps in which underscores were lost; the rest are mere spaces (annotated notes: 19
of 31)."""
_HYPHENED = 0.02
"""The same where hyphens part the segment's words, ..."""
_BEFORE_NUMBER = 0.5
"""... unless a gap stands between letters and a number (`…-minsk_i_0000031415.html`)."""
_PRINTED = 0.3
"""The same where an underscore is still printed in the segment."""
_HERE = 0.97
"""Share of the gaps that are underscores, in a segment that has lost some."""
_WITHIN = 2.5
"""Bits for a mere space to fall on just this place of a word."""
_BETWEEN = 5.0
"""Bits for it to fall so that two words are left."""
_LAST_WORD, _FIRST_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{4,40}$"), re.compile(r"[A-Za-z]{4,40}")


def drop_invisible(text: str) -> str:
    """Soft hyphens and zero-width characters out; the signs that PDF readers put for a line-end hyphen back.

    >>> drop_invisible("https://news.example/ver\\u00adkehr\\u200b-a")
    'https://news.example/verkehr-a'
    """
    return _INVISIBLE.sub("", text.translate(_HYPHENS))


def join_lines(text: str) -> str:
    """Line ends with the white space around them become single spaces; a hyphen at a line's end stays.

    Whether the space goes too is settled later (`close_spaces`, `fill_gaps`): until then it is evidence.

    >>> join_lines("https://news.example/peace-\\n  talks/\\nparis")
    'https://news.example/peace- talks/ paris'
    """
    return _LINE.sub(" ", text.strip())


def drop_hyphens(text: str) -> tuple[tuple[str, bool], ...]:
    """Readings without a hyphen that only parted a word at a line's end, each with whether it is likely.

    Only where the two halves make a listed word; likely where neither half is one.

    >>> drop_hyphens("https://news.example/the-developm- ent-of-old")
    (('https://news.example/the-development-of-old', True),)
    >>> drop_hyphens("https://news.example/peace- talks")
    ()
    """
    found = []
    for match in list(_PARTED.finditer(text))[:_PARTS]:
        left, right = match[1].lower(), match[2].lower()
        if len(left + right) >= _PARTED_WORD and known(left + right):
            likely = not known(left) and (len(right) <= _ENDING or not known(right))
            found.append((text[: match.end(1)] + text[match.start(2) :], likely))
    return tuple(found)


def close_spaces(text: str) -> str:
    """Spaces beside a sign, inside scheme and host, and inside numbers taken out; hyphens doubled there
    made one.

    >>> close_spaces("http: //www. news.exam ple/ru /belarus- gotova/73 5 2")
    'http://www.news.example/ru/belarus-gotova/7352'
    >>> close_spaces("http://news.example/news ru/1")
    'http://news.example/news ru/1'
    """
    if not _GAP.search(text):
        return text
    text = _STRAY.sub("-", text)
    end = _host_end_with_gaps(text)
    head = _GAP.sub("", text[:end])
    rest = text[end:]

    def close(match: re.Match[str]) -> str:
        before, after = rest[match.start() - 1 : match.start()], rest[match.end() : match.end() + 1]
        if before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit()):
            return " "
        return ""

    return head + _GAP.sub(close, rest)


def _host_end_with_gaps(text: str) -> int:
    scheme = re.match(r"(?i)\s*[a-z\s]{2,12}:\s*/\s*/", text)
    start = scheme.end() if scheme else 0
    for index in range(start, len(text)):
        if text[index] in "/?#":
            return index
    return len(text)


def fill_gaps(text: str, known: Callable[[str], str | None] | None = None) -> tuple[tuple[str, float], ...]:
    """Readings of the gaps left between letters, best first, with the bits by which each is less likely.

    `known` gives the document's own spelling of a path segment, gaps taken out, where it has one.

    >>> fill_gaps("http://news.example/ru/news ru/view")[0][0]
    'http://news.example/ru/news_ru/view'
    >>> fill_gaps("http://news.example/komi tet-mira")[0][0]
    'http://news.example/komitet-mira'
    """
    if len(text) > LONGEST:
        return ((_GAP.sub("", text), 0.0),)
    end = host_end(text)
    head, *rest = re.split(r"([/?&=#;]+)", text[end:])
    choices: list[tuple[tuple[str, float], ...]] = []
    for piece in [head, *rest]:
        if not _GAP.search(piece):
            choices.append(((piece, 0.0),))
            continue
        own = known(piece) if known else None
        if own is not None:
            choices.append(((own, 0.0), *((p, 20.0) for p, _ in _piece_readings(piece) if p != own)))
        else:
            choices.append(_piece_readings(piece))
    best = text[:end] + "".join(options[0][0] for options in choices)
    readings = [(best, 0.0)]
    for index, options in enumerate(choices):
        for piece, cost in options[1:4]:
            parts = [options[0][0] for options in choices]
            parts[index] = piece
            readings.append((text[:end] + "".join(parts), cost))
    return tuple(sorted(readings, key=lambda reading: reading[1]))


def _piece_readings(piece: str) -> tuple[tuple[str, float], ...]:
    """Readings of one path segment with gaps: either it parts its words with underscores, or nothing was
    lost."""
    parts = _GAP.split(piece)
    if _NUMBER_LIKE.fullmatch("".join(parts)):
        return (("".join(parts), 0.0), ("_".join(parts), 8.0))
    if len(parts) > _MANY:
        return (("".join(parts), 0.0), ("_".join(parts), 8.0))
    share = _PRINTED if "_" in piece else _UNDERSCORED
    if piece.count("-") > 1:
        share = min(share, _BEFORE_NUMBER if _NUMBER_AFTER.search(piece) else _HYPHENED)
    closed = "".join(parts)
    within = [_within(left, right) for left, right in pairwise(parts)]
    scored = {closed: likelihood(closed) + log2(1 - share) + sum(within)}
    best = _words(parts, within)
    flips = range(len(best) if len(best) <= _FLIPS else 0)
    marks = [best, *((*best[:i], "" if best[i] else "_", *best[i + 1 :]) for i in flips)]
    for marked in dict.fromkeys([*marks, ("_",) * len(best)]):
        if "_" in marked:
            reading = parts[0] + "".join(mark + part for mark, part in zip(marked, parts[1:], strict=True))
            lost = log2(1 - _HERE)
            cost = sum(
                log2(_HERE) if mark else lost + bits for mark, bits in zip(marked, within, strict=True)
            )
            # The separator itself is no surprise in a segment that uses it.
            scored[reading] = likelihood(reading) - MARK * marked.count("_") + cost + log2(share)
    order = sorted(scored.items(), key=lambda pair: -pair[1])[:4]
    return tuple((reading, order[0][1] - score) for reading, score in order)


def _within(left: str, right: str) -> float:
    """Bits (never above 0) for a mere space to fall between `left` and `right`."""
    before, after = _LAST_WORD.search(left), _FIRST_WORD.match(right)
    parted = before and after and known(before[0].lower()) and known(after[0].lower())
    return -_WITHIN - (_BETWEEN if parted else 0.0)


def _words(parts: list[str], within: list[float]) -> tuple[str, ...]:
    """The likeliest marks between `parts` where underscores were lost: each is a word's end or lies within
    one."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(parts) + 1):
        ways = []
        for start in range(max(0, end - _REACH), end):
            inner = end - start - 1
            lost = inner * log2(1 - _HERE) + sum(within[start : end - 1])
            bits = likelihood("".join(parts[start:end])) + lost + (log2(_HERE) if start else 0)
            before = best[start]
            ways.append((before[0] + bits, before[1] + (("_",) if start else ()) + ("",) * inner))
        best.append(max(ways))
    return best[-1][1]
