"""Archive links that a note prints: taken apart, so that the original and the copy are both judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from citecheck.investigate.addresses import bare_host, host_of, split
from citecheck.investigate.answers import judge
from citecheck.investigate.archived import read_copy
from citecheck.investigate.archives import wayback
from citecheck.investigate.archives.wayback import Answer
from citecheck.investigate.captures import days_apart
from citecheck.investigate.evidence import Evidence, together
from citecheck.investigate.lasting import national_archives
from citecheck.model import (
    ArchiveCheck,
    ArchiveState,
    Capture,
    Case,
    Fetch,
    LinkCheck,
    LinkStatus,
    Purpose,
    Seen,
)
from citecheck.redaction import has_secret

WAYBACK_HOSTS = frozenset({"web.archive.org", "wayback.archive.org", "web-beta.archive.org", "archive.org"})
ARQUIVO = "arquivo.pt"
PERMA = "perma.cc"
ARCHIVE_TODAY = frozenset(f"archive.{ending}" for ending in ("today", "is", "ph", "fo", "li", "md", "vn"))
"""One service under many names. English Wikipedia has deprecated it (2026-02-20): its pages attacked a third
party and captures were altered. It is never asked and never proposed."""

Check = Callable[[Case, Evidence], LinkCheck]


@dataclass(frozen=True, slots=True)
class PrintedCopy:
    """An archive link taken apart."""

    url: str
    archive: str
    """`wayback`, `arquivo`, `perma`, `archive.today`, or `other` for national archives."""
    original: str | None = None
    """`None` where the link does not hold it."""
    timestamp: str = ""
    at: str = ""
    """Where the copy itself is, if the link is one of a copy of it."""

    @property
    def raw_url(self) -> str:
        """Where the bytes as captured are fetched from."""
        if self.archive == "arquivo":
            return f"https://{ARQUIVO}/wayback/{self.timestamp}id_/{self.original}"
        if self.archive in ("perma", "other"):
            return self.at or self.url
        return wayback.replay_url(self.original or "", self.timestamp or wayback.NEWEST)


def unwrap(url: str) -> PrintedCopy | None:
    """The parts of an archive link, `None` for any other address. Of a copy of a copy the inner one counts:
    what it shows is what was seen."""
    copy = _outer(url)
    inner = unwrap(copy.original) if copy is not None and copy.original else None
    return (
        copy if inner is None or inner.original is None else replace(inner, url=url, at=inner.at or inner.url)
    )


def _outer(url: str) -> PrintedCopy | None:
    host = bare_host(host_of(url))
    if host in ARCHIVE_TODAY:
        place = _after_stamp(url)
        return PrintedCopy(url, "archive.today", place[1] if place else None, place[0] if place else "")
    if host == PERMA:
        return PrintedCopy(url, "perma")
    if host in national_archives():
        place = _after_stamp(url)
        return PrintedCopy(url, "other", place[1], place[0]) if place and place[0] else None
    if host not in WAYBACK_HOSTS and host != ARQUIVO:
        return None
    place = wayback.parse_replay_url(url)
    if place is None and (bare := _after_stamp(url)) and len(bare[0]) == len(wayback.NEWEST):
        place = bare
    if place is None or split(place[1]) is None:
        return None
    return PrintedCopy(url, "arquivo" if host == ARQUIVO else "wayback", place[1], place[0])


def _after_stamp(url: str) -> tuple[str, str] | None:
    """Timestamp and original of `archive.today/2014…/http://…`, `None` for its short form."""
    parts = split(url)
    for scheme in ("http:/", "https:/"):
        at = url.find(scheme, len(scheme) + 2)
        if parts is not None and at > 0:
            stamp = "".join(char for char in url[:at].rpartition("/")[0].rpartition("/")[2] if char.isdigit())
            original = url[at:] if "://" in url[at : at + 8] else url[at:].replace(":/", "://", 1)
            return (stamp, original) if split(original) else None
    return None


def check_printed_copy(copy: PrintedCopy, case: Case, evidence: Evidence, check: Check) -> LinkCheck:
    """The answer about a printed archive link: the copy decides, the original is told beside it."""
    original = _case_of_original(copy, case)
    if has_secret(copy.url) and original is not None:
        return replace(check(original, evidence), url=copy.url)
    if copy.archive == "archive.today":
        return _of_archive_today(copy, original, evidence, check)
    fetch = Fetch(copy.raw_url, Purpose.REPLAY, bool(case.quotations))
    if original is None:
        return _of_copy_alone(copy, fetch, evidence.fetch(fetch))
    if copy.archive == "other":
        return _of_other_archive(copy, fetch, original, evidence, check)
    alone = replace(original, archive="none")
    seen, beside = together(lambda: evidence.fetch(fetch), lambda: check(alone, evidence))
    assert isinstance(seen, Seen)
    assert isinstance(beside, LinkCheck)
    if read_copy(wayback, copy.original or "", fetch, seen) is None and not beside.status.living:
        beside = check(original, evidence)
    return _of_copy(copy, case, fetch, seen, beside)


def _case_of_original(copy: PrintedCopy, case: Case) -> Case | None:
    """The original as a link of its own. The note prints its host, inside the archive's address, and the day
    on which the page was as cited."""
    if copy.original is None:
        return None
    hosts = case.printed_hosts | {host_of(copy.original)}
    seen_on = wayback.parse_timestamp(copy.timestamp)
    wanted = case.wanted or (seen_on.date() if seen_on else None)
    return replace(case, candidates=(copy.original,), printed_hosts=hosts, wanted=wanted)


def _of_archive_today(
    copy: PrintedCopy, original: Case | None, evidence: Evidence, check: Check
) -> LinkCheck:
    flagged = "The link leads to archive.today, which is neither asked nor recommended"
    if original is None:
        reason = f"{flagged}; it does not say which page it is of."
        return LinkCheck(copy.url, LinkStatus.NOT_CHECKED, "archive-today", reason)
    beside = check(original, evidence)
    reason = f"{flagged}; of the original page: {_lower(beside.reason)}"
    return replace(beside, url=copy.url, code="archive-today", reason=reason)


def _of_copy_alone(copy: PrintedCopy, fetch: Fetch, seen: Seen) -> LinkCheck:
    """A copy whose link does not say what it is of (Perma.cc)."""
    look = judge(copy.url, seen)
    outcome = seen.outcome
    check = LinkCheck(copy.url, look.status, look.code, look.reason, checked=outcome.when)
    check = replace(check, attempts=outcome.attempts, hops=outcome.hops)
    if isinstance(outcome, Capture):
        check = replace(check, http_status=outcome.status, final_url=outcome.final_url)
    if look.status is not LinkStatus.OK:
        return check
    held = ArchiveCheck(ArchiveState.ARCHIVED, copy.url, reason="The note itself cites a copy.")
    return replace(check, archive=held, pages=(fetch,), title=_title(seen))


def _of_other_archive(
    copy: PrintedCopy, fetch: Fetch, original: Case, evidence: Evidence, check: Check
) -> LinkCheck:
    """A copy in an archive whose answers are read like any page's: not all of them say what a capture is."""
    alone = replace(original, archive="none")
    seen, beside = together(lambda: evidence.fetch(fetch), lambda: check(alone, evidence))
    assert isinstance(seen, Seen)
    assert isinstance(beside, LinkCheck)
    held = _of_copy_alone(copy, fetch, seen)
    if held.status is LinkStatus.OK:
        when = wayback.parse_timestamp(copy.timestamp)
        days = days_apart(when, original.wanted) if when else None
        archive = replace(held.archive, datetime=when, days_from_citation=days)
        reason = f"The archived copy cited is there; of the original: {_lower(beside.reason)}"
        pages = (fetch, *beside.pages)
        return replace(held, code="archived-copy", reason=reason, archive=archive, pages=pages)
    if not beside.status.living:
        beside = check(original, evidence)
    reason = f"The archived copy cited does not answer well ({_lower(held.reason)[:-1]}); "
    reason += f"of the original: {_lower(beside.reason)}"
    base = replace(beside, url=copy.url, suggestion=None)
    dead = held.status in (LinkStatus.GONE, LinkStatus.SOFT_404, LinkStatus.PARKED)
    code = "copy-gone" if dead else "copy-no-answer"
    return _lost(base, beside, code, reason, LinkStatus.GONE if dead else LinkStatus.UNREACHABLE)


