"""Where the address begins and where what is printed around it: labels, brackets, full stops, dates of
access."""

from __future__ import annotations

import re
from functools import cache

from citecheck.repair.identifiers import beginnings, first_words
from citecheck.tables import data_file, table

PARTED = r"(?:\s|[^\S\n\r]{0,40}(?:\r?\n|\r)(?:[^\S\n\r]{0,40}(?:\r?\n|\r))?[^\S\n\r]{0,40})?"
"""White space within a scheme: one sign, or the end of a line with what stands at the end and at the
beginning of lines, one of them empty at most."""
SPACED_SCHEME = "(?:" + PARTED.join("http") + f"(?:{PARTED}s)?|" + PARTED.join("ftp") + f"){PARTED}"
_SPACED_SCHEME = rf"{SPACED_SCHEME}[:;]\s{{0,40}}/\s{{0,40}}/|(?:https?|ftp):\s?/(?=[\w.])|https?//|hxxps?://"
_DOUBLED_SCHEME = r"(?:http|https|ftp):?/{0,2}(?=(?:https?|ftp)://)"
_BARE = re.compile(
    r"(?<![\w.@/-])(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}([^\W\d_]{2,24})(?=(?::\d{2,5})?(/[^\s/]|$|/$|/\s))"
)
_SCHEMES = ("http://", "https://", "ftp://")
_BEFORE_LABEL = re.compile(r"[\[(\s]*")
_LONGEST_START = 40
"""Characters of the first words of labels, at most."""
_ONE_LETTER = str.maketrans("İıſς", "iisσ")
_FURTHER_CASES = {"i": "İı", "k": "\u212a", "s": "ſ"}
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<", "»": "«", "”": "“", "’": "‘", "“": "„"}
_SIDES = "before", "after"
_STOPS = ".,;:!'\"…。，、；،؛؟۔׃"
_KEPT_STOP = re.compile(r"[_.+-](?:(?i:inc|jr|sr|ltd|co|corp|st|dr|mr|no|vol|etc)|(?<=_)[A-Z])\.$")
"""Titles that rightly end in a full stop (`/wiki/Sons_and_Co.`), as wikis have them."""

_WHOLE = re.compile(r"(?:/|\.(?:html?|php|aspx?|pdf|jsp|docx?)|[?#][^/]*)/\.$")
"""Ends that take no slash: the one before the full stop is printed between them."""


@cache
def _begin() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?P<scheme>{_DOUBLED_SCHEME}|{_SPACED_SCHEME})"
        r"|(?P<www>(?<![\w.@/-])www\d?\.\s?[^\W_])"
        r"|(?P<doi>(?<![\w.])doi:?\s{0,2}(?=10\.\d{4,9}/))"
        r"|(?P<number>(?<![\w./-])10\.\d{4,9}/(?=\S))"
        rf"|(?P<id>(?<![\w./:-])(?:{beginnings()}))"
    )


@cache
def _may_begin() -> re.Pattern[str]:
    """The first sign of whatever `_begin` finds, and of little else. A pattern that begins with a class, and
    minds no case, goes through a book ten times as fast."""
    ahead = [
        *(r"(?<=[hH])(?=\s*[tT]\s*[tT]|[xX])", r"(?<=[fF])(?=\s*[tT]\s*[pP])"),
        *("(?<=[wW])(?=[wW]{2})", r"(?<=1)(?=0\.)"),
    ]
    firsts, seconds = "hHfFwW1", r"\stTxXwW0"
    for word in ("doi", *first_words()):
        first, second, third = map(_either_case, word[:3])
        firsts += first
        seconds += second
        ahead.append(f"(?<=[{first}])(?=[{second}][{third}])")
    return re.compile(f"[{firsts}](?=[{seconds}])(?:{'|'.join(ahead)})")


def _either_case(letter: str) -> str:
    """All that `re.IGNORECASE` takes for a small letter."""
    return letter + letter.upper() + _FURTHER_CASES.get(letter, "")


def _begins(text: str, start: int) -> int | None:
    """Where the first scheme, `www.` or identifier begins from `start` on."""
    if text.startswith(_SCHEMES, start):
        return start
    for found in _may_begin().finditer(text, start):
        at = found.start()
        if text.startswith(_SCHEMES, at) or _begin().match(text, at):
            return at
    return None


@cache
def _labels() -> tuple[dict[str, list[str]], ...]:
    return tuple(table("citecheck.repair", "labels.toml").values())


@cache
def label_words() -> frozenset[str]:
    """First words of all that is printed around addresses, in all languages."""
    return frozenset(label.split()[0] for label in labels())


@cache
def labels() -> frozenset[str]:
    """What is printed around addresses, in all languages, in small letters."""
    return frozenset(label for row in _labels() for side in _SIDES for label in row[side])


