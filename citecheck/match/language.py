"""Which language a text is in, told by its script and its function words.

Needed only to say "not found" honestly: a French quotation that a Russian page lacks is not a missing one.
So a guess without evidence is worse than none, and short or mixed texts get none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from citecheck.match.fold import split_words
from citecheck.match.rules import common_words, further
from citecheck.patterns import late

LEAST_HITS = 2
"""Function words that must be seen, of the language that wins."""
LEAST_LEAD = 1.25
"""How many times the second language's weight the first one's must be; neighbours share many words."""
FURTHER_LEAST, FURTHER_LEAD = 2.0, 1.5
"""Weight of a language without rules, as a share of this or of what the best with rules has, that speaks for
it: most short words of one language are words of some other."""
MAX_CHARACTERS = 20_000
SCRIPTS = (
    ("el", late("[\u0370-\u03ff]")),
    ("he", late("[\u0590-\u05ff]")),
    ("ar", late("[\u0600-\u06ff]")),
    ("hy", late("[\u0530-\u058f]")),
    ("ka", late("[\u10a0-\u10ff]")),
    ("th", late("[\u0e00-\u0e7f]")),
    ("ko", late("[\uac00-\ud7af]")),
    ("ja", late("[\u3040-\u30ff]")),
    ("zh", late("[\u4e00-\u9fff]")),
    ("hi", late("[\u0900-\u097f]")),
)
"""Scripts that one language, or one above all, is written in. Japanese goes before Chinese: it uses both."""
IDEOGRAPH = late("[\u4e00-\u9fff]")
MIXED = 0.2
"""Share of characters of the other writing past which a text is in neither."""
LETTER = re.compile(r"[^\W\d_]")
LETTERS = re.compile(r"[^\W\d_]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
CYRILLIC = re.compile("[\u0400-\u04ff]+")
BASIC = re.compile("[\x00-\u036f]+")
"""Signs and Latin letters: what is left of a text without them tells its script."""
TELLING = (("uk", "їєґ"), ("be", "ў"), ("ru", "ыэё"))
"""Letters of one Cyrillic language only (*ы*, *э*, *ё* Belarusian too, so that it is asked first)."""
TELLING_WEIGHT = 3
ALPHABETS = (
    ("uk", "и", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    ("be", "ы", "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
)
"""Languages with an *і*, a letter that the other one lacks, and all letters."""
LACKING = {
    "ru": "іїєґў", "bg": "ыэёіїєґў", "uk": "ыэёъў", "be": "ищїєґъ",
    "sr": "йыэёьъщюяіїєґў", "mk": "йыэёьъщюяіїєґў",
}  # fmt: skip
"""Letters that a language in Cyrillic has not; Russian before 1918 had an *і* beside its *ѣ* and *ъ*."""
LACKING_SHARE, LACKING_SHORT = 0.01, 150
"""Share of them that names alone do not reach (*і* and *и* are each a sixteenth of a text), and letters up to
which one is enough: a sentence, outside of whose capitals it stands (*в селе Вільшана* is Russian)."""
RUSSIAN_FROM = 24
"""Letters of a text from which a Russian *и* is missed."""
TELLING_LATIN = (("pl", "ąęłńśźż"), ("cs", "ěřů"))
WANTED = (("cs", "ěřů", 0.01), ("sv", "äö", 0.008), ("pl", "ąęłńśźż", 0.015))
"""Letters of a language that its neighbours lack, and the share below which a text is hardly in it: a third
of what Czech, Swedish and Polish prose has. Danish, Slovak, Slovene and Croatian share their words."""
WANTED_FROM = 100
"""Letters of a text from which they are missed; one without any accents may have lost them."""
TELLING_SHARE = 0.02
"""Share of such letters that names alone do not reach in a text of another language."""


def language_of(text: str, words: Sequence[str] | None = None) -> str | None:
    """Two-letter code of the language of `text`, `None` where it cannot be told.

    `words`: of the text, folded, where the caller has them.

    >>> language_of("The plant was opened in the spring of that year."), language_of("Завод открыли весной")
    ('en', 'ru')
    """
    text = text[:MAX_CHARACTERS]
    letters = _letters(text)
    if letters < 8:
        return None
    foreign = "" if text.isascii() else BASIC.sub("", text)
    cyrillic = len(foreign) - len(CYRILLIC.sub("", foreign))
    if cyrillic * 2 < letters < len(foreign) * 3:
        for code, script in SCRIPTS:
            if len(script.findall(foreign)) * 3 > letters:
                return code
    # A tenth of a page's words is common in any language: no others are counted.
    telling = filter(_common().__contains__, split_words(text).folded if words is None else words)
    counts = Counter(telling)
    in_cyrillic = cyrillic * 2 > letters
    weights, others = (
        {code: some for code, some in _weights(counts, words).items() if (code in _CYRILLIC) == in_cyrillic}
        for words in (_by_word(), _further_by_word())
    )
    if in_cyrillic:
        _add_letters(text, weights)
        _leave_out(text, cyrillic, weights, others)
    elif not text.isascii():
        _add_latin_letters(text, letters, weights)
    other = _winner(others)
    missed = _without_its_letters(text, letters)
    rivals = [weight for code, weight in weights.items() if code not in missed]
    if other and others[other] >= FURTHER_LEAD * max([FURTHER_LEAST, *rivals]):
        return other
    found = _winner(weights)
    told = _by_alphabet(text) if in_cyrillic and found in (None, "ru") else None
    if found == "ru" and told is None and _may_be_belarusian(text, letters):
        return None
    return told if told == "be" else found or told


def _leave_out(text: str, letters: int, *weights: dict[str, float]) -> None:
    """Take out languages that have not the letters of a text."""
    lower = text.lower()
    old = "ѣ" in lower or ("ъ" in lower and "і" in lower)
    short = letters < LACKING_SHORT
    looked_at = " ".join(word for word in text.split() if word.islower()) if short else lower
    for code, lacking in LACKING.items():
        enough = sum(map(looked_at.count, lacking)) > (0 if short else LACKING_SHARE * letters)
        if enough and not (old and code == "ru"):
            for known in weights:
                known.pop(code, None)


def _by_alphabet(text: str) -> str | None:
    """Ukrainian or Belarusian for a text without a common word that has the *і* of both, a letter that the
    other one lacks, and none that it lacks itself: old Russian spelling has its *ъ*."""
    letters = set("".join(LETTERS.findall(text)).casefold())
    if "і" in letters:
        for code, own, alphabet in ALPHABETS:
            if own in letters and letters <= set(alphabet):
                return code
    return None


def _may_be_belarusian(text: str, letters: int) -> bool:
    """Whether a short text with an *ы* lacks the letters that Russian has and Belarusian has not: each
    twelfth one of Russian prose is an *и*."""
    lower = text.lower()
    return RUSSIAN_FROM <= letters < LACKING_SHORT and not any(letter in lower for letter in "ищъ")


def _letters(text: str) -> int:
    if text.isascii():
        return len(text.encode("ascii").translate(None, _NO_LETTERS))
    return sum(map(len, LETTERS.findall(text)))


def script_of(text: str) -> str | None:
    """Name of the script that most letters of `text` are in, `None` without letters."""
    text = text[:500]
    if text.isascii():
        return "Latin" if LETTER.search(text) else None
    scripts: Counter[str] = Counter()
    for letter, count in Counter(LETTER.findall(text)).items():
        scripts[unicodedata.name(letter, "").split(" ")[0]] += count
    return scripts.most_common(1)[0][0].capitalize() if scripts else None


def chinese_writing(text: str) -> str | None:
    """Whether a Chinese text is in traditional or in simplified characters, `None` where it cannot be told.

    The character sets GB 2312 and Big5 were made for one writing each: what only one of them has tells.

    >>> chinese_writing("大橋於當年修復"), chinese_writing("大桥于当年修复"), chinese_writing("山水")
    ('Traditional Chinese', 'Simplified Chinese', None)
    """
    simplified = traditional = 0
    for character in set(IDEOGRAPH.findall(text[:MAX_CHARACTERS])):
        ours, theirs = (_has(character, encoding) for encoding in ("gb2312", "big5"))
        simplified += ours and not theirs
        traditional += theirs and not ours
    if simplified == traditional or min(simplified, traditional) > MIXED * (simplified + traditional):
        return None
    return "Simplified Chinese" if simplified > traditional else "Traditional Chinese"


def _has(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk", "sr"})


def _weights(counts: Counter[str], by_word: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word in filter(by_word.__contains__, counts):
        languages = by_word[word]
        weight = counts[word] / len(languages) ** 0.5
        for code in languages:
            weights[code] = weights.get(code, 0.0) + weight
    return weights


def _add_letters(text: str, weights: dict[str, float]) -> None:
    lower = text.lower()
    for code, letters in TELLING:
        if seen := sum(lower.count(letter) for letter in letters):
            weights[code] = weights.get(code, 0.0) + TELLING_WEIGHT * min(seen, 10)
            return


def _add_latin_letters(text: str, letters: int, weights: dict[str, float]) -> None:
    for code, telling in TELLING_LATIN:
        seen = sum(map(text.count, telling))
        if seen > TELLING_SHARE * letters:
            weights[code] = weights.get(code, 0.0) + TELLING_WEIGHT * min(seen, 10)


def _without_its_letters(text: str, letters: int) -> frozenset[str]:
    """Languages whose own letters are missed in a text."""
    if letters < WANTED_FROM or text.isascii():
        return frozenset()
    lower = text.lower()
    return frozenset(code for code, own, share in WANTED if sum(map(lower.count, own)) < share * letters)


def _winner(weights: dict[str, float]) -> str | None:
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LEAST_HITS:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]:
        return None
    return ranked[0][0]


@cache
def _common() -> frozenset[str]:
    return frozenset(_by_word()) | frozenset(_further_by_word())


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    return _languages_of(list(common_words().items()))


@cache
def _further_by_word() -> dict[str, tuple[str, ...]]:
    return _languages_of([(code, row.common) for code, row in further().items()])


@cache
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """Folded common words, each with the languages that have it."""
    further_words = {code: row.common for code, row in further().items()}
    return _languages_of(list((dict(common_words()) | further_words).items()))


def _languages_of(rows: Sequence[tuple[str, frozenset[str]]]) -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = {}
    for code, common in rows:
        for word in sorted(common):
            words.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in words.items()}
