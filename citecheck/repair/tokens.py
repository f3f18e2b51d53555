"""Where the words of an address stand whose letters may have been misread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from citecheck.patterns import late
from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.common import common_bits, is_mixed_name
from citecheck.repair.evidence import kind_of
from citecheck.repair.variants import LONGEST, SHORTEST
from citecheck.repair.words import JOIN

WORDS = 60
"""Tokens of an address that are looked at, at most."""
USUAL, USUAL_IN_HOST, NEVER = -18.0, -14.0, -99.0
"""Bits of a word that may begin with a capital I within a token, or within the name of a site, where no other
capital stands (in 520,986 addresses none does); of what is none."""
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_JOINT = re.compile(
    r"(?<=[a-z0-9])(?=[A-HJ-Z]|I[a-z]|I[A-Z](?![a-z]))|(?<=[a-z]I)(?=[A-Z][a-z]{2})|(?<=[A-Z])(?=[A-Z][a-z][a-z0-9]{3})"
)
"""Where a word may begin within a token: `dataTable`, `userId`, `RDMToolkit`."""
_CAMEL = late("[A-HJ-Z]|(?<![A-Za-z0-9])I")
"""What shows that a host's name is printed with capitals on purpose."""
_HEX = re.compile(r"(?=[a-f]*\d)[0-9a-f]{7,}")
"""The beginnings of hashes."""
_TORN_CAPITAL = late("[a-z]I[a-z]")
_ESCAPED_SIGN = late("[2-7][0-9A-Fa-f]")
NUMBER = re.compile(r"\d[\dOolIS]*\d")
"""A number, letters read for some of its digits."""
_CODE = re.compile(r"[A-Z]{2}|I{2}|\d{2}|\d.*\d.*\d")
"""Codes and abbreviations, which are no words."""
_NUMBERED = re.compile(r"(?:[A-Za-z]|(?<!\d)[015](?!\d))+|\d+")
"""Words and the numbers beside them: `anchor22`, `health78a`, `climate4you`. A lone digit that looks like a
letter may be one."""
STRANGERS = 2
"""Strange parts of a token beside a word of it that may be misread; beside more of them it is a code."""


def tokens(url: str) -> Iterator[tuple[int, int]]:
    """Where the words of an address stand, scheme and top-level domain left out; a domain that holds a digit
    or a lone capital is none (RFC 3696, 2) and is read as a word."""
    scheme, host = SCHEME.match(url), host_end(url)
    camel = _CAMEL.search(url, scheme.end() if scheme else 0, host) is not None
    for count, match in enumerate(_TOKEN.finditer(url, scheme.end() if scheme else 0)):
        if count >= WORDS:
            return
        if match.end() == host and match[0].isalpha() and not _TORN_CAPITAL.search(match[0]):
            continue
        if match[0] == "www" or len(match[0]) > LONGEST or "http" in match[0].lower():
            continue
        at, token = match.start(), match[0]
        if url[at - 1] == "%":
            if not _ESCAPED_SIGN.match(token):
                continue  # the rest of a letter that is escaped
            at, token = at + 2, token[2:]
        for start, end in _words(token, camel or at >= host):
            yield at + start, at + end


@lru_cache(maxsize=4096)
def _words(token: str, camel: bool) -> tuple[tuple[int, int], ...]:
    """Where the words of a token stand in it; `camel`: whether words begin with capitals there."""
    if _HEX.fullmatch(token):
        return ()
    parts = _parts(token, camel)
    strange = sum(map(_is_stranger, parts))
    found, at = [], 0
    for part in parts:
        if strange - _is_stranger(part) <= STRANGERS:
            found.append((at, at + len(part)))
        at += len(part)
    return tuple(found)


def _is_stranger(part: str) -> bool:
    return not part.isdigit() and common_bits(part.lower()) is None


@lru_cache(maxsize=256)
def doubtful(url: str) -> tuple[tuple[int, int], ...]:
    """Where the words and numbers of an address stand that may be misread, whatever its document says."""
    return tuple((start, end) for start, end in tokens(url) if _is_doubtful(url, start, end))


def _is_doubtful(url: str, start: int, end: int) -> bool:
    return _is_misread_number(url[start:end]) or is_doubtful_word(url, start, end)


@lru_cache(maxsize=4096)
def _is_misread_number(token: str) -> bool:
    return not token.isdigit() and NUMBER.fullmatch(token) is not None


def is_doubtful_word(url: str, start: int, end: int) -> bool:
    """Whether letters of a word may be misread: it is neither common nor a number, a code or a name."""
    token = url[start:end]
    # A parameter may have a number.
    return _is_strange(token) and not (token[-1].isdigit() and url[end : end + 1] == "=")


@lru_cache(maxsize=4096)
def _is_strange(token: str) -> bool:
    if not SHORTEST <= len(token) <= LONGEST or token.isdigit() or _CODE.search(token):
        return False
    plain, kind = token.lower(), kind_of(token)
    if kind == "digit":
        return not is_mixed_name(plain)
    return kind != "plain" or common_bits(plain) is None


def _parts(token: str, camel: bool) -> list[str]:
    """The words of a token. A capital I begins one only between usual words; else it may be misread."""
    parts = _JOINT.split(token)
    for index in range(len(parts) - 1, 0, -1):
        before, part = parts[index - 1], parts[index]
        if part[0] == "I" and part[1:2].islower() and before[-1].islower() and _is_torn(before, part, camel):
            parts[index - 1 : index + 1] = [before + part]
    if token.isalpha() or is_mixed_name(token.lower()):
        return parts
    return [piece for part in parts for piece in _NUMBERED.findall(part)]


def _is_torn(before: str, part: str, camel: bool) -> bool:
    """Whether a capital I is rather a misread letter of one word than the beginning of another.

    >>> _is_torn("sty", "Ies", True), _is_torn("user", "Id", True)
    (True, False)
    """
    apart = _usual(before), _usual(part)
    if min(apart) < (USUAL if camel else USUAL_IN_HOST):
        return True
    whole = common_bits((before + "l" + part[1:]).lower())
    return whole is not None and whole > sum(apart) + JOIN


def _usual(part: str) -> float:
    return (common_bits(part.lower()) or NEVER) if part.isalpha() and len(part) > 1 else NEVER
