"""Quotations broken by who says them, by a page's end, or whose note is called beside what leads them in."""

from __future__ import annotations

import pytest

from citecheck.model import Quotation, QuotationKind, Text
from citecheck.parse import parse

NOTES = (
    "\n\nNotes\n\n1. Mary Orr, Lamps of the Lake (Leeds: Fenwick, 2004), 12.\n"
    "2. John Hartley, Quays and Tolls (Leeds: Fenwick, 2011), 17.\n"
    "3. Minutes of the Harbour Board, 4 May 1911, fol. 31.\n"
)
END = " The boat was sold in the spring by a man from the town of Leeds.2 Nobody saw it again.3" + NOTES


def quotations(content: str) -> list[Quotation]:
    return [one for one in parse(Text(content)).quotations if one.kind is QuotationKind.PASSAGE]


@pytest.mark.parametrize(
    "text",
    [
        "“The old ferry,” Hartley told a committee of the lake in another year, “is like a bad coin to us.”1",
        "«Вы видите пароход»,— повторял он каждому,— «который не плывёт и не стоит»1.",
        "«Вы видите пароход», — повторял он каждому, — «который не плывёт и не стоит»1.",
        "„Diese alte Fähre“, sagte Hartwig, „ist wie ein Boot ohne Wasser“.1",
        "«La barca vecchia», rispose, «era già venduta prima di Pasqua».1",
    ],
)
def test_a_short_beginning_belongs_to_what_it_goes_on_with(text: str) -> None:
    assert [one.note for one in quotations(text + END)] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "«Crede che un traghetto passi la notte in porto?», domanda. «Io la passavo a contare i pedaggi».1",
        "“The ferry was never asked for by the town,” she said. “It was simply there one day.”1",
    ],
)
def test_two_sentences_with_who_says_them_between(text: str) -> None:
    assert [one.note for one in quotations(text + END)] == [1, 1]


def test_a_quotation_before_a_full_sentence_of_the_author_has_no_note() -> None:
    text = (
        "“The ferry was never asked for,” the mayor wrote. Hartley answered: “It was simply there one day.”1"
    )
    assert [one.note for one in quotations(text + END)] == [None, 1]


def test_the_note_is_called_where_the_quotation_is_led_in() -> None:
    text = "The widow of the ferryman said in her testimony1: “I ask for the boat and for nothing besides.” "
    text += "The clerk underlined the sentence twice."
    assert [one.note for one in quotations(text + END)] == [1]


def test_a_french_mark_behind_a_space_closes_before_its_call() -> None:
    text = (
        "« Qui donc a vendu la barque du passeur\u00a0? »1Cette phrase, reprise partout, parut en tête du "
        "« Courrier du lac » de mai."
    )
    (quotation, *_) = quotations(text + END)
    assert (quotation.exact, quotation.note) == ("Qui donc a vendu la barque du passeur ?", 1)


BLOCK = (
    "They dine on their feet at twenty to a table, and they dine well on the\n"
    "    old quay. I saw the ferryman hold out his bowl like all the others.\n"
)


@pytest.mark.parametrize("led", ["A traveller has described it:", "It is told as follows (Orr 2004, 12):"])
@pytest.mark.parametrize(
    "behind",
    [
        "By 1960 there were only four ferries left on the whole of the lake.1",
        "The tolls of other lakes were higher, as Weir has shown.1",
    ],
)
def test_a_block_is_not_given_the_note_of_the_next_sentence(led: str, behind: str) -> None:
    text = f"{led}\n\n    {BLOCK}\n\n{behind} It is rare."
    assert [one.note for one in quotations(text + END)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "“Where is our light now, and who has it?” Nobody could answer. “It was never ours,” wrote Orr.1",
        "« Où est notre feu du port ? » Le maire se tut. « Il n’a jamais été à nous, ce feu. »1",
        "“Who has sold our ferry to them?” Orr wrote. “The price was the best,” Hartley replied.1",
        "“Who has sold our ferry to them?” asked Orr. “The price was the best,” Hartley replied.1",
    ],
)
def test_a_question_is_not_given_the_note_of_the_answer(text: str) -> None:
    assert [one.note for one in quotations(text + END)] == [None, 1]


