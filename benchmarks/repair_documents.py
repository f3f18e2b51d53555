"""How well the addresses of a document are repaired together, each against itself read alone, and where they
stand in a text, which does not say where they end.

    python -m benchmarks.repair_documents [--documents N] [--list FILE...]

A document holds 30 to 150 addresses, a twelfth to a quarter with underscores, and is damaged in one way
throughout. Without `--list`, the addresses that documentation on the machine prints are taken. Figures of
docs/accuracy/addresses.md, "A document's own losses", come from here.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks import damage_urls
from benchmarks.sound_urls import mined, shuffled, varied
from citecheck.model import Repair, Span, Text
from citecheck.repair import Place, find_links, readings, repair

SIZES, LEAST, MOST = (30, 60, 100, 150), 0.08, 0.25
"""Addresses of a document; share of those with underscores."""
LINE_ENDS = ("\n", "\n", "\n", " \n", "\n   ")
"""Of each document one."""
Pair = tuple[str, str]
Way = Callable[[str, random.Random, str], str]


def _lost(url: str) -> str:
    return url.replace("_", " ")


def _columns(url: str, rnd: random.Random, line_end: str) -> str:
    return re.sub(r"\s*\n\s*", line_end, damage_urls.columns(url, rnd))


def _some(share: float) -> Way:
    """White space in a `share` of the addresses."""
    return lambda url, rnd, _: damage_urls.spaces(url, rnd) if rnd.random() < share else url


def _both(way: Way) -> Way:
    """All underscores lost, and `way` besides."""
    return lambda url, rnd, line_end: way(url, rnd, line_end).replace("_", " ")


WAYS: dict[str, Way] = {
    "underscores lost": _both(lambda url, *_: url),
    "lost, in columns": _both(_columns),
    "lost, doubled": _both(lambda url, rnd, _: damage_urls.wraps(url, rnd)),
    "lost, spaces in a tenth": _both(_some(0.1)),
    "lost, spaces in all": _both(_some(1.0)),
    "lost in half": lambda url, rnd, _: _lost(url) if rnd.random() < 1 / 2 else url,
    "in columns": _columns,
    "spaces in a tenth": _some(0.1),
    "spaces in all": _some(1.0),
}


class Count(NamedTuple):
    """Damaged addresses, those right alone, together and in a text; the same of those with underscores; sound
    addresses that are changed, together and in a text."""

    all: int = 0
    alone: int = 0
    together: int = 0
    text: int = 0
    under: int = 0
    alone_under: int = 0
    together_under: int = 0
    text_under: int = 0
    changed: int = 0
    changed_text: int = 0


def document(urls: list[str], way: Way, rnd: random.Random) -> list[Pair]:
    """The addresses of a document and how it prints them."""
    under, others = ([url for url in urls if ("_" in url) is kind] for kind in (True, False))
    size = rnd.choice(SIZES)
    some = min(len(under), max(2, round(size * rnd.uniform(LEAST, MOST))))
    chosen = rnd.sample(under, some) + rnd.sample(others, min(len(others), size - some))
    line_end = rnd.choice(LINE_ENDS)
    return [(url, way(url, rnd, line_end)) for url in shuffled(chosen, rnd.randrange(99))]


def in_text(pairs: list[Pair], rnd: random.Random) -> list[str | None]:
    """What is read where each address stands in a paragraph of its own, with text behind it."""
    content, starts = "", []
    for number, (_, raw) in enumerate(pairs, 1):
        content += f"{number}. Moss, Anna: The weir and its keepers. "
        starts.append(len(content))
        content += raw + rnd.choice(damage_urls.TRAILING) + "\n\n"
    found = {link.spans[0].start: link.url for link in reversed(find_links(Text(content), ()))}
    return [found.get(start) for start in starts]


def counted(pairs: list[Pair], rnd: random.Random) -> Count:
    together = readings([Place((Span(at, at + 1),), raw) for at, (_, raw) in enumerate(pairs)])
    count = Count()
    for (url, raw), found, read in zip(pairs, together, in_text(pairs, rnd), strict=True):
        count = Count(*map(sum, zip(count, _of_one(url, raw, found, read), strict=True)))
    return count


def _of_one(url: str, raw: str, found: Repair, read: str | None) -> Count:
    if raw == url:
        return Count(changed=found.url != url, changed_text=read != url)
    right = repair(raw).url == url, found.url == url, read == url
    under = "_" in url
    return Count(1, *right, under, *(one and under for one in right))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--list", type=Path, nargs="*", help="sound addresses of your own, one a line")
    options = parser.parse_args()
    urls = [url for path in options.list or () for url in path.read_text("utf-8").split()]
    urls = urls or [u for u in varied(shuffled(mined(), 3)) if 24 <= len(u) <= 200 and u.count("/") > 2]
    print("damaged, right alone, together, in a text; the same of those with underscores")
    for name, way in WAYS.items():
        rnd = random.Random(name)
        counts = [counted(document(urls, way, rnd), rnd) for _ in range(options.documents)]
        one = Count(*map(sum, zip(*counts, strict=True)))
        share = "  ".join(f"{100 * part / max(1, one.all):6.2f}" for part in one[1:4])
        of_under = "  ".join(f"{100 * part / max(1, one.under):6.2f}" for part in one[5:8])
        print(
            f"{name:24} {one.all:6}: {share} %   with underscores {one.under:5}: {of_under} %"
            f"   sound, changed {one.changed}, {one.changed_text}",
            flush=True,
        )


if __name__ == "__main__":
    main()
