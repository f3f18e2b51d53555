"""A quotation that stands at another source of the manuscript is said to stand there."""

from __future__ import annotations

import asyncio
from contextlib import closing

from citecheck.audit.elsewhere import seek_elsewhere
from citecheck.audit.evidence import Evidence
from citecheck.model import Alignment, Fetch, Flag, QuoteCheck, Reason, Seen, Text, Verdict
from tests.audit.world import World, page

WORDS = "the towns kept their walls long after the tolls had gone"


def seek(pages: dict[str, str], exact: str = WORDS, verdict: Verdict = Verdict.NOT_FOUND) -> QuoteCheck:
    with closing(Evidence()) as evidence:
        for url, text in pages.items():
            evidence.add(Fetch(url), Seen(page(url, text), Text(text)))
        check = QuoteCheck(0, Alignment(verdict, Reason("not-there")))
        (found,) = asyncio.run(seek_elsewhere([check], {0: exact}, evidence, World({})))
        return found


def test_found_at_another_source() -> None:
    found = seek({"https://a.example/": "nothing of the kind", "https://b.example/": f"As a rule {WORDS}."})
    assert found.alignment.verdict is Verdict.NOT_FOUND
    assert found.alignment.flags == (Flag.ELSEWHERE,)
    assert "https://b.example/" in found.alignment.reason


def test_a_shared_run_alone_is_not_the_quotation() -> None:
    assert seek({"https://b.example/": "the towns kept their walls and more"}).alignment.flags == ()


def test_short_quotations_and_found_ones_are_not_sought() -> None:
    assert seek({"https://b.example/": "the towns kept their"}, "the towns kept their").alignment.flags == ()
    assert seek({"https://b.example/": WORDS}, verdict=Verdict.MODIFIED).alignment.flags == ()
