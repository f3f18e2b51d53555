"""Which language a passage is in: by its script, and by small words that only few languages share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from citecheck.model import Note, Text
from citecheck.small_words import small_words

SAMPLE = 40_000
"""Characters of a body that are looked at; more does not change the answer."""
LEAST_WORDS = 3
"""Small words of one language that a passage must hold before it counts as being in it."""
LEAD = 1.3
"""How many times as many as of the next language, for a passage in another language than the manuscript's."""

FURTHER = "+"
FURTHER_LEAD = 1.5
"""How many times as many as of the languages written about most, for one of the others (`+` in the table)."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'](?=[^\W\d_]))?")
_SCRIPTS = (
    ("\u0400", "\u04ff", "ru"),
    ("\u0370", "\u03ff", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u3040", "\u30ff", "ja"),
    ("\uac00", "\ud7af", "ko"),
    ("\u4e00", "\u9fff", "zh"),
    ("A", "Z", "latin"),
    ("a", "z", "latin"),
    ("\u00c0", "\u024f", "latin"),
)
"""First and last letters of scripts, with the language they stand for when no word tells more."""


def language_of_body(text: Text, notes: Sequence[Note]) -> str | None:
    """Two-letter code of the language of the running text, `None` where it cannot be told."""
    content = text.content
    parts: list[str] = []
    position, size = 0, 0
    for note in sorted(notes, key=lambda note: note.spans[0]):
        parts.append(content[position : min(note.spans[0].start, position + SAMPLE)])
        position = max(position, note.spans[-1].end)
        size += len(parts[-1])
        if size >= SAMPLE:
            break
    parts.append(content[position : position + max(0, SAMPLE - size)])
    return language_of(" ".join(parts)) or text.metadata.language


def language_of_quotation(passage: str, manuscript: str | None) -> str | None:
    """Language of a passage; what is too short to tell is in the manuscript's if the script is the same."""
    counts = _counts(passage)
    best = counts.most_common(2)
    own = counts.get(manuscript or "", 0)
    if (
        best
        and best[0][1] >= LEAST_WORDS
        and best[0][1] >= LEAD * max(own, 1 if own else 0)
        and best[0][1] > own
    ):
        return best[0][0]
    script = _script(passage)
    if manuscript is not None and script in (None, script_of(manuscript)):
        return manuscript
    if best and script_of(best[0][0]) == script:
        return best[0][0]
    return script if script != "latin" else None


def language_of(passage: str) -> str | None:
    """Language with most of its small words in `passage`; by the script alone where that is enough."""
    best = _counts(passage).most_common(1)
    if best and best[0][1] >= LEAST_WORDS:
        return best[0][0]
    script = _script(passage)
    return script if script != "latin" else None


def script_of(language: str) -> str:
    """Name of a language's script as used here: `latin`, or the language that stands for it."""
    return {"uk": "ru", "be": "ru", "bg": "ru", "sr": "ru", "mk": "ru"}.get(
        language, language if any(language == code for _, _, code in _SCRIPTS) else "latin"
    )


def _script(passage: str) -> str | None:
    if passage.isascii():
        return "latin" if passage.lower() != passage.upper() else None
    counts = dict.fromkeys((code for _, _, code in _SCRIPTS), 0)
    for letter in set(passage):
        code = _script_of_letter(letter)
        if code is not None:
            counts[code] += passage.count(letter)
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


@lru_cache(maxsize=2048)
def _script_of_letter(letter: str) -> str | None:
    return next((code for first, last, code in _SCRIPTS if first <= letter <= last), None)


def _counts(passage: str) -> Counter[str]:
    """How many small words of each language stand in `passage`, words shared by languages counted in each."""
    low = passage.lower().replace("’", "'")
    if len(low) == len(passage):
        found = _WORD.findall(low)
    else:  # `İ` becomes two, and the second is no letter
        found = [word.lower().replace("’", "'") for word in _WORD.findall(passage)]
    words = small_words()
    counts: Counter[str] = Counter()
    for word, times in Counter(filter(words.__contains__, found)).items():
        for language in words[word]:
            counts[language] += times
    known = max((times for language, times in counts.items() if language[0] != FURTHER), default=0)
    for language in [language for language in counts if language[0] == FURTHER]:
        times = counts.pop(language)
        if times >= FURTHER_LEAD * max(known, LEAST_WORDS):
            counts[language[1:]] = times
    return counts