def test_the_first_line_of_a_page_that_returns_nowhere_is_quoted() -> None:
    text = (
        "He wrote that “the boat was sold by one named\n\n3\n\fMary Hartley of Leeds\n\n"
        "who had it from the lake”.1"
    )
    (quotation,) = quotations(text + END)
    assert quotation.exact.endswith("one named Mary Hartley of Leeds who had it from the lake")


def test_a_title_in_a_quotation_is_no_running_head() -> None:
    filling = "The town is old, and the lake is older than the town; nobody has counted its boats.\n" * 16
    pages = "\f".join(f"The Ferry and the Lake            {page}\n\n{filling}" for page in range(3, 8))
    text = "He wrote that “its title is known as\nThe Ferry and the Lake\nand nobody read it to its end”.1"
    (quotation,) = quotations(f"{pages}\n{text}{END}")
    assert quotation.exact == "its title is known as The Ferry and the Lake and nobody read it to its end"


def test_a_block_is_not_given_the_note_of_another_quotation() -> None:
    text = f"A traveller has described it:\n\n    {BLOCK}\nOthers said that “nothing of this was ever true”.1"
    assert [one.note for one in quotations(text + END)] == [None, 1]


def test_a_block_over_a_pages_end_and_a_running_head_that_stands_there_once() -> None:
    filling = "The town is old, and the lake is older than the town; nobody has counted its boats.\n" * 16
    first = "    They dine on their feet at twenty to a table, and they dine well on the\n    old quay, as it"
    rest = "    seemed to me on the first day. I saw the ferryman hold out his bowl.1"
    text = (
        f"{filling}\n               7\n\n{filling}\nA traveller has described it:\n\n{first}\n\n"
        f"               8\n\nChapter 2. Tables\n\n{rest}\n\n{filling}"
    )
    (quotation,) = quotations(text + END)
    assert quotation.note == 1
    assert quotation.exact.startswith("They dine on their feet")
    assert quotation.exact.endswith(
        "as it seemed to me on the first day. I saw the ferryman hold out his bowl."
    )


def test_a_heading_below_a_whole_sentence_is_no_running_head() -> None:
    filling = "The town is old, and the lake is older than the town; nobody has counted its boats.\n" * 16
    text = f"{filling}\n               7\n\nOn tables\n\n“it is true that nobody sat down at one,” they say.1"
    (quotation,) = quotations(text + END)
    assert "On tables" not in quotation.exact


def test_a_line_of_a_double_spaced_text_is_no_running_head() -> None:
    lines = ["the harbour was full of boats on that day, and the mayor wrote that “the"] * 18
    body = "\n\n".join(lines).replace("“the", "the")
    text = (
        f"The year is known:\n\n{body}\n\nthe banker of the lake says in his letter to the\n\n        7\n\n"
        "Council that “the loan is to be paid in larch before the\n\nthird winter is over.”1 It was not.\n\n"
    )
    (quotation,) = quotations(text + END.replace("\n", "\n\n"))
    assert quotation.exact == "the loan is to be paid in larch before the third winter is over."


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The ferryman wrote in his diary1 “that nobody at the quay had asked him for it.” It rained.", 1),
        ("Der Fährmann schrieb an seinen Bruder1 „niemand hat mich vorher danach gefragt“. Es regnete.", 1),
        (
            "He wrote in a diary1 “that nobody at the quay had asked him for it” and closed it.3 It rained.",
            3,
        ),
        (
            "He wrote a diary.1 “That nobody at the quay had asked him for it” is not in it. It rained.",
            None,
        ),
    ],
)
def test_the_note_is_called_at_the_word_that_leads_in_the_quotation(text: str, note: int | None) -> None:
    end = END if note != 3 else END.replace("Leeds.2", "Leeds.").replace("again.3", "again.")
    text = text + " The winter was a hard one for the town, and the “lake” was closed by ice in March." + end
    found = [one.note for one in quotations(text)]
    assert found[:1] == [note]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Er sagte: «der Kahn ist nie bezahlt worden>>1.", "der Kahn ist nie bezahlt worden"),
        ("Il dit <<la barque ne fut jamais payée>>1.", "la barque ne fut jamais payée"),
        ("Он сказал: <<лодка так и не была оплачена.>>1", "лодка так и не была оплачена."),
    ],
)
def test_marks_typed_as_two_signs(text: str, exact: str) -> None:
    assert [(one.exact, one.note) for one in quotations(text + END)] == [(exact, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The value a>>b is the boat that was sold << 3.1",
        ">> The boat that he sold\n>> was old.1",
        "Write <<clerk@lake.example>>.1",
    ],
)
def test_two_signs_that_quote_nothing(text: str) -> None:
    assert quotations(text + END) == []


