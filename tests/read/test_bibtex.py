"""Databases of BibTeX and biblatex: addresses, names, titles and dates however they are written."""

from __future__ import annotations

import pytest

from citecheck.read.bibtex import entries_of


@pytest.mark.parametrize(
    ("fields", "url", "printed"),
    [
        (r"url = {https://a.example/x\_y\%20z}", "https://a.example/x_y%20z", ""),
        (r"howpublished = {\url{https://a.example/~me/}}", "https://a.example/~me/", ""),
        (r"howpublished = {Web}, note = {\url{https://a.example/a_b}}", "https://a.example/a_b", "Web"),
        (r"howpublished = {Available: \url{https://a.example/a%b}}", "https://a.example/a%b", "Available:"),
        (r"note = {See \url{https://a.example/1} and \url{https://a.example/2_}}", "",
         "See https://a.example/1 and https://a.example/2_"),
        (r"note = {Reprint}, url = {https://a.example/}", "https://a.example/", "Reprint"),
        (r"doi = {https://doi.org/10.1000/x_1}", "https://doi.org/10.1000/x_1", ""),
        (r"doi = {10.1000/(sici)1<2::aid>3.0;2-x}", "https://doi.org/10.1000/(sici)1<2::aid>3.0;2-x", ""),
        (r"eprint = {2001.00001}, archivePrefix = {arXiv}", "https://arxiv.org/abs/2001.00001", ""),
        (r"eprint = {arXiv:2001.00001}, eprinttype = {arxiv}", "https://arxiv.org/abs/2001.00001", ""),
        (r"eprint = {123456}, eprinttype = {jstor}", "", ""),
        (r"link = {https://a.example/l}", "https://a.example/l", ""),
    ],
)  # fmt: skip
def test_addresses(fields: str, url: str, printed: str) -> None:
    entry = entries_of(f"@misc{{key, {fields}}}")["key"]
    assert (entry.url, entry.note) == (url, printed)


@pytest.mark.parametrize(
    ("author", "names", "whole"),
    [
        (r"G{\"o}del, Kurt", ("Gödel",), "Kurt Gödel"),
        (r"Kurt G\"odel", ("Gödel",), "Kurt Gödel"),
        (r"{\'E}variste Galois and Kova\v{c}, Ana", ("Galois", "Kovač"), "Évariste Galois, Ana Kovač"),
        (r"Smith, Jr., John", ("Smith",), "John Smith"),
        (r"van der Berg, Jan and others", ("van der Berg",), "Jan van der Berg"),
        (r"{World Health Organization}", ("World Health Organization",), "World Health Organization"),
        (r"family=Berg, given=Jan, prefix=van der", ("van der Berg",), "Jan van der Berg"),
        (r"{\O}stergaard, S{\o}ren", ("Østergaard",), "Søren Østergaard"),
    ],
)
def test_names(author: str, names: tuple[str, ...], whole: str) -> None:
    entry = entries_of(f"@misc{{key, author = {{{author}}}}}")["key"]
    assert (entry.names, entry.author) == (names, whole)


def test_what_entries_share() -> None:
    found = entries_of(
        r"""@string{hp = "Hill Press"} @STRING(rs = {River Studies})
        @incollection{part, title={A Weir}, crossref={whole}, pages={3--9}}
        @book{whole, title={All Weirs}, publisher = hp # ", London", year=2001}
        @xdata{lib, publisher={Lake House}} @book{shared, xdata={lib}, title={Lakes}, subtitle={Deep Ones}}
        @article(round, journal = rs, title = "On {\"U}bung", date = {2019-05/2019-06})
        @article{smith(2009), journal = rs}"""
    )
    assert (found["part"].container, found["part"].publisher, found["part"].year) == (
        "All Weirs", "Hill Press, London", "2001",
    )  # fmt: skip
    assert (found["shared"].publisher, found["shared"].title) == ("Lake House", "Lakes: Deep Ones")
    assert (found["round"].container, found["round"].title, found["round"].year) == (
        "River Studies", "On Übung", "2019",
    )  # fmt: skip
    assert found["smith(2009)"].container == "River Studies"


def test_dates_of_access() -> None:
    for name in ("urldate", "lastchecked", "lastaccessed"):
        assert entries_of(f"@online{{a, {name} = {{2021-02-03}}}}")["a"].accessed == "2021-02-03"
