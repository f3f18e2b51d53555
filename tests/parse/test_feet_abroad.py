"""Feet of pages as publishers of several countries set them and extractors leave them: notes, and rests of
notes. Each was read wrong once."""

from __future__ import annotations

from tests.parse.test_layouts_abroad import read


def test_a_page_whose_numbers_begin_anew_is_no_rest_of_a_note_that_ends_in_an_ordinal() -> None:
    found = read(
        """\
La riada se llevó el molino1. El gobernador prometió «un puente nuevo»2. La
sentencia definitiva es de 18613.

1 Cartas del cura de Valdesal, Madrid, Imprenta del Puente, 1911, carta 14.
2 Julián Ortuño Vela, La sal y la deuda, Murcia, Almadraba, 1994, p. 71.
3 STS de 12 de junio de 1861, fundamento 4.º

8
Casi dos siglos después, una asociación ha pedido la restitución
de los reales1. El alcalde contestó que «la deuda prescribió, pero
la vergüenza no»2. Quizá tenga razón3.

1 Asociación Arrieros de Valdesal, «Comunicado», 14 de enero de 2019.
2 «La deuda y la vergüenza», El Eco de Valdesal, 22 de enero de 2019, p. 3.
3 Ídem.

9
""",
    )
    assert [marker.number for marker in found.markers] == [1, 2, 3, 1, 2, 3]
    assert found.notes[2].text == "STS de 12 de junio de 1861, fundamento 4.º"
    assert not found.problems


def test_numbers_that_are_named_or_count_something_call_no_lost_note() -> None:
    found = read(
        """\
The county bought two ferries.1 The legislature responded with Section 2 of the
Ferries Act.3 It cost € 14.000 in all, and of the clauses none was struck out. A
blog then noticed the comma,5 and the committee noticed it, too.6

1 Margaret Thule, Floating Highways (1999), 91.
2 Id. at 93.
3 Id. at 94.
4 Id. at 95.
5 Jo Park, That Comma Again (2014), 3.
6 Id. at 8.
""",
    )
    assert [marker.number for marker in found.markers] == [1, 3, 5, 6]
    assert {problem.note for problem in found.problems} == {2, 4}


def test_a_rest_that_begins_with_an_edition_is_no_note() -> None:
    pages = [
        """\
A linha foi inaugurada em 1912.* A companhia faliu três anos depois.** O
depoimento foi citado em todos os trabalhos posteriores.***

* TEIXEIRA, Rui. Cartas da serra. São Paulo: Estação, 1978. p. 23.
** MOURA, Célia. A falência. Campinas: Ponteio, 2001. p. 55.
*** Ver MOURA, op. cit., p. 60; e LIMA, S. Trilhos e tempo,
""",
        """\
Segundo Nogueira, a frase resume um século.* Em 1913 houve uma greve.**

2. ed. Belo Horizonte: Autônoma, 2007. p. 12.
* NOGUEIRA, Pedro. Relógios que andam. Rio: Ponteio, 1995. p. 142.
** LIMA, op. cit., p. 15.
""",
    ]
    found = read(*pages)
    assert [note.label for note in found.notes] == ["*", "**", "***", "*", "**"]
    assert found.notes[2].text.endswith("Trilhos e tempo, 2. ed. Belo Horizonte: Autônoma, 2007. p. 12.")


def test_heads_of_two_pages_count_where_both_begin_with_one() -> None:
    found = read(
        "1. Mlýn    7\n\nProdal mlýn1. Farář řekl: „Voda přišla\n\n1 Kronika obce Podhráz, s. 88.\n",
        "8    Mlýn pod hrází\n\ndříve než sám zvon“.2 Nic víc.\n\n2 Tamtéž, s. 90.\n",
    )
    assert [(one.exact, one.note) for one in found.quotations] == [("Voda přišla dříve než sám zvon", 2)]


def test_a_volume_at_the_beginning_of_a_line_is_no_label() -> None:
    found = read(
        """\
Skela je prodata1, a most sagrađen.2 Marković to hvali.3 Drugi su oštriji.4

1 Državni arhiv, fond Skele, kut. 7.
2 Isto, dok. 113.
3 Dragan Marković, Reke i uprava, Beograd 1974, str. 66.
4 Up. Jelena Savić, „Skela kao ustanova”, Rečni zbornik
4 (1988), str. 21–40.
""",
    )
    assert [note.label for note in found.notes] == ["1", "2", "3", "4"]
    assert found.notes[3].text.endswith("Rečni zbornik 4 (1988), str. 21–40.")


def test_a_note_of_several_lines_joined_to_a_hyphenated_line_is_parted_from_it() -> None:
    found = read(
        """\
Il vicario rispose1 che no. Altri hanno insistito sui costi2. Ne parlò un breve3.
La fontana restò asciutta4, e il muro in piedi: sarebbe stato de3 Il testo del breve
è in M. Orsati, Carte del convento, Tipografia Nuova, Ancona 2004,
pp. 201 sgg.
4 Ivi, p. 233.
""",
        "molito nel 19995. Poi nulla.\n\n5 Ivi, p. 240.\n",
    ).notes
    assert [(note.label, note.text[:8]) for note in found[-3:]] == [
        ("3", "Il testo"),
        ("4", "Ivi, p. "),
        ("5", "Ivi, p. "),
    ]


def test_a_block_quotation_goes_on_behind_the_end_of_a_page() -> None:
    found = read(
        """\
A linha de Serra Funda foi inaugurada em 1912, com 18 quilômetros e um túnel.1
Os moradores, porém, guardaram outra memória. Dona Zulmira contou em 1989:

    O trem das sete nunca chegou às sete.

1 TEIXEIRA, Rui. Cartas da serra. São Paulo: Estação, 1978. p. 23.
""",
        """\
    Chegava quando queria, e a gente acertava o relógio por ele,
    porque era o único relógio que andava.2

O depoimento foi citado em quase todos os trabalhos posteriores sobre a linha.

2 NOGUEIRA, Pedro. Relógios que andam. Rio de Janeiro: Ponteio, 1995. p. 140.
""",
    )
    (quotation,) = found.quotations
    assert quotation.exact.startswith("O trem das sete nunca chegou às sete. Chegava quando")
    assert quotation.exact.endswith("único relógio que andava.")
    assert quotation.note == 2
