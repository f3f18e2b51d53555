"""What an audit could not settle: a finding about it that does not occur is not thereby gone."""

from __future__ import annotations

from collections import Counter

from citecheck.checks import link_drifted
from citecheck.checks._common import folded
from citecheck.model import ArchiveState, Audit, LinkStatus, Verdict
from citecheck.redaction import redact

UNSEEN = (
    LinkStatus.BLOCKED,
    LinkStatus.RESTRICTED,
    LinkStatus.UNREACHABLE,
    LinkStatus.REFUSED,
    LinkStatus.NOT_CHECKED,
)
UNCOMPARED = (Verdict.CANNOT_VERIFY, Verdict.NOT_CHECKABLE)


def unsettled(audit: Audit) -> Counter[tuple[str, str]]:
    """Check and subject of findings (contract 4) about which the audit can say nothing, each with how often
    the subject stands; an empty check stands for all of them.

    They are those of addresses that were not seen, or about which the archive did not answer, of quotations
    that were not compared, and drift where no archived copy was asked for.
    """
    found: Counter[tuple[str, str]] = Counter()
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        subject = redact(link.key or check.url)
        unseen = check.status in UNSEEN or check.archive.state is ArchiveState.NO_ANSWER
        if unseen:
            found["", subject] += 1
        if unseen or (check.status.living and check.archive.state is ArchiveState.NOT_ASKED):
            found[link_drifted.ID, subject] += 1
    quotations = audit.extraction.parsed.quotations
    found.update(
        ("", folded(quotations[quote.quotation].exact))
        for quote in audit.quotes
        if quote.alignment.verdict in UNCOMPARED
    )
    return found
