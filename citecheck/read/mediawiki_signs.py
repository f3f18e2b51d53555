"""The signs of wiki text, and what is open between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from citecheck.read.mediawiki_run import Run

DEEPEST = 40
"""Of templates and links in each other; MediaWiki itself stops at 40."""
TOKEN = re.compile(
    r"<!--|</?[A-Za-z][^<>]{0,2000}>|\{\{|\}\}|\[\[|\]\]"
    r"|\[(?=(?:https?:|ftp:)?//)|\]|\|\||\||=+|'{2,}|\n|__[A-Z]{3,20}__|(?<!!)!!(?!!)",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"([A-Za-z]{1,20})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
ADDRESS = re.compile(r"(?:https?:|ftp:)?//[^\s\[\]<>\"|{}]+", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
TAG = re.compile(r"</?([A-Za-z]+)")
NAME = re.compile(r"[ \t\n]*[^\W_][\w .'’-]{0,40}[ \t\n]*|[ \t\n]*\d{1,2}[ \t\n]*")
MEDIA = re.compile(
    r"[^:|\[\]]{2,20}:[^|\[\]]{1,250}\.(?:jpe?g|png|svg|gif|webp|tiff?|ogg|ogv|webm|pdf|djvu|mp3)", re.I
)
NAMESPACE = re.compile(r"[^\W\d_][\w -]{1,20}:\S")
LIST = re.compile(r"[*#:;]{1,20}[ \t]*")
TABLE = re.compile(r"\{\||\|\}|\|-")
CELL = re.compile(r"[|!](?:\+)?(?:[^\n|\[{<!]{0,300}\|(?!\|))?")
RULE = re.compile(r"-{4,}")
RAW = {"nowiki": False, "math": False, "pre": True, "syntaxhighlight": True, "source": True, "code": True}
"""Tags whose contents are no wiki text; whether they are code."""
UNSEEN = frozenset(("templatedata", "timeline", "score", "hiero", "graph", "mapframe", "imagemap", "chem"))
BREAKS = frozenset(
    ("br", "p", "div", "tr", "td", "th", "li", "ul", "ol", "table", "hr", "dd", "dt", "center")
)
QUOTES = frozenset(("blockquote", "poem"))


@dataclass(slots=True)
class Frame:
    """Something that is open: what opened it, and what it holds so far."""

    kind: str
    token: str = ""
    run: Run = field(default_factory=Run)
    args: list[tuple[str | None, Run]] = field(default_factory=list)
    name: str | None = None
    """Name of the parameter that is being read."""
    said: dict[str, str] = field(default_factory=dict)
    heading: tuple[int, int] | None = None

    def next_argument(self) -> None:
        self.args.append((self.name, self.run))
        self.name, self.run = None, Run()


def decoded(text: str) -> str:
    """`text` with its character references, which end in a semicolon: `?a=1&region=2` holds none.

    >>> decoded("a&amp;b&region")
    'a&b&region'
    """
    return ENTITY.sub(lambda match: unescape(match.group()), text)
