"""What stands in which clause, and which clause comes of which."""

from __future__ import annotations

import pytest

from tests.match.alike_words import Said, differences_of, each_with_each

EACH_ITS_PLACE: Said = {
    "en": (
        "The smith lived in the tower, and the miller slept in the cellar.",
        "The smith lived in the cellar, and the miller slept in the tower.",
    ),
    "fr": (
        "Le forgeron habitait dans la tour, et le meunier dormait dans la cave.",
        "Le forgeron habitait dans la cave, et le meunier dormait dans la tour.",
    ),
    "de": (
        "Der Schmied wohnte im Turm, und der Müller schlief im Keller.",
        "Der Schmied wohnte im Keller, und der Müller schlief im Turm.",
    ),
    "ru": ("Кузнец жил в башне, а мельник спал в подвале.", "Кузнец жил в подвале, а мельник спал в башне."),
    "uk": ("Коваль жив у вежі, а мірошник спав у підвалі.", "Коваль жив у підвалі, а мірошник спав у вежі."),
    "es": (
        "El herrero vivía en la torre, y el molinero dormía en el sótano.",
        "El herrero vivía en el sótano, y el molinero dormía en la torre.",
    ),
}
BECAUSE: Said = {
    "en": (
        "The peasants left the village because the lord closed the mill.",
        "The lord closed the mill because the peasants left the village.",
    ),
    "fr": (
        "Les paysans quittèrent le village parce que le seigneur ferma le moulin.",
        "Le seigneur ferma le moulin parce que les paysans quittèrent le village.",
    ),
    "de": (
        "Die Bauern verließen das Dorf, weil der Herr die Mühle schloss.",
        "Weil die Bauern das Dorf verließen, schloss der Herr die Mühle.",
    ),
    "ru": (
        "Крестьяне покинули деревню, потому что барин закрыл мельницу.",
        "Крестьяне покинули деревню, поэтому барин закрыл мельницу.",
    ),
    "be": (
        "Сяляне пакінулі вёску, таму што пан зачыніў млын.",
        "Пан зачыніў млын, бо сяляне пакінулі вёску.",
    ),
    "pl": ("Chłopi opuścili wieś, bo pan zamknął młyn.", "Chłopi opuścili wieś, więc pan zamknął młyn."),
    "it": (
        "I contadini lasciarono il villaggio perché il signore chiuse il mulino.",
        "Il signore chiuse il mulino perché i contadini lasciarono il villaggio.",
    ),
}
BEFORE: Said = {
    "en": (
        "The bridge was built before the town received a fair.",
        "The town received a fair before the bridge was built.",
    ),
    "de": (
        "Die Brücke wurde gebaut, bevor die Stadt einen Jahrmarkt erhielt.",
        "Die Brücke wurde gebaut, nachdem die Stadt einen Jahrmarkt erhielt.",
    ),
    "ru": (
        "Мост построили раньше, чем город получил ярмарку.",
        "Город получил ярмарку до того, как построили мост.",
    ),
    "uk": (
        "Міст збудували перш ніж місто отримало ярмарок.",
        "Міст збудували після того, як місто отримало ярмарок.",
    ),
}
INSTEAD: Said = {
    "en": (
        "The council paid the carpenters instead of the masons.",
        "The council paid the masons instead of the carpenters.",
    ),
    "fr": (
        "Le conseil a payé les charpentiers au lieu des maçons.",
        "Le conseil a payé les maçons au lieu des charpentiers.",
    ),
    "ru": ("Совет заплатил плотникам вместо каменщиков.", "Совет заплатил каменщикам вместо плотников."),
    "es": (
        "El consejo pagó a los carpinteros en lugar de a los albañiles.",
        "El consejo pagó a los albañiles en lugar de a los carpinteros.",
    ),
}


@pytest.mark.parametrize(
    ("quoted", "language", "said"),
    each_with_each(EACH_ITS_PLACE, BECAUSE, BEFORE, INSTEAD),
)
def test_clauses_that_exchange_what_they_say_are_seen(quoted: str, language: str, said: Said) -> None:
    assert differences_of(said[quoted][0], said[language][1], quoted=quoted, language=language) != []


@pytest.mark.parametrize(
    ("quoted", "language", "said"),
    each_with_each(EACH_ITS_PLACE, BECAUSE, BEFORE, INSTEAD),
)
def test_clauses_that_say_the_same_are_left_alone(quoted: str, language: str, said: Said) -> None:
    for mine, there in zip(said[quoted], said[language], strict=True):
        told = differences_of(mine, there, quoted=quoted, language=language)
        assert not any("…" in one for one, _ in told)


@pytest.mark.parametrize(
    ("mine", "quoted", "there", "language"),
    [
        (
            "Before the harvest, the miller and the smith repaired the wheel.",
            "en",
            "Le forgeron et le meunier réparèrent la roue avant la récolte.",
            "fr",
        ),
        (
            "Weil der Müller krank war, blieb die Mühle zu, und die Bauern fuhren in die Stadt.",
            "de",
            "Крестьяне ездили в город, а мельница стояла закрытой, потому что мельник болел.",
            "ru",
        ),
        (
            "The director closed the canteen because so many workers left the factory.",
            "en",
            "Le directeur ferma la cantine parce que tant d'ouvriers quittèrent l'usine.",
            "fr",
        ),
        (
            "Директор закрив їдальню, бо рік тому робітники покинули завод.",
            "uk",
            "The director closed the canteen because a year ago the workers left the factory.",
            "en",
        ),
        (
            "Купцы, недовольные старостой, избрали вместо него мельника.",
            "ru",
            "Мірошника купці обрали замість старости, яким були невдоволені.",
            "uk",
        ),
        (
            "Le théâtre fut fermé à cause des loyers élevés.",
            "fr",
            "Театр закрили через високі орендні плати.",
            "uk",
        ),
    ],
)
def test_clauses_in_another_order_are_left_alone(mine: str, quoted: str, there: str, language: str) -> None:
    told = differences_of(mine, there, quoted=quoted, language=language)
    assert not any("…" in one for one, _ in told)


@pytest.mark.parametrize(
    ("mine", "quoted", "there", "language"),
    [
        (
            "The nurses accused the doctors of theft before the court.",
            "en",
            "I medici, davanti al tribunale, accusarono le infermiere di furto.",
            "it",
        ),
        (
            "The monks kept the castle until the soldiers built the fortress.",
            "en",
            "Die Soldaten bauten die Festung, bis die Mönche das Schloss behielten.",
            "de",
        ),
        (
            "When the workers left the factory, the director closed the canteen and sold the land.",
            "en",
            "Quand le directeur ferma la cantine, les ouvriers quittèrent l'usine et vendirent le terrain.",
            "fr",
        ),
        (
            "The doctor told the farmer that the miller had stolen the horse.",
            "en",
            "Der Müller sagte dem Bauern, dass der Arzt das Pferd gestohlen habe.",
            "de",
        ),
    ],
)
def test_order_tells_where_no_clause_is_compared(mine: str, quoted: str, there: str, language: str) -> None:
    assert differences_of(mine, there, quoted=quoted, language=language) != []
