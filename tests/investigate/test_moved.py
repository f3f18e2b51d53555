"""Moved or not: permanence, housekeeping, and titles that speak against it."""

from __future__ import annotations

import pytest

from citecheck.investigate.addresses import is_home, off_path, same_address
from citecheck.investigate.made_up import sibling_of
from citecheck.model import LinkStatus, Suggestion
from tests.investigate.evidence import World, case, html, sibling

URL = "http://www.a.example/2014/harbour-report.html"
NEW = "https://www.a.example/archive/harbour-report"
CITED = "The annual report of the harbour office"

Hops = list[tuple[int, str]]

TABLE: list[tuple[str, Hops, str, str | None]] = [
    ("permanent", [(301, NEW)], "moved", NEW),
    ("permanent, 308", [(308, NEW)], "moved", NEW),
    ("temporary", [(302, NEW)], "ok", None),
    ("temporary, 307", [(307, NEW)], "ok", None),
    ("see other", [(303, NEW)], "ok", None),
    ("https", [(301, URL.replace("http:", "https:"))], "ok", None),
    ("without www", [(301, URL.replace("www.", ""))], "ok", None),
    ("a slash more", [(301, URL + "/")], "ok", None),
    ("a parameter more", [(301, URL + "?lang=en")], "ok", None),
    ("https, then a new place", [(301, URL.replace("http:", "https:")), (301, NEW)], "moved", NEW),
    ("https, then elsewhere for now", [(301, URL.replace("http:", "https:")), (302, NEW)], "ok", None),
    ("a new place, then a language for now", [(301, NEW), (302, NEW + "/en")], "moved", NEW),
    ("elsewhere for now, then for good", [(302, NEW), (301, NEW + "/x")], "ok", None),
]


@pytest.mark.parametrize(
    ("hops", "status", "target"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_redirects(hops: Hops, status: str, target: str | None) -> None:
    check = World({URL: html("Harbour report") | {"hops": hops}})(case(URL))
    assert check.status == status
    if target:
        assert check.final_url == target
        assert check.suggestion == Suggestion(target, "moved", None)
    else:
        assert check.suggestion is None


@pytest.mark.parametrize("fragment", ["#part-2", "#:~:text=the%20harbour,lamps"])
def test_the_part_of_the_page_that_was_cited_is_kept(fragment: str) -> None:
    """RFC 9110, 10.2.2: a redirect without a fragment hands the old one on."""
    stays = World({URL: html("Harbour report")})(case(URL + fragment))
    assert (stays.status, stays.final_url) == (LinkStatus.OK, URL + fragment)
    moved = World({URL: html("Harbour report") | {"hops": [(301, NEW)]}})(case(URL + fragment))
    assert (moved.status, moved.final_url) == (LinkStatus.MOVED, NEW + fragment)
    assert moved.suggestion == Suggestion(NEW + fragment, "moved", None)
    elsewhere = World({URL: html("Harbour report") | {"hops": [(301, NEW + "#top")]}})(case(URL + fragment))
    assert elsewhere.final_url == NEW + "#top"


def test_a_lasting_identifier_does_not_move() -> None:
    doi = "https://doi.org/10.1234/abc"
    world = World({doi: html("Paper") | {"hops": [(301, "https://publisher.example/x/10.1234/abc")]}})
    assert world(case(doi)).status is LinkStatus.OK


@pytest.mark.parametrize(
    "title",
    ["Home", "Startseite", "Search results", "Главная", "Home | Harbour Office", "Порт — Главная страница"],
)
def test_a_page_for_any_purpose_is_no_new_place(title: str) -> None:
    page = html(title) | {"hops": [(301, NEW)]}
    assert World({URL: page})(case(URL)).status is LinkStatus.BLOCKED


def test_a_title_may_speak_against_a_move() -> None:
    casino = html("Best bonus of the casino and the slots") | {
        "hops": [(301, "https://b.example/play/bonus")]
    }
    assert World({URL: casino})(case(URL, title=CITED)).status is LinkStatus.BLOCKED
    agreeing = html(CITED) | {"hops": [(301, "https://b.example/x/annual")]}
    check = World({URL: agreeing})(case(URL, title=CITED))
    assert check.status is LinkStatus.MOVED
    assert check.suggestion is not None
    assert check.suggestion.confirmed_by == "title"


def test_a_translated_title_does_not_speak_against_a_move() -> None:
    page = html("The annual report of the harbour office") | {"hops": [(301, NEW)]}
    cited = "Le rapport annuel de la capitainerie du port"
    assert World({URL: page})(case(URL, title=cited)).status is LinkStatus.MOVED


def test_one_place_for_all_unknown_addresses_is_a_soft_404() -> None:
    news = html("News of the harbour") | {"hops": [(301, "https://www.a.example/latest")]}
    world = World({URL: news, sibling(URL): news})
    assert world(case(URL)).status is LinkStatus.SOFT_404


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://a.example/x", "https://www.a.example/x/", True),
        ("http://a.example/X", "http://a.example/x", True),
        ("http://a.example/x?id=1", "http://a.example/x?id=1&s=2", True),
        ("http://a.example/x?id=1", "http://a.example/x?id=2", False),
        ("http://a.example/x?id=1", "http://a.example/x", False),
        ("http://a.example/x", "http://b.example/x", False),
        ("http://a.example/x", "http://a.example/y", False),
    ],
)
def test_same_address(one: str, other: str, same: bool) -> None:
    assert same_address(one, other) is same


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example",
        "https://a.example/",
        "https://a.example/en/",
        "https://a.example/index.php",
        "https://a.example/de/home",
    ],
)
def test_home_pages_have_no_sibling(url: str) -> None:
    assert is_home(url)
    assert sibling_of(url) is None


