"""How near the asking comes to what politeness allows, and what it costs.

    python -m benchmarks.politeness [CASE...]

Each case runs in a process of its own against a server in another (a port of loopback stands for every host),
with a store on disk. The figures a server can see (least gap, most in flight, requests) are the server's, its
own delay before it reads a request included; beside them the least gap between two writings.

`bound` is the least time in which the case can be done at all: for each host the starts times the interval
and one answer, second looks and their wait included; for the archive the same from the first dead link on;
over all hosts the work divided by the places. `floor` is the processor time of raw asyncio streams that ask
the same. Where the environment variable `LYCHEE` names lychee's command, it asks the same links of the case
without intervals, as many at once.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from citecheck.model import Capture, Fetch, Purpose
from citecheck.store import Store
from citecheck.web import WebSettings, schedule
from citecheck.web.fetcher import Web
from citecheck.web.schedule import Place
from tests.servers import Loopback, unanswering
from tests.servers.answers import Conversation, message

ARCHIVE = "web.archive.org"
PAGE = gzip.compress(
    b"<title>Page</title>" + b"<p>Words that nobody will look for, over and over.</p>" * 1100
)
WORDS = {"bound": "s", "wall": "s", "cpu": "ms/link", "floor": "ms/link", "memory": "MiB above start"}


@dataclass(frozen=True)
class Case:
    """Links spread over hosts, and how they are asked."""

    links: int
    hosts: int
    share: float = 0.0
    """Of the first host."""
    dead: float = 0.0
    dark_hosts: int = 0
    answer: tuple[float, float] = (0.1, 0.3)
    """Seconds that an answer takes, from and to, by its path."""
    interval: float = 0.3
    archive_interval: float = 0.1
    second_look: float = 1.0
    concurrency: int = 32
    places: int = 1

    def urls(self) -> list[str]:
        big = round(self.links * self.share)
        rest = max(1, self.hosts - 1)
        numbers = [0] * big + [1 + index % rest for index in range(self.links - big)]
        order = sorted(range(self.links), key=lambda index: zlib.crc32(b"%d" % index))
        dark = [f"http://dark{host}.example/{link}" for host in range(self.dark_hosts) for link in range(5)]
        return dark + [f"http://h{numbers[index]}.example/{self._kind(index)}/{index}" for index in order]

    def _kind(self, index: int) -> str:
        return "dead" if zlib.crc32(b"dead %d" % index) % 1000 < self.dead * 1000 else "page"

    def seconds(self, path: str) -> float:
        low, high = self.answer
        return low + (high - low) * (zlib.crc32(path.encode()) % 1000) / 1000


CASES = {
    "polite, 60 % on one host": Case(130, 40, share=0.6),
    "polite, 2 dark hosts": Case(130, 40, share=0.6, dark_hosts=2),
    "archive-critical, 30 % dead": Case(600, 120, dead=0.3, interval=0.1),
    "no interval, 200 ms": Case(2000, 500, answer=(0.2, 0.2), interval=0.0),
    "no latency, many hosts": Case(2000, 2000, answer=(0.0, 0.0), interval=0.0),
    "730 links": Case(730, 120, answer=(0.0, 0.0), interval=0.0),
    "7,300 links": Case(7300, 1200, answer=(0.0, 0.0), interval=0.0),
}
UNLIMITED = "no interval, 200 ms"


def serve(case: Case) -> None:
    """The server's process: ports out, a line in ends it, its log out."""

    async def answer(talk: Conversation) -> bool:
        await asyncio.sleep(case.seconds(talk.path))
        dead = "/dead/" in talk.path and talk.host != ARCHIVE
        headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
        if talk.host == ARCHIVE:
            headers["Memento-Datetime"] = "Mon, 01 Jan 2018 00:00:00 GMT"
        await talk.send(message(404 if dead else 200, PAGE, headers))
        return True

    with Loopback() as server:
        server.fallback = answer
        print(json.dumps([server.port, server.tls_port, server.ca_file]), flush=True)
        sys.stdin.readline()
        print(json.dumps([[(seen.host, seen.at) for seen in server.seen], server.most_in_flight]), flush=True)


