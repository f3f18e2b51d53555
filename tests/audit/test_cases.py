"""What the planner is told of each link."""

from __future__ import annotations

from citecheck.audit.cases import printed_hosts, quotations_by_note
from citecheck.extraction import extract_from
from citecheck.model import Link, Mark, MarkKind, Span, Text
from citecheck.read import read_manuscript
from citecheck.repair import find_links, repair


def hosts(*raws: str) -> frozenset[str]:
    return printed_hosts(Link(repair(raw), (), 1) for raw in raws)


def test_hosts_are_taken_as_they_are_printed() -> None:
    assert "a.example" in hosts("https://A.exa\nmple/report")


def test_a_host_without_a_dot_is_printed_too() -> None:
    """So that the guard says why it is refused, instead of calling it a repair that nobody printed."""
    assert hosts("http://167772161/press", "http://localhost/x") >= {"167772161", "localhost"}


def test_a_doi_without_an_address_is_asked_at_its_resolver() -> None:
    assert "doi.org" in hosts("doi:10.5555/ql.2003.0212.")
    assert "doi.org" not in hosts("https://d0i.org/10.5555/ql")


def test_the_target_of_a_link_on_a_title_is_printed() -> None:
    mark = Mark(MarkKind.LINK, (Span(4, 12),), target="https://Fern.example/stone", origin="href")
    text = Text("See On Moss, 2004.", marks=(mark,))
    assert "fern.example" in printed_hosts(find_links(text, ()))


def test_a_note_that_cites_keys_rests_on_the_sources_of_all() -> None:
    bib = "@misc{a, url={https://a.example/}}\n@misc{b, url={https://b.example/}}"
    text = "“The mill has stood for three hundred years.”[^1]\n\n[^1]: See @a, p. 4; @b [p. 5]; https://c.example/x.\n"
    head = "---\nbibliography: r.bib\n---\n\n"
    found = extract_from(read_manuscript((head + text).encode(), "m.md", {"r.bib": bib.encode()}))
    resting = quotations_by_note(found)
    assert {link.url for link in found.links if resting.get(link.note_id or "")} == {
        "https://a.example/",
        "https://b.example/",
        "https://c.example/x",
    }
