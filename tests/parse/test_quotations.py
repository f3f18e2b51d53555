"""Quotations are found as their readers see them, and each is tied to its note."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Marker, MarkKind, Note, NoteKind, Quotation, Text
from citecheck.parse import parse
from citecheck.parse.quotations import find_quotations
from citecheck.read import read_manuscript
from tests.parse.written import written

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("quotations.json").read_text("utf-8"))


def found_in(source: str, language: str = "en") -> tuple[Text, tuple[Quotation, ...]]:
    text, notes, markers = written(source)
    return text, find_quotations(text, notes, markers, language)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_quotations(case: dict[str, Any]) -> None:
    _, found = found_in(case["text"], case["language"])
    assert [{"exact": one.exact, "note": one.note, "kind": str(one.kind)} for one in found] == case[
        "quotations"
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_part_slices_to_its_own_words(case: dict[str, Any]) -> None:
    text, found = found_in(case["text"], case["language"])
    for one in found:
        parts = " ".join(" ".join(span.of(text.content).split()) for span in one.spans)
        letters = "".join(filter(str.isalpha, parts))
        assert letters == "".join(filter(str.isalpha, one.exact))
        assert text.content[one.start].strip()
        assert text.content[one.end - 1].strip()
        assert one.reason
        assert one.line == text.content.count("\n", 0, one.start) + 1


def test_a_page_end_makes_two_parts() -> None:
    [case] = [case for case in CASES if "note between" in case["name"]]
    text, [one] = found_in(case["text"], "fr")
    assert [" ".join(span.of(text.content).split()) for span in one.spans] == [
        "une flotte mince",
        "vaut mieux qu'un quai vide",
    ]


def test_prefix_and_suffix_are_the_words_beside_it() -> None:
    _, [one] = found_in('He said that "the boat is late again" and left.¦1¦')
    assert (one.prefix, one.suffix) == ("He said that", "and left.")


def test_a_lost_note_still_has_its_number() -> None:
    text, notes, markers = written('He said "the boat is late again".¦80¦')
    [one] = find_quotations(text, notes, markers, "en")
    assert (one.note, one.note_id) == (80, None)


def test_the_language_of_a_quotation_is_its_own() -> None:
    _, found = found_in(
        "Il cite « the loss is not slowing down and will not stop »¦1¦, puis « вода стоит и не уходит »¦2¦, "
        "puis « la passe perd sa profondeur »¦3¦.",
        "fr",
    )
    assert [one.language for one in found] == ["en", "ru", "fr"]


MARKDOWN = """The board was told twice.[^1]

> The weir will not outlive
> its *keepers*, they said.[^2]

And the minutes add that "nobody moved to adjourn",[^3] `"not this one"`, <!-- "nor this one" --> and so on.

