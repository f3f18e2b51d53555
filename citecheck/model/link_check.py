"""What became of a link: its status, its archived copies, and what the planner works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from citecheck.model.capture import Fetch, Hop, Outcome
from citecheck.model.text import Metadata, Text
from citecheck.model.travel import travels


class LinkStatus(StrEnum):
    """Contract 3, table of statuses."""

    OK = "ok"
    MOVED = "moved"
    SOFT_404 = "soft-404"
    PARKED = "parked"
    GONE = "gone"
    BLOCKED = "blocked"
    RESTRICTED = "restricted"
    UNREACHABLE = "unreachable"
    INVALID = "invalid"
    REFUSED = "refused"
    NOT_CHECKED = "not-checked"

    @property
    def living(self) -> bool:
        """Whether the page was seen."""
        return self in (LinkStatus.OK, LinkStatus.MOVED)

    @property
    def dead(self) -> bool:
        """Whether the page was seen not to be there."""
        return self in (LinkStatus.GONE, LinkStatus.SOFT_404, LinkStatus.PARKED)


class ArchiveState(StrEnum):
    ARCHIVED = "archived"
    ARCHIVED_NOT_OK = "archived-not-ok"
    NEVER_ARCHIVED = "never-archived"
    EXCLUDED = "excluded"
    NO_ANSWER = "no-answer"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class ArchiveCheck:
    """What the archive holds of a link, nearest the citation's date."""

    state: ArchiveState = ArchiveState.NOT_ASKED
    url: str | None = None
    """Address of the capture for people (with banner), not the raw form that was fetched."""
    datetime: datetime | None = None
    days_from_citation: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another URL that evidence supports."""

    url: str
    evidence: str
    """`archive-prefix`, `candidate` or `moved`."""
    confirmed_by: str | None = None
    """`quotation`, `title` or `None`."""


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """The answer about one link."""

    url: str
    """The candidate that evidence chose, else the first."""
    status: LinkStatus
    code: str
    """Stable word for machines: `http-404`, `dns`, `soft-404-title`, …"""
    reason: str
    """A sentence for people, English."""
    http_status: int | None = None
    final_url: str | None = None
    hops: tuple[Hop, ...] = ()
    title: str | None = None
    checked: datetime | None = None
    attempts: int = 0
    archive: ArchiveCheck = ArchiveCheck()
    suggestion: Suggestion | None = None
    truncated: bool = False
    tls_fault: str | None = None
    drifted: str | None = None
    """How the living page differs from the capture nearest the citation, in words; `None` if not known to."""
    pages: tuple[Fetch, ...] = ()
    """Where a quotation may be looked for, best first: the living page, then captures."""
    metadata: Metadata = field(default_factory=Metadata)
    """What the page that was read (living, else captured) says about itself."""
    borne_out: frozenset[str] = frozenset()
    """`author`, `year`: what the page's words give as the note does, though its mark-up says otherwise."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the planner must know of a link; never changes while it works."""

    candidates: tuple[str, ...]
    """URLs in order of confidence; empty where the string holds no usable URL."""
    problems: tuple[str, ...] = ()
    """Of the repair: `truncated`, `no-url`, …"""
    printed_hosts: frozenset[str] = frozenset()
    """Hosts that some note prints. A candidate elsewhere is asked of the archive only (contract 3)."""
    wanted: date | None = None
    """Date for captures: access date, else the source's year, else the manuscript's."""
    quotations: tuple[str, ...] = ()
    """Passages that rest on this link."""
    title: str | None = None
    """Of the source, as the note gives it."""
    author: str | None = None
    """The same; several joined by `; `."""
    year: int | None = None
    archive: str = "wayback"
    """Name of the archive to ask, `none` for no archive."""
    drift: bool = False
    """Ask the archive for living pages too."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A question for the worker: is the quotation on the page that this fetch gave?"""

    quotation: str
    page: Fetch


@dataclass(frozen=True, slots=True)
class Seen:
    """Answer to a `Fetch`: what came back, and its text where it has one."""

    outcome: Outcome
    page: Text | None = None
    unreadable: str | None = None
    """Why there is no text: `media type image/png`, `parser stopped after 5 s`, …"""


Ask = Fetch | Compare
"""What the planner may ask next. A `Fetch` is answered by `Seen`, a `Compare` by `bool`."""


travels(Seen)
