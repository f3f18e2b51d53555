"""The audit in a few plain sentences, and its findings worst first: what every format for people begins with.

What could not be checked comes before what is fine, so that nobody takes silence for approval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from citecheck.model import ArchiveState, Audit, Finding, LinkStatus, Mode, Severity, Verdict
from citecheck.report import messages
from citecheck.report.words import Words

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.UNKNOWN: 2, Severity.INFO: 3}
"""Worst first; what is unknown may still turn out bad, a remark not."""

COUNTED = {
    Severity.ERROR: ("{n} error", "{n} errors"),
    Severity.WARNING: ("{n} warning", "{n} warnings"),
    Severity.UNKNOWN: ("{n} not settled", "{n} not settled"),
    Severity.INFO: ("{n} remark", "{n} remarks"),
}
"""So many findings of a severity, in words."""

UNSEEN = {
    LinkStatus.BLOCKED: "{n} blocked",
    LinkStatus.RESTRICTED: "{n} behind a login or payment",
    LinkStatus.UNREACHABLE: "{n} out of reach",
    LinkStatus.REFUSED: "{n} not allowed to be asked",
    LinkStatus.NOT_CHECKED: "{n} not asked",
}
DEAD = (LinkStatus.GONE, LinkStatus.SOFT_404, LinkStatus.PARKED, LinkStatus.INVALID)
ALIVE = (LinkStatus.OK, LinkStatus.MOVED)
DEAD_CHECKS = ("link-gone", "link-soft-404", "link-parked", "link-invalid")
UNCOMPARED = (Verdict.CANNOT_VERIFY, Verdict.NOT_CHECKABLE)
NO_PAGE = ("no-page", "no-address")
"""Codes of quotations that wait for their address, which has a finding of its own."""
WORD_FOR_WORD = (Verdict.VERBATIM, Verdict.NEAR)
TO_LOOK_AT = (Severity.ERROR, Severity.WARNING)
WRONG = (
    (
        ("link-moved",),
        "{n} page has moved to a new address.",
        "{n} pages have moved to new addresses.",
    ),
    (
        ("quote-altered", "quote-number-differs"),
        "{n} quotation differs from the source in a number, a negation or a name.",
        "{n} quotations differ from the source in a number, a negation or a name.",
    ),
    (
        ("quote-not-found",),
        "{n} quotation was not found in the source.",
        "{n} quotations were not found in the source.",
    ),
    (("url-truncated",), "{n} address breaks off.", "{n} addresses break off."),
    (
        ("url-has-secret",),
        "{n} address holds a password or token.",
        "{n} addresses hold a password or token.",
    ),
    (("note-missing",), "{n} note is called and not there.", "{n} notes are called and not there."),
)
"""What is worth a sentence of its own: the checks, and the words for one and for several."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences for people, each part in the order it is to be read."""

    unchecked: tuple[str, ...]
    wrong: tuple[str, ...]
    fine: tuple[str, ...]


