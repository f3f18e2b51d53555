"""Quotations of the body, in quotation marks or set off as blocks, and the note each rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.model import Lines, Marker, MarkKind, Note, Quotation, QuotationKind, Text
from citecheck.parse.attribution import Attributor
from citecheck.parse.body import Paragraph, paragraphs_of
from citecheck.parse.counting import word_count
from citecheck.parse.language import language_of_quotation
from citecheck.parse.quotation_drafts import Draft
from citecheck.parse.quotation_marks import Pair, Pairs, Side, marks_of, pair
from citecheck.parse.said import broken_by_saying
from citecheck.parse.sentences import Sentences
from citecheck.parse.unpaired import Unpaired
from citecheck.parse.words import names
from citecheck.patterns import late

_CLAUSE = re.compile(r",\s(\w)")
NAME_WORDS = 3
"""A quotation of so many words is a name or a title as a rule."""
BROKEN_WORDS = 2
"""A single word before *said X* stays a name: no page can be asked for it."""
CLAUSE_WORDS = 6
"""Words from which on a comma within shows a sentence: in German a noun's capital says nothing of a title."""
TITLE_WORDS = 10
"""Longest title that is told by its capital letter in the middle of a sentence."""
LONGEST_JOINED = 20_000
"""Characters of a paragraph that is still joined to the next: quotations are shorter than that."""
HEAD = 20
"""Characters beside a mark that are enough to see what stands there."""
CONTEXT = 32
"""Characters of prefix and suffix (Web Annotation leaves the length open)."""

_LETTER = re.compile(r"[^\W\d_]")
_STRAIGHT_SINGLE = re.compile(r"'(?<![^\s(\[]')(?=[^\W\d_])")
_CLOSED_SINGLE, OWN_SINGLES = re.compile(r"(?<!\w)‘[^‘’\n]{12,400}[^\W\d_][.,;!?]?’(?!\w)"), 3
"""A passage in single marks, and how many show that they are a text's own."""
"""The mark is looked for before what stands before it, so that all other signs are passed over at once."""
_EMPHASIS = late(r"(?<![\w*])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])")
_LINK = late(r"\[([^\]\[]{1,500})\]\([^()\s]{1,2000}\)")
_DOUBLE = '"“”„«»'


def find_quotations(
    text: Text,
    notes: Sequence[Note],
    markers: Sequence[Marker],
    language: str | None,
    paragraphs: Sequence[Paragraph] | None = None,
) -> tuple[Quotation, ...]:
    """Every quotation in order of place.

    `language`: of the manuscript, for what is too short to tell; `paragraphs`: of its body, where known.
    """
    lines = Lines(text.content)
    known = {note.id for note in notes}
    singles = _quotes_with_singles(text.content)
    headings = {mark.spans[0].start for mark in text.marks if mark.kind is MarkKind.HEADING}
    if paragraphs is None:
        paragraphs = paragraphs_of(text, notes, markers)
    paragraphs = _whole(paragraphs, singles, headings)
    lone = "‘" if _marks_with_singles(text.content) else ""
    drafts = [_drafts(paragraph, singles, lone) for paragraph in paragraphs]
    markdown = any(mark.origin == "markdown" for mark in text.marks)
    attributor = Attributor(paragraphs, drafts)
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = drafts[number + 1] if number + 1 < len(drafts) else []
        for draft, (marker, reason) in attributor.attribute(number, drafts[number], following):
            found.append(_quotation(paragraph, draft, marker, reason, lines, known, language, markdown))
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def _quotes_with_singles(content: str) -> bool:
    """Whether straight single marks are this text's quotation marks: where it uses hardly any other."""
    return len(_STRAIGHT_SINGLE.findall(content)) > sum(map(content.count, _DOUBLE))


def _marks_with_singles(content: str) -> bool:
    """Whether single marks are the text's own: it closes several, and has fewer double ones. Elsewhere one
    that opens is a letter (`‘Umar`) or an apostrophe (`‘Twas`)."""
    closed = len(_CLOSED_SINGLE.findall(content))
    return closed >= OWN_SINGLES and closed > sum(map(content.count, _DOUBLE))


def _drafts(paragraph: Paragraph, singles: bool, lone: str) -> list[Draft]:
    """Quotations of a paragraph in its own offsets, kinds told. `lone`: the single mark that opens one though
    nothing closes it, where it is the text's own."""
    text = paragraph.text
    if paragraph.block:
        start, end = _trimmed(text, 0, len(text))
        return [Draft(start, end, start, end, QuotationKind.PASSAGE, block=True)] if end > start else []
    sentences = paragraph.sentences
    left_over = Unpaired(text, _left_over(paragraph, singles, lone), sentences, paragraph.calls)
    drafts = list(_named(text, left_over.repaired(runs_on=paragraph.runs_on), sentences))
    return _resumed(text, drafts, sentences)


