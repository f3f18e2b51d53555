"""Names of WordprocessingML elements and attributes, as lxml gives them (ISO 29500-1, part 17)."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_SITE = b"//purl.oclc.org/ooxml/"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/bibliography": BIBLIOGRAPHY.encode(),
}
"""Namespaces of strict documents and the usual ones that mean the same."""


def w(name: str) -> str:
    """Name in the namespace of text documents.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{WORD}}}{name}"


P, R, T, TAB, BR, CR = w("p"), w("r"), w("t"), w("tab"), w("br"), w("cr")
PPR, RPR, TRPR, TCPR = w("pPr"), w("rPr"), w("trPr"), w("tcPr")
TR, TC, SECTION = w("tr"), w("tc"), w("sectPr")
DEL, MOVE_FROM, VANISH = w("del"), w("moveFrom"), w("vanish")
HYPERLINK, FIELD_SIMPLE, FIELD_CHAR, INSTRUCTION = (
    w("hyperlink"),
    w("fldSimple"),
    w("fldChar"),
    w("instrText"),
)
FIELD_DATA = w("fldData")
BOOKMARK, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
FOOTNOTE_CALL, ENDNOTE_CALL = w("footnoteReference"), w("endnoteReference")
TEXT_BOX, PAGE_END, SYMBOL = w("txbxContent"), w("lastRenderedPageBreak"), w("sym")
READING, SDT_PROPERTIES, RAISED, RUN_STYLE = w("rt"), w("sdtPr"), w("vertAlign"), w("rStyle")
ALTERNATIVES, CHOICE = f"{{{COMPATIBLE}}}AlternateContent", f"{{{COMPATIBLE}}}Choice"
MATH_TEXT = f"{{{MATH}}}t"

VAL, ID, TYPE, NAME = w("val"), w("id"), w("type"), w("name")
CUSTOM_MARK, ANCHOR, FIELD_TYPE, INSTR = w("customMarkFollows"), w("anchor"), w("fldCharType"), w("instr")
RELATION_ID = f"{{{RELATIONS}}}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

OFF = frozenset({"0", "false", "off", "none"})


def is_on(value: str | None) -> bool:
    """Whether a switch is on: it is where it stands without a value."""
    return value is None or value not in OFF


_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SIGNS = {
    0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "⋅",
}  # fmt: skip
UNKNOWN_SIGN = "\N{REPLACEMENT CHARACTER}"


def symbol(font: str | None, code: str | None) -> str:
    """Character of a `w:sym`: fonts of signs have theirs at U+F000 to U+F0FF, in the font's own order.

    >>> symbol("Symbol", "F02A"), symbol("Symbol", "F061"), symbol("Wingdings", "F0E0")
    ('*', 'α', '�')
    """
    try:
        number = int(code or "", 16)
    except ValueError:
        return UNKNOWN_SIGN
    if not 0xF000 <= number <= 0xF0FF:
        usable = 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000
        return chr(number) if usable else UNKNOWN_SIGN
    number -= 0xF000
    letter = chr(number)
    if (font or "").lower() != "symbol":
        return UNKNOWN_SIGN
    if 0x20 <= number < 0x7F:
        return _GREEK.get(letter, letter)
    return _SIGNS.get(number, UNKNOWN_SIGN)
