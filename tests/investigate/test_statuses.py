"""What becomes of a link: evidence in, status out, and how many questions it took."""

from __future__ import annotations

from typing import Any

import pytest

from citecheck.investigate.answers import judge
from citecheck.investigate.made_up import sibling_of
from citecheck.model import ArchiveState, Failure, FailureKind, LinkStatus, Purpose, Seen
from tests.investigate.evidence import WHEN, World, case, html, memento, replay, sibling

URL = "https://a.example/2014/report.html"
HOME = "https://a.example/"
SAME = {"status": 200, "text": "Nothing to see", "title": "A"}

TABLE: list[tuple[str, Any, str, str, int]] = [
    ("a healthy page", html("Report"), "ok", "ok", 1),
    ("not found, twice", 404, "gone", "http-404", 2),
    ("gone, twice", 410, "gone", "http-410", 2),
    ("forbidden", 403, "blocked", "http-403", 1),
    ("too many requests", 429, "blocked", "http-429", 1),
    ("legal reasons", 451, "blocked", "http-451", 1),
    ("programs refused", 999, "blocked", "http-999", 1),
    ("a teapot", 418, "blocked", "http-418", 1),
    ("log in", 401, "restricted", "http-401", 1),
    ("pay", 402, "restricted", "http-402", 1),
    ("server trouble", 503, "unreachable", "http-503", 2),
    ("unknown name", "dns", "unreachable", "dns", 2),
    ("refused", "refused", "unreachable", "refused", 2),
    ("reset", "reset", "unreachable", "reset", 2),
    ("time-out", "timeout", "unreachable", "timeout", 2),
    ("no handshake", "tls", "unreachable", "tls", 2),
    ("circle", "redirect-loop", "unreachable", "redirect-loop", 2),
    ("private address", "forbidden", "refused", "address-refused", 1),
    ("no address", "invalid", "invalid", "invalid-url", 1),
    ("budget", "budget", "not-checked", "budget", 1),
    ("not recorded", "not-recorded", "not-checked", "not-recorded", 1),
    ("offline", "offline", "not-checked", "offline", 1),
    ("nothing at all", {"body": ""}, "blocked", "empty-page", 1),
    ("no content", {"status": 204}, "blocked", "empty-page", 1),
    (
        "mark-up around nothing",
        {"body": "<html><head></head><body></body></html>"},
        "blocked",
        "empty-page",
        1,
    ),
    ("a picture and no word", {"body": "<html><body><img src='/a.png'></body></html>"}, "ok", "ok", 2),
    (
        "scripts and no word",
        {"body": "<body><div id='x'></div><script src='/a.js'></script>"},
        "ok",
        "script-shell",
        1,
    ),
    (
        "a script that sets a cookie and loads again",
        {"body": "<script>document.cookie='a=1';location.reload()</script>"},
        "blocked",
        "challenge",
        1,
    ),
    (
        "challenge on 403",
        {"status": 403, "headers": {"cf-mitigated": "challenge"}},
        "blocked",
        "challenge",
        1,
    ),
    (
        "challenge on 503",
        {"status": 503, "headers": {"cf-mitigated": "challenge"}},
        "blocked",
        "challenge",
        1,
    ),
    ("DDoS-Guard on 403", {"status": 403, "headers": {"server": "ddos-guard"}}, "blocked", "challenge", 1),
    ("certificate", html("Report") | {"tls_fault": "expired"}, "ok", "ok", 1),
    ("https", html("Report") | {"hops": [(301, URL)]}, "ok", "ok", 1),
    (
        "found elsewhere for now",
        html("Report") | {"hops": [(302, "https://a.example/new/report")]},
        "ok",
        "ok",
        1,
    ),
    ("moved", html("Report") | {"hops": [(301, "https://a.example/new/report")]}, "moved", "moved", 1),
    ("moved, 308", html("Report") | {"hops": [(308, "https://b.example/report")]}, "moved", "moved", 1),
]


@pytest.mark.parametrize("decision", ["forbidden", "invalid", "budget", "not-recorded", "offline"])
def test_what_was_never_asked_has_no_date(decision: str) -> None:
    """So that a live run and its replay say the same."""
    assert World({URL: decision})(case(URL)).checked is None
    assert World({URL: 403})(case(URL)).checked is not None


