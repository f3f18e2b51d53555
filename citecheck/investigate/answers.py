"""From one answer of the web to a status: what it says, how sure that is, and what is suspicious about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citecheck.investigate import rules
from citecheck.investigate.addresses import is_home, off_path, same_address
from citecheck.investigate.folding import key_of, shown
from citecheck.investigate.lasting import is_general, is_lasting
from citecheck.investigate.missing import (
    CODES,
    ERROR_WORDS,
    Statement,
    apology,
    error_segments,
    exclaims,
    hints_missing,
    read_heading,
    read_title,
)
from citecheck.investigate.page import Page
from citecheck.model import Capture, Failure, FailureKind, LinkStatus, Outcome, Seen


class Suspicion(StrEnum):
    """Why a sibling address is worth a question."""

    HOME = "home"
    """Redirected to the home page."""
    OFF_PATH = "off-path"
    """Redirected to a place that has nothing of the address asked for."""
    WORDS = "words"
    """Says something like "not found", but not plainly."""
    PLAIN_WORDS = "plain-words"
    """Title and heading say so, and nothing else on the page speaks for or against it."""
    THIN = "thin"
    """Next to nothing on it."""
    GENERAL = "general"
    """Calls itself a home page or a search, at an address that promises something else."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one answer amounts to."""

    status: LinkStatus
    code: str
    reason: str
    again: bool = False
    """Bad news that must be seen twice."""
    suspicion: Suspicion | None = None

    @property
    def good(self) -> bool:
        return self.status is LinkStatus.OK


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
HEADING_WORDS = 3
"""A heading that short may be a name."""
EMPTY_WORDS = 12
"""Below that a page without a title is suspicious."""

_FAILURES = {
    FailureKind.DNS: "The host name is not known.",
    FailureKind.REFUSED: "The connection was refused.",
    FailureKind.RESET: "The connection broke off.",
    FailureKind.TIMEOUT: "No answer in time.",
    FailureKind.TLS: "No secure connection could be made.",
    FailureKind.PROTOCOL: "The answer is no proper HTTP.",
    FailureKind.TOO_LARGE: "The answer is too large to be read.",
    FailureKind.REDIRECT_LOOP: "It redirects in a circle, or too often.",
}
_NOT_CHECKED = {
    FailureKind.BUDGET: "The budget was spent, or the host asks to wait longer than the run.",
    FailureKind.NOT_RECORDED: "The recording holds no answer for it.",
    FailureKind.OFFLINE: "The run is offline.",
}
WORDS_OF_STATUS = {
    401: "It asks for a log-in (401).",
    402: "It asks for payment (402).",
    403: "The server refuses the page to us (403).",
    429: "The server is asked too often (429).",
    451: "It is withheld for legal reasons (451).",
    999: "The site refuses programs (999).",
}
_KINDS = {
    "challenge": (LinkStatus.BLOCKED, "challenge"),
    "consent": (LinkStatus.BLOCKED, "consent-wall"),
    "unavailable": (LinkStatus.BLOCKED, "unavailable"),
    "login": (LinkStatus.RESTRICTED, "login"),
    "paywall": (LinkStatus.RESTRICTED, "paywall"),
    "parked": (LinkStatus.PARKED, "parked"),
}
GENTLE = (401, 402)
GONE = (404, 410)


def judge(asked: str, seen: Seen, cited: str | None = None) -> Look:
    """What the answer to `asked` amounts to. `cited`: the source's title, as the note gives it."""
    outcome = seen.outcome
    if isinstance(outcome, Failure):
        return judge_failure(outcome)
    page = Page(asked, outcome, seen, cited)
    if 200 <= outcome.status < 300:
        return judge_page(page)
    return judge_refusal(page)


def judge_failure(failure: Failure) -> Look:
    """No answer: our own doing, the address's fault, or trouble on the way."""
    if failure.kind in _NOT_CHECKED:
        return Look(LinkStatus.NOT_CHECKED, failure.kind.value, _NOT_CHECKED[failure.kind])
    if failure.kind is FailureKind.INVALID:
        return Look(LinkStatus.INVALID, "invalid-url", "It is not an address that can be asked.")
    if failure.kind is FailureKind.FORBIDDEN:
        led = "It redirects to" if failure.hops else "It is"
        detail = f" ({failure.detail})" if failure.detail else ""
        return Look(LinkStatus.REFUSED, "address-refused", f"{led} an address that is not asked{detail}.")
    return Look(LinkStatus.UNREACHABLE, failure.kind.value, _FAILURES[failure.kind], again=True)


