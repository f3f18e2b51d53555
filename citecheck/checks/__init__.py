"""Every check by its id: what citecheck reports, and the pages that explain it.

A check is a module: `ID`, `SEVERITY`, a docstring that is its user page, and `check(audit)`. To add one,
write the module, its fixtures in `fixtures/checks/<id>/`, and one line in `CHECKS`.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Protocol

from citecheck.checks import (
    access_date_impossible,
    baseline_stale,
    link_blocked,
    link_drifted,
    link_gone,
    link_invalid,
    link_moved,
    link_not_checked,
    link_parked,
    link_restricted,
    link_soft_404,
    link_tls,
    link_unreachable,
    locator_differs,
    marker_missing,
    metadata_differs,
    note_missing,
    note_truncated,
    numbering_gap,
    quote_altered,
    quote_check,
    quote_drifted,
    quote_elsewhere,
    quote_modified,
    quote_not_found,
    quote_number_differs,
    quote_partial,
    quote_stops_early,
    quote_unattributed,
    quote_unverified,
    short_form_unresolved,
    url_doubtful,
    url_duplicated,
    url_has_secret,
    url_repaired,
    url_truncated,
)
from citecheck.model import Audit, Finding, Severity


class Check(Protocol):
    """What a check module offers."""

    ID: str
    SEVERITY: Severity
    """The usual severity; a finding may have a milder one (contract 4)."""

    def check(self, audit: Audit) -> Iterable[Finding]:
        """Findings of this check; `audit.findings` is not looked at."""
        ...


CHECKS: dict[str, Check] = {
    "link-gone": link_gone,
    "link-soft-404": link_soft_404,
    "link-parked": link_parked,
    "link-invalid": link_invalid,
    "link-moved": link_moved,
    "link-unreachable": link_unreachable,
    "link-blocked": link_blocked,
    "link-restricted": link_restricted,
    "link-not-checked": link_not_checked,
    "link-tls": link_tls,
    "link-drifted": link_drifted,
    "url-repaired": url_repaired,
    "url-doubtful": url_doubtful,
    "url-truncated": url_truncated,
    "url-duplicated": url_duplicated,
    "url-has-secret": url_has_secret,
    "note-missing": note_missing,
    "marker-missing": marker_missing,
    "numbering-gap": numbering_gap,
    "note-truncated": note_truncated,
    "short-form-unresolved": short_form_unresolved,
    "access-date-impossible": access_date_impossible,
    "quote-altered": quote_altered,
    "quote-number-differs": quote_number_differs,
    "quote-not-found": quote_not_found,
    "quote-modified": quote_modified,
    "quote-partial": quote_partial,
    "quote-stops-early": quote_stops_early,
    "quote-elsewhere": quote_elsewhere,
    "quote-check": quote_check,
    "quote-drifted": quote_drifted,
    "quote-unverified": quote_unverified,
    "quote-unattributed": quote_unattributed,
    "locator-differs": locator_differs,
    "metadata-differs": metadata_differs,
    "baseline-stale": baseline_stale,
}
"""In the contract's order, which is also the order of findings on one line."""


def judge(audit: Audit) -> tuple[Finding, ...]:
    """All findings of an audit, by line; fingerprints are not filled yet (`accept.with_fingerprints`)."""
    found = [finding for module in CHECKS.values() for finding in module.check(audit)]
    return tuple(sorted(found, key=lambda finding: finding.line))


def summary(check: str) -> str:
    """First line of the check's page. `KeyError` for an unknown check."""
    return _doc(check).partition("\n")[0]


def page(check: str) -> str:
    """The check's user page in Markdown. `KeyError` for an unknown check."""
    title, _, rest = _doc(check).partition("\n")
    severity = CHECKS[check].SEVERITY.value
    return f"# {check}\n\n{title}\n\nSeverity: {severity}\n\n{rest.strip()}\n"


def _doc(check: str) -> str:
    return inspect.cleandoc(CHECKS[check].__doc__ or "")
