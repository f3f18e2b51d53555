"""Quotations that are not where their note points, sought at the manuscript's other sources.

A note put one place off, or a short form resolved wrongly, sends an editor to the wrong page; the words then
stand at another cited source. Sought with an index of rare word runs, not pair by pair.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from citecheck.audit.evidence import Evidence
from citecheck.audit.ports import Readers
from citecheck.model import Alignment, Fetch, Flag, QuoteCheck, Reason, Seen, Verdict

RUN = 4
"""Words in a row that make two texts worth comparing: fewer meet by chance (text-reuse tools use 4 or 5)."""
FEWEST = 6
"""Words below which a quotation is not sought elsewhere: short ones stand in many places."""
FOUND = (Verdict.VERBATIM, Verdict.NEAR)
_WORD = re.compile(r"\w+")


async def seek_elsewhere(
    checks: Sequence[QuoteCheck], exacts: Mapping[int, str], evidence: Evidence, readers: Readers
) -> tuple[QuoteCheck, ...]:
    """The checks, those not found marked where another source of the manuscript has the words.

    `exacts`: words of each quotation by its index.
    """
    lost = [check for check in checks if check.alignment.verdict is Verdict.NOT_FOUND]
    runs = {check.quotation: _runs(exacts[check.quotation]) for check in lost}
    runs = {index: found for index, found in runs.items() if len(found) > FEWEST - RUN}
    if not runs:
        return tuple(checks)
    places = await _places(runs, evidence)
    found: dict[int, Alignment] = {}
    for check in lost:
        for fetch in places.get(check.quotation, ()):
            if await _stands(exacts[check.quotation], fetch, evidence, readers):
                found[check.quotation] = _marked(check.alignment, fetch)
                break
    return tuple(
        replace(check, alignment=found[check.quotation]) if check.quotation in found else check
        for check in checks
    )


def _runs(text: str) -> frozenset[str]:
    """Every run of `RUN` words, folded.

    >>> sorted(_runs("The towns kept their walls"))
    ['the towns kept their', 'towns kept their walls']
    """
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


class _Index:
    """Which quotations a text shares a run of words with: by first word, then by the whole run, so that of a
    page no more is put together than might be one."""

    def __init__(self, runs: Mapping[int, frozenset[str]]) -> None:
        self._quotations: dict[str, list[int]] = {}
        for index, found in runs.items():
            for run in found:
                self._quotations.setdefault(run, []).append(index)
        self._first = {run.partition(" ")[0] for run in self._quotations}

    def met(self, text: str) -> list[int]:
        """Quotations, by index, each once."""
        words = _WORD.findall(text.casefold())
        met: set[int] = set()
        for at, word in enumerate(words):
            if word in self._first:
                met.update(self._quotations.get(" ".join(words[at : at + RUN]), ()))
        return sorted(met)


async def _places(runs: Mapping[int, frozenset[str]], evidence: Evidence) -> dict[int, list[Fetch]]:
    """Pages that share a run with a quotation, by quotation; one pass over the pages, one at a time."""
    index = _Index(runs)
    places: dict[int, list[Fetch]] = {}
    for ask in evidence:
        answer = evidence[ask] if isinstance(ask, Fetch) else None
        if not isinstance(ask, Fetch) or not isinstance(answer, Seen) or answer.page is None:
            continue
        for met in index.met(answer.page.content):
            places.setdefault(met, []).append(ask)
        await asyncio.sleep(0)
    return {index: sorted(fetches, key=lambda fetch: fetch.url) for index, fetches in places.items()}


async def _stands(exact: str, fetch: Fetch, evidence: Evidence, readers: Readers) -> bool:
    answer = evidence[fetch]
    assert isinstance(answer, Seen)
    if answer.page is None:
        return False
    found = await readers.compare(exact, answer.page, None, ())
    return isinstance(found, Alignment) and found.verdict in FOUND


def _marked(alignment: Alignment, fetch: Fetch) -> Alignment:
    reason = Reason("elsewhere", why=alignment.reason, url=fetch.url)
    return replace(alignment, reason=reason, flags=(*alignment.flags, Flag.ELSEWHERE))
