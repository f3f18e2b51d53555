"""Statements that say every word of a quotation and turn it about: from here to there, the one than the
other, which is old and which is new, only this one and only that, above and below."""

from __future__ import annotations

import pytest

from tests.match.alike_words import Said, differences_of, each_with_each

FROM_TO: Said = {
    "en": (
        "The archive was moved from the hospital to the school.",
        "The archive was moved from the school to the hospital.",
    ),
    "fr": (
        "Les archives furent transférées de l'hôpital à l'école.",
        "Les archives furent transférées de l'école à l'hôpital.",
    ),
    "de": (
        "Das Archiv wurde aus dem Krankenhaus in die Schule gebracht.",
        "Das Archiv wurde aus der Schule ins Krankenhaus gebracht.",
    ),
    "ru": ("Архив перевезли из больницы в школу.", "Архив перевезли из школы в больницу."),
    "uk": ("Архів перевезли з лікарні до школи.", "Архів перевезли зі школи до лікарні."),
    "pl": ("Archiwum przewieziono ze szpitala do szkoły.", "Archiwum przewieziono ze szkoły do szpitala."),
}
MORE_THAN: Said = {
    "en": ("More girls than boys passed the exam.", "More boys than girls passed the exam."),
    "fr": (
        "Plus de filles que de garçons ont réussi l'examen.",
        "Plus de garçons que de filles ont réussi l'examen.",
    ),
    "ru": ("Экзамен сдало больше девочек, чем мальчиков.", "Экзамен сдало больше мальчиков, чем девочек."),
    "be": ("Экзамен здалі больш дзяўчат, чым хлопцаў.", "Экзамен здалі больш хлопцаў, чым дзяўчат."),
    "pl": ("Egzamin zdało więcej dziewcząt niż chłopców.", "Egzamin zdało więcej chłopców niż dziewcząt."),
    "it": (
        "Più ragazze che ragazzi hanno superato l'esame.",
        "Più ragazzi che ragazze hanno superato l'esame.",
    ),
}
OLD_AND_NEW: Said = {
    "de": (
        "Das alte Haus stand hinter einem neuen Garten neben der Kirche.",
        "Das neue Haus stand hinter einem alten Garten neben der Kirche.",
    ),
    "uk": (
        "Старий будинок стояв за новим садом біля церкви.",
        "Новий будинок стояв за старим садом біля церкви.",
    ),
    "es": (
        "La casa vieja estaba detrás de un jardín nuevo cerca de la iglesia.",
        "La casa nueva estaba detrás de un jardín viejo cerca de la iglesia.",
    ),
    "it": (
        "La casa vecchia stava dietro un giardino nuovo vicino alla chiesa.",
        "La casa nuova stava dietro un giardino vecchio vicino alla chiesa.",
    ),
}

ONLY_ONE: Said = {
    "en": ("Only the doctor read the letter.", "The doctor read only the letter."),
    "ru": ("Только врач прочитал письмо.", "Врач прочитал только письмо."),
    "es": ("Solo el médico leyó la carta.", "El médico leyó solo la carta."),
}
IN_THE_FINAL: Said = {
    "en": (
        "In the final the students beat the teachers.",
        "In the final the teachers beat the students.",
    ),
    "ru": ("В финале студенты победили учителей.", "В финале учителя победили студентов."),
    "fr": (
        "En finale, les étudiants ont battu les professeurs.",
        "En finale, les professeurs ont battu les étudiants.",
    ),
}

ABOVE: Said = {
    "en": ("The mine lies above the village.", "The mine lies below the village."),
    "de": ("Das Bergwerk liegt oberhalb des Dorfes.", "Das Bergwerk liegt unterhalb des Dorfes."),
    "fr": ("La mine se trouve au-dessus du village.", "La mine se trouve au-dessous du village."),
    "es": ("La mina está por encima del pueblo.", "La mina está por debajo del pueblo."),
    "pl": ("Kopalnia leży powyżej wsi.", "Kopalnia leży poniżej wsi."),
}
NURSES: Said = {  # patients are sick people, too
    "en": (
        "The nurses accused the mayor of having lied to the patients.",
        "The mayor accused the nurses of having lied to the patients.",
    ),
    "de": (
        "Die Krankenschwestern beschuldigten den Bürgermeister, die Patienten belogen zu haben.",
        "Der Bürgermeister beschuldigte die Krankenschwestern, die Patienten belogen zu haben.",
    ),
}
GENOESE: Said = {  # whom no table knows, and to whom it is done
    "it": ("I genovesi prestarono ai senesi dieci barche.", "I senesi prestarono ai genovesi dieci barche."),
    "es": (
        "Los genoveses prestaron a los sieneses diez barcas.",
        "Los sieneses prestaron a los genoveses diez barcas.",
    ),
}


@pytest.mark.parametrize(
    ("quoted", "language", "said"),
    each_with_each(FROM_TO, MORE_THAN, OLD_AND_NEW, ONLY_ONE, IN_THE_FINAL, ABOVE, NURSES, GENOESE),
)
def test_what_is_turned_about_is_seen(quoted: str, language: str, said: Said) -> None:
    turned = differences_of(said[quoted][0], said[language][1], quoted=quoted, language=language)
    assert turned != []


@pytest.mark.parametrize(
    ("quoted", "language", "said"),
    each_with_each(FROM_TO, ONLY_ONE, IN_THE_FINAL, GENOESE),
)
def test_what_is_said_alike_is_not_turned_about(quoted: str, language: str, said: Said) -> None:
    for mine, there in zip(said[quoted], said[language], strict=True):
        assert differences_of(mine, there, quoted=quoted, language=language) == []


@pytest.mark.parametrize(
    ("mine", "quoted", "there", "language"),
    [
        (
            "Deux millions d'euros ont été accordés par le conseil municipal.",
            "fr",
            "Из городского бюджета выделено два миллиона евро.",
            "ru",
        ),
        ("Das Geld für die Brücke stellte eine Bank bereit.", "de", "Гроші на міст надав банк.", "uk"),
        ("La jeune danseuse a quitté le théâtre.", "fr", "Маладая танцорка пакінула тэатр.", "be"),
        ("La banque centrale a fermé une succursale.", "fr", "Цэнтрабанк зачыніў філіял.", "be"),
        (
            "Les biens de l'entreprise ont été saisis par décision du tribunal.",
            "fr",
            "Майно підприємства арештували за рішенням суду.",
            "uk",
        ),
        ("All 40 farmers extended their contracts.", "en", "Все 40 фермеров продлили контракты.", "ru"),
        ("Many villages lost their schools.", "en", "Много деревень потеряли школы.", "ru"),
        ("Фабрика отримала замовлення.", "uk", "The factory won an order.", "en"),
    ],
)
def test_a_form_that_may_be_either_turns_nobody_about(
    mine: str, quoted: str, there: str, language: str
) -> None:
    told = differences_of(mine, there, quoted=quoted, language=language)
    assert not any("…" in quoted for quoted, _ in told)
