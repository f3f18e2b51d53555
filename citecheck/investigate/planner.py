"""The ladder, from a link's case and all evidence to the next questions or the answer.

Candidates in order; a second look and the archive, at the same time, when none answers well; captures
beside the living page when a quotation is missing on it; addresses that begin alike for one that breaks off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from citecheck.investigate.addresses import scheme_of, with_fragment_of
from citecheck.investigate.archived import Found, look_up, not_asked
from citecheck.investigate.described import borne_out
from citecheck.investigate.drift import confirmed_by, drift
from citecheck.investigate.evidence import Evidence, Waiting, together
from citecheck.investigate.further import read_on
from citecheck.investigate.live import Answer, askable, first_looks, printed, second_look
from citecheck.investigate.moved import judge_move
from citecheck.investigate.page import Page
from citecheck.investigate.printed import check_printed_copy, unwrap
from citecheck.investigate.recovery import breaks_off, recover, wants_recovery
from citecheck.model import (
    ArchiveCheck,
    ArchiveState,
    Ask,
    Capture,
    Case,
    Failure,
    FailureKind,
    Fetch,
    LinkCheck,
    LinkStatus,
    Metadata,
    Outcome,
    Seen,
    Suggestion,
)

LACKING = (ArchiveState.NEVER_ARCHIVED, ArchiveState.ARCHIVED_NOT_OK)
"""What the archive says when another reading of the address is worth a question."""
UNASKED, NOT_NEEDED = ArchiveCheck(), ArchiveCheck(reason="The page is there; the archive was not asked.")
PRIVATE = (LinkStatus.REFUSED, LinkStatus.INVALID)
"""Statuses for which no archive is asked: the address is none, or none of the public's."""


OURS = (
    FailureKind.FORBIDDEN,
    FailureKind.INVALID,
    FailureKind.BUDGET,
    FailureKind.NOT_RECORDED,
    FailureKind.OFFLINE,
)
"""Failures that are decisions of our own."""


def next_step(case: Case, seen: Mapping[Ask, Seen | bool]) -> tuple[Ask, ...] | LinkCheck:
    """What to ask now, or what became of the link.

    Deterministic and pure. `seen` holds all answers so far, of other links too; every question returned is
    missing in it, and all of them may run at the same time. Called again whenever evidence arrives.
    """
    try:
        return investigate(case, Evidence(seen))
    except Waiting as waiting:
        return waiting.asks


def investigate(case: Case, evidence: Evidence) -> LinkCheck:
    """The answer; raises `Waiting` while evidence is missing."""
    urls = askable(case)
    if not urls:
        return _unusable(case)
    copy = unwrap(urls[0])
    if copy is not None:
        return check_printed_copy(copy, case, evidence, check_address)
    return check_address(case, evidence)


def _unusable(case: Case) -> LinkCheck:
    if not case.candidates:
        return LinkCheck("", LinkStatus.INVALID, "no-url", "There is no address in it, even after repair.")
    url = case.candidates[0]
    scheme = scheme_of(url)
    if scheme and scheme not in ("http", "https"):
        reason = f"Addresses of the kind “{scheme}:” are not fetched."
        return LinkCheck(url, LinkStatus.INVALID, "scheme", reason)
    return LinkCheck(url, LinkStatus.INVALID, "invalid-url", "It is not an address, even after repair.")


def check_address(case: Case, evidence: Evidence) -> LinkCheck:
    """The answer about an address that is no printed archive link."""
    urls = askable(case)
    live = [url for url in urls if printed(url, case)]
    first = first_looks(case, live, evidence)
    if first is not None and first.look.good:
        return _living(case, first, evidence)
    if first is not None and first.look.status in PRIVATE:
        return _check(first)
    ordered = _ordered(urls, first)
    answer, (chosen, found) = _at_once(case, first, ordered, evidence)
    if answer is not None and answer.look.good:
        return _living(case, answer, evidence)
    if answer is not None and chosen != answer.url and chosen in live and found.held:
        answer = _second_of(case, chosen, evidence)
        if answer.look.good:
            return _living(case, answer, evidence)
    return _dead(case, answer, chosen, found, evidence)


def _ordered(urls: tuple[str, ...], first: Answer | None) -> tuple[str, ...]:
    """The candidates for the archive: the one that speaks for the link first."""
    return tuple(dict.fromkeys((first.url, *urls))) if first else urls


def _at_once(
    case: Case, first: Answer | None, urls: tuple[str, ...], evidence: Evidence
) -> tuple[Answer | None, tuple[str, Found]]:
    """Second look and archive at the same time: a second look waits long enough for both."""
    if first is None:
        return None, _archive(case, urls, evidence)
    parts = (partial(second_look, first, case, evidence), partial(_archive, case, urls, evidence))
    looked, archived = together(*parts)
    assert isinstance(looked, Answer)
    assert isinstance(archived, tuple)
    return looked, archived


def _archive(case: Case, urls: tuple[str, ...], evidence: Evidence) -> tuple[str, Found]:
    """The first candidate that the archive holds, else what it said of the first one."""
    said: Found | None = None
    for url in urls:
        found = look_up(url, case, evidence)
        if found.held:
            return url, found
        said = said or found
        if found.check.state not in LACKING:
            break
    return urls[0], said or not_asked("There is no address to ask for.")


def _second_of(case: Case, url: str, evidence: Evidence) -> Answer:
    first = first_looks(case, [url], evidence)
    assert first is not None
    return second_look(first, case, evidence)


