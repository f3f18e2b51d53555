"""Quotations in scripts and languages without a row of rules: found, their *not* and their numbers seen."""

from __future__ import annotations

import pytest

from citecheck.match import compare
from citecheck.match.fold import split_words
from citecheck.match.language import language_of
from citecheck.match.long_text import split_page
from citecheck.match.page import Page
from citecheck.model import DifferenceKind, Flag, Text, Verdict

SAME = (Verdict.VERBATIM, Verdict.NEAR)
PAGES = {
    "el": "Η μεγάλη γέφυρα επισκευάστηκε το 1934 και ο λαός δεν πέρασε από τον δρόμο των λουτρών.",
    "hu": "A nagy hidat 1934-ben javították meg, és a nép nem járt a fürdői úton, mint azelőtt.",
    "ro": "Podul cel mare a fost reparat în 1934, iar poporul nu a trecut pe drumul băilor.",
    "sr": "Велики мост је поправљен 1934. године, а народ није ишао путем ка бањи.",
    "tr": "Büyük köprü 1934'te onarıldı. Meclise göre alınan bu karar o yıl için doğru değil. Irmak taştı.",
    "vi": "Cây cầu lớn được sửa vào năm 1934 và người dân không đi đường suối nước nóng.",
    "ar": "تم إصلاح الجسر الكبير في عام ١٩٣٤ ولم يمر الناس على طريق الحمامات.",
    "he": "הגשר הגדול תוקן בשנת 1934 והעם לא עבר בדרך המרחצאות.",
    "hi": "बड़े पुल की मरम्मत 1934 में हुई और लोग स्नान मार्ग से नहीं गए और रानी ने कुछ नहीं कहा।",
    "ja": "大きな橋は1934年に修理され、人々は温泉への道を通らなかった。その村の17人が去った。",
    "zh": "大桥于1934年修复，百姓没有走温泉路。那一年村里有17户人家搬走了。",
    "th": "สะพานใหญ่ได้รับการซ่อมแซมในปี 1934 และประชาชนไม่ได้เดินทางบนถนนบ่อน้ำร้อน",
    "nl": "De grote brug werd in 1934 hersteld en het volk nam de oude badweg niet. De raad zweeg.",
}


def page(code: str) -> Page:
    return Page(Text(PAGES[code]))


@pytest.mark.parametrize(
    ("code", "quotation"),
    [
        ("el", "Η ΜΕΓΑΛΗ ΓΕΦΥΡΑ ΕΠΙΣΚΕΥΑΣΤΗΚΕ ΤΟ 1934"),
        ("ar", "تم إصلاح الجسر الكبير في عام 1934"),
        ("ar", "ولم يَمُرَّ النَّاسُ عَلَى طَرِيقِ الحَمَّامَاتِ"),
        ("ar", "تم إصـــلاح الجســر الكبير"),
        ("he", "הַגֶּשֶׁר הַגָּדוֹל"),
        ("hi", "बड़े पुल की मरम्मत १९३४ में हुई"),
        ("hi", "लोग स्नान मार्ग से नहीं गए"),
        ("ja", "大きな橋は一九三四年に修理され"),
        ("ja", "その村の十七人が去った"),
        ("zh", "那一年村里有十七户人家搬走了"),
        ("th", "สะพานใหญ่ได้รับการซ่อมแซมในปี ๑๙๓๔"),
    ],
)
def test_what_differs_in_writing_only_is_the_same(code: str, quotation: str) -> None:
    assert compare(quotation, page(code)).verdict in SAME


@pytest.mark.parametrize(
    ("code", "quotation"),
    [
        ("el", "η μεγάλη γέφυρα επισκευάστηκε το 1943 και ο λαός"),
        ("ar", "تم إصلاح الجسر الكبير في عام 1943"),
        ("ja", "大きな橋は1943年に修理され、人々は温泉への道を通らなかった"),
        ("ja", "その村の十九人が去った"),
        ("zh", "大桥于1943年修复，百姓没有走温泉路"),
        ("th", "สะพานใหญ่ได้รับการซ่อมแซมในปี 1943"),
    ],
)
def test_another_number_is_seen(code: str, quotation: str) -> None:
    found = compare(quotation, page(code))
    assert found.verdict is Verdict.ALTERED
    assert found.differences[0].kind is DifferenceKind.NUMBER


@pytest.mark.parametrize(
    ("code", "quotation"),
    [
        ("el", "ο λαός πέρασε από τον δρόμο των λουτρών"),
        ("hu", "és a nép járt a fürdői úton, mint azelőtt"),
        ("ro", "iar poporul a trecut pe drumul băilor"),
        ("sr", "а народ је ишао путем ка бањи"),
        ("vi", "người dân đi đường suối nước nóng"),
        ("he", "והעם עבר בדרך המרחצאות"),
        ("hi", "लोग स्नान मार्ग से गए और रानी ने"),
        ("zh", "百姓走温泉路。那一年村里有"),
    ],
)
def test_a_lost_negation_is_seen(code: str, quotation: str) -> None:
    found = compare(quotation, page(code))
    assert found.verdict is Verdict.ALTERED
    assert found.differences[0].kind is DifferenceKind.NEGATION


def test_vowel_signs_make_other_words() -> None:
    found = compare("और राजा ने कुछ नहीं कहा", page("hi"))
    assert found.verdict is Verdict.MODIFIED


