"""Addresses of a text that go on behind white space because the document's others hold some."""

from __future__ import annotations

from itertools import pairwise

import pytest

from citecheck.model import Text
from citecheck.repair import find_links

SOUND = [
    "https://ford.example/about/keepers",
    "https://lock.example/reports/2019/flood.html",
    "https://mole.example/news/opening-of-the-mill",
    "https://pond.example/",
]
LOST = [
    "https://dam.example/files/the old water mill.pdf",
    "https://lock.example/docs/annual report 2019.pdf",
    "https://ford.example/img/view of the bridge.jpg",
]
COLUMNS = [
    "https://ford.example/about/\nkeepers-of-the-ford",
    "https://lock.example/reports/\n2019/flood-in-may.html",
    "https://mole.example/news/\nopening-of-the-mill/",
    "https://dam.example/files/\nplan-of-the-dam.pdf",
]


def entries(*addresses: str, end: str = ".") -> str:
    return "\n\n".join(
        f"{number}. Moss, Anna: The weir. {one}{end}" for number, one in enumerate(addresses, 1)
    )


def read(content: str) -> list[str | None]:
    return [link.url for link in find_links(Text(content), ())]


@pytest.mark.parametrize("end", [".", ").", ",", ";", " (accessed 3 May 2020).", ". Accessed 3 May 2020."])
@pytest.mark.parametrize(
    "printed",
    [
        "https://weir.example/read/unix commands",
        "https://weir.example/wiki/Cyclic redundancy check",
        "https://weir.example/depot tools.git",
        "https://weir.example/guide.html#window specific code",
        "https://weir.example/files/plan of the keepers 2014.pdf",
        "https://weir.example/job/keeper i offentlig sektor",
        "https://weir.example/2003/history of weir date formats",
        "https://weir.example/read/Battle of the Somme",
    ],
)
def test_where_underscores_were_lost_words_to_the_end_are_the_addresss(printed: str, end: str) -> None:
    assert read(entries(*SOUND, *LOST, printed, end=end))[-1] == printed.replace(" ", "_")


def test_a_dash_may_be_part_of_a_files_name() -> None:
    text = entries(*SOUND, *LOST, "https://weir.example/files/White paper - Moss 2014.pdf")
    assert read(text)[-1] == "https://weir.example/files/White_paper_-_Moss_2014.pdf"


def test_the_end_of_a_doubled_link_may_stand_behind_its_lost_underscore() -> None:
    printed = "https://bugs.whttps://bugs.weir.example/show eir.example/show  bug.bug.cgi?id=709183id=709183"
    assert read(entries(*SOUND, *LOST, printed))[-1] == "https://bugs.weir.example/show_bug.cgi?id=709183"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (
            "http://www. \nweirwiththegreenp \nipe.org/2015/lis",
            "http://www.weirwiththegreenpipe.org/2015/lis",
        ),
        (
            "https://weir.example/\ngrunnlova-\noriginaldokumentet",
            "https://weir.example/grunnlova-originaldokumentet",
        ),
    ],
)
def test_what_cannot_end_an_address_goes_on_with_the_next_line(printed: str, meant: str) -> None:
    assert read(entries(*SOUND, *COLUMNS, printed))[-1] == meant


def test_the_shorter_reading_is_told_next() -> None:
    found = find_links(Text(entries(*SOUND, *LOST, "https://weir.example/read/unix commands")), ())[-1]
    assert [one.url for one in found.repair.candidates[:2]] == [
        "https://weir.example/read/unix_commands",
        "https://weir.example/read/unix",
    ]
    assert found.repair.raw == "https://weir.example/read/unix commands"
    assert [(span.end - span.start) for span in found.spans] == [len(found.repair.raw)]


@pytest.mark.parametrize("kept", [SOUND, [*SOUND, *(one.replace(" ", "_") for one in LOST)]])
def test_where_nothing_was_lost_they_are_the_sentences(kept: list[str]) -> None:
    text = entries(*kept, "https://weir.example/read/unix commands")
    assert read(text)[-1] == "https://weir.example/read/unix"