@cache
def page_words() -> frozenset[str]:
    """Words before the number of a page, in all languages, in small letters."""
    return frozenset(word for row in _labels() for word in row["pages"])


@cache
def _starts() -> dict[str, tuple[tuple[str, str], ...]]:
    """Words with which the text goes on behind an address, in all languages, by their first sign, each behind
    its first word; the longer first. One pattern of them all takes longer to compile than most addresses to
    repair."""
    found: dict[str, list[tuple[str, str]]] = {}
    words = {word for row in _labels() for word in row["after"]}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        start = _flat(word.split()[0])
        found.setdefault(start[0], []).append((start, word))
    return {first: tuple(starts) for first, starts in found.items()}


@cache
def _label(words: str) -> re.Pattern[str]:
    spaced = re.escape(words).replace(r"\ ", r"\s+")
    return re.compile(rf"(?i)[\[(\s]*(?P<label>{spaced})(?![\w/=-])")


def _flat(text: str) -> str:
    """`text` in small letters, those alike that `re.IGNORECASE` takes for one."""
    if text.isascii():
        return text.lower()
    return text.translate(_ONE_LETTER).lower().translate(_ONE_LETTER)


def label_at(text: str, at: int) -> re.Match[str] | None:
    """Such words at an offset, behind brackets and spaces.

    >>> label_at("a (Accessed 5 May)", 2)["label"], label_at("a (accessible)", 2)
    ('Accessed', None)
    """
    before = _BEFORE_LABEL.match(text, at)
    start = before.end() if before else at
    near = _flat(text[start : start + _LONGEST_START])
    for first, words in _starts().get(near[:1], ()):
        match = _label(words).match(text, at) if near.startswith(first) else None
        if match:
            return match
    return None


@cache
def top_level_domains() -> frozenset[str]:
    """Top-level domains that make a host without a scheme believable."""
    return frozenset(data_file("citecheck.repair", "domains.txt").read_text("utf-8").split())


def find_begin(text: str, start: int = 0) -> int | None:
    """Offset at which the next address begins, `None` where there is none.

    >>> find_begin("Режим доступа: http://news.example/a"), find_begin("no address, e.g. and/or")
    (15, None)
    """
    at = _begins(text, start)
    bare = _bare(text, start, len(text) if at is None else at)
    return at if bare is None else bare


def _bare(text: str, start: int, before: int) -> int | None:
    """Where the first host without a scheme begins, from `start` on and before `before`.

    It ends at a slash or with the text and holds neither slash nor space: only before these it is looked for.
    """
    at, slash = start, text.find("/", start)
    while slash >= 0:
        at = max(at, text.rfind(" ", at, slash) + 1)
        if at >= before:
            return None
        found = _host_at(text, at, slash + 2)
        if found is not None and found < before:
            return found
        at, slash = slash + 1, text.find("/", slash + 1)
    at = max(at, text.rfind(" ", at) + 1)
    found = _host_at(text, at, len(text)) if at < before else None
    return found if found is not None and found < before else None


def _host_at(text: str, start: int, end: int) -> int | None:
    for match in _BARE.finditer(text, start, end):
        if match[1].lower() in top_level_domains():
            return match.start()
    return None


def cut_label(text: str) -> str:
    """What stands before the address taken off.

    >>> cut_label("URL: <https://news.example/a>")
    'https://news.example/a>'
    """
    begin = find_begin(text)
    if begin is None:
        return text
    token = begin
    while token > 0 and not text[token - 1].isspace() and text[token - 1] not in "<>()[]{}\"'«»“”„‘’:;,=":
        token -= 1
    glued = text[token:begin]
    if "." in glued or re.fullmatch(r"(?i)h|ht|htt|https?|f|ft|ftp|w|ww|www", glued):
        begin = token
    return text[begin:]


def trim_end(text: str) -> str:
    """Full stops, quotation marks and brackets that belong to the sentence taken off the end.

    A closing bracket stays where its opening one is part of the address.

    >>> trim_end("https://news.example/a/."), trim_end("https://wiki.example/a_(b)")
    ('https://news.example/a/', 'https://wiki.example/a_(b)')
    >>> trim_end("https://news.example/a)."), trim_end("https://wiki.example/wiki/Sons_Inc.")
    ('https://news.example/a', 'https://wiki.example/wiki/Sons_Inc.')
    """
    text = text.rstrip()
    if text.endswith("/.") and _WHOLE.search(text):
        text = text[:-2]
    while text:
        last = text[-1]
        if last in _CLOSERS:
            if last in ")]}" and text.count(_CLOSERS[last]) >= text.count(last):
                return text
        elif last not in _STOPS or (last == "." and _KEPT_STOP.search(text)) or text.endswith("#!"):
            return text
        text = text[:-1].rstrip()
    return text
