"""A manuscript read: text in this process, packed and drawn formats in one that can be killed."""

from __future__ import annotations

import asyncio
from pathlib import PurePath

from citecheck.audit import extract_from
from citecheck.cli.limits import MEMORY, PROCESSOR_SECONDS, bounded
from citecheck.errors import UnreadableInput
from citecheck.model import Extraction, Manuscript
from citecheck.read import is_plain, read_manuscript
from citecheck.worker import ManuscriptJob, Pool, Refused, Unreadable


def extraction_of(data: bytes, name: str) -> Extraction:
    """All that the manuscript `name` cites. Raises `UnreadableInput`; takes bounded time and memory."""
    short = PurePath(name).name
    if is_plain(data, short):
        with bounded(name):
            return extract_from(read_manuscript(data, short))
    manuscript = asyncio.run(_read(data, short))
    with bounded(name):
        return extract_from(manuscript)


async def _read(data: bytes, name: str) -> Manuscript:
    async with Pool(1, MEMORY, int(PROCESSOR_SECONDS)) as pool:
        answer = await pool.run(ManuscriptJob(data, name))
    match answer:
        case Refused():
            raise UnreadableInput(answer.message)
        case Unreadable():
            raise UnreadableInput(f"{name}: {answer.reason}; refused")
        case Manuscript():
            return answer
