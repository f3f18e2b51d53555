"""Sound addresses to measure with: those that documentation on this machine prints, and a list of our own."""

from __future__ import annotations

import random
import re
import site
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PLACES = (
    "/usr/share/doc",
    "/usr/share/man",
    "/usr/share/perl5",
    "/usr/lib/python3",
    "/usr/share/common-licenses",
)
KINDS = {
    ".py",
    ".md",
    ".rst",
    ".txt",
    ".html",
    ".htm",
    ".js",
    ".json",
    ".toml",
    ".cfg",
    ".h",
    ".c",
    ".pm",
    ".pod",
    "",
}
LARGEST = 2_000_000
PRINTED = re.compile(rb"(?i)\b(?:https?|ftp)://[^\s<>\"'`\\{}|^\x80-\xff\x00-\x1f]+")
_BESIDE = re.compile(r"(?:&(?:gt|lt|quot|amp|#\d+);?|\\[nrt]|\)?\](?=[(:]|https?:)|%s|%d|\$|\*).*$")


def files() -> Iterator[Path]:
    roots = [*PLACES, *site.getsitepackages(), sys.prefix + "/lib"]
    for root in dict.fromkeys(roots):
        for path in sorted(Path(root).rglob("*")) if Path(root).is_dir() else ():
            if path.suffix.lower() in KINDS and path.is_file() and path.stat().st_size <= LARGEST:
                yield path


def mined(limit: int | None = None) -> list[str]:
    """Distinct addresses printed in the documentation of this machine, what stands around them taken off."""
    found: dict[str, None] = {}
    for path in files():
        try:
            data = path.read_bytes()
        except OSError:
            continue
        for match in PRINTED.findall(data):
            url = cleaned(match.decode("ascii"))
            if url is not None:
                found[url] = None
        if limit is not None and len(found) >= limit:
            break
    return list(found)


def cleaned(printed: str) -> str | None:
    """An address as `PRINTED` finds it, without what stands around it; `None` where it has no host."""
    url = _BESIDE.sub("", printed).rstrip(".,;:!?'\"-_=&+~#@[(*")
    while url and url[-1] in ")]" and url.count("(["[url[-1] == "]"]) < url.count(url[-1]):
        url = url[:-1].rstrip(".,;:!?'\"")
    return url if re.match(r"(?i)(?:https?|ftp)://[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)", url) else None


def shuffled(urls: list[str], seed: int = 1) -> list[str]:
    urls = sorted(urls)
    random.Random(seed).shuffle(urls)
    return urls


def varied(urls: list[str], each: int = 12) -> list[str]:
    """At most `each` addresses of one host, in the order given."""
    seen: Counter[str] = Counter()
    kept = []
    for url in urls:
        host = url.split("/")[2].lower()
        seen[host] += 1
        if seen[host] <= each:
            kept.append(url)
    return kept
