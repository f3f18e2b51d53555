"""Which characters the bytes of a fetched page stand for.

A wrong guess here makes every quotation on the page "not found", so the ladder asks the surest witness
first: byte order mark, what the server declares, what the document declares, strict UTF-8, a detector.
Declarations are believed unless the bytes contradict them: text that decodes as UTF-8 with characters of
several bytes is UTF-8 whatever a server's default header says.
"""

from __future__ import annotations

from codecs import BOM_UTF8

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

DETECTOR_BYTES = 65_536
"""A detector's answer does not change after this many bytes, its cost does."""
TOLERATED_FAULTS = 0.02
"""Share of undecodable characters up to which a declared encoding is still believed: pages put together
from several sources carry a few stray bytes; a wrong declaration faults on most letters."""


def decode_page(body: bytes, content_type: str | None) -> tuple[str, str]:
    """Text of a page and the name of its encoding. Never fails: what cannot be decoded becomes U+FFFD."""
    bom, mark = read_bom(body)
    if bom is not None and mark is not None:
        return body[len(mark) :].decode(bom, "replace"), bom
    utf8 = _strict_utf8(body)
    if utf8 is not None and not utf8.isascii():
        return utf8, "utf-8"
    for declared in _declared(body, content_type):
        text = body.decode(declared, "replace")
        if text.count("\ufffd") <= TOLERATED_FAULTS * len(text):
            return text, declared
    if utf8 is not None:
        return utf8, "utf-8"
    detected = _detect(body)
    return body.decode(detected, "replace"), detected


def for_parser(body: bytes, source: str, encoding: str) -> bytes | str:
    """`source`, which `decode_page` made of `body`, or `body` itself where it is the same in UTF-8.

    The parser works on UTF-8 and would make it anew, which takes half the time of parsing.

    >>> for_parser("é".encode(), "é", "utf-8"), for_parser("é".encode("cp1252"), "é", "cp1252")
    (b'\\xc3\\xa9', 'é')
    """
    same = (
        encoding == "utf-8"
        and not source.isascii()  # such are copied at once, and may have been in any encoding
        and not body.startswith(BOM_UTF8)
        and "\ufffd" not in source  # nothing was replaced,
        and body.endswith(source[-1].encode("utf-8", "replace"))  # nor cut off at the end
    )
    return body if same else source


def _declared(body: bytes, content_type: str | None) -> list[str]:
    header = http_content_type_encoding(content_type) if content_type else None
    meta = html_body_declared_encoding(body)
    return [_known(name) for name in (header, meta) if name and _known(name)]


def _known(name: str) -> str:
    """The codec that browsers use for a label (`iso-8859-1` means cp1252), or nothing."""
    return resolve_encoding(name) or ""


def _strict_utf8(body: bytes) -> str | None:
    """The body as UTF-8; a last character cut in two by a size cap is left off."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(body) - 3 or error.reason != "unexpected end of data":
            return None
        return body[: error.start].decode("utf-8")


def _detect(body: bytes) -> str:
    import cchardet  # a compiled library that most pages never need

    name = cchardet.detect(body[:DETECTOR_BYTES])["encoding"]
    return _known(name) or "cp1252" if name else "cp1252"
