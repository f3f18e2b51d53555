"""What the rules say of pages that are there for certain: HTML files, as a server would give them.

    python -m benchmarks.status_files FOLDER ... [--most N]

Documentation is full of the words that error pages use. Nothing is asked and nobody answers at a made-up
address; a status other than `ok` is a mistake, a suspicion is one more question to a site.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from citecheck.errors import UnreadablePage
from citecheck.investigate.answers import judge
from citecheck.model import Capture, Seen
from citecheck.read.page import read_page

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
MOST = 5_000
MOST_BYTES = 400_000
HTML = "text/html"


def files_of(folders: Sequence[str], most: int) -> list[Path]:
    """HTML files below `folders`, the same `most` of them in every run."""
    found = sorted(
        path
        for folder in folders
        for path in Path(folder).rglob("*.htm*")
        if path.suffix in (".html", ".htm")
    )
    random.Random(5).shuffle(found)
    return found[:most]


def looks(paths: Sequence[Path]) -> Iterator[tuple[Path, str, str]]:
    """Each file with its status and what is suspicious about it."""
    for path in paths:
        try:
            body = path.open("rb").read(MOST_BYTES)
            url = f"https://docs.example{path.as_posix()}"
            page = read_page(body, HTML, url)
        except (OSError, UnreadablePage):
            continue
        look = judge(url, Seen(Capture(url, url, 200, WHEN, (("content-type", HTML),), body), page))
        yield path, look.status.value, look.suspicion.value if look.suspicion else ""


def main(arguments: Sequence[str]) -> None:
    most = MOST
    if "--most" in arguments:
        at = arguments.index("--most")
        most = int(arguments[at + 1])
        arguments = [*arguments[:at], *arguments[at + 2 :]]
    counted: Counter[tuple[str, str]] = Counter()
    for path, status, suspicion in looks(files_of(arguments, most)):
        counted[status, suspicion] += 1
        if status != "ok":
            print(f"{status}: {path}")
    for (status, suspicion), number in counted.most_common():
        print(f"{number:6} {status} {suspicion and f'(one more question: {suspicion})'}")


if __name__ == "__main__":
    main(sys.argv[1:])
