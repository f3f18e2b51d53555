"""Word files made by hand for the tests: calls, footnotes, hyperlinks with targets apart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><w:%s xmlns:w="{W}" xmlns:r="{R}">'
TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.footnotes+xml"/></Types>'
)


def run(text: str, style: str = "") -> str:
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def docx(
    notes: Sequence[Sequence[str]],
    targets: Sequence[str] = (),
    more: str = "",
    words: Sequence[str] = (),
) -> bytes:
    """A document with a sentence for each note; a note is its runs (XML where one begins with `<`).

    `targets`: addresses of hyperlinks, `rId10` on, in the notes; `words`: the sentences.
    """
    words = words or [f"Sentence {i} calls a note." for i in range(1, len(notes) + 1)]
    body = "".join(
        f'<w:p>{run(words[i - 1])}<w:r><w:footnoteReference w:id="{i + 1}"/></w:r></w:p>'
        for i in range(1, len(notes) + 1)
    )
    texts = "".join(
        f'<w:footnote w:id="{i + 1}"><w:p><w:r><w:footnoteRef/></w:r>'
        + "".join(piece if piece.startswith("<") else run(piece) for piece in note)
        + "</w:p></w:footnote>"
        for i, note in enumerate(notes, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{R}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for i, target in enumerate(targets, 10)
    )
    relations = f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations
        % f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>',
        "word/document.xml": HEAD % "document" + f"<w:body>{body}{more}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations
        % f'<Relationship Id="rId1" Type="{R}/footnotes" Target="footnotes.xml"/>',
        "word/footnotes.xml": HEAD % "footnotes" + texts + "</w:footnotes>",
        "word/_rels/footnotes.xml.rels": relations % links,
        "word/media/image1.bin": "\x00 left as it is",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def members_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
