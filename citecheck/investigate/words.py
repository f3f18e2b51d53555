"""What a page says of itself, where that is bad: whether it is there at all."""

from __future__ import annotations

from urllib.parse import unquote

from citecheck.investigate.addresses import split
from citecheck.investigate.folding import key_of, shown
from citecheck.investigate.look import Look, Suspicion, suspect
from citecheck.investigate.missing import CODES, hints_missing, strange_words
from citecheck.investigate.page import Page
from citecheck.investigate.plain import OWN_LINE, SOME_PROSE, is_missing, own_words
from citecheck.investigate.said import THIN_WORDS, Said, is_error_path, listen
from citecheck.investigate.sentences import sentences_of
from citecheck.investigate.titles import parts_of
from citecheck.model import LinkStatus

TWO_LINES = 8
"""Words of its own that a page about a thing has beside its name and the notice."""


def judge_words(page: Page) -> Look | None:
    """What the page says of itself, where that is bad."""
    said = listen(page)
    if said is None:
        return None
    about = _is_about(page, said) or _may_be_a_work(page, said)
    if not about and is_missing(page, said):
        words = shown(said.sorry or page.title or next(iter((*page.headings, *page.lines)), "404"))
        code = "soft-404-path" if said.error_path else "soft-404-title"
        reason = f"It answers with status 200, but says that the page is not there: “{words}”."
        return Look(LinkStatus.SOFT_404, code, reason)
    if (said.title.anchored or said.error_path) and said.head and not about and page.prose < SOME_PROSE:
        return suspect(Suspicion.PLAIN_WORDS)
    told = said.anchored or said.error_path or said.marked
    if told or (page.distinct <= THIN_WORDS and (said.hinted or said.sorry is not None)):
        return suspect(Suspicion.WORDS)
    return None


def _is_about(page: Page, said: Said) -> bool:
    """Whether the page is about such words, or about the thing that it says is not to be had."""
    if page.signed or (page.cited and hints_missing(page.cited)) or _is_called_so(page):
        return True
    # A shop says of a thing that it is no longer available, on a page that bears the thing's name.
    return (
        page.promised
        and not (said.title.hinted or said.head or said.error_path or said.stated or said.marked)
        and not said.asked
        and own_words(page) >= TWO_LINES
    )


def _may_be_a_work(page: Page, said: Said) -> bool:
    """Whether the statement may be what a poem, a film, a list is called: it is the whole title, without a
    site's name or a number, and the heading again, and what stands below speaks of other matters."""
    title, head = said.title, said.head
    if not (title.whole and head) or key_of(title.said) != key_of(head.said) or said.marked or said.stated:
        return False
    if not CODES.isdisjoint(key_of(title.said).split()):
        return False
    below = (one for line in page.lines if line not in page.headings for one in sentences_of(line))
    return strange_words((one for one in below if len(one.split()) >= OWN_LINE), title.said) > OTHER_MATTERS


OTHER_MATTERS = 8
"""Words that error pages do not use, on a page that has other matters. Of 419 labelled error pages, those
whose title is the bare statement, without a number, have fewer; the living one called dead had 15."""


def _is_called_so(page: Page) -> bool:
    """Whether the address that was asked for promises the very words of a statement: `/poems/not-found` is
    called *Not Found*, and `/status/404` is about that number. An error page knows nothing of the address."""
    if page.redirected and is_error_path(page):
        return False
    parts = split(page.asked)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2] if parts else ""
    promised = set(key_of(last.replace("_", " ")).split())
    for name in (*parts_of(page.title), *page.headings):
        words = set(key_of(name).split()) - _SMALL
        if hints_missing(name) and words and (words <= promised or words & promised & CODES):
            return True
    return False


_SMALL = frozenset({"the", "a", "an", "is", "le", "la", "der", "die", "das", "el", "il", "http", "error"})
