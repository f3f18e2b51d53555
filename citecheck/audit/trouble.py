"""When a run tells more about the network than about the links."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.hosts import host_of
from citecheck.model import ArchiveState, LinkCheck, LinkStatus

NEARLY_ALL = 0.9
"""Share of failures past which the network is the likelier cause."""
ENOUGH = 3
"""Hosts, or links asked of the archive, below which nothing can be concluded from all of them failing."""


def trouble_of(checks: Sequence[LinkCheck]) -> str | None:
    """Why (nearly) nothing could be checked, else `None`. What was not recorded or not asked says nothing."""
    asked = [check for check in checks if check.attempts and check.status is not LinkStatus.NOT_CHECKED]
    dark = [check for check in asked if check.status is LinkStatus.UNREACHABLE and not check.http_status]
    hosts = {host_of(check.url) for check in asked}
    if len(hosts) >= ENOUGH and len(dark) >= NEARLY_ALL * len(asked):
        return f"{len(dark)} of {len(asked)} links on {len(hosts)} hosts could not be reached"
    archive = [check.archive for check in checks if check.archive.state is not ArchiveState.NOT_ASKED]
    mute = [answer for answer in archive if answer.state is ArchiveState.NO_ANSWER]
    if len(archive) >= ENOUGH and len(mute) >= NEARLY_ALL * len(archive):
        return f"the archive did not answer for {len(mute)} of {len(archive)} links"
    return None
