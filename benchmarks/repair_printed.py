"""How addresses are read in documents as they were written, before and after all underscores of their
addresses are lost: what stands behind an address is then its own text.

    python -m benchmarks.repair_printed [--folder DIRECTORY]

Without `--folder`, the documentation on the machine is taken. Figures of docs/accuracy/addresses.md, "A
document's own losses", come from here.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.sound_urls import PRINTED, cleaned, files
from citecheck.model import Text
from citecheck.repair import find_links

SUFFIXES, LARGEST, LEAST = {".md", ".rst", ".txt", ".org", ".tex", ""}, 150_000, 5
"""Endings of documents, their bytes at most, their addresses at least."""
_PRINTED = re.compile(PRINTED.pattern.decode())


class Count(NamedTuple):
    """Addresses with underscores that are right before they lose them, those right afterwards; the same of
    those without; sound ones that are read on over what follows, before and afterwards."""

    under: int = 0
    under_right: int = 0
    other: int = 0
    other_right: int = 0
    longer: int = 0
    longer_lost: int = 0


def documents(paths: Iterator[Path]) -> Iterator[str]:
    """Texts with several addresses behind white space, one with an underscore; each set of addresses once."""
    seen: set[frozenset[str]] = set()
    for path in paths:
        if path.suffix.lower() not in SUFFIXES or path.stat().st_size > LARGEST:
            continue
        try:
            text = path.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            continue
        urls = frozenset(url for _, url in addresses(text))
        if "\0" not in text and len(urls) >= LEAST and any("_" in url for url in urls) and urls not in seen:
            seen.add(urls)
            yield text


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """Where addresses stand behind white space."""
    for match in _PRINTED.finditer(text):
        url = cleaned(match[0])
        if url is not None and (match.start() == 0 or text[match.start() - 1].isspace()):
            yield match.start(), url


def counted(text: str) -> Count:
    found = list(addresses(text))
    lost = text
    for start, url in found:
        lost = lost[:start] + url.replace("_", " ") + lost[start + len(url) :]
    before, after = read(text), read(lost)
    count = Count()
    for start, url in found:
        sound, damaged = before.get(start), after.get(start)
        right, longer = sound == url, [len(one or "") > len(url) + 1 for one in (sound, damaged)]
        if "_" in url:
            one = Count(right, right and damaged == url, 0, 0, longer[0], 0)
        else:
            one = Count(0, 0, right, right and damaged == url, longer[0], right and longer[1])
        count = Count(*map(sum, zip(count, one, strict=True)))
    return count


def read(text: str) -> dict[int, str | None]:
    return {link.spans[0].start: link.url for link in reversed(find_links(Text(text), ()))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="documents of your own")
    options = parser.parse_args()
    texts = list(documents(options.folder.rglob("*") if options.folder else files()))
    one = Count(*map(sum, zip(*map(counted, texts), strict=True)))
    print(f"{len(texts)} documents; right before underscores were lost and afterwards:")
    print(f"with underscores {one.under_right} of {one.under}, others {one.other_right} of {one.other}")
    print(
        f"read on over what follows: {one.longer} before, {one.longer_lost} more of those without underscores"
    )


if __name__ == "__main__":
    main()
