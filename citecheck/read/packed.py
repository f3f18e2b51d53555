"""Members of a packed manuscript (DOCX, ODT, EPUB): unpacked in memory and counted, never written to disk.

What an archive says of itself is not believed: sizes are those of the bytes that really come out, and a
member that goes on is dropped as soon as it has passed its limit. XML is read without entities, network and
document types, which no office format needs.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from citecheck.errors import UnreadableInput
from citecheck.model import Reason

MEMBER = 64 * 2**20
"""Bytes of one member. The text of a book of 560 pages takes 2 MB as Word writes it."""
UNPACKED = 300 * 10**6
"""Bytes of all members together (contract 1)."""
MEMBERS = 5_000
CHUNK = 2**22
"""Bytes unpacked at a time; a bomb is noticed after so many more than its limit. In pieces of 64 KB the
text takes a quarter longer."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways of packing that OPC (ISO 29500-2), ODF and EPUB allow."""
_ENTRY = b"PK\x01\x02"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_IDENTIFIERS = (etree.ErrorTypes.DTD_XMLID_VALUE, etree.ErrorTypes.DTD_ID_REDEFINED)
_TROUBLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
    UnicodeError, ValueError, OverflowError, OSError,
)  # fmt: skip
"""What `zipfile` raises for damaged archives; none of them is a fault of ours here."""


class Packed:
    """An archive's members by name. Raises `UnreadableInput` where it is damaged, encrypted or too large.

    `name`: the manuscript's, for messages. Members are looked up without regard to case, as OPC says.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = UNPACKED
        # The directory is parsed as a whole: a look at how long it is comes first. An archive inside this
        # one has entries of its own, hence the factor.
        if data.count(_ENTRY) > 4 * MEMBERS:
            raise UnreadableInput(f"{name}: the archive holds more than {MEMBERS:,} members; refused")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except _TROUBLE:
            raise UnreadableInput(
                f"{name}: the archive is damaged; open it in the program it was made with and save it anew"
            ) from None
        if len(members) > MEMBERS:
            raise UnreadableInput(f"{name}: the archive holds more than {MEMBERS:,} members; refused")
        if sum(member.file_size for member in members) > UNPACKED:
            raise UnreadableInput(f"{name}: unpacked it takes more than {UNPACKED // 10**6} MB; refused")
        self._members = {_folded(member.filename): member for member in members}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members as the archive has them, in its order."""
        return tuple(member.filename for member in self._members.values())

    def __contains__(self, member: str) -> bool:
        return _folded(member) in self._members

    def read(self, member: str) -> bytes | None:
        """Bytes of a member, `None` where there is none of that name. Raises `UnreadableInput`."""
        info = self._members.get(_folded(member))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise UnreadableInput(f"{self.name}: it is protected by a password; save it without one")
        if info.compress_type not in METHODS:
            raise UnreadableInput(f"{self.name}: {_shown(member)} is packed in an unknown way")
        try:
            return self._unpacked(info)
        except _TROUBLE:
            raise UnreadableInput(
                f"{self.name}: {_shown(member)} is damaged; open the file in the program it was made with "
                "and save it anew"
            ) from None

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        limit = min(MEMBER, self._left)
        chunks: list[bytes] = []
        size = 0
        with self._zip.open(info) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > limit:
                    raise UnreadableInput(
                        f"{self.name}: {_shown(info.filename)} takes more than {limit // 10**6} MB; refused"
                    )
                chunks.append(chunk)
        self._left -= size
        return b"".join(chunks)


def parse_xml(data: bytes, name: str, member: str) -> etree._Element:
    """Root of an XML document, without comments and processing instructions.

    Elements are nested 256 deep at most and one text is 10 MB at most (limits of libxml2, which stay on).
    Raises `UnreadableInput`, naming the manuscript `name` and its `member`.
    """
    refusal = f"{name}: {_shown(member)} has a document type, which these files never need; refused"
    # Only the wide encodings have zeros, and one byte is found at once. From the end takes half the time.
    if any(data.rfind(doctype) >= 0 for doctype in (_DOCTYPES if b"\0" in data else _DOCTYPES[:1])):
        raise UnreadableInput(refusal)
    try:
        root = _parsed(data)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        said = " ".join(str(trouble).split())
        if "HUGE" in said:
            raise UnreadableInput(
                f"{name}: {_shown(member)} is nested too deeply or holds a text of more than 10 MB; refused"
            ) from None
        raise UnreadableInput(f"{name}: {_shown(member)} is damaged: {_shown(said)}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableInput(refusal)
    return root


def _parsed(data: bytes) -> etree._Element:
    parser = _parser()
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # An `xml:id` that is no name or stands twice: it is well-formed XML, and nothing here asks for it.
        if any(error.type not in _IDENTIFIERS for error in parser.error_log):
            raise
        return etree.fromstring(data, _parser(recover=True))


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, recover=recover,
    )  # fmt: skip


def part_damaged(trouble: UnreadableInput, name: str) -> Reason:
    """What `parse_xml` says of a member of `name` that the text can be read without."""
    return Reason("part-damaged", what=str(trouble).removeprefix(f"{name}: "))


def _folded(member: str) -> str:
    return member.replace("\\", "/").lstrip("/").lower()


def _shown(member: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in member)[:120]
