"""Books of invented words set on PDF pages, with the truth beside them: what stands in which note."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.read.pdf_writer import WIDTH, Page, pdf

WORDS = {
    "en": "river bank mill water old letter archive road winter forest master memory history people word",
    "fr": "rivière moulin été ancienne lettre archives route hiver forêt maître mémoire histoire où livre",
    "de": "Ufer Mühle Wasser alte Brief Straße Winter Wald Gedächtnis Geschichte Volk Bücher Wörter Dorf",
    "ru": "река берег мельница вода старый письмо архив дорога зима лес хозяин память история народ слово",
    "pl": "rzeka brzeg młyn woda stary list archiwum droga zima las pamięć historia książka słowo wieś",
}
LEADING = 1.2


@dataclass(frozen=True)
class Style:
    """How a book is set. Lengths in points."""

    language: str = "en"
    notes: int = 24
    seed: int = 1
    columns: int = 1
    size: float = 11
    note_size: float = 9
    marker: str = "small"
    """`small`: smaller and raised; `raised`: full size, raised; `sign`: a superscript character; `half`: the
    same in a font that holds its raised 1, 2 and 3 under the names of plain digits."""
    label: str = "small"
    """`small`, `plain` (`1 `), `dot` (`1. `)."""
    rule: bool = True
    head: bool = True
    together: bool = False
    """Two calls side by side now and then."""
    long_notes: bool = False
    """Some notes do not fit on their page."""
    in_headings: bool = False
    anew: bool = False
    """Numbers begin anew on each page."""
    ends: bool = False
    """Notes behind the text."""
    listings: int = 0
    """Lines of a program, numbered and in small type, so many after each fourth paragraph."""
    annotation: str = "lines"
    """`none`, `lines` (one a line), `quads` (one with several parts), `first` (cut: the first line only),
    `echo` (each line what it shows of the address)."""
    codepage: str | None = None


@dataclass
class Note:
    """What a note says, and the address in it."""

    label: str
    text: str
    url: str | None
    called: int = 1


@dataclass
class Book:
    """A file, and what it holds."""

    data: bytes
    notes: list[Note]


@dataclass
class _Row:
    """A set line: text with calls at places, to be drawn at some size."""

    text: str
    size: float
    calls: list[tuple[int, str, int]] = field(default_factory=list)
    """Place in the text, label, index of the note."""
    indent: float = 0
    gap: float = 0
    label: str = ""
    """Of a note that begins here."""
    target: tuple[int, int, str, str] | None = None
    """Range of the row that shows a part of an address, the address, and that part."""


class Setter:
    """Sets a book page by page."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.random = random.Random(style.seed)
        self.notes: list[Note] = []
        self.pages: list[Page] = []
        self.column_width = (320 - 20 * (style.columns - 1)) / style.columns

    def book(self) -> Book:
        rows = self._body()
        if self.style.ends:
            rows.append(_Row(self._words(2), self.style.size * 1.4, gap=20))
            for place in range(len(self.notes)):
                rows += self._note_rows(place)
        pending: list[_Row] = []
        while rows or pending:
            rows, pending = self._page(rows, pending)
        return Book(pdf(self.pages, codepage=self.style.codepage, title="A book"), self.notes)

    def _words(self, count: int) -> str:
        return " ".join(
            self.random.choice(WORDS[self.style.language].split()) for _ in range(count)
        ).capitalize()

    def _new_note(self) -> int:
        long = self.style.long_notes and self.random.random() < 0.3
        text = ". ".join(self._words(9) for _ in range(18 if long else 1))
        text += f", {self.random.randint(1890, 2020)}, {self.random.randint(3, 400)}."
        url = None
        if self.random.random() < 0.6:
            slug = "-".join(self.random.choice(WORDS["en"].split()) for _ in range(self.random.randint(1, 8)))
            host = self.random.choice(["www.weir.example", "annals.example", "docs.mill.example"])
            url = f"https://{host}/{self.random.choice(['a_b', 'long-path', 'x'])}/{slug}.html"
            text += f" {url}"
        self.notes.append(Note(str(len(self.notes) + 1), text, url))
        return len(self.notes) - 1

    def _body(self) -> list[_Row]:
        rows: list[_Row] = []
        while len(self.notes) < self.style.notes:
            if self.random.random() < 0.15:
                heading = _Row(self._words(2), self.style.size * 1.4, gap=10)
                if self.style.in_headings:
                    self._call(heading)
                rows.append(heading)
            paragraph = [self._words(self.random.randint(8, 16)) + "." for _ in range(3)]
            rows += self._wrapped(paragraph)
            if self.style.listings and self.random.random() < 0.25:
                small = self.style.note_size
                rows += [
                    _Row(f"{n} {self._words(2)}: {self._words(1)}", small)
                    for n in range(1, self.style.listings + 1)
                ]
        return rows

    def _call(self, row: _Row) -> None:
        place = self._new_note()
        row.calls.append((len(row.text), self.notes[place].label, place))

    def _wrapped(self, sentences: list[str]) -> list[_Row]:
        """A paragraph with calls at the ends of sentences."""
        most = int((self.column_width - 8) / (WIDTH * self.style.size))
        rows = [_Row("", self.style.size, indent=12)]
        for sentence in sentences:
            for word in sentence.split():
                if len(rows[-1].text) + 3 + len(word) > most - 3:
                    rows.append(_Row("", self.style.size))
                rows[-1].text += (" " if rows[-1].text else "") + word
            if len(self.notes) < self.style.notes and self.random.random() < 0.6:
                self._call(rows[-1])
                if self.style.together and self.random.random() < 0.4:
                    self._call(rows[-1])
        return rows

    def _note_rows(self, place: int) -> list[_Row]:
        """Lines of a note; an address is cut where the line is full, a hyphen stays at its end."""
        note = self.notes[place]
        most = int((self.column_width - 12) / (WIDTH * self.style.note_size))
        rows = [_Row("", self.style.note_size, label=note.label, indent=12)]
        for word in note.text.split():
            link = word == note.url
            room = most - len(rows[-1].text) - 1
            if len(word) > room and not (link and room > 12):
                rows.append(_Row("", self.style.note_size, indent=12))
                room = most
            rest = word
            while rest:
                cut = (
                    len(rest)
                    if len(rest) <= room
                    else max(rest.rfind("-", 9, room), rest.rfind("/", 9, room)) + 1
                )
                part = rest[: cut or room]
                rows[-1].text += " " if rows[-1].text and rest == word else ""
                start = len(rows[-1].text)
                rows[-1].text += part
                if link:
                    rows[-1].target = (start, len(rows[-1].text), word, part)
                rest = rest[len(part) :]
                if rest:
                    rows.append(_Row("", self.style.note_size, indent=12))
                    room = most
        return rows

    def _page(self, rows: list[_Row], pending: list[_Row]) -> tuple[list[_Row], list[_Row]]:
        page = Page()
        self.pages.append(page)
        number = len(self.pages)
        if self.style.head:
            page.texts.append((50, 560, 9, "The water and the mill" if number % 2 else "A history"))
            page.texts.append((200, 25, 9, str(number + 4)))
        page.turned.append((15, 200, 7, "preprint of a journal"))
        first = len(self.notes)
        for column in range(self.style.columns):
            rows, pending, first = self._column(page, column, rows, pending, first)
        return rows, pending

    def _column(
        self, page: Page, column: int, rows: list[_Row], pending: list[_Row], first: int
    ) -> tuple[list[_Row], list[_Row], int]:
        left, top, bottom = 50 + column * (self.column_width + 20), 530.0, 50.0
        feet, rest = _fit(pending, 0.6 * (top - bottom))
        y = top
        while rows and not rest:
            row = rows[0]
            new: list[_Row] = []
            if not self.style.ends:
                for _, _, place in row.calls:
                    new += self._note_rows(place)
            height = y - row.gap - LEADING * row.size - bottom - _height(feet) - 14
            if height < (LEADING * 2 * self.style.note_size if new else 0):
                break
            y -= row.gap + LEADING * row.size
            if self.style.anew:
                first = min([first, *(place for _, _, place in row.calls)])
                for place in [place for _, _, place in row.calls]:
                    self.notes[place].label = str(place - first + 1)
                row.calls = [(at, self.notes[place].label, place) for at, _, place in row.calls]
                new = [line for _, _, place in row.calls for line in self._note_rows(place)]
            self._draw(page, row, left, y)
            rows = rows[1:]
            fitting, rest = _fit(new, height)
            feet += fitting
        self._draw_feet(page, feet, left, bottom)
        return rows, rest, first

    def _draw_feet(self, page: Page, feet: list[_Row], left: float, bottom: float) -> None:
        y = bottom + _height(feet)
        if feet and self.style.rule:
            page.rules.append((left, left + 70, y + 2))
        for row in feet:
            y -= LEADING * row.size
            self._draw(page, row, left, y)

    def _draw(self, page: Page, row: _Row, left: float, y: float) -> None:
        x = left + row.indent
        if row.label:
            self._label(page, row, left, y)
        at = 0
        for place, label, _ in row.calls:
            page.texts.append((x, y, row.size, row.text[at:place])) if place > at else None
            x += WIDTH * row.size * (place - at)
            at = place
            x += self._marker(page, x, y, row.size, label)
        if row.text[at:]:
            page.texts.append((x, y, row.size, row.text[at:]))
        if row.target:
            self._annotate(page, row, x, y)

    def _marker(self, page: Page, x: float, y: float, size: float, label: str) -> float:
        if self.style.marker in ("sign", "half"):
            signs = "⁰¹²³⁴⁵⁶⁷⁸⁹" if self.style.marker == "sign" else "⁰123⁴⁵⁶⁷⁸⁹"
            label = label.translate(str.maketrans("0123456789", signs))
            page.texts.append((x, y, size, label))
            return WIDTH * size * len(label)
        smaller = size if self.style.marker == "raised" else 0.62 * size
        page.texts.append((x, y + 0.35 * size, smaller, label))
        return WIDTH * smaller * len(label)

    def _label(self, page: Page, row: _Row, left: float, y: float) -> None:
        if self.style.label == "small":
            page.texts.append((left, y + 0.3 * row.size, 0.62 * row.size, row.label))
        else:
            page.texts.append((left, y, row.size, row.label + ("." if self.style.label == "dot" else "")))

    def _annotate(self, page: Page, row: _Row, x: float, y: float) -> None:
        assert row.target is not None
        begin, end, url, part = row.target
        step = WIDTH * row.size
        box = (x + begin * step, y - 2, x + end * step, y + 0.8 * row.size)
        kind = self.style.annotation
        starts = part.startswith("https://")
        if kind == "lines" or (kind == "first" and starts):
            page.links.append((url, [box]))
        elif kind == "echo" and starts:
            page.links.append((part, [box]))
        elif kind == "quads":
            if not starts and page.links and page.links[-1][0] == url:
                page.links[-1][1].append(box)
            else:
                page.links.append((url, [box]))


def _height(rows: list[_Row]) -> float:
    return sum(LEADING * row.size for row in rows)


def _fit(rows: list[_Row], room: float) -> tuple[list[_Row], list[_Row]]:
    """Rows that fit into `room`, and the others."""
    count = 0
    while count < len(rows) and _height(rows[: count + 1]) <= room:
        count += 1
    return rows[:count], rows[count:]


def made(style: Style) -> Book:
    """The book in that style."""
    return Setter(style).book()
