"""A note and a page's words against the page's mark-up: what the page itself shows is no difference."""

from __future__ import annotations

import pytest

from citecheck.investigate.described import borne_out
from citecheck.model import Metadata, Text
from tests.investigate.evidence import PROSE, World, case, html

TITLE = "Lamps on the western quay"


def text(words: str, author: str | None = "Otto Brand", published: str | None = "2016-05-02") -> Text:
    return Text(f"{TITLE}\n{words}\n{PROSE}", metadata=Metadata(TITLE, author, published))


@pytest.mark.parametrize(
    ("author", "words", "known"),
    [
        ("Lena Hofer", "Von Lena Hofer", True),
        ("Hofer, Lena", "Text: Lena Hofer | Bild: Jan Korn", True),
        ("Lena Hofer", "HOFER, Lena", True),
        ("Lena Hofer; Jan Korn", "von Jan Korn und Otto Brand", True),
        ("Lena Hofer and Jan Korn", "by Jan Korn", True),
        ("José Núñez", "Por Jose Nunez", True),
        ("Hofer", "Mrs Hofer kept the lamps", False),
        ("Lena Hofer", "Von Jan Korn", False),
        ("Lena Hofer", "Lena Korn spoke to Jan Hofer", False),
    ],
)
def test_a_person_that_the_page_names(author: str, words: str, known: bool) -> None:
    assert ("author" in borne_out(author, None, text(words))) == known


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("3 May 2014", True),
        ("May 3rd, 2014, 10:15", True),
        ("03.05.2014", True),
        ("Stand: 3.5.14", True),
        ("2014-05-03T10:00", True),
        ("3 de mayo de 2014", True),
        ("3 мая 2014 г.", True),
        ("2014年5月3日", True),
        ("© 2014 The harbour office", False),
        ("in 2014 they were lit again", False),
        ("3 May 2015", False),
    ],
)
def test_a_day_that_the_page_shows(words: str, known: bool) -> None:
    assert ("year" in borne_out(None, 2014, text(words))) == known


def test_days_of_other_articles_do_not_count() -> None:
    page = text(f"2 May 2016\n{PROSE}\n{PROSE}\nRead more: 3 May 2014")
    assert borne_out(None, 2014, page) == frozenset()


def test_where_the_mark_up_agrees_or_is_silent_nothing_is_sought() -> None:
    assert borne_out("Otto Brand", 2016, text("by Otto Brand, 2 May 2016")) == frozenset()
    assert borne_out("Lena Hofer", 2014, text("by Lena Hofer, 3 May 2014", None, None)) == frozenset()
    assert borne_out("Lena Hofer", 2014, None) == frozenset()


def test_the_answer_about_a_link_says_so() -> None:
    url = "http://a.example/lamps"
    page = html(TITLE, f"Lena Hofer, 3 May 2014 {PROSE}") | {
        "author": "Otto Brand",
        "published": "2016-05-02",
    }
    check = World({url: page})(case(url, author="Lena Hofer", year=2014))
    assert check.borne_out == {"author", "year"}
