"""XML that is no HTML, as it is cited: editions in TEI, articles in JATS, laws, feeds, books in FictionBook.

Its elements are unknown, so all end a line but those that mark words within one.
"""

from __future__ import annotations

import html
import re

from citecheck.model import Metadata, Text
from citecheck.patterns import late
from citecheck.read.html_source import INLINE, TAG, taken_out
from citecheck.read.metadata import language_code

COMMENTS = late(r"<!--"), late(r"-->")
INSTRUCTIONS = late(r"<\?"), late(r"\?>")
DOCTYPE = late(r"<!DOCTYPE[^>\[]{0,4000}(?:\[[^\]]{0,100000}\])?\s*>")
ROOT = late(r"<(?!\?|!)([\w:.-]{1,60})")
LANGUAGE = late(r"\b(?:xml:lang|lang)\s*=\s*[\"']([\w-]{2,12})[\"']")
WITHIN = INLINE | frozenset(
    ("abbrev", "add", "bold", "corr", "date", "emph", "emphasis", "ex", "expan", "ext-link", "foreign", "hi",
     "ital", "italic", "italics", "it", "name", "named-content", "orgname", "orig", "persname", "placename",
     "ref", "reg", "roman", "rs", "sc", "seg", "sic", "styled-content", "surname", "supplied", "term",
     "unclear", "underline", "uri", "w", "xref")
)  # fmt: skip
"""Elements of TEI, JATS and others that stand inside a line."""
CALLS = late(r"<(xref|ref)\b[^<>]{0,1000}>\s*(?:<sup>)?([^\W_]{1,3})(?:</sup>)?\s*</\1>")
HAIR_SPACE = "\u200a"
NOTES = late(r"<(?:note|fn)\b(?:[^<>/]|/(?!>)){0,1000}>"), late(r"</(?:note|fn)>")
HTML_ROOTS = frozenset(("html", "body", "head", "p", "div"))


def is_other_xml(source: str) -> bool:
    """Whether a source that came as XML is none of the elements of HTML.

    >>> is_other_xml('<?xml version="1.0"?><TEI><text/></TEI>'), is_other_xml('<?xml?><html xmlns="x">')
    (True, False)
    """
    root = ROOT.search(_without_heads(source[:100_000]))
    return root is not None and root[1].lower().rpartition(":")[2] not in HTML_ROOTS


def read_xml(source: str) -> Text:
    """Words of the document, one element a line; notes behind the text that they interrupt."""
    language = LANGUAGE.search(source[:4_000])
    source, notes = taken_out(_without_heads(source.replace("<![CDATA[", "").replace("]]>", "")), NOTES, "")
    plain = "\n".join(_plain(part) for part in (source, *notes))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return Text(
        "\n".join(line for line in lines if line),
        metadata=Metadata(language=language_code(language[1]) if language else None),
    )


def _without_heads(source: str) -> str:
    """Without comments, instructions and the document type."""
    for tags in (COMMENTS, INSTRUCTIONS):
        source, _ = taken_out(source, tags, "")
    # At the first place alone: of many that are open each would be followed to its bound.
    at = source.find("<!DOCTYPE")
    found = DOCTYPE.match(source, at) if at >= 0 else None
    return source[:at] + source[found.end() :] if found else source


def _plain(source: str) -> str:
    source = CALLS.sub(rf"{HAIR_SPACE}[\2]", source)
    source = html.unescape(TAG.sub(_end, source))
    # Feeds hold HTML as text.
    return html.unescape(TAG.sub(_end, source)) if "</" in source else source


def _end(tag: re.Match[str]) -> str:
    name = (tag[1] or "").lower().rpartition(":")[2]
    if name == "lb":
        return " "
    return "" if name in WITHIN else "\n"
