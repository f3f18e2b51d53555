"""A manuscript on two cores: a copy of this process looks for what the notes cite and the text quotes, while
this one reads the addresses.

Where a process cannot be copied, or there is little to do, all is done here, one after the other; so it is
where the copy fails, whatever it dies of. What comes out is the same.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NoReturn

from citecheck.model import Parsed
from citecheck.parse import Noted, parsed_of
from citecheck.repair import Place, is_plain

NOTE, PLAIN, DAMAGED = 0.6, 0.05, 2.0
"""Milliseconds that a note's citations take, a sound address, and one in need of repair."""
LEAST = 40.0
"""Milliseconds that both sides must have to do: to copy this process and to hear of it takes some ten."""
MOST = 2000
"""Notes; a copy takes room, and a long book is not waited for anyway."""


@contextmanager
def in_two(noted: Noted, places: Sequence[Place]) -> Iterator[Callable[[], Parsed]]:
    """Begin to look for what the notes cite in a copy of this process, which ends with this block.

    `places`: the addresses that are to be read meanwhile.
    """
    copy = _copied(noted) if _is_worth(len(noted.notes), places) and _may_part() else None
    if copy is None:
        yield partial(parsed_of, noted)
        return
    try:
        yield copy.parsed
    finally:
        copy.end()


def _is_worth(notes: int, places: Sequence[Place]) -> bool:
    if notes > MOST or notes * NOTE < LEAST:
        return False
    return sum(PLAIN if is_plain(place.raw) else DAMAGED for place in places) >= LEAST


def _may_part() -> bool:
    """Whether this process can be copied, and a second core could take the copy. Elsewhere than on Linux
    libraries of the system may not work in one; a lock that another thread holds stays locked in it; where
    the end of children is seen to by others, a copy's number may be a stranger's before it is ended here."""
    if sys.platform != "linux" or signal.getsignal(signal.SIGCHLD) is not signal.SIG_DFL:
        return False
    import threading

    return threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _copied(noted: Noted) -> _Copy | None:
    """A copy of this process at work, `None` where the system allows no more processes or open files."""
    try:
        given, out = os.pipe()
    except OSError:
        return None
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    try:
        number = os.fork()
    except OSError:
        os.close(given)
        os.close(out)
        return None
    if not number:
        _parse(noted, left, given, out)
    os.close(out)
    return _Copy(noted, number, given)


class _Copy:
    """The copy, as this process sees it. `number`: the process; `given`: where it says what it finds."""

    def __init__(self, noted: Noted, number: int, given: int) -> None:
        self._noted, self._number = noted, number
        self._given = os.fdopen(given, "rb")

    def parsed(self) -> Parsed:
        """What the copy has found; what is found here where it is no more."""
        from pickle import UnpicklingError, load

        try:
            found: Parsed = load(self._given)
        except (EOFError, OSError, UnpicklingError):
            return parsed_of(self._noted)
        return found

    def end(self) -> None:
        """It may have ended before."""
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        self._given.close()


def _parse(noted: Noted, left: float, given: int, out: int) -> NoReturn:
    """What the copy does. It says nothing but what it finds, and ends nothing of what it was copied with.

    `left`: seconds of processor time; 0 for no limit. `given`, `out`: the ends of the pipe.
    """
    try:
        from pickle import HIGHEST_PROTOCOL, dump

        os.close(given)  # so that it ends when the other process does
        signal.setitimer(signal.ITIMER_PROF, left)
        gc.freeze()  # to look which of it is in use would copy all that is there
        with open(out, "wb") as file:
            dump(parsed_of(noted), file, HIGHEST_PROTOCOL)
    finally:
        # Whatever it was: the other process does the same itself, and says what there is to say.
        os._exit(0)
