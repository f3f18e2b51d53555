"""A link and a quotation as the HTML report shows them: states in words, and everything they rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from citecheck.checks.url_repaired import STEP_WORDS
from citecheck.model import (
    ArchiveCheck,
    ArchiveState,
    Difference,
    Flag,
    Link,
    LinkCheck,
    LinkStatus,
    Quotation,
    QuoteCheck,
    Verdict,
)
from citecheck.reference import Part
from citecheck.report.marked import Piece, containing, marked, mended, varied
from citecheck.report.messages import Told, because, reason
from citecheck.report.safe import cut
from citecheck.report.summary import UNCOMPARED
from citecheck.report.words import Words

LONGEST = 2000
"""Characters of a quotation, a passage or a note that are shown, so that reports stay small."""

SURROUNDINGS = 32
"""Characters of a page on either side of what was found (contract 3); shorter ones are whole."""

GOOD, WARN, BAD, UNSURE = "good", "warn", "bad", "unsure"

STATUSES = {
    LinkStatus.OK: ("answers", GOOD),
    LinkStatus.MOVED: ("moved", WARN),
    LinkStatus.SOFT_404: ("not there (answers 200)", BAD),
    LinkStatus.PARKED: ("domain parked", BAD),
    LinkStatus.GONE: ("gone", BAD),
    LinkStatus.BLOCKED: ("blocked", UNSURE),
    LinkStatus.RESTRICTED: ("login or payment", UNSURE),
    LinkStatus.UNREACHABLE: ("out of reach", UNSURE),
    LinkStatus.INVALID: ("no address", BAD),
    LinkStatus.REFUSED: ("not allowed", UNSURE),
    LinkStatus.NOT_CHECKED: ("not asked", UNSURE),
}
VERDICTS = {
    Verdict.VERBATIM: ("word for word", GOOD),
    Verdict.NEAR: ("word for word but for slips", GOOD),
    Verdict.MODIFIED: ("some words differ", WARN),
    Verdict.PARTIAL: ("found in part", WARN),
    Verdict.ALTERED: ("number, negation or name differs", BAD),
    Verdict.NOT_FOUND: ("not found", WARN),
    Verdict.CONSISTENT: ("agrees, in another language", GOOD),
    Verdict.NUMBER_DIFFERS: ("number differs, in another language", BAD),
    Verdict.CHECK: ("to be looked at, in another language", WARN),
    Verdict.CANNOT_VERIFY: ("cannot be verified", UNSURE),
    Verdict.NOT_CHECKABLE: ("nothing to compare with", UNSURE),
}
FLAGS = {
    Flag.STOPS_EARLY: "the source goes on and limits it",
    Flag.ELSEWHERE: "found at another cited source",
    Flag.SECOND_HAND: "quoted second-hand",
    Flag.TRANSLATED: "translated by the author",
    Flag.REORDERED: "parts in another order",
    Flag.POSSIBLE_OCR: "perhaps a scanning slip",
}
SAID = ("ok", "moved")
"""Codes of an address whose reason says no more than its state and where it leads to."""
FOUND = "found"
"""Code of the reason that says no more than that there is a passage."""
ACROSS = (Verdict.CONSISTENT, Verdict.NUMBER_DIFFERS, Verdict.CHECK)
"""Verdicts between two languages, where words cannot be compared one by one."""

_ENCODED = re.compile("(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+")
"""Letters outside ASCII, percent-encoded."""
_WEB = re.compile(r"(?i)https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]+")


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in a word, and its tone, which the page shows by a sign and a colour."""

    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """An address, from print to what it leads to."""

    chip: Chip
    reason: Told | None
    raw: str
    url: str
    steps: tuple[str, ...]
    mended: tuple[Part, ...]
    """The address as printed, with what the steps take out of it and put in; empty where nothing changed."""
    readings: tuple[tuple[Part, ...], ...]
    hops: tuple[tuple[int, str], ...]
    final_url: str | None
    title: str | None
    archive: str
    archive_url: str | None
    archive_words: str | None
    """The copy's address without that of the page, which stands above it."""
    archive_date: str | None
    suggestion: str | None
    confirmed_by: str | None
    line: int
    above: bool = False
    """Whether the corrected reference shows what was mended."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation beside the passage found."""

    chip: Chip
    compared: bool
    """False where nothing can be said of it: then it is not called absent either."""
    quoted: tuple[Piece, ...]
    found: tuple[Piece, ...]
    prefix: str
    suffix: str
    language: str | None
    page_language: str | None
    source: str
    source_url: str | None
    open_at: str | None
    page: int | None
    differences: tuple[Difference, ...]
    flags: tuple[str, ...]
    reason: Told | None
    terms: tuple[tuple[str, str], ...]
    line: int
    start: int
    end: int
    within: bool = False
    """Whether the sentence around the note's marker shows it, so that it need not be repeated."""

    @property
    def exact(self) -> str:
        """Its words on one line."""
        return " ".join("".join(piece.text for piece in self.quoted).split())


def web_address(url: str | None) -> str | None:
    """`url` where it may become a link: http or https, and nothing in it that could break out of one."""
    return url if url is not None and _WEB.fullmatch(url) else None


