"""The manuscript's side of comparing quotations, gathered once.

A book has as many quotations as links; what each of them would look for in all notes, links and quotations
would grow with the square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from citecheck.model import Extraction, LinkCheck, Quotation

MOST_OTHERS = 64
"""Quotations handed along as a control group: more than the comparison across languages takes, and no more
work for a quotation of a large book than for one of a small one."""


class Book:
    """Notes by id, answers by note, and the other quotations in each language.

    `checks`: of the extraction's links, in their order. `quotations`: those that are compared.
    """

    def __init__(
        self, extraction: Extraction, checks: Sequence[LinkCheck], quotations: Sequence[Quotation]
    ) -> None:
        self.extraction = extraction
        self.notes = {note.id: note for note in extraction.parsed.notes}
        self.checks: dict[str | None, list[LinkCheck]] = defaultdict(list)
        for link, check in zip(extraction.links, checks, strict=True):
            self.checks[link.note_id].append(check)
        self.others = {
            language: tuple(islice(_in(language, quotations), MOST_OTHERS))
            for language in dict.fromkeys(quotation.language for quotation in quotations)
        }
        """The first of the quotations that are, or may be, in a language; each once."""


def _in(language: str | None, quotations: Sequence[Quotation]) -> Iterator[str]:
    fitting = (one.exact for one in quotations if language is None or one.language in (language, None))
    return iter(dict.fromkeys(fitting))
