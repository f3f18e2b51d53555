"""Hyphens that a typesetter put into addresses at line ends, told by what else the document prints."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.parse import parse
from citecheck.repair import find_links


def urls(*notes: str) -> list[str]:
    body = "".join(f"A sentence of the text.[{number}] " for number in range(1, len(notes) + 1))
    text = Text(body + "\n\n" + "\n".join(f"[{number}] {note}" for number, note in enumerate(notes, 1)))
    return [link.url or "" for link in find_links(text, parse(text).notes)]


PARTED = (
    "Smith, https://news.example/a/develop-\nment-of-mills, p. 3.",
    "Smith, https://news.example/a/founda-\ntion-of-towns, p. 4.",
)


def test_a_host_that_is_printed_whole_elsewhere_has_no_hyphen() -> None:
    found = urls(
        "Smith, http://theanarchis-\ntlibrary.example/a, p. 3.",
        "Jones, http://www.theanarchistlibrary.example/b, p. 4.",
        "Brown, http://www.theanarchistlibrary.example/c-\nd, p. 5.",
    )
    assert found[0] == "http://theanarchistlibrary.example/a"
    assert found[2] == "http://www.theanarchistlibrary.example/c-d"


def test_an_address_that_is_printed_whole_elsewhere_is_that_one() -> None:
    found = urls(
        "Smith, http://www.news.example/2010/chatrou-\nlette-stats, p. 3.",
        "Jones, http://www.news.example/2010/chatroulette-stats. Brown, http://e.example/x-\nylo-phone-a.",
        "Jones, http://e.example/x-ylo-phone-a, p. 3.",
    )
    assert found[0] == "http://www.news.example/2010/chatroulette-stats"
    assert found[2] == "http://e.example/x-ylo-phone-a"


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("http://news.example/lat-\nest-trends", "http://news.example/latest-trends"),
        ("http://electron-\nicbookreview.example/a", "http://electronicbookreview.example/a"),
        ("http://news.example/press-\nreleases/a", "http://news.example/press-releases/a"),
        ("http://www.e-\nflux.example/journal", "http://www.e-flux.example/journal"),
    ],
)
def test_where_other_addresses_are_parted_within_words(printed: str, url: str) -> None:
    assert urls(*PARTED, f"Jones, {printed}, p. 7.")[-1] == url


def test_where_none_is_the_hyphen_stays() -> None:
    assert urls("Jones, http://electron-\nicbookreview.example/a, p. 7.") == [
        "http://electron-icbookreview.example/a"
    ]


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        (r"http://news.example/a\_b\_c.pdf", "http://news.example/a_b_c.pdf"),
        (r"http://news.example/a\%20b?x=1\&y=2", "http://news.example/a%20b?x=1&y=2"),
        ("https://social.example/some/status/\n1589432382700277762", None),
        ("http://news.example/doc/The-Sadness-of-Post-Workerism-\nDavid-Graeber", None),
        ("https://dial.example/pr/boreal/object/\nboreal:83077", None),
    ],
)
def test_escapes_and_line_ends(printed: str, url: str | None) -> None:
    assert urls(f"Jones, {printed}. Smith, Mills, p. 3.")[0] == (url or printed.replace("\n", ""))


def test_a_note_or_date_below_a_folder_is_not_taken_on() -> None:
    assert urls("Jones, https://news.example/folder/\n2014, p. 3.")[0] == "https://news.example/folder/"