@pytest.mark.parametrize(
    "prose",
    [
        "for details.",
        "for the keepers in LaTeX.",
        "may be used according to the rules of the town.",
        'where "weir" is the mill.',
        "and the reports that follow.",
        "is kept by the town.",
        "to the keepers of the weir, whose house it was.",
        "page.",
        "or write to the keepers of the weir, who know more.",
        "p. 12.",
        "- a mill on the river.",
        "| keepers",
        "und die Mühle.",
        "contient des erreurs de date.",
        "sopravvive a Pavia con la carta.",
    ],
)
def test_prose_behind_an_address_stays_prose_whatever_was_lost(prose: str) -> None:
    text = entries(*SOUND, *LOST, f"https://weir.example/read/flood {prose}", end="")
    assert read(text)[-1] == "https://weir.example/read/flood"


def test_titles_behind_all_addresses_are_no_part_of_any() -> None:
    titled = [
        f"{one} {title} tell"
        for one, title in zip(SOUND, ("Keepers", "Floods", "Mills", "Ponds"), strict=True)
    ]
    assert read(entries(*LOST, *titled))[3:] == SOUND


def test_each_item_of_a_list_is_an_address_of_its_own() -> None:
    site = "https://weir.example/feeds?channel id"
    items = [f"{site}={name}" for name in ("b7Kq wX2", "b7Kq9 Lm4t", "c0Rt4vZ")]
    assert read("\n".join([*LOST, *items]) + "\n")[3:] == [item.replace(" ", "_") for item in items]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://weir.example/licences/3.0/", "https://weir.example/licences/3.0/legal"),
        ("https://weir.example/issues/1", "https://weir.example/issues/12"),
        ("https://weir.example", "https://weir.example/about"),
    ],
)
def test_a_page_below_the_one_before_it_is_no_copy_of_it(first: str, second: str) -> None:
    assert read(f"See:\n{first}\n{second}\n") == [first, second]
    assert read(f"See {first} {second}.") == [first, second]


def test_in_columns_an_address_goes_on_with_the_next_line_to_its_end() -> None:
    printed = [*COLUMNS, "https://weir.example/src/\nwater mill.\ngo", "https://weir.example/dist/\n   Error"]
    meant = [one.replace("\n   ", "").replace("\n", "").replace(" ", "_") for one in printed]
    assert read(entries(*printed, *LOST, end=" (accessed 3 May 2020)."))[: len(printed)] == meant


def test_torn_names_go_on_where_other_addresses_were_torn() -> None:
    torn = ["https://dam.exam ple/files/plan.pdf", "https://lock.example/do cuments/flood.html"]
    text = entries(*SOUND, *torn, "https://weir.example/py/r ich.svg", "https://weir.example/read/flo ods")
    assert read(text)[-2:] == ["https://weir.example/py/rich.svg", "https://weir.example/read/floods"]


