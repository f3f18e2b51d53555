"""What is found in a manuscript: notes, markers, citations, quotations, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from citecheck.model.text import Manuscript, Span
from citecheck.model.travel import travels


class NoteKind(StrEnum):
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    REFERENCE = "reference"
    """Entry of a numbered or author–year list."""


class CitationKind(StrEnum):
    WEB = "web"
    PRINT = "print"
    SHORT_FORM = "short-form"
    OTHER = "other"


class QuotationKind(StrEnum):
    PASSAGE = "passage"
    NAME = "name"
    """Title or name in quotation marks; never looked up on a page."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The citation that a short form (*ibid.*, *op. cit.*, *Там же*) stands for."""

    note_id: str
    citation: int
    """Index among that note's citations."""
    warning: str | None = None
    """Why the tie is weak (a lost note stands between), else `None`."""
    lost: bool = False
    """What it really stands for may be lost, so that no source of the manuscript need be it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a source inside a note. A field is `None` where the note is silent."""

    kind: CitationKind
    span: Span
    """Stretch of the note's joined `text`, not of the manuscript."""
    author: str | None = None
    """As printed; several joined by `; `."""
    title: str | None = None
    year: int | None = None
    locator: str | None = None
    """Page, section or paragraph as printed, without its word: `159`, `12-14`."""
    accessed: str | None = None
    """Access date, ISO 8601; as printed where it is no date."""
    antecedent: Antecedent | None = None
    second_hand: bool = False
    """The note says so: *Цит. по*, *zit. n.*, *cited in*."""
    translated: bool = False
    """The note says that the translation is the author's own."""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note. `spans` are its parts in order, each slicing to its own text."""

    id: str
    """Unique: `57`, and `2:57` where numbering started anew for the second time on."""
    number: int
    """As shown; the running number where the label is a letter, a roman numeral or a sign."""
    label: str
    kind: NoteKind
    spans: tuple[Span, ...]
    text: str
    """Parts joined: line ends as single spaces, without the note's own number."""
    line: int
    end_line: int
    page: int | None = None
    chapter: int | None = None
    truncated: bool = False
    continued: bool = False
    citations: tuple[Citation, ...] = ()
    file: str = ""
    """Path and line of the bibliography that a source stands in (`refs.bib:12`), empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The call in the body that points to a note."""

    number: int
    span: Span
    line: int
    label: str = ""
    note_id: str | None = None
    """The note it points to, `None` where that note is lost."""
    locator: str | None = None
    """Page or section of the source that the call itself names, without its word."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage that the manuscript gives as somebody's words."""

    exact: str
    """Line breaks as single spaces, note markers inside taken out."""
    kind: QuotationKind
    spans: tuple[Span, ...]
    line: int
    note: int | None = None
    note_id: str | None = None
    language: str | None = None
    reason: str = ""
    """Why it was attributed to that note, or to none."""
    prefix: str = ""
    """Up to 32 characters before it."""
    suffix: str = ""
    block: bool = False
    """Set off as a block instead of in quotation marks."""
    links: tuple[int, ...] = ()
    """Indices of the manuscript's links beside it that may name its source, where it rests on no note."""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the manuscript itself, named by the check that reports it."""

    check: str
    message: str
    line: int
    note: int | None = None
    note_id: str | None = None
    context: str = ""
    """Words that make the problem's lasting fingerprint (the marker's sentence, …)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One named part of a repair; `before` and `after` hold the whole string."""

    step: str
    before: str
    after: str


SOUND_STEPS = frozenset({"cut-label", "cut-text", "trim-end", "expand-doi", "expand-id", "add-scheme"})
"""Steps that find the address in the sentence around it, or write out a usual short form: no damage."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a raw URL. Replaying `steps` over the raw string gives `url`."""

    url: str
    confidence: float
    """0 to 1; comparable among the candidates of one raw URL only."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """All readings of one raw URL string, best first."""

    raw: str
    candidates: tuple[Candidate, ...]
    problems: tuple[str, ...] = ()
    """`no-url`, `truncated`, `doubtful`, `scheme`, `has-secret`, …"""

    @property
    def url(self) -> str | None:
        """The first candidate's URL, `None` where the string holds none."""
        return self.candidates[0].url if self.candidates else None

    @property
    def changed(self) -> bool:
        return self.url is not None and self.url != self.raw

    @property
    def damaged(self) -> bool:
        """Whether the print was wrong: the first reading does more than find the address in its sentence."""
        return bool(self.candidates) and any(s.step not in SOUND_STEPS for s in self.candidates[0].steps)

    @property
    def confidence(self) -> float:
        return self.candidates[0].confidence if self.candidates else 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """An address at its place in the manuscript."""

    repair: Repair
    spans: tuple[Span, ...]
    line: int
    note_id: str | None = None
    """The note that holds it; `None` outside notes."""
    citation: int | None = None
    """Index of the citation it belongs to among its note's."""
    key: str = ""
    """Equal for equal addresses: the canonical form of the first candidate, or of the raw string."""
    target: str = ""
    """The address that a link's own mark-up carries; empty where it is printed alone."""

    @property
    def url(self) -> str | None:
        return self.repair.url

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Parsed:
    """What `parse` finds in a text."""

    notes: tuple[Note, ...] = ()
    markers: tuple[Marker, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()
    language: str | None = None
    """Language of the body, two-letter code."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A manuscript with all that was found in it, no question asked of any network."""

    manuscript: Manuscript
    parsed: Parsed
    links: tuple[Link, ...] = ()
    """In order of place: those of notes and those outside."""
    by_note: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Links of each note id, in order."""


travels(Antecedent, Citation, Marker, Note, Parsed, Problem, Quotation)
