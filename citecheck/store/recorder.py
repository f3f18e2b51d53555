"""Writes exchanges to a WARC 1.1 file (ISO 28500) that any replay viewer can read."""

from __future__ import annotations

import json
import uuid
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from types import TracebackType

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from citecheck.errors import UnwritableOutput
from citecheck.model import Exchange
from citecheck.redaction import redact
from citecheck.store.keys import key_of

RECORDS = uuid.UUID("6f2d1c1e-5a0b-5d0e-9d7e-0c17ec8ec000")
"""Namespace of record ids: made from what is recorded and its place, so that equal runs give equal files."""

NO_DATE = "1970-01-01T00:00:00Z"
"""Of a file without any exchange: a WARC record must have a date."""


class _Headers(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers as they were received. warcio would percent-encode a whole `Location`, its `://` too."""

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        self.headers_buff = self.to_bytes(header_filter, "utf-8")


class Recorder:
    """Appends a record for each exchange, complete on disk when `write` returns. A context manager.

    `path`: ends in `.gz` for a file compressed record by record. Replaces a file of that name.
    Raises `UnwritableOutput`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._count = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("wb")
        except OSError as error:
            raise UnwritableOutput(f"{path}: cannot be written ({error.strerror})") from error
        self._writer = WARCWriter(self._file, gzip=path.name.endswith(".gz"), warc_version="1.1")
        info = self._writer.create_warcinfo_record(
            None, {"software": "citecheck", "format": "WARC File Format 1.1"}
        )
        info.rec_headers.replace_header("WARC-Record-ID", self._id("warcinfo"))
        info.rec_headers.remove_header("WARC-Date")
        self._info = info

    def write(self, exchange: Exchange) -> None:
        """Append one exchange. Raises `UnwritableOutput`."""
        try:
            if self._count == 0:
                self._begin(_date(exchange))
            self._count += 1
            self._writer.write_record(
                self._failure(exchange) if exchange.failure else self._response(exchange)
            )
            self._file.flush()
        except OSError as error:
            raise UnwritableOutput(f"{self.path}: cannot be written ({error.strerror})") from error

    def _begin(self, when: str) -> None:
        """The file's own record first, dated by the first exchange: nothing here depends on the clock."""
        self._info.rec_headers.add_header("WARC-Date", when)
        self._writer.write_record(self._info)

    def _headers(self, exchange: Exchange) -> dict[str, str]:
        headers = {"WARC-Record-ID": self._id(exchange.url), "WARC-Date": _date(exchange)}
        if exchange.truncated:
            headers["WARC-Truncated"] = "length"
        return headers

    def _id(self, url: str) -> str:
        return f"<urn:uuid:{uuid.uuid5(RECORDS, f'{self._count} {redact(url)}')}>"

    def _response(self, exchange: Exchange) -> object:
        headers = [(name, redact(_one_line(value))) for name, value in exchange.headers]
        headers.append(("content-length", str(len(exchange.body))))
        http = _Headers(_status_line(exchange.status), headers, protocol="HTTP/1.1")
        return self._writer.create_warc_record(
            key_of(exchange.url),
            "response",
            payload=BytesIO(exchange.body),
            length=len(exchange.body),
            http_headers=http,
            warc_headers_dict=self._headers(exchange),
        )

    def _failure(self, exchange: Exchange) -> object:
        assert exchange.failure is not None
        words = {"failure": exchange.failure.value, "detail": exchange.detail}
        body = json.dumps(words, ensure_ascii=False).encode()
        return self._writer.create_warc_record(
            key_of(exchange.url),
            "metadata",
            payload=BytesIO(body),
            length=len(body),
            warc_content_type="application/json",
            warc_headers_dict=self._headers(exchange),
        )

    def close(self) -> None:
        """A run that asked nobody leaves a recording too: one that holds nothing, and can be replayed."""
        try:
            if self._count == 0 and not self._file.closed:
                self._begin(NO_DATE)
            self._file.close()
        except OSError as error:
            raise UnwritableOutput(f"{self.path}: cannot be written ({error.strerror})") from error

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _date(exchange: Exchange) -> str:
    return exchange.when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"
