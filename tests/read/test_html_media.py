"""Pages whose words are spoken or pictured: what their text lacks is no missing quotation."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Verdict
from citecheck.read import read_page

QUOTED = "nobody in the parish could say who had sold the second mill"
LINES = "".join(
    f"<p>In the year {1800 + n} the parish paid for {n} loads of timber and stone.</p>" for n in range(20)
)
LONG = LINES * 3
TRANSCRIPT = LINES * 12
OBJECT = '<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "{}"}}</script>'
ARTICLE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "video": {"@type": "VideoObject"}}</script>'
)
LEAF = "<h1>Leaf 12 of 90</h1><p>Next leaf. All leaves of the book. Order a print of it.</p>"
SPOKEN, PICTURED = "text-spoken", "text-pictured"


def told(url: str, head: str, body: str) -> set[str]:
    source = f"<html lang=en><head><title>Mills</title>{head}</head><body>{body}</body></html>"
    text = read_page(source.encode(), "text/html", url)
    answer = compare(QUOTED, prepare(text))
    codes = {reason.code for reason in text.warnings}
    wanted = Verdict.NOT_CHECKABLE if codes else Verdict.NOT_FOUND
    assert answer.verdict is wanted, (answer.verdict, codes)
    return codes


@pytest.mark.parametrize(
    ("url", "head", "body", "code"),
    [
        ("https://a.example/talk", '<meta property="og:type" content="video.other">', LONG, SPOKEN),
        ("https://a.example/talk", '<meta name="twitter:card" content="player">', LONG, SPOKEN),
        ("https://a.example/talk", OBJECT.format("PodcastEpisode"), LONG, SPOKEN),
        ("https://a.example/talk", '<meta property="og:type" content="video">', LONG, SPOKEN),
        ("https://a.example/talk", "", f"{LINES}<object data='talk.mp3?x=1'></object>", SPOKEN),
        ("https://a.example/talk", "", f"{LINES}<embed type='audio/ogg' src='talk'>", SPOKEN),
        ("https://www.youtube.com/watch?v=1", "", LINES, SPOKEN),
        ("https://a.example/talk", "", f"{LINES}<audio controls src=talk.mp3></audio>", SPOKEN),
        ("https://a.example/talk", "", f"{LINES}<video controls><source src=t.mp4></video>", SPOKEN),
        (
            "https://a.example/talk",
            "",
            f"{LINES}<iframe src='https://www.youtube-nocookie.com/embed/1'></iframe>",
            SPOKEN,
        ),
        ("https://archive.org/details/mills", "", LINES, PICTURED),
        ("https://books.google.de/books?id=1", "", LONG, PICTURED),
        ("https://gallica.bnf.fr/ark:/12148/x", "", LINES, PICTURED),
        ("https://a.example/leaf", "", f"{LINES}<div id=BookReader></div>", PICTURED),
        ("https://a.example/leaf", "", f"{LINES}<div class='mirador-viewer'></div>", PICTURED),
        ("https://a.example/leaf", "", f"{LEAF}<img src=12.jpg>", PICTURED),
    ],
)  # fmt: skip
def test_words_that_may_be_spoken_or_pictured(url: str, head: str, body: str, code: str) -> None:
    assert told(url, head, body) == {code}


@pytest.mark.parametrize(
    ("url", "head", "body"),
    [
        ("https://a.example/news", ARTICLE, LONG),
        ("https://a.example/news", "", f"{LONG}<iframe src='https://www.youtube.com/embed/1'></iframe>"),
        ("https://a.example/news", "", f"{LINES}<video autoplay muted loop src=waves.mp4></video>"),
        ("https://a.example/news", "", f"{LINES}<img src=mill.jpg>"),
        ("https://a.example/news", '<meta property="og:type" content="article">', LINES),
        ("https://a.example/news", f'{ARTICLE}<meta name="twitter:card" content="player">', LONG),
        ("https://a.example/talk", '<meta property="og:type" content="video.other">', TRANSCRIPT),
        ("https://web.archive.org/web/20190101000000id_/https://a.example/news", "", LINES),
        ("https://blog.archive.org/2019/mills", "", LINES),
        ("https://docs.google.com/document/d/1/pub", "", LINES),
    ],
    ids=[
        "article",
        "beside",
        "decoration",
        "picture",
        "type",
        "card",
        "transcript",
        "replayed",
        "blog",
        "document",
    ],
)
def test_a_page_that_holds_its_words(url: str, head: str, body: str) -> None:
    assert told(url, head, body) == set()


def test_what_a_page_of_a_recording_says_is_found() -> None:
    head = '<meta property="og:type" content="video.other">'
    source = f"<html lang=en><head>{head}</head><body>{LINES}<p>Here {QUOTED}.</p></body></html>"
    text = read_page(source.encode(), "text/html", "https://a.example/talk")
    assert compare(QUOTED, prepare(text)).verdict is Verdict.VERBATIM


def test_letters_of_a_script_without_spaces_are_words() -> None:
    lines = "".join(f"<p>教区在第{n}年为木材和石头支付了费用，河上的磨坊停了很久。</p>" for n in range(20))
    text = read_page(f"<body>{lines}<img src=mill.jpg></body>".encode(), "text/html", "https://a.example/x")
    assert text.warnings == ()
