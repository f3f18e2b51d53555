"""Undo doubled link text.

Tools that rewrite a document run by run (machine translation of a DOCX, most likely) put the whole text of
a link
in the place of one of its runs: visible text of runs A, B, C becomes A + (A B C) + C. An address that was
broken
over two lines is two links, each damaged so, and what was damaged once may be damaged again.

About 2.4 % of sound addresses repeat themselves (`/interview/view/`, `rfc2616/rfc2616.html`). Nothing is
therefore
undone on form alone: a second scheme or a repeated host must show the fault, no archive and no redirector may
explain it, and a stretch of which two copies agree is not looked into again.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import groupby

from citecheck.repair.address import SCHEME, holds_another, host_end, is_below_code_host
from citecheck.repair.cells import Cells
from citecheck.repair.holes import refilled
from citecheck.repair.linked import two_links
from citecheck.repair.merging import READINGS, Reading, merged
from citecheck.repair.squares import Square, behind_a_dot, grow_right, squares
from citecheck.repair.stubs import LEFT, without_stubs

LONGEST = 4_000
"""Characters; longer strings are no printed addresses and are left alone."""
ROUNDS = 12
HEAD_TOLERANCE = 20
"""Differences allowed in a first run, per cent of its length: the second scheme is evidence by itself."""
BAD_COPY, BAD_TOLERANCE = 600, 20
"""Characters in which a bad copy is looked for; differences beside two, per cent of its length."""
_AROUND = 3
"""Characters that the copy may be longer or shorter."""
WHOLE = 3.0
"""Bits in favour of the copy that stands in the whole text of the link."""
FREE = 24
"""An exact square at least this long may stand anywhere in a URL that is known to be doubled. Sound addresses
repeat up to 18 characters (`…Directories/…Directories`)."""
HELD = 4
"""Shortest last run that is believed to hold a host."""
_KEPT = 0.5
"""Penalty of a reading that leaves a repeat at the end alone."""
_DEPTH = 5
"""Folders of a code host down to a project at most (`/projects/g/name/name`)."""
_WIDE = re.compile(r"(?<=\S) {2,4}\S{1,3}")
"""White space on one line wider than one sign, with what follows it."""
_END = frozenset("./,;)]»”\"'")


@lru_cache(maxsize=1024)
def undouble(text: str) -> tuple[str, ...]:
    """Readings of `text` with doubled stretches taken out, best first; empty where nothing shows a doubling.

    >>> undouble("http://http://www.news.example/ru/4711.news.example/ru/4711")[0]
    'http://www.news.example/ru/4711'
    >>> undouble("https://www.news.example/interview/view/4711")
    ()
    """
    if len(text) > LONGEST or not suspect("".join(text.split())):
        return ()
    start = Cells.of(text)
    first = _head(start) or _host_again(start)
    if not first:
        return ()
    first = [(penalty, refilled(cells)) for penalty, cells in first]
    found = [str(cells) for _, cells in without_stubs(_settle(first))]
    readings = [text for whole in found for text in (*behind_a_dot(whole), whole)]
    linked = two_links(start) if refilled(start) is start else []
    linked = linked if linked and linked[0][0] == 0.0 else []  # else a copy is left that only this one undoes
    texts = [str(cells) for _, cells in linked]
    return tuple(dict.fromkeys(_widened(one, text) for one in (*texts[:1], *readings, *texts[1:])))


def _widened(address: str, printed: str) -> str:
    """`address` with the gaps as wide as they are `printed` in two copies: two underscores were lost there.

    >>> _widened("http://a.example/b cde", "http://http://a.example/b  cdeple/b  cde")
    'http://a.example/b  cde'
    """
    wide = Counter(match[0] for match in _WIDE.finditer(printed))
    for piece in (piece for piece, times in wide.items() if times > 1):
        address = address.replace(" " + piece.lstrip(), piece)
    return address


def second_alone(text: str) -> str | None:
    """The address that begins at the last scheme, where what stands before it is a bad copy of its beginning.

    Not sure enough to come first: another site's address may rightly stand in a path.

    >>> second_alone("https://semvar.-.org/spec/v2https://semver.org/spec/v2.0.0.html")
    'https://semver.org/spec/v2.0.0.html'
    """
    starts = [match.start() for match in SCHEME.finditer(text[:BAD_COPY])]
    if len(starts) < 2 or starts[-1] == 0 or text[starts[-1] - 1] == "=":
        return None
    first, rest = text[: starts[-1]], text[starts[-1] :]
    if holds_another(first + "h"):
        return None
    ends = range(max(1, len(first) - _AROUND), len(first) + _AROUND + 1)
    from rapidfuzz.distance import Levenshtein  # takes long to load, and few addresses need it

    apart = min(Levenshtein.distance(first, rest[:end]) for end in ends)
    return rest if apart <= 2 + len(first) * BAD_TOLERANCE // 100 else None


def suspect(letters: str) -> bool:
    """Cheap look: a second scheme, a scheme that does not begin the string, or the host's name twice."""
    first = SCHEME.match(letters)
    begun = first.end() if first else 0
    if "://" in letters[begun:] and SCHEME.search(letters, begun):
        return True
    end = host_end(letters)
    labels = letters[:end].rsplit(".", 2)
    return len(labels) > 1 and letters.find(".".join(labels[-2:]), end) >= 0


