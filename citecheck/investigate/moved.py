"""Whether a page that answers has moved: permanent redirects, and what may speak against them."""

from __future__ import annotations

import re

from citecheck.investigate.addresses import (
    domain_of,
    host_of,
    is_home,
    same_address,
    split,
    words_of,
)
from citecheck.investigate.drift import title_ratio
from citecheck.investigate.folding import shown
from citecheck.investigate.lasting import in_one_language, is_general, is_lasting
from citecheck.investigate.look import Look
from citecheck.model import Capture, LinkStatus

PERMANENT = (301, 308)
"""RFC 9110, 15.4: the others say nothing about the future."""
AGAINST = 50.0
"""Titles less alike than this (0 to 100) speak against a move; asked only where no word is common to both, so
that a misread title does not count as another one."""
LEAST_WORDS = 2
"""Longer words that a title must have to speak against another."""
STEM = 5
"""Letters in which two forms of a word agree."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def address_to_cite(capture: Capture) -> str:
    """The address after the permanent redirects at the beginning of the chain."""
    lasting = next((at for at, hop in enumerate(capture.hops) if hop.status not in PERMANENT), None)
    return capture.final_url if lasting is None else capture.hops[lasting].url


def judge_move(look: Look, capture: Capture, title: str, cited: str | None) -> tuple[Look, str | None]:
    """The final word on a page that answers, and its new address where it has one."""
    target = address_to_cite(capture)
    if same_address(capture.url, target) or split(target) is None:
        return look, None
    if is_lasting(capture.url):
        reason = "The page answers; its address is a lasting identifier, made to redirect."
        return Look(LinkStatus.OK, "ok", reason), None
    if is_home(target) and not is_home(capture.url):
        return look, None
    doubt = _speaks_against(capture.url, target, title, cited)
    if doubt is not None:
        return Look(LinkStatus.BLOCKED, "redirect-elsewhere", doubt), None
    return Look(LinkStatus.MOVED, "moved", "It redirects for good to another address."), target


def _speaks_against(asked: str, target: str, title: str, cited: str | None) -> str | None:
    """Why the new page is hardly the one cited, `None` where nothing says so."""
    if not title:
        return None
    if is_general(title) and not is_home(asked):
        return f"It redirects for good to “{shown(title)}”, a page for any purpose; nobody can say from here."
    if not cited or not _apart(cited, title) or words_of(asked) & _title_words(title):
        return None
    other_owner = domain_of(host_of(asked)) != domain_of(host_of(target))
    shared_address = words_of(asked) & words_of(target)
    if shared_address or not (other_owner or in_one_language(cited, title)):
        return None
    return (
        f"It redirects for good to “{shown(title)}”, nothing like the title cited; nobody can say from here."
    )


def _title_words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}


def _apart(cited: str, title: str) -> bool:
    """Whether two titles have nothing in common, not even the beginning of a word."""
    first, second = sorted(_title_words(cited)), sorted(_title_words(title))
    if len(first) < LEAST_WORDS or len(second) < LEAST_WORDS:
        return False
    if {word[:STEM] for word in first} & {word[:STEM] for word in second}:
        return False
    return title_ratio(" ".join(first), " ".join(second)) < AGAINST
