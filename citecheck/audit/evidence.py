"""All that was seen, as a mapping that stays small: pages lie packed in a temporary file.

A book of 10,000 notes cites some 7,000 pages of 60 KB of text; the planner looks at each a few times, soon
after it came. So the newest are kept as they are, the others are packed away and unpacked when asked for.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import IO

from citecheck.model import Ask, Capture, Fetch, Seen

AT_HAND = 32
"""Answers kept unpacked. At 60 KB of text and 64 KB of body each that is 4 MB; one that is asked for later is
unpacked in 0.3 ms."""
SMALL = 512
"""Bytes of a packed answer below which it is kept in memory: a failure, a redirect, an empty index. A page of
a few sentences has 1,500, of which a book would have 10 MB."""


class Evidence(Mapping[Ask, Seen | bool]):
    """Answers by question. Never forgets one; what it gives back equals what it was given."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._places: dict[Ask, tuple[int, int] | bytes | bool] = {}
        self._at_hand: OrderedDict[Ask, Seen] = OrderedDict()
        self._plain: set[Ask] = set()

    def add(self, ask: Ask, answer: Seen | bool) -> None:
        """Keep the answer to a question that has none yet."""
        if isinstance(answer, bool):
            self._places[ask] = answer
            return
        packed = zlib.compress(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL), 1)
        self._places[ask] = packed if len(packed) <= SMALL else self._put_away(packed)
        self._hold(ask, answer)
        if isinstance(ask, Fetch) and _is_plain(ask, answer):
            self._plain.add(ask)

    def is_plain(self, fetch: Fetch) -> bool:
        """Whether the answer is a page with a text, whole, at the very address: of most pages all that there
        is to know once their quotations are compared."""
        return fetch in self._plain

    def __getitem__(self, ask: Ask) -> Seen | bool:
        place = self._places[ask]
        if isinstance(place, bool):
            return place
        answer = self._at_hand.get(ask)
        if answer is None:
            answer = pickle.loads(zlib.decompress(place if isinstance(place, bytes) else self._fetch(*place)))
            assert isinstance(answer, Seen)
        self._hold(ask, answer)
        return answer

    def __contains__(self, ask: object) -> bool:
        return ask in self._places

    def __iter__(self) -> Iterator[Ask]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        """Give the temporary file back."""
        if self._file is not None:
            self._file.close()

    def _hold(self, ask: Ask, answer: Seen) -> None:
        self._at_hand[ask] = answer
        self._at_hand.move_to_end(ask)
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)

    def _put_away(self, packed: bytes) -> tuple[int, int]:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="citecheck-")  # noqa: SIM115 - closed by close()
            weakref.finalize(self, self._file.close)  # or when a run breaks off
        place = self._file.seek(0, 2)
        self._file.write(packed)
        return place, len(packed)

    def _fetch(self, place: int, length: int) -> bytes:
        assert self._file is not None
        self._file.seek(place)
        return self._file.read(length)


def _is_plain(fetch: Fetch, seen: Seen) -> bool:
    outcome = seen.outcome
    whole = isinstance(outcome, Capture) and outcome.final_url == fetch.url and not outcome.truncated
    return whole and seen.page is not None
