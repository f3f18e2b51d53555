"""What editors, authors and scans put into a true quotation, and words exchanged for others that change it.

A fourth set of edits, written as a reviewer would and looked at once before the rules were mended by what it
showed. Words of fourteen languages: `quotation_senses.json`. Used by `benchmarks/quotation_pages.py`.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SENSES: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "quotation_senses.json").read_text("utf-8")
)
KINDS = {
    "negation": "negation",
    "limit": "negation",
    "modal": "negation",
    "opposite": "negation",
    "number word": "number",
    "unit": "number",
    "weekday": "number",
}
"""Of what kind an exchange should be told."""
SICS = ("[sic]", "(sic)", "(sic!)", "[sic!]", "[sic.]", "(!)", "[!]", "(?)", "[?]")
GAPS = (
    "[...]", "(…)", "[ ... ]", "…", ". . .", "[. . . .]", "...", "<…>", "[…],", "....", "(. . .)", "[---]",
    "—…—", "[....]", "(----)", "***",
)  # fmt: skip
EDGES = ("... {} ...", "…{}…", "[...] {} [...]", "(…) {}", "{} (...).", "…{}.", "[…]{}", ". . . {} . . .")
HYPHENS = ("- ", "-\n", "\u00ad", "¬\n")
PAGE_MARKS = (
    "|{}|",
    "[p. {}]",
    "<{}>",
    "//{}//",
    "[{}]",
    "(p. {})",
    "[S. {}]",
    "[с. {}]",
    "|",
    "||",
    "{{{}}}",
)
CALLS = (".12", ",7", "¹²", ".³", "[12]", " (12)", "*")
CALLS_INSIDE = ("¹", "[3]", "¹⁷", "*", "(4)", "†", "{5}")
SLASHES = (" / ", "/", " // ", " | ", " ¶ ")
MARKS = ("*{}*", "_{}_", "**{}**", "<i>{}</i>", "“{}”", "«{}»", "''{}''")
PRINT = (
    ('"', "“"), ("'", "’"), ("’", "'"), (" – ", " - "), (" - ", "—"), ("–", "-"), ("…", "..."), ("«", "„"),
    ("»", "“"), ("„", '"'), ("”", '"'), ("fi", "ﬁ"), ("fl", "ﬂ"), (" ", "\u00a0"), (" :", "\u202f:"),
    (" %", "%"), (" ?", "?"),
)  # fmt: skip
LATIN, CYRILLIC = "aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ"
Edit = Callable[[list[str], str, random.Random], "str | None"]


def exchanges(language: str) -> Iterator[tuple[str, str, str]]:
    """Kind, words of the page, words that the quotation has for them."""
    for kind, pairs in SENSES[language]["pairs"].items():
        for pair in pairs:
            ours, _, theirs = pair.partition(">")
            yield kind, ours.strip(), theirs.strip()


def grave(language: str) -> frozenset[str]:
    """Words whose loss or repetition changes the sense: no honest edit touches them."""
    return frozenset(
        word.casefold()
        for kind, ours, theirs in exchanges(language)
        if kind not in ("opposite", "unit")
        for word in f"{ours} {theirs}".split()
    )


def _at(words: list[str], chance: random.Random, least: int = 1) -> int | None:
    places = range(least, len(words) - least)
    return chance.choice(places) if places else None


def _plain(words: list[str], language: str, chance: random.Random, letters: int) -> int | None:
    kept = grave(language)
    places = [
        at
        for at in range(1, len(words) - 1)
        if words[at].isalpha() and words[at].islower() and len(words[at]) >= letters and words[at] not in kept
    ]
    return chance.choice(places) if places else None


def _put(words: list[str], at: int | None, *new: str) -> str | None:
    return None if at is None else " ".join([*words[:at], *new, *words[at:]])


def _changed(words: list[str], at: int | None, new: Callable[[str], str]) -> str | None:
    return None if at is None else " ".join([*words[:at], new(words[at]), *words[at + 1 :]])


def _some(what: str, language: str, chance: random.Random) -> str:
    return str(chance.choice(SENSES[language][what]))


def _gap(words: list[str], chance: random.Random) -> str | None:
    if len(words) < 12:
        return None
    at = chance.randrange(4, len(words) - 6)
    return " ".join([*words[:at], chance.choice(GAPS), *words[at + chance.randrange(1, 4) :]])


def _slipped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice([swapped, word[: at + 1] + word[at:], word[:at] + word[at + 1 :]])


def _printed_otherwise(text: str, chance: random.Random) -> str:
    for old, new in PRINT:
        if chance.random() < 0.5:
            text = text.replace(old, new)
    return text


def _other_script(text: str, language: str) -> str:
    table = (
        str.maketrans(CYRILLIC, LATIN)
        if language in ("ru", "uk", "be", "bg")
        else str.maketrans(LATIN, CYRILLIC)
    )
    places = [at for at, sign in enumerate(text) if ord(sign) in table][::5][:3]
    return "".join(sign.translate(table) if at in places else sign for at, sign in enumerate(text))


def _numbers_otherwise(text: str, language: str) -> str | None:
    changed = re.sub(r"(?<![\d.,])(\d{1,3})[.,\u00a0 ](\d{3})(?![\d.,])", "\\1\u202f\\2", text)
    changed = re.sub(r"(\d) ?%", "\\1\u00a0%", changed)
    changed = re.sub(r"(\d{4})[-–](\d{4})", r"\1—\2", changed)
    return changed if changed != text else None


HONEST: dict[str, Edit] = {
    "exact": lambda w, lang, r: " ".join(w),
    "bracketed start": lambda w, lang, r: _changed(w, 0, lambda one: f"[{one[0].swapcase()}]{one[1:]}"),
    "sic": lambda w, lang, r: _put(w, _at(w, r), r.choice(SICS)),
    "gap": lambda w, lang, r: _gap(w, r),
    "open edges": lambda w, lang, r: r.choice(EDGES).format(" ".join(w)),
    "remark": lambda w, lang, r: _put(w, r.choice([_at(w, r, 2), len(w)]), _some("remarks", lang, r)),
    "gloss": lambda w, lang, r: _put(w, _at(w, r, 2), _some("glosses", lang, r)),
    "replaced": lambda w, lang, r: _changed(
        w, _plain(w[:60], lang, r, 4), lambda _: _some("glosses", lang, r)
    ),
    "print": lambda w, lang, r: _printed_otherwise(" ".join(w), r),
    "number format": lambda w, lang, r: _numbers_otherwise(" ".join(w), lang),
    "verses": lambda w, lang, r: r.choice(SLASHES).join(
        " ".join(w[at : at + 7]) for at in range(0, len(w), 7)
    ),
    "end mark": lambda w, lang, r: " ".join(w).rstrip(".,;:") + r.choice(",.!;:?"),
    "call at the end": lambda w, lang, r: " ".join(w).rstrip(".,;:") + r.choice(CALLS),
    "call inside": lambda w, lang, r: _changed(
        w, _plain(w, lang, r, 2), lambda one: one + r.choice(CALLS_INSIDE)
    ),
    "slip": lambda w, lang, r: _changed(w, _plain(w, lang, r, 6), lambda one: _slipped(one, r)),
    "left out": lambda w, lang, r: _changed(w, _plain(w, lang, r, 1) if len(w) > 7 else None, lambda _: ""),
    "printed twice": lambda w, lang, r: _changed(w, _plain(w, lang, r, 2), lambda one: f"{one} {one}"),
    "hyphens": lambda w, lang, r: _changed(
        w, _plain(w, lang, r, 9), lambda one: one[:4] + r.choice(HYPHENS) + one[4:]
    ),
    "decomposed": lambda w, lang, r: unicodedata.normalize("NFD", " ".join(w)),
    "page mark": lambda w, lang, r: _put(w, _at(w, r), r.choice(PAGE_MARKS).format(r.randrange(10, 400))),
    "page mark in a word": lambda w, lang, r: _changed(
        w, _plain(w, lang, r, 7), lambda one: f"{one[:3]}|{r.randrange(300)}|{one[3:]}"
    ),
    "letters apart": lambda w, lang, r: _changed(w, _plain(w, lang, r, 4), " ".join),
    "emphasis": lambda w, lang, r: _changed(w, _plain(w, lang, r, 2), r.choice(MARKS).format),
    "writes X": lambda w, lang, r: _changed(
        w, _plain(w, lang, r, 3), lambda one: one + _some("put in", lang, r).rstrip()
    ),
    "letters of another script": lambda w, lang, r: _other_script(" ".join(w), lang),
    "line ends": lambda w, lang, r: "\n".join(" ".join(w[at : at + 6]) for at in range(0, len(w), 6)),
    "capitals": lambda w, lang, r: " ".join(w).upper(),
}


def digits_changed(passage: str, chance: random.Random) -> str | None:
    """The passage with another number: a digit exchanged, left out, put in, a point moved, a year on."""
    found = list(re.finditer(r"(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,]*\d)", passage))
    if not found:
        return None
    number = chance.choice(found)
    shown = number[0]
    # Without its mark `74.000` may be the same number.
    marked = re.fullmatch(r"\d+[.,](?:\d{1,2}|\d{4,})", shown)
    forms = [shown[:-1] + str((int(shown[-1]) + chance.choice((1, 2, 5))) % 10)]
    forms += (
        [str(int(shown[0]) % 9 + 1) + shown[1:], shown + "0"]
        if shown.isdigit()
        else [re.sub("[.,]", "", shown)] * bool(marked)
    )
    forms += [shown[1:]] if shown.isdigit() and len(shown) > 1 and shown[1] != "0" else []
    return passage[: number.start()] + chance.choice(forms) + passage[number.end() :]
