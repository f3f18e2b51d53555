"""A revised manuscript with a baseline: only what is really new is reported, in every format that is revised.

Books are made by chance and revised by chance: notes put in, taken out, moved to another chapter (which
renumbers them all), lines wrapped anew, line ends converted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from citecheck.accept import Entry, apply, with_fingerprints
from citecheck.checks import judge
from citecheck.extraction import extract
from citecheck.model import (
    Alignment,
    Audit,
    Finding,
    LinkCheck,
    LinkStatus,
    Mode,
    QuotationKind,
    QuoteCheck,
    Reason,
    Run,
    Verdict,
)
from tests.accept.book import FORMS, Book, Passage, Section, with_section, without_section, written

NOW = datetime(2026, 1, 15, tzinfo=UTC)
WORDS = (
    "The council met on the first Monday and said that nothing could be done about the weir.",
    "Grain was carried over the pass in carts; “the road was never better than in those years”, he wrote.",
    "By then the museum had been closed for repairs, and its catalogue was lost.",
    "A second committee counted the boats and came to another number altogether.",
    "She answered: “We shall not go back to the old tariffs, whatever the cities may want.”",
    "Nobody remembers who paid for the bells of the lower church.",
    "What the surveyors drew was in part a guess, as one of them admitted later.",
    "The mill stood idle through the winter while the two owners went to law.",
    "“It is a fine harbour, and a useless one”, the engineer noted in his diary.",
)
TOWNS = ("Aldham", "Borley", "Clare", "Dunton", "Ely", "Fressing", "Groton", "Hadleigh", "Ickworth")
"""So that few sentences are alike: a line that pages begin with again and again is a running head."""
ADDRESSES = (
    "https://www.a.example/archive/2018/{n}/report-on-the-harbour.html",
    "http://http://www.b.example/list/{n}.b.example/list/{n}",
    "http://www.c.example/docs/page {n}/view",
    "www.d.example/{n}/long-path-with-words/",
    "http://e.example/{n}/article.php?id=7&token=s3cr3tvalue{n}",
    "https://f.example/{n}/a-very-long-",
)
WIDTHS = (58, 72, 96, 500)


@some.composite
def sections(draw: some.DrawFn, new: str = "") -> Section:
    """One to three passages, behind a lost note a sound one; their addresses say whether they are `new`."""
    made = []
    for _ in range(draw(some.integers(1, 3))):
        words = f"So it was told in {draw(some.sampled_from(TOWNS))}. {draw(some.sampled_from(WORDS))}"
        kind = draw(some.integers(0, 9))
        year = draw(some.integers(10, 99))
        number = draw(some.integers(1, 40))
        address = draw(some.sampled_from(ADDRESSES)).format(n=f"{new}{number}")
        if kind == 0 and not new:
            made.append(Passage(f"Little is known. {words}", None))
        if kind <= 2:
            made.append(Passage(words, f"{new} Keller, Anna. The Weir. London, 19{year}.".strip()))
        else:
            title = draw(some.sampled_from(("Report", "Letters of the Guild", "Our Harbour")))
            made.append(Passage(words, f"Smith, John. {title}. URL: {address} (accessed 2 May 2018)."))
    return tuple(made)


SOUND: tuple[Section, ...] = tuple(
    (Passage(words, f"Brown, Mary. Volume {number}. Leeds, 19{number}0."),)
    for number, words in enumerate(WORDS[:8], 1)
)
"""A first chapter that is never changed: where nearly every note is lost, nobody can tell what a call is."""
books = some.lists(some.lists(sections(), min_size=1, max_size=4).map(tuple), min_size=1, max_size=3).map(
    lambda chapters: (SOUND, *chapters)
)


def findings(name: str, content: bytes) -> tuple[Finding, ...]:
    """All that is found when every page is gone and no quotation is there."""
    extraction = extract(content, name)
    links = tuple(
        LinkCheck(link.repair.url or link.repair.raw, LinkStatus.GONE, "http-404", "404, twice")
        if link.repair.url
        else LinkCheck(link.repair.raw, LinkStatus.INVALID, "no-url", "no address")
        for link in extraction.links
    )
    quotes = tuple(
        QuoteCheck(index, Alignment(Verdict.NOT_FOUND, Reason("not-there")))
        for index, one in enumerate(extraction.parsed.quotations)
        if one.note is not None and one.kind is QuotationKind.PASSAGE
    )
    run = Run(Mode.LIVE, True, NOW, NOW)
    audit = Audit(extraction, links, quotes, (), run, "0", NOW)
    return with_fingerprints(judge(audit))


def opened(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> list[Finding]:
    """Findings of `after` that a baseline of `before` does not accept."""
    entries = [Entry(one.fingerprint, one.check, one.note, None, "known") for one in before]
    (marked,) = apply([after], entries, date(2026, 1, 15))
    return [one for one in marked if one.accepted is None and one.check != "baseline-stale"]


def told(found: list[Finding]) -> list[str]:
    return [f"{one.check} {one.note} {one.evidence.get('url') or one.subject}" for one in found]


quick = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("form", FORMS)
@quick
@given(book=books, widths=some.tuples(some.sampled_from(WIDTHS), some.sampled_from(WIDTHS)))
def test_rewrapped_and_with_other_line_ends_nothing_is_new(
    form: str, book: Book, widths: tuple[int, int]
) -> None:
    before = findings(*written(book, form, widths[0]))
    after = findings(*written(book, form, widths[1], newline="\r\n"))
    assert told(opened(before, after)) == []


@pytest.mark.parametrize("form", FORMS)
@quick
@given(data=some.data(), book=books)
def test_moved_to_another_chapter_nothing_is_new(form: str, data: some.DataObject, book: Book) -> None:
    source = data.draw(some.integers(1, len(book) - 1))
    rest, section = without_section(book, source, data.draw(some.integers(0, len(book[source]) - 1)))
    target = data.draw(some.integers(0, len(book) - 1))
    moved = with_section(rest, target, data.draw(some.integers(0, len(rest[target]))), section)
    width = data.draw(some.sampled_from(WIDTHS))
    before = findings(*written(book, form, 72))
    assert told(opened(before, findings(*written(moved, form, width)))) == []


@pytest.mark.parametrize("form", FORMS)
@quick
@given(data=some.data(), book=books)
def test_taken_out_nothing_is_new(form: str, data: some.DataObject, book: Book) -> None:
    chapter = data.draw(some.integers(1, len(book) - 1))
    rest, _ = without_section(book, chapter, data.draw(some.integers(0, len(book[chapter]) - 1)))
    before = findings(*written(book, form, 72))
    assert told(opened(before, findings(*written(rest, form, data.draw(some.sampled_from(WIDTHS)))))) == []


@pytest.mark.parametrize("form", FORMS)
@quick
@given(data=some.data(), book=books, section=sections(new="new"))
def test_put_in_only_that_is_new(form: str, data: some.DataObject, book: Book, section: Section) -> None:
    chapter = data.draw(some.integers(0, len(book) - 1))
    more = with_section(book, chapter, data.draw(some.integers(0, len(book[chapter]))), section)
    before = findings(*written(book, form, 72))
    after = findings(*written(more, form, data.draw(some.sampled_from(WIDTHS))))
    new = opened(before, after)
    # How many of each kind: of alike findings the last one counts as the new one.
    grown = [one for one in told(new) if not one.partition(" ")[0].startswith("quote-")]
    assert [one for one in grown if "new" not in one] == []
    assert len(new) == len({one.fingerprint for one in after} - {one.fingerprint for one in before})
