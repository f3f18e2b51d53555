"""Persons, courts and columns that rows of words hold together, and who does it where no verb is passive."""

from __future__ import annotations

import pytest

from tests.match.alike_words import differences_of

MEMBERS = [  # two members of one class are not each other's translation
    (
        "fr",
        "Le président de la société a signé le contrat avec la ville.",
        "ru",
        "Президент компании подписал договор с городом.",
        "Директор компании подписал договор с городом.",
    ),
    (
        "it",
        "Il presidente del museo ha inaugurato la mostra venerdì.",
        "de",
        "Der Vorsitzende des Museums eröffnete die Ausstellung am Freitag.",
        "Der Direktor des Museums eröffnete die Ausstellung am Freitag.",
    ),
    (
        "es",
        "El secretario del sindicato convocó una huelga en el puerto.",
        "en",
        "The secretary of the union called a strike in the port.",
        "The treasurer of the union called a strike in the port.",
    ),
    (
        "be",
        "Дзяўчына памерла ў бальніцы.",
        "ru",
        "Девушка умерла в больнице.",
        "Старушка умерла в больнице.",
    ),
    (
        "uk",
        "Обласний суд відхилив скаргу адвоката.",
        "fr",
        "Le tribunal régional a rejeté le recours de l'avocat.",
        "Le tribunal de district a rejeté le recours de l'avocat.",
    ),
    (
        "en",
        "The district council approved the plan for the new road.",
        "ru",
        "Районный совет одобрил план новой дороги.",
        "Областной совет одобрил план новой дороги.",
    ),
    (
        "pl",
        "Program usuwa pierwszy wiersz tabeli.",
        "de",
        "Das Programm löscht die erste Zeile der Tabelle.",
        "Das Programm löscht die erste Spalte der Tabelle.",
    ),
]
ANIMALS = [  # do things to each other, too
    (
        "fr",
        "Le loup a mordu le chien près de l'étable.",
        "ru",
        "Волк укусил собаку возле хлева.",
        "Собака укусила волка возле хлева.",
    ),
    (
        "de",
        "Der Bär verfolgte den Jäger bis an den Fluss.",
        "pl",
        "Niedźwiedź ścigał myśliwego aż do rzeki.",
        "Myśliwy ścigał niedźwiedzia aż do rzeki.",
    ),
    (
        "be",
        "Ваўка забіў зубр каля лесу.",
        "fr",
        "Le bison a tué le loup près de la forêt.",
        "Le loup a tué le bison près de la forêt.",
    ),
]
GETTING = [  # whoever stands first undergoes it, and no verb is passive
    (
        "fr",
        "L'étudiant s'est vu refuser un visa par le consulat allemand.",
        "ru",
        "Немецкое консульство отказало студенту в визе.",
        "Студент отказал немецкому консульству в визе.",
    ),
    (
        "de",
        "Die Bürgermeisterin bekam vom Bischof eine alte Bibel geschenkt.",
        "es",
        "El obispo regaló a la alcaldesa una Biblia antigua.",
        "La alcaldesa regaló al obispo una Biblia antigua.",
    ),
    (
        "en",
        "The farmer had his barn repaired by the neighbours.",
        "it",
        "I vicini ripararono il fienile del contadino.",
        "Il contadino riparò il fienile dei vicini.",
    ),
]
PARTICLES = [  # what a German verb ends may stand long before its particle
    (
        "de",
        "Der Kläger nahm vor der Verhandlung in Köln seine Klage wegen der Schulden zurück.",
        "fr",
        "Avant l'audience à Cologne, le plaignant a retiré sa plainte pour les dettes.",
        "Avant l'audience à Cologne, le plaignant a déposé sa plainte pour les dettes.",
    ),
    (
        "de",
        "Die Gewerkschaft brach den Streik im Hafen nach drei Tagen ab.",
        "uk",
        "Профспілка припинила страйк у порту через три дні.",
        "Профспілка розпочала страйк у порту через три дні.",
    ),
]
CONVERSE = [  # the two ends of one deed
    (
        "fr",
        "Les retraités percevront une prime de deux cents euros en décembre.",
        "ru",
        "Пенсионеры получат премию в двести евро в декабре.",
        "Пенсионеры выплатят премию в двести евро в декабре.",
    ),
    (
        "fr",
        "La compagnie verse aux actionnaires un dividende de quatre euros.",
        "es",
        "La compañía paga a los accionistas un dividendo de cuatro euros.",
        "La compañía cobra a los accionistas un dividendo de cuatro euros.",
    ),
]


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "said", "turned"),
    [*MEMBERS, *ANIMALS, *GETTING, *PARTICLES, *CONVERSE],
)
def test_what_rows_of_words_hold_together_is_told_apart(
    quoted: str, quotation: str, language: str, said: str, turned: str
) -> None:
    assert differences_of(quotation, said, quoted=quoted, language=language) == []
    assert differences_of(quotation, turned, quoted=quoted, language=language) != []


@pytest.mark.parametrize(
    ("quoted", "quotation", "language", "said"),
    [
        # one word may be either of two members
        ("it", "La nipote del compositore conservò le lettere.", "ru", "Внучка композитора хранила письма."),
        ("de", "Der Ministerpräsident kündigte Reformen an.", "ru", "Премьер-министр объявил о реформах."),
        ("en", "The chairman resigned on Monday.", "fr", "Le président a démissionné lundi."),
        ("de", "Die Studenten leihen Bücher aus.", "fr", "Les étudiants empruntent des livres."),
        ("fr", "La petite fille a été retrouvée.", "en", "The little girl was found."),
        ("fr", "Ils ont deux garçons.", "ru", "У них два сына."),
        ("de", "Das Bezirksgericht wies die Klage ab.", "ru", "Районный суд отклонил иск."),
        ("de", "Das Bezirksgericht wies die Klage ab.", "ru", "Окружной суд отклонил иск."),
        ("ru", "Северные районы бедны.", "en", "The northern regions are poor."),
        ("pl", "Wnuczek sprzedał dom w maju.", "en", "The grandson sold the house in May."),
        ("it", "Il preside ha chiuso la scuola.", "en", "The director closed the school."),
        ("de", "Der Rektor schloss die Schule.", "ru", "Директор закрыл школу."),
        ("it", "Papà è partito a maggio.", "en", "Father left in May."),
        ("en", "The rector sold the church in May.", "ru", "Настоятель продал церковь в мае."),
        # those to whom something is given are no subjects
        ("ru", "Глава района вручил многодетным семьям ключи.", "fr", "Le chef remit aux familles les clés."),
        # who gets something may stand behind who gives it
        ("pl", "Petrow dostał od Kozłowa list.", "ru", "Петров получил от Козлова письмо."),
    ],
)
def test_members_that_may_be_one_meet(quoted: str, quotation: str, language: str, said: str) -> None:
    assert differences_of(quotation, said, quoted=quoted, language=language) == []


def test_those_who_are_paid_receive() -> None:
    quotation = "Les retraités percevront une prime en décembre."
    said = "Пенсионерам выплатят премию в декабре."
    assert differences_of(quotation, said, 0.8, quoted="fr", language="ru") == []
