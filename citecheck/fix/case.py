"""An address with all that bears on its correction: its note, its answer, the mark-up that carries it."""

from __future__ import annotations

from dataclasses import dataclass

from citecheck.fix.certain import closed
from citecheck.model import Candidate, Link, LinkCheck, Mark, Note
from citecheck.reference import Edit as Correction


@dataclass(frozen=True, slots=True)
class Case:
    """An address with all that bears on it."""

    index: int
    link: Link
    note: Note | None
    check: LinkCheck | None
    mark: Mark | None
    corrections: tuple[Correction, ...] = ()

    @property
    def label(self) -> str | None:
        return self.note.label if self.note else None

    @property
    def candidate(self) -> Candidate | None:
        """The reading that counts: the one that evidence chose, else the first."""
        candidates = self.link.repair.candidates
        url = self.check.url if self.check else None
        return next((one for one in candidates if one.url == url), next(iter(candidates), None))


def names_a_definition(case: Case) -> bool:
    """Whether only a name is printed here (`[port][1]`), and the address in a definition of its own."""
    return case.mark is not None and case.mark.target not in (case.link.repair.raw, "")


def words_of_a_link(case: Case) -> bool:
    """Whether what is shown are words (or another address), and the mark-up leads where it wants."""
    return case.mark is not None and closed(case.mark.target) != closed(case.link.repair.raw)


def leads_well(case: Case) -> bool:
    """Whether words are shown, and the address behind them needs no repair."""
    return words_of_a_link(case) and case.mark is not None and case.mark.target == case.link.url
