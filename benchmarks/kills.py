"""Kills an audit again and again, lets it go on, and compares its report with that of an unkilled one.

    python -m benchmarks.kills [--kills N]

The command is the real one, killed with SIGKILL after a few requests; the web is a server of our own on
loopback. What is under way at a kill may be asked again; what was answered may not, and both reports must be
equal byte for byte.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.servers import Loopback, delayed, page, redirect

LINKS = 120
NOW = "2026-11-23T10:00:00Z"
KEEPING = 0.25
"""Seconds within which an answer that was sent is surely kept."""
STARTING = 0.5
"""Seconds that the next run takes at least to its first request; answers sent before went to a dead one."""
PATIENCE = 600
"""Seconds for a run that nobody kills."""


def fill(server: Loopback) -> str:
    """A web of pages that live, moved and died; gives the manuscript that cites them."""
    lines = ["A book about many things.[^1]", ""]
    for number in range(LINKS):
        host, path = f"h{number % 12}.example", f"/page-{number}"
        body = f"<title>Page {number}</title><p>" + f"What stands on page {number} is of some length. " * 20
        answer = page(body)
        if number % 5 == 1:
            answer = page("<title>Not found</title>", status=404)
        if number % 5 == 2:
            server.put(host, path + "-new", delayed(0.02, page(body)))
            answer = redirect(path + "-new", 301)
        server.put(host, path, delayed(0.02, answer))
        lines.append(f"[^{number + 1}]: Somebody, *Page {number}*, 2018, https://{host}{path}.")
    server.put("web.archive.org", "", delayed(0.02, page("none", status=404)))
    return "\n".join(lines) + "\n"


def command(server: Loopback, folder: Path) -> list[str]:
    options = "--host-interval 0.02 --archive-interval 0.02 --second-look 0.3 --retries 0 --fail-on never"
    return [
        *(sys.executable, "-m", "citecheck", "audit", str(folder / "book.md"), "-o", str(folder / "report")),
        *("--cache", str(folder / "cache.db"), "--now", NOW, *options.split(), *server.arguments),
    ]


def run(server: Loopback, folder: Path, kill_after: int | None) -> float | None:
    """One run, killed after so many requests; when it was killed, `None` where it came to its end."""
    killed = None
    limit = PATIENCE if kill_after is None else len(server.seen) + kill_after
    with subprocess.Popen(
        command(server, folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        while kill_after is not None and len(server.seen) < limit and process.poll() is None:
            time.sleep(0.001)
        if process.poll() is None and kill_after is not None:
            process.send_signal(signal.SIGKILL)
            killed = time.monotonic()
        _, trouble = process.communicate(timeout=PATIENCE)
        if process.returncode not in (0, -signal.SIGKILL):
            sys.exit(f"exit code {process.returncode}: {trouble.decode()}")
        return killed if process.returncode else None


def asked(server: Loopback) -> Counter[tuple[str, str]]:
    return Counter((seen.host, seen.path) for seen in server.seen)


def finished(server: Loopback, kills: list[float]) -> Counter[tuple[str, str]]:
    """Requests that were answered long enough before any kill to have been kept."""
    return Counter(
        (host, path)
        for at, host, path in server.answered
        if not any(kill - KEEPING < at < kill + STARTING for kill in kills)
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with Loopback() as server, tempfile.TemporaryDirectory() as place:
        manuscript = fill(server)
        whole = round_of(server, Path(place) / "whole", manuscript, lambda: None)
        once = asked(server)
        print(f"links {LINKS}, requests of a whole run {once.total()}")
        kills = 0
        while kills < arguments.kills:
            server.seen.clear()
            server.answered.clear()
            report, killed = round_of(
                server, Path(place) / f"killed-{kills}", manuscript, lambda: chance.randint(10, 60)
            )
            kills += len(killed)
            more, less = asked(server) - once, once - asked(server)
            again = finished(server, killed) - once
            print(
                f"kills {len(killed)}, under way and asked again {more.total()}, finished and asked again"
                f" {again.total()}, not asked {less.total()}, report equal {report == whole[0]}",
                flush=True,
            )


def round_of(
    server: Loopback, folder: Path, manuscript: str, draw: Callable[[], int | None]
) -> tuple[bytes, list[float]]:
    """Run to the end, through as many kills as are drawn; the report and when it was killed."""
    folder.mkdir()
    (folder / "book.md").write_text(manuscript, "utf-8")
    kills = []
    while (killed := run(server, folder, draw())) is not None:
        kills.append(killed)
    return (folder / "report" / "report.json").read_bytes(), kills


if __name__ == "__main__":
    main()
