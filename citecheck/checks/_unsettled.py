"""What an audit could not settle: a finding about it that does not occur is not thereby gone."""

from __future__ import annotations

from collections import Counter

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


def unsettled(audit: Audit) -> Counter[str]:
    """Subjects of findings (contract 4) about which the audit can say nothing, each with how often it stands.

    They are those of addresses that were not seen, or about which the archive did not answer, and of
    quotations that were not compared.
    """
    subjects = Counter(
        redact(link.key or check.url)
        for link, check in zip(audit.extraction.links, audit.links, strict=True)
        if check.status in UNSEEN or check.archive.state is ArchiveState.NO_ANSWER
    )
    quotations = audit.extraction.parsed.quotations
    subjects.update(
        folded(quotations[quote.quotation].exact)
        for quote in audit.quotes
        if quote.alignment.verdict in UNCOMPARED
    )
    return subjects
