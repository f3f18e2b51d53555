"""What a page says of itself, where that is bad: whether it is there at all."""

from __future__ import annotations

from itertools import islice

from citecheck.investigate.folding import key_of, shown
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
    shows_code,
    speaks_of_request,
)
from citecheck.investigate.missing_words import error_segments
from citecheck.investigate.page import Page
from citecheck.model import LinkStatus

THIN_WORDS = 250
"""Different words on a page that says "not found", at most (`render-quality`); an article has more."""
BARE_WORDS = 60
"""Words of an error page without navigation; on a longer one a lone sentence counts for nothing."""
BARE_REST = 25
"""Words beside a title that is nothing but the statement (default pages of nginx, Apache, IIS: 1 to 25)."""
BARE_SITE_REST = 12
"""The same where the title names the site too: an entry of a shop or a glossary has more to say."""
SOME_PROSE = 25
"""Words of running text that speak for a living page whose title is the name of its subject."""
OWN_LINE = 4
OWN_WORDS = 11
"""Words of lines of so many that speak for a living page under such a title; "please check the address and
try again" is shorter."""
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
    said_so = tuple(islice(apologies(unnamed, backed=backed), MOST_SENTENCES))
    sorry = next(iter(said_so), None)
    about = page.signed or (bool(page.cited) and hints_missing(page.cited))
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
    rest = page.words - sum(len(heading.split()) for heading in page.headings)
    own_words = _own_words(page)
    if error_path and (anchored or sorry is not None):
        return True
    if sorry is not None and title.anchored and head is not None:
        return True
    if sorry is not None and thin and (anchored or exclaimed):
        return True
    if head is not None and thin and key_of(title.said) != key_of(head.said):
        sentence = len(head.said.split()) >= HEADING_WORDS
        coded = not (CODES | ERROR_WORDS).isdisjoint(key_of(page.title).split())
        return title.anchored or (sentence and bool(page.title) and (coded or not title.hinted))
    if own_words > OWN_WORDS:
        return False
    if title.whole and rest <= BARE_REST and (head is not None or not page.headings):
        return True
    return title.anchored and head is not None and rest <= BARE_SITE_REST


def _own_words(page: Page) -> int:
    """Words in lines that say something else than that the page is not there and what to do about it: of a
    poem of that title. Entries of menus are shorter."""
    lines = (line for line in page.lines if line not in page.headings)
    counted = ((len(line.split()), line) for line in lines)
    return sum(
        words
        for words, line in counted
        if words >= OWN_LINE and not hints_missing(line) and not speaks_of_request(line)
    )


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
    coded = shows_code((page.title, *parts_of(page.title), *page.headings, *page.lines))
    if said_so and coded:
        return True
    asked = any(map(speaks_of_request, (*said_so, *([head.said] if head else []))))
    if asked and (anchored or page.words <= BARE_WORDS):
        return True
    repeats = sum(key_of(line) == key_of(head.said) for line in page.lines) if head else 0
    return title.anchored and repeats > 1 and page.words <= BARE_WORDS


def _is_error_path(page: Page) -> bool:
    segments = [segment for segment in page.path.split("/") if segment]
    names = {name for segment in segments for name in (segment, segment.rpartition(".")[0])}
    asked = page.asked.lower()
    return any(f"/{name}" not in asked for name in names & error_segments())
