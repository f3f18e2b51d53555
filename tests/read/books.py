"""A small writer of EPUB files for tests."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
METADATA = (
    '<dc:title id="t">The Weir</dc:title><dc:title id="s">A subtitle</dc:title>'
    '<meta refines="#t" property="title-type">main</meta><dc:creator opf:role="aut">Ada Example</dc:creator>'
    '<dc:creator opf:role="ill">Bob Drawer</dc:creator><dc:language>fr-BE</dc:language>'
    '<dc:date opf:event="modification">2021-01-01</dc:date><dc:date>2019-05-03</dc:date>'
)


def page(body: str, title: str = "x") -> str:
    """An XHTML document, its head closed in the way of XML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title><script src="x.js"/></head>'
        f"<body>{body}</body></html>"
    )


def book(
    documents: Mapping[str, str],
    spine: Sequence[str] = (),
    properties: Mapping[str, str] | None = None,
    nonlinear: Sequence[str] = (),
    extra: Mapping[str, bytes] | None = None,
    guide: str = "",
) -> bytes:
    """An EPUB with `documents` (path below OPS → XHTML) in the order of `spine`, else in their own."""
    items = "".join(
        f'<item id="i{n}" href="{path}" media-type="application/xhtml+xml" '
        f'properties="{(properties or {}).get(path, "")}"/>'
        for n, path in enumerate(documents)
    )
    numbers = {path: n for n, path in enumerate(documents)}
    order = "".join(
        f'<itemref idref="i{numbers[path]}"{" linear=" + chr(34) + "no" + chr(34) if path in nonlinear else ""}/>'
        for path in (spine or documents)
    )
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0">'
        f"<metadata>{METADATA}</metadata><manifest>{items}</manifest><spine>{order}</spine>{guide}</package>"
    )
    members = {"META-INF/container.xml": CONTAINER.encode(), "OPS/book.opf": package.encode()}
    members |= {f"OPS/{path}": source.encode() for path, source in documents.items() if source}
    return packed(members | dict(extra or {}))


def packed(members: Mapping[str, bytes]) -> bytes:
    """The archive itself, its type first and not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
