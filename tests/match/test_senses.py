"""The table of senses, and what a word that has no counterpart means for a statement."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import compare_words
from citecheck.match.crosslingual.scripts import own_letters
from citecheck.match.crosslingual.senses import acronym_of, senses, senses_of
from citecheck.match.crosslingual.sentences import sentences, windows_of
from citecheck.match.crosslingual.table import languages, rows
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.fold import split_words
from citecheck.match.rules import rules_for
from citecheck.model import DifferenceKind


def differences(ours: tuple[str, str], theirs: tuple[str, str]) -> list[tuple[str, str]]:
    """What speaks against agreement of two sentences, each with its language."""
    one, other = (wording_of(text, rules_for(language)) for language, text in (ours, theirs))
    found = compare_words(one, other, other.terms, Likeness())
    return [(difference.quoted, difference.found) for difference in found.differences]


def test_oppositions_have_two_sides() -> None:
    sides = {side for sense in senses() for side in sense.sides}
    assert sides == {side for sense in senses() for side in sense.opposed}
    assert set(languages()) >= {"fr", "en", "de", "ru", "uk", "be", "pl", "es", "it"}


def test_every_sense_has_a_cell_for_each_language() -> None:
    assert [row for row in rows() if len(row) != 2 + len(languages())] == []


@pytest.mark.parametrize(
    ("language", "word", "other_language", "other"),
    [
        ("fr", "usine", "ru", "завода"),
        ("de", "nachtschichten", "pl", "nocne"),
        ("de", "generaldirektor", "uk", "генерального"),
        ("es", "aprobo", "be", "ухваліла"),
        ("it", "ricostruita", "de", "wiederaufgebaut"),
        ("uk", "заарештували", "fr", "arrete"),
        ("be", "землятрус", "en", "earthquake"),
        ("pl", "referendum", "ru", "референдуме"),
        ("de", "handschrift", "uk", "рукопис"),
        ("fr", "tribaux", "ru", "племенной"),
        ("it", "pance", "pl", "brzuch"),
        ("de", "teilnimmt", "fr", "participe"),
        ("en", "boycott", "uk", "боикот"),
        ("de", "zentimeter", "be", "сантыметр"),
        ("fr", "encyclopedie", "pl", "encyklopedia"),
        ("es", "motocicleta", "ru", "мотоцикл"),
    ],
)
def test_translations_share_a_sense(language: str, word: str, other_language: str, other: str) -> None:
    assert senses_of(word, language) & senses_of(other, other_language)


@pytest.mark.parametrize(
    ("language", "form", "other"),
    [
        ("be", "дажджом", "rain"),
        ("be", "канцэрце", "concert"),
        ("be", "кнізе", "book"),
        ("be", "кавы", "coffee"),
        ("be", "масткоу", "bridge"),
        ("be", "носім", "wear"),
        ("be", "ратуем", "rescue"),
        ("be", "зоне", "zone"),
        ("ru", "стульях", "chair"),
        ("ru", "спорят", "argue"),
        ("pl", "etykiecie", "label"),
        ("uk", "кролів", "rabbit"),
        ("uk", "році", "year"),
        ("uk", "восени", "autumn"),
        ("fr", "beneficiera", "benefit"),
        ("it", "punteggi", "score"),
    ],
)
def test_a_form_is_known_that_does_not_begin_like_its_word(language: str, form: str, other: str) -> None:
    assert senses_of(form, language) & senses_of(other, "en")


@pytest.mark.parametrize(
    ("language", "form", "other"),
    [("en", "emergencies", "emerge"), ("be", "творы", "face"), ("be", "ваду", "gas")],
)
def test_a_form_is_not_that_of_another_word(language: str, form: str, other: str) -> None:
    assert senses_of(form, language).isdisjoint(senses_of(other, "en"))


def test_a_word_of_thousands_of_letters_is_looked_up_too() -> None:
    """With all vowels of all its endings it would take hours."""
    assert not senses_of("а" * 20_000, "be")
    assert senses_of("пера" * 10 + "дажджом", "be") == frozenset()


def test_a_row_of_thousands_of_figures_has_windows_too() -> None:
    """All runs of its clauses would be two hundred million."""
    found = windows_of(",".join(["12"] * 20_000), 100)
    assert found
    assert all(50 <= len(run) <= 160 for run in found)


def test_a_name_is_no_form_of_a_word() -> None:
    assert senses_of("кавы", "be")
    assert not senses_of("кавы", "be", "name")


def test_letters_of_another_alphabet_are_read_as_what_they_look_like() -> None:
    page = "Кiраўнiк мiнiстэрства назваў прычыны аварыi"
    assert differences(("fr", "le chef du ministère a nommé les causes de l'accident"), ("be", page)) == []
    assert own_letters("Вrest Сibiu, SMSка") == "Brest Cibiu, SMSка"


def test_a_name_is_not_the_word_it_begins_like() -> None:
    assert senses_of("vitebsk", "fr")
    assert not senses_of("vitebsk", "fr", "name")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "le conseil a approuvé le budget"), ("ru", "Совет одобрил бюджет")),
        (("en", "The hospital hired ten doctors"), ("de", "Das Krankenhaus stellte zehn Ärzte ein")),
        (("es", "el precio del pan subió en julio"), ("pl", "W lipcu cena chleba wzrosła")),
        (("it", "la banca ha venduto la fabbrica"), ("uk", "Банк продав завод")),
    ],
)
def test_a_translation_leaves_nothing_over(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert differences(ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        (
            ("fr", "le conseil a approuvé le budget"),
            ("ru", "Совет отклонил бюджет"),
            ("approuvé", "отклонил"),
        ),
        (
            ("fr", "la récolte de blé a augmenté"),
            ("ru", "Урожай картофеля вырос"),
            ("blé", "картофеля"),
        ),
        (("es", "todos los obreros volvieron"), ("uk", "Деякі робітники повернулися"), ("todos", "Деякі")),
        (("en", "The mayor will repair it"), ("it", "Il sindaco ha promesso di ripararlo"), ("", "promesso")),
        (("de", "Die Fabrik kauft Mais"), ("fr", "l'usine achète du maïs"), None),
        (("pl", "zginęło 9 marynarzy"), ("es", "sobrevivieron 9 marineros"), ("zginęło", "sobrevivieron")),
        (("it", "molte donne"), ("fr", "de rares femmes"), ("molte", "rares")),
        (("fr", "la réforme est inutile"), ("ru", "Реформа необходима"), ("inutile", "необходима")),
        (("de", "die älteste Bibel"), ("uk", "наймолодша Біблія"), ("älteste", "наймолодша")),
        (("fr", "l'usine achète du blé"), ("de", "Die Fabrik kauft Mais"), ("blé", "Mais")),
        (("fr", "le territoire a une école"), ("ru", "В городе есть школа"), ("territoire", "городе")),
        (("fr", "la filiale a été fermée"), ("ru", "Закрыт отдел"), ("filiale", "отдел")),
    ],
)  # fmt: skip
def test_a_word_without_a_counterpart_speaks_against(
    ours: tuple[str, str], theirs: tuple[str, str], difference: tuple[str, str] | None
) -> None:
    assert differences(ours, theirs) == ([difference] if difference else [])


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("en", "The minister accused the mayor"), ("pl", "Burmistrz oskarżył ministra")),
        (("it", "acciaio dalla Germania all'Italia"), ("de", "Stahl aus Italien nach Deutschland")),
        (("fr", "178 voix contre 165"), ("es", "165 votos contra 178")),
        (("es", "dinero para iglesias, no para carreteras"), ("it", "soldi per strade, non per chiese")),
    ],
)
def test_changed_roles_are_to_be_looked_at(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert len(differences(ours, theirs)) == 1


def test_what_only_introduces_the_statement_is_no_difference() -> None:
    ours = "fr", "l'usine a acheté deux camions"
    assert differences(ours, ("ru", "«Завод купил два грузовика», – сказал директор музея.")) == []
    assert differences(ours, ("ru", "Директор опроверг, что завод купил два грузовика.")) == [
        ("", "опроверг")
    ]


def test_a_german_ordinal_does_not_end_a_sentence() -> None:
    text = "Die Jagd ist ab dem 1. September verboten. Im 19. Jahrhundert war sie frei."
    assert len(sentences(text)) == 2


def test_one_word_of_no_row_may_be_dropped_by_a_free_translation() -> None:
    ours = (
        "fr",
        "plus de dix entreprises puisant dans des investissements étrangers ont ouvert des usines au port",
    )
    said = "Более десяти предприятий с иностранными инвестициями открыли заводы в порту"
    assert differences(ours, ("ru", said)) == []
    few = ("fr", "des usines puisant dans le port")
    assert differences(few, ("ru", "заводы порта")) == [("puisant", "")]


def test_a_region_does_nothing_to_anybody() -> None:
    ours = ("fr", "les entreprises sont enregistrées sur le territoire de Kolsk")
    assert differences(ours, ("ru", "На территории Кольского края зарегистрированы предприятия")) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            ("ru", "Владелец гостиницы знал о пожаре"),
            ("fr", "Le concierge de l'hôtel connaissait l'incendie"),
        ),
        (("en", "The alarm was switched off"), ("pl", "Alarm włączono")),
        (("ru", "Он знал об этом ещё за год до пожара"), ("fr", "Il le savait dix ans avant l'incendie")),
    ],
)
def test_what_only_looks_light_is_missed(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert differences(ours, theirs) != []


def names(ours: tuple[str, str], theirs: tuple[str, str]) -> list[tuple[str, str]]:
    """Names of a sentence that another one lacks, as it is told."""
    rules, other = rules_for(ours[0]), rules_for(theirs[0])
    compared = compare_words(
        wording := wording_of(ours[1], rules),
        there := wording_of(theirs[1], other),
        there.terms,
        Likeness(),
    )
    assert wording.terms
    terms = terms_of(theirs[1], other)
    found = agreement(terms_of(ours[1], rules), terms, terms, compared, theirs[1])
    return [(one.quoted, one.found) for one in found.differences if one.kind is DifferenceKind.NAME]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "Hier les États-Unis ont vendu du blé"), ("ru", "Вчера США продали пшеницу")),
        (("pl", "Rząd Stanów Zjednoczonych kupił zboże"), ("es", "El gobierno de EE. UU. compró grano")),
        (("de", "Gestern half die UNO der Ukraine"), ("be", "Учора ААН дапамагла Украіне")),
        (("it", "Oggi il Regno Unito vende carbone"), ("uk", "Сьогодні Велика Британія продає вугілля")),
        (("en", "Yesterday the EU bought coal"), ("pl", "Wczoraj UE kupiła węgiel")),
        (("fr", "La TVA et le PIB baissent"), ("ru", "Снижаются НДС и ВВП")),
        (("en", "Then George West met Michael Wright"), ("ru", "Затем Джордж Уэст встретил Майкла Райта")),
        (("es", "Ayer Jorge García vendió la casa"), ("uk", "Вчора Хорхе Гарсія продав будинок")),
    ],
)
def test_a_name_is_known_by_its_acronym_its_words_and_its_sound(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    assert names(ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("de", "Die UdSSR trat bei"), ("fr", "L'URSS a adhéré")),
        (("es", "Ayer la OCDE publicó cifras"), ("ru", "Вчера ОЭСР опубликовала цифры")),
        (("fr", "Hier le CICR a protesté"), ("uk", "Учора МККЧХ протестував")),
        (("it", "Ieri la BCE ha deciso"), ("pl", "Wczoraj EBC zdecydował")),
        (("be", "Учора МАК заявіў"), ("de", "Gestern erklärte das IOK")),
        (("ru", "Вчера ПРООН сообщила"), ("en", "Yesterday the UNDP reported")),
        (("pl", "Wczoraj MKOl ogłosił listę"), ("es", "Ayer el COI publicó la lista")),
    ],
)
def test_bodies_have_an_acronym_in_each_language(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert names(ours, theirs) == []
    assert names(theirs, ours) == []


def test_an_acronym_is_no_word_and_another_one_another_name() -> None:
    assert acronym_of("US", "en")
    assert not senses_of("us", "en") & acronym_of("US", "en")
    assert names(("fr", "Hier l'ONU a vendu du blé"), ("ru", "Вчера ВТО продала пшеницу")) == [("ONU", "ВТО")]
    assert names(("it", "Ieri la BCE ha deciso"), ("pl", "Wczoraj EBI zdecydował")) == [("BCE", "EBI")]
    assert names(("en", "Then Wilson came"), ("ru", "Затем приехал Джонсон")) == [("Wilson", "Джонсон")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("en", "The town abolished the tax"), ("de", "Die Stadt schaffte im März die Steuer ab")),
        (("fr", "la firme abandonne le pont"), ("de", "Die Firma gab schon im März die Brücke auf")),
        (("ru", "Завод нанял рабочих"), ("de", "Das Werk beginnt, Arbeiter einzustellen, und baut")),
    ],
)
def test_german_verbs_are_whole_where_they_stand_apart(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    assert differences(ours, theirs) == []


def test_a_name_that_the_sentences_beside_hold_is_not_missing() -> None:
    ours, theirs = "fr", "ru"
    quote = wording_of("Belamach a vendu des tracteurs en Pologne", rules_for(ours))
    said = wording_of("Предприятие продало тракторы в Польшу", rules_for(theirs))
    alone = compare_words(quote, said, said.terms, Likeness())
    told = compare_words(quote, said, said.terms, Likeness(), frozenset(["belamach"]))
    assert [one.quoted for one in alone.differences] == ["Belamach"]
    assert told.differences == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "rise"), ("ru", "падение")),
        (("fr", "acheter"), ("de", "verkaufen")),
        (("es", "empleador"), ("pl", "pracownik")),
        (("it", "insegnante"), ("uk", "учень")),
        (("de", "export"), ("be", "імпарт")),
        (("en", "husband"), ("ru", "жена")),
        (("fr", "mère"), ("it", "padre")),
        (("pl", "złoto"), ("es", "plata")),
        (("uk", "північ"), ("fr", "sud")),
        (("ru", "победа"), ("en", "defeat")),
        (("es", "legal"), ("de", "illegal")),
        (("be", "мінулы"), ("it", "futuro")),
        (("en", "improve"), ("ru", "ухудшить")),
        (("fr", "autoriser"), ("pl", "zakazać")),
        (("de", "reich"), ("uk", "бідний")),
        (("it", "polacco"), ("en", "german")),
        (("ru", "министр"), ("es", "viceministro")),
    ],
)
def test_what_a_contradiction_exchanges_shares_no_sense(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = (
        {row for word in split_words(text).folded for row in senses_of(word, language)}
        for language, text in (one, other)
    )
    assert not left & right


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("fr", "les députés ont pris part au vote"), ("pl", "Posłowie uczestniczyli w głosowaniu")),
        (
            ("de", "Im Rahmen der Reform wurden Steuern gesenkt"),
            ("es", "Con la reforma bajaron los impuestos"),
        ),
        (
            ("uk", "пожежники врятували мешканців будинку"),
            ("it", "I pompieri hanno salvato i residenti dell'edificio"),
        ),
        (("ru", "в результате наводнения повреждены дороги"), ("en", "the floods damaged roads")),
        (("be", "настаўнікі патрабуюць больш высокіх заробкаў"), ("de", "Lehrer fordern höhere Löhne")),
        (
            ("fr", "la station d'épuration purifie les eaux"),
            ("ru", "Очистные сооружения очищают воду"),
        ),
        (("fr", "une coentreprise expédie des meubles"), ("ru", "Совместное предприятие отгружает мебель")),
        (("fr", "la filiale entrepose le fourrage"), ("ru", "Дочернее предприятие хранит корм")),
        (("fr", "l'usine achète des pièces détachées"), ("ru", "Завод покупает запчасти")),
        (("fr", "la commune a tiré le bilan de la récolte"), ("ru", "Сельсовет подвёл итоги урожая")),
    ],
)
def test_translators_may_choose_among_words(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert differences(ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("de", "Nur zwei Werke verkauften Kohle"), ("ru", "Всего два завода продали уголь")),
        (("fr", "seules 12 usines ont fermé"), ("uk", "Закрилося всього 12 заводів")),
        (("fr", "Sept usines ont fermé"), ("ru", "Закрылись семь заводов")),
        (("de", "Der Minister, der am Treffen teilnimmt"), ("it", "Il ministro che partecipa all'incontro")),
    ],
)
def test_a_word_is_read_by_what_stands_beside_it(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert differences(ours, theirs) == []


def test_all_is_not_only_where_nothing_is_counted() -> None:
    assert differences(("fr", "seule la ville a brûlé"), ("ru", "пожар всего города")) != []


def test_a_phrase_that_is_a_name_needs_its_capital() -> None:
    hague = senses_of("hague", "en")
    read = [
        {row for term in wording_of(text, rules_for("es")).terms for row in term.rows}
        for text in ("el juicio de La Haya", "quieren que la hayan visto")
    ]
    assert hague & read[0]
    assert not hague & read[1]


def test_two_peoples_are_not_put_for_each_other() -> None:
    for word in ("chinese", "russian", "german", "french", "american"):
        assert {senses()[row].kind for row in senses_of(word, "en")} == {"n"}


def test_another_country_is_a_difference() -> None:
    ours = "be", "сірыйскія войскі занялі горад"
    assert differences(ours, ("ru", "Сирийские войска заняли город")) == []
    assert differences(ours, ("ru", "Иракские войска заняли город")) == [("сірыйскія", "Иракские")]


def test_a_page_without_full_stops_is_cut_at_pauses() -> None:
    content = " ".join(f"слово{n}," if n % 50 == 0 else f"слово{n}" for n in range(1, 1001))
    found = [span.of(content) for span in sentences(content)]
    assert " ".join(found) == content
    assert [text.split()[-1] for text in found[:2]] == ["слово100,", "слово200,"]
    assert [len(span.of("a b " * 500).split()) for span in sentences("a b " * 500)] == [120] * 8 + [40]
