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


PROSE = [
    "See https://weir.example/news/flood dernier accès le 3 mai 2020.",
    "The page https://weir.example/news/flood was last accessed on 3 May 2020.",
    "Die Seite https://weir.example/news/flood hat den Stand 2019.",
    "Viz https://weir.example/news/flood poslední přístup 3. 5. 2020.",
    "See https://weir.example/news/flood in German (accessed 3 May 2020).",
    "See https://weir.example/news/flood by the keepers (accessed 3 May 2020).",
    "Siehe https://weir.example/news/flood PDF (abgerufen am 3. Mai 2020).",
    "Voir https://weir.example/news/flood última visita y consulta (3/5/2020).",
    "The page https://weir.example/news/flood tells more (viewed 300 times).",
    "Read https://weir.example/news/flood about section 12345",
    "Read https://weir.example/news/flood from ISBN 9783161484100",
    "Read https://weir.example/news/flood, or have you seen it?",
    "Lisez https://weir.example/news/flood l'avez-vous lu?",
    "Read https://weir.example/news/flood with model x100",
    "Tel. and page: https://weir.example/news/flood 0301234567",
    "https://weir.example/news/flood - the flood, accessed 3 May 2020",
    "Download https://weir.example/news/flood then install.zip",
]
BELOW = [
    "Die Seite https://weir.example/archive/\nist seit 2019 leer.\n\nWeiter.",
    "The page https://weir.example/archive/\nholds well-known papers.\n\nNext.",
    "La página https://weir.example/archive/\nguarda 12 mapas.\n\nLuego.",
]
WORDS_BEHIND = [
    "https://weir.example/news/flood homepage (accessed 3 May 2020).",
    "https://weir.example/news/flood kostenpflichtig, abgerufen am 3. Mai 2020.",
    "https://weir.example/news/flood texto completo (consultado el 3 de mayo de 2020).",
]
PAGES = "".join(f"{at}. https://weir.example/keepers/page{at}\n\n" for at in range(2, 8))


@pytest.mark.parametrize("content", PROSE + BELOW)
def test_a_sound_address_with_prose_behind_it_stays_as_printed(content: str) -> None:
    link = find_links(Text(content), ())[0]
    raw = link.repair.raw.rstrip(".,")
    assert raw in ("https://weir.example/news/flood", "https://weir.example/archive/")
    assert link.url == raw
    assert content[link.spans[0].start : link.spans[-1].end].rstrip(".,") == raw


@pytest.mark.parametrize("content", WORDS_BEHIND)
def test_mere_words_are_the_sentences_in_a_document_whose_addresses_are_sound(content: str) -> None:
    link = find_links(Text(f"1. {content}\n\n{PAGES}"), ())[0]
    assert link.url == link.repair.raw == "https://weir.example/news/flood"


@pytest.mark.parametrize("content", WORDS_BEHIND)
def test_mere_words_in_a_document_that_tells_nothing_leave_both_readings_likely(content: str) -> None:
    first, second = find_links(Text(content), ())[0].repair.candidates[:2]
    assert second.url == "https://weir.example/news/flood"
    assert second.confidence > first.confidence / 2


def test_mere_words_are_the_addresss_in_a_document_that_lost_underscores() -> None:
    lost = (
        "https://dam.example/files/the old water mill.pdf\n\nhttps://lock.example/annual report 2019.pdf\n\n"
    )
    content = f"https://weir.example/news/by the keepers (accessed 3 May 2020).\n\n{lost}{PAGES}"
    assert find_links(Text(content), ())[0].url == "https://weir.example/news/by_the_keepers"


def test_an_identifier_behind_an_address_stays_one_of_its_own() -> None:
    content = "Read https://weir.example/news/flood with DOI 10.1234/abcde_f"
    assert [link.url for link in find_links(Text(content), ())] == [
        "https://weir.example/news/flood",
        "https://doi.org/10.1234/abcde_f",
    ]


def test_one_lost_underscore_among_many_sound_addresses_makes_no_mere_words_theirs() -> None:
    pages = "".join(f"{at}. https://weir.example/keepers/page{at}\n\n" for at in range(2, 60))
    lost = "Moss. https://dam.example/files/the old water mill.pdf (accessed 3 May 2020).\n\n"
    links = find_links(Text(f"1. {WORDS_BEHIND[0]}\n\n{lost}{pages}"), ())
    assert links[0].url == "https://weir.example/news/flood"
    assert links[1].url == "https://dam.example/files/the_old_water_mill.pdf"
    assert [link.repair.changed for link in links[2:]] == [False] * 58


FOLLOWED = [
    "https://dam.example/b/c-2",
    "http://www.dam.example/b/c.html",
    "www.dam.example/b/c.html",
    "arXiv:2101.00001",
    "hdl:10419/4711",
    "doi:10.1234/abcde_f",
]


@pytest.mark.parametrize("between", [" ", "\n", " (accessed 2020).\n", "\nand "])
@pytest.mark.parametrize("following", FOLLOWED)
def test_no_address_is_read_on_over_the_next_one(following: str, between: str) -> None:
    links = find_links(Text(f"See https://weir.example/news/flood{between}{following}\n\nThe end.\n"), ())
    assert len(links) == 2
    assert links[0].url == "https://weir.example/news/flood"


@pytest.mark.parametrize("following", FOLLOWED[:3])
def test_no_folder_is_read_on_over_the_next_address(following: str) -> None:
    links = find_links(Text(f"See https://weir.example/news/\n{following}\n\nThe end.\n"), ())
    assert len(links) == 2
    assert links[0].url == "https://weir.example/news/"