@contextmanager
def server_of(name: str) -> Iterator[tuple[subprocess.Popen[str], list[Any]]]:
    command = [sys.executable, "-m", "benchmarks.politeness", "--serve", name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process, json.loads(process.stdout.readline())


def log_of(process: subprocess.Popen[str]) -> list[Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return list(json.loads(process.stdout.readline()))


def settings_of(case: Case, ports: list[Any], dark: int) -> WebSettings:
    dark_hosts = tuple((f"dark{host}.example", None, "127.0.0.1", dark) for host in range(case.dark_hosts))
    return WebSettings(
        host_interval=case.interval,
        archive_interval=case.archive_interval,
        second_look=case.second_look,
        concurrency=case.concurrency,
        host_concurrency=case.places,
        connect_timeout=2.0,
        connect_to=(*dark_hosts, ("", 80, "127.0.0.1", ports[0]), ("", 443, "127.0.0.1", ports[1])),
        ca_file=ports[2],
    )


async def check(web: Web, url: str) -> bool:
    """One link as an audit asks it: first look, second look, archive. True where it lives."""
    first = await web.fetch(Fetch(url))
    if isinstance(first, Capture) and first.status == 200:
        return True
    second = await web.fetch(Fetch(url, Purpose.SECOND_LOOK))
    if isinstance(second, Capture):
        capture = f"http://{ARCHIVE}/web/20180101000000id_/{url}"
        await web.fetch(Fetch(capture, Purpose.REPLAY))
    return False


SENT: dict[str, list[float]] = defaultdict(list)
"""When each request to a host was written, by the clock that the server's process has, too."""


class _Noting(Place):
    def sent(self) -> None:
        SENT[self._queue.host].append(time.monotonic())
        super().sent()


async def run(case: Case, settings: WebSettings, folder: Path) -> tuple[float, float]:
    """Wall and processor seconds."""
    with Store(folder / "cache.db", "benchmark", datetime.now(UTC)) as store:
        async with Web(settings, store) as web:
            began, cpu = time.perf_counter(), time.process_time()
            await asyncio.gather(*(check(web, url) for url in case.urls()))
            return time.perf_counter() - began, time.process_time() - cpu


async def floor(case: Case, port: int, links: int = 1000) -> float:
    """Processor milliseconds a link of raw streams, body read and decoded."""
    urls = iter(case.urls()[:links])

    async def worker() -> None:
        for url in urls:
            host, _, path = url.removeprefix("http://").partition("/")
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
            head = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            writer.write(head.encode())
            answer = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int(answer.split("Content-Length: ")[1].split("\r\n")[0])
            zlib.decompress(await reader.readexactly(length), 31)
            writer.close()

    cpu = time.process_time()
    await asyncio.gather(*(worker() for _ in range(case.concurrency)))
    return (time.process_time() - cpu) / min(links, case.links) * 1000


def bound_of(case: Case) -> float:
    """Seconds in which the case can be done at best."""
    looks: dict[str, list[float]] = defaultdict(list)
    archive: list[float] = []
    first_dead = float("inf")
    for url in case.urls():
        host, path = url.removeprefix("http://").split("/", 1)
        if host.startswith("dark"):
            continue
        seconds = case.seconds("/" + path)
        looks[host].append(seconds)
        if path.startswith("dead/"):
            looks[host].append(seconds)
            archive.append(case.seconds(f"/web/20180101000000id_/{url}"))
            first_dead = min(first_dead, 2 * seconds + case.second_look)
    hosts = max(
        max((len(times) - 1) * case.interval + min(times), sum(times) / case.places)
        for times in looks.values()
    )
    over_all = sum(map(sum, looks.values())) / case.concurrency
    if not archive:
        return max(hosts, over_all)
    return max(hosts, over_all, first_dead + (len(archive) - 1) * case.archive_interval + min(archive))


def measure(name: str) -> dict[str, object]:
    """One case, in this process."""
    case = CASES[name]
    with (
        unanswering() as silent,
        server_of(name) as (process, ports),
        tempfile.TemporaryDirectory() as folder,
    ):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        schedule.Place = _Noting  # type: ignore[misc]
        wall, cpu = asyncio.run(run(case, settings_of(case, ports, silent), Path(folder)))
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        log, most = log_of(process)
    with server_of(name) as (process, ports):
        least_work = asyncio.run(floor(case, ports[0])) if case.answer == (0.0, 0.0) else None
        log_of(process)
    times: dict[str, list[float]] = defaultdict(list)
    for host, at in log:
        times[host].append(at)
    intervals = {host: case.archive_interval if host == ARCHIVE else case.interval for host in times}
    gaps, written = (
        [(later - earlier) - intervals[h] for h, all_ in of.items() for earlier, later in pairwise(all_)]
        for of in (times, SENT)
    )
    return {
        "case": name,
        "links": case.links,
        "requests": len(log),
        "bound": round(bound_of(case), 2),
        "wall": round(wall, 2),
        "ratio": round(wall / bound_of(case), 3) if bound_of(case) else None,
        "links/s": round(case.links / wall),
        "least gap over interval, ms": round(min(gaps, default=0) * 1000, 1),
        "the same as written, ms": round(min(written, default=0) * 1000, 1),
        "too early": sum(gap < -0.001 for gap in gaps),
        "in flight on a host": max((count for host, count in most.items() if host != ARCHIVE), default=0),
        "cpu": round(cpu / case.links * 1000, 2),
        "floor": None if least_work is None else round(least_work, 2),
        "memory": round(memory),
    }


def lychee(command: str, name: str) -> float:
    """Links a second of lychee, all hosts being one to it, without its own limits for a host."""
    case = CASES[name]
    with server_of(name) as (process, ports), tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "links.html")
        urls = (f"http://127.0.0.1:{ports[0]}/page/{number}" for number in range(case.links))
        page.write_text("".join(f'<a href="{url}">x</a>' for url in urls), "utf-8")
        places = str(case.concurrency)
        options = ["--max-concurrency", places, "--host-concurrency", places, "--host-request-interval", "0s"]
        began = time.perf_counter()
        subprocess.run([command, *options, "--no-progress", str(page)], check=True, capture_output=True)
        wall = time.perf_counter() - began
        assert len(log_of(process)[0]) >= case.links
    return case.links / wall


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", nargs="*", help=f"of: {'; '.join(CASES)}".replace("%", "%%"))
    parser.add_argument("--serve", metavar="CASE", help=argparse.SUPPRESS)
    parser.add_argument("--measure", metavar="CASE", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        serve(CASES[arguments.serve])
        return
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return
    for name in arguments.case or CASES:
        command = [sys.executable, "-m", "benchmarks.politeness", "--measure", name]
        result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(result.pop("case"))
        for key, value in result.items():
            print(f"    {key:28} {'-' if value is None else value} {WORDS.get(key, '')}".rstrip())
        if name == UNLIMITED and "LYCHEE" in os.environ:
            print(f"    {'lychee, links/s':28} {lychee(os.environ['LYCHEE'], name):.0f}")


if __name__ == "__main__":
    main()
