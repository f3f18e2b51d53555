"""A writer of small PDF files: text at places, rules, link annotations. Enough for a reader's tests.

Every character is half as wide as its font's size, so that whoever sets the pages can count instead of
measuring. Fonts have a table to Unicode unless a code page is given: then bytes stand for themselves, as in
files of old word processors.
"""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, SUPERIOR = 0.5, 0.3
"""Of every character, and of digits that their font draws raised, in sizes."""
SUPERIORS = str.maketrans({str(digit): chr(0xE030 + digit) for digit in range(10)})
"""Digits as those that the font draws small and raised, on the line and in its size: a text of such alone."""
_PLAIN = {0xE030 + digit: str(digit) for digit in range(10)}


def is_superior(text: str) -> bool:
    """Whether a text is one of `SUPERIORS`."""
    return bool(text) and all(ord(sign) in _PLAIN for sign in text)


@dataclass
class Page:
    """What is drawn on a page, in points from its lower left corner."""

    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    turned: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    links: list[tuple[str, list[tuple[float, float, float, float]]]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Left, bottom, width, height of grey pictures."""


def pdf(
    pages: list[Page],
    *,
    width: float = 420,
    height: float = 600,
    codepage: str | None = None,
    title: str = "",
    labels: str = "",
) -> bytes:
    """The file. `codepage`: letters are bytes of it, and no table to Unicode is written. `labels`: the file's
    own page labels, as PDF writes them (`0 << /S /r >> 4 << /S /D >>`)."""
    texts = [text for page in pages for *_, text in page.texts + page.turned if not is_superior(text)]
    signs = sorted({sign for text in texts for sign in text})
    codes = {sign: 33 + place for place, sign in enumerate(sign for sign in signs if sign != " ")}
    codes[" "] = 32
    assert len(codes) < 220
    objects: list[bytes] = [b"", b"", _font(codepage is None), b"", _map(codes)]
    objects += [_superior_font(), _map({str(digit): 48 + digit for digit in range(10)})]
    kids: list[int] = []
    for page in pages:
        content = _content(page, codes, codepage)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        stream = len(objects)
        notes: list[int] = []
        for target, boxes in page.links:
            objects.append(_link(target, boxes))
            notes.append(len(objects))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R /Resources"
            b" << /Font << /F1 3 0 R /F2 6 0 R >> >> /Annots [%s] >>"
            % (width, height, stream, b" ".join(b"%d 0 R" % n for n in notes))
        )
        kids.append(len(objects))
    numbered = f" /PageLabels << /Nums [{labels}] >>".encode() if labels else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R%s >>" % numbered
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    objects[3] = b"<< /Title (%s) /CreationDate (D:20190503120000Z) >>" % title.encode("latin-1")
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def _font(with_table: bool) -> bytes:
    widths = b" ".join([b"%d" % (1000 * WIDTH)] * 224)
    table = b" /ToUnicode 5 0 R" if with_table else b""
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32"
        b" /LastChar 255 /Widths [%s]%s >>" % (widths, table)
    )


def _superior_font() -> bytes:
    """Ten narrow digits, each as high above the line as an apostrophe."""
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 48 /LastChar 57 /Widths [%s]"
        b" /Encoding << /Type /Encoding /Differences [48%s] >> /ToUnicode 7 0 R >>"
        % (b" ".join([b"%d" % (1000 * SUPERIOR)] * 10), b" /quotesingle" * 10)
    )


def _map(codes: dict[str, int]) -> bytes:
    rows = [b"<%02x> <%s>" % (code, sign.encode("utf-16-be").hex().encode()) for sign, code in codes.items()]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    text = (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Own def\n/CMapType 2"
        b" def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n%s\nendcmap\nend\nend" % body
    )
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def _content(page: Page, codes: dict[str, int], codepage: str | None) -> bytes:
    def shown(text: str) -> bytes:
        raw = text.encode(codepage) if codepage else bytes(codes[sign] for sign in text)
        return raw.hex().encode()

    parts = [
        b"BT /F2 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, text.translate(_PLAIN).encode())
        if is_superior(text)
        else b"BT /F1 %g Tf %g %g Td <%s> Tj ET" % (size, x, y, shown(text))
        for x, y, size, text in page.texts
    ]
    parts += [
        b"BT /F1 %g Tf 0 1 -1 0 %g %g Tm <%s> Tj ET" % (size, x, y, shown(text))
        for x, y, size, text in page.turned
    ]
    parts += [
        b"q %g 0 0 %g %g %g cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q" % (width, height, x, y)
        for x, y, width, height in page.pictures
    ]
    parts += [b"%g %g %g 0.5 re f" % (x0, y, x1 - x0) for x0, x1, y in page.rules]
    return b"\n".join(parts)


def _link(target: str, boxes: list[tuple[float, float, float, float]]) -> bytes:
    outer = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    corners = b""
    if len(boxes) > 1:
        points = [(x0, y1, x1, y1, x0, y0, x1, y0) for x0, y0, x1, y1 in boxes]
        corners = b" /QuadPoints [%s]" % b" ".join(b"%g" % v for quad in points for v in quad)
    escaped = target.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return (
        b"<< /Type /Annot /Subtype /Link /Rect [%g %g %g %g]%s /Border [0 0 0] /A << /S /URI /URI (%s) >> >>"
        % (*outer, corners, escaped.encode("utf-8"))
    )