def test_no_address_goes_on_over_the_next_one() -> None:
    torn = ["https://dam.exam ple/files/plan.pdf", "https://lock.example/do cuments/flood.html"]
    text = entries(*SOUND, *torn, "https://wei r.mills.org/about/keepers")
    spans = [span for link in find_links(Text(text), ()) for span in link.spans]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("https://ww w. weir.org/about/keepers", "https://www.weir.org/about/keepers"),
        ("https://wei r.mills.org/about/", "https://weir.mills.org/about/"),
        ("https://data. weir.org/2019/", "https://data.weir.org/2019/"),
        ("https://www. old wei r.org/2019/", "https://www.oldweir.org/2019/"),
        ("https://www. \n22weirs.org/2019/", "https://www.22weirs.org/2019/"),
    ],
)
def test_a_host_that_spaces_tear_is_read_to_its_path(printed: str, meant: str) -> None:
    assert read(f"1. Moss, Anna: The weir. {printed} (accessed 3 May 2020).") == [meant]
    assert read("Ask http://localhost or weir.org/b.")[:1] == ["http://localhost"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("See https://weir.org contains data.", "https://weir.org"),
        ("See https://weir.example/a_b/old_mill contains data.", "https://weir.example/a_b/old_mill"),
        ("See https://weir.example/img/old.jpg for details.", "https://weir.example/img/old.jpg"),
    ],
)
def test_what_needs_no_more_takes_no_prose_where_others_lost_underscores(printed: str, meant: str) -> None:
    assert read(f"{entries(*LOST)}\n\n{printed}")[-1] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Open http://localhost weir.org/b.", ["http://localhost", "http://weir.org/b"]),
        ("https://jenkins www.weir.org/ci", ["https://jenkins", "http://www.weir.org/ci"]),
        ("Ask http://router. Weir.info/admin", ["http://router", "http://Weir.info/admin"]),
    ],
)
def test_a_host_without_a_dot_takes_no_other_address(text: str, meant: list[str]) -> None:
    assert read(text) == meant


def test_places_of_addresses_do_not_overlap() -> None:
    one = "https://weir.example/a"
    links = find_links(Text(f"{one} b.pdf and {one} c.pdf and {one} d.pdfmill.org/x"), ())
    spans = sorted((span.start, span.end) for link in links for span in link.spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://weir.example/doc", "https://weir.example/docs"),
        ("https://weir.co", "https://weir.com/x"),
        ("https://weir.org", "https://weir.org.uk/"),
        ("https://weir.example/id", "https://weir.example/id/20202020"),
        ("https://weir.example/list", "https://weir.example/list/couscous"),
    ],
)
def test_addresses_one_below_the_other_that_begin_alike_are_two(first: str, second: str) -> None:
    assert read(f"{first}\n{second}\n") == [first, second]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("The figures from", "contradict the ministry"),
        ("Nothing was added to", "page 4 after the flood"),
        ("L'auteur de", "vit au loin"),
        ("Le rapport", "page 4 cite la crue"),
        ("Die Zahlen aus", "widersprechen dem Amt"),
        ("Siehe auch", "Seite 4"),
        ("Dane z", "mieszka daleko"),
        ("Las cifras de", "contradicen al ministerio"),
        ("Le cifre di", "smentiscono il ministero"),
        ("Автор", "живёт далеко"),
        ("Автор", "жив и теперь"),
        ("Аўтар", "жыве далёка"),
        ("1.", "shows the old bridge"),
    ],
)
def test_a_sentence_that_names_an_address_goes_on_behind_it(before: str, behind: str) -> None:
    text = f"{entries(*SOUND, *LOST)}\n\n{before} https://weir.example/read/flood {behind}."
    assert read(text)[-1] == "https://weir.example/read/flood"


@pytest.mark.parametrize("behind", ["page 4", "S. 12", "strona 7", "página 4", "enthält falsche Daten"])
def test_pages_and_letters_that_no_address_has_stay_the_sentences(behind: str) -> None:
    text = entries(*SOUND, *LOST, f"https://weir.example/read/annual report {behind}")
    assert read(text)[-1] in ("https://weir.example/read/annual_report", "https://weir.example/read/annual")


@pytest.mark.parametrize(
    "named",
    [
        ("voir fichier.pdf", "sous 2.html"),
        ("contient plan.pdf", "nomme 2.html"),
        ("siehe Anlage.pdf", "zob. plik.pdf"),
        ("Datei plan.pdf", "Seite index.php"),
    ],
)
def test_prose_that_names_two_files_shows_no_lost_underscores(
    named: tuple[str, str],
) -> None:
    text = entries(
        *SOUND,
        f"https://dam.example/list {named[0]}",
        f"https://dam.example/registre {named[1]}",
        "https://weir.example/read/flood contredit ministres",
    )
    assert read(text)[-1] == "https://weir.example/read/flood"


