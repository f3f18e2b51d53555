"""Where an answer came from, and whom a page speaks of: its own host, the reader's address."""

from __future__ import annotations

import re

from citecheck.hosts import is_below
from citecheck.investigate.addresses import bare_host, domain_of, host_of, split
from citecheck.investigate.folding import folded
from citecheck.investigate.page import Page

_ADDRESS = re.compile(
    r"(?i)(?<![a-z])ip(?![a-z])[^\n:：]{0,20}[:：]\s*"
    r"(?:(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?:[0-9a-f]{1,4}:{1,2}){3,7}[0-9a-f]{1,4})"
)
_INCIDENT = re.compile(
    r"(?i)\bid\b\W{0,3}(?:[^\W\d]{2,12}\W{1,3}){0,2}[\w-]{0,8}\d|#[\da-f.]{6,}|\b(?=[a-f-]*\d)[\da-f]{8,}\b"
)
"""The address of a reader (IPv4, IPv6), and what a firewall calls the incident: an id, or a long number."""


def elsewhere(page: Page) -> bool:
    """Whether another host than the one that was asked answered in the end."""
    return page.redirected and host_of(page.asked) != page.host


def on_host(page: Page, hosts: tuple[str, ...]) -> bool:
    """Whether a redirect led to one of `hosts`, or below it."""
    return elsewhere(page) and is_below(page.host, hosts)


def on_label(page: Page, labels: tuple[str, ...]) -> bool:
    """Whether a redirect led to a host that has one of `labels`."""
    return elsewhere(page) and bool(set(page.host.split(".")[:-1]) & set(labels))


def on_path(page: Page, names: tuple[str, ...]) -> bool:
    """Whether a redirect led to a path with one of `names` as a segment that was not asked for."""
    if not page.redirected:
        return False
    asked = split(page.asked)
    before = _segments(asked.path.lower()) if asked else set()
    return bool((_segments(page.path) - before) & set(names))


def _segments(path: str) -> set[str]:
    segments = {segment for segment in path.split("/") if segment}
    return segments | {segment.rpartition(".")[0] or segment for segment in segments}


def names_host(page: Page, line: str) -> bool:
    """Whether a line names the host that answers, or the one that was asked and sent us on."""
    text = line.casefold()
    hosts = {bare_host(page.host), bare_host(host_of(page.asked))} - {""}
    return any(host in text or domain_of(host) in text for host in hosts)


def leads_to_market(page: Page) -> bool:
    """Whether a redirect led to another owner's page that is called by the host that was asked."""
    asked = bare_host(host_of(page.asked))
    return elsewhere(page) and domain_of(asked) != domain_of(page.host) and asked in page.title.casefold()


def tells_address(text: str) -> bool:
    """Whether the reader is told the address he comes from, and a number to quote to the site's owner."""
    return bool(_ADDRESS.search(text)) and bool(_INCIDENT.search(text))


def stands_beside(page: Page, parts: tuple[str, ...]) -> bool:
    """Whether a line that is neither title nor heading holds one of `parts`, or there is no such line: a
    story may be called as a notice is, and then tells something else."""
    own = {page.title, *page.headings}
    lines = [folded(line) for line in page.lines if line not in own]
    return not lines or any(part in line for line in lines for part in parts)
