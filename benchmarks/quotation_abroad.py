"""Quotations in the languages of a newspaper's readers: what authors do to them, what changes their sense.

    git clone https://github.com/MicrosoftTranslator/NTREX
    python -m benchmarks.quotation_abroad NTREX [--per N] [--languages ru,tr] [--misses N] [--seed N]

NTREX-128 (Federmann, Kocmi and Xin 2022; CC BY-SA 4.0) holds 123 news stories in 128 languages; sixty lines
of them are a page here. Edits by the tables of `quotation_abroad.json`, a row a language, which were written
without a look at the rules of `citecheck.match`. Honest ones must not be called `altered`, `partial` or
`not-found`; of the others is counted what was called `altered`, and what passed as `verbatim` or `near`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from citecheck.match import compare, prepare
from citecheck.match.page import Page
from citecheck.model import Text, Verdict

TABLES: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parent / "quotation_abroad.json").read_text("utf-8")
)
FILES = {
    "ru": "rus", "uk": "ukr", "be": "bel", "pl": "pol", "de": "deu", "es": "spa", "it": "ita", "pt": "por",
    "nl": "nld", "cs": "ces", "el": "ell", "tr": "tur", "hu": "hun", "sv": "swe", "fi": "fin", "ar": "arb",
    "he": "heb", "ja": "jpn", "zh": "zho-CN", "ro": "ron", "da": "dan", "no": "nob", "sk": "slk", "hr": "hrv",
}  # fmt: skip
UNSPACED = frozenset({"ja", "zh"})
PAGE_LINES = 60
TRIES = 25
"""Passages tried for one edit that fits few of them."""
GRAVE = (Verdict.ALTERED, Verdict.NOT_FOUND, Verdict.PARTIAL, Verdict.CANNOT_VERIFY)
PASSED = (Verdict.VERBATIM, Verdict.NEAR)
MARKS = ("„“", "«»", "“”", "‹›", "‘’", "„”")
VALUES = (2, 3, 4, 5, 6, 7, 8, 9, 10)
"""Of the number words of a row, in order."""
Edit = Callable[[str, str, random.Random], str | None]


def first_letter(text: str, language: str, rng: random.Random) -> str | None:
    """`[T]he` for *the*, and the other case without a bracket."""
    first = text[0]
    if not first.isalpha() or first.lower() == first.upper():
        return None
    turkish = {"I": "ı", "İ": "i", "i": "İ", "ı": "I"} if language == "tr" else {}
    other = turkish.get(first) or (first.lower() if first.isupper() else first.upper())
    return rng.choice([other, f"[{other}]"]) + text[1:]


def last_ending(text: str, language: str, rng: random.Random) -> str | None:
    """Another case of the last word, which the author's sentence asks for."""
    *rest, last = text.split(" ")
    bare = re.fullmatch(r"([^\W\d_]{5,})[.,;:!?…]*", last)
    endings = TABLES[language].get("endings")
    if not endings or bare is None or last[0].isupper():
        return None
    stem, ending = bare[1][: -rng.choice([1, 2])], rng.choice(endings)
    return " ".join([*rest, stem + rng.choice([ending, f"[{ending}]"])])


def gap(text: str, language: str, rng: random.Random) -> str | None:
    """Some words left out behind the sign of this language's authors."""
    sign = rng.choice(TABLES[language]["gaps"])
    if language in UNSPACED:
        places = [found.start() for found in re.finditer("[、，。的はをが]", text)]
        inner = [place for place in places if 8 < place < len(text) - 8]
        if len(inner) < 2:
            return None
        first = rng.choice(inner[:-1])
        return text[: first + 1] + sign + text[inner[inner.index(first) + 1] + 1 :]
    words = text.split(" ")
    if len(words) < 11:
        return None
    first = rng.randint(4, len(words) - 5)
    last = min(len(words) - 4, first + rng.randint(1, 6))
    return " ".join([*words[:first], sign, *words[last:]]) if last > first else None


