"""The living web: candidates in order, a second look before bad news, a sibling address on suspicion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from citecheck.investigate.addresses import bare_host, host_of, split, without_fragment
from citecheck.investigate.answers import GONE, judge
from citecheck.investigate.evidence import Evidence
from citecheck.investigate.look import Look, Suspicion
from citecheck.investigate.made_up import sibling_of
from citecheck.investigate.page import Page
from citecheck.investigate.siblings import settle
from citecheck.model import Capture, Case, Failure, FailureKind, Fetch, LinkStatus, Purpose, Seen

MOST_CANDIDATES = 3
"""Candidates of one link that are asked at all (contract 3)."""
_HOST_DOWN = (FailureKind.DNS, FailureKind.REFUSED)
_BETTER_FIRST = (
    (LinkStatus.OK, LinkStatus.MOVED),
    (LinkStatus.BLOCKED, LinkStatus.RESTRICTED),
    (LinkStatus.GONE, LinkStatus.SOFT_404, LinkStatus.PARKED),
    (LinkStatus.NOT_CHECKED,),
    (LinkStatus.UNREACHABLE,),
    (LinkStatus.REFUSED, LinkStatus.INVALID),
)
"""Which of several bad answers speaks for the link: who cannot say outranks who says no."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A candidate with what was learned of it."""

    url: str
    fetch: Fetch
    """The question whose answer counts."""
    seen: Seen
    look: Look
    attempts: int


def askable(case: Case) -> tuple[str, ...]:
    """The candidates that may be asked at all, best first."""
    return tuple(dict.fromkeys(url for url in case.candidates if split(url)))[:MOST_CANDIDATES]


def printed(url: str, case: Case) -> bool:
    """Whether some note prints the candidate's host; `www.` in front does not make another site."""
    return bare_host(host_of(url)) in _bare(case.printed_hosts)


@lru_cache(maxsize=8)
def _bare(hosts: frozenset[str]) -> frozenset[str]:
    """Shared by all links of a manuscript: a book prints a thousand hosts and asks this at every step."""
    return frozenset(map(bare_host, hosts))


def live_fetch(url: str, case: Case, purpose: Purpose = Purpose.LIVE) -> Fetch:
    """The question for the page at `url`; the same for every link that asks it."""
    return Fetch(without_fragment(url), purpose, bool(case.quotations))


def first_looks(case: Case, urls: Sequence[str], evidence: Evidence) -> Answer | None:
    """One look at each candidate until one answers well; else the one whose answer says most."""
    answers: list[Answer] = []
    for url in urls:
        if any(_same_dark_host(answer, url) for answer in answers):
            continue
        answer = look_at(url, case, evidence)
        if answer.look.good:
            return answer
        answers.append(answer)
    said = min(answers, key=lambda answer: _rank(answer.look.status), default=None)
    if said is not None and said.look.status.dead:
        # A better reading that nobody could ask is not dead because a lesser one is.
        better = answers[: answers.index(said)]
        unsettled = (a for a in better if a.look.status is LinkStatus.UNREACHABLE and not _host_down(a))
        said = next(unsettled, said)
    return said


def _same_dark_host(answer: Answer, url: str) -> bool:
    return _host_down(answer) and host_of(answer.url) == host_of(url)


def _host_down(answer: Answer) -> bool:
    """Whether there is no such host, or nothing that listens there."""
    outcome = answer.seen.outcome
    return isinstance(outcome, Failure) and outcome.kind in _HOST_DOWN and not outcome.hops


def _rank(status: LinkStatus) -> int:
    return next(rank for rank, statuses in enumerate(_BETTER_FIRST) if status in statuses)


def look_at(url: str, case: Case, evidence: Evidence) -> Answer:
    """The first look at `url`, suspicions settled."""
    fetch = live_fetch(url, case)
    seen = evidence.fetch(fetch)
    look = _settled(url, seen, judge(url, seen, case.title), case, evidence)
    return Answer(url, fetch, seen, look, seen.outcome.attempts)


def _settled(url: str, seen: Seen, look: Look, case: Case, evidence: Evidence) -> Look:
    if look.suspicion is None or not isinstance(seen.outcome, Capture):
        return look
    address = sibling_of(without_fragment(url), deep=look.suspicion is Suspicion.NAMELESS)
    sibling = evidence.fetch(Fetch(address, Purpose.SIBLING)) if address else None
    return settle(look, Page(url, seen.outcome, seen, case.title), sibling)


def second_look(answer: Answer, case: Case, evidence: Evidence) -> Answer:
    """Bad news seen again over a fresh connection; good news and walls as they are."""
    if not answer.look.again:
        return answer
    fetch = live_fetch(answer.url, case, Purpose.SECOND_LOOK)
    seen = evidence.fetch(fetch)
    look = _settled(answer.url, seen, judge(answer.url, seen, case.title), case, evidence)
    attempts = answer.attempts + seen.outcome.attempts
    look = _both(answer, look, seen)
    if look.status is LinkStatus.NOT_CHECKED:
        return replace(answer, look=look)  # what was seen stays, though it settles nothing
    return Answer(answer.url, fetch, seen, look, attempts)


def _both(first: Answer, again: Look, seen: Seen) -> Look:
    """What two looks amount to."""
    if again.status is LinkStatus.NOT_CHECKED:
        reason = f"{first.look.reason[:-1]}; no second look was taken: {_lower(again.reason)}"
        return replace(again, reason=reason)
    if not again.again:
        return again
    if first.look.code == again.code:
        return replace(again, reason=f"{again.reason[:-1]}, twice.")
    if {first.look.status, again.status} == {LinkStatus.GONE}:
        statuses = " and ".join(str(status) for status in GONE)
        return replace(again, reason=f"The server says that the page is not there ({statuses}).")
    if again.status is LinkStatus.GONE:
        again = first.look
    reason = f"Two looks, two answers: {_lower(first.look.reason)[:-1]}; then {_said(seen)}."
    return replace(again, status=LinkStatus.UNREACHABLE, reason=reason)


def _said(seen: Seen) -> str:
    outcome = seen.outcome
    return f"status {outcome.status}" if isinstance(outcome, Capture) else outcome.kind.value


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
