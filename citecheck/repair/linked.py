"""One address that a line end made two links, each of them doubled.

Each link shows A + (A B C) + C. Read as one string, a repeat of the address's own (`polkit/polkit`) looks
like one of the doubling, and would be taken out with it. Read as two links that were both doubled, every
letter of the print is explained, and what is then left repeated is the address's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from operator import and_
from typing import NamedTuple

from citecheck.repair.address import SCHEME, host_end, is_below_code_host
from citecheck.repair.cells import Cells
from citecheck.repair.common import common_bits
from citecheck.repair.cut import trim_end
from citecheck.repair.merging import Reading
from citecheck.repair.squares import Square, squares

_LEAST, _LEAST_LAST = 3, 2
"""Letters of a first run that tells a second link; of a last run."""
_GAPS, _RUNS, _WAYS, READINGS = 40, 12, 16, 3
"""Gaps of an address at most; first and last runs of a link, ways to read the whole that are looked at;
readings that are told."""
_AHEAD = 400
"""Characters in which a run and its copy are looked for."""
_LAST_RUN, _SECOND, _LETTER = 3.0, 1.5, 0.05
"""Cost (natural logarithm) of a last run, which may begin at any of some twenty letters; of a second link; of
a letter of the address, so that of equal readings the shortest is taken."""
_SHORT = 3
"""Letters of runs beside a gap that `squares` leaves out."""
_LONG = 12
"""Letters of a repeat that is not exact, from which words of a slug hardly say it twice."""
_REPEAT, _NAMESAKE, _WITHIN = 4.0, 1.5, 7.0
"""Cost of a repeat of the address's own: of whole segments, which 2.4 % of sound addresses have; of a project
on a code host that is named like its owner; of one within words or beside a gap."""
_TORN, _RARE = 10.0, -15.0
"""Cost of a folder behind one that ends in the same letters, where these are no usual word (of 365,521
addresses 260 have one that is, four another); bits of the rarest that is."""
_RIVAL = 6.0
"""Cost beside the best from which a reading is no rival."""
_TOKEN, _SIGN = re.compile(r"\S+"), re.compile(r"\S")
_NAME = re.compile(r"[\w.~-]+")
_ESCAPED = re.compile(r"[%0-9A-Fa-f]+")


class _Link(NamedTuple):
    """A link's address from `start` to `end`, with the lengths of the runs before and behind it."""

    start: int
    end: int
    first: int
    last: int


def two_links(cells: Cells) -> list[Reading]:
    """The addresses that two doubled links may stand for, best first, each with 0 where it explains all that
    is printed, else a penalty; empty where the string is rather one link.

    >>> print(two_links(Cells.of("https://https://gitlab.example/ polkit/polkpolkit/polkit/-/a"))[0][1])
    https://gitlab.example/ polkit/polkit/-/a
    """
    letters, stop = cells.letters, len(trim_end(cells.letters))
    head = _head(letters, stop)
    gaps = [at for at in range(1, stop) if cells.gaps[at]]
    if not head or not 0 < len(gaps) <= _GAPS:
        return []
    ways: list[tuple[_Link, ...]] = [(link,) for link in _links(letters, 0, head, stop)]
    for place in [at for at in gaps if at >= 2 * head]:
        lefts = [*_links(letters, 0, head, place)]
        for run in _first_runs(letters, place, stop):
            ways += [(left, right) for left in lefts for right in _links(letters, place, run, stop)]
    found = _cheapest(cells, sorted(ways, key=_bare_cost)[:_WAYS])
    if not found or len(found[0][1]) < 2:
        return []
    tail = cells.part(stop, len(letters))
    rivals = [way for cost, way in found[:READINGS] if cost < found[0][0] + _RIVAL]
    wholes = [(_unexplained(cells, way), _undone(cells, way)) for way in rivals]
    return [(left, whole.replace(len(whole.letters), len(whole.letters), tail)) for left, whole in wholes]


def _cheapest(cells: Cells, ways: list[tuple[_Link, ...]]) -> list[tuple[float, tuple[_Link, ...]]]:
    """The ways that may be best or rivals of it, each with its cost, the cheapest first; `ways`: in order of
    their bare costs, so that none behind one that is too dear need be weighed."""
    found: list[tuple[float, tuple[_Link, ...]]] = []
    best = float("inf")
    for way in ways:
        if _bare_cost(way) >= best + _RIVAL:
            break
        found.append((_cost(cells, way), way))
        best = min(best, found[-1][0])
    return sorted(found)


