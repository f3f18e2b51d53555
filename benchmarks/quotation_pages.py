"""Quotations as a reviewer would try them, on pages as the web has them, in fourteen languages.

    python -m benchmarks.quotation_pages TEXTS [--per N] [--misses N] [--languages en,fr] [--seed N]

TEXTS is a folder with one sub-folder of texts a language, as for `benchmarks/quotation_prose.py`: plain text
with one paragraph a line, or TEI. Each text is a page of 60,000 characters twice: as plain text, and as HTML
with menus, drop capitals, captions and advertisements within sentences, raised, bracketed and bare calls of
notes, hyphens at line ends, page numbers, hidden text, tables. Edits: `benchmarks/quotation_insertions.py`.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import LCSseq

from benchmarks.quotation_insertions import HONEST, KINDS, SENSES, digits_changed, exchanges
from benchmarks.quotation_prose import corpora, names_in
from benchmarks.quotations import LENGTHS, Corpus, absent
from citecheck.match import Page, compare, prepare
from citecheck.match.fold import split_words
from citecheck.model import Alignment, Verdict
from citecheck.read import read_page

FORMS = (
    "plain", "drop capital", "lines", "figure", "advertisement", "raised", "bracketed", "soft hyphens",
    "hyphens", "page number", "inline", "hidden", "spaces", "entities", "table", "ruby", "pull quote",
)  # fmt: skip


def as_html(content: str, language: str, chance: random.Random) -> str:
    """The text as a page of the web: a form by chance for each paragraph."""
    words = SENSES[language]
    body = "".join(
        paragraph(block, chance.choice(FORMS), number, words, chance)
        for number, block in enumerate(content.split("\n"))
    )
    menu = "<nav><ul><li><a href='/'>Home</a><li><a href='/about'>About us</a></ul></nav>"
    return (
        f"<!doctype html><title>t</title><body>{menu}<main><article>{body}</article></main><footer>©</footer>"
    )


def paragraph(block: str, form: str, number: int, words: dict[str, str], chance: random.Random) -> str:
    """One paragraph in one form."""
    cells = [html.escape(word, quote=False) for word in block.split(" ")]
    middle = len(cells) // 2
    breaks = {
        "figure": f"</p><figure><img src=a.jpg><figcaption>{words['caption']}</figcaption></figure><p>",
        "advertisement": f"</p><div class=ad>{words['advertisement']}</div><a href=/x>{words['more']}</a><p>",
        "page number": f"<span class=pagenum>[Pg {number + 10}]</span>",
        "hidden": "<span style='display:none'>not this</span><script>var a = 'no'</script>",
    }
    if form in breaks:
        cells.insert(middle, breaks[form])
    elif form in ("raised", "bracketed"):
        call = "<sup><a href='#n{0}'>{0}</a></sup>" if form == "raised" else "<sup>[{0}]</sup>"
        for at in range(5, len(cells) - 1, 13):
            cells[at] += call.format(number + at)
    elif form in ("soft hyphens", "hyphens"):
        sign = "&shy;" if form == "soft hyphens" else "-<br>\n"
        cells = [f"{one[:3]}{sign}{one[3:]}" if one.isalpha() and len(one) > 6 else one for one in cells]
    elif form == "inline":
        cells = [f"<b><i>{one}</i></b>" if chance.random() < 0.2 else one for one in cells]
    elif form == "ruby":
        cells[middle] = f"<ruby>{cells[middle]}<rp>(</rp><rt>gloss</rt><rp>)</rp></ruby>"
    elif form == "entities":
        cells = ["".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in one) for one in cells]
    if form == "lines":
        cells = [" ".join(cells[at : at + 9]) for at in range(0, len(cells), 9)]
    text = {"spaces": "&nbsp;", "lines": "<br>\n"}.get(form, " ").join(cells)
    if form == "drop capital":
        text = f"<span class=drop>{html.escape(block[0])}</span>{html.escape(block[1:], quote=False)}"
    if form == "table":
        return f"<table><tr><td>{number}<td>{text}</table>"
    pulled = f"<blockquote>{' '.join(cells[:6])}</blockquote>" if form == "pull quote" else ""
    return f"{pulled}<p>{text}</p>"


@dataclass
class Tally:
    """What was counted, for one form of the page."""

    total: Counter[str] = field(default_factory=Counter)
    located: Counter[str] = field(default_factory=Counter)
    altered: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, kind: str, edited: str, passage: str, got: Alignment, wanted: str | None) -> None:
        kinds = {difference.kind.value for difference in got.differences}
        # A name that *Half* or *Hundred* was exchanged for is told as a number.
        told = wanted in kinds or (wanted == "name" and bool(kinds & {"word", "number"}))
        hit = overlaps(got.found or "", passage)
        self.total[kind] += 1
        self.located[kind] += hit
        self.altered[kind] += got.verdict is Verdict.ALTERED
        self.told[kind] += told
        if not hit or (wanted and not told) or (not wanted and got.verdict is Verdict.ALTERED):
            listed = "; ".join(f"{d.kind}: {d.quoted!r}/{d.found!r}" for d in got.differences)
            self.misses.append((f"{kind}: {got.verdict}", edited, passage, listed))


def overlaps(found: str, passage: str) -> bool:
    """Whether half of the words of both are the same, in order."""
    one, other = split_words(found).folded, split_words(passage).folded
    return LCSseq.similarity(one, other) >= 0.5 * max(1, len(one), len(other))


def passages(
    content: str, size: int, count: int, chance: random.Random, want: re.Pattern[str]
) -> Iterator[str]:
    """Runs of `size` words within one paragraph, from its beginning or its midst, none cut at a number."""
    blocks = [block.split(" ") for block in content.split("\n") if want.search(block)]
    blocks = [block for block in blocks if len(block) > size]
    for _ in range(count * 40 if blocks else 0):
        block = chance.choice(blocks)
        first = chance.choice([0, chance.randrange(len(block) - size)])
        run = block[first : first + size]
        edges = run[0] + run[-1]
        if want.search(" ".join(run)) and not re.search(r"\d", edges) and re.search(r"\w", run[-1]):
            yield " ".join(run)


def measure(corpus: Corpus, pages: dict[str, Page], tallies: dict[str, Tally], per: int, seed: int) -> None:
    chance = random.Random(f"{seed}{corpus.language}")
    content, language = corpus.page.text.content, corpus.language
    names = names_in(corpus)

    def ask(kind: str, edited: str | None, passage: str, wanted: str | None) -> bool:
        once = corpus.page.folded.count(f" {' '.join(split_words(passage).folded)} ") == 1
        if (
            edited is None
            or not once
            or (wanted and split_words(edited).folded == split_words(passage).folded)
        ):
            return False
        for form, page in pages.items():
            tallies[form].add(kind, edited, passage, compare(edited, page), wanted)
        return True

    for size in LENGTHS:
        for kind, edit in HONEST.items():
            found = passages(content, size, per, chance, re.compile(""))
            asked = (ask(kind, edit(one.split(" "), language, chance), one, None) for one in found)
            for _ in zip(range(per), (True for done in asked if done), strict=False):
                pass
        for one in passages(content, size, per, chance, re.compile(r"\s\S*\d")):
            if ask("digits", digits_changed(one, chance), one, "number"):
                break
        for one in passages(content, size, per, chance, re.compile("|".join(map(re.escape, names)) or "^$")):
            if ask("name", other_name(one, names, chance), one, "name"):
                break
        for quotation in absent(corpus, size, per * 4):
            for form, page in pages.items():
                tallies[form].total["absent"] += 1
                tallies[form].told["absent"] += compare(quotation, page).verdict is Verdict.NOT_FOUND
    for kind, ours, theirs in exchanges(language):
        want = re.compile(rf"(?<= ){re.escape(ours)}(?= )")
        for one in passages(content, chance.choice(LENGTHS[1:]), per, chance, want):
            if ask(kind, " ".join(want.sub(theirs, one, count=1).split()), one, KINDS[kind]):
                break


def other_name(passage: str, names: list[str], chance: random.Random) -> str | None:
    here = [word for word in re.findall(r"\w+", passage) if word in names]
    if not here:
        return None
    old = chance.choice(here)
    new = chance.choice(names)
    return re.sub(rf"\b{old}\b", new, passage, count=1) if new[:4] != old[:4] else None


def summary(tally: Tally) -> dict[str, object]:
    honest = sum(tally.total[kind] for kind in HONEST)
    kinds = [kind for kind in tally.total if kind != "absent"]
    told = {kind: _share(tally.told[kind], tally.total[kind]) for kind in kinds if kind not in HONEST}
    return {
        "quotations": sum(tally.total[kind] for kind in kinds),
        "located": _share(
            sum(tally.located[kind] for kind in kinds), sum(tally.total[kind] for kind in kinds)
        ),
        "true ones called altered": _share(sum(tally.altered[kind] for kind in HONEST), honest),
        "absent not not-found": _share(tally.total["absent"] - tally.told["absent"], tally.total["absent"]),
        "told": dict(sorted(told.items())),
        "altered by edit": {kind: tally.altered[kind] for kind in HONEST if tally.altered[kind]},
    }


def _share(some: int, of: int) -> float:
    return round(some / max(1, of), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--per", type=int, default=2, help="passages a text, length and edit")
    parser.add_argument("--languages", default=",".join(SENSES))
    parser.add_argument("--misses", type=int, default=0, help="show so many misses")
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    tallies = {"text": Tally(), "html": Tally()}
    for _, corpus in corpora(options.texts, options.languages.split(","), options.seed):
        source = as_html(corpus.page.text.content, corpus.language, random.Random(options.seed))
        marked = prepare(read_page(source.encode(), "text/html; charset=utf-8", "page"))
        measure(corpus, {"text": corpus.page, "html": marked}, tallies, options.per, options.seed)
    print(json.dumps({form: summary(tally) for form, tally in tallies.items()}, indent=1))
    for form, tally in tallies.items():
        for miss in random.Random(1).sample(tally.misses, min(options.misses, len(tally.misses))):
            print(f"{form}: " + "\n  ".join(miss))


if __name__ == "__main__":
    main()
