"""How the habits of print and alterations of sense are told, on prose in several languages.

    python -m benchmarks.quotation_prose TEXTS [--per N] [--html] [--misses N] [--languages en,fr] [--seed N]

TEXTS is a folder with one sub-folder of texts a language (`de/law.txt`, `uk/novel.xml`, …): plain text with
one paragraph a line, or TEI as in the European Literary Text Collection (ELTeC); novels, laws, news. Each
file gives a page of 60,000 characters; passages that are not there come from its rest. Edits:
`benchmarks/quotation_habits.py` for the quotation, `benchmarks/quotation_settings.py` for both sides.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from benchmarks import quotation_settings
from benchmarks.quotation_habits import (
    CONTRACTIONS,
    FALSE,
    LIMITING,
    MONTHS,
    MORE_NUMBERS,
    NUMBER_WORDS,
    SPELLINGS,
    TRUE,
    Habits,
)
from benchmarks.quotation_settings import Settings
from benchmarks.quotations import LENGTHS, PAGE_CHARACTERS, Corpus, absent, as_html, overlap, passages
from citecheck.match import Page, compare, prepare
from citecheck.model import Flag, Span, Text, Verdict
from citecheck.read import read_page

LEAST_CHARACTERS = 20_000
ALL_TRUE = (*TRUE, *quotation_settings.TRUE)
ALL_FALSE = {**FALSE, **quotation_settings.FALSE}
TEI = "{http://www.tei-c.org/ns/1.0}"
NAME = re.compile(r"(?<=[a-zа-яёіїєўéóąęłńśźżäöüàèìòù,] )[A-ZА-ЯІЄЇŁŚŻ][^\W\d_]{3,}")
GERMAN_NAME = re.compile(r"(?:Herrn?|Frau|Dr\.|Prof\.|[A-Z][a-zäöü]{2,}) ([A-Z][a-zäöüß]{3,})(?= |,)")


@dataclass
class Tally:
    """What was counted."""

    total: Counter[str] = field(default_factory=Counter)
    located: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    verdicts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    sizes: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    misses: list[tuple[str, ...]] = field(default_factory=list)


def corpora(folder: Path, languages: list[str], seed: int) -> Iterator[tuple[str, Corpus]]:
    """A page and the rest of its text, for each file of the languages."""
    for file in sorted((*folder.glob("*/*.txt"), *folder.glob("*/*.xml"))):
        language = file.parent.name
        if language not in languages:
            continue
        lines = file.read_text("utf-8").split("\n") if file.suffix == ".txt" else list(tei_lines(file))
        blocks = [line for line in dict.fromkeys(lines) if len(line) > 30]
        if sum(map(len, blocks)) < LEAST_CHARACTERS:
            continue
        random.Random(seed).shuffle(blocks)
        half = len(blocks) // 2
        content = "\n".join(blocks[:half])[:PAGE_CHARACTERS]
        marked = read_page(as_html(content).encode(), "text/html; charset=utf-8", "page")
        corpus = Corpus(language, prepare(Text(content)), prepare(marked), "\n".join(blocks[half:]))
        yield f"{language}/{file.stem}", corpus


def tei_lines(file: Path) -> Iterator[str]:
    """Paragraphs and verses of a TEI file, notes left out."""
    root = etree.parse(file, etree.XMLParser(recover=True, huge_tree=True)).getroot()
    etree.strip_elements(root, f"{TEI}note", f"{TEI}teiHeader", with_tail=False)
    for block in root.iter(f"{TEI}p", f"{TEI}l"):
        yield " ".join("".join(block.itertext()).split())


def names_in(corpus: Corpus) -> list[str]:
    """Words with a capital inside sentences that the page never has in small letters."""
    content = corpus.page.text.content
    found = set((GERMAN_NAME if corpus.language == "de" else NAME).findall(content))
    lower = set(re.findall(r"[^\W\d_]+", content))
    return sorted(name for name in found if name.lower() not in lower and not name.isupper())


def wanted(language: str) -> dict[str, re.Pattern[str]]:
    """What a passage must hold for an edit to have something to change."""
    words = [*NUMBER_WORDS[language], *(word for row in MORE_NUMBERS[language] for word in row.split("/"))]
    limiting = [row.split(">")[0].strip() for row in LIMITING[language]]
    patterns = {
        "digit": r"\d", "swapped_digits": r"\d\d", "number_dropped": r" \d+ ", "roman": r"\b[IVXL]{2,6}\b",
        "number_format": r"\d{4}|\d ?%|\d[.,]\d", "other_name": r"\s[A-ZА-ЯІЄЇ]",
        "worded_number": rf"(?<!\w)(?:{'|'.join(words)})(?!\w)",
        "month": MONTHS[language].replace("/", "|"),
        "limiting": rf"\s(?:{'|'.join(limiting)})\s",
        "number_word": rf"(?<!\w)(?:{'|'.join(NUMBER_WORDS[language])})(?!\w)| (?:[2-9]|10|12|20|30) ",
        "contraction": "|".join(phrase for pair in CONTRACTIONS for phrase in pair),
        "spelling": "|".join(pattern for pattern, _ in SPELLINGS),
    }  # fmt: skip
    return {kind: re.compile(pattern) for kind, pattern in patterns.items()}


def measure(texts: list[tuple[str, Corpus]], per: int, seed: int, sets: str, *, marked_up: bool) -> Tally:
    tally = Tally()
    for name, corpus in texts:
        page = corpus.marked_up if marked_up else corpus.page
        for size in LENGTHS:
            if sets != "settings" and corpus.language in NUMBER_WORDS:
                measure_habits(tally, name, corpus, page, size, per, seed)
            if sets != "habits":
                measure_settings(tally, name, corpus, size, per, seed)
                measure_onward(tally, name, corpus, size, per, seed)
            measure_absent(tally, name, corpus, page, size, per)
    return tally


def measure_habits(
    tally: Tally, name: str, corpus: Corpus, page: Page, size: int, per: int, seed: int
) -> None:
    """Edits of the quotation alone."""
    habits = Habits(11 + size, corpus.language, names_in(corpus))
    want = wanted(corpus.language)
    for kind in (*TRUE, *FALSE):
        for span in passages(page, size, per, len(kind) + seed, want.get(kind)):
            passage = " ".join(span.of(page.text.content).split())
            edited = getattr(habits, kind)(passage)
            if edited is not None:
                count(tally, name, kind, size, edited, page, span)


def measure_settings(tally: Tally, name: str, corpus: Corpus, size: int, per: int, seed: int) -> None:
    """Edits of the quotation and of its passage on the page."""
    settings = Settings(11 + size, corpus.language, names_in(corpus))
    content = corpus.page.text.content
    for kind in (*quotation_settings.TRUE, *quotation_settings.FALSE):
        for span in passages(corpus.page, size, per, len(kind) + seed):
            pair = getattr(settings, kind)(" ".join(span.of(content).split()))
            if pair is not None:
                page = prepare(Text(content[: span.start] + pair[1] + content[span.end :]))
                count(tally, name, kind, size, pair[0], page, Span(span.start, span.start + len(pair[1])))


def measure_onward(tally: Tally, name: str, corpus: Corpus, size: int, per: int, seed: int) -> None:
    """Whether it is told that the source goes on with an objection, and not told where it does not."""
    settings = Settings(11 + size, corpus.language, names_in(corpus))
    content = corpus.page.text.content
    for key in ("onward", "plain"):
        for span in passages(corpus.page, size, per, len(key) + seed):
            pair = settings.onward(" ".join(span.of(content).split()), key)
            # What follows is a sentence without objections, so that only `key` speaks.
            page = prepare(Text(content[: span.start] + pair[1] + "1234.\n" + content[span.end :]))
            told = Flag.STOPS_EARLY in compare(pair[0], page).flags
            tally.total[f"goes on with {key}"] += 1
            tally.told[f"goes on with {key}"] += told
            if told != (key == "onward"):
                tally.misses.append((f"{name}: {key}", pair[0], pair[1][-60:]))


def measure_absent(tally: Tally, name: str, corpus: Corpus, page: Page, size: int, per: int) -> None:
    names = set(names_in(corpus))
    for quotation in absent(corpus, size, per * 6):
        got = compare(quotation, page)
        kinds = ["absent"]
        if names.intersection(re.findall(r"[^\W\d_]+", quotation)):
            kinds.append("absent, names of the page in it")
        for kind in kinds:
            tally.verdicts[kind][got.verdict] += 1
        if got.verdict is not Verdict.NOT_FOUND:
            tally.misses.append((f"{name}: absent: {got.verdict}", quotation, got.found or ""))


def count(tally: Tally, name: str, kind: str, size: int, edited: str, page: Page, span: Span) -> None:
    got = compare(edited, page)
    kinds = {difference.kind.value for difference in got.differences}
    false = ALL_FALSE.get(kind)
    told = false is not None and (false in kinds or (false == "name" and "word" in kinds))
    hit = overlap(got.span, span) >= 0.5
    tally.total[kind] += 1
    tally.located[kind] += hit
    tally.told[kind] += told
    tally.verdicts[kind][got.verdict] += 1
    tally.sizes[size].append(hit)
    if not hit or (false and not told) or (not false and got.verdict is Verdict.ALTERED):
        listed = "; ".join(f"{d.kind}: {d.quoted!r}/{d.found!r}" for d in got.differences)
        on_page = span.of(page.text.content)
        tally.misses.append((f"{name}: {kind}: {got.verdict}", edited, listed, on_page))


def summary(tally: Tally) -> dict[str, object]:
    honest = [kind for kind in ALL_TRUE if tally.total[kind]]
    kinds = [kind for kind in (*ALL_TRUE, *ALL_FALSE) if tally.total[kind]]
    quotations = sum(tally.total[kind] for kind in kinds)
    absents = sum(tally.verdicts["absent"].values())
    result: dict[str, object] = {
        "quotations": quotations,
        "located": round(sum(tally.located.values()) / quotations, 4),
        "honest called altered": round(
            sum(tally.verdicts[kind]["altered"] for kind in honest)
            / sum(tally.total[kind] for kind in honest),
            4,
        ),
        "absent": absents,
        "absent not not-found": round(1 - tally.verdicts["absent"]["not-found"] / max(1, absents), 4),
    }
    for name in ("number", "negation", "name"):
        ours = [kind for kind, false in ALL_FALSE.items() if false == name]
        total = sum(tally.total[kind] for kind in ours)
        result[f"{name} reported"] = round(sum(tally.told[kind] for kind in ours) / max(1, total), 4)
    for key in ("onward", "plain"):
        if total := tally.total[f"goes on with {key}"]:
            result[f"stops early told, goes on with {key}"] = round(
                tally.told[f"goes on with {key}"] / total, 4
            )
    result["by length"] = {size: round(sum(hits) / len(hits), 4) for size, hits in tally.sizes.items()}
    result["by kind"] = {
        kind: {
            "located": round(tally.located[kind] / tally.total[kind], 4),
            **({"reported": round(tally.told[kind] / tally.total[kind], 4)} if kind in ALL_FALSE else {}),
            **dict(tally.verdicts[kind].most_common()),
        }
        for kind in kinds
    }
    result["absent by kind"] = {
        kind: dict(counts.most_common())
        for kind, counts in tally.verdicts.items()
        if kind.startswith("absent")
    }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--per", type=int, default=4, help="passages a file, length and kind")
    parser.add_argument("--languages", default=",".join(quotation_settings.WORDS))
    parser.add_argument("--misses", type=int, default=0, help="show so many misses")
    parser.add_argument("--html", action="store_true", help="measure on the HTML form instead")
    parser.add_argument("--set", choices=("all", "habits", "settings"), default="all", dest="sets")
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    texts = list(corpora(options.texts, options.languages.split(","), options.seed))
    if not texts:
        sys.exit("no texts found")
    tally = measure(texts, options.per, options.seed, options.sets, marked_up=options.html)
    print(json.dumps(summary(tally), ensure_ascii=False, indent=1))
    for miss in random.Random(1).sample(tally.misses, min(options.misses, len(tally.misses))):
        print("\n  ".join(miss))


if __name__ == "__main__":
    main()
