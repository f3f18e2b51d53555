"""What one answer of the web amounts to, and what may be suspicious about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citecheck.model import LinkStatus


class Suspicion(StrEnum):
    """Why a sibling address is worth a question."""

    HOME = "home"
    """Redirected to the home page."""
    OFF_PATH = "off-path"
    """Redirected to a place that has nothing of the address asked for."""
    WORDS = "words"
    """Says something like "not found", but not plainly."""
    PLAIN_WORDS = "plain-words"
    """Title and heading say so, and nothing else on the page speaks for or against it."""
    THIN = "thin"
    """Next to nothing on it."""
    NAMELESS = "nameless"
    """Short, unsigned, nothing on it has to do with the address that was asked for, and words of "not there"
    occur."""
    FOREIGN = "foreign"
    """Short, and in a language whose words for "not found" are not known here."""
    PARKED = "parked"
    """Says of its own domain name that it is registered, and little else."""
    NAMED = "named"
    """Short, and speaks of a domain name."""
    GENERAL = "general"
    """Calls itself a home page or a search, at an address that promises something else."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one answer amounts to."""

    status: LinkStatus
    code: str
    reason: str
    again: bool = False
    """Bad news that must be seen twice."""
    suspicion: Suspicion | None = None

    @property
    def good(self) -> bool:
        return self.status is LinkStatus.OK


def suspect(suspicion: Suspicion) -> Look:
    """A page that answers, until a made-up address beside it settles the suspicion."""
    return Look(LinkStatus.OK, "ok", "The page answers and nothing speaks against it.", suspicion=suspicion)
