"""A page is split into the same words, at the same places, whichever way is taken."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from citecheck.match.fold import split_words
from citecheck.match.long_text import STRETCH, split_page

TRICKY = (
    "aZéÉßİıΣςσŉﬁ½²³ªЁёЙйґЎъЪѣ’“”«»–—…·_-\u2010\u00ac\u00ad\u0301\u0307\u200b\u0345ᾳ%‰€$£％㎏㈱ꭰᏸǅ ٣१"
    "かが漢字ไทย한ंשׁ\ufb2a\u1e9e[]()0123 \n\t\x1f\x1e\xa0\u2028"
)
PIECES = st.one_of(
    st.text(TRICKY, max_size=12),
    st.sampled_from(
        ("[12]", "exam-\nple", "word- \n word", "83USD", "L'été", "И́мя", "ΟΔΟΣ", "A" * 50, "x y")
    ),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=6),
    st.text("abc ABC,.-\n", max_size=40),
)

WITHIN = (
    *(
        "Lehrer",
        "innen",
        "in",
        "In",
        "jede",
        "r",
        "s",
        "e",
        "(e)",
        "(in)",
        "(innen)",
        "élu",
        "étudiant",
        "es",
    ),
    *("*", ":", "/", "-", "_", "\\", "(", ")", "·", "•", "‧", "\u2011", "–", " ", "\n", "[", "]", "[1]"),
    *("co", "o", "Re", "pre", "elected", "l", "lecció", "Paris", "约", "翰", "ジ", "п", "1", "²", "ß"),
)
"""What words with signs within are made of, and what they are not made of."""


def places(raw: str) -> None:
    fast, slow = split_page(raw), split_words(raw)
    assert fast.folded == slow.folded
    assert list(fast.starts) == list(slow.starts)
    assert list(fast.ends) == list(slow.ends)


@settings(deadline=None, max_examples=400)
@given(st.lists(PIECES, max_size=60), st.sampled_from(("", " ", "\n", ", ")))
@example(["İSTANBUL’DA ΟΔΟΣ"], "")
def test_any_text_gives_the_same_words(pieces: list[str], between: str) -> None:
    places(between.join(pieces))


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(WITHIN), max_size=16))
@example(["约", "翰", "·", "约"])
@example(["re", "-", "e", "1"])
def test_signs_within_words_give_the_same_words(pieces: list[str]) -> None:
    places("".join(pieces))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([*TRICKY.split(), "word", "Élan", "Ёж"]), min_size=1, max_size=30),
    st.integers(1, 60),
)
def test_a_long_text_gives_the_same_words(pieces: list[str], times: int) -> None:
    places(" ".join(pieces * times))


def test_a_word_longer_than_a_stretch_is_not_cut() -> None:
    places("a" * (3 * STRETCH) + " b " + "É" * (2 * STRETCH))


def test_places_count_from_the_end_and_in_slices() -> None:
    words = split_page("one two three " * STRETCH)
    assert words.starts[-1] == 14 * STRETCH - 6
    assert words.ends[:3] == (3, 7, 13)


def test_signs_of_fractions_are_words_of_their_own() -> None:
    text = "The tax of 3½ per cent, 3 1/2 d. or 2½d. and ¾ of it, on 1/2/2019 and 5\u20448 more.\n" * 900
    assert tuple(split_page(text).folded) == split_words(text).folded
