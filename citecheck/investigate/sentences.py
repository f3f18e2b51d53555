"""Lines taken apart into sentences, and sentences into what they say first."""

from __future__ import annotations

import re

from citecheck.investigate.counting import WORD
from citecheck.investigate.missing_words import words_of_text
from citecheck.patterns import late

_FEW_SPACES = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean: few words to a sentence, if any are set off."""
_OR = late(
    r"(?:,\s*)?\b(?:or|oder|ou|o|lub|albo|czy|nebo|či|alebo|или|або|чи|ці|албо|veya|ya da|vagy|sau|tai|eller"
    r"|of|ili|või|vai|arba|ή|או|أو|یا|hoặc|atau|ose|edo)\b|或|または|若しくは|또는|หรือ"
)
SENTENCE = re.compile(r"[.!?。！？…؟]+(?:\s|$)|[。！？؟।॥۔։።]|:\s+(?=\w)")
"""Where a sentence ends: Latin, Chinese, Arabic, Indian, Urdu, Armenian and Ethiopic signs."""
LEAST_WORDS = 3
LEAST_LETTERS = 6
"""A sentence is longer than `Not found`, which may be a song; scripts without spaces count letters."""


def sentences_of(text: str) -> list[str]:
    """The sentences of `text`, those without a word left out."""
    return [part for part in SENTENCE.split(text) if WORD.search(part)]


def first_of_several(sentence: str) -> str:
    """What a sentence says before its first *or*, empty where it has none: error pages name one cause after
    another."""
    first, divider, _ = _OR.sub("\x1f", sentence, count=1).partition("\x1f")
    return first.strip() if divider and is_sentence(first) else ""


def is_sentence(text: str) -> bool:
    """Whether `text` has the words of a sentence, not of a name."""
    if len(words_of_text(text)) >= LEAST_WORDS:
        return True
    return len(text) >= LEAST_LETTERS and _FEW_SPACES.search(text) is not None
