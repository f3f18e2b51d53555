"""Text and Markdown: bytes outside the changed stretches stay as they are, whatever their encoding.

Encoding the whole text anew would write line ends, byte order marks and faulty bytes differently, so the
copy is put together from pieces of the original.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence

from citecheck.errors import UnreadableInput
from citecheck.fix.changes import Change, Edit
from citecheck.model import Manuscript
from citecheck.read.encoding import MARKS

HANDLER = "citecheck.fix"
"""Name under which the collector of faulty bytes is known to Python's codecs."""
_WIDE = ("utf-16-le", "utf-16-be")
_PRIVATE = range(0x10FFFD, 0x10F000, -1)
"""Characters that no text should hold: one of them stands for a faulty byte."""


class _Original:
    """The manuscript's characters beside the bytes they were read from."""

    def __init__(self, data: bytes, manuscript: Manuscript) -> None:
        content = manuscript.text.own
        self.mark, self.codec = _codec(data, manuscript)
        self._faults: list[bytes] = []
        self._sign = next(chr(number) for number in _PRIVATE if chr(number) not in content)
        codecs.register_error(HANDLER, self._collect)
        self._text = data[len(self.mark) :].decode(self.codec, HANDLER)
        if len(self._text) != len(content) or self.encoded(0, len(content), 0)[0] != data[len(self.mark) :]:
            raise UnreadableInput(
                f"{manuscript.name}: {manuscript.encoding} cannot be written back byte for byte; "
                "save the file as UTF-8 first"
            )

    def _collect(self, fault: UnicodeError) -> tuple[str, int]:
        if not isinstance(fault, UnicodeDecodeError):
            raise fault
        self._faults.append(fault.object[fault.start : fault.end])
        return self._sign, fault.end

    def encoded(self, start: int, end: int, faults: int) -> tuple[bytes, int]:
        """Bytes of a stretch, `faults` faulty ones before it; and how many there are up to its end."""
        first, *rest = self._text[start:end].split(self._sign)
        pieces = [first.encode(self.codec)]
        for piece in rest:
            pieces += (self._faults[faults], piece.encode(self.codec))
            faults += 1
        return b"".join(pieces), faults

    def passed(self, start: int, end: int) -> int:
        """Faulty bytes within a stretch that is taken out."""
        return self._text.count(self._sign, start, end)


def _codec(data: bytes, manuscript: Manuscript) -> tuple[bytes, str]:
    """Byte order mark and codec that the manuscript was read with."""
    for mark, codec, _ in MARKS:
        if data.startswith(mark):
            return mark, codec
    if manuscript.encoding != "utf-16":
        return b"", manuscript.encoding or "utf-8"
    content = manuscript.text.own
    return b"", next((codec for codec in _WIDE if data.decode(codec, "replace") == content), _WIDE[0])


def corrected_text(
    data: bytes, manuscript: Manuscript, changes: Sequence[Change]
) -> tuple[bytes, tuple[tuple[Change, str], ...]]:
    """The text with `changes` made, and the changes that its encoding has no letters for."""
    if not changes:
        return data, ()
    original = _Original(data, manuscript)
    able, unable = [], []
    for change in changes:
        if _fits(change, original.codec):
            able.append(change)
        else:
            unable.append((change, f"it cannot be written in {manuscript.encoding}"))
    pieces, at, faults = [original.mark], 0, 0
    for edit in in_order(able):
        piece, faults = original.encoded(at, edit.span.start, faults)
        faults += original.passed(edit.span.start, edit.span.end)
        pieces += (piece, edit.text.encode(original.codec))
        at = edit.span.end
    rest, _ = original.encoded(at, len(manuscript.text.own), faults)
    return b"".join((*pieces, rest)), tuple(unable)


def _fits(change: Change, codec: str) -> bool:
    try:
        for edit in change.edits:
            edit.text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def in_order(changes: Sequence[Change]) -> Iterator[Edit]:
    """Edits in order of place. One that reaches into an earlier one is left out: no text is changed twice."""
    end = 0
    for edit in sorted((edit for change in changes for edit in change.edits), key=lambda edit: edit.span):
        if edit.span.start >= end:
            yield edit
            end = edit.span.end
