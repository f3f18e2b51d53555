"""Which page speaks for a quotation."""

from __future__ import annotations

import asyncio

from citecheck.audit.evidence import Evidence
from citecheck.audit.gather import Gathered
from citecheck.audit.quotes import compare_quotations
from citecheck.model import (
    Antecedent,
    Candidate,
    Citation,
    CitationKind,
    Extraction,
    Failure,
    FailureKind,
    Fetch,
    Link,
    LinkCheck,
    LinkStatus,
    Manuscript,
    Note,
    NoteKind,
    Parsed,
    Purpose,
    Quotation,
    QuotationKind,
    QuoteCheck,
    Repair,
    Seen,
    Span,
    Text,
    Verdict,
)
from tests.audit.world import WHEN, Quiet, World, page

LIVE = Fetch("https://a.example/p")
CAPTURE = Fetch("https://web.archive.org/web/20190401000000id_/https://a.example/p", Purpose.REPLAY)
WORDS = "the towns kept their walls"


def note(number: int, *, antecedent: str | None = None) -> Note:
    kind = CitationKind.SHORT_FORM if antecedent else CitationKind.WEB
    tie = Antecedent(antecedent, 0) if antecedent else None
    citation = Citation(kind, Span(0, 4), antecedent=tie)
    return Note(
        str(number),
        number,
        str(number),
        NoteKind.FOOTNOTE,
        (Span(0, 4),),
        "note",
        1,
        1,
        citations=(citation,),
    )


def check_of(
    pages: tuple[Fetch, ...],
    seen: dict[Fetch, Seen],
    notes: tuple[Note, ...],
    quoted: str = "1",
    beside: tuple[Fetch, ...] = (),
) -> QuoteCheck:
    """`beside`: pages of a second link of note 1."""
    link = Link(Repair(LIVE.url, (Candidate(LIVE.url, 1.0),)), (Span(0, 4),), 1, "1")
    links = (link, link) if beside else (link,)
    quotation = Quotation(WORDS, QuotationKind.PASSAGE, (Span(0, 4),), 1, int(quoted), quoted)
    extraction = Extraction(
        Manuscript("m.txt", "", "text/plain", "utf-8", Text("note")),
        Parsed(notes, (), (quotation,)),
        links,
        {"1": links},
    )
    status = LinkStatus.OK if pages else LinkStatus.GONE
    checks = tuple(
        LinkCheck(LIVE.url, status, "code", "404, twice.", pages=own) for own in (pages, beside)[: len(links)]
    )
    evidence = Evidence()
    for fetch, answer in seen.items():
        evidence.add(fetch, answer)
    gathered = Gathered(checks, evidence, {})
    (quote,) = asyncio.run(compare_quotations(extraction, gathered, World({}), Quiet()))
    return quote


def seen(text: str, fetch: Fetch, **more: object) -> Seen:
    return Seen(page(fetch.url, text, **more), Text(text))


def test_the_living_page_settles_it() -> None:
    answer = check_of((LIVE, CAPTURE), {LIVE: seen(WORDS, LIVE), CAPTURE: seen("", CAPTURE)}, (note(1),))
    assert answer.alignment.verdict is Verdict.VERBATIM
    assert answer.source is not None
    assert answer.source.where == "live"
    assert not answer.drifted


def test_what_only_the_archive_has_is_drifted() -> None:
    answer = check_of((LIVE, CAPTURE), {LIVE: seen("other", LIVE), CAPTURE: seen(WORDS, CAPTURE)}, (note(1),))
    assert answer.alignment.verdict is Verdict.VERBATIM
    assert answer.drifted
    assert answer.source is not None
    assert answer.source.where == "archive"
    assert answer.source.url == "https://web.archive.org/web/20190401000000/https://a.example/p"
    assert answer.source.datetime is not None
    assert answer.source.datetime.isoformat() == "2019-04-01T00:00:00+00:00"


def test_a_living_page_of_another_source_has_not_drifted() -> None:
    """Of a note's two sources one is gone and archived, the other lives and never had the words."""
    other = Fetch("https://b.example/q")
    pages = {CAPTURE: seen(WORDS, CAPTURE), other: seen("other", other)}
    answer = check_of((CAPTURE,), pages, (note(1),), beside=(other,))
    assert answer.alignment.verdict is Verdict.VERBATIM
    assert not answer.drifted


def test_a_page_cut_short_cannot_say_that_a_passage_is_missing() -> None:
    answer = check_of((LIVE,), {LIVE: seen("other", LIVE, truncated=True)}, (note(1),))
    assert answer.alignment.verdict is Verdict.NOT_CHECKABLE


def test_a_page_without_text_is_not_checkable() -> None:
    failed = Seen(Failure(LIVE.url, FailureKind.DNS, "", WHEN), unreadable="media type image/png")
    answer = check_of((LIVE,), {LIVE: failed}, (note(1),))
    assert answer.alignment.verdict is Verdict.NOT_CHECKABLE
    assert "image/png" in answer.alignment.reason


def test_no_page_gives_the_link_s_reason() -> None:
    answer = check_of((), {}, (note(1),))
    assert answer.alignment.verdict is Verdict.NOT_CHECKABLE
    assert "404" in answer.alignment.reason


def test_a_short_form_is_looked_up_at_its_antecedent() -> None:
    notes = (note(1), note(2, antecedent="1"))
    assert check_of((LIVE,), {LIVE: seen(WORDS, LIVE)}, notes, "2").alignment.verdict is Verdict.VERBATIM


def test_short_forms_that_point_at_each_other_end() -> None:
    notes = (note(2, antecedent="3"), note(3, antecedent="2"))
    assert check_of((LIVE,), {}, notes, "2").alignment.verdict is Verdict.NOT_CHECKABLE
