"""Addresses with text of a script without spaces right behind them, and addresses that hold such letters."""

from __future__ import annotations

import time

import pytest

from citecheck.model import Mark, MarkKind, Span, Text
from citecheck.repair import find_links, repair

TEXTS = [
    ("详见https://example.org/e的说明，第3页。", ["https://example.org/e"]),
    ("又见https://example.org/archive水车一文。", ["https://example.org/archive"]),
    ("两处：https://a.example/x和https://b.example/y。", ["https://a.example/x", "https://b.example/y"]),
    ("https://a.example/jp/page.htmlを参照。", ["https://a.example/jp/page.html"]),
    ("https://a.example/jp/に掲載されている。", ["https://a.example/jp/"]),
    ("https://a.example/k에서 볼 수 있다.", ["https://a.example/k"]),
    ("（https://a.example/k）を見よ。", ["https://a.example/k"]),
    ("见https://a.example/x最后访问日期：2020年3月4日", ["https://a.example/x"]),
    ("维基：https://zh.wiki.example/wiki/C语言，https://a.example/item/水车。两处", [
        "https://zh.wiki.example/wiki/C语言", "https://a.example/item/水车"]),
    ("https://ja.wiki.example/wiki/水車", ["https://ja.wiki.example/wiki/水車"]),
    ("https://a.example/水车/历史/a.html", ["https://a.example/水车/历史/a.html"]),
    ("https://a.example/search?q=水车的历史", ["https://a.example/search?q=水车的历史"]),
    ("https://水车.example/a", ["https://水车.example/a"]),
    ("https://a.example/%E6%B0%B4%E8%BD%A6史", ["https://a.example/%E6%B0%B4%E8%BD%A6史"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), TEXTS)
def test_addresses_in_texts(text: str, want: list[str]) -> None:
    assert [link.url for link in find_links(Text(text), ())] == want


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("见https://example.org/e的说明。", "https://example.org/e"),
        ("见https://example.org/mill水车。", "https://example.org/mill"),
    ],
)
def test_both_readings_are_at_hand(text: str, short: str) -> None:
    [link] = find_links(Text(text), ())
    assert [one.url for one in link.repair.candidates] == [short, link.repair.raw]
    assert link.spans[0].of(text) == link.repair.raw == text[1:-1]


@pytest.mark.parametrize(
    "url",
    [
        "https://zh.wiki.example/wiki/C语言",
        "https://a.example/blog/AI入門",
        "https://a.example/2020년-결산",
        "https://a.example/中文/b",
        "https://例え.example/a",
        "https://a.example/p?q=水車の歴史",
    ],
)
def test_a_sound_address_handed_over_alone_stays(url: str) -> None:
    found = repair(url)
    assert found.url == url
    assert not found.changed


def test_a_long_text_behind_an_address_takes_linear_time() -> None:
    started = time.process_time()
    find_links(Text("https://a.example/x" + "水车的历史" * 40_000), ())
    find_links(Text("https://a.example/x水" * 4_000), ())
    assert time.process_time() - started < 10


@pytest.mark.parametrize("url", ["https://a.example/blog/AIの歴史", "https://a.example/e的说明"])
def test_an_address_handed_over_alone_is_whole(url: str) -> None:
    assert repair(url).url == url
    link = Mark(MarkKind.LINK, (Span(4, 8),), target=url)
    assert [found.repair.url for found in find_links(Text("See here.", marks=(link,)), ())] == [url]


@pytest.mark.parametrize("accent", ["\u0301", "%CC%81", "\u0345"])
@pytest.mark.parametrize("path", ["some {} house/ab", "%D0%B4%D0%BE%D0%BC {} garden/", "a_{} {}\nb"])
def test_an_accent_between_white_space_is_read_like_any_sign(accent: str, path: str) -> None:
    raw = "https://a.example/" + path.replace("{}", accent)
    assert all(candidate.url.startswith("https://a.example/") for candidate in repair(raw).candidates)
