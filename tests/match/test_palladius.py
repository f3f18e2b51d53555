"""Chinese names in pinyin and in the Cyrillic letters of three languages."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.sounds import same_named
from citecheck.match.crosslingual.terms import met_name, terms_of
from citecheck.match.fold import fold_word
from citecheck.match.rules import rules_for

SAME = [
    ("Jinping", ["Цзиньпин", "Цзиньпином", "Цзіньпін", "Цзіньпіна"]),
    ("Zedong", ["Цзэдун", "Цзэдуна", "Цзедун"]),
    ("Xiaoping", ["Сяопин", "Сяопином", "Сяопін"]),
    ("Qinghong", ["Цинхун", "Цінхуном"]),
    ("Guoqing", ["Гоцин", "Гоціна"]),
    ("Zemin", ["Цзэминь", "Цзэминя", "Цземінь"]),
    ("Keqiang", ["Кэцян", "Кецяна"]),
    ("Chongqing", ["Чунцин", "Чунціна"]),
    ("Xinjiang", ["Синьцзян", "Сіньцзян"]),
    ("Henan", ["Хэнань", "Хэнани", "Хенань"]),
    ("Qingdao", ["Циндао", "Ціндао"]),
    ("Zhang", ["Чжан", "Чжану"]),
]


def folded(word: str) -> str:
    return "".join(fold_word(word))


@pytest.mark.parametrize(
    ("pinyin", "cyrillic"), [(pinyin, one) for pinyin, written in SAME for one in written]
)
def test_one_name_either_way(pinyin: str, cyrillic: str) -> None:
    assert same_named(folded(pinyin), folded(cyrillic))
    assert same_named(folded(cyrillic), folded(pinyin))


@pytest.mark.parametrize(
    ("pinyin", "cyrillic"),
    [("Guoqing", "Цзиньтао"), ("Qinghong", "Цзэдун"), ("Xiaoping", "Цзиньпин"), ("Zedong", "Сяопин")],
)
def test_another_name_is_another_one(pinyin: str, cyrillic: str) -> None:
    assert not same_named(folded(pinyin), folded(cyrillic))


def test_names_of_one_syllable_answer_names_only() -> None:
    name = next(name for name in terms_of("Then Xi and Qu spoke.", rules_for("en")).names)
    assert met_name(name, terms_of("Потом Си и Цюй говорили.", rules_for("ru"))) == "Си"
    na = next(one for one in terms_of("Then Na spoke at last.", rules_for("en")).names if one.shown == "Na")
    assert met_name(na, terms_of("Потом Ян говорил на собрании.", rules_for("ru"))) is None
