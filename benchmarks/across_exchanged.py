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
from pathlib import Path

from benchmarks.across_news import FILES, lines
from citecheck.match.crosslingual import dictionaries, installed
from citecheck.match.crosslingual.agreement import agreement, names_around
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.counterparts import compare_words
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from citecheck.model import Difference

EXCHANGED = Path(__file__).with_name("across_exchanged.json")
Sentence = tuple[str, str]
"""Text and language."""


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path, help="a copy of NTREX")
    parser.add_argument("--show", action="store_true", help="print exchanged sentences without a difference")
    options = parser.parse_args()
    if installed() is None:
        sys.exit("needs the extra: pip install 'citecheck-audit[crosslingual]'")
    dictionaries.FOLDERS = ()
    texts = {code: lines(options.texts, name) for code, name in FILES.items()}
    exchanged = json.loads(EXCHANGED.read_text("utf-8"))
    pairs = dict.fromkeys((line, pair) for line, pair, _, _ in exchanged)
    agreed = 0
    for line, pair in pairs:
        ours, theirs = pair.split("-")
        agreed += not differences((texts[ours][line].strip(), ours), (texts[theirs][line].strip(), theirs))
    passed = 0
    for line, pair, word, another in exchanged:
        ours, theirs = pair.split("-")
        said = texts[theirs][line].strip().replace(word, another, 1)
        found = differences((texts[ours][line].strip(), ours), (said, theirs))
        passed += not found
        if options.show and not found:
            print(f"{pair} {word!r} {another!r}\n    {texts[ours][line].strip()}\n    {said}")
    print(f"translations without a difference {agreed} of {len(pairs)}")
    print(f"exchanged ones without a difference {passed} of {len(exchanged)}")


if __name__ == "__main__":
    main()
