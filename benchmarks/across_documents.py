"""Translated documents against their translations; needs the extra `crosslingual`.

    python -m benchmarks.across_documents FOLDER [--per N] [--show] [--pair fr-ru] [--document NAME]

FOLDER has a sub-folder a document with plain texts `fr.txt`, `ru.txt` and so on, one paragraph a line, the
same line being the same paragraph (an empty one is not translated). A quotation is a sentence of one
language, a page the sixty paragraphs around its translation in another one: as it is (`says`), without the
paragraph (`without`), with another number (`number`), with a *not* put in or taken out (`denied`), and with a
word exchanged for another one of the same document that ends alike (`exchanged`, three times): by chance, so
that a few say much the same. Pairs of languages are drawn by chance. No installed dictionary is asked.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.across_news import NUMBER
from benchmarks.across_written import Case, show_case
from citecheck.match import compare, prepare
from citecheck.match.crosslingual import dictionaries, installed
from citecheck.match.crosslingual.kin import are_near
from citecheck.match.crosslingual.sentences import sentences
from citecheck.match.crosslingual.term import Term
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from citecheck.model import Text

AROUND = 30
"""Paragraphs of a page before and behind the translated one."""
WORDS = range(10, 41)
"""Words of a quotation."""
OTHERS = 24
"""Other quotations of the manuscript, of the same document."""
EXCHANGES = 3
LIKE = 80
"""`fuzz.ratio` with the quotation from which another paragraph of its document may say the same."""
DENYING = {
    "en": ("may", "can", "must", "should", "will", "is", "are"),
    "fr": ("peut", "peuvent", "pouvez", "doit", "doivent", "devez", "est", "sont"),
    "de": ("kann", "können", "muss", "müssen", "wird", "werden", "ist", "sind"),
    "ru": ("может", "могут", "можно", "можете", "должен", "должны", "будет", "является"),
    "uk": ("може", "можуть", "можна", "можете", "має", "мають", "буде", "є"),
    "be": ("можа", "можуць", "можна", "можаце", "павінен", "павінны", "будзе", "ёсць"),
    "pl": ("może", "mogą", "można", "możesz", "musi", "muszą", "będzie", "jest", "są"),
    "es": ("puede", "pueden", "debe", "deben", "es", "son", "está", "están"),
    "it": ("può", "possono", "deve", "devono", "è", "sono", "viene", "vengono"),
}
"""Words that can be denied where they stand."""
DENIED = {
    "en": "{} not", "fr": "ne {} pas", "de": "{} nicht", "ru": "не {}", "uk": "не {}", "be": "не {}",
    "pl": "nie {}", "es": "no {}", "it": "non {}",
}  # fmt: skip


@dataclass(frozen=True)
class Document:
    """Paragraphs by language, the same place being the same paragraph."""

    name: str
    texts: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Sample:
    """A sentence, its translation, and where their paragraphs are in a document."""

    document: Document
    pair: tuple[str, str]
    place: int
    quote: str
    true: str


def documents(folder: Path) -> Iterator[Document]:
    for inner in sorted(one for one in folder.iterdir() if one.is_dir()):
        texts = {one.stem: one.read_text("utf-8").split("\n")[:-1] for one in sorted(inner.glob("*.txt"))}
        yield Document(inner.name, texts)


def samples(document: Document, count: int, pair: str | None) -> list[Sample]:
    """Sentences whose paragraphs have as many sentences in both languages."""
    chance = random.Random(document.name)
    places = list(range(len(next(iter(document.texts.values())))))
    chance.shuffle(places)
    found: list[Sample] = []
    for place in places:
        there = [code for code, lines in document.texts.items() if lines[place]]
        pairs = [(one, other) for one in there for other in there if one != other]
        pairs = [one for one in pairs if pair is None or "-".join(one) == pair]
        if len(found) < count and pairs:
            ours, theirs = chance.choice(pairs)
            one, other = document.texts[ours][place], document.texts[theirs][place]
            mine, others = ([s.of(text) for s in sentences(text)] for text in (one, other))
            fit = [at for at, text in enumerate(mine) if len(text.split()) in WORDS]
            if fit and len(mine) == len(others) and one != other:
                at = chance.choice(fit)
                found.append(Sample(document, (ours, theirs), place, mine[at], others[at]))
    return found


def cases(sample: Sample, all_of: Sequence[Sample]) -> Iterator[Case]:
    """The sample's quotation with each of its pages."""
    ours, theirs = sample.pair
    chance = random.Random(sample.quote)
    own, texts = sample.document.texts[ours], sample.document.texts[theirs]
    around = range(max(0, sample.place - AROUND), min(len(texts), sample.place + AROUND + 1))
    kept = [at for at in around if at == sample.place or fuzz.partial_ratio(sample.quote, own[at]) < LIKE]
    others = [one.quote for one in all_of if one.pair[0] == ours and one is not sample][:OTHERS]
    others += [
        text
        for text in chance.sample(list(own), min(len(own), 2 * OTHERS))
        if len(text.split()) in WORDS and text != sample.quote and text != own[sample.place]
    ][: OTHERS - len(others)]
    said = [("says", sample.true), ("without", ""), *_wrong(sample, chance)]
    for kind, text in said:
        place = texts[sample.place].replace(sample.true, text, 1) if text else ""
        page = "\n".join(filter(None, (place if at == sample.place else texts[at] for at in kept)))
        yield Case(sample.quote, ours, theirs, kind, text, Text(page), others)


