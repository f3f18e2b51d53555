"""How well URL repair works, on generated damage, on sound addresses and on annotated notes.

    python -m benchmarks.repair [--damage-mined N] [--sound N] [--sample DIRECTORY] [--misses KIND]
        [--list FILE]

Figures of docs/accuracy/addresses.md, "URL repair", come from here.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.damage_urls import KINDS, sound_list
from benchmarks.sound_urls import mined, shuffled, varied
from citecheck.repair import Context, repair
from citecheck.repair.address import host_end
from citecheck.repair.words import changed

SHOWN, EACH_KIND, LONGEST_SLIP = 40, 8, 3
SAMPLE = Path(__file__).parent.parent.parent / "shared" / "real"


def measure(name: str, urls: list[str], show: str | None) -> None:
    rnd = random.Random(11)
    print(f"{name}: {len(urls)} addresses")
    for kind, damage in KINDS.items():
        able = [url for url in urls if "underscores" not in kind or "_" in url]
        pairs = [(url, damage(url, rnd)) for url in able]
        pairs = [(url, raw) for url, raw in pairs if raw != url]
        first = five = missed = 0
        start = time.perf_counter()
        answers = [repair(raw) for _, raw in pairs]
        spent = (time.perf_counter() - start) / max(1, len(pairs))
        for (url, raw), answer in zip(pairs, answers, strict=True):
            candidates = [candidate.url for candidate in answer.candidates]
            first += candidates[:1] == [url]
            five += url in candidates[:5]
            if kind == show and candidates[:1] != [url] and (missed := missed + 1) <= SHOWN:
                tell(raw, url, candidates)
        share = 100 / max(1, len(pairs))
        shares = f"first {first * share:6.2f} %  five {five * share:6.2f} %"
        print(f"  {kind:20} {len(pairs):6} {shares}  {spent * 1e3:.3f} ms")


def tell(raw: str, url: str, candidates: list[str]) -> None:
    """One miss: what was given, what came out, what it should have been and where that stands."""
    print("   ", raw.encode("unicode_escape").decode())
    print("       ->", *candidates[:3])
    print("       not", url, candidates.index(url) if url in candidates else "-")


def sound(urls: list[str]) -> None:
    """How many sound addresses are changed, of how many sites, and by what kind of change where."""
    start = time.perf_counter()
    wrong = [(url, answer) for url in urls if (answer := repair(url).url) != url]
    spent = (time.perf_counter() - start) / max(1, len(urls))
    sites = {".".join(url.split("/")[2].split(".")[-2:]) for url, _ in wrong}
    share = f"{1000 * len(wrong) / max(1, len(urls)):.3f} in a thousand, of {len(sites)} sites"
    print(f"sound: {len(urls)} addresses, {len(wrong)} changed ({share}), {spent * 1e3:.3f} ms")
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for url, answer in wrong:
        kinds[kind_of_change(url, answer)].append((url, answer))
    for kind, pairs in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"  {kind}: {len(pairs)}")
        for url, answer in pairs[:EACH_KIND]:
            print("     ", url, "->", answer)


def kind_of_change(url: str, answer: str) -> str:
    """What was changed first, and whether in the host or behind it.

    >>> kind_of_change("http://g0.example/a", "http://go.example/a")
    '0 read as o in the host'
    """
    first, last, last_answer = changed(url, answer)
    where = "in the host" if first < host_end(url) else "behind the host"
    printed, read = url[first:last], answer[first:last_answer]
    if max(len(printed), len(read)) > LONGEST_SLIP:
        return f"more than a slip {where}"
    return f"{printed or 'nothing'} read as {read or 'nothing'} {where}"


def sample(folder: Path) -> None:
    path = folder / "notes.dev.jsonl"
    if not path.exists():
        print(f"annotated notes: {path} is not there")
        return
    rows = [row for line in path.read_text("utf-8").splitlines() if (row := json.loads(line)).get("url_raw")]
    context = Context.of((url, row["url_raw"]) for row in rows if (url := repair(row["url_raw"]).url))
    right = first = five = sure = 0
    for row in rows:
        candidates = [candidate.url for candidate in repair(row["url_raw"], context).candidates]
        structural = {row["url_structural"], row["url_correct"]}
        right += bool(structural & set(candidates)) if row["sure"] else bool(structural & set(candidates[:1]))
        if row["sure"]:
            sure += 1
            first += row["url_correct"] in candidates[:1]
            five += row["url_correct"] in candidates[:5]
    letters = f"letters where sure: first {first}, five {five} of {sure}"
    print(f"annotated notes: structure {right} of {len(rows)}; {letters}")


LENGTH = 600
"""Characters of the strings that take longest."""


def hostile() -> None:
    """What takes longest, each string seen for the first time."""
    rnd = random.Random(7)

    def words(between: str) -> str:
        """Words of the own list with all that is easily misread misread, the order new each time."""
        slugs = re.findall("[a-z]{5,}", " ".join(sound_list()))
        misread = [word.replace("m", "rn").replace("cl", "d").replace("w", "vv") for word in slugs]
        return between.join(rnd.sample(misread, LENGTH // 6))

    strings = {
        "damaged words, hyphens": words("-"),
        "damaged words, spaces": words(" "),
        "letters by chance": "-".join(
            "".join(rnd.choices("rnmijlwvcleosad", k=rnd.randrange(8, 24))) for _ in range(LENGTH // 8)
        ),
        "abab": "ab" * LENGTH,
        "((((": "(" * LENGTH,
    }
    for name, rest in strings.items():
        raw = ("http://www.news.example/" + rest)[:LENGTH]
        start = time.process_time()
        repair(raw)
        print(f"{LENGTH} characters, {name}: {(time.process_time() - start) * 1e3:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--damage-mined", type=int, default=2000)
    parser.add_argument("--sound", type=int, default=100_000)
    parser.add_argument("--sample", type=Path, default=SAMPLE)
    parser.add_argument(
        "--list", type=Path, help="sound addresses of your own, one a line, instead of both lists"
    )
    parser.add_argument("--misses", choices=sorted(KINDS))
    options = parser.parse_args()
    repair("http://www.news.example/warm-up-of-the-lists")
    if options.list:
        urls = options.list.read_text("utf-8").split()
        measure(options.list.name, urls[: options.damage_mined], options.misses)
        sound(urls[: options.sound])
        return
    measure("own list", sound_list(), options.misses)
    if options.damage_mined:
        urls = [
            url
            for url in varied(shuffled(mined(), 3))
            if 24 <= len(url) <= 200 and re.search(r"//[^/]+/.", url)
        ]
        measure("mined", urls[: options.damage_mined], options.misses)
    if options.sound:
        sound(shuffled(mined())[: options.sound])
    sample(options.sample)
    hostile()


if __name__ == "__main__":
    main()