def doubled_run(text: str, start: int, at: int) -> int | None:
    """Where a run ends that begins at `at`, is printed twice and goes on with the doubled address from
    `start`; `None` where there is none.

    >>> text = "https://https://wiki.example/ StyleGuStyleGuide (accessed 5 May 2020)"
    >>> text[: doubled_run(text, 0, 30)]
    'https://https://wiki.example/ StyleGuStyleGuide'
    """
    if SCHEME.search(text, start + 1, at) is None:  # no second one
        return None
    ahead = text[at : at + _AHEAD]
    letters = "".join(ahead.split())
    for run in [*_first_runs(letters, 0, len(letters))][::-1]:
        known_by = sum(letter.isalnum() for letter in letters[:run])
        if 2 * run <= len(letters) and known_by >= _LEAST and "://" not in letters[: 2 * run]:
            last = next(islice(_SIGN.finditer(ahead), 2 * run - 1, None))
            rest = _TOKEN.match(text, at + last.start())
            return rest.end() if rest else None
    return None


def _head(letters: str, stop: int) -> int:
    """Where the last scheme stands, if what stands before it is printed again behind it; else 0."""
    last = [match.start() for match in SCHEME.finditer(letters, 0, stop)][-1:]
    return last[0] if last and letters.startswith(letters[: last[0]], last[0]) else 0


def _first_runs(letters: str, start: int, stop: int) -> Iterator[int]:
    """Lengths of first runs at `start` that are printed again at once."""
    again = start + _LEAST - 1
    for size in (_LEAST, _LONG):  # escaped letters begin alike
        piece = letters[start : start + size]
        for _ in range(_RUNS):
            again = letters.find(piece, again + 1, stop)
            if again < 0:
                return
            if letters.startswith(letters[start:again], again):
                yield again - start


def _links(letters: str, start: int, first: int, stop: int) -> Iterator[_Link]:
    """The ways in which a link may end whose first run is known."""
    whole = start + first
    if whole + first > stop:
        return
    yield _Link(whole, stop, first, 0)
    piece = letters[stop - _LEAST_LAST : stop]
    end = stop
    for _ in range(_RUNS):
        end = letters.rfind(piece, whole, end - 1) + _LEAST_LAST
        last = stop - end
        if end < whole + max(first, last, _LEAST_LAST):
            return
        if last >= _LEAST_LAST and letters.endswith(letters[end:stop], whole, end):
            yield _Link(whole, end, first, last)


def _unexplained(cells: Cells, way: tuple[_Link, ...]) -> float:
    """What speaks against a reading that leaves a repeat which is hardly the address's own."""
    address = _undone(cells, way)
    most = max(_repeats(address, way[0].end - way[0].start, escaped=False), default=0.0)
    return most if most >= _WITHIN else 0.0


def _cost(cells: Cells, way: tuple[_Link, ...]) -> float:
    return _bare_cost(way) + sum(_repeats(_undone(cells, way), way[0].end - way[0].start))


def _bare_cost(way: tuple[_Link, ...]) -> float:
    """What a reading costs but for the repeats that it leaves."""
    size = sum(link.end - link.start for link in way)
    return _LAST_RUN * sum(link.last > 0 for link in way) + _SECOND * (len(way) - 1) + _LETTER * size


