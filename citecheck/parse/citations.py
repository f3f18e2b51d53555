"""Citations inside notes: what kind of source, by whom, from when, where in it, and what short forms mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from citecheck.model import Citation, CitationKind, Described, Note, NoteKind, Problem, Span
from citecheck.parse import citation_words as words
from citecheck.parse.broken_words import whole_words
from citecheck.parse.citation_fields import blanked, year_of
from citecheck.parse.citation_imprint import title_of
from citecheck.parse.citation_locators import locator_of
from citecheck.parse.citation_names import author_of, lead_in, names_alone
from citecheck.parse.east_asian import described as described_in_signs
from citecheck.parse.emphasis import opened_alone, within_emphasis
from citecheck.parse.keys import Keys, described, keyed, parts_of
from citecheck.parse.linked_titles import linked_title
from citecheck.parse.markdown_links import as_read
from citecheck.parse.segments import is_short_form, segments_of
from citecheck.parse.shortforms import AGAIN, Resolver, same_author, same_place

LONGEST_HEAD = 60
"""Characters before *op. cit.* or *supra note*: author and short title. More is a full citation."""

_PAGE_OF_A_SITE = re.compile(r"\.(?:html?|php|pdf|aspx?)[/.]?\Z")
_PAGE_ALONE = re.compile(
    r"^[^\d,]{2,40}(?:,\s(\d{4})|,?\s(\d{1,4}(?:\s?[–—-]\s?\d{1,4})?))(?:\s\([^()\d]{2,40}\))?\.?\s*\Z"
)
"""A page alone after a short form (`Ibid 80`); past 1000 (`Ibid., 1156.`) it would be a year elsewhere."""
_CUT_ONLINE = re.compile(
    r"\[(?:ressource|resource|электронный|electronic|online|elektronisch)[^\]]*\Z", re.IGNORECASE
)
_PRINT = re.compile(
    r"//|[^\W\d_]\s?:\s?[^\W\d_][^,;:]{1,60},\s(?:1[4-9]|20)\d\d|\((?:[^()]{0,60}[\s,])?(?:1[4-9]|20)\d\d\)"
)


def find_citations(
    notes: Sequence[Note], *, lost: Sequence[int] = (), sources: Sequence[Described] = ()
) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """`notes` with their citations, and the short forms that point to nothing.

    `lost`: numbers that are called but whose notes are not there; a short form is tied over them with a
    warning only. `sources`: what a bibliography says of notes that are its entries.
    """
    present = {(note.chapter, note.number) for note in notes}
    chapters = {note.chapter for note in notes}
    resolver = Resolver(
        frozenset(
            (chapter, number) for chapter in chapters for number in lost if (chapter, number) not in present
        )
    )
    found: list[Note] = []
    problems: list[Problem] = []
    keys, known = Keys.of(notes), {source.label: source for source in sources}
    for note in notes:
        citations = resolver.add(note, _citations(note, resolver, keys, known))
        found.append(replace(note, citations=citations))
        problems += [_unresolved(note, citation) for citation in citations if _points_nowhere(citation)]
    return _with_kinds_of_fragments(found), tuple(problems)


def _citations(
    note: Note, resolver: Resolver, keys: Keys | None, sources: Mapping[str, Described]
) -> list[Citation]:
    if note.label in sources:
        whole = Span(0, len(note.text))
        return described(note, [_citation(note, whole, resolver)], sources)
    cited = parts_of(note.text, keys) if keys and note.kind is not NoteKind.REFERENCE else None
    if keys is None or cited is None:
        return [_citation(note, span, resolver) for span in segments_of(note.text)]
    return [keyed(note, span, hit, keys) if hit else _citation(note, span, resolver) for span, hit in cited]


def _citation(note: Note, span: Span, resolver: Resolver) -> Citation:
    printed, emphasised = opened_alone(as_read(whole_words(span.of(note.text))))
    fields = blanked(printed)
    second_hand = words.second_hand().search(fields.text)
    translated = words.translated().search(fields.text) is not None
    start = second_hand.end() if second_hand else 0
    body = fields.text[start:]
    head = body[lead_in(body) :]
    kind = _kind(printed[start:], body, head, fields.first_address is not None, resolver)
    if kind is CitationKind.SHORT_FORM:
        return _short_form(span, body, head, fields.accessed, second_hand is not None, translated)
    author, after = author_of(body, online=fields.first_address is not None)
    same = same_author(head)
    if same:
        author, after = None, lead_in(body) + same.end()
    first = None if fields.first_address is None else max(0, fields.first_address - start)
    east = described_in_signs(printed[start + lead_in(body) :])
    title = within_emphasis(title_of(printed[start:], after), emphasised)
    author, title = east or linked_title(span.of(note.text), author, title)
    year, locator, again = year_of(body, first), locator_of(body), None
    if kind in (CitationKind.PRINT, CitationKind.OTHER) and author:
        if title and year is None:
            again = resolver.repeated(author, title)
        elif not title and year is not None:
            again = resolver.dated(author, year)
    return Citation(
        CitationKind.SHORT_FORM if again else kind,
        span,
        author,
        title,
        year,
        locator,
        fields.accessed,
        antecedent=again,
        second_hand=second_hand is not None,
        translated=translated,
    )


def _short_form(
    span: Span, body: str, head: str, accessed: str | None, second_hand: bool, translated: bool
) -> Citation:
    page = _PAGE_ALONE.search(body)
    return Citation(
        CitationKind.SHORT_FORM,
        span,
        _author_of_short_form(head),
        None,
        None if page else year_of(body, None),
        locator_of(body) or (page.group(1) or page.group(2) if page else None),
        accessed,
        second_hand=second_hand,
        translated=translated,
    )


def _kind(printed: str, body: str, head: str, address: bool, resolver: Resolver) -> CitationKind:
    if _is_short(body, head, resolver):
        return CitationKind.SHORT_FORM
    if address or words.online().search(body) or _is_cut_address(printed) or _CUT_ONLINE.search(printed):
        return CitationKind.WEB
    if locator_of(body) is not None or year_of(body, None) is not None or _PRINT.search(body):
        return CitationKind.PRINT
    return CitationKind.OTHER


def _is_cut_address(printed: str) -> bool:
    """Whether only the end of an address is left: one word with a slash and a file's ending."""
    word = printed.strip()
    return "/" in word and len(word.split(None, 1)) == 1 and _PAGE_OF_A_SITE.search(word[-10:]) is not None


