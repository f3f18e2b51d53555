"""Whether a page's mark-up, in whatever language it speaks, is that of an error page."""

from __future__ import annotations

import re

from citecheck.investigate.missing_words import error_marks, error_names, error_states
from citecheck.investigate.page import Page

_NAMED = re.compile(rb"\s(?:class|id)\s*=\s*(\"[^\"<>]{1,400}\"|'[^'<>]{1,400}'|[^\s\"'<>]{1,80})")


def is_marked(page: Page) -> bool:
    """Whether a class or an id is one that only error pages have. Style sheets name them on every page; they
    count in attributes of elements alone."""
    marks = [mark for mark in error_marks() if mark in page.markup]  # few pages have any
    return bool(marks) and any(mark in value for value in _NAMED.findall(page.markup) for mark in marks)


def is_named(page: Page) -> bool:
    """Whether a class or an id is one that error pages have, and parts of living pages now and then."""
    if not any(name in page.markup for name in error_names()):
        return False
    values = _NAMED.findall(page.markup)
    return any(not error_names().isdisjoint(value.strip(b"\"'").split()) for value in values)


def states_missing(page: Page) -> bool:
    """Whether the data that a site writes for its own scripts says that it has no such page."""
    return any(all(map(page.bears, marks)) and not any(map(page.bears, but)) for marks, but in error_states())