LONE = (
    "The mayor held that ‘the boat is too dear for the lake and the town’.2 Nobody ‘ever’ saw the ‘bill’.3"
    + NOTES
)


def test_a_single_mark_that_nothing_closes_opens_the_texts_quotation() -> None:
    text = "He said ‘that nobody saw the bill’ and ‘that he lost it in the lake’. " + LONE
    text = "The clerk saw ‘a man of the lake who asked for nothing.1 " + text
    found = {(one.exact, one.note) for one in quotations(text)}
    assert found >= {
        ("a man of the lake who asked for nothing", 1),
        ("the boat is too dear for the lake and the town", 2),
    }


@pytest.mark.parametrize(
    "name", ["The caliph ‘Umar", "Rabbi ‘Akiva", "Der Kaufmann ‘Ali", "In ‘89 he", "‘Twas he who"]
)
def test_a_letter_or_an_apostrophe_opens_nothing(name: str) -> None:
    text = f"{name} left the town in the spring with four men and a boat.1 Nobody saw it again.2"
    assert quotations(text + NOTES) == []


def test_an_apostrophe_turned_round_opens_nothing() -> None:
    """In a text with other marks of its own, or where no note is called."""
    text = "The clerk saw ‘em all on the quay in March.1 He said “the boat is too dear for the town”.2 "
    assert [one.note for one in quotations(text + "“Bill” and “boat” were lost.3" + NOTES)] == [2]
    text = "The clerk saw ‘em all on the quay. It was cold. Nobody had been there before or came.1 " + LONE
    assert [one.note for one in quotations(text)][-1:] == [2]


@pytest.mark.parametrize(
    ("above", "behind"),
    [
        (
            "The board gave two reasons for the sale:",
            "The boat was too dear for a town of that size.1\n\nThe lake was too wide for the boat.2",
        ),
        (
            "The board gave a reason for the sale:",
            "The boat, as “the clerk” says, was too dear.1\n\nIt sank.2",
        ),
        (
            "There is one thing the reader should keep in mind when he reads what follows:",
            "Nobody in the valley could read or write before the school was built in 1811.1\n\nIt burned.2",
        ),
        ("Reasons:", "The boat was too dear for a town of that size.1\n\nIt sank.2"),
        (
            "The board gave a reason for the sale:",
            "The boat was too dear1 for a town of that size.\n\nIt sank.2",
        ),
        (
            "The board gave a reason for the sale.",
            "The boat was too dear for a town of that size.1\n\nIt sank.2",
        ),
    ],
)
def test_a_paragraph_behind_a_colon_that_is_no_quotation(above: str, behind: str) -> None:
    found = quotations(f"{above}\n\n{behind}\n\nNobody saw it again.3{NOTES}")
    assert not [one for one in found if one.block]
