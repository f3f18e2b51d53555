"""Whatever the world answers and however damaged an address is, the planner comes to an end."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.investigate import next_step
from citecheck.investigate.addresses import host_of, is_home, off_path, same_address, surt_key
from citecheck.investigate.made_up import sibling_of
from citecheck.model import (
    Ask,
    Case,
    Compare,
    FailureKind,
    Fetch,
    LinkCheck,
    LinkStatus,
    Purpose,
    Seen,
)
from citecheck.redaction import has_secret
from tests.investigate.evidence import answer, memento

PIECES = [
    *(
        "https://",
        "http://",
        "http:/",
        "//",
        "/",
        "?",
        "#",
        "@",
        ":",
        "%",
        "%zz",
        "[",
        "]",
        "..",
        "&",
        "=",
        "-",
    ),
    *(
        "a.example",
        "www.",
        "b.example:8080",
        "index.html",
        "2014",
        "report",
        "99999",
        ":99999/",
        "xn--a",
        "é",
    ),
    *("web.archive.org/web/2014/", "web.archive.org/web/", "archive.ph/", "perma.cc/A-B", "doi.org/10.1/"),
    *("token=abc", "=", "-", "xn--a", "é", " ", "\n", "\u202e", "😀"),
]
ADDRESSES = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=6).map(lambda parts: "https://a.example/" + "".join(parts)),
    st.text(max_size=30),
)
PAGES: list[Any] = [
    {"title": "Report", "text": "word " * 100},
    {"title": "Page not found | A", "text": "Sorry, the page could not be found."},
    {"title": "Error", "text": "404"},
    {"title": "Just a moment...", "text": ""},
    {"title": "Home", "text": "x", "hops": [(301, "https://a.example/")]},
    {"title": "New", "text": "x " * 50, "hops": [(301, "https://b.example/new"), (302, "https://b.example/new/x")]},
    {"body": '<div id="root"></div><script>', "text": ""},
    {"raw": True, "body": "[]"},
    {"raw": True, "body": '[["timestamp","original"],["20140101000000","https://a.example/2014"],["key"]]'},
    {"raw": True, "body": "\x00\xff"},
    memento(title="Report"),
    memento(status=404),
    memento("20140101000000", original="https://a.example/", title="x"),
]  # fmt: skip
ANSWERS = st.one_of(
    st.sampled_from(PAGES),
    st.sampled_from([200, 204, 206, 300, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503, 999]),
    st.sampled_from([kind.value for kind in FailureKind]),
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(ADDRESSES, max_size=4),
    st.lists(ANSWERS, min_size=1, max_size=12),
    st.lists(st.booleans(), min_size=1, max_size=5),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, date(2014, 5, 1), date(1, 1, 1), date(9999, 12, 31)]),
)
def test_it_always_ends_and_never_asks_twice(
    urls: list[str], answers: list[Any], held: list[bool], truncated: bool, drift: bool, wanted: date | None
) -> None:
    case = Case(
        tuple(urls),
        ("truncated",) if truncated else (),
        frozenset({"a.example", "b.example"}),
        wanted,
        ("a quotation of some length that rests on it",),
        "The report of the year",
        drift=drift,
    )
    seen: dict[Ask, Seen | bool] = {}
    while not isinstance(step := next_step(case, seen), LinkCheck):
        assert step
        assert len(set(step)) == len(step)
        for ask in step:
            assert ask not in seen
            _is_allowed(ask, case)
            number = len(seen)
            if isinstance(ask, Compare):
                seen[ask] = held[number % len(held)]
            else:
                seen[ask] = answer(ask.url, answers[number % len(answers)])
        assert len(seen) < 120
    assert next_step(case, dict(reversed(seen.items()))) == step
    assert step.reason.endswith((".", "”."))
    assert step.code
    assert all(page in seen for page in step.pages)
    if step.status is LinkStatus.GONE and step.code.startswith("http-"):
        assert step.attempts >= 2


def _is_allowed(ask: Ask, case: Case) -> None:
    """Living questions go to printed hosts only, and none to archive.today."""
    if isinstance(ask, Fetch):
        assert "archive.ph" not in host_of(ask.url)
        if ask.purpose in (Purpose.LIVE, Purpose.SECOND_LOOK, Purpose.SIBLING):
            printed = case.printed_hosts | {"www.a.example", "www.b.example"}
            inside = [url for url in case.candidates if "archive" in url or "perma" in url]
            assert host_of(ask.url) in printed or inside
        if ask.purpose.archive:
            assert not has_secret(unquote(ask.url))


@given(ADDRESSES, ADDRESSES)
def test_addresses_never_raise(one: str, other: str) -> None:
    assert isinstance(surt_key(one), str)
    assert isinstance(is_home(one), bool)
    assert same_address(one, one)
    assert same_address(one, other) in (True, False)
    assert off_path(one, other) in (True, False)
    found = sibling_of(one)
    if found is not None:
        assert host_of(found) == host_of(one)
        assert not is_home(found)
