"""What of a page may say that it is not there: title, headings, sentences, mark-up, where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from citecheck.investigate.called import called_as_site
from citecheck.investigate.error_marks import is_marked, states_missing
from citecheck.investigate.folding import key_of
from citecheck.investigate.missing import (
    CODES,
    Statement,
    apologies,
    exclaims,
    read_heading,
    read_title,
    speaks_of_request,
)
from citecheck.investigate.missing_words import error_segments
from citecheck.investigate.page import Page

THIN_WORDS = 250
"""Different words on a page that says "not found", at most (`render-quality`); an article has more."""
BARE_WORDS = 60
"""Words of an error page without navigation; on a longer one a lone sentence counts for nothing."""
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


def listen(page: Page) -> Said | None:
    """What the page says, `None` where nothing is heard that might be bad: most pages."""
    title = read_title(page.title, page.host)
    heads = [read_heading(heading) for heading in page.headings]
    head = next((one for one in heads if one.anchored), None)
    error_path = page.redirected and is_error_path(page)
    hinted = title.hinted or any(one.hinted for one in heads)
    stated, marked = states_missing(page), is_marked(page)
    unnamed = called_as_site(page) or any(map(exclaims, page.headings))
    unnamed = unnamed and page.distinct <= THIN_WORDS  # last, since to count them takes longest
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


def is_error_path(page: Page) -> bool:
    segments = [segment for segment in page.path.split("/") if segment]
    names = {name for segment in segments for name in (segment, segment.rpartition(".")[0])}
    asked = page.asked.lower()
    return any(f"/{name}" not in asked for name in names & error_segments())
