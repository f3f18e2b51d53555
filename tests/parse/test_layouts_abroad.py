"""Pages as publishers of several countries set them: running heads, calls behind quotation marks, carried
notes. Each was read wrong once."""

from __future__ import annotations

from citecheck.model import Parsed, Text
from citecheck.parse import parse


def read(*pages: str) -> Parsed:
    return parse(Text("\n\f".join(pages)))


def test_heads_that_count_on_all_pages_are_none_of_the_text_though_one_stands_once() -> None:
    found = read(
        """\
Capitolo primo    7

Il vicario scrive ai frati che l'acqua è di tutti1. Nel 1751 il papa concesse
ai frati quanto aveva negato, con un breve che parla di «acque “vive e

1 G. Falcetti, Acque contese, Urbino 1987, p. 45.
""",
        """\
8    L'acqua e il convento

perenni” da condursi a spese del convento»2. Il muro rimase in piedi per
altri cento anni, e nessuno ne parlò3.

2 M. Orsati, Carte del convento, Ancona 2004, p. 201.
3 Ivi, p. 203.
""",
        """\
Capitolo primo    9

La biblioteca contava mille volumi4. Chi scrive ne ha visti due.

4 Ivi, p. 310.
""",
    )
    (quotation,) = (one for one in found.quotations if one.note == 2)
    assert quotation.exact == "acque “vive e perenni” da condursi a spese del convento"


def test_an_abbreviated_page_is_no_misread_label() -> None:
    found = read(
        """\
Hladík prodal polovinu mlýna1. Druhou prohrál v kartách2. Kronikář k tomu
nic nepoznamenal3, ale soused ano4.

Poznámky

1. Kronika obce Podhráz, s. 88.
2. VANĚK, Jiří. Voda u stolu. Brno: Rákos, 1996, s. 54.
3. Kronika obce Podhráz, s. 90.
4. NOVOTNÁ, Hana. Karty a mlýny. Lipnický sborník. 2005, roč. 12, č. 1,
s. 7–29.
6. Tamtéž, s. 15.
""",
    )
    assert [note.label for note in found.notes] == ["1", "2", "3", "4", "6"]
    assert found.notes[3].text.endswith("č. 1, s. 7–29.")


def test_calls_glued_on_both_sides_of_a_closing_mark_close_the_quotation() -> None:
    for opening, closing in (("„", "“"), ("‘", "’"), ("“", "”"), ("«", "»")):
        found = read(
            f"""\
Kronikář k tomu poznamenal: {opening}Mlýn se točí dál, jen nikdo neví pro
koho{closing}1Podle Vaňka šlo o {opening}první případ, kdy voda změnila majitele
u stolu{closing}2. Jiní autoři jsou opatrnější3, a soud také4.

1 Kronika obce Podhráz, s. 88.
2 VANĚK, Jiří. Voda u stolu. Brno: Rákos, 1996, s. 54.
3 NOVOTNÁ, Hana. Karty a mlýny. Brno: Rákos, 2005, s. 7.
4 Tamtéž, s. 15.
""",
        )
        assert [marker.number for marker in found.markers] == [1, 2, 3, 4]
        assert [(one.exact[:4], one.note) for one in found.quotations] == [("Mlýn", 1), ("prvn", 2)]


def test_a_space_lost_behind_one_call_does_not_part_it_from_its_quotation() -> None:
    found = read(
        """\
Skeladžija je izjavio: „Ministar je bio lakši od kola.” 1Anegdotu prenosi
Marković, koji u njoj vidi „celu istoriju uprave u jednoj rečenici”.2 Drugi
su bili oštriji.3 Skela je prodata4, a most je sagrađen tek 1931.5

1 Državni arhiv, fond Skele, kut. 7.
2 Dragan Marković, Reke i uprava, Beograd 1974, str. 66.
3 Jelena Savić, Skela, Beograd 1988, str. 21.
4 Isto, str. 22.
5 Isto, str. 23.
""",
    )
    assert [one.note for one in found.quotations] == [1, 2]


