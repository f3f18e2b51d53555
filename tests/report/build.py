"""Builds an `Audit` from a few lines of JSON, so that a case says only what it is about.

Notes are written out into a manuscript text (a paragraph a note with its quotations and its marker, then the
list of notes), so that every span slices to its own words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from citecheck.accept import with_fingerprints
from citecheck.checks import judge
from citecheck.model import (
    Alignment,
    Antecedent,
    ArchiveCheck,
    ArchiveState,
    Audit,
    Candidate,
    Citation,
    CitationKind,
    Difference,
    DifferenceKind,
    Extraction,
    Flag,
    Hop,
    Lines,
    Link,
    LinkCheck,
    LinkStatus,
    Manuscript,
    Marker,
    Metadata,
    Mode,
    Note,
    NoteKind,
    Parsed,
    Problem,
    Quotation,
    QuotationKind,
    QuoteCheck,
    Reason,
    Repair,
    Run,
    Source,
    Span,
    Step,
    Suggestion,
    Text,
    Verdict,
)

Case = Mapping[str, Any]
NOW = "2026-11-23T10:00:00"
SOURCE = "https://source.example/page"


def audit_of(case: Case) -> Audit:
    """The audit that `case` describes, judged, with fingerprints."""
    builder = _Builder()
    for one in case.get("notes", ()):
        builder.note(one)
    for one in case.get("quotations", ()):
        builder.quotation(one, None, None)
    for one in case.get("outside", ()):
        builder.write("See ")
        builder.link(one, None)
        builder.write("\n\n")
    return builder.audit(case)


def time_of(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


class _Builder:
    def __init__(self) -> None:
        self.content = ""
        self.notes: list[Note] = []
        self.markers: list[Marker] = []
        self.quotations: list[Quotation] = []
        self.quotes: list[QuoteCheck] = []
        self.links: list[tuple[Link, LinkCheck]] = []

    def write(self, text: str) -> Span:
        start = len(self.content)
        self.content += text
        return Span(start, len(self.content))

    def line(self, offset: int) -> int:
        return Lines(self.content).at(offset)

    def note(self, one: Case) -> None:
        number = one.get("number", len(self.notes) + 1)
        identity = one.get("id", str(number))
        self.write(one.get("body", f"This is the statement that calls note {number}. "))
        for quote in one.get("quotes", ()):
            self.quotation(quote, number, identity)
        marker = self.write(str(number))
        self.markers.append(Marker(number, marker, self.line(marker.start), str(number), identity))
        self.write("\n\n")
        text = one.get("text") or "; ".join(link["raw"] for link in one.get("links", ())) or "A book."
        self.write(f"{number}. ")
        start, rest = len(self.content), text
        for link in one.get("links", ()):
            before, _, rest = rest.partition(link["raw"])
            self.write(before)
            self.link(link, identity)
        self.write(rest)
        span = Span(start, len(self.content))
        self.notes.append(
            Note(
                id=identity,
                number=number,
                label=one.get("label", str(number)),
                kind=NoteKind(one.get("kind", "footnote")),
                spans=(span,),
                text=" ".join(text.split()),
                line=self.line(span.start),
                end_line=self.line(span.end),
                page=one.get("page"),
                chapter=one.get("chapter"),
                truncated=one.get("truncated", False),
                continued=one.get("continued", False),
                citations=tuple(_citation(citation, text) for citation in one.get("citations", ())),
            )
        )
        self.write("\n\n")

    def link(self, one: Case, note_id: str | None) -> None:
        span = self.write(one["raw"])
        repair = _repair(one)
        place = self.line(span.start)
        key = one.get("key", repair.url or one["raw"])
        link = Link(repair, (span,), place, note_id, one.get("citation"), key)
        self.links.append((link, _link_check(one, repair)))

    def quotation(self, one: Case, number: int | None, note_id: str | None) -> None:
        self.write("“")
        span = self.write(one["exact"])
        self.write("” ")
        quotation = Quotation(
            exact=one["exact"],
            kind=QuotationKind(one.get("kind", "passage")),
            spans=(span,),
            line=self.line(span.start),
            note=number,
            note_id=note_id,
            language=one.get("language"),
        )
        self.quotations.append(quotation)
        if "verdict" in one:
            source = one.get("source", SOURCE)
            self.quotes.append(
                QuoteCheck(
                    quotation=len(self.quotations) - 1,
                    alignment=_alignment(one),
                    source=source and Source(source, one.get("where", "live"), time_of(one.get("datetime"))),
                    drifted=one.get("drifted", False),
                )
            )

    def audit(self, case: Case) -> Audit:
        text = Text(self.content)
        manuscript = Manuscript(
            name=case.get("name", "book.txt"),
            sha256=hashlib.sha256(self.content.encode("utf-8", "surrogatepass")).hexdigest(),
            media_type="text/plain",
            encoding="utf-8",
            text=text,
        )
        parsed = Parsed(
            notes=tuple(self.notes),
            markers=tuple(self.markers),
            quotations=tuple(self.quotations),
            problems=tuple(Problem(**{"line": 1, **one}) for one in case.get("problems", ())),
            language=case.get("language"),
        )
        links = tuple(link for link, _ in self.links)
        by_note: dict[str, tuple[Link, ...]] = {}
        for link in links:
            if link.note_id is not None:
                by_note[link.note_id] = (*by_note.get(link.note_id, ()), link)
        now = time_of(case.get("generated", NOW))
        assert now is not None
        audit = Audit(
            extraction=Extraction(manuscript, parsed, links, by_note),
            links=tuple(check for _, check in self.links),
            quotes=tuple(self.quotes),
            findings=(),
            run=Run(
                **{
                    "mode": Mode.REPLAY,
                    "complete": True,
                    "started": now,
                    "finished": now,
                    "requests": 3 * len(links),
                    "bytes": 40_000 * len(links),
                    "settings": {"archive": "wayback"},
                    **case.get("run", {}),
                }
            ),
            version="0.1.0",
            generated=now,
        )
        return _with_findings(audit)


def _with_findings(audit: Audit) -> Audit:
    return replace(audit, findings=with_fingerprints(judge(audit)))


def _citation(one: Case, text: str) -> Citation:
    words = one.get("words", text)
    start = text.index(words)
    rest = {key: value for key, value in one.items() if key not in ("kind", "words", "antecedent")}
    antecedent = one.get("antecedent")
    return Citation(
        kind=CitationKind(one.get("kind", "web")),
        span=Span(start, start + len(words)),
        antecedent=Antecedent(**antecedent) if antecedent else None,
        **rest,
    )


def _repair(one: Case) -> Repair:
    raw = one["raw"]
    if "candidates" in one:
        candidates = tuple(
            Candidate(c["url"], c.get("confidence", 0.9), _steps(raw, c["url"], c.get("steps", ())))
            for c in one["candidates"]
        )
    else:
        url = one.get("url", raw)
        candidates = () if url is None else (Candidate(url, 0.97, _steps(raw, url, one.get("steps", ()))),)
    return Repair(raw, candidates, tuple(one.get("problems", ())))


def _steps(raw: str, url: str, steps: Sequence[Any]) -> tuple[Step, ...]:
    if not steps:
        return () if raw == url else (Step("undouble", raw, url),)
    done, before = [], raw
    for name, after in steps:
        done.append(Step(name, before, after))
        before = after
    return tuple(done)


def _link_check(one: Case, repair: Repair) -> LinkCheck:
    status = LinkStatus(one.get("status", "ok"))
    archive = one.get("archive")
    suggestion = one.get("suggestion")
    return LinkCheck(
        url=one.get("chosen", repair.url or repair.raw),
        status=status,
        code=one.get("code", status.value),
        reason=one.get("reason", "answers" if status is LinkStatus.OK else f"seen as {status.value}"),
        http_status=one.get("http_status"),
        final_url=one.get("final_url"),
        hops=tuple(Hop(**hop) for hop in one.get("hops", ())),
        title=one.get("title"),
        checked=time_of(one.get("checked", NOW)),
        attempts=one.get("attempts", 1),
        archive=ArchiveCheck(
            state=ArchiveState(archive.get("state", "archived")),
            url=archive.get("url"),
            datetime=time_of(archive.get("datetime")),
            days_from_citation=archive.get("days"),
            reason=archive.get("reason"),
        )
        if archive
        else ArchiveCheck(),
        suggestion=Suggestion(**suggestion) if suggestion else None,
        truncated=one.get("truncated", False),
        tls_fault=one.get("tls_fault"),
        drifted=one.get("drifted"),
        metadata=Metadata(**one.get("metadata", {})),
        borne_out=frozenset(one.get("borne_out", ())),
    )


def _reason(one: str | Sequence[Any]) -> Reason:
    """A code with its facts (`["no-text", {"why": ["empty"]}]`); bare words stand behind `no text`."""
    if isinstance(one, str):
        return Reason("no-text", why=one)
    code, facts = one[0], one[1] if len(one) > 1 else {}
    return Reason(
        code, **{name: fact if isinstance(fact, str) else _reason(fact) for name, fact in facts.items()}
    )


def _alignment(one: Case) -> Alignment:
    verdict = Verdict(one["verdict"])
    found = one.get("found", one["exact"] if verdict.located else None)
    return Alignment(
        verdict=verdict,
        reason=_reason(one.get("reason", ["found"])),
        score=one.get("score", 0.9 if verdict.located else None),
        span=Span(100, 100 + len(found)) if found is not None else None,
        found=found,
        prefix=one.get("prefix", ""),
        suffix=one.get("suffix", ""),
        fragments=(Span(100, 100 + len(found)),) if found is not None else (),
        differences=tuple(
            Difference(DifferenceKind(kind), quoted, there)
            for kind, quoted, there in one.get("differences", ())
        ),
        flags=tuple(Flag(flag) for flag in one.get("flags", ())),
        quote_language=one.get("language"),
        page_language=one.get("page_language"),
        page=one.get("page"),
        last_page=one.get("last_page"),
        page_labels=tuple(one.get("page_labels", ())),
        page_count=one.get("page_count"),
        text_fragment=one.get("text_fragment"),
        terms=tuple((quoted, there) for quoted, there in one.get("terms", ())),
    )
