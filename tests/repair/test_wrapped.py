"""Addresses that the width of the line cut off: at any sign, with nothing at the joint to show it."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.repair.links import find_links

PATHS = [
    "https://protokolle.example/ufer/harbour-survey",
    "https://werft.example/akten/1994/4712",
    "https://werft.example/a?id=47&page=141",
    "https://deichbund.example/2014/notes_bridge.html",
    "http://pegel.example/files/water-2019.pdf",
    "https://doi.org/10.1234/abcd.2019.0451",
]
BEHIND = [
    " (besøgt 3. maj 2021).",
    ", accessed 3 May 2021.",
    " (дата обращения: 03.05.2021).",
    " [cit. 2021-05-03].",
]


def read(text: str) -> list[str]:
    return [link.repair.url or "" for link in find_links(Text(text), ())]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("url", PATHS)
@pytest.mark.parametrize("indent", ["", "   "])
def test_an_address_cut_at_any_sign_is_one_address(url: str, behind: str, indent: str) -> None:
    wrong = []
    for cut in range(1, len(url)):
        text = f"N. Holm, Der Zoll, in: Jahrbuch 19, S. 7. {url[:cut]}\n{indent}{url[cut:]}{behind}"
        if read(text) != [url]:
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Siehe https://werft.example/akten\nund die Antwort des Amtes.",
        "See https://werft.example/akten\nonline (accessed 3 May 2021).",
        "See https://werft.example/main.js\non 5 May 2021.",
        "See https://werft.example/akten\n12 letters were lost.",
        "See https://werft.example/harbour\nSurvey of the land.",
    ],
)
def test_what_a_line_begins_with_is_not_always_the_address(text: str) -> None:
    assert read(text)[0] in {
        "https://werft.example/akten",
        "https://werft.example/main.js",
        "https://werft.example/harbour",
    }


def test_a_segment_that_is_printed_whole_tells_how_it_is_spelled() -> None:
    whole, cut = (
        "http://pegel.example/files/Jaarverslag2019.pdf",
        "http://pegel.example/files/Jaar\nverslag2019.pdf",
    )
    assert set(read(f"See {whole}.\n\nSee {cut}.\n\nAnd {whole} again.")) == {whole}


@pytest.mark.parametrize("end", ["\r\n", "\r", "  \n", "\n\n", " \r\n\t"])
def test_the_ends_of_lines_may_be_of_any_kind(end: str) -> None:
    url = "https://protokolle.example/ufer/harbour-survey"
    for cut in (1, 5, 7, 20, 33, 47):
        assert read(f"N. Holm, S. 7. {url[:cut]}{end}{url[cut:]} (besøgt 3. maj 2021).") == [url]


def test_soft_hyphens_elsewhere_in_the_address_do_not_end_it() -> None:
    text = "See https://www.ark\n   iv-harbour.example/regi\u00adonal/16 (besøgt 3. maj 2021)."
    assert read(text) == ["https://www.arkiv-harbour.example/regional/16"]
