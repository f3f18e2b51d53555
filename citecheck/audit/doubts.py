"""Whether a quotation that no page holds may stand in a source that nobody looked at.

A note often names several sources, and what was quoted stands in one of them. As long as one of them was not
read, that the others lack the words says nothing against the quotation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.model import Alignment, Fetch, Link, LinkCheck, Note, Reason, Verdict, phrase


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


def has_printed_source(note: Note | None, links: Sequence[Link]) -> bool:
    """Whether a note names a source without an address beside one that has one. Both must be named: a name
    and its address may stand apart."""
    if note is None:
        return False
    linked = {link.citation for link in links if link.note_id == note.id}
    named = [
        place in linked
        for place, one in enumerate(note.citations)
        if (one.author or one.title) and one.antecedent is None
    ]
    return any(named) and not all(named)
