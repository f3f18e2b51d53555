"""What holds for any quotation and any page."""

from __future__ import annotations

import random
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.match import Page, compare, prepare
from citecheck.match.fold import split_words
from citecheck.model import Text, Verdict

SYLLABLES = ("ba", "co", "du", "fe", "gi", "ho", "ju", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo")


def invented(seed: int, words: int) -> list[str]:
    """Words of no language: frequencies as in prose (Zipf), none again at once."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(600)]
    text: list[str] = []
    while len(text) < words:
        word = vocabulary[int(600 ** chance.random()) - 1]
        if word not in text[-3:]:
            text.append(word)
    return text


@cache
def book() -> tuple[Page, list[str]]:
    words = invented(1, 6000)
    lines = [" ".join(words[at : at + 40]) + "." for at in range(0, len(words), 40)]
    return prepare(Text("\n".join(lines))), words


@settings(deadline=None, max_examples=60)
@given(
    first=st.integers(0, 5900), size=st.integers(12, 60), edits=st.integers(0, 3), seed=st.integers(0, 10_000)
)
def test_a_planted_quotation_with_few_edits_is_found_with_its_span(
    first: int, size: int, edits: int, seed: int
) -> None:
    page, words = book()
    quoted = words[first : first + size]
    chance = random.Random(seed)
    for at in chance.sample(range(2, len(quoted) - 2), min(edits, len(quoted) // 6)):
        quoted[at] = "xyzzy"[: chance.randint(2, 5)]
    run = " ".join(words[first : first + size])
    if page.folded.count(f" {run} ") > 1:
        return
    got = compare(" ".join(quoted), page)
    assert got.verdict is not Verdict.NOT_FOUND
    expected = page.span(first, first + len(quoted))
    assert (got.span.start, got.span.end) == (expected.start, expected.end) if got.span else False


def edited(words: list[str], kinds: list[str], chance: random.Random) -> list[str]:
    """One edit of each kind, never at the first or last two words, each at words of its own."""
    words = list(words)
    places = sorted(chance.sample(range(2, len(words) - 2), len(kinds)), reverse=True)
    for at, kind in zip(places, kinds, strict=True):
        if kind == "exchanged":
            words[at] = "xyzzy"
        elif kind == "misread":
            letter = chance.randrange(len(words[at]))
            words[at] = words[at][:letter] + "q" + words[at][letter + 1 :]
        elif kind == "left out":
            del words[at]
        else:
            words.insert(at, "plugh")
    return words


@settings(deadline=None, max_examples=120)
@given(
    first=st.integers(0, 5900),
    size=st.integers(16, 60),
    kinds=st.lists(st.sampled_from(("exchanged", "misread", "left out", "put in")), max_size=8),
    seed=st.integers(0, 10_000),
)
def test_a_planted_quotation_with_edits_of_any_kind_is_found_with_its_span(
    first: int, size: int, kinds: list[str], seed: int
) -> None:
    page, words = book()
    planted = words[first : first + size]
    kinds = kinds[: len(planted) // 6]
    if page.folded.count(f" {' '.join(planted)} ") > 1:
        return
    got = compare(" ".join(edited(planted, kinds, random.Random(seed))), page)
    expected = page.span(first, first + len(planted))
    assert got.span == expected, (got.found, kinds)
    assert len(got.differences) <= 2 * len(kinds)


@settings(deadline=None, max_examples=60)
@given(first=st.integers(0, 5900), size=st.integers(10, 50), seed=st.integers(0, 10_000))
def test_words_put_in_never_raise_the_score(first: int, size: int, seed: int) -> None:
    page, words = book()
    quoted = words[first : first + size]
    chance = random.Random(seed)
    last = 1.0
    for _ in range(len(quoted) // 4):
        quoted.insert(chance.randrange(1, len(quoted)), "qwxqwx")
        score = compare(" ".join(quoted), page).score or 0.0
        assert score <= last + 1e-9
        last = score


@settings(deadline=None, max_examples=60)
@given(first=st.integers(0, 5900), size=st.integers(10, 50), seed=st.integers(0, 10_000))
def test_a_less_similar_quotation_never_scores_higher(first: int, size: int, seed: int) -> None:
    page, words = book()
    quoted = words[first : first + size]
    places = list(range(len(quoted)))
    random.Random(seed).shuffle(places)
    last = 1.0
    for at in places[: len(places) // 4]:
        quoted[at] = "qwx" * 2
        score = compare(" ".join(quoted), page).score or 0.0
        assert score <= last + 1e-9
        last = score


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=400), st.sampled_from([None, "fr", "ru", "zz", ""]))
def test_no_input_raises(quotation: str, content: str, language: str | None) -> None:
    got = compare(quotation, prepare(Text(content)), language=language, others=[content])
    assert got.verdict in Verdict
    assert got.reason


SIGNS = "aàé1.,;'’ -\n\u00ad[]…()²½ﬁ«»“”—/*_|<>%$€№§ъѣіЄ漢ا\u0301\u200b\ud800\x00\ufffe"


@settings(deadline=None, max_examples=200)
@given(
    st.text(SIGNS, max_size=120),
    st.text(SIGNS, max_size=300),
    st.none() | st.text(SIGNS, max_size=100),
    st.sampled_from([None, "fr", "ru", "be", "cs"]),
)
def test_no_signs_of_print_raise(
    quotation: str, content: str, alternative: str | None, language: str | None
) -> None:
    text = Text(content, page_starts=(0, len(content) // 2), page_labels=("i", "1"), alternative=alternative)
    got = compare(quotation, prepare(text), language=language, others=[content, quotation])
    assert got.verdict in Verdict
    assert got.span is None or 0 <= got.span.start < got.span.end <= len(content)


@settings(deadline=None)
@given(st.text(alphabet="aàé1.,;'’ -\n\u00ad[]…()²½ﬁ", max_size=80))
def test_any_page_has_itself(content: str) -> None:
    page = prepare(Text(content))
    if len(page) and split_words(content).folded:
        assert compare(content, page).verdict is not Verdict.NOT_FOUND or "[" in content or "]" in content


@settings(deadline=None)
@given(st.text(max_size=300))
def test_every_word_stands_where_it_says(content: str) -> None:
    words = split_words(content)
    assert len(words.folded) == len(words.starts) == len(words.ends)
    assert all(0 <= start < end <= len(content) for start, end in zip(words.starts, words.ends, strict=True))
    assert list(words.starts) == sorted(words.starts)


HOSTILE = [
    "(" * 50_000, "ab " * 20_000, "a-\n" * 17_000, "[a" * 25_000, "1 " * 25_000, "12." * 17_000,
    "e\u0301" * 25_000, "a\u00ad" * 25_000, "… " * 25_000, " " * 50_000 + "x", "a" * 50_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:3]))
def test_hostile_texts_stay_cheap(text: str) -> None:
    start = time.process_time()
    page = prepare(Text(text))
    compare("The old bridge over the river was closed for months", page)
    compare(text, page)
    compare(text, book()[0])
    assert time.process_time() - start < 5


def test_one_sentence_over_and_over_stays_cheap() -> None:
    sentence = "The bridge over the river was closed for three months because of the workers. "
    page = prepare(Text(sentence * 3_800))
    start = time.process_time()
    assert compare(sentence, page).verdict is Verdict.VERBATIM
    assert compare(sentence.replace("river", "rivet") * 6, page).verdict.located
    assert (
        compare("Nobody in this town has ever seen the mayor laugh at all. " * 8, page).verdict
        is Verdict.NOT_FOUND
    )
    assert time.process_time() - start < 3
