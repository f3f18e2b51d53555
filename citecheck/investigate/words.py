"""What a page says of itself, where that is bad: whether it is there at all."""

from __future__ import annotations

from itertools import islice
from urllib.parse import unquote

from citecheck.investigate.addresses import split
from citecheck.investigate.counting import count_words
from citecheck.investigate.folding import is_quoted, key_of, shown
from citecheck.investigate.look import Look, Suspicion, suspect
from citecheck.investigate.missing import (
    CODES,
    ERROR_WORDS,
    Statement,
    apologies,
    exclaims,
    hints_missing,
    parts_of,
    read_heading,
    read_title,
    reports_error,
    says_missing,
    shows_code,
    speaks_of_request,
)
from citecheck.investigate.missing_words import error_segments
from citecheck.investigate.page import Page
from citecheck.investigate.sentences import sentences_of
from citecheck.model import LinkStatus

THIN_WORDS = 250
"""Different words on a page that says "not found", at most (`render-quality`); an article has more."""
BARE_WORDS = 60
"""Words of an error page without navigation; on a longer one a lone sentence counts for nothing."""
SOME_PROSE = 25
"""Words of running text that speak for a living page whose title is the name of its subject."""
OWN_LINE = 4
OWN_WORDS = 20
"""Words of sentences of so many that speak for a living page under such a title; advice ("please check the
address and try again", "use the search or go back to the home page") is shorter."""
MENU_WORDS = 25
"""The same of a short page that speaks of what its reader asked for: what else it has are headlines of other
pages."""
TWO_LINES = 8
"""Words of its own that a page about a thing has beside its name and the notice."""
BARE_OWN_WORDS = 3
"""Words beside title and heading where nothing else says so: name and number of a server."""
HEADING_WORDS = 3
"""A heading that short may be a name."""
MUCH_PROSE = 120
"""Words of running text that no error page has, whatever its mark-up is called."""
MOST_SENTENCES = 5
"""Sentences of a page that are weighed."""


def judge_words(page: Page) -> Look | None:
    """What the page says of itself, where that is bad."""
    title = read_title(page.title, page.host)
    heads = [read_heading(heading) for heading in page.headings]
    head = next((one for one in heads if one.anchored), None)
    error_path = page.redirected and _is_error_path(page)
    hinted = title.hinted or any(one.hinted for one in heads)
    stated = page.states_missing
    if not (hinted or head or error_path or page.words <= BARE_WORDS or page.marked or stated):
        return None
    named = {page.title, *page.headings}
    backed = title.anchored or head is not None
    unnamed = (line for line in page.lines if line not in named)
    names = {key_of(one) for one in (title.said, *(one.said for one in heads))}  # a refrain says nothing new
    sentences = (one for one in apologies(unnamed, backed=backed) if key_of(one) not in names)
    said_so = tuple(islice(sentences, MOST_SENTENCES))
    sorry = next(iter(said_so), None)
    about = page.signed or (bool(page.cited) and hints_missing(page.cited)) or _is_called_so(page)
    # A shop says of a thing that it is no longer available, on a page that bears the thing's name.
    about = about or (
        page.promised
        and not (title.hinted or head or error_path or stated or page.marked)
        and not any(map(speaks_of_request, said_so))
        and _own_words(page) >= TWO_LINES
    )
    plain = (
        (stated and page.prose < MUCH_PROSE)
        or _is_plain(page, title, head, sorry, error_path)
        or _is_plain_otherwise(page, title, head, said_so)
    )
    if not about and plain:
        said = shown(sorry or page.title or next(iter((*page.headings, *page.lines)), "404"))
        code = "soft-404-path" if error_path else "soft-404-title"
        reason = f"It answers with status 200, but says that the page is not there: “{said}”."
        return Look(LinkStatus.SOFT_404, code, reason)
    if (title.anchored or error_path) and head and not about and page.prose < SOME_PROSE:
        return suspect(Suspicion.PLAIN_WORDS)
    told = title.anchored or head or error_path or page.marked
    if told or (page.distinct <= THIN_WORDS and (hinted or sorry is not None)):
        return suspect(Suspicion.WORDS)
    return None


