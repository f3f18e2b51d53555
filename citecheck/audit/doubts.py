"""Whether a quotation that no page holds may stand in a source that nobody looked at.

A note often names several sources, and what was quoted stands in one of them. As long as one of them was not
read, that the others lack the words says nothing against the quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citecheck.model import Alignment, CitationKind, Fetch, Link, LinkCheck, Note, Reason, Verdict, phrase


def no_page(check: LinkCheck) -> Reason:
    """That the page of a link could not be looked at, and why; `link` is the link's code."""
    return Reason("no-page", why=phrase(check.reason), link=check.code)


def unread_source(checks: Sequence[LinkCheck], told: Mapping[Fetch, Alignment]) -> Reason | None:
    """Why an address of the note could not be looked at whole, `None` where each was read.

    `told`: what each page says of the quotation.
    """
    for check in checks:
        seen = [told[page] for page in check.pages if page in told]
        if not any(one.verdict is Verdict.NOT_FOUND or one.verdict.located for one in seen):
            return Reason("other-address", why=seen[0].reason if seen else no_page(check))
    return None


def unread_behind(note: Note | None, links: Sequence[Link], notes: Mapping[str, Note]) -> Reason | None:
    """Why a source that the note names without an address may hold the words, `None` where it names none.

    Such a source stands in the note itself, or where its short forms point to; of a short form that points
    nowhere, or over a lost note, nobody knows. `links`: of all these notes. `notes`: by id.
    """
    if note is None:
        return None
    printed = _is_printed(note, range(len(note.citations)), links)
    linked = {link.citation for link in links if link.note_id == note.id}
    for place, citation in enumerate(note.citations):
        if citation.kind is not CitationKind.SHORT_FORM or place in linked:
            continue
        tie = citation.antecedent
        if tie is None or tie.lost:
            return Reason("short-form-guess")
        behind = notes.get(tie.note_id)
        if behind is not None:
            meant = range(len(behind.citations)) if tie.warning else (tie.citation,)
            printed = printed or _is_printed(behind, meant, links)
    return Reason("printed-beside") if printed else None


def _is_printed(note: Note, places: Iterable[int], links: Sequence[Link]) -> bool:
    """Whether one of the citations at `places` names a source and has no address, while another named one of
    the note has one: a name and its address may stand apart. A note without any address is printed whole."""
    linked = {link.citation for link in links if link.note_id == note.id}
    named = {
        place: place in linked
        for place, one in enumerate(note.citations)
        if (one.author or one.title) and one.antecedent is None
    }
    return any(named.get(place) is False for place in places) and (any(named.values()) or not linked)
