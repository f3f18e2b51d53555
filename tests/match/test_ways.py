"""How one clause comes to another: *until*, *when*, *since*, *so that*; and what a thing stands behind."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.conjunctions import introduced
from citecheck.match.crosslingual.crossed import order_tells
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from tests.match.alike_words import Said, differences_of, each_with_each

UNTIL: Said = {
    "en": (
        "The theatre kept the old roof until the library moved to the market.",
        "The library moved to the market until the theatre kept the old roof.",
    ),
    "fr": (
        "Le théâtre garda le vieux toit jusqu'à ce que la bibliothèque déménageât au marché.",
        "La bibliothèque déménagea au marché jusqu'à ce que le théâtre gardât le vieux toit.",
    ),
    "de": (
        "Das Theater behielt das alte Dach, bis die Bibliothek auf den Markt umzog.",
        "Die Bibliothek zog auf den Markt um, bis das Theater das alte Dach behielt.",
    ),
    "ru": (
        "Театр сохранил старую крышу, пока библиотека не переехала на рынок.",
        "Библиотека переехала на рынок, пока театр не сохранил старую крышу.",
    ),
    "pl": (
        "Teatr zachował stary dach, aż biblioteka przeniosła się na rynek.",
        "Biblioteka przeniosła się na rynek, aż teatr zachował stary dach.",
    ),
    "it": (
        "Il teatro conservò il vecchio tetto finché la biblioteca si trasferì al mercato.",
        "La biblioteca si trasferì al mercato finché il teatro conservò il vecchio tetto.",
    ),
}
SINCE: Said = {
    "en": (
        "The theatre has kept the old roof since the library moved to the market.",
        "The theatre kept the old roof until the library moved to the market.",
    ),
    "de": (
        "Das Theater behielt das alte Dach, seitdem die Bibliothek auf den Markt umzog.",
        "Das Theater behielt das alte Dach, bis die Bibliothek auf den Markt umzog.",
    ),
    "uk": (
        "Театр зберіг старий дах, відколи бібліотека переїхала на ринок.",
        "Театр зберіг старий дах, поки бібліотека не переїхала на ринок.",
    ),
    "es": (
        "El teatro conservó el viejo techo desde que la biblioteca se trasladó al mercado.",
        "El teatro conservó el viejo techo hasta que la biblioteca se trasladó al mercado.",
    ),
}
WHEN: Said = {
    "en": (
        "The theatre received a new roof when the library moved to the market.",
        "The theatre received a new roof so that the library moves to the market.",
    ),
    "fr": (
        "Le théâtre reçut un nouveau toit quand la bibliothèque déménagea au marché.",
        "Le théâtre reçut un nouveau toit pour que la bibliothèque déménage au marché.",
    ),
    "be": (
        "Тэатр атрымаў новы дах, калі бібліятэка пераехала на рынак.",
        "Тэатр атрымаў новы дах, каб бібліятэка пераехала на рынак.",
    ),
    "it": (
        "Il teatro ricevette un tetto nuovo quando la biblioteca si trasferì al mercato.",
        "Il teatro ricevette un tetto nuovo perché la biblioteca possa trasferirsi al mercato.",
    ),
}
SOON: Said = {
    "en": (
        "The theatre received a new roof as soon as the library moved to the market.",
        "The theatre received a new roof because the library moved to the market.",
    ),
    "de": (
        "Das Theater erhielt ein neues Dach, sobald die Bibliothek auf den Markt umzog.",
        "Das Theater erhielt ein neues Dach, da die Bibliothek auf den Markt umzog.",
    ),
    "ru": (
        "Театр получил новую крышу, как только библиотека переехала на рынок.",
        "Театр получил новую крышу, так как библиотека переехала на рынок.",
    ),
    "pl": (
        "Teatr otrzymał nowy dach, jak tylko biblioteka przeniosła się na rynek.",
        "Teatr otrzymał nowy dach, gdyż biblioteka przeniosła się na rynek.",
    ),
    "it": (
        "Il teatro ricevette un tetto nuovo non appena la biblioteca si trasferì al mercato.",
        "Il teatro ricevette un tetto nuovo poiché la biblioteca si trasferì al mercato.",
    ),
}
DESPITE: Said = {
    "en": (
        "Despite the strike, because of the storm, the concert began late.",
        "Because of the strike, despite the storm, the concert began late.",
    ),
    "fr": (
        "Malgré la grève, à cause de la tempête, le concert commença tard.",
        "À cause de la grève, malgré la tempête, le concert commença tard.",
    ),
    "ru": (
        "Несмотря на забастовку, из-за бури концерт начался поздно.",
        "Из-за забастовки, несмотря на бурю, концерт начался поздно.",
    ),
    "pl": (
        "Mimo strajku, z powodu burzy, koncert zaczął się późno.",
        "Z powodu strajku, mimo burzy, koncert zaczął się późno.",
    ),
    "it": (
        "Nonostante lo sciopero, a causa della tempesta, il concerto cominciò tardi.",
        "A causa dello sciopero, nonostante la tempesta, il concerto cominciò tardi.",
    ),
}
UNLIKE: Said = {
    "en": (
        "Unlike the doctors of the clinic, the nurses of the ward slept.",
        "Unlike the nurses of the ward, the doctors of the clinic slept.",
    ),
    "fr": (
        "Contrairement aux médecins de la clinique, les infirmières du service dormaient.",
        "Contrairement aux infirmières du service, les médecins de la clinique dormaient.",
    ),
    "ru": (
        "В отличие от врачей клиники, медсёстры отделения спали.",
        "В отличие от медсестёр отделения, врачи клиники спали.",
    ),
    "it": (
        "A differenza dei medici della clinica, le infermiere del reparto dormivano.",
        "A differenza delle infermiere del reparto, i medici della clinica dormivano.",
    ),
    "pl": (
        "W przeciwieństwie do lekarzy kliniki, pielęgniarki oddziału spały.",
        "W przeciwieństwie do pielęgniarek oddziału, lekarze kliniki spali.",
    ),
}
AMID: Said = {
    "en": (
        "Because winter came, the nurses of the ward, in the end, attacked the doctors of the clinic.",
        "Because winter came, the doctors of the clinic, in the end, attacked the nurses of the ward.",
    ),
    "fr": (
        "Parce que l'hiver vint, les infirmières du service, enfin, attaquèrent les médecins de la clinique.",
        "Parce que l'hiver vint, les médecins de la clinique, enfin, attaquèrent les infirmières du service.",
    ),
    "es": (
        "Porque vino el invierno, las enfermeras de la sala, al final, atacaron a los médicos de la clínica.",
        "Porque vino el invierno, los médicos de la clínica, al final, atacaron a las enfermeras de la sala.",
    ),
    "it": (
        "Poiché venne l'inverno, le infermiere del reparto, alla fine, attaccarono i medici della clinica.",
        "Poiché venne l'inverno, i medici della clinica, alla fine, attaccarono le infermiere del reparto.",
    ),
    "ru": (
        "Так как пришла зима, медсёстры отделения, в конце концов, атаковали врачей клиники.",
        "Так как пришла зима, врачи клиники, в конце концов, атаковали медсестёр отделения.",
    ),
}
TABLES = (AMID, UNTIL, SINCE, WHEN, SOON, DESPITE, UNLIKE)


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(*TABLES))
def test_clauses_that_come_in_another_way_are_seen(quoted: str, language: str, said: Said) -> None:
    assert differences_of(said[quoted][0], said[language][1], quoted=quoted, language=language) != []
    assert differences_of(said[quoted][1], said[language][0], quoted=quoted, language=language) != []


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(*TABLES))
def test_clauses_that_come_in_the_same_way_are_left_alone(quoted: str, language: str, said: Said) -> None:
    assert differences_of(said[quoted][0], said[language][0], quoted=quoted, language=language) == []


@pytest.mark.parametrize(
    ("mine", "quoted", "there", "language"),
    [
        (
            "The theatre did not receive a new roof until the library moved to the market.",
            "en",
            "Das Theater erhielt erst ein neues Dach, als die Bibliothek auf den Markt umzog.",
            "de",
        ),
        (
            "Le théâtre reçut un nouveau toit, si bien que la bibliothèque déménagea au marché.",
            "fr",
            "The theatre received a new roof, so the library moved to the market.",
            "en",
        ),
        (
            "Der Müller küsste die Bäuerin, obwohl die Nonne ihm jeden Besuch verboten hatte.",
            "de",
            "Choć zakonnica zabroniła mu wszelkich odwiedzin, młynarz chłopkę pocałował.",
            "pl",
        ),
        (
            "Il guardiano della torre chiuse la porta perché il mugnaio dormiva.",
            "it",
            "The guard of the tower closed the door because the miller slept.",
            "en",
        ),
        (
            "Das Theater erhält ein Dach, wenn die Bibliothek auf den Markt umzieht.",
            "de",
            "Театр получит крышу, когда библиотека переедет на рынок.",
            "ru",
        ),
    ],
)
def test_ways_that_may_stand_for_each_other_are_left_alone(
    mine: str, quoted: str, there: str, language: str
) -> None:
    assert differences_of(mine, there, quoted=quoted, language=language) == []


def test_what_had_gone_on_when_something_came_was_before_it() -> None:
    told = differences_of(
        "The bell had lain in the lake for three centuries when the fishermen found it by chance.",
        "Дзвін лежав в озері три століття, перш ніж рибалки випадково знайшли його.",
        quoted="en",
        language="uk",
    )
    assert ("when", "перш ніж") not in told


def test_a_clause_with_a_subjunctive_has_moved_as_a_whole() -> None:
    ours = wording_of(
        "Il mulino fornì la farina all'esercito prima che il governo annullasse il debito.", rules_for("it")
    )
    theirs = wording_of(
        "Le gouvernement annula la dette après que le moulin eut fourni la farine à l'armée.", rules_for("fr")
    )
    there = {term.shown: term for term in theirs.terms}
    words = {
        "mulino": "moulin",
        "fornì": "fourni",
        "farina": "farine",
        "esercito": "armée",
        "governo": "gouvernement",
        "annullasse": "annula",
        "debito": "dette",
    }
    once = [(term, there[words[term.shown]]) for term in ours.terms if term.shown in words]
    tells = order_tells(once, ours, theirs, ("it", "fr"))
    army, government = once[3], once[4]
    assert not tells(army, government)


@pytest.mark.parametrize(
    ("code", "sentence", "ways"),
    [
        ("en", "The miller has slept since the war began.", [{"since"}]),
        ("en", "The miller slept, since the war began.", [{"because", "since"}]),
        ("en", "As a miller he slept as well as the smith.", []),
        ("en", "As the mill closed, the smith slept for a while.", [{"because", "when", "while"}]),
        ("en", "The guild stood so that many slept, so the smith left.", [{"purpose", "so"}, {"so"}]),
        ("fr", "Le car de la ville partit avec si peu de meuniers.", []),
        ("fr", "Le meunier partit, car la ville dormait.", [{"because"}]),
        ("fr", "Comme meunier, il partit.", []),
        ("de", "Die Liebe, die Ehe und das Haus gingen verloren.", []),
        ("de", "Ehe der Müller ging, schlief er.", [{"before"}]),
        ("de", "Da kam der Müller, und damit begann der Streit.", []),
        (
            "de",
            "Der Müller ging, da die Mühle brannte, damit der Bäcker schläft.",
            [{"because"}, {"purpose"}],
        ),
        ("de", "Der Müller schlief bis zum Abend, bis der Bäcker kam.", [{"until"}]),
        ("de", "Während des Krieges schlief der Müller.", []),
        ("ru", "Он жил так, как хотел, пока что без денег.", []),
        ("ru", "Он ушёл, так как мельница сгорела.", [{"because"}]),
        ("ru", "Он ушёл вместо того, чтобы остаться.", []),
        ("uk", "Рік тому мірошник, якого знали, мав якість і спав.", []),
        ("uk", "Він пішов, як тільки млин згорів.", [{"soon"}]),
        ("be", "Год таму млынар, якога ведалі, спаў.", []),
        ("pl", "Młynarz spał z nim, by zamknąć dom.", []),
        ("pl", "Młynarz spał, by piekarz zamknął dom.", [{"purpose"}]),
        ("es", "Como presidente habló como un molinero.", []),
        ("es", "Sí, el molinero habló.", []),
        ("es", "Como el molino ardió, el molinero se fue.", [{"because", "when", "while"}]),
        ("it", "Il mugnaio partì perché il fornaio possa dormire.", [{"purpose"}]),
        ("it", "Il mugnaio partì perché il fornaio dormiva.", [{"because"}]),
        ("it", "Il mugnaio parlava di se stesso.", []),
    ],
)
def test_words_that_may_bring_in_a_clause_are_read_where_they_stand(
    code: str, sentence: str, ways: list[set[str]]
) -> None:
    assert [set(one.ways) for one in introduced(wording_of(sentence, rules_for(code)), code)] == ways


def test_a_clause_goes_on_behind_a_phrase_between_commas() -> None:
    wording = wording_of("Because the mill, an old house, was closed, the smith left.", rules_for("en"))
    (clause,) = introduced(wording, "en")
    assert " ".join(wording.words[at] for at in clause.places) == "the mill an old house was closed"