@pytest.mark.parametrize(
    ("url", "start", "end"),
    [
        ("https://a.example/2014/05/report.html", "https://a.example/2014/05/", ".html"),
        ("https://a.example/news/title-of-it", "https://a.example/news/", ""),
        ("https://a.example/questions/4711/title", "https://a.example/questions/", ""),
        ("https://a.example/x.php?lang=en", "https://a.example/", ".php"),
        ("https://a.example/2014/", "https://a.example/", ""),
    ],
)
def test_siblings_stand_beside_the_page_and_are_always_the_same(url: str, start: str, end: str) -> None:
    found = sibling_of(url)
    assert found == sibling_of(url)
    assert found is not None
    assert found.startswith(start)
    assert found.endswith(end)
    name = found.rpartition("/")[2].partition(".")[0]
    assert len(name) == 25
    assert name.isalpha()
    assert found != sibling_of(url.replace("a.example", "b.example"))


@pytest.mark.parametrize(
    ("asked", "final", "off"),
    [
        ("https://a.example/news/2014/harbour", "https://a.example/news/", True),
        ("https://a.example/news/2014/harbour", "https://b.example/x/harbour-wall", False),
        ("https://a.example/p/4711", "https://a.example/story/4711/title", False),
        ("https://a.example/old/harbour", "https://a.example/latest", True),
    ],
)
def test_off_path(asked: str, final: str, off: bool) -> None:
    assert off_path(asked, final) is off


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://a.example/viewtopic.php?f=4&t=2211", "http://a.example/viewtopic.php?f=4&t=9"),
        ("http://a.example/?p=12", "http://a.example/?p=9"),
        ("https://a.example/x.php?id=12", "https://a.example/x.php?id=9"),
        ("http://a.example/story.asp?id=7&lang=en", "http://a.example/story.asp?id=9"),
    ],
)
def test_the_sibling_of_a_script_has_another_id(url: str, kept: str) -> None:
    found = sibling_of(url)
    assert found is not None
    assert found.startswith(kept)
    assert found != url


def test_what_chooses_no_page_is_no_id() -> None:
    found = sibling_of("http://a.example/press/lamp?lang=12&sid=4711")
    assert found is not None
    assert found.startswith("http://a.example/press/")
    assert "4711" not in found