def inner_marks(text: str, language: str, rng: random.Random) -> str | None:
    """Other quotation marks inside."""
    if language in UNSPACED:
        other = text.translate(str.maketrans("「」“”", "『』‘’"))
        return other if other != text else None
    opening, closing = rng.choice(MARKS)
    signs = iter((opening, closing) * 20)
    return re.sub(r'["«»“”„]', lambda _: next(signs), text) if re.search(r'["«»“”„]', text) else None


def remark(text: str, language: str, rng: random.Random) -> str | None:
    """*Emphasis mine*, *sic* and what an author explains, in brackets."""
    note = rng.choice(TABLES[language]["remarks"])
    if language in UNSPACED:
        place = rng.choice([len(text), *(found.end() for found in re.finditer("[、，]", text))])
        return text[:place] + note + text[place:]
    words = text.split(" ")
    place = rng.choice([len(words), rng.randint(2, len(words))])
    return " ".join([*words[:place], note, *words[place:]])


def capitals(text: str, language: str, rng: random.Random) -> str | None:
    """All in capitals, which bear no accent in Greek."""
    if text.upper() == text:
        return None
    if language == "tr":
        return text.replace("i", "İ").replace("ı", "I").upper()
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return (bare if language == "el" else text).upper()


def vowel_signs(text: str, language: str, rng: random.Random) -> str | None:
    """Stress marks, vowels of Arabic and Hebrew, spirits of Greek, full-width forms."""
    marks = TABLES[language].get("signs")
    if not marks:
        return None
    letters, signs = marks
    if signs == "wide":
        wide = re.sub(r"[0-9A-Za-z]", lambda found: chr(ord(found[0]) + 0xFEE0), text)
        return wide if wide != text else None
    return "".join(
        sign + (rng.choice(signs) if sign in letters and rng.random() < 0.25 else "") for sign in text
    )


def numeral(text: str, language: str, rng: random.Random) -> str | None:
    """A small number in words for figures, or the other way round."""
    words = TABLES[language]["numbers"]
    found = [
        (one.span(), words[VALUES.index(int(one[0]))])
        for one in re.finditer(
            r"(?<![\d.,:/\-–—$€£#+])(?<!\d[ \u00a0])\b(\d{1,2})(?![\d.,:/%\-–—]|[ \u00a0][\d%])", text
        )
        if int(one[0]) in VALUES
    ]
    if language not in UNSPACED:
        found += [
            (one.span(), str(VALUES[words.index(one[0])]))
            for one in re.finditer(r"[^\W\d_]+(?![\w'’ʼ])", text)
            if one[0] in words
        ]
    if not found:
        return None
    (start, end), other = rng.choice(found)
    return text[:start] + other + text[end:]


def _listed(text: str, words: list[str], language: str) -> list[tuple[int, int]]:
    edge = "" if language in UNSPACED else r"(?![\w'’ʼ])"
    lead = "" if language in UNSPACED else r"(?<![\w'’ʼ])"
    return [found.span() for word in words for found in re.finditer(lead + re.escape(word) + edge, text)]


def _exchanged(field: str) -> Edit:
    def edit(text: str, language: str, rng: random.Random) -> str | None:
        words = TABLES[language].get(field, [])
        places = _listed(text, words, language)
        if not places:
            return None
        start, end = rng.choice(places)
        return text[:start] + rng.choice([word for word in words if word != text[start:end]]) + text[end:]

    return edit


def _left_out(field: str) -> Edit:
    def edit(text: str, language: str, rng: random.Random) -> str | None:
        places = [
            place for place in _listed(text, TABLES[language].get(field, []), language) if place[0] > 12
        ]
        if not places:
            return None
        start, end = rng.choice(places)
        return re.sub(r"  +", " ", text[:start] + text[end:]).strip() if end < len(text) - 12 else None

    return edit


