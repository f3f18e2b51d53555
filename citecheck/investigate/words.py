"""What a page says of itself, where that is bad: whether it is there at all."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from citecheck.investigate.addresses import split
from citecheck.investigate.called import called_as_site
from citecheck.investigate.counting import count_words
from citecheck.investigate.error_marks import is_marked, is_named, states_missing
from citecheck.investigate.folding import is_quoted, key_of, shown
from citecheck.investigate.look import Look, Suspicion, suspect
from citecheck.investigate.missing import (
    CODES,
    ERROR_WORDS,
    Statement,
    apologies,
    exclaims,
    hints_missing,
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
from citecheck.investigate.titles import is_host_name, parts_of
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
SENTENCES = 2
MOST_SENTENCES = 5
"""Sentences of a page that are weighed."""


@dataclass(frozen=True, slots=True)
class Said:
    """What of a page may say that it is not there."""

    title: Statement
    head: Statement | None
    """The first heading that is such a statement."""
    sentences: tuple[str, ...]
    """Sentences beside title and headings that say so."""
    hinted: bool
    """Words of it occur in the title or a heading."""
    error_path: bool
    """A redirect led to an address for errors."""
    stated: bool
    """The data for the site's own scripts says so."""
    marked: bool
    """The mark-up is that of an error page."""
    unnamed: bool
    """A short page that is called by its site's name alone."""

    @property
    def anchored(self) -> bool:
        return self.title.anchored or self.head is not None

    @property
    def sorry(self) -> str | None:
        return self.sentences[0] if self.sentences else None

    @property
    def asked(self) -> bool:
        """Whether one of the sentences speaks of what its reader asked for."""
        return any(map(speaks_of_request, self.sentences))


def judge_words(page: Page) -> Look | None:
    """What the page says of itself, where that is bad."""
    said = _listen(page)
    if said is None:
        return None
    about = _is_about(page, said)
    if not about and _is_missing(page, said):
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


def _listen(page: Page) -> Said | None:
    """What the page says, `None` where nothing is heard that might be bad: most pages."""
    title = read_title(page.title, page.host)
    heads = [read_heading(heading) for heading in page.headings]
    head = next((one for one in heads if one.anchored), None)
    error_path = page.redirected and _is_error_path(page)
    hinted = title.hinted or any(one.hinted for one in heads)
    stated, marked = states_missing(page), is_marked(page)
    thin = page.distinct <= THIN_WORDS
    unnamed = thin and (called_as_site(page) or any(map(exclaims, page.headings)))
    if not (hinted or head or error_path or page.words <= BARE_WORDS or marked or stated or unnamed):
        return None
    named = {page.title, *page.headings}
    others = (line for line in page.lines if line not in named)
    names = {key_of(one) for one in (title.said, *(one.said for one in heads))} - {""}
    sentences = (
        one
        for one in apologies(others, backed=title.anchored or head is not None)
        if not _is_refrain(one, names)
    )
    said_so = tuple(islice(sentences, MOST_SENTENCES))
    return Said(title, head, said_so, hinted, error_path, stated, marked, unnamed)


def _is_refrain(sentence: str, names: set[str]) -> bool:
    """Whether a sentence is one of `names` again, which says nothing new: *he said: page not found*."""
    key = key_of(sentence)
    if key in names:
        return True
    within = any(f" {name} " in f" {key} " for name in names)
    return within and not speaks_of_request(sentence) and CODES.isdisjoint(key.split())


def _is_about(page: Page, said: Said) -> bool:
    """Whether the page is about such words, or about the thing that it says is not to be had."""
    if page.signed or (page.cited and hints_missing(page.cited)) or _is_called_so(page):
        return True
    # A shop says of a thing that it is no longer available, on a page that bears the thing's name.
    return (
        page.promised
        and not (said.title.hinted or said.head or said.error_path or said.stated or said.marked)
        and not said.asked
        and _own_words(page) >= TWO_LINES
    )