def _of_copy(copy: PrintedCopy, case: Case, fetch: Fetch, seen: Seen, beside: LinkCheck) -> LinkCheck:
    outcome = seen.outcome
    told = f"of the original: {_lower(beside.reason)}"
    if isinstance(outcome, Capture):
        base = replace(beside, url=copy.url, http_status=outcome.status, final_url=outcome.final_url)
        base = replace(base, hops=outcome.hops, checked=outcome.when, suggestion=None)
    else:
        base = replace(beside, url=copy.url, suggestion=None)
    shown = read_copy(wayback, copy.original or "", fetch, seen)
    if shown is not None:
        held = ArchiveCheck(ArchiveState.ARCHIVED, copy.url, shown.when, days_apart(shown.when, case.wanted))
        pages = (fetch, *(page for page in beside.pages if page != fetch))
        reason = f"The archived copy cited is there; {told}"
        ok = replace(base, status=LinkStatus.OK, code="archived-copy", reason=reason, archive=held)
        return replace(ok, title=_title(seen), pages=pages)
    answer, said = wayback.read_replay(outcome)
    if answer is Answer.MEMENTO:
        reason = f"The archived copy cited shows an error or another page; {told}"
        return _lost(base, beside, "copy-not-ok", reason, LinkStatus.GONE)
    if answer is Answer.NEVER:
        return _lost(base, beside, "copy-gone", f"The archive holds no such copy; {told}", LinkStatus.GONE)
    if answer is Answer.EXCLUDED:
        return _lost(base, beside, "copy-excluded", f"{said} Beside it, {told}", LinkStatus.BLOCKED)
    status = LinkStatus.NOT_CHECKED if answer is Answer.NOT_ASKED else LinkStatus.UNREACHABLE
    return _lost(base, beside, "copy-no-answer", f"{said} Beside it, {told}", status)


def _lost(base: LinkCheck, beside: LinkCheck, code: str, reason: str, status: LinkStatus) -> LinkCheck:
    """A copy that is not to be had. The living original keeps the link from being called dead."""
    if beside.status.living:
        return replace(base, status=LinkStatus.OK, code=code, reason=reason, title=beside.title)
    if beside.status is not LinkStatus.GONE and status is LinkStatus.GONE:
        status = LinkStatus.UNREACHABLE if beside.status is LinkStatus.NOT_CHECKED else beside.status
    return replace(base, status=status, code=code, reason=reason)


def _title(seen: Seen) -> str | None:
    return seen.page.metadata.title if seen.page else None


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
