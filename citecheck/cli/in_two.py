"""A manuscript on two cores: a copy of this process looks for notes and quotations, while this one reads the
addresses.

The copy is made when the text is read and little else is loaded: each then loads its own half of the program,
and shares few pages of memory that would have to be copied once one of them is written to. Where a process
cannot be copied, or there is little to do, all is done here, one after the other; so it is where the copy
fails, whatever it dies of. What comes out is the same.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from citecheck.extraction import Loose, ParsedHere, Parsing
from citecheck.model import Note, Parsed, Text

LEAST, LEAST_ADDRESSES = 20_000, 40
"""Characters and addresses of a text that is worth two processes: to copy this one and to hear of what it
found takes some ten milliseconds, to load either half of the program thirty."""
MOST = 2_000_000
"""Characters; a copy takes room: 50 MB for 10,000 notes in 1.9 million."""
LOOK = 0.1
"""Seconds after which a copy looks again whether the process it is of still lives."""


@contextmanager
def in_two(text: Text) -> Iterator[Parsing]:
    """Begin to parse `text` in a copy of this process, which ends with this block."""
    copy = _copied(text) if _is_worth(text.content) and _may_part() else None
    if copy is None:
        yield ParsedHere(text)
        return
    try:
        yield copy
    finally:
        copy.end()


def _is_worth(content: str) -> bool:
    return LEAST <= len(content) <= MOST and content.count("://") >= LEAST_ADDRESSES


def _may_part() -> bool:
    """Whether this process can be copied, and a second core could take the copy. Elsewhere than on Linux
    libraries of the system may not work in one; a lock that another thread holds stays locked in it; where
    the end of children is seen to by others, a copy's number may be a stranger's before it is ended here."""
    if sys.platform != "linux" or signal.getsignal(signal.SIGCHLD) is not signal.SIG_DFL:
        return False
    threading = sys.modules.get("threading")  # without it there are none
    return (threading is None or threading.active_count() == 1) and len(os.sched_getaffinity(0)) > 1


def _copied(text: Text) -> _Copy | None:
    """A copy of this process at work, `None` where the system allows no more processes or open files."""
    ends: list[int] = []
    here = os.getpid()
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    try:
        ends += os.pipe()
        ends += os.pipe()
        number = os.fork()
    except OSError:
        for end in ends:
            os.close(end)
        return None
    given, out, heard, said = ends
    if not number:
        _parse(text, left, ends, here)
    os.close(out)
    os.close(heard)
    return _Copy(text, number, given, said)


class _Copy:
    """The copy, as this process sees it. `number`: the process; `given`: where it says what it finds; `said`:
    where it hears what it has to know."""

    def __init__(self, text: Text, number: int, given: int, said: int) -> None:
        self._text, self._number = text, number
        self._given, self._said = os.fdopen(given, "rb"), os.fdopen(said, "wb")
        self._here: ParsedHere | None = None
        """In place of the copy, where that is no more."""

    def has_notes(self) -> bool:
        from select import POLLIN, poll  # unlike `select` for any number of open files

        waiting = poll()
        waiting.register(self._given, POLLIN)
        return bool(waiting.poll(0))

    def notes(self) -> Sequence[Note]:
        found: Sequence[Note] | None = self._found()
        if found is not None:
            return found
        self._here = ParsedHere(self._text)
        return self._here.notes()

    def rest(self, loose: Loose) -> Callable[[], Parsed]:
        if self._here is not None:
            return self._here.rest(loose)
        from pickle import HIGHEST_PROTOCOL, dump

        try:
            with self._said:
                dump(loose, self._said, HIGHEST_PROTOCOL)
        except OSError:
            pass  # it is no more, as will be found
        return lambda: self._found() or self._again(loose)

    def _found(self) -> Any:
        """What the copy has found next, `None` where it is no more."""
        from pickle import UnpicklingError, load

        try:
            return load(self._given)
        except (EOFError, OSError, UnpicklingError):
            return None

    def _again(self, loose: Loose) -> Parsed:
        here = ParsedHere(self._text)
        here.notes()
        return here.rest(loose)()

    def end(self) -> None:
        """It may have ended before."""
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        self._given.close()
        self._said.close()


def _parse(text: Text, left: float, ends: Sequence[int], other: int) -> NoReturn:
    """What the copy does. It says nothing but what it finds, and ends nothing of what it was copied with.

    `left`: seconds of processor time; 0 for no limit. `ends`: of both pipes. `other`: the process it is of.
    """
    try:
        from pickle import HIGHEST_PROTOCOL, dump, load

        given, out, heard, said = ends
        os.close(given)  # so that it ends when the other process does
        os.close(said)
        signal.setitimer(signal.ITIMER_PROF, left)
        # A signal that ends the other process at once leaves it no time to end this one.
        signal.signal(signal.SIGALRM, lambda *_: None if os.getppid() == other else os._exit(0))
        signal.setitimer(signal.ITIMER_REAL, LOOK, LOOK)
        gc.freeze()  # to look which of it is in use would copy all that is there
        here = ParsedHere(text)
        with open(out, "wb") as file, open(heard, "rb") as told:
            dump(here.notes(), file, HIGHEST_PROTOCOL)
            file.flush()
            dump(here.finished(lambda: load(told)), file, HIGHEST_PROTOCOL)
    finally:
        # Whatever it was: the other process does the same itself, and says what there is to say.
        os._exit(0)
