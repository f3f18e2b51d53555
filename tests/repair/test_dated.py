"""Addresses of a text that break off at white space, with a date of access behind them."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.repair import find_links

WHOLE = [
    ("https://weir.example/en/policy enforcement/", "https://weir.example/en/policy_enforcement/"),
    ("https://weir.example/read/unix commands", "https://weir.example/read/unix_commands"),
    ("https://weir.example/uploads/annual report 2019 final.pdf", None),
    ("https://weir.example/rss/\nnews.rss", "https://weir.example/rss/news.rss"),
    ("https://weir.example/dataset/\nbrownfield-land", "https://weir.example/dataset/brownfield-land"),
    (
        "https://weir.example/entry/the-old-mill n 66313a76e4b0c9bc",
        "https://weir.example/entry/the-old-mill_n_66313a76e4b0c9bc",
    ),
]
TAILS = [
    " (accessed 3 May 2020).",
    ". Accessed 12 March 2019.",
    " (Abruf am 3. Mai 2020).",
    " (дата обращения: 01.02.2020).",
    " [consulté le\n3 mai 2020].",
    ", consulté le 5 mai 2020.",
    " [cit. 2019-03-12].",
    ". – Дата доступа: 12.03.2019.",
]
ENDS = [
    "https://weir.example/news/flood Moss and Reed tell more. The keepers (accessed by few) stayed.",
    "https://weir.example/news/flood p. 12 (accessed 3 May 2020).",
    "https://weir.example/news/flood.html Moss, Anna (accessed 3 May 2020).",
    "https://weir.example Weir Keepers (accessed 3 May 2020).",
    "https://weir.example/news/flood\n\nThe mill was (accessed 3 May 2020).",
    "https://weir.example/news/flood\nonline (accessed 3 May 2020).",
    "https://weir.example/news/flood, where keepers say (accessed 3 May 2020).",
    "https://weir.example/news/flood (in German, accessed 3 May 2020).",
    "https://weir.example/news/flood https://dam.example/b (accessed 3 May 2020).",
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize(("printed", "meant"), WHOLE)
def test_an_address_goes_on_to_its_date_of_access(printed: str, meant: str | None, tail: str) -> None:
    links = find_links(Text(f"1. Moss, Anna: The weir. {printed}{tail}\n"), ())
    assert [link.url for link in links] == [meant or printed.replace(" ", "_")]


@pytest.mark.parametrize("content", ENDS)
def test_what_stands_between_may_be_no_part_of_it(content: str) -> None:
    first = find_links(Text(content), ())[0]
    assert first.url in (
        "https://weir.example/news/flood",
        "https://weir.example/news/flood.html",
        "https://weir.example",
    )


def test_the_shorter_reading_is_asked_next() -> None:
    found = find_links(Text("https://weir.example/news/unix commands (accessed 3 May 2020)."), ())[0].repair
    assert [candidate.url for candidate in found.candidates[:2]] == [
        "https://weir.example/news/unix_commands",
        "https://weir.example/news/unix",
    ]
    assert [step.step for step in found.candidates[1].steps] == ["cut-text"]


CLOSED = [
    ("https://weir.example/en/policy enforcement/.", "https://weir.example/en/policy_enforcement/"),
    ("(https://weir.example/en/policy enforcement/).", "https://weir.example/en/policy_enforcement/"),
    ("https://weir.example/en/policy enforcement/;", "https://weir.example/en/policy_enforcement/"),
    ("https://weir.example/tmp/bach toccata.mp3.", "https://weir.example/tmp/bach_toccata.mp3"),
    (
        "https://weir.example/reports/\npresidential-clemency-\n2025.",
        "https://weir.example/reports/presidential-clemency-2025",
    ),
    (
        "https://weir.example/rss/etc/english latest.rss, p. 12.",
        "https://weir.example/rss/etc/english_latest.rss",
    ),
]
OPEN = [
    "https://weir.example/mill and setup.zip.",
    "https://weir.example/mill in 2019.",
    "https://weir.example/mill tells more.",
    "https://weir.example/mill\nCloses #10044",
    "https://weir.example/mill mailto:anna@weir.example",
    "https://weir.example/mill Moss, p. 12.",
    "https://weir.example/mill - the keepers' page /b/",
]


@pytest.mark.parametrize(("printed", "meant"), CLOSED)
def test_an_address_goes_on_to_the_end_of_its_paragraph(printed: str, meant: str) -> None:
    text = Text(f"Moss, Anna: The weir. {printed}\n\nThe keepers stayed.\n")
    assert [link.url for link in find_links(text, ())] == [meant]


@pytest.mark.parametrize("content", OPEN)
def test_prose_at_the_end_of_a_paragraph_is_no_part_of_it(content: str) -> None:
    assert find_links(Text(content), ())[0].url == "https://weir.example/mill"
