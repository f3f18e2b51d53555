"""How well quotations are compared with pages in another language; needs the extra `crosslingual`.

    python -m benchmarks.across_languages TEXTS [--pairs fr-ru,es-de] [--per N]

TEXTS is a folder with one sub-folder of HTML files a language, files of one name being translations of each
other (see `benchmarks/quotations.py`). A sentence of one language is looked for on the page of the other,
and on that page without the paragraph that holds it. With `../shared/real/crosslingual.dev.json` at hand
its ten quotations and pages are measured too.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from citecheck.match import compare, prepare
from citecheck.match.crosslingual import installed
from citecheck.match.crosslingual.sentences import sentences
from citecheck.model import Text
from citecheck.read import read_page

WRITTEN = Path("../shared/real/crosslingual.dev.json")
PAGES = ("true_page", "distractor_page", "sibling_page", "contradicting_page")


@dataclass(frozen=True)
class Sample:
    """A sentence, the paragraph that translates it, and the page around that."""

    quote: str
    paragraph: str
    before: list[str]
    after: list[str]


def samples(folder: Path, one: str, other: str, count: int) -> Iterator[Sample]:
    """Sentences of pages whose paragraphs pair off, at most two a page."""
    chance = random.Random(5)
    files = sorted(path.name for path in (folder / one).glob("*.html"))
    chance.shuffle(files)
    left = count
    for name in files:
        ours, theirs = lines(folder / one / name), lines(folder / other / name)
        if len(ours) != len(theirs) or len(ours) < 14:
            continue
        places = [at for at in range(3, len(ours) - 3) if 90 < len(ours[at]) < 700]
        for at in chance.sample(places, min(2, len(places))):
            spans = [s for s in sentences(ours[at]) if 10 <= len(s.of(ours[at]).split()) <= 40]
            if spans and left:
                left -= 1
                quote = chance.choice(spans).of(ours[at])
                yield Sample(quote, theirs[at], theirs[:at], theirs[at + 1 :])


def lines(path: Path) -> list[str]:
    return read_page(path.read_bytes(), "text/html", path.name).content.split("\n") if path.exists() else []


def translated(folder: Path, one: str, other: str, count: int) -> dict[str, object]:
    found = list(samples(folder, one, other, count))
    others = [sample.quote for sample in found]
    verdicts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    right = shown = 0
    for sample in found:
        there = Text("\n".join([*sample.before, sample.paragraph, *sample.after]))
        got = compare(sample.quote, prepare(there), language=one, others=others)
        shown += got.found is not None
        right += got.found is not None and got.found[:25] in sample.paragraph
        verdicts["true"][got.verdict] += 1
        gone = Text("\n".join(sample.before + sample.after))
        verdicts["without it"][compare(sample.quote, prepare(gone), language=one, others=others).verdict] += 1
    return {"quotations": len(found), "shown": shown, "right of those shown": right, **verdicts}


def written(path: Path) -> dict[str, Counter[str]]:
    pairs = json.loads(path.read_text("utf-8"))["pairs"]
    others = [pair["quote_fr"] for pair in pairs]
    verdicts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        pages = [(kind, pair[kind]) for kind in PAGES if kind in pair]
        pages += [("changed_number", one.get("page", one)) for one in pair.get("changed_number_pages", ())]
        for kind, page in pages:
            got = compare(pair["quote_fr"], prepare(Text("\n".join(page["paragraphs"]))), others=others)
            verdicts[kind][got.verdict] += 1
    return dict(verdicts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--pairs", default="fr-ru,es-de,it-en")
    parser.add_argument("--per", type=int, default=24, help="sentences a pair")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    for pair in options.pairs.split(","):
        one, other = pair.split("-")
        print(pair, json.dumps(translated(options.texts, one, other, options.per)), flush=True)
    if WRITTEN.exists():
        print("written pages", json.dumps(written(WRITTEN)))
    else:
        print(f"{WRITTEN} is not at hand; its pages were not measured")


if __name__ == "__main__":
    main()
