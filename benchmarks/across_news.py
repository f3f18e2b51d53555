"""News in independent translations against pages in another language; needs the extra `crosslingual`.

    git clone https://github.com/MicrosoftTranslator/NTREX
    python -m benchmarks.across_news NTREX [--show]

NTREX-128 (Federmann, Kocmi and Xin 2022; CC BY-SA 4.0) holds 123 news stories in 128 languages, each put into
each by a translator who saw the English alone. A page is a story in one language, a quotation one of its
sentences in another. `across_news.json` says which sentences are quoted, of stories that no rule and no word
of the table was set on, and how the page is changed so that it says the same of another thing (`sibling`) or
the contrary (`against`); it holds those words only. `without` is the page without the sentence, `number` the
page with another number in it. No installed dictionary is asked.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.across_written import Case, show_case
from citecheck.match import compare, prepare
from citecheck.match.crosslingual import dictionaries, installed
from citecheck.model import Text

QUOTED = Path(__file__).with_name("across_news.json")
FILES = {
    "en": "src.eng",
    "fr": "ref.fra",
    "de": "ref.deu",
    "ru": "ref.rus",
    "uk": "ref.ukr",
    "be": "ref.bel",
    "pl": "ref.pol",
    "es": "ref.spa",
    "it": "ref.ita",
}
NUMBER = re.compile(r"(?<![\d.,:-])[1-9]\d+(?![\d.,:-]*\d)")
OTHERS = 24
"""Other quotations of the manuscript, of other stories."""


def lines(folder: Path, name: str) -> list[str]:
    path = folder / "NTREX-128" / f"newstest2019-{name}.txt"
    return [line.replace("\xa0", " ") for line in path.read_text("utf-8").split("\n")]


def cases(folder: Path) -> Iterator[Case]:
    """Every quoted sentence with each of its pages."""
    texts = {code: lines(folder, name) for code, name in FILES.items()}
    ids = (folder / "DOCUMENT_IDS.tsv").read_text("utf-8").split("\n")
    quoted = {int(at): one for at, one in json.loads(QUOTED.read_text("utf-8")).items()}
    for at, one in quoted.items():
        ours, theirs = one["pair"].split("-")
        story = [place for place, name in enumerate(ids) if name == ids[at]]
        others = [texts[ours][place] for place in quoted if ids[place] != ids[at]][:OTHERS]
        quote, true = texts[ours][at], texts[theirs][at]
        said = {"says": true, "without": ""}
        said |= {kind: true.replace(one[kind][0], one[kind][1], 1) for kind in ("sibling", "against")}
        shared = [found for found in NUMBER.finditer(true) if found[0] in NUMBER.findall(quote)]
        if shared:
            start, end = shared[0].span()
            said["number"] = f"{true[:start]}{int(true[start:end]) + 7}{true[end:]}"
        for kind, text in said.items():
            told = [text if place == at else texts[theirs][place] for place in story]
            page = Text("\n".join(filter(None, told)))
            yield Case(quote, ours, theirs, kind, text, page, others)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path, help="a copy of NTREX")
    parser.add_argument("--show", action="store_true", help="print every case")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    dictionaries.FOLDERS = ()
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in cases(options.texts):
        got = compare(case.quote, prepare(case.page), language=case.quote_language, others=case.others)
        found[case.kind][str(got.verdict)] += 1
        if case.said and got.found is not None:
            right = got.found[:25] in case.said or case.said[:25] in got.found
            found[case.kind]["right sentence" if right else "wrong sentence"] += 1
        if options.show:
            show_case(case, got)
    for kind, counts in found.items():
        print(f"{kind:10}", json.dumps(counts))


if __name__ == "__main__":
    main()