[^1]: One. [^2]
[^2]: Two, "with a title of its own".
[^3]: Three.
"""


def test_markdown_block_quotations_code_and_comments() -> None:
    text = read_manuscript(MARKDOWN.encode(), "a.md").text
    notes = [
        Note(mark.label, int(mark.label), mark.label, NoteKind.FOOTNOTE, mark.spans, "", 1, 1)
        for mark in text.marks
        if mark.kind is MarkKind.NOTE
    ]
    markers = [
        Marker(int(mark.label), mark.spans[0], 1, mark.label, mark.label)
        for mark in text.marks
        if mark.kind is MarkKind.MARKER and mark.spans[0] < notes[0].spans[0]
    ]
    found = find_quotations(text, notes, markers, "en")
    assert [(one.exact, one.note, one.block) for one in found] == [
        ("The weir will not outlive its keepers, they said.", 2, True),
        ("nobody moved to adjourn", 3, False),
    ]


@pytest.mark.parametrize(
    "piece", ['"', '"a ', "« ", "“a” ", "'a ", ". ", '". ', 'a". 1B', "((((", "abab ", "> "]
)
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    find_quotations(Text(piece * (50_000 // len(piece))), [], [], None)
    assert time.process_time() - started < 2.0


@given(st.text(alphabet="\"'«»“”„‘’ab.,1 \n\f-", max_size=200), st.booleans())
def test_no_text_raises_and_spans_lie_inside(content: str, called: bool) -> None:
    marked = content.replace("1", "¦1¦") if called else content
    text, found = found_in(marked)
    previous = 0
    for one in found:
        assert previous <= one.start < one.end <= len(text.content)
        previous = one.start
        assert all(span.start < span.end for span in one.spans)


def test_the_first_line_of_an_indented_paragraph_is_no_block() -> None:
    content = (
        "The ferry\n"
        "    In 1856 the ferry took thirteen thousand people and five hundred carts over¹.\n"
        "The clerk wrote that “the ferry hangs on a rope and a prayer”². The merchants of\n"
        "the town did not agree³.\n"
        "    The ferryman himself never asked for anything of the kind, and the carts went\n"
        "on as before. Nobody counted them.\n"
        "    A bridge was spoken of from then on in every winter, and in summer it was as\n"
        "quickly forgotten again⁴.\n\n"
        "¹ Orr, Ferries, 12.\n² Ibid., 13.\n³ Rose, Ropes, 7.\n⁴ Ibid., 9.\n"
    )
    found = parse(Text(content)).quotations
    assert [(one.note, one.block) for one in found] == [(2, False)]


def test_a_block_whose_page_begins_a_space_further_in_stays_one() -> None:
    content = (
        "The ferry was opened in the year of the great flood. The clerk of the parish told it\n"
        "like this:\n"
        "      The bishop came, and so did the mayor, and the band of three\n"
        "      villages; the ferryman alone did not come, but took everybody\n"
        "\n1 Orr, Ferries, 12.\n\f\n"
        "       over who would go, for nothing, and nearly all of them went.1\n"
        "On the next day nobody paid any more, and it never came to anything but a quarrel of\n"
        "many years.2\n\n2 Rose, Ropes, 7.\n"
    )
    (block,) = parse(Text(content)).quotations
    assert (block.note, block.block) == (1, True)
    assert block.exact.startswith("The bishop came")
    assert block.exact.endswith("nearly all of them went.")


@pytest.mark.parametrize("call", ["({})", "[{}]", "［{}］"])
def test_brackets_of_a_call_are_no_part_of_a_block(call: str) -> None:
    first, second = call.format(1), call.format(2)
    content = (
        "The ferry was opened in the year of the great flood. The clerk of the parish told it\n"
        "like this:\n"
        "      The bishop came, and so did the mayor, and the band of three\n"
        f"      villages came over for nothing.{first}\n"
        "On the next day nobody paid any more, and it never came to anything but a quarrel of\n"
        f"many years.{second}\n\n____________\n{first} Orr, Ferries, 12.\n{second} Rose, Ropes, 7.\n"
    )
    (block,) = parse(Text(content)).quotations
    assert block.exact.endswith("came over for nothing.")


TABLE = r"""\documentclass{article}
\begin{document}
PROSE

PROSE

The keepers wrote down what each house holds\footnote{Moss, \emph{The Weir}, p. 12.}, and what it means :

    \begin{tabular}{p{12cm}c}
        \toprule
        \textbf{House} & \textbf{Store} \\ % heads
        \midrule
        The upper mill on the river & 5 sacks of corn \\
        The keepers of the lower weir & 20 sacks of corn \\
        \bottomrule
    \end{tabular}

PROSE
\end{document}
""".replace(
    "PROSE", "The keepers came down to the weir each spring and opened the gates, one after the other. " * 3
)


def test_rows_of_a_table_beside_a_rule_are_no_block() -> None:
    text = read_manuscript(TABLE.encode(), "a.tex").text
    assert find_quotations(text, [], [], "en") == ()
