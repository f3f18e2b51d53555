"""Candidates, archive, quotations: in which order the world is asked, and what is drawn from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from citecheck.investigate import next_step
from citecheck.investigate.archives import wayback
from citecheck.model import ArchiveState, Fetch, LinkCheck, LinkStatus, Purpose, Suggestion
from tests.investigate.evidence import World, answer, case, cdx, html, memento, replay

URL = "https://a.example/2014/report.html"
OTHER = "https://a.example/2014/rep0rt.html"
STRANGER = "https://b.example/2014/report.html"
TITLE = "The annual report of the harbour office"
QUOTE = "the wall has come through its first storm without any damage"
WANTED = date(2014, 5, 1)
INDEX = wayback.index_url(URL, WANTED)
NEAREST = wayback.nearest_url(URL, WANTED)


def row(stamp: str, status: str = "200", digest: str = "A", url: str = URL) -> tuple[str, str, str, str, str]:
    return (stamp, url, status, "text/html", digest)


def at(stamp: str, url: str = URL) -> str:
    return wayback.replay_url(url, stamp)


# ---- candidates


def test_the_first_candidate_that_answers_well_is_the_link() -> None:
    world = World({OTHER: 404, URL: html(TITLE)})
    check = world(case(OTHER, URL, title=TITLE))
    assert (check.url, check.status) == (URL, LinkStatus.OK)
    assert check.suggestion is not None
    assert (check.suggestion.url, check.suggestion.evidence) == (URL, "candidate")
    assert check.suggestion.confirmed_by == "title"
    assert world.requests() == [OTHER, URL]
    assert world.requests(archive=True) == []


def test_a_first_candidate_that_answers_well_ends_the_questions() -> None:
    world = World({URL: html("Report"), OTHER: html("Report")})
    check = world(case(URL, OTHER))
    assert check.suggestion is None
    assert world.requests() == [URL]


@pytest.mark.parametrize(
    ("first", "speaks", "status"),
    [("timeout", OTHER, "unreachable"), (503, OTHER, "unreachable"), ("dns", "https://c.example/x", "gone")],
)
def test_a_lesser_reading_that_is_gone_buries_none_that_nobody_could_ask(
    first: Any, speaks: str, status: str
) -> None:
    """A host that does not exist is a misread one; a silent one may hold the page."""
    better = OTHER if status == "unreachable" else "https://d.example/x"
    lesser = URL if status == "unreachable" else speaks
    check = World({better: first, lesser: 404})(case(better, lesser))
    assert (check.url, check.status) == (speaks, status)


def test_no_more_than_three_candidates_are_asked() -> None:
    urls = [f"https://a.example/{number}/x" for number in range(6)]
    world = World(dict.fromkeys(urls, 404))
    assert world(case(*urls)).status is LinkStatus.GONE
    assert {url for url in world.requests() if url in urls} == set(urls[:3])


def test_a_strangers_host_is_asked_of_the_archive_only() -> None:
    world = World({STRANGER: html("x"), replay(STRANGER): memento(original=STRANGER, title=TITLE)})
    check = world(case(STRANGER, printed=["a.example"], title=TITLE))
    assert world.requests() == []
    assert (check.status, check.code) == (LinkStatus.NOT_CHECKED, "host-not-printed")
    assert check.archive.state is ArchiveState.ARCHIVED


def test_the_archive_chooses_between_candidates_that_are_all_gone() -> None:
    world = World({OTHER: 404, URL: 404, replay(URL): memento(original=URL, title=TITLE)})
    check = world(case(OTHER, URL, title=TITLE))
    assert (check.url, check.status) == (URL, LinkStatus.GONE)
    assert check.archive.state is ArchiveState.ARCHIVED
    assert check.suggestion is not None
    assert check.suggestion.confirmed_by == "title"


def test_www_in_front_makes_no_other_site() -> None:
    world = World({"https://www.a.example/r": html("r")})
    assert world(case("https://www.a.example/r", printed=["a.example"])).status is LinkStatus.OK


def test_a_dark_host_is_not_asked_for_its_other_candidates() -> None:
    world = World({URL: "dns", OTHER: html("x")})
    assert world(case(URL, OTHER)).status is LinkStatus.UNREACHABLE
    assert OTHER not in world.requests()


def test_a_candidate_behind_a_wall_keeps_the_link_from_being_called_dead() -> None:
    world = World({OTHER: 404, URL: 403})
    assert world(case(OTHER, URL)).status is LinkStatus.BLOCKED


@pytest.mark.parametrize(
    ("urls", "code"),
    [
        ((), "no-url"),
        (("ftp://a.example/x",), "scheme"),
        (("https://",), "invalid-url"),
        (("https://a b",), "invalid-url"),
    ],
)
def test_what_is_no_address_is_invalid(urls: tuple[str, ...], code: str) -> None:
    check = next_step(case(*urls, printed=[]), {})
    assert isinstance(check, LinkCheck)
    assert (check.status, check.code) == (LinkStatus.INVALID, code)


# ---- archive


def test_redirects_of_the_archive_and_of_the_page() -> None:
    moved = "https://a.example/new/report.html"
    world = World({URL: 404, replay(URL): memento("20130101000000", original=moved, title="r")})
    check = world(case(URL))
    assert check.archive.url == f"https://web.archive.org/web/20130101000000/{moved}"
    home = memento("20130101000000", original="https://a.example/", title="r")
    check = World({URL: 404, replay(URL): home})(case(URL))
    assert check.archive.state is ArchiveState.ARCHIVED_NOT_OK


SOFT = memento(title="Page not found", text="Sorry, the page does not exist.")
STATES: list[tuple[str, Any, Any, ArchiveState]] = [
    ("never", 404, cdx(), ArchiveState.NEVER_ARCHIVED),
    ("busy", 429, cdx(), ArchiveState.NO_ANSWER),
    ("trouble", 503, cdx(), ArchiveState.NO_ANSWER),
    ("refused", "refused", cdx(), ArchiveState.NO_ANSWER),
    ("time-out", "timeout", cdx(), ArchiveState.NO_ANSWER),
    ("budget", "budget", "budget", ArchiveState.NOT_ASKED),
    ("offline", "offline", "offline", ArchiveState.NOT_ASKED),
    ("not recorded", "not-recorded", "not-recorded", ArchiveState.NOT_ASKED),
    ("excluded", {"status": 403, "body": "has been excluded"}, cdx(), ArchiveState.EXCLUDED),
    (
        "an error, nothing else",
        memento(status=404),
        cdx(row("20140502101112", "404")),
        ArchiveState.ARCHIVED_NOT_OK,
    ),
    ("an error, index busy", memento(status=404), 429, ArchiveState.NO_ANSWER),
    ("an error, index empty", memento(status=404), cdx(), ArchiveState.ARCHIVED_NOT_OK),
    (
        "an error, index excluded",
        memento(status=404),
        {"status": 403, "body": "blocked site error"},
        ArchiveState.EXCLUDED,
    ),
    ("a circle", "redirect-loop", cdx(row("20140502101112", "302")), ArchiveState.ARCHIVED_NOT_OK),
    (
        "a soft 404",
        memento(title="Page not found", text="Sorry, the page does not exist."),
        cdx(),
        ArchiveState.ARCHIVED_NOT_OK,
    ),
    ("a challenge", memento(title="Just a moment...", text="Verify"), cdx(), ArchiveState.ARCHIVED_NOT_OK),
]


@pytest.mark.parametrize(
    ("given", "index", "state"), [one[1:] for one in STATES], ids=[one[0] for one in STATES]
)
def test_what_the_archive_says(given: Any, index: Any, state: ArchiveState) -> None:
    world = World({URL: 404, Purpose.REPLAY: given, Purpose.INDEX: index})
    check = world(case(URL))
    assert check.status is LinkStatus.GONE
    assert check.archive.state is state
    assert check.archive.reason


def test_the_index_is_asked_where_the_nearest_capture_is_an_error() -> None:
    world = World(
        {
            URL: 404,
            replay(URL): memento("20140502101112", status=404),
            INDEX: cdx(row("20120101000000"), row("20140502101112", "404"), row("20150101000000")),
            at("20150101000000"): memento("20150101000000", title="r"),
        }
    )
    check = world(case(URL))
    assert check.archive.url == f"https://web.archive.org/web/20150101000000/{URL}"
    assert len([url for url in world.requests(archive=True) if "/cdx/" in url]) == 1


def test_a_second_index_query_has_no_bounds() -> None:
    world = World(
        {
            URL: 404,
            replay(URL): memento("20140502101112", status=404),
            INDEX: cdx(row("20140502101112", "404")),
            NEAREST: cdx(row("20050101000000")),
            at("20050101000000"): memento("20050101000000", title="r"),
        }
    )
    assert world(case(URL)).archive.state is ArchiveState.ARCHIVED


def test_no_more_than_three_captures_are_fetched_from_one_index_answer() -> None:
    stamps = [f"201{number}0101000000" for number in range(1, 8)]
    world = World({URL: 404, Purpose.REPLAY: memento(status=404), INDEX: cdx(*map(row, stamps))})
    assert world(case(URL)).archive.state is ArchiveState.ARCHIVED_NOT_OK
    assert len([url for url in world.requests(archive=True) if "/web/" in url]) <= 4


def test_secrets_never_go_to_the_archive() -> None:
    url = "https://a.example/r?token=abcdef123456"
    world = World({url: 404})
    check = world(case(url))
    assert world.requests(archive=True) == []
    assert check.archive.state is ArchiveState.NOT_ASKED
    assert "secret" in (check.archive.reason or "")


def test_no_archive_is_asked_where_none_is_wanted() -> None:
    world = World({URL: 404})
    check = world(case(URL, archive="none"))
    assert world.requests(archive=True) == []
    assert check.archive.state is ArchiveState.NOT_ASKED


def test_a_status_reached_stays_when_the_archive_gives_out() -> None:
    check = World({URL: 404, Purpose.REPLAY: "budget"})(case(URL))
    assert (check.status, check.archive.state) == (LinkStatus.GONE, ArchiveState.NOT_ASKED)


def test_a_budget_that_ends_before_the_second_look_settles_nothing() -> None:
    check = World({URL: 404, (Purpose.SECOND_LOOK, URL): "budget"})(case(URL))
    assert check.status is LinkStatus.NOT_CHECKED
    assert check.http_status == 404


# ---- quotations and living pages


def test_a_living_page_that_holds_the_quotation_ends_the_questions() -> None:
    world = World({URL: html("Report")})
    check = world(case(URL, quotations=(QUOTE,)))
    assert world.requests(archive=True) == []
    assert check.pages == (Fetch(URL, Purpose.LIVE, True),)


def test_a_quotation_missing_on_the_living_page_is_looked_for_in_captures() -> None:
    neighbour = at("20120101000000")
    answers = {
        URL: html("Report", "It was rewritten, from the first word to the last, and most is gone. " * 9),
        replay(URL): memento("20140502101112", original=URL, title="Report"),
        INDEX: cdx(
            row("20120101000000", digest="B"), row("20140502101112"), row("20160101000000", digest="C")
        ),
        neighbour: memento("20120101000000", title="Report"),
        at("20160101000000"): memento("20160101000000", title="Report"),
    }
    missing = {(QUOTE, URL): False, (QUOTE, replay(URL)): False, (QUOTE, at("20160101000000")): False}
    check = World(answers, missing)(case(URL, quotations=(QUOTE,)))
    assert check.status is LinkStatus.OK
    assert [page.url for page in check.pages] == [URL, replay(URL), neighbour]
    assert check.archive.state is ArchiveState.ARCHIVED


def test_a_page_that_has_hardly_changed_has_no_versions_worth_a_look() -> None:
    answers = {URL: html("Report"), replay(URL): memento(original=URL, title="Report")}
    world = World(answers, {(QUOTE, URL): False, (QUOTE, replay(URL)): False})
    assert [page.url for page in world(case(URL, quotations=(QUOTE,))).pages] == [URL, replay(URL)]
    assert not [url for url in world.requests(archive=True) if "/cdx/" in url]


def test_a_page_without_text_sends_nobody_to_the_archive() -> None:
    world = World(
        {URL: {"raw": True, "body": "a picture", "headers": {"content-type": "image/png"}}},
        {(QUOTE, URL): False},
    )
    assert world(case(URL, quotations=(QUOTE,))).status is LinkStatus.OK
    assert world.requests(archive=True) == []


def test_drift_is_judged_on_demand() -> None:
    old = (
        "The ferry sails twice a day from the inner mole to the island of gulls in all weathers but fog. " * 6
    )
    answers = {URL: html("Cheap flights"), replay(URL): memento(original=URL, title="Ferry times", text=old)}
    assert World(answers)(case(URL)).drifted is None
    drifted = World(answers)(case(URL, drift=True)).drifted
    assert drifted is not None
    assert "Ferry times" in drifted
    same = answers | {replay(URL): memento(original=URL, title="Report")}
    assert World(same | {URL: html("Report")})(case(URL, drift=True)).drifted is None


def test_pages_behind_a_pay_wall_come_after_captures() -> None:
    wall = html("Subscribe to read", "The wall was finished. Subscribe to read")
    check = World({URL: wall, replay(URL): memento(original=URL, title="r")})(case(URL))
    assert check.status is LinkStatus.RESTRICTED
    assert [page.purpose for page in check.pages] == [Purpose.REPLAY, Purpose.LIVE]


# ---- truncated and damaged addresses

CUT = "https://a.example/2014/annual-rep-"
WHOLE = "https://a.example/2014/annual-report-harbour.html"
PREFIX = wayback.prefix_url("https://a.example/2014/annual-rep", WANTED)


def prefix(*urls: str) -> dict[str, Any]:
    return cdx(*(row("20140301000000", url=url) for url in urls))


def test_a_truncated_address_is_recovered_and_confirmed_by_the_title() -> None:
    answers = {CUT: 404, PREFIX: prefix(WHOLE), replay(WHOLE): memento(original=WHOLE, title=TITLE)}
    check = World(answers)(case(CUT, problems=("truncated",), title=TITLE))
    assert check.suggestion is not None
    assert (check.suggestion.url, check.suggestion.evidence, check.suggestion.confirmed_by) == (
        WHOLE,
        "archive-prefix",
        "title",
    )
    assert check.url == CUT
    assert check.pages


def test_a_truncated_address_is_confirmed_by_the_quotation() -> None:
    page = memento(original=WHOLE, title="x", text=f"It is said that {QUOTE}.")
    answers = {CUT: 404, PREFIX: prefix(WHOLE), replay(WHOLE): page}
    check = World(answers)(case(CUT, problems=("truncated",), quotations=(QUOTE,)))
    assert check.suggestion is not None
    assert check.suggestion.confirmed_by == "quotation"


def test_an_unconfirmed_recovery_stays_a_suggestion() -> None:
    check = World({CUT: 404, PREFIX: prefix(WHOLE)})(case(CUT, problems=("truncated",)))
    assert check.suggestion is not None
    assert check.suggestion.confirmed_by is None
    assert check.archive.state is ArchiveState.NEVER_ARCHIVED


def test_several_addresses_alike_give_no_suggestion() -> None:
    twins = ("https://a.example/2014/annual-reply", "https://a.example/2014/annual-repose")
    assert World({CUT: 404, PREFIX: prefix(*twins)})(case(CUT, problems=("truncated",))).suggestion is None


@pytest.mark.parametrize("url", ["https://a.example/", "https://a.example/2"])
def test_too_little_of_an_address_is_not_looked_for(url: str) -> None:
    world = World({url: 404})
    world(case(url, problems=("truncated",)))
    assert not [one for one in world.requests(archive=True) if "matchType" in one]


def test_a_page_at_what_is_left_of_an_address_may_be_another() -> None:
    cut = "https://a.example/2014/annual"
    beginning = wayback.prefix_url(cut, WANTED)
    whole = memento(original=WHOLE, title=TITLE)
    answers = {cut: html("All reports of 2014"), beginning: prefix(WHOLE), replay(WHOLE): whole}
    check = World(answers)(case(cut, problems=("truncated",), title=TITLE))
    assert check.status is LinkStatus.OK
    assert check.suggestion == Suggestion(WHOLE, "archive-prefix", "title")
    assert check.archive.state is ArchiveState.NOT_ASKED


def test_damaged_readings_share_their_beginning() -> None:
    readings = ("https://a.example/2014/report-harb0ur", "https://a.example/2014/report-harbor")
    whole = "https://a.example/2014/report-harbour"
    beginning = wayback.prefix_url("https://a.example/2014/report-harb", WANTED)
    answers = {readings[0]: 404, readings[1]: 404, beginning: prefix(whole)}
    check = World(answers)(case(*readings, problems=("doubtful",)))
    assert check.suggestion == Suggestion(whole, "archive-prefix", None)


# ---- purity


def test_the_same_evidence_gives_the_same_answer_in_any_order() -> None:
    world = World({URL: 404, replay(URL): memento(original=URL, title="r")})
    check = world(case(URL))
    asks = [ask for ask in world.asked if isinstance(ask, Fetch)]
    seen = {ask: world._answer(ask) for ask in reversed(asks)}
    assert next_step(case(URL), seen) == check
    assert (
        next_step(case(URL), dict(seen) | {Fetch("https://z.example/"): answer("https://z.example/", 200)})
        == check
    )
