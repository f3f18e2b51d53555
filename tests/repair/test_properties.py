"""What holds of every string: nothing raises, steps replay, a repair leaves nothing to repair."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citecheck.model import Note, NoteKind, Span, Text
from citecheck.repair import Context, canonical, find_links, repair, replay

PIECES = [
    "http://",
    "https://",
    "http",
    "www.",
    "bote.example",
    "/",
    "a_b",
    "govemment",
    "-",
    "\n",
    " ",
    ".",
    "(",
    ")",
    "doi:",
]
PIECES += [
    "10.1234/x",
    "URL: ",
    " (accessed 5 May 2020)",
    "view/view",
    "ftp://",
    "web.archive.org/web/2017/",
    "?url=",
    "пример.рф",
]
PIECES += ["/путь", "%D0%BF", "…", "...", "&", "=", "#", "1", "\u00ad", "\x02", "İ", "\ud800"]
raws = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(max_size=60),
    st.text(string.ascii_lowercase[:4] + " /-._:", max_size=60).map("http://www.bote.example/".__add__),
)
WORDS = [
    "vesna",
    "peace",
    "gouverneur",
    "sotrudnichestvo",
    "porozumienie",
    "wirtschaft",
    "frontera",
    "treaty",
    "kongress",
]
slugs = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6, unique=True).map("-".join)


@given(raws)
@example("http://URL: \xad")
@example("URL: ]...ftp://=https://]:")
@settings(max_examples=300, deadline=None)
def test_steps_replay_and_a_repair_leaves_nothing_to_repair(raw: str) -> None:
    answer = repair(raw)
    for candidate in answer.candidates:
        assert replay(raw, candidate.steps) == candidate.url
        assert 0 < candidate.confidence <= 1
    if answer.url is None:
        assert answer.problems == ("no-url",)
    else:
        assert repair(answer.url).url == answer.url
        assert canonical(answer.url) == canonical(f" {answer.url}\n")


@given(raws, st.lists(raws, max_size=3))
@settings(max_examples=150, deadline=None)
def test_every_link_slices_to_its_own_text(raw: str, others: list[str]) -> None:
    content = " ".join([raw, *others])
    for link in find_links(Text(content), ()):
        assert "\n".join(span.of(content) for span in link.spans) == link.repair.raw


@given(slugs, st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=150, deadline=None)
def test_a_doubled_run_is_undone_wherever_the_runs_lay(slug: str, first: int, last: int) -> None:
    url = f"https://www.bote.example/archive/{slug}-4711"
    start = 8 + first % (len(url) - 8)
    end = max(start, len(url) - last % 40)
    tail = url[end:] if len(url) - end >= 4 else ""
    assert url in [candidate.url for candidate in repair(url[:start] + url + tail).candidates]


def test_a_step_that_does_not_fit_is_an_error() -> None:
    steps = repair("www.bote.example/a").candidates[0].steps
    with pytest.raises(ValueError, match="begins with"):
        replay("www.bote.example/b", steps)


@pytest.mark.parametrize(
    "unit", ["ab", "(", "a b ", "http://", "-", "news\n", "10.1234/", "www.", "a.b.", "rn-", "../", "\u00ad"]
)
@pytest.mark.parametrize("head", ["", "http://bote.example/", "http://http://bote.example/"])
def test_time_is_linear(unit: str, head: str) -> None:
    """50,000 characters take less than a second on the slowest machine; quadratic work would take minutes."""
    raw = head + unit * (50_000 // len(unit))
    start = time.process_time()
    repair(raw)
    find_links(Text(raw), ())
    assert time.process_time() - start < 3


def test_the_document_helps_to_read_its_damaged_addresses() -> None:
    better = [
        "http://kanzlei.example/ru/svod_x9/a-vladimirovym-1",
        "http://kanzlei.example/ru/svod_x9/b-vladimirovym-2",
    ]
    context = Context.of((url, url) for url in better)
    alone = repair("http://kanzlei.example/ru/svod x9/c").candidates
    helped = repair("http://kanzlei.example/ru/svod x9/c", context)
    assert helped.url == "http://kanzlei.example/ru/svod_x9/c"
    assert len(alone) > 1
    read = repair("http://kanzlei.example/ru/svod_x9/s-vladimirom-vladimirovvm-3", context)
    assert "http://kanzlei.example/ru/svod_x9/s-vladimirom-vladimirovym-3" in [
        c.url for c in read.candidates[:3]
    ]


def test_the_notes_own_words_help_to_read_its_address() -> None:
    helped = {
        "On Tuhelmatics, https://bote.example/x/tuhel matics-3": "https://bote.example/x/tuhelmatics-3",
        "A. Vedernikov, Pskov, https://bote.example/x/vedemikov-2": "https://bote.example/x/vedernikov-2",
        "The Modem, https://bote.example/x/modem-2": "https://bote.example/x/modem-2",
    }
    for content, url in helped.items():
        note = Note("1", 1, "1", NoteKind.FOOTNOTE, (Span(0, len(content)),), content, 1, 1)
        (link,) = find_links(Text(content), [note])
        assert link.url == url
    alone = repair("https://bote.example/x/vedemikov-2")
    assert alone.url == "https://bote.example/x/vedemikov-2"


def test_an_address_of_nothing_but_strange_words_stays_as_printed() -> None:
    words = ("govemment", "adrninistration", "intemational", "cornmittee", "hurnanitarian")
    few, many = (f"http://www.news.example/{'-'.join(words * times)}" for times in (1, 12))
    assert repair(few).url == (
        "http://www.news.example/government-administration-international-committee-humanitarian"
    )
    assert repair(many).url == many
