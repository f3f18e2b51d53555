"""Sources at hand (`--sources`): what a file of a note says about a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.audit.ports import Readers, Shelf
from citecheck.model import Alignment, Fetch, Note, Quotation, Reason, Source, Text, Verdict


@dataclass(frozen=True, slots=True)
class Found:
    """What one page says about a quotation."""

    alignment: Alignment
    source: Source
    page: Fetch | None
    """`None` for a file at hand."""


class Desk:
    """The sources at hand, each read once."""

    def __init__(self, readers: Readers, shelf: Shelf | None) -> None:
        self.readers = readers
        self._shelf = shelf
        self._texts: dict[str, Text | str] = {}

    async def look_up(
        self,
        quotation: Quotation,
        note: Note | None,
        keys: Sequence[str],
        others: tuple[str, ...],
    ) -> list[Found]:
        """What each file of the note says about the quotation."""
        if self._shelf is None:
            return []
        found = []
        for file in self._shelf.files(note, quotation.note or 0, keys):
            if file.name not in self._texts:
                self._texts[file.name] = await self.readers.read(file.data, file.media_type, "")
            text = self._texts[file.name]
            answer: Alignment | str = text if isinstance(text, str) else ""
            if isinstance(text, Text):
                answer = await self.readers.compare(quotation.exact, text, quotation.language, others)
                if isinstance(answer, Alignment) and answer.verdict is Verdict.NOT_FOUND:
                    answer = _doubted(answer, text, note)
            if isinstance(answer, str):
                answer = Alignment(Verdict.NOT_CHECKABLE, Reason("file-unreadable", why=answer))
            found.append(Found(answer, Source(file.name, "file"), None))
        return found


def _doubted(answer: Alignment, text: Text, note: Note | None) -> Alignment:
    """`not-found` for a file that may be the source; nothing can be said of one that holds another work.

    Only a note that gives both an author and a title tells: the file has neither.
    """
    described = [one for one in note.citations if one.author and one.title] if note else []
    content = text.content.casefold()
    for citation in described:
        names = [word for word in _LONG_WORD.findall(citation.author or "") if word.casefold() in content]
        title = _LONG_WORD.findall(citation.title or "")
        if names or sum(word.casefold() in content for word in title) * 2 >= len(title):
            return answer
    if not described:
        return answer
    return Alignment(
        Verdict.CANNOT_VERIFY,
        Reason("file-other-work"),
        quote_language=answer.quote_language,
        page_language=answer.page_language,
    )


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
