"""Small writers of DOCX and ODT files, so that no word processor is needed: a document is a TOML file.

In a document's text a line is a paragraph (`@Style` before it names its style), `{f1}` calls footnote 1,
`{e1}` X
"""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

DOCUMENTS = Path(__file__).parent / "documents"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("svg", "svg-compatible"),
    )
) + (
    ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)  # fmt: skip
_TOKEN = re.compile(r"\{([fe])(\d+)(?:=([^}]+))?\}|\[\[(.*?)\]\]", re.S)


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def paragraphs(text: str, one: Any) -> str:
    """`one(style, pieces)` for each line; pieces are text or matches of `_TOKEN`."""
    found: list[str] = []
    for line in text.strip("\n").splitlines():
        if line.startswith("<"):
            found.append(line)
        elif line.strip():
            style, _, rest = line[1:].partition(" ") if line.startswith("@") else ("", "", line)
            pieces: list[Any] = []
            at = 0
            for token in _TOKEN.finditer(rest):
                pieces += [rest[at : token.start()], token]
                at = token.end()
            found.append(one(style, [*pieces, rest[at:]]))
    return "".join(found)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _docx_paragraph(style: str, pieces: list[Any]) -> str:
    parts = [f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""]
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(_run(piece))
        elif piece.group(4) is not None:
            parts.append(piece.group(4))
        else:
            kind = "footnote" if piece.group(1) == "f" else "endnote"
            custom = ' w:customMarkFollows="1"' if piece.group(3) else ""
            mark = f"<w:t>{escape(piece.group(3))}</w:t>" if piece.group(3) else ""
            parts.append(f'<w:r><w:{kind}Reference{custom} w:id="{piece.group(2)}"/>{mark}</w:r>')
    return f"<w:p>{''.join(parts)}</w:p>"


def docx_part(text: str) -> str:
    return paragraphs(text, _docx_paragraph)


def docx_members(document: Mapping[str, Any]) -> dict[str, str | bytes]:
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"d": ("officeDocument", "word/document.xml", False),
                                   "c": ("metadata/core-properties", "docProps/core.xml", False)}),
    }  # fmt: skip
    body = f"<w:body>{docx_part(document['body'])}</w:body>"
    members["word/document.xml"] = f"<w:document {NAMESPACES}>{body}</w:document>"
    relations = {
        f"own{place}": (kind, f"{kind}.xml", False)
        for place, kind in enumerate(("footnotes", "endnotes", "styles", "settings", "numbering"))
        if kind in document
    }
    links = {id_: ("hyperlink", target, True) for id_, target in document.get("links", {}).items()}
    members["word/_rels/document.xml.rels"] = _relations(relations | links)
    for kind in ("footnote", "endnote"):
        notes = document.get(f"{kind}s")
        if notes is not None:
            bodies = "".join(
                f'<w:{kind} w:id="{id_}">{docx_part(body)}</w:{kind}>' for id_, body in notes.items()
            )
            separator = (
                f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
            )
            members[f"word/{kind}s.xml"] = f"<w:{kind}s {NAMESPACES}>{separator}{bodies}</w:{kind}s>"
            own = {
                id_: ("hyperlink", target, True) for id_, target in document.get(f"{kind}_links", {}).items()
            }
            members[f"word/_rels/{kind}s.xml.rels"] = _relations(own)
    for part in ("styles", "settings", "numbering"):
        if part in document:
            members[f"word/{part}.xml"] = f"<w:{part} {NAMESPACES}>{document[part]}</w:{part}>"
    members["docProps/core.xml"] = (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        + "".join(f"<{key}>{escape(value)}</{key}>" for key, value in document.get("core", {}).items())
        + "</cp:coreProperties>"
    )
    if document.get("strict"):
        members = {
            name: content.replace(W, STRICT).replace(RELATION[:-1], "http://purl.oclc.org/ooxml/officeDocument/relationships")
            for name, content in members.items()
            if isinstance(content, str)
        }  # fmt: skip
    return members


def docx(document: Mapping[str, Any]) -> bytes:
    return packed(docx_members(document))


def _relations(relations: Mapping[str, tuple[str, str, bool]]) -> str:
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{RELATION}{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"/>' if external else "/>")
        for id_, (kind, target, external) in relations.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def odt_members(document: Mapping[str, Any]) -> dict[str, str | bytes]:
    automatic = f"<office:automatic-styles>{document.get('automatic', '')}</office:automatic-styles>"
    styles = f"<office:styles>{document.get('styles', '')}</office:styles>"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF}>{automatic}{_odt_body(document)}"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
        "meta.xml": f"<office:document-meta {ODF}>{_odt_meta(document)}</office:document-meta>",
        "META-INF/manifest.xml": "<manifest/>",
    }


def odt(document: Mapping[str, Any]) -> bytes:
    if document.get("flat"):
        styles = f"<office:styles>{document.get('styles', '')}</office:styles>"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {ODF}>{_odt_meta(document)}'
            f"{styles}{_odt_body(document)}</office:document>"
        ).encode()
    return packed(odt_members(document))


def _odt_meta(document: Mapping[str, Any]) -> str:
    said = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in document.get("core", {}).items())
    return f"<office:meta>{said}</office:meta>"


def _odt_body(document: Mapping[str, Any]) -> str:
    notes = document.get("notes", {})

    def paragraph(style: str, pieces: list[Any]) -> str:
        parts: list[str] = []
        for piece in pieces:
            if isinstance(piece, str):
                parts.append(escape(piece))
            elif piece.group(4) is not None:
                parts.append(piece.group(4))
            else:
                id_ = piece.group(1) + piece.group(2)
                kind = "footnote" if piece.group(1) == "f" else "endnote"
                label, body = notes[id_]
                own = f' text:label="{label}"' if piece.group(3) else ""
                parts.append(
                    f'<text:note text:id="{id_}" text:note-class="{kind}"><text:note-citation{own}>{label}'
                    f"</text:note-citation><text:note-body>{paragraphs(body, paragraph)}"
                    "</text:note-body></text:note>"
                )
        if style.isdecimal():
            return f'<text:h text:outline-level="{style}">{"".join(parts)}</text:h>'
        return f'<text:p text:style-name="{style}">{"".join(parts)}</text:p>'

    body = paragraphs(document["body"], paragraph)
    return f"<office:body><office:text>{body}</office:text></office:body>"