def digit(text: str, language: str, rng: random.Random) -> str | None:
    """One digit changed."""
    places = [found.start() for found in re.finditer(r"\d", text)]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + rng.choice([one for one in "123456789" if one != text[place]]) + text[place + 1 :]


def negated(text: str, language: str, rng: random.Random) -> str | None:
    """A *not* put in between two words."""
    words, negation = text.split(" "), TABLES[language].get("negation")
    if not negation or language in UNSPACED or len(words) < 6:
        return None
    place = rng.randint(2, len(words) - 2)
    return " ".join([*words[:place], negation[0], *words[place:]])


HONEST: dict[str, Edit] = {
    "first letter": first_letter, "last ending": last_ending, "gap": gap, "inner marks": inner_marks,
    "remark": remark, "capitals": capitals, "signs": vowel_signs, "numeral": numeral,
}  # fmt: skip
CHANGED: dict[str, Edit] = {
    "digit": digit, "number word": _exchanged("numbers"), "month": _exchanged("months"),
    "not left out": _left_out("negation"), "not put in": negated,
    "limit left out": _left_out("limits"), "other limit": _exchanged("limits"),
}  # fmt: skip


def passage(lines: list[str], language: str, rng: random.Random) -> str | None:
    """A sentence or two of a page, or a part of one."""
    place = rng.randrange(len(lines))
    text = lines[place]
    if language in UNSPACED:
        return text if 20 <= len(text) <= 110 else None
    words = text.split(" ")
    if len(words) > 30:
        first = rng.randint(0, len(words) - 20)
        words = words[first : first + rng.randint(8, 20)]
    return " ".join(words) if len(words) >= 6 else None


def measured(lines: list[str], language: str, per: int, seed: int, misses: list[str]) -> Counter[str]:
    """What was called what, by edit."""
    rng = random.Random(f"{seed} {language}")
    pages = [lines[at : at + PAGE_LINES] for at in range(0, len(lines), PAGE_LINES)]
    ready: dict[int, Page] = {}
    counts: Counter[str] = Counter()
    for name, edit in (HONEST | CHANGED).items():
        for _ in range(per * TRIES):
            number = rng.randrange(len(pages))
            text = passage(pages[number], language, rng)
            other = edit(text, language, rng) if text else None
            if other is None or other == text:
                continue
            page = ready.setdefault(number, prepare(Text("\n".join(pages[number]))))
            found = compare(other, page, across=False)
            counts[f"{name}: all"] += 1
            wrong = found.verdict in GRAVE if name in HONEST else found.verdict in PASSED
            counts[f"{name}: wrong"] += wrong
            counts[f"{name}: altered"] += found.verdict is Verdict.ALTERED
            if wrong:
                misses.append(f"{language} {name}: {found.verdict}: {other}\n    {found.differences}")
            if counts[f"{name}: all"] == per:
                break
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, help="a copy of NTREX")
    parser.add_argument("--per", type=int, default=40, help="passages for each edit and language")
    parser.add_argument("--languages", default=",".join(FILES))
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total: Counter[str] = Counter()
    misses: list[str] = []
    for language in options.languages.split(","):
        path = options.texts / "NTREX-128" / f"newstest2019-ref.{FILES[language]}.txt"
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        counts = measured(lines, language, options.per, options.seed, misses)
        total += counts
        honest, grave = (sum(counts[f"{name}: {what}"] for name in HONEST) for what in ("all", "wrong"))
        every, told = (sum(counts[f"{name}: {what}"] for name in CHANGED) for what in ("all", "altered"))
        print(
            f"{language}: honest called grave {grave} of {honest}; changed called altered {told} of {every}"
        )
    for name in HONEST:
        print(f"{name}: {total[f'{name}: wrong']} of {total[f'{name}: all']} called grave")
    for name in CHANGED:
        every, told, passed = (total[f"{name}: {what}"] for what in ("all", "altered", "wrong"))
        print(f"{name}: {told} of {every} altered, {passed} passed")
    print(*misses[: options.misses], sep="\n")


if __name__ == "__main__":
    main()
