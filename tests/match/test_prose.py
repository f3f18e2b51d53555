"""Prose: dialogue, old spelling, notes and running heads in the source, amounts and dates, limiting words."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import DifferenceKind, Flag, Text, Verdict

VERBATIM, NEAR, MODIFIED = Verdict.VERBATIM, Verdict.NEAR, Verdict.MODIFIED
NUMBER, NEGATION = DifferenceKind.NUMBER, DifferenceKind.NEGATION
TAIL = {
    "nl": " Daarna stonden de molens stil en de mannen gingen naar huis, want er was geen werk meer. " * 4,
    "en": "\nNothing more was said of it that evening, and the lamp went out by itself.",
    "ru": "\nБольше об этом в тот вечер не говорили, и лампа погасла сама собой, как это бывает.",
    "fr": "\nOn n'en parla plus de la soirée, et la lampe s'éteignit d'elle-même dans le salon.",
    "es": "\nNo se habló más de ello aquella noche, y la lámpara se apagó sola en el salón de la casa.",
    "de": "\nDavon wurde an diesem Abend nicht mehr gesprochen, und die Lampe ging von selbst aus.",
    "cs": "\nToho večera se o tom již nemluvilo a lampa zhasla sama od sebe, jak se to stává.",
    "pl": "\nTego wieczora już o tym nie mówiono, a lampa zgasła sama z siebie, jak to bywa w domu.",
}
"""The rest of the page, by language."""

TRUE = [
    # (language, page, quotation, verdict or None where only `altered` would be wrong)
    ("fr", "Le port fut fermé tout l'hiver et les navires restèrent au large.",
     "Le port fut fermé tout l'hiver, écrit Morvan, et les navires restèrent au large", VERBATIM),
    ("fr", "Le port fut fermé tout l'hiver et les navires restèrent au large.",
     "Le port fut fermé, affirmait Morvan en 1902, tout l'hiver et les navires restèrent", VERBATIM),
    ("ru", "Город опустел ещё до первых морозов и стоял так до весны.",
     "Город опустел, — пишет Лукин, — ещё до первых морозов и стоял так до весны", VERBATIM),
    ("de", "Das Dorf lag den ganzen Winter im Schatten der Wand und war still.",
     "Das Dorf lag den ganzen Winter, so Brandner, im Schatten der Wand und war still", VERBATIM),
    ("en", "“The harbour is closed,” said Mr. Pell sharply, “and will stay so until the thaw.”",
     "The harbour is closed, and will stay so until the thaw", MODIFIED),
    ("en", "The mill was sold(121) in the spring and the dam was taken down.",
     "The mill was sold in the spring and the dam was taken down", VERBATIM),
    ("en", "The mill was sold in the spring (12) and the dam was taken down.",
     "The mill was sold in the spring and the dam was taken down", VERBATIM),
    ("en", "The mill was sold in the spring\n\n47\n\nand the dam was taken down by the heirs.",
     "The mill was sold in the spring and the dam was taken down by the heirs", VERBATIM),
    ("en", "The mill was sold in the spring\n\n48 THE HEIRS OF HOLT\n\nand the dam was taken down by them.",
     "The mill was sold in the spring and the dam was taken down by them", VERBATIM),
    ("fr", "Il étoit tems que les habitans fussent avertis, car la foiblesse du pont étoit connue.",
     "Il était temps que les habitants fussent avertis, car la faiblesse du pont était connue", NEAR),
    ("en", "12 The mill was sold in the spring.\n13 The dam was taken down by the heirs.",
     "The mill was sold in the spring. The dam was taken down by the heirs", VERBATIM),
    ("en", "(12) The mill was sold in the spring;\n(13) the dam was taken down by the heirs.",
     "The mill was sold in the spring; the dam was taken down by the heirs", VERBATIM),
    ("en", "Euery yeere he gaue vnto them bread in the moneth of Maye, and iust men loued him.",
     "Every year he gave unto them bread in the month of May, and just men loved him", NEAR),
    ("nl", "De menschen waren zoo blij dat de visschers kwamen.",
     "De mensen waren zo blij dat de vissers kwamen", NEAR),
    ("de", "Ein Theil der Bürger gieng zum Thor und blieb bey dem Wirthe, niemand giebt darauf Acht.",
     "Ein Teil der Bürger ging zum Tor und blieb bei dem Wirte, niemand gibt darauf Acht", NEAR),
    ("ru", "Нѣтъ въ этомъ мѣстѣ ни одного дома, безъ котораго онъ могъ бы обойтись.",
     "Нет в этом месте ни одного дома, без которого он мог бы обойтись", NEAR),
    ("pl", "Ona nie chciała mówić z temi ludźmi o dawnych latach, i wszyscy to wiedzieli.",
     "Ona nie chciała mówić z tymi ludźmi o dawnych latach, i wszyscy to wiedzieli", NEAR),
    ("en", "The vote was held in the old hall, and noeh or nct did the mayor speak.",
     "The vote was held in the old hall, and noeh or not did the mayor speak", NEAR),
    ("ru", "Вопросъ решили не сразу, и совета иикто не спросил до утра.",
     "Вопрос решили не сразу, и совета никто не спросил до утра", NEAR),
    ("en", "The red lamp\nBurned on the sill\nAnd no one came\nUp from the mill.",
     "The red lamp / Burned on the sill / And no one came / Up from the mill", VERBATIM),
    ("en", "He gave the *whole* farm to the nephew, who sold it.",
     "He gave the whole farm to the nephew, who sold it", VERBATIM),
    ("en", "He gave the whole farm to the nephew, who sold it.",
     "He gave the <i>whole</i> farm to the nephew, who sold it", VERBATIM),
    ("de", "Der Weg ist 12 Kilometer lang und im Winter gesperrt.",
     "Der Weg ist 12 km lang und im Winter gesperrt", NEAR),
    ("en", "The bridge cost $250 in all and was paid by the parish.",
     "The bridge cost 250 dollars in all and was paid by the parish", NEAR),
    ("cs", "Most otevřeli 12. června 1871 za deště.", "Most otevřeli 12. 6. 1871 za deště", NEAR),
    ("pl", "Most otwarto 12 VI 1871 podczas wielkiego deszczu.",
     "Most otwarto 12 czerwca 1871 podczas wielkiego deszczu", NEAR),
    ("en", "The bridge was opened on 12 June 1871 in heavy rain.",
     "The bridge was opened on June 12, 1871 in heavy rain", NEAR),
    ("ru", "Население выросло на 35 процентов за десять.", "Население выросло на 35 % за десять", NEAR),
    ("ru", "Мост открыли 12 июня 1871 г. под дождём.", "Мост открыли 12 июня 1871 года под дождём", NEAR),
]  # fmt: skip
FALSE = [
    ("en", "The mill was sold in the spring.\n13 men took down the dam.",
     "The mill was sold in the spring. 31 men took down the dam", NUMBER),
    ("en", "The mill was sold in the spring and\n13 men took down the dam.",
     "The mill was sold in the spring and men took down the dam", NUMBER),
    ("en", "The road is 12 km long and closed now.", "The road is 12 miles long and closed now", NUMBER),
    ("en", "The road is 12 km long and closed now.", "The road is 12 m long and closed now", NUMBER),
    ("en", "The bridge cost $250 in all.", "The bridge cost €250 in all", NUMBER),
    ("en", "The bridge cost 58 million francs in all.", "The bridge cost 58 million dollars in all", NUMBER),
    ("en", "The share was 35 per cent in that year.", "The share was 35 per mille in that year", NUMBER),
    ("ru", "Мост стоил 58 тысяч рублей без дороги.", "Мост стоил 58 тысяч долларов без дороги", NUMBER),
    ("es", "El puente se abrió el 12 de junio de 1871.", "El puente se abrió el 12 de julio de 1871", NUMBER),
    ("de", "Die Brücke wurde am 12. Juni 1871 frei.", "Die Brücke wurde am 12. Juli 1871 frei", NUMBER),
    ("de", "Die Brücke wurde am 12. Juni 1871 geöffnet.", "Die Brücke wurde am 12. 7. 1871 geöffnet", NUMBER),
    ("ru", "Они, по крайней мере, знали о ссоре братьев.", "Они знали о ссоре братьев", NEGATION),
    ("en", "They were at least partly to blame for the flood.", "They were to blame for the flood", NEGATION),
    ("fr", "Ils étaient peut-être au courant de tout.", "Ils étaient au courant de tout", NEGATION),
    ("cs", "Most mostu byl nanejvýš zčásti dokončen do zimy.", "Most mostu byl dokončen do zimy", NEGATION),
    ("en", "He did not go home and sang in the yard.", "He did go home and not sang in the yard", NEGATION),
]  # fmt: skip


@pytest.mark.parametrize(("language", "page", "quotation", "verdict"), TRUE, ids=lambda one: str(one)[:40])
def test_true_quotations_of_prose(language: str, page: str, quotation: str, verdict: Verdict) -> None:
    got = compare(quotation, prepare(Text(page + TAIL[language])))
    assert got.verdict is verdict, (got.differences, got.reason)


@pytest.mark.parametrize(("language", "page", "quotation", "kind"), FALSE, ids=lambda one: str(one)[:40])
def test_false_quotations_of_prose(language: str, page: str, quotation: str, kind: DifferenceKind) -> None:
    got = compare(quotation, prepare(Text(page + TAIL[language])))
    assert got.verdict is Verdict.ALTERED, (got.differences, got.reason)
    assert kind in {difference.kind for difference in got.differences}, got.differences


def test_a_name_put_in_without_writes_is_listed() -> None:
    page = prepare(Text("The mill was sold in the spring and the dam was taken down." + TAIL["en"]))
    got = compare("The mill was sold, Holt, in the spring and the dam was taken down", page)
    assert got.verdict in (Verdict.MODIFIED, Verdict.ALTERED)
    assert any("Holt" in difference.quoted for difference in got.differences)


def test_a_line_of_verse_left_out_is_listed() -> None:
    page = prepare(Text("The red lamp\nBurned on the sill\nAnd no one came\nUp from the mill." + TAIL["en"]))
    got = compare("The red lamp / Burned on the sill / Up from the mill", page)
    assert any("no one came" in difference.found for difference in got.differences)


def test_a_line_of_figures_left_out_is_listed() -> None:
    page = prepare(Text("The list of the dead has\n3 firemen\nand the owner of the shop in it." + TAIL["en"]))
    got = compare("The list of the dead has and the owner of the shop in it", page)
    assert any("firemen" in difference.found for difference in got.differences)


def test_the_next_paragraph_is_no_going_on() -> None:
    kept = "The mill was sold in the spring."
    same = prepare(Text(f"{kept} However, the heirs took it back in May.{TAIL['en']}"))
    other = prepare(Text(f"{kept}\nHowever, the heirs took the bridge in May.{TAIL['en']}"))
    assert compare(kept, same).flags == (Flag.STOPS_EARLY,)
    assert compare(kept, other).flags == ()
