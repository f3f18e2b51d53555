"""The loop: every question asked once, every link answered, whatever the planner wants."""

from __future__ import annotations

import asyncio
import gc
import importlib
from collections.abc import Mapping
from typing import Any

import pytest

from citecheck.audit.gather import Gathered
from citecheck.errors import UnwritableOutput
from citecheck.model import Ask, Case, Compare, Fetch, LinkCheck, LinkStatus, Outcome, Purpose, Seen
from tests.audit.world import Quiet, World, page

module = importlib.import_module("citecheck.audit.gather")

ALIVE = page("https://alive.example/", "words")


def plan(case: Case, seen: Mapping[Ask, Seen | bool]) -> tuple[Ask, ...] | LinkCheck:
    """A planner for the loop's own tests: page, then quotations, then a capture if one is missing."""
    url = case.candidates[0]
    live = Fetch(url)
    if live not in seen:
        return (live,)
    asks = [Compare(quotation, live) for quotation in case.quotations]
    if missing := tuple(ask for ask in asks if ask not in seen):
        return missing
    capture = Fetch(f"archive:{url}", Purpose.REPLAY)
    if not all(seen[ask] for ask in asks) and capture not in seen:
        return (capture,)
    return LinkCheck(url, LinkStatus.OK, "ok", "It answers.")


def run(monkeypatch: pytest.MonkeyPatch, cases: list[Case], world: World) -> tuple[Gathered, dict[str, Any]]:
    monkeypatch.setattr(module, "next_step", plan)
    progress = Quiet()
    return asyncio.run(module.gather(cases, world, world, progress)), progress.last


def test_one_address_in_many_notes_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World({"https://alive.example/": ALIVE})
    gathered, progress = run(monkeypatch, [Case(("https://alive.example/",))] * 20, world)
    assert len(gathered.checks) == 20
    assert len(world.asked) == 1
    assert progress["links"] == (20, 20)


def test_a_quotation_that_is_missing_sends_to_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World({"https://alive.example/": ALIVE})
    cases = [Case(("https://alive.example/",), quotations=("words", "other")), Case(("https://b.example/",))]
    gathered, _ = run(monkeypatch, cases, world)
    assert [fetch.url for fetch in world.asked if fetch.purpose is Purpose.REPLAY] == [
        "archive:https://alive.example/"
    ]
    assert gathered.seen[Compare("words", Fetch("https://alive.example/"))] is True
    assert gathered.seen[Compare("other", Fetch("https://alive.example/"))] is False


def test_nothing_to_ask_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, [], World({}))[0].checks == ()


def test_a_body_is_not_kept_beyond_what_the_rules_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World({"https://alive.example/": page("https://alive.example/", "x" * 200_000)})
    gathered, _ = run(monkeypatch, [Case(("https://alive.example/",))], world)
    kept = gathered.seen[Fetch("https://alive.example/")]
    assert isinstance(kept, Seen)
    assert len(kept.outcome.body) == module.HEAD  # type: ignore[union-attr]
    assert kept.page is not None
    assert len(kept.page.content) == 200_000


def test_trouble_that_ends_the_run_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a record cannot be written, each answer under way fails of it."""
    monkeypatch.setattr(module, "next_step", plan)
    unheard: list[dict[str, Any]] = []

    class Full(World):
        async def fetch(self, fetch: Fetch) -> Outcome:
            for _ in range(0 if "a.example" in fetch.url else 20):
                await asyncio.sleep(0)
            raise UnwritableOutput("full")

    async def gathered() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, told: unheard.append(told))
        cases = [Case((f"https://{name}.example/",)) for name in "abc"]
        with pytest.raises(UnwritableOutput):
            await module.gather(cases, Full({}), Full({}), Quiet())
        await asyncio.sleep(0.05)
        gc.collect()

    asyncio.run(gathered())
    assert unheard == []