def _is_missing(page: Page, said: Said) -> bool:
    return (
        (said.stated and page.prose < MUCH_PROSE)
        or _is_plain(page, said)
        or _is_plain_otherwise(page, said)
        or _is_made_so(page, said)
        or _says_twice(page, said)
    )


def _is_plain(page: Page, said: Said) -> bool:
    """Whether two parts of the page say the same independently, or there is nothing but the statement.

    Title and heading of a living page about the subject repeat each other; those of an error page differ, or
    a sentence says it once more.
    """
    title, head, sorry, anchored = said.title, said.head, said.sorry, said.anchored
    thin = page.distinct <= THIN_WORDS
    exclaimed = any(exclaims(one) or reports_error(one) for one in (*parts_of(page.title), *page.headings))
    exclaimed = exclaimed or (said.unnamed and page.prose < SOME_PROSE)
    if said.error_path and (anchored or sorry is not None):
        return True
    if sorry is not None and speaks_of_request(sorry) and thin and (anchored or exclaimed):
        return True
    if title.anchored and head is not None and thin and key_of(title.said) != key_of(head.said):
        return True
    if _own_words(page) > OWN_WORDS:
        return False
    if sorry is not None and ((title.anchored and head is not None) or (thin and (anchored or exclaimed))):
        return True
    if head is not None and thin and not title.anchored:
        sentence = len(head.said.split()) >= HEADING_WORDS
        coded = not (CODES | ERROR_WORDS).isdisjoint(key_of(page.title).split())
        return sentence and bool(page.title) and (coded or not title.hinted)
    bare = page.words - sum(map(count_words, page.headings)) <= BARE_OWN_WORDS
    return bare and title.anchored and (head is not None or (title.whole and not page.headings))


def _is_made_so(page: Page, said: Said) -> bool:
    """Whether a page whose title is the statement is built as an error page, in whatever language: it is
    kept from search engines, or one of its parts is called so."""
    if page.promised or _has_headline(page) or page.distinct > THIN_WORDS or page.prose >= SOME_PROSE:
        return False
    if said.title.anchored or (said.head is not None and said.unnamed):
        return page.hidden or is_named(page)
    return page.hidden and any(map(says_missing, said.sentences)) and _own_words(page) <= OWN_WORDS


def _says_twice(page: Page, said: Said) -> bool:
    """Whether two sentences say so, each in its words: *It is no longer online. It may have been moved*."""
    keys = [key_of(one) for one in said.sentences if not is_quoted(one)]
    single = [key for key in keys if not any(other != key and other in key for other in keys)]
    if len(set(single)) < SENTENCES or page.promised or _has_headline(page) or page.prose >= SOME_PROSE:
        return False
    return page.distinct <= THIN_WORDS and _own_words(page) <= MENU_WORDS


def _has_headline(page: Page) -> bool:
    """Whether a heading that is no such statement, nor the site's name, stands in the title, too, as a page's
    own headline does."""
    title = key_of(page.title)
    own = (one for one in page.headings if not (says_missing(one) or is_host_name(one, page.host)))
    return any(key_of(one) and key_of(one) in title for one in own)


def _own_words(page: Page) -> int:
    """Words in sentences that say something else than that the page is not there: of a poem of that title.
    Entries of menus are shorter."""
    sentences = (one for line in page.lines if line not in page.headings for one in sentences_of(line))
    counted = ((count_words(one), one) for one in sentences if not _is_imprint(one))
    return sum(
        words
        for words, one in counted
        if words >= OWN_LINE and not says_missing(one, loosely=True, backed=True)
    )


def _is_imprint(sentence: str) -> bool:
    """Whether a line is a site's copyright or its software's name, as stand below every page."""
    return "©" in sentence or sentence.casefold().startswith(("powered by ", "copyright "))


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


def _is_plain_otherwise(page: Page, said: Said) -> bool:
    """Whether something beside the words tells the page from one about the subject: the mark-up of an error
    page, the number on a line of its own, a sentence about what the reader asked for."""
    title, head, said_so, anchored = said.title, said.head, said.sentences, said.anchored
    if said.marked and (anchored or said_so) and page.prose < MUCH_PROSE:
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