def link_view(link: Link, check: LinkCheck, words: Words) -> LinkView:
    repair, archive = link.repair, check.archive
    chosen = next((one for one in repair.candidates if one.url == check.url), None)
    word, tone = STATUSES[check.status]
    return LinkView(
        chip=Chip(words(word), tone),
        reason=None if check.code in SAID else reason(check.code, check.reason, words, check.http_status),
        raw=repair.raw,
        url=check.url,
        steps=tuple(_step_words(step.step, words) for step in (chosen.steps if chosen else ())),
        mended=mended(repair.raw, check.url) if chosen and repair.raw != check.url else (),
        readings=tuple(varied(check.url, one.url) for one in repair.candidates if one.url != check.url),
        hops=tuple((hop.status, hop.location) for hop in check.hops),
        final_url=check.final_url if check.final_url != check.url else None,
        title=check.title,
        archive=_archive_words(archive, words),
        archive_url=archive.url,
        archive_words=_shortened(archive.url, check.url),
        archive_date=archive.datetime.date().isoformat() if archive.datetime else None,
        suggestion=check.suggestion.url if check.suggestion else None,
        confirmed_by=check.suggestion.confirmed_by if check.suggestion else None,
        line=link.line,
    )


def _step_words(step: str, words: Words) -> str:
    return words(STEP_WORDS[step]) if step in STEP_WORDS else step


def _shortened(copy: str | None, url: str) -> str | None:
    return copy.removesuffix(url) + "…" if copy and copy.endswith(url) else copy


def _archive_words(archive: ArchiveCheck, words: Words) -> str:
    """What the archive holds, empty where it was not asked."""
    match archive.state:
        case ArchiveState.ARCHIVED:
            days = archive.days_from_citation
            if days is None:
                return ""
            return words.count(
                abs(days), "{n} day from the date of the citation", "{n} days from the date of the citation"
            )
        case ArchiveState.ARCHIVED_NOT_OK:
            return words("only error pages are archived")
        case ArchiveState.NEVER_ARCHIVED:
            return words("never archived")
        case ArchiveState.EXCLUDED:
            return words("the archive may not show its copies")
        case ArchiveState.NO_ANSWER:
            return words("the archive was asked and did not answer")
        case ArchiveState.NOT_ASKED:
            return ""


def quote_view(quotation: Quotation, quote: QuoteCheck, words: Words) -> QuoteView:
    alignment, source = quote.alignment, quote.source
    quoted, found = _pieces(quotation, quote)
    word, tone = VERDICTS[alignment.verdict]
    fragment = alignment.text_fragment or ""
    url = source.url if source else None
    opened = (
        f"{url.partition('#')[0]}{legible(fragment)}" if url and fragment.startswith("#:~:text=") else url
    )
    telling = alignment.verdict in (*UNCOMPARED, *ACROSS) or bool(alignment.flags)
    return QuoteView(
        chip=Chip(words(word), tone),
        compared=alignment.verdict not in UNCOMPARED,
        quoted=quoted,
        found=found,
        prefix=_from_a_word(alignment.prefix),
        suffix=_to_a_word(alignment.suffix),
        language=alignment.quote_language or quotation.language,
        page_language=alignment.page_language,
        source=_source_words(quote, words),
        source_url=url,
        open_at=opened,
        page=alignment.page,
        differences=alignment.differences,
        flags=tuple(words(FLAGS[flag]) for flag in alignment.flags),
        reason=because(alignment.reason, words) if telling and alignment.reason.code != FOUND else None,
        terms=alignment.terms,
        line=quotation.line,
        start=quotation.start,
        end=quotation.end,
    )


def legible(fragment: str) -> str:
    """A text fragment with its letters as such, which browsers take too: a third as long in Cyrillic.

    >>> legible("#:~:text=%D0%BC%D0%B8%D1%80%20%2C-,%FF")
    '#:~:text=мир%20%2C-,%FF'
    """
    return _ENCODED.sub(_letters, fragment)


def _letters(encoded: re.Match[str]) -> str:
    text = unquote(encoded[0], errors="replace")
    return text if text.isalpha() else encoded[0]


def _from_a_word(prefix: str) -> str:
    """The prefix, which was cut by length, without the torn word at its beginning."""
    cut_off = len(prefix) >= SURROUNDINGS and " " in prefix.strip()
    return "… " + prefix.partition(" ")[2] if cut_off else prefix


def _to_a_word(suffix: str) -> str:
    """The suffix without the torn word at its end."""
    cut_off = len(suffix) >= SURROUNDINGS and " " in suffix.strip()
    return suffix.rpartition(" ")[0] + " …" if cut_off else suffix


def _pieces(quotation: Quotation, quote: QuoteCheck) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    alignment = quote.alignment
    exact, found = cut(quotation.exact, LONGEST), alignment.found
    if found is None:
        return (Piece(exact),), ()
    found = cut(found, LONGEST)
    if alignment.verdict in ACROSS:
        return (
            containing(exact, [one.quoted for one in alignment.differences]),
            containing(found, [one.found for one in alignment.differences]),
        )
    return marked(exact, found)


def _source_words(quote: QuoteCheck, words: Words) -> str:
    source = quote.source
    if source is None:
        return words("No page")
    if source.where == "archive":
        if source.datetime is None:
            return words("Archived copy")
        return words("Archived copy of {date}", date=source.datetime.date().isoformat())
    return words("File at hand") if source.where == "file" else words("Cited page")
