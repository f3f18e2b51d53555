"""Error pages told by how they are built, and short living pages told from the template around them."""

from __future__ import annotations

import pytest

from citecheck.investigate.answers import judge
from citecheck.investigate.made_up import sibling_of
from citecheck.investigate.missing import apologies, says_missing
from citecheck.investigate.page import Page
from citecheck.investigate.siblings import settle
from citecheck.model import Capture, LinkStatus, Seen
from citecheck.read.page import read_page
from tests.investigate.evidence import WHEN

ASKED = "https://www.kurier-am-see.example/2012/05/die-alte-muehle"
MENU = "".join(f"<li><a href='/{n}'>Rubrik {n} unserer Zeitung</a></li>" for n in range(40))


def seen(body: str, url: str = ASKED) -> Seen:
    raw = body.encode()
    capture = Capture(url, url, 200, WHEN, (("content-type", "text/html; charset=utf-8"),), raw)
    return Seen(capture, read_page(raw, "text/html; charset=utf-8", url))


def html(title: str, main: str, head: str = "") -> str:
    return (
        f"<html lang='de'><head><title>{title}</title>{head}</head><body><ul>{MENU}</ul>{main}</body></html>"
    )


def settled(body: str, sibling: str) -> LinkStatus:
    answer = seen(body)
    look = judge(ASKED, answer)
    assert isinstance(answer.outcome, Capture)
    if look.suspicion is None:
        return look.status
    made_up = sibling_of(ASKED)
    assert made_up is not None
    return settle(look, Page(ASKED, answer.outcome, answer), seen(sibling, made_up)).status


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("দুঃখিত! পৃষ্ঠাটি খুঁজে পাওয\u09bcা যায়নি", "Bengali, one letter decomposed"),
        ("İstenen sayfa bulunamadı.", "Turkish capital"),
        ("ARADIĞINIZ SAYFA BULUNAMADI", "Turkish capitals, folded as elsewhere"),
        ("المقال الذي تبحث عنه لم يعد متاحًا.", "Arabic with vowel points"),
        ("आप जिस पेज को खोज रहे हैं वह उपलब्ध नहीं है।", "Hindi"),
    ],
)
def test_a_statement_is_known_in_every_spelling(text: str, language: str) -> None:
    assert says_missing(text, loosely=True) or any(apologies([text])), language


def test_single_letters_of_an_indian_script_are_no_words() -> None:
    assert not says_missing("पुस्तक का नया संस्करण नहीं मिला")  # a book's new edition was not found


def test_sentences_end_with_the_signs_of_their_script() -> None:
    line = "আমরা পৃষ্ঠাটি খুঁজে পাচ্ছি না। আপনি নীচের বোতাম ব্যবহার করতে পারেন।"
    assert "আমরা পৃষ্ঠাটি খুঁজে পাচ্ছি না" in list(apologies([line]))


def test_a_title_and_the_mark_of_an_error_page_say_it_twice() -> None:
    error = "<div class='not-found'><p>Huch</p></div>"
    assert judge(ASKED, seen(html("Seite nicht gefunden", error))).status is LinkStatus.SOFT_404
    kept_out = "<meta name='robots' content='noindex, follow'>"
    page = html("Seite nicht gefunden", "<p>Huch</p>", kept_out)
    assert judge(ASKED, seen(page)).status is LinkStatus.SOFT_404
    poem = html("Seite nicht gefunden", "<p>Ein Gedicht von R. Thal</p>")
    assert judge(ASKED, seen(poem)).status is LinkStatus.OK  # a suspicion, which a made-up address settles


def test_a_wiki_without_a_text_says_so_in_its_mark_up() -> None:
    empty = (
        "<h1>Alte Mühle</h1><div class='noarticletext mw-content-ltr'><p>Hier ist noch kein Text.</p></div>"
    )
    assert judge(ASKED, seen(html("Alte Mühle - Wiki", empty))).status is LinkStatus.SOFT_404
    category = empty + "<div id='mw-pages'><a href='/a'>Obermühle</a></div>"
    assert judge(ASKED, seen(html("Alte Mühle - Wiki", category))).status is LinkStatus.OK


def test_a_short_page_amid_long_menus_is_not_its_template() -> None:
    living = html("Kurier am See", "<p>Seite nicht gefunden? Die Mühle wurde 1951 abgerissen.</p>")
    missing = html("Kurier am See", "<p>Seite nicht gefunden.</p>")
    assert settled(living, missing) not in (LinkStatus.SOFT_404, LinkStatus.GONE)
    assert settled(missing, missing) is LinkStatus.SOFT_404


def test_what_a_software_gave_up_with_is_no_page() -> None:
    died = "<body id='error-page'><div class='wp-die-message'>Ups</div></body>"
    page = f"<html><head><title>Blog › Fehler</title></head>{died}</html>"
    assert judge(ASKED, seen(page)).code == "unavailable"


def test_a_registrars_words_about_any_domain_park_nothing() -> None:
    about = "<h1>О компании</h1><p>Срок регистрации домена — один год; если он истёк, его можно продлить.</p>"
    page = f"<html lang='ru'><head><title>О компании</title></head><body>{about}</body></html>"
    assert judge(ASKED, seen(page)).status is LinkStatus.OK


def test_who_says_that_an_article_is_free_has_no_paywall() -> None:
    free = "<script type='application/ld+json'>{\"isAccessibleForFree\":true}</script>"
    teasers = "<h1>La romería</h1><p>Suscríbete por 1 €</p><p>Contenido solo para suscriptores</p>"
    page = f"<html lang='es'><head><title>La romería</title>{free}</head><body>{teasers}</body></html>"
    assert judge(ASKED, seen(page)).status is LinkStatus.OK


@pytest.mark.parametrize(
    ("url", "changed"),
    [
        ("https://k.example/opac-detail.pl?biblionumber=40718", True),
        ("https://k.example/view.php?docId=77", True),
        ("https://k.example/view.php?langid=2", False),
    ],
)
def test_a_parameter_that_names_the_page_is_exchanged(url: str, changed: bool) -> None:
    assert ((sibling_of(url) or "").partition("?")[0] == url.partition("?")[0]) is changed
