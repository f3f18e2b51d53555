"""Belarusian forms back to the words that they are forms of; no list of them exists.

The spelling follows the sound, so a stem changes with what stands behind it (*факт*, *факце*; *нага*, *назе*;
*справа*, *спраў*) and with the stress (*дождж*, *дажджом*; *прасіць*, *просім*). The rules are those of the
grammar, letters as folded (*ў* is *у*, *й* is *и*, *ё* is *е*).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

NOUN, VERB, ADJECTIVE = "nptl", "vlm", "anpl"
"""Kinds of rows that a word with such forms is in."""
LEAST_STEM = 2
"""Letters that are left when an ending is taken off."""
LONGEST = 6
"""Letters of an ending."""
SAME = 3
"""Letters from which two words of kindred languages are one where they begin alike."""
SHIFTS = (("а", "о"), ("о", "а"), ("е", "я"), ("я", "е"), ("э", "а"), ("а", "э"))
"""Vowels of a form and of the word, as the stress comes and goes."""
_KINDRED = str.maketrans("оэяєиыіюг", "аееееееуг", "ьъ")
"""Vowels that are written for each other where they bear no stress."""
_NOUNS = (
    ("", "а у ом ам е ы і оу ау амі ах"),
    ("ь", "я ю ем ям і ях ямі еу яу"),
    ("и", "я ю ем ям і ях ямі еу яу"),
    ("а", "ы і е у ои аи ою аю ам амі ах оу ау"),
    ("я", "і е ю еи яи ею яю ям ямі ях еу яу ь"),
    ("о", "а у ом е ам амі ах ы оу ау"),
    ("е", "я ю ем і ям ямі ях яу а у ам амі ах"),
    ("ы", "оу ау ам амі ах"),
    ("ак", "ку ка кам кі кау кам камі ках"),
    ("ок", "ку ка ком кі коу кам камі ках"),
    ("ец", "ца цу цам цом цы цау цоу цамі цах"),
    ("ка", "ак ок ек цы"),
    ("ва", "у"),
    ("га", "зе"),
    ("ха", "се"),
    ("та", "це"),
    ("да", "дзе"),
    ("т", "це"),
    ("д", "дзе"),
)
_ADJECTIVES = (
    ("ы", "ага ога аму ому ым ая ую аи ои аю ою ае ое ыя ых ымі"),
    ("і", "ага ога аму ому ім ая ую аи ои аю ою ае ое ія іх імі яга яму яя юю яи яю яе"),
    ("оу", "ава овы авы овага"),
)
_PAST = "у ла ло лі ушы"
_PASSIVE = "ны на но ная ную ныя ных ным нымі нага наму наи нае не ння нні нню ннем"
_PRESENT = "ю еш е ем еце юць ючы и ице"
_LIKE_LOVE = "ш ць м це"
_DONE = "у ю аны ены ана ена аная еная аных еных аныя еныя анне енне ання ення"
_WRITTEN = "у аш а ам аце уць учы ы ыце"
_SOFTER = (("з", "ж"), ("с", "ш"), ("сц", "шч"), ("дз", "дж"), ("ц", "ч"), ("т", "ч"), ("к", "ч"), ("г", "ж"),
           ("х", "ш"), ("б", "бл"), ("п", "пл"), ("в", "ул"), ("м", "мл"), ("ск", "шч"))  # fmt: skip
"""Consonants at the end of a verb's stem, and what they are in its other stem."""


@cache
def _endings() -> dict[str, tuple[tuple[str, str], ...]]:
    """Endings of forms with those of the words, and what kind of word that is."""
    found = dict[str, list[tuple[str, str]]]()

    def add(form: str, word: str, kind: str) -> None:
        found.setdefault(form, []).append((word, kind))

    for kind, table in ((NOUN, _NOUNS), (ADJECTIVE, _ADJECTIVES)):
        for word, forms in table:
            for form in forms.split():
                add(form, word, kind)
    for vowel in "аяеіыу":
        for form in (_PAST + " " + _PASSIVE).split():
            add(vowel + form, vowel + "ць", VERB)
    for vowel in "аяе":
        for form in _PRESENT.split():
            add(vowel + form, vowel + "ць", VERB)
    for form in _PRESENT.split():
        add("у" + form, "аваць", VERB)
        add("ю" + form, "яваць", VERB)
    for vowel, plural in (("і", "яць ячы"), ("ы", "аць ачы")):
        for form in _LIKE_LOVE.split():
            add(vowel + form, vowel + "ць", VERB)
        for form in plural.split():
            add(form, vowel + "ць", VERB)
    for form in ("ну", "неш", "не", "нем", "неце", "нуць"):
        add(form, "нуць", VERB)
    for hard, soft in _SOFTER:
        for form in _WRITTEN.split():
            add(soft + form, hard + "аць", VERB)
        for form in _DONE.split():
            add(soft + form, hard + "іць", VERB)
    return {form: tuple(words) for form, words in found.items()}


def words_of(form: str) -> Iterator[tuple[str, str]]:
    """Folded words that a folded Belarusian one may be a form of, by its ending, with the kinds of rows such
    words are in. Most of them do not exist; the table knows."""
    for plain, reflexive in _unreflexive(form):
        for size in range(min(LONGEST, len(plain) - LEAST_STEM), 0, -1):
            for ending, kinds in _endings().get(plain[-size:], ()):
                if reflexive and kinds == VERB:
                    yield plain[:-size] + ending[:-2] + "цца", kinds
                if not reflexive or kinds == VERB:
                    yield plain[:-size] + ending, kinds
        if not reflexive:
            yield from ((plain + ending, NOUN) for ending in "ао")


def shifted(form: str) -> Iterator[tuple[str, str]]:
    """The same, and the word itself, with another vowel in one syllable."""
    for word, kinds in ((form, NOUN + VERB + ADJECTIVE), *words_of(form)):
        for at in range(len(word) - 2, -1, -1):
            for vowel, other in SHIFTS:
                if word[at] == vowel:
                    yield word[:at] + other + word[at + 1 :], kinds


def kindred(word: str, other: str) -> bool:
    """Whether a folded Russian or Ukrainian beginning is that of a folded Belarusian word.

    >>> kindred("персанажа", "персонаж"), kindred("твор", "лиц"), kindred("сценах", "стен")
    (True, False, True)
    """
    one, two = _spelt(word), _spelt(other)
    same = next((at for at, letter in enumerate(two) if letter != one[at : at + 1]), len(two))
    return same >= max(SAME, len(two) - 1)


def _spelt(word: str) -> str:
    return word.replace("дз", "д").replace("ц", "т").replace("щ", "шч").translate(_KINDRED)


def _unreflexive(form: str) -> Iterator[tuple[str, bool]]:
    yield form, False
    if form.endswith("ся"):
        yield form[:-2], True
    elif form.endswith("цца"):
        yield form[:-3], True
        yield form[:-3] + "ць", True
