"""Marks of a Markdown text: what stands where, each span slicing to its own words."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Mark, MarkKind, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from fixtures.typeset import LANGUAGES, SOURCES
from tests.read.mutations import mutated, sound_or_refused

BOOK = """---
title: "The Weir"
author: Ada Example
date: 2019-05-03
lang: en-GB
---

# The weir[^a] and the mill

As one report puts it[^1], *"the weir holds"*.^[A short note, see <https://weir.example/a_(b)>.]

> The water came at night
lazily continued
> and nobody woke.[^2]

A [survey](https://survey.example/x_(y)?a=1 "Title") and a [map][maps], `[^9] code`.

```
[^8]: no note, a listing
"no quotation"
```

[^1]: First line of the note,
second line, <a href="https://one.example/">here</a>.

    A second paragraph of it.

[^2]: Ibid.
[^a]: Not a number. ![picture](https://picture.example/p.png)

<!-- a remark
[^7]: not a note
-->

[maps]: <https://maps.example/all> "All maps"

Setext heading
=======


    [^6]: indented code
"""


def text_of(source: str) -> Text:
    return read_manuscript(source.encode(), "book.md").text


def marks(source: str, kind: MarkKind) -> list[Mark]:
    return [mark for mark in text_of(source).marks if mark.kind is kind]


def words(source: str, mark: Mark) -> str:
    return " ".join(" ".join(span.of(source) for span in mark.spans).split())


def test_notes_and_their_calls() -> None:
    notes = {mark.label or mark.key: words(BOOK, mark) for mark in marks(BOOK, MarkKind.NOTE)}
    assert notes["1"].startswith("First line of the note, second line, <a")
    assert notes["1"].endswith("A second paragraph of it.")
    assert notes["2"] == "Ibid."
    assert notes["a"].startswith("Not a number.")
    assert notes["^1"] == "A short note, see <https://weir.example/a_(b)>."
    assert set(notes) == {"1", "2", "a", "^1"}
    calls = [(mark.label, mark.key, words(BOOK, mark)) for mark in marks(BOOK, MarkKind.MARKER)]
    assert calls == [("a", "a", "[^a]"), ("1", "1", "[^1]"), ("", "^1", "^"), ("2", "2", "[^2]")]


def test_links_carry_their_targets() -> None:
    links = {mark.target: (words(BOOK, mark), mark.origin) for mark in marks(BOOK, MarkKind.LINK)}
    assert links == {
        "https://weir.example/a_(b)": ("https://weir.example/a_(b)", "markdown"),
        "https://survey.example/x_(y)?a=1": ("https://survey.example/x_(y)?a=1", "markdown"),
        "https://maps.example/all": ("https://maps.example/all", "definition"),
        "https://one.example/": ("https://one.example/", "href"),
    }
    named = [mark for mark in marks(BOOK, MarkKind.LINK) if mark.detail == "map"]
    assert [(words(BOOK, mark), mark.target) for mark in named] == [("map", "https://maps.example/all")]


def test_headings_block_quotations_comments_and_code() -> None:
    assert [(words(BOOK, mark), mark.detail) for mark in marks(BOOK, MarkKind.HEADING)] == [
        ("The weir[^a] and the mill", "1"),
        ("Setext heading", "1"),
    ]
    [quotation] = marks(BOOK, MarkKind.BLOCK_QUOTATION)
    assert words(BOOK, quotation) == "The water came at night lazily continued and nobody woke.[^2]"
    comments = [words(BOOK, mark) for mark in marks(BOOK, MarkKind.COMMENT)]
    assert comments[1:] == ['"Title"', "<!-- a remark [^7]: not a note -->"]
    code = [words(BOOK, mark) for mark in marks(BOOK, MarkKind.CODE)]
    assert [piece[:8] for piece in code] == ["`[^9] co", "``` [^8]", "[^6]: in"]


def test_front_matter_is_metadata() -> None:
    metadata = text_of(BOOK).metadata
    assert (metadata.title, metadata.author) == ("The Weir", "Ada Example")
    assert (metadata.published, metadata.language) == ("2019-05-03", "en")


def test_content_decides_before_the_name() -> None:
    assert read_manuscript(b"a word[^1].\n\n[^1]: Note.\n", "book.txt").media_type == "text/markdown"
    assert read_manuscript(b"a word1.\n\n1 Note.\n", "book.txt").media_type == "text/plain"


def test_windows_line_ends() -> None:
    source = BOOK.replace("\n", "\r\n")
    assert [words(source, mark) for mark in marks(source, MarkKind.HEADING)] == [
        "The weir[^a] and the mill",
        "Setext heading",
    ]
    assert len(marks(source, MarkKind.NOTE)) == 4


def test_a_call_whose_note_is_lost_stays_a_call() -> None:
    calls = marks("One[^1], two[^2], a class [^abc] of characters.\n\n[^1]: Note.\n", MarkKind.MARKER)
    assert [mark.label for mark in calls] == ["1", "2"]


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "`" * 3 + "a`", "<a ", "<!--", "^[", "> ", "[^1]:", "[a]: b ", "](<", "- - ", "***", "[a]("],
)
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    text_of(piece * (50_000 // len(piece)))
    text_of((piece + "\n") * 10_000)
    assert time.process_time() - started < 2.0


@given(st.text(alphabet="[]()^`<>!-:#*> \n\\ab1\"'\t=~", max_size=200))
def test_any_text_is_read_and_marks_lie_inside(source: str) -> None:
    text = text_of(source)
    for mark in text.marks:
        assert mark.spans
        for span in mark.spans:
            assert 0 <= span.start <= span.end <= len(text.content)


def test_mutations_give_a_text_or_one_line() -> None:
    chance = random.Random(19)
    sources = [BOOK.encode(), *[(SOURCES / f"{language}.md").read_bytes() for language in LANGUAGES]]
    for _ in range(500):
        sound_or_refused(mutated(chance.choice(sources), chance), "book.md")


def test_inline_and_named_notes_are_one_series_and_hold_their_quotations() -> None:
    content = (
        'The quay "was closed for eleven winters"^[Ivy, 2004, p. 12.] and "opened again in a storm"[^k].\n'
        'See [the report](https://a.example/r "A long title of a page").\n\n[^k]: Keeper, 1998, p. 4.\n'
    )
    found = parse(read_manuscript(content.encode(), "m.md").text)
    assert [(note.id, note.label) for note in found.notes] == [("1", "1"), ("2", "k")]
    assert [(quotation.exact, quotation.note_id) for quotation in found.quotations] == [
        ("was closed for eleven winters", "1"),
        ("opened again in a storm", "2"),
    ]


@pytest.mark.parametrize(
    ("printed", "author", "title", "year"),
    [
        ('Ada Roe, "[On Weirs](https://a.example/w)", _River Review_ 3 (2001).', "Ada Roe", "On Weirs", 2001),
        ("Ada Roe, [*On Weirs*](https://a.example/2019/w), Oxford 2001.", "Ada Roe", "On Weirs", 2001),
        ("Ada Roe, [On Weirs](<https://a.example/w> 'A title'), Oxford 2001.", "Ada Roe", "On Weirs", 2001),
        ("Ada Roe, [On Weirs][w], 2001, p. 4.", "Ada Roe", "On Weirs", 2001),
        (
            "[Ada Roe](https://a.example/roe), *[On Weirs](https://a.example/w)*, 2001.",
            "Ada Roe",
            "On Weirs",
            2001,
        ),
        ('Ada Roe, "On Weirs", [online](https://a.example/w), 2001.', "Ada Roe", "On Weirs", 2001),
        ("[On Weirs](https://a.example/w)", None, "On Weirs", None),
    ],
)
def test_links_are_read_as_their_words(
    printed: str, author: str | None, title: str, year: int | None
) -> None:
    source = f"Text.[^1]\n\n[^1]: {printed}\n\n[w]: https://w.example/\n"
    parsed = parse(read_manuscript(source.encode(), "a.md").text)
    (note,) = parsed.notes
    assert [(one.author, one.title, one.year) for one in note.citations] == [(author, title, year)]
    assert note.spans[0].of(source).startswith(printed[:20]), "corrections are written into the source"


def test_a_raised_sign_before_a_call_opens_no_inline_note() -> None:
    source = (
        "The weir holds^.^[^1] and the mill^th^[^b]; a note^[^ is a caret] too.\n\n[^1]: One.\n[^b]: Two.\n"
    )
    found = parse(read_manuscript(source.encode(), "a.md").text)
    assert sorted(note.text for note in found.notes) == ["One.", "Two.", "is a caret"]
    assert {marker.note_id for marker in found.markers} == {note.id for note in found.notes}


STEPS = """# The mill

Our wheel has 1 axle, and 2 stones. See version 3. Then go on.

### 1. Wheel

Text of 1995.

### 2. Weir

1. Sign in at https://mills.example/in (account of 2019)
2. Open **Settings** (or https://mills.example/settings/)
3. Under *Add*, set the wheel

Invalid wheels (see [1](https://mills.example/a), [2](https://mills.example/b)).
"""


def test_numbered_steps_of_a_source_are_no_notes() -> None:
    parsed = parse(read_manuscript(STEPS.encode(), "readme.md").text)
    assert (parsed.notes, parsed.markers) == ((), ())


@pytest.mark.parametrize("call", ["<sup>{}</sup>", "^{}^", "[{}]", "<sup>[{}]</sup>"])
def test_notes_by_hand_are_called_by_raised_numbers_and_brackets(call: str) -> None:
    lines = ["The mill stood"] + [f"for years, as is known.{call.format(n)} It ran" for n in (1, 2, 3)]
    notes = [f"{n}. Anna Weir, *The Mill* (Riga, 1930), p. {n}." for n in (1, 2, 3)]
    source = "\n\n".join([" ".join(lines) + " on.", "## Notes", "\n".join(notes)])
    parsed = parse(read_manuscript(source.encode(), "essay.md").text)
    assert [note.label for note in parsed.notes] == ["1", "2", "3"]
    assert [marker.note_id for marker in parsed.markers] == ["1", "2", "3"]


def test_a_text_that_shows_latex_is_markdown_all_the_same() -> None:
    front = "---\nheader-includes: \\usepackage{x}\n---\n"
    source = f"{front}A mill.[^1]\n\n```\n\\documentclass{{book}}\n```\n\n[^1]: Weir.\n"
    manuscript = read_manuscript(source.encode(), "book.md")
    assert manuscript.media_type == "text/markdown"
    assert [note.text for note in parse(manuscript.text).notes] == ["Weir."]


def test_bullets_and_emphasis_are_no_signs_of_notes() -> None:
    source = (
        "# Wheels\n\nThe *mill* and its *weir*: see the **dam**\n\n* base.py of *wheels*, in [it](https://mills.example/a)\n"
        "* kong.py, **2019**, see https://mills.example/b\n* the last *one*\n"
    )
    parsed = parse(read_manuscript(source.encode(), "readme.md").text)
    assert (parsed.notes, parsed.markers) == ((), ())


def test_a_short_page_pasted_into_markdown_keeps_its_notes() -> None:
    """Its numbers were raised before; of one note the call is lost, of one call the note."""
    notes = ["1 Anna Weir, The Mill, https://mills.example/a", "3 www.weirs.example/b"]
    source = "\n\n".join(["The mill stood.1 It ran on.2", *notes]) + "\n"
    parsed = parse(read_manuscript(source.encode(), "page.md").text)
    assert [note.label for note in parsed.notes] == ["1", "3"]
    assert {problem.note for problem in parsed.problems} >= {2}


@pytest.mark.parametrize("label", ["\\[{}\\] ", "\\[{}\\]: ", "{}. "])
def test_notes_by_hand_whose_brackets_a_program_escaped(label: str) -> None:
    text = "Mills wait\\[1\\]. So do weirs.\\[2\\] Dams do not.\\[3\\]"
    shown = ["A. Ash, Wheels (Hill, 2003), 5.", "Ibid., 7.", "B. Oak, Dams (Dale, 2011)."]
    notes = [label.format(n) + note for n, note in enumerate(shown, 1)]
    source = "\n\n".join([text, *notes])
    parsed = parse(read_manuscript(source.encode(), "essay.md").text)
    assert [note.text for note in parsed.notes] == shown
    assert [(marker.span.of(source), marker.note_id) for marker in parsed.markers] == [
        (n, n) for n in ("1", "2", "3")
    ]


def test_numbers_in_round_brackets_call_sources_where_they_close_a_sentence() -> None:
    calls = "The mill stood for years (1). It ran until the flood (2), nobody knew why (3)."
    points = "It had (1) a wheel, (2) a weir and (3) a stone."
    notes = "1. Anna Weir, *Mills* (Riga, 1930), 4.\n2. Jan Korn, *Weirs* (Lund, 1951), 7.\n3. Ibid., p. 9.\n"
    for text, found in ((calls, ["1", "2", "3"]), (points, [])):
        parsed = parse(read_manuscript(f"{text}\n\n## Notes\n\n{notes}".encode(), "a.md").text)
        assert [marker.note_id for marker in parsed.markers] == found
