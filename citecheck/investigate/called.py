"""Whether a page bears no name but its site's: error pages of newspapers and shops do."""

from __future__ import annotations

import re
from html import unescape

from citecheck.investigate.addresses import bare_host, host_of, is_home
from citecheck.investigate.folding import key_of
from citecheck.investigate.page import HEAD, Page
from citecheck.investigate.titles import is_host_name, parts_of

_SITE_NAME = re.compile(
    rb"<meta\b[^<>]{0,100}\bog:site_name[\"'][^<>]{0,40}?\bcontent\s*=\s*(?:\"([^\"<>]{1,200})\"|'([^'<>]{1,200})')",
    re.IGNORECASE,
)
_HOME_LINK = re.compile(
    rb"<a\b[^<>]{0,200}?\bhref\s*=\s*[\"'](/|https?://[^/\"'<>\s]{1,100}/?)[\"'][^<>]{0,200}>([^<>]{1,200})</a",
    re.IGNORECASE,
)
MOST_HOME_LINKS = 6


def called_as_site(page: Page) -> bool:
    """Whether a page that was asked for by an address of its own is called by its site's name and nothing
    else: by its host, by what the mark-up says is the site's name, or by the text of its link home."""
    if not page.title or page.signed or page.promised or is_home(page.asked):
        return False
    parts = parts_of(page.title)
    if all(is_host_name(part, page.host) for part in parts):
        return True
    names = names_of_site(page)
    return all(key_of(part) in names or is_host_name(part, page.host) for part in parts)


def names_of_site(page: Page) -> frozenset[str]:
    """What the site calls itself, as keys."""
    body = page.capture.body[:HEAD]
    found = [first or second for first, second in _SITE_NAME.findall(body)[:1]]
    for target, text in _HOME_LINK.findall(body)[:MOST_HOME_LINKS]:
        host = host_of(target.decode("ascii", "replace")) if target != b"/" else page.host
        if bare_host(host) == bare_host(page.host):
            found.append(text)
    return frozenset(key_of(unescape(one.decode("utf-8", "replace"))) for one in found) - {""}
