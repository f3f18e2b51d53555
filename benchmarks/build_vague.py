"""Builds `citecheck/match/data/vague.tsv`: all forms of the words of `benchmarks/vague/words.tsv`.

    python -m benchmarks.build_vague

A line is a language and its words as a dictionary has them, written for this project. Which forms a word has,
simplemma's lists say (MIT). There is no list for Belarusian: a `+` there stands for what may end a form.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from benchmarks.build_forms import LANGUAGES, fold, lemmas

SOURCE = Path(__file__).with_name("vague") / "words.tsv"


def forms(language: str, words: list[str]) -> list[str]:
    """Folded forms of the words, in order."""
    if language not in LANGUAGES:
        return sorted({fold(word.rstrip("+")) + "+" * word.endswith("+") for word in words})
    of = defaultdict(set)
    for form, word in lemmas(language).items():
        of[word].add(form)
    listed = {fold(word) for word in words}
    return sorted(listed.union(*(of[word] for word in listed)))


def main() -> None:
    made = []
    for line in SOURCE.read_text("utf-8").splitlines():
        language, words = line.split("\t")
        made.append("\t".join((language, *forms(language, words.split()))))
    target = files("citecheck.match").joinpath("data", "vague.tsv")
    Path(str(target)).write_text("\n".join(made) + "\n", "utf-8")
    print(", ".join(f"{line[:2]} {line.count(chr(9))}" for line in made))


if __name__ == "__main__":
    main()