def summarise(audit: Audit, words: Words) -> Summary:
    """What the audit says, in sentences."""
    return Summary(unchecked=_unchecked(audit, words), wrong=_wrong(audit, words), fine=_fine(audit, words))


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Open findings by severity; those alike keep their order. Accepted ones are left out.

    What was not even asked comes last: of a source nobody looked at it says nothing, and of a run without a
    network there is one for each address.
    """
    return sorted((one for one in findings if one.accepted is None), key=_weight)


def is_unasked(finding: Finding) -> bool:
    """Whether the finding says only that nobody looked."""
    code = finding.evidence.get("code")
    return finding.check == "link-not-checked" or (finding.check == "quote-unverified" and code in NO_PAGE)


def _weight(finding: Finding) -> int:
    return len(RANK) if is_unasked(finding) else RANK[finding.severity]


def by_check(findings: Iterable[Finding]) -> list[tuple[Severity, list[tuple[str, int]]]]:
    """Open findings counted: each severity, worst first, with its checks, the most frequent first."""
    counted = Counter((one.severity, one.check) for one in worst_first(findings))
    groups: dict[Severity, list[tuple[str, int]]] = {}
    for (severity, check), times in counted.most_common():
        groups.setdefault(severity, []).append((check, times))
    return sorted(groups.items(), key=lambda group: RANK[group[0]])


def _of_addresses(audit: Audit, words: Words) -> str:
    return words.count(len(audit.links), "of {n} address", "of {n} addresses")


def _of_quotations(audit: Audit, words: Words) -> str:
    return words.count(len(audit.quotes), "of {n} quotation", "of {n} quotations")


def _unchecked(audit: Audit, words: Words) -> tuple[str, ...]:
    told = []
    if audit.run.trouble:
        network = words("That tells more about the network than about the sources.")
        told = [messages.trouble(audit.run.trouble, words).text, network]
    if not audit.run.complete:
        told.append(words("The run ended before everything was checked."))
    told += [messages.of_file(why, words) for why in audit.extraction.manuscript.text.warnings]
    if audit.run.mode is Mode.OFFLINE:
        told.append(words("The audit ran offline, so no page was asked for."))
    statuses = Counter(check.status for check in audit.links)
    reasons = [words(said, n=words.number(statuses[one])) for one, said in UNSEEN.items() if statuses[one]]
    unseen = sum(statuses[one] for one in UNSEEN)
    if unseen:
        told.append(
            words.count(
                unseen,
                "{n} {of} could not be checked: {reasons}.",
                "{n} {of} could not be checked: {reasons}.",
                of=_of_addresses(audit, words),
                reasons=", ".join(reasons),
            )
        )
    uncompared = sum(quote.alignment.verdict in UNCOMPARED for quote in audit.quotes)
    if uncompared:
        of = _of_quotations(audit, words)
        said = "{n} {of} could not be compared."
        told.append(words.count(uncompared, said, said, of=of))
    return tuple(told) or (words("Every address was asked and every quotation compared."),)


def _wrong(audit: Audit, words: Words) -> tuple[str, ...]:
    found = Counter(
        one.check for one in audit.findings if one.accepted is None and one.severity in TO_LOOK_AT
    )
    told = _dead(audit, words)
    for checks, one, several in WRONG:
        number = sum(found.pop(check, 0) for check in checks)
        if number:
            told.append(words.count(number, one, several))
    rest = sum(number for check, number in found.items() if check not in DEAD_CHECKS)
    if rest and told:
        told.append(
            words.count(rest, "{n} further finding, in its note.", "{n} further findings, each in its note.")
        )
    elif rest:
        told.append(words.count(rest, "{n} finding, in its note.", "{n} findings, each in its note."))
    return tuple(told) or (words("Nothing speaks against a source that was seen."),)


def _dead(audit: Audit, words: Words) -> list[str]:
    dead = [check for check in audit.links if check.status in DEAD]
    kept = sum(check.archive.state is ArchiveState.ARCHIVED for check in dead)
    if not dead:
        return []
    if not kept:
        return [words.count(len(dead), "{n} address leads nowhere.", "{n} addresses lead nowhere.")]
    if len(dead) == 1:
        return [words("{n} address leads nowhere; it can be cited from the archive.", n=words.number(1))]
    return [
        words.count(
            len(dead),
            "{n} address leads nowhere; {kept} of them can be cited from the archive.",
            "{n} addresses lead nowhere; {kept} of them can be cited from the archive.",
            kept=words.number(kept),
        )
    ]


def _fine(audit: Audit, words: Words) -> tuple[str, ...]:
    alive = sum(check.status in ALIVE for check in audit.links)
    exact = sum(quote.alignment.verdict in WORD_FOR_WORD for quote in audit.quotes)
    same = sum(quote.alignment.verdict is Verdict.CONSISTENT for quote in audit.quotes)
    told = []
    if alive:
        told.append(
            words.count(alive, "{n} {of} answers.", "{n} {of} answer.", of=_of_addresses(audit, words))
        )
    if exact:
        of = _of_quotations(audit, words)
        told.append(
            words.count(
                exact, "{n} {of} was found word for word.", "{n} {of} were found word for word.", of=of
            )
        )
    if same:
        told.append(
            words.count(
                same,
                "{n} quotation in another language agrees with the passage found.",
                "{n} quotations in another language agree with the passage found.",
            )
        )
    return tuple(told) or (words("No source was seen, so nothing is called fine."),)
