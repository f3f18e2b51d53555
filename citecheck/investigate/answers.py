"""From one answer of the web to a status: what it says, how sure that is, and what is suspicious about it."""

from __future__ import annotations

from citecheck.investigate import rules
from citecheck.investigate.addresses import is_home, off_path, same_address, to_search
from citecheck.investigate.folding import key_of
from citecheck.investigate.lasting import is_general, is_lasting
from citecheck.investigate.look import Look, Suspicion, suspect
from citecheck.investigate.missing import hints_missing, speaks_of_request
from citecheck.investigate.missing_words import has_words_of
from citecheck.investigate.page import Page
from citecheck.investigate.places import leads_to_market
from citecheck.investigate.said import BARE_WORDS, THIN_WORDS
from citecheck.investigate.words import judge_words
from citecheck.model import Capture, Failure, FailureKind, LinkStatus, Outcome, Seen

MOST_WORDS = 500
"""Words of a page whose lines are searched for a statement, at most: an error page amid headlines."""
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
_HINTS = {"parked-suspected": Suspicion.PARKED, "parked-hinted": Suspicion.NAMED}
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
        reason = _NOT_CHECKED[failure.kind]
        if failure.kind is FailureKind.BUDGET and failure.detail:
            reason = f"{failure.detail[:1].upper()}{failure.detail[1:]}."
        return Look(LinkStatus.NOT_CHECKED, failure.kind.value, reason)
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
    wall = rules.first(page, ("challenge",))
    if wall is not None:
        return Look(LinkStatus.BLOCKED, "challenge", f"{wall.reason[:-1]} ({status}).")
    if status in GENTLE:
        return Look(LinkStatus.RESTRICTED, code, WORDS_OF_STATUS[status])
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
    if page.empty:
        reason = (
            "The server answers with an empty page; whether there is more to it nobody can say from here."
        )
        return Look(LinkStatus.BLOCKED, "empty-page", reason)
    look = judge_words(page) if page.html else None
    place = None if look else _judge_place(page)
    # A market for names that bears the asked one says more than that it lies elsewhere.
    if look is None and (place is None or leads_to_market(page)):
        hint = rules.first(page, _HINTS)
        if hint is not None:
            return suspect(_HINTS[hint.kind])
    look = look or place
    return look or _judge_text(page)


def _judge_place(page: Page) -> Look | None:
    """Where a redirect led to."""
    forward = page.forwards_to if page.html else None
    if forward and is_home(forward) and not is_home(page.asked):
        return suspect(Suspicion.HOME)
    if not page.redirected or is_home(page.asked) or same_address(page.asked, page.final):
        return None
    if is_home(page.final):
        return suspect(Suspicion.HOME)
    away = off_path(page.asked, page.final) or to_search(page.asked, page.final)
    if away and not is_lasting(page.asked):
        return suspect(Suspicion.OFF_PATH)
    return None


def _judge_text(page: Page) -> Look:
    """Whether there is anything to read."""
    if page.html and is_general(page.title) and not is_home(page.asked) and not _promised(page):
        return suspect(Suspicion.GENERAL)
    if page.html and page.scripted:
        reason = "The page answers; only scripts fill it, so that its text cannot be read."
        return Look(LinkStatus.OK, "script-shell", reason)
    if page.html and not page.capture.truncated and page.words < EMPTY_WORDS and _says_nothing(page):
        return suspect(Suspicion.THIN)
    if page.html and page.words <= BARE_WORDS and _in_unknown_language(page) and not page.signed:
        return suspect(Suspicion.FOREIGN)
    if page.html and page.words <= MOST_WORDS and _is_nameless(page):
        return suspect(Suspicion.NAMELESS)
    return Look(LinkStatus.OK, "ok", "The page answers and nothing speaks against it.")


def _is_nameless(page: Page) -> bool:
    """Whether nothing on the page has to do with what was asked for, and words of "not there" occur. Few
    words alone are no reason to ask a site twice."""
    if page.signed or page.promised or page.capture.truncated:
        return False
    if page.words <= BARE_WORDS:
        return any(map(hints_missing, page.lines))
    # Below the statement stand the headlines of the day.
    return page.distinct <= THIN_WORDS and any(
        hints_missing(line) and speaks_of_request(line) for line in page.lines
    )


def _promised(page: Page) -> bool:
    """Whether address or citation call the page what it calls itself: `/news/`, `/search`."""
    named = f"{page.asked} {page.cited}".casefold()
    return any(word in named for word in key_of(page.title).split())


def _in_unknown_language(page: Page) -> bool:
    """Whether the page names a language whose error pages cannot be told by their words."""
    return bool(page.language) and not has_words_of(page.language)


def _says_nothing(page: Page) -> bool:
    """Whether there is no word to read, or few and they are kept from search engines. Few words alone are no
    reason to ask a site twice."""
    return not page.title and (page.words == 0 or page.hidden)


def checked_of(outcome: Outcome) -> int | None:
    """HTTP status of an answer, `None` without one."""
    return outcome.status if isinstance(outcome, Capture) else None