def _wrong(sample: Sample, chance: random.Random) -> Iterator[tuple[str, str]]:
    quote, true, (_, theirs) = sample.quote, sample.true, sample.pair
    numbers = [found for found in NUMBER.finditer(true) if found[0] in NUMBER.findall(quote)]
    if numbers:
        start, end = numbers[0].span()
        yield "number", f"{true[:start]}{int(true[start:end]) + 7}{true[end:]}"
    if (denied := _denied(true, theirs)) is not None:
        yield "denied", denied
    terms = [term for term in wording_of(true, rules_for(theirs)).terms if exchangeable(term)]
    chance.shuffle(terms)
    for term in terms[:EXCHANGES]:
        pool = _like(term, sample, chance)
        if pool is not None:
            yield "exchanged", re.sub(rf"\b{re.escape(term.shown)}\b", pool, true, count=1)


def _denied(text: str, language: str) -> str | None:
    """`text` with its first word that can be denied denied, or no longer so."""
    for word in DENYING[language]:
        said = rf"\b{re.escape(word)}\b"
        turned = DENIED[language].format(word)
        if turned in text:
            return text.replace(turned, word, 1)
        if re.search(said, text):
            return re.sub(said, turned, text, count=1)
    return None


def exchangeable(term: Term) -> bool:
    return term.size == 1 and not term.loose and len(term.folded) > 4 and term.shown.isalpha()


def _like(term: Term, sample: Sample, chance: random.Random) -> str | None:
    """A word of the same document that ends like a term and is in no row of it."""
    theirs = sample.pair[1]
    lines = chance.sample(list(sample.document.texts[theirs]), min(60, len(sample.document.texts[theirs])))
    fit = [
        other.shown
        for line in lines
        for other in wording_of(line, rules_for(theirs)).terms
        if exchangeable(other)
        and other.folded[-3:] == term.folded[-3:]
        and other.folded[:4] != term.folded[:4]
        and other.capital == term.capital
        and not other.rows & term.rows
        and not are_near(other.rows, term.rows)
        and other.shown not in sample.true
    ]
    return chance.choice(fit) if fit else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--per", type=int, default=30, help="quotations a document")
    parser.add_argument("--pair", help="such as fr-ru; by chance otherwise")
    parser.add_argument("--document", help="one of them")
    parser.add_argument("--show", action="store_true", help="print every case")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    dictionaries.FOLDERS = ()
    whole: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document in documents(options.texts):
        if options.document in (None, document.name):
            found = measured(document, options.per, options.pair, options.show)
            print(document.name, json.dumps(found), flush=True)
            for kind, counts in found.items():
                whole[kind].update(counts)
    for kind, counts in whole.items():
        print(f"{kind:10}", json.dumps(counts))


def measured(document: Document, per: int, pair: str | None, show: bool) -> dict[str, Counter[str]]:
    """Verdicts by kind of page; whether the sentence shown is the right one, where one is shown."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    all_of = samples(document, per, pair)
    for sample in all_of:
        for case in cases(sample, all_of):
            got = compare(case.quote, prepare(case.page), language=case.quote_language, others=case.others)
            found[case.kind][str(got.verdict)] += 1
            if case.said and got.found is not None:
                right = got.found[:25] in case.said or case.said[:25] in got.found
                found[case.kind]["right sentence" if right else "wrong sentence"] += 1
            if show:
                show_case(case, got)
    return dict(found)


if __name__ == "__main__":
    main()
