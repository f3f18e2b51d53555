"""What a whole audit costs: processor time a link, and memory, of a book against a report.

    python -m benchmarks.pipeline [LINKS...]

The real command audits a generated manuscript on loopback with `--host-interval 0`: each note cites one page
and rests a quotation on it that stands there. Processor time (user and system) is of the command with its
workers, beside that of raw asyncio streams which fetch and decompress the same pages (`floor`), measured
before and after each audit. A small audit goes before, so that all that is loaded is compiled, as pip does
when it installs it. Memory is the largest resident size of the command above an interpreter's, and the sum
over its workers and whoever they are copies of, in which what several of them share counts once.
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
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.servers import Loopback
from tests.servers.answers import Conversation, message

LINKS_A_NOTE = 0.73
"""A book of 10,000 notes has some 7,300 links."""
LINKS_A_HOST = 6
NOUNS = ("harbour", "quay", "storm", "winter", "tariff", "census", "parish", "archive", "canal", "ferry")
VERBS = ("reached", "crossed", "delayed", "measured", "repaired", "closed", "praised", "doubled", "mapped")
PARAGRAPHS = 40
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Without this every run would compile all modules anew where nothing may be compiled for good."""
FEW = 10
"""Links of the audit that goes before."""


def sentence(number: int) -> str:
    """A sentence that no other number gives."""
    a, b, c = (zlib.crc32(b"%d %d" % (number, turn)) for turn in range(3))
    noun, other, third = NOUNS[a % 10], NOUNS[c % 10], NOUNS[(a >> 8) % 10]
    return (
        f"In {1800 + number % 200} the {noun} of district {number} {VERBS[b % 9]} the {other} "
        f"before anybody on the {third} had counted {number + 7} of them."
    )


def manuscript(links: int) -> str:
    """Markdown with notes; 73 in 100 have a link, and the sentence that calls them is a quotation."""
    notes = round(links / LINKS_A_NOTE)
    body, foot, link = [], [], 0
    for number in range(1, notes + 1):
        cites = link < links and link < number * LINKS_A_NOTE
        quoted = f"“{sentence(link)}”" if cites else f"Chapter {number} goes on."
        body.append(f"The office wrote: {quoted}[^{number}]\n")
        source = f"http://h{link // LINKS_A_HOST}.example/page/{link}" if cites else f"p. {number}"
        foot.append(f"[^{number}]: Harbour office, Report {number} (2019), {source}.\n")
        link += cites
    return "\n".join(body + foot)


def html(link: int) -> bytes:
    others = "".join(f"<p>{sentence(link * PARAGRAPHS + turn + 1_000_000)}</p>" for turn in range(PARAGRAPHS))
    text = f"<title>Report {link}</title><h1>Report {link}</h1><p>{sentence(link)}</p>{others}"
    return gzip.compress(text.encode(), 1)


def serve() -> None:
    """The server's process: ports out; a line in ends it."""

    async def answer(talk: Conversation) -> bool:
        body = html(int(talk.path.rpartition("/")[2]))
        await talk.send(message(200, body, {"Content-Type": "text/html", "Content-Encoding": "gzip"}))
        return True

    with Loopback() as server:
        server.fallback = answer
        print(json.dumps([server.port, server.arguments]), flush=True)
        sys.stdin.readline()


@contextmanager
def serving() -> Iterator[tuple[int, list[str]]]:
    command = [sys.executable, "-m", "benchmarks.pipeline", "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        port, arguments = json.loads(process.stdout.readline())
        yield port, arguments
        process.stdin.write("\n")


async def floor(port: int, links: int) -> float:
    """Processor milliseconds a link of raw streams, body read and decompressed."""
    numbers = iter(range(links))

    async def worker() -> None:
        for link in numbers:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
            head = f"GET /page/{link} HTTP/1.1\r\nHost: h.example\r\nConnection: close\r\n\r\n"
            writer.write(head.encode())
            answer = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int(answer.split("Content-Length: ")[1].split("\r\n")[0])
            zlib.decompress(await reader.readexactly(length), 31)
            writer.close()

    cpu = time.process_time()
    await asyncio.gather(*(worker() for _ in range(32)))
    return (time.process_time() - cpu) / links * 1000


class Watch(threading.Thread):
    """Largest resident size of a process, and largest sum of what its descendants take, in MiB (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.parent = self.workers = 0.0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.2):
            self.parent = max(self.parent, resident(self.pid))
            self.workers = max(self.workers, sum(map(proportional, descendants(self.pid))))


def resident(pid: int) -> float:
    """Resident size of a process in MiB, 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * resource.getpagesize() / 2**20


def proportional(pid: int) -> float:
    """What a process takes in MiB, with its part of what it shares with others; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 2**10


def descendants(pid: int) -> list[int]:
    """Processes that a process has started, and those that they have."""
    try:
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [one for child in children for one in (child, *descendants(child))]


def audit(links: int, arguments: list[str]) -> dict[str, Any]:
    """One audit by the command; seconds, processor seconds, MiB."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "book.md").write_text(manuscript(links), "utf-8")
        options = ["--host-interval", "0", "--archive", "none", "-f", "json", "-o", "out", *arguments]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        command = [sys.executable, "-m", "citecheck", "audit", "book.md", *options]
        process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        watch = Watch(process.pid)
        watch.start()
        code = process.wait()
        wall = time.perf_counter() - began
        watch.over.set()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        report = json.loads(Path(folder, "out", "report.json").read_text("utf-8"))
    checks = [link for note in report["notes"] for link in note["links"]]
    verdicts = [quotation["verdict"] for note in report["notes"] for quotation in note["quotations"]]
    assert code in (0, 1), code
    return {
        "ok": sum(check["status"] == "ok" for check in checks),
        "verbatim": verdicts.count("verbatim"),
        "wall": wall,
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "parent": watch.parent,
        "workers": watch.workers,
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("links", nargs="*", type=int, default=[730, 7300])
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve()
        return
    bare = _bare()
    with serving() as (port, arguments):
        print(f"interpreter {bare:.0f} MiB")
        audit(FEW, arguments)
        for links in given.links:
            before = asyncio.run(floor(port, 1000))
            one = audit(links, arguments)
            least = (before + asyncio.run(floor(port, 1000))) / 2
            each = one["cpu"] / links * 1000
            print(
                f"{links} links: {one['ok']} ok, {one['verbatim']} quotations verbatim, {one['wall']:.0f} s; "
                f"{each:.2f} ms of processor time a link, {each / least:.1f} times the floor of {least:.2f}; "
                f"memory {one['parent'] - bare:.0f} MiB above the interpreter, "
                f"workers {one['workers']:.0f} MiB"
            )


def _bare() -> float:
    """Resident size of an interpreter with nothing loaded."""
    command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        time.sleep(0.5)
        return resident(process.pid)


if __name__ == "__main__":
    main()
