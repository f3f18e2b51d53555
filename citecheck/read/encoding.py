"""Bytes of a text to characters, by a ladder from certainty to likelihood.

A wrong guess damages every quotation, so each rung must hold before the next is tried: byte order mark,
declared encoding, strict UTF-8, UTF-16 without a mark, UTF-8 with a few faults, one-byte encodings. Among the
last a statistical detector chooses, but only within the family (Latin or not) that the bytes themselves show:
on short texts detectors take French for Turkish or Cyrillic for Greek.
"""

from __future__ import annotations

import codecs
import re

from citecheck.errors import UnreadableInput
from citecheck.patterns import late

MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
"""Byte order marks, the longer before their own beginnings; codec; name shown."""
SAMPLE = 200_000
"""Bytes that the detector and the counts look at; more does not change their answer."""
CONTROL_SHARE = 0.03
"""Of control characters in a text. Compressed data has 10 %; damaged texts stay under 1 %."""
FEW_CONTROLS = 8
"""So many control characters never make a file binary unless it is nearly nothing else."""
WIDE_SHARE = 0.9
"""Of characters of living alphabets in true UTF-16; the wrong byte order gives under 0.4."""
FAULT_SHARE = 0.02
"""Of undecodable sequences among the multi-byte ones of UTF-8 with faults."""
CYRILLIC_SHARE = 0.5
"""Of high bytes among letters: Latin scripts stay under 0.2, others are over 0.8."""

_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_WIDE = late("[\t\n\r\f -~\u00a0-\u052f\u0590-\u06ff\u2010-\u203a\u20ac\u2116]+")
_NON_LATIN = {"cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic", "cp1253", "iso8859-7"}
_LATIN = {"cp1250", "iso8859-2", "cp1252", "iso8859-1", "iso8859-15", "cp1257", "cp1254", "mac-roman"}
_SHOWN = {"iso8859-1": "latin-1"}
_SHIFT_JIS_AND_KIN = {"big5", "gb18030", "gb2312", "gbk", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949"}


def decode(data: bytes, declared: str | None = None, name: str = "input") -> tuple[str, str]:
    """Characters of `data` and the name of their encoding; a byte order mark is taken off, nothing else.

    `declared` is what a header or the document itself says. Raises `UnreadableInput` (its line begins with
    `name`) where the data is no text.
    """
    for mark, codec, shown in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), shown
    if declared and (text := _strictly(data, declared)) is not None:
        return text, codecs.lookup(declared).name
    wide = _wide(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        raise UnreadableInput(f"{name}: this is not a text file (binary data)")
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= FAULT_SHARE * len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]", data)):
        return text, "utf-8"
    codec = _one_byte(data)
    return data.decode(codec, "replace"), _SHOWN.get(codec, codec)


def decoded_or_empty(data: bytes, declared: str | None = None) -> str:
    """Characters of a file that goes with a manuscript; one that is no text counts as empty."""
    try:
        return decode(data, declared)[0]
    except UnreadableInput:
        return ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):
        return None


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte order mark: half of the bytes of its spaces and line ends are zero."""
    sample = data[: SAMPLE - SAMPLE % 2]
    if len(data) % 2 or sample.count(0) * 20 < len(sample) or not sample:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample.decode(codec, "replace")
        if sum(map(len, _WIDE.findall(text))) >= WIDE_SHARE * len(text) and re.search("[ \n]", text):
            return data.decode(codec, "replace"), "utf-16"
    return None


def _is_binary(data: bytes) -> bool:
    """Stray control characters do not make a text binary; their number does."""
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 0.3 * len(sample):
        return True
    return controls > FEW_CONTROLS and controls > CONTROL_SHARE * len(sample)


def _one_byte(data: bytes) -> str:
    sample = data[:SAMPLE]
    high = sum(map(len, re.findall(rb"[\x80-\xff]+", sample)))
    letters = high + sum(map(len, re.findall(rb"[A-Za-z]+", sample)))
    detected = _detected(sample)
    if high > CYRILLIC_SHARE * letters:
        return detected if detected in _NON_LATIN | _SHIFT_JIS_AND_KIN else "cp1251"
    if detected in _LATIN:
        # Bytes 0x80 to 0x9F are control characters in ISO 8859 and quotation marks in the Windows sets.
        windows = {"iso8859-1": "cp1252", "iso8859-2": "cp1250"}.get(detected)
        return windows if windows and re.search(rb"[\x80-\x9f]", sample) else detected
    if detected in _NON_LATIN and _runs(sample):
        return detected
    return "cp1252" if re.search(rb"[\x80-\x9f]", sample) else "iso8859-1"


def _runs(sample: bytes) -> bool:
    """Whether whole words are made of high bytes: a Cyrillic phrase in a Latin text."""
    return re.search(rb"[\xa8\xb8\xc0-\xff]{5}", sample) is not None


def _detected(sample: bytes) -> str | None:
    """The detector's answer as a codec of Python, `None` where it has none."""
    import cchardet  # a compiled library, needed for a few files only

    name = cchardet.detect(sample)["encoding"]
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None