def judge_refusal(page: Page) -> Look:
    """A status other than 2xx."""
    status = page.capture.status
    code = f"http-{status}"
    if status in GONE:
        return Look(LinkStatus.GONE, code, f"The server says that the page is not there ({status}).", True)
    if status in GENTLE:
        return Look(LinkStatus.RESTRICTED, code, WORDS_OF_STATUS[status])
    wall = rules.first(page, ("challenge",))
    if wall is not None:
        return Look(LinkStatus.BLOCKED, "challenge", f"{wall.reason[:-1]} ({status}).")
    if 400 <= status < 500 or status == 999:
        reason = WORDS_OF_STATUS.get(status, f"The server does not give the page to us ({status}).")
        return Look(LinkStatus.BLOCKED, code, reason)
    if 500 <= status < 600:
        return Look(LinkStatus.UNREACHABLE, code, f"The server reports trouble of its own ({status}).", True)
    return Look(LinkStatus.UNREACHABLE, code, f"The server gives no page ({status}).", True)


def judge_page(page: Page) -> Look:
    """A status that says all is well."""
    wall = rules.first(page, _KINDS)
    if wall is not None:
        status, code = _KINDS[wall.kind]
        return Look(status, code, wall.reason)
    look = _judge_words(page) if page.html else None
    return look or _judge_place(page) or _judge_text(page)


def _judge_words(page: Page) -> Look | None:
    """What the page says of itself, where that is bad."""
    title = read_title(page.title, page.host)
    heads = [read_heading(heading) for heading in page.headings]
    head = next((one for one in heads if one.anchored), None)
    error_path = page.redirected and _is_error_path(page)
    if not (title.hinted or head or error_path or page.words <= BARE_WORDS):
        return None
    named = {page.title, *page.headings}
    sorry = apology(line for line in page.lines if line not in named)
    about = page.signed or (bool(page.cited) and hints_missing(page.cited))
    if not about and _is_plain(page, title, head, sorry, error_path):
        said = shown(sorry or page.title or page.headings[0])
        code = "soft-404-path" if error_path else "soft-404-title"
        reason = f"It answers with status 200, but says that the page is not there: “{said}”."
        return Look(LinkStatus.SOFT_404, code, reason)
    if (title.anchored or error_path) and head and not about and page.prose < SOME_PROSE:
        return _suspect(Suspicion.PLAIN_WORDS)
    told = title.anchored or head or error_path
    if told or (page.distinct <= THIN_WORDS and (title.hinted or sorry is not None)):
        return _suspect(Suspicion.WORDS)
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
    exclaimed = exclaims(page.title) or any(exclaims(heading) for heading in page.headings)
    rest = page.words - sum(len(heading.split()) for heading in page.headings)
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
    if title.whole and rest <= BARE_REST and (head is not None or not page.headings):
        return True
    return title.anchored and head is not None and rest <= BARE_SITE_REST


def _hints_else(heading: str, title: Statement) -> bool:
    """Whether a heading says the like of the title in other words."""
    return key_of(heading) != key_of(title.said) and hints_missing(heading)


def _is_error_path(page: Page) -> bool:
    segments = [segment for segment in page.path.split("/") if segment]
    names = {name for segment in segments for name in (segment, segment.rpartition(".")[0])}
    asked = page.asked.lower()
    return any(f"/{name}" not in asked for name in names & error_segments())


def _judge_place(page: Page) -> Look | None:
    """Where a redirect led to."""
    forward = page.forwards_to if page.html else None
    if forward and is_home(forward) and not is_home(page.asked):
        return _suspect(Suspicion.HOME)
    if not page.redirected or is_home(page.asked) or same_address(page.asked, page.final):
        return None
    if is_home(page.final):
        return _suspect(Suspicion.HOME)
    if off_path(page.asked, page.final) and not is_lasting(page.asked):
        return _suspect(Suspicion.OFF_PATH)
    return None


def _judge_text(page: Page) -> Look:
    """Whether there is anything to read."""
    if page.html and is_general(page.title) and not is_home(page.asked) and not _promised(page):
        return _suspect(Suspicion.GENERAL)
    if page.html and page.scripted:
        reason = "The page answers; only scripts fill it, so that its text cannot be read."
        return Look(LinkStatus.OK, "script-shell", reason)
    if page.html and not page.capture.truncated and page.words < EMPTY_WORDS and _says_nothing(page):
        return _suspect(Suspicion.THIN)
    return Look(LinkStatus.OK, "ok", "The page answers and nothing speaks against it.")


def _promised(page: Page) -> bool:
    """Whether address or citation call the page what it calls itself: `/news/`, `/search`."""
    named = f"{page.asked} {page.cited}".casefold()
    return any(word in named for word in key_of(page.title).split())


def _says_nothing(page: Page) -> bool:
    """Whether there is no word to read, or few and they are kept from search engines. Few words alone are no
    reason to ask a site twice."""
    return not page.title and (page.words == 0 or page.hidden)


def _suspect(suspicion: Suspicion) -> Look:
    return Look(LinkStatus.OK, "ok", "The page answers and nothing speaks against it.", suspicion=suspicion)


def checked_of(outcome: Outcome) -> int | None:
    """HTTP status of an answer, `None` without one."""
    return outcome.status if isinstance(outcome, Capture) else None
