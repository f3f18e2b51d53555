"""Names as they are said in another script, first names of East Slavs, words that begin like a country."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.places import place_of
from citecheck.match.crosslingual.sounds import same_named
from citecheck.match.fold import split_words
from tests.match.test_rulers import names_differ

Sentence = tuple[str, str]


def folded(name: str) -> str:
    return "".join(split_words(name).folded)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Benoît", "Бенуа"), ("Guillaume", "Гийома"), ("Laurent", "Лораном"),
        ("Hebdo", "Эбдо"), ("Packham", "Пэкхэмом"), ("Idaho", "Айдахо"), ("Zürich", "Цюрихе"),
        ("Höcke", "Хёке"), ("Szczecin", "Щецине"), ("Wrocław", "Вроцлава"), ("Foggia", "Фоджа"),
        ("Sean", "Шоном"), ("Gilles", "Жиль"), ("Poitiers", "Пуатье"), ("François", "Франсуа"), ("Lee", "Ли"),
        ("Yves", "Ив"), ("Puigdemont", "Пучдемон"), ("Walker", "Уокер"),
        ("Sukhothai", "Сукхотай"), ("Huppert", "Юппер"), ("Chorzów", "Хожув"), ("Troyan", "Троянской"),
    ],
)  # fmt: skip
def test_a_name_is_known_as_it_is_said(latin: str, cyrillic: str) -> None:
    assert same_named(folded(latin), folded(cyrillic))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Walker", "Уолтер"), ("Carter", "Карвер"), ("Morris", "Норрис"), ("Parker", "Баркер"),
        ("Berger", "Бертер"), ("Marina", "Мария"), ("Maria", "Марина"),
        ("Leicester", "Глостер"), ("Köln", "Клеман"), ("Johnson", "Безансон"),
        ("Guillaume", "Вильгельм"), ("Depardieu", "Проди"), ("Bremen", "Бирмингем"), ("Giuseppe", "Гессе"),
    ],
)  # fmt: skip
def test_another_name_with_the_same_consonants_is_another(latin: str, cyrillic: str) -> None:
    assert not same_named(folded(latin), folded(cyrillic))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("uk", "Про це сказав Микола Ткач."), ("ru", "Об этом сказал Николай Ткач.")),
        (("ru", "Об этом рассказали Николаю Ткачу."), ("fr", "On l'a dit à Mykola Tkatch.")),
        (("be", "Пра гэта сказала Ганна Ткач."), ("ru", "Об этом сказала Анна Ткач.")),
        (("ru", "Они пришли с Дмитрием Ткачом."), ("be", "Яны прыйшлі з Дзмітрыем Ткачом.")),
        (("de", "Es half Deval Patrick."), ("pl", "Pomoc Devala Patricka.")),
        (("fr", "L'ami Philippe Tkatch partit."), ("uk", "Товариш Пилип Ткач поїхав.")),
    ],
)
def test_a_first_name_of_an_east_slav_may_be_put_in_their_other_languages(
    ours: Sentence, theirs: Sentence
) -> None:
    assert names_differ(ours[1], ours[0], theirs[1], theirs[0]) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("ru", "Об этом сказал Николай Ткач."), ("uk", "Про це сказав Петро Ткач.")),
        (("ru", "Письмо Андрею Ткачу."), ("pl", "List do Antona Tkacza.")),
        (("ru", "Об этом сказал Роман Ткач."), ("fr", "C'est ce que dit Ruslan Tkatch.")),
        (("ru", "Об этом сказала Оксана Ткач."), ("uk", "Про це сказала Ксенія Ткач.")),
        (("ru", "Об этом сказала Марина Ткач."), ("uk", "Про це сказала Марія Ткач.")),
        (("ru", "Об этом сказал Егор Ткач."), ("uk", "Про це сказав Георгій Ткач.")),
        (("pl", "To powiedział Jan Nowak."), ("ru", "Это сказал Иван Новак.")),
        (("pl", "To powiedziała Barbara Nowak."), ("ru", "Это сказала Варвара Новак.")),
        (("fr", "Guillaume Dubois ouvrit une usine."), ("ru", "Вильгельм Дюбуа открыл завод.")),
    ],
)
def test_another_first_name_is_told(ours: Sentence, theirs: Sentence) -> None:
    assert names_differ(ours[1], ours[0], theirs[1], theirs[0])


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("francos", "es"), ("francs", "fr"), ("sangre", "es"),
        ("libertad", "es"), ("reunión", "es"), ("angolo", "it"), ("camera", "it"),
        ("schwer", "de"), ("rund", "de"), ("green", "en"), ("guarantee", "en"),
        ("liberté", "fr"), ("soudain", "fr"), ("волосы", "ru"), ("камеру", "ru"), ("самалёт", "be"),
        ("komórka", "pl"), ("runda", "pl"),
    ],
)  # fmt: skip
def test_a_word_that_begins_like_a_country_is_not_of_it(word: str, language: str) -> None:
    assert place_of(folded(word), language, capital=False) is None
    assert place_of(folded(word), language, telling=False) is None


@pytest.mark.parametrize(
    ("word", "language", "place"),
    [
        ("brésilienne", "fr", "BR"), ("liberiano", "it", "LR"), ("angolanische", "de", "AO"),
        ("китайского", "ru", "CN"), ("камерунской", "ru", "CM"), ("chińskich", "pl", "CN"),
        ("шведські", "uk", "SE"), ("islandais", "fr", "IS"), ("armenische", "de", "AM"),
    ],
)  # fmt: skip
def test_what_is_of_a_country_is(word: str, language: str, place: str | None) -> None:
    assert place_of(folded(word), language, capital=False) == place


def test_a_country_at_the_head_of_a_sentence_is_one() -> None:
    assert place_of("angola", "it", telling=False) == "AO"
    assert place_of("liberia", "es", telling=False) == "LR"
