"""Makes text from manuscripts and pages harmless where it is shown.

Control characters can drive a terminal, bidirectional marks can turn a sentence round, and zero-width
characters hide; all of them are shown by their number instead (design rule 6). Escaping for HTML, CSV or JSON
comes on top of this, in the format's own module.
"""

from __future__ import annotations

import json
import re

from citecheck.patterns import late

_UNSEEN = (
    r"\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # marks, bidi, zero width
    r"\ud800-\udfff"  # halves of a pair: no encoding can write them
    r"\U000e0000-\U000e007f"  # tag characters: invisible text
)
_CONTROL = late(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_UNSEEN}]")
_OUTSIDE_JSON = late(rf"[\x7f-\x9f{_UNSEEN}]")
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    r"""`text` with every character that could hide or act shown by its number; line ends and tabs stay.

    >>> visible("a\x1b]8;;http://evil.example\x07b")
    'a\\x1b]8;;http://evil.example\\x07b'
    >>> visible("abc\u202edef")
    'abc\\u202edef'
    """
    return _CONTROL.sub(_numbered, text)


def one_line(text: str) -> str:
    """`visible` text on one line, runs of spaces as one."""
    return visible(_SPACES.sub(" ", text).strip())


def no_command(line: str) -> str:
    """`line` of a log, so that GitHub's runner takes no part of it for a command; as wide as before.

    >>> no_command("  ::error::a ##[b]")
    '  : error::a # [b]'
    """
    bare = line.lstrip()
    if bare.startswith("::"):
        line = line[: len(line) - len(bare)] + ": " + bare[2:]
    return line.replace("##[", "# [")


def cut(text: str, length: int) -> str:
    """At most `length` characters, an ellipsis among them where something was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def dump(document: object, *, indent: int | None = None) -> str:
    r"""JSON text of `document`, letters as they are, characters that could hide or act as escapes of JSON.

    The value that a reader gets back is the same, a terminal shows it unharmed, and UTF-8 can always
    write it.

    >>> dump({"title": "Été\u202e"})
    '{"title": "Été\\u202e"}'
    """
    return harmless(json.dumps(document, ensure_ascii=False, indent=indent))


def harmless(text: str) -> str:
    """A piece of JSON text, cut between two values, with what could hide or act as escapes of JSON."""
    # GitHub's runner takes `##[` for a command wherever it stands in a log.
    return _OUTSIDE_JSON.sub(_escaped, text).replace("##[", "#\\u0023[")


def _numbered(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _escaped(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x10000:
        return f"\\u{number:04x}"
    high, low = divmod(number - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
