"""A made-up address beside a suspicious one, and what its answer settles.

Bar-Yossef et al. (WWW 2004): a site that sends every unknown address to one place, or gives one page for
all, says nothing with its status 200. A site that answers 404 there is honest.
"""

from __future__ import annotations

from citecheck.investigate.addresses import same_place
from citecheck.investigate.answers import GONE, Look, Suspicion
from citecheck.investigate.drift import text_ratio
from citecheck.investigate.page import Page
from citecheck.model import Capture, LinkStatus, Seen

SAME_TEMPLATE = 0.9
"""Share of common text from which two pages are one template (liveness research, 4.3)."""


def settle(look: Look, page: Page, sibling: Seen | None) -> Look:
    """The final word on a suspicious page; `sibling` is `None` where there is no address to try."""
    outcome = sibling.outcome if sibling else None
    if sibling is not None and isinstance(outcome, Capture) and 200 <= outcome.status < 300:
        other = Page(outcome.url, outcome, sibling)
        if _same(page, other, look.suspicion):
            return _everywhere_alike(page, look)
        return _unsettled(look, honest=look.suspicion is not Suspicion.PLAIN_WORDS)
    honest = isinstance(outcome, Capture) and outcome.status in GONE
    return _unsettled(look, honest)


def _same(page: Page, other: Page, suspicion: Suspicion | None) -> bool:
    if suspicion in (Suspicion.HOME, Suspicion.OFF_PATH):
        return other.redirected and same_place(page.final, other.final)
    if page.capture.body == other.capture.body:
        return True
    if page.redirected and other.redirected and same_place(page.final, other.final):
        return True
    return text_ratio(page.content, other.content) >= SAME_TEMPLATE


def _everywhere_alike(page: Page, look: Look) -> Look:
    if page.scripted:
        reason = "Only scripts fill the page, and it is the same at every address; its text cannot be read."
        return Look(LinkStatus.OK, "script-shell", reason)
    if look.suspicion in (Suspicion.HOME, Suspicion.OFF_PATH):
        where = "its home page" if look.suspicion is Suspicion.HOME else "one and the same page"
        reason = f"The site sends unknown addresses, this one too, to {where}."
        return Look(LinkStatus.SOFT_404, "soft-404-redirect", reason)
    reason = "The site answers with the same page for an address that cannot exist."
    return Look(LinkStatus.SOFT_404, "soft-404-sibling", reason)


def _unsettled(look: Look, honest: bool) -> Look:
    """What stays when the sibling is not the same page. `honest`: it was a plain 404 or another page."""
    if look.suspicion is Suspicion.HOME:
        reason = "It redirects to the home page; whether the page is still there cannot be told from here."
        return Look(LinkStatus.BLOCKED, "redirect-home", reason)
    if look.suspicion is Suspicion.PLAIN_WORDS and not honest:
        reason = (
            "Its title says that the page is not there; nothing else does, so that nobody can say from here."
        )
        return Look(LinkStatus.BLOCKED, "soft-404-suspected", reason)
    return Look(LinkStatus.OK, "ok", "The page answers and nothing speaks against it.")
