"""What a page without a text of its own does; mark-up made to be slow does not hold the planner up."""

from __future__ import annotations

import pytest

from citecheck.investigate import shell
from citecheck.investigate.answers import judge
from citecheck.model import Capture, LinkStatus, Seen
from citecheck.read.page import read_page
from tests.investigate.evidence import WHEN

BASE = "https://quay.example/reports/7"


def status_of(html: str) -> LinkStatus:
    capture = Capture(BASE, BASE, 200, WHEN, (("content-type", "text/html"),), html.encode())
    return judge(BASE, Seen(capture, read_page(html.encode(), "text/html", BASE))).status


@pytest.mark.parametrize(
    "markup",
    [
        b"<html><script src='/x.js'></script></html>",
        b"<head><meta charset=utf-8></head><body><script>var a = '<div>';</script></body>",
    ],
)
def test_nothing_but_scripts(markup: bytes) -> None:
    assert shell.only_scripts(markup)
    assert not shell.only_scripts(markup + b"<div id=root></div>")


def test_a_lone_jump_is_followed_with_the_eyes_only() -> None:
    assert (
        shell.jump_of(b"<script>location.replace('/lander')</script>", BASE) == "https://quay.example/lander"
    )
    assert shell.jump_of(b"<script>location='/a';location='/b'</script>", BASE) is None
    assert shell.jump_of(b"x" * 3000 + b"<script>location='/a'</script>", BASE) is None


def test_a_page_that_loads_itself_again_with_a_token_is_a_wall() -> None:
    refresh = "<html><head><meta http-equiv='refresh' content='{}; url=/reports/7?{}'></head></html>"
    assert status_of(refresh.format(2, "bm=1")) is LinkStatus.BLOCKED
    assert status_of(refresh.format(60, "t=1")) is not LinkStatus.BLOCKED


def test_an_article_about_a_vendor_is_no_wall() -> None:
    page = "<title>Notes on walls</title><p>Look for {} in the page.</p>"
    mark = "/cdn-cgi/challenge-platform/h/"
    assert status_of(page.format(f"<code>{mark}</code>")) is LinkStatus.OK
    assert status_of(page.format("it") + f"<script src='{mark}x'></script>") is LinkStatus.BLOCKED


@pytest.mark.parametrize("quote", ['"', "'"])
def test_marks_count_however_they_are_quoted(quote: str) -> None:
    page = f"<title>quay</title><p>Un momento.</p><form><div class={quote}cf-turnstile{quote}></div></form>"
    assert status_of(page) is LinkStatus.BLOCKED
    assert status_of(page.replace("<div", "<textarea></textarea><div")) is LinkStatus.OK


def test_parts_in_a_hidden_folder() -> None:
    assert shell.hidden_folder(b"<script src='/.shield/a.js'>")
    assert not shell.hidden_folder(b"<script src='/.netlify/scripts/rum'>")
    assert not shell.hidden_folder(b"<a href='/.well-known/security.txt'>")


@pytest.mark.parametrize("part", [b"<script", b"<meta http-equiv=refresh ", b"<input ", b"location=", b"<"])
def test_hostile_mark_up_is_looked_at_in_linear_time(part: bytes) -> None:
    """In the square of its length this would take minutes."""
    markup = part * (200_000 // len(part))
    assert not shell.hidden_folder(markup)
    assert shell.refresh_of(markup) is None
    assert shell.jump_of(markup, BASE) is None
    shell.only_scripts(markup)
    shell.has_field(markup)
