"""What the planner is told of each link."""

from __future__ import annotations

from citecheck.audit.cases import printed_hosts
from citecheck.model import Link
from citecheck.repair import repair


def hosts(*raws: str) -> frozenset[str]:
    return printed_hosts(Link(repair(raw), (), 1) for raw in raws)


def test_hosts_are_taken_as_they_are_printed() -> None:
    assert "a.example" in hosts("https://A.exa\nmple/report")


def test_a_host_without_a_dot_is_printed_too() -> None:
    """So that the guard says why it is refused, instead of calling it a repair that nobody printed."""
    assert hosts("http://167772161/press", "http://localhost/x") >= {"167772161", "localhost"}
