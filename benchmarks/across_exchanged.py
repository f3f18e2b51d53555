"""One word of a foreign sentence exchanged by hand; needs the extra `crosslingual`.

    git clone https://github.com/MicrosoftTranslator/NTREX
    python -m benchmarks.across_exchanged NTREX [--show]

`across_exchanged.json` holds a line of NTREX-128 (`benchmarks/across_news.py`), a pair of languages, a word
of the second one's sentence and another in its place with which the sentence no longer says what the first
one's says. They were written without a look at the table of senses, for sentences of stories that no rule was
set on, which had at most one word without a counterpart: the hardest case, in which nearly all else agrees.
Words, names and numbers are compared, without margins over other sentences: pages agree less often.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.across_news import FILES, lines
from citecheck.match.crosslingual import dictionaries, installed
from citecheck.match.crosslingual.agreement import agreement, names_around
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import compare_words
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from citecheck.model import Difference

EXCHANGED = Path(__file__).with_name("across_exchanged.json")
Sentence = tuple[str, str]
"""Text and language."""
Statement = tuple[str, str, str, Sequence[tuple[str, str]]]
"""Pair of languages, text, its translation, and words of the translation with others in their place."""


def differences(one: Sentence, other: Sentence) -> tuple[Difference, ...]:
    """What speaks against it that `other` says what `one` says."""
    embedder = installed()
    assert embedder is not None
    (text, ours), (said, theirs) = (one[0], rules_for(one[1])), (other[0], rules_for(other[1]))
    mine, here = terms_of(text, ours), terms_of(said, theirs)
    wording = wording_of(said, theirs)
    likeness = Likeness(embedder.words(one, other), (one[1], other[1]))
    told = names_around(mine, here, here)
    words = compare_words(wording_of(text, ours), wording, wording.terms, likeness, told)
    return agreement(mine, here, here, words, said).differences


def tally(statements: Sequence[Statement], show: bool) -> None:
    """Print how many translations have no difference, and how many with a word exchanged; with `show` those
    that are not as they should be."""
    agreed = passed = count = 0
    for pair, quote, said, exchanges in statements:
        ours, theirs = pair.split("-")
        found = differences((quote, ours), (said, theirs))
        agreed += not found
        if show and found:
            print(f"{pair} {quote}\n    {said}\n   ", *((one.quoted, one.found) for one in found))
        for word, another in exchanges:
            other = differences((quote, ours), (said.replace(word, another, 1), theirs))
            count += 1
            passed += not other
            if show and not other:
                print(f"PASSED {pair} {quote}\n    {said} [{another}]")
    print(f"translations without a difference {agreed} of {len(statements)}")
    print(f"exchanged ones without a difference {passed} of {count}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path, help="a copy of NTREX")
    parser.add_argument("--show", action="store_true", help="print what is not as it should be")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    dictionaries.FOLDERS = ()
    texts = {code: lines(options.texts, name) for code, name in FILES.items()}
    exchanges: defaultdict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for line, pair, word, another in json.loads(EXCHANGED.read_text("utf-8")):
        exchanges[line, pair].append((word, another))
    statements = []
    for (line, pair), some in exchanges.items():
        quote, said = (texts[code][line].strip() for code in pair.split("-"))
        statements.append((pair, quote, said, some))
    tally(statements, options.show)


if __name__ == "__main__":
    main()