@pytest.mark.parametrize(
    ("given", "status", "code", "requests"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_one_answer(given: Any, status: str, code: str, requests: int) -> None:
    world = World({URL: given})
    check = world(case(URL))
    assert (check.status, check.code) == (status, code)
    assert len(world.requests()) == requests
    assert check.reason.endswith(".")


SHELL = {"body": '<div id="root"></div><script src="/x.js"></script>', "title": "A", "text": ""}


def test_a_shell_that_only_scripts_fill_is_fine_and_says_so() -> None:
    world = World({URL: SHELL, sibling(URL): SHELL})
    check = world(case(URL))
    assert (check.status, check.code) == (LinkStatus.OK, "script-shell")
    assert "scripts" in check.reason


def test_a_page_that_forwards_its_readers_home() -> None:
    page = {"body": '<meta http-equiv="refresh" content="0; url=/">', "text": ""}
    assert World({URL: page, sibling(URL): page})(case(URL)).status is LinkStatus.SOFT_404
    assert World({URL: page, sibling(URL): 404})(case(URL)).status is LinkStatus.BLOCKED


def test_one_template_for_every_address_is_a_soft_404() -> None:
    def page(url: str, news: str) -> dict[str, Any]:
        text = f"Error: nothing at {url} at 12:{len(news)} {news}"
        return {"title": "Error | A", "text": text}

    beside = sibling(URL)
    world = World({URL: page(URL, "One ship came in"), beside: page(beside, "Two ships went out today")})
    assert world(case(URL)).status is LinkStatus.SOFT_404


def test_a_thing_sold_out_is_a_living_page_under_its_own_name() -> None:
    url = "https://a.example/shop/cutter-kit"
    notice = "Sorry, this product is no longer available."
    text = f"Cutter kit\n{notice}\nLimewood hull, brass fittings, two sheets of plans."
    world = World({url: html("Cutter kit", text), sibling(url): 404})
    assert world(case(url)).status is LinkStatus.OK


def test_a_short_page_that_has_nothing_of_the_address_must_differ_from_a_made_up_one() -> None:
    page = html(
        "Harbour News", "Harbour News\nThis story was taken down, says the page.\nA new quay for the ferry"
    )
    made_up = sibling_of(URL, deep=True) or ""
    assert made_up.rpartition("/")[0] == URL.rpartition("/")[0]
    assert World({URL: page, made_up: page})(case(URL)).status is LinkStatus.SOFT_404
    assert World({URL: page, made_up: 404})(case(URL)).status is LinkStatus.OK


def test_an_id_of_letters_does_not_make_a_made_up_title_a_page() -> None:
    url = "https://a.example/watch/some-words/any-title"
    assert (sibling_of(url, deep=True) or "").split("/")[3:4] == ["watch"]
    assert "some-words" not in (sibling_of(url, deep=True) or "")


def test_a_market_for_names_that_is_called_by_the_asked_one_is_a_parked_domain() -> None:
    lander = html("a.example", "a.example\nGet this name. Our broker asks the owner for you.") | {
        "hops": [(302, "https://lander.names.example/a.example")]
    }
    world = World({URL: lander, sibling(URL): lander})
    assert world(case(URL)).status is LinkStatus.PARKED


def test_few_words_alone_are_no_reason_to_ask_twice() -> None:
    world = World({URL: {"text": "Fine."}})
    assert world(case(URL)).status is LinkStatus.OK
    assert len(world.requests()) == 1


def test_an_error_in_the_title_of_a_long_page_is_its_subject() -> None:
    text = " ".join(f"word{number}" for number in range(400))
    world = World({URL: html("Helgrind: a thread error detector", text)})
    assert world(case(URL)).status is LinkStatus.OK
    assert len(world.requests()) == 1


def test_second_look_heals() -> None:
    world = World({URL: "timeout", (Purpose.SECOND_LOOK, URL): html("Report")})
    check = world(case(URL))
    assert check.status is LinkStatus.OK
    assert check.archive.state is ArchiveState.NOT_ASKED
    assert check.attempts == 2


def test_two_different_kinds_of_bad_news_are_no_death() -> None:
    world = World({URL: 404, (Purpose.SECOND_LOOK, URL): "timeout"})
    assert world(case(URL)).status is LinkStatus.UNREACHABLE


def test_second_look_and_archive_are_asked_at_the_same_time() -> None:
    from citecheck.investigate import next_step
    from tests.investigate.evidence import answer

    first = next_step(case(URL), {})
    assert isinstance(first, tuple)
    step = next_step(case(URL), {first[0]: answer(URL, 404)})
    assert isinstance(step, tuple)
    assert {ask.purpose for ask in step} == {Purpose.SECOND_LOOK, Purpose.REPLAY}  # type: ignore[union-attr]


@pytest.mark.parametrize("status", [301, 302])
def test_redirect_to_the_home_page_is_settled_by_a_sibling(status: int) -> None:
    there = html("A", "Welcome to A") | {"hops": [(status, HOME)]}
    same = World({URL: there, sibling(URL): there})
    assert same(case(URL)).status is LinkStatus.SOFT_404
    honest = World({URL: there, sibling(URL): 404})
    assert honest(case(URL)).status is LinkStatus.BLOCKED
    assert len(honest.requests()) == 2


def test_a_home_page_never_has_a_sibling() -> None:
    world = World({HOME: html("404", "404")})
    world(case(HOME))
    assert world.requests() == [HOME]


def test_archive_of_a_dead_page() -> None:
    world = World({URL: 404, replay(URL): memento(original=URL, title="Report")})
    check = world(case(URL))
    assert check.status is LinkStatus.GONE
    assert check.archive.state is ArchiveState.ARCHIVED
    assert check.archive.url == f"https://web.archive.org/web/20140502101112/{URL}"
    assert check.archive.days_from_citation == 1
    assert [page.purpose for page in check.pages] == [Purpose.REPLAY]


@pytest.mark.parametrize("title", ["Home", "Startseite", "Главная страница"])
def test_a_home_page_at_any_address_is_settled_by_a_sibling(title: str) -> None:
    page = html(title)
    assert World({URL: page, sibling(URL): page})(case(URL)).status is LinkStatus.SOFT_404
    assert World({URL: page, sibling(URL): 404})(case(URL)).status is LinkStatus.OK
    news = World({"https://a.example/x/news": html("News")})
    assert news(case("https://a.example/x/news")).status is LinkStatus.OK
    assert len(news.requests()) == 1


def test_a_lasting_identifier_is_asked_once() -> None:
    doi = "https://doi.org/10.1234/abc"
    world = World({doi: html("Paper") | {"hops": [(302, "https://publisher.example/article/S0")]}})
    assert world(case(doi)).status is LinkStatus.OK
    assert world.requests() == [doi]


def test_what_is_left_over_says_why() -> None:
    failure = Failure(URL, FailureKind.BUDGET, "the host asks to wait 3600 seconds", WHEN)
    assert judge(URL, Seen(failure)).reason == "The host asks to wait 3600 seconds."
