"""What sources and quotations of prose do to each other: both sides edited, each with a known truth.

A third set, of quotations and of the page that they are looked for on: dialogue with the words that say who
speaks, an author's own *writes X* inside the quotation marks, old spelling on one side, notes and running
heads inside the source's text, a source that was scanned, verse, nested quotation marks; amounts, dates and
limiting words. Words of ten languages: `quotation_settings.json`. Used by `benchmarks/quotation_prose.py`.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

from benchmarks.quotation_habits import MISREAD

WORDS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "quotation_settings.json").read_text("utf-8")
)
WORD = re.compile(r"\S+")
BARE = re.compile(r"[^\W\d_]{2,}")
MARKS = ("[...]", "[…]", "(...)", "(…)", "...", "…", "<...>", "<…>", "[. . .]")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NESTED = (("“", "”", "‘", "’"), ("«", "»", "„", "“"), ("„", "“", "‚", "‘"), ('"', '"', "'", "'"))
DASHED = frozenset({"ru", "uk", "be"})
"""Languages that set off the words that say who speaks with dashes."""

Pair = tuple[str, str] | None
"""The quotation, and the passage as the page has it."""


class Settings:
    """Edits of one language, with capitalised names taken from its text."""

    def __init__(self, seed: int, language: str, names: list[str]) -> None:
        self.random = random.Random(seed)
        self.language = language
        self.names = names or ["Novak"]
        self.words = WORDS[language]

    # The quotation is true.

    def several_gaps(self, passage: str) -> Pair:
        """Three places left out, each with its own sign, with or without a comma before it."""
        words = WORD.findall(passage)
        if len(words) < 36:
            return None
        step = len(words) // 4
        for at in (3 * step, 2 * step, step):
            comma = self.random.choice(["", "", ",", "."])
            words[at - 1] = words[at - 1].rstrip(".,;:") + comma
            words[at : at + self.random.randrange(1, 4)] = [self.random.choice(MARKS)]
        return " ".join(words), passage

    def recased(self, passage: str) -> Pair:
        """An ellipsis, then a word whose first letter the editor has changed: `[…] [L]e`."""
        words = WORD.findall(passage)
        places = [i for i in range(6, len(words) - 4) if BARE.fullmatch(words[i])]
        if len(words) < 14 or not places:
            return None
        at = self.random.choice(places)
        changed = f"[{words[at][0].swapcase()}]{words[at][1:]}"
        left_out = self.random.randrange(1, 3)
        start = f"[{words[0][0].swapcase()}]{words[0][1:]}" if BARE.fullmatch(words[0]) else words[0]
        return " ".join(
            [start, *words[1 : at - left_out], self.random.choice(MARKS), changed, *words[at + 1 :]]
        ), passage

    def speaker_left_out(self, passage: str) -> Pair:
        """The page says in the midst who speaks; the quotation leaves that out, with a sign or without."""
        cut = self._cut(passage, 4)
        if cut is None:
            return None
        head, tail = cut
        said = self._named("said")
        between = f" — {said}, — " if self.language in DASHED else f", {said}, "
        joined = self.random.choice([" ", " … ", " [...] ", ", "])
        return f"{head}{joined}{tail}", f"{head}{between}{tail}"

    def author_put_in(self, passage: str) -> Pair:
        """The manuscript's own *writes X* stands between the quotation marks."""
        cut = self._cut(passage, 4)
        if cut is None:
            return None
        head, tail = cut
        cited = self._named("cited")
        style = self.random.choice(
            ["commas", "dashes", "dashes"] if self.language in DASHED else ["commas", "brackets", "commas"]
        )
        between = {"commas": f", {cited}, ", "dashes": f", — {cited}, — ", "brackets": f" ({cited}) "}[style]
        return f"{head}{between}{tail}", passage

    def note_on_page(self, passage: str) -> Pair:
        """Numbers of notes in the page's text, as mark-up and extraction leave them."""
        words = WORD.findall(passage)
        if len(words) < 5:
            return None
        at = self.random.randrange(1, len(words) - 1)
        number = str(self.random.randrange(1, 200))
        form = self.random.choice(["{}{}", "{}[{}]", "{} [{}]", "{}({})", "{}*", "{} *)", "{}†"])
        if form == "{}{}" and (words[at][-1].isdigit() or self.random.random() < 0.5):
            number = number.translate(SUPERSCRIPTS)
        if not words[at][-1].isalpha() and words[at][-1] not in ".,":
            return None
        return passage, " ".join([*words[:at], form.format(words[at], number), *words[at + 1 :]])

    def page_end(self, passage: str) -> Pair:
        """A page number or a running head inside the passage, as text out of a PDF has it."""
        words = WORD.findall(passage)
        if len(words) < 8:
            return None
        at = self.random.randrange(3, len(words) - 3)
        number = self.random.randrange(12, 480)
        head = " ".join(self.random.choice(self.names).upper() for _ in range(2))
        line = self.random.choice(
            [
                f"{number}",
                f"— {number} —",
                f"[{number}]",
                f"{number} {head}",
                f"{head} {number}",
                f"- {number} -",
            ]
        )
        return passage, f"{' '.join(words[:at])}\n\n{line}\n\n{' '.join(words[at:])}"

    def old_spelling(self, passage: str) -> Pair:
        """The source in the spelling of its time, the quotation in today's."""
        old = passage
        for pattern, other in self.words["old"]:
            old = re.sub(pattern, other, old)
        return (passage, old) if old != passage else None

    def old_quotation(self, passage: str) -> Pair:
        """The other way about: an edition in today's spelling, quoted after an old one."""
        pair = self.old_spelling(passage)
        return pair and (pair[1], pair[0])

    def scanned_page(self, passage: str) -> Pair:
        """The source was scanned, two letters of a hundred misread; the quotation is right."""
        return passage, "".join(MISREAD.get(c, c) if self.random.random() < 0.02 else c for c in passage)

    def verse_lines(self, passage: str) -> Pair:
        """Lines of verse with capitals at their beginnings, run on with slashes in the quotation."""
        words = WORD.findall(passage)
        if len(words) < 10:
            return None
        lines = [" ".join(words[at : at + 5]) for at in range(0, len(words), 5)]
        capitals = [line[:1].upper() + line[1:] for line in lines]
        mark = self.random.choice([" / ", " // ", "/", " | ", "; "])
        shown = capitals if self.random.random() < 0.5 else lines
        return mark.join(shown), "\n".join(capitals)

    def nested(self, passage: str) -> Pair:
        """A quotation within it, with marks of another kind on each side."""
        words = WORD.findall(passage)
        if len(words) < 8:
            return None
        first = self.random.randrange(1, len(words) - 4)
        one, other = self.random.sample(NESTED, 2)

        def marked(marks: tuple[str, str, str, str]) -> str:
            inner = f"{marks[2]}{' '.join(words[first : first + 3])}{marks[3]}"
            return " ".join([*words[:first], inner, *words[first + 3 :]])

        return marked(one), marked(other)

    def italics(self, passage: str) -> Pair:
        """Marks of italics around several words, of either side."""
        words = WORD.findall(passage)
        if len(words) < 6:
            return None
        first = self.random.randrange(1, len(words) - 3)
        before, after = self.random.choice(
            [("*", "*"), ("_", "_"), ("<i>", "</i>"), ("**", "**"), ("<em>", "</em>"), ("/", "/")]
        )
        marked = " ".join(
            [*words[:first], before + words[first], words[first + 1] + after, *words[first + 2 :]]
        )
        return (marked, passage) if before[0] == "<" or self.random.random() < 0.6 else (passage, marked)

    def paragraphs(self, passage: str) -> Pair:
        """Two speeches or paragraphs of the page, run on in the quotation."""
        cut = self._cut(passage, 3)
        if cut is None:
            return None
        head, tail = cut
        tail = tail[:1].upper() + tail[1:]
        dash = self.random.choice(["", "— ", "– ", "- ", "« "])
        between = self.random.choice([" ", " // ", " ¶ ", " — ", "\n"])
        return f"{head}.{between}{tail}", f"{head}.\n\n{dash}{tail}"

    def amount_same(self, passage: str) -> Pair:
        return self._valued(passage, "amounts", 1)

    def date_same(self, passage: str) -> Pair:
        return self._valued(passage, "dates", 1)

    # The quotation is false.

    def amount_other(self, passage: str) -> Pair:
        """Another scale, unit, currency or figure."""
        return self._valued(passage, "amounts", 2)

    def date_other(self, passage: str) -> Pair:
        """A day, a month or a year off."""
        return self._valued(passage, "dates", 2)

    def limit_left_out(self, passage: str) -> Pair:
        """A limiting word or phrase of the source is not in the quotation."""
        words = WORD.findall(passage)
        if len(words) < 5:
            return None
        at = self.random.randrange(2, len(words) - 1)
        return passage, " ".join([*words[:at], self.random.choice(self.words["limits"]), *words[at:]])

    def negation_moved(self, passage: str) -> Pair:
        """The negation stands before another word."""
        negation = {
            "fr": "pas",
            "de": "nicht",
            "es": "no",
            "it": "non",
            "pl": "nie",
            "en": "not",
            "cs": "nikoli",
        }.get(self.language, "не")
        words = WORD.findall(passage)
        if len(words) < 12:
            return None
        first = self.random.randrange(2, len(words) - 7)
        second = first + self.random.randrange(2, 5)
        page, quoted = list(words), list(words)
        page.insert(first, negation)
        quoted.insert(second, negation)
        return " ".join(quoted), " ".join(page)

    def names_swapped(self, passage: str) -> Pair:
        """Two people of one sentence change places."""
        words = WORD.findall(passage)
        if len(words) < 8 or len(self.names) < 2:
            return None
        one, other = self.random.sample(self.names, 2)
        if one[:4] == other[:4]:
            return None
        first = self.random.randrange(2, len(words) - 5)
        second = first + self.random.randrange(2, 4)

        def told(left: str, right: str) -> str:
            return " ".join([*words[:first], left, *words[first:second], right, *words[second:]])

        return told(one, other), told(other, one)

    # What the source says next.

    def onward(self, passage: str, key: str) -> Pair:
        """The source goes on behind the passage with a word of `key`: an objection, or none."""
        passage = passage.rstrip(".,;:!?")
        rest = self.random.choice(self.words[key])
        way = self.random.choice([f", {rest} ", f"; {rest} ", f". {rest[:1].upper()}{rest[1:]} "])
        return passage, f"{passage}{way}"

    def _cut(self, passage: str, least: int) -> tuple[str, str] | None:
        words = WORD.findall(passage)
        places = [
            i
            for i in range(least, len(words) - least + 1)
            if words[i - 1][-1:].isalpha() and words[i][:1].isalpha()
        ]
        if not places:
            return None
        at = self.random.choice(places)
        return " ".join(words[:at]), " ".join(words[at:])

    def _named(self, key: str) -> str:
        return str(self.random.choice(self.words[key]).format(n=self.random.choice(self.names)))

    def _valued(self, passage: str, key: str, which: int) -> Pair:
        row = self.random.choice(self.words[key])
        words = WORD.findall(passage)
        if len(words) < 5:
            return None
        at = self.random.randrange(2, len(words) - 1)
        one, other = row[0], self.random.choice(row[which])
        if which == 1 and self.random.random() < 0.5:
            one, other = other, one
        return " ".join([*words[:at], other, *words[at:]]), " ".join([*words[:at], one, *words[at:]])


TRUE = (
    "several_gaps", "recased", "speaker_left_out", "author_put_in", "note_on_page", "page_end",
    "old_spelling", "old_quotation", "scanned_page", "verse_lines", "nested", "italics", "paragraphs",
    "amount_same", "date_same",
)  # fmt: skip
FALSE = {
    "amount_other": "number",
    "date_other": "number",
    "limit_left_out": "negation",
    "negation_moved": "negation",
    "names_swapped": "name",
}
