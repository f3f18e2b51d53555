"""All words that stand in a page's source, shown or not: what scripts put into the page later, what is hidden
until it is opened, attributes, comments. Whoever finds a quotation here has not seen it on the page, but it
is not missing either.

Of a page that was fetched it is made only when the page shows a quotation nowhere or not whole: every second
page carries its own text a second time, in the data of its scripts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from citecheck.patterns import late

MOST_SOURCE = 4_000_000
"""Characters of a source that are looked at, `MOST_WORDS` of what is given."""
MOST_WORDS = 600_000
SCRIPT = late(r"(?i)<script\b[^<>]{0,4000}>"), late(r"(?i)</script\b[^<>]{0,100}>")
STYLE = late(r"(?i)<style\b[^<>]{0,4000}>"), late(r"(?i)</style\b[^<>]{0,100}>")
ATTRIBUTE = late(
    r"(?i)\s(?:alt|title|content|value|label|placeholder|summary|srcdoc|aria-label|data-[\w-]{1,40})\s*=\s*"
    r"(?:\"([^\"]{30,})\"|'([^']{30,})')"
)
TAG = late(r"</?([A-Za-z][A-Za-z0-9:-]{0,30})(?:\s[^<>]{0,4000})?/?>|<!--|-->")
INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd",
     "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr")
)  # fmt: skip
ESCAPED = late(r"\\{1,8}(?:u\{?([0-9A-Fa-f]{4})\}?|x([0-9A-Fa-f]{2})|([nrtbf])|([\"'`/]))")
"""Signs of strings in JSON and JavaScript, escaped once or several times over."""
QUOTES = {'"': "”", "'": "’", "`": "’", "/": "/"}
"""A mark inside a string does not end it."""
ENDS = late(r"[\"`{}\[\];\n]+")
"""Between strings."""
LEAST_STRING, LEAST_SPACES = 30, 4
"""Characters and spaces of a string that may hold a passage."""


def source_words(source: str) -> str:
    """Words of a page's source, a passage of a script or an attribute a line, without mark-up.

    >>> source_words('<p>one</p><script>{"a":"\\\\u003cp>it was \\\\"never\\\\" rung at night"}</script>')
    'one\\nit was ”never” rung at night'
    """
    unstyled, _ = taken_out(source[:MOST_SOURCE], STYLE)
    rest, scripts = taken_out(unstyled, SCRIPT)
    attributes = ("".join(found) for found in ATTRIBUTE.findall(rest))
    parts = [rest, *attributes, *(string for script in scripts for string in _strings(script))]
    words = "\n".join(_plain(part) for part in parts if part)
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(dict.fromkeys(line for line in lines if line))[:MOST_WORDS]


def taken_out(
    source: str, tags: tuple[re.Pattern[str], re.Pattern[str]], instead: str = "\n"
) -> tuple[str, list[str]]:
    """What stands outside all that begins and ends with such `tags`, and inside of each; linear, however many
    are not closed."""
    opening, closing = tags
    outside, inside, at = [], [], 0
    while (begin := opening.search(source, at)) and (end := closing.search(source, begin.end())):
        outside.append(source[at : begin.start()])
        inside.append(source[begin.end() : end.start()])
        at = end.end()
    return instead.join([*outside, source[at:]]), inside


def _strings(script: str) -> Iterator[str]:
    if "\\" in script:
        script = ESCAPED.sub(_sign, script)
    for string in ENDS.split(script):
        if len(string) >= LEAST_STRING and string.count(" ") >= LEAST_SPACES:
            yield string


def _sign(found: re.Match[str]) -> str:
    four, two, blank, mark = found.groups()
    if mark:
        return QUOTES[mark]
    code = 32 if blank else int(four or two, 16)
    if code == 34:
        return QUOTES['"']
    return " " if code < 32 or 0xD800 <= code <= 0xDFFF else chr(code)


def _plain(part: str) -> str:
    """Without mark-up, also where it was itself written as text."""
    part = TAG.sub(_end, part)
    if "&" in part:
        part = html.unescape(part)
        part = TAG.sub(_end, html.unescape(part))
    return part


def _end(tag: re.Match[str]) -> str:
    return "" if (tag[1] or "").lower() in INLINE else "\n"
