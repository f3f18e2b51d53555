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
from collections.abc import Callable, Sequence, Set
from functools import lru_cache
from math import exp, prod

from citecheck.repair.address import host_end, host_of
from citecheck.repair.common import gain
from citecheck.repair.company import Gap
from citecheck.repair.gaps import underscore_odds
from citecheck.repair.lexicon import is_word, known
from citecheck.repair.strays import NO_STRAYS, Strays

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, signs without width, marks of direction (Unicode 15.1, annex 9)."""
_INVISIBLE = re.compile(f"[{INVISIBLE}](?<![\u0600-\u0dff][\u200c\u200d](?=[\u0600-\u0dff]))")
"""Joiners between letters of Arabic and Indic scripts spell words (Unicode 15.1, 23.2)."""
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"})
_LINE = re.compile(r"[^\S\n\r\f]*[\n\r\f]\s*")
_GAP = re.compile(r"\s+")
_STRAY = re.compile(r"-[-.]*\s+-+|\s+--+|-[-.]+\s+")
"""Hyphens doubled at a line's end: one at its end, one at the next line's beginning."""
_SINGLE, _SINGLES = re.compile(r"(?<=\w)-\s+(?=\w)"), 2
"""A hyphen before white space, and how many show that those there stayed as they were."""
_IN_PUNYCODE = re.compile(r"[/.]xn--\Z")
_BESIDE_HYPHEN = re.compile(
    # The first sign, looked at before all else, makes the search faster.
    r"[-_\s](?<!\s[-_\s])(?:(?<=([-_]))\s+|(?<=\s)\s*(?=[-_]\S))"
)
"""Behind a sign or before it; where both, signs were lost on both sides (`a_-_b`) or both are mere."""
_PARTED = re.compile(r"(?<![A-Za-z])([A-Za-z]{2,20})-\s([a-z]{2,20})(?![A-Za-z])")
_PARTS, _PARTED_WORD, _ENDING = 4, 6, 3
"""Hyphens at line ends that are looked at; shortest word that is believed to be parted; longest second half
that says nothing by being listed."""
_ONE_WORD = 14.0
"""Bits by which a common word is likelier than its halves. Of 620 hyphens at line ends that stood between the
halves of a listed word 2 were the address's own and are taken out; of 5,167 that parted a word 1,200 stay."""
_FLIPS = 6
"""Least certain gaps that are also read the other way."""
LONGEST, _MANY, _FIRST = 4_000, 15, 6
"""Characters, gaps; in strings with more characters gaps are closed unweighed; of more gaps the words beside
the first few speak for all. Of 13,500 damaged addresses none has more than 15."""
_SCHEME, _HOST_ENDS = re.compile(r"(?i)\s*[a-z\s]{2,12}:\s*/\s*/"), re.compile("[/?#]")
_DOI = re.compile(r"(?i)doi\s*\.\s*org\s*/\s*10\s*\.[\d\s]{4,40}/\s*")
"""A DOI up to the slash behind its prefix, which is digits (ISO 26324)."""
_CERTAIN = -4.0
"""Logarithm of the odds for an underscore below which a gap beside a sign or between digits is closed at once
(one in 55)."""
_LAST_WORD, _FIRST_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,40}$"), re.compile(r"[A-Za-z]{1,40}")
_SAID = 4.0
"""Say of the note's own words. Not fitted: lists of addresses come without notes."""
_OWN = 0.02
"""Share of other readings where the document itself prints a segment with its underscores."""
_SMALLEST = 1e-4
"""Smallest share at which a reading is kept."""


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


def without_parting(text: str) -> str:
    """Without any hyphen at a line's end that may have parted a word: not both halves are listed words.

    >>> without_parting("https://news.example/i_kup- cy/peace- talks")
    'https://news.example/i_kupcy/peace- talks'
    """
    return _PARTED.sub(_unparted, text)


def _unparted(match: re.Match[str]) -> str:
    left, right = match[1], match[2]
    return match[0] if is_word(left.lower()) and is_word(right.lower()) else left + right