def _head(cells: Cells) -> list[Reading]:
    """First runs taken away that are printed again before a later scheme; empty where there is none."""
    readings = [(0.0, cells)]
    found = False
    for _ in range(ROUNDS):
        shorter = [after for reading in readings for after in _shorter(reading)]
        if not shorter:
            break
        readings, found = sorted(shorter, key=lambda r: r[0])[:READINGS], True
    return readings if found else []


def _shorter(reading: Reading) -> list[Reading]:
    """The string without the longest first run that is printed again before a later scheme."""
    penalty, cells = reading
    letters = cells.letters
    for start in [match.start() for match in SCHEME.finditer(letters)][::-1]:
        if start == 0 or letters[start - 1] == "=" or 5 * (len(letters) - start) < 4 * start:
            continue
        exact = letters.startswith(letters[:start], start)
        if not exact and holds_another(letters[: start + 1]):
            continue
        allowed = 0 if exact else max(1, start * HEAD_TOLERANCE // 100)
        stop, end, errors = grow_right(letters, 0, start, start, allowed)
        missing = start - stop
        if missing > 1 or errors + missing > allowed:
            continue
        end += missing
        return [(penalty + cost, after) for cost, after in merged(cells, 0, start, end, -WHOLE)]
    return []


def _host_again(cells: Cells) -> list[Reading]:
    """A last run that is printed again and holds the host: `scheme://host/path` + `host/path`."""
    end = host_end(cells.letters)
    for square in squares(cells.letters):
        unit = square.middle - square.start
        if square.errors == 0 and square.start < end and unit > end - square.start + 1 and unit >= 2 * HELD:
            shifted = square.start + min(square.slack, max(0, end - 1 - square.start))
            if cells.letters[shifted : shifted + unit].find(".") >= 0:
                return merged(cells, square.start, square.middle, square.end)
    return []


def _settle(readings: list[Reading]) -> list[Reading]:
    """Squares taken out one after the other, longest first, until none is left that may go."""
    done: list[Reading] = []
    open_ = readings
    for _ in range(ROUNDS):
        following: list[Reading] = []
        for penalty, cells in open_:
            square = _next(cells)
            if square is None:
                done.append((penalty, cells))
            else:
                cells = _thinned(cells, square)
                if _in_path(cells, square):
                    done.append((penalty + _KEPT, cells.settle(square.start, square.end, LEFT)))
                following += [
                    (penalty + cost, after)
                    for cost, after in merged(
                        cells,
                        square.start,
                        square.middle,
                        square.end,
                        WHOLE if _at_end(cells, square) else 0.0,
                    )
                ]
        open_ = sorted(following, key=lambda r: r[0])[:READINGS]
        if not open_:
            break
    return sorted(done + open_, key=lambda r: r[0])[:READINGS]


def _thinned(cells: Cells, square: Square) -> Cells:
    """Further copies than the second taken out at once."""
    unit = square.middle - square.start
    more = square.slack // unit * unit if square.errors == 0 else 0
    return cells.drop(square.end, square.end + more)


def _in_path(cells: Cells, square: Square) -> bool:
    """Whether the repeat is one of whole path segments at the end, as sound addresses have it now and
    then."""
    letters = cells.letters
    in_path = square.start >= host_end(letters) and "/" in letters[square.start : square.middle]
    return in_path and square.errors == 0 and _at_end(cells, square)


def _at_end(cells: Cells, square: Square) -> bool:
    return all(letter in _END for letter in cells.letters[square.end + square.slack :])


def _next(cells: Cells) -> Square | None:
    """The square to take out next: the longest that may go."""
    best: Square | None = None
    for square in squares(cells.letters):
        if (best is None or _worth(square) > _worth(best)) and _may_go(cells, square):
            best = square
    return _on_edge(cells, best) if best is not None else None


def _on_edge(cells: Cells, square: Square) -> Square:
    """The square shifted, where it may be, so that it begins or ends at a gap: gaps are where links begin."""
    for border in (square.start, square.end):
        for shift in range(square.slack + 1):
            if border + shift < len(cells.gaps) and cells.gaps[border + shift]:
                return Square(
                    square.start + shift, square.middle + shift, square.end + shift, 0, square.errors
                )
    return square


def _worth(square: Square) -> int:
    return square.length - 4 * square.errors


def _may_go(cells: Cells, square: Square) -> bool:
    """Whether a square stands where doubled links leave one: at the end of the string, or where a link of a
    wrapped address begins or ends, which white space shows."""
    start, end = square.start, square.end + square.slack
    if _is_settled(cells.settled[start:end], square.end - square.start):
        return False
    if _at_end(cells, square):
        return not _is_namesake(cells.letters[: square.end + square.slack])
    if square.errors == 0 and square.length >= FREE:
        return True
    gaps = cells.gaps
    return True in gaps[start : start + square.slack + 1] or True in gaps[square.end : end + 1]


def _is_settled(numbers: tuple[int, ...], size: int) -> bool:
    """Whether `size` characters in a row come from one collapsed copy: its repeats were printed twice."""
    return any(number != 0 and len(list(run)) >= size for number, run in groupby(numbers))


def _is_namesake(letters: str) -> bool:
    """`host/name/name` on a code host, maybe below the name of another: a project that is named like its
    owner."""
    host, *parts = SCHEME.sub("", letters, count=1).rstrip("/").split("/")
    return 1 < len(parts) <= _DEPTH and parts[-1] == parts[-2] and is_below_code_host(host)