def _living(case: Case, answer: Answer, evidence: Evidence) -> LinkCheck:
    """A page that answers: moved or not, drifted or not, where its quotations may stand."""
    capture = answer.seen.outcome
    assert isinstance(capture, Capture)
    title = Page(answer.url, capture, answer.seen).title
    look, target = judge_move(answer.look, capture, title, case.title)
    target = with_fragment_of(answer.url, target) if target else None
    answer = answer if look is answer.look else replace(answer, look=look)
    if not look.status.living:
        return _dead(case, answer, answer.url, look_up(answer.url, case, evidence), evidence)
    missing = _missing(case, answer, evidence)
    further, found_there = read_on(case, answer, evidence) if missing else ((), False)
    missing = missing and not found_there
    suggestion = _chosen(case, answer)
    if target is not None:
        suggestion = Suggestion(target, "moved", _confirm(case, answer.seen))
    check = _check(answer)
    check = replace(
        check,
        final_url=target or check.final_url,
        suggestion=suggestion,
        pages=_pages(answer, None, further),
        borne_out=borne_out(case.author, case.year, answer.seen.page),
    )
    if case.drift or missing:
        found = look_up(answer.url, case, evidence, living=answer.seen.page)
        whole = found.copies and not capture.truncated
        drifted = drift(answer.seen.page, found.copies[0].seen.page) if whole else None
        check = replace(check, archive=found.check, drifted=drifted, pages=_pages(answer, found, further))
    if breaks_off(case) and (missing or _confirm(case, answer.seen) is None):
        recovered = recover(case, answer.url, evidence)
        if recovered is not None:
            return replace(check, suggestion=recovered.suggestion, pages=check.pages + recovered.pages)
    return check


def _missing(case: Case, answer: Answer, evidence: Evidence) -> bool:
    """Whether a quotation is known to be missing on the living page."""
    capture = answer.seen.outcome
    if answer.seen.page is None or answer.look.code == "script-shell":
        return False
    if isinstance(capture, Capture) and capture.truncated:
        return False
    return not all(evidence.holds(case.quotations, answer.fetch))


def _chosen(case: Case, answer: Answer) -> Suggestion | None:
    """What chose a candidate that is not the first one: it answers where the others do not."""
    if answer.url == case.candidates[0]:
        return None
    return Suggestion(answer.url, "candidate", _confirm(case, answer.seen))


def _confirm(case: Case, seen: Seen) -> str | None:
    return confirmed_by(case.title, case.quotations, seen.page)


def _dead(case: Case, answer: Answer | None, chosen: str, found: Found, evidence: Evidence) -> LinkCheck:
    """No candidate answers well: what the archive holds, and which address it speaks for."""
    check = _check(answer) if answer is not None else _not_asked_live(case)
    suggestion = None
    if found.held and chosen != case.candidates[0]:
        suggestion = Suggestion(chosen, "candidate", _confirm(case, found.copies[0].seen))
    pages = _pages(answer, found)
    archive = found.check
    if not found.held and wants_recovery(case):
        recovered = recover(case, check.url, evidence)
        if recovered is not None:
            suggestion, pages = recovered.suggestion, pages + recovered.pages
            archive = recovered.archive or archive
    return replace(check, archive=archive, suggestion=suggestion, pages=pages)


def _not_asked_live(case: Case) -> LinkCheck:
    reason = (
        "No note prints the host of the repaired address; a stranger's site is not asked, the archive is."
    )
    return LinkCheck(askable(case)[0], LinkStatus.NOT_CHECKED, "host-not-printed", reason)


def _pages(answer: Answer | None, found: Found | None, further: tuple[Fetch, ...] = ()) -> tuple[Fetch, ...]:
    """Where to look for words: the living page and what it leads to, captures, and last what a pay-wall lets
    through."""
    copies = tuple(copy.fetch for copy in found.copies) if found else ()
    if answer is None or answer.seen.page is None:
        return copies
    if answer.look.status.living:
        return (answer.fetch, *further, *copies)
    return (*copies, answer.fetch) if answer.look.status is LinkStatus.RESTRICTED else copies


def _check(answer: Answer) -> LinkCheck:
    """The answer so far, without the archive."""
    outcome, look = answer.seen.outcome, answer.look
    capture = outcome if isinstance(outcome, Capture) else None
    return LinkCheck(
        answer.url,
        look.status,
        look.code,
        _reason(answer),
        http_status=capture.status if capture else None,
        final_url=_final(answer.url, capture.final_url) if capture else None,
        hops=outcome.hops,
        title=answer.seen.page.metadata.title if answer.seen.page else None,
        checked=None if _never_asked(outcome) else outcome.when,
        attempts=answer.attempts,
        archive=NOT_NEEDED if look.status.living else UNASKED,
        truncated=capture.truncated if capture else False,
        tls_fault=capture.tls_fault if capture else None,
        metadata=answer.seen.page.metadata if answer.seen.page else Metadata(),
    )


def _final(url: str, reached: str) -> str:
    """Where the page was found, with the part that was cited; of equal strings a book keeps one."""
    final = with_fragment_of(url, reached)
    return url if final == url else final


def _never_asked(outcome: Outcome) -> bool:
    """Whether we decided without an answer: that has no date, and a replay decides it anew."""
    return isinstance(outcome, Failure) and outcome.kind in OURS


def _reason(answer: Answer) -> str:
    outcome, reason = answer.seen.outcome, answer.look.reason
    if isinstance(outcome, Capture) and outcome.tls_fault:
        reason = f"{reason[:-1]}; its certificate is faulty ({outcome.tls_fault})."
    return reason