def test_an_item_that_is_named_before_its_address_may_go_on() -> None:
    listed = "".join(
        f"- The weir of Moss {one}\n" for one in (*LOST, "https://weir.example/read/unix commands")
    )
    assert read(listed)[-1] == "https://weir.example/read/unix_commands"


ROWS = [
    ("Weir", "weir.example/about", "plan 1.pdf"),
    ("Mill", "mill.example/a/", "b_2.html"),
    ("Dam", "dam.example/x-", "c/3"),
]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("separator", ["\t", ",", ";"])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_no_address_goes_over_the_columns_of_a_table(
    separator: str, between: str, order: tuple[int, ...]
) -> None:
    rows = [("name", "url", "file"), *((name, f"https://{url}", file) for name, url, file in ROWS * 2)]
    text = between.join(separator.join(row[column] for column in order) for row in rows)
    assert read(text) == [f"https://{url}" for _, url, _ in ROWS * 2]


def test_a_row_with_a_comma_too_many_does_not_end_a_table() -> None:
    rows = ["name,url", *(f"Weir {one},https://weir.example/{one}/" for one in range(4))]
    text = "\n".join(
        [*rows, "Weir, the old one,https://weir.example/old/", "Weir 5,https://weir.example/5/", "a_b.html,x"]
    )
    assert "https://weir.example/5/" in read(text)


def test_quoted_columns_end_at_their_marks() -> None:
    rows = ["url,title", *(f'"https://weir.example/{one},0",Weir {one}' for one in range(4))]
    assert read("\n".join(rows)) == [f"https://weir.example/{one},0" for one in range(4)]


def test_commas_of_addresses_in_a_list_are_their_own() -> None:
    urls = [f"https://weir.example/article/0,{one},80.html" for one in range(5)]
    assert read("\n".join(urls)) == urls


def test_tabs_behind_the_numbers_of_notes_do_not_end_what_goes_over_a_line() -> None:
    text = "".join(f"{one}.\thttps://weir.example/old-mill-\n\tand-dam-{one}.html\n" for one in range(1, 5))
    assert read(text) == [f"https://weir.example/old-mill-and-dam-{one}.html" for one in range(1, 5)]


@pytest.mark.parametrize(
    "row", ["{0},Weir,https://weir.example/{0}/,old one,,x", "Weir {0},https://weir.example/{0}/"]
)
def test_columns_without_names_are_told_by_what_stands_beside_the_addresses(row: str) -> None:
    text = "\n\n".join([*(row.format(one) for one in range(5)), "b_2.html,x"])
    assert read(text) == [f"https://weir.example/{one}/" for one in range(5)]


def test_a_named_list_of_addresses_with_commas_keeps_them() -> None:
    urls = [f"https://weir.example/article/0,{one},80.html" for one in range(5)]
    assert read("\n".join(f"Weir {one},{url}" for one, url in enumerate(urls))) == urls


def test_the_signs_of_a_heading_end_an_address() -> None:
    assert read("Documents: https://weir.example/read\n\n## Mill\n\nThe mill.") == [
        "https://weir.example/read"
    ]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("The figures at", "are in plan.pdf"),
        ("Die Zahlen auf", "sind in plan.pdf"),
        ("Le registre", "contient le fichier 2.html"),
        ("The list at", "and index.html"),
    ],
)
def test_a_file_that_a_sentence_names_behind_an_address_is_none_of_its(before: str, behind: str) -> None:
    text = f"{entries(*SOUND)}\n\n{before} https://weir.example/read/flood {behind} as well."
    assert read(text)[-1] == "https://weir.example/read/flood"


def test_where_underscores_were_lost_such_a_file_is_the_addresss() -> None:
    text = f"{entries(*SOUND, *LOST)}\n\nThe picture at https://weir.example/img/view of the mill.jpg is old."
    assert read(text)[-1] == "https://weir.example/img/view_of_the_mill.jpg"