def test_a_quantity_is_not_cut_for_a_call_that_is_lost() -> None:
    found = read(
        """\
Le ministère commanda une étude1. Elle concluait qu'il fallait deux plans. Il
en fallut un. Aujourd'hui, 12 villages vivent sur la tourbe3, qui brûle4.

1 Lossev D., La carte, Minsk, 2006, p. 60.
2 Zimina E., La tourbe, Minsk, 2012, p. 88.
3 Ibid., p. 90.
4 Ibid., p. 91.
""",
    )
    assert [marker.number for marker in found.markers] == [1, 3, 4]
    assert [problem.check for problem in found.problems] == ["marker-missing"]


def test_the_number_of_a_page_is_no_call() -> None:
    text = "Il giornale ne parlò a lungo{}. La controversia finì davanti al giudice{}."
    note = "{} G. Falcetti, Acque contese, Urbino 1987, p. 45."
    calls = [(1, 2, 3), (4, 5, 6), ("", 8, 9)]
    pages = [
        "\n".join(
            (f"{text.format(*own)} Ne resta un muro{own[2]}.", "", *map(note.format, numbers), "", str(page))
        )
        for own, numbers, page in zip(calls, ((1, 2, 3), (4, 5, 6), (7, 8, 9)), (6, 7, 8), strict=True)
    ]
    found = read(*pages)
    assert [marker.number for marker in found.markers] == [1, 2, 3, 4, 5, 6, 8, 9]
    assert [(problem.check, problem.note) for problem in found.problems] == [("marker-missing", 7)]


def test_the_number_of_a_page_is_no_label_though_it_is_the_next_one() -> None:
    found = read(
        """\
Skela

   Godine 1889. skela je prevezla 2.140 kola i jednog ministra.1 Skeladžija je
rekao: „Ministar je bio lakši od kola.”2 Marković, koji u njoj vidi
„celu istoriju uprave u jednoj rečenici”.3 Savremenici su bili oštriji.4

1
Državni arhiv, fond Skele, kut. 7.
2
Isto, dok. 113.
3
Dragan Marković, Reke i uprava, Beograd 1974, str. 66.
4
Jelena Savić, Skela, Beograd 1988, str. 21.

5
""",
        """\
   Skela je prodata.5 Most je sagrađen tek 1931, a na njemu su tada radila samo 3.6
   O tome svedoči film.7

5
Isto, str. 22.
6
Isto, str. 23.
7
Isto, str. 24.

6
""",
    )
    assert [(note.label, note.text[:5]) for note in found.notes] == [
        ("1", "Držav"),
        ("2", "Isto,"),
        ("3", "Draga"),
        ("4", "Jelen"),
        ("5", "Isto,"),
        ("6", "Isto,"),
        ("7", "Isto,"),
    ]
    assert [marker.number for marker in found.markers] == [1, 2, 3, 4, 5, 6, 7]


def test_notes_with_signs_go_on_at_the_foot_of_the_next_page() -> None:
    found = read(
        """\
Hladík prodal polovinu mlýna.* Kronikář k tomu nic nepoznamenal.** Vaněk v tom
vidí první případ svého druhu.***

* Státní archiv Lipnice, inv. č. 44, fol. 12.
** ‚Kronika‘ obce Podhráz, s. 88.
*** NOVOTNÁ, Hana. Karty a mlýny. Lipnický sborník. 2005, roč. 12, č.

7
""",
        """\
Soud rozhodl, že voda za to nemůže.* Rozsudek potvrdila druhá instance.** Farář
vypověděl: „Voda přišla dříve

1, s. 7–29.
* Tamtéž, s. 15.
** Tamtéž.

8
""",
        """\
než zvon“.* Škoda dosáhla tisíce zlatých.**

* Kronika obce Podhráz, s. 90.
** Tamtéž, s. 91.

9
""",
    )
    assert [note.label for note in found.notes] == ["*", "**", "***", "*", "**", "*", "**"]
    assert found.notes[1].text == "‚Kronika‘ obce Podhráz, s. 88."
    assert found.notes[2].text.endswith("2005, roč. 12, č. 1, s. 7–29.")
    assert found.notes[2].continued
    assert [(one.exact, one.note_id) for one in found.quotations] == [
        ("Voda přišla dříve než zvon", found.notes[5].id)
    ]
    assert not found.problems