@pytest.mark.parametrize(
    ("code", "quotation"),
    [("nl", "het volk nam de oude badweg"), ("tr", "alınan bu karar o yıl için doğru")],
)
def test_a_quotation_that_stops_before_the_negation_is_told(code: str, quotation: str) -> None:
    assert Flag.STOPS_EARLY in compare(quotation, page(code)).flags


def test_a_quotation_inside_a_denied_clause_is_not() -> None:
    sure = Page(Text("Der Rat hielt das neue Gesetz in jenem Jahr noch lange nicht für gut. Er schwieg."))
    assert Flag.STOPS_EARLY not in compare("das neue Gesetz", sure).flags


@pytest.mark.parametrize(
    ("page", "quotation"),
    [
        (
            "Ingen fick ösa vatten ur den gamla brunnen, såvida han inte kunde visa ett brev med sigill.",
            "Ingen fick ösa vatten ur den gamla brunnen",
        ),
        (
            "Die Gesellschaft hielt ihr Versprechen, die Sieder im Herbst zu holen, nicht. Alle blieben da.",
            "Die Gesellschaft hielt ihr Versprechen, die Sieder im Herbst zu holen",
        ),
        (
            "Nadie podía sacar agua del viejo pozo, a no ser que mostrara una carta sellada por el alcalde.",
            "Nadie podía sacar agua del viejo pozo",
        ),
        (
            "Niemand mocht water uit de oude put halen, met dien verstande dat de molenaar dat wel mocht.",
            "Niemand mocht water uit de oude put halen",
        ),
    ],
    ids=["sv", "de-behind-a-comma", "es", "nl"],
)
def test_what_takes_it_back_stands_right_behind(page: str, quotation: str) -> None:
    assert Flag.STOPS_EARLY in compare(quotation, Page(Text(page))).flags


def test_chinese_in_the_other_writing_is_nothing_that_can_be_told() -> None:
    found = compare("大橋於當年修復，百姓沒有走溫泉路", page("zh"))
    assert found.verdict is Verdict.CANNOT_VERIFY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Podul cel mare a fost reparat în 1934, iar poporul nu a trecut pe drumul băilor.", "ro"),
        ("A nagy hidat 1934-ben javították meg, és a nép nem járt a fürdői úton.", "hu"),
        ("Den store bro blev repareret i 1934, og folket gik ikke ad badevejen.", "da"),
        ("Veliki most popravljen je 1934. godine, a narod nije išao putem prema kupalištu.", "hr"),
        ("Veľký most bol opravený v roku 1934 a ľud nechodil po kúpeľnej ceste, ktorá je stará.", "sk"),
        ("Didysis tiltas buvo suremontuotas 1934 metais, bet žmonės nėjo keliu, kuris yra prie upės.", "lt"),
        (
            "El pont gran va ser reparat i el poble no va passar pel camí dels banys, però és també seu.",
            "ca",
        ),
        ("Jembatan besar itu diperbaiki pada tahun 1934 dan rakyat tidak melewati jalan itu.", "id"),
        ("Велики мост је поправљен 1934. године, а народ није ишао путем ка бањи.", "sr"),
        ("The great bridge was mended in 1934, and the people did not take the road.", "en"),
        ("Le grand pont fut réparé en 1934, et le peuple ne prit pas le chemin.", "fr"),
        ("El gran puente fue reparado en 1934 y el pueblo no tomó el camino.", "es"),
    ],
)
def test_languages_without_rules_are_told_and_take_nothing_from_the_others(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_translated_quotation_is_not_called_missing_from_a_page_in_such_a_language() -> None:
    hungarian = Page(Text(" ".join([PAGES["hu"]] * 4)))
    found = compare("the people did not take the road to the baths in that year", hungarian, across=False)
    assert found.verdict is Verdict.CANNOT_VERIFY


@pytest.mark.parametrize("code", PAGES)
def test_pages_have_the_words_that_quotations_have(code: str) -> None:
    content = PAGES[code] * 5
    one, other = split_words(content), split_page(content)
    assert list(other.folded) == list(one.folded)
    assert list(other.starts) == list(one.starts)
    assert list(other.ends) == list(one.ends)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "На мосту при вході до міста стоять дві кам'яні вежі."),
        ("be", "Вежы на мосце каля ўезду ў горад пабудавалі нямецкія майстры."),
        ("ru", "Вѣрный слуга долго стоялъ на берегу рѣки и смотрѣлъ на послѣдній пароходъ."),
        ("bg", "Той каза, че на моста при входа на града са стояли две кули, но вече ги няма."),
        ("ru", "На мосту у въезда в город стоят две каменные башни, и никто не знает, чьи они."),
    ],
)
def test_letters_that_a_language_has_not_tell(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_name_of_another_language_takes_none_from_a_sentence() -> None:
    said = "Он сказал, что в селе Вільшана не осталось ни одного дома, и что люди живут у родных."
    assert language_of(said) == "ru"
    sold = "Дом на улице Ґонти был продан ещё до того, как они вернулись из города, и никто об этом не знал."
    assert language_of(sold) == "ru"


def test_a_sentence_with_letters_that_russian_lacks_is_not_russian() -> None:
    assert language_of("Кнігі з гэтай бібліятэкі нельга браць дадому") in ("be", None)
    assert language_of("Книги из этой библиотеки нельзя брать домой") in ("ru", None)