@lru_cache(maxsize=512)  # a document is read twice
def drop_hyphens(text: str) -> tuple[tuple[str, bool], ...]:
    """Readings without a hyphen that only parted a word at a line's end, each with whether it is likely.

    Only where the two halves make a listed word; likely where neither half is one, or where the whole is much
    more usual than both.

    >>> drop_hyphens("https://news.example/the-developm- ent-of-old")
    (('https://news.example/the-development-of-old', True),)
    >>> drop_hyphens("https://news.example/archi- vio")
    (('https://news.example/archivio', True),)
    >>> drop_hyphens("https://news.example/peace- talks")
    ()
    """
    found = []
    for match in list(_PARTED.finditer(text))[:_PARTS]:
        left, right = match[1].lower(), match[2].lower()
        if len(left + right) >= _PARTED_WORD and known(left + right):
            strange = not is_word(left) and (len(right) <= _ENDING or not known(right))
            likely = strange or gain(left, right) >= _ONE_WORD
            found.append((text[: match.end(1)] + text[match.start(2) :], likely))
    return tuple(found)


@lru_cache(maxsize=512)
def close_spaces(text: str, stray: Strays = NO_STRAYS, *, weighed: bool = True) -> str:
    """Spaces taken out where they stand for nothing: in scheme and host, beside hyphens, and beside other
    signs and inside numbers, where nothing speaks for a lost underscore; hyphens doubled there made one.

    `stray`: the white space as printed; `weighed`: whether those beside other signs and inside numbers are
    looked at.

    >>> close_spaces("http: //www. news.exam ple/ru/belarus- gotova/ 73")
    'http://www.news.example/ru/belarus-gotova/73'
    >>> close_spaces("http://news.example/news ru/1")
    'http://news.example/news ru/1'
    """
    if not _GAP.search(text):
        return text
    text = _STRAY.sub(lambda match: _hyphens(match, stray), text)
    end = host_end_with_gaps(text)
    doi = _DOI.search(text, 0, end + 50)
    end = doi.end() if doi and doi.end() > end else end
    head = _GAP.sub("", text[:end])
    text = head + _BESIDE_HYPHEN.sub(r"\1", text[end:])
    if not weighed or len(text) > LONGEST or not 0 < len(_GAP.findall(text)) <= _MANY:
        return text
    gaps, odds = underscore_odds(text, len(head), stray)
    surely = [said < _CERTAIN and not _in_words(text, gap) for gap, said in zip(gaps, odds, strict=True)]
    return _filled(
        text, gaps, ["" if yes else text[gap.start : gap.end] for gap, yes in zip(gaps, surely, strict=True)]
    )


def _hyphens(match: re.Match[str], stray: Strays) -> str:
    """Hyphens on both sides of white space: the address's own where line ends are known and the link was
    printed once, since nobody breaks lines so, where several single ones stayed single, and in a host's name
    of other letters (`xn--`, RFC 5890). A doubled link's runs and stray spaces leave one too many."""
    own = bool(stray.breaks) or len(_SINGLE.findall(match.string)) >= _SINGLES
    own = own and not stray.doubled and "." not in match[0]
    name = match[0].startswith("--") and _IN_PUNYCODE.search(match.string, 0, match.start() + 2) is not None
    return "".join(match[0].split()) if own or name else "-"


def _in_words(text: str, gap: Gap) -> bool:
    before, after = text[gap.start - 1], text[gap.end : gap.end + 1]
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())


def _filled(text: str, gaps: tuple[Gap, ...], marks: Sequence[str]) -> str:
    """`text` with each gap exchanged for its mark."""
    parts, at = [], 0
    for gap, mark in zip(gaps, marks, strict=True):
        parts += [text[at : gap.start], mark]
        at = gap.end
    return "".join([*parts, text[at:]])


def host_end_with_gaps(text: str) -> int:
    """Offset at which the host ends, where white space may stand inside scheme and host."""
    scheme = _SCHEME.match(text)
    end = _HOST_ENDS.search(text, scheme.end() if scheme else 0)
    return end.start() if end else len(text)


