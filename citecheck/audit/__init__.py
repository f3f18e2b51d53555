"""The order of the stages, and the one loop that touches the world (design.md 2).

Nothing is decided here: what to ask is the planner's, what it means the planner's and the checks'. `web` and
`worker` come in through the small protocols of `ports`, so that a test passes a dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial

from citecheck.accept import with_fingerprints
from citecheck.audit.cases import Policy, build_cases
from citecheck.audit.gather import Progress, gather
from citecheck.audit.ports import Readers, Shelf, SourceFile, Web
from citecheck.audit.quotes import compare_quotations
from citecheck.audit.so_far import Watcher, audit_so_far, printed_if_none
from citecheck.audit.trouble import trouble_of
from citecheck.checks import judge
from citecheck.model import Audit, Extraction, LinkCheck, QuoteCheck, Run

__all__ = ["Policy", "Progress", "Readers", "Shelf", "SourceFile", "Watcher", "Web", "audit"]


async def audit(
    extraction: Extraction,
    web: Web,
    readers: Readers,
    policy: Policy,
    run: Run,
    *,
    version: str,
    now: Callable[[], datetime],
    progress: Progress,
    shelf: Shelf | None = None,
    watcher: Watcher | None = None,
) -> Audit:
    """Investigate every link, compare every quotation, judge.

    `run` is what is known of the run before it starts; the audit's own says how it went. `now` is the clock
    of the run: two replays with one clock give the same audit. `shelf`: sources at hand, read before the web.
    `watcher`: told of each answer, for those who follow the run.
    """
    cases = build_cases(extraction, policy)
    languages = {quotation.exact: quotation.language for quotation in extraction.parsed.quotations}

    def settled(checks: Sequence[LinkCheck | None], quotes: Iterable[QuoteCheck] = ()) -> None:
        if watcher is not None:
            watcher(partial(audit_so_far, extraction, checks, quotes, run, version))

    gathered = await gather(cases, web, readers, progress, languages, settled)
    with closing(gathered.seen):
        told = partial(settled, gathered.checks)
        quotes = await compare_quotations(extraction, gathered, readers, progress, shelf, told)
    trouble = web.trouble or trouble_of(gathered.checks)
    finished = replace(
        run,
        complete=run.complete and web.complete,
        finished=now(),
        requests=web.requests,
        bytes=web.bytes,
        trouble=trouble,
    )
    checks = tuple(map(printed_if_none, extraction.links, gathered.checks))
    judged = Audit(extraction, checks, quotes, (), finished, version, finished.finished)
    return replace(judged, findings=with_fingerprints(judge(judged)))
