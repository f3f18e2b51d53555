"""How much of running text the table of senses knows: words that say something, names and numbers apart.

    python -m benchmarks.across_coverage [--news NTREX] [--missing N] [fr=FILE de=FILE ...]

A statement across languages agrees only where each word that says something is met, so a share of words known
counts with each of them: of statements of twelve such words .95 leaves 54 % wholly known, .99 leaves 89 %.
`words` is the share of the words of a text that are in a row, `sentences` of its sentences (of six or more
such words) the share all of whose words are. Light words, words without meaning, numbers and what is written
as a name anywhere in the texts are left out. `--news` reads the stories of NTREX-128 that
`benchmarks.across_news` does not use. `--missing` prints the commonest words that are in no row, one form
each, with how often they occur. Files are plain text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.across_news import FILES, QUOTED, lines
from citecheck.match.crosslingual.sentences import sentences
from citecheck.match.crosslingual.term import Term
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for

LEAST_TERMS = 6
"""Words that a sentence must have to be counted as a statement."""


def news(folder: Path) -> Iterator[tuple[str, str]]:
    """Language and text of each sentence of the stories that no benchmark quotes."""
    ids = (folder / "DOCUMENT_IDS.tsv").read_text("utf-8").split("\n")
    kept = {ids[int(at)] for at in json.loads(QUOTED.read_text("utf-8"))}
    for code, name in FILES.items():
        for place, line in enumerate(lines(folder, name)):
            if line and ids[place] not in kept:
                yield code, line


def read(language: str, file: Path) -> Iterator[tuple[str, str]]:
    """Language and text of each sentence of a plain text."""
    for line in file.read_text("utf-8").splitlines():
        for span in sentences(line):
            yield language, line[span.start : span.end]


def said(text: str, language: str) -> list[Term]:
    """Terms of a sentence that say something."""
    terms = wording_of(text, rules_for(language)).terms
    return [term for term in terms if not term.loose and not (term.place and not term.rows)]


def measured(texts: Mapping[str, Sequence[Sequence[Term]]], names: frozenset[str]) -> Iterator[str]:
    """A line a language."""
    for language, some in texts.items():
        told = [[term for term in terms if term.rows or term.folded not in names] for terms in some]
        words = [bool(term.rows) for terms in told for term in terms]
        whole = [all(term.rows for term in terms) for terms in told if len(terms) >= LEAST_TERMS]
        yield (
            f"{language} {len(words):7} words {sum(words) / max(1, len(words)):6.1%}"
            f"   {len(whole):6} sentences {sum(whole) / max(1, len(whole)):6.1%}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", metavar="LANGUAGE=FILE", help="plain texts")
    parser.add_argument("--news", type=Path, help="a copy of NTREX")
    parser.add_argument("--missing", type=int, default=0, metavar="N", help="print words that are in no row")
    options = parser.parse_args()
    lined = list(news(options.news)) if options.news else []
    for language, file in (one.split("=", 1) for one in options.files):
        lined += read(language, Path(file))
    texts: defaultdict[str, list[list[Term]]] = defaultdict(list)
    for language, text in lined:
        texts[language].append(said(text, language))
    names = frozenset(term.folded for some in texts.values() for terms in some for term in terms if term.name)
    print("\n".join(measured(texts, names)))
    for language, some in texts.items() if options.missing else ():
        left = (term.folded for terms in some for term in terms if not (term.rows or term.folded in names))
        print(language, *(f"{word}:{count}" for word, count in Counter(left).most_common(options.missing)))


if __name__ == "__main__":
    main()
