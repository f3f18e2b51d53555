"""Builds `citecheck/match/data/vague.tsv`: all forms of the words of `benchmarks/vague/words.tsv`.

    python -m benchmarks.build_vague

A line is a language, the kind of its words (`n`, `v`, `a`) and the words as a dictionary has them, written
for this project. Which forms a word has, simplemma's lists say (MIT). There is no list for Belarusian: a `+`
there stands for what may end a form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from benchmarks.build_forms import LANGUAGES, fold, lemmas

SOURCE = Path(__file__).with_name("vague") / "words.tsv"


def forms(language: str, words: list[str]) -> list[str]:
    """Folded forms of the words, in order."""
    if language not in LANGUAGES:
        return sorted({fold(word.rstrip("+")) + "+" * word.endswith("+") for word in words})
    listed = {fold(word) for word in words}
    return sorted(listed.union(*(_of(language)[word] for word in listed)))


@cache
def _of(language: str) -> Mapping[str, set[str]]:
    """Folded forms of each folded word of a language."""
    found = defaultdict(set)
    for form, word in lemmas(language).items():
        found[word].add(form)
    return found


def main() -> None:
    made = []
    for line in SOURCE.read_text("utf-8").splitlines():
        language, kind, words = line.split("\t")
        made.append("\t".join((language, kind, *forms(language, words.split()))))
    target = files("citecheck.match").joinpath("data", "vague.tsv")
    Path(str(target)).write_text("\n".join(made) + "\n", "utf-8")
    print(f"{len(made)} lines, {sum(line.count(chr(9)) - 1 for line in made)} forms")


if __name__ == "__main__":
    main()