def _repeats(address: Cells, joint: int, *, escaped: bool = True) -> Iterator[float]:
    """Costs of the repeats that are left in an address, whose second link begins at `joint`; `escaped`: of
    those of escaped letters, too."""
    letters, host = address.letters, host_end(address.letters)
    named = is_below_code_host(letters[:host].rpartition("/")[2])
    for square in squares(letters):
        if not escaped and _is_escaped(letters, square):
            continue
        if square.errors:
            near = square.length < _LONG or "/" in letters[square.middle - 1 : square.middle + 2]
            yield _REPEAT if near else _WITHIN
            continue
        unit = square.middle - square.start
        places = range(square.start, square.start + min(square.slack, unit - 1) + 1)
        own = [at for at in places if _is_own(address, at, unit)]
        if _holds_its_like(letters, square):
            yield _REPEAT
            continue
        if square.start < host or any(address.gaps[at] and at != joint for at in places):
            yield _WITHIN
        elif own:
            apart = joint > own[0] + 2 * unit + 1 or joint <= own[0] + 1
            yield _NAMESAKE if named and own[0] == host and apart else _REPEAT
        elif _ends_folder(letters, square):
            yield _REPEAT + 1 if _usual(letters[square.middle : square.end - 1]) else _TORN
        else:
            yield _WITHIN
        yield _WITHIN * (square.slack // unit)
    gaps = [at for at, gap in enumerate(address.gaps) if gap and at != joint]
    yield _WITHIN * (any(_stutters(letters, at) for at in gaps) or _ends_twice(address, joint))


def _is_escaped(letters: str, square: Square) -> bool:
    """Whether a repeat is of escaped letters, which begin alike in most scripts."""
    return "%" in letters and _ESCAPED.fullmatch(letters, square.start, square.end) is not None


def _stutters(letters: str, at: int) -> bool:
    """Whether up to three letters are printed twice at `at`, too few for a square of their own."""
    units = range(1 if letters[at : at + 1].isalpha() else 2, _SHORT + 1)
    return any(letters[at : at + unit] == letters[at + unit : at + 2 * unit] for unit in units)


def _ends_twice(address: Cells, joint: int) -> bool:
    """Whether the first link ends in two or three letters that stand before the gap before them, too: as
    where it lost its last underscore, before its last run and at its end (`show how`, then `bug.cgi`)."""
    letters = address.letters
    return any(
        joint < len(letters) and address.gaps[joint - unit] and letters.endswith(run, 0, joint - unit)
        for unit in range(2, _SHORT + 1)
        if (run := letters[joint - unit : joint]).isalpha()
    )


def _is_own(address: Cells, at: int, unit: int) -> bool:
    """Whether two equal folders begin at `at`, each a slash and a name."""
    end = at + 2 * unit
    one, after = address.letters[at : at + unit], address.letters[end : end + 1]
    ends = not after.isalnum() or address.gaps[end]
    return ends and one[0] == "/" and _NAME.fullmatch(one[1:]) is not None


def _ends_folder(letters: str, square: Square) -> bool:
    """Whether letters are a folder behind one that ends in them: `/interview/view/`."""
    name = letters[square.middle : square.end]
    return name[-1] == letters[square.middle - 1] == "/" and name[:-1].isalpha()


def _holds_its_like(letters: str, square: Square) -> bool:
    """Whether letters are repeated since a folder is called by what it holds: `/Servers/Server`."""
    for slash in (at for at in range(square.start, square.end) if letters[at] == "/"):
        folder = letters[letters.rfind("/", 0, slash) + 1 : slash]
        like = letters.startswith(folder[:-1], slash + 1) and not letters.startswith(folder, slash + 1)
        if len(folder) > _LEAST and folder.isalpha() and like:
            return True
    return False


def _usual(name: str) -> bool:
    bits = common_bits(name.lower())
    return bits is not None and bits >= _RARE


def _undone(cells: Cells, way: tuple[_Link, ...]) -> Cells:
    """The addresses of the links in a row, without the gaps that a run of the same link shows not to be its
    own."""
    parts = [_one(cells, link) for link in way]
    if len(way) > 1 and _is_mere(cells, *way):
        parts[1] = parts[1]._replace(gaps=(False, *parts[1].gaps[1:]))
    letters = "".join(part.letters for part in parts)
    return Cells(letters, tuple(chain.from_iterable(part.gaps for part in parts)), (1,) * len(letters))


def _is_mere(cells: Cells, left: _Link, right: _Link) -> bool:
    """Whether nothing was lost where the second link begins: the first one's end and the second one's
    beginning are both printed again with nothing between."""
    return left.last > 0 and not cells.gaps[left.end] and not cells.gaps[right.start]


def _one(cells: Cells, link: _Link) -> Cells:
    part = cells.part(link.start, link.end)
    gaps = list(part.gaps)
    before = cells.gaps[link.start - link.first : link.start]
    behind = cells.gaps[link.end : link.end + link.last]
    gaps[0] = before[0]
    for run, at in ((before, 0), (behind, len(gaps) - len(behind))):
        gaps[at + 1 : at + len(run)] = map(and_, gaps[at + 1 : at + len(run)], run[1:])
    return part._replace(gaps=tuple(gaps))
