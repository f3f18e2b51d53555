"""A date of access whose first word is glued to the address before it."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.repair.links import find_links


def read(text: str) -> list[str]:
    return [link.repair.url or "" for link in find_links(Text(text), ())]


@pytest.mark.parametrize("path", ["mill/weir.html", "mill/weir.pdf", "node/4712", "a?id=47"])
@pytest.mark.parametrize(
    "behind",
    [
        "accessed 3 May 2019.",
        "Accessed: 3 May\n2019.",
        "last accessed 3 May 2019.",
        "consultado\nel 2 de febrero de 2020.",
        "consulté le 2 février 2020.",
        "abgerufen am 3.5.2019.",
        "zuletzt abgerufen am 3. Mai 2019.",
        "retrieved on May 3, 2019.",
        "dostęp 3 maja 2019.",
        "дата обращения: 03.05.2019.",
        "accessed 2019-05-03.",
    ],
)
def test_the_word_is_cut_off(path: str, behind: str) -> None:
    assert read(f"Orr, Mills, https://mill.example/{path}{behind}") == [f"https://mill.example/{path}"]


@pytest.mark.parametrize(
    "url",
    [
        "https://mill.example/files/accessed",
        "https://mill.example/node/47accessed",
        "https://mill.example/accessed-2019.html",
        "https://mill.example/most-viewed",
        "https://mill.example/notes/unaccessed",
    ],
)
@pytest.mark.parametrize("behind", [".", ", 3 May 2019.", " (accessed 3 May 2019).", " and other mills."])
def test_a_word_of_the_address_stays(url: str, behind: str) -> None:
    assert read(f"Orr, Mills, {url}{behind}") == [url]


def test_a_word_of_the_address_behind_a_slash_and_before_a_year() -> None:
    """A page's name may be such a word; only a date right behind it makes it the text's."""
    assert read("See https://mill.example/list/viewed by the clerk.") == ["https://mill.example/list/viewed"]


@pytest.mark.parametrize("url", ["open/access", "museum/archived", "messe/stand", "list?status=archived"])
@pytest.mark.parametrize("behind", [" in 2019", " on 3 May 2019", " vom 12. Mai 2019"])
def test_a_name_of_its_own_is_no_such_word(url: str, behind: str) -> None:
    assert read(f"Orr, https://mill.example/{url}{behind}")[0].startswith(f"https://mill.example/{url}")