def _is_short(body: str, head: str, resolver: Resolver) -> bool:
    if same_place(head):
        return True
    if is_short_form(body):
        places = [
            match.start() for match in (words.opcit().search(head), words.supra().search(head)) if match
        ]
        return bool(places) and min(places) <= LONGEST_HEAD
    return resolver.names_before(head.strip()) and year_of(body, None) is None


def _author_of_short_form(head: str) -> str | None:
    """What stands before *op. cit.* or *supra*, up to a title in quotation marks or after a second comma."""
    places = [match.start() for match in (words.opcit().search(head), words.supra().search(head)) if match]
    if same_place(head):
        return None
    if not places:
        again = AGAIN.match(head.strip())
        return again.group(1) if again else None
    before = head[: min(places)].strip(" ,;:(，、：（・")
    author, _ = author_of(f"{before}, X")
    return names_alone(before) or author or (before if before and len(before.split()) <= 4 else None) or None


def _points_nowhere(citation: Citation) -> bool:
    return citation.kind is CitationKind.SHORT_FORM and citation.antecedent is None


def _unresolved(note: Note, citation: Citation) -> Problem:
    printed = citation.span.of(note.text)
    return Problem(
        "short-form-unresolved",
        f"note {note.label}: “{printed[:80]}” points to no source named before",
        note.line,
        note.number,
        note.id,
        context=printed,
    )


def _with_kinds_of_fragments(notes: Sequence[Note]) -> tuple[Note, ...]:
    """A note that breaks off before it says what it cites is taken for what its author's others are."""
    kinds: dict[str, Counter[CitationKind]] = {}
    for note in notes:
        for citation in note.citations:
            if citation.author and citation.kind in (CitationKind.WEB, CitationKind.PRINT):
                kinds.setdefault(citation.author, Counter())[citation.kind] += 1
    return tuple(
        replace(note, citations=tuple(_guessed(citation, kinds) for citation in note.citations))
        if note.truncated
        else note
        for note in notes
    )


def _guessed(citation: Citation, kinds: dict[str, Counter[CitationKind]]) -> Citation:
    if citation.kind is not CitationKind.OTHER or citation.author not in kinds:
        return citation
    return replace(citation, kind=kinds[citation.author].most_common(1)[0][0])
