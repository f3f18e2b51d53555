"""What the mark-up of a page without a text of its own does: send on, load itself again, wait for a script.

Nothing is run; what is looked at is only where an address stands and what stands beside it. All mark-up is
given in lower case but for addresses to follow.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urljoin

from citecheck.investigate.addresses import domain_of, host_of, split

SHORT_SCRIPT = 2_000
"""Bytes of mark-up around a lone jump to another address; an application has more."""
HURRY = 10
"""Seconds before a page sends its readers on, at most; what only renews itself takes a minute."""
_REFRESH = re.compile(
    rb"<meta[^<>]{0,40}http-equiv=[\"']?refresh[\"']?[^<>]{0,40}content=[\"']?(\d{1,2})\s*;\s*"
    rb"(?:url\s*=\s*)?[\"']?([^\"'<>\s]{1,500})",
    re.IGNORECASE,
)
_JUMP = re.compile(
    rb"\blocation(?:\.href)?\s*=\s*[\"']([^\"'\s<>]{1,500})[\"']|"
    rb"\blocation\.(?:replace|assign)\(\s*[\"']([^\"'\s<>]{1,500})[\"']\s*\)",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<\s*([a-z][a-z0-9-]{0,30})", re.IGNORECASE)
_FRAME_ONLY = frozenset(
    {b"html", b"head", b"body", b"meta", b"title", b"link", b"base", b"style", b"script", b"noscript"}
)
_HIDDEN_FOLDER = re.compile(
    rb"<(?:script|iframe|form|meta)\b[^<>]{0,300}(?:src|href|action|url)\s*=\s*[\"']?/\.([a-z0-9][a-z0-9.-]{0,40})/",
    re.IGNORECASE,
)
_OWN_FOLDERS = (b"netlify", b"auth", b"proxy")
"""Hidden folders of hosts that stand on living pages, too: Netlify's measuring script, Azure's log-in."""
_FIELD = re.compile(
    rb"<(?:textarea|select)\b|"
    rb"<input\b(?![^<>]{0,300}\btype\s*=\s*[\"']?(?:hidden|submit|button|image|reset|checkbox))",
    re.IGNORECASE,
)
KEYWORD_LINKS = 3
_LINK = re.compile(
    rb"<a\b[^<>]{0,300}?\bhref\s*=\s*[\"']([^\"'<>]{1,1000})[\"'][^<>]{0,300}>(.{1,200}?)</a", re.I | re.S
)
_MARKUP = re.compile(rb"<[^<>]*>")
_NUMBERED = re.compile(r"ww\d{1,2}\.")


def refresh_of(markup: bytes) -> tuple[int, bytes] | None:
    """Seconds and address of a `meta refresh`."""
    found = _REFRESH.search(markup)
    return (int(found[1]), found[2]) if found else None


def hurries(markup: bytes) -> bool:
    """Whether nothing leaves its readers time to read: a script that jumps, or a short `meta refresh`."""
    refresh = refresh_of(markup)
    return refresh is None or refresh[0] <= HURRY


def jump_of(markup: bytes, base: str) -> str | None:
    """The address that a short script sends every reader to, if there is one and only one."""
    found = _JUMP.findall(markup) if len(markup) <= SHORT_SCRIPT else []
    targets: set[bytes] = {first or second for first, second in found}
    if len(targets) != 1:
        return None
    try:
        return urljoin(base, targets.pop().decode("utf-8", "replace"))
    except ValueError:
        return None


def only_scripts(markup: bytes) -> bool:
    """Whether the mark-up holds scripts and not one element that a script might fill."""
    tags = {tag.lower() for tag in _TAG.findall(_without_scripts(markup))}
    return b"<script" in markup and tags <= _FRAME_ONLY


def _without_scripts(markup: bytes) -> bytes:
    kept, at = [], 0
    while (start := markup.find(b"<script", at)) >= 0:
        end = markup.find(b"</script", start)
        kept.append(markup[at : start + len(b"<script")])
        at = end if end >= 0 else len(markup)
    return b"".join((*kept, markup[at:]))


def hidden_folder(markup: bytes) -> bool:
    """Whether the page's own parts come from a hidden folder (`/.name/`): not the site's, but that of a
    program in front of it."""
    return any(not name.lower().startswith(_OWN_FOLDERS) for name in _HIDDEN_FOLDER.findall(markup))


def does_something(markup: bytes) -> bool:
    """Whether the page can do anything but be read: scripts, forms, frames, buttons, or sending on. What
    stands in front of a page must let its readers through."""
    return any(mark in markup for mark in _MEANS)


_MEANS = (b"nc_1_wrapper", b"<script", b"<form", b"<iframe", b"<button", b"<input", b"http-equiv", b"captcha")


def has_field(markup: bytes) -> bool:
    """Whether there is a field to write or choose something in."""
    return _FIELD.search(markup) is not None


def searches_for_its_words(markup: bytes) -> bool:
    """Whether at least `KEYWORD_LINKS` links carry the very words that they show in their query."""
    found = 0
    for target, shown in _LINK.findall(markup):
        words = b" ".join(_MARKUP.sub(b" ", shown).split()).decode("utf-8", "replace").casefold()
        query = target.decode("utf-8", "replace").replace("&amp;", "&").partition("?")[2]
        if words and words in unquote_plus(query).casefold():
            found += 1
    return found >= KEYWORD_LINKS


def to_parking_label(final: str, target: str) -> bool:
    """Whether `target` is a numbered twin of the same domain (`ww38.name.example`)."""
    host = host_of(target)
    return bool(_NUMBERED.match(host)) and domain_of(host) == domain_of(host_of(final))


def is_itself(final: str, target: str) -> bool:
    """Whether `target` is the same page again with a token in its query."""
    first, second = split(final), split(target)
    if first is None or second is None:
        return False
    return first[1:3] == second[1:3] and bool(second.query) and first.query != second.query
