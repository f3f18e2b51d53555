"""A note's reference corrected in the note's own style: the same words, only what is certain put right.

Reports show it with its changes marked, and a corrected copy of a manuscript can be made from the same edits.
Pure: from the note and the answers about its addresses alone. Nothing uncertain is changed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from citecheck.model import ArchiveState, Link, LinkCheck, LinkStatus, Note
from citecheck.redaction import has_secret

CERTAIN = 0.9
"""Confidence from which on a repair is put in where its page answers; below it, evidence must have chosen."""
FALLBACK = "chicago"
"""Style of a note that says nothing and whose language has no row."""
BRACKETS = {"(": ")", "[": "]"}
LONGEST_ACCESS = 80
"""Characters after an address in which its date of access is looked for."""
CYRILLIC = ("ru", "uk", "be", "bg", "sr")
LONGEST_SAMPLE = 20_000
"""Characters of notes from which the alphabet of a manuscript is told."""
STOPS = ".,;:"
"""What a sentence puts behind an address."""
_ADDRESS = re.compile(r"(?i)://|www\.|^ht|^\S+\.\S+/|\bdoi\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d\d?[./]\d\d?[./]\d\d(?!\d)")
_DATE = re.compile(rf"(?:{_YEAR.pattern})(?:[./-]\d\d?){{0,2}}(?!\d)")
"""The same with month and day behind it."""
_REDACTED = "REDACTED-"
_WEB = re.compile(r"https?://[^\s<>\"]+")
_BEGIN = re.compile(r"(?i)\bhttps?://|\bwww\.")
_UNREAD = re.compile(r"\S*(?:://|www\.)\S*|\b(?:url|doi|issn|isbn)\b")
"""What is in Latin letters in every language."""
_SENTENCE_END = re.compile(r"(?<!\d)\.(?=\s|$)|(?<=\d{4})\.(?=\s|$)|;")
"""A full stop that is not that of a day (`15. Oktober`), or a semicolon."""


class Change(StrEnum):
    """What an edit puts right."""

    REPAIRED = "repaired"
    MOVED = "moved"
    ARCHIVE = "archive"
    ACCESSED = "accessed"


@dataclass(frozen=True, slots=True)
class Edit:
    """`start` to `end` of the note's text is replaced by `text`; an addition has `start == end`."""

    start: int
    end: int
    text: str
    change: Change
    link: int
    """Index among the note's addresses."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the reference: kept (`same`), taken `out` or put `in`."""

    text: str
    kind: str = "same"


@dataclass(frozen=True, slots=True)
class Reference:
    """The corrected reference. `edits` are in order of place and do not overlap."""

    before: str
    after: str
    edits: tuple[Edit, ...]
    style: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """The reference with its changes shown; without `out` it is `after`, without `in` it is `before`."""
        parts, done = [], 0
        for edit in self.edits:
            parts += [
                Part(self.before[done : edit.start]),
                Part(self.before[edit.start : edit.end], "out"),
                Part(edit.text, "in"),
            ]
            done = edit.end
        parts.append(Part(self.before[done:]))
        return tuple(part for part in parts if part.text)


def corrected(
    note: Note, answers: Sequence[tuple[Link, LinkCheck]], usual: str, today: date
) -> Reference | None:
    """The note's reference put right, `None` where nothing certain is to be changed.

    `answers`: the note's addresses in order, each with its answer. `usual`: style of the manuscript
    (`usual_style`), for notes whose own words tell none. `today`: the run's date, for a date of access that
    is added.
    """
    style = _style(note.text, usual)
    edits = tuple(_edits(note, answers, _styles()[style], today))
    if not edits:
        return None
    after, done = [], 0
    for edit in edits:
        after += [note.text[done : edit.start], edit.text]
        done = edit.end
    return Reference(note.text, "".join(after) + note.text[done:], edits, style)


