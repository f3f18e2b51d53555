"""A made-up address beside a suspicious one, and what its answer settles.

Bar-Yossef et al. (WWW 2004): a site that sends every unknown address to one place, or gives one page for
all, says nothing with its status 200. A site that answers 404 there is honest.
"""

from __future__ import annotations

from dataclasses import replace

from citecheck.investigate.addresses import same_place, to_search, words_of
from citecheck.investigate.answers import GONE
from citecheck.investigate.drift import text_ratio
from citecheck.investigate.folding import key_of
from citecheck.investigate.look import Look, Suspicion
from citecheck.investigate.missing import hints_missing
from citecheck.investigate.page import Page
from citecheck.model import Capture, LinkStatus, Seen

_OF_WORDS = (Suspicion.WORDS, Suspicion.PLAIN_WORDS, Suspicion.NAMELESS)
WORDS_OF_ITS_OWN = 3
"""Words that a page has and its template has not, from which it is a page of its own."""
SAME_TEMPLATE = 0.9
"""Share of common text from which two pages are one template (liveness research, 4.3)."""


def settle(look: Look, page: Page, sibling: Seen | None) -> Look:
    """The final word on a suspicious page; `sibling` is `None` where there is no address to try."""
    outcome = sibling.outcome if sibling else None
    if sibling is not None and isinstance(outcome, Capture) and 200 <= outcome.status < 300:
        other = Page(outcome.url, outcome, sibling)
        if _same(page, other, look.suspicion):
            return _everywhere_alike(page, look)
        if look.suspicion in _OF_WORDS and text_ratio(_own_words(page), _own_words(other)) >= SAME_TEMPLATE:
            return _unsettled(replace(look, suspicion=Suspicion.PLAIN_WORDS), honest=False)
        return _unsettled(look, honest=look.suspicion is not Suspicion.PLAIN_WORDS)
    honest = isinstance(outcome, Capture) and outcome.status in GONE
    return _unsettled(look, honest, page.promised)


def _same(page: Page, other: Page, suspicion: Suspicion | None) -> bool:
    if page.redirected and other.redirected and _one_place(page, other):
        return True
    if page.forwards_to and other.forwards_to:
        return same_place(page.forwards_to, other.forwards_to)
    if suspicion in (Suspicion.HOME, Suspicion.OFF_PATH):
        return False
    if page.capture.body == other.capture.body:
        return True
    if suspicion in (Suspicion.WORDS, Suspicion.PLAIN_WORDS) and _one_headline(page, other):
        return True
    if _says_more(page, other):
        return False
    return text_ratio(_own_words(page), _own_words(other)) >= SAME_TEMPLATE


def _one_place(page: Page, other: Page) -> bool:
    """Whether two redirects ended at one page, or at one search for what the address had said."""
    if same_place(page.final, other.final):
        return True
    both = to_search(page.asked, page.final) and to_search(other.asked, other.final)
    return both and same_place(page.final.partition("?")[0], other.final.partition("?")[0])


def _one_headline(page: Page, other: Page) -> bool:
    """Whether title and headings are equal, and say what raised the suspicion: what stands below them may
    change with the news of the day. Sites that give all their pages one title say nothing with it."""
    if not page.title or page.title != other.title or page.headings != other.headings:
        return False
    return any(map(hints_missing, (page.title, *page.headings)))


def _says_more(page: Page, other: Page) -> bool:
    """Whether `page` has lines of its own beside those that the other one has, too: a short page amid long
    menus is nearly the same text as any page of its site."""
    common = {key_of(line) for line in other.lines}
    address = words_of(page.asked) | words_of(page.final)
    more = (line for line in page.lines if key_of(line) not in common and not hints_missing(line))
    words = [word for line in more for word in key_of(line).split()]
    return sum(word not in address and not word.isdigit() for word in words) >= WORDS_OF_ITS_OWN


def _own_words(page: Page) -> str:
    """Text without the address, which error pages repeat, and without numbers, which change at each look."""
    address = words_of(page.asked) | words_of(page.final)
    words = key_of(page.content).split()
    return " ".join(word for word in words if word not in address and not word.isdigit())


def _everywhere_alike(page: Page, look: Look) -> Look:
    if page.scripted:
        reason = "Only scripts fill the page, and it is the same at every address; its text cannot be read."
        return Look(LinkStatus.OK, "script-shell", reason)
    named = look.suspicion is Suspicion.NAMED and not any(map(hints_missing, page.lines))
    if named or look.suspicion is Suspicion.PARKED:
        reason = "The page speaks of a domain name and little else, and stands at every address of the site."
        return Look(LinkStatus.PARKED, "parked", reason)
    if look.suspicion in (Suspicion.HOME, Suspicion.OFF_PATH):
        where = "its home page" if look.suspicion is Suspicion.HOME else "one and the same page"
        reason = f"The site sends unknown addresses, this one too, to {where}."
        return Look(LinkStatus.SOFT_404, "soft-404-redirect", reason)
    reason = "The site answers with the same page for an address that cannot exist."
    return Look(LinkStatus.SOFT_404, "soft-404-sibling", reason)


def _unsettled(look: Look, honest: bool, promised: bool = False) -> Look:
    """What stays when the sibling is not the same page. `honest`: it was a plain 404 or another page.
    `promised`: title or heading has something of the address, or of the title cited."""
    if look.suspicion is Suspicion.HOME:
        reason = "It redirects to the home page; whether the page is still there cannot be told from here."
        return Look(LinkStatus.BLOCKED, "redirect-home", reason)
    if look.suspicion is Suspicion.OFF_PATH and not honest and not promised:
        reason = (
            "It redirects to a page that has nothing of the address; whether that is the page cited "
            "nobody can say from here."
        )
        return Look(LinkStatus.BLOCKED, "redirect-elsewhere", reason)
    if look.suspicion is Suspicion.PARKED and not honest:
        reason = (
            "It says that its domain name is registered; whether there is a site nobody can say from here."
        )
        return Look(LinkStatus.BLOCKED, "parked-suspected", reason)
    if look.suspicion is Suspicion.PLAIN_WORDS and not honest:
        reason = (
            "Its title says that the page is not there; nothing else does, so that nobody can say from here."
        )
        return Look(LinkStatus.BLOCKED, "soft-404-suspected", reason)
    return Look(LinkStatus.OK, "ok", "The page answers and nothing speaks against it.")
