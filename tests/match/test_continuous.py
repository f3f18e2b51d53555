"""Quotations that go over a page end of their source: what stands between the pages is no part of them."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import DifferenceKind, Text, Verdict

SAID = "the ferry crossed twice a day while the river was free of ice and nobody paid 14 pence for it"
BEFORE, BEHIND = (
    "It is said that the ferry crossed twice a day",
    "while the river was free of ice and nobody paid 14 pence for it.",
)
NOTE = "See Ruth Kos, Bells of the Coast (Leeds: Fenwick, 2012), pp. 7-19, and not her earlier book."


def body(start: int) -> list[str]:
    return [
        f"The council of district {n} met in the spring and looked at the accounts."
        for n in range(start, start + 9)
    ]


def source(foot: list[str], head: list[str], *, before: str = BEFORE, behind: str = BEHIND) -> Text:
    """Four pages; the sentence goes from the second to the third."""
    pages = [
        [*head, *body(1), "211"],
        [*head, *body(20), before, *foot],
        [*head, behind, *body(40), "213"],
        [*head, *body(60), "214"],
    ]
    texts = ["\n".join(lines) + "\n" for lines in pages]
    starts = [sum(map(len, texts[:at])) for at in range(4)]
    return Text("".join(texts), page_starts=tuple(starts))


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ([], []),
        (["212"], ["Journal of Rivers 12 (2004)"]),
        ([f"12 {NOTE}", "13 Ibid., p. 4.", "212"], ["The Rivers of the North"]),
        ([f"{n} {NOTE}" for n in range(12, 21)] + ["212"], ["The Rivers of the North"]),
        ([f"* {NOTE}", "† The translation is ours, not his."], []),
        (["12", NOTE, "13", "Ibid., p. 4, and never page 9."], []),
        (["— 212 —"], ["Downloaded on 3 May 2021 for one reader"]),
    ],
    ids=["nothing", "number-and-head", "notes", "many-notes", "signs", "numbers-alone", "stamp"],
)
@pytest.mark.parametrize("language", ["en"])
def test_it_is_found_whole(foot: list[str], head: list[str], language: str) -> None:
    found = compare(SAID, prepare(source(foot, head)), language=language)
    assert found.verdict is Verdict.VERBATIM, (found.verdict, found.differences)
    assert found.found is not None
    assert found.found.startswith("the ferry crossed")
    assert found.found.endswith("paid 14 pence for it")
    assert (found.page, found.last_page) == (2, 3)


def test_what_is_changed_is_still_told_and_nothing_else() -> None:
    text = source([f"12 {NOTE}", "13 Ibid., p. 4.", "212"], ["The Rivers of the North"])
    found = compare(SAID.replace("14", "15"), prepare(text))
    assert found.verdict is Verdict.ALTERED
    assert [(one.kind, one.quoted, one.found) for one in found.differences] == [
        (DifferenceKind.NUMBER, "15", "14")
    ]


def test_a_sentence_of_a_note_is_found_too() -> None:
    text = source([f"12 {NOTE}", "13 Ibid., p. 4.", "212"], ["The Rivers of the North"])
    assert compare(NOTE, prepare(text)).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("word", ["Figure 3.", "Abb. 4:", "Таблица 2.1 –"])
def test_a_caption_in_the_midst_of_a_sentence_is_no_part_of_it(word: str) -> None:
    caption = [f"{word} A keeper of 1904 at his gate, no later than May", "Source: archive, box 12."]
    page = prepare(Text("\n".join([*body(1), BEFORE, *caption, BEHIND, *body(20)])))
    assert compare(SAID, page).verdict in (Verdict.VERBATIM, Verdict.NEAR)
    left_out = prepare(Text("\n".join([*body(1), BEFORE, "in all of the 12 towns", BEHIND, *body(20)])))
    assert compare(SAID, left_out).verdict is Verdict.MODIFIED
