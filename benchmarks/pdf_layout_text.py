"""Texts of invented words with notes, calls and addresses, to be set by other programs, and their scores.

Every sentence is of its own, so that a call's place is known by the words before it.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from rapidfuzz import fuzz

from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read.pdf_books import WORDS

WHOLE = 97.0
"""Likeness, in per cent, from which a note's text is the note's: a hyphen of the setter's, an own call."""
BEFORE = 4
"""Letters before a call that say where it stands."""


@dataclass(frozen=True)
class Note:
    """A note's words, and the address behind them."""

    text: str
    url: str = ""

    @property
    def shown(self) -> str:
        return f"{self.text} {self.url}".strip()


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the note that is called behind it."""

    text: str
    note: Note | None = None


@dataclass(frozen=True)
class Section:
    """A heading, and paragraphs of sentences; a remark stands beside some of them."""

    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    remarks: tuple[str, ...]


@dataclass
class Score:
    """Counts of one document or of many."""

    notes: int = 0
    right: int = 0
    others: int = 0
    paired: int = 0
    astray: int = 0
    urls: int = 0
    exact: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def sections_of(language: str, *, notes: int = 44, seed: int = 0) -> tuple[Section, ...]:
    """A text of some pages with so many notes."""
    chance = random.Random(f"{language} {notes} {seed}")
    words = WORDS[language].split()
    latin = WORDS["en"].split()
    left = notes

    def some(least: int, most: int) -> str:
        return " ".join(chance.choice(words) for _ in range(chance.randint(least, most))).capitalize()

    def note(number: int) -> Note:
        if chance.random() < 0.1:
            return Note(f"{some(1, 1)}, {chance.randint(2, 90)}.")
        parts = [some(6, 14)] + [some(8, 14) for _ in range(chance.choice([0, 0, 0, 1, 5]))]
        text = f"{'. '.join(parts)}, {chance.randint(1890, 2020)}, {chance.randint(3, 400)}"
        if chance.random() < 0.5:
            return Note(text + ".")
        slug = "-".join(chance.choice(latin) for _ in range(chance.randint(1, 7)))
        folder = chance.choice(["a_b", "long-path", "x", "status", "2014/02"])
        return Note(text + ",", f"https://www.weir{number}.example/{folder}/{slug}.html")

    found: list[Section] = []
    while left:
        paragraphs: list[tuple[Sentence, ...]] = []
        for _ in range(5):
            sentences: list[Sentence] = []
            for _ in range(chance.randint(4, 7)):
                text = some(7, 17)
                if chance.random() < 0.15:
                    text += f" {chance.randint(1800, 2020)}"
                called = left > 0 and chance.random() < 0.18
                sentences.append(Sentence(text + ".", note(left) if called else None))
                left -= called
            paragraphs.append(tuple(sentences))
        found.append(Section(some(2, 5), tuple(paragraphs), tuple(some(3, 9) for _ in range(3))))
    return tuple(found)


def sentences_in(sections: tuple[Section, ...]) -> Iterator[Sentence]:
    for section in sections:
        for paragraph in section.paragraphs:
            yield from paragraph


def folded(text: str) -> str:
    """Letters and digits alone."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def scored(sections: tuple[Section, ...], data: bytes) -> Score:
    """What the reader finds in `data`, set out of `sections`."""
    text = read_manuscript(data, "set.pdf").text
    parsed = parse(text)
    links = {link.url for link in find_links(text, parsed.notes)}
    truth = [one for one in sentences_in(sections) if one.note is not None]
    urls = {one.note.url for one in truth if one.note and one.note.url}
    score = Score(len(truth), urls=len(urls), exact=len(urls & links))
    score.misses += [f"address {url}" for url in sorted(urls - links)]
    free = [(note, folded(note.text)) for note in parsed.notes if note.kind != "reference"]
    calls: dict[str, list[int]] = {}
    for marker in parsed.markers:
        calls.setdefault(marker.note_id or "", []).append(marker.span.start)
    for one in truth:
        wanted = folded(one.note.shown) if one.note else ""
        place = next((at for at, (_, has) in enumerate(free) if fuzz.ratio(wanted, has) >= WHOLE), None)
        if place is None:
            score.misses.append(f"note {one.note and one.note.shown}")
            continue
        note, _ = free.pop(place)
        score.right += 1
        before = [folded(text.content[max(0, at - 60) : at])[-BEFORE:] for at in calls.get(note.id, [])]
        if folded(one.text)[-BEFORE:] in before:
            score.paired += 1
        else:
            score.astray += bool(before)
            score.misses.append(f"call of {note.label} behind {one.text[-30:]}")
    score.others = len(free)
    score.misses += [f"other {note.label} {note.text[:60]}" for note, _ in free]
    return score