def _is_plain(
    page: Page, title: Statement, head: Statement | None, sorry: str | None, error_path: bool
) -> bool:
    """Whether two parts of the page say the same independently, or there is nothing but the statement.

    Title and heading of a living page about the subject repeat each other; those of an error page differ, or
    a sentence says it once more.
    """
    thin = page.distinct <= THIN_WORDS
    anchored = title.anchored or head is not None
    exclaimed = any(exclaims(one) or reports_error(one) for one in (*parts_of(page.title), *page.headings))
    own_words = _own_words(page)
    if error_path and (anchored or sorry is not None):
        return True
    if sorry is not None and speaks_of_request(sorry) and thin and (anchored or exclaimed):
        return True
    if title.anchored and head is not None and thin and key_of(title.said) != key_of(head.said):
        return True
    if own_words > OWN_WORDS:
        return False
    if sorry is not None and ((title.anchored and head is not None) or (thin and (anchored or exclaimed))):
        return True
    if head is not None and thin and not title.anchored:
        sentence = len(head.said.split()) >= HEADING_WORDS
        coded = not (CODES | ERROR_WORDS).isdisjoint(key_of(page.title).split())
        return sentence and bool(page.title) and (coded or not title.hinted)
    bare = page.words - sum(map(count_words, page.headings)) <= BARE_OWN_WORDS
    return bare and title.anchored and (head is not None or (title.whole and not page.headings))


def _own_words(page: Page) -> int:
    """Words in sentences that say something else than that the page is not there: of a poem of that title.
    Entries of menus are shorter."""
    sentences = (one for line in page.lines if line not in page.headings for one in sentences_of(line))
    counted = ((count_words(one), one) for one in sentences)
    return sum(
        words
        for words, one in counted
        if words >= OWN_LINE and not says_missing(one, loosely=True, backed=True)
    )


def _is_called_so(page: Page) -> bool:
    """Whether the address that was asked for promises the very words of a statement: `/poems/not-found` is
    called *Not Found*, and `/status/404` is about that number. An error page knows nothing of the address."""
    if page.redirected and _is_error_path(page):
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


def _is_plain_otherwise(
    page: Page, title: Statement, head: Statement | None, said_so: tuple[str, ...]
) -> bool:
    """Whether something beside the words tells the page from one about the subject: the mark-up of an error
    page, the number on a line of its own, a sentence about what the reader asked for."""
    anchored = title.anchored or head is not None
    if page.marked and (anchored or said_so) and page.prose < MUCH_PROSE:
        return True
    if page.distinct > THIN_WORDS or (title.hinted and not anchored) or page.prose >= SOME_PROSE:
        return False
    own_words = _own_words(page)
    asked = any(map(speaks_of_request, (*said_so, *([head.said] if head else []))))
    if asked and page.words <= BARE_WORDS and own_words <= MENU_WORDS:
        return True
    alone = page.words <= BARE_WORDS and own_words <= BARE_OWN_WORDS and not page.promised
    if alone and any(says_missing(one) and not is_quoted(one) for one in said_so):
        return True
    if own_words > OWN_WORDS:
        return False
    coded = shows_code((page.title, *parts_of(page.title), *page.headings, *page.lines))
    if said_so and coded:
        return True
    if asked and anchored:
        return True
    repeats = sum(key_of(line) == key_of(head.said) for line in page.lines) if head else 0
    return title.anchored and repeats > 1 and _own_words(page) <= BARE_OWN_WORDS


def _is_error_path(page: Page) -> bool:
    segments = [segment for segment in page.path.split("/") if segment]
    names = {name for segment in segments for name in (segment, segment.rpartition(".")[0])}
    asked = page.asked.lower()
    return any(f"/{name}" not in asked for name in names & error_segments())
