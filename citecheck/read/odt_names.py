"""Names of OpenDocument elements and attributes, as lxml gives them (ODF 1.3, part 3)."""

from __future__ import annotations

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
FORMAT = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def t(name: str) -> str:
    """Name in the namespace of text."""
    return f"{{{TEXT}}}{name}"


def o(name: str) -> str:
    """Name in the namespace of office documents."""
    return f"{{{OFFICE}}}{name}"


def s(name: str) -> str:
    """Name in the namespace of styles."""
    return f"{{{STYLE}}}{name}"


P, H, SPAN, LINK, SPACES = t("p"), t("h"), t("span"), t("a"), t("s")
NOTE, CITATION, NOTE_BODY, NOTE_CLASS = t("note"), t("note-citation"), t("note-body"), t("note-class")
LIST, ITEM, SECTION, PAGE_END = t("list"), t("list-item"), t("section"), t("soft-page-break")
MARK_START, MARK_END = t("reference-mark-start"), t("reference-mark-end")
STYLE_NAME, NAME, COUNT, ID = t("style-name"), t("name"), t("c"), t("id")
HREF = "{http://www.w3.org/1999/xlink}href"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
