"""A small book as values, written in four formats: what a revision may change without saying anything new.

A passage is one sentence with its note, in sections that are moved as a whole (so that *ibid.* keeps what it
stands for). Every written form says the same; only numbers, lines and places differ.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.fix.word import docx


@dataclass(frozen=True)
class Passage:
    """A paragraph and the note it calls; without `note` the note is lost."""

    words: str
    note: str | None


Section = tuple[Passage, ...]
Book = tuple[tuple[Section, ...], ...]
"""Chapters of sections."""


def passages(book: Book) -> Iterator[tuple[int, Passage]]:
    """Every passage with its number, in order."""
    number = 0
    for chapter in book:
        for section in chapter:
            for passage in section:
                number += 1
                yield number, passage


def chapters(book: Book) -> Iterator[tuple[int, list[tuple[int, Passage]]]]:
    """Number of each chapter, and its numbered passages."""
    numbered = passages(book)
    for number, chapter in enumerate(book, 1):
        yield number, [next(numbered) for section in chapter for _ in section]


def wrapped(text: str, width: int, hyphens: bool) -> str:
    """`text` in lines; with `hyphens` an address may break behind one of its own."""
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=hyphens)


def text(book: Book, width: int, hyphens: bool = False) -> str:
    """Plain text, notes as a list at the end."""
    parts = []
    for number, chapter in chapters(book):
        parts.append(f"Chapter {number}")
        parts += [wrapped(f"{one.words}{count}", width, hyphens) for count, one in chapter]
    parts.append("Notes")
    notes = [wrapped(f"{count}. {one.note}", width, hyphens) for count, one in passages(book) if one.note]
    return "\n\n".join(parts) + "\n\n" + "\n".join(notes) + "\n"


def pages(book: Book, width: int, hyphens: bool = False) -> str:
    """Plain text in pages of three passages, their notes at the foot."""
    numbered = list(passages(book))
    told = []
    for start in range(0, len(numbered), 3):
        page = numbered[start : start + 3]
        body = "\n".join(wrapped(f"{one.words}{count}", width, hyphens) for count, one in page)
        feet = [wrapped(f"{count} {one.note}", width, hyphens) for count, one in page if one.note]
        told.append("\n".join([body, "_" * 20, *feet, ""]))
    return "\f".join(told)


def markdown(book: Book, width: int, hyphens: bool = False) -> str:
    parts = []
    for number, chapter in chapters(book):
        parts.append(f"# Chapter {number}")
        parts += [wrapped(f"{one.words}[^{count}]", width, hyphens) for count, one in chapter]
        parts += [
            textwrap.indent(wrapped(f"[^{count}]: {one.note}", width, hyphens), "    ").lstrip()
            for count, one in chapter
            if one.note
        ]
    return "\n\n".join(parts) + "\n"


def latex(book: Book, width: int, hyphens: bool = False) -> str:
    parts = [r"\documentclass{book}", r"\begin{document}"]
    for number, chapter in chapters(book):
        parts.append(rf"\chapter{{Chapter {number}}}")
        parts += [
            wrapped(rf"{one.words}\footnote{{{_escaped(one.note or '')}}}", width, hyphens)
            for _, one in chapter
        ]
    return "\n\n".join(parts) + "\n\n\\end{document}\n"


def _escaped(text: str) -> str:
    for sign in "&%_#":
        text = text.replace(sign, "\\" + sign)
    return text


def word(book: Book, width: int, hyphens: bool = False) -> bytes:
    """A Word file; `width` has no meaning there."""
    return docx(
        [[one.note or ""] for _, one in passages(book)], words=[one.words for _, one in passages(book)]
    )


FORMS: dict[str, tuple[str, Callable[[Book, int, bool], str | bytes]]] = {
    "text, notes at the end": ("book.txt", text),
    "text, notes at the foot of pages": ("book.txt", pages),
    "Markdown": ("book.md", markdown),
    "LaTeX": ("book.tex", latex),
    "Word": ("book.docx", word),
}
LOSING = ("text, notes at the end", "Markdown")
"""Forms in which a call can stand without its note; on pages of three notes too little would be left to tell
calls from other digits."""


def written(
    book: Book, form: str, width: int, hyphens: bool = False, newline: str = "\n"
) -> tuple[str, bytes]:
    """File name and bytes."""
    name, write = FORMS[form]
    if form not in LOSING:
        book = whole(book)
    content = write(book, width, hyphens)
    return name, content if isinstance(content, bytes) else content.replace("\n", newline).encode()


def whole(book: Book) -> Book:
    """The book without passages whose note is lost."""
    return tuple(
        tuple(kept for section in chapter if (kept := tuple(one for one in section if one.note)))
        for chapter in book
    )


def with_section(book: Book, chapter: int, place: int, section: Section) -> Book:
    """The book with a section put in."""
    sections: Sequence[Section] = book[chapter]
    changed = (*sections[:place], section, *sections[place:])
    return (*book[:chapter], changed, *book[chapter + 1 :])


def without_section(book: Book, chapter: int, place: int) -> tuple[Book, Section]:
    """The book with a section taken out, and that section."""
    sections = book[chapter]
    return (*book[:chapter], (*sections[:place], *sections[place + 1 :]), *book[chapter + 1 :]), sections[
        place
    ]
