"""A manuscript read: text in this process, packed and drawn formats in one that can be killed."""

from __future__ import annotations

from pathlib import PurePath

from citecheck.cli.in_two import in_two
from citecheck.cli.limits import MEMORY, PROCESSOR_SECONDS, bounded
from citecheck.cli.siblings import siblings_of
from citecheck.errors import UnreadableInput
from citecheck.extraction import extract_from
from citecheck.model import Extraction, Manuscript
from citecheck.read import is_plain, read_manuscript


def extraction_of(data: bytes, name: str, language: str | None = None) -> Extraction:
    """All that the manuscript `name` cites, in `language` where that is not to be detected.

    Raises `UnreadableInput`; takes bounded time and memory.
    """
    short = PurePath(name).name
    if is_plain(data, short):
        with bounded(name):
            return extract_from(read_manuscript(data, short, siblings_of(data, name)), language, in_two)
    manuscript = _read_apart(data, short)
    with bounded(name):
        return extract_from(manuscript, language, in_two)


def _read_apart(data: bytes, name: str) -> Manuscript:
    """Read in a worker; loaded here, since text needs none."""
    from citecheck.cli import loop
    from citecheck.worker import ManuscriptJob, Pool, Refused, Unreadable

    async def read() -> Manuscript | Refused | Unreadable:
        async with Pool(1, MEMORY, int(PROCESSOR_SECONDS)) as pool:
            return await pool.run(ManuscriptJob(data, name))

    answer = loop.run(read())
    match answer:
        case Refused():
            raise UnreadableInput(answer.message)
        case Unreadable():
            raise UnreadableInput(f"{name}: {answer.reason}; refused")
        case Manuscript():
            return answer
