"""The audit in a few plain sentences, and its findings worst first: what every format for people begins with.

What could not be checked comes before what is fine, so that nobody takes silence for approval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from citecheck.model import ArchiveState, Audit, Finding, LinkStatus, Mode, Severity, Verdict

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.UNKNOWN: 2, Severity.INFO: 3}
"""Worst first; what is unknown may still turn out bad, a remark not."""

UNSEEN = {
    LinkStatus.BLOCKED: "blocked",
    LinkStatus.RESTRICTED: "behind a login or payment",
    LinkStatus.UNREACHABLE: "out of reach",
    LinkStatus.REFUSED: "not allowed to be asked",
    LinkStatus.NOT_CHECKED: "not asked",
}
DEAD = (LinkStatus.GONE, LinkStatus.SOFT_404, LinkStatus.PARKED, LinkStatus.INVALID)
ALIVE = (LinkStatus.OK, LinkStatus.MOVED)
DEAD_CHECKS = ("link-gone", "link-soft-404", "link-parked", "link-invalid")
UNCOMPARED = (Verdict.CANNOT_VERIFY, Verdict.NOT_CHECKABLE)
WORD_FOR_WORD = (Verdict.VERBATIM, Verdict.NEAR)
TO_LOOK_AT = (Severity.ERROR, Severity.WARNING)
DIFFERS = "from the source in a number, a negation or a name"
WRONG = (
    (("link-moved",), "page has moved to a new address", "pages have moved to new addresses"),
    (
        ("quote-altered", "quote-number-differs"),
        f"quotation differs {DIFFERS}",
        f"quotations differ {DIFFERS}",
    ),
    (
        ("quote-not-found",),
        "quotation was not found in the source",
        "quotations were not found in the source",
    ),
    (("url-truncated",), "address breaks off", "addresses break off"),
    (("url-has-secret",), "address holds a password or token", "addresses hold a password or token"),
    (("note-missing",), "note is called and not there", "notes are called and not there"),
)
"""What is worth a sentence of its own: the checks, and the words for one and for several."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences for people, each part in the order it is to be read."""

    unchecked: tuple[str, ...]
    wrong: tuple[str, ...]
    fine: tuple[str, ...]


def summarise(audit: Audit) -> Summary:
    """What the audit says, in sentences."""
    return Summary(unchecked=_unchecked(audit), wrong=_wrong(audit), fine=_fine(audit))


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Open findings by severity; those alike keep their order. Accepted ones are left out."""
    return sorted((one for one in findings if one.accepted is None), key=lambda one: RANK[one.severity])


def by_check(findings: Iterable[Finding]) -> list[tuple[Severity, list[tuple[str, int]]]]:
    """Open findings counted: each severity, worst first, with its checks, the most frequent first."""
    counted = Counter((one.severity, one.check) for one in worst_first(findings))
    groups: dict[Severity, list[tuple[str, int]]] = {}
    for (severity, check), times in counted.most_common():
        groups.setdefault(severity, []).append((check, times))
    return sorted(groups.items(), key=lambda group: RANK[group[0]])


def count(number: int, word: str, plural: str = "") -> str:
    """`1 note`, `2 notes`, `2 addresses` (with `plural`)."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def addresses(number: int) -> str:
    return count(number, "address", "addresses")


def _unchecked(audit: Audit) -> tuple[str, ...]:
    told = [audit.run.trouble] if audit.run.trouble else []
    if not audit.run.complete:
        told.append("The run ended before everything was checked.")
    if audit.run.mode is Mode.OFFLINE:
        told.append("The audit ran offline, so no page was asked for.")
    statuses = Counter(check.status for check in audit.links)
    reasons = [f"{statuses[one]:,} {words}" for one, words in UNSEEN.items() if statuses[one]]
    unseen = sum(statuses[one] for one in UNSEEN)
    if unseen:
        total = addresses(len(audit.links))
        told.append(f"{unseen:,} of {total} could not be checked: {', '.join(reasons)}.")
    uncompared = sum(quote.alignment.verdict in UNCOMPARED for quote in audit.quotes)
    if uncompared:
        told.append(f"{uncompared:,} of {count(len(audit.quotes), 'quotation')} could not be compared.")
    return tuple(told) or ("Every address was asked and every quotation compared.",)


def _wrong(audit: Audit) -> tuple[str, ...]:
    found = Counter(
        one.check for one in audit.findings if one.accepted is None and one.severity in TO_LOOK_AT
    )
    dead = [check for check in audit.links if check.status in DEAD]
    kept = sum(check.archive.state is ArchiveState.ARCHIVED for check in dead)
    told = []
    if dead:
        saved = f"; {kept:,} of them can be cited from the archive" if kept else ""
        told.append(f"{count(len(dead), 'address leads', 'addresses lead')} nowhere{saved}.")
    for checks, one, several in WRONG:
        number = sum(found.pop(check, 0) for check in checks)
        if number:
            told.append(f"{count(number, one, several)}.")
    rest = sum(number for check, number in found.items() if check not in DEAD_CHECKS)
    if rest:
        further = "further " if told else ""
        told.append(f"{rest:,} {further}{'finding' if rest == 1 else 'findings'}, each in its note.")
    return tuple(told) or ("Nothing speaks against a source that was seen.",)


def _fine(audit: Audit) -> tuple[str, ...]:
    alive = sum(check.status in ALIVE for check in audit.links)
    exact = sum(quote.alignment.verdict in WORD_FOR_WORD for quote in audit.quotes)
    same = sum(quote.alignment.verdict is Verdict.CONSISTENT for quote in audit.quotes)
    told = []
    if alive:
        told.append(f"{alive:,} of {addresses(len(audit.links))} {'answers' if alive == 1 else 'answer'}.")
    if exact:
        verb = "was" if exact == 1 else "were"
        told.append(f"{exact:,} of {count(len(audit.quotes), 'quotation')} {verb} found word for word.")
    if same:
        verb = "agrees" if same == 1 else "agree"
        told.append(f"{same:,} in another language {verb} with the passage found.")
    return tuple(told) or ("No source was seen, so nothing is called fine.",)