def style_of(text: str, language: str | None) -> str:
    """Name of the style that the note's own words speak for, the most words first; else its language's.

    >>> style_of("Вестник. URL: https://a.example (дата обращения: 01.02.2018)", "fr")
    'gost'
    """
    rows = _styles()
    own = next((name for name, row in rows.items() if row["language"] == language), None)
    found = voted(text, own)
    if found:
        return found
    cyrillic = "ru" if _in_cyrillic(text) and language not in CYRILLIC else language
    return next((name for name, row in rows.items() if row["language"] == cyrillic), FALLBACK)


def _in_cyrillic(text: str) -> bool:
    """Whether most words are: one name in a note, or one note in a book, makes neither of them Russian.

    >>> _in_cyrillic("Вестник № 5. URL: https://a.example/b"), _in_cyrillic("Paris : Le Monde (Мир), 2018")
    (True, False)
    """
    letters = [letter for letter in _UNREAD.sub("", text.casefold()) if letter.isalpha()]
    return sum("а" <= letter <= "я" for letter in letters) * 2 > len(letters)


def _style(text: str, usual: str) -> str:
    """The style of a note: what its own words speak for, else its alphabet, else the manuscript's."""
    written = str(_styles()[usual]["language"])
    foreign = written not in CYRILLIC and _in_cyrillic(text)
    return voted(text, usual) or (style_of(text, None) if foreign else usual)


def usual_style(notes: Iterable[Note], language: str | None) -> str:
    """Name of the style that most notes speak for; where none does, that of the manuscript's language."""
    texts = [note.text for note in notes]
    own = style_of(" ".join(texts)[:LONGEST_SAMPLE], language)
    votes = Counter(filter(None, (voted(text, own) for text in texts)))
    return votes.most_common(1)[0][0] if votes else own


def voted(text: str, among_equals: str | None) -> str | None:
    """Name of the style that most words of `text` belong to, `None` where none does."""
    folded, rows = text.casefold(), _styles()
    votes = {name: sum(word in folded for word in row["words"]) for name, row in rows.items()}
    best = max(rows, key=lambda name: (votes[name], name == among_equals))
    return best if votes[best] else None


def _edits(
    note: Note, answers: Sequence[tuple[Link, LinkCheck]], style: Mapping[str, Any], today: date
) -> Iterator[Edit]:
    text, done = note.text, 0
    for index, (link, check) in enumerate(answers):
        printed = without_stop(" ".join(link.repair.raw.split()), link.repair.url or check.url)
        start = text.find(printed, done) if printed else -1
        if start < 0:
            continue  # the address stands in the mark-up only
        end = done = start + len(printed)
        if _hidden(printed, check):
            continue
        target, change = _target(printed, link, check)
        if not _ADDRESS.search(printed):
            target = printed  # the words of a link, whose address stands in the mark-up
        if target != printed:
            yield Edit(start, end, target, change, index)
        accessed = _end_of_access(text, end, style, note)
        if target != printed and check.status.living and accessed == end and not _says_when(note, style):
            yield Edit(end, end, _filled(style, "access", today), Change.ACCESSED, index)
        copy = check.archive
        if check.status.dead and copy.state is ArchiveState.ARCHIVED and copy.url and copy.url not in text:
            when = copy.datetime.date() if copy.datetime else today
            yield Edit(accessed, accessed, _filled(style, "archive", when, copy.url), Change.ARCHIVE, index)
            done = accessed


def without_stop(raw: str, url: str) -> str:
    """The printed address less the punctuation of its sentence, which was read with it but is not in `url`.

    >>> without_stop("http://a.example/x.", "http://a.example/x")
    'http://a.example/x'
    """
    return raw if url[-1:] in STOPS else raw.rstrip(STOPS)


def _hidden(printed: str, check: LinkCheck) -> bool:
    """Whether a password or token is in it: such an address is not to be copied on."""
    told = (printed, check.url, check.final_url or "", check.archive.url or "")
    return any(_REDACTED in url or has_secret(url) for url in told)


