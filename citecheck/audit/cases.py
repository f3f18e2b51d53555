"""From an extraction to what the planner must know of each link."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from citecheck.hosts import forwarded_to, host_of
from citecheck.model import Case, Citation, Extraction, Link, Note, Quotation, QuotationKind, Step


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user decided about the investigation."""

    archive: str = "wayback"
    """Name of the archive to ask, or `none`."""
    drift: bool = False
    """Ask the archive for living pages too."""
    written: date | None = None
    """When the manuscript was written; else its newest year."""


MIDDLE_OF_YEAR = (7, 1)
"""A source of which only the year is known is looked for nearest the middle of that year."""


def build_cases(extraction: Extraction, policy: Policy) -> tuple[Case, ...]:
    """One case a link, in the links' order."""
    notes = {note.id: note for note in extraction.parsed.notes}
    fallback = policy.written or _newest_year(extraction.parsed.notes)
    resting, linked = quotations_by_note(extraction), _linked(extraction)
    hosts = printed_hosts(extraction.links)
    return tuple(
        Case(
            candidates=_in_order(link),
            problems=link.repair.problems,
            printed_hosts=hosts,
            wanted=_wanted(link, notes.get(link.note_id or ""), fallback),
            quotations=tuple(q.exact for q in (*resting.get(link.note_id or "", ()), *linked[index])),
            title=cited.title if cited else None,
            author=cited.author if cited else None,
            year=cited.year if cited else None,
            archive=policy.archive,
            drift=policy.drift,
        )
        for index, link in enumerate(extraction.links)
        for cited in (_citation(link, notes.get(link.note_id or "")),)
    )


def _in_order(link: Link) -> tuple[str, ...]:
    """Candidates in order of confidence; what a forwarding service leads to before the service."""
    urls = tuple(candidate.url for candidate in link.repair.candidates)
    inner = forwarded_to(urls[0]) if urls else None
    return (inner, *(url for url in urls if url != inner)) if inner in urls and inner else urls


def _linked(extraction: Extraction) -> dict[int, list[Quotation]]:
    """The passages whose sentence links to a source, by the index of the link."""
    found: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in extraction.parsed.quotations:
        for index in quotation.links:
            found[index].append(quotation)
    return found


def quotations_by_note(extraction: Extraction) -> dict[str, list[Quotation]]:
    """The passages that rest on each note's links; of a short form, on its antecedent's."""
    notes = {note.id: note for note in extraction.parsed.notes}
    found: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in extraction.parsed.quotations:
        if quotation.kind is QuotationKind.PASSAGE and quotation.note_id is not None:
            for note_id in source_notes(extraction, quotation.note_id, notes):
                found[note_id].append(quotation)
    return found


def source_notes(extraction: Extraction, note_id: str, notes: Mapping[str, Note]) -> list[str]:
    """The notes whose links stand for this one: itself, and what its short forms stand for; at least one.

    Of *ibid.* and kin the antecedent counts where they have no link of their own, whatever else the note
    cites (*See Hart, supra note 1; but see Orr, https://…*). `notes`: the extraction's by id.
    """
    found: list[str] = []
    walked = [note_id]
    for one in walked:
        links = extraction.by_note.get(one, ())
        if links:
            found.append(one)
        own = {link.citation for link in links}
        for place, citation in enumerate(notes[one].citations if one in notes else ()):
            other = citation.antecedent.note_id if citation.antecedent and place not in own else one
            if other not in walked:
                walked.append(other)
    return found or walked[1:2] or [note_id]


def printed_hosts(links: Iterable[Link]) -> frozenset[str]:
    """Hosts that stand in the manuscript as printed, white space and case aside.

    A candidate with a corrected letter may name a stranger's site; it is asked live only where some note
    prints that host (contract 3). What a link's mark-up says stands in the manuscript, too; a DOI printed
    without an address names its resolver all the same.
    """
    links = tuple(links)
    printed = {
        host_of(step.after)
        for link in links
        for step in _steps(link)
        if step.step in ("expand-doi", "expand-id")
    }
    for link in links:
        raw = unquote("".join(link.repair.raw.split())).lower()
        printed.add(host_of(link.target))
        printed.add(host_of(raw))  # one without a dot (`localhost`, a decimal number) is printed all the same
        printed.update(host_of(forwarded_to(one.url) or "") for one in link.repair.candidates[:1])
        for host in _HOST.findall(raw):
            labels = host.split(".")
            printed.update(".".join(labels[first:]) for first in range(len(labels) - 1))
    named = {
        host for link in links for candidate in link.repair.candidates if (host := host_of(candidate.url))
    }
    # A name in another script is printed in its own letters and asked for in Punycode.
    return frozenset(host for host in named if host in printed or "xn--" in host)


def _steps(link: Link) -> Iterable[Step]:
    return (step for candidate in link.repair.candidates for step in candidate.steps)


_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def _citation(link: Link, note: Note | None) -> Citation | None:
    if note is None or not note.citations:
        return None
    if link.citation is not None and link.citation < len(note.citations):
        return note.citations[link.citation]
    return note.citations[0] if len(note.citations) == 1 else None


def _wanted(link: Link, note: Note | None, fallback: date | None) -> date | None:
    """Date for captures: access date, else the source's year, else the manuscript's."""
    citation = _citation(link, note)
    if citation and citation.accessed:
        try:
            return date.fromisoformat(citation.accessed)
        except ValueError:
            pass  # printed as no date; the checks say so
    if citation and citation.year:
        return date(citation.year, *MIDDLE_OF_YEAR)
    return fallback


def _newest_year(notes: Iterable[Note]) -> date | None:
    years = [citation.year for note in notes for citation in note.citations if citation.year]
    return date(max(years), 12, 31) if years else None