def _whole(paragraphs: Sequence[Paragraph], singles: bool, headings: set[int]) -> list[Paragraph]:
    """Paragraphs with those joined between which a quotation stands open, and no note was called since.

    Where the next paragraph opens the quotation anew, as English books do, it is left as it is and told so.
    """
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        above = whole[-1] if whole else None
        if above is not None and _may_go_on(above, paragraph, headings) and _is_open(above, singles):
            head = marks_of(paragraph.text[:HEAD], singles=singles)
            below = _left_over(paragraph, singles)
            if head and head[0].start == 0 and head[0].side is Side.OPEN and not below.closed:
                above.runs_on = True
            elif below.closed and not any(
                found.opener.start < below.closed[0].start for found in below.pairs[:1]
            ):
                whole[-1] = above.joined(paragraph)
                continue
        whole.append(paragraph)
    return whole


def _may_go_on(above: Paragraph, paragraph: Paragraph, headings: set[int]) -> bool:
    if above.block or paragraph.block or len(above.text) > LONGEST_JOINED:
        return False
    return paragraph.pieces[0].span.start not in headings


def _is_open(paragraph: Paragraph, singles: bool) -> bool:
    """Whether a quotation is open at the end of a paragraph."""
    opened = _left_over(paragraph, singles).opened
    return bool(opened) and not (paragraph.calls and paragraph.calls[-1].at > opened[-1].start)


def _left_over(paragraph: Paragraph, singles: bool, lone: str = "") -> Pairs:
    calls = frozenset(call.at for call in paragraph.calls)
    return pair(paragraph.text, marks_of(paragraph.text, singles=singles, calls=calls), lone)


def _named(text: str, pairs: Sequence[Pair], sentences: Sentences) -> Iterator[Draft]:
    for found in pairs:
        start, end = _trimmed(text, found.opener.end, found.closer.start)
        # `<<you@mill.example>>` is an address, `<<open-file>>` a name of programs.
        typed = text.startswith("<<", found.opener.start) and " " not in text[start:end]
        if end > start and not typed and _LETTER.search(text, start, end):
            kind = _kind(text, found.opener.start, start, end, sentences)
            yield Draft(found.opener.start, found.closer.end, start, end, kind, resumes=found.resumes)


def _resumed(text: str, drafts: list[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, a short beginning that is broken by *said X* told a passage as what it goes on with is."""
    for place in range(len(drafts) - 2, -1, -1):
        first, second = drafts[place], drafts[place + 1]
        if first.kind is QuotationKind.PASSAGE or second.kind is not QuotationKind.PASSAGE:
            continue
        if word_count(text[first.inner_start : first.inner_end]) < BROKEN_WORDS:
            continue
        before = text[max(0, first.start - HEAD) : first.start].rstrip()[-1:]
        opens = sentences.start(sentences.at(first.start)) >= first.start or before == ":"
        if opens and text[second.inner_start].islower() and broken_by_saying(text, first, second):
            drafts[place] = first._replace(kind=QuotationKind.PASSAGE)
    return drafts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _kind(text: str, opening: int, start: int, end: int, sentences: Sentences) -> QuotationKind:
    """A name is short, or led in as a title, or begins with a capital in mid-sentence and does not end it."""
    inner = text[start:end]
    words = word_count(inner)
    closed = inner[-1] in ".!?…。！？"
    capital = inner[0].isupper() and not inner.isupper()
    before = text[max(0, opening - HEAD) : opening].rstrip()[-1:]
    heads = sentences.start(sentences.at(opening)) >= opening
    if words <= NAME_WORDS:
        sentence = closed and capital and (heads or before == ":")
        clauses = "," in inner[:-1] and not capital
        says = words == NAME_WORDS and (sentence or clauses)
        return QuotationKind.PASSAGE if says else QuotationKind.NAME
    if names(text[max(0, opening - HEAD) : opening]):
        return QuotationKind.NAME
    clause = words >= CLAUSE_WORDS and any(word[1].islower() for word in _CLAUSE.finditer(inner))
    inside = not heads and before.isalpha() and not clause
    if words <= TITLE_WORDS and inside and capital and not closed and not _ends_sentence(text, end):
        return QuotationKind.NAME
    return QuotationKind.PASSAGE


def _ends_sentence(text: str, end: int) -> bool:
    """Whether the text after a quotation is the end of the sentence: a title seldom stands there alone."""
    return text[end : end + 4].strip(' \t"»«”“’‘›‹')[:1] in (".", "!", "?", "…", "")


def _quotation(
    paragraph: Paragraph,
    draft: Draft,
    marker: Marker | None,
    reason: str,
    lines: Lines,
    known: set[str],
    language: str | None,
    markdown: bool,
) -> Quotation:
    text = paragraph.text
    exact = " ".join(text[draft.inner_start : draft.inner_end].split())
    if markdown:
        exact = _EMPHASIS.sub("", _LINK.sub(r"\1", exact))
    spans = paragraph.spans(draft.inner_start, draft.inner_end)
    return Quotation(
        exact=exact,
        kind=draft.kind,
        spans=spans,
        line=lines.at(spans[0].start),
        note=marker.number if marker else None,
        note_id=marker.note_id if marker and marker.note_id in known else None,
        language=language_of_quotation(exact, language),
        reason=reason,
        prefix=" ".join(text[max(0, draft.start - CONTEXT) : draft.start].split()),
        suffix=" ".join(text[draft.end : draft.end + CONTEXT].split()),
        block=draft.block,
    )
