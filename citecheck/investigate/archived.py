"""What the archive holds of an address: replay first, the index second, neighbours for missing words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from types import ModuleType

from citecheck.investigate.addresses import is_home
from citecheck.investigate.answers import judge
from citecheck.investigate.archives import ARCHIVES
from citecheck.investigate.archives.wayback import Answer, Index, Row
from citecheck.investigate.captures import GOOD, days_apart, neighbours, ranked, right_type
from citecheck.investigate.drift import text_ratio
from citecheck.investigate.evidence import Evidence
from citecheck.model import (
    ArchiveCheck,
    ArchiveState,
    Capture,
    Case,
    Failure,
    FailureKind,
    Fetch,
    LinkStatus,
    Outcome,
    Purpose,
    Seen,
    Text,
)
from citecheck.redaction import has_secret

MOST_REPLAYS = 3
"""Captures fetched from one index answer before giving up."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A capture that shows the page."""

    fetch: Fetch
    seen: Seen
    original: str
    timestamp: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What an archive said of one address."""

    check: ArchiveCheck
    copies: tuple[Copy, ...] = ()
    """Best first."""

    @property
    def held(self) -> bool:
        return self.check.state is ArchiveState.ARCHIVED


def not_asked(reason: str) -> Found:
    """Nothing, and why nobody asked."""
    return Found(ArchiveCheck(ArchiveState.NOT_ASKED, reason=reason))


def look_up(
    url: str, case: Case, evidence: Evidence, *, deep: bool = True, living: Text | None = None
) -> Found:
    """The capture of `url` nearest the date wanted. `deep`: look into its neighbours too where it lacks a
    quotation, and ask the index where replay gives nothing good. `living`: the page as it is today, known to
    lack one."""
    archive = ARCHIVES.get(case.archive)
    if archive is None:
        return not_asked("No archive is asked in this run.")
    if has_secret(url):
        return not_asked("The address holds a secret and is shown to no archive.")
    fetch = Fetch(
        archive.replay_url(url, archive.timestamp_for(case.wanted)), Purpose.REPLAY, bool(case.quotations)
    )
    seen = evidence.fetch(fetch)
    answer, reason = archive.read_replay(seen.outcome)
    if answer is Answer.SILENT and _looped(seen.outcome):
        answer = Answer.MEMENTO
    if answer is Answer.NEVER:
        return Found(ArchiveCheck(ArchiveState.NEVER_ARCHIVED, reason=reason))
    if answer is Answer.EXCLUDED:
        return Found(ArchiveCheck(ArchiveState.EXCLUDED, reason=reason))
    if answer is not Answer.MEMENTO and not (deep and _not_recorded(seen.outcome)):
        return _without(answer, reason)
    copy = read_copy(archive, url, fetch, seen)
    if copy is None:
        return _from_index(archive, url, case, evidence, answer, reason) if deep else _only_bad()
    others = _neighbours_with(archive, url, copy, case, evidence, living) if deep else ()
    return _found(archive, copy, case, others)


def _without(answer: Answer, reason: str) -> Found:
    state = ArchiveState.NOT_ASKED if answer is Answer.NOT_ASKED else ArchiveState.NO_ANSWER
    return Found(ArchiveCheck(state, reason=reason))


def _looped(outcome: Outcome) -> bool:
    """A circle inside the archive is one that was captured: the archive did answer."""
    return isinstance(outcome, Failure) and outcome.kind is FailureKind.REDIRECT_LOOP


def _not_recorded(outcome: Outcome) -> bool:
    """A recording made with another date holds the index without this replay."""
    return isinstance(outcome, Failure) and outcome.kind is FailureKind.NOT_RECORDED


def _only_bad() -> Found:
    reason = "The archive holds copies, but only of errors, redirects or other pages in its place."
    return Found(ArchiveCheck(ArchiveState.ARCHIVED_NOT_OK, reason=reason))


def read_copy(archive: ModuleType, url: str, fetch: Fetch, seen: Seen) -> Copy | None:
    """The capture that was fetched, `None` where it shows an error or another page instead of `url`."""
    outcome = seen.outcome
    if not isinstance(outcome, Capture) or outcome.header("memento-datetime") is None:
        return None
    place = archive.parse_replay_url(outcome.final_url) or archive.parse_replay_url(fetch.url)
    if place is None or outcome.status not in GOOD:
        return None
    timestamp, original = place
    when = _memento_time(outcome) or archive.parse_timestamp(timestamp)
    if when is None or (is_home(original) and not is_home(url)) or not right_type(url, outcome.media_type):
        return None
    shown = replace(outcome, url=original, final_url=original, hops=())
    look = judge(original, Seen(shown, seen.page, seen.unreadable))
    if look.status not in (LinkStatus.OK, LinkStatus.RESTRICTED):
        return None
    return Copy(fetch, seen, original, when.strftime("%Y%m%d%H%M%S"), when)


def _memento_time(capture: Capture) -> datetime | None:
    try:
        return parsedate_to_datetime(capture.header("memento-datetime") or "")
    except ValueError:
        return None


def _found(archive: ModuleType, copy: Copy, case: Case, others: Sequence[Copy] = ()) -> Found:
    check = ArchiveCheck(
        ArchiveState.ARCHIVED,
        archive.people_url(copy.original, copy.timestamp),
        copy.when,
        days_apart(copy.when, case.wanted),
    )
    return Found(check, (copy, *others))


def _from_index(
    archive: ModuleType, url: str, case: Case, evidence: Evidence, answer: Answer, reason: str
) -> Found:
    """Replay gave nothing good: the best rows of the index around the date, then those at any time."""
    index = _ask_index(archive.index_url(url, case.wanted), archive, evidence)
    if index.answer is Answer.EXCLUDED:
        return Found(ArchiveCheck(ArchiveState.EXCLUDED, reason=index.reason))
    bad: set[str] = set()
    copy = _first_good(archive, index.rows, url, case, evidence, bad)
    if copy is None and case.wanted is not None:
        wide = _ask_index(archive.nearest_url(url, case.wanted), archive, evidence)
        if index.answer is not Answer.SILENT and wide.answer in (Answer.MEMENTO, Answer.NEVER):
            copy = _first_good(archive, wide.rows, url, case, evidence, bad)
            index = Index(Answer.MEMENTO if index.rows or wide.rows else Answer.NEVER, index.rows + wide.rows)
        elif index.answer is Answer.MEMENTO and wide.answer is Answer.SILENT:
            index = replace(wide, rows=index.rows)
    if copy is not None:
        return _found(archive, copy, case)
    if index.answer in (Answer.SILENT, Answer.NOT_ASKED):
        if answer is Answer.NOT_ASKED:
            return _without(index.answer, index.reason or reason)
        said = "The copy nearest the date shows an error or another page; of the others nothing is known: "
        return _without(index.answer, said + index.reason[:1].lower() + index.reason[1:])
    if answer is Answer.MEMENTO or index.rows:
        return _only_bad()
    return Found(ArchiveCheck(ArchiveState.NEVER_ARCHIVED, reason="The archive holds no copy."))


def _first_good(
    archive: ModuleType, rows: Sequence[Row], url: str, case: Case, evidence: Evidence, bad: set[str]
) -> Copy | None:
    """The best row whose capture shows the page. `bad`: the bytes that are known not to, and the captures."""
    left = MOST_REPLAYS
    for row in ranked(rows, url, case.wanted):
        if left and not bad & {row.digest or row.timestamp, row.timestamp}:
            left -= 1
            copy = _replay(archive, row, url, case, evidence)
            if copy is not None:
                return copy
            bad |= {row.digest or row.timestamp, row.timestamp}
    return None


def _ask_index(url: str, archive: ModuleType, evidence: Evidence) -> Index:
    index: Index = archive.read_index(evidence.fetch(Fetch(url, Purpose.INDEX)).outcome)
    return index


def _replay(archive: ModuleType, row: Row, url: str, case: Case, evidence: Evidence) -> Copy | None:
    fetch = Fetch(archive.replay_url(row.original, row.timestamp), Purpose.REPLAY, bool(case.quotations))
    return read_copy(archive, url, fetch, evidence.fetch(fetch))


def _neighbours_with(
    archive: ModuleType, url: str, copy: Copy, case: Case, evidence: Evidence, living: Text | None
) -> tuple[Copy, ...]:
    """Versions beside the capture nearest the date that hold a quotation which it lacks."""
    missing = lacking(case.quotations, copy, evidence)
    if not missing or _unchanged(living, copy.seen.page):
        return ()
    index = _ask_index(archive.index_url(url, case.wanted), archive, evidence)
    others: list[Copy] = []
    for row in neighbours(index.rows, copy.when, url, case.wanted):
        other = _replay(archive, row, url, case, evidence)
        if other is None:
            continue
        still = lacking(missing, other, evidence)
        if len(still) < len(missing):
            others.append(other)
            missing = still
        if not missing:
            break
    return tuple(others)


UNCHANGED = 0.8
"""Share of common text from which a page has hardly changed since, so that no version between will differ."""


def _unchanged(living: Text | None, captured: Text | None) -> bool:
    if living is None or captured is None:
        return False
    return text_ratio(living.content, captured.content) >= UNCHANGED


def lacking(quotations: tuple[str, ...], copy: Copy, evidence: Evidence) -> tuple[str, ...]:
    """The quotations that the capture is known to lack."""
    if copy.seen.page is None:
        return ()
    held = evidence.holds(quotations, copy.fetch)
    return tuple(quotation for quotation, there in zip(quotations, held, strict=True) if not there)
