"""How well quotations are located and audited: known edits of known passages, in several languages.

    python -m benchmarks.quotations TEXTS [--per N] [--html] [--misses N] [--languages en,fr]

TEXTS is a folder with one sub-folder of HTML files a language (`de/`, `fr/`, …): an installation guide or a
manual in several languages. On Debian the package `installation-guide-amd64` has nineteen:

    apt-get download installation-guide-amd64 && dpkg-deb -x installation-guide-amd64_*.deb texts
    python -m benchmarks.quotations texts/usr/share/doc/installation-guide-amd64

Half of each text is the page; the other half gives the absent quotations: same book, same names, no four
words in a row in common. Every planted passage stands once on its page.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.quotation_edits import ALTERED, HONEST, Edits
from citecheck.match import compare, language_of, prepare
from citecheck.match.fold import fold_word, split_words
from citecheck.match.language import script_of
from citecheck.match.page import Page
from citecheck.match.rules import rules_for
from citecheck.model import Alignment, Span, Text, Verdict
from citecheck.read import read_page

LENGTHS = (5, 8, 12, 20, 40, 80)
LANGUAGES = ("en", "de", "fr", "ru", "es", "it", "cs", "nl", "sv", "pt")
PAGE_CHARACTERS = 60_000
NEGATIONS = {
    "en": "not",
    "de": "nicht",
    "fr": "pas",
    "ru": "не",
    "es": "no",
    "it": "non",
    "pt": "não",
    "nl": "niet",
}
NEGATIONS |= {"sv": "inte", "cs": "není", "pl": "nie", "uk": "не", "be": "не", "bg": "не", "ro": "nu"}
NEGATIONS |= {"fi": "ei", "tr": "değil", "el": "δεν", "da": "ikke", "no": "ikke", "hu": "nem"}
NEGATIONS |= {"hr": "nije", "sk": "nie", "et": "ei", "lv": "nav", "sl": "ne"}


@dataclass(frozen=True)
class Corpus:
    """A page of one language, the same as HTML, and a text that it does not hold."""

    language: str
    page: Page
    marked_up: Page
    held_out: str


def corpora(folder: Path, languages: tuple[str, ...]) -> Iterator[Corpus]:
    for language in languages:
        files = sorted((folder / language).rglob("*.htm*"))
        texts = [read_page(file.read_bytes(), "text/html", file.name).content for file in files]
        blocks = list(dict.fromkeys(line for text in texts for line in text.split("\n") if len(line) > 40))
        if not blocks:
            print(f"no text in {folder / language}", file=sys.stderr)
            continue
        random.Random(7).shuffle(blocks)
        half = len(blocks) // 2
        content = "\n".join(blocks[:half])[:PAGE_CHARACTERS]
        marked = read_page(as_html(content).encode(), "text/html; charset=utf-8", "page")
        yield Corpus(language, prepare(Text(content)), prepare(marked), "\n".join(blocks[half:]))


def as_html(content: str) -> str:
    """The text as a page with inline elements, wrapped lines, entities, scripts and menus."""
    chance = random.Random(3)
    paragraphs = []
    for block in content.split("\n"):
        words = [html.escape(word) for word in block.split(" ")]
        for at, word in enumerate(words):
            roll = chance.random()
            if roll < 0.03 and len(word) > 4:
                words[at] = f"{word[:2]}<b>{word[2:]}</b>"
            elif roll < 0.06:
                words[at] = f"<a href='#'>{word}</a>"
            elif roll < 0.08 and len(word) > 8 and "&" not in word:
                words[at] = f"{word[:5]}&shy;{word[5:]}"
            elif roll < 0.12:
                words[at] = f"{word}\n   "
        paragraphs.append(f"<p>{' '.join(words)}</p>\n<script>var x = '{at}';</script>")
    menu = "<ul><li>Home<li>Help</ul>"
    return f"<html><head><title>t</title></head><body>{menu}{''.join(paragraphs)}</body></html>"


def passages(page: Page, size: int, count: int, seed: int, want: re.Pattern[str] | None = None) -> list[Span]:
    """Places of `count` runs of `size` words, each once on the page."""
    chance = random.Random(seed * 1000 + size)
    spans: list[Span] = []
    for _ in range(count * 60):
        if len(spans) == count:
            break
        first = chance.randrange(len(page) - size)
        span = page.span(first, first + size)
        if not _whole(page.text.content, span):
            continue
        words = " ".join(page.words.folded[first : first + size])
        if page.folded.count(f" {words} ") == 1 and (want is None or want.search(span.of(page.text.content))):
            spans.append(span)
    return spans


def _whole(content: str, span: Span) -> bool:
    """Whether a passage begins and ends where printed words do, but for a mark of punctuation."""
    before, after = content[span.start - 1 : span.start], content[span.end : span.end + 2]
    return not before.strip(' \n(«“„"') and not after.strip(' \n.,;:!?)»”"')[:1].strip()


def absent(corpus: Corpus, size: int, count: int) -> list[str]:
    """Runs of words of the held-out text that share no four words in a row with the page."""
    chance = random.Random(size)
    words = split_words(corpus.held_out)
    found: list[str] = []
    for _ in range(count * 60):
        if len(found) == count:
            break
        first = chance.randrange(len(words) - size)
        run = words.folded[first : first + size]
        raw = corpus.held_out[words.starts[first] : words.ends[first + size - 1]]
        foreign = language_of(raw) not in (None, corpus.language)  # manuals quote English programs
        foreign |= script_of(raw) != script_of(corpus.page.text.content)
        if not foreign and not any(
            f" {' '.join(run[i : i + 4])} " in corpus.page.folded for i in range(size - 3)
        ):
            found.append(raw)
    return found


def edits_for(corpus: Corpus) -> Edits:
    content = corpus.page.text.content
    rules = rules_for(corpus.language)
    words = sorted({word for word in re.findall(r"[^\W\d_]{4,12}", content) if word.islower()})
    capital = (word for word in re.findall(r"(?<=[^\W\d_] )[^\W\d_]{4,}", content) if word[0].isupper())
    names = Counter(capital)
    lower = {word for word in re.findall(r"[^\W\d_]+", content) if word.islower()}
    grave = rules.negation | rules.limiting | set(rules.numbers) | set(rules.months)
    grave |= set(rules.scales) | set(rules.measures)
    kept = sorted(name for name in names if name.lower() not in lower and not name.isupper())
    plain = [word for word in words if grave.isdisjoint(fold_word(word))]
    return Edits(11, plain, kept, frozenset(grave), NEGATIONS[corpus.language])


def overlap(one: Span | None, other: Span) -> float:
    """Intersection over union of two spans."""
    if one is None:
        return 0.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


@dataclass
class Tally:
    """What was counted."""

    located: Counter[tuple[str, int]]
    total: Counter[tuple[str, int]]
    verdicts: defaultdict[str, Counter[str]]
    reported: Counter[str]
    misses: list[tuple[str, str, str, str]]


def measure(corpora_: list[Corpus], per: int, *, marked_up: bool) -> Tally:
    tally = Tally(Counter(), Counter(), defaultdict(Counter), Counter(), [])
    for corpus in corpora_:
        edits = edits_for(corpus)
        page = corpus.marked_up if marked_up else corpus.page
        for size in LENGTHS:
            for kind in (*HONEST, *ALTERED):
                want = (
                    re.compile(r"\d")
                    if kind == "number"
                    else re.compile(r"\s[A-ZА-ЯΑ-Ω]")
                    if kind == "name"
                    else None
                )
                for span in passages(page, size, per, len(kind), want):
                    passage = " ".join(span.of(page.text.content).split())
                    edited = getattr(edits, kind)(passage)
                    if edited is not None:
                        count(tally, kind, size, edited, span, compare(edited, page), page)
            for quotation in absent(corpus, size, per * 4):
                verdict = compare(quotation, page).verdict
                tally.verdicts["absent"][verdict] += 1
                if verdict is not Verdict.NOT_FOUND:
                    tally.misses.append(("absent", verdict, quotation, compare(quotation, page).found or ""))
    return tally


def count(tally: Tally, kind: str, size: int, edited: str, span: Span, got: Alignment, page: Page) -> None:
    tally.total[kind, size] += 1
    tally.verdicts[kind][got.verdict] += 1
    hit = overlap(got.span, span) >= 0.5
    tally.located[kind, size] += hit
    kinds = {difference.kind for difference in got.differences}
    wanted = ALTERED.get(kind)
    told = wanted is not None and (wanted in kinds or (wanted == "name" and "word" in kinds))
    tally.reported[kind] += told
    if not hit or (wanted and not told) or (not wanted and got.verdict is Verdict.ALTERED):
        differences = "; ".join(f"{d.kind}: {d.quoted!r}/{d.found!r}" for d in got.differences)
        tally.misses.append((kind, got.verdict, edited, f"{differences} | {span.of(page.text.content)}"))


def speed(corpus: Corpus) -> dict[str, float]:
    """Times of `compare` as ratios to a bare `partial_ratio_alignment` with cut-off 80, medians."""
    page, edits = corpus.page, edits_for(corpus)
    present, missing = [], absent(corpus, 30, 20)
    for kind in ("exact", "ocr3", "drops", "substituted", "number"):
        want = re.compile(r"\d") if kind == "number" else None
        for span in passages(page, 30, 8, 5, want):
            present.append(getattr(edits, kind)(span.of(page.text.content)) or span.of(page.text.content))
    compare("warm up the page once", page)
    return {"present": ratio(present, page), "absent": ratio(missing, page)}


def ratio(quotations: list[str], page: Page) -> float:
    ours, bare = [], []
    for quotation in quotations:
        folded = " ".join(split_words(quotation).folded)
        bare.append(
            best_of(lambda text: fuzz.partial_ratio_alignment(text, page.folded, score_cutoff=80), folded)
        )
        ours.append(best_of(lambda text: compare(text, page), quotation))
    return sorted(ours)[len(ours) // 2] / sorted(bare)[len(bare) // 2]


def best_of(call, argument: str) -> float:  # type: ignore[no-untyped-def]
    """Seconds of the fastest of twenty calls: other processes of the machine take no part."""
    times = []
    for _ in range(20):
        start = time.perf_counter()
        call(argument)
        times.append(time.perf_counter() - start)
    return min(times)


def summary(tally: Tally) -> dict[str, object]:
    honest_total = sum(sum(tally.verdicts[kind].values()) for kind in HONEST)
    honest_altered = sum(tally.verdicts[kind]["altered"] for kind in HONEST)
    absent_total = sum(tally.verdicts["absent"].values())
    result: dict[str, object] = {
        "located": round(sum(tally.located.values()) / sum(tally.total.values()), 4),
        "honest called altered": round(honest_altered / honest_total, 4),
        "absent not not-found": round(1 - tally.verdicts["absent"]["not-found"] / absent_total, 4),
    }
    for kind, name in ALTERED.items():
        result[f"{name} reported"] = round(
            tally.reported[kind] / max(1, sum(tally.verdicts[kind].values())), 4
        )
    result["by length"] = {
        size: round(
            sum(n for (_, s), n in tally.located.items() if s == size)
            / sum(n for (_, s), n in tally.total.items() if s == size),
            4,
        )
        for size in LENGTHS
    }
    result["by kind"] = {
        kind: round(
            sum(n for (k, _), n in tally.located.items() if k == kind)
            / max(1, sum(n for (k, _), n in tally.total.items() if k == kind)),
            4,
        )
        for kind in (*HONEST, *ALTERED)
    }
    result["verdicts"] = {kind: dict(counts.most_common()) for kind, counts in tally.verdicts.items()}
    result["quotations"] = sum(tally.total.values()) + absent_total
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--per", type=int, default=6, help="passages a language, length and kind")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--misses", type=int, default=0, help="show so many misses")
    parser.add_argument("--html", action="store_true", help="measure on the HTML form too")
    options = parser.parse_args()
    texts = list(corpora(options.texts, tuple(options.languages.split(","))))
    if not texts:
        sys.exit("no texts found")
    tally = measure(texts, options.per, marked_up=False)
    print(json.dumps(summary(tally), ensure_ascii=False, indent=1))
    for miss in random.Random(1).sample(tally.misses, min(options.misses, len(tally.misses))):
        print("\n  ".join(miss))
    if options.html:
        short = summary(measure(texts, options.per, marked_up=True))
        print(json.dumps({"html": {k: v for k, v in short.items() if not isinstance(v, dict)}}, indent=1))
    print(json.dumps({"speed ratio": {c.language: speed(c) for c in texts}}, indent=1))


if __name__ == "__main__":
    main()
