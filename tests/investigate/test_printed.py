"""Archive links in notes: the copy and the original are both judged."""

from __future__ import annotations

from typing import Any

import pytest

from citecheck.investigate.printed import unwrap
from citecheck.model import ArchiveState, LinkStatus
from tests.investigate.evidence import World, case, html, memento

URL = "https://a.example/r.html"
STAMP = "20140502101112"
LINK = f"https://web.archive.org/web/{STAMP}/{URL}"
RAW = f"https://web.archive.org/web/{STAMP}id_/{URL}"

TABLE: list[tuple[str, Any, Any, str, str, str]] = [
    ("both there", memento(STAMP, title="r"), html("r"), "ok", "archived-copy", "archived"),
    ("original gone", memento(STAMP, title="r"), 404, "ok", "archived-copy", "archived"),
    ("copy missing", 404, 404, "gone", "copy-gone", "never-archived"),
    ("copy missing, original there", 404, html("r"), "ok", "copy-gone", "not-asked"),
    ("copy of an error", memento(STAMP, status=404), 404, "gone", "copy-not-ok", "archived-not-ok"),
    ("archive silent", 503, 404, "unreachable", "copy-no-answer", "no-answer"),
    ("archive silent, original there", 503, html("r"), "ok", "copy-no-answer", "not-asked"),
    ("excluded", {"status": 403, "body": "has been excluded"}, 404, "blocked", "copy-excluded", "excluded"),
    ("offline", "offline", "offline", "not-checked", "copy-no-answer", "not-asked"),
    ("copy missing, original behind a wall", 404, 403, "blocked", "copy-gone", "never-archived"),
]


@pytest.mark.parametrize(
    ("copy", "original", "status", "code", "state"), [one[1:] for one in TABLE], ids=[one[0] for one in TABLE]
)
def test_copy_and_original(copy: Any, original: Any, status: str, code: str, state: str) -> None:
    from citecheck.model import Purpose

    world = World({Purpose.REPLAY: copy, URL: original})
    check = world(case(LINK))
    assert (check.url, check.status, check.code, check.archive.state) == (LINK, status, code, state)
    assert LINK not in world.requests()


NESTED = {
    "a copy of a copy": f"https://web.archive.org/web/20150101000000/{LINK}",
    "three deep, schemes folded": (
        f"https://web.archive.org/web/2016/http:/web.archive.org/web/20150101000000/{LINK}"
    ),
    "in another archive": f"https://arquivo.pt/wayback/20160101000000/{LINK}",
}


@pytest.mark.parametrize("link", NESTED.values(), ids=NESTED)
def test_of_a_copy_of_a_copy_the_inner_one_is_judged(link: str) -> None:
    world = World({RAW: memento(STAMP, title="r"), URL: 404})
    check = world(case(link))
    assert (check.url, check.status, check.code) == (link, "ok", "archived-copy")
    assert check.archive.datetime is not None
    assert check.archive.datetime.year == 2014
    assert set(world.requests()) == {URL}
    assert world.requests(archive=True) == [RAW]


def test_a_copy_of_archive_today_is_flagged() -> None:
    link = f"https://web.archive.org/web/20200101000000/https://archive.ph/20140502101112/{URL}"
    check = World({URL: html("r")})(case(link))
    assert (check.url, check.code) == (link, "archive-today")


def test_the_copy_comes_first_for_quotations() -> None:
    check = World({RAW: memento(STAMP, title="r"), URL: html("r")})(case(LINK))
    assert [page.url for page in check.pages] == [RAW, URL]
    assert check.archive.url == LINK


def test_a_lost_copy_is_replaced_by_the_one_nearest_its_own_date() -> None:
    near = memento("20140601000000", original=URL, title="r")
    stamp = "20140502120000"
    world = World({RAW: 404, f"https://web.archive.org/web/{stamp}id_/{URL}": near, URL: 404})
    check = world(case(LINK, wanted=None))
    assert check.archive.url == f"https://web.archive.org/web/20140601000000/{URL}"


@pytest.mark.parametrize("name", ["today", "is", "ph", "fo", "li", "md", "vn"])
def test_archive_today_is_never_asked(name: str) -> None:
    world = World({URL: html("r")})
    check = world(case(f"https://archive.{name}/2014.05.02-101112/{URL}"))
    assert (check.status, check.code) == (LinkStatus.OK, "archive-today")
    assert world.requests() == [URL]
    short = World({})
    check = short(case(f"https://archive.{name}/AbC12"))
    assert (check.status, check.code) == (LinkStatus.NOT_CHECKED, "archive-today")
    assert short.asked == []


def test_perma_and_arquivo() -> None:
    perma = "https://perma.cc/AB12-CD34"
    check = World({perma: html("r")})(case(perma))
    assert (check.status, check.archive.state) == (LinkStatus.OK, ArchiveState.ARCHIVED)
    link = f"https://arquivo.pt/wayback/{STAMP}/{URL}"
    raw = f"https://arquivo.pt/wayback/{STAMP}id_/{URL}"
    check = World({raw: memento(STAMP, title="r"), URL: 404})(case(link))
    assert (check.status, check.code) == (LinkStatus.OK, "archived-copy")


@pytest.mark.parametrize(
    ("url", "original"),
    [
        (LINK, URL),
        (f"http://archive.org/web/{STAMP}/{URL}", URL),
        (f"https://web.archive.org/web/*/{URL}", URL),
        (f"https://web.archive.org/web/{URL}", URL),
        (f"http://web.archive.org/{STAMP}/{URL}", URL),
        (f"https://web.archive.org/web/{STAMP}/https%3A%2F%2Fa.example%2Fr.html", URL),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/{STAMP}/{URL}", URL),
        (f"https://www.webarchive.org.uk/wayback/archive/{STAMP}/{URL}", URL),
        (f"https://wayback.archive-it.org/1234/{STAMP}/{URL}", URL),
        (f"https://archive.ph/2014/{URL}", URL),
        ("https://archive.ph/AbC12", None),
    ],
)
def test_originals(url: str, original: str | None) -> None:
    copy = unwrap(url)
    assert copy is not None
    assert copy.original == original


@pytest.mark.parametrize(
    "url", ["https://archive.org/details/book", "https://a.example/web/2014/x", "https://archive.org/"]
)
def test_other_addresses_are_none(url: str) -> None:
    assert unwrap(url) is None


@pytest.mark.parametrize(
    ("copy", "original", "status", "code"),
    [
        (html("r"), 404, "ok", "archived-copy"),
        (404, 404, "gone", "copy-gone"),
        (404, html("r"), "ok", "copy-gone"),
        (503, 404, "unreachable", "copy-no-answer"),
        (403, 403, "unreachable", "copy-no-answer"),
    ],
)
def test_copies_of_national_archives(copy: Any, original: Any, status: str, code: str) -> None:
    link = f"https://webarchive.nationalarchives.gov.uk/ukgwa/{STAMP}/{URL}"
    check = World({link: copy, URL: original})(case(link))
    assert (check.url, check.status, check.code) == (link, status, code)
    if code == "archived-copy":
        assert check.archive.state is ArchiveState.ARCHIVED
        assert check.archive.datetime is not None