def _target(printed: str, link: Link, check: LinkCheck) -> tuple[str, Change]:
    """The address to cite, `printed` itself where nothing is certain."""
    repair, suggestion = link.repair, check.suggestion
    if suggestion is not None and suggestion.confirmed_by is not None and _WEB.fullmatch(suggestion.url):
        return suggestion.url, Change.MOVED if suggestion.evidence == "moved" else Change.REPAIRED
    if "truncated" in repair.problems or check.drifted:
        return printed, Change.REPAIRED
    if check.status is LinkStatus.MOVED and check.final_url and _WEB.fullmatch(check.final_url):
        return check.final_url, Change.MOVED
    chosen = check.url != repair.url
    sure = repair.confidence >= CERTAIN and "doubtful" not in repair.problems
    seen = check.status is LinkStatus.OK or (
        check.status.dead and check.archive.state is ArchiveState.ARCHIVED
    )
    if seen and (chosen or sure) and _WEB.fullmatch(check.url):
        return check.url, Change.REPAIRED
    return printed, Change.REPAIRED


def _says_when(note: Note, style: Mapping[str, Any]) -> bool:
    """Whether the note gives a date of access anywhere: before the address, as Chicago does."""
    folded = note.text.casefold()
    return _dated(note) or any(word in folded for word in style["accessed"])


def _dated(note: Note) -> bool:
    """Whether a date of access was read in the note, in the words of any language."""
    return any(citation.accessed for citation in note.citations)


def _end_of_access(text: str, end: int, style: Mapping[str, Any], note: Note) -> int:
    """Where the date of access that follows an address ends; `end` itself where none follows before the next
    citation or address."""
    following = _BEGIN.search(text, end, end + LONGEST_ACCESS)
    until = following.start() if following else min(len(text), end + LONGEST_ACCESS)
    bare = text[end:until].lstrip(" ,.")
    if bare[:1] == ";" and bare[1:].lstrip(" ([").casefold().startswith(tuple(style["accessed"])):
        bare = bare[1:].lstrip()  # else the next citation
    start = until - len(bare)
    closing = BRACKETS.get(bare[:1])
    words = bare[1:].lstrip() if closing else bare
    own = words.casefold().startswith(tuple(style["accessed"]))
    if not own and not (words[:1].isalpha() and _told(words, note)):
        return end
    if closing:
        place = bare.find(closing)
        return start + place + 1 if place > 0 and (own or _told(bare[:place], note)) else end
    stop = _SENTENCE_END.search(bare)
    within = bare[: stop.start()] if stop else bare
    year = _DATE.search(within)
    if following is None and (stop or until == len(text)):
        return start + len(within) if own or _told(within, note) else end
    return start + year.end() if year and (own or _told(year.group(), note)) else end


def _told(words: str, note: Note) -> bool:
    """Whether `words` hold the year in which the note says that it saw a source."""
    years = {year.group()[-2:] for year in _YEAR.finditer(words)}
    seen = (one.accessed for one in note.citations if one.accessed)
    return any((shown[2:4] if shown[:4].isdecimal() else shown[-2:]) in years for shown in seen)


def _filled(style: Mapping[str, Any], which: str, when: date, url: str = "") -> str:
    months = style.get("months", ())
    fields = {
        "d": str(when.day),
        "dd": f"{when.day:02}",
        "m": str(when.month),
        "mm": f"{when.month:02}",
        "yyyy": str(when.year),
        "month": months[when.month - 1] if months else f"{when.month:02}",
    }
    told = str(style["date"]).format_map(fields)
    return str(style[which]).format_map(fields | {"date": told, "url": url})


@cache
def _styles() -> dict[str, dict[str, Any]]:
    text = resources.files(__package__).joinpath("styles.json").read_text("utf-8")
    rows: dict[str, dict[str, Any]] = json.loads(text)
    return {name: row for name, row in rows.items() if isinstance(row, dict)}
