"""What pages, editors and authors put into a passage that is no part of it."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import DifferenceKind, Text, Verdict
from citecheck.read import read_page

TAIL = {
    "en": "\nNothing more was said of it that evening, and the lamp went out by itself.",
    "de": "\nDavon wurde an diesem Abend nicht mehr gesprochen, und die Lampe ging von selbst aus.",
    "fr": "\nOn n'en parla plus de la soirée, et la lampe s'éteignit d'elle-même dans le salon.",
    "pt": "\nNão se falou mais disso naquela noite, e a lâmpada apagou-se sozinha na sala da casa.",
    "uk": "\nБільше про це того вечора не говорили, і лампа згасла сама собою, як це буває.",
}
VERBATIM, NEAR = Verdict.VERBATIM, Verdict.NEAR
LONG = "The council of the lower town met in the spring to speak of the mill and of the old stone bridge"
SOLD = "wollte die Mühle im Frühjahr mit allen Rechten an die Erben von Holt verkaufen"
TRUE = [
    # (language, page, quotation, verdicts that would do)
    (
        "en",
        "The mill was sold to [Pg 155]the heirs in the spring.",
        "The mill was sold to the heirs in the spring",
        (VERBATIM,),
    ),
    (
        "de",
        "Die Mühle wurde [S. 48] im Frühjahr verkauft.",
        "Die Mühle wurde im Frühjahr verkauft",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill was sold to the heirs in the spring.",
        "The mill was sold (p. 319) to the heirs in the spring",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill was sold to the heirs in the spring.",
        "The mill was sold //47// to the heirs in the spring",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill was sold to the heirs in the spring.",
        "The mill{5} was sold to the heirs in the spring",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill and its complaints were sold to the heirs.",
        "The mill and its com|62|plaints were sold to",
        (VERBATIM, NEAR),
    ),
    (
        "en",
        "Some 40%173 of the mill was sold to the heirs.",
        "Some 40% of the mill was sold to the heirs",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill was sold in 1879,103 and the heirs left.",
        "The mill was sold in 1879, and the heirs left",
        (VERBATIM,),
    ),
    ("en", "The mill was sold in 1879. The heirs left.", "The mill was sold in 1879.12", (VERBATIM,)),
    (
        "de",
        "Der Rat sah im Herbst die Mühle der Partei brennen.",
        "Der Rat sah im Herbst die Mühle der (12)",
        (VERBATIM,),
    ),
    (
        "pt",
        "O moinho foi vendido aos herdeiros na primavera. Não é o único.",
        "O moinho foi vendido aos herdeiros na primavera. (destaque nosso)",
        (VERBATIM,),
    ),
    (
        "uk",
        "Млин продали спадкоємцям навесні того року, хоч усі й мовчали.",
        "Млин продали спадкоємцям навесні того року, хоч (підкреслено мною)",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill was sold to the heirs in the spring.",
        "The mill was sold (italics in the original) to the heirs",
        (VERBATIM,),
    ),
    ("en", "For this reason he does it in time.", "For this reason [in Paris] does it", (VERBATIM,)),
    (
        "en",
        "Dozens of followers are already celebrating the victory in the Plaza.",
        "Dozens of followers are already celebrating the (italics in the original)",
        (VERBATIM,),
    ),
    (
        "en",
        "The heirs of Holt met on the spring day [Pg 12]that the mil was sold.",
        "The heirs of Holt met on the spring day that the mill was sold",
        (NEAR,),
    ),
    (
        "en",
        "Trade was developed by establishing outposts.",
        "Trade was developed by e s t a b l i s h i n g outposts",
        (VERBATIM, NEAR),
    ),
    (
        "de",
        "Es ist unglaublich, berichtete die Kundin.",
        "Es ist unglaublich, b e r i c h t e t e die Kundin",
        (VERBATIM, NEAR),
    ),
    (
        "en",
        "The mill was sold after a long quarrel over the dam to the heirs of Holt in the spring.",
        "The mill was sold *** to the heirs of Holt in the spring",
        (VERBATIM,),
    ),
    (
        "en",
        "The mill was sold after 14 years of quarrel over the dam to the heirs of Holt in the spring.",
        "The mill was sold (----) to the heirs of Holt in the spring",
        (VERBATIM,),
    ),
    (
        "en",
        f"{LONG} that\nAdvertisement\nRead also: Ten things to know\nthe heirs of Holt had left to us.",
        f"{LONG} that the heirs of Holt had left to us",
        (VERBATIM,),
    ),
    (
        "en",
        f"{LONG} that\nPhoto: a view of the harbour (Reuters)\nnobody had seen since the flood.",
        f"{LONG} that nobody",
        (VERBATIM,),
    ),
    (
        "en",
        f"{LONG}, not\nPhoto: a view of the harbour (Reuters)\nall of which had been paid for by the parish.",
        f"{LONG}, not all",
        (VERBATIM,),
    ),
    (
        "de",
        f"Er\nFoto: Blick auf den Hafen (dpa)\n{SOLD}, und der Rat der unteren Stadt stimmte ihm zu.",
        f"Er {SOLD}",
        (VERBATIM,),
    ),
]


@pytest.mark.parametrize(("language", "page", "quotation", "verdicts"), TRUE, ids=lambda one: str(one)[:50])
def test_what_is_put_in_alters_nothing(
    language: str, page: str, quotation: str, verdicts: tuple[Verdict, ...]
) -> None:
    got = compare(quotation, prepare(Text(page + TAIL[language])))
    assert got.verdict in verdicts, (got.verdict, got.differences)


def test_blanks_between_ideographs_are_no_letter_spacing() -> None:
    page = prepare(Text("魔幻時刻至少是從恐怖的風琴奏起時開始的，土地侵蝕、鹽漬化、土地壓緊。" * 3))
    got = compare("恐 怖 的 風 琴 奏 起 時 開 始 的", page)
    assert got.verdict in (VERBATIM, NEAR)


def test_a_word_printed_twice_is_a_slip() -> None:
    page = prepare(Text("The king Philip next marched against Olynthus in the spring." + TAIL["en"]))
    got = compare("The king Philip Philip next marched against Olynthus in the spring", page)
    assert got.verdict is Verdict.MODIFIED
    assert [difference.kind for difference in got.differences] == [DifferenceKind.WORD]


@pytest.mark.parametrize(
    ("page", "quotation"),
    [
        ("He did agree to the sale of the mill.", "He did (not) agree to the sale of the mill"),
        ("The mill was sold to the heirs.", "The mill was sold (for 12 pounds) to the heirs"),
        ("The mill was sold for 12 pounds.", "The mill was sold for 12.5 pounds"),
        ("The mill was sold with 5 acres.", "The mill was sold with 50"),
        (f"{LONG} in\n14 villages of the valley.\nThe heirs left.", f"{LONG} in villages of the valley"),
    ],
)
def test_what_changes_the_sense_is_still_told(page: str, quotation: str) -> None:
    assert compare(quotation, prepare(Text(page + TAIL["en"]))).verdict is Verdict.ALTERED


def test_a_raised_number_of_a_note_is_no_part_of_a_number() -> None:
    source = (
        b"<p>The mill was sold in 1994<sup><a href='#n90'>90</a></sup> to the heirs of Holt and to us.</p>"
    )
    page = prepare(read_page(source, "text/html", "page"))
    assert compare("The mill was sold in 1994 to the heirs of Holt", page).verdict is VERBATIM
    assert compare("The mill was sold in 1995 to the heirs of Holt", page).verdict is Verdict.ALTERED


def test_a_changed_word_beside_an_advertisement_is_told() -> None:
    lines = f"{LONG} of the\nAdvertisement\nRead also: Ten things to know\nupper town in the north of it."
    got = compare(f"{LONG} of the lower town in the south of it", prepare(Text(lines + TAIL["en"])))
    assert [(one.quoted, one.found) for one in got.differences] == [("south", "north"), ("lower", "upper")]


@pytest.mark.parametrize(
    ("page", "quotation"),
    [
        ("The flag of the United Nations hung over the mill.", "The flag of the UN hung over the mill"),
        ("The flag of the U.N. hung over the mill.", "The flag of the United Nations hung over the mill"),
        ("They went to see Saint Olaf at the mill.", "They went to see St. Olaf at the mill"),
        ("They went to see Prof. Holt at the mill.", "They went to see Professor Holt at the mill"),
        ("They heard that John Holt was at the mill.", "They heard that J. Holt was at the mill"),
    ],
)
def test_what_is_written_short_is_no_other_name(page: str, quotation: str) -> None:
    got = compare(quotation, prepare(Text(page + TAIL["en"])))
    assert got.verdict in (Verdict.MODIFIED, NEAR), got.differences


def test_another_organisation_is_told() -> None:
    page = prepare(Text("The flag of the United Nations hung over the mill." + TAIL["en"]))
    assert compare("The flag of the FBI hung over the mill", page).verdict is Verdict.ALTERED


def test_a_remark_in_brackets_that_tells_a_story_is_listed() -> None:
    page = prepare(Text("The mill was sold to the heirs in the spring of that year." + TAIL["en"]))
    got = compare("The mill was sold (Italian style) to the heirs in the spring", page)
    assert got.differences


def test_a_line_within_a_short_sentence_is_listed_not_called_an_alteration() -> None:
    page = prepare(
        Text("The mill was sold in\nRead also: Ten things to know\nthe spring of the year." + TAIL["en"])
    )
    got = compare("The mill was sold in the spring of the year", page)
    assert got.verdict is Verdict.MODIFIED
    assert "Ten things" in got.differences[0].found


def test_a_sentence_on_a_line_of_its_own_cannot_be_left_out_unseen() -> None:
    page = prepare(Text(f"{LONG}.\nNobody had asked the miller.\nThe heirs of Holt had left." + TAIL["en"]))
    got = compare(f"{LONG}. The heirs of Holt had left", page)
    assert got.verdict not in (VERBATIM, NEAR)


def test_a_word_left_out_beside_an_advertisement_is_told_without_it() -> None:
    said = "In the view of all who lived by the old stone bridge the council would not"
    behind = "sell the mill to the heirs of the widow, and nobody in the town thought that it ever should."
    page = prepare(Text(f"{said}\nAdvertisement\nRead more: Ten facts\n{behind}" + TAIL["en"]))
    got = compare("by the old stone bridge the council would sell the mill to the heirs of the widow", page)
    assert [(one.kind, one.found) for one in got.differences] == [(DifferenceKind.NEGATION, "not")]


def test_a_changed_word_behind_the_pages_own_dots_is_told() -> None:
    said = (
        "He told the council in the spring, before the heirs of the widow had come home from the coast, that "
    )
    said += "the lamp was found in the upper room of the mill, and I remember it well... "
    page = prepare(Text(f"{said}One half of it burned." + TAIL["en"]))
    got = compare(f"{said}One third of it", page)
    assert (got.verdict, [one.kind for one in got.differences]) == (Verdict.ALTERED, [DifferenceKind.NUMBER])
    assert compare(f"{said}Some dogs barked", page).verdict is Verdict.PARTIAL
