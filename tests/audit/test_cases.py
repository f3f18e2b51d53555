"""What the planner is told of each link."""

from __future__ import annotations

from citecheck.audit.cases import printed_hosts
from citecheck.model import Link, Mark, MarkKind, Span, Text
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
