"""Notes whose number is taken away, glued to the note, or moved with it to the end of the line above.

    python -m benchmarks.lost_labels [--chance N] [--each N]

The sources of `benchmarks.extraction` are set without other damage; of some notes of each manuscript, one at
a time, the label is damaged. A note is right where its number is told and its text is exact.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator

from citecheck.model import Text
from citecheck.parse import parse
from fixtures.layouts import SETTINGS, by_chance
from fixtures.typeset import LANGUAGES, Setting, TrueNote, typeset

SEED, HEAD = 3, 16
"""Of the choice of notes; letters of a note by which it is found."""
_CLOSED = re.compile(r"[.!?)»”\"]\s*\Z")


def damaged(text: str, note: TrueNote) -> Iterator[tuple[str, str]]:
    """The manuscript with the note's label damaged in each way that its place allows, and the way's name."""
    head = r"-?\s*".join(map(re.escape, note.text[:HEAD]))
    label = rf"(?m)^[ \t]*((?:[\[(^]*|Note ){note.number}[\])]?[.:]?[ \t]*){head}"
    found = list(re.finditer(label, text))
    if len(found) != 1:
        return
    start, end = found[0].span(1)
    yield "taken away", text[:start] + text[end:]
    yield "glued", text[:start] + str(note.number) + text[end:]
    above = text[: found[0].start()]
    if above.endswith("\n") and not above.endswith("\n\n") and _CLOSED.search(above):
        yield "in the line above", above[:-1] + " " + text[start:]


def manuscripts(chance: int) -> Iterator[tuple[str, Setting]]:
    yield from ((language, setting) for setting in SETTINGS.values() for language in LANGUAGES)
    yield from (by_chance(seed)[:2] for seed in range(chance))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chance", type=int, default=100, metavar="N", help="layouts by chance")
    parser.add_argument("--each", type=int, default=4, metavar="N", help="notes of each manuscript")
    options = parser.parse_args()
    choose, counts = random.Random(SEED), Counter[str]()
    for language, setting in manuscripts(options.chance):
        typed = typeset(language, setting)
        whole = [note for note in typed.notes if note.state == "whole" and not note.carried]
        for note in choose.sample(whole, min(options.each, len(whole))):
            for way, text in damaged(typed.text, note):
                parsed = parse(Text(text)).notes
                right = any(
                    one.number == note.number and "".join(one.text.split()) == note.text for one in parsed
                )
                counts.update(
                    {way: 1, f"{way}: right": right, f"{way}: extra": len(parsed) > len(typed.notes)}
                )
    for name, count in counts.items():
        print(f"{name}: {count}")


if __name__ == "__main__":
    main()
