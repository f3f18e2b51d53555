"""Answers from a WARC file and nothing else."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from citecheck.errors import UnreadableInput
from citecheck.model import Exchange, FailureKind, Purpose
from citecheck.store.keys import key_of

BODY_LIMIT = 30_000_000
"""Bytes of a recorded body that are read: the most that a live answer keeps."""
CODED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers of the body as it was sent; the one given is decoded."""
RECORDED = frozenset(
    FailureKind(kind) for kind in ("dns", "refused", "reset", "timeout", "tls", "protocol", "too-large")
)


class Replay:
    """Exchanges of a recorded run. A context manager.

    Keeps only where each record stands: a record is read when it is asked for. Several of one URL answer in
    file order, the last again and again. Raises `UnreadableInput` for a file that is no WARC.
    """

    closed = True
    spent = (0, 0)

    def __init__(self, path: Path) -> None:
        self.path = path
        self._places: dict[str, list[int]] = {}
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise UnreadableInput(f"{path}: cannot be read ({error.strerror})") from error
        try:
            self._index()
        except (ArchiveLoadFailed, ValueError, OSError, EOFError) as error:
            self._file.close()
            raise UnreadableInput(f"{path}: not a WARC file that can be replayed") from error

    def _index(self) -> None:
        records, count = ArchiveIterator(self._file), 0
        for record in records:
            count += record.rec_headers.get_header("WARC-Record-ID") is not None
            url = record.rec_headers.get_header("WARC-Target-URI")
            if url and record.rec_type in ("response", "metadata"):
                if not (_failure_of(record) if record.rec_type == "metadata" else _status_of(record)):
                    continue
                self._places.setdefault(key_of(url.strip("<>")), []).append(records.get_record_offset())
        if count == 0:
            raise ValueError("no record")

    def find(self, url: str, purpose: Purpose, nth: int = 0, cookies: str = "") -> Exchange | None:
        """The `nth` record of this URL (fragment aside), or the last one. `purpose` and `cookies` are not
        told apart, since a file by another hand does not know them."""
        places = self._places.get(key_of(url))
        if not places:
            return None
        self._file.seek(places[min(nth, len(places) - 1)])
        return _exchange(url, next(iter(ArchiveIterator(self._file))))

    def save(
        self, exchange: Exchange, purpose: Purpose, cookies: str = "", *, cost: tuple[int, int] = (0, 0)
    ) -> None:
        """A replay asks nobody, so there is nothing to save."""
        raise AssertionError("a replay made a request")

    def claim(self, url: str, purpose: Purpose, cookies: str = "") -> bool:
        """Nobody else asks either."""
        return True

    def release(self, url: str, purpose: Purpose, cookies: str = "") -> None:
        """Nothing was taken."""

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Replay:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _failure_of(record: Any) -> tuple[FailureKind, str] | None:
    """What a `metadata` record says went wrong; `None` for one that says something else."""
    try:
        words = json.loads(record.content_stream().read(BODY_LIMIT))
        kind = FailureKind(words["failure"])
    except (ValueError, KeyError, TypeError):
        return None
    return (kind, str(words.get("detail", ""))) if kind in RECORDED else None


def _status_of(record: Any) -> int:
    """Status of a recorded answer; 0 where its first line is not that of HTTP."""
    digits = record.http_headers.get_statuscode() if record.http_headers else ""
    return int(digits) if re.fullmatch("[1-9][0-9]{2}", digits) else 0


def _exchange(url: str, record: Any) -> Exchange:
    when = _moment(record.rec_headers.get_header("WARC-Date"))
    failure = _failure_of(record) if record.rec_type == "metadata" else None
    if failure is not None:
        return Exchange(url, when, failure=failure[0], detail=failure[1])
    headers = tuple(
        (name.lower(), value) for name, value in record.http_headers.headers if name.lower() not in CODED
    )
    body = record.content_stream().read(BODY_LIMIT + 1)
    return Exchange(
        url,
        when,
        _status_of(record),
        headers,
        body[:BODY_LIMIT],
        truncated=len(body) > BODY_LIMIT or _is_cut(record, len(body)),
    )


def _is_cut(record: Any, length: int) -> bool:
    """Whether the body is said to be cut, or is: the file may end in the middle of its last record."""
    if record.rec_headers.get_header("WARC-Truncated") is not None:
        return True
    announced = record.http_headers.get_header("content-length", "")
    coded = record.http_headers.get_header("content-encoding") or record.http_headers.get_header(
        "transfer-encoding"
    )
    return not coded and announced.isdigit() and length < int(announced)


def _moment(text: str | None) -> datetime:
    """A WARC date: ISO 8601 in UTC, from the year alone down to fractions of a second (WARC 1.1, 4.4)."""
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)).replace(
        microsecond=0
    )
