"""Builds `citecheck/repair/data/common.bin`: which words are common in addresses, and how common.

    python -m benchmarks.build_common [--list FILE...]

Three sources, each with the share of words that it is believed to stand for: the frequency lists of
pyspellchecker (MIT licence; de en es fr it nl pt ru lv, counted in film subtitles), the words of addresses
(a word counts once a site; `--list`, else those that documentation on the machine prints), and names and
summaries of Debian's packages (`apt-cache dumpavail`, a word counts once a source package). Only words and
counts are kept. `citecheck.repair.common` says how the file is read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from benchmarks.build_lexicon import spellings
from benchmarks.sound_urls import mined
from citecheck.repair.common import BYTES, HOST, LEAST, LONGEST, SHORTEST, Common, entry_of, place_of

TARGET = Path(__file__).parent.parent / "citecheck" / "repair" / "data" / "common.bin"
LANGUAGES = {
    "en": 0.4,
    "de": 0.1,
    "fr": 0.1,
    "es": 0.1,
    "it": 0.05,
    "pt": 0.05,
    "ru": 0.05,
    "nl": 0.05,
    "lv": 0.01,
}
ADDRESSES, PACKAGES = 0.5, 0.15
RARE_SITES, RARE_PACKAGES = 2, 2
"""Sites, source packages in which a word must stand."""
FULL = 0.6
"""Share of the slots that are taken."""
_WORD = re.compile(r"[a-z]+")


def spoken() -> dict[str, float]:
    shares: dict[str, float] = defaultdict(float)
    for language, weight in LANGUAGES.items():
        data = files("spellchecker").joinpath(f"resources/{language}.json.gz").read_bytes()
        counts: dict[str, int] = json.loads(gzip.decompress(data))
        total = sum(counts.values())
        for word, count in counts.items():
            for spelling in dict.fromkeys(spellings(word.replace("'", ""), language)):
                if spelling.isascii() and spelling.isalpha():
                    shares[spelling] = max(shares[spelling], weight * count / total)
    return shares


def counted(groups: Iterable[tuple[str, str]], least: int, weight: float) -> dict[str, float]:
    """Share of each word among the words of `(group, text)`; a word counts once a group."""
    seen: dict[str, set[str]] = defaultdict(set)
    for group, text in groups:
        for word in _WORD.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()):
            seen[word].add(group)
    counts = Counter({word: len(groups) for word, groups in seen.items()})
    total = sum(counts.values())
    return {word: weight * count / total for word, count in counts.items() if count >= least}


def site_of(url: str) -> str:
    return ".".join(url.split("/")[2].lower().partition(":")[0].split(".")[-2:])


def packages() -> list[tuple[str, str]]:
    try:
        text = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        print("no list of packages", file=sys.stderr)
        return []
    found = []
    for record in text.split("\n\n"):
        fields = dict(re.findall(r"(?m)^(Package|Source|Description): (.*)$", record))
        name = fields.get("Package", "")
        found.append(
            (fields.get("Source", name).partition(" ")[0], name + " " + fields.get("Description", ""))
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path, nargs="*", help="sound addresses, one a line")
    options = parser.parse_args()
    urls = [u for path in options.list or () for u in path.read_text("utf-8").split()] or mined()
    sources = [
        spoken(),
        counted(((site_of(url), url.partition("//")[2]) for url in urls), RARE_SITES, ADDRESSES),
        counted(packages(), RARE_PACKAGES, PACKAGES),
    ]
    shares: dict[str, float] = defaultdict(float)
    for source in sources:
        for word, share in source.items():
            shares[word] = max(shares[word], share)
    bits = {
        word: -math.log2(share)
        for word, share in shares.items()
        if SHORTEST <= len(word) <= LONGEST and -math.log2(share) <= LEAST
    }
    labels = {label for url in urls for label in url.split("/")[2].lower().split(".")[:-1]}
    bits |= {HOST + label: 1.0 for label in labels if label.isascii() and label.isalpha()}
    TARGET.write_bytes(table_of(bits))
    made = Common(TARGET.read_bytes())
    print([len(s) for s in sources], len(bits), "words,", TARGET.stat().st_size, "bytes", file=sys.stderr)
    assert all(made.bits(word) for word in bits)


def table_of(bits: dict[str, float]) -> bytes:
    """Slots of three bytes; a word lies in the first free one from its place on."""
    size = int(len(bits) / FULL)
    table = bytearray(size * BYTES)
    for word in sorted(bits):
        place = place_of(word, size)
        while any(table[place * BYTES : place * BYTES + BYTES]):
            place = (place + 1) % size
        table[place * BYTES : place * BYTES + BYTES] = entry_of(word, bits[word])
    return bytes(table)


if __name__ == "__main__":
    main()