def fill_gaps(
    text: str,
    known: Callable[[str, str], str | None] | None = None,
    stray: Strays = NO_STRAYS,
    beside: Set[str] = frozenset(),
) -> tuple[tuple[str, float], ...]:
    """Readings of the gaps that are left, likeliest first, each with its share (0 to 1).

    `stray`: mere spaces in scheme and host and beside signs of the path, as printed.
    `known` gives the document's own spelling of a path segment of a host, gaps taken out, where it has one;
    `beside`: words of the note that holds the address.

    >>> fill_gaps("http://news.example/ru/news ru/view")[0][0]
    'http://news.example/ru/news_ru/view'
    >>> fill_gaps("http://news.example/komi tet-mira")[0][0]
    'http://news.example/komitet-mira'
    """
    if len(text) > LONGEST:
        return ((_GAP.sub("", text), 1.0),)
    end = host_end(text)
    if len(_GAP.findall(text)) > _MANY:
        return _alike(text, end)
    gaps, odds = underscore_odds(text, end, stray)
    if beside:
        odds = tuple(said + _by_note(text, gap, beside) for gap, said in zip(gaps, odds, strict=True))
    likely = [said > 0 for said in odds]
    sure = [_share(abs(said)) for said in odds]
    ways: dict[tuple[bool, ...], float] = {tuple(likely): prod(sure)}
    for index in sorted(range(len(gaps)), key=lambda i: sure[i])[:_FLIPS]:
        flipped = (*likely[:index], not likely[index], *likely[index + 1 :])
        ways[flipped] = prod(sure) * (1 - sure[index]) / sure[index]
    for mark in (True, False):
        # One that lost an underscore lost them all: the gaps do not err independently.
        against = max((s for s, way in zip(sure, likely, strict=True) if way is not mark), default=0.0)
        ways.setdefault((mark,) * len(gaps), prod(sure) * (1 - against))
    readings = {_filled(text, gaps, _marks(gaps, way)): part for way, part in ways.items()}
    own = _printed_elsewhere(text, known) if known else None
    if own is not None:
        readings = {own: 1 - _OWN, **{r: part * _OWN for r, part in readings.items() if r != own}}
    order = sorted(readings.items(), key=lambda reading: -reading[1])
    return tuple((reading, part) for i, (reading, part) in enumerate(order) if i == 0 or part > _SMALLEST)


def _alike(text: str, start: int) -> tuple[tuple[str, float], ...]:
    """The two readings of very many gaps that take all for the same: for underscores, where most of the words
    beside the first behind `start` are listed. A gap beside a sign says nothing.

    >>> _alike("https://a.example/" + "the old house by the sea " * 3 + "x", 17)[0][0][:38]
    'https://a.example/the_old_house_by_the'
    """
    words, listed = 0, 0
    for gap in _GAP.finditer(text, start):
        before, after = _LAST_WORD.search(text, start, gap.start()), _FIRST_WORD.match(text, gap.end())
        if before and after and words < 2 * _FIRST:
            words += 2
            listed += known(before[0].lower()) + known(after[0].lower())
    readings = _GAP.sub("", text), _GAP.sub("_", text)
    best = int(2 * listed > words)
    return (readings[best], 0.5), (readings[1 - best], 0.1)


def _by_note(text: str, gap: Gap, words: Set[str]) -> float:
    """What the `words` of the note that holds the address add to the logarithm of the odds: two words of its
    title are parted, one is not."""
    before, after = _LAST_WORD.search(text, 0, gap.start), _FIRST_WORD.match(text, gap.end)
    if not before or not after:
        return 0.0
    one, two = before[0].lower(), after[0].lower()
    if one in words and two in words:
        return _SAID
    return -_SAID if one + two in words else 0.0


def _marks(gaps: tuple[Gap, ...], way: tuple[bool, ...]) -> list[str]:
    return ["_" * (gap.end - gap.start) if yes else "" for gap, yes in zip(gaps, way, strict=True)]


def _printed_elsewhere(text: str, known: Callable[[str, str], str | None]) -> str | None:
    """`text` with the segments that the document prints with their underscores, where that leaves no gap."""
    end, host = host_end(text), host_of(text)
    pieces = re.split(r"([/?&=#;]+)", text[end:])
    spelled = [(known(piece, host) or piece) if _GAP.search(piece) else piece for piece in pieces]
    whole = text[:end] + "".join(spelled)
    return None if _GAP.search(whole) else whole


def _share(odds: float) -> float:
    """Probability from the logarithm of the odds."""
    return 1 / (1 + exp(-max(-40.0, min(40.0, odds))))
