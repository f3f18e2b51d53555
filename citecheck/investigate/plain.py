"""Whether what a page says amounts to this, that it is not there: two witnesses, or nothing else on it."""

from __future__ import annotations

from citecheck.investigate.called import names_of_site
from citecheck.investigate.counting import count_words
from citecheck.investigate.error_marks import is_named
from citecheck.investigate.folding import is_quoted, key_of
from citecheck.investigate.missing import (
    CODES,
    ERROR_WORDS,
    exclaims,
    hints_missing,
    reports_error,
    says_missing,
    shows_code,
    speaks_of_request,
)
from citecheck.investigate.page import Page
from citecheck.investigate.said import BARE_WORDS, THIN_WORDS, Said
from citecheck.investigate.sentences import sentences_of
from citecheck.investigate.titles import is_host_name, parts_of

SOME_PROSE = 25
"""Words of running text that speak for a living page whose title is the name of its subject."""
OWN_LINE = 4
OWN_WORDS = 20
"""Words of sentences of so many that speak for a living page under such a title; advice ("please check the
address and try again", "use the search or go back to the home page") is shorter."""
MENU_WORDS = 25
"""The same of a short page that speaks of what its reader asked for: what else it has are headlines of other
pages."""
BARE_OWN_WORDS = 3
"""Words beside title and heading where nothing else says so: name and number of a server."""
HEADING_WORDS = 3
"""A heading that short may be a name."""
MUCH_PROSE = 120
"""Words of running text that no error page has, whatever its mark-up is called."""
SENTENCES = 2
HEADLINE_WORDS = 2


def is_missing(page: Page, said: Said) -> bool:
    return (
        (said.stated and page.prose < MUCH_PROSE)
        or _is_plain(page, said)
        or _is_plain_otherwise(page, said)
        or _is_made_so(page, said)
        or _says_twice(page, said)
        or _is_called_an_error(page)
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
    if own_words(page) > OWN_WORDS:
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
    return page.hidden and any(map(says_missing, said.sentences)) and own_words(page) <= OWN_WORDS


def _says_twice(page: Page, said: Said) -> bool:
    """Whether two sentences say so, each in its words: *It is no longer online. It may have been moved*."""
    keys = [key_of(one) for one in said.sentences if not is_quoted(one)]
    single = [key for key in keys if not any(other != key and other in key for other in keys)]
    if len(set(single)) < SENTENCES or page.promised or _has_headline(page) or page.prose >= SOME_PROSE:
        return False
    return page.distinct <= THIN_WORDS and own_words(page) <= MENU_WORDS


def _is_called_an_error(page: Page) -> bool:
    """Whether a short page is called *Oops* or *Error*, and nothing else but its site's name, and a line has
    words of *not there* about what its reader asked for, however it goes on."""
    if page.words > BARE_WORDS or page.promised or own_words(page) > OWN_WORDS:
        return False
    site = names_of_site(page)
    own = (one for one in (*parts_of(page.title), *page.headings) if not is_host_name(one, page.host))
    names = [one for one in own if key_of(one) not in site]
    called = all(reports_error(one) or (exclaims(one) and count_words(one) <= 1) for one in names)
    return bool(names) and called and any(hints_missing(one) and speaks_of_request(one) for one in page.lines)


def _has_headline(page: Page, least: int = 1) -> bool:
    """Whether a heading that is no such statement, nor the site's name, stands in the title, too, as a page's
    own headline does; of `least` words: above a message forums write *Information*, dictionaries a word."""
    title, names = key_of(page.title), names_of_site(page)
    own = (one for one in page.headings if key_of(one) and key_of(one) in title and key_of(one) not in names)
    return any(
        count_words(one) >= least and not (says_missing(one) or exclaims(one) or is_host_name(one, page.host))
        for one in own
    )


def own_words(page: Page) -> int:
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


def _is_plain_otherwise(page: Page, said: Said) -> bool:
    """Whether something beside the words tells the page from one about the subject: the mark-up of an error
    page, the number on a line of its own, a sentence about what the reader asked for."""
    title, head, said_so, anchored = said.title, said.head, said.sentences, said.anchored
    if said.marked and (anchored or said_so) and page.prose < MUCH_PROSE:
        return True
    if page.distinct > THIN_WORDS or (title.hinted and not anchored) or page.prose >= SOME_PROSE:
        return False
    own = own_words(page)
    asked = any(map(speaks_of_request, (*said_so, *([head.said] if head else []))))
    lines = {key_of(line) for line in page.lines}
    whole = any(key_of(one) in lines for one in said_so)
    bare = page.words <= BARE_WORDS and not _has_headline(page, HEADLINE_WORDS if whole else 1)
    if asked and bare and own <= MENU_WORDS:
        return True
    alone = bare and own <= BARE_OWN_WORDS and not page.promised
    if alone and any(says_missing(one) and not is_quoted(one) for one in said_so):
        return True
    if own > OWN_WORDS:
        return False
    coded = shows_code((page.title, *parts_of(page.title), *page.headings, *page.lines))
    if said_so and coded:
        return True
    if asked and anchored:
        return True
    repeats = sum(key_of(line) == key_of(head.said) for line in page.lines) if head else 0
    return title.anchored and repeats > 1 and own <= BARE_OWN_WORDS
